"""Feeds of posts: exactly what was approved, with the picture of the platform, nothing else."""

from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.building.cards import Press, open_shelf
from kinerja.commands.environment import PROJECT
from kinerja.rendering.feeds.items import Feed
from kinerja.rendering.feeds.social import social_feeds
from tests.kinerja.contents import AS_OF, PUBLICATION, change
from tests.kinerja.posts import CODE, write_posts
from tests.kinerja.sites import SETTINGS, site_of
from tests.kinerja.stories import withdraw

BEGIN = AS_OF - timedelta(days=9)
LINK = f"{SETTINGS.url}/k/{CODE}/"


def feeds(root: Path, hours: int = 0) -> dict[str, Feed]:
    """Return the feeds of posts, with pictures, as built so many hours later."""
    site = site_of(root, AS_OF + timedelta(hours=hours))
    pictures = Press(site, PROJECT / "theme", open_shelf(root / "tembolok")).posts()
    return {feed.id: feed for feed in social_feeds(site, pictures, BEGIN)}


def test_a_post_as_an_item(tmp_path: Path) -> None:
    """Exact text with the address, first line as title, one paragraph and one picture."""
    write_posts(tmp_path, {"x": ["Indeks {{kepuasan 2024}} & naik.\n\n{tautan}\n#KUA"]})
    (item,) = feeds(tmp_path)["sosial/x"].items
    text = f"Indeks 78,25 & naik.\n\n{LINK}\n#KUA"
    assert (f"{SETTINGS.feed_id_base}/k/{CODE}/#x-1", LINK) == (item.guid, item.link)
    assert ("Indeks 78,25 & naik.", text) == (item.title, item.description)
    card = item.card
    assert card is not None and (1200, 675) == (card.width, card.height)
    assert (
        f"<p>Indeks 78,25 &amp; naik.<br><br>{LINK}<br>#KUA</p>"
        f'<img src="{card.url}" alt="{card.alt}" width="1200" height="675">'
    ) == item.content_html
    assert ((), AS_OF, AS_OF) == (item.categories, item.published, item.updated)
    assert "78,25 poin" in card.alt


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{tautan}\nSatu.", "Satu."),
        ("{tautan}", "Kiriman"),
        ("Lihat {tautan} ini", "Lihat ini"),
        ("a" * 100, "a" * 100),
        ("a" * 101, "a" * 99 + "…"),
        (f"{'a' * 90} {'b' * 20}", "a" * 90 + "…"),
    ],
)
def test_the_title_is_the_first_line(tmp_path: Path, text: str, expected: str) -> None:
    """Without the address, at most 100 characters."""
    write_posts(tmp_path, {"x": [text]})
    assert [expected] == [item.title for item in feeds(tmp_path)["sosial/x"].items]


def test_a_feed_for_every_platform_that_wants_one(tmp_path: Path) -> None:
    """Also without posts; hidden from search engines; RSS and JSON; none for the others."""
    write_posts(tmp_path, {"x": ["Satu."]})
    found = feeds(tmp_path)
    assert ["sosial/x", "sosial/baru"] == [*found]
    assert [1, 0] == [len(feed.items) for feed in found.values()]
    assert {("noindex", ("rss.xml", "feed.json"))} == {
        (f.robots, f.formats) for f in found.values()
    }
    assert [AS_OF, BEGIN] == [feed.changed for feed in found.values()]
    change(tmp_path, "data/platform.yaml", "umpan: ya", "umpan: tidak")
    assert {} == feeds(tmp_path, 1)


def test_a_feed_changes_with_a_withdrawal(tmp_path: Path) -> None:
    """The item is gone, and the feed says when."""
    write_posts(tmp_path, {"x": ["Satu.", "Dua."], "baru": ["Tiga."]})
    before = feeds(tmp_path)
    write_posts(
        tmp_path, {"x": ["Satu."], "baru": ["Tiga."]}, changes={"judul": "Judul yang dikoreksi"}
    )
    after = feeds(tmp_path, 1)
    assert before["sosial/baru"] == after["sosial/baru"]
    assert before["sosial/x"].items[1:] == after["sosial/x"].items
    assert AS_OF + timedelta(hours=1) == after["sosial/x"].changed
    withdraw(tmp_path, PUBLICATION, "data-pribadi", when=AS_OF + timedelta(hours=1))
    assert [(), ()] == [feed.items for feed in feeds(tmp_path, 2).values()]
