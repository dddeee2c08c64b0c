"""Files as finance staff keep them: titles, merged cells, totals, signatures, hidden sheets."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from cost_appendix.spreadsheets import child, opening
from cost_appendix.spreadsheets.headers import HEADERS
from cost_appendix.spreadsheets.tables import column_letters, read_table
from tests.cost_appendix.spreadsheets.sheets import (
    HEADER,
    Value,
    entry,
    fill,
    good_table,
    told,
    write_sheet,
)

XLSX = "buku.xlsx"


def test_a_table_below_its_titles(tmp_path: Path) -> None:
    """Titles, empty rows, a row that counts the columns; below it totals and signatures."""
    rows = [
        ["DAFTAR SP2D TAHUN ANGGARAN 2026"],
        ["Satuan Kerja: Sekretariat Jenderal"],
        [],
        HEADER,
        [f"({n})" for n in range(1, 9)],
        entry(1),
        [],
        entry(2, tanggal=datetime(2026, 3, 5, 14, 3)),
        ["Sub total", *[None] * 6, 50000],
        ["A. Bahan cetak"],
        entry(3, tanggal="2026-03-06", uraian="Total biaya cetak", jumlah="25000"),
        ["Jumlah", *[None] * 6, 75000],
        [None, None, "Mengetahui,", *[None] * 4, "Jakarta, 31 Maret 2026"],
        [None, None, "Kuasa Pengguna Anggaran", *[None] * 4, "NIP. 19700101"],
    ]
    table = good_table(write_sheet(tmp_path / XLSX, *rows))
    assert (4, [6, 8, 11]) == (table.header_row, [item.row for item in table.entries])
    assert date(2026, 3, 5) == table.entries[1].cells["tanggal"]
    assert [9, 10, 12, 13, 14] == [int(place.partition("!")[2]) for place, _ in table.skipped]
    assert ("Lembar1!13", "Mengetahui,") == table.skipped[3]
    assert ("Lembar1!H8", "Lembar1!8") == (table.place(8, "jumlah"), table.place(8, "rup"))


def test_merged_cells(tmp_path: Path) -> None:
    """A header of two rows; what is merged over rows counts in each of them, money only once."""
    book = Workbook()
    sheet = book.worksheets[0]
    fill(
        sheet,
        [
            ["No", "SP2D", None, "Uraian", None, "Akun", "Nilai"],
            [None, "Nomor", "Tanggal", None, None, None, "(Rp)"],
            [1, "SP-1", date(2026, 3, 2), "Cetak", None, 521211, 1000],
            [2, None, None, "Pasang", None, 522191, None],
            ["Jumlah", None, None, None, None, None, 1000],
        ],
        "Lembar1",
    )
    for place in ("B1:C1", "D1:E2", "F1:F2", "D3:E3", "B3:B4", "C3:C4", "G3:G4", "A5:F5"):
        sheet.merge_cells(place)
    book.save(tmp_path / XLSX)
    table = good_table(tmp_path / XLSX)
    expected = {"nomor_bukti": 1, "tanggal": 2, "uraian": 3, "akun": 5, "jumlah": 6}
    assert expected == table.columns
    first, second = (item.cells for item in table.entries)
    assert ("SP-1", date(2026, 3, 2), 1000) == (
        second["nomor_bukti"],
        second["tanggal"],
        first["jumlah"],
    )
    assert "" == second["jumlah"]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Tgl. SP2D", "tanggal"),
        ("NOMOR SP2D", "nomor_bukti"),
        ("No Kwitansi", "nomor_bukti"),
        ("Nominal (Rp)", "jumlah"),
        ("Jumlah Bruto", "jumlah"),
        ("Uraian\nPembayaran", "uraian"),
        ("Kode Akun", "akun"),
        ("Mata Anggaran", "mata_anggaran"),
        ("mata_anggaran", "mata_anggaran"),
        ("Satuan Kerja", "unit"),
        ("Kode RUP", "rup"),
    ],
)
def test_usual_headers(tmp_path: Path, header: str, column: str) -> None:
    """Case, signs, order of words and usual short forms do not matter."""
    others = [name for name in ("tanggal", "nomor_bukti", "jumlah", "uraian") if name != column]
    rows: list[list[Value]] = [[header, *others], [1, 2, 3, 4]]
    assert 0 == good_table(write_sheet(tmp_path / XLSX, *rows)).columns[column]


def test_every_column_of_the_ledger_is_a_header_itself(tmp_path: Path) -> None:
    """A sheet with the names of the ledger needs no thought."""
    rows: list[list[Value]] = [[*HEADERS], [1] * len(HEADERS)]
    assert [*HEADERS] == [*good_table(write_sheet(tmp_path / XLSX, *rows)).columns]


def test_the_better_header_wins_and_the_own_one_over_all(tmp_path: Path) -> None:
    """Gross before any amount; what the user names before what is usual."""
    names = ["Tanggal", "Uraian", "Jumlah", "Jumlah Bruto", "Jumlah Pembayaran"]
    file = write_sheet(tmp_path / XLSX, names, ["2026-03-02", "Cetak", 1, 2, 3])
    assert 3 == good_table(file).columns["jumlah"]
    assert 4 == good_table(file, jumlah="jumlah pembayaran").columns["jumlah"]
    assert [("buku.xlsx:0", "K89")] == told(read_table(file, "", {"unit": "Biro"})[1])


def test_a_header_that_stands_twice(tmp_path: Path) -> None:
    """Which of two is meant is not guessed."""
    file = write_sheet(tmp_path / XLSX, ["Tanggal", "Nilai", "Uraian", "Jumlah (Rp)"], [1, 2, 3, 4])
    assert [("Lembar1!B1 jumlah", "K90")] == told(read_table(file, "", {})[1])


def two_sheets(file: Path) -> Path:
    """Write a book with a table on a sheet, on another, and on a hidden one."""
    book = Workbook()
    fill(book.worksheets[0], [HEADER, entry(1)], "Januari")
    fill(book.create_sheet(), [HEADER, entry(2)], "Februari")
    hidden = book.create_sheet()
    fill(hidden, [HEADER, entry(3)], "Rekap")
    hidden.sheet_state = "hidden"
    book.save(file)
    return file


def test_several_sheets(tmp_path: Path) -> None:
    """Which one is asked; a hidden one is read when it is named, and never by itself."""
    file = two_sheets(tmp_path / XLSX)
    (asked,) = read_table(file, "", {})[1]
    assert ("K88", (("known", "Januari, Februari"),)) == (asked.code, asked.details)
    assert "SP-2" == good_table(file, "Februari").entries[0].cells["nomor_bukti"]
    assert "SP-3" == good_table(file, "Rekap").entries[0].cells["nomor_bukti"]
    (unknown,) = read_table(file, "Maret", {})[1]
    assert ("K87", "Rekap") == (unknown.code, dict(unknown.details)["known"])


def test_sheets_that_are_not_read_are_named(tmp_path: Path) -> None:
    """The only sheet with a table is taken."""
    file = two_sheets(tmp_path / XLSX)
    book = load_workbook(file)
    book["Februari"].delete_rows(1, 9)
    book.save(file)
    table = good_table(file)
    assert ("Januari", ("Rekap", "Februari")) == (table.sheet, table.unread)


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7 bukan lembar kerja", b"PK\x03\x04 zip yang rusak", b"<html></html>"],
    ids=["empty", "pdf", "broken-zip", "html"],
)
@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods"])
def test_files_that_are_no_spreadsheet(tmp_path: Path, name: str, data: bytes) -> None:
    """One sentence for each."""
    (tmp_path / name).write_bytes(data)
    assert [(f"{name}:0", "K85")] == told(read_table(tmp_path / name, "", {})[1])


def test_an_empty_sheet(tmp_path: Path) -> None:
    """There is no header."""
    file = write_sheet(tmp_path / XLSX)
    assert [("buku.xlsx:0", "K89")] == told(read_table(file, "", {})[1])


def test_a_zip_cut_short(tmp_path: Path) -> None:
    """As after a download that broke off."""
    file = write_sheet(tmp_path / XLSX, HEADER, entry())
    file.write_bytes(file.read_bytes()[:-800])
    assert [("buku.xlsx:0", "K85")] == told(read_table(file, "", {})[1])


def test_an_encrypted_book(tmp_path: Path) -> None:
    """An OLE file with a stream EncryptedPackage, as Excel writes with a password."""
    (tmp_path / XLSX).write_bytes(ole_with("EncryptedPackage"))
    assert [("buku.xlsx:0", "K86")] == told(read_table(tmp_path / XLSX, "", {})[1])


def ole_with(name: str) -> bytes:
    """Return a smallest compound file with one empty stream of that name."""
    sector, free, chain, table = 512, b"\xff" * 4, b"\xfe\xff\xff\xff", b"\xfd\xff\xff\xff"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += bytes.fromhex("3e00 0300 feff 0900 0600") + bytes(10)
    head += (1).to_bytes(4, "little") + (1).to_bytes(4, "little") + bytes(4)
    head += (4096).to_bytes(4, "little") + chain + bytes(4) + chain + bytes(4) + bytes(4)
    head += free * 108
    fat = (table + chain).ljust(sector, b"\xff")

    def directory(label: str, kind: int, child: int) -> bytes:
        text = label.encode("utf-16-le")
        links = free * 2 + (child.to_bytes(4, "little") if child >= 0 else free)
        entry = text.ljust(64, b"\0") + (len(text) + 2).to_bytes(2, "little")
        entry += bytes([kind, 1]) + links + bytes(36)
        return entry + chain + bytes(8)

    return (
        head + fat + (directory("Root Entry", 5, 1) + directory(name, 2, -1)).ljust(sector, b"\0")
    )


def test_a_cell_at_the_far_corner(tmp_path: Path) -> None:
    """It makes the reader ask for 500 GB; that ends a process of its own, not this one."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["XFD1048576"] = 1, 2
    book.save(tmp_path / XLSX)
    assert [("buku.xlsx:0", "K85")] == told(read_table(tmp_path / XLSX, "", {})[1])


