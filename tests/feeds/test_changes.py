"""What an edit does to feeds: only those that hold the item change (F11), guids stay (F12)."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.feeds.reading import Item, feed_folders, rss_items
from tests.kinerja.contents import change
from tests.site.builds import Place, build, tree
from tests.site.example_approvals import approve_in_example

DAY = "2026-11-23T12:00:00+07:00"
WHEN = datetime.fromisoformat(DAY) - timedelta(hours=3)
TYPO, CORRECTED = "kepuasan-jemaah-haji-2025", "pencatatan-nikah-2025"
CORRECTION = (
    "koreksi: [{jenis: penting, sebelum: lama, sesudah: baru, alasan: salah hitung, "
    "ditemukan_oleh: publik}]\nstatus:"
)


@pytest.fixture(scope="module")
def edited(example: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return the example after a typo in one publication and a correction of another."""
    place = example.copy(tmp_path_factory.mktemp("sunting") / "contoh")
    (typo,) = place.content.glob(f"publikasi/*/{TYPO}.md")
    change(place.content, typo.relative_to(place.content).as_posix(), "Angka pokoknya", "Pokoknya")
    (wrong,) = place.content.glob(f"publikasi/*/{CORRECTED}.md")
    change(place.content, wrong.relative_to(place.content).as_posix(), "status:", CORRECTION)
    for record_id in (TYPO, CORRECTED):
        approve_in_example(place.content, record_id, WHEN)
    result = build(place, as_of=DAY)
    assert 0 == result.code, result.printed
    return place


def services(place: Place, record_id: str) -> set[str]:
    """Return the ids of the services whose feeds hold a record."""
    folders = feed_folders(place.output)
    return {
        folder.name
        for folder in folders
        if any(f"/{record_id}/" in item.link for item in rss_items(folder))
    }


def item_of(place: Place, record_id: str) -> Item:
    """Return the item of a record in the feed of the site."""
    items = rss_items(place.output / "umpan/situs")
    (found,) = [item for item in items if f"/{record_id}/" in item.link]
    return found


def test_only_feeds_with_the_edited_items_change(example: Place, edited: Place) -> None:
    """The feed of the site and of their services change; every other feed keeps its bytes."""
    before, after = tree(example.output / "umpan"), tree(edited.output / "umpan")
    changed = {Path(path).parent.name for path in before if before[path] != after[path]} - {""}
    expected = services(example, TYPO) | services(example, CORRECTED)
    assert expected == changed
    assert len(expected) < len(feed_folders(example.output))


def test_a_typo_moves_no_time(example: Place, edited: Place) -> None:
    """Same guid, same dates, new text: date-based tools do not post it again."""
    before, after = item_of(example, TYPO), item_of(edited, TYPO)
    assert (before.guid, before.published, before.updated) == (
        after.guid,
        after.published,
        after.updated,
    )
    assert ("Angka pokoknya" in after.html, "Pokoknya" in after.html) == (False, True)


def test_a_correction_moves_the_time_of_change_alone(example: Place, edited: Place) -> None:
    """Same guid and pubDate; `updated` is the release of the corrected edition."""
    before, after = item_of(example, CORRECTED), item_of(edited, CORRECTED)
    assert (before.guid, before.published) == (after.guid, after.published)
    moment = datetime.fromisoformat(DAY).astimezone(UTC)
    assert moment - timedelta(seconds=2) <= after.updated <= moment
    items = json.loads((edited.output / "umpan/situs/feed.json").read_bytes())["items"]
    (found,) = [item for item in items if item["id"] == after.guid]
    assert after.updated == datetime.fromisoformat(found["date_modified"])


def test_the_order_stays_that_of_the_first_release(example: Place, edited: Place) -> None:
    """Nothing re-enters at the top: the items stand as they stood."""
    feed = "umpan/situs"
    before = [item.guid for item in rss_items(example.output / feed)]
    assert before == [item.guid for item in rss_items(edited.output / feed)]
