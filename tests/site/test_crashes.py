"""Whatever happens to a build, the site is the old one or the new one, and the next build works."""

import hashlib
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from kinerja.commands.environment import PROJECT
from kinerja.model.governance import Act
from kinerja.reading.governance import render_decision
from tests.kinerja.contents import (
    AS_OF,
    DATASET,
    PICTURE,
    PUBLICATION,
    approve,
    change,
    decision,
    picture_bytes,
    read,
    write_record,
)
from tests.site import disturbed
from tests.site.builds import (
    LATER,
    Place,
    Run,
    build,
    build_options,
    different,
    environment,
    run_python,
    tree,
)

Tree = dict[str, bytes]

PARTS_OF_A_BUILD = 10
"""At so many moments, spread over a whole build, a process is killed."""


def build_disturbed(place: Place, moment: int | str, deed: str, project: Path = PROJECT) -> Run:
    """Run `invoke build` on a place and disturb it at its n-th change, or at that of a path."""
    words = [str(place.root), str(moment), deed, *build_options(place, as_of=LATER)]
    return run_python(str(Path(disturbed.__file__)), *words, project=project)


@pytest.fixture(scope="module")
def waiting(tiny: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a built place where one more approved publication waits for the next build."""
    place = tiny.copy(tmp_path_factory.mktemp("menunggu") / "tempat")
    write_record(place.content, "publikasi", "yang-baru", judul="Publikasi yang baru")
    approve(place.content, "yang-baru")
    return place


@pytest.fixture(scope="module")
def finished(
    waiting: Place, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Tree], int]:
    """Return site and content after an undisturbed build, and the changes of files it takes."""
    place = waiting.copy(tmp_path_factory.mktemp("selesai") / "tempat")
    result = build_disturbed(place, 0, "count")
    assert 0 == result.code, result.printed
    number = int(result.lines[-1].removeprefix("changes: "))
    return {"site": tree(place.output), "content": without_locks(place)}, number


def without_locks(place: Place) -> Tree:
    """Return the content of a place without the files of its locks."""
    return {path: data for path, data in tree(place.content).items() if "~$" not in path}


def is_whole(site: Tree) -> bool:
    """Say whether a site holds exactly the files of its manifest, with their digests."""
    listed: dict[str, str] = json.loads(site["manifes.json"])["berkas"]
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in site.items()}
    del digests["manifes.json"]
    return listed == digests


@pytest.mark.parametrize("part", range(PARTS_OF_A_BUILD + 1))
def test_a_killed_build_leaves_a_whole_site(
    part: int,
    waiting: Place,
    finished: tuple[dict[str, Tree], int],
    tmp_path: Path,
) -> None:
    """Killed anywhere, the site is the old one, and the new one once all is done but a note.

    The next build gives what it would have given.
    """
    expected, number = finished
    place = waiting.copy(tmp_path / "tempat")
    moment = 1 + part * (number - 1) // PARTS_OF_A_BUILD
    assert -9 == build_disturbed(place, moment, "kill").code
    site = tree(place.output)
    before = expected["site"] if part == PARTS_OF_A_BUILD else tree(waiting.output)
    assert (True, []) == (is_whole(site), different(before, site))
    assert 0 == build(place, as_of=LATER).code
    assert [] == different(expected["site"], tree(place.output))
    assert [] == different(expected["content"], without_locks(place))
    assert [] == list((place.root / ".builds").rglob("*.part"))


@pytest.mark.parametrize(
    ("error", "part"),
    [("ENOSPC", 0.0), ("ENOSPC", 0.5), ("ENOSPC", 0.97), ("EROFS", 0.0), ("EACCES", 0.0)],
)
def test_a_disk_that_refuses_stops_the_build(
    error: str,
    part: float,
    waiting: Place,
    finished: tuple[dict[str, Tree], int],
    tmp_path: Path,
) -> None:
    """Full or read-only from some moment on: exit 2 with the reason, the site stays, no rest."""
    expected, number = finished
    place = waiting.copy(tmp_path / "tempat")
    result = build_disturbed(place, 1 + int(part * number), error)
    assert 2 == result.code, result.printed
    assert ("Traceback" in result.printed, "Situs tidak berubah." in result.printed) == (
        False,
        True,
    )
    assert [] == different(tree(waiting.output), tree(place.output))
    assert [] == list((place.root / ".builds").rglob("*.part"))
    assert 0 == build(place, as_of=LATER).code
    assert [] == different(expected["site"], tree(place.output))


def test_a_parent_that_is_no_folder_is_said(place: Place) -> None:
    """An output below a file cannot be made: exit 2 and the path."""
    blocked = place.root / "berkas"
    blocked.write_text("bukan folder", "utf-8")
    words = ["build", "--content", str(place.content), "--output", str(blocked / "situs")]
    result = run_python("-m", "invoke", *words)
    assert (2, True) == (result.code, str(blocked) in result.printed)
    assert "Traceback" not in result.printed


def meanwhile(place: Place, source: Path, target: str) -> Run:
    """Build, and while the first page is written somebody puts a file into the content."""
    words = f"copy:{source}:{place.content / target}"
    return build_disturbed(place, "/404.html", words)


def test_a_withdrawal_during_the_build_stops_it(place: Place, tmp_path: Path) -> None:
    """What was withdrawn meanwhile is not published: exit 1, its id is said, the site stays."""
    digest = read(place.content).editions[PUBLICATION].digest
    moment = AS_OF + timedelta(minutes=5)
    line = render_decision(decision(PUBLICATION, digest, Act.WITHDRAW, moment))
    decisions = f"persetujuan/{PUBLICATION}.jsonl"
    source = tmp_path / "keputusan.jsonl"
    source.write_bytes((place.content / decisions).read_bytes() + line.encode() + b"\n")
    before = tree(place.output)
    result = meanwhile(place, source, decisions)
    assert (1, True) == (result.code, f"Isi berubah selama build ({PUBLICATION})" in result.printed)
    assert [] == different(before, tree(place.output))


def test_a_dataset_that_changes_during_the_build_stops_it(place: Place, tmp_path: Path) -> None:
    """The second decision sees other bytes: nothing is published from two states of the content."""
    source = tmp_path / "baru.csv"
    source.write_text((place.content / DATASET).read_text("utf-8").replace("78.25", "79.00"))
    before = tree(place.output)
    result = meanwhile(place, source, DATASET)
    assert (1, True) == (result.code, "Isi berubah selama build" in result.printed)
    assert [] == different(before, tree(place.output))


def test_a_picture_that_changes_during_the_build_is_not_published(
    place: Place, tmp_path: Path
) -> None:
    """Bytes that nobody approved never reach the site, not even in the moment before the seal."""
    source = tmp_path / "lain.png"
    source.write_bytes(picture_bytes(size=(99, 99)))
    before = tree(place.output)
    result = meanwhile(place, source, PICTURE)
    assert (1, True) == (result.code, f"Isi berubah selama build ({PUBLICATION})" in result.printed)
    assert [] == different(before, tree(place.output))


def test_a_second_build_waits_for_the_first(place: Place) -> None:
    """Who comes second is told for whom it waits, then builds."""
    builds = place.root / ".builds" / place.output.name
    with FileLock(builds / "~$lock"):
        (builds / "~$lock.owner").write_text("pid 4711\n", "utf-8")
        running = subprocess.Popen(
            [sys.executable, "-m", "invoke", *build_options(place, as_of=LATER)],
            cwd=PROJECT,
            env=environment(PYTHONUNBUFFERED="1"),
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert running.stdout is not None
        assert "Menunggu build lain (pid 4711) selesai ..." == running.stdout.readline().strip()
        assert running.poll() is None
    printed, _ = running.communicate(timeout=60)
    assert (0, True) == (running.returncode, "Terbit: 1 publikasi" in printed)


@pytest.mark.client("rsync")
def test_two_builds_and_a_publication_at_once(
    waiting: Place, finished: tuple[dict[str, Tree], int], tmp_path: Path
) -> None:
    """On one content and one output: one release each record, one whole site, and one is served."""
    place, target = waiting.copy(tmp_path / "tempat"), tmp_path / "publik"
    building = build_options(place, as_of=LATER)
    publishing = ["publish", "--output", str(place.output), "--to", str(target)]
    all_three = [
        subprocess.Popen(
            [sys.executable, "-m", "invoke", *words],
            cwd=PROJECT,
            env=environment(),
            stdout=subprocess.DEVNULL,
        )
        for words in (building, publishing, building)
    ]
    assert [0, 0, 0] == [running.wait(timeout=60) for running in all_three]
    sites, served = (tree(waiting.output), finished[0]["site"]), tree(target / "current").items()
    assert any(site.items() <= served for site in sites)
    assert [] == different(finished[0]["site"], tree(place.output))
    assert [] == different(finished[0]["content"], without_locks(place))


def test_an_interrupted_build_is_no_error_of_the_program(place: Place) -> None:
    """Ctrl-C in the middle: not 0, no traceback, the site as it was."""
    before = tree(place.output)
    change(place.content, DATASET, "78.25", "79.00")
    result = build_disturbed(place, "/404.html", "interrupt")
    assert 0 != result.code
    assert ("Traceback" in result.printed, []) == (False, different(before, tree(place.output)))
