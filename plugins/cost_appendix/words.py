"""Plain values to Indonesian text, for views and labels: money, dates, stages.

Forms follow the house rules for figures: `Rp15.000.000`, `9 Februari 2026`, `88,4%`.
"""

from datetime import date

from .batches import Batch, Finding, ReviewState
from .model import Stage

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

STAGE_WORDS: dict[Stage, str] = {
    Stage.PLAN: "rencana",
    Stage.CONTRACT: "kontrak",
    Stage.PAYMENT: "dibayar",
    Stage.RETURN: "dikembalikan",
    Stage.CANCELLATION: "pembatalan",
}

EVIDENCE_WORDS: dict[str, str] = {
    "": "",
    "sp2d": "SP2D",
    "kuitansi-up": "kuitansi UP",
    "blu": "bukti BLU",
    "lain": "bukti lain",
}

AUTHORITY_WORDS: dict[str, str] = {
    "kpa": "KPA",
    "kanwil-djpb": "Kanwil DJPb",
    "dja": "DJA",
}

UNREVIEWED = "belum direviu Itjen"

OUTCOME_WORDS: dict[Finding, str] = {
    Finding.AGREES: "sesuai",
    Finding.AGREES_WITH_NOTES: "sesuai dengan catatan",
    Finding.DISAGREES: "belum sesuai",
}

STATE_WORDS: dict[ReviewState, str] = {
    ReviewState.SIGNED: "ditandatangani",
    ReviewState.UNSIGNED: "tidak ditandatangani",
    ReviewState.REFUSED: "tidak dihitung: tanda tangan atau peran tidak sah",
    ReviewState.CHANGED: "batal: barisnya berubah sesudah direviu",
    ReviewState.REPLACED: "diganti reviu yang lebih baru",
}


def rupiah(amount: int) -> str:
    """Return whole rupiah as `Rp15.000.000`; a negative amount gets a minus sign."""
    sign = "\N{MINUS SIGN}" if amount < 0 else ""
    return f"{sign}Rp{count(abs(amount))}"


def count(number: int) -> str:
    """Return a whole number with a point between thousands."""
    return f"{number:,}".replace(",", ".")


def percent(part: int, whole: int) -> str:
    """Return part of whole in per cent with one decimal, rounded half up; 0 of 0 is `0,0%`."""
    tenths = (2000 * part + whole) // (2 * whole) if whole > 0 else 0
    return f"{tenths // 10},{tenths % 10}%"


def long_date(day: date) -> str:
    """Return a date as `9 Februari 2026`."""
    return f"{short_date(day)} {day.year}"


def short_date(day: date) -> str:
    """Return a date as `9 Februari`, where the year is known."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def month_title(month: str) -> str:
    """Return `2026-02` as `Februari 2026`."""
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


def letter_words(batch: Batch) -> str:
    """Return by which letter a batch was reviewed, and when."""
    return f"surat {batch.letter}, {long_date(batch.time.date())}"


def receiver_words(receiver: str) -> str:
    """Return the receiver for the public: a company by its name, a person never."""
    return receiver.removeprefix("perusahaan:")


def shorten(text: str, limit: int) -> str:
    """Return text of at most `limit` characters; what was cut ends with `…`."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
