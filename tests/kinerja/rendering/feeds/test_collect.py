"""Which feeds there are, and which stories stand in each."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.model.governance import Act, Decision, Release
from kinerja.model.portal import Withdrawal
from kinerja.rendering.feeds import Feed, collect_feeds
from kinerja.rendering.feeds.collect import BLOCK, MOST
from kinerja.rendering.site import Site, open_site
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, CODES, approve, decision, write_record
from tests.kinerja.sites import SETTINGS, site_of
from tests.kinerja.stories import ISSUE, LESSON, many, write_stories

PLATFORMS = "sosial/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with messages, an answer and a lesson beside the publication."""
    return site_of(write_stories(tmp_path_factory.mktemp("isi")))


def feeds(site: Site) -> dict[str, Feed]:
    """Return all feeds by id, but for those of posts."""
    found = collect_feeds(site, {}, {})
    return {feed.id: feed for feed in found if not feed.id.startswith(PLATFORMS)}


def links(feed: Feed) -> list[str]:
    """Return the addresses of the items, without the site."""
    return [item.link.removeprefix(SETTINGS.url) for item in feed.items]


def in_a_row(site: Site, count: int) -> Site:
    """Return a site with so many publications, all of them in the release log."""
    shown = many(site, count)
    codes = [item.record.code for item in reversed(shown.relations.newest)]
    portal = replace(shown.portal, told=tuple(codes))
    return open_site(SETTINGS, portal, "")


def take(site: Site, record_id: str, days: int, reason: str = "terbit-keliru") -> Site:
    """Return a site without a publication, withdrawn so many days before its day."""
    item = site.portal.publications[record_id]
    when = AS_OF - timedelta(days=days)
    taken: Decision = decision(record_id, item.digest, Act.WITHDRAW, when)
    gone = Withdrawal(item, taken.model_copy(update={"reason_code": reason}), when)
    left = {key: p for key, p in site.portal.publications.items() if key != record_id}
    portal = replace(site.portal, publications=left, withdrawn=(gone,))
    return open_site(SETTINGS, portal, "")


def test_the_feeds_of_a_small_site(site: Site) -> None:
    """What is told, what happened, services, formats, units that published; nothing twice."""
    expected = ["situs", "isu", "edukasi", "koreksi", "capaian", "biaya", "layanan/nikah"]
    expected += [f"format/{name}" for name in ("artikel", "infografik", "video", "lembar-data")]
    assert [*expected, "unit/bimas"] == [*feeds(site)]
    with_atom = {key for key, feed in feeds(site).items() if "atom.xml" in feed.formats}
    assert {"situs", "isu", "koreksi", "capaian", "biaya", "layanan/nikah"} == with_atom


def test_a_feed_leads_to_its_list(site: Site) -> None:
    """With absolute addresses of page and folder; a format has no list but its own page."""
    found = feeds(site)
    assert (
        "https://kinerja.example/publikasi/",
        "https://kinerja.example/umpan/situs/",
        "Portal Kinerja",
    ) == (found["situs"].page, found["situs"].address, found["situs"].title)
    assert "Pencatatan nikah – Portal Kinerja" == found["layanan/nikah"].title
    assert "https://kinerja.example/unit/bimas/" == found["unit/bimas"].page
    assert found["format/artikel"].address == found["format/artikel"].page


def test_a_story_stands_in_all_its_feeds_as_one_item(stories: Site) -> None:
    """Publication, answer and lesson: on the site, of unit, service, message, and of their kind."""
    found = feeds(stories)
    everything = {f"/isu/{ISSUE}/", f"/edukasi/{LESSON}/", "/publikasi/2026/nikah-2025/"}
    for feed_id in ("situs", "unit/bimas", "layanan/nikah"):
        assert everything == {*links(found[feed_id])}
    assert [f"/isu/{ISSUE}/"] == links(found["isu"])
    assert [f"/edukasi/{LESSON}/"] == links(found["edukasi"])
    assert {f"/isu/{ISSUE}/", f"/edukasi/{LESSON}/"} == {*links(found["narasi/murah"])}
    assert ["/publikasi/2026/nikah-2025/"] == links(found["format/artikel"])
    assert found["situs"].items == found["unit/bimas"].items


def test_a_feed_without_items_stays(tmp_path: Path) -> None:
    """Empty, and as old as the release log: the address never breaks."""
    root = contents.write_content(tmp_path)
    write_record(root, "layanan", "zakat", nama="Zakat")
    approve(root, "zakat")
    site = site_of(root)
    found = feeds(site)["layanan/zakat"]
    begin = min(rows[0].time for rows in site.portal.releases.values())
    assert ((), begin) == (found.items, found.changed)


def test_an_empty_portal_has_empty_feeds(tmp_path: Path) -> None:
    """Dated by the day of the portal, never by the clock."""
    found = feeds(site_of(tmp_path))
    assert {()} == {feed.items for feed in found.values()}
    assert {"2026-03-01T00:00:00+07:00"} == {f.changed.isoformat() for f in found.values()}


def test_a_current_document_has_the_newest(site: Site) -> None:
    """Thirty, twenty of a unit; times descend strictly."""
    found = feeds(in_a_row(site, 40))
    lengths = {"situs": 30, "layanan/nikah": 30, "format/artikel": 30, "unit/bimas": 20}
    assert lengths == {key: len(found[key].items) for key in lengths}
    for key in lengths:
        times = [item.published for item in found[key].items]
        assert sorted(set(times), reverse=True) == times


