"""What machines are told of a page: cards where it is shared, structured data, where it may stand.

The required properties are those that Google's documentation of structured data names by type
(Article, Breadcrumb, Dataset, Fact Check, Video), and for the rest what schema.org needs to
recognise a thing.
"""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.site.builds import Place
from tests.site.pages import SITE, WebPage, file_of, is_listed, is_redirect, read_pages

REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "NewsArticle": {"headline", "image", "datePublished", "dateModified", "author", "publisher"},
    "Report": {"headline", "image", "datePublished", "dateModified", "author", "publisher"},
    "Article": {"headline", "image", "datePublished", "dateModified", "author", "publisher"},
    "VideoObject": {"name", "thumbnailUrl", "uploadDate", "contentUrl", "duration"},
    "ClaimReview": {"claimReviewed", "reviewRating", "url", "author", "itemReviewed"},
    "Rating": {"alternateName"},
    "Dataset": {"name", "description", "creator", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "DataCatalog": {"name", "url"},
    "GovernmentService": {"name", "description", "url", "provider"},
    "GovernmentOrganization": {"name", "url"},
    "Organization": {"name"},
    "WebSite": {"name", "url", "publisher"},
}
"""Type -> the properties without which search engines pass over it."""

ONCE = ("Claim", "PropertyValue")
"""Types that only stand inside another one and need nothing."""

DATES = ("datePublished", "dateModified", "uploadDate")


@pytest.fixture(scope="module")
def pages(example: Place) -> list[WebPage]:
    """Return the pages of the example, without those that only lead on."""
    return [page for page in read_pages(example.output) if not is_redirect(page)]


def things(data: Any) -> Iterator[dict[str, Any]]:
    """Yield everything that has a type, the outermost first."""
    for part in data if isinstance(data, list) else [data]:
        if isinstance(part, dict):
            if "@type" in part:
                yield part
            yield from things([*part.values()])
        elif isinstance(part, list):
            yield from things(part)


def told(page: WebPage) -> list[dict[str, Any]]:
    """Return all structured data of a page."""
    texts = page.root.xpath('//script[@type="application/ld+json"]/text()')
    documents = [json.loads(str(text)) for text in texts]
    assert all("https://schema.org" == document["@context"] for document in documents)
    return list(things(documents))


def test_every_type_has_what_search_engines_ask_for(pages: list[WebPage]) -> None:
    """On every page, and each type that the design names occurs."""
    seen: set[str] = set()
    for page in pages:
        for thing in told(page):
            kind = thing["@type"]
            seen.add(kind)
            lacking = REQUIRED.get(kind, set()) - {key for key, value in thing.items() if value}
            assert (page.path, kind, set()) == (page.path, kind, lacking)
            assert kind in REQUIRED or kind in ONCE
            for name in DATES:
                if kind != "Claim" and name in thing:
                    assert "+07:00" == thing[name][-6:]
            if kind == "Dataset":
                assert 50 <= len(thing["description"]) <= 5000
    assert {*REQUIRED, *ONCE} == seen


def test_what_is_told_is_there(example: Place, pages: list[WebPage]) -> None:
    """Addresses of the site in structured data lead to a file of it."""
    named = {
        value
        for page in pages
        for thing in told(page)
        for key in ("url", "item", "contentUrl", "image", "thumbnailUrl")
        for value in (thing[key] if isinstance(thing.get(key), list) else [thing.get(key)])
        if value and value.startswith(f"{SITE}/")
    }
    lost = [a for a in named if not file_of(example.output, a.removeprefix(SITE)).is_file()]
    assert [] == lost


def test_breadcrumbs_end_at_the_page(pages: list[WebPage]) -> None:
    """They begin at home; a page of a divided list ends at the first page of the list."""
    for page in pages:
        for thing in told(page):
            if thing["@type"] == "BreadcrumbList":
                steps = thing["itemListElement"]
                assert [*range(1, len(steps) + 1)] == [step["position"] for step in steps]
                assert f"{SITE}/" == steps[0]["item"]
                assert f"{SITE}{page.address}".startswith(steps[-1]["item"])


def test_every_page_has_a_picture_where_it_is_shared(example: Place, pages: list[WebPage]) -> None:
    """A JPEG of the size that is said, at most 300 KB, with a text; each story has its own."""
    cards: dict[str, set[str]] = {}
    for page in filter(is_listed, pages):
        (url,), (alt,), (width,), (height,) = (
            page.values(f'//meta[@property="og:image{part}"]/@content')
            for part in ("", ":alt", ":width", ":height")
        )
        cards.setdefault(url, set()).add(page.address)
        data = file_of(example.output, url.removeprefix(SITE)).read_bytes()
        with Image.open(io.BytesIO(data)) as picture:
            assert ("JPEG", (int(width), int(height))) == (picture.format, picture.size)
        assert (len(data) <= 300_000, len(alt) > 20) == (True, True)
    shared = [url for url, found in cards.items() if len(found) > 1]
    assert 1 == len(shared)
    own = {a for url, found in cards.items() if url not in shared for a in found}
    assert own
    assert {"publikasi", "isu", "edukasi"} == {address.split("/")[1] for address in own}


def test_what_stands_in_frames_is_in_no_search_engine(pages: list[WebPage]) -> None:
    """Embeds and posts: their canonical address is their own, but they are not listed."""
    kept = [p for p in pages if "/sematan/" in p.address or "/umpan/sosial/" in p.address]
    assert {"capaian", "transparansi", "umpan"} == {p.path.split("/")[0] for p in kept}
    assert all(["noindex"] == p.values('//meta[@name="robots"]/@content') for p in kept)


def test_what_can_be_embedded_says_how(pages: list[WebPage]) -> None:
    """Each embed is offered as HTML, in a field that can be copied without a script."""
    fields = {text for page in pages for text in page.texts("//textarea[@readonly]")}
    kept = {p.address for p in pages if "/sematan/" in p.address}
    assert kept
    offered = {text.split('"')[1].removeprefix(SITE) for text in fields}
    assert kept == offered


def test_no_picture_says_where_it_was_taken(example: Place) -> None:
    """No photo of the site carries anything but pixels; the attached files are not there."""
    photos = sorted(example.output.rglob("gambar/*.*"))
    assert photos
    for path in photos:
        with Image.open(path) as picture:
            assert {} == dict(picture.getexif())
    attached = {p.name for p in Path(example.content, "lampiran").rglob("*.png")}
    assert attached
    assert set() == attached & {p.name for p in example.output.rglob("*.png")}
