"""Pages as the public reads them: addresses, sums, names, and markup that holds."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from cost_appendix.open_data import appendix_files
from cost_appendix.pages import Page, appendix_pages
from tests.cost_appendix.ledgers import (
    LINE,
    ledger_of,
    record,
    revision,
    row,
    write_content,
)
from tests.cost_appendix.rendering import page_at, render, table, text_of, tree

ROOT = "transparansi/biaya/"
SVG = "{{http://www.w3.org/2000/svg}}{}"
HOSTILE = "<script>alert(\"1\")</script> & '{{ x }}'"
SITE = "https://situs.example"
RECORDS = {"a": record("a", title=HOSTILE), "b": record("b", public=False, title="Rahasia B")}


@pytest.fixture
def everything(tmp_path: Path) -> list[Page]:
    """Return pages and pictures of two years, with hostile text wherever an editor may write."""
    old = row(3, id="2025-3", tanggal="2025-05-05", nomor_bukti="x", uraian=HOSTILE)
    write_content(tmp_path, old, year=2025, budget=[LINE])
    ledger = ledger_of(
        tmp_path,
        row(1, tahap="kontrak", jumlah="3000", rekor="a:60;b:40"),
        row(2, jumlah="3000", rekor="a:60;b:40", lanjutan_dari="2026-000001"),
        row(100, penerima=f"perusahaan:{HOSTILE}", nomor_bukti=HOSTILE),
        row(101, tahap="batal", lanjutan_dari="2026-000100"),
        row(301, rekor="sudah-raib"),
        revisions=[revision(1, alasan=HOSTILE)],
    )
    names = {"setjen": "Sekretariat Jenderal"}
    return appendix_pages(ledger, RECORDS, unit_names=names, site_url=SITE, signature=(HOSTILE,))


@pytest.fixture
def pages(everything: list[Page]) -> list[Page]:
    """Return the pages without the pictures of charts."""
    return [page for page in everything if not page.path.endswith(".svg")]


def test_every_page_has_its_place(pages: list[Page]) -> None:
    """Row pages are fixed by the number in the id; pages without rows do not exist."""
    charts = ["pagu", "reviu", "tahun", "bagian", "unit", "akun", "format", "bulan"]
    charts += ["sebaran", "publikasi"]
    expected = {f"{ROOT}sematan/{chart}/": "embed" for chart in charts} | {
        ROOT: "overview",
        f"{ROOT}revisi/": "revisions",
        f"{ROOT}akun/521211/": "year",
        f"{ROOT}unit/setjen/": "year",
        f"{ROOT}2025/": "year",
        f"{ROOT}2025/hal/1/": "rows",
        f"{ROOT}2026/": "year",
        f"{ROOT}2026/hal/1/": "rows",
        f"{ROOT}2026/hal/2/": "rows",
        f"{ROOT}2026/hal/4/": "rows",
    }
    assert expected == {page.url: page.template[14:-5] for page in pages}
    assert [f"{page.url}index.html" for page in pages] == [page.path for page in pages]


def test_the_trail_leads_from_the_first_page_to_the_one_above(pages: list[Page]) -> None:
    """A host can show where a page stands."""
    expected = (("Biaya publikasi", ROOT), ("Biaya publikasi 2026", f"{ROOT}2026/"))
    assert [(), expected[:1], expected] == [
        page_at(pages, url).trail for url in (ROOT, f"{ROOT}2026/", f"{ROOT}2026/hal/4/")
    ]


def test_titles_and_descriptions_tell_pages_apart(everything: list[Page]) -> None:
    """No two pages have the same title; each has a description."""
    pages = everything
    assert len(pages) == len({page.title for page in pages})
    assert [] == [page.url for page in pages if not 20 < len(page.description) < 160]


def test_the_overview_adds_up(pages: list[Page]) -> None:
    """Years, sections and the whole say the same sums, to the rupiah."""
    overview = tree(page_at(pages, ROOT))
    foot = ["Jumlah", "Rp5.000", "Rp5.000", "Rp0", "Rp3.000", "Rp0"]
    years = [
        ["Tahun", "Biaya", "Dibayar", "Dikembalikan", "Kontrak", "Rencana"],
        ["2025", "Rp1.000", "Rp1.000", "Rp0", "Rp0", "Rp0"],
        ["2026", "Rp4.000", "Rp4.000", "Rp0", "Rp3.000", "Rp0"],
        foot,
    ]
    assert years == table(overview, "menurut-tahun-tabel")
    sections = [
        ["Biaya umum (tidak dibagi)", "Rp1.000", "Rp1.000", "Rp0", "Rp0", "Rp0"],
        ["belum terbit", "Rp2.200", "Rp2.200", "Rp0", "Rp1.200", "Rp0"],
        ["Pencatatan nikah", "Rp1.800", "Rp1.800", "Rp0", "Rp1.800", "Rp0"],
        foot,
    ]
    assert sections == table(overview, "menurut-bagian-tabel")[1:]
    units = [["Sekretariat Jenderal", *foot[1:]], foot]
    assert units == table(overview, "menurut-unit-tabel")[1:]


def test_money_that_is_not_clear_stands_before_every_table(pages: list[Page]) -> None:
    """Unallocated and unreviewed money is the first section."""
    overview = tree(page_at(pages, ROOT))
    first = next(overview.iter("section"))
    expected = (
        "Yang belum jelas Belum direviu ItjenRp5.000 (100,0% dari biaya) "
        "Biaya umum (tidak dibagi)Rp1.000 (20,0% dari biaya)"
    )
    assert expected == text_of(first)


def test_rows_are_told_with_their_chain(pages: list[Page]) -> None:
    """What a row continues and what ended it are links; the cancellation is a row of its own."""
    page = tree(page_at(pages, f"{ROOT}2026/hal/1/"))
    rows = table(page, "baris-tabel")
    assert ["2 Maret", "Rp3.000", "dibayarlanjutan 2026-000001"] == rows[2][1:4]
    assert "dibayardibatalkan oleh 2026-000101" == rows[3][3]
    links = {text_of(link): link.get("href") for link in page.iter("a")}
    assert "#2026-000001" == links["2026-000001"]
    assert f"/{ROOT}2026/hal/2/#2026-000101" == links["2026-000101"]
    assert ["2026-000001", "2026-000002", "2026-000100"] == [
        line.get("id") for line in page.iter("tr") if line.get("id")
    ]


def test_pages_of_rows_lead_to_their_neighbours(pages: list[Page]) -> None:
    """Neighbours are pages that exist; the first has none before it."""
    found = [
        [(link.get("rel"), link.get("href")) for link in tree(page).iter("a") if link.get("rel")]
        for page in (page_at(pages, f"{ROOT}2026/hal/{number}/") for number in (1, 2, 4))
    ]
    first, second, fourth = (f"/{ROOT}2026/hal/{number}/" for number in (1, 2, 4))
    assert [[("next", second)], [("prev", first), ("next", fourth)], [("prev", second)]] == found


def test_records_that_are_not_public_are_named_nowhere(pages: list[Page]) -> None:
    """Neither title nor id of a draft or of an unknown record is on any page."""
    told = [
        (page.url, word)
        for page in pages
        for word in ("Rahasia", "sudah-raib", "publikasi/b/")
        if word in render(page)
    ]
    assert [] == told
    first = tree(page_at(pages, f"{ROOT}2026/hal/1/"))
    assert f"{HOSTILE} 60%; belum terbit 40%" == table(first, "baris-tabel")[1][5]


def test_pages_are_the_same_with_and_without_autoescape(everything: list[Page]) -> None:
    """A stock Pelican site does not escape: the templates do it themselves, once."""
    for page in everything:
        rendered = render(page)
        assert rendered == render(page, autoescape=False)
        assert "<script" not in rendered


def test_addresses_begin_with_the_site(pages: list[Page]) -> None:
    """Every link but a fragment carries SITEURL, so that relative sites work."""
    for page in pages:
        found = ElementTree.fromstring(render(page, site="https://situs.example")).iter("a")
        links = [link.get("href", "") for link in found]
        assert [] == [u for u in links if not u.startswith(("https://situs.example/", "#"))]


def test_internal_links_lead_somewhere(pages: list[Page]) -> None:
    """Every address below the appendix is a page, and its fragment a row of that page."""
    places = {f"/{page.url}" for page in pages}
    ids = {
        f"/{page.url}#{found.get('id')}"
        for page in pages
        for found in tree(page).iter()
        if "id" in found.attrib
    }
    links = [
        f"/{page.url}{target}" if target.startswith("#") else target
        for page in pages
        for link in tree(page).iter("a")
        for target in [link.get("href", "")]
    ]
    inside = [
        link for link in links if link.startswith(f"/{ROOT}") and not link.endswith("/grafik.svg")
    ]
    assert [] == [link for link in inside if link not in places | ids]


def test_every_file_that_is_offered_is_written(tmp_path: Path) -> None:
    """A year offers its own file, the first page all of them and their description."""
    write_content(tmp_path, row(1, id="2025-1", tanggal="2025-05-05", nomor_bukti="x"), year=2025)
    ledger = ledger_of(tmp_path, row(1))
    written = {f"/{path}" for path, _ in appendix_files(ledger, {})}
    offered = {
        page.url: {
            a for link in tree(page).iter("a") if (a := link.get("href", ""))[:6] == "/data/"
        }
        for page in appendix_pages(ledger, {})
    }
    assert written == offered[ROOT]
    assert {"/data/biaya-2025.csv"} == offered[f"{ROOT}2025/"] - {"/data/reviu.csv"}
    assert [] == [url for url, files in offered.items() if not files <= written]


def test_markup_holds_on_every_page(pages: list[Page]) -> None:
    """One h1, unique ids, no script, nothing that depends on JavaScript.

    Style stands only in the head of an embedded chart: a base without a block `head` gets none.
    """
    for page in pages:
        elements = list(tree(page).iter())
        assert 1 == sum(element.tag == "h1" for element in elements)
        ids = [element.get("id") for element in elements if element.get("id")]
        assert sorted(set(ids), key=str) == sorted(ids, key=str)
        styles = [element.tag for element in elements if element.tag == "style"]
        assert styles == ["style"] * ("/sematan/" in page.url)
        assert [] == [e.tag for e in elements if e.tag == "script" or "style" in e.attrib]
        assert [] == [e.tag for e in elements for name in e.attrib if name.startswith("on")]


def test_tables_and_charts_can_be_read_by_all(pages: list[Page]) -> None:
    """Tables have caption and scoped heads in a named region; charts have title and text."""
    for page in pages:
        page_tree = tree(page)
        regions = [e for e in page_tree.iter("div") if e.get("class") == "tabel-gulir"]
        assert len(list(page_tree.iter("table"))) == len(regions) > 0
        for region in regions:
            caption = region.find("table/caption")
            assert caption is not None
            expected = {"role": "region", "tabindex": "0", "aria-labelledby": caption.get("id")}
            assert expected | {"class": "tabel-gulir"} == region.attrib
            assert {"col", "row"} == {cell.get("scope") for cell in region.iter("th")}
        for chart in page_tree.iter("svg"):
            title, description = chart.find("title"), chart.find("desc")
            assert title is not None and description is not None
            assert ("img", f"{title.get('id')} {description.get('id')}") == (
                chart.get("role"),
                chart.get("aria-labelledby"),
            )


def test_an_empty_ledger_has_an_honest_first_page(tmp_path: Path) -> None:
    """It says that nothing is recorded, and how cost is counted; so does that of revisions."""
    ledger = ledger_of(tmp_path)
    first, revisions = [text_of(tree(page)) for page in appendix_pages(ledger, {})]
    expected = ["Belum ada biaya yang dicatat.", "Gaji pegawai tidak dihitung."]
    assert [] == [sentence for sentence in expected if sentence not in first]
    assert "Belum ada revisi anggaran yang dicatat." in revisions


def test_a_unit_without_a_plain_id_has_no_page(tmp_path: Path) -> None:
    """An address is never built from a name that could lead elsewhere."""
    budget = [LINE | {"unit": "../../x"}]
    pages = appendix_pages(ledger_of(tmp_path, row(1, unit="../../x"), budget=budget), {})
    assert [] == [page.url for page in pages if "unit/.." in page.url or ".." in page.path]
    assert "../../x" in render(page_at(pages, ROOT))


def test_accounts_and_units_have_their_own_sums_and_rows(tmp_path: Path) -> None:
    """A page of a part counts its rows only, against its own budget, and leads to the newest."""
    budget = [LINE, LINE | {"id": "lain", "unit": "itjen", "pagu_awal": "500"}]
    rows = [row(n) for n in range(1, 13)]
    rows.append(row(13, unit="itjen", mata_anggaran="lain", jumlah="200"))
    pages = appendix_pages(ledger_of(tmp_path, *rows, budget=budget), {})
    unit = tree(page_at(pages, f"{ROOT}unit/itjen/"))
    held = ["2026", "Rp500", "Rp200", "Rp0", "Rp0", "Rp300"]
    assert [held, ["Jumlah", *held[1:]]] == table(unit, "menurut-pagu-tabel")[1:]
    account = tree(page_at(pages, f"{ROOT}akun/521211/"))
    ceiling, cost = "Rp1.000.500", "Rp12.200"
    assert ["2026", ceiling, cost] == table(account, "menurut-pagu-tabel")[1][:3]
    year = tree(page_at(pages, f"{ROOT}2026/"))
    shares = [cells[:3] for cells in table(year, "menurut-pagu-tabel")[1:]]
    each = [["setjen", "Rp1.000.000", "Rp12.000"], ["itjen", "Rp500", "Rp200"]]
    assert [*each, ["Jumlah", ceiling, cost]] == shares
    units = [cells[:2] for cells in table(account, "menurut-unit-tabel")[1:]]
    assert [["setjen", "Rp12.000"], ["itjen", "Rp200"], ["Jumlah", "Rp12.200"]] == units
    newest = [text_of(line) for line in account.iter("li") if "Maret" in text_of(line)]
    assert 10 == len(newest)
    assert "2026-000013: 2 Maret 2026, dibayar, Rp200, Cetak poster" == newest[0]


def test_revisions_are_told_from_before_to_after(tmp_path: Path) -> None:
    """The newest stands first; what was paid before it, above the old ceiling, is a link."""
    early = [row(1, jumlah="900000"), row(2, jumlah="200000"), row(3, tanggal="2026-05-01")]
    revisions = [
        revision(1, menjadi="1050000"),
        revision(2, semula="1050000", menjadi="1200000", tanggal="2026-04-02"),
    ]
    pages = appendix_pages(ledger_of(tmp_path, *early, revisions=revisions), {})
    page = tree(page_at(pages, f"{ROOT}revisi/"))
    second, first = table(page, "revisi-tabel")[1:]
    assert ["2026/2.1", "2 April 2026", "DJA", "bahan", "setjen"] == second[:5]
    assert ["Rp1.050.000", "Rp1.200.000", "Rp150.000", "Tambahan cetak", "2026-000002"] == second[
        5:
    ]
    assert ["Rp1.000.000", "Rp1.050.000", "Rp50.000", "Tambahan cetak", ""] == first[5:]
    assert f"/{ROOT}2026/hal/1/#2026-000002" in [link.get("href") for link in page.iter("a")]


def test_an_embedded_chart_stands_alone(pages: list[Page]) -> None:
    """Chart, table, source and a way back to its place; no navigation, no list of links."""
    page = tree(page_at(pages, f"{ROOT}sematan/unit/"))
    overview = tree(page_at(pages, ROOT))
    caption = "menurut-unit-tabel"
    assert table(overview, caption) == table(page, caption)
    assert (1, 0, 0) == tuple(len(list(page.iter(tag))) for tag in ("svg", "nav", "ul"))
    assert "Sumber: 6 baris catatan biaya, biaya.csv." in text_of(page)
    links = [link.get("href") for link in page.iter("a")]
    assert [f"/{ROOT}unit/setjen/", "/data/biaya.csv", f"/{ROOT}#menurut-unit"] == links
    assert ["_top"] == [base.get("target") for base in page.iter("base")]


def test_a_chart_that_travels_alone_says_whose_it_is(everything: list[Page]) -> None:
    """Each embedded chart is a picture too: title, bars, sentence, source, host; no style."""
    embedded = {page.url for page in everything if page.template.endswith("/embed.html")}
    pictures = [page for page in everything if page.template.endswith("/picture.html")]
    assert {f"{url}grafik.svg" for url in embedded} == {page.path for page in pictures}
    for page in pictures:
        drawing = ElementTree.fromstring(render(page))
        assert SVG.format("svg") == drawing.tag
        shapes = [e for e in drawing.iter() if "grafik-" in e.get("class", "")]
        assert [] == [e.get("class") for e in shapes if not e.get("fill")]
        said = " ".join("".join(line.itertext()) for line in drawing.iter(SVG.format("text")))
        assert "Sumber: 6 baris catatan biaya, situs.example/transparansi/biaya/" in said
        assert HOSTILE.replace(" ", "") in said.replace(" ", "")
        lines = [e for e in drawing if e.tag == SVG.format("text")]
        assert [] == [text_of(line) for line in lines if len(text_of(line)) > 46]
        heights = [float(line.get("y", "")) for line in lines]
        assert heights == sorted(heights)
        assert heights[-1] < float(drawing.get("height", ""))
    first = page_at(everything, f"{ROOT}sematan/pagu/grafik.svg")
    fills = [e.get("fill") for e in ElementTree.fromstring(render(first)).iter(SVG.format("path"))]
    assert ["#17705a", "#fff", "#777", "none"] == fills


def test_the_appendix_may_stand_elsewhere(tmp_path: Path) -> None:
    """Every address begins with the host's own root."""
    pages = appendix_pages(ledger_of(tmp_path, row(1)), {}, "biaya/")
    assert "biaya/2026/hal/1/" == pages[-1].url
    assert [] == [page.url for page in pages if not page.url.startswith("biaya/")]
    assert 'href="/biaya/sematan/unit/"' in render(pages[0])
