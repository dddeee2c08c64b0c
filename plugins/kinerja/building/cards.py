"""Cards, infographics and posts' pictures: which there are, and the files they become."""

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import resvg_py

from kinerja.model.portal import Public
from kinerja.model.records import Format, Record
from kinerja.rendering import infographic_view as infographic
from kinerja.rendering.card_view import HEIGHT, WIDTH, CardWords, card_words, site_words
from kinerja.rendering.pages import Card, File
from kinerja.rendering.photos import renditions
from kinerja.rendering.site import Site, fingerprint
from kinerja.secret import secret

from .drawing import draw_card, draw_photo, recipe, shrink
from .shelf import Job, Shelf

TEMPLATE, INFOGRAPHIC = "kartu.svg", "infografik.svg"
SMALL = 640
"""Width of the smaller card."""

ICONS = (144, 512)
"""Sizes of the icon: as much as RSS allows, as much as JSON Feed wants."""


def open_shelf(cache: Path) -> Shelf:
    """Return the pictures that were made before."""
    return Shelf(cache / "pictures", secret(), recipe())


def draw_icons(theme: Path) -> list[File]:
    """Return the icon of the site as pictures, for the readers of its feeds."""
    svg = (theme / "static" / "ikon.svg").read_text(encoding="utf-8")
    drawn = {size: resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size) for size in ICONS}
    return [File(f"umpan/ikon-{size}.png", bytes(png)) for size, png in drawn.items()]


@dataclass(slots=True)
class Press:
    """What draws the pictures of one build; `files` are those to publish, by address."""

    site: Site
    theme: Path
    shelf: Shelf
    files: dict[str, File] = field(default_factory=dict)
    templates: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        folder = self.theme / "templates"
        self.templates = {
            name: (folder / name).read_text(encoding="utf-8") for name in (TEMPLATE, INFOGRAPHIC)
        }

    def cards(self) -> dict[str, Card]:
        """Return the card of every story by id, and under '' that of all other pages.

        Each has a smaller one beside it, for feeds. An infographic without a picture of its own is
        drawn too, from its figures. The name of a file holds a fingerprint of its bytes: an
        address always shows one picture.
        """
        portal = self.site.portal
        stories: tuple[Public[Record], ...] = (
            *portal.publications.values(),
            *portal.issues.values(),
            *portal.education.values(),
        )
        bases = {item.id: self.site.address(item) for item in stories} | {"": "/tema/"}
        words = {item.id: card_words(self.site, item) for item in stories}
        words[""] = site_words(self.site)
        whole = {key: self._card(told, WIDTH, HEIGHT) for key, told in words.items()}
        small = {key: self._smaller(job) for key, job in whole.items()}
        drawings = self._drawings()
        self.shelf.fill([*small.values(), *(job for job, _ in drawings.values())])
        self.shelf.fill(whole.values())
        cards: dict[str, Card] = {}
        for key, base in bases.items():
            text = words[key].text
            card = self.kept(whole[key], base, text, WIDTH, HEIGHT)
            less = self.kept(small[key], base, text, SMALL, SMALL * HEIGHT // WIDTH)
            drawing = None
            if key in drawings:
                job, alt = drawings[key]
                drawing = self.kept(job, base, alt, infographic.WIDTH, infographic.HEIGHT)
            cards[key] = replace(card, thumbnail=less, drawing=drawing)
        return cards

    def _card(self, words: CardWords, width: int, height: int) -> Job:
        return Job(words.code, draw_card, (words, width, height, self.templates[TEMPLATE]))

    def _smaller(self, whole: Job) -> Job:
        inputs = (whole.inputs, SMALL, SMALL * HEIGHT // WIDTH)
        return Job(whole.owner, shrink, inputs, (partial(self.shelf.get, whole),))

    def _drawings(self) -> dict[str, tuple[Job, str]]:
        """Return what draws each infographic that has no picture, with its text alternative."""
        found: dict[str, tuple[Job, str]] = {}
        for told in self.site.portal.publications.values():
            if told.record.format is not Format.INFOGRAPHIC or told.record.picture:
                continue
            if view := infographic.infographic_view(self.site, told):
                size = infographic.WIDTH, infographic.HEIGHT
                job = Job(told.record.code, draw_card, (view, *size, self.templates[INFOGRAPHIC]))
                found[told.id] = job, infographic.infographic_text(told, view)
        return found

    def posts(self) -> dict[str, Card]:
        """Return the picture of each public post by its key, in the ratio of its platform.

        It shows the record as it was when it was posted. A platform whose row names no size has
        none. Posts of one record share what looks the same.
        """
        jobs: dict[str, tuple[Job, str, CardWords, tuple[int, int]]] = {}
        for post in self.site.portal.posts:
            if size := self.site.portal.tables.platforms[post.platform].picture:
                width, height = map(int, size.split("x"))
                words = card_words(replace(self.site, portal=post.then), post.item)
                base, job = self.site.permanent(post.item), self._card(words, width, height)
                jobs[post.key] = job, base, words, (width, height)
        self.shelf.fill([job for job, *_ in jobs.values()])
        return {
            key: self.kept(job, base, words.text, *size, "kiriman")
            for key, (job, base, words, size) in jobs.items()
        }

    def photos(self) -> None:
        """Plan every size of the attached pictures."""
        jobs: dict[str, Job] = {}
        for item in self.site.relations.records.values():
            for found in item.attachments.values():
                source = item.root / found.path
                for url, *form in renditions(self.site, item, found):
                    inputs = (found.digest, *form)
                    jobs[url] = Job(item.record.code, draw_photo, inputs, (source,))
        self.shelf.fill(jobs.values())
        for url, job in jobs.items():
            self._plan(url, job)

    def kept(
        self, job: Job, base: str, alt: str, width: int, height: int, name: str = "kartu"
    ) -> Card:
        """Return a drawn picture as a card, and plan its file."""
        data = self.shelf.get(job)
        address = f"{base}{name}-{fingerprint(data)}.jpg"
        self._plan(address, job)
        return Card(self.site.absolute(address), len(data), width, height, alt)

    def _plan(self, address: str, job: Job) -> None:
        path = address.removeprefix("/")
        self.files[address] = File(path, partial(self.shelf.get, job))
