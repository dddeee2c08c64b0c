"""Posts as the public has them: as they were at their release, and gone at once when withdrawn."""

from datetime import timedelta
from pathlib import Path

from kinerja.approval.gate import decide
from kinerja.approval.public import public_portal
from kinerja.approval.public_posts import NEWEST
from kinerja.model.portal import PublicPost
from tests.kinerja.contents import AS_OF, DATASET, PUBLICATION, change, read, release
from tests.kinerja.posts import write_posts
from tests.kinerja.stories import withdraw

HOUR = timedelta(hours=1)
LATER = AS_OF + HOUR
BOUND = {"x": ["Indeks {{kepuasan 2024}}. {tautan}"], "baru": ["Satu."]}


def public(root: Path, hours: int = 0) -> list[PublicPost]:
    """Build so many hours later; return the posts that the public has then."""
    when = AS_OF + hours * HOUR
    release(root, when)
    content = read(root, when.date())
    return list(public_portal(content, decide(content, when, mint=False), when).posts)


def test_a_public_post(tmp_path: Path) -> None:
    """Its record, platform and number, figures in words, the place of the address, its time."""
    write_posts(tmp_path, BOUND)
    new, old = public(tmp_path)
    assert ("baru", 1, "Satu.", AS_OF) == (new.platform, new.n, new.text, new.released)
    assert ("x", "Indeks 78,25. {tautan}") == (old.platform, old.text)
    assert AS_OF - timedelta(seconds=1) == old.released
    assert (PUBLICATION, f"{old.item.record.code}#x-1") == (old.item.id, old.key)


def test_a_correction_changes_no_post(tmp_path: Path) -> None:
    """Title, figure and data stay those of the release; the record itself shows the new ones."""
    write_posts(tmp_path, BOUND)
    before = public(tmp_path)
    write_posts(tmp_path, BOUND, changes={"judul": "Judul yang dikoreksi"})
    change(tmp_path, DATASET, "2024,,78.25", "2024,,79.25")
    change(tmp_path, "indikator/kepuasan.md", "Indeks kepuasan pengantin", "Indeks kepuasan")
    after = public(tmp_path, 2)
    assert [p.text for p in before] == [p.text for p in after]
    assert [p.released for p in before] == [p.released for p in after]
    title = "Kepuasan pengantin turun pada 2024"
    assert [title] * 2 == [p.item.record.title for p in after]
    row = after[1].then.datasets["kepuasan"].dataset.find("2024", "")
    assert row and "78.25" == str(row.value)


def test_a_new_post_has_the_new_figure(tmp_path: Path) -> None:
    """Beside the old one, which keeps its own."""
    write_posts(tmp_path, {"x": BOUND["x"]})
    public(tmp_path)
    change(tmp_path, DATASET, "2024,,78.25", "2024,,79.25")
    release(tmp_path, LATER)
    write_posts(tmp_path, {"x": [*BOUND["x"], "Kini {{kepuasan 2024}}."]})
    assert ["Kini 79,25.", "Indeks 78,25. {tautan}"] == [p.text for p in public(tmp_path, 2)]


def test_what_is_withdrawn_is_gone_at_once(tmp_path: Path) -> None:
    """The post that a later edition leaves out; then all, with their record."""
    write_posts(tmp_path, BOUND)
    public(tmp_path)
    write_posts(tmp_path, {"x": BOUND["x"]})
    assert ["x"] == [post.platform for post in public(tmp_path, 1)]
    withdraw(tmp_path, PUBLICATION, "terbit-keliru", when=LATER)
    content = read(tmp_path)
    late = LATER + HOUR
    assert () == public_portal(content, decide(content, late, mint=False), late).posts
    assert [] == public(tmp_path, 2)


def test_only_the_newest_of_each_platform(tmp_path: Path) -> None:
    """As many as its feed holds, the newest first; others do not count."""
    write_posts(tmp_path, {"x": [f"Kiriman {n}." for n in range(1, 24)], "baru": ["Satu."]})
    for hours in range(6):
        found = public(tmp_path, hours)
    own = [post.n for post in found if post.platform == "x"]
    assert [*range(23, 23 - NEWEST, -1)] == own
    assert ["Satu."] == [post.text for post in found if post.platform == "baru"]
