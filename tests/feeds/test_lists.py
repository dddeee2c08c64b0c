"""The lists of all feeds for programs: OPML and index (feeds.md, F5)."""

import hashlib
import json
from pathlib import Path

import listparser
import pytest

from tests.feeds.newsboat import run_newsboat
from tests.feeds.reading import feed_folders, rss_items
from tests.site.builds import Place
from tests.site.pages import SITE, file_of


@pytest.fixture(scope="module")
def folders(example: Place) -> list[Path]:
    """Return the folder of every feed but those of the archive."""
    found = feed_folders(example.output)
    return [folder for folder in found if folder.parent.name != "arsip"]


def test_opml_names_every_feed_and_no_other(example: Place, folders: list[Path]) -> None:
    """listparser takes it without complaint; every address is a file, every file has its entry."""
    found = listparser.parse((example.output / "umpan/kinerja.opml").read_text("utf-8"))
    assert (0, "Umpan Portal Kinerja") == (int(found.bozo), found.meta.title)
    addresses = [feed.url.removeprefix(SITE) for feed in found.feeds]
    expected = [f"/{path.relative_to(example.output).as_posix()}/rss.xml" for path in folders]
    assert sorted(expected) == sorted(addresses)
    assert all(feed.title and feed.categories for feed in found.feeds)


def test_newsboat_imports_every_feed(
    example: Place, folders: list[Path], newsboat: Path, tmp_path: Path
) -> None:
    """As many lines in its list as there are feeds."""
    (tmp_path / "urls").touch()
    opml = example.output / "umpan/kinerja.opml"
    run_newsboat(newsboat, tmp_path, str(opml), option="-i")
    lines = (tmp_path / "urls").read_text("utf-8").splitlines()
    assert len(folders) == sum(line.startswith("http") for line in lines)


def test_the_index_names_every_file_with_its_digest(example: Place, folders: list[Path]) -> None:
    """Title, purpose, count and last change of each feed; SHA-256 of what lies there."""
    entries = json.loads((example.output / "umpan/indeks.json").read_bytes())["umpan"]
    assert {f"/umpan/{entry['id']}" for entry in entries} == {
        f"/{folder.relative_to(example.output).as_posix()}" for folder in folders
    }
    for entry in entries:
        assert entry["judul"] and entry["kegunaan"] and entry["berubah"]
        assert len(rss_items(example.output / "umpan" / entry["id"])) == entry["butir"]
        for form in entry["format"]:
            data = file_of(example.output, form["url"].removeprefix(SITE)).read_bytes()
            assert hashlib.sha256(data).hexdigest() == form["sha256"]
