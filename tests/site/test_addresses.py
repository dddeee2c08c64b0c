"""Old addresses on the finished site, what stands at fixed ones, and what frames may show."""

from tests.kinerja.contents import AS_OF, CODES, PAGE, write
from tests.site.builds import LATER, Place, build
from tests.site.pages import SITE, WebPage, read_pages

TABLE = "data/alih-alamat.csv"


def found_pages(place: Place) -> dict[str, WebPage]:
    """Return every page of a site by its address."""
    return {page.address: page for page in read_pages(place.output)}


def test_an_old_address_leads_on(place: Place) -> None:
    """A page without a script, kept from search engines and out of the sitemap."""
    write(place.content, TABLE, "dari,ke\n/berita/tarif/,/layanan/nikah/\n")
    result = build(place, as_of=LATER)
    assert (0, False) == (result.code, "alih-alamat" in result.printed)
    page = found_pages(place)["/berita/tarif/"]
    assert ["0; url=/layanan/nikah/"] == page.values('//meta[@http-equiv="refresh"]/@content')
    assert [f"{SITE}/layanan/nikah/"] == page.values('//link[@rel="canonical"]/@href')
    assert ["noindex"] == page.values('//meta[@name="robots"]/@content')
    assert "/berita/" not in (place.output / "sitemap-1.xml").read_text("utf-8")
    listed = (place.output / "alamat.map").read_text("utf-8").splitlines()
    short = [f'"/k/{CODES[kind]}/"' for kind in CODES]
    assert ['"/berita/tarif/" "/layanan/nikah/";', *short] == [
        line if "/berita/" in line else line.split()[0] for line in listed
    ]


def test_rows_that_are_not_used_are_named(place: Place) -> None:
    """A page of the portal stays at its address, and a round leads nowhere; the build says both."""
    rows = "/layanan/nikah/,/layanan/\n/a/,/b/\n/b/,/a/\n/c/,/layanan/\n"
    write(place.content, TABLE, f"dari,ke\n{rows}")
    result = build(place, as_of=LATER)
    at = next(n for n, line in enumerate(result.lines) if "alih-alamat.csv" in line)
    assert (0, ["/layanan/nikah/", "/a/", "/b/"]) == (result.code, result.lines[at + 1 : at + 4])
    assert "Pencatatan nikah" in found_pages(place)["/layanan/nikah/"].texts("//h1")


def test_an_old_address_that_leads_nowhere_is_a_dead_link(place: Place) -> None:
    """The target does not exist: the build succeeds and names the page."""
    write(place.content, TABLE, "dari,ke\n/a/,/tidak-ada/\n")
    result = build(place, as_of=LATER)
    assert (0, True) == (result.code, "a/index.html: /tidak-ada/" in result.lines)


def test_security_txt_is_published(tiny: Place) -> None:
    """At its well-known address, in force for less than a year from the day of the build."""
    text = (tiny.output / ".well-known/security.txt").read_text("utf-8")
    lines = dict(line.split(": ", 1) for line in text.splitlines())
    year = AS_OF.year + 1
    assert ("mailto:keamanan@portal.example", f"{year}-01-25T00:00:00Z") == (
        lines["Contact"],
        lines["Expires"],
    )
    assert f"{SITE}/.well-known/security.txt" == lines["Canonical"]


def test_registers_stand_without_words_of_an_editor(tiny: Place) -> None:
    """The tiny content has neither `cari` nor `istilah`; their pages are there all the same."""
    pages = found_pages(tiny)
    expected = {"/cari/": "Cari", "/istilah/": "Istilah", "/data/": "Data"}
    assert expected == {address: pages[address].texts("//h1")[0] for address in expected}


def test_an_embedded_page_has_no_navigation(tiny: Place) -> None:
    """Chart, table, way back in the whole window; search engines go to the page itself."""
    page = found_pages(tiny)["/capaian/kepuasan/sematan/"]
    assert ([], ["noindex"], ["_top"]) == (
        page.root.xpath("//nav"),
        page.values('//meta[@name="robots"]/@content'),
        page.values("//main/p/a/@target"),
    )
    assert "/sematan/" not in (tiny.output / "sitemap-1.xml").read_text("utf-8")


def test_every_page_below_transparency_marks_it_in_the_menu(tiny: Place) -> None:
    """The cost appendix too, whose pages another plugin makes."""
    current = {
        address: page.values('//nav[@class="menu"]//a[@aria-current]/@href')
        for address, page in found_pages(tiny).items()
        if address.startswith("/transparansi/") and "/sematan/" not in address
    }
    assert {"/transparansi/", "/transparansi/biaya/"} < current.keys()
    assert {("/transparansi/",)} == {tuple(links) for links in current.values()}


def test_a_moved_address_may_not_take_that_of_a_code(place: Place) -> None:
    """Short addresses have capitals, which no row can name: the codes stay what they are."""
    write(place.content, TABLE, f"dari,ke\n/k/{CODES['halaman']}/,/layanan/\n")
    result = build(place, as_of=LATER)
    assert (0, True) == (result.code, "(F36)" in result.printed)
    page = found_pages(place)[f"/k/{CODES['halaman']}/"]
    assert [f"0; url=/{PAGE}/"] == page.values('//meta[@http-equiv="refresh"]/@content')