def test_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Little that becomes much ends at the limit of memory; much is not even read."""
    file = write_sheet(tmp_path / XLSX, HEADER, entry())
    monkeypatch.setattr(opening, "MOST_SECONDS", 60)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            if name == "xl/worksheets/sheet1.xml":
                with archive.open(name, "w", force_zip64=True) as part:
                    part.write(data.removesuffix(b"</worksheet>"))
                    for _ in range(66):
                        part.write(b" " * 2**24)
            else:
                archive.writestr(name, data)
    assert [("buku.xlsx:0", "K85")] == told(read_table(file, "", {})[1])
    monkeypatch.setattr(opening, "LARGEST", 10)
    assert [("buku.xlsx:0", "K85")] == told(read_table(file, "", {})[1])


def test_a_reader_that_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ended."""
    endless = tmp_path / "endless.py"
    endless.write_text("import time\ntime.sleep(600)\n", "utf-8")
    monkeypatch.setattr(child, "__file__", str(endless))
    monkeypatch.setattr(opening, "MOST_SECONDS", 0.5)
    file = write_sheet(tmp_path / XLSX, HEADER, entry())
    assert [("buku.xlsx:0", "K85")] == told(read_table(file, "", {})[1])


def test_formulas_that_failed_are_seen(tmp_path: Path) -> None:
    """The reader gives an empty cell for them, which would be money without a publication."""
    book = Workbook()
    sheet = book.worksheets[0]
    fill(sheet, [HEADER, entry(1, uraian="#N/A", jumlah="#REF!")], "Lembar1")
    for place in ("D2", "H2"):
        sheet[place].data_type = "e"
    book.save(tmp_path / XLSX)
    cells = good_table(tmp_path / XLSX).entries[0].cells
    assert ("#N/A", "#REF!") == (cells["uraian"], cells["jumlah"])


