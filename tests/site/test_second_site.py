"""The cost appendix in another site: plain Pelican, ordinary articles, its README as the guide."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from frictionless import validate

import cost_appendix
from tests.cost_appendix.generated import write_generated
from tests.site.pages import WebPage, read_pages
from tests.site.recount import GENERAL, HIDDEN, Book, wrong_sums

PLUGINS = Path(cost_appendix.__file__).parent.parent
README = (PLUGINS / "cost_appendix/README.md").read_text("utf-8")
FILE = re.compile(r"rite `([\w./-]+)`[^\n]*\n\n *```\w*\n(.*?)\n *```", re.DOTALL)
MARKED = 'THEME_TEMPLATES_OVERRIDES = ["templates"]'


def follow_the_guide(root: Path) -> Path:
    """Do in an empty folder what the README says, word by word, the label included."""
    for name in ("cost_appendix", "tabular"):
        left_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PLUGINS / name, root / "plugins" / name, ignore=left_out)
    for name, text in FILE.findall(README):
        lines = [line.removeprefix("   ") for line in text.splitlines()]
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert MARKED in README
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f"{MARKED}\n")
    return root


def run_pelican(root: Path) -> subprocess.CompletedProcess[str]:
    """Run `pelican --fatal errors`, without anything of this project on the path."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "-m", "pelican", "--fatal", "errors"],
        cwd=root,
        env=kept | {"COLUMNS": "300"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def pages_of(root: Path) -> dict[str, WebPage]:
    """Build the site and return its pages by path."""
    result = run_pelican(root)
    assert 0 == result.returncode, result.stdout + result.stderr
    return {page.path: page for page in read_pages(root / "output")}


def valid(root: Path) -> bool:
    """Say whether frictionless accepts the data package of a site."""
    return bool(validate(root / "output/data/datapackage.json").valid)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the README, built once."""
    root = follow_the_guide(tmp_path_factory.mktemp("situs kedua") / "majalah")
    pages_of(root)
    return root


def test_the_guide_names_every_file_of_its_site() -> None:
    """Settings, an article, accounts, budget, ledger, and the template of the label."""
    data = ("akun", "anggaran/2026", "biaya/2026")
    expected = ["pelicanconf.py", "./content/panen.md", *(f"content/data/{n}.csv" for n in data)]
    assert [*expected, "templates/article.html"] == [name for name, _ in FILE.findall(README)]


def test_the_guide_leads_to_a_site_that_adds_up(first: Path) -> None:
    """Overview, year, accounts, unit, rows, revisions, data; the sums are those of the ledger."""
    pages = {page.path: page for page in read_pages(first / "output")}
    accounts, others = ("akun/400100", "akun/400200"), ("revisi", "unit/redaksi", "sematan/unit")
    places = ("2026", "2026/hal/1", *accounts, *others)
    expected = {f"transparansi/biaya/{place}/index.html" for place in places}
    assert set() == expected - pages.keys()
    titles = {"panen-raya": ("Tani", "esai", "Panen raya"), "": (GENERAL,) * 3}
    book = Book(first / "content", {"redaksi": "Meja redaksi"}, titles.__getitem__)
    wrong, held = wrong_sums(pages, book)
    assert ([], True) == (wrong, held > 60)
    assert valid(first)


def test_the_guide_puts_a_label_on_the_article(first: Path) -> None:
    """The article of the theme is whole, and says what it cost and where that is recorded."""
    (page,) = [p for p in read_pages(first / "output") if p.path == "panen-raya.html"]
    (label,) = page.texts('//dl[contains(@class, "label-biaya")]')
    assert "Rp2.000.000 (dibayar Rp2.000.000, kontrak Rp2.000.000)" in label
    assert "Musim ini baik." in page.texts("//p")
    links = page.values('//dl[contains(@class, "label-biaya")]//a/@href')
    row = "/transparansi/biaya/2026/hal/1/#2026-00000"
    assert [f"{row}1", f"{row}2"] == links


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_ledger_adds_up_on_every_page(tmp_path: Path, seed: int) -> None:
    """Three years with shares, plans, contracts, returns and cancellations, 160 budget lines."""
    root = follow_the_guide(tmp_path / "situs")
    shutil.rmtree(root / "content/data")
    (root / "content/panen.md").unlink()
    write_generated(root / "content", (2024, 2025, 2026), 240, seed)
    names = {f"unit-{number:02}": f"Unit nomor {number}" for number in range(40)}
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f'COST_APPENDIX_UNITS = {names!r}\nCOST_APPENDIX_AS_OF = "2026-12-31"\n')
    public = {f"rekor-{number:03}": number for number in range(0, 300, 2)}
    for record, number in public.items():
        (root / f"content/{record}.md").write_text(
            f"Title: Judul {number}\nDate: 2024-01-01\nid: {record}\n"
            f"Category: Rubrik {number % 25}\nFormat: bentuk {number % 7}\n\nIsi.\n",
            encoding="utf-8",
        )

    def named(record: str) -> tuple[str, str, str]:
        if record not in public:
            return (HIDDEN if record else GENERAL,) * 3
        number = public[record]
        return f"Rubrik {number % 25}", f"bentuk {number % 7}", f"Judul {number}"

    wrong, held = wrong_sums(pages_of(root), Book(root / "content", names, named))
    assert ([], True) == (wrong, held > 1500)
    assert valid(root)
