"""A build needs nobody: no network, no privileges, no room but its own; same bytes all the same."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kinerja.commands.environment import PROJECT
from tests.kinerja.contents import approve, write_record
from tests.site.builds import LATER, Place, Run, build_options, different, environment, tree
from tests.site.test_crashes import is_whole

ALONE = ("unshare", "--net", "--user", "--map-user=1000", "--map-group=1000")
"""A user without any right of the system, on a machine without any network."""

MOUNTING = ("unshare", "--user", "--map-root-user", "--mount")
FULL_DISK = (
    'mount -t tmpfs -o size=8m tmpfs "$2" && cp -a "$3/." "$2" && '
    '{ head -c 9m /dev/zero > "$2/penuh"; truncate -s "-$1" "$2/penuh"; '
    'cd "$4"; shift 4; "$@"; }'
)
"""A disk of its own with a copy of a place, filled up to some bytes: then a command."""


def run_in(space: tuple[str, ...], *words: str) -> Run:
    """Run a command in a space of its own; the test is skipped where the system gives none."""
    tried = subprocess.run([*space, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip(f"namespaces are not allowed here: {tried.stderr.decode().strip()}")
    done = subprocess.run(
        [*space, *words],
        cwd=PROJECT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stdout, done.stdout
    return Run(done.returncode, done.stdout)


needs_namespaces = pytest.mark.skipif(
    not shutil.which("unshare"), reason="namespaces are those of Linux: unshare is not there"
)
pytestmark = needs_namespaces


def build_words(place: Place) -> list[str]:
    """Return the command of a build, for a shell."""
    return [sys.executable, "-m", "invoke", *build_options(place, as_of=LATER)]


def test_without_network_and_without_rights(place: Place, tmp_path: Path) -> None:
    """Another user with another umask builds the same bytes, and asks nobody."""
    expected = place.copy(tmp_path / "lain")
    assert 0 == run_in((), *build_words(expected)).code
    shell = ("sh", "-c", 'umask 077; test "$(id -u)" = 1000 && exec "$@"', "sh")
    result = run_in(ALONE, *shell, *build_words(place))
    assert 0 == result.code, result.printed
    assert [] == different(tree(expected.output), tree(place.output))
    modes = {path.stat().st_mode & 0o044 for path in place.output.rglob("*") if path.is_file()}
    assert {0o044} == modes, "a server must be able to read what was built"


def test_a_folder_that_may_not_be_written(place: Place) -> None:
    """Exit 2 and the path; the site stays."""
    before = tree(place.output)
    builds = place.root / ".builds" / place.output.name
    builds.chmod(0o555)
    try:
        result = run_in(ALONE, *build_words(place))
    finally:
        builds.chmod(0o755)
    assert (2, True) == (result.code, "Permission denied" in result.printed), result.printed
    assert [] == different(before, tree(place.output))


@pytest.mark.parametrize("room", ["4K", "100K"])
def test_a_disk_that_is_full(room: str, place: Place, tmp_path: Path) -> None:
    """A real file system without room: exit 2 in words, and what stood there is still whole."""
    write_record(place.content, "publikasi", "yang-baru", judul="Publikasi yang baru")
    approve(place.content, "yang-baru")
    disk, copy = tmp_path / "cakram", tmp_path / "salinan"
    disk.mkdir()
    build = " ".join(f"'{word}'" for word in build_words(Place(disk)))
    words = f"{build}; code=$?; cp -aL '{Place(disk).output}' '{copy}'; exit $code"
    shell = ("sh", "-c", FULL_DISK, "sh", room, str(disk), str(place.root), str(PROJECT))
    result = run_in(MOUNTING, *shell, "sh", "-c", words)
    assert (2, True) == (result.code, "No space left" in result.printed), result.printed
    assert [] == different(tree(place.output), tree(copy))
    assert is_whole(tree(copy))
