"""The index that `cari.js` reads: small JSON files, of which one publication changes few.

`kata-*` lead from words to keys, `lama-*` and `baru-*` from keys to entries, `d/*` hold entries;
`indeks.json` names the first key of every file. Numbers of entries stand as differences.
"""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from kinerja.rendering.pages import File
from kinerja.rendering.site import Site

from .entries import Entry, all_entries, detail, filters, text_of
from .words import Phrase, stems, synonyms, words

FOLDER = "cari/data/"
LIMIT = 8_000
"""Bytes of a file, unless one key alone has more: two words cost at most 60 KB (theme.md)."""

BLOCK = 1_024
"""A word's entries stand in two files: full blocks of records, and those released since."""

ROWS = 64
"""Rows of tables that share a file; a record has one of its own."""

Places = tuple["array[int]", "array[int]", "array[int]"]
"""Numbers of the entries that have a key in the title, only in the summary, only in the body."""


def search_files(site: Site) -> list[File]:
    """Return the whole index of a site."""
    entries = sorted(all_entries(site), key=lambda entry: entry.number)
    texts = [(entry.title, entry.summary, text_of(site, entry)) for entry in entries]
    border = max((entry.number + 1 for entry in entries if entry.item), default=0) // BLOCK * BLOCK
    said: tuple[set[str], set[str]] = (set(), set())
    for entry, parts in zip(entries, texts, strict=True):
        said[entry.number >= border].update(word for text in parts for word in words(text))
    terms = synonyms(site.portal.tables.terms)
    roots = stems({*said[0], *said[1], *(w for phrase, name in terms for w in phrase + name)})
    known: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, name in terms:
        key = roots[name[0]] if len(name) == 1 else "-".join(name)
        known.setdefault(phrase[0], []).append((phrase, key))
    found: dict[str, Places] = {}
    for entry, parts in zip(entries, texts, strict=True):
        placed = dict.fromkeys(filters(site, entry), 0)
        for place in (2, 1, 0):
            placed |= dict.fromkeys(_keys(words(parts[place]), roots, known), place)
        for key, place in placed.items():
            places = found.setdefault(key, (array("l"), array("l"), array("l")))
            places[place].append(entry.number)
    forms = {word: [roots[word]] for word in said[0] | said[1] if not word.isdigit()}
    for phrase, key in (pair for pairs in known.values() for pair in pairs):
        if key in found:
            forms.setdefault(" ".join(phrase), []).append(key)
    return [*_index(forms, said[0], found, border), *_documents(site, entries, texts)]


def _keys(
    line: Sequence[str],
    roots: Mapping[str, str],
    known: Mapping[str, Sequence[tuple[Phrase, str]]],
) -> set[str]:
    """Return the stems of all words, and the terms that each run of words stands for."""
    keys = {roots[word] for word in line}
    for at in (at for at, word in enumerate(line) if word in known):
        runs = known[line[at]]
        keys.update(key for run, key in runs if run == tuple(line[at : at + len(run)]))
    return keys


def _index(
    forms: Mapping[str, Sequence[str]], old: set[str], found: Mapping[str, Places], border: int
) -> Iterable[File]:
    """Yield the files of words and of keys, and the list of their first keys.

    Keys carry the forms that extracts are marked by: a new form of an old word is new too.
    """
    spoken: dict[str, tuple[list[str], list[str]]] = {}
    files: dict[str, dict[str, object]] = {"kata": {}, "lama": {}, "baru": {}}
    for form, keys in sorted(forms.items()):
        files["kata"][form] = " ".join(dict.fromkeys(keys))
        for key in keys:
            for half in (False, True) if " " in form else (form not in old,):
                spoken.setdefault(key, ([], []))[half].append(form)
    for key, places in found.items():
        for side, name in enumerate(("lama", "baru")):
            steps = [_steps(n for n in numbers if (n >= border) == side) for numbers in places]
            if any(steps):
                files[name][key] = [",".join(spoken.get(key, ([], []))[side]), *steps]
    starts: dict[str, str] = {}
    for name, content in files.items():
        lines = {key: f"{_json(key)}:{_json(value)}" for key, value in content.items()}
        parts = divide({key: len(line) + 2 for key, line in lines.items()}, LIMIT)
        starts[name] = ",".join(parts)
        for start, keys in parts.items():
            yield _file(f"{name}-{start}", "{" + ",\n".join(lines[key] for key in keys) + "}")
    yield _file("indeks", _json(starts))


def divide(sizes: Mapping[str, int], limit: int, depth: int = 0) -> dict[str, list[str]]:
    """Divide sorted keys into files by their first letters; return the keys of each by its start.

    A key stands in the file with the last start that is not behind it. Letters that grow too large
    are divided by the next one; so growth moves the borders of its neighbours alone.
    """
    found: dict[str, list[str]] = {}
    start, room = "", 0
    for prefix, group in groupby(sorted(sizes), key=lambda key: key[: depth + 1]):
        keys = list(group)
        size = sum(sizes[key] for key in keys)
        if size > limit and len(keys) > 1:
            found |= divide({key: sizes[key] for key in keys}, limit, depth + 1)
            room = 0
        elif size <= room:
            found[start] += keys
            room -= size
        else:
            start, room = prefix, limit - size
            found[start] = keys
    return found


def _documents(
    site: Site, entries: Sequence[Entry], texts: Sequence[tuple[str, str, str]]
) -> Iterable[File]:
    """Yield the files from which results are shown: title, address, kind, unit, detail, texts."""
    files: dict[int, dict[str, list[str]]] = {}
    for entry, (title, summary, text) in zip(entries, texts, strict=True):
        unit = site.unit_link(entry.unit)["title"]
        number = entry.number if entry.number >= 0 else entry.number // ROWS
        shown = [title, entry.url, entry.kind, unit, detail(entry), summary, text]
        files.setdefault(number, {})[str(entry.number)] = shown
    for number, content in files.items():
        yield _file(f"d/{number}", _json(content))


def _steps(numbers: Iterable[int]) -> list[int]:
    """Return rising numbers as the first and the difference of each to the one before."""
    last, steps = 0, []
    for number in numbers:
        steps.append(number - last)
        last = number
    return steps


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _file(name: str, text: str) -> File:
    return File(f"{FOLDER}{name}.json", f"{text}\n".encode())
