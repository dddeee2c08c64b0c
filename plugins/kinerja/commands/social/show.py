"""`invoke social.show`: the posts of a record one by one, and drafts where there is none."""

from kinerja.approval.gate import Decided, decide
from kinerja.approval.posts import next_number
from kinerja.approval.public import public_portal
from kinerja.building.cards import Press, open_shelf
from kinerja.building.settings import parse_as_of
from kinerja.commands.configuration import project_settings
from kinerja.commands.deciding import no_record, read_sound
from kinerja.commands.guard import Refused, content_folder, guarded
from kinerja.commands.words import console, print_problems, say
from kinerja.model.documents import Document
from kinerja.model.records import Post, Record
from kinerja.rendering.site import open_site

from . import shown_posts
from .drafts import draft, render_drafts


@guarded
def run(content: str, record_id: str) -> int:
    """Print posts and drafts; 0 printed, 1 cannot be read, 2 no such folder or no record."""
    terminal, root, now = console(), content_folder(content), parse_as_of("")
    settings = project_settings(root)
    found = read_sound(root, now.date(), settings.trust)
    edition = found.editions.get(record_id)
    if edition is None:
        raise no_record(found, record_id, 2)
    if not isinstance(edition.value, Document):
        raise Refused("no-posts", {"id": record_id}, edition.problems)
    decided = decide(found, now, mint=True)
    verdict = decided.verdicts[record_id]
    waiting = (item for item in decided.waiting_posts if item.path == edition.path)
    print_problems(terminal, (*verdict.problems, *verdict.reasons, *waiting))
    portal = public_portal(found, decided, now)
    site = open_site(settings.site, portal, "")
    pictures = Press(site, settings.theme, open_shelf(settings.cache)).posts()
    public = {post.key: post.text for post in portal.posts}
    for post in shown_posts(found, decided, edition, public):
        terminal.print(f"{post.name}: {post.measure}; {post.state}")
        for line in post.text.split("\n"):
            terminal.print(f"    {line}".rstrip())
        if picture := pictures.get(post.code):
            terminal.print(say("post-picture", url=picture.url, alt=picture.alt))
    record = edition.value.record
    if drafts := _drafts(decided, record, found.address(record)):
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
