"""Reviews of the ledger are read strictly: what is not the very line that was written is told."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost_appendix.reading import read_ledger
from tabular.problems import Problem
from tests.cost_appendix.ledgers import LAST_DAY, row, write_content
from tests.cost_appendix.reviews import Values, digest_of, line_of, review, write_reviews

PATH = "persetujuan/biaya-2026.jsonl"
LATER = "2026-04-02T09:00:00+07:00"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a folder with four rows, one of which has a line break in its text."""
    rows = [row(1), row(2, uraian="dua\nbaris"), row(3), row(4, tgl_catat="2026-04-03")]
    return write_content(tmp_path, *rows)


def problems(content: Path) -> list[Problem]:
    """Return every mistake of the ledger and its reviews."""
    return read_ledger(content, None, LAST_DAY)[1]


def told(content: Path) -> list[tuple[int, str, str]]:
    """Return line, key and code of what is wrong."""
    return [(item.line, item.field, item.code) for item in problems(content)]


def test_a_good_line_is_a_batch(content: Path) -> None:
    """Its values come back; it is intact, and no mistake is found."""
    write_reviews(content, review(content, 1, 3, hasil="sesuai-dengan-catatan", catatan="Baik."))
    ledger, found = read_ledger(content, None, LAST_DAY)
    (batch,) = ledger.batches
    assert ([], 1, True) == (found, batch.line, batch.is_intact)
    assert ("2026-000001", "2026-000003", 3) == (batch.first, batch.last, batch.count)
    assert ("sesuai-dengan-catatan", "Baik.") == (batch.outcome, batch.note)
    assert "2026-04-01T09:00:00+07:00" == batch.moment


@pytest.mark.parametrize(("first", "last"), [(2, 3), (3, 3)])
def test_a_stranger_gets_the_same_digest(content: Path, first: int, last: int) -> None:
    """The rows with sed as the README says, their digest with sha256sum, also of a single row."""
    start, end = (f"'/^2026-{number:06},/" for number in (first, last))
    command = f"sed -n {start},$p' data/biaya/2026.csv | sed {end}q' | sha256sum"
    done = subprocess.run(command, shell=True, cwd=content, capture_output=True, check=True)
    write_reviews(content, review(content, first, last, sidik=done.stdout.decode().split()[0]))
    assert read_ledger(content, None, LAST_DAY)[0].batches[0].is_intact


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"dari": "1"}, (1, "dari", "K70")),
        ({"sampai": 3}, (1, "sampai", "K70")),
        ({"jumlah": "3"}, (1, "jumlah", "K70")),
        ({"jumlah": True}, (1, "jumlah", "K70")),
        ({"jumlah": 0}, (1, "jumlah", "K70")),
        ({"jumlah": 2}, (1, "jumlah", "K76")),
        ({"sidik": "A" * 64}, (1, "sidik", "K70")),
        ({"hasil": "cocok"}, (1, "hasil", "K70")),
        ({"hasil": ["sesuai"]}, (1, "hasil", "K70")),
        ({"hasil": "belum-sesuai"}, (1, "catatan", "K71")),
        ({"nomor_surat": ""}, (1, "nomor_surat", "K71")),
        ({"nomor_surat": "a" * 161}, (1, "nomor_surat", "K71")),
        ({"nomor_surat": " a"}, (1, "nomor_surat", "K71")),
        ({"catatan": "a\nb"}, (1, "catatan", "K71")),
        ({"catatan": None}, (1, "catatan", "K71")),
        ({"waktu": "2026-04-01"}, (1, "waktu", "K70")),
        ({"waktu": "2026-04-01T09:00:00"}, (1, "waktu", "K70")),
        ({"waktu": "2026-04-01T09:00:00.5+07:00"}, (1, "", "K70")),
        ({"waktu": "2026-04-01 09:00:00+07:00"}, (1, "", "K70")),
        ({"waktu": "2026-03-01T09:00:00+07:00"}, (1, "waktu", "K75")),
        ({"orang": ""}, (1, "orang", "K71")),
        ({"tanda_tangan": 5}, (1, "tanda_tangan", "K70")),
        ({"catatn": ""}, (1, "catatn", "K70")),
        ({"dari": "2026-000009"}, (1, "dari", "K72")),
        ({"sampai": "2025-000003"}, (1, "sampai", "K72")),
        ({"dari": "2026-000003", "sampai": "2026-000001"}, (1, "sampai", "K73")),
    ],
)
def test_what_is_wrong_with_a_line(
    content: Path, change: Values, expected: tuple[int, str, str]
) -> None:
    """One value changed: place, key and code."""
    write_reviews(content, review(content, 1, 3) | change)
    assert [expected] == told(content)


def test_rows_that_changed_are_not_counted(content: Path) -> None:
    """Rows that are added between void a review; its number is then no mistake besides."""
    write_reviews(content, review(content, 1, 3, sidik="0" * 64, jumlah=2))
    ledger, found = read_ledger(content, None, LAST_DAY)
    assert ([], [False]) == (found, [batch.is_intact for batch in ledger.batches])


