"""Data as approvers saw them: kept beside a record that quotes what was revised since."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kinerja.approval.gate import decide
from kinerja.approval.public import public_portal
from kinerja.model.portal import Portal
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, DATASET, INDICATOR, approve, change, read, release

REVISED = "2024,,79.00,85,,direvisi,laporan,,78.25,,,Salah hitung.,"
LATER = AS_OF + timedelta(days=1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder whose publication states a figure that was released, and then revised."""
    contents.write_content(tmp_path)
    release(tmp_path)
    change(tmp_path, DATASET, "2024,,78.25,85,,tetap,laporan,,,,,,", REVISED)
    return tmp_path


def portal(root: Path, as_of: datetime) -> Portal:
    """Return what is public after a build at a time."""
    release(root, as_of)
    content = read(root, as_of.date())
    return public_portal(content, decide(content, as_of, mint=False), as_of)


def values(portal: Portal) -> dict[str, str]:
    """Return the value of 2024 as each record saw it, of records that saw another one."""
    found = {}
    for item in portal.records().values():
        for dataset in item.seen.values():
            row = dataset.find("2024")
            found[item.id] = f"{row.value}" if row else ""
    return found


def test_a_revision_after_the_approval_is_known(root: Path) -> None:
    """Only to the record that quotes the dataset; the public value is the new one."""
    found = portal(root, LATER)
    assert {"nikah-2025": "78.25"} == values(found)
    row = found.datasets[INDICATOR].dataset.find("2024")
    assert row is not None
    assert "79.00" == f"{row.value}"


def test_before_the_revision_nothing_was_otherwise(tmp_path: Path) -> None:
    """The first release, later than the approval, is what approvers saw."""
    assert {} == values(portal(contents.write_content(tmp_path), AS_OF))


def test_an_approval_after_the_revision_saw_it(root: Path) -> None:
    """A new edition of the text states the new value."""
    portal(root, LATER)
    change(root, contents.PATHS["publikasi"], "dari [1.478", "dan [1.478")
    approve(root, "nikah-2025", LATER + timedelta(hours=1))
    assert {} == values(portal(root, LATER + timedelta(days=1)))


def test_of_several_revisions_the_one_that_was_seen_counts(root: Path) -> None:
    """The newest at the time of the approval, not the first and not the last before now."""
    portal(root, LATER)
    change(root, contents.PATHS["publikasi"], "dari [1.478", "dan [1.478")
    approve(root, "nikah-2025", LATER + timedelta(hours=1))
    for hours, old, new in ((4, "79.00", "79.50"), (8, "79.50", "79.60")):
        change(root, DATASET, f"2024,,{old}", f"2024,,{new}")
        portal(root, LATER + timedelta(hours=hours))
    assert {"nikah-2025": "79.00"} == values(portal(root, LATER + timedelta(days=1)))


def test_lost_bytes_say_nothing(root: Path) -> None:
    """What is not known to have been seen is not stated."""
    portal(root, LATER)
    rows = (root / "data/rilis.csv").read_text("utf-8").splitlines()
    code = f"{contents.CODES['indikator']}#data"
    digest = next(row.split(",")[1] for row in rows if row.startswith(code))
    (root / "persetujuan/arsip" / digest / DATASET).write_text("lain", "utf-8")
    assert {} == values(portal(root, LATER + timedelta(days=1)))
