"""How long the preview takes from a saved text to its page, on an approved corpus.

PYTHONPATH=plugins:. python -m tests.bench.preview 2000 10000
"""

import argparse
import io
import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from PIL import Image

from kinerja.building import cards
from kinerja.commands.configuration import project_settings
from kinerja.commands.preview.session import Session
from tests.bench.corpus import write_corpus

RUNS = 5


def no_picture(*_: object) -> bytes:
    """Return a picture of nothing: drawing is not what is timed."""
    made = io.BytesIO()
    Image.new("RGB", (1, 1)).save(made, "JPEG")
    return made.getvalue()


def bench(publications: int, units: int) -> None:
    """Print one line for one size: seconds until all is read, until one text is, until its page is.

    Each text is saved, seen by its stamp, taken in, and its page made, as when a browser reloads.
    """
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        root = write_corpus(Path(folder, "isi"), publications, units).root
        settings = replace(project_settings(root), cache=Path(folder, "cache"))
        session = Session(settings, "")
        started = time.perf_counter()
        session.shown()
        whole, texts, pages = time.perf_counter() - started, [], []
        for number, path in enumerate(sorted((root / "publikasi").rglob("*.md"))[:RUNS]):
            path.write_text(f"{path.read_text('utf-8')}\nSuntingan {number}.\n", "utf-8")
            started = time.perf_counter()
            shown = session.shown()
            texts.append(time.perf_counter() - started)
            public = shown.workshop.site.portal.publications[path.stem]
            address = shown.workshop.site.address(public)
            page = shown.read(f"{address.removeprefix('/')}index.html") or b""
            pages.append(time.perf_counter() - started)
            if f"Suntingan {number}.".encode() not in page or session.is_whole:
                raise SystemExit("the text was not taken in alone")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        times = f"{whole:8.2f} {median(texts):8.2f} {median(pages):8.2f}"
        print(f"{publications:12} {times} {memory:6.0f}", flush=True)


def main() -> None:
    """Print a table; sizes of one call grow, as the memory of a process never falls."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="+", type=int, help="publications, e.g. 2000 10000")
    parser.add_argument("--units", type=int, default=60)
    given = parser.parse_args()
    for name in ("draw_card", "shrink"):
        setattr(cards, name, no_picture)
    print(f"{'publications':>12} {'all read':>8} {'one text':>8} {'its page':>8} {'MB':>6}")
    for size in given.sizes:
        bench(size, given.units)


if __name__ == "__main__":
    main()
