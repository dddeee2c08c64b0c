"""`invoke publish`: a finished site brought to a folder here or behind ssh, whole or not at all."""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import brotli
import pytest

from kinerja.approval.signing import ssh_sign
from kinerja.building.stage import builds_folder, exclusive
from kinerja.commands import publish as command
from kinerja.commands.deciding import Refused
from kinerja.commands.environment import PROJECT
from kinerja.commands.publish.target import Target, parse_target
from kinerja.model.signers import Namespace
from tests.kinerja.ministry import key
from tests.site.builds import environment, tree

pytestmark = pytest.mark.client("rsync")
Capture = pytest.CaptureFixture[str]

PAGE = "<p>Satu halaman yang cukup panjang untuk dipadatkan.</p>\n" * 40
FILES = {"index.html": PAGE, "isu/a/index.html": "<p>Isu", "data/biaya.csv": "a,b\n1,2\n" * 300}
SSH = """\
#!/bin/sh
# Stands for ssh: drops its options, and runs the command at home as a far machine would.
while [ "${1#-}" != "$1" ]; do case $1 in -o | -l) shift ;; esac; shift; done
host=$1
shift
case $host in *mati*) echo "ssh: connect to host $host port 22: refused" >&2; exit 255 ;; esac
cd "$FAR" && exec sh -c "$*"
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder whose programs are found before those of the system; `ssh` is one."""
    folder = tmp_path / "program"
    (tmp_path / "jauh").mkdir()
    monkeypatch.setenv("FAR", str(tmp_path / "jauh"))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    write_program(folder / "ssh", SSH)
    return folder


@pytest.fixture(params=["here", "there"])
def place(request: pytest.FixtureRequest, tmp_path: Path, programs: Path) -> tuple[str, Path]:
    """Return a target as it is written, and the folder that it is: here, or behind ssh."""
    if request.param == "here":
        return str(tmp_path / "situs publik"), tmp_path / "situs publik"
    return "petugas@web.example:srv/situs publik", tmp_path / "jauh/srv/situs publik"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return a finished site, as a build leaves it behind its link."""
    return write_site(tmp_path)


def write_program(path: Path, text: str) -> None:
    """Write a program of a test."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)


def write_site(
    root: Path,
    files: dict[str, str] | None = None,
    gone: Iterable[str] = (),
    **announced: object,
) -> Path:
    """Write a build with its manifest and turn `output` to it; `gone` are withdrawn addresses."""
    output = root / "output"
    builds = builds_folder(output)
    site = builds / str(len([*builds.glob("[0-9]*")]) + 1)
    lines = "".join(f'"{address}" "410";\n' for address in gone)
    told = FILES | (files or {}) | {"alamat.map": lines}
    for path, text in told.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    digests = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in told.items()}
    manifest = {"hari": "2026-03-01", "berkas": digests, **announced}
    (site / "manifes.json").write_text(json.dumps(manifest), "utf-8")
    output.unlink(missing_ok=True)
    output.symlink_to(site)
    return output


def published(output: Path, to: object, capsys: Capture, **asked: object) -> tuple[int, str]:
    """Return the exit code of the command and what it printed; never a traceback."""
    capsys.readouterr()
    code = command.run(str(output), str(to), **asked)  # type: ignore[arg-type]  # options of a test
    printed = capsys.readouterr().out
    assert "Traceback" not in printed and "Kesalahan program" not in printed, printed
    return code, printed


def served(folder: Path) -> dict[str, bytes]:
    """Return what is served, without compressed copies."""
    files = tree(folder / "current")
    return {path: data for path, data in files.items() if not path.endswith((".gz", ".br"))}


def releases(folder: Path) -> list[str]:
    """Return the names of what is kept."""
    return sorted(path.name for path in (folder / "releases").iterdir())


def test_a_first_publication(place: tuple[str, Path], output: Path, capsys: Capture) -> None:
    """Every byte of the build, readable for all, behind a link; a line in the log; no stage."""
    to, folder = place
    folder.parent.mkdir(exist_ok=True)
    code, printed = published(output, to, capsys)
    assert (0, tree(output)) == (code, served(folder)), printed
    assert (Path("releases/1"), ["1"]) == ((folder / "current").readlink(), releases(folder))
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in folder.glob("current/**/*")}
    assert {(True, 0o755), (False, 0o644)} == modes
    digest = hashlib.sha256((output / "manifes.json").read_bytes()).hexdigest()
    assert re.fullmatch(rf"\S+Z 1 {digest}\n", (folder / "publish.log").read_text("utf-8"))
    assert [] == [*builds_folder(output).glob("*.part")]


def test_texts_have_a_compressed_copy(output: Path, tmp_path: Path, capsys: Capture) -> None:
    """By gzip and by brotli, the same bytes each time, where they are fewer."""
    for target in ("a", "b"):
        assert 0 == published(output, tmp_path / target, capsys)[0]
    first, second = (tree(tmp_path / name / "current") for name in "ab")
    assert first == second
    packed = {path for path in first if path.endswith((".gz", ".br"))}
    names = ("data/biaya.csv", "index.html")
    assert {f"{name}{suffix}" for name in names for suffix in (".gz", ".br")} == packed
    assert PAGE.encode() == gzip.decompress(first["index.html.gz"])
    assert PAGE.encode() == brotli.decompress(first["index.html.br"])


