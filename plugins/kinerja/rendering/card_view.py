"""The picture that stands for a publication where it is shared: its words, broken into lines."""

from dataclasses import dataclass
from functools import cache

from font_source_sans_pro import font_files_ttf
from PIL import ImageFont

from kinerja.model.portal import Public
from kinerja.model.records import Publication

from .figures import figure_view
from .site import Site

WIDTH, HEIGHT = 1200, 630
FONT_FILES: tuple[str, ...] = tuple(
    font_files_ttf[name] for name in ("SourceSansPro", "SourceSansProSemibold")
)
"""The fonts of the card, by path: a missing font would silently draw no text."""

TITLE_SIZE, TITLE_WIDTH, TITLE_LINES = 58, 1040, 3
NOTE_SIZE, NOTE_WIDTH, NOTE_LINES = 32, 1040, 2
VALUE_SIZE, VALUE_WIDTH = 116, 1040
LEFT, GAP = 80, 24


@dataclass(frozen=True, slots=True)
class Card:
    """A drawn card: absolute address, size in bytes and pixels, text alternative.

    `drawing` is the infographic that was drawn of the same record, if any.
    """

    url: str
    size: int
    width: int
    height: int
    alt: str
    drawing: "Card | None" = None


@dataclass(frozen=True, slots=True)
class CardView:
    """What is written on a card; `value` is '' where the publication names no indicator.

    The unit of measure stands behind the value, `measure_x` pixels from the left.
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


def card_view(site: Site, item: Public[Publication]) -> CardView:
    """Return the words of a publication's card: title, its first figure or its benefit, unit."""
    record = item.record
    figure = None
    for reference in record.indicators:
        indicator = site.portal.indicators.get(reference.id)
        if indicator:
            figure = figure_view(site, indicator, reference.period, reference.detail)
            break
    label = f"{figure['label']}, {figure['period']}" if figure else ""
    value = wrap(figure["value"], FONT_FILES[1], VALUE_SIZE, VALUE_WIDTH, 1)[0] if figure else ""
    measure_x = LEFT + text_width(value, FONT_FILES[1], VALUE_SIZE) + GAP
    room = LEFT + VALUE_WIDTH - measure_x
    return CardView(
        title=wrap(record.title, FONT_FILES[1], TITLE_SIZE, TITLE_WIDTH, TITLE_LINES),
        note=wrap(record.benefit, FONT_FILES[0], NOTE_SIZE, NOTE_WIDTH, NOTE_LINES),
        value=value,
        measure=_cut(figure["unit"], _face(FONT_FILES[0], NOTE_SIZE), room) if figure else "",
        measure_x=measure_x,
        label=wrap(label, FONT_FILES[0], NOTE_SIZE, NOTE_WIDTH, 1) if label else (),
        unit=wrap(site.unit_link(record.unit)["title"], FONT_FILES[0], NOTE_SIZE, 700, 1)[0],
        site=site.settings.name,
        notice="Situs contoh" if site.settings.notice else "",
    )


def card_text(item: Public[Publication], view: CardView) -> str:
    """Return the text alternative of a card: what is written on it, nothing cut."""
    said = f"{view.value} {view.measure}, {' '.join(view.label)}." if view.value else ""
    return f"{item.record.title}. {said or item.record.benefit} {view.unit}, {view.site}."


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
