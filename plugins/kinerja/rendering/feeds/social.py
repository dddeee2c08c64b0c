"""Feeds of posts: text and picture as a platform gets them, and nothing that ever changes."""

import html
from collections.abc import Mapping
from datetime import datetime

from kinerja.model.portal import PublicPost
from kinerja.model.records import LINK
from kinerja.model.tables import Choice, Platform
from kinerja.rendering.pages import Card
from kinerja.rendering.site import Site

from .items import Feed, FeedItem
from .stories import ABOUT

GROUP = "Kiriman untuk media sosial"
TITLE_LENGTH = 100


def social_feeds(site: Site, pictures: Mapping[str, Card], begin: datetime) -> list[Feed]:
    """Return the feed of every platform that has one; `pictures` are by the key of a post.

    A feed without posts stays, as it was at `begin`. It changes when a post comes or is withdrawn.
    """
    platforms = site.portal.tables.platforms.values()
    return [_feed(site, p, pictures, begin) for p in platforms if p.feed is Choice.YES]


def _feed(site: Site, platform: Platform, pictures: Mapping[str, Card], begin: datetime) -> Feed:
    own = (post for post in site.portal.posts if post.platform == platform.id)
    address = site.absolute(f"/umpan/sosial/{platform.id}/")
    changes = (
        site.portal.ended.get(code, rows[0].time)
        for code, rows in site.portal.releases.items()
        if code.partition("#")[2].rpartition("-")[0] == platform.id
    )
    return Feed(
        id=f"sosial/{platform.id}",
        title=f"Kiriman {platform.name} – {site.settings.name}",
        purpose=f"Teks dan gambar yang siap dikirim ke {platform.name}, persis seperti disetujui",
        page=address,
        address=address,
        changed=max(changes, default=begin),
        items=tuple(_item(site, post, pictures.get(post.key)) for post in own),
        group=GROUP,
        robots="noindex",
    )


def _item(site: Site, post: PublicPost, picture: Card | None) -> FeedItem:
    """Return a post; its link is the short address, which never moves (feeds.md, 6.3)."""
    short = site.permanent(post.item)
    link = site.absolute(short)
    text = post.text.replace(LINK, link)
    shown = f"<p>{html.escape(text, quote=False)}</p>".replace("\n", "<br>")
    if picture:
        size = f'width="{picture.width}" height="{picture.height}"'
        shown += f'<img src="{picture.url}" alt="{html.escape(picture.alt)}" {size}>'
    return FeedItem(
        guid=f"{site.settings.feed_id_base}{short}#{post.platform}-{post.n}",
        link=link,
        title=_title(post.text.replace(LINK, "")),
        description=text,
        content_html=shown,
        published=post.released,
        updated=post.released,
        creator=site.unit_link(post.item.record.unit)["title"],
        card=picture,
        about={"about": site.absolute(ABOUT), "status": "terbit", "platform": post.platform},
    )


def _title(text: str) -> str:
    """Return the first line of a post with words in it, at most 100 characters, cut at a word."""
    line = next((" ".join(line.split()) for line in text.split("\n") if line.strip()), "Kiriman")
    if len(line) <= TITLE_LENGTH:
        return line
    return f"{line[: TITLE_LENGTH - 1].rpartition(' ')[0] or line[: TITLE_LENGTH - 1]}…"
