"""Posts: what is wrong with one, which are released, and what may not change from then on."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from kinerja.evidence.posts import misfits
from kinerja.model.documents import Document, Edition, Figure
from kinerja.model.fields import Digest, Ulid
from kinerja.model.records import Post, Record
from kinerja.model.tables import Platform
from kinerja.reading.body import text_figures
from tabular.problems import Problem, problem

from .candidates import Bench
from .releases import WITHDRAWN

CODE = re.compile(r"([0-9A-Z]{26})#([a-z0-9-]+)-(\d+)")
"""Code of the release log: code of the record, platform and number of the post."""

BURST = 5
"""Posts of a platform that one build releases: tools skip the rest of a burst (feeds.md)."""

Say = Callable[[str], str]
"""Puts the figures of a text into words; a token that leads to nothing stays."""


def post_code(record: Ulid, platform: str, post: Post) -> str:
    """Return under which code the release log has a post."""
    return f"{record}#{platform}-{post.n}"


def posts_of(record: Record) -> Iterator[tuple[str, Post]]:
    """Yield every post of a record with its platform."""
    for platform, posts in record.posts.items():
        for post in posts:
            yield platform, post


def post_figures(
    edition: Edition, document: Document[Record]
) -> tuple[list[Figure], list[Problem]]:
    """Return every figure that posts state, and what is no figure."""
    figures: list[Figure] = []
    problems: list[Problem] = []
    for platform, posts in document.record.posts.items():
        for at, post in enumerate(posts):
            found, faults = text_figures(post.text, edition.path, *_place(edition, platform, at))
            figures += found
            problems += faults
    return figures, problems


def _place(edition: Edition, platform: str, at: int) -> tuple[int, str]:
    line = edition.place("posts", platform, at, "text").line
    return line, f"sosial.{platform}[{at + 1}].teks"


def next_number(record: Record, platform: str, codes: Iterable[str]) -> int:
    """Return the number after all that a record uses or used; `codes` are those of the log."""
    found = (CODE.fullmatch(code) for code in codes)
    used = (int(m[3]) for m in found if m and (m[1], m[2]) == (record.code, platform))
    written = (post.n for name, post in posts_of(record) if name == platform)
    return max((*used, *written), default=0) + 1


def post_problems(
    bench: Bench, edition: Edition, record: Record, platforms: Mapping[str, Platform], say: Say
) -> Iterable[Problem]:
    """Every new post fits its platform; one that was released never changes nor comes back.

    Posts of a withdrawn record are as far gone as it is: nothing is left to say of them.
    """
    log = bench.desk.log
    if (own := log.get(record.code)) and own[-1].edition == WITHDRAWN:
        return
    seen: set[str] = set()

    def taken(fault: str, name: str, n: int, **texts: str) -> list[tuple[str, dict[str, object]]]:
        return [(fault, {"n": n, "next": next_number(record, name, log), **texts})]

    for name, posts in record.posts.items():
        for at, post in enumerate(posts):
            code = post_code(record.code, name, post)
            rows = log.get(code, ())
            faults: Iterable[tuple[str, dict[str, object]]] = ()
            if code in seen:
                faults = taken("M10", name, post.n)
            elif rows and rows[-1].edition == WITHDRAWN:
                faults = taken("M09", name, post.n)
            elif rows:
                before = text_of(bench.edition_of(edition, Digest(rows[0].edition)), name, post.n)
                if before not in ("", post.text):
                    faults = taken("M08", name, post.n, before=before, after=post.text)
            elif name in platforms and "{{" not in (text := say(post.text)):
                faults = misfits(text, platforms[name], bench.content.address(record))
            line, field = _place(edition, name, at)
            for fault, details in faults:
                yield problem(edition.path, line, field, fault, **details)
            seen.add(code)


def text_of(edition: Edition | None, platform: str, n: int) -> str:
    """Return the text of a post in an edition, as written; '' where it has none."""
    value = edition.value if edition else None
    posts = posts_of(value.record) if isinstance(value, Document) else ()
    return next((post.text for name, post in posts if (name, post.n) == (platform, n)), "")


def release_posts(
    bench: Bench, public: Mapping[str, Edition | None], platforms: Mapping[str, Platform], say: Say
) -> tuple[Problem, ...]:
    """Release the posts of what is public, and say which wait; end those that are gone from it.

    `public` leads from codes to public editions, from those of withdrawn records to None. Posts of
    those, and posts that the public edition leaves out, are withdrawn: their numbers stay taken.
    """
    desk = bench.desk
    waiting: list[Problem] = []
    released: Counter[str] = Counter()
    kept: dict[str, set[str]] = {}
    for owner, edition in sorted(public.items()):
        kept[owner] = set()
        if edition is None or not isinstance(edition.value, Document):
            continue
        record = edition.value.record
        for name, post in posts_of(record):
            code, about = post_code(record.code, name, post), {"post": f"{name}-{post.n}"}
            kept[owner].add(code)
            if desk.is_known(code) or name not in platforms or not desk.mints:
                continue
            text, address = say(post.text), bench.content.address(record)
            if "{{" in text or any(misfits(text, platforms[name], address)):
                waiting.append(problem(edition.path, 0, "sosial", "M12", **about))
            elif released[name] < BURST and desk.admits(code, edition.digest):
                released[name] += 1
            else:
                waiting.append(problem(edition.path, 0, "sosial", "M11", **about, limit=BURST))
    for code in list(desk.log):
        found = CODE.fullmatch(code)
        if found and code not in kept.get(found[1], {code}):
            desk.admits(code, WITHDRAWN)
    return tuple(waiting)
