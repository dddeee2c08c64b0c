"""The whole at two moments: `Content` as written, `Portal` as approved for the public."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Generic, TypeVar

from cost_appendix.model import Ledger
from tabular.problems import Problem

from .documents import Attachment, Body, Edition
from .fields import Digest
from .governance import Decision, Governance, Release
from .records import Education, Indicator, Issue, Kind, Page, Publication, Record, Service
from .tables import Dataset, Tables

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Content:
    """All that editors wrote, with every mistake found on the way.

    `stopping` are mistakes in ledger, governance, decisions and release log: the build ends.
    Mistakes of an edition stand in the edition; `loose` are files that belong nowhere. `site` is
    the address that the site will have: the length of posts hangs on it.
    """

    root: Path
    editions: Mapping[str, Edition]
    governance: Governance
    releases: tuple[Release, ...]
    ledger: Ledger
    stopping: tuple[Problem, ...] = ()
    loose: tuple[Problem, ...] = ()
    site: str = ""

    def address(self, record: Record) -> str:
        """Return the short address that stands for a record in its posts."""
        return f"{self.site}/k/{record.code}/"

    @property
    def problems(self) -> list[Problem]:
        """Every mistake, sorted by place."""
        own = [p for e in self.editions.values() for p in e.problems]
        return sorted({*own, *self.stopping, *self.loose})


@dataclass(frozen=True, slots=True)
class Public(Generic[R]):
    """A record of which an approved edition is public, with the decisions on that edition.

    `corrected` are the times of its `koreksi`: the release of the first edition that has each.
    `is_reviewed` is False while only the urgent path approved it. `seen` are the datasets that it
    quotes and that were released anew since its approval, as they were then. `advice` is what the
    checks say to it, where the public edition is the present file.
    """

    id: str
    kind: Kind
    record: R
    body: Body
    attachments: Mapping[str, Attachment]
    digest: Digest
    root: Path
    first_released: datetime
    last_released: datetime
    approved: datetime
    decisions: tuple[Decision, ...] = ()
    corrected: tuple[datetime, ...] = ()
    is_reviewed: bool = True
    seen: Mapping[str, Dataset] = field(default_factory=dict)
    advice: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicDataset:
    """An approved dataset with the time of its newest release."""

    dataset: Dataset
    digest: Digest
    released: datetime


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A record that was public until `time`; its addresses answer with a notice.

    `item` is what the public saw last. Where `decision` gives the reason `data-pribadi`, nothing
    of it may be shown. `feeds` are those that an erased record stood in.
    """

    item: Public[Record]
    decision: Decision
    time: datetime
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Screening:
    """What the ceremony filter said when something was handed in; '' before there was a filter."""

    unit: str
    day: date
    result: str


@dataclass(frozen=True, slots=True)
class PublicPost:
    """A post for a platform, which never changes: from the first public edition that has it.

    `text` has its figures in words and still the place of the short address. `then` is the portal
    with the indicators and data that the record names as they were at that time.
    """

    item: Public[Record]
    platform: str
    n: int
    text: str
    released: datetime
    then: "Portal"

    @property
    def key(self) -> str:
        """Its name in the release log: code of the record, platform and number."""
        return f"{self.item.record.code}#{self.platform}-{self.n}"


@dataclass(frozen=True, slots=True)
class Portal:
    """Everything that is public on a day, and nothing else.

    `releases` are the rows of the release log by code, without withdrawals; `ended` are the times
    of those that nothing followed.
    `told` are the codes of all publications, answers and lessons that ever were public, in
    the order of their first release.
    `posts` are the newest of each platform, the newest first. `answer_days` are the working days
    within which issues are answered first and last, where the policy promises any.
    """

    day: date
    tables: Tables
    services: Mapping[str, Public[Service]]
    publications: Mapping[str, Public[Publication]]
    issues: Mapping[str, Public[Issue]]
    education: Mapping[str, Public[Education]]
    indicators: Mapping[str, Public[Indicator]]
    pages: Mapping[str, Public[Page]]
    datasets: Mapping[str, PublicDataset]
    ledger: Ledger
    withdrawn: tuple[Withdrawal, ...] = ()
    screenings: tuple[Screening, ...] = ()
    urgent_days: int = 3
    releases: Mapping[str, tuple[Release, ...]] = field(default_factory=dict)
    ended: Mapping[str, datetime] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    posts: tuple[PublicPost, ...] = ()
    answer_days: tuple[int | None, int | None] = (None, None)

    def records(self) -> Mapping[str, Public[Record]]:
        """Return every public record by id."""
        groups: tuple[Mapping[str, Public[Record]], ...] = (
            self.services,
            self.publications,
            self.issues,
            self.education,
            self.indicators,
            self.pages,
        )
        return {key: item for group in groups for key, item in group.items()}
