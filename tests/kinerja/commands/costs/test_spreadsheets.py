"""`invoke costs.import` and `costs.reconcile`: what finance staff type, and what they read."""

import json
from pathlib import Path

import pytest

from kinerja.commands.costs import importing, reconciling
from kinerja.commands.costs.tables import Asked
from tests.cost_appendix.spreadsheets.sheets import HEADER, Value, entry, write_sheet
from tests.kinerja.contents import AS_OF, UNIT, write_content

Capture = pytest.CaptureFixture[str]
BOOK = "data/biaya/2026.csv"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a content folder with one row in its ledger; it is 1 March 2026."""
    monkeypatch.setattr(importing, "parse_as_of", lambda _: AS_OF)
    return write_content(tmp_path / "isi")


def sheet(root: Path, *rows: list[Value]) -> str:
    """Write rows below HEADER to a file beside the content and return its path."""
    return str(write_sheet(root.parent / "belanja.xlsx", HEADER, *rows))


def paid(number: int, **cells: Value) -> list[Value]:
    """Return a payment of the unit of the content."""
    return entry(number, **({"unit": UNIT} | cells))


def lines(capsys: Capture) -> list[str]:
    """Return what was printed."""
    return capsys.readouterr().out.splitlines()


def test_rows_are_added(root: Path, capsys: Capture) -> None:
    """Appended to the file of the year; what was understood is said."""
    file = sheet(root, paid(7), ["Jumlah", *[None] * 6, 25000])
    before = (root / BOOK).read_bytes()
    assert 0 == importing.run(str(root), Asked(file), False)
    assert [
        "Tabel: belanja.xlsx, lembar 'Lembar1', judul di baris 1.",
        "Kolom: tanggal = B 'Tanggal SP2D', nomor_bukti = C 'No. SP2D', uraian = D 'Uraian', "
        "akun = E 'Akun', unit = F 'Satker', penerima = G 'Penerima', jumlah = H 'Nilai (Rp)'.",
        "Sel kosong dianggap: tahap = bayar, bukti = sp2d.",
        "Dilewati, bukan baris belanja: Lembar1!3 'Jumlah'",
        "Ditambahkan ke data/biaya/2026.csv: 1 baris, Rp25.000, 2026-000002 sampai 2026-000002. "
        f"Periksa dengan ./invoke check --content {root}",
    ] == lines(capsys)
    added = f"2026-000002,2026-03-01,2026-03-02,bayar,,,{UNIT},521211,bahan,Cetak spanduk,25000,"
    assert f"{added}sp2d,SP-7,perusahaan:PT Contoh,\n".encode() == (
        (root / BOOK).read_bytes().removeprefix(before)
    )
    assert 0 == importing.run(str(root), Asked(file), False)
    assert [
        "Sudah tercatat, tidak ditambahkan: Lembar1!2 = 2026-000002",
        "Tidak ada baris baru; buku biaya tidak berubah.",
    ] == lines(capsys)[-2:]
    assert 1 == reconciling.run(str(root), Asked(file), False)
    assert "Hanya di buku biaya: 1 bukti, Rp250.000" in lines(capsys)


def test_a_trial_writes_nothing(root: Path, capsys: Capture) -> None:
    """`--dry-run`."""
    before = (root / BOOK).read_bytes()
    assert 0 == importing.run(str(root), Asked(sheet(root, paid(7))), True)
    expected = "Uji coba saja: 1 baris, Rp25.000, dapat ditambahkan ke data/biaya/2026.csv."
    assert (expected, before) == (lines(capsys)[-1], (root / BOOK).read_bytes())


def test_all_or_nothing(root: Path, capsys: Capture) -> None:
    """Every mistake at its cell, and the ledger stays as it was."""
    before = (root / BOOK).read_bytes()
    file = sheet(root, paid(7), paid(8, jumlah="15.000.000"), paid(9, jumlah=900000))
    assert 1 == importing.run(str(root), Asked(file), False)
    assert [
        "belanja.xlsx: Lembar1!H3 jumlah: '15.000.000' adalah teks, bukan angka rupiah; ubah sel "
        "menjadi angka, atau nyatakan cara menulisnya dengan --text-amounts id (1.000,00) atau en "
        "(1,000.00) (K92)",
        "belanja.xlsx: Lembar1!H4 jumlah: pembayaran bersih setahun 1175000, melebihi pagu bahan "
        "yang berlaku sebesar 1000000 sejak baris Lembar1!4; periksa atau catat revisi di "
        "data/revisi (K52)",
        "Tidak ada yang ditambahkan. Perbaiki 2 kesalahan di atas, lalu impor lagi.",
    ] == lines(capsys)[-3:]
    assert before == (root / BOOK).read_bytes()


def test_what_the_user_says(root: Path) -> None:
    """Headers, meanings of words and of empty cells, the way amounts are written, the sheet."""
    names = ("Tgl", "Bayar", "No Kuitansi", "Uraian", "Biro")
    cells = ("2026-03-02", "Rp 1.500", "K-1", "Konsumsi", "Biro Umum")
    file = str(write_sheet(root.parent / "kas.xlsx", names, cells, title="Maret"))
    asked = Asked(
        file,
        "Maret",
        2026,
        (f"unit:biro umum={UNIT}", "akun=521211", "penerima=internal"),
        ("jumlah=Bayar", "unit=Biro"),
        "id",
    )
    assert 0 == importing.run(str(root), asked, False)
    last = (root / BOOK).read_text("utf-8").splitlines()[-1]
    assert last.endswith(f"{UNIT},521211,bahan,Konsumsi,1500,kuitansi-up,K-1,internal,")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked("a", given=("unit",)), "--set: 'unit' tidak dapat dipakai"),
        (Asked("a", given=("id=1",)), "--set: 'id=1' tidak dapat dipakai"),
        (Asked("a", headers=("jumlah",)), "--header: 'jumlah' tidak dapat dipakai"),
        (Asked("a", style="us"), "--text-amounts: 'us' tidak dapat dipakai"),
        (Asked("a", year=26), "--year: '26' tidak dapat dipakai"),
        (Asked("tidak-ada.xlsx"), "No such file or directory: tidak-ada.xlsx"),
    ],
)
def test_what_cannot_be_tried(root: Path, capsys: Capture, asked: Asked, expected: str) -> None:
    """Code 2, by both commands."""
    assert 2 == importing.run(str(root), asked, False)
    assert expected in capsys.readouterr().out
    assert 2 == reconciling.run(str(root), asked, False)
    assert expected in capsys.readouterr().out


def test_no_such_folder(tmp_path: Path, capsys: Capture) -> None:
    """It is not made."""
    assert 2 == importing.run(str(tmp_path / "x"), Asked("a"), False)
    assert "Tidak ada folder isi" in capsys.readouterr().out
    assert not (tmp_path / "x").exists()


def test_a_file_that_cannot_be_read(root: Path, capsys: Capture) -> None:
    """A mistake for the import; nothing can be compared."""
    (root.parent / "a.pdf").write_bytes(b"%PDF-1.7")
    asked = Asked(str(root.parent / "a.pdf"))
    assert (1, 2) == (
        importing.run(str(root), asked, False),
        reconciling.run(str(root), asked, False),
    )
    assert 2 == sum(line.startswith("a.pdf: berkas tidak dapat dibaca") for line in lines(capsys))


def test_a_ledger_with_mistakes_takes_nothing(root: Path, capsys: Capture) -> None:
    """They are told at their place in the ledger first."""
    broken = (root / BOOK).read_text("utf-8").replace("250000", "250.000")
    (root / BOOK).write_text(broken, "utf-8")
    assert 1 == importing.run(str(root), Asked(sheet(root, paid(7))), False)
    told = lines(capsys)
    assert "data/biaya/2026.csv:2: jumlah" in told[-2]
    assert "Buku biaya sendiri masih salah; perbaiki 1 kesalahan di atas dahulu." == told[-1]


def test_a_comparison_in_words(root: Path, capsys: Capture) -> None:
    """Sums of both sides, then each payment, the largest difference first."""
    rows = [paid(1, nomor_bukti="sp-1", jumlah=200000), paid(9), paid(9)]
    assert 1 == reconciling.run(str(root), Asked(sheet(root, *rows)), False)
    assert [
        "Buku biaya Rp250.000 (1 baris); ekspor Rp250.000 (3 baris)",
        "Selisih Rp0. Bukti yang sama: 0",
        "Hanya di buku biaya: 0 bukti, Rp0",
        "Hanya di ekspor: 1 bukti, −Rp50.000",
        "Jumlah berbeda: 1 bukti, Rp50.000",
        "  SP-1 521211: selisih Rp50.000; buku biaya Rp250.000 (2026-000001), ekspor Rp200.000 "
        "(Lembar1!H2)",
        "  SP-9 521211: selisih −Rp50.000; buku biaya tidak ada, ekspor Rp50.000 (Lembar1!H3, "
        "Lembar1!H4)",
        "Cocok tanpa melihat huruf besar dan spasi: Rp250.000 (2026-000001), 'sp-1'",
        "Nomor, akun, dan jumlah yang sama lebih dari sekali: Lembar1!H3, Lembar1!H4",
    ] == lines(capsys)[3:]


def test_a_comparison_for_programs(root: Path, capsys: Capture) -> None:
    """Whole rupiah, and only what differs."""
    asked = Asked(sheet(root, paid(1, jumlah=250000), paid(9)))
    assert 1 == reconciling.run(str(root), asked, True)
    found = json.loads(capsys.readouterr().out)
    (payment,) = found.pop("payments")
    assert {"ledger": 250000, "export": 275000, "difference": -25000} == found
    assert (-25000, [], "Lembar1!H3") == (
        payment["difference"],
        payment["ledger"],
        payment["export"][0]["place"],
    )


def test_equal_books(root: Path) -> None:
    """Code 0; of many differences the first hundred are told."""
    assert 0 == reconciling.run(str(root), Asked(sheet(root, paid(1, jumlah=250000))), False)


def test_many_differences(root: Path, capsys: Capture) -> None:
    """The first hundred are told, the rest counted."""
    rows = [paid(number) for number in range(2, 110)]
    assert 1 == reconciling.run(str(root), Asked(sheet(root, *rows)), False)
    told = lines(capsys)
    assert "... dan 9 lagi; semuanya dengan --json" == told[-1]
    assert 100 == sum(line.startswith("  ") for line in told)


def test_an_import_reconciles_with_its_own_file(root: Path) -> None:
    """Whatever was added is there, to the rupiah."""
    (root / BOOK).unlink()
    asked = Asked(sheet(root, *(paid(number, jumlah=number) for number in range(1, 60))))
    assert 0 == importing.run(str(root), asked, False)
    assert 0 == reconciling.run(str(root), asked, False)
