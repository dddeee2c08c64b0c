"""`invoke desk.digest`: the digest of the present edition, as a stranger computes it."""

from pathlib import Path

from kinerja.building.settings import parse_as_of
from kinerja.commands.guard import guarded
from kinerja.commands.words import console, say
from kinerja.model.documents import Document
from kinerja.reading.content import read_content
from tabular.problems import nearest


@guarded
def run(content: str, record_id: str) -> int:
    """Print digest and files; 0 printed, 1 no such record, 2 no such folder."""
    terminal = console()
    root = Path(content).resolve()
    if not root.is_dir():
        terminal.print(say("no-content", path=root))
        return 2
    found = read_content(root, parse_as_of("").date())
    edition = found.editions.get(record_id)
    if edition is None:
        near = nearest(record_id, found.editions) or "-"
        terminal.print(say("no-record", id=record_id, nearest=near))
        return 1
    terminal.print(edition.digest)
    terminal.print(f"  {edition.path}")
    if isinstance(edition.value, Document):
        for attachment in edition.value.attachments.values():
            terminal.print(f"  {attachment.path}")
    return 0
