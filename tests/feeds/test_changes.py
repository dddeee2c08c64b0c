"""What an edit does to feeds: only those that hold the item change (F11), guids stay (F12), and
what is withdrawn is gone everywhere, also from the copy of a reader (F13)."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.feeds.newsboat import run_newsboat
from tests.feeds.reading import Item, atom_items, feed_folders, json_items, read_json, rss_items
from tests.kinerja import contents
from tests.kinerja.contents import APPROVED, AS_OF, PUBLICATION, approve, change, write_record
from tests.kinerja.stories import withdraw, write_stories
from tests.site.builds import LATER, NOW, Place, build, tree

PATH = contents.PATHS["publikasi"]
CORRECTION = (
    "koreksi: [{jenis: penting, sebelum: Turun sekali., sesudah: Turun sedikit., "
    "alasan: salah hitung, ditemukan_oleh: publik}]\nstatus: siap"
)
OF_THE_STORY = {"situs", "layanan/nikah", "unit/bimas", "format/artikel"}
OTHERS = {"isu", "edukasi", "capaian", "biaya", "layanan/zakat", "narasi/murah", "format/video"}
HIDDEN = ("1.478 orang", "/gambar/", "82,10", "kartu-")
"""What the publication alone says: a number, its picture, its data, its card."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a small site with its releases; not to be changed."""
    place = Place(tmp_path_factory.mktemp("umpan") / "tempat")
    write_stories(place.content)
    write_record(place.content, "layanan", "zakat", nama="Zakat")
    approve(place.content, "zakat")
    result = build(place, as_of=NOW)
    assert 0 == result.code, result.printed
    return place


@pytest.fixture
def place(whole: Place, tmp_path: Path) -> Place:
    """Return a copy of the small site."""
    return whole.copy(tmp_path / "tempat")


def edit(place: Place, old: str, new: str) -> None:
    """Change the publication, approve it, and build later on the same day."""
    change(place.content, PATH, old, new)
    approve(place.content, PUBLICATION, APPROVED.replace(day=3))
    result = build(place, as_of=LATER)
    assert 0 == result.code, result.printed


def take_back(place: Place, reason: str) -> None:
    """Withdraw the publication, and build later on the same day."""
    withdraw(place.content, PUBLICATION, reason, when=AS_OF)
    result = build(place, as_of=LATER)
    assert 0 == result.code, result.printed


def item_of(place: Place) -> Item:
    """Return the item of the publication in the feed of the site."""
    code = contents.CODES["publikasi"]
    (found,) = [i for i in rss_items(place.output / "umpan/situs") if f"/{code}/" in i.guid]
    return found


