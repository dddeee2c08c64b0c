"""The finished site holds together: links, feeds, sitemap, headings and manifest."""

import hashlib
import json
from urllib.parse import unquote

import pytest
from lxml import etree

from tests.site.builds import EXAMPLE_NOW, Place, build, tree
from tests.site.pages import SITE, WebPage, file_of, is_listed, is_redirect, read_pages


@pytest.fixture(scope="module")
def pages(example: Place) -> list[WebPage]:
    """Return every page of the site of the example."""
    found = read_pages(example.output)
    assert len(found) > 60
    return found


def test_no_link_inside_the_site_is_dead(example: Place, pages: list[WebPage]) -> None:
    """Every address of our own, with host or without, leads to a file."""
    dead = [
        (page.path, address)
        for page in pages
        for address, _ in page.inner_links()
        if not file_of(example.output, unquote(address)).is_file()
    ]
    assert [] == dead


def test_no_link_leads_to_a_place_that_is_not_on_the_page(pages: list[WebPage]) -> None:
    """Every fragment, on the same page or another, is an id there."""
    ids = {page.address: set(page.ids) for page in pages}
    dead = [
        (page.path, address, fragment)
        for page in pages
        for address, fragment in page.inner_links()
        if fragment and address in ids and unquote(fragment) not in ids[address]
    ]
    assert [] == dead


def test_the_build_finds_no_dead_link_either(example: Place) -> None:
    """The words of the build name no dead link."""
    result = build(example, "--no-release", as_of=EXAMPLE_NOW)
    assert (0, False) == (result.code, "Tautan mati" in result.printed)


def test_every_alternate_resolves_to_a_feed(example: Place, pages: list[WebPage]) -> None:
    """Each feed that a page declares is a file of the declared kind, and every page has one."""
    beginnings = {
        "application/rss+xml": (b"<?xml", b"<rss "),
        "application/atom+xml": (b"<?xml", b"<feed "),
        "application/feed+json": (b"{", b"jsonfeed.org/version/1.1"),
    }
    for page in pages:
        links = page.root.xpath('//link[@rel="alternate"]')
        assert is_redirect(page) or len(links) >= 3, page.path
        for link in links:
            file = file_of(example.output, link.get("href").removeprefix(SITE))
            assert file.is_file(), (page.path, link.get("href"))
            data = file.read_bytes()
            start, within = beginnings[link.get("type")]
            assert (True, True) == (data.startswith(start), within in data[:600])


def test_every_feed_is_declared_and_listed(example: Place, pages: list[WebPage]) -> None:
    """Every feed stands in the head of some page, and all of them on the pages of `/umpan/`.

    Documents of the archive are reached from the feed itself.
    """
    names = ("rss.xml", "atom.xml", "feed.json")
    files = (file for name in names for file in example.output.glob(f"umpan/**/{name}"))
    paths = (f"/{file.relative_to(example.output).as_posix()}" for file in files)
    feeds = {path for path in paths if "/arsip/" not in path}
    heads = (page.values('//link[@rel="alternate"]/@href') for page in pages)
    declared = {link.removeprefix(SITE) for links in heads for link in links}
    listings = [
        page for page in pages if page.address == "/umpan/" or "/umpan/hal/" in page.address
    ]
    listed = [link for page in listings for link in page.values("//main//table//a/@href")]
    assert feeds == declared
    assert feeds | {f"{path.rpartition('/')[0]}/" for path in feeds} == {*listed}
    twins = {f"{path.rpartition('/')[0]}/" for path in feeds}
    assert twins <= {page.address for page in pages}


def test_the_sitemap_names_every_page_once(example: Place, pages: list[WebPage]) -> None:
    """Each entry is a page of the site; only what asks not to be listed is left out."""
    sitemap = etree.fromstring((example.output / "sitemap-1.xml").read_bytes())
    entries = [str(element.text) for element in sitemap.iter("{*}loc")]
    expected = [SITE + page.address for page in pages if is_listed(page)]
    assert sorted(expected) == entries
    assert f"Sitemap: {SITE}/sitemap.xml" in (example.output / "robots.txt").read_text("utf-8")


