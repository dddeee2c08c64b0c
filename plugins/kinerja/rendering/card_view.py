"""The picture that stands for a publication where it is shared: its words, broken into lines."""

from dataclasses import dataclass, replace
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

NOTICE = "Situs contoh"
TALL = 1.25
"""How much larger everything is drawn where the picture is not wider than high."""


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says, before any of it is broken or cut.

    `value` is '' where the story names no indicator; `code` is that of the record, '' for the
    card of the site.
    """

    code: str
    title: str
    note: str
    unit: str
    site: str
    notice: str
    value: str = ""
    measure: str = ""
    label: str = ""

    @property
    def text(self) -> str:
        """The text alternative: what is written on the card, nothing cut."""
        said = f"{self.value} {self.measure}, {self.label}" if self.value else self.note
        ends = ", ".join(dict.fromkeys(filter(None, (self.unit, self.site))))
        return f"{self.title}. {said.rstrip('.')}. {ends}."


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


def card_words(site: Site, item: Public[Record]) -> CardWords:
    """Return the words of a story's card: title, its first figure or what it is for, unit."""
    record = item.record
    found = ((r, site.portal.indicators.get(r.id)) for r in record.indicators)
    first = next(((ref, indicator) for ref, indicator in found if indicator), None)
    figure = figure_view(site, first[1], first[0].period, first[0].detail) if first else None
    words = CardWords(
        code=record.code,
        title=record.title,
        note=_note(record),
        unit=site.unit_link(record.unit)["title"],
        site=site.settings.name,
        notice=NOTICE if site.settings.notice else "",
    )
    if figure is None:
        return words
    label = f"{figure['label']}, {figure['period']}"
    return replace(words, value=figure["value"], measure=figure["unit"], label=label)


def site_words(site: Site) -> CardWords:
    """Return the words of the card that all other pages share."""
    told = site.settings
    notice = NOTICE if told.notice else ""
    return CardWords("", told.name, told.tagline, told.ministry, told.name, notice)


def card_view(words: CardWords, width: int = WIDTH, height: int = HEIGHT) -> CardView:
    """Return the words of a card as lines that fit."""
    scale, more_lines = (1.0, 0) if width > height else (TALL, 2)
    room = round(width / scale) - 2 * LEFT
    title = wrap(words.title, FONT_FILES[1], TITLE_SIZE, room, TITLE_LINES + more_lines)
    drop = (len(title) - TITLE_LINES) * LINE if more_lines else 0
    value = wrap(words.value, FONT_FILES[1], VALUE_SIZE, room, 1)[0]
    measure_x = LEFT + text_width(value, FONT_FILES[1], VALUE_SIZE) + GAP
    label = wrap(words.label, FONT_FILES[0], NOTE_SIZE, room, 1 + more_lines // 2)
    return CardView(
        title=title,
        note=wrap(words.note, FONT_FILES[0], NOTE_SIZE, room, NOTE_LINES + more_lines),
        value=value,
        measure=_cut(words.measure, _face(FONT_FILES[0], NOTE_SIZE), LEFT + room - measure_x),
        measure_x=measure_x,
        label=label if words.label else (),
        unit=wrap(words.unit, FONT_FILES[0], NOTE_SIZE, 700, 1)[0],
        site=words.site,
        notice=words.notice,
        scale=scale,
        top=max(0, round((height - (HEIGHT + drop) * scale) / 2)),
        drop=drop,
    )


def _note(record: Record) -> str:
    """Return the benefit of a publication, the summary of an answer or a lesson."""
    return record.benefit if isinstance(record, Publication) else record.summary


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