def changed_feeds(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """Return the ids of the feeds of which a file is not the same."""
    files = [path for path in {*before, *after} if path.endswith((".xml", "feed.json"))]
    return {path.rpartition("/")[0] for path in files if before.get(path) != after.get(path)}


def test_only_feeds_with_the_edited_item_change(place: Place) -> None:
    """All others keep their bytes, and as the same files their time, so that readers get 304."""
    folder = place.output / "umpan"
    before = tree(folder)
    kept = {path: os.stat(folder / path).st_mtime_ns for path in before}
    edit(place, "Lihat [", "Bacalah [")
    after = tree(folder)
    assert OF_THE_STORY == changed_feeds(before, after)
    assert OTHERS <= {path.rpartition("/")[0] for path in before}
    same = [path for path in before if before[path] == after[path]]
    assert {path: kept[path] for path in same} == {
        path: os.stat(folder / path).st_mtime_ns for path in same
    }


def test_a_build_without_a_change_writes_no_feed(place: Place) -> None:
    """Later on the same day: every file of every feed is the one that lay there."""
    folder = place.output.resolve() / "umpan"
    before = {path: os.stat(folder / path) for path in tree(folder)}
    assert 0 == build(place, as_of=LATER).code
    again = place.output.resolve() / "umpan"
    assert folder != again
    assert {path: (found.st_ino, found.st_mtime_ns) for path, found in before.items()} == {
        path: (os.stat(again / path).st_ino, os.stat(again / path).st_mtime_ns)
        for path in tree(again)
    }


def test_a_typo_moves_no_time(whole: Place, place: Place) -> None:
    """Same guid, same dates, new text: date-based tools do not post it again."""
    edit(place, "Lihat [", "Bacalah [")
    before, after = item_of(whole), item_of(place)
    assert (before.guid, before.published, before.updated) == (
        after.guid,
        after.published,
        after.updated,
    )
    assert ("Bacalah" in before.html, "Bacalah" in after.html) == (False, True)


def test_a_correction_moves_the_time_of_change_alone(whole: Place, place: Place) -> None:
    """Same guid, pubDate and place; said in title and text; its event stands in `koreksi`."""
    edit(place, "status: siap", CORRECTION)
    before, after = item_of(whole), item_of(place)
    assert (before.guid, before.published) == (after.guid, after.published)
    assert (LATER, f"[Koreksi] {before.title}") == (
        after.updated.astimezone(AS_OF.tzinfo).isoformat(),
        after.title,
    )
    order = [item.guid for item in rss_items(whole.output / "umpan/situs")]
    assert order == [item.guid for item in rss_items(place.output / "umpan/situs")]
    (event,) = rss_items(place.output / "umpan/koreksi")
    assert (f"{after.guid}#koreksi-1", after.updated) == (event.guid, event.published)
    assert "Turun sekali." in event.html and "Turun sekali." in after.html


@pytest.mark.parametrize("reason", ["terbit-keliru", "data-pribadi"])
def test_of_what_is_withdrawn_only_a_notice_is_left(
    whole: Place, place: Place, reason: str
) -> None:
    """In all formats of every feed that it stood in; of personal data not even the title."""
    assert all(word in item_of(whole).html for word in HIDDEN[:3])
    hidden = (*HIDDEN, "Kepuasan pengantin turun") if reason == "data-pribadi" else HIDDEN
    take_back(place, reason)
    folders = [f for f in feed_folders(place.output) if f.name != "capaian"]
    files = [file for folder in folders for file in folder.iterdir() if file.is_file()]
    said = {word for file in files for word in hidden if word in file.read_text("utf-8")}
    assert {"kartu-"} == said  # of the answer and the lesson, which stay
    title = "Konten ditarik" if reason == "data-pribadi" else f"Ditarik: {item_of(whole).title}"
    for name in OF_THE_STORY:
        folder = place.output / "umpan" / name
        found = [i for i in rss_items(folder) if i.guid == item_of(whole).guid]
        assert [(title, "")] == [(item.title, item.picture) for item in found]
        assert found[0] in json_items(folder)
        if (folder / "atom.xml").is_file():
            assert found[0] in atom_items(folder)
        (entry,) = [i for i in read_json(folder)["items"] if i["id"] == found[0].guid]
        assert "ditarik" == entry["_kinerja"]["status"]
    (event,) = rss_items(place.output / "umpan/koreksi")
    assert (f"{item_of(whole).guid}#tarik", title) == (event.guid, event.title)


def test_a_reader_follows_a_correction_and_a_withdrawal(
    place: Place, newsboat: Path, tmp_path: Path
) -> None:
    """Its copy is overwritten each time: one item, the newest words, nothing of the old ones."""
    feed = tmp_path / "rss.xml"
    (tmp_path / "urls").write_text(f"file://{feed}\n", "utf-8")
    guid = item_of(place).guid

    def copy() -> tuple[str, str]:
        feed.write_bytes((place.output / "umpan/layanan/nikah/rss.xml").read_bytes())
        run_newsboat(newsboat, tmp_path, "reload")
        with sqlite3.connect(tmp_path / "cache.db") as cache:
            rows = cache.execute("select title, content from rss_item where guid = ?", (guid,))
            (found,) = rows.fetchall()
        cache.close()
        return found[0], found[1]

    title, text = copy()
    assert "1.478 orang" in text
    edit(place, "status: siap", CORRECTION)
    corrected, text = copy()
    assert (f"[Koreksi] {title}", True) == (corrected, "Turun sedikit." in text)
    withdraw(place.content, PUBLICATION, "terbit-keliru", when=AS_OF.replace(hour=12))
    assert 0 == build(place, as_of=AS_OF.replace(hour=13).isoformat()).code
    gone, text = copy()
    assert f"Ditarik: {title}" == gone
    assert not any(word in text for word in (*HIDDEN, "Turun sedikit."))
    assert "Halaman ini ditarik pada 1 Maret 2026 karena terbit keliru." in text
