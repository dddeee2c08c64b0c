"""Builds by processes of a cluster: the same bytes whoever dies, or nothing at all."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from kinerja.commands.environment import PROJECT, is_ci
from tests.kinerja.contents import approve, write_record
from tests.serving import free_port
from tests.site.builds import LATER, Place, Run, build, different, environment, tree

pytestmark = pytest.mark.skipif(
    find_spec("distributed") is None and not is_ci(os.environ),
    reason="builds over a cluster: pip install distributed",
)

DASK = (sys.executable, "-m", "dask")
ALONE = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--memory-limit", "0")
KILLING = """
import os, signal
from kinerja.building.writer import PortalWriter

make, done = getattr(PortalWriter, "make_only", PortalWriter._make), []

def make_and_kill(writer, earlier, known, name):
    done.append(make(writer, earlier, known, name))
    if len(done) == {count}:
        try:
            os.close(os.open({flag!r}, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return done[-1]
        os.kill({victim}, signal.SIGKILL)
    return done[-1]

PortalWriter._make, PortalWriter.make_only = make_and_kill, make  # this is imported twice
"""


class Cluster(NamedTuple):
    """A scheduler on this machine with processes that work; `flag` stands where one was killed."""

    address: str
    workers: list[subprocess.Popen[bytes]]
    flag: Path


@contextmanager
def running(folder: Path, kill: str = "", **variables: str) -> Iterator[Cluster]:
    """Run a scheduler and two workers; `kill` says whom one of them kills in its first chunk."""
    folder.mkdir()
    file, flag, preload = folder / "scheduler.json", folder / "killed", folder / "killing.py"
    begun: list[subprocess.Popen[bytes]] = []

    def begin(*words: str, **more: str) -> None:
        at = environment(PYTHONPATH="plugins", **more)
        with (folder / "log").open("ab") as log:
            command = [*DASK, *words, "--scheduler-file", str(file)]
            begun.append(subprocess.Popen(command, cwd=PROJECT, env=at, stdout=log, stderr=log))

    try:
        begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        victim = {"": "0", "worker": "os.getpid()", "scheduler": str(begun[0].pid)}[kill]
        count = 5 if kill else -1
        preload.write_text(KILLING.format(count=count, flag=str(flag), victim=victim))
        for name in ("satu", "dua"):
            local = ("--local-directory", str(folder / name))
            begin("worker", *ALONE, *local, "--preload", str(preload), **variables)
        while not file.exists():
            assert begun[0].poll() is None, (folder / "log").read_text()
            time.sleep(0.05)
        yield Cluster(json.loads(file.read_text())["address"], begun[1:], flag)
    finally:
        for process in reversed(begun):
            process.kill()
            process.wait()


def build_by(cluster: Cluster, place: Place, *options: str) -> Run:
    """Build a place as of a later time over a cluster."""
    return build(place, "--cluster", cluster.address, *options, as_of=LATER, PORTAL_LANG="en")


def left(place: Place) -> list[Path]:
    """Return what a build left beside the site."""
    return list((place.root / ".builds").rglob("*.part"))


def test_a_cluster_makes_the_same_bytes(place: Place, tmp_path: Path) -> None:
    """Also where a process dies in the midst of a chunk, which is done again by the other one.

    What is as in the build before stays the same file, as in a build on one machine.
    """
    write_record(place.content, "publikasi", "yang-baru", judul="Publikasi yang baru")
    approve(place.content, "yang-baru")
    alone, before = place.copy(tmp_path / "sendiri"), place.output.resolve()
    assert 0 == build(alone, as_of=LATER).code
    with running(tmp_path / "klaster", kill="worker") as cluster:
        result = build_by(cluster, place)
        assert 0 == result.code, result.printed
        assert cluster.flag.exists()
        assert {-signal.SIGKILL, None} == {worker.poll() for worker in cluster.workers}
        assert [] == left(place)
    assert [] == different(tree(alone.output), tree(place.output))
    assert [] == different(tree(alone.content), tree(place.content))
    unchanged = tree(before).items() & tree(place.output).items()
    assert 100 < len(unchanged)
    assert all((before / name).samefile(place.output / name) for name, _ in unchanged)


def test_a_lost_cluster_changes_nothing(tiny: Place, place: Place, tmp_path: Path) -> None:
    """Its scheduler goes down in the midst of the work: the site stays, and words say so.

    A process that is still at work then may leave its folder; the next build clears it.
    """
    with running(tmp_path / "klaster", kill="scheduler") as cluster:
        result = build_by(cluster, place)
        assert cluster.flag.exists()
    assert (2, True) == (result.code, "The cluster does not answer" in result.printed)
    assert [] == different(tree(tiny.output), tree(place.output))
    assert 0 == build(place, as_of=LATER).code
    assert [] == left(place)


def test_a_process_with_another_key_is_refused(tiny: Place, place: Place, tmp_path: Path) -> None:
    """It would make, and drop, pictures of its own; the words say what is another one."""
    with running(tmp_path / "klaster", XDG_STATE_HOME=str(tmp_path)) as cluster:
        result = build_by(cluster, place)
    assert (2, True) == (result.code, ": cache.key. The site stays" in result.printed)
    assert [] == different(tree(tiny.output), tree(place.output))
    assert [] == left(place)


def test_no_cluster(tiny: Place, place: Place) -> None:
    """Where nobody listens: known before anything is read."""
    address = f"tcp://127.0.0.1:{free_port()}"
    result = build(place, "--cluster", address, as_of=LATER, PORTAL_LANG="en")
    assert (2, True) == (result.code, f"or has no process any more ({address}" in result.printed)
    assert [] == different(tree(tiny.output), tree(place.output))
