"""The public portal: exactly what the verdicts say, with the times of the release log."""

from datetime import date, datetime, timedelta
from pathlib import Path

from kinerja.approval.gate import decide
from kinerja.approval.public import public_portal
from kinerja.model.portal import Portal
from tests.kinerja import contents
from tests.kinerja.contents import APPROVED, AS_OF, approve, change, read, release, write_record


def portal(root: Path, as_of: datetime = AS_OF) -> Portal:
    """Return what is public at a time, with releases."""
    release(root, as_of)
    content = read(root, as_of.date())
    return public_portal(content, decide(content, as_of, mint=False), as_of)


def test_everything_approved_is_there(tmp_path: Path) -> None:
    """By kind and id; tables, datasets and the ledger beside them."""
    found = portal(contents.write_content(tmp_path))
    assert {"nikah", "kepuasan", "nikah-2025", "kontak"} == found.records().keys()
    assert (["nikah"], ["nikah-2025"], ["kepuasan"], ["kontak"]) == (
        [*found.services],
        [*found.publications],
        [*found.indicators],
        [*found.pages],
    )
    assert (["kepuasan"], ["bimas"]) == ([*found.datasets], [*found.tables.units])
    assert (date(2026, 3, 1), 1) == (found.day, len(found.ledger.rows))


def test_nothing_else_is_there(tmp_path: Path) -> None:
    """An unapproved record is not in any mapping."""
    root = contents.write_content(tmp_path)
    write_record(root, "halaman", "rahasia")
    assert "rahasia" not in portal(root).records()


def test_times_come_from_the_release_log(tmp_path: Path) -> None:
    """First and last release, and the time of the approval that the public sees."""
    root = contents.write_content(tmp_path)
    first = portal(root).pages["kontak"]
    assert first.first_released == first.last_released
    assert APPROVED + timedelta(hours=1) == first.approved
    change(root, contents.PATHS["halaman"], "Tulis ke redaksi", "Tulis kepada redaksi")
    later = AS_OF + timedelta(days=10)
    approve(root, "kontak", later - timedelta(hours=5))
    second = portal(root, later).pages["kontak"]
    assert (first.first_released, later) == (second.first_released, second.last_released)
    assert later - timedelta(hours=4) == second.approved
    assert first.digest != second.digest


def test_the_day_is_that_of_jakarta(tmp_path: Path) -> None:
    """Eleven at night in Jakarta is the same day, whatever the zone of as-of."""
    late = datetime.fromisoformat("2026-03-01T23:30:00+00:00")
    assert date(2026, 3, 2) == portal(contents.write_content(tmp_path), late).day
