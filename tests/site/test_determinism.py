"""Same content and same day, same bytes; and what did not change keeps its file."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.commands.environment import PROJECT
from tests.kinerja.contents import AS_OF, PATHS, PUBLICATION, approve, change
from tests.site.builds import (
    EXAMPLE_NOW,
    LATER,
    Place,
    build,
    copy_project,
    different,
    tree,
)

SURROUNDINGS: dict[str, dict[str, str]] = {
    "far west": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Honolulu", "LC_ALL": "C"},
    "far east": {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "id_ID.UTF-8"},
}
"""Variables under which a build must not differ; the first build has hash seed 0 and UTC."""

SOON = AS_OF + timedelta(minutes=5)
"""When a further edition is handed in, after the first build and before LATER."""


def copy_shuffled(source: Path, target: Path) -> None:
    """Copy a tree file by file in an order and with times that have nothing to do with names."""
    files = [path for path in source.rglob("*") if path.is_file()]
    for file in sorted(files, key=lambda path: hash(path.name[::-1]), reverse=True):
        copied = target / file.relative_to(source)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copied)
        os.utime(copied, (1_000_000_000, 1_000_000_000))


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_change_no_byte(name: str, example: Place, tmp_path: Path) -> None:
    """Hash seed, time zone, language, path, order of files, project and cache are all others."""
    place = Place(tmp_path / f"tempat lain, {name}")
    copy_shuffled(PROJECT / "content", place.content)
    project = copy_project(tmp_path / "proyek lain")
    variables = SURROUNDINGS[name]
    result = build(place, "--no-release", as_of=EXAMPLE_NOW, project=project, **variables)
    assert 0 == result.code, result.printed
    assert [] == different(tree(example.output), tree(place.output))


def identities(folder: Path) -> dict[str, tuple[int, int]]:
    """Return inode and time of change of every file, by path."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in files
    }


def test_a_second_build_keeps_every_file(place: Place) -> None:
    """Nothing changed: every file is the same one, with its time; only the manifest is new."""
    before = identities(place.output)
    result = build(place, as_of=LATER)
    after = identities(place.output)
    assert 0 == result.code
    assert ["manifes.json"] == [path for path in before if before[path] != after.get(path)]
    assert before.keys() == after.keys()


def test_one_edit_changes_its_own_files_only(place: Place) -> None:
    """Its page and the registers of what was handed in and approved; all others stay the same."""
    before = identities(place.output)
    change(place.content, PATHS["halaman"], "Tulis ke redaksi.", "Tulis ke meja redaksi.")
    approve(place.content, "kontak", when=SOON)
    assert 0 == build(place, as_of=LATER).code
    after = identities(place.output)
    changed = [path for path in before if before[path] != after.get(path)]
    found = [path for path in changed if path.startswith("cari/data/d/")]
    assert 1 == len(found)  # its entry; words and places of the search stand in a few files more
    changed = [path for path in changed if not path.startswith("cari/data/")]
    registers = [f"transparansi/{name}/index.html" for name in ("penyaringan", "persetujuan")]
    assert ["kontak/index.html", "manifes.json", "sitemap-1.xml", *registers] == changed


def test_an_incremental_build_equals_a_fresh_one(place: Place) -> None:
    """Built on the last site or on nothing, the bytes are the same."""
    change(place.content, PATHS["publikasi"], "turun pada 2024", "naik pada 2024")
    approve(place.content, PUBLICATION, when=SOON)
    assert 0 == build(place, as_of=LATER).code
    fresh = Place(place.root.with_name("segar"))
    shutil.copytree(place.content, fresh.content)
    assert 0 == build(fresh, as_of=LATER).code
    assert [] == different(tree(place.output), tree(fresh.output))


def test_a_release_minted_once_is_not_minted_again(place: Place) -> None:
    """The release log grows by what is new and by nothing else, whatever the hour."""
    log = place.content / "data/rilis.csv"
    before = log.read_bytes()
    assert 0 == build(place, as_of=LATER).code
    assert before == log.read_bytes()
    change(place.content, PATHS["halaman"], "Tulis ke redaksi.", "Tulis ke meja redaksi.")
    approve(place.content, "kontak", when=SOON)
    for _ in range(2):
        assert 0 == build(place, as_of=LATER).code
    added = log.read_bytes().removeprefix(before).decode().splitlines()
    assert (1, True) == (len(added), added[0].endswith("T11:00:00+07:00"))
