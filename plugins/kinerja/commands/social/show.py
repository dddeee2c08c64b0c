"""`invoke social.show`: the posts of a record one by one, and drafts where there is none."""

from functools import partial

from rich.console import Console

from kinerja.approval.gate import Decided, decide
from kinerja.approval.posts import next_number
from kinerja.approval.public import public_portal
from kinerja.approval.trust import read_trusted
from kinerja.building.cards import Press, open_shelf
from kinerja.building.settings import parse_as_of
from kinerja.commands.configuration import project_settings
from kinerja.commands.deciding import Refused
from kinerja.commands.guard import answered, content_folder, guarded
from kinerja.commands.words import print_problems, say
from kinerja.model.documents import Document
from kinerja.model.records import Post, Record
from kinerja.rendering.site import open_site
from tabular.problems import nearest

from . import shown_posts
from .drafts import draft, render_drafts


@guarded
def run(content: str, record_id: str) -> int:
    """Print posts and drafts; 0 printed, 1 cannot be read, 2 no such folder or no record."""
    return answered(partial(_show, content, record_id), 1)


def _show(folder: str, record_id: str, terminal: Console) -> int:
    root = content_folder(folder)
    settings, now = project_settings(root), parse_as_of("")
    content = read_trusted(root, now.date(), settings.trust)
    if content.stopping:
        raise Refused("stopped", {"count": len(content.stopping)}, content.stopping)
    edition = content.editions.get(record_id)
    if edition is None:
        near = nearest(record_id, content.editions) or "-"
        raise Refused("no-record", {"id": record_id, "nearest": near})
    if not isinstance(edition.value, Document):
        raise Refused("no-posts", {"id": record_id}, edition.problems)
    decided = decide(content, now, mint=True)
    verdict = decided.verdicts[record_id]
    waiting = (found for found in decided.waiting_posts if found.path == edition.path)
    print_problems(terminal, (*verdict.problems, *verdict.reasons, *waiting))
    portal = public_portal(content, decided, now)
    site = open_site(settings.site, portal, "")
    pictures = Press(site, settings.theme, open_shelf(settings.cache)).posts()
    public = {post.key: post.text for post in portal.posts}
    for post in shown_posts(content, decided, edition, public):
        terminal.print(f"{post.name}: {post.measure}; {post.state}")
        for line in post.text.split("\n"):
            terminal.print(f"    {line}".rstrip())
        if picture := pictures.get(post.code):
            terminal.print(say("post-picture", url=picture.url, alt=picture.alt))
    record = edition.value.record
    if drafts := _drafts(decided, record, content.address(record)):
        terminal.print(say("drafts-proposed"))
        terminal.print(render_drafts(drafts))
    return 0


def _drafts(decided: Decided, record: Record, address: str) -> dict[str, Post]:
    """Return a post for every platform that has none, under a number that was never used."""
    codes, taken = {row.code for row in decided.releases}, {*map(str, record.posts)}
    drafts: dict[str, Post] = {}
    for name, platform in decided.tables.platforms.items():
        n = next_number(record, name, codes)
        if name not in taken and (post := draft(record, n, platform, address, decided)):
            drafts[name] = post
    return drafts
