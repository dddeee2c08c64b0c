"""How long the ledger takes and how much memory: `python -m tests.bench.costs 100000 1000000`.

Each size is generated once and read several times, each time in a process of its own. What is
measured is what every build does: read, check, total. Seconds are those of the processor, as the
machine may be shared; only ratios within one run count.
"""

import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from cost_appendix.reading import read_ledger
from cost_appendix.totals import total
from tests.cost_appendix.generated import write_generated

RUNS = 3
YEARS = (2024, 2025, 2026)
READ = "--read"


def measure(content: Path) -> tuple[int, float, float]:
    """Return rows, seconds and megabytes at the peak of one process that reads a ledger."""
    started = time.process_time()
    ledger, problems = read_ledger(content, None, date(YEARS[-1], 12, 31))
    total(ledger, {})
    seconds = time.process_time() - started
    if problems:
        raise SystemExit(f"the generated ledger has {len(problems)} mistakes: {problems[0]}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return len(ledger.rows), seconds, peak


def bench(rows: int) -> tuple[float, float]:
    """Return the median seconds and megabytes of several runs over so many rows."""
    with tempfile.TemporaryDirectory() as folder:
        write_generated(Path(folder), YEARS, -(-rows // len(YEARS)))
        words = [sys.executable, "-m", "tests.bench.costs", READ, folder]
        printed = [subprocess.check_output(words, text=True).split() for _ in range(RUNS)]
    return median(float(run[1]) for run in printed), median(float(run[2]) for run in printed)


def main(arguments: list[str]) -> None:
    """Print a line for each size, with the ratio of its seconds a row to those of the first."""
    if arguments[:1] == [READ]:
        print(*measure(Path(arguments[1])))
        return
    first = 0.0
    print("rows seconds seconds/100,000 peak-MB ratio-a-row")
    for rows in map(int, arguments or ["10000", "100000"]):
        seconds, peak = bench(rows)
        each = seconds / rows
        first = first or each
        print(f"{rows} {seconds:.2f} {each * 100_000:.2f} {peak:.0f} {each / first:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
