"""Words as search knows them: folded and cut as `cari.js` does, brought to their stems at build."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from snowballstemmer import stemmer  # type: ignore[import-untyped]  # it ships no types

from kinerja.model.tables import Term

LONGEST = 40
"""Letters of a word that count: they name files too."""

MARKS = re.compile("[\u0300-\u036f'’‘ʼ`]")
SEPARATORS = re.compile(r"[.,](?<=\d.)(?=\d)")
WORD = re.compile("[a-z0-9]+")
UNSURE = re.compile("(?:kah|lah|pun|ku|mu)$")
"""Endings that the stemmer takes for particles: in formal prose they belong to the root (nikah)."""

LOST = "tkpsn"
"""First letters that `me-` and `pe-` swallow: menulis, mengirim, memilih, menyalin, menikah."""

Phrase = tuple[str, ...]


def words(text: str) -> list[str]:
    """Return the words of a text: small letters without accents, digits without separators."""
    plain = MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
    return [word[:LONGEST] for word in WORD.findall(SEPARATORS.sub("", plain))]


def stems(forms: Iterable[str]) -> Mapping[str, str]:
    """Return the stem of every word form of a site.

    Where the stemmer leaves what nobody wrote (`irim` of mengirim), the first letter that the
    prefix swallowed comes back if the site has that root (kirim).
    """
    stem = stemmer("indonesian").stemWord
    first = {form: stem(f"{form}nya" if UNSURE.search(form) else form) for form in sorted(forms)}
    roots = first.keys() | {s for form, s in first.items() if not form.startswith(("me", "pe"))}
    for form, found in first.items():
        if found not in roots:
            first[form] = next((x + found for x in LOST if x + found in roots), found)
    return {form: first.get(found, found) for form, found in first.items()}


def synonyms(terms: Sequence[Term]) -> list[tuple[Phrase, Phrase]]:
    """Return each expansion and synonym of the glossary with the term that it stands for."""
    found: list[tuple[Phrase, Phrase]] = []
    for term in terms:
        others = (term.term, term.expansion or "", *term.synonyms)
        name, *phrases = (tuple(words(other)) for other in others)
        known = phrases if len(name) == 1 else (name, *phrases)
        found += [(phrase, name) for phrase in known if phrase and name]
    return found
