"""`invoke check`: strict, everything at once, and nothing is written."""

from pathlib import Path

import pytest

from kinerja.commands import check as command
from tests.kinerja import contents
from tests.kinerja.contents import change, write, write_record

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes."""
    return contents.write_content(tmp_path)


def snapshot(root: Path) -> dict[str, bytes]:
    """Return every file with its bytes."""
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_no_mistakes(root: Path, capsys: Capture) -> None:
    """Exit 0; the folder is as before, and no release was minted."""
    before = snapshot(root)
    assert 0 == command.run(str(root))
    assert "Tidak ada kesalahan.\n" == capsys.readouterr().out
    assert before == snapshot(root)


def test_every_mistake_is_printed(root: Path, capsys: Capture) -> None:
    """Of records, tables, the ledger and loose files, sorted; exit 1 on any."""
    change(root, contents.PATHS["halaman"], "judul: Kontak", "judul: ''")
    change(root, "data/satuan.csv", "indeks,0", "berat,0")
    change(root, "data/biaya/2026.csv", "250000", "250.000")
    write(root, "catatan.txt", "")
    assert 1 == command.run(str(root))
    lines = capsys.readouterr().out.splitlines()
    assert [
        "catatan.txt:",
        "data/biaya/2026.csv:2:",
        "data/satuan.csv:2:",
        "halaman/kontak.md:7:",
    ] == sorted({line.split(" ")[0] for line in lines[:-1] if "(R0" not in line})
    assert f"Kesalahan: {len(lines) - 1}" == lines[-1]


@pytest.mark.parametrize("text", ["", "---\n", "a", "---\nstatus: draf\n---\n"])
def test_drafts_are_checked_too(root: Path, text: str) -> None:
    """What the author still writes may be wrong, and is told."""
    write(root, "halaman/draf.md", text)
    assert 1 == command.run(str(root))


def test_what_waits_for_approval_is_no_mistake(root: Path) -> None:
    """An unapproved record without mistakes is fine."""
    write_record(root, "halaman", "baru")
    assert 0 == command.run(str(root))


@pytest.mark.parametrize(
    ("declared", "note", "expected"),
    [("nol", None, 1), ("tidak-berlaku", None, 0), ("ada", None, 0), ("belum", None, 0)],
)
def test_declared_costs_fit_the_ledger(
    root: Path, declared: str, note: str | None, expected: int
) -> None:
    """A record with rows in the ledger did cost something."""
    path = contents.PATHS["publikasi"]
    write(root, path, contents.record_text("publikasi", biaya=declared, biaya_catatan=note))
    assert expected == command.run(str(root))


def test_no_folder(tmp_path: Path, capsys: Capture) -> None:
    """Exit 2, with the way to name it."""
    assert 2 == command.run(str(tmp_path / "tidak-ada"))
    assert "sebut yang benar dengan --content" in capsys.readouterr().out


def test_in_english(root: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """PORTAL_LANG=en."""
    monkeypatch.setenv("PORTAL_LANG", "en")
    change(root, contents.PATHS["halaman"], "unit: bimas\n", "")
    assert 1 == command.run(str(root))
    expected = "halaman/kontak.md:1: unit: required and missing; add it (F02)\nMistakes: 1\n"
    assert expected == capsys.readouterr().out
