"""Review by the inspectorate: one batch is a range of ledger rows with what was found about them.

A review speaks of the bytes of its rows. The newest batch that counts speaks for a row; rows that
change afterwards are unreviewed again, and nothing else is.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

KEYS: dict[str, str] = {
    "first": "dari",
    "last": "sampai",
    "count": "jumlah",
    "digest": "sidik",
    "outcome": "hasil",
    "letter": "nomor_surat",
    "note": "catatan",
    "moment": "waktu",
    "person": "orang",
    "signature": "tanda_tangan",
}
"""Attribute -> key of a line of `persetujuan/biaya-<tahun>.jsonl`, in their order there."""


class Finding(StrEnum):
    """What the inspectorate found; whatever is not AGREES says why in its note."""

    AGREES = "sesuai"
    AGREES_WITH_NOTES = "sesuai-dengan-catatan"
    DISAGREES = "belum-sesuai"


class ReviewState(StrEnum):
    """Whether a batch counts: only SIGNED and UNSIGNED do.

    The host says whether it is SIGNED, UNSIGNED (a host without signatures) or REFUSED. It is
    CHANGED where its rows are not those that were reviewed, REPLACED by a later one that counts.
    """

    SIGNED = "ditandatangani"
    UNSIGNED = "tidak-ditandatangani"
    REFUSED = "tidak-sah"
    CHANGED = "baris-berubah"
    REPLACED = "diganti"


@dataclass(frozen=True, slots=True)
class Batch:
    """One line of reviews: rows `first` to `last` of a year, `count` of them.

    `digest` is SHA-256 of their lines in the ledger's file as they stand, LF included; `is_intact`
    says whether it is so today. `note` is '' and `signature` None where there is none.
    """

    path: str
    line: int
    year: int
    first: str
    last: str
    count: int
    digest: str
    outcome: Finding
    letter: str
    note: str
    time: datetime
    person: str
    signature: str | None = None
    is_intact: bool = True
    state: ReviewState = ReviewState.UNSIGNED

    @property
    def counts(self) -> bool:
        """Whether its rows are reviewed by it."""
        return self.state in (ReviewState.SIGNED, ReviewState.UNSIGNED)

    @property
    def numbers(self) -> tuple[int, int]:
        """The running numbers of its first and last row."""
        return int(self.first.partition("-")[2]), int(self.last.partition("-")[2])

    def touches(self, other: "Batch") -> bool:
        """Whether both speak of a row."""
        (first, last), (begin, end) = self.numbers, other.numbers
        return self.year == other.year and first <= end and begin <= last

    def covers(self, other: "Batch") -> bool:
        """Whether all rows of the other are rows of this."""
        (first, last), (begin, end) = self.numbers, other.numbers
        return self.year == other.year and first <= begin and end <= last

    @property
    def moment(self) -> str:
        """Its time as it is written, such as `2026-03-31T09:00:00+07:00`."""
        return self.time.isoformat(timespec="seconds")

    @property
    def signed_part(self) -> bytes:
        """What a signature covers: the line without `tanda_tangan`, with its LF."""
        return f"{_canonical(self, 'signature')}\n".encode()

    @property
    def edition(self) -> str:
        """SHA-256 of `signed_part`: two batches over the same rows are two editions."""
        return hashlib.sha256(self.signed_part).hexdigest()


def render_batch(batch: Batch) -> str:
    """Return the one line that says a batch, without line end: every other form is refused."""
    return _canonical(batch)


def _canonical(batch: Batch, without: str = "") -> str:
    row = {key: getattr(batch, name) for name, key in KEYS.items() if name != without}
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
