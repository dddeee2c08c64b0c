"""`invoke publish`: what is served, what is kept, what it says, and the way back."""

import gzip
import hashlib
import os
import re
import shutil
from pathlib import Path

import brotli
import pytest

from kinerja.building.stage import builds_folder
from tests.site.builds import tree

from .publications import (
    PAGE,
    Capture,
    published,
    releases,
    served,
    write_site,
)

pytestmark = pytest.mark.client("rsync")


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
