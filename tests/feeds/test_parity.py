"""One feed, three formats: the same items (feeds.md, F3), and JSON Feed by its own rules (F4)."""

from pathlib import Path

import pytest

from tests.feeds.reading import Json, atom_items, feed_folders, json_items, read_json, rss_items
from tests.site.builds import Place
from tests.site.pages import SITE


@pytest.fixture(scope="module")
def folders(example: Place) -> list[Path]:
    """Return the folder of every feed that is JSON Feed too."""
    found = [path for path in feed_folders(example.output) if (path / "feed.json").is_file()]
    assert [] != found
    return found


def test_the_formats_carry_the_same_items(folders: list[Path]) -> None:
    """Ids, links, titles, texts, times, creators, categories and pictures are equal, in order."""
    for folder in folders:
        expected = rss_items(folder)
        assert expected == json_items(folder)
        if (folder / "atom.xml").is_file():
            assert expected == atom_items(folder)


def test_some_feed_has_items(folders: list[Path]) -> None:
    """The comparison above compares something."""
    assert 30 == sum(len(rss_items(folder)) for folder in folders if folder.name == "situs")


def documents(folders: list[Path]) -> list[Json]:
    """Return every JSON Feed."""
    return [read_json(folder) for folder in folders]


def test_a_json_feed_begins_with_its_version(folders: list[Path], example: Place) -> None:
    """`version` is the first key, then what a feed must have; its own address is right."""
    for folder in folders:
        document = read_json(folder)
        assert ("version", "https://jsonfeed.org/version/1.1") == next(iter(document.items()))
        assert (True, "id") == (bool(document["title"]), document["language"])
        path = folder.relative_to(example.output).as_posix()
        assert f"{SITE}/{path}/feed.json" == document["feed_url"]
        assert document["home_page_url"].startswith(f"{SITE}/")
        assert document.get("next_url") is None


def test_items_of_a_json_feed_keep_its_rules(folders: list[Path]) -> None:
    """Ids are unique texts, there is content, plain fields hold no HTML, authors are named."""
    for document in documents(folders):
        ids = [item["id"] for item in document["items"]]
        assert (True, len(ids)) == (
            all(isinstance(name, str) and name for name in ids),
            len(set(ids)),
        )
        for item in document["items"]:
            assert item.get("content_html") or item["content_text"]
            assert item["url"].startswith(f"{SITE}/")
            plain = [item["title"], item["summary"], *item.get("tags", ())]
            assert [] == [words for words in plain if "<" in words or ">" in words]
            assert all(author["name"] for author in item["authors"])
            kinds = {found["mime_type"] for found in item.get("attachments", ())}
            assert kinds <= {"image/jpeg", "text/csv"}


def test_extensions_of_a_json_feed_are_named_as_such(folders: list[Path]) -> None:
    """Every key that the format does not know begins with `_`, has no dot, and says what it is."""
    known = {
        *("id", "url", "title", "summary", "content_html", "content_text", "date_published"),
        *("date_modified", "authors", "tags", "language", "image", "attachments"),
    }
    for document in documents(folders):
        for item in document["items"]:
            own = set(item) - known
            assert {"_kinerja"} == own
            assert {"about", "status"} <= set(item["_kinerja"])
            assert f"{SITE}/umpan/" == item["_kinerja"]["about"]


def test_a_json_feed_stays_small(folders: list[Path]) -> None:
    """At most 250 kB each, so that every reader takes it."""
    sizes = {folder: (folder / "feed.json").stat().st_size for folder in folders}
    assert {} == {folder: size for folder, size in sizes.items() if size > 250_000}
