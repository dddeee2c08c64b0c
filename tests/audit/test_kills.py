"""`kill -9` at random moments of a build, from outside: the site is whole, and nothing is lost."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.kinerja.contents import approve, write_content, write_record
from tests.site.builds import (
    LATER,
    Place,
    build,
    build_options,
    copy_project,
    different,
    environment,
    tree,
)
from tests.site.test_crashes import is_whole, without_locks

KILLS = 200
SEED = 12


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project as it is now: whoever edits it meanwhile changes no build."""
    return copy_project(tmp_path_factory.mktemp("proyek") / "portal")


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Place:
    """Return a built place where one more approved publication waits for the next build."""
    place = Place(tmp_path_factory.mktemp("bunuh") / "tempat")
    write_content(place.content)
    assert 0 == build(place, project=project).code
    write_record(place.content, "publikasi", "yang-baru", judul="Publikasi yang baru")
    approve(place.content, "yang-baru")
    return place


def test_no_kill_harms_the_site_or_the_content(
    waiting: Place, project: Path, tmp_path: Path, measured: list[str]
) -> None:
    """Old or new and whole, each log old or new; the next build gives what it would have given."""
    random = Random(SEED)
    finished = waiting.copy(tmp_path / "selesai")
    begin = time.monotonic()
    assert 0 == build(finished, as_of=LATER, project=project).code
    lasts = time.monotonic() - begin
    sites = [tree(waiting.output), tree(finished.output)]
    contents = [without_locks(waiting), without_locks(finished)]
    seen, killed, tries = Counter[str](), 0, 0
    while killed < KILLS:
        tries += 1
        place = waiting.copy(tmp_path / f"tempat {tries}")
        begin = time.monotonic()
        running = subprocess.Popen(
            [sys.executable, "-m", "invoke", *build_options(place, as_of=LATER)],
            cwd=project,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(random.uniform(0.1, 1.1) * lasts)
        if running.poll() is None:
            end = os.kill if killed % 2 else os.killpg  # alone, or with all its children
            end(running.pid, signal.SIGKILL)
        if running.wait() == -signal.SIGKILL:
            killed += 1
        else:
            lasts = time.monotonic() - begin  # as long as on this machine at this moment
        seen["while it wrote"] += any(place.root.glob(".builds/*/*.part/*"))
        site, content = tree(place.output), without_locks(place)
        assert is_whole(site), tries
        assert site in sites, tries
        for path, data in content.items():
            assert data in (contents[0].get(path), contents[1].get(path)), (tries, path)
        if tries % 10 == 0:
            begin = time.monotonic()
            assert 0 == build(place, as_of=LATER, project=project).code
            if site == sites[0]:  # there was something to build
                lasts = time.monotonic() - begin
            assert [] == different(sites[1], tree(place.output))
            assert [] == different(contents[1], without_locks(place))
        seen["new" if site == sites[1] else "old"] += 1
        shutil.rmtree(place.root, ignore_errors=True)  # orphans may still write there
    measured.append(
        f"kills: {killed} of {tries} builds died by kill -9, {seen['while it wrote']} while they "
        f"wrote; every site whole, {seen['old']} the old one and {seen['new']} the new one"
    )
