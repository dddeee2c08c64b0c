"""The index holds what is public, is divided into small files, and one publication changes few."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.portal import Portal, Public
from kinerja.model.records import Record
from kinerja.model.tables import Tables, Term
from kinerja.rendering.search import shards
from kinerja.rendering.search.shards import LIMIT, divide
from kinerja.rendering.site import Site, open_site
from tests.kinerja.contents import PUBLICATION
from tests.kinerja.registers import write_registers
from tests.kinerja.rendering.search.corpora import (
    Index,
    compressed,
    index_of,
    random_texts,
    with_publications,
)
from tests.kinerja.rendering.test_changes import withdrawn
from tests.kinerja.sites import site_of

MOST = 60_000
"""Compressed bytes of a first query (theme.md, Search)."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with every table."""
    return site_of(write_registers(tmp_path_factory.mktemp("isi")))


@pytest.fixture(scope="module")
def index(site: Site) -> Index:
    """Return the index of that site."""
    return index_of(site)


@pytest.fixture(scope="module")
def many(site: Site) -> Index:
    """Return the index of some hundred publications."""
    return index_of(with_publications(site, random_texts(300)))


@given(
    st.dictionaries(st.text("abc", min_size=1, max_size=6), st.integers(1, 40), max_size=40),
    st.integers(1, 100),
)
def test_every_key_stands_in_the_file_that_is_asked(sizes: dict[str, int], limit: int) -> None:
    """That is the last start not behind it; a file is larger than the limit for one key alone."""
    parts = divide(sizes, limit)
    assert sorted(sizes) == [key for keys in parts.values() for key in keys]
    for start, keys in parts.items():
        assert {start} == {max(s for s in parts if s <= key) for key in keys}
        assert sum(sizes[key] for key in keys) <= limit or 1 == len(keys)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("pengantin", {"Indeks kepuasan pengantin", "Kepuasan pengantin turun pada 2024"}),
        ("balai", {"KUA"}),
        ("kecamatan", {"KUA"}),
        ("mudah", {"Nikah mudah dan murah."}),
    ],
)
def test_entries_are_found(index: Index, word: str, expected: set[str]) -> None:
    """By words of titles, of meanings, and by synonyms of the glossary."""
    found = set[str]().union(*(index.titles(key) for key in index.keys(word)))
    assert expected <= found


def test_a_bound_figure_is_found_as_it_is_read(index: Index) -> None:
    """The text that is searched and shown has the words of the figure, no token."""
    texts = [json.loads(index.files[f"d/{n}"])[str(n)][6] for n in index.places("7825")]
    assert [True, True] == ["78,25" in text for text in texts]
    assert [] == [text for text in texts if re.search(r"\{\{|angka:|<", text)]


def test_a_run_of_words_leads_to_its_term(site: Site) -> None:
    """What says the expansion is found by the term, and a query of the expansion finds the term."""
    texts = [("Antre di kantor urusan agama", "A", "B"), ("Antre di kantor", "A", "urusan lain")]
    index = index_of(with_publications(site, texts))
    assert ["kua"] == index.keys("kantor urusan agama")
    assert {"Antre di kantor urusan agama", "KUA"} == index.titles("kua")


def test_the_best_place_counts(site: Site) -> None:
    """Title before summary before body: each entry has a key once."""
    texts = [("emas", "emas", "emas"), ("a", "emas", "emas"), ("a", "b", "emas emas")]
    index = index_of(with_publications(site, texts))
    (key,) = index.keys("emas")
    places = sorted(index.places(key).items())
    assert [0, 1, 2] == [place for _, place in places]


def test_filters_are_keys(index: Index, site: Site) -> None:
    """Kind, year, section, and the unit of an entry with all units above it."""
    assert {"Kepuasan pengantin turun pada 2024"} == index.titles("jenis.publikasi")
    assert index.titles("jenis.publikasi") <= index.titles("tahun.2025") | index.titles(
        "tahun.2026"
    )
    assert {"Pencatatan nikah", "Kepuasan pengantin turun pada 2024"} <= index.titles(
        "bagian.nikah"
    )
    office = next(iter(site.portal.publications.values())).record.unit
    assert index.titles("jenis.publikasi") <= index.titles(f"unit.{office}")


def test_what_was_withdrawn_is_gone(tmp_path: Path) -> None:
    """Neither its words nor its extract stay in any file; the numbers of others stay the same."""
    site = withdrawn(tmp_path, "terbit-keliru")
    gone = next(iter(site.portal.withdrawn)).item
    index = index_of(site)
    everything = b"".join(index.files.values()).decode()
    assert (False, False) == (gone.record.title in everything, PUBLICATION in everything)
    there = {item.record.code: n for n, item in enumerate(_by_release(site))}
    shown = {int(name[2:]) for name in index.files if name[:2] == "d/" and name[2] != "-"}
    assert set(there.values()) - {there[gone.record.code]} == shown


