"""Our own rules over every feed of the example (feeds.md, F2, F14 and F15)."""

import io
import re
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from kinerja.building.settings import parse_as_of
from tests.feeds.reading import (
    NAMES,
    atom_items,
    feed_folders,
    parse,
    rss_items,
    stories,
    text,
    xml_files,
)
from tests.site.builds import EXAMPLE_NOW, Place
from tests.site.pages import SITE, file_of

ULID = "[0-7][0-9A-HJKMNP-TV-Z]{25}"
GUID = re.compile(
    rf"https://kinerja\.example/k/({ULID}/(#[a-z]+(-\d+)?)?|biaya-\d{{4}}/#\d{{4}}-\d{{6}}"
    r"|revisi-\d{4}/#\d+)"
)
DATE = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000")
PUBLISHED = re.compile('<dt>Terbit</dt><dd><time datetime="([^"]+)"')
LEAST = 40
"""Feeds that the example has at least: main ones, sixteen services, formats, units, messages."""

WITH_ATOM = {"situs", "layanan", "isu", "koreksi", "capaian", "biaya"}
"""First words of the addresses of feeds that are Atom too."""

ALLOWED = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "a", "strong", "em", "sup", "hr"),
    *("figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("blockquote", "pre", "code", "br"),
}
ATTRIBUTES = {"href", "src", "alt", "width", "height", "scope", "start", "title"}


class Markup(HTMLParser):
    """Tags, attributes and addresses of the HTML inside an item."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what opens an element."""
        self.tags.append(tag)
        self.names += [name for name, _ in attrs]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


@pytest.fixture(scope="module")
def folders(example: Place) -> list[Path]:
    """Return the folder of every feed."""
    found = feed_folders(example.output)
    assert len(found) >= LEAST
    return found


def test_every_feed_has_its_formats(folders: list[Path], example: Place) -> None:
    """RSS, Atom where it is promised, JSON Feed and a page; an archive is Atom and RSS alone."""
    for folder in folders:
        names = folder.relative_to(example.output / "umpan").parts
        expected = {"rss.xml"} | ({"atom.xml"} if names[0] in WITH_ATOM else set())
        if "arsip" not in names:
            expected |= {"feed.json", "index.html"}
        assert expected == {path.name for path in folder.iterdir() if path.is_file()}


def test_a_feed_begins_as_xml_with_its_style_and_without_transformation(
    folders: list[Path],
) -> None:
    """UTF-8, no BOM, LF, a style sheet of CSS and never one of XSLT."""
    style = b'<?xml-stylesheet type="text/css" href="/umpan/feed.css"?>'
    for file in xml_files(folders):
        data = file.read_bytes()
        first, second, _ = data.split(b"\n", 2)
        assert (b"<?xml version='1.0' encoding='UTF-8'?>", style) == (first, second)
        assert (0, 1) == (data.count(b"\r"), data.count(b"<?xml-stylesheet"))
        assert data == data.decode("utf-8").encode()


def test_a_channel_says_whose_it_is(folders: list[Path]) -> None:
    """Title, link to the page (not to the feed), description, language, dates; items last."""
    titles = []
    for folder in folders:
        (channel,) = parse(folder / "rss.xml").findall("channel")
        titles.append(text(channel, "title"))
        assert text(channel, "description") and "id" == text(channel, "language")
        assert text(channel, "link").startswith(f"{SITE}/")
        assert not text(channel, "link").endswith((".xml", ".json"))
        assert text(channel, "image/title") == text(channel, "title")
        assert text(channel, "managingEditor").endswith(" (Redaksi Portal Kinerja)")
        assert DATE.fullmatch(text(channel, "lastBuildDate"))
        tags = [child.tag for child in channel]
        assert sorted(tags, key=lambda tag: tag == "item") == tags
    assert len(set(titles)) == len(titles)


def test_links_of_a_feed_lead_to_itself_and_its_sisters(
    folders: list[Path], example: Place
) -> None:
    """One self link, which is the path of the file; all others lead to files of the site."""
    for file in xml_files(folders):
        root = parse(file)
        parent = root[0] if file.name == "rss.xml" else root
        links = parent.findall("atom:link", NAMES)
        own = f"{SITE}/{file.relative_to(example.output).as_posix()}"
        assert [own] == [link.get("href") for link in links if link.get("rel") == "self"]
        kinds = [link.get("type") for link in links if link.get("rel") == "alternate"]
        files = [path for path in file.parent.iterdir() if path.suffix in (".xml", ".json")]
        assert len(files) == len(kinds) == len(set(kinds))
        for link in links:
            assert file_of(example.output, str(link.get("href")).removeprefix(SITE)).is_file()


