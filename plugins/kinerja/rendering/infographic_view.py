"""An infographic drawn by the portal: the figures that a publication names, as bars or numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.model.ids import IndicatorRef
from kinerja.model.portal import Public
from kinerja.model.records import Publication

from .card_view import FONT_FILES, NOTICE, text_width, wrap
from .figures import figure_view, latest
from .site import Site
from .views import FigureView

WIDTH, HEIGHT = 1080, 1350
MOST_ROWS = 7
TITLE_SIZE, TITLE_LINES = 62, 4
LABEL_SIZE, NOTE_SIZE = 32, 28
LEFT, INNER, GAP = 80, 920, 20


@dataclass(frozen=True, slots=True)
class InfographicRow:
    """One figure; its bar is `bar` pixels long, 0 where nothing can be compared with it."""

    label: str
    value: str
    note: str
    note_x: int
    result: str
    bar: int


@dataclass(frozen=True, slots=True)
class InfographicView:
    """What is written on an infographic; a row is `step` pixels high, numerals `size`."""

    title: tuple[str, ...]
    rows: tuple[InfographicRow, ...]
    top: int
    step: int
    size: int
    source: str
    unit: str
    site: str
    notice: str


def infographic_view(site: Site, item: Public[Publication]) -> InfographicView | None:
    """Return the drawing of a publication's figures; None where none of them is public."""
    record = item.record
    found = [(ref, figure) for ref in record.indicators if (figure := _figure(site, ref))]
    found = found[:MOST_ROWS]
    if not found:
        return None
    title = wrap(record.title, FONT_FILES[1], TITLE_SIZE, INNER, TITLE_LINES)
    top = 130 + len(title) * 72
    step = min(340, (1170 - top) // len(found))
    size = min(140, step * 2 // 5)
    bars = _bars(site, [ref for ref, _ in found])
    sources = "; ".join(dict.fromkeys(figure["source"] for _, figure in found))
    name = site.settings.name
    room = INNER - text_width(name, FONT_FILES[1], NOTE_SIZE) - 3 * GAP
    return InfographicView(
        title=title,
        rows=tuple(_row(figure, size, bar) for (_, figure), bar in zip(found, bars, strict=True)),
        top=top,
        step=step,
        size=size,
        source=wrap(f"Sumber: {sources}", FONT_FILES[0], NOTE_SIZE, INNER, 1)[0],
        unit=wrap(site.unit_link(record.unit)["title"], FONT_FILES[0], NOTE_SIZE, room, 1)[0],
        site=name,
        notice=NOTICE if site.settings.notice else "",
    )


def infographic_text(item: Public[Publication], view: InfographicView) -> str:
    """Return the text alternative of an infographic: every figure on it."""
    rows = (
        f"{row.label}: {row.value} {', '.join(filter(None, (row.note, row.result)))}"
        for row in view.rows
    )
    return f"Infografik. {item.record.title}. {'; '.join(rows)}."


def _figure(site: Site, reference: IndicatorRef) -> FigureView | None:
    indicator = site.portal.indicators.get(reference.id)
    return figure_view(site, indicator, reference.period, reference.detail) if indicator else None


def _row(figure: FigureView, size: int, bar: int) -> InfographicRow:
    value = wrap(figure["value"], FONT_FILES[1], size, INNER, 1)[0]
    note_x = LEFT + text_width(value, FONT_FILES[1], size) + GAP
    note = ", ".join(text for text in (figure["unit"], figure["period"]) if text)
    status = figure["status"]
    said = f"{status['word']} {status['detail']}" if status["detail"] else figure["trend"]
    return InfographicRow(
        label=wrap(figure["label"], FONT_FILES[0], LABEL_SIZE, INNER, 1)[0],
        value=value,
        note=wrap(note, FONT_FILES[0], NOTE_SIZE, LEFT + INNER - note_x, 1)[0],
        note_x=note_x,
        result=wrap(said, FONT_FILES[0], NOTE_SIZE, INNER, 1)[0],
        bar=bar,
    )


def _bars(site: Site, references: Sequence[IndicatorRef]) -> list[int]:
    """Return the length of each bar: the value as a part of the most that its measure can be.

    Where the measure has no bound, of the largest beside it; a single such value has no bar.
    """
    values = [_value(site, reference) for reference in references]
    measures = [site.portal.indicators[ref.id].record.measure for ref in references]
    found: list[int] = []
    for measure, value in zip(measures, values, strict=True):
        beside = [v for m, v in zip(measures, values, strict=True) if m == measure and v]
        bound = site.portal.tables.measures[measure].most
        most = bound or (max(beside) if len(beside) > 1 else None)
        found.append(max(0, round(INNER * value / most)) if value and most else 0)
    return found


def _value(site: Site, reference: IndicatorRef) -> Decimal | None:
    dataset = site.portal.datasets[reference.id].dataset
    if reference.period:
        row = dataset.find(reference.period, reference.detail)
    else:
        row = latest(dataset, reference.detail)
    return row.value if row and isinstance(row.value, Decimal) else None
