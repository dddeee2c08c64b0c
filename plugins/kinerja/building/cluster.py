"""The chunks of a build over processes of other machines, by dask.distributed, an extra.

Content, code, theme, cache and builds lie at the same paths of a folder that all machines share.
Each process opens the build once for itself: it reads, decides and plans with the settings of the
main process, and says by digests that it saw the same. Then only names go out, and what was made
comes back. Files grow in a folder of their own for each chunk, and the main process, which holds
the lock, moves them into the stage: a process that was given up and still runs changes nothing.
"""

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from socket import gethostname
from tempfile import TemporaryDirectory, mkdtemp
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from kinerja.disk import move_new
from kinerja.kept import Traffic, keeping, store
from kinerja.processes import CHUNKS, WorkerDied
from kinerja.secret import mac

from .faults import BadSetting, ClusterDiffers, ClusterLost
from .inputs import origin
from .planned import Across, Made
from .writer import PortalWriter

if TYPE_CHECKING:
    from distributed import Client, Future

CODE = "plugins, .venv"
"""What the digest of code and libraries is of, in words that need no language."""

CONNECT, PATIENCE = 5, 30
"""Seconds in which a scheduler answers, and without any process before a cluster is lost."""

Seen = dict[str, str]
"""Digests by what they are of."""


class Job(NamedTuple):
    """A build as processes open it: by which function, with which settings, from which cache.

    `open` returns the Writer with the plan, and digests of what it saw: `seen` has those of the
    main process, with those of its `tools`. `scratch` is the folder that holds those of chunks.
    """

    open: Callable[[dict[str, Any]], tuple[PortalWriter, Seen]]
    settings: dict[str, Any]
    cache: Path
    output: Path
    earlier: Path | None
    seen: Seen
    scratch: str = ""


class Done(NamedTuple):
    """A chunk that was made: in which folder, what it is, what became of the cache."""

    folder: Path
    made: list[Made]
    traffic: Traffic


def tools() -> Seen:
    """Return what must be the same in all processes: code and libraries, and the user's key."""
    return {CODE: origin(), "cache.key": mac(b"cluster").hex()}


@contextmanager
def connect(address: str) -> Iterator["Client"]:
    """Open a cluster in which at least one process waits. Raises BadSetting, ClusterLost."""
    try:
        from distributed import Client, Security
    except ImportError:
        raise BadSetting("CLUSTER: pasang dengan .venv/bin/pip install distributed") from None
    secure = Security().get_connection_args("client")["ssl_context"]
    if address.startswith("tls:") and not secure:
        raise BadSetting(f"CLUSTER: '{address}' perlu sertifikat; lihat docs/operations.md")
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # it is said in words
    try:
        client = Client(address, timeout=CONNECT, set_as_default=False)
    except OSError:
        raise ClusterLost(address) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise ClusterLost(address) from None
        yield client


@contextmanager
def cluster(address: str, job: Job) -> Iterator[Across]:
    """Yield what spreads work over a cluster into the folder `job.output`.

    It raises ClusterLost, ClusterDiffers, WorkerDied where a chunk ended several processes, and
    whatever is raised where the work is done.
    """
    scratch = TemporaryDirectory(suffix=".part", dir=job.output.parent, ignore_cleanup_errors=True)
    with scratch as at, connect(address) as client:
        asked = job._replace(scratch=at, seen={**job.seen, **tools()})
        yield lambda _work, items, _name: _across(client, address, asked, items)
        with suppress(OSError):  # whoever is gone holds nothing any more
            client.run(_let_go, on_error="ignore")


def _across(client: "Client", address: str, job: Job, items: Sequence[str]) -> Iterator[Made]:
    if kept := store():
        kept.write()  # others read it
    size = -(-len(items) // (CHUNKS * max(1, _processes(client)))) or 1
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    futures = [client.submit(_make, job, chunk, pure=False) for chunk in chunks]
    for chunk, future in zip(chunks, futures, strict=True):
        done = _wait(client, address, future, chunk)
        if kept:
            kept.add(done.traffic)
        for written in chain.from_iterable(done.made):
            move_new(done.folder / written.path, job.output / written.path)
        yield from done.made


def _wait(client: "Client", address: str, future: "Future[Done]", chunk: Sequence[str]) -> Done:
    """Return a chunk; dask gives that of a process that dies to another one, three times."""
    from distributed.scheduler import KilledWorker

    while True:
        try:
            done: Done = future.result(timeout=PATIENCE)
            return done
        except KilledWorker:
            raise WorkerDied(f"{chunk[0]} ... {chunk[-1]}") from None
        except CancelledError:  # the scheduler is gone
            raise ClusterLost(address) from None
        except TimeoutError:
            if future.status == "error":  # it was raised by the work
                raise
            if not _processes(client):
                raise ClusterLost(address) from None


def _processes(client: "Client") -> int:
    with suppress(OSError):  # the scheduler is going down
        return len(client.nthreads())
    return 0


_open: dict[str, PortalWriter] = {}
_alone = Lock()


def _let_go() -> None:
    """Forget the build that is finished: it takes memory."""
    _open.clear()


def _make(job: Job, names: Sequence[str]) -> Done:
    """Make the pages and files of one chunk, in a process of the cluster."""
    try:
        with _alone, keeping(job.cache, job.seen[CODE]) as kept:
            if job.scratch not in _open:
                _open.clear()
                _open[job.scratch] = _opened(job)
            writer = _open[job.scratch]
            writer.output_path = mkdtemp(dir=job.scratch)
            make = writer.maker(job.earlier)
            made = [make(name) for name in names]
            return Done(Path(writer.output_path), made, kept.take())
    except Exception as error:
        logging.getLogger(__name__).exception("Nothing was made of %s", names)
        raise error.with_traceback(None) from None  # one that is deep would never arrive


def _opened(job: Job) -> PortalWriter:
    """Open a build, as the first chunk of it comes. Raises ClusterDiffers."""
    os.umask(0o022)
    _compare(job.seen, tools())  # before anything is kept, or dropped, under another key
    try:
        writer, seen = job.open(job.settings)
    except Exception as error:  # in the main process it went well
        raise ClusterDiffers(f"{gethostname()}: {type(error).__name__}: {error}") from None
    _compare(job.seen, seen)
    return writer


def _compare(expected: Seen, found: Seen) -> None:
    other = [name for name, digest in found.items() if digest != expected[name]]
    if other:
        raise ClusterDiffers(f"{gethostname()}: {', '.join(other)}")
