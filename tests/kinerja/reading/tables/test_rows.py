"""Tables without mistake: every row as its model, each value with its place."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from cost_appendix.model import Account
from kinerja.model.fields import Place
from kinerja.model.ids import IndicatorRef
from kinerja.model.tables import (
    Choice,
    Counting,
    Explanation,
    Holiday,
    Lexicon,
    Measure,
    Message,
    Platform,
    Redirect,
    Scale,
    Shape,
    Source,
    Term,
    Unit,
    WordGroup,
)
from kinerja.reading.tables import MODELS, TABLES, read_table, table_path
from tests.kinerja.contents import write

from .reader import VALID, mistakes, rows


def test_every_table_is_tested_here(tmp_path: Path) -> None:
    """Each has a valid text, whose rows are of its model."""
    assert VALID.keys() == {*TABLES}
    for name, model in MODELS.items():
        assert {model} == {type(row) for row in rows(tmp_path, name)}


def test_units(tmp_path: Path) -> None:
    """Dates, parent and successor; empty cells are absent."""
    found = rows(
        tmp_path,
        "unit",
        "phu,Penyelenggaraan Haji,PHU,eselon-1,kemenag,,2025-09-07,kemenhaj,phu@portal.example",
        "kemenag,Kementerian Agama,,kementerian,,,,,",
        "kemenhaj,Kementerian Haji,,eksternal,,2025-09-08,,,",
    )
    units = [row for row in found if isinstance(row, Unit)]
    assert ["phu", "kemenag", "kemenhaj"] == [unit.id for unit in units]
    first, _, last = units
    days = [date(2025, 9, 7), date(2025, 9, 8)]
    assert [True, False] == [first.is_in_force(day) for day in days]
    assert [False, True] == [last.is_in_force(day) for day in days]
    assert (None, "kemenhaj") == (last.contact, first.successor)


def test_measures_and_sources(tmp_path: Path) -> None:
    """Numbers are exact, addresses are checked."""
    (measure,) = rows(tmp_path, "satuan", "persen,persen,persen,0,100.5")
    (source,) = rows(tmp_path, "sumber", "lkj,LKj,Badan,2025-01-31,https://a.example,,")
    assert isinstance(measure, Measure)
    assert isinstance(source, Source)
    assert (Shape.PERCENT, "0", "100.5") == (measure.shape, str(measure.least), str(measure.most))
    assert ("https://a.example", date(2025, 1, 31)) == (source.url, source.date)


def test_accounts_are_read_by_the_cost_plugin(tmp_path: Path) -> None:
    """The same code for two spans of years is two rows."""
    found = rows(tmp_path, "akun", "521211,Bahan,2020,2024,", "521211,Bahan habis,2025,,")
    assert [Account, Account] == [type(row) for row in found]
    assert [(2, "kode")] == [p[:2] for p in mistakes(tmp_path, "akun", "52,Bahan,2020,,")]


def test_the_first_row_of_every_other_table(tmp_path: Path) -> None:
    """Each field under its English name; what is absent is None or ()."""
    expected = {
        "libur": Holiday(date=date(2026, 1, 1), name="Tahun Baru"),
        "alih-alamat": Redirect(old="/lama/tarif/", new="/layanan/nikah/"),
        "penjelasan": Explanation.model_validate(
            {
                **{"indicator": "kepuasan", "period": "2024", "unit": "bimas"},
                **{"cause": "Loket kurang, antre lama.", "plan": "Tambah loket."},
                "deadline": date(2026, 6, 30),
            }
        ),
        "istilah": Term(
            term="KUA",
            meaning="Kantor di kecamatan.",
            expansion="Kantor Urusan Agama",
            synonyms=("balai",),
        ),
        "leksikon": Lexicon(
            id="acara",
            group=WordGroup.CEREMONY,
            weight=5,
            words=("melantik", "membuka acara"),
            advice="Tulis apa yang berubah bagi warga.",
        ),
        "platform": Platform.model_validate(
            {
                **{"id": "x", "name": "X", "counting": Counting.WEIGHTED, "limit": 280},
                **{"byte_limit": 1120, "link_length": 23, "hashtags": 2, "picture": "1200x675"},
                **{"feed": Choice.YES, "source": "https://contoh.example/batas"},
                "checked": date(2026, 2, 1),
            }
        ),
    }
    assert expected == {name: rows(tmp_path, name)[0] for name in expected}


def test_messages(tmp_path: Path) -> None:
    """A tree by `induk`; evidence with and without period."""
    first, second = rows(tmp_path, "pesan")
    assert isinstance(first, Message)
    assert isinstance(second, Message)
    assert (None, (), "mudah") == (first.parent, first.evidence, second.parent)
    evidence = (IndicatorRef("kepuasan", "", "2024"), IndicatorRef("kepuasan"))
    assert (evidence, date(2025, 1, 1)) == (second.evidence, second.valid_from)


def test_scales(tmp_path: Path) -> None:
    """Bands with exact ends, and two editions of one order."""
    quality, old, new = (row for row in rows(tmp_path, "skala") if isinstance(row, Scale))
    assert (2, "A", Decimal("88.31")) == (
        quality.decimals,
        quality.bands[0].value,
        quality.bands[0].least,
    )
    assert ("opini", None, 3) == (old.id, old.valid_from, len(old.order))
    assert ("opini", date(2026, 1, 1), 4) == (new.id, new.valid_from, len(new.order))


def test_places_lead_to_lines_and_names(tmp_path: Path) -> None:
    """By the number of the row and its attributes; what stands nowhere is told at its row."""
    write(tmp_path, table_path("pesan"), VALID["pesan"])
    edition = read_table(tmp_path, "pesan")
    assert Place(4, "induk") == edition.place(1, "parent")
    assert Place(6, "bukti") == edition.place(1, "evidence", 0)
    assert Place(2, "") == edition.place(1, "nothing")
    assert Place(1, "") == edition.place(7, "parent")
