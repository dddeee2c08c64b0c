"""The public portal of a content folder as view builders are given it, for tests of rendering."""

from datetime import datetime
from pathlib import Path

from kinerja.approval.gate import decide
from kinerja.approval.public import public_portal
from kinerja.building.settings import ADDRESSES
from kinerja.rendering.site import Site, SiteSettings, open_site
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF

SETTINGS = SiteSettings(
    name="Portal Kinerja",
    tagline="Kinerja layanan",
    ministry="Kementerian Contoh",
    url="https://kinerja.example",
    feed_id_base="https://tetap.example",
    notice="Situs contoh",
    language="id",
    addresses=ADDRESSES,
)


def site_of(root: Path, as_of: datetime = AS_OF) -> Site:
    """Release what is approved in a content folder, and return its site."""
    contents.release(root, as_of)
    content = contents.read(root, as_of.date())
    decided = decide(content, as_of, mint=False)
    return open_site(SETTINGS, public_portal(content, decided, as_of), "/portal.css")


def changed_site(root: Path, kind: str, body: str | None = None, **changes: str | None) -> Site:
    """Write the folder with one record changed, approve it, and return its site."""
    contents.write_content(root)
    path = contents.PATHS[kind]
    contents.write(root, path, contents.record_text(kind, body, **changes))
    contents.approve(root, Path(path).stem, contents.APPROVED.replace(day=3))
    return site_of(root)
