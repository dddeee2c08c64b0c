"""One cell of text to one value, or None where it cannot be read; called by `reading`.

The functions are pure; those whose cells repeat row after row remember their answers.
"""

import re
from datetime import date
from functools import lru_cache

from .model import Share

AMOUNT = re.compile(r"0|[1-9][0-9]{0,14}")
YEAR = re.compile(r"[12][0-9]{3}")
_COUNT = re.compile(r"[1-9][0-9]{0,8}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ROW_ID = re.compile(r"[12][0-9]{3}-([0-9]{1,9})")
_SHARE = re.compile(r"([^\s:;]+):([1-9][0-9]?|100)")
_RECORD = re.compile(r"[^\s:;]+")
_ACCOUNT = re.compile(r"[0-9]{6}")


def parse_number(row_id: str) -> int | None:
    """Return the running number of `<tahun>-<urut>`, from 1; leading zeros do not count."""
    found = _ROW_ID.fullmatch(row_id)
    return int(found[1]) or None if found else None


def parse_amount(text: str) -> int | None:
    """Return whole rupiah: digits only, no leading zero, at most 15 of them."""
    return int(text) if AMOUNT.fullmatch(text) else None


def parse_count(text: str) -> int | None:
    """Return a whole number from 1, without leading zero."""
    return int(text) if _COUNT.fullmatch(text) else None


@lru_cache(maxsize=8192)
def parse_day(text: str) -> date | None:
    """Return the date of `2026-03-31`; other ISO forms are refused."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def parse_year(text: str) -> int | None:
    """Return a year of four digits, 1000 to 2999."""
    return int(text) if YEAR.fullmatch(text) else None


def is_account_code(text: str) -> bool:
    """Whether the text is six digits."""
    return _ACCOUNT.fullmatch(text) is not None


def evidence_key(number: str) -> str:
    """Return an evidence number as it is compared: without regard to case and spaces."""
    return "".join(number.split()).casefold()


@lru_cache(maxsize=8192)
def parse_shares(text: str) -> tuple[Share, ...] | None:
    """Return the shares of `id1:60;id2:40`: whole per cent, sum 100, no id twice.

    One id alone has all; no text at all is a general cost without shares.
    """
    if not text:
        return ()
    if _RECORD.fullmatch(text):
        return (Share(text, 100),)
    found = [_SHARE.fullmatch(part) for part in text.split(";")]
    shares = tuple(Share(match[1], int(match[2])) for match in found if match)
    records = {share.record for share in shares}
    well_formed = len(shares) == len(found) == len(records)
    return shares if well_formed and sum(share.percent for share in shares) == 100 else None
