"""How long many feeds take: `python -m tests.bench.feeds [FEEDS] [ITEMS]` (feeds.md, F19).

Every item stands in one feed only, which is the dearest case; a body has some 350 words. The files
go to a folder as a build writes them. Each run is a process of its own, so that memory is its own.
"""

import resource
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kinerja.disk import link_or_write
from kinerja.rendering.feeds import Feed, FeedItem, feed_files
from kinerja.rendering.feeds.items import Category, Channel
from kinerja.rendering.pages import Card

BASE = "https://kinerja.example"
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
BODY = "<p>" + "Layanan ini menjangkau lebih banyak warga daripada tahun lalu. " * 40 + "</p>"
SMALL = Card(f"{BASE}/kartu-kecil.jpg", 20_000, 640, 336, "Kartu")
CARD = Card(f"{BASE}/kartu.jpg", 60_000, 1200, 630, "Judul dan angka", thumbnail=SMALL)
CHANNEL = Channel("Situs", "id", "Bebas", "redaksi@contoh.example", "", BASE, BASE, BASE)


def some_item(number: int) -> FeedItem:
    """Return an item with all that an item of a publication has."""
    time_of_release = BEGIN + timedelta(seconds=number)
    guid = f"{BASE}/k/{number:026}/"
    return FeedItem(
        guid=guid,
        link=f"{BASE}/publikasi/2026/nomor-{number}/",
        title=f"Publikasi nomor {number} tentang layanan",
        description="Ringkasan yang cukup panjang untuk dibaca, dengan manfaat di belakangnya.",
        content_html=f'<figure><img alt="Judul dan angka" src="{CARD.url}"/></figure>{BODY}',
        published=time_of_release,
        updated=time_of_release,
        creator="Direktorat Contoh",
        categories=(Category("Layanan", f"{BASE}/layanan/"),),
        card=CARD,
        links=(("license", f"{BASE}/lisensi/"), ("related", f"{BASE}/capaian/a/")),
        about={"about": f"{BASE}/umpan/", "status": "terbit", "versi": 1, "unit": "a"},
    )


def some_feeds(feeds: int, items: int) -> list[Feed]:
    """Return so many feeds in all formats, each with items of its own."""
    formats = ("rss.xml", "atom.xml", "feed.json")
    empty = Feed("", "", "Publikasi sebuah unit", f"{BASE}/", "", BEGIN, (), formats, "Unit")
    return [
        replace(
            empty,
            id=f"unit/u{number}",
            title=f"Unit {number}",
            address=f"{BASE}/umpan/unit/u{number}/",
            items=tuple(some_item(number * items + n) for n in range(items, 0, -1)),
        )
        for number in range(feeds)
    ]


def main(feeds: int = 1000, items: int = 20) -> None:
    """Write the feeds and say the time that this took, and the memory of the process."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    made = some_feeds(feeds, items)
    with tempfile.TemporaryDirectory() as folder:
        start, cpu = time.perf_counter(), time.process_time()
        size = 0
        for file in feed_files(CHANNEL, made):
            data = file.read()
            size += len(data)
            link_or_write(Path(folder, file.path), data, None)
        seconds, used = time.perf_counter() - start, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{feeds} feeds of {items} items in 3 formats, {size / 1e6:.0f} MB written")
    print(
        f"{seconds:.1f} s ({used:.1f} s CPU), peak {peak / 1024:.0f} MB, {before / 1024:.0f} idle"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
