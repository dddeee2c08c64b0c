"""Released editions whose bytes are gone: nothing vanishes, or goes back, for want of them.

Without its bytes nobody knows whose an edition is and which figures it states, so its approvals do
not count any more, nor those of a light path that rests on it (approval.md, The archive).
"""

from collections.abc import Iterable, Iterator, Sequence

from kinerja.model.fields import Digest
from kinerja.model.governance import Release
from tabular.problems import Problem, problem

from .archive import find_archived
from .candidates import Bench
from .releases import WITHDRAWN
from .verdicts import Verdict


def lost_editions(bench: Bench, verdicts: Iterable[Verdict]) -> Iterator[Problem]:
    """Yield what stops a build: P04 for each lost edition of what would vanish or be older.

    Posts have no bytes of their own; what was withdrawn or erased needs none.
    """
    root, judged = bench.content.root, [*verdicts]
    present = {edition.digest for edition in bench.content.editions.values()}
    ended = {verdict.code for verdict in judged if verdict.withdrawn}
    ended |= {erased.code for erased in bench.content.governance.erasures}
    stays = {v.code for v in judged if _is_no_older(v, bench.desk.log.get(v.code, ()))}
    for code, rows in bench.desk.log.items():
        record, _, part = code.partition("#")
        if code in stays or record in ended or part not in ("", "data"):
            continue
        for digest in {Digest(row.edition) for row in rows} - {WITHDRAWN, *present}:
            if find_archived(root, digest) is None:
                path = f"persetujuan/arsip/{digest}"
                yield problem(path, 0, "", "P04", digest=digest[:12])


def _is_no_older(verdict: Verdict, rows: Sequence[Release]) -> bool:
    """Whether the public sees what was released last, or an edition approved since."""
    if verdict.edition is None or not rows:
        return False
    released = [row.edition for row in rows]
    if verdict.edition.digest in released:
        return verdict.edition.digest == released[-1]
    return verdict.approved is None or verdict.approved > rows[-1].time
