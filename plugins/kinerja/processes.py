"""Many items of work over all cores, in processes that share what was prepared before.

Children are forked, so that nothing but the numbers of items goes out and nothing but results
comes back. Little work, a single worker, or a system without safe fork: then one after the other.
"""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextvars import ContextVar
from typing import Any, TypeVar

from .kept import Traffic, store

T = TypeVar("T")
R = TypeVar("R")

WORKERS: ContextVar[int] = ContextVar("workers", default=1)
"""How many processes a build may use; tests and commands that only look use one."""

MANY = 200
"""Below so many items the processes cost more than they save."""

END_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux: a build that is killed leaves no process behind."""

CHUNKS = 8
"""Chunks for each worker: late ones even out what early ones took too long."""


class WorkerDied(Exception):
    """A process ended in the midst of its work; the text names the items it may have been at."""

    exitcode = 2


def all_cores() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def spread(
    work: Callable[[T], R], items: Sequence[T], name: Callable[[T], str], many: int = 0
) -> Iterator[R]:
    """Yield the result for each item, in their order. `name` says which item a message means.

    `many` is less than MANY where an item is much work.
    Raises WorkerDied, and whatever `work` raises.
    """
    workers = min(WORKERS.get(), max(1, len(items) // (many or MANY) * 2))
    if workers < 2 or sys.platform != "linux" or threading.active_count() > 1:
        yield from map(work, items)
        return
    size = -(-len(items) // (workers * CHUNKS))
    chunks = [range(at, min(at + size, len(items))) for at in range(0, len(items), size)]
    if kept := store():
        kept.write()
    context = multiprocessing.get_context("fork")
    at_work = context.RawArray("q", [-1] * len(chunks))
    job = (os.getpid(), work, items, at_work)
    gc.freeze()  # pages of memory that children only read stay shared
    pool = ProcessPoolExecutor(workers, context, _take_job, job)
    try:
        for results, traffic in pool.map(_do, range(len(chunks)), chunks):
            if kept := store():
                kept.add(traffic)
            yield from results
    except BrokenProcessPool:
        raise WorkerDied(", ".join(name(items[n]) for n in at_work if n >= 0)) from None
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


_job: list[Any] = []


def _take_job(parent: int, *job: object) -> None:
    """Set up a child, once: `job` came along by the fork. It ends with its parent, however."""
    ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before the wish was heard
        os._exit(1)
    _job[:] = job
    if kept := store():
        kept.take()


def _do(number: int, chunk: range) -> tuple[list[Any], Traffic]:
    """Work on one chunk in a child, noting which item it is at."""
    work, items, at_work = _job
    results = []
    for at in chunk:
        at_work[number] = at
        results.append(work(items[at]))
    at_work[number] = -1
    kept = store()
    return results, kept.take() if kept else (set(), {})
