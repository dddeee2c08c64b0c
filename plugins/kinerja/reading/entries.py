"""Lists of entries, from CSV rows or YAML: each becomes a frozen value, every mistake a problem."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from kinerja.model.fields import FieldPath, Frozen, Place
from tabular.problems import Problem, problem
from tabular.table import read_rows

from .names import english, written
from .validate import validate
from .yaml_text import read_yaml

M = TypeVar("M", bound=Frozen)


class Entry(NamedTuple):
    """One row or list entry: plain values by attribute, their places, and its first line."""

    tree: object
    places: dict[FieldPath, Place]
    line: int


def csv_columns(model: type[Frozen], table: str) -> tuple[str, ...]:
    """Return the header of a CSV table: the fields of its model as editors write them."""
    return tuple(written(attribute, table) for attribute in model.model_fields)


def csv_entries(
    text: str, path: str, table: str, model: type[Frozen]
) -> tuple[list[Entry], list[Problem]]:
    """Read the rows of a CSV table; an empty cell counts as absent."""
    columns = csv_columns(model, table)
    rows, problems = read_rows(text, path, columns)
    attributes = [english(name, table) for name in columns]
    entries: list[Entry] = []
    for row in rows:
        tree = {a: cell for a, cell in zip(attributes, row.cells, strict=True) if cell}
        named = zip(attributes, columns, strict=True)
        places: dict[FieldPath, Place] = {(a,): Place(row.line, name) for a, name in named}
        entries.append(Entry(tree, places, row.line))
    return entries, problems


def yaml_entries(text: str, path: str, inside: str) -> tuple[list[Entry], list[Problem]]:
    """Read a YAML list; `inside` is the name of the file, for names that mean something else."""
    reading = read_yaml(text, path, inside=inside)
    problems = list(reading.problems)
    if not isinstance(reading.tree, list):
        empty = not reading.tree and not reading.places
        return [], problems or ([] if empty else [problem(path, 1, "", "F06")])
    groups: dict[int, dict[FieldPath, Place]] = {n: {} for n in range(len(reading.tree))}
    for (n, *below), place in reading.places.items():
        if isinstance(n, int) and below:
            groups[n][tuple(below)] = place
    lines = (reading.places[(n,)].line for n in groups)
    found = zip(reading.tree, groups.values(), lines, strict=True)
    return [Entry(*item) for item in found], problems


def parse_entries(
    entries: Iterable[Entry], model: type[M], path: str
) -> tuple[list[M], list[Problem], dict[FieldPath, Place]]:
    """Return the valid values, every mistake, and the places by number of the value."""
    values: list[M] = []
    problems: list[Problem] = []
    places: dict[FieldPath, Place] = {}
    for entry in entries:
        value, faults = validate(model, entry.tree, entry.places, path, entry.line)
        problems += faults
        if value is not None:
            places[(len(values),)] = Place(entry.line, "")
            places |= {(len(values), *at): place for at, place in entry.places.items()}
            values.append(value)
    return values, problems, places
