"""The machine fails in the middle of a build: the site stays whole, and the message says why."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.commands.environment import PROJECT
from tests.kinerja.contents import AS_OF, DATASET, DECISIONS, PATHS, PICTURE, change
from tests.site.builds import LATER, Place, build, copy_project, different, tree
from tests.site.test_crashes import build_disturbed, is_whole, without_locks

FIRST_PAGE = "/404.html"
LONG_AGO = (AS_OF - timedelta(days=400)).isoformat()
KIB, MIB = 1024, 1024 * 1024


def check_whole_again(place: Place, before: Place) -> None:
    """The site is the one before; the next build works and leaves nothing lying."""
    assert [] == different(tree(before.output), tree(place.output))
    assert [] == different(without_locks(before), without_locks(place))
    assert 0 == build(place, as_of=LATER).code
    assert [] == list((place.root / ".builds").rglob("*.part"))
    assert is_whole(tree(place.output))


@pytest.mark.parametrize(
    ("limit", "most", "words"),
    [
        ("RLIMIT_FSIZE", 2 * KIB, "File too large"),
        ("RLIMIT_FSIZE", 20 * KIB, "File too large"),
        ("RLIMIT_NOFILE", 4, "Too many open files"),
        ("RLIMIT_AS", 64 * MIB, "emor"),
    ],
)
def test_a_machine_that_grants_no_more_stops_the_build(
    limit: str, most: int, words: str, tiny: Place, place: Place, tmp_path: Path
) -> None:
    """No room in a file, no file, no memory from the first page on: exit 2 and the reason.

    Another subtitle of the site makes that all pages are written; pictures are there already.
    """
    cache = str(PROJECT / ".cache")
    project = copy_project(tmp_path / "lain", f'SITESUBTITLE = "Lain"\nCACHE_PATH = {cache!r}\n')
    result = build_disturbed(place, FIRST_PAGE, f"limit:{limit}:{most}", project)
    assert (2, False) == (result.code, "Traceback" in result.printed), result.printed
    assert words in result.printed
    check_whole_again(place, tiny)


@pytest.mark.parametrize("path", [PICTURE, PATHS["halaman"], DATASET, DECISIONS])
def test_a_file_that_vanishes_stops_the_build(path: str, tiny: Place, place: Place) -> None:
    """What was read is gone before the seal: nothing is published from half a content."""
    kept = (place.content / path).read_bytes()
    result = build_disturbed(place, FIRST_PAGE, f"remove:{place.content / path}")
    assert (1, False) == (result.code, "Traceback" in result.printed), result.printed
    assert "Isi berubah selama build" in result.printed
    (place.content / path).write_bytes(kept)
    check_whole_again(place, tiny)


def test_a_clock_that_jumps_back_changes_nothing_that_was_released(place: Place) -> None:
    """The build says what it waits for, mints nothing, and the right clock makes all right."""
    log = place.content / "data/rilis.csv"
    before, site = log.read_bytes(), tree(place.output)
    result = build(place, as_of=LONG_AGO)
    assert (before, True) == (log.read_bytes(), is_whole(tree(place.output))), result.printed
    assert 0 == build(place).code
    assert (before, []) == (log.read_bytes(), different(site, tree(place.output)))


def test_a_broken_cache_is_no_fault(place: Place, tmp_path: Path) -> None:
    """Cut pictures, folders in the place of files, or a file in the place of the folder."""
    project = copy_project(tmp_path / "proyek")
    assert 0 == build(place, as_of=LATER, project=project).code
    expected, cache = tree(place.output), project / ".cache"
    pictures = [path for path in cache.rglob("*") if path.is_file()]
    assert pictures
    for number, path in enumerate(pictures):
        if number % 2:
            path.write_bytes(path.read_bytes()[:100])
        else:
            path.unlink()
            path.mkdir()
    assert 0 == build(place, as_of=LATER, project=project).code
    assert [] == different(expected, tree(place.output))
    os.rename(cache, project / "lama")
    cache.write_text("bukan folder", "utf-8")
    result = build(place, as_of=LATER, project=project)
    assert 0 == result.code, result.printed
    assert [] == different(expected, tree(place.output))


def test_decisions_change_by_whole_lines_only(place: Place) -> None:
    """A line that was cut by a crash of another program stops the build; the site stays."""
    site = tree(place.output)
    lines = (place.content / DECISIONS).read_text("utf-8")
    change(place.content, DECISIONS, lines, lines[:-40])
    result = build(place, as_of=LATER)
    assert (1, True) == (result.code, DECISIONS in result.printed)
    assert [] == different(site, tree(place.output))
