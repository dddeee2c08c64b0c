"""Whatever happened before: a site that was built step by step is the site of a cold build."""

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kinerja import processes
from kinerja.building import site, unchanged, writer
from kinerja.building.planned import Planned
from kinerja.building.stage import begin
from kinerja.building.standing import find_standing
from kinerja.processes import WorkerDied
from tests.kinerja.stories import ISSUE
from tests.site.builds import different, tree
from tests.site.edits import World, edit, edit_unapproved, live, open_world, write_world

SEQUENCES = range(20)
STEPS = 3


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a world that was not built yet, with its pictures drawn; not to be changed."""
    root = write_world(tmp_path_factory.mktemp("dunia") / "asal")
    with pytest.MonkeyPatch.context() as monkeypatch:
        built = open_world(root, root.with_name("gambar"), 0, monkeypatch)
    (built.project / ".cache" / "pictures").rename(root / "proyek" / ".cache" / "pictures")
    return root


@pytest.mark.parametrize("seed", SEQUENCES)
def test_steps_lead_to_the_site_of_a_cold_build(
    seed: int, written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every byte of every file, after edits drawn by the seed; every fifth time on all cores."""
    if seed % 5 == 0:
        monkeypatch.setattr(processes, "MANY", 1)
    world = open_world(written, tmp_path / "dunia", seed, monkeypatch)
    warm = live(world, STEPS)
    if warm is not None:
        assert [] == different(world.build_cold(), warm), world.done


def test_what_nothing_happened_to_is_not_built(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that released something is followed by one more; then by none, until a page lies."""
    world = open_world(written, tmp_path / "dunia", 0, monkeypatch)
    assert [True, False, False] == [world.build() for _ in range(3)]
    (world.output / "index.html").write_bytes(b"palsu")
    assert [True, False] == [world.build() for _ in range(2)]
    assert b"palsu" != (world.output / "index.html").read_bytes()


def test_what_the_public_does_not_see_makes_no_page(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that nobody approved is read and judged, and the site stands; a page that lies not."""
    world = open_world(written, tmp_path / "dunia", 0, monkeypatch)
    world.build()  # what is released stands in the log now
    before, entries = tree(world.output), kept_entries(world)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as without_pages:
        without_pages.setattr(site, "open_workshop", fail)
        edit_unapproved(world)
        assert world.build()
        assert before == tree(world.output)
        assert entries <= kept_entries(world)
        (world.output / "robots.txt").write_bytes(b"palsu")
        with pytest.raises(ZeroDivisionError):
            world.build()
    world.build()
    assert before == tree(world.output)


def test_a_note_that_comes_late_is_of_another_site(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two builds at once: the first one notes what it made when the second one has published."""
    world = open_world(written, tmp_path / "dunia", 0, monkeypatch)
    first, remember = [], unchanged.remember
    with monkeypatch.context() as late:
        late.setattr(unchanged, "remember", lambda *note: first.append(note))
        world.build()
    edit(world)
    world.build()
    remember(*first[0])
    stage = begin(world.output)
    assert first[0][2].made_of
    assert None is find_standing(stage, first[0][2].made_of)


def kept_entries(world: World) -> set[bytes]:
    """Return the names of all results that are kept for the next build."""
    with closing(sqlite3.connect(world.project / ".cache" / "kept.sqlite")) as database:
        return {name for (name,) in database.execute("SELECT name FROM kept")}


def test_the_number_of_processes_changes_no_byte(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One, two and four make the same site."""
    world = open_world(written, tmp_path / "dunia", 0, monkeypatch)
    world.build()  # what is released stands in the log now
    monkeypatch.setattr(processes, "MANY", 1)
    sites = []
    for workers in (1, 2, 4):
        world.settings["WORKERS"] = workers
        sites.append(world.build_cold())
    assert [[], []] == [different(sites[0], other) for other in sites[1:]]


def test_a_process_that_dies_publishes_nothing(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page that it was at is named; the site stays, and nothing is left behind."""
    world = open_world(written, tmp_path / "dunia", 0, monkeypatch)
    before, template = tree(world.output), world.project / "theme" / "templates" / "isu-rinci.html"
    template.write_text(f"{template.read_text('utf-8')}\n", "utf-8")
    render = writer._rendered

    def die(page: Planned, view: bytes) -> bytes:
        if page.template == template.name:
            os.kill(os.getpid(), signal.SIGKILL)
        return render(page, view)

    monkeypatch.setattr(processes, "MANY", 1)
    monkeypatch.setattr(writer, "_rendered", die)
    world.settings["WORKERS"] = 2
    with pytest.raises(WorkerDied, match=rf"(^|, )isu/{ISSUE}/index\.html($|, )"):
        world.build()
    assert (before, []) == (tree(world.output), list(world.root.rglob("*.part")))
