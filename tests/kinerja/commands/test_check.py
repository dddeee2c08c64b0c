"""`invoke check`: strict, everything at once, and nothing is written."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from kinerja.commands import check as command
from kinerja.commands.findings import findings, print_findings
from kinerja.reading.messages import MESSAGES
from tests.kinerja import contents
from tests.kinerja.contents import change, write, write_record

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes."""
    return contents.write_content(tmp_path)


def snapshot(root: Path) -> dict[str, bytes]:
    """Return every file with its bytes, save that of a lock."""
    files = (p for p in root.rglob("*") if p.is_file() and not p.name.startswith("~$"))
    return {str(p.relative_to(root)): p.read_bytes() for p in files}


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
    told = [line for line in lines if line.endswith(")")]
    assert [
        "catatan.txt:",
        "data/biaya/2026.csv:2:",
        "data/satuan.csv:2:",
        "halaman/kontak.md:7:",
    ] == sorted({line.split(" ")[0] for line in told if "(R0" not in line})
    assert f"Kesalahan: {len(told)}" == lines[-1]


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
    said = capsys.readouterr().out.splitlines()
    expected = "halaman/kontak.md:1: unit: required and missing; add it (F02)"
    assert [f"── {contents.PAGE}", "Mistakes: 1", expected, "", "Mistakes: 1"] == said


def test_mistakes_stand_by_record_the_gravest_first(root: Path, capsys: Capture) -> None:
    """What stops the build, then records with mistakes and their advice, then advice alone.

    Each with its line and a marker below what is at fault; tabs and signs of control are shown as
    others, so that the marker fits and a terminal obeys nothing that a file says.
    """
    change(root, "data/biaya/2026.csv", "250000", "250.000")
    change(root, contents.PATHS["halaman"], "Tulis ke", "\x1b[2J Tulis ke")
    path = write_record(root, "halaman", "lain", body="Lihat\t[itu](javascript:a).\n")
    assert 1 == command.run(str(root))
    out = capsys.readouterr().out
    blocks = [block.splitlines() for block in out.split("── ")[1:]]
    heads = [block[:2] for block in blocks]
    assert ["data/biaya/2026.csv", "Menghentikan build: 1"] == heads[0]
    assert [contents.PAGE, "Kesalahan: 1"] in heads
    assert "\x1b" not in out
    shown = next(block for block in blocks if block[0] == Path(path).stem)
    at = shown.index(next(line for line in shown if "(B02)" in line))
    line, marker = shown[at + 1 : at + 3]
    assert "javascript:a" == line[marker.index("^") : marker.rindex("^") + 1]


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals(
    root: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coloured: bool
) -> None:
    """A mistake is red where somebody looks at it, unless they asked for none."""
    change(root, contents.PATHS["halaman"], "unit: bimas\n", "")
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    told = io.StringIO()
    content, decided = command.read_and_decide(root)
    found = findings(decided, content.stopping)
    print_findings(Console(file=told, force_terminal=True, width=200), root, found)
    assert coloured is ("\x1b[31m" in told.getvalue())


def test_as_json(root: Path, capsys: Capture) -> None:
    """One document that says what the text says."""
    change(root, contents.PATHS["halaman"], "unit: bimas\n", "")
    assert 1 == command.run(str(root), "json")
    told = json.loads(capsys.readouterr().out)
    (found,) = told.pop("findings")
    assert {"stopping": 0, "mistakes": 1, "advice": 0} == told
    assert {
        **{"record": contents.PAGE, "severity": "mistakes", "code": "F02"},
        **{"path": contents.PATHS["halaman"], "line": 1, "field": "unit"},
        **{"message": "wajib diisi dan belum ada; tambahkan", "excerpt": ""},
    } == found


def test_as_annotations(root: Path, capsys: Capture) -> None:
    """A workflow command of GitHub for each; a percent sign and what divides are escaped."""
    change(root, contents.PATHS["halaman"], "unit: bimas", "unit: 'a%,b'")
    assert 1 == command.run(str(root), "github")
    file = f"{root}/{contents.PATHS['halaman']}"
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"::error file={file},line=4,title=F11::halaman/kontak.md:4: unit: ")
    assert "'a%25,b'" in line


def test_annotations_of_nothing(root: Path, capsys: Capture) -> None:
    """A folder without mistakes has none."""
    assert 0 == command.run(str(root), "github")
    assert "" == capsys.readouterr().out.strip()


@pytest.mark.parametrize(
    ("form", "code", "status", "said"),
    [
        ("xml", "", 2, "--format: 'xml' tidak dikenal; pilih text, json, github."),
        ("text", "b02", 0, "B02: tautan ke '{value}' tidak diizinkan"),
        ("text", "T06", 0, "halaman/kontak.md: berkas berukuran 9000000 bita"),
        ("text", "B2", 2, "Tidak ada kode 'B2'"),
    ],
)
def test_words_about_words(
    root: Path, capsys: Capture, form: str, code: str, status: int, said: str
) -> None:
    """`--explain` needs no content; a word that is none is refused."""
    assert status == command.run(str(root), form, code)
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("code", MESSAGES)
def test_every_code_is_explained(code: str, capsys: Capture) -> None:
    """With its sentence, and an example that ends with it."""
    assert 0 == command.run("tidak-ada", code=code)
    lines = capsys.readouterr().out.splitlines()
    assert [True, "", "Contoh:", True] == [
        lines[0].startswith(f"{code}: "),
        *lines[1:3],
        lines[3].endswith(f"({code})"),
    ]
