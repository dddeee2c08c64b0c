"""Sites of many publications with texts at hand, and the index as the browser reads it."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from itertools import accumulate
from random import Random

from kinerja.model.portal import Public
from kinerja.model.records import Publication
from kinerja.rendering.search.shards import search_files
from kinerja.rendering.site import Site, open_site

Text = tuple[str, str, str]
"""Title, summary and body of a publication."""

FORMS = ("{}", "{}", "{}", "{}an", "me{}kan", "di{}", "pe{}an", "ber{}", "{}nya")


def with_publications(site: Site, texts: Sequence[Text]) -> Site:
    """Return the site with these publications instead of its own, one released each hour."""
    (first, *_) = site.portal.publications.values()
    items = (publication(first, n, text) for n, text in enumerate(texts))
    portal = replace(site.portal, publications={item.id: item for item in items})
    return open_site(site.settings, portal, site.stylesheet)


def publication(first: Public[Publication], n: int, text: Text) -> Public[Publication]:
    """Return the publication number n, a day in its year earlier and released an hour later."""
    title, summary, body = text
    day = first.record.date - timedelta(days=n % 2000)
    words = {"title": title, "summary": summary, "code": f"{n:026}", "date": day}
    return replace(
        first,
        id=f"terbitan-{n}",
        record=first.record.model_copy(update=words),
        body=replace(first.body, html=f"<p>{body}</p>", figures=()),
        first_released=first.first_released + timedelta(hours=n),
    )


def random_texts(count: int, seed: int = 1, roots: int = 20_000) -> list[Text]:
    """Return texts whose words are as unequal as those of a language, in eight forms each."""
    random = Random(seed)
    syllables = [a + b for a in "bcdgjklmnprstwy" for b in "aiueo"]
    names = ["".join(random.choices(syllables, k=3)) for _ in range(roots)]
    shares = list(accumulate(1 / (n + 3) for n in range(roots)))

    def text(length: int) -> str:
        chosen = random.choices(names, cum_weights=shares, k=length)
        return " ".join(random.choice(FORMS).format(name) for name in chosen)

    return [(text(8), text(25), f"{text(300)} {random.randrange(10**6)}") for _ in range(count)]


@dataclass(frozen=True)
class Index:
    """The files of an index by name, without folder and `.json`."""

    files: Mapping[str, bytes]

    @cached_property
    def starts(self) -> Mapping[str, list[str]]:
        """The first keys of the files of each kind."""
        found: dict[str, str] = json.loads(self.files["indeks"])
        return {kind: names.split(",") if names else [] for kind, names in found.items()}

    def name(self, kind: str, key: str) -> str:
        """Return the file in which a key stands if it is there at all, '' where none can."""
        start = max((start for start in self.starts[kind] if start <= key), default="")
        return f"{kind}-{start}" if start else ""

    def keys(self, word: str) -> list[str]:
        """Return the keys that a word, or a run of words, leads to."""
        found: str = json.loads(self.files[self.name("kata", word)]).get(word, "")
        return found.split()

    def places(self, key: str) -> dict[int, int]:
        """Return the entries that have a key: 0 in the title, 1 in the summary, 2 in the body."""
        found: dict[int, int] = {}
        for kind in ("lama", "baru"):
            name = self.name(kind, key)
            _, *places = json.loads(self.files[name]).get(key, [""]) if name else [""]
            for place, steps in enumerate(places):
                found |= dict.fromkeys(accumulate(steps), place)
        return found

    def titles(self, key: str) -> set[str]:
        """Return the titles of the entries that have a key."""
        files = (n if n >= 0 else n // 64 for n in self.places(key))
        shown = [json.loads(self.files[f"d/{number}"]) for number in files]
        return {shown[at][str(n)][0] for at, n in enumerate(self.places(key))}

    def cost(self, words: Iterable[str], most: int = 10) -> int:
        """Return the compressed bytes that the first results of a query ask for."""
        names, found = {"indeks"}, list[dict[int, int]]()
        for word in words:
            names.add(self.name("kata", word))
            for key in self.keys(word):
                names |= {self.name(kind, key) for kind in ("lama", "baru")} - {""}
                found.append(self.places(key))
        shown = sorted(set(found[0]).intersection(*found), reverse=True)[:most]
        names |= {f"d/{number if number >= 0 else number // 64}" for number in shown}
        return sum(compressed(self.files[name]) for name in names)


def compressed(data: bytes) -> int:
    """Return the bytes that gzip -9 makes of some."""
    return len(gzip.compress(data, 9))


def index_of(site: Site) -> Index:
    """Return the index of a site."""
    files = search_files(site)
    folder, end = "cari/data/", ".json"
    return Index({f.path.removeprefix(folder).removesuffix(end): f.read() for f in files})
