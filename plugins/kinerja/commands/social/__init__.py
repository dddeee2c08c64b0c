"""Posts as the social desk sees them: text, length, and how far each one is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinerja.approval.gate import Decided
from kinerja.approval.posts import post_code, posts_of
from kinerja.approval.releases import WITHDRAWN
from kinerja.commands.words import say
from kinerja.evidence.posts import hashtags, length, most
from kinerja.evidence.words import plain_figures
from kinerja.model.documents import Document, Edition
from kinerja.model.governance import JAKARTA
from kinerja.model.portal import Content
from kinerja.model.records import LINK
from kinerja.rendering.formats import moment


@dataclass(frozen=True, slots=True)
class Shown:
    """A post of the present file: as it will be posted, how long that is, and how far it is."""

    code: str
    name: str
    text: str
    measure: str
    state: str


def shown_posts(
    content: Content, decided: Decided, edition: Edition, public: Mapping[str, str]
) -> Iterator[Shown]:
    """Yield the posts of a record as written; `public` are the texts of those that are public."""
    if not isinstance(edition.value, Document):
        return
    record, platforms = edition.value.record, decided.tables.platforms
    address = content.address(record)
    for name, post in posts_of(record):
        if platform := platforms.get(name):
            code = post_code(record.code, name, post)
            now = plain_figures(post.text, decided.datasets, decided.indicators)
            text = public.get(code, now)
            words = {"count": length(text, platform, address), "limit": most(platform)}
            more = {"counting": platform.counting, "tags": len(hashtags(text))}
            measure = say("post-measure", **words, **more, most=platform.hashtags or "∞")
            shown = text.replace(LINK, address)
            yield Shown(code, f"{name}-{post.n}", shown, measure, _state(decided, code))


def _state(decided: Decided, code: str) -> str:
    """Say how far a post is, as the next build would have it."""
    rows = [row for row in decided.releases if row.code == code]
    if not rows:
        return say("post-waits")
    is_gone = rows[-1].edition == WITHDRAWN
    word = "post-withdrawn" if is_gone else "post-public"
    time = moment(rows[-1].time.astimezone(JAKARTA))
    return say("post-next" if rows[0] in decided.minted else word, time=time)
