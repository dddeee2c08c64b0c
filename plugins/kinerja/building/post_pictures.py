"""Pictures of posts in the ratio of their platform, from the card of the record as it was then."""

from dataclasses import replace
from pathlib import Path

from kinerja.rendering.card_view import Card, card_text, card_view
from kinerja.rendering.pages import File
from kinerja.rendering.site import Site, fingerprint

from .cards import TEMPLATE, cached, environment


def draw_posts(site: Site, theme: Path, cache: Path) -> tuple[dict[str, Card], list[File]]:
    """Return the picture of each public post by its key, and the files to publish.

    A platform whose row names no size has none. Posts of one record share what looks the same.
    """
    template = environment(theme).get_template(TEMPLATE)
    cards: dict[str, Card] = {}
    files: dict[str, File] = {}
    for post in site.portal.posts:
        if size := site.portal.tables.platforms[post.platform].picture:
            width, height = map(int, size.split("x"))
            view = card_view(replace(site, portal=post.then), post.item, width, height)
            svg = template.render(card=view, width=width, height=height)
            data = cached(svg, cache / "cards")
            address = f"{site.permanent(post.item)}kiriman-{fingerprint(data)}.jpg"
            files[address] = File(address.removeprefix("/"), data)
            alt = card_text(post.item, view)
            cards[post.key] = Card(site.absolute(address), len(data), width, height, alt)
    return cards, list(files.values())
