"""Which reviews count for which rows, as pages, labels, data and events tell it."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cost_appendix.batches import Batch, Finding, ReviewState
from cost_appendix.events import Event, events
from cost_appendix.label import cost_label
from cost_appendix.model import Ledger
from cost_appendix.open_data import appendix_files
from cost_appendix.pages import appendix_pages
from cost_appendix.reading import read_ledger
from cost_appendix.reviews import changed_rows, reviewed
from cost_appendix.totals import Dimension, Group, total
from tabular.problems import problem
from tests.cost_appendix.ledgers import LAST_DAY, LINE, revision, row, write_content
from tests.cost_appendix.reviews import Values, review, write_reviews

ROWS = [
    row(1, rekor="a", jumlah="100"),
    row(2, rekor="a", jumlah="20", tahap="kembali", lanjutan_dari="2026-000001"),
    row(3, rekor="b", jumlah="30"),
    row(5, jumlah="7"),
]
PATH = "persetujuan/biaya-2026.jsonl"
LATER = "2026-05-01T09:00:00+07:00"
OPEN: Values = {"hasil": "belum-sesuai", "catatan": "Bukti kurang."}


def unsigned(_batch: Batch) -> ReviewState:
    """Judge as a host without signatures does."""
    return ReviewState.UNSIGNED


def judged(
    content: Path,
    *reviews: Values,
    state_of: Callable[[Batch], ReviewState | None] = unsigned,
    spoil: bytes = b"",
) -> Ledger:
    """Return four rows with reviews; `spoil` is written in place of the text of the first row."""
    write_content(content, *ROWS, revisions=[revision(1), revision(2, semula="2000000")])
    write_reviews(content, *reviews)
    file = content / "data/biaya/2026.csv"
    file.write_bytes(file.read_bytes().replace(b"Cetak poster", spoil or b"Cetak poster", 1))
    ledger, problems = read_ledger(content, None, LAST_DAY)
    assert [] == list(problems)
    return reviewed(ledger, state_of)


def reviews_of(tmp_path: Path, *values: tuple[int, int, Values]) -> list[Values]:
    """Return reviews of the four rows, each a day later than the one before it."""
    write_content(tmp_path, *ROWS)
    return [
        review(tmp_path, first, last, waktu=f"2026-04-0{day}T09:00:00+07:00") | more
        for day, (first, last, more) in enumerate(values, 1)
    ]


def spoken_for(ledger: Ledger) -> list[str | None]:
    """Return the outcome that counts for each row."""
    found = map(ledger.review_of, ledger.rows)
    return [None if batch is None else str(batch.outcome) for batch in found]


def test_a_batch_speaks_for_its_rows(tmp_path: Path) -> None:
    """And for no others; numbers that are missing between rows belong to nobody."""
    ledger = judged(tmp_path, *reviews_of(tmp_path, (2, 3, {"jumlah": 2})))
    assert [None, "sesuai", "sesuai", None] == spoken_for(ledger)
    assert ["2026-000002", "2026-000003"] == [r.id for r in ledger.rows_of(ledger.batches[0])]
    assert [ReviewState.UNSIGNED] == [batch.state for batch in ledger.batches]


def test_a_later_batch_replaces_what_it_covers(tmp_path: Path) -> None:
    """What was not right is reviewed again with the rows that mend it."""
    lines = reviews_of(tmp_path, (1, 2, OPEN), (3, 3, {}), (1, 3, {}))
    ledger = judged(tmp_path, *lines)
    assert ["sesuai", "sesuai", "sesuai", None] == spoken_for(ledger)
    assert [ReviewState.REPLACED, ReviewState.REPLACED, ReviewState.UNSIGNED] == [
        b.state for b in ledger.batches
    ]


def test_a_batch_replaces_nothing_that_it_does_not_cover(tmp_path: Path) -> None:
    """Rows of another year have the same numbers; later ones may be reviewed first."""
    ledger = judged(tmp_path, *reviews_of(tmp_path, (5, 5, {}), (1, 3, {"jumlah": 3})))
    last, first = ledger.batches
    assert ["sesuai"] * 4 == spoken_for(ledger)
    assert (False, False) == (first.touches(last), last.touches(first))
    other = replace(first, year=2025, first="2025-000001", last="2025-000003")
    assert (False, False) == (first.touches(other), first.covers(other))
    both = reviewed(replace(ledger, batches=(other, first)), unsigned)
    assert [ReviewState.UNSIGNED] * 2 == [batch.state for batch in both.batches]


def test_what_the_host_refuses_replaces_nothing(tmp_path: Path) -> None:
    """The earlier review stays in force."""
    lines = reviews_of(tmp_path, (1, 2, {}), (1, 3, OPEN))
    states = iter([ReviewState.SIGNED, ReviewState.REFUSED])
    ledger = judged(tmp_path, *lines, state_of=lambda _: next(states))
    assert ["sesuai", "sesuai", None, None] == spoken_for(ledger)
    assert [ReviewState.SIGNED, ReviewState.REFUSED] == [b.state for b in ledger.batches]


def test_refused_stays_refused_whatever_became_of_its_rows(tmp_path: Path) -> None:
    """Nobody is told that rows changed under a review that never counted."""
    values = reviews_of(tmp_path, (1, 2, {}))
    ledger = judged(tmp_path, *values, state_of=lambda _: ReviewState.REFUSED, spoil=b"Cetak b")
    assert [ReviewState.REFUSED] == [batch.state for batch in ledger.batches]


def test_what_is_not_yet_made_is_not_there(tmp_path: Path) -> None:
    """A site as of an earlier day shows no later review."""
    ledger = judged(tmp_path, *reviews_of(tmp_path, (1, 2, {})), state_of=lambda _: None)
    assert ((), [None] * 4) == (ledger.batches, spoken_for(ledger))


def test_changed_rows_void_their_batch_only(tmp_path: Path) -> None:
    """Their money is unreviewed again, loudly; the other batch stays."""
    lines = reviews_of(tmp_path, (1, 2, {}), (3, 3, {}))
    ledger = judged(tmp_path, *lines, spoil=b"Cetak koster")
    assert [None, None, "sesuai", None] == spoken_for(ledger)
    ends = {"first": "2026-000001", "last": "2026-000002", "letter": "SIM-1/2026"}
    assert [problem(PATH, 1, "sidik", "K77", **ends)] == list(changed_rows(ledger))


def test_a_new_review_of_changed_rows_is_quiet(tmp_path: Path) -> None:
    """Somebody looked at the rows as they are."""
    lines = reviews_of(tmp_path, (1, 2, {"sidik": "0" * 64}), (1, 2, {}))
    ledger = judged(tmp_path, *lines)
    assert [] == list(changed_rows(ledger))
    assert ["sesuai", "sesuai", None, None] == spoken_for(ledger)


def test_reviewed_and_unreviewed_money_sum_to_the_whole(tmp_path: Path) -> None:
    """By outcome, with what nobody reviewed."""
    ledger = judged(tmp_path, *reviews_of(tmp_path, (1, 2, {}), (3, 3, OPEN)))
    money = total(ledger, {}).by[Dimension.REVIEW]
    expected = {Finding.AGREES: 80, Finding.DISAGREES: 30, Group.UNREVIEWED: 7}
    assert expected == {key: amounts.net for key, amounts in money.items()}


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([], "belum direviu Itjen"),
        ([(3, 3)], "belum direviu Itjen"),
        ([(1, 2)], "reviu Itjen: sesuai (surat SIM-1/2026, 1 April 2026)"),
        ([(1, 1)], "reviu Itjen: sesuai (surat SIM-1/2026, 1 April 2026); 1 dari 2 baris belum"),
        (
            [(1, 1), (2, 2)],
            "reviu Itjen: sesuai (surat SIM-1/2026, 2 April 2026); "
            "sesuai (surat SIM-1/2026, 1 April 2026)",
        ),
    ],
)
def test_a_label_says_how_far_its_rows_are_reviewed(
    tmp_path: Path, ranges: list[tuple[int, int]], expected: str
) -> None:
    """Finding, letter and day of each batch, the newest first; and what nobody reviewed."""
    lines = reviews_of(tmp_path, *((first, last, {}) for first, last in ranges))
    assert expected == cost_label(judged(tmp_path, *lines), "a", "ada", "").review


def test_a_label_names_two_letters_at_most(tmp_path: Path) -> None:
    """Of more it says how many."""
    rows = [row(number, rekor="a") for number in range(1, 5)]
    write_content(tmp_path, *rows)
    days = (f"2026-04-0{day}T09:00:00+07:00" for day in range(1, 5))
    write_reviews(tmp_path, *(review(tmp_path, n, n, waktu=day) for n, day in enumerate(days, 1)))
    ledger = reviewed(read_ledger(tmp_path, None, LAST_DAY)[0], unsigned)
    assert cost_label(ledger, "a", "ada", "").review.endswith("3 April 2026); 2 surat lain")


def test_pages_list_the_batches_of_their_rows(tmp_path: Path) -> None:
    """The overview all of them, newest first; a page only those with a row of its own."""
    ledger = judged(tmp_path, *reviews_of(tmp_path, (1, 2, OPEN), (3, 3, {})))
    views = {page.url: page.view["appendix"] for page in appendix_pages(ledger, {})}
    listed = {
        url: [batch["outcome"] for batch in view["reviews"]["batches"]]
        for url, view in views.items()
        if "reviews" in view
    }
    both = ["sesuai", "belum sesuai"]
    root = "transparansi/biaya/"
    assert listed[root] == listed[f"{root}2026/"] == listed[f"{root}2026/hal/1/"] == both
    batch = views[root]["reviews"]["batches"][1]
    assert ("SIM-1/2026", "1 April 2026", "2", "Rp80") == tuple(
        batch[key] for key in ("letter", "date", "count", "amount")
    )
    assert ("Bukti kurang.", "tidak ditandatangani") == (batch["note"], batch["state"])
    assert f"{root}2026/hal/1/#2026-000002" == batch["rows"][1]["url"]
    said = [line["review"] for line in views[f"{root}2026/hal/1/"]["rows"]]
    assert ["belum sesuai", "belum sesuai", "sesuai", "belum"] == said


def test_a_part_without_reviewed_rows_lists_none(tmp_path: Path) -> None:
    """A batch of other units is none of theirs."""
    rows = [row(1), row(2, unit="itjen", mata_anggaran="lain"), row(3)]
    write_content(tmp_path, *rows, budget=[LINE, LINE | {"id": "lain", "unit": "itjen"}])
    write_reviews(tmp_path, review(tmp_path, 1, 1))
    ledger = reviewed(read_ledger(tmp_path, None, LAST_DAY)[0], unsigned)
    views = {page.url: page.view["appendix"] for page in appendix_pages(ledger, {})}
    units = {name: views[f"transparansi/biaya/unit/{name}/"] for name in ("setjen", "itjen")}
    assert (1, 0) == tuple(len(view["reviews"]["batches"]) for view in units.values())


def test_unreviewed_money_comes_first(tmp_path: Path) -> None:
    """Then what is not right, where there is any, then what belongs to no publication."""
    ledger = judged(tmp_path, *reviews_of(tmp_path, (1, 2, {}), (3, 3, OPEN)))
    first, *_ = appendix_pages(ledger, {})
    assert [
        ("Belum direviu Itjen", "Rp7"),
        ("Belum sesuai menurut Itjen", "Rp30"),
        ("Biaya umum (tidak dibagi)", "Rp7"),
    ] == [(item["name"], item["amount"]) for item in first.view["appendix"]["attention"]]


def test_reviews_are_open_data(tmp_path: Path) -> None:
    """Every batch with its state and digest; no person and no signature."""
    lines = reviews_of(tmp_path, (1, 2, {"catatan": "=1+1"}))
    files = dict(appendix_files(judged(tmp_path, *lines), {}))
    (line,) = csv.DictReader(io.StringIO(files["data/reviu.csv"].decode()))
    assert {
        "dari": "2026-000001",
        "sampai": "2026-000002",
        "jumlah_baris": "2",
        "hasil": "sesuai",
        "nomor_surat": "SIM-1/2026",
        "catatan": "'=1+1",
        "waktu": "2026-04-01T09:00:00+07:00",
        "keadaan": "tidak-ditandatangani",
        "sidik": lines[0]["sidik"],
    } == line


def test_events_are_reviews_and_revisions_in_order(tmp_path: Path) -> None:
    """Each with code, address, money and the letter; oldest first."""
    ledger = judged(tmp_path, *reviews_of(tmp_path, (1, 2, OPEN)), spoil=b"")
    found = events(ledger)
    codes = ["biaya-2026#2026-000001", "revisi-2026#1", "revisi-2026#2"]
    assert codes == [event.code for event in found]
    batch = ledger.batches[0]
    assert found[0] == Event(
        code="biaya-2026#2026-000001",
        edition=batch.edition,
        title="Reviu Itjen atas biaya 2026-000001 sampai 2026-000002: belum sesuai",
        sentence="Itjen mereviu 2 baris senilai Rp80 dengan hasil belum sesuai "
        "(surat SIM-1/2026, 1 April 2026). Catatan: Bukti kurang.",
        amount=80,
        day=batch.time.date(),
        letter="SIM-1/2026",
        url="transparansi/biaya/2026/#reviu",
    )
    assert (1_000_000, "transparansi/biaya/revisi/") == (found[1].amount, found[1].url)
    assert (0, "", False) == (found[2].amount, found[2].letter, found[2].is_void)
    assert "jumlah pagu tetap" in found[2].sentence


def test_an_event_changes_its_edition_when_it_says_something_else(tmp_path: Path) -> None:
    """A second review of the same rows is the same event in another edition."""
    first, second = reviews_of(tmp_path, (1, 2, OPEN), (1, 2, {}))
    (before,) = [e for e in events(judged(tmp_path, first)) if e.letter]
    (after,) = [e for e in events(judged(tmp_path, first, second)) if e.letter]
    assert before.code == after.code
    assert before.edition != after.edition


def test_a_void_review_says_so(tmp_path: Path) -> None:
    """The event stays, to be taken back."""
    lines = reviews_of(tmp_path, (1, 2, {"sidik": "0" * 64}))
    event = events(judged(tmp_path, *lines))[0]
    words = "Reviu ini batal: barisnya berubah sesudah direviu. Semula: "
    assert (True, words) == (event.is_void, event.sentence[: len(words)])


def test_the_newest_that_counts_speaks_for_its_code(tmp_path: Path) -> None:
    """A refused line at the same row does not hide it."""
    lines = reviews_of(tmp_path, (1, 2, {}), (1, 3, {}))
    states = iter([ReviewState.SIGNED, ReviewState.REFUSED])
    ledger = judged(tmp_path, *lines, state_of=lambda _: next(states))
    assert (ledger.batches[0].edition, False) == (
        events(ledger)[0].edition,
        events(ledger)[0].is_void,
    )


def test_a_signature_speaks_of_everything_but_itself(tmp_path: Path) -> None:
    """The line without its last key, with its line end; the edition is its digest."""
    (batch,) = judged(tmp_path, *reviews_of(tmp_path, (1, 2, {}))).batches
    assert batch.signed_part.endswith(b'"orang":"pereviu-itjen@portal.example"}\n')
    assert batch.edition == replace(batch, signature="x", state=ReviewState.SIGNED).edition
    assert batch.edition != replace(batch, letter="SIM-2/2026").edition
