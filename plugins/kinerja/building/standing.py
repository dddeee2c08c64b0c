"""Whether the public would see the same as now: then the site stands, and no page is made.

Editors write for days before anything is approved, and most builds change nothing public. Pages,
pictures and feeds are made of the portal alone, so the same portal is the same site.
"""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

from pydantic_core import PydanticSerializationError, to_json

from kinerja.disk import link_or_copy
from kinerja.model.portal import Portal

from .announced import MANIFEST, parse_announced
from .note import read_note, site_stamp
from .settings import BuildSettings
from .stage import Stage

NOWHERE = {"__all__": {"root"}}
"""Where an edition lies says nothing: its own digest and those of its attachments do."""

NOT_SHOWN: dict[str, Any] = {
    **dict.fromkeys(("services", "publications", "issues", "education"), NOWHERE),
    **dict.fromkeys(("indicators", "pages"), NOWHERE),
    "withdrawn": {"__all__": {"item": {"root"}}},
    "posts": {"__all__": {"then": True, "item": {"root"}}},
    "ledger": {"units"},  # a set, in no order; the units are in the tables
}
"""What of a portal is left out, as its bytes would differ for the same site."""


class Standing(NamedTuple):
    """A site that stands: its manifest, the digest of its stamps, and what its build said of it.

    That are links to nothing, and moves that nobody needs.
    """

    folder: Path
    manifest: bytes
    stamp: str
    dead_links: list[tuple[str, str]]
    unused: list[str]

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of every page and file, by path."""
        return parse_announced(self.manifest).berkas


def made_of(portal: Portal, settings: BuildSettings) -> str:
    """Return the digest of all that a site is made of, '' where nobody could tell later."""
    if not settings.around:
        return ""
    then = [
        (name, item)
        for post in portal.posts
        for before, now in (
            (post.then.indicators, portal.indicators),
            (post.then.datasets, portal.datasets),
        )
        for name, item in before.items()
        if item is not now.get(name)
    ]
    try:
        shown = to_json(portal, exclude=NOT_SHOWN), to_json((then, settings.site))
    except (PydanticSerializationError, UnicodeError):
        return ""
    return hashlib.sha256(b"\0".join((settings.around.encode(), *shown))).hexdigest()


def find_standing(stage: Stage, made: str) -> Standing | None:
    """Return the site as it is now, where it was made of the same and nobody wrote in it since."""
    output = stage.output
    try:
        note = read_note(output)
        if not made or note["made_of"] != made:
            return None
        stamp = site_stamp(output, note["key"])
        data = (output / MANIFEST).read_bytes()
        links = [(str(page), str(link)) for page, link in note["dead_links"]]
        unused = [*map(str, note["unused_redirects"])]
    except (OSError, ValueError, LookupError, TypeError):  # another form, of other code
        return None
    is_ours = stamp == note["site"]
    return Standing(output.resolve(), data, stamp, links, unused) if is_ours else None


def link_all(stage: Stage, standing: Standing) -> None:
    """Link every page and file of the site that stands into a stage."""
    for path in standing.digests:
        link_or_copy(stage.folder / path, standing.folder / path)
