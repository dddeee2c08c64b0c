"""No page is heavy, however large the ledger and however long what somebody wrote."""

from datetime import date
from pathlib import Path

import pytest

from cost_appendix.pages import appendix_pages
from cost_appendix.reading import read_ledger
from tests.cost_appendix.generated import RECORDS, write_generated
from tests.cost_appendix.ledgers import ACCOUNT, LINE, ledger_of, record, revision, row
from tests.cost_appendix.rendering import render

MOST = 55_000
"""Bytes of our part of a page, so that a host's own 5,000 fit into 60,000."""

LONG = {
    "uraian": "Jasa desain, penyuntingan & cetak infografik capaian layanan; " * 2,
    "penerima": f"perusahaan:PT {'Contoh Cipta Grafika & Rekan ' * 3}",
    "nomor_bukti": f"{'00001/KPPN-JKT/' * 3}2026",
    "rekor": "a:34;b:33;c:33",
}


@pytest.mark.parametrize("cells", [{}, LONG, {"uraian": "&" * 160, "rekor": "a"}])
def test_no_page_is_heavy_however_large_the_ledger(tmp_path: Path, cells: dict[str, str]) -> None:
    """Every page stays below 55,000 bytes, so that a host's own 5,000 fit into 60,000."""
    title = "Capaian layanan pencatatan nikah di kantor urusan agama menurut provinsi"
    records = {
        name: record(name, title=title, section=f"bagian-{name}", form=f"bentuk {name}")
        for name in ("a", "b", "c", *(f"rekor-{number}" for number in range(30)))
    }
    names = {f"unit-{n}": f"Direktorat Jenderal Bimbingan Masyarakat Nomor {n}" for n in range(40)}
    codes = [str(521200 + number) for number in range(40)]
    accounts = [ACCOUNT | {"kode": code, "uraian": f"Belanja Barang {code}"} for code in codes]
    budget = [
        LINE | {"id": f"ma-{unit}", "unit": unit, "akun": code}
        for unit, code in zip(names, codes, strict=True)
    ]
    rows = [
        row(
            number,
            unit=f"unit-{number % 40}",
            akun=codes[number % 40],
            mata_anggaran=f"ma-unit-{number % 40}",
            tanggal=f"2026-{number % 12 + 1:02}-02",
            **({"rekor": f"rekor-{number % 30}", "nomor_bukti": f"SP2D-{number:08}"} | cells)
            | {"nomor_bukti": f"{number}/{cells.get('nomor_bukti', 'SP2D')}"},
        )
        for number in range(1, 301)
    ]
    revisions = [
        revision(
            number,
            mata_anggaran="ma-unit-1",
            semula=str(1_000_000 * number),
            menjadi=str(1_000_000 * (number + 1)),
            alasan="Tambahan cetak & gambar untuk publikasi kinerja yang belum terbit " * 2,
        )
        for number in range(1, 151)
    ]
    ledger = ledger_of(tmp_path, *rows, budget=budget, revisions=revisions, accounts=accounts)
    pages = appendix_pages(ledger, records, unit_names=names)
    sizes = {page.url: len(render(page).encode()) for page in pages}
    assert {} == {url: size for url, size in sizes.items() if size > MOST}


def test_texts_are_cut_only_where_a_page_would_be_heavy(tmp_path: Path) -> None:
    """Few rows show every word; the cut ends with an ellipsis and leaves amounts whole."""
    long = "x" * 160
    few = appendix_pages(ledger_of(tmp_path, row(1, uraian=long)), {})[-1]
    cells = {"uraian": long, "penerima": f"perusahaan:{long}"}
    many = [row(number, **cells) for number in range(1, 101)]
    full = appendix_pages(ledger_of(tmp_path, *many), {})[-1]
    assert long in render(few)
    assert (True, False) == (f"{'x' * 59}…" in render(full), long in render(full))


@pytest.mark.parametrize("junk", ["", "&" * 500, "\u0645\u0631\u062d\u0628\u0627 " * 2000])
def test_years_of_rows_and_long_names_make_no_page_heavy(tmp_path: Path, junk: str) -> None:
    """Twelve years, forty units and sections, three hundred records, names of any length."""
    years = range(2015, 2027)
    accounts = write_generated(tmp_path, years, 330) / "data/akun.csv"
    accounts.write_text(accounts.read_text("utf-8").replace("Belanja ", f"Belanja {junk}"), "utf-8")
    ledger, problems = read_ledger(tmp_path, None, date(2026, 12, 31))
    records = {
        f"rekor-{n:03}": record(
            f"rekor-{n:03}",
            title=f"Capaian layanan nomor {n} {junk}",
            section=f"bagian-{n % 40}",
            section_title=f"Layanan {n % 40} {junk}",
            form=f"bentuk {n % 20} {junk}",
        )
        for n in range(RECORDS)
    }
    units = {f"unit-{n:02}": f"Direktorat Jenderal {n} {junk}" for n in range(40)}
    pages = appendix_pages(ledger, records, unit_names=units)
    sizes = {page.url: len(render(page).encode()) for page in pages}
    assert ([], {}) == (problems, {url: size for url, size in sizes.items() if size > MOST})
    assert len(pages) > 100
    assert junk or "…" not in render(pages[0])
