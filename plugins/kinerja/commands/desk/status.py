"""`invoke desk.status`: what waits for whom, since when; what is overdue; the narrative's flaws."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from kinerja.approval.gate import Decided, Verdict, decide
from kinerja.approval.public import public_portal
from kinerja.approval.terms import units_above
from kinerja.building.settings import parse_as_of
from kinerja.commands.configuration import project_settings
from kinerja.commands.deciding import read_sound
from kinerja.commands.guard import chosen, content_folder, guarded
from kinerja.commands.words import console, say
from kinerja.evidence.narrative import Flaw, findings
from kinerja.evidence.workdays import deadline, working_days
from kinerja.model.documents import Document
from kinerja.model.governance import JAKARTA
from kinerja.model.portal import Content
from kinerja.model.records import Cost

ORDERS = ("peran", "orang", "unit", "umur")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to be done: by which role, by whom, since which day, for how many working days.

    `matter` is giliran (somebody's turn), tinjauan (review after the urgent path) or biaya
    (nothing declared about the cost).
    """

    record: str
    matter: str
    role: str
    people: tuple[str, ...]
    unit: str
    since: date
    days: int
    overdue: bool = False


@guarded
def run(content: str, order: str, as_json: bool) -> int:
    """Print what waits, grouped; 0 printed, 1 the content stops, 2 cannot be asked."""
    terminal = console()
    chosen("by", order, ORDERS)
    root, now = content_folder(content), parse_as_of("")
    found = read_sound(root, now.date(), project_settings(root).trust)
    decided = decide(found, now, mint=True)
    items = sorted(waiting(found, decided, now), key=lambda w: (w.since, w.record))
    flaws = findings(public_portal(found, decided, now))
    if as_json:
        told = {"menunggu": [asdict(item) for item in items], "narasi": [*map(asdict, flaws)]}
        print(json.dumps(told, default=str, ensure_ascii=False, indent=1))
        return 0
    for title, group in _grouped(items, order):
        terminal.print(say("waits-for", title=title, count=len(group)))
        for item in group:
            late = say("late") if item.overdue else ""
            words = {"record": item.record, "since": item.since, "days": item.days, "late": late}
            terminal.print("  " + say(f"waiting-{item.matter}", role=item.role, **words))
    if not items:
        terminal.print(say("nothing-waits"))
    if flaws:
        terminal.print(say("waits-for", title="narasi", count=len(flaws)))
    loose = [flaw for flaw in flaws if flaw.flaw is Flaw.LOOSE]
    for flaw in flaws[: len(flaws) - len(loose)]:
        figures = ", ".join(reference.name.strip() for reference in flaw.evidence) or "-"
        words = {"what": flaw.record or flaw.message, "figures": figures, "said": flaw.said}
        terminal.print("  " + say(f"narrative-{flaw.flaw}", **words))
    if loose:
        terminal.print("  " + say("narrative-tanpa-pesan", count=len(loose)))
    return 0


def waiting(content: Content, decided: Decided, now: datetime) -> Iterable[Waiting]:
    """Yield everything that waits for somebody."""
    for verdict in decided.verdicts.values():
        own = [p for p in verdict.problems if not p.path.startswith("persetujuan/")]
        if verdict.withdrawn or verdict.is_draft or own:
            continue
        if verdict.waits_for:
            yield _turn(content, decided, verdict, now)
        if verdict.edition and isinstance(verdict.edition.value, Document):
            cost = verdict.edition.value.record.cost
            first = next((r for r in decided.releases if r.code == verdict.code), None)
            limit = content.governance.policy.cost_days
            if cost is Cost.PENDING and first:
                item = _item(content, decided, verdict, "biaya", "penulis", first.time, now)
                if item.days > limit:
                    yield item


def _turn(content: Content, decided: Decided, verdict: Verdict, now: datetime) -> Waiting:
    """Say whose turn it is since the last decision on the edition, or since it was written.

    A late review is due from the release on, like the label of the page.
    """
    present = content.editions.get(verdict.id)
    digest = present.digest if present else ""
    own = [d.time for d in verdict.counted if d.digest == digest]
    matter = "giliran" if verdict.is_reviewed else "tinjauan"
    if verdict.edition and not verdict.is_reviewed:
        shown = (verdict.code, verdict.edition.digest)
        own = [r.time for r in decided.releases if (r.code, r.edition) == shown]
    since = max(own, default=_written(present.value if present else None, now))
    return _item(content, decided, verdict, matter, str(verdict.waits_for), since, now)


def _item(
    content: Content,
    decided: Decided,
    verdict: Verdict,
    matter: str,
    role: str,
    since: datetime,
    now: datetime,
) -> Waiting:
    edition = verdict.edition or content.editions[verdict.id]
    unit = edition.value.record.unit if isinstance(edition.value, Document) else ""
    begun, today = since.astimezone(JAKARTA).date(), now.astimezone(JAKARTA).date()
    holidays, policy = decided.tables.holidays, content.governance.policy
    over = units_above(unit, decided.tables.units)
    people = (
        holder.person
        for holder in content.governance.holders
        if holder.role == role and holder.is_valid(today) and holder.unit in {None, *over}
    )
    late = matter == "tinjauan" and today > deadline(begun, policy.urgent_days, holidays)
    days = working_days(begun, today, holidays)
    return Waiting(verdict.id, matter, role, tuple(sorted({*people})), unit, begun, days, late)


def _written(value: object, now: datetime) -> datetime:
    """Return the day that a record gives itself, for what nobody handed in yet."""
    if not isinstance(value, Document):
        return now
    return datetime.combine(min(value.record.date, now.date()), now.timetz())


def _grouped(items: list[Waiting], order: str) -> Iterable[tuple[str, list[Waiting]]]:
    groups: dict[str, list[Waiting]] = {}
    for item in items:
        titles = {"peran": [item.role], "orang": item.people or ["-"], "unit": [item.unit or "-"]}
        for title in titles.get(order, [_age(item.days)]):
            groups.setdefault(title, []).append(item)
    return groups.items()


def _age(days: int) -> str:
    """Return the bracket of an age in working days."""
    return next(
        name
        for name, most in (("0-1", 1), ("2-5", 5), ("6-20", 20), (">20", 10**9))
        if days <= most
    )
