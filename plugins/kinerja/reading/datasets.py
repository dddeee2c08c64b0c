"""Datasets `data/capaian/<indikator>.csv`: observations and targets of one indicator."""

import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from pydantic_core import PydanticCustomError

from kinerja.model.digest import sha256
from kinerja.model.documents import Edition
from kinerja.model.fields import parse_day
from kinerja.model.period import parse_period
from kinerja.model.records import Kind
from kinerja.model.tables import (
    Dataset,
    Measure,
    Observation,
    ObservationStatus,
    Range,
    Scale,
    Shape,
    scale_on,
)
from tabular.problems import Problem, problem
from tabular.table import Row, read_rows

from .files import read_text
from .personal import personal_in_data

COLUMNS = (
    *("periode", "rincian", "nilai", "target", "target_awal", "status", "sumber", "rilis"),
    *("nilai_lama", "nilai_lain", "sumber_lain", "alasan", "catatan"),
)
NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,9})?", re.ASCII)
NEEDED: dict[ObservationStatus, tuple[str, ...]] = {
    ObservationStatus.REVISED: ("nilai_lama", "alasan"),
    ObservationStatus.CONFLICT: ("nilai_lain", "sumber_lain", "alasan"),
}
"""Columns that a status requires."""


def read_dataset(root: Path, indicator: str) -> Edition:
    """Read the dataset of an indicator; what is no number is taken for the label of a category."""
    path = f"data/capaian/{indicator}.csv"
    data, text, problems = read_text(root, path)
    observations: list[Observation] = []
    if not problems:
        rows, problems = read_rows(text, path, COLUMNS)
        for row in rows:
            observation, faults = _parse_row(row, path)
            problems += faults
            if observation:
                observations.append(observation)
        problems += _repeated(observations, path)
    observations.sort(key=lambda o: (o.period.order, o.detail))
    value = None if problems else Dataset(indicator, tuple(observations))
    name, found, advice = f"capaian-{indicator}", tuple(problems), personal_in_data(text, path)
    return Edition(name, Kind.DATASET, path, sha256(data), value, found, str(root), advice=advice)


def _parse_row(row: Row, path: str) -> tuple[Observation | None, list[Problem]]:
    cell = dict(zip(COLUMNS, row.cells, strict=True))
    problems = [
        problem(path, row.line, name, "D09", value=text)
        for name, text in cell.items()
        if text != text.strip()
    ]

    def fault(field: str, code: str, **details: object) -> None:
        problems.append(problem(path, row.line, field, code, **details))

    try:
        period = parse_period(cell["periode"])
    except ValueError:
        fault("periode", "F19", value=cell["periode"])
        period = None
    try:
        status = ObservationStatus(cell["status"])
    except ValueError:
        fault("status", "F03", value=cell["status"], expected=", ".join(ObservationStatus))
        return None, problems
    try:
        released = parse_day(cell["rilis"]) if cell["rilis"] else None
    except PydanticCustomError as error:
        fault("rilis", error.type, value=cell["rilis"])
        released = None
    value, old, other = (_value(cell[name]) for name in ("nilai", "nilai_lama", "nilai_lain"))
    goal, first_goal = _target(cell["target"]), _target(cell["target_awal"])
    for field, code in _status_faults(status, cell):
        fault(field, code, status=status)
    if problems or period is None:
        return None, problems
    return Observation(
        *(row.line, period, cell["rincian"], value, goal, first_goal, status),
        *(cell["sumber"], released, old, other, cell["sumber_lain"]),
        *(cell["alasan"], cell["catatan"]),
    ), []


def _status_faults(status: ObservationStatus, cell: dict[str, str]) -> Iterable[tuple[str, str]]:
    """A value where the status has one, a source with every value, reasons where they are due."""
    if status.has_value and not cell["nilai"]:
        yield "nilai", "D02"
    if not status.has_value and cell["nilai"]:
        yield "nilai", "D07"
    if cell["nilai"] and not cell["sumber"]:
        yield "sumber", "F02"
    for field in NEEDED.get(status, ()):
        if not cell[field]:
            yield field, "D08"


def _value(text: str) -> Decimal | str | None:
    return Decimal(text) if NUMBER.fullmatch(text) else text or None


def _target(text: str) -> Range | str | None:
    ends = text.split("..")
    if len(ends) <= 2 and all(NUMBER.fullmatch(end) for end in ends):
        least, most = Decimal(ends[0]), Decimal(ends[-1])
        return Range(least, most) if least <= most else text
    return text or None


def measure_problems(
    dataset: Dataset, path: str, measure: Measure, scales: tuple[Scale, ...]
) -> Iterable[Problem]:
    """Numbers lie in the range of their unit of measure; labels stand in the order of their scale.

    That of `scales` counts which was in force at the end of the period; a category without an
    order takes any label.
    """
    is_category = measure.shape is Shape.CATEGORY
    for item in dataset.observations:
        scale = scale_on(scales, item.period.last)
        order = scale.order if scale else ()
        values = {"nilai": item.value, "nilai_lama": item.old_value, "nilai_lain": item.other_value}
        goals = {"target": item.target, "target_awal": item.first_target}
        for field, value in (*values.items(), *goals.items()):
            if value is None:
                continue
            if is_category and order and (shown := _as_written(value)) not in order:
                expected = ", ".join(order)
                yield problem(path, item.line, field, "D10", value=shown, expected=expected)
            elif isinstance(value, str) and not is_category:
                yield problem(path, item.line, field, "D01", value=value)
            elif isinstance(value, Decimal) and not is_category and not _in_range(value, measure):
                least, most = measure.least, measure.most
                yield problem(path, item.line, field, "D05", value=value, least=least, most=most)


def _as_written(value: Decimal | Range | str) -> str:
    return "..".join(map(str, dict.fromkeys(value))) if isinstance(value, Range) else str(value)


def _in_range(value: Decimal, measure: Measure) -> bool:
    return (measure.least is None or measure.least <= value) and (
        measure.most is None or value <= measure.most
    )


def _repeated(observations: list[Observation], path: str) -> Iterable[Problem]:
    lines: dict[tuple[str, str], int] = {}
    for item in observations:
        if item.key in lines:
            yield problem(
                path,
                item.line,
                "periode",
                "D03",
                period=item.period.name,
                detail=item.detail,
                other=lines[item.key],
            )
        lines.setdefault(item.key, item.line)
