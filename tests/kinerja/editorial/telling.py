"""A record that tells one text, and figures of indicators for it to be held against."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from kinerja.editorial.review import review
from kinerja.editorial.subject import Background
from kinerja.model.documents import Body, Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.ids import IndicatorRef
from kinerja.model.period import parse_period
from kinerja.model.records import Indicator, Kind, Publication, SeriesBreak
from kinerja.model.tables import Dataset, Measure, Observation, ObservationStatus, Shape, Tables
from kinerja.model.tables.measures import Band, Scale
from kinerja.reading.body import compile_body
from tabular.problems import Problem

GOLDEN = Path(__file__).parents[2] / "golden" / "numbers"
RECORD = {
    "code": "01K00000000000000000000001",
    "title": "Judul",
    "summary": "Ringkasan yang cukup panjang untuk dibaca tanpa satu pun angka.",
    "unit": "bimas",
    "date": date(2026, 1, 31),
}
MEASURES = {
    "indeks": Measure(id="indeks", name="poin (indeks 0–100)", shape=Shape.INDEX),
    "peristiwa": Measure(id="peristiwa", name="peristiwa", shape=Shape.COUNT),
    "orang": Measure(id="orang", name="orang", shape=Shape.COUNT),
    "persen": Measure(id="persen", name="persen", shape=Shape.PERCENT),
}
BANDS = (("88.31", "100", "A", "Sangat Baik"), ("76.61", "88.30", "B", "Baik"))
LOWER = (("65.00", "76.60", "C", "Kurang Baik"), ("25.00", "64.99", "D", "Tidak Baik"))
SCALE = Scale(
    id="mutu",
    bands=tuple(
        Band(least=Decimal(least), most=Decimal(most), value=value, label=label)
        for least, most, value, label in (*BANDS, *LOWER)
    ),
)
NAMES = {
    "ikjhi": ("Indeks Kepuasan Jemaah Haji", "indeks", None),
    "ikl-kua": ("Indeks Kepuasan Layanan KUA", "indeks", "mutu"),
    "ikub": ("Indeks Kerukunan Umat Beragama", "indeks", None),
    "nikah": ("Peristiwa nikah", "peristiwa", None),
    "serapan": ("Serapan anggaran", "persen", None),
    "skm": ("Indeks Kepuasan Layanan Sertifikasi Halal", "indeks", "mutu"),
    "kuota": ("Kuota haji", "orang", None),
}
"""Id -> name, unit of measure and scale; ikub has a series break in 2025."""


def indicator(name: str) -> Indicator:
    """Return the definition of one."""
    title, measure, scale = NAMES[name]
    values = {
        **RECORD,
        "name": title,
        "definition": "Apa yang dihitung.",
        "measure": measure,
        "direction": "naik",
        "publisher": "Badan Contoh",
        "method": "Survei.",
        "frequency": "tahunan",
        "scale": scale,
    }
    breaks = (SeriesBreak(period="2025", reason="Dimensi diganti."),) if name == "ikub" else ()
    return Indicator.model_validate(values).model_copy(update={"breaks": breaks})


def row(line: int, period: str, value: str) -> Observation:
    """Return one observation."""
    known = (parse_period(period), "", Decimal(value), None, None, ObservationStatus.FINAL)
    return Observation(line, *known, "laporan", None, None, None, "", "", "")


def background() -> Background:
    """Return the indicators with the rows of `series.csv`."""
    rows: dict[str, list[Observation]] = {name: [] for name in NAMES}
    with (GOLDEN / "series.csv").open(encoding="utf-8", newline="") as file:
        for line, each in enumerate(csv.DictReader(file), 2):
            rows[each["indikator"]].append(row(line, each["periode"], each["nilai"]))
    tables = Tables(measures=MEASURES, scales={"mutu": (SCALE,)})
    datasets = {name: Dataset(name, tuple(found)) for name, found in rows.items()}
    return Background(tables, datasets, {name: indicator(name) for name in NAMES})


def findings(
    body: str,
    *cited: str,
    known: Background | None = None,
    kind: Kind = Kind.PUBLICATION,
    compiled: bool = True,
    **changes: object,
) -> list[Problem]:
    """Return all that is found in a publication whose body begins in line 1.

    Where it is not `compiled`, its body may be longer than Markdown allows.
    """
    values = {
        **RECORD,
        "services": ("nikah",),
        "format": "artikel",
        "benefit": "Satu 1.",
        **changes,
    }
    record = Publication.model_validate(values).model_copy(
        update={"indicators": tuple(IndicatorRef(name) for name in cited)}
    )
    whole = compile_body(body, "a.md")[0] if compiled else Body("", source=body)
    edition = Edition("a", kind, "a.md", Digest(""), None)
    refusing, advice = review(edition, Document(record, whole), known or background())
    return sorted([*refusing, *advice])


def codes(body: str, *cited: str, **changes: object) -> list[str]:
    """Return the codes of checks on numbers and of exemptions alone."""
    found = findings(body, *cited, **changes)  # type: ignore[arg-type]  # passed on as they are
    return [item.code for item in found if item.code < "S1"]
