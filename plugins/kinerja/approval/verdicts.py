"""What the gate says: a verdict on each record, and the whole decision."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cost_appendix.model import Ledger, LedgerRow
from kinerja.model.documents import Edition
from kinerja.model.fields import Digest
from kinerja.model.governance import Decision, Release, Role
from kinerja.model.records import Indicator, Kind
from kinerja.model.tables import Dataset, Tables
from kinerja.reading.personal import personal_in_data
from tabular.problems import Problem


@dataclass(frozen=True, slots=True)
class Verdict:
    """What happens to one record: the edition that is public, or why there is none.

    `reasons` also say why the present file is not what the public sees. `waits_for` is the role
    whose turn it is. `approved` is the time of the last approval of the public edition.
    `is_reviewed` is False while the urgent path alone approved the public edition.
    `withdrawn` took the record down; `last` is what the public saw before. `counted` are all
    decisions that count, `submitted` every `ajukan`, also of what was returned. `advice` on the
    present file keeps nothing back.
    """

    id: str
    kind: Kind
    path: str
    code: str
    edition: Edition | None
    approved: datetime | None
    problems: tuple[Problem, ...]
    reasons: tuple[Problem, ...]
    waits_for: Role | None = None
    is_draft: bool = False
    is_reviewed: bool = True
    withdrawn: Decision | None = None
    last: Edition | None = None
    counted: tuple[Decision, ...] = ()
    submitted: tuple[Decision, ...] = ()
    advice: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """The whole decision: verdicts by id, what they were decided against, and new releases.

    `indicators` are the definitions that records were checked with. `ledger` has its reviews
    judged. `waiting_posts` says which posts are not released yet, and why.
    """

    verdicts: Mapping[str, Verdict]
    tables: Tables
    datasets: Mapping[str, Dataset]
    indicators: Mapping[str, Indicator]
    ledger: Ledger
    releases: tuple[Release, ...]
    minted: tuple[Release, ...]
    problems: tuple[Problem, ...]
    waiting_posts: tuple[Problem, ...]

    @property
    def advice(self) -> list[Problem]:
        """Return all advice, sorted by place; none of it keeps anything back."""
        told = {found for verdict in self.verdicts.values() for found in verdict.advice}
        return sorted(told | set(_personal_in_ledger(self.ledger.rows)))

    @property
    def public(self) -> dict[str, Digest]:
        """Digest of the public edition of every record, dataset and table that has one."""
        return {key: v.edition.digest for key, v in sorted(self.verdicts.items()) if v.edition}


def _personal_in_ledger(rows: Sequence[LedgerRow]) -> Iterator[Problem]:
    """Words of the ledger name no private person by number; money is not looked at."""
    text = "\n".join(f"{row.purpose} {row.receiver}".replace("\n", " ") for row in rows)
    for item in personal_in_data(text, ""):
        row = rows[item.line - 1]
        yield replace(item, path=row.path, line=row.line)
