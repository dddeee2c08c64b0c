"""`invoke costs.totals`: the sums of the pages, to read and for programs."""

import json
from pathlib import Path

import pytest

from cost_appendix.pages import appendix_pages
from kinerja.commands.costs import totals as command
from kinerja.commands.costs.tables import read_books
from tests.kinerja.contents import AS_OF, UNIT, write_content

Capture = pytest.CaptureFixture[str]
BOOK = "data/biaya/2026.csv"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a content folder with a plan beside the payment, and a return."""
    monkeypatch.setattr(command, "parse_as_of", lambda _: AS_OF)
    root = write_content(tmp_path / "isi")
    with (root / BOOK).open("a", encoding="utf-8") as file:
        start = "2026-02-10,2026-02-10"
        place = f"{UNIT},521211,bahan,Poster"
        file.write(f"2026-000002,{start},rencana,,,{place},90000,,,,\n")
        file.write(f"2026-000003,{start},bayar,,,{place},70000,sp2d,SP-2,internal,\n")
        file.write(f"2026-000004,{start},kembali,2026-000003,,{place},20000,sp2d,SP-3,internal,\n")
    return root


def test_sums_for_programs(root: Path, capsys: Capture) -> None:
    """Whole rupiah by every split."""
    assert 0 == command.run(str(root), 2026, UNIT, "521211", True)
    found = json.loads(capsys.readouterr().out)
    whole = {"net": 300000, "planned": 90000, "contracted": 0, "paid": 320000, "returned": 20000}
    assert {"rows": 4, "ceiling": 1000000, "unallocated": 50000, **whole} == {
        name: value for name, value in found.items() if name != "by"
    }
    assert {"year", "unit", "account", "month", "review"} == {*found["by"]}
    assert [[whole]] * 4 == [
        [*found["by"][name].values()] for name in found["by"] if name != "month"
    ]


def test_sums_to_read(root: Path, capsys: Capture) -> None:
    """A line for each part, and what stands beside the sums."""
    assert 0 == command.run(str(root), 0, "", "", False)
    told = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "Menurut akun Biaya Direncanakan Dikontrak Dibayar Dikembalikan" in told
    assert "521211 Belanja Bahan Rp300.000 Rp90.000 Rp0 Rp320.000 Rp20.000" in told
    assert "Seluruhnya Rp300.000 Rp90.000 Rp0 Rp320.000 Rp20.000" == told[-2]
    assert "Pagu Rp1.000.000; biaya umum Rp50.000; 4 baris." == told[-1]


@pytest.mark.parametrize(
    ("year", "unit", "account", "expected"),
    [(2025, "", "", "2026"), (0, "x", "", UNIT), (0, "", "5", "521211")],
)
def test_a_part_that_is_not_there(
    root: Path, capsys: Capture, year: int, unit: str, account: str, expected: str
) -> None:
    """The known ones are named."""
    assert 2 == command.run(str(root), year, unit, account, False)
    assert expected in capsys.readouterr().out


def test_a_ledger_with_mistakes_has_no_sums(root: Path, capsys: Capture) -> None:
    """They would be wrong."""
    text = (root / BOOK).read_text("utf-8")
    (root / BOOK).write_text(text.replace("70000", "-70000"), "utf-8")
    assert 1 == command.run(str(root), 0, "", "", False)
    assert "(K06)" in capsys.readouterr().out


def test_the_sums_are_those_of_the_pages(root: Path, capsys: Capture) -> None:
    """Each line of the tables of a year stands in the terminal with the same money."""
    pages = {page.url: page for page in appendix_pages(read_books(root).ledger, {})}
    splits = pages["transparansi/biaya/2026/"].view["appendix"]["splits"]
    rows = [
        row
        for split in splits
        if split["id"] in ("menurut-unit", "menurut-akun", "menurut-bulan")
        for row in split["rows"]
    ]
    assert 0 == command.run(str(root), 2026, "", "", False)
    told = [line.split() for line in capsys.readouterr().out.splitlines()]
    found = {" ".join(line[:-5]): sorted(line[-5:]) for line in told if len(line) > 5}
    assert {row["name"]: sorted(row["amounts"]) for row in rows}.items() <= found.items()
    assert 3 == len(rows)
