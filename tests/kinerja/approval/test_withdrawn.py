"""What was public and is not any more, and what the filter said when something was handed in."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kinerja.approval.gate import decide
from kinerja.approval.public import public_portal
from kinerja.commands.deciding import append_decision
from kinerja.model.governance import Act
from kinerja.model.portal import Portal, Screening
from kinerja.reading.layout import archive_folder
from tests.kinerja import contents
from tests.kinerja.contents import (
    APPROVED,
    AS_OF,
    approve,
    change,
    decision,
    read,
    release,
    write_record,
)

PATH = contents.PATHS["halaman"]
HOUR = timedelta(hours=1)
LATER = AS_OF + 24 * HOUR


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes, everything approved and released."""
    contents.write_content(tmp_path)
    release(tmp_path)
    return tmp_path


def withdraw(root: Path, record_id: str, when: datetime = AS_OF + HOUR) -> None:
    """Take the present edition of a record down."""
    digest = read(root).editions[record_id].digest
    made = decision(record_id, digest, Act.WITHDRAW, when)
    append_decision(root, made.model_copy(update={"reason_code": "tidak-berlaku-lagi"}))


def portal(root: Path, as_of: datetime = LATER, mint: bool = False) -> Portal:
    """Return what is public at a time, new releases being written or not."""
    if mint:
        release(root, as_of)
    content = read(root, as_of.date())
    return public_portal(content, decide(content, as_of, mint=False), as_of)


def test_a_notice_has_what_the_public_saw_last(root: Path) -> None:
    """The record, its address and its reason; the time is that of the build that took it down."""
    before = portal(root).pages["kontak"]
    withdraw(root, "kontak")
    found = portal(root, mint=True)
    (notice,) = found.withdrawn
    assert "kontak" not in found.records()
    assert (before.record, before.body, before.digest) == (
        notice.item.record,
        notice.item.body,
        notice.item.digest,
    )
    assert ("tidak-berlaku-lagi", LATER) == (notice.decision.reason_code, notice.time)
    times = (before.first_released, before.last_released)
    assert times == (notice.item.first_released, notice.item.last_released)


def test_what_was_approved_and_not_shown_is_in_no_notice(root: Path) -> None:
    """An edit after the last release, whether it waits or is approved, is nothing of the past."""
    before = portal(root).pages["kontak"].digest
    change(root, PATH, "Tulis ke redaksi", "Rahasia kepada redaksi")
    approve(root, "kontak", AS_OF)
    withdraw(root, "kontak", AS_OF + 2 * HOUR)
    (notice,) = portal(root, mint=True).withdrawn
    assert before == notice.item.digest
    assert "Rahasia" not in notice.item.body.html


def test_the_last_of_several_editions(root: Path) -> None:
    """What the public saw when it was taken down, with the release of that edition."""
    first = portal(root).pages["kontak"]
    change(root, PATH, "Tulis ke redaksi", "Tulis kepada redaksi")
    approve(root, "kontak", AS_OF)
    second = portal(root, AS_OF + 5 * HOUR, mint=True).pages["kontak"]
    withdraw(root, "kontak", AS_OF + 6 * HOUR)
    (notice,) = portal(root, mint=True).withdrawn
    assert (first.first_released, second.last_released, second.digest) == (
        notice.item.first_released,
        notice.item.last_released,
        notice.item.digest,
    )


def test_a_build_that_mints_nothing_dates_it_by_the_decision(root: Path) -> None:
    """`--no-release` shows the notice too, before the log has a row of it."""
    withdraw(root, "kontak")
    assert [AS_OF + HOUR] == [notice.time for notice in portal(root).withdrawn]


def test_nothing_is_withdrawn_before_its_time(root: Path) -> None:
    """An earlier day sees the record and no notice."""
    withdraw(root, "kontak")
    found = portal(root, AS_OF + HOUR - timedelta(seconds=1))
    assert ((), True) == (found.withdrawn, "kontak" in found.pages)


def test_what_was_never_public_leaves_no_notice(root: Path) -> None:
    """Neither a draft nor an approved record that no build has shown."""
    write_record(root, "halaman", "coba")
    write_record(root, "halaman", "siap")
    approve(root, "siap")
    for record_id in ("coba", "siap"):
        withdraw(root, record_id)
    assert () == portal(root, mint=True).withdrawn


