"""Personal data in any text: what looks like a number or an address of a private person.

Works on text as it is written, also in quotations and code, and on attachments that hold text.
A finding is (code, offset, words); whoever asks makes problems of it.
"""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from tabular.problems import Problem, problem
from tabular.text import line_of

IDENTITY = re.compile(
    r"(?<![\w+])(?<!\d[.,-])(?<!rp\s)(?<!rp\.\s)(?:\d{16}|\d{6}([ .-])\d{6}\1\d{4}"
    r"|\d{4}([ .-])\d{4}\2\d{4}\2\d{4}|\d\d([ .-])\d\d\3\d\d\3\d{6}\3\d{4})(?!\w|[.,-]\d)",
    re.I,
)
PROVINCES = frozenset(
    {*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77)}
    | {81, 82, *range(91, 98)}
)
"""Codes of provinces, the first two digits of a NIK (Permendagri on codes of regions)."""

TAXPAYER = re.compile(
    r"(?<![\w.])\d\d\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}(?!\w|\.\d)|(?<=npwp)[:. ]{1,3}\d{15}(?!\w)",
    re.I,
)
COMPANIES = ("00", "01", "02", "03")
"""How NPWP of offices and companies begin."""

MOBILE = re.compile(
    r"(?<![\w.,])(?:\(?0|\+62[ .()-]{0,3}|(?<=wa\.me/)62|(?<=phone=)62)"
    r"8[1-35-9]\d?(?:[ .()–-]{0,2}\d){6,10}(?!\w|[.,]\d)"
)
SERVICE = re.compile(
    r"\b(?:whatsapp|wa|sms|nomor|telepon|hotline|kontak|saluran|pusat|chatbot)\s+(?:pe)?"
    r"(?:layanan|pengaduan|resmi|panggilan|informasi|center)\b[^.;\n]{0,25}$",
    re.I,
)
"""What stands right before a number that belongs to a service and to nobody."""

MAILBOX = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[\[(]at[\])]\s?)(?:gmail|googlemail|yahoo|ymail|rocketmail"
    r"|hotmail|outlook|live|msn|icloud|aol|gmx|zoho|yandex|proton|protonmail|pm)"
    r"\.(?:com?\.)?[a-z]{2,3}\b(?!\.\w)",
    re.I,
)
"""An address at a provider that gives one to anybody; an office has its own domain."""

ACCOUNT = re.compile(r"(?<![\w.,-])\d(?:[ .-]?\d){8,17}(?![\w]|[.,-]\d)")
BANK = re.compile(r"\b(?:rek(?:ening)?|no\.?\s?rek|bank|bri|bni|bca|bsi|btn|mandiri)\b", re.I)
HOLDER = re.compile(
    r"(?:\ba\.\s?n\.?|\ba/n|\batas nama)[ :]{1,3}(?!bendahara|rekening|rpl|kas |kantor|kementerian"
    r"|direktorat|badan|baznas|yayasan|masjid|panitia|universitas|uin|iain|bp[iph])\w",
    re.I,
)
NUMBER = re.compile(r"\d[\d .()–-]{5,8}\d")
"""What every number of a person has; most texts have none, and are not looked through further."""

AROUND = 70
"""Characters before and after a number in which words say what it is."""


class Found(NamedTuple):
    """Code of the message, where the words stand, and the words."""

    code: str
    at: int
    words: str


def find_personal(text: str) -> Iterator[Found]:
    """Yield what looks like personal data: its code, and where.

    N08 a NIK, number of a family card, or NPWP of a person; S18 a mobile number; S19 a mailbox at
    a public provider; S20 a bank account in the name of a person. All take linear time.
    """
    numbers, mails = NUMBER.search(text), any(sign in text for sign in ("@", "at)", "at]"))
    for code, pattern, is_personal in KINDS:
        if not (mails if pattern is MAILBOX else numbers):
            continue
        for found in pattern.finditer(text):
            if is_personal(found):
                yield Found(code, found.start(), " ".join(found[0].split()))


def personal_in_data(text: str, path: str) -> tuple[Problem, ...]:
    """Return advice (S21) on a table or dataset: it has no exemptions, so nothing is refused."""
    found = (
        problem(path, line_of(text, f.at), "", "S21", text=f.words) for f in find_personal(text)
    )
    return tuple(sorted(set(found)))


def _is_identity(found: re.Match[str]) -> bool:
    """Six digits of a region, a day of birth (40 more for women), month, year, a serial number."""
    digits = re.sub(r"\D", "", found[0])
    region, day, month = int(digits[:2]), int(digits[6:8]) % 40, int(digits[8:10])
    if region not in PROVINCES or "00" in (digits[2:4], digits[4:6]) or digits[12:] == "0000":
        return False
    try:
        date(2000, month, day)  # a leap year: the century is not in the number
    except ValueError:
        return False
    return int(digits[6:8]) <= 71


def _is_taxpayer(found: re.Match[str]) -> bool:
    return not found[0].lstrip(":. ").startswith(COMPANIES)


def _is_mobile(found: re.Match[str]) -> bool:
    start = found.start()
    return not SERVICE.search(found.string[max(0, start - AROUND) : start])


def _is_account(found: re.Match[str]) -> bool:
    if MOBILE.fullmatch(found[0]):
        return False
    around = found.string[max(0, found.start() - AROUND) : found.end() + AROUND]
    return bool(BANK.search(around) and HOLDER.search(around))


KINDS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    ("N08", IDENTITY, _is_identity),
    ("N08", TAXPAYER, _is_taxpayer),
    ("S18", MOBILE, _is_mobile),
    ("S19", MAILBOX, lambda _: True),
    ("S20", ACCOUNT, _is_account),
)

OFFICE = (".xlsx", ".docx", ".ods")
PLAIN = (".csv", ".txt", ".vtt")
MAX_OFFICE = 64 * 1024 * 1024
"""Bytes to which an office file may unfold; one that says more is none of ours."""

BROKEN: tuple[type[Exception], ...] = (
    *(OSError, EOFError, ValueError, RuntimeError, KeyError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
)
"""What `zipfile` raises for bytes that are no zip, or one that is encrypted or cut."""


def text_of_attachment(name: str, data: bytes) -> str | None:
    """Return what an attachment says: '' for a picture or film, None for a broken office file.

    Cells and paragraphs of office files stand on lines of their own.
    """
    if name.lower().endswith(PLAIN):
        return data.decode("utf-8", "replace")
    if not name.lower().endswith(OFFICE):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            if sum(entry.file_size for entry in file.infolist()) > MAX_OFFICE:
                return None
            parts = [file.read(part) for part in file.namelist() if part.endswith(".xml")]
    except BROKEN:
        return None
    return "\n".join(re.sub(r"</?[^<>]*>", "\n", part.decode("utf-8", "replace")) for part in parts)


def personal_in_attachment(name: str, text: str) -> tuple[tuple[str, int, str], ...]:
    """Return (code, line, words) of what is found; an office file has no lines."""
    plain = name.lower().endswith(PLAIN)
    found = (
        (item.code, line_of(text, item.at) if plain else 0, item.words)
        for item in find_personal(text)
    )
    return tuple(sorted(set(found)))
