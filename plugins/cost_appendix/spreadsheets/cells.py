"""One cell of a sheet to the text that the ledger holds, or the code of what is wrong with it.

Nothing is guessed: what can be read in two ways is left to whoever wrote it.
"""

import re
import unicodedata
from datetime import date

from tabular.text import FORBIDDEN

from ..cells import AMOUNT, parse_day
from .opening import Cell

TEXT_AMOUNTS: dict[str, re.Pattern[str]] = {
    "": AMOUNT,
    "id": re.compile(r"(?:Rp\.? ?)?([1-9][0-9]{0,2}(?:\.[0-9]{3})*|0)(?:,00?|,-)?"),
    "en": re.compile(r"(?:Rp\.? ?|IDR ?)?([1-9][0-9]{0,2}(?:,[0-9]{3})*|0)(?:\.00?)?"),
}
"""How amounts that are text are written, if the user says so: digits only, 1.000,00 or 1,000.00."""

FAILED = re.compile(r"#(?:N/A|NAME\?|NULL!|NUM!|VALUE!|REF!|DIV/0!|GETTING_DATA|SPILL!|CALC!)")
LIMIT = 10**15
"""No amount and no number of a document has more digits; a sheet holds no longer number exactly."""


def read_text(cell: Cell) -> tuple[str, str]:
    """Return text on one line in form NFC, '' for an empty cell; a number must be whole."""
    if isinstance(cell, str):
        text = re.sub(r"[ \t\r\n\xa0]+", " ", unicodedata.normalize("NFC", cell)).strip()
        if FAILED.fullmatch(text):
            return "", "K95"
        return ("", "T04") if FORBIDDEN.search(text) else (text, "")
    if isinstance(cell, date):
        return cell.isoformat(), ""
    whole = float(cell).is_integer() and abs(cell) < LIMIT
    return (str(int(cell)), "") if whole else ("", "K94")


def read_day(cell: Cell) -> tuple[str, str]:
    """Return a day as the ledger has it: of a date, or of a text that is one already."""
    text, code = read_text(cell)
    is_day = isinstance(cell, date) or (isinstance(cell, str) and (not text or parse_day(text)))
    return (text, code) if code or is_day else ("", "K91")


def read_amount(cell: Cell, style: str, is_signed: bool = False) -> tuple[str, str]:
    """Return whole rupiah: of a number, or of text in the style; below 0 only where it may be."""
    if isinstance(cell, str):
        text, code = read_text(cell)
        sign = "-" if is_signed and text.startswith("-") else ""
        found = TEXT_AMOUNTS[style].fullmatch(text.removeprefix(sign))
        plain = AMOUNT.fullmatch(text.removeprefix(sign)) or found
        if code or not text:
            return "", code
        return (sign + re.sub("[.,]", "", plain[plain.re.groups]), "") if plain else ("", "K92")
    if isinstance(cell, date):
        return "", "K92"
    fits = float(cell).is_integer() and (cell >= 0 or is_signed) and abs(cell) < LIMIT
    return (str(int(cell)), "") if fits else ("", "K93")
