"""The two ends of a build over a cluster, without one: what is asked, made, and told when lost."""

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kinerja.building import cluster
from kinerja.building.cluster import Job, Seen, connect, tools
from kinerja.building.faults import BadSetting, ClusterDiffers, ClusterLost
from kinerja.building.writer import PortalWriter
from kinerja.commands.environment import is_ci
from kinerja.processes import WorkerDied
from kinerja.rendering.pages import File

needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None and not is_ci(os.environ),
    reason="builds over a cluster: pip install distributed",
)

SEEN = {"content": "a", "theme": "b"}


def plan(_settings: dict[str, Any]) -> tuple[PortalWriter, Seen]:
    """Return a plan of two files."""
    writer = PortalWriter("", {})
    for name in ("a.txt", "b/c.txt"):
        writer.write_bytes(File(name, name.encode()))
    return writer, SEEN


def fail(_settings: dict[str, Any]) -> tuple[PortalWriter, Seen]:
    """Open a build where the shared folder is not there."""
    raise FileNotFoundError(2, "tidak ada", "/bersama")


def recurse(settings: dict[str, Any]) -> tuple[PortalWriter, Seen]:
    """Plan a file that is made by way of a mistake that ends deep."""
    writer, seen = plan(settings)
    make: Callable[[], bytes] = lambda: make()  # noqa: E731  it calls itself
    writer.write_bytes(File("dalam.txt", make))
    return writer, seen


@pytest.fixture(autouse=True)
def _umask() -> Iterator[None]:
    """Restore what the processes of a cluster set for themselves, and let go of the build."""
    before = os.umask(0o022)
    yield
    os.umask(before)
    cluster._let_go()


def job(tmp_path: Path, **changes: Any) -> Job:
    """Return a build of two files, as a process is asked for it."""
    usual = Job(plan, {}, tmp_path / "cache", tmp_path / "1.part", None, {**SEEN, **tools()})
    return usual._replace(scratch=str(tmp_path), **changes)


def test_a_chunk_grows_in_a_folder_of_its_own(tmp_path: Path) -> None:
    """Also when it is made twice: nobody who was given up writes where another one writes."""
    first, second = (cluster._make(job(tmp_path), ["b/c.txt"]) for _ in range(2))
    assert first.made == second.made
    assert first.folder != second.folder
    assert [b"b/c.txt"] * 2 == [(done.folder / "b/c.txt").read_bytes() for done in (first, second)]
    assert not (tmp_path / "1.part").exists()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"seen": {**SEEN, **tools(), "cache.key": ""}}, "cache.key"),
        ({"seen": {**SEEN, **tools(), "plugins, .venv": ""}}, "plugins, .venv"),
        ({"seen": {**tools(), "content": "lain", "theme": "lain"}}, "content, theme"),
        ({"open": fail}, "FileNotFoundError: [Errno 2] tidak ada: '/bersama'"),
    ],
)
def test_who_sees_something_else_makes_nothing(
    tmp_path: Path, changes: dict[str, Any], expected: str
) -> None:
    """The host is named, and what is different there."""
    with pytest.raises(ClusterDiffers) as refused:
        cluster._make(job(tmp_path, **changes), ["a.txt"])
    assert expected == str(refused.value).partition(": ")[2]


def test_a_fault_comes_back_without_its_depth(tmp_path: Path) -> None:
    """As itself; dask would wait for ever for one whose traceback cannot be sent."""
    with pytest.raises(RecursionError) as raised:
        cluster._make(job(tmp_path, open=recurse), ["dalam.txt"])
    assert 2 == len(raised.traceback)


class Client:
    """A cluster of which one knows beforehand how each chunk ends, and how many processes it has.

    An end is an error, or None for a chunk that is made; a TimeoutError is none as yet.
    """

    def __init__(self, processes: int, *ends: Exception | None) -> None:
        self.processes, self.ends, self.chunks = processes, list(ends), list[list[str]]()

    def nthreads(self) -> dict[str, int]:
        """Return the processes, by their address. Raises OSError where nobody knows any more."""
        if self.processes < 0:
            raise OSError
        return {str(number): 1 for number in range(self.processes)}

    def submit(self, work: Any, asked: Job, chunk: list[str], pure: bool) -> Any:
        """Return a future whose result is made as it is asked for."""

        def result(timeout: float) -> Any:
            if end := self.ends.pop(0) if self.ends else None:
                raise end
            return work(asked, chunk)

        self.chunks.append(chunk)
        return SimpleNamespace(result=result, status="pending")


def across(client: Client, asked: Job) -> list[Any]:
    """Return what the two files of the plan become over a cluster."""
    names = ["a.txt", "b/c.txt"]
    return list(cluster._across(client, "tcp://x", asked, names))


@needs_dask
def test_what_is_made_is_moved_into_the_stage(tmp_path: Path) -> None:
    """In the order of the names; to wait long is no fault as long as somebody works."""
    client = Client(2, TimeoutError(), TimeoutError())
    digests = [sha256(name).hexdigest() for name in (b"a.txt", b"b/c.txt")]
    assert digests == [made[0].digest for made in across(client, job(tmp_path))]
    assert [["a.txt"], ["b/c.txt"]] == client.chunks
    assert b"b/c.txt" == (tmp_path / "1.part/b/c.txt").read_bytes()


@needs_dask
@pytest.mark.parametrize(
    ("processes", "end", "expected"),
    [
        (0, TimeoutError(), ClusterLost),
        (-1, TimeoutError(), ClusterLost),
        (1, CancelledError(), ClusterLost),
        (1, ZeroDivisionError(), ZeroDivisionError),
    ],
    ids=["no process", "nobody knows", "no scheduler", "a fault of the work"],
)
def test_what_ends_a_build(
    tmp_path: Path, processes: int, end: Exception, expected: type[Exception]
) -> None:
    """Nobody is left, or the work itself cannot be done."""
    with pytest.raises(expected):
        across(Client(processes, end), job(tmp_path))


@needs_dask
def test_a_chunk_that_ends_processes_is_named(tmp_path: Path) -> None:
    """By its first and its last page: what is between may be at fault too."""
    from distributed.scheduler import KilledWorker

    killed = KilledWorker("_make", None, 3)
    with pytest.raises(WorkerDied, match=r"^a\.txt \.\.\. a\.txt$"):
        across(Client(1, killed), job(tmp_path))


@needs_dask
def test_an_address_that_wants_certificates() -> None:
    """Said before dask looks for them, where there are none."""
    with pytest.raises(BadSetting, match=r"tls://x:1' perlu sertifikat"), connect("tls://x:1"):
        pass


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words say how to get it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BadSetting, match=r"pip install distributed"), connect("tcp://x:1"):
        pass
