"""Personal data in records, tables and the ledger: where it stands, and what overrules it."""

from pathlib import Path

import pytest

from kinerja.approval.gate import decide
from kinerja.editorial.review import review
from kinerja.model.documents import Attachment, Document, Edition
from kinerja.model.fields import Digest, Place
from kinerja.model.records import Kind, Page
from kinerja.reading.body import compile_body
from tabular.problems import Problem
from tests.kinerja.contents import AS_OF, MEASURE, change, read, write_content
from tests.kinerja.editorial.telling import RECORD, background

NIK = "3201014506870001"


def told(
    body: str = "", personal: tuple[tuple[str, int, str], ...] = (), **more: object
) -> list[Problem]:
    """Return what is found of persons in a page whose body begins in line 6."""
    record = Page.model_validate({**RECORD, **more})
    places = {("summary",): Place(4, "ringkasan"), ("sources", 0, "title"): Place(5, "judul")}
    files = {"a.csv": Attachment("a.csv", "lampiran/a/a.csv", 9, personal=personal)}
    document = Document(record, compile_body(body, "a.md", 5)[0], files)
    edition = Edition("a", Kind.PAGE, "a.md", Digest(""), None, places=places)
    refusing, advice = review(edition, document, background())
    return [
        item for item in (*refusing, *advice) if item.code in ("N08", "S09") or item.code > "S17"
    ]


def places(found: list[Problem]) -> list[tuple[str, int, str, str]]:
    """Return path, line, field and code of each."""
    return [(item.path, item.line, item.field, item.code) for item in found]


def test_every_text_of_a_record_is_read() -> None:
    """Front matter at its key, also deep inside; the body at its line, quotations and code too."""
    source = {"title": f"Berkas {NIK}", "publisher": "B", "url": "https://a.example/"}
    found = told(
        f"a\n> kata {NIK}\n\n`a@gmail.com`\n",
        summary=f"{RECORD['summary']} Telepon 0812 3456 7890.",
        sources=(source,),
    )
    expected = [("a.md", 5, "judul", "N08"), ("a.md", 7, "", "N08")]
    expected += [("a.md", 4, "ringkasan", "S18"), ("a.md", 9, "", "S19")]
    assert expected == places(found)


def test_attachments_are_read() -> None:
    """At the line of the attachment."""
    assert [("lampiran/a/a.csv", 2, "", "N08")] == places(told(personal=(("N08", 2, NIK),)))


@pytest.mark.parametrize(("code", "expected"), [("N08", []), ("S18", ["N08", "N08", "S09"])])
def test_an_exemption_with_a_reason_lets_it_stand(code: str, expected: list[str]) -> None:
    """Of its own code only; the quotation in the exemption itself does not count again."""
    exempt = {"code": code, "quotation": NIK, "reason": "Nomor contoh dari formulir."}
    found = told(f"Contoh: {NIK}.\n", exemptions=(exempt,))
    assert expected == [item.code for item in found]


def test_tables_datasets_and_ledger_are_advised_on(tmp_path: Path) -> None:
    """They have no exemptions: nothing is kept back, and the line is said."""
    root = write_content(tmp_path / "isi")
    change(root, "data/satuan.csv", "poin", "poin a@gmail.com")
    change(
        root,
        "data/capaian/kepuasan.csv",
        "tetap,laporan,,,,,,\n2024",
        f"tetap,laporan,,,,,,{NIK}\n2024",
    )
    change(root, "data/biaya/2026.csv", "Cetak poster", f"Honor {NIK}")
    decided = decide(read(root), AS_OF, mint=True)
    found = [(item.path, item.line, item.code) for item in decided.advice if item.code == "S21"]
    paths = ("data/biaya/2026.csv", "data/capaian/kepuasan.csv", "data/satuan.csv")
    assert [(path, 2, "S21") for path in paths] == found
    assert [] == [item.code for item in decided.problems]
    assert "tabel-satuan" in decided.public
    assert MEASURE in decided.tables.measures
