"""The folder from which a web server serves: whole or as it was, whatever goes wrong there."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kinerja.building.stage import builds_folder, exclusive
from kinerja.commands.environment import PROJECT
from kinerja.commands.guard import Refused
from kinerja.commands.publish.target import Target, parse_target
from tests.site.builds import environment, tree

from .publications import Capture, published, releases, served, write_program, write_site

pytestmark = pytest.mark.client("rsync")


def test_a_folder_of_somebody_else_is_left_alone(
    output: Path, tmp_path: Path, capsys: Capture
) -> None:
    """A folder with other files, or a site that was copied there by hand."""
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain/berkas.txt").write_text("penting")
    code, printed = published(output, tmp_path / "lain", capsys)
    assert (2, {"berkas.txt": b"penting"}) == (code, tree(tmp_path / "lain"))
    assert "bukan folder invoke publish" in printed
    (tmp_path / "publik/current").mkdir(parents=True)
    (tmp_path / "publik/releases").mkdir()
    assert 2 == published(output, tmp_path / "publik", capsys)[0]


def test_one_publication_at_a_time(place: tuple[str, Path], output: Path, capsys: Capture) -> None:
    """A second one is told; the lock ends with the first one."""
    to, folder = place
    folder.parent.mkdir(exist_ok=True)
    with parse_target(to).lock():
        code, printed = published(output, to, capsys)
        assert (2, True) == (code, "sedang diisi oleh invoke publish lain" in printed)
        assert 2 == published(output, to, capsys, rollback=True)[0]
    assert 0 == published(output, to, capsys)[0]


def test_no_build_changes_the_site_meanwhile(
    output: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A publication waits for a build that runs, and says for whom."""
    monkeypatch.setattr("kinerja.building.stage.WAIT_SECONDS", 0.1)
    with exclusive(builds_folder(output), print):
        code, printed = published(output, tmp_path / "publik", capsys)
    assert (2, False) == (code, (tmp_path / "publik").exists())
    assert f"Menunggu build lain (pid {os.getpid()}) selesai" in printed
    assert 0 == published(output, tmp_path / "publik", capsys)[0]


def test_what_a_killed_publication_left_running_keeps_the_lock(
    place: tuple[str, Path], output: Path, programs: Path, tmp_path: Path, capsys: Capture
) -> None:
    """An rsync that goes on alone writes into no release: the next one waits until it is gone."""
    to, folder = place
    folder.parent.mkdir(exist_ok=True)
    assert 0 == published(output, to, capsys)[0]
    write_site(tmp_path, {"index.html": "baru"})
    begun, go = tmp_path / "mulai", tmp_path / "lanjut"
    slow = f'echo > "{begun}"; while [ ! -e "{go}" ]; do sleep 0.05; done'
    write_program(programs / "rsync", f'#!/bin/sh\n{slow}\nexec {shutil.which("rsync")} "$@"\n')
    words = ["-m", "invoke", "publish", "--to", to, "--output", str(output)]
    running = subprocess.Popen([sys.executable, *words], cwd=PROJECT, env=environment())
    while not begun.exists():
        time.sleep(0.05)
    running.kill()
    running.wait()
    code, printed = published(output, to, capsys)
    assert (2, True) == (code, "sedang diisi oleh invoke publish lain" in printed), printed
    go.touch()
    while published(output, to, capsys)[0]:
        time.sleep(0.05)
    assert (tree(output), ["1", "2"]) == (served(folder), releases(folder))


FULL = 'echo "rsync: [receiver] write failed: No space left on device (28)" >&2; exit 11'
BROKEN = '"$REAL" "$@" && for last; do :; done && echo x >> "${last}index.html"'
FURTHER = '"$REAL" "$@" && for last; do :; done && echo x > "${last}lain.html"'


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (FULL, "(rsync: rsync: [receiver] write failed: No space left on device (28))"),
        (BROKEN, "1 berkas di target tidak seperti manifes, pertama index.html: FAILED."),
        (FURTHER, "1 berkas di target tidak seperti manifes, pertama (find: 9 != 8)."),
    ],
)
def test_what_does_not_arrive_whole_is_never_served(
    script: str,
    expected: str,
    output: Path,
    programs: Path,
    tmp_path: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A full disk or a broken one: the old site stays, and the next publication mends it."""
    folder = tmp_path / "publik"
    assert 0 == published(output, folder, capsys)[0]
    before = served(folder)
    write_site(tmp_path, {"index.html": "baru", "baru.html": "x"})
    monkeypatch.setenv("REAL", str(shutil.which("rsync")))
    write_program(programs / "rsync", f"#!/bin/sh\n{script}\n")
    code, printed = published(output, folder, capsys)
    assert (2, True) == (code, expected in printed), printed
    assert (before, Path("releases/1")) == (served(folder), (folder / "current").readlink())
    (programs / "rsync").unlink()
    assert 0 == published(output, folder, capsys)[0]
    assert (tree(output), ["1", "2"]) == (served(folder), releases(folder))


@pytest.mark.parametrize(
    ("lacking", "expected"),
    [("rsync", "rsync belum terpasang"), ("sha256sum", "sha256sum"), ("flock", "flock")],
)
def test_a_program_that_is_missing_is_named(
    lacking: str,
    expected: str,
    output: Path,
    tmp_path: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What cannot be checked is not served."""
    folder = tmp_path / "hanya"
    folder.mkdir()
    names = "sh ls mkdir flock cat readlink rsync sha256sum find wc sync mv ln date rm ssh"
    for name in names.split():
        if name != lacking:
            (folder / name).symlink_to(str(shutil.which(name)))
    monkeypatch.setenv("PATH", str(folder))
    code, printed = published(output, tmp_path / "publik", capsys)
    assert (2, True) == (code, expected in printed), printed
    assert not (tmp_path / "publik/current").exists()


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        (
            "web.mati.example:/srv/x",
            "(ssh: ssh: connect to host web.mati.example port 22: refused)",
        ),
        ("/dev/null/x", "(sh: mkdir: "),
    ],
)
def test_a_target_that_cannot_be_used(
    to: str, expected: str, output: Path, programs: Path, capsys: Capture
) -> None:
    """Exit 2 and a sentence with what the system says."""
    code, printed = published(output, to, capsys)
    assert (2, True) == (code, expected in printed), printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("user@web.example:/srv/x", Target("user@web.example", "/srv/x")),
        ("web:x y", Target("web", "x y")),
        ("web:~/x", Target("web", "x")),
        ("/srv/a:b", Target("", "/srv/a:b")),
        ("./a:b", Target("", str(Path("a:b").absolute()))),
    ],
)
def test_targets(text: str, expected: Target) -> None:
    """A colon before the first slash names a host, as for rsync."""
    assert expected == parse_target(text)


@pytest.mark.parametrize(
    "text", ["", "-oProxyCommand=x:y", "-o@web:y", "web::modul", "web:", "a b:c"]
)
def test_what_is_no_target(text: str) -> None:
    """A module of an rsync server, an option in place of a host, half an address."""
    with pytest.raises(Refused, match="bad-target"):
        parse_target(text)
