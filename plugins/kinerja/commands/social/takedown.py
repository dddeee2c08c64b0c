"""`invoke social.takedown`: posts that are public no more and stand elsewhere until deleted."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TypedDict

from kinerja.approval.archive import read_archived
from kinerja.approval.gate import Decided, Verdict, decide
from kinerja.approval.posts import CODE, text_of
from kinerja.approval.releases import WITHDRAWN
from kinerja.building.settings import parse_as_of
from kinerja.commands.configuration import project_settings
from kinerja.commands.deciding import read_sound
from kinerja.commands.guard import content_folder, guarded
from kinerja.commands.words import console, say
from kinerja.evidence.words import plain_figures
from kinerja.model.fields import Digest
from kinerja.model.governance import JAKARTA, WithdrawalReason
from kinerja.rendering.formats import moment

WORDS = 60
"""Characters of a post by which it is found on its platform."""


class Standing(TypedDict):
    """A post that was released and ended at `since`, None while nobody ended it.

    `words` is how it begins, '' where nothing of it may be kept.
    """

    platform: str
    address: str
    released: datetime
    since: datetime | None
    words: str


@guarded
def run(content: str, as_json: bool) -> int:
    """Print what is to be deleted, the newest end first; 0 printed, 1 stops, 2 no such folder."""
    terminal, root, now = console(), content_folder(content), parse_as_of("")
    settings = project_settings(root)
    decided = decide(read_sound(root, now.date(), settings.trust), now, mint=True)
    found = standing(root, settings.site.url, decided)
    posts = sorted(found, key=lambda p: (p["since"] or now, p["released"]), reverse=True)
    if as_json:
        print(json.dumps(posts, default=str, ensure_ascii=False, indent=1))
        return 0
    word = "takedown" if posts else "no-takedown"
    terminal.print(say(word, count=len(posts)))
    for post in posts:
        since = moment(post["since"].astimezone(JAKARTA)) if post["since"] else "-"
        times = {"since": since, "released": moment(post["released"].astimezone(JAKARTA))}
        terminal.print("  " + say("takedown-post", **{**post, **times}))
        if post["words"]:
            terminal.print(f"    {post['words']}")
    return 0


def standing(root: Path, site: str, decided: Decided) -> Iterator[Standing]:
    """Yield every post that was released and is public no more, as the next build would have it."""
    owners = {verdict.code: verdict for verdict in decided.verdicts.values()}
    ends = {row.code: row.time for row in decided.releases if row.edition == WITHDRAWN}
    for row in decided.releases:
        found = CODE.fullmatch(row.code) if row.edition != WITHDRAWN else None
        owner = owners.get(found[1]) if found else None
        if found and (row.code in ends or owner is None or owner.edition is None):
            text = _text(root, owner, Digest(row.edition), found[2], int(found[3]))
            said = " ".join(plain_figures(text, decided.datasets, decided.indicators).split())
            yield Standing(
                platform=found[2],
                address=f"{site}/k/{found[1]}/",
                released=row.time,
                since=ends.get(row.code),
                words=said if len(said) <= WORDS else f"{said[:WORDS].rstrip()}…",
            )


def _text(root: Path, owner: Verdict | None, digest: Digest, platform: str, n: int) -> str:
    """Return a post as written; nothing where its record was withdrawn for personal data."""
    taken = owner.withdrawn if owner else None
    if owner is None or (taken and taken.reason_code == WithdrawalReason.PERSONAL_DATA):
        return ""
    return text_of(read_archived(root, owner.kind, owner.id, digest), platform, n)