@pytest.mark.parametrize(
    ("broken", "key"),
    [
        (lambda values: line_of(values)[:40] + "\n", ""),
        (lambda values: line_of(values).rstrip("\n"), ""),
        (lambda values: "\n" + line_of(values), ""),
        (lambda values: "[" * 50_000 + "\n", ""),
        (lambda values: line_of([values]), ""),
        (lambda values: json.dumps(values) + "\n", ""),
        (lambda values: line_of(values).replace('"dari":', '"dari":"x","dari":'), ""),
        (lambda values: line_of(values).replace("SIM", "\\u0053IM"), ""),
        (lambda values: line_of(dict(reversed(values.items()))), ""),
        (lambda values: line_of({k: v for k, v in values.items() if k != "waktu"}), "waktu"),
    ],
    ids=[
        *("cut", "without line end", "empty line", "too deep", "no object", "with blanks"),
        *("key twice", "escaped letter", "other order", "key missing"),
    ],
)
def test_a_line_in_any_other_form_is_broken(
    content: Path, broken: Callable[[Values], str], key: str
) -> None:
    """Also where the same values could be read from it: a signature speaks of one form."""
    text = broken(review(content, 1, 3))
    write_reviews(content).write_text(text, encoding="utf-8")
    assert (key, "K70") in {(item.field, item.code) for item in problems(content)}


@pytest.mark.parametrize(
    ("later", "code"),
    [
        ((1, 3, LATER), None),
        ((3, 4, "2026-04-03T09:00:00+07:00"), None),
        ((2, 3, LATER), "K74"),
        ((1, 1, LATER), "K74"),
        ((1, 3, "2026-04-01T09:00:00+07:00"), "K31"),
        ((3, 4, LATER), "K75"),
    ],
)
def test_a_later_review_covers_an_earlier_one_whole_or_not_at_all(
    content: Path, later: tuple[int, int, str], code: str | None
) -> None:
    """And it is later, and no row of it was recorded after it."""
    first, last, when = later
    write_reviews(content, review(content, 1, 2), review(content, first, last, waktu=when))
    assert [item.code for item in problems(content)] == [code] * bool(code)


def test_reviewed_columns_stay_in_order(content: Path) -> None:
    """Another header gives the same lines another meaning; without reviews it may be any."""
    file = content / "data/biaya/2026.csv"
    file.write_bytes(file.read_bytes().replace(b"tgl_catat,tanggal", b"tanggal,tgl_catat", 1))
    assert [] == [code for *_, code in told(content) if code == "K78"]
    write_reviews(content, review(content, 1, 3))
    assert (1, "", "K78") in told(content)


@pytest.mark.parametrize(
    "name", ["biaya-26.jsonl", "biaya-2026.json", "biaya-2026.jsonl.asli", "biaya-2025.JSONL"]
)
def test_a_file_that_is_no_year_is_told(content: Path, name: str) -> None:
    """It would be a review that nobody reads."""
    write_reviews(content).with_name(name).write_text("")
    assert [(0, "", "K01")] == told(content)


def test_a_folder_is_no_file_of_reviews(content: Path) -> None:
    """It is told, not read."""
    write_reviews(content).with_name("biaya-2025.jsonl").mkdir()
    assert [(0, "", "K01")] == told(content)


def test_a_link_is_no_file_of_reviews(content: Path) -> None:
    """It could lead out of the content folder."""
    file = write_reviews(content)
    file.with_name("biaya-2025.jsonl").symlink_to(file)
    assert [(0, "", "K01")] == told(content)


@given(st.data())
def test_any_changed_byte_of_the_rows_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """The ledger is refused, or the batch is not intact; bytes after its rows disturb nothing."""
    content = write_content(tmp_path_factory.mktemp("isi"), row(1), row(2), row(3))
    write_reviews(content, review(content, 1, 2))
    file = content / "data/biaya/2026.csv"
    before = file.read_bytes()
    begin, end = before.index(b"2026-000001"), before.index(b"2026-000003")
    place = data.draw(st.integers(begin, end - 1))
    byte = data.draw(st.binary(max_size=1).filter(lambda b: b != before[place : place + 1]))
    file.write_bytes(before[:place] + byte + before[place + 1 :])
    ledger, found = read_ledger(content, None, LAST_DAY)
    assert found or not ledger.batches[0].is_intact


def test_rows_after_a_review_disturb_nothing(content: Path) -> None:
    """Also where the file had no line end, and rows that were recorded later."""
    file = content / "data/biaya/2026.csv"
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    values = review(content, 1, 3)
    write_content(content, row(1), row(2, uraian="dua\nbaris"), row(3), row(4), row(5))
    assert values["sidik"] == digest_of(content, "2026-000001", "2026-000003")
    write_reviews(content, values)
    assert read_ledger(content, None, LAST_DAY)[0].batches[0].is_intact


def test_rows_of_another_year_disturb_nothing(content: Path) -> None:
    """The lines of a year are those of its own file."""
    days = {"tgl_catat": "2025-03-02", "tanggal": "2025-03-02", "uraian": "dua\nbaris"}
    rows = [row(n, id=f"2025-{n:06}", nomor_bukti=f"A-{n}", **days) for n in range(1, 8)]
    write_content(content, *rows, year=2025)
    write_reviews(content, review(content, 2, 3))
    ledger, found = read_ledger(content, None, LAST_DAY)
    assert ([], [True]) == (found, [batch.is_intact for batch in ledger.batches])