def test_every_page_says_what_it_is(pages: list[WebPage]) -> None:
    """One h1, the language, a title and the canonical address; ids stand once."""
    for page in pages:
        heading, title = page.texts("//h1"), page.texts("/html/head/title")
        assert (1, True) == (len(heading), bool(heading[0])), page.path
        assert (1, True) == (len(title), bool(title[0])), page.path
        assert ["id"] == page.values("/html/@lang"), page.path
        assert len(page.ids) == len(set(page.ids)), page.path
        (canonical,) = page.values('//link[@rel="canonical"]/@href')
        if not is_redirect(page):
            assert f"{SITE}{page.address}" == canonical


def test_titles_tell_the_pages_apart(pages: list[WebPage]) -> None:
    """No two pages that are in the sitemap have the same title."""
    titles = [page.texts("/html/head/title")[0] for page in pages if is_listed(page)]
    assert sorted(set(titles)) == sorted(titles)


def test_short_addresses_lead_to_their_page(example: Place, pages: list[WebPage]) -> None:
    """`/k/<kode>/` sends on at once, without a script, to the page that it names as canonical."""
    redirects = [page for page in pages if is_redirect(page)]
    assert len(redirects) >= 30
    for page in redirects:
        (canonical,) = page.values('//link[@rel="canonical"]/@href')
        address = canonical.removeprefix(SITE)
        refresh = page.values('//meta[@http-equiv="refresh"]/@content')
        assert [f"0; url={address}"] == refresh
        assert [address] == page.values("//main//a/@href")
        assert file_of(example.output, address).is_file()


def test_the_menu_marks_where_one_is(pages: list[WebPage]) -> None:
    """At most one entry of the menu is current, and it leads to the section of the page."""
    for page in pages:
        current = page.values('//nav[@class="menu"]//a[@aria-current]/@href')
        assert len(current) <= 1, page.path
        assert all(page.address.startswith(link) for link in current), page.path


def test_pictures_have_text_and_size(pages: list[WebPage]) -> None:
    """Every picture has a text alternative and its width and height, so that nothing jumps."""
    for page in pages:
        for picture in page.root.xpath("//img"):
            wanted = [bool(picture.get(name)) for name in ("alt", "width", "height", "src")]
            assert [True] * 4 == wanted, (page.path, picture.get("src"))


def test_nothing_comes_from_another_host(pages: list[WebPage]) -> None:
    """Pictures, styles and scripts are our own; no page carries a style or handler inside."""
    outside = "[starts-with(., 'http') and not(starts-with(., 'https://kinerja.example/'))]"
    loaded = "//@src | //link[@rel='stylesheet' or @rel='icon']/@href"
    for page in pages:
        assert [] == page.values(f"({loaded}){outside}"), page.path
        assert [] == page.values("//@style | //@*[starts-with(name(), 'on')]"), page.path
        search = "@role='search' and @action='/cari/' and not(@method)"
        others = f"//style | //iframe | //object | //form[not({search})]"
        assert [] == page.root.xpath(others), page.path
        kinds = set(page.values("//script/@type"))
        assert {"application/ld+json", "module"} >= kinds, page.path


def test_structured_data_is_json(pages: list[WebPage]) -> None:
    """Every block of structured data is one JSON object with a type of schema.org."""
    blocks = [text for page in pages for text in page.values("//script/text()")]
    documents = [json.loads(text) for text in blocks]
    assert [] != documents
    assert all("@type" in str(document) for document in documents)


def test_the_manifest_lists_every_file(example: Place) -> None:
    """Path and SHA-256 of every file save the manifest's own, the day and the address."""
    files = tree(example.output)
    manifest = json.loads(files.pop("manifes.json"))
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    assert digests == manifest["berkas"]
    assert (EXAMPLE_NOW, SITE) == (manifest["hari"], manifest["situs"])


def test_the_manifest_gives_digests_that_a_stranger_recomputes(example: Place) -> None:
    """The edition of a record is the digest of its lines and attachments, as docs say."""
    manifest = json.loads((example.output / "manifes.json").read_bytes())
    record = "publikasi/2025/menikah-di-kua-nol-rupiah.md"
    _, front, body = (example.content / record).read_bytes().split(b"---\n", 2)
    kept = [
        line
        for line in front.splitlines(keepends=True)
        if not line.startswith((b"status:", b"biaya:"))
    ]
    text = b"---\n" + b"".join(kept) + b"---\n" + body
    lines = f"{hashlib.sha256(text).hexdigest()}  {record}\n"
    expected = hashlib.sha256(lines.encode()).hexdigest()
    assert expected == manifest["edisi"]["menikah-di-kua-nol-rupiah"]["sidik"]
