"""How long many indicators take: `python -m tests.bench.indicators 5000 FOLDER`.

Writes an approved corpus of so many indicators of 20 periods below the folder, unless it is there,
and builds it twice as users do, each time in a process of its own: cold, and with nothing changed.
Prints seconds by the clock and of the processor, megabytes at the peak, files, the largest page.
"""

import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from kinerja.commands.deciding import append_decision
from kinerja.commands.environment import PROJECT
from kinerja.model.governance import Act
from tests.kinerja import contents
from tests.kinerja.contents import APPROVED, UNIT, write
from tests.kinerja.registers import write_rows
from tests.site.builds import LATER, NOW, Place, build_options, environment

YEARS = range(2006, 2026)
SERVICES, UNITS = 20, 50
"""Over so many services and units the indicators are spread."""

STEP = re.compile(r"^(?:Berkas|Files|Detik|Seconds).*$", re.MULTILINE)


def write_corpus(root: Path, count: int) -> None:
    """Write the tiny content with so many indicators beside its own, all approved."""
    contents.write_content(root)
    header, _, line = contents.TABLES["data/unit.csv"].partition("\n")
    units = [line.replace(f"{UNIT},", f"unit-{n},", 1) for n in range(UNITS)]
    write(root, "data/unit.csv", "\n".join([header, line, *units]).replace("\n\n", "\n"))
    for n in range(SERVICES):
        contents.write_record(root, "layanan", f"layanan-{n}", nama=f"Layanan {n}")
    for n in range(count):
        changes = {
            "nama": f"Indeks layanan nomor {n}",
            "layanan": f"[layanan-{n % SERVICES}]",
            "unit": f"unit-{n % UNITS}",
        }
        body = f"Tahun 2025 nilainya {{{{angka-{n} 2025}}}}.\n"
        contents.write_record(root, "indikator", f"angka-{n}", body=body, **changes)
        rows = (f"{year},,{50 + (n + year) % 49}.{n % 100:02},80,tetap" for year in YEARS)
        write_rows(root, *rows, indicator=f"angka-{n}")
    for record_id, edition in contents.read(root).editions.items():
        if record_id.startswith(("angka-", "layanan-")):
            for act in (Act.SUBMIT, Act.APPROVE):
                append_decision(root, contents.decision(record_id, edition.digest, act, APPROVED))


def build(place: Place, as_of: str) -> str:
    """Return seconds, those of the processor, megabytes, and what the build says of its steps."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    words = [sys.executable, "-m", "invoke", *build_options(place, as_of=as_of)]
    done = subprocess.run(words, cwd=PROJECT, env=environment(), capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    seconds, used = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    said = " ".join(STEP.findall(done.stdout))
    return f"{seconds:.1f} s ({processor:.1f} s CPU), {used.ru_maxrss / 1024:.0f} MB. {said}"


def main(arguments: list[str]) -> None:
    """Make the corpus where it is missing, build it, and print the figures."""
    count, place = int(arguments[0]), Place(Path(arguments[1]).absolute())
    if not place.content.exists():
        write_corpus(place.content, count)
    print(f"{count} indicators of {len(YEARS)} periods")
    for name, as_of in (("cold", NOW), ("unchanged", LATER)):
        print(f"{name}: {build(place, as_of)}")
    pages = place.output.rglob("*.html")
    size, page = max((page.stat().st_size, page) for page in pages)
    print(f"largest page: {size} bytes, {page.relative_to(place.output)}")


if __name__ == "__main__":
    main(sys.argv[1:])
