"""Words of the lexicon found in text: whole words, whatever their capitals and small endings.

Every word is looked up, so the time grows with the text and not with the lexicon.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kinerja.model.tables import Lexicon

WORD = re.compile(r"[^\W_]+(?:[-.,’'/][^\W_]+)*")
ENDING = re.compile(r"(?<=\w{4})(?:nya|lah|kah|pun)$")
NEAR = 3
"""Words before and after a finding in which `kecuali` and numbers are looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words of the lexicon as they stand in a text, with those near them."""

    entry: Lexicon
    words: tuple[str, ...]
    near: tuple[str, ...]
    start: int
    end: int


Index = Mapping[str, list[tuple[tuple[str, ...], bool, Lexicon]]]
"""First word -> phrases that begin with it, whether capitals matter, and their entries."""


def find_words(text: str, lexicon: Iterable[Lexicon]) -> Iterator[Found]:
    """Yield every occurrence of words of the lexicon in a text; the longest one at each place.

    `Dr` in the lexicon is not `dr` in a text: a word written with a capital wants one. A word of
    `kecuali` within three words gives another sense: then nothing is found.
    """
    index = _index(tuple(lexicon))
    matches = [*WORD.finditer(text)]
    plain = [_plain(match[0]) for match in matches]
    n = 0
    while n < len(plain):
        size = 1
        for phrase, capital, entry in index.get(plain[n], ()):
            end = n + len(phrase)
            if tuple(plain[n:end]) == phrase and not (capital and matches[n][0][0].islower()):
                near = slice(max(0, n - NEAR), end + NEAR)
                if not _means_something_else(entry, plain[near]):
                    words = tuple(match[0] for match in matches[n:end])
                    others = (*plain[near.start : n], *plain[end : near.stop])
                    yield Found(entry, words, others, matches[n].start(), matches[end - 1].end())
                size = len(phrase)
                break
        n += size


def _means_something_else(entry: Lexicon, near: list[str]) -> bool:
    return any(_plain(word) in near for word in entry.unless)


def _plain(word: str) -> str:
    return ENDING.sub("", word.casefold())


@lru_cache(maxsize=4)
def _index(lexicon: tuple[Lexicon, ...]) -> Index:
    index: dict[str, list[tuple[tuple[str, ...], bool, Lexicon]]] = {}
    for entry in lexicon:
        for words in entry.words:
            phrase = tuple(map(_plain, WORD.findall(words)))
            if phrase:
                index.setdefault(phrase[0], []).append((phrase, words[0].isupper(), entry))
    for phrases in index.values():
        phrases.sort(key=lambda item: len(item[0]), reverse=True)
    return index
