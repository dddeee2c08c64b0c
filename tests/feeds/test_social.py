"""Feeds of posts in a finished site: bots post what was approved (feeds.md, F3, F8, F12, F13)."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from kinerja.commands.environment import PROJECT
from tests.feeds.reading import NAMES, json_items, parse, rss_items
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF
from tests.kinerja.posts import CODE, write_posts
from tests.kinerja.stories import withdraw
from tests.site.builds import LATER, Place, build, tree

LINK = f"https://kinerja.example/k/{CODE}/"
TEXTS = [
    "Indeks {{kepuasan 2024}} & turun; “loket” 🇮🇩 kurang. {tautan} #KUA #LayananPublik",
    "Baris pertama.\n\nBaris kedua: A&B, 'kutip' \"ganda\" é ñ 日本.\n{tautan}",
    "Tanpa tautan, nilai 78,25 nilai 78,25.",
]
APPROVED = [text.replace("{{kepuasan 2024}}", "78,25").replace("{tautan}", LINK) for text in TEXTS]
TOOT = 'Would toot with visibility "public":\xa0'
BOT = "from feed2toot.main import Main; Main()"


@pytest.fixture(scope="module")
def social(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return the tiny content with posts for the platforms of the example, built."""
    place = Place(tmp_path_factory.mktemp("sosial"))
    write_posts(place.content, {})
    platforms = (PROJECT / "content/data/platform.yaml").read_bytes()
    contents.write(place.content, "data/platform.yaml", platforms)
    posts = {"mastodon": TEXTS, "x": TEXTS[:1], "instagram": TEXTS[1:2], "bluesky": TEXTS[:1]}
    write_posts(place.content, posts)
    built = build(place, as_of=LATER)
    assert 0 == built.code, built.printed
    return place


def folder(place: Place, platform: str) -> Path:
    """Return the folder of a feed of posts."""
    return place.output / "umpan/sosial" / platform


def test_a_bot_posts_what_was_approved(social: Place, tmp_path: Path) -> None:
    """feed2toot, dry: byte for byte, the oldest first, no hashtag more, none too long."""
    (tmp_path / "bot.ini").write_text(
        f"[mastodon]\ninstance_url=https://portal.example\n[cache]\ncachefile={tmp_path}/c.db\n"
        f"[lock]\nlock_file={tmp_path}/kunci\n[hashtaglist]\nseveral_words_hashtags_list={tmp_path}/tagar\n"
        f"[rss]\nuri={folder(social, 'mastodon')}/rss.xml\ntoot={{summary}}\n",
        "utf-8",
    )
    (tmp_path / "tagar").touch()
    words = [sys.executable, "-W", "ignore", "-c", BOT, "-n", "-a", "-c", str(tmp_path / "bot.ini")]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert 0 == done.returncode, done.stderr
    toots = [toot.removesuffix("\n") for toot in done.stderr.split(TOOT)]
    assert ["", *APPROVED] == toots
    assert all(len(toot) <= 500 for toot in toots)


def test_both_formats_say_the_same(social: Place) -> None:
    """Ids, titles, texts, times and pictures."""
    for platform in ("mastodon", "x", "instagram", "facebook"):
        found = folder(social, platform)
        assert ["feed.json", "index.html", "rss.xml"] == sorted(p.name for p in found.iterdir())
        assert rss_items(found) == json_items(found)
    assert APPROVED[::-1] == [item.summary for item in rss_items(folder(social, "mastodon"))]


def test_a_feed_of_posts_has_its_own_form(social: Place) -> None:
    """No category, no time of change, one paragraph and one picture, of the platform's ratio."""
    sizes = {"mastodon": ("1200", "675"), "instagram": ("1080", "1350")}
    for platform, size in sizes.items():
        for item in parse(folder(social, platform) / "rss.xml").findall("channel/item"):
            assert [] == item.findall("category") + item.findall("atom:updated", NAMES)
            content = item.findtext("content:encoded", namespaces=NAMES) or ""
            assert re.fullmatch(r"<p>[^<]*(<br>[^<]*)*</p><img [^>]*>", content)
            media, enclosure = item.find("media:content", NAMES), item.find("enclosure")
            assert media is not None and enclosure is not None
            assert size == (media.get("width"), media.get("height"))
            url = enclosure.get("url") or ""
            assert url == media.get("url") and f'src="{url}"' in content
            file = social.output / url.removeprefix("https://kinerja.example/")
            assert str(file.stat().st_size) == enclosure.get("length")
            with Image.open(file) as picture:
                assert size == (str(picture.width), str(picture.height))
            alt = media.findtext("media:description", namespaces=NAMES)
            assert alt and f'alt="{alt}"' in content
    page = (folder(social, "x") / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page


def test_a_platform_without_a_feed_has_its_rows_only(social: Place) -> None:
    """What is pasted by hand is released too, so that its number is taken."""
    assert not folder(social, "bluesky").exists()
    assert f"{CODE}#bluesky-1," in (social.content / "data/rilis.csv").read_text("utf-8")


def test_nothing_but_a_withdrawal_changes_a_feed_of_posts(social: Place, tmp_path: Path) -> None:
    """Not a correction, nor new data; then the items and their pictures are gone at once."""
    place = social.copy(tmp_path / "situs")
    before = {k: v for k, v in tree(place.output / "umpan/sosial").items() if "index" not in k}
    texts = {"mastodon": TEXTS, "x": TEXTS[:1], "instagram": TEXTS[1:2], "bluesky": TEXTS[:1]}
    write_posts(place.content, texts, changes={"judul": "Judul yang dikoreksi"})
    contents.change(place.content, contents.DATASET, "2024,,78.25", "2024,,79.25")
    for hour in (5, 6):
        built = build(place, as_of=AS_OF.replace(hour=8 + hour).isoformat())
        assert 0 == built.code, built.printed
    after = {k: v for k, v in tree(place.output / "umpan/sosial").items() if "index" not in k}
    assert before == after
    assert "79,25" in (place.output / "umpan/situs/rss.xml").read_text("utf-8")
    pictures = {*place.output.glob(f"k/{CODE}/*.jpg")}
    assert 2 == len({path.name for path in pictures})
    withdraw(place.content, contents.PUBLICATION, "terbit-keliru", when=AS_OF.replace(hour=15))
    assert 0 == build(place, as_of=AS_OF.replace(hour=16).isoformat()).code
    for platform in ("mastodon", "x", "instagram"):
        assert [] == rss_items(folder(place, platform))
        assert [] == json.loads((folder(place, platform) / "feed.json").read_bytes())["items"]
    assert [] == [*place.output.glob(f"k/{CODE}/*.jpg")]
