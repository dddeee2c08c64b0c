"""Finished feeds taken apart for tests: the same item as RSS, Atom and JSON Feed say it."""

import json
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from lxml import etree

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
}
Json = dict[str, Any]
"""An object of a JSON document, whose form is what the tests look at."""


@dataclass(frozen=True, slots=True)
class Item:
    """What the three formats must agree on."""

    guid: str
    link: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    creator: str
    categories: tuple[str, ...]
    picture: str
    size: int


def feed_folders(output: Path) -> list[Path]:
    """Return the folder of every feed of a built site, those of its archive too."""
    return sorted(path.parent for path in output.glob("umpan/**/rss.xml"))


def xml_files(folders: list[Path]) -> list[Path]:
    """Return RSS and Atom of some feeds, as far as they have it."""
    files = (folder / name for folder in folders for name in ("rss.xml", "atom.xml"))
    return [file for file in files if file.is_file()]


def stories(folders: list[Path]) -> list[Path]:
    """Return those of the folders whose items are publications, answers and lessons, in full."""
    kinds = {"situs", "isu", "edukasi", "layanan", "unit", "narasi", "format"}
    named = {folder: (folder.parent.name, folder.name) for folder in folders}
    return [folder for folder, names in named.items() if kinds & {*names}]


def parse(file: Path) -> etree._Element:
    """Return the root of an XML file; one that is not well-formed raises."""
    return etree.fromstring(file.read_bytes())


def text(element: etree._Element, path: str) -> str:
    """Return the text of the one element of a path, '' where there is none."""
    found = element.findall(path, NAMES)
    assert len(found) <= 1, f"{path} stands {len(found)} times"
    return found[0].text or "" if found else ""


def rss_items(folder: Path) -> list[Item]:
    """Return the items of the RSS of a feed."""
    return [_rss_item(item) for item in parse(folder / "rss.xml").findall("channel/item")]


def _rss_item(item: etree._Element) -> Item:
    published = parsedate_to_datetime(text(item, "pubDate"))
    updated = text(item, "atom:updated")
    enclosures = item.findall("enclosure")
    assert len(enclosures) <= 1
    enclosure = enclosures[0] if enclosures else etree.Element("enclosure")
    return Item(
        text(item, "guid"),
        text(item, "link"),
        text(item, "title"),
        text(item, "description"),
        text(item, "content:encoded"),
        published,
        datetime.fromisoformat(updated) if updated else published,
        text(item, "dc:creator"),
        tuple(found.text or "" for found in item.findall("category")),
        enclosure.get("url", ""),
        int(enclosure.get("length", "0")),
    )


def atom_items(folder: Path) -> list[Item]:
    """Return the entries of the Atom of a feed."""
    root = parse(folder / "atom.xml")
    return [_atom_item(entry) for entry in root.findall("atom:entry", NAMES)]


def _atom_item(entry: etree._Element) -> Item:
    links = {link.get("rel"): link for link in entry.findall("atom:link", NAMES)}
    none = etree.Element("link")
    enclosure = links.get("enclosure", none)
    assert {"alternate"} <= set(links) <= {"alternate", "enclosure", "license", "related", "via"}
    return Item(
        text(entry, "atom:id"),
        links["alternate"].get("href", ""),
        text(entry, "atom:title"),
        text(entry, "atom:summary"),
        text(entry, "atom:content"),
        datetime.fromisoformat(text(entry, "atom:published")),
        datetime.fromisoformat(text(entry, "atom:updated")),
        text(entry, "atom:author/atom:name"),
        tuple(found.get("term", "") for found in entry.findall("atom:category", NAMES)),
        enclosure.get("href", ""),
        int(enclosure.get("length", "0")),
    )


def read_json(folder: Path) -> Json:
    """Return the JSON Feed of a feed."""
    document: Json = json.loads((folder / "feed.json").read_bytes())
    return document


def json_items(folder: Path) -> list[Item]:
    """Return the items of the JSON Feed of a feed."""
    return [_json_item(item) for item in read_json(folder)["items"]]


def _json_item(item: Json) -> Item:
    attachment, *others = item.get("attachments", [{"url": "", "size_in_bytes": 0}])
    (author,) = item["authors"]
    assert [] == others and item.get("image", attachment["url"]) == attachment["url"]
    return Item(
        item["id"],
        item["url"],
        item["title"],
        item["summary"],
        item.get("content_html", ""),
        datetime.fromisoformat(item["date_published"]),
        datetime.fromisoformat(str(item.get("date_modified", item["date_published"]))),
        author["name"],
        tuple(item.get("tags", ())),
        attachment["url"],
        attachment["size_in_bytes"],
    )
