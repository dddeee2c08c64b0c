"""What a build writes back into the content: archived editions, then rows of the release log."""

from pathlib import Path

from kinerja.approval.archive import write_archived
from kinerja.approval.gate import Decided
from kinerja.disk import write_atomic
from kinerja.reading.releases import RELEASE_COLUMNS, RELEASES_PATH, render_releases


def record_releases(root: Path, decided: Decided) -> None:
    """Archive every public edition and append the new rows; whole files, by rename.

    The archive comes first: a release without its bytes could not be shown again. Raises OSError.
    """
    for verdict in decided.verdicts.values():
        if verdict.edition and Path(verdict.edition.root) == root:
            write_archived(root, verdict.edition)
    if not decided.minted:
        return
    path = root / RELEASES_PATH
    header = ",".join(RELEASE_COLUMNS) + "\n"
    before = path.read_bytes() if path.exists() else header.encode()
    write_atomic(path, before + render_releases(decided.minted).encode())
