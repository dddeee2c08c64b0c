"""How money, days and hashtags are written: what is malformed, what a date or ear does not have."""

import re
from collections.abc import Iterator
from datetime import date

from babel.dates import format_date

from kinerja.evidence.posts import hashtags
from kinerja.evidence.words import LOCALE
from tabular.problems import Problem, problem

from .numbers import MISSPELT, MONTHS, POWERS
from .subject import Subject

AMOUNT = re.compile(
    r"(?:(?P<rp>\brp\.?\s?)|(?<![\w.,]))(?P<digits>\d(?:[\d.,]{0,60}\d)?)"
    rf"(?:\s(?P<scale>{'|'.join(POWERS)})\b)?(?P<rupiah>\srupiah\b)?",
    re.I,
)
FULL = re.compile(r"(?:\d{1,3}(?:\.\d{3})*|\d+)(?:,\d{1,2})?")
SHORTENED = re.compile(r"(?:\d{1,3}(?:\.\d{3})*|\d+)(?:,\d+)?")
DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
WEEKDAY = re.compile(
    rf"\b(?P<day>{'|'.join(DAYS)}|jum'at|ahad)\b,?\s{{0,3}}(?:tanggal\s)?\(?(?P<n>\d{{1,2}})"
    rf"(?:\s(?P<name>{'|'.join(MONTHS)})\.?\s|(?P<sign>[/-])(?P<month>\d{{1,2}})(?P=sign))"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
LONG_TAG = 12
"""Letters from which on a hashtag without a capital inside is taken for several words."""

MISSPELT_WORD = re.compile(rf"\b(?P<word>{'|'.join(MISSPELT)})(?:an)?\b", re.I)


def rupiah_is_well_formed(subject: Subject) -> Iterator[Problem]:
    """Three digits stand between the points of an amount, and a comma before its decimals.

    No word of scale follows full digits (three points, or more money than there is); the words are
    miliar and triliun.
    """
    for piece in subject.pieces:
        for found in AMOUNT.finditer(piece.text):
            scale = found["scale"]
            is_money = found["rp"] or found["rupiah"]
            if is_money and not (SHORTENED if scale else FULL).fullmatch(found["digits"]):
                yield subject.finding("N03", piece, found.start(), found.end())
            elif scale and found["digits"].count(".") > 2:
                yield subject.finding("N04", piece, found.start(), found.end())
        for found in MISSPELT_WORD.finditer(piece.text):
            right = MISSPELT[found["word"].lower()]
            yield subject.finding("N05", piece, found.start(), found.end(), right=right)


def weekday_is_that_of_the_date(subject: Subject) -> Iterator[Problem]:
    """A weekday beside a whole date ("Selasa, 22 Desember 2025", "Rabu (9/9/2025)") is its own."""
    for piece in subject.pieces:
        for found in WEEKDAY.finditer(piece.text):
            said = {"jum'at": "jumat", "ahad": "minggu"}.get(
                found["day"].lower(), found["day"].lower()
            )
            month = MONTHS[found["name"].lower()] if found["name"] else int(found["month"])
            try:
                day = date(int(found["year"]), month, int(found["n"]))
            except ValueError:
                yield subject.finding("N06", piece, found.start(), found.end(), right="tidak ada")
                continue
            if DAYS[day.weekday()] != said:
                right = format_date(day, "EEEE", locale=LOCALE)
                yield subject.finding("N06", piece, found.start(), found.end(), right=right)


def hashtags_are_readable(subject: Subject) -> Iterator[Problem]:
    """Each word of a hashtag begins with a capital: screen readers then read word for word."""
    edition = subject.edition
    for platform, posts in subject.record.posts.items():
        for at, post in enumerate(posts):
            for tag in hashtags(post.text):
                if len(tag) > LONG_TAG + 1 and tag[2:].islower():
                    line = edition.place("posts", platform, at, "text").line
                    yield problem(edition.path, line, f"sosial.{platform}", "S17", text=tag)
