"""One figure, the same everywhere: in words where people read, with a point where machines do."""

import csv
import json
from pathlib import Path

import lxml.html
import pytest
from lxml import etree

from tests.kinerja.contents import CODES, INDICATOR
from tests.site.builds import Place
from tests.site.pages import file_of, words

WORDS, PLAIN = "78,25", "78.25"
PAGE = f"/capaian/{INDICATOR}/"
CODE = CODES["publikasi"]
ATOM = "http://www.w3.org/2005/Atom"


def texts(output: Path, address: str, path: str) -> list[str]:
    """Return the words of every element of an XPath on a page, or in a drawing."""
    data = file_of(output, address).read_bytes()
    root = etree.fromstring(data) if address.endswith(".svg") else lxml.html.fromstring(data)
    return [words(element) for element in root.xpath(path)]


def entries(output: Path) -> list[str]:
    """Return the text of the publication in each format of the feed of the site."""
    folder = output / "umpan/situs"
    rss = etree.parse(folder / "rss.xml").xpath(
        "//item[contains(guid, $code)]/*[local-name()='encoded']/text()", code=CODE
    )
    atom = etree.parse(folder / "atom.xml").xpath(
        "//a:entry[contains(a:id, $code)]/a:content/text()", code=CODE, namespaces={"a": ATOM}
    )
    items = json.loads((folder / "feed.json").read_text("utf-8"))["items"]
    return [*map(str, (*rss, *atom)), *(i["content_html"] for i in items if CODE in i["id"])]


def test_the_same_figure_everywhere(tiny: Place) -> None:
    """Page, table, sentence, chart, picture, embed, text, card, feeds, index, CSV, JSON, zip."""
    output = tiny.output
    row = "//tr[@id='2024']/td[1]"
    assert [WORDS] == texts(output, PAGE, row)
    assert [f"{WORDS} poin"] == texts(output, PAGE, "//p[contains(@class, 'angka-nilai')]")
    (sentence,) = texts(output, PAGE, "//p[@class='pengantar']")
    assert f"{WORDS} pada 2024" in sentence
    assert [WORDS] == texts(output, PAGE, "//*[@class='grafik-akhir']")
    last = "//*[@class='grafik-akhir']"
    assert [WORDS] == texts(output, f"{PAGE}sematan/grafik.svg", last)
    assert WORDS in texts(output, f"{PAGE}sematan/", "//td[1]")
    bound = "//a[@class='angka-terikat']"
    assert [WORDS] == texts(output, "/publikasi/2026/nikah-2025/", bound)
    alt = lxml.html.parse(file_of(output, "/publikasi/2026/nikah-2025/"))
    (card,) = alt.xpath("//meta[@property='og:image:alt']/@content")
    assert f"{WORDS} poin" in card
    found = entries(output)
    assert (3, True) == (len(found), all(WORDS in text for text in found))
    (entry,) = texts(output, "/cari/i/", f"//th[a[@href='{PAGE}']]/small")
    assert f"{WORDS} poin, 2024" == entry
    with file_of(output, f"/data{PAGE[:-1]}.csv").open(encoding="utf-8") as file:
        rows = {line["periode"]: line["nilai"] for line in csv.DictReader(file)}
    document = json.loads(file_of(output, f"/data{PAGE[:-1]}.json").read_text("utf-8"))
    assert PLAIN == rows["2024"]
    assert rows == {line["periode"]: line["nilai"] for line in document["baris"]}


def test_a_bound_figure_leads_to_unit_source_and_release(tiny: Place) -> None:
    """The row that it leads to says value and source, its table the unit; no title attribute."""
    page = lxml.html.parse(file_of(tiny.output, "/publikasi/2026/nikah-2025/"))
    (link,) = page.xpath("//a[@class='angka-terikat']")
    address, _, anchor = link.get("href").partition("#")
    assert (PAGE, None) == (address, link.get("title"))
    (table,) = lxml.html.parse(file_of(tiny.output, PAGE)).xpath(f"//table[.//tr[@id='{anchor}']]")
    assert "Indeks kepuasan pengantin, dalam poin" == words(table.find("caption"))
    (row,) = table.xpath(f".//tr[@id='{anchor}']")
    assert ["https://contoh.example/lkj"] == row.xpath("./td[last()]/a/@href")


@pytest.mark.parametrize("scope", ["col", "row"])
def test_every_cell_of_the_table_has_a_head(tiny: Place, scope: str) -> None:
    """Whoever hears the table alone knows what each number is."""
    page = lxml.html.parse(file_of(tiny.output, PAGE))
    assert page.xpath(f"//table[caption]//th[@scope='{scope}']")
    assert not page.xpath("//table[caption]//th[not(@scope)]")