def test_guids_are_permanent_addresses_and_unique(folders: list[Path]) -> None:
    """`<FEED_ID_BASE>/k/<ULID>/`, of events with a part, never a permalink, once in a feed."""
    for folder in folders:
        items = parse(folder / "rss.xml").findall("channel/item")
        guids = [text(item, "guid") for item in items]
        assert [] == [guid for guid in guids if not GUID.fullmatch(guid)]
        assert len(set(guids)) == len(guids)
        flags = {str(found.get("isPermaLink")) for item in items for found in item.iter("guid")}
        assert flags <= {"false"}


def test_dates_are_right_descending_and_never_to_come(folders: list[Path]) -> None:
    """RFC 822 with the right weekday; strictly descending; none after the day of the build."""
    limit = parse_as_of(EXAMPLE_NOW)
    for folder in folders:
        raw = [text(item, "pubDate") for item in parse(folder / "rss.xml").iter("item")]
        assert [] == [date for date in raw if not DATE.fullmatch(date)]
        times = [parsedate_to_datetime(date) for date in raw]
        assert [time.strftime("%a") for time in times] == [date[:3] for date in raw]
        assert sorted(set(times), reverse=True) == times
        assert all(time <= limit for time in times)
        channel = parsedate_to_datetime(text(parse(folder / "rss.xml"), "channel/lastBuildDate"))
        if folder.parent.name != "sosial":  # there a withdrawn post moves it too
            assert not times or max(item.updated for item in rss_items(folder)) == channel


def test_items_have_every_part_in_order(folders: list[Path]) -> None:
    """Title, link, description before content, guid, date, creator; at most one picture or file."""
    wanted = ("title", "link", "description", "guid", "pubDate", f"{{{NAMES['dc']}}}creator")
    encoded, media = f"{{{NAMES['content']}}}encoded", f"{{{NAMES['media']}}}content"
    for folder in folders:
        for item in parse(folder / "rss.xml").iter("item"):
            tags = [child.tag for child in item]
            assert [1] * len(wanted) == [tags.count(name) for name in wanted]
            assert encoded not in tags or tags.index("description") < tags.index(encoded)
            assert tags.count(media) <= tags.count("enclosure") <= 1


def test_an_item_leads_to_its_page(folders: list[Path], example: Place) -> None:
    """The link is the page of the story, which the short address of the guid names too."""
    for item in (item for folder in folders for item in rss_items(folder)):
        assert file_of(example.output, item.link.partition("#")[0].removeprefix(SITE)).is_file()
    for folder in stories(folders):
        for item in rss_items(folder):
            short = file_of(example.output, item.guid.removeprefix(SITE)).read_text("utf-8")
            assert f'<link rel="canonical" href="{item.link}">' in short


def test_the_enclosure_is_the_card_as_it_lies_there(folders: list[Path], example: Place) -> None:
    """Length is that of the file; a JPEG whose width and height are those said; not too heavy."""
    for folder in folders:
        for item in parse(folder / "rss.xml").iter("item"):
            enclosure, media = item.find("enclosure"), item.find("media:content", NAMES)
            if enclosure is None:
                continue
            data = file_of(
                example.output, str(enclosure.get("url")).removeprefix(SITE)
            ).read_bytes()
            assert str(len(data)) == enclosure.get("length")
            if media is None:
                assert "text/csv" == enclosure.get("type")
                continue
            assert enclosure.get("url") == media.get("url")
            sizes = {enclosure.get("length"), media.get("fileSize"), str(len(data))}
            assert (1, True) == (len(sizes), len(data) <= 300_000)
            assert {"image/jpeg"} == {enclosure.get("type"), media.get("type")}
            with Image.open(io.BytesIO(data)) as picture:
                said = (int(media.get("width", "")), int(media.get("height", "")))
                assert ("JPEG", said) == (picture.format, picture.size)
            assert len(text(item, "media:content/media:description")) > 20
            assert text(item, "media:content/media:title") == text(item, "title")
            less = media.find("media:thumbnail", NAMES)
            if less is not None:
                small = file_of(example.output, str(less.get("url")).removeprefix(SITE))
                with Image.open(small) as picture:
                    assert (less.get("width"), less.get("height")) == (*map(str, picture.size),)