def test_what_did_not_change_is_one_file_with_its_time(
    place: tuple[str, Path], output: Path, tmp_path: Path, capsys: Capture
) -> None:
    """Also when it was built anew elsewhere, with other times: readers are answered with 304."""
    to, folder = place
    folder.parent.mkdir(exist_ok=True)
    assert 0 == published(output, to, capsys)[0]
    names = ("index.html", "index.html.gz", "isu/a/index.html")
    before = {name: (folder / "releases/1" / name).stat() for name in names}
    output = write_site(tmp_path, {"isu/a/index.html": "<p>Isi baru"})
    for path in output.rglob("*.html"):
        os.utime(path, (1, 1))
    assert 0 == published(output, to, capsys)[0]
    after = {name: (folder / "current" / name).stat() for name in names}
    same = [before[name].st_ino == after[name].st_ino for name in names]
    assert [True, True, False] == same
    assert before["index.html"].st_mtime_ns == after["index.html"].st_mtime_ns
    assert tree(output) == served(folder)


def test_the_dry_run_says_what_changes_and_changes_nothing(
    place: tuple[str, Path], output: Path, tmp_path: Path, capsys: Capture
) -> None:
    """Withdrawn first, then gone, changed and new, each with its first ten addresses."""
    to, folder = place
    folder.parent.mkdir(exist_ok=True)
    assert (0, True) == (published(output, to, capsys, dry_run=True)[0], not folder.exists())
    write_site(tmp_path, {"lama/index.html": "x", "tarik/index.html": "y"})
    assert 0 == published(output, to, capsys)[0]
    new = {f"baru/{n:02}/index.html": "z" for n in range(12)}
    more = {"tarik/index.html": "ditarik", "index.html": "awal"}
    write_site(tmp_path, new | more, gone=["/tarik/"])
    before = tree(folder)
    code, printed = published(output, to, capsys, dry_run=True)
    assert (0, before) == (code, tree(folder))
    expected = """\
Manifes tidak ditandatangani (MANIFEST_KEY).
Dibandingkan dengan rilis 1 yang tersaji (hari 2026-03-01):
Ditarik: 1
  /tarik/
Hilang: 1
  /lama/
Berubah: 2
  /
  /alamat.map
Baru: 12
"""
    assert expected == printed[: len(expected)]
    assert ["  /baru/09/", "  dan 2 lagi"] == printed.splitlines()[-3:-1]


def test_the_same_site_is_not_published_twice(
    output: Path, tmp_path: Path, capsys: Capture
) -> None:
    """But looked at byte by byte: what somebody changed there is sent again."""
    folder = tmp_path / "publik"
    assert 0 == published(output, folder, capsys)[0]
    code, printed = published(output, folder, capsys)
    assert (0, ["1"]) == (code, releases(folder))
    assert "Rilis 1 sudah sama" in printed
    (folder / "current/index.html").write_text("<p>diubah orang")
    assert 0 == published(output, folder, capsys)[0]
    assert (["1", "2"], tree(output)) == (releases(folder), served(folder))


@pytest.mark.parametrize(("keep", "expected"), [(1, ["4"]), (2, ["3", "4"]), (9, [*"1234"])])
def test_so_many_releases_stay(
    keep: int, expected: list[str], output: Path, tmp_path: Path, capsys: Capture
) -> None:
    """The present one and those before it, as many as are asked for."""
    for number in range(4):
        write_site(tmp_path, {"index.html": str(number)})
        assert 0 == published(output, tmp_path / "publik", capsys, keep=keep)[0]
    assert expected == releases(tmp_path / "publik")


def test_nothing_erased_stays(
    place: tuple[str, Path], output: Path, tmp_path: Path, capsys: Capture
) -> None:
    """After an erasure every older release goes, and what an interrupted one left behind."""
    to, folder = place
    folder.parent.mkdir(exist_ok=True)
    for number in range(2):
        write_site(tmp_path, {"siti/index.html": f"<p>Siti Contoh {number}"})
        assert 0 == published(output, to, capsys)[0]
    (folder / "releases/part").mkdir()
    shutil.copy(folder / "current/siti/index.html", folder / "releases/part/siti.html")
    write_site(tmp_path, {"siti/index.html": "<p>Ditarik"}, dihapus=["siti"])
    code, printed = published(output, to, capsys)
    assert (0, ["3"]) == (code, releases(folder)), printed
    assert "naskah terhapus ikut dihapus: 2" in printed
    assert [] == [path for path, data in tree(folder).items() if b"Siti Contoh" in data]


