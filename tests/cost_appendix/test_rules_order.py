"""Rules on the order of recording."""

from pathlib import Path

from tests.cost_appendix.ledgers import ledger_of, problems_of, row, write_content


def test_numbers_rise_within_a_file(tmp_path: Path) -> None:
    """A number that stands twice or goes back is told at the later row."""
    rows = [row(2), row(2, nomor_bukti="x"), row(1)]
    assert [(3, "id", "K30"), (4, "id", "K30")] == problems_of(tmp_path, *rows)


def test_numbers_may_leave_gaps(tmp_path: Path) -> None:
    """Only the order counts; the address of a row is its own number."""
    assert [1, 205] == [found.number for found in ledger_of(tmp_path, row(1), row(205)).rows]


def test_recording_never_goes_back(tmp_path: Path) -> None:
    """Rows of one day may follow each other; an earlier day may not."""
    rows = [row(1, tgl_catat="2026-03-05"), row(2, tgl_catat="2026-03-05"), row(3)]
    assert [(4, "tgl_catat", "K31")] == problems_of(tmp_path, *rows)


def test_each_file_has_an_order_of_its_own(tmp_path: Path) -> None:
    """A late row of last year does not stand before the first one of this year."""
    late = row(9, id="2025-000009", tanggal="2025-12-30", tgl_catat="2026-05-01", nomor_bukti="z")
    write_content(tmp_path, late, year=2025)
    assert [] == problems_of(tmp_path, row(1))
