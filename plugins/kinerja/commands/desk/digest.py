"""`invoke desk.digest`: the digest of the present edition, as a stranger computes it."""

from kinerja.building.settings import parse_as_of
from kinerja.commands.deciding import no_record
from kinerja.commands.guard import content_folder, guarded
from kinerja.commands.words import console
from kinerja.model.documents import Document
from kinerja.reading.content import read_content


@guarded
def run(content: str, record_id: str) -> int:
    """Print digest and files; 0 printed, 1 no such record, 2 no such folder."""
    terminal = console()
    found = read_content(content_folder(content), parse_as_of("").date())
    edition = found.editions.get(record_id)
    if edition is None:
        raise no_record(found, record_id, 1)
    terminal.print(edition.digest)
    terminal.print(f"  {edition.path}")
    if isinstance(edition.value, Document):
        for attachment in edition.value.attachments.values():
            terminal.print(f"  {attachment.path}")
    return 0
