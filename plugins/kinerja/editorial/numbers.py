"""Numbers as Indonesians write them, exact and with the precision that was written.

What only looks like a quantity is none: years, dates, times, numbers of laws and pages,
telephones, versions, names of standards, ids.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
MISSPELT = {"milyar": "miliar", "milyard": "miliar", "trilyun": "triliun", "triliyun": "triliun"}
POWERS = SCALES | {wrong: SCALES[right] for wrong, right in MISSPELT.items()}
MONTH_WORDS = """januari jan; februari pebruari feb; maret mar; april apr; mei; juni jun; juli jul;
agustus agu agt ags; september sep sept; oktober okt; november nopember nov; desember des"""
MONTHS = {
    word: number for number, words in enumerate(MONTH_WORDS.split(";"), 1) for word in words.split()
}
"""Name or abbreviation of a month -> its number."""

ORDINAL_WORDS = """nomor no pasal ayat huruf butir halaman hlm hal lampiran tabel gambar grafik
kelas versi triwulan semester tahap gelombang angkatan jilid volume edisi seri
km blok rt rw kav iso sni pp uu pma kma pmk perpres permen npwp nip nik kode
tipe golongan eselon lantai level ruang juz bab tanggal pukul jam skala
peringkat ranking lt jl jalan"""
ORDINALS = frozenset(ORDINAL_WORDS.split())
"""Words before a number that names something and counts nothing."""

RUN = re.compile(r"\d+(?:[.,/:-]\d+)*")
VALUE = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|0|[1-9]\d*)(?:,\d+)?")
LONGEST = 30
"""Digits and signs of a quantity; what is longer counts nothing."""

YEAR = re.compile(r"(?:19|20)\d\d")
BEFORE = re.compile(
    r"(?:\b(?P<word>(?!(?:rp|idr)\b)[^\W\d_]+)[\s.:(]+)?(?P<money>\b(?:rp\.?|idr)\s?)?(?P<sign>[-−])?$",
    re.I,
)
AFTER = re.compile(
    rf"(?:\s?(?P<scale>{'|'.join(POWERS)})\b)?"
    r"(?:\s?(?P<percent>%|persen\b))?(?:\s+(?P<noun>[^\W\d_]+))?",
    re.I,
)
RANGE = re.compile(r"\s*(?:[-–]|sampai(?:\sdengan)?|hingga|s\.d\.)\s*", re.I)
DIALLED = ("telepon", "telp", "tlp", "hp", "wa", "whatsapp", "hubungi")
GLUE = tuple("/-.,_@#")
SENTENCE_END = re.compile(
    r"[.!?](?<!\b[Nn]o\.)(?<!\bJl\.)(?<!\bhlm\.)(?<!\bRp\.)(?<!\bs\.d\.)(?<!\bdr\.)[)”\"·]*\s+"
    r"(?=[^\W\da-z_]|[“(\"·]|\d)(?<!!\s(?=\d))"
)
LONGEST_SENTENCE = 2000
PHONE_GAP = re.compile(r"[\s)-]{1,3}")


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity of a text.

    `step` is the value of its last digit, 0 where all digits stand; `unit` is rupiah, persen, or
    the word that follows in lower case, '' for none. `end` is behind scale and percent sign.
    `ranged` says that it is an end of a range.
    """

    value: Fraction
    step: Fraction
    unit: str
    start: int
    end: int
    ranged: bool = False

    @property
    def slack(self) -> Fraction:
        """Half of the last digit: what rounding may hide."""
        return self.step / 2


def numbers_in(text: str) -> Iterator[Number]:
    """Yield every quantity of a text, in order."""
    held: Number | None = None
    dialled = -1
    for run in RUN.finditer(text):
        is_next = dialled >= 0 and PHONE_GAP.fullmatch(text, dialled, run.start())
        if is_next or re.match(r"0[^,]", run[0]) or text[run.start() - 1 : run.start()] == "+":
            dialled, found = run.end(), None
        else:
            dialled, found = -1, _number(text, run)
        if held:
            is_range = found and RANGE.fullmatch(text, held.end, found.start)
            yield replace(held, ranged=True) if is_range else held
            found = replace(found, ranged=True) if found and is_range else found
        held = found
    if held:
        yield held


def _number(text: str, run: re.Match[str]) -> Number | None:
    """Return the quantity that a run of digits is, or None."""
    digits, stop = run[0], run.end()
    before = BEFORE.search(text, max(0, run.start() - 24), run.start())
    after = AFTER.match(text, stop, stop + 60)
    if len(digits) > LONGEST or not VALUE.fullmatch(digits) or not (before and after):
        return None
    word, noun = (before["word"] or "").lower(), (after["noun"] or "").lower()
    is_named = word in ORDINALS or (word in DIALLED and digits.isdigit() and len(digits) > 4)
    is_plain = not (before["money"] or after["scale"] or after["percent"])
    if is_plain and (is_named or noun in MONTHS or YEAR.fullmatch(digits)):
        return None
    begin = before.start("money" if before["money"] else "sign") if before[0] else -1
    begin = begin if begin >= 0 else run.start()
    glued = text[begin - 1 : begin]
    if text[stop : stop + 1].isalnum() or glued.isalnum() or glued in GLUE:
        return None
    whole, _, decimals = digits.partition(",")
    power = POWERS[after["scale"].lower()] if after["scale"] else 0
    step = Fraction(10) ** (power - len(decimals))
    value = int(whole.replace(".", "") + decimals) * step
    is_rupiah = before["money"] or noun == "rupiah"
    unit = "rupiah" if is_rupiah else "persen" if after["percent"] else noun
    is_exact = not (after["scale"] or after["percent"] or decimals)
    shown = max(after.end("scale"), after.end("percent"), stop)
    step = Fraction(0) if is_exact else step
    return Number(-value if before["sign"] else value, step, unit, begin, shown)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends; abbreviations end none.

    What is longer than anybody can read is no sentence, and is not looked at.
    """
    start = 0
    for end in (*(found.end() for found in SENTENCE_END.finditer(text)), len(text)):
        if start < end <= start + LONGEST_SENTENCE:
            yield start, end
        start = end