def test_a_notice_outlives_its_file(root: Path) -> None:
    """The file may go, or be changed into anything: the archive has what was shown."""
    before = portal(root).pages["kontak"].record
    withdraw(root, "kontak")
    change(root, PATH, "judul: Kontak", "judul: ''")
    assert [before] == [notice.item.record for notice in portal(root, mint=True).withdrawn]
    (root / PATH).unlink()
    assert [before] == [notice.item.record for notice in portal(root).withdrawn]


def test_lost_bytes_leave_no_notice(root: Path) -> None:
    """What the public saw cannot be told any more; nothing else is shown in its place."""
    digest = portal(root).pages["kontak"].digest
    withdraw(root, "kontak")
    change(archive_folder(root, digest), PATH, "Tulis ke", "Tulis kepada")
    change(root, PATH, "Tulis ke", "Rahasia ke")
    assert () == portal(root, mint=True).withdrawn


def test_the_newest_notice_comes_first(root: Path) -> None:
    """In the order of the times at which they were taken down."""
    withdraw(root, "nikah-2025", AS_OF + HOUR)
    portal(root, AS_OF + 2 * HOUR, mint=True)
    withdraw(root, "kontak", AS_OF + 3 * HOUR)
    found = portal(root, mint=True).withdrawn
    assert ["kontak", "nikah-2025"] == [notice.item.id for notice in found]


@pytest.mark.parametrize("kind", ["isu", "edukasi"])
def test_every_type_has_notices(root: Path, kind: str) -> None:
    """Answers and education are public like other records, and go like them."""
    write_record(root, kind, "baru")
    approve(root, "baru")
    shown = portal(root, AS_OF + HOUR, mint=True)
    assert ["baru"] == [*(shown.issues if kind == "isu" else shown.education)]
    withdraw(root, "baru", AS_OF + 2 * HOUR)
    found = portal(root, mint=True)
    assert ("baru", kind) == (found.withdrawn[0].item.id, found.withdrawn[0].item.kind)
    assert "baru" not in found.records()


def submit(root: Path, record_id: str, when: datetime, result: str | None) -> None:
    """Hand in the present edition of a record with a result of the filter."""
    digest = read(root).editions[record_id].digest
    made = decision(record_id, digest, Act.SUBMIT, when)
    append_decision(root, made.model_copy(update={"reason_code": result}))


def test_what_the_filter_said(root: Path) -> None:
    """One for each edition handed in, with unit and day; '' where there was no filter yet."""
    write_record(root, "publikasi", "baru")
    late = datetime.fromisoformat("2026-03-01T00:30:00+07:00").astimezone(APPROVED.tzinfo)
    submit(root, "baru", late, "seremonial")
    found = portal(root).screenings
    old = Screening("bimas", APPROVED.date(), "")
    assert [old, old, old, old, Screening("bimas", date(2026, 3, 1), "seremonial")] == sorted(
        found, key=lambda screening: screening.result
    )


def test_what_was_returned_was_screened_all_the_same(root: Path) -> None:
    """Or else the results that matter most would vanish from the counts."""
    write_record(root, "publikasi", "baru")
    submit(root, "baru", AS_OF, "seremonial")
    digest = read(root).editions["baru"].digest
    append_decision(root, decision("baru", digest, Act.RETURN, AS_OF + HOUR))
    submit(root, "baru", AS_OF + 2 * HOUR, "perlu-perbaikan")
    results = [found.result for found in portal(root).screenings if found.result]
    assert ["seremonial", "perlu-perbaikan"] == results


def test_screenings_of_later_days_have_not_happened(root: Path) -> None:
    """An earlier day counts what was handed in until then."""
    write_record(root, "publikasi", "baru")
    submit(root, "baru", AS_OF + HOUR, "lolos")
    counts = [len(portal(root, AS_OF + n * HOUR).screenings) for n in (0, 1)]
    assert [4, 5] == counts


def test_the_decisions_on_a_public_edition(root: Path) -> None:
    """Those that count and are about this edition, in order of time."""
    change(root, PATH, "Tulis ke redaksi", "Tulis kepada redaksi")
    waiting = portal(root).pages["kontak"]
    submit(root, "kontak", AS_OF, None)
    assert waiting.decisions == portal(root).pages["kontak"].decisions
    acts = [(made.act, made.time) for made in waiting.decisions]
    assert [(Act.SUBMIT, APPROVED), (Act.APPROVE, APPROVED + HOUR)] == acts
