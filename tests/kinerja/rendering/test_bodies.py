"""Bodies as they are shown: links resolved, figures bound, and nothing that is not public."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from kinerja.commands.deciding import append_decision
from kinerja.model.governance import Act
from kinerja.model.portal import Public
from kinerja.model.records import Record
from kinerja.rendering.bodies import body_blocks, body_html, feed_html
from kinerja.rendering.photos import SIZES
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.contents import (
    AS_OF,
    decision,
    photo_address,
    picture_bytes,
    read,
    write,
    write_record,
)
from tests.kinerja.sites import changed_site, site_of

LINK = '<a class="angka-terikat" href="/capaian/kepuasan/#2024">78,25</a>'


def shown(root: Path, body: str) -> str:
    """Return the body of the publication as HTML, without its outer paragraph."""
    site = changed_site(root, "publikasi", body)
    return body_html(site, publication(site)).removeprefix("<p>").removesuffix("</p>")


def publication(site: Site) -> Public[Record]:
    """Return the one publication."""
    return site.portal.publications["nikah-2025"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a](rekor:nikah)", '<a href="/layanan/nikah/">a</a>'),
        ("[a](rekor:kepuasan)", '<a href="/capaian/kepuasan/">a</a>'),
        ("[a](rekor:kontak)", '<a href="/kontak/">a</a>'),
        ("[*a* b](rekor:nikah)", '<a href="/layanan/nikah/"><em>a</em> b</a>'),
        ("[a](sumber:1)", '<a href="#sumber-1">a</a>'),
        ("[a](lampiran:grafik.png)", f'<a href="{photo_address()}">a</a>'),
        ("[a](https://b.example/?c=d&e=f)", '<a href="https://b.example/?c=d&amp;e=f">a</a>'),
        ('[a](rekor:nikah "judul")', '<a href="/layanan/nikah/">a</a>'),
        (
            "![a \"b\"](lampiran:grafik.png 'judul')",
            '<picture><source type="image/avif" '
            f'srcset="{photo_address()[:-3]}avif 8w" sizes="{SIZES}">'
            f'<img src="{photo_address()}" srcset="{photo_address()} 8w" sizes="{SIZES}" '
            'alt="a &quot;b&quot;" width="8" height="6" loading="lazy"></picture>',
        ),
        ("{{kepuasan 2024}}", LINK),
        ("**{{kepuasan 2024}}**", f"<strong>{LINK}</strong>"),
        ("{{kepuasan 2024 target}}", LINK.replace("78,25", "85,00")),
        ("{{kepuasan 2024 capaian}}", LINK.replace("78,25", "92,06 persen")),
        ("{{kepuasan 2023..2024 selisih}}", LINK.replace("78,25", "3,85")),
        ("{{kepuasan 2023}}", LINK.replace("78,25", "82,10").replace("2024", "2023")),
    ],
)
def test_links_and_figures(tmp_path: Path, body: str, expected: str) -> None:
    """Every scheme of our own becomes an address, every token a value that leads to its row."""
    assert expected == shown(tmp_path, body)


def revised(root: Path, body: str) -> tuple[Site, Public[Record]]:
    """Return a site whose dataset was revised after the publication with this text was approved."""
    changed_site(root, "publikasi", body)
    changed_row = "2024,,79.00,85,,direvisi,laporan,,78.00,,,Salah hitung.,"
    contents.change(root, contents.DATASET, "2024,,78.25,85,,tetap,laporan,,,,,,", changed_row)
    site = site_of(root, AS_OF.replace(day=2))
    return site, publication(site)


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("kepuasan 2024", "79,00 (direvisi dari 78,25)"),
        ("kepuasan 2024 capaian", "92,94 persen (direvisi dari 92,06 persen)"),
        ("kepuasan 2023..2024 selisih", "3,10 (direvisi dari 3,85)"),
        ("kepuasan 2024 target", "85,00"),
        ("kepuasan 2023", "82,10"),
    ],
)
def test_a_revised_figure_says_what_approvers_saw(
    tmp_path: Path, token: str, expected: str
) -> None:
    """On the page and in feeds, behind the new value; what did not change says nothing."""
    site, item = revised(tmp_path, f"a {{{{{token}}}}}")
    for found in (body_html(site, item), feed_html(site, item, "", "")):
        assert f"a {expected}" == BeautifulSoup(found, "html.parser").get_text().strip()


def test_a_revised_row_says_so_in_charts_and_tables(tmp_path: Path) -> None:
    """What the approvers saw, not what the dataset says was there before that."""
    site, item = revised(tmp_path, "{{tabel kepuasan 2023..2024}}")
    (block,) = body_blocks(site, item)
    assert block["table"] is not None
    assert ["Direvisi dari 78,25. Salah hitung.", ""] == [r["note"] for r in block["table"]["rows"]]


def test_a_link_to_what_is_not_public_is_its_text(tmp_path: Path) -> None:
    """No address and no title of a withheld record is given away."""
    contents.write_content(tmp_path)
    write_record(tmp_path, "halaman", "rahasia", judul="Judul Rahasia")
    text = "Lihat [keterangan *ini*](rekor:rahasia) dan [a](rekor:nikah).\n"
    write(tmp_path, contents.PATHS["publikasi"], contents.record_text("publikasi", text))
    contents.approve(tmp_path, "nikah-2025", contents.APPROVED.replace(day=3))
    site = site_of(tmp_path)
    expected = '<p>Lihat keterangan <em>ini</em> dan <a href="/layanan/nikah/">a</a>.</p>'
    assert expected == body_html(site, publication(site))


def test_a_figure_of_a_withdrawn_indicator_stays_a_number(tmp_path: Path) -> None:
    """The data are public, the page that explains them is not: no link, and no chart."""
    root = contents.write_content(tmp_path)
    site_of(root)
    digest = read(root).editions["kepuasan"].digest
    append_decision(root, decision("kepuasan", digest, Act.WITHDRAW, AS_OF))
    site = site_of(root, AS_OF.replace(day=2))
    found = body_html(site, publication(site))
    assert "/capaian/" not in found
    assert "angka:" not in found
    assert "Indeks 2024 adalah 78.25," in found.replace("78,25", "78.25")


def test_charts_and_tables_stand_in_their_place(tmp_path: Path) -> None:
    """Text, chart with its table, text, table alone, text."""
    body = "a\n\n{{grafik kepuasan 2023..2024}}\n\nb\n\n{{tabel kepuasan 2023..2025}}\n\nc\n"
    site = changed_site(tmp_path, "publikasi", body)
    blocks = body_blocks(site, publication(site))
    forms = [(b["html"].strip(), b["chart"] is not None, b["table"] is not None) for b in blocks]
    assert [
        ("<p>a</p>", False, False),
        ("", True, True),
        ("<p>b</p>", False, False),
        ("", False, True),
        ("<p>c</p>", False, False),
    ] == forms
    tables = [block["table"] for block in blocks if block["table"]]
    assert ["tabel-1", "tabel-2"] == [table["id"] for table in tables]
    assert "Indeks kepuasan pengantin, 2023 sampai 2024" == tables[0]["title"]
    assert ["2025", "2024", "2023"] == [row["period"] for row in tables[1]["rows"]]


def test_a_page_without_charts_shows_their_table(tmp_path: Path) -> None:
    """Feeds and plain pages get the sentence of the chart and its figures as a table."""
    found = shown(tmp_path, "{{grafik kepuasan 2023..2024}}")
    assert (
        "Indeks kepuasan pengantin: 82,10 pada 2023, 78,25 pada 2024; turun 3,85.</p>"
        "<table><caption>Indeks kepuasan pengantin, 2023 sampai 2024</caption>"
        '<tr><th scope="col">Kurun</th><th scope="col">Nilai</th><th scope="col">Target</th></tr>'
        "<tr><td>2024</td><td>78,25</td><td>85,00</td></tr>"
        "<tr><td>2023</td><td>82,10</td><td>80,00</td></tr></table>"
    ) == found


def test_names_of_attachments_are_addresses(tmp_path: Path) -> None:
    """Whatever signs a name may have, it leads to the file."""
    contents.write_content(tmp_path)
    name = "Grafik_2.a-b.png"
    write(tmp_path, f"lampiran/nikah-2025/{name}", picture_bytes())
    text = contents.record_text("publikasi", f"![c](lampiran:{name}) [d](lampiran:{name})")
    write(tmp_path, contents.PATHS["publikasi"], text)
    contents.approve(tmp_path, "nikah-2025", contents.APPROVED.replace(day=3))
    site = site_of(tmp_path)
    soup = BeautifulSoup(body_html(site, publication(site)), "html.parser")
    address = photo_address("Grafik_2.a-b")
    assert soup.img is not None
    assert soup.a is not None
    assert (address, address) == (soup.img["src"], soup.a["href"])


def test_a_feed_gets_absolute_addresses_and_no_dress(tmp_path: Path) -> None:
    """Links, pictures and anchors lead to the page; classes, ids and frames are gone."""
    body = (
        "[a](rekor:nikah) [b](sumber:1) ![c](lampiran:grafik.png) {{kepuasan 2024}}[^1]\n\n"
        "| d |\n| --- |\n| 5 |\n\n[^1]: e\n"
    )
    site = changed_site(tmp_path, "publikasi", body)
    soup = BeautifulSoup(feed_html(site, publication(site), "<p>i</p>", "<p>z</p>"), "html.parser")
    page = "https://kinerja.example/publikasi/2026/nikah-2025/"
    addresses = [str(a["href"]) for a in soup.find_all("a")]
    assert [
        "https://kinerja.example/layanan/nikah/",
        f"{page}#sumber-1",
        "https://kinerja.example/capaian/kepuasan/#2024",
    ] == addresses[:3]
    assert all(address.startswith("https://kinerja.example/") for address in addresses)
    assert [f"https://kinerja.example{photo_address()}"] == [
        str(img["src"]) for img in soup.find_all("img")
    ]
    allowed = {"href", "src", "alt", "width", "height", "scope", "title"}
    assert set() == {name for e in soup.find_all(True) for name in e.attrs} - allowed
    assert [] == soup.find_all("div")
    assert ("i", "z") == (soup.find_all("p")[0].text, soup.find_all("p")[-1].text)


def test_nothing_of_our_own_schemes_is_left(tmp_path: Path) -> None:
    """In no body of the folder does a browser meet `rekor:` and the like."""
    site = site_of(contents.write_content(tmp_path))
    for item in site.relations.records.values():
        found = body_html(site, item) + feed_html(site, item, "", "")
        for scheme in ("rekor:", "lampiran:", "sumber:", "angka:"):
            assert scheme not in found