def _by_release(site: Site) -> list[Public[Record]]:
    """Return all records that ever were public, in the order of their first release."""
    items = [*site.relations.records.values(), *(w.item for w in site.portal.withdrawn)]
    return sorted(items, key=lambda item: (item.first_released, item.record.code))


def test_hostile_words_stay_words(site: Site) -> None:
    """A title of markup is text; `constructor`, very long and right-to-left words do no harm."""
    title = "</script><img src=x onerror=alert(1)> constructor __proto__ " + "y" * 3000
    index = index_of(with_publications(site, [(title, "\u202e\x7f عربي", "&lt;b&gt; &amp;")]))
    assert {title} == index.titles("constructor") == index.titles("y" * 40)
    texts = [json.loads(data) for name, data in index.files.items() if name.startswith("d/")]
    (shown,) = [entry for file in texts for entry in file.values() if entry[0] == title]
    assert ["\u202e\x7f عربي", "<b> &"] == [shown[5], shown[6][:5]]
    assert [] == [name for name in index.files if len(name) > 60 or not name.isascii()]


def test_an_empty_site_has_an_index(site: Site) -> None:
    """Nothing public is no fault: the list of files is there."""
    nothing = Portal(site.portal.day, Tables(), {}, {}, {}, {}, {}, {}, {}, site.portal.ledger)
    index = index_of(open_site(site.settings, nothing, ""))
    assert {"kata": [], "lama": [], "baru": []} == index.starts


def test_a_glossary_of_signs_does_no_harm(site: Site) -> None:
    """A term without letters, or one that is the synonym of itself, is let be."""
    terms = (Term(term="…", meaning="A.", synonyms=("nikah",)), Term(term="wali", meaning="B."))
    tables = replace(site.portal.tables, terms=terms)
    index = index_of(replace(site, portal=replace(site.portal, tables=tables)))
    assert "wali" in index.titles(index.keys("wali")[0])


def changed(before: Index, after: Index) -> list[str]:
    """Return the names of the files whose bytes are not those of before."""
    return [name for name, data in after.files.items() if before.files.get(name) != data]


def test_one_publication_changes_few_files(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a full block of records: its own file, the newest ones, and those of new words."""
    monkeypatch.setattr(shards, "BLOCK", 128)
    monkeypatch.setattr(shards, "LIMIT", 1_500)
    texts = random_texts(150, roots=1_000)
    before = index_of(with_publications(site, texts[:-1]))
    after = index_of(with_publications(site, texts))
    kinds = Counter(name.partition("-")[0] for name in after.files)
    touched = Counter(name.partition("-")[0] for name in changed(before, after))
    results = sum(count for kind, count in touched.items() if kind.startswith("d/"))
    assert (1, 0) == (results, touched["lama"])
    assert touched["kata"] < kinds["kata"] // 4
    assert touched.total() < kinds.total() // 4


def test_the_same_content_gives_the_same_bytes(site: Site) -> None:
    """The index hangs on nothing but the public portal."""
    assert index_of(site).files == index_of(site).files


def test_a_first_query_is_small(many: Index) -> None:
    """Three words of any kind on some hundred records, files of which none is too large."""
    keys = {name: data.count(b"\n") for name, data in many.files.items()}
    large = {name for name, data in many.files.items() if len(data) > LIMIT + 9}
    assert set() == {name for name in large if keys[name] > 1}
    lists = (json.loads(data) for name, data in many.files.items() if name.startswith("kata-"))
    forms = sorted(form for found in lists for form in found if " " not in form)
    runs = [forms[at : at + 3] for at in range(0, len(forms) - 3, 97)]
    assert MOST > max(many.cost(run) for run in runs)


def test_a_first_query_stays_small_at_10_000(many: Index) -> None:
    """The largest files that two words can ask for, and ten results, fit together.

    A file grows beyond LIMIT by the steps of one key alone: at worst those of a word that
    stands, by chance, in a part of all records.
    """
    named = {name.partition("-")[0]: compressed(data) for name, data in many.files.items()}
    random = Random(7)
    shares = [[random.random() < share for _ in range(10_000)] for share in (0.1, 0.3, 0.5, 0.9)]
    steps = [[len(run) + 1 for run in "".join("01"[h] for h in hits).split("1")] for hits in shares]
    key = max(compressed(json.dumps(found, separators=(",", ":")).encode()) for found in steps)
    text = max(compressed(data) for name, data in many.files.items() if name.startswith("d/"))
    file = max(named["kata"], named["lama"], named["baru"], LIMIT // 2)
    lists = 10_000
    assert MOST > lists + 2 * file + 2 * (max(key, file) + file) + 10 * text
