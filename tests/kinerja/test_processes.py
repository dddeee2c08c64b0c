"""Work over several processes: the same results in the same order, and a death that is told."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja.commands.environment import PROJECT
from kinerja.kept import keeping, store
from kinerja.processes import WORKERS, spread

ITEMS = list(range(50))
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins")}


@pytest.fixture(params=[1, 2, 4])
def workers(request: pytest.FixtureRequest) -> Iterator[int]:
    """Let work be spread over so many processes."""
    token = WORKERS.set(request.param)
    yield request.param
    WORKERS.reset(token)


def test_results_come_in_order(workers: int) -> None:
    """Whoever made them."""
    assert [n * n for n in ITEMS] == list(spread(lambda n: n * n, ITEMS, str, many=1))


def test_what_is_raised_is_raised_here(workers: int) -> None:
    """As if the work had been done by one process."""
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda n: 1 // (n - 30), ITEMS, str, many=1))


def test_few_items_are_worked_on_here() -> None:
    """Processes cost more than they save then."""
    token = WORKERS.set(4)
    assert [os.getpid()] * 3 == list(spread(lambda _: os.getpid(), ITEMS[:3], str))
    WORKERS.reset(token)


DYING = """
import os, signal
from kinerja.processes import WORKERS, WorkerDied, spread

def die(n):
    if n == 20:
        os.kill(os.getpid(), signal.SIGKILL)
    return n

WORKERS.set(2)
try:
    list(spread(die, list(range(50)), lambda n: f"halaman-{n}", many=1))
except WorkerDied as error:
    print(error)
"""


def test_a_process_that_dies_is_told_with_its_item() -> None:
    """By the name of what it was at; other processes may be named with it, no finished item is."""
    command = [sys.executable, "-c", DYING]
    told = subprocess.check_output(command, env=ENVIRONMENT, text=True).strip().split(", ")
    assert ("halaman-20" in told, len(told) <= 2) == (True, True)


PARENT = """
import os, time
from kinerja.processes import WORKERS, spread

def work(item):
    print(os.getpid(), flush=True)
    time.sleep(3)
    print("goes on", flush=True)

WORKERS.set(2)
list(spread(work, [1, 2], str, many=1))
"""


def test_children_end_with_a_parent_that_is_killed() -> None:
    """No process of a build that died goes on: it would keep memory and files for ever."""
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        assert parent.pid != int(parent.stdout.readline())
        parent.kill()
        rest, _ = parent.communicate(timeout=60)
    assert "goes on" not in rest


def test_what_processes_made_is_kept(workers: int, tmp_path: Path) -> None:
    """By the process that started them, for the next build."""

    def keep(n: int) -> None:
        if kept := store():
            kept.put(kept.name(str(n)), "nilai")

    with keeping(tmp_path, ""):
        list(spread(keep, ITEMS, str, many=1))
    with keeping(tmp_path, "") as kept:
        assert {"nilai"} == {kept.get(kept.name(str(n))) for n in ITEMS}