def test_back_to_the_release_before(
    place: tuple[str, Path], output: Path, tmp_path: Path, capsys: Capture
) -> None:
    """Its bytes are served again; the next publication drops the one that was left."""
    to, folder = place
    folder.parent.mkdir(exist_ok=True)
    for text in ("baik", "rusak"):
        write_site(tmp_path, {"index.html": text})
        assert 0 == published(output, to, capsys)[0]
    code, printed = published(tmp_path / "tanpa", to, capsys, rollback=True, dry_run=True)
    assert (0, b"rusak") == (code, served(folder)["index.html"])
    assert "Berubah: 1\n  /\n" in printed
    code, printed = published(tmp_path / "tanpa", to, capsys, rollback=True)
    assert (0, b"baik") == (code, served(folder)["index.html"])
    assert "Tersaji lagi: rilis 1" in printed
    assert "Tidak ada rilis sebelum ini" in published(output, to, capsys, rollback=True)[1]
    write_site(tmp_path, {"index.html": "betul"})
    assert 0 == published(output, to, capsys)[0]
    assert (["1", "3"], b"betul") == (releases(folder), served(folder)["index.html"])


def test_nothing_withdrawn_comes_back(output: Path, tmp_path: Path, capsys: Capture) -> None:
    """A release from before a withdrawal may not be served again, nor one that was changed."""
    folder = tmp_path / "publik"
    for gone in ([], ["/isu/a/"]):
        write_site(tmp_path, {"index.html": str(gone)}, gone=gone)
        assert 0 == published(output, folder, capsys)[0]
    code, printed = published(output, folder, capsys, rollback=True)
    assert (2, Path("releases/2")) == (code, (folder / "current").readlink())
    assert "(/isu/a/)" in printed
    write_site(tmp_path, {"index.html": "lagi"}, gone=["/isu/a/"])
    assert 0 == published(output, folder, capsys)[0]
    (folder / "releases/2/index.html").write_text("diubah orang")
    code, printed = published(output, folder, capsys, rollback=True)
    assert (2, Path("releases/3")) == (code, (folder / "current").readlink())
    assert "pertama index.html: FAILED" in printed


@pytest.mark.parametrize(
    "served_before",
    [{"keputusan": ["a", "b"]}, {"rilis": {"baris": 3}}, {"dihapus": ["siti"]}],
)
def test_a_site_behind_the_one_that_is_served_is_refused(
    served_before: dict[str, object], output: Path, tmp_path: Path, capsys: Capture
) -> None:
    """Whoever built from an old copy of the content would take back what others decided."""
    write_site(tmp_path, **served_before)  # type: ignore[arg-type]  # what a manifest says
    assert 0 == published(output, tmp_path / "publik", capsys)[0]
    write_site(tmp_path, {"index.html": "lama"}, keputusan=["a"], rilis={"baris": 2})
    code, printed = published(output, tmp_path / "publik", capsys)
    assert (2, ["1"]) == (code, releases(tmp_path / "publik"))
    assert "lebih tua daripada yang tersaji" in printed


def change(site: Path) -> None:
    """Change a file."""
    (site / "index.html").write_text("diubah")


def add(site: Path) -> None:
    """Add a file."""
    (site / "rahasia.txt").write_text("x")


def take(site: Path) -> None:
    """Take a file away."""
    (site / "index.html").unlink()


def unseal(site: Path) -> None:
    """Lay a signature there that is none."""
    (site / "manifes.json.sig").write_text("tanda tangan")


def blur(site: Path) -> None:
    """Make the manifest something else."""
    (site / "manifes.json").write_bytes(b"\xff{")


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (change, "1 berkas situs ini tidak seperti manifesnya, pertama index.html"),
        (add, "1 berkas situs ini tidak seperti manifesnya, pertama rahasia.txt"),
        (take, "1 berkas situs ini tidak seperti manifesnya, pertama index.html"),
        (blur, "4 berkas situs ini tidak seperti manifesnya, pertama alamat.map"),
        (unseal, "manifes.json.sig bukan atas manifes ini; jalankan invoke build."),
        (shutil.rmtree, "Tidak ada situs di"),
    ],
)
def test_only_what_the_manifest_says_is_published(
    damage: object, expected: str, output: Path, tmp_path: Path, capsys: Capture
) -> None:
    """A build that was touched, or none: exit 2, a sentence, and nothing at the target."""
    assert callable(damage)
    damage(output.resolve())
    code, printed = published(output, tmp_path / "publik", capsys)
    assert (2, True) == (code, expected in printed), printed
    assert not (tmp_path / "publik/current").exists()


@pytest.mark.client("ssh-keygen")
def test_the_seal_is_published_too(output: Path, tmp_path: Path, capsys: Capture) -> None:
    """With the key that made it, so that a stranger's is seen; a site of the example says so."""
    output = write_site(tmp_path, contoh=True)
    armour = ssh_sign((output / "manifes.json").read_bytes(), str(key("a")), Namespace.MANIFEST)
    (output / "manifes.json.sig").write_text(armour)
    code, printed = published(output, tmp_path / "publik", capsys)
    lines = printed.splitlines()
    assert (0, tree(output)) == (code, served(tmp_path / "publik"))
    assert lines[0].startswith("Ini situs contoh")
    assert re.fullmatch(r"Manifes ditandatangani oleh SHA256:\S{43}\.", lines[1])


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
