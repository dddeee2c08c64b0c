"""Checks that need more than one file: references, units of measure, figures, dropped values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from cost_appendix.label import declaration_problems
from kinerja.editorial.review import review
from kinerja.editorial.subject import Background
from kinerja.evidence.figures import unresolved_figures
from kinerja.evidence.words import plain_figures
from kinerja.model.documents import Document, Edition, Figure
from kinerja.model.fields import Digest
from kinerja.model.ids import IndicatorRef
from kinerja.model.records import RECORD_TYPES, Indicator, Issue, Kind, Record
from kinerja.model.tables import Dataset
from kinerja.processes import spread
from kinerja.reading.datasets import measure_problems
from kinerja.reading.references import Known, check_references, with_problems
from tabular.problems import Problem, problem

from .archive import read_archived
from .candidates import Bench
from .posts import post_figures, post_problems


@dataclass(frozen=True, slots=True)
class Checks:
    """What an edition is held against: tables in use, indicators, words that are explained."""

    bench: Bench
    known: Known
    indicators: Mapping[str, Indicator]
    explained: frozenset[str]

    def dataset(self, edition: Edition) -> Edition:
        """Return a dataset with every mistake that its indicator and earlier editions show."""
        edition = check_references(edition, self.known)
        if not isinstance(edition.value, Dataset):
            return edition
        indicator = self.indicators.get(edition.value.indicator)
        tables, found = self.known.tables, []
        if indicator and (measure := tables.measures.get(indicator.measure)):
            scales = tables.scales.get(indicator.scale or "", ())
            found = list(measure_problems(edition.value, edition.path, measure, scales))
        return with_problems(edition, [*found, *self._removed_quotes(edition, edition.value)])

    def records(
        self, editions: Iterable[Edition], datasets: Mapping[str, Dataset]
    ) -> Iterator[Edition]:
        """Yield each record with every reference and figure that leads to nothing.

        And with what it tells about figures: mistakes, and advice.
        """
        background = Background(self.known.tables, datasets, self.indicators, self.explained)
        _ = background.name  # known before processes are forked
        checked = [check_references(edition, self.known) for edition in editions]

        def reviewed(edition: Edition) -> tuple[list[Problem], tuple[Problem, ...]]:
            if isinstance(edition.value, Document):
                return review(edition, edition.value, background)
            return [], ()

        found = spread(reviewed, checked, lambda edition: edition.path)
        for edition, review_of in zip(checked, found, strict=True):
            yield self._record(edition, datasets, *review_of)

    def _record(
        self,
        edition: Edition,
        datasets: Mapping[str, Dataset],
        refusing: Iterable[Problem],
        advice: tuple[Problem, ...],
    ) -> Edition:
        if not isinstance(edition.value, Document):
            figures = list(edition.named.body.figures) if edition.named else []
            return with_problems(edition, self._unresolved(edition, figures, datasets))
        posted, faults = post_figures(edition, edition.value)
        figures = [*_quoted(edition, edition.value), *posted]
        found = self._unresolved(edition, figures, datasets)
        say = partial(plain_figures, datasets=datasets, indicators=self.indicators)
        record, platforms = edition.value.record, self.known.tables.platforms
        found += (*faults, *post_problems(self.bench, edition, record, platforms, say))
        found += self._changed_code(edition, edition.value)
        found += self._missing_message(edition, edition.value)
        found += self._erased(edition, edition.value)
        found += self._declared_cost(edition, edition.value)
        return with_problems(replace(edition, advice=advice), [*found, *refusing])

    def _unresolved(
        self, edition: Edition, figures: list[Figure], datasets: Mapping[str, Dataset]
    ) -> list[Problem]:
        """Figures that lead to nothing, or to data that are not public yet (R07)."""
        found = unresolved_figures(figures, edition.path, datasets, self.indicators)
        if not found:
            return []
        pending = {**datasets, **self._written_datasets()}
        never = unresolved_figures(figures, edition.path, pending, self.indicators)
        return [item if item in never else replace(item, code="R07") for item in found]

    def _missing_message(self, edition: Edition, document: Document[Record]) -> Iterable[Problem]:
        """The policy may require a message of the narrative (`pesan_wajib`)."""
        required = self.bench.content.governance.policy.message_required
        if edition.kind in required and document.record.message is None:
            yield problem(edition.path, edition.place().line, "pesan", "F02")

    def _erased(self, edition: Edition, document: Document[Record]) -> Iterable[Problem]:
        """Neither id nor code of an erased record comes back."""
        for erased in self.bench.content.governance.erasures:
            if edition.id == erased.record or document.record.code == erased.code:
                yield problem(edition.path, edition.place("code").line, "kode", "P23")

    def _written_datasets(self) -> dict[str, Dataset]:
        """Return datasets as written, whether they are public or not."""
        values = (edition.value for edition in self.bench.of_kind(Kind.DATASET))
        return {value.indicator: value for value in values if isinstance(value, Dataset)}

    def _declared_cost(self, edition: Edition, document: Document[Record]) -> Iterable[Problem]:
        """What a record declares about its cost fits the ledger (costs.md, the label)."""
        record = document.record
        line = edition.place("cost").line
        return declaration_problems(
            self.bench.content.ledger,
            edition.id,
            str(record.cost),
            record.cost_note or "",
            edition.path,
            line,
        )

    def _changed_code(self, edition: Edition, document: Document[Record]) -> Iterable[Problem]:
        """The `kode` of a record is minted once and stays: feeds and short addresses hang on it.

        It belongs to the record that was released under it, whoever writes it later.
        """
        line = edition.place("code").line
        code = document.record.code
        if owner := self.bench.other_owner(edition):
            yield problem(edition.path, line, "kode", "F26", other=owner)
        for candidate in self.bench.candidates(edition):
            if isinstance(candidate.value, Document):
                before = candidate.value.record.code
                if before != code:
                    yield problem(edition.path, line, "kode", "F30", before=before)
                return

    def _removed_quotes(self, edition: Edition, dataset: Dataset) -> Iterable[Problem]:
        """A new edition keeps every value that an approved record quotes (content.md, Tables)."""
        rows = self.bench.desk.log.get(self.bench.code(edition), ())
        if not rows or rows[-1].edition == edition.digest:
            return
        root, last = self.bench.content.root, Digest(rows[-1].edition)
        earlier = read_archived(root, Kind.DATASET, edition.id, last)
        if earlier is None or not isinstance(earlier.value, Dataset):
            return
        removed = earlier.value.measured - dataset.measured
        if not removed:
            return
        quotes = self._quotes(dataset.indicator)
        for period, detail in sorted(removed & quotes.keys()):
            name = f"{dataset.indicator}[{detail}]" if detail else dataset.indicator
            quoted = quotes[period, detail]
            yield problem(edition.path, 0, "", "D06", token=f"{name} {period}", quoted=quoted)

    def _quotes(self, indicator: str) -> dict[tuple[str, str], str]:
        """Rows (period, detail) of an indicator that approved records quote, with one of them."""
        found: dict[tuple[str, str], str] = {}
        for kind in RECORD_TYPES:
            for edition in self.bench.of_kind(kind):
                newest = next(self.bench.candidates(edition), None)
                if newest and isinstance(newest.value, Document):
                    for figure in _quoted(newest, newest.value):
                        if figure.indicator == indicator:
                            for period in figure.periods:
                                found.setdefault((period, figure.detail), edition.id)
        return found


def _quoted(edition: Edition, document: Document[Record]) -> list[Figure]:
    """Return every figure that a record states: those of its text, and the `bukti` of an answer."""
    figures = list(document.body.figures)
    if isinstance(document.record, Issue):
        for n, item in enumerate(document.record.evidence):
            if isinstance(item, IndicatorRef):
                form = ("nilai", item.id, item.detail, (item.period,))
                figures.append(Figure(item.name, *form, *edition.place("evidence", n)))
    return figures


def indicator_definitions(bench: Bench) -> dict[str, Indicator]:
    """Return definitions by id: as written, or as last approved where the file is broken."""
    found: dict[str, Indicator] = {}
    for edition in bench.of_kind(Kind.INDICATOR):
        for candidate in (edition, *bench.candidates(edition)):
            if isinstance(candidate.value, Document):
                record = candidate.value.record
                if isinstance(record, Indicator):
                    found[edition.id] = record
                    break
    return found