def test_bodies_hold_allowed_html_with_absolute_addresses(folders: list[Path]) -> None:
    """Nothing that runs or styles; every link and picture with https; the card comes first."""
    current = [folder for folder in folders if folder.parent.name != "arsip"]
    for folder in current:
        whole = [
            *rss_items(folder),
            *(atom_items(folder) if (folder / "atom.xml").exists() else ()),
        ]
        for item in whole:
            markup = Markup()
            markup.feed(item.html)
            assert set() == set(markup.tags) - ALLOWED
            assert set() == set(markup.names) - ATTRIBUTES
            assert [] == [
                link for link in markup.links if not link.startswith(("https://", "mailto:"))
            ]
            if folder in stories(folders) and not item.title.startswith("Ditarik: "):
                assert ["figure", "img"] == markup.tags[:2]
                assert item.picture == markup.links[0]
                assert item.html.endswith(f'<a href="{item.link}">Baca di situs</a></p>')


def test_plain_texts_hold_no_markup(folders: list[Path]) -> None:
    """Title, description and creator have neither `<` nor `>`, nor spaces around them."""
    for folder in (folder for folder in folders if folder.parent.name != "sosial"):
        for item in rss_items(folder):
            plain = (item.title, item.summary, item.creator, *item.categories)
            assert [] == [words for words in plain if set("<>\n") & set(words)]
            assert [] == [words for words in plain if words != words.strip() or not words]
            assert len(item.title.removeprefix("[Koreksi] ")) <= 110 + len("Ditarik: ")


def test_what_is_withheld_is_in_no_feed(folders: list[Path]) -> None:
    """Neither id nor permanent address of a withheld record stands anywhere."""
    for file in (file for folder in folders for file in folder.iterdir() if file.is_file()):
        data = file.read_text("utf-8")
        for word in (
            "ke-mana-mengadu",
            "01M74CA18JS1VQ6ERCVRR0JBW9",
            "kua-2020-tanpa-angka",
            "01M5EDNX0XG5VXEWEHJDRWHDGD",
        ):
            assert word not in data


def test_the_feed_of_the_site_holds_the_newest_publications(
    folders: list[Path], example: Place
) -> None:
    """`situs` has the newest 30 of all kinds; from there its archive reaches every other story."""
    times: dict[str, str] = {}
    for form in ("publikasi/*/*/index.html", "isu/*/index.html", "edukasi/*/index.html"):
        for page in example.output.glob(form):
            if found := PUBLISHED.search(page.read_text("utf-8")):
                address = page.parent.relative_to(example.output).as_posix()
                times[f"{SITE}/{address}/"] = found[1]
    newest = sorted(times, key=lambda address: times[address], reverse=True)
    current = example.output / "umpan/situs"
    assert newest[:30] == [item.link for item in rss_items(current)]
    reached, file = {*newest[:30]}, current / "rss.xml"
    while before := parse(file).findall("channel/atom:link[@rel='prev-archive']", NAMES):
        file = file_of(example.output, str(before[0].get("href")).removeprefix(SITE))
        reached |= {item.link for item in rss_items(file.parent)}
    assert {*newest} == reached


def test_atom_says_everything_that_it_must(folders: list[Path]) -> None:
    """RFC 4287: id, title, updated on feed and entries; author on every entry; ids unique."""
    for folder in (folder for folder in folders if (folder / "atom.xml").is_file()):
        root = parse(folder / "atom.xml")
        for element in (root, *root.findall("atom:entry", NAMES)):
            for name in ("id", "title", "updated"):
                assert text(element, f"atom:{name}")
        assert "id" == root.get("{http://www.w3.org/XML/1998/namespace}lang")
        ids = [item.guid for item in atom_items(folder)]
        assert (len(ids), True) == (len(set(ids)), all(item.creator for item in atom_items(folder)))
        kinds = {found.get("type") for found in root.iterfind("atom:entry/atom:content", NAMES)}
        assert kinds <= {"html"}


def test_no_namespace_stands_there_for_nothing(folders: list[Path]) -> None:
    """Only the namespaces of feeds.md 6.4 are declared."""
    for file in xml_files(folders):
        declared = set(parse(file).nsmap.values())
        assert set() == declared - set(NAMES.values())
