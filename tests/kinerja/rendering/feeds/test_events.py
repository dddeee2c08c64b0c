"""Items of what happened: corrections and withdrawals, releases of data, reviews of costs."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cost_appendix.events import Event
from kinerja.model.governance import Release
from kinerja.rendering.feeds import Feed, FeedItem, collect_feeds, events
from kinerja.rendering.open_data import dataset_files
from kinerja.rendering.site import Site, open_site
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, CODES, DATASET, INDICATOR, PUBLICATION, approve, change
from tests.kinerja.sites import SETTINGS, site_of
from tests.kinerja.stories import withdraw

FAULT = "{jenis: penting, sebelum: Satu., sesudah: Dua., alasan: Salah., ditemukan_oleh: tim}"
SMALL = FAULT.replace("penting", "kecil")


def feed_of(site: Site, feed_id: str) -> Feed:
    """Return a feed by its id."""
    return next(feed for feed in collect_feeds(site, {}, {}) if feed.id == feed_id)


def parts(items: tuple[FeedItem, ...]) -> list[str]:
    """Return what stands behind the permanent address of each item."""
    return [item.guid.partition("/k/")[2].partition("/")[2] for item in items]


def corrected_twice(root: Path) -> Site:
    """Return a site whose publication was corrected in two editions, and a little in one."""
    contents.write_content(root)
    site_of(root)
    path, lists = contents.PATHS["publikasi"], [f"[{FAULT}]", f"[{FAULT}, {SMALL}]"]
    lists.append(f"[{FAULT}, {SMALL}, {FAULT.replace('Satu', 'Tiga')}]")
    before = "status: siap"
    for day, entries in enumerate(lists):
        after = f"status: siap\nkoreksi: {entries}"
        change(root, path, before, after)
        before = after
        approve(root, PUBLICATION, AS_OF + timedelta(days=day))
        site = site_of(root, AS_OF + timedelta(days=day + 1))
    return site


def test_every_edition_with_an_important_correction_is_an_event(tmp_path: Path) -> None:
    """With a guid of its own and what was wrong then; a small correction is none."""
    feed = feed_of(corrected_twice(tmp_path), "koreksi")
    assert ["#koreksi-2", "#koreksi-1"] == parts(feed.items)
    _, first = feed.items
    assert [AS_OF + timedelta(days=3), AS_OF + timedelta(days=1)] == [
        item.published for item in feed.items
    ]
    said = [{w for w in ("Satu.", "Tiga.") if w in item.content_html} for item in feed.items]
    assert [{"Tiga."}, {"Satu."}] == said
    assert first.title == "Koreksi: Kepuasan pengantin turun pada 2024"
    assert feed.is_complete


def test_a_withdrawal_is_an_event_that_stays(tmp_path: Path) -> None:
    """For ninety days the corrections say the same; then only the withdrawal is left."""
    corrected_twice(tmp_path)
    withdraw(tmp_path, PUBLICATION, "terbit-keliru", when=AS_OF + timedelta(days=4))
    site = site_of(tmp_path, AS_OF + timedelta(days=5))
    items = feed_of(site, "koreksi").items
    assert ["#tarik", "#koreksi-2", "#koreksi-1"] == parts(items)
    assert {"Ditarik: Kepuasan pengantin turun pada 2024"} == {item.title for item in items}
    assert not any("Satu." in item.content_html for item in items)
    assert len(items) == len({item.updated for item in items})
    later = feed_of(site_of(tmp_path, AS_OF + timedelta(days=96)), "koreksi")
    assert ["#tarik"] == parts(later.items)


def test_every_release_of_a_dataset_is_an_item(tmp_path: Path) -> None:
    """The newest has the CSV as it lies there and the figures; an older one says what follows."""
    root = contents.write_content(tmp_path)
    site_of(root)
    change(root, DATASET, "2024,,78.25", "2024,,79.25")
    site = site_of(root, AS_OF + timedelta(days=1))
    items = feed_of(site, "capaian").items
    assert ["#rilis-2", "#rilis-1"] == parts(items)
    assert [f"https://tetap.example/k/{CODES['indikator']}/"] * 2 == [
        item.guid.partition("#")[0] for item in items
    ]
    newest, older = items
    file = dataset_files(site, site.portal.indicators[INDICATOR])[0]
    assert newest.file and (f"https://kinerja.example/{file.path}", len(file.read())) == (
        newest.file.url,
        newest.file.size,
    )
    assert "79.25" in [row["nilai"] for row in csv.DictReader(file.read().decode().splitlines())]
    assert "<td>2024</td><td>79,25</td>" in newest.content_html
    said = "Rilis ini diganti rilis ke-2 pada 2 Maret 2026."
    assert (said, None, "") == (older.description, older.file, older.content_html)


def test_data_of_a_withdrawn_indicator_become_its_notice(tmp_path: Path) -> None:
    """Nobody keeps a figure that was taken back."""
    root = contents.write_content(tmp_path)
    site_of(root)
    withdraw(root, INDICATOR, "terbit-keliru")
    (item,) = feed_of(site_of(root, AS_OF + timedelta(days=2)), "capaian").items
    assert ("Ditarik: Kepuasan pengantin", None) == (item.title, item.file)
    assert "78,25" not in item.content_html


def costs_after(
    site: Site, monkeypatch: pytest.MonkeyPatch, times: int, *, is_void: bool = False
) -> tuple[FeedItem, ...]:
    """Return the items of costs after a review that the release log has so many times."""
    code = "biaya-2026#2026-000001"
    day, url = AS_OF.date(), "transparansi/biaya/"
    event = Event(code, "b" * 64, "Reviu", "Itjen mereviu.", 5, day, "1/2026", url, is_void)
    rows = tuple(Release(code, "b" * 64, AS_OF + timedelta(days=n)) for n in range(times))
    monkeypatch.setattr(events, "events", lambda _ledger: [event])
    portal = replace(site.portal, releases={**site.portal.releases, code: rows})
    return feed_of(open_site(SETTINGS, portal, ""), "biaya").items


def test_a_review_of_costs_is_an_item_once_it_is_released(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its guid is named after its first row; another edition of it moves the time of change."""
    site = site_of(contents.write_content(tmp_path))
    assert () == costs_after(site, monkeypatch, 0)
    (item,) = costs_after(site, monkeypatch, 2)
    assert "https://tetap.example/k/biaya-2026/#2026-000001" == item.guid
    assert (AS_OF, AS_OF + timedelta(days=1)) == (item.published, item.updated)
    assert "https://kinerja.example/transparansi/biaya/" == item.link
    assert "<p>Itjen mereviu.</p><p>Nomor surat: 1/2026.</p>" in item.content_html
    assert ("terbit", 5) == (item.about["status"], item.about["rupiah"])
    (void,) = costs_after(site, monkeypatch, 2, is_void=True)
    assert "tidak-berlaku" == void.about["status"]
