"""Lines of reviews for the tests, their digest taken in another way than the package takes it."""

import hashlib
import json
from pathlib import Path

Values = dict[str, object]


def digest_of(content: Path, first: str, last: str) -> str:
    """Return SHA-256 of the lines from one row up to the row after another."""
    lines = (content / f"data/biaya/{first[:4]}.csv").read_bytes().splitlines(keepends=True)
    begin = next(n for n, line in enumerate(lines) if line.startswith(f"{first},".encode()))
    end = next(n for n, line in enumerate(lines) if line.startswith(f"{last},".encode()))
    rows = (n for n, line in enumerate(lines) if n > end and line.startswith(first[:5].encode()))
    covered = b"".join(lines[begin : next(rows, len(lines))])
    return hashlib.sha256(covered.rstrip(b"\n") + b"\n").hexdigest()


def review(content: Path, first: int, last: int, **values: object) -> Values:
    """Return a review of some rows of 2026 on 1 April, with other values where they are given."""
    ends = f"2026-{first:06}", f"2026-{last:06}"
    return {
        "dari": ends[0],
        "sampai": ends[1],
        "jumlah": last - first + 1,
        "sidik": values.get("sidik") or digest_of(content, *ends),
        "hasil": "sesuai",
        "nomor_surat": "SIM-1/2026",
        "catatan": "",
        "waktu": "2026-04-01T09:00:00+07:00",
        "orang": "pereviu-itjen@portal.example",
        "tanda_tangan": None,
    } | values


def line_of(values: object) -> str:
    """Return values as one line, in the form that is read."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"


def write_reviews(content: Path, *reviews: Values, year: int = 2026) -> Path:
    """Write reviews as the file of a year and return it."""
    file = content / f"persetujuan/biaya-{year}.jsonl"
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(map(line_of, reviews)), encoding="utf-8")
    return file