def test_ods(tmp_path: Path) -> None:
    """As LibreOffice writes it: dates and numbers with their type."""
    kinds = {
        "Tanggal": '<table:table-cell office:value-type="date" office:date-value="2026-03-02"/>',
        "Jumlah": '<table:table-cell office:value-type="float" office:value="25000"/>',
        "Uraian": '<table:table-cell office:value-type="string"><text:p>Cetak</text:p>'
        "</table:table-cell>",
    }
    head = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>'
        for name in kinds
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    rows = "".join(
        f"<table:table-row>{row}</table:table-row>" for row in (head, "".join(kinds.values()))
    )
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {names}><office:body>'
            f'<office:spreadsheet><table:table table:name="Maret">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    table = good_table(tmp_path / "a.ods")
    (first,) = table.entries
    assert "Maret" == table.sheet
    assert {"tanggal": date(2026, 3, 2), "jumlah": 25000, "uraian": "Cetak"} == first.cells


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv(tmp_path: Path, sign: str) -> None:
    """With a BOM or not, divided as the country's spreadsheets do it."""
    lines = [sign.join(("Tanggal", "Uraian", "Jumlah")), sign.join(("2026-03-02", "Cetak", "100"))]
    (tmp_path / "a.CSV").write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    (first,) = good_table(tmp_path / "a.CSV").entries
    assert {"tanggal": "2026-03-02", "uraian": "Cetak", "jumlah": "100"} == first.cells
    (tmp_path / "a.csv").write_bytes("Tanggal;Uraian;Jumlah\n;Caf\xe9;1".encode("latin-1"))
    assert [("a.csv:0", "K85")] == told(read_table(tmp_path / "a.csv", "", {})[1])
    (tmp_path / "a.csv").write_bytes(b'Tanggal;Uraian;Jumlah\n;"a"b;1')
    assert [("a.csv:0", "K85")] == told(read_table(tmp_path / "a.csv", "", {})[1])


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (16383, "XFD")])
def test_letters_of_columns(number: int, letters: str) -> None:
    """As a spreadsheet shows them."""
    assert letters == column_letters(number)