def test_the_archive_reaches_every_item(site: Site) -> None:
    """From the current document back: blocks of thirty from the oldest, which never overlap."""
    found = feeds(in_a_row(site, 2 * BLOCK + 5))
    archives = [found["situs/arsip/1"], found["situs/arsip/2"]]
    assert "situs/arsip/3" not in found
    assert [BLOCK, BLOCK] == [len(archive.items) for archive in archives]
    guids = [{item.guid for item in archive.items} for archive in archives]
    assert set() == guids[0] & guids[1]
    assert 2 * BLOCK + 5 == len(guids[0] | guids[1] | {i.guid for i in found["situs"].items})
    current = found["situs"].address
    assert (("prev-archive", archives[1].address),) == found["situs"].links
    assert (
        ("current", current),
        ("prev-archive", archives[0].address),
        ("next-archive", current),
    ) == archives[1].links
    assert (("current", current), ("next-archive", archives[1].address)) == archives[0].links
    assert {("rss.xml", "atom.xml")} == {archive.formats for archive in archives}
    assert {("", None)} == {(i.content_html, i.card) for archive in archives for i in archive.items}


def test_what_is_withdrawn_leaves_a_gap_in_its_block(site: Site) -> None:
    """For ninety days its notice stands there; then nothing, and no other item moves."""
    whole = in_a_row(site, 2 * BLOCK)
    before = [links(feeds(whole)[f"situs/arsip/{n}"]) for n in (1, 2)]
    notice = feeds(take(whole, "p007", 89))["situs/arsip/1"]
    assert before[0] == links(notice)
    assert "Ditarik: Judul 007" in [item.title for item in notice.items]
    gone = feeds(take(whole, "p007", 90))
    assert [before[0][:23] + before[0][24:], before[1]] == [
        links(gone[f"situs/arsip/{n}"]) for n in (1, 2)
    ]


def test_a_notice_stands_in_every_feed_of_the_story(site: Site) -> None:
    """So that readers of any of them overwrite their copy; nothing of the text is left."""
    found = feeds(take(in_a_row(site, 3), "p002", 5))
    for key in ("situs", "layanan/nikah", "unit/bimas", "format/artikel"):
        titles = [item.title for item in found[key].items]
        assert ["Judul 003", "Ditarik: Judul 002", "Judul 001"] == titles
        assert "78,25" not in found[key].items[1].content_html


def test_of_personal_data_nothing_is_named(site: Site) -> None:
    """Neither title nor summary nor unit, and the address is that without words."""
    (item, *_) = feeds(take(in_a_row(site, 1), "p001", 1, "data-pribadi"))["situs"].items
    said = f"{item.title} {item.description} {item.content_html} {item.link} {item.about}"
    for word in ("Judul", "Ringkasan", "Bimbingan", "p001"):
        assert word not in said
    assert "Konten ditarik" == item.title and "/k/" in item.link


def test_what_was_erased_overwrites_the_feeds_that_it_stood_in(site: Site) -> None:
    """The note of the erasure names them, as nothing of the record is left to say so."""
    taken = take(in_a_row(site, 2), "p001", 1, "data-pribadi")
    (gone,) = taken.portal.withdrawn
    bare = replace(gone.item, record=gone.item.record.model_copy(update={"services": ()}))
    erased = replace(gone, item=bare, feeds=("situs", "layanan/nikah"))
    found = feeds(open_site(SETTINGS, replace(taken.portal, withdrawn=(erased,)), ""))
    assert {"situs": 2, "layanan/nikah": 2, "unit/bimas": 1} == {
        key: len(found[key].items) for key in ("situs", "layanan/nikah", "unit/bimas")
    }


def test_a_unit_keeps_its_feed_when_its_only_story_goes(site: Site) -> None:
    """From its first story on, for ever."""
    found = feeds(take(in_a_row(site, 1), "p001", 200))
    assert () == found["unit/bimas"].items


def test_answers_are_complete_while_they_are_few(stories: Site) -> None:
    """All of them up to two hundred, then the newest two hundred; only thirty with their text."""
    first = stories.portal.issues[ISSUE]

    def with_answers(count: int) -> Feed:
        answers = {
            f"a{n:03}": replace(
                first,
                id=f"a{n:03}",
                record=first.record.model_copy(update={"code": f"01K{n:023}"}),
                first_released=AS_OF - timedelta(seconds=n),
            )
            for n in range(count)
        }
        portal = replace(stories.portal, issues=answers)
        return feeds(open_site(SETTINGS, portal, ""))["isu"]

    assert (MOST, True) == (len(with_answers(MOST).items), with_answers(MOST).is_complete)
    more = with_answers(MOST + 1)
    assert (MOST, False) == (len(more.items), more.is_complete)
    assert 30 == sum(bool(item.content_html) for item in more.items)


def test_the_log_counts_stories_alone(stories: Site) -> None:
    """Services, indicators, pages, datasets and tables take no place in the archive."""
    codes = {item.record.code for item in stories.relations.told["situs"]}
    assert codes == {*stories.portal.told}
    assert CODES["layanan"] in stories.portal.releases.keys() - codes
    assert all(isinstance(rows[0], Release) for rows in stories.portal.releases.values())
