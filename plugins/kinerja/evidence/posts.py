"""What a post for a social platform says, how long that is there, and whether it fits."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping

import regex

from kinerja.model.records import LINK
from kinerja.model.tables import Counting, Platform

HEAVY = regex.compile(r"[^\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]")
"""Characters that X counts twice; every other one counts once (twitter-text, version 3)."""

EMOJI = regex.compile(
    r"(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3"
    r"|(?:\p{EBase}\p{EMod}|\p{EPres}|\p{ExtPict}\uFE0F?)[\U000E0020-\U000E007F]*"
    r"(?:\u200D(?:\p{EBase}\p{EMod}|\p{ExtPict}\uFE0F?))*)"
)
"""An emoji however it is composed: X counts it twice as a whole.

What nobody draws as one sign, such as two faces joined, X counts longer; the portal's own limit
leaves room for that.
"""

HASHTAG = regex.compile(r"(?<![\w&/])[#＃](?=\w*[^\W\d_])\w+")
SENTENCE_END = regex.compile(r"[.!?…](?=\s|$)|\n|$")


def weighted(text: str) -> int:
    """Return the length for X: `HEAVY` characters and each emoji count two, others one."""
    emoji: int
    plain, emoji = EMOJI.subn("", unicodedata.normalize("NFC", text))
    return 2 * emoji + len(plain) + len(HEAVY.findall(plain))


def graphemes(text: str) -> int:
    """Return how many signs a reader sees (Unicode, extended grapheme clusters)."""
    return len(regex.findall(r"\X", text))


def size(text: str) -> int:
    """Return the bytes in UTF-8."""
    return len(text.encode())


COUNTERS: Mapping[Counting, Callable[[str], int]] = {
    Counting.WEIGHTED: weighted,
    Counting.CHARACTERS: len,
    Counting.GRAPHEMES: graphemes,
    Counting.BYTES: size,
}
"""How each way of counting is done: a new way is a word of `Counting` and a line here."""


def length(text: str, platform: Platform, address: str) -> int:
    """Return how long a post is at a platform; many count every link as equally long."""
    count = COUNTERS[platform.counting]
    if platform.link_length is None:
        return count(text.replace(LINK, address))
    return count(text.replace(LINK, "")) + platform.link_length * text.count(LINK)


def hashtags(text: str) -> list[str]:
    """Return the hashtags of a post, with their sign."""
    return [found[0] for found in HASHTAG.finditer(text)]


def most(platform: Platform) -> int:
    """Return the length that a post may have: the portal's own limit where it has one."""
    return min(platform.limit, platform.own_limit or platform.limit)


def misfits(text: str, platform: Platform, address: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what does not fit a platform: code of the message, with its details.

    A post is never cut: what is too long is a mistake of the record (feeds.md, 6.3).
    """
    name = platform.name
    lengths = [(str(platform.counting), length(text, platform, address), most(platform))]
    if platform.byte_limit is not None:
        limit = min(platform.byte_limit, platform.own_byte_limit or platform.byte_limit)
        lengths.append((str(Counting.BYTES), size(text.replace(LINK, address)), limit))
    for counting, count, limit in lengths:
        if count > limit:
            yield "M05", {"name": name, "counting": counting, "count": count, "limit": limit}
    tags = len(hashtags(text))
    if platform.hashtags is not None and tags > platform.hashtags:
        yield "M06", {"name": name, "count": tags, "limit": platform.hashtags}
    end = SENTENCE_END.search(text)
    if platform.opening is not None and end and end.end() > platform.opening:
        yield "M07", {"name": name, "count": end.end(), "limit": platform.opening}
