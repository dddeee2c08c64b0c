"""A real small Pelican site with ordinary articles and a chart of accounts of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import cost_appendix
from tests.cost_appendix.ledgers import ACCOUNT, LINE, Cells, row, write_content
from tests.cost_appendix.reviews import review, write_reviews

PLUGINS = Path(cost_appendix.__file__).parent.parent

SETTINGS = f"""\
import sys

sys.path.insert(0, {str(PLUGINS)!r})
PATH = "content"
SITENAME = "Majalah Desa"
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "en"
THEME = "simple"
THEME_TEMPLATES_OVERRIDES = ["templates"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
PLUGINS = ["cost_appendix"]
COST_APPENDIX_AS_OF = "2026-06-30"
"""

ARTICLE_TEMPLATE = """\
{% extends "base.html" %}
{% from "cost_appendix/label.html" import cost_label %}
{% block content %}{{ cost_label(article.cost_label, SITEURL) }}{% endblock %}
"""

ARTICLES = {
    "panen.md": "Title: Panen & pasar\nDate: 2026-01-05\nCategory: Tani\nFormat: esai\n\nIsi.\n",
    "irigasi.md": "Title: Irigasi\nDate: 2026-01-06\nCategory: Tani\nid: air\nBiaya: nol\n"
    "Biaya_catatan: Ditulis warga\n\nIsi.\n",
    "draf.md": "Title: Rahasia\nDate: 2026-01-07\nCategory: Tani\nStatus: draft\n\nIsi.\n",
}

COSTS = [
    row(1, akun="400100", mata_anggaran="kas", unit="redaksi", jumlah="75000", rekor="panen-pasar"),
    row(2, akun="400100", mata_anggaran="kas", unit="redaksi", jumlah="25000", rekor="rahasia"),
    row(3, akun="400100", mata_anggaran="kas", unit="redaksi", tgl_catat="2026-07-01"),
]


def make_site(root: Path, *costs: Cells, settings: str = "", **articles: str) -> Path:
    """Write a site with three articles and a ledger; more settings and articles as given."""
    more = {f"{name}.md": text for name, text in articles.items()}
    for name, text in {**ARTICLES, **more}.items():
        (root / "content").mkdir(exist_ok=True)
        (root / "content" / name).write_text(text, encoding="utf-8")
    (root / "pelicanconf.py").write_text(SETTINGS + settings, encoding="utf-8")
    (root / "templates").mkdir()
    (root / "templates/article.html").write_text(ARTICLE_TEMPLATE, encoding="utf-8")
    account = ACCOUNT | {"kode": "400100", "uraian": "Biaya cetak"}
    line = LINE | {"id": "kas", "unit": "redaksi", "akun": "400100"}
    write_content(root / "content", *costs, budget=[line], accounts=[account])
    return root


def build(root: Path) -> subprocess.CompletedProcess[str]:
    """Run Pelican as its users do."""
    return subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", "output"],
        cwd=root,
        env=os.environ | {"COLUMNS": "300"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def read(root: Path, path: str) -> str:
    """Return a file of the finished site."""
    return (root / "output" / path).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site that was built without a complaint."""
    root = make_site(tmp_path_factory.mktemp("situs"), *COSTS)
    result = build(root)
    assert (0, []) == (result.returncode, [w for w in ("ERROR", "CRITICAL") if w in result.stderr])
    return root


def test_the_appendix_is_written_into_the_site(site: Path) -> None:
    """Pages stand in the theme's own base, with the site's accounts and categories."""
    overview = read(site, "transparansi/biaya/index.html")
    expected = ["<title>Biaya publikasi</title>", "Majalah Desa", "400100 Biaya cetak"]
    expected += ["Menurut kategori", "Rp100.000"]
    assert [] == [words for words in expected if words not in overview]
    appendix = site / "output/transparansi/biaya"
    pages = sorted(str(page.parent.relative_to(appendix)) for page in appendix.rglob("*.html"))
    places = [".", "2026", "2026/hal/1", "akun/400100", "revisi", "unit/redaksi"]
    charts = ["akun", "bagian", "bulan", "format", "pagu", "publikasi", "reviu", "sebaran"]
    charts += ["tahun", "unit"]
    embedded = [f"sematan/{chart}" for chart in charts]
    assert sorted([*places, *embedded]) == pages
    pictures = appendix.rglob("*.svg")
    assert embedded == sorted(str(file.parent.relative_to(appendix)) for file in pictures)
    assert "Majalah Desa" in read(site, "transparansi/biaya/sematan/pagu/grafik.svg")


def test_articles_are_records_by_slug_or_id(site: Path) -> None:
    """A public article is named and linked, and a draft is not."""
    rows = read(site, "transparansi/biaya/2026/hal/1/index.html")
    assert '<a href="/panen-pasar.html">Panen &amp; pasar</a>' in rows
    written = "".join(file.read_text() for file in site.glob("output/transparansi/**/*.html"))
    assert ("Rahasia" in written, "rahasia" in read(site, "data/biaya.csv")) == (False, False)


def test_every_article_has_its_label(site: Path) -> None:
    """The label knows the ledger, the article's own word, and the day."""
    with_rows, without = read(site, "panen-pasar.html"), read(site, "irigasi.html")
    assert "Rp75.000 (dibayar Rp75.000); belum direviu Itjen" in with_rows
    assert 'href="/transparansi/biaya/2026/hal/1/#2026-000001"' in with_rows
    assert "tanpa belanja tambahan. Ditulis warga" in without


def test_rows_recorded_after_the_day_are_not_written(site: Path) -> None:
    """COST_APPENDIX_AS_OF holds for pages and data alike."""
    assert 2 == len(read(site, "data/biaya.csv").splitlines()) - 1


def test_reading_a_ledger_needs_no_pelican() -> None:
    """Only the plugin itself imports Pelican, and only when it registers."""
    code = (
        "import sys; import cost_appendix.open_data, cost_appendix.pages, cost_appendix.reading; "
        "print(sorted({'pelican', 'jinja2'} & set(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": str(PLUGINS)}
    printed = subprocess.check_output([sys.executable, "-c", code], env=environment, text=True)
    assert "[]\n" == printed


def test_a_bad_ledger_ends_the_run_before_a_page_is_written(tmp_path: Path) -> None:
    """Every mistake is said with its place, in the site's language, and the exit code is 1."""
    root = make_site(
        tmp_path,
        COSTS[0] | {"jumlah": "75.000"},
        COSTS[1] | {"rekor": "air"},
        sawah="Title: Sawah\nDate: 2026-01-08\nBiaya: gratis\n\nIsi.\n",
    )
    result = build(root)
    expected = [
        "data/biaya/2026.csv:2: jumlah: '75.000' is no amount in rupiah; write digits only",
        "irigasi.md: biaya: cost is declared nol but 1 ledger rows name it, first 2026-000002",
        "sawah.md: biaya: unknown value 'gratis'; choose one of ada, nol, belum, tidak-berlaku",
        "LedgerError: 3 mistakes in the cost ledger; nothing was written",
    ]
    printed = result.stdout + result.stderr
    assert (1, []) == (result.returncode, [line for line in expected if line not in printed])
    assert [] == list(root.glob("output/**/*.html"))


def test_a_site_may_settle_address_units_and_words(tmp_path: Path) -> None:
    """Each setting of the README does what it says, and the theme's own template wins."""
    settings = """
COST_APPENDIX_CONTENT = "buku"
COST_APPENDIX_URL = "biaya/"
COST_APPENDIX_UNITS = {"redaksi": "Meja redaksi"}
COST_APPENDIX_SECTION_WORD = "rubrik"
DEFAULT_LANG = "id"
RELATIVE_URLS = True
"""
    root = make_site(tmp_path, *COSTS, settings=settings)
    (root / "buku").mkdir()
    (root / "content/data").rename(root / "buku/data")
    (root / "templates/cost_appendix").mkdir()
    own = '{% extends "base.html" %}{% block content %}Halaman sendiri{% endblock %}'
    (root / "templates/cost_appendix/rows.html").write_text(own, encoding="utf-8")
    assert 0 == build(root).returncode
    year = read(root, "biaya/2026/index.html")
    expected = ["Menurut rubrik", "Meja redaksi", 'href="../../biaya/2026/hal/1/"']
    assert [] == [words for words in expected if words not in year]
    assert "Halaman sendiri" in read(root, "biaya/2026/hal/1/index.html")


def test_reviews_are_shown_as_not_signed(tmp_path: Path) -> None:
    """This host checks no signatures; a review after the day of the site is not yet made."""
    site = make_site(tmp_path, *COSTS)
    content = site / "content"
    later = review(content, 2, 2, waktu="2026-07-01T09:00:00+07:00")
    write_reviews(content, review(content, 1, 1), later)
    result = build(site)
    assert 0 == result.returncode, result.stderr
    overview = read(site, "transparansi/biaya/index.html")
    assert (1, 1) == (overview.count("SIM-1/2026"), overview.count("tidak ditandatangani"))
    label = "reviu Itjen: sesuai (surat SIM-1/2026, 1 April 2026)"
    assert label in read(site, "panen-pasar.html")


def test_a_changed_row_voids_its_review_and_stops_nothing(tmp_path: Path) -> None:
    """It is a warning; the money is unreviewed again."""
    site = make_site(tmp_path, *COSTS)
    write_reviews(site / "content", review(site / "content", 1, 1, sidik="0" * 64))
    result = build(site)
    assert (0, 1) == (result.returncode, (result.stdout + result.stderr).count("(K77)"))
    assert "belum direviu Itjen" in read(site, "panen-pasar.html")
