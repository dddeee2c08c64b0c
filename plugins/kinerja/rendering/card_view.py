"""The picture that stands for a publication where it is shared: its words, broken into lines."""

from dataclasses import dataclass
from functools import cache

from font_source_sans_pro import font_files_ttf
from PIL import ImageFont

from kinerja.model.portal import Public
from kinerja.model.records import Publication, Record

from .figures import figure_view
from .site import Site

WIDTH, HEIGHT = 1200, 630
FONT_FILES: tuple[str, ...] = tuple(
    font_files_ttf[name] for name in ("SourceSansPro", "SourceSansProSemibold")
)
"""The fonts of the card, by path: a missing font would silently draw no text."""

TITLE_SIZE, TITLE_LINES = 58, 3
NOTE_SIZE, NOTE_LINES = 32, 2
VALUE_SIZE = 116
LEFT, GAP = 80, 24
ROOM = WIDTH - 2 * LEFT
LINE, FOOT = 68, 102
"""Pixels from one line of the title to the next, and of the place for unit and site."""

TALL = 1.25
"""How much larger everything is drawn where the picture is not wider than high."""


@dataclass(frozen=True, slots=True)
class Card:
    """A drawn card: absolute address, size in bytes and pixels, text alternative.

    `drawing` is the infographic that was drawn of the same record, `thumbnail` the same picture
    smaller, if any.
    """

    url: str
    size: int
    width: int
    height: int
    alt: str
    drawing: "Card | None" = None
    thumbnail: "Card | None" = None


@dataclass(frozen=True, slots=True)
class CardView:
    """What is written on a card; `value` is '' where the publication names no indicator.

    The unit of measure stands behind the value, `measure_x` pixels from the left. All is drawn
    `scale` times as large; the text begins `top` pixels lower than on the usual card, its figure
    `drop` pixels lower than below a title of TITLE_LINES, so that all stands in the middle.
    """

    title: tuple[str, ...]
    note: tuple[str, ...]
    value: str
    measure: str
    measure_x: int
    label: tuple[str, ...]
    unit: str
    site: str
    notice: str
    scale: float
    top: int
    drop: int


def card_view(
    site: Site, item: Public[Record], width: int = WIDTH, height: int = HEIGHT
) -> CardView:
    """Return the words of a story's card: title, its first figure or what it is for, unit."""
    record = item.record
    scale, more_lines = (1.0, 0) if width > height else (TALL, 2)
    room = round(width / scale) - 2 * LEFT
    title = wrap(record.title, FONT_FILES[1], TITLE_SIZE, room, TITLE_LINES + more_lines)
    drop = (len(title) - TITLE_LINES) * LINE if more_lines else 0
    top = max(0, round((height - (HEIGHT + drop) * scale) / 2))
    figure = None
    for reference in record.indicators:
        indicator = site.portal.indicators.get(reference.id)
        if indicator:
            figure = figure_view(site, indicator, reference.period, reference.detail)
            break
    label = f"{figure['label']}, {figure['period']}" if figure else ""
    value = wrap(figure["value"], FONT_FILES[1], VALUE_SIZE, room, 1)[0] if figure else ""
    measure_x = LEFT + text_width(value, FONT_FILES[1], VALUE_SIZE) + GAP
    behind = LEFT + room - measure_x
    return CardView(
        title=title,
        note=wrap(_note(record), FONT_FILES[0], NOTE_SIZE, room, NOTE_LINES + more_lines),
        value=value,
        measure=_cut(figure["unit"], _face(FONT_FILES[0], NOTE_SIZE), behind) if figure else "",
        measure_x=measure_x,
        label=wrap(label, FONT_FILES[0], NOTE_SIZE, room, 1 + more_lines // 2) if label else (),
        unit=wrap(site.unit_link(record.unit)["title"], FONT_FILES[0], NOTE_SIZE, 700, 1)[0],
        site=site.settings.name,
        notice="Situs contoh" if site.settings.notice else "",
        scale=scale,
        top=top,
        drop=drop,
    )


def _note(record: Record) -> str:
    """Return the benefit of a publication, the summary of an answer or a lesson."""
    return record.benefit if isinstance(record, Publication) else record.summary


def card_text(item: Public[Record], view: CardView) -> str:
    """Return the text alternative of a card: what is written on it, nothing cut."""
    said = f"{view.value} {view.measure}, {' '.join(view.label)}." if view.value else ""
    return f"{item.record.title}. {said or _note(item.record)} {view.unit}, {view.site}."


def wrap(text: str, font: str, size: int, width: int, lines: int) -> tuple[str, ...]:
    """Break text into at most `lines` lines of `width` pixels; what does not fit ends in '…'."""
    face = _face(font, size)
    found: list[str] = []
    for word in text.split():
        longer = f"{found[-1]} {word}" if found else word
        if found and face.getlength(longer) <= width:
            found[-1] = longer
        else:
            found.append(word)
    if len(found) > lines:
        found = found[:lines]
        found[-1] = f"{found[-1]} …"
    return tuple(_cut(line, face, width) for line in found) or ("",)


def text_width(text: str, font: str, size: int) -> int:
    """Return how many pixels wide a line is."""
    return round(_face(font, size).getlength(text))


def _cut(line: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    if face.getlength(line) <= width:
        return line
    while line and face.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line}…"


@cache
def _face(font: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font, size)
