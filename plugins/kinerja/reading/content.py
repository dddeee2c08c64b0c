"""The whole content folder: every file has one meaning, or is reported as unknown."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kinerja.model.documents import Edition
from kinerja.model.portal import Content
from kinerja.model.records import RECORD_TYPES, Kind
from tabular.problems import Problem, problem

from .datasets import read_dataset
from .files import list_files
from .governance import read_governance, read_releases
from .layout import LAYOUT
from .ledger import read_costs
from .records import read_record
from .references import is_reserved, repeated_ids
from .tables import read_table


def read_content(root: Path, day: date) -> Content:
    """Read everything below `root`; ledger rows recorded after `day` count as not yet written."""
    files, problems = list_files(root)
    groups = _group(files)
    problems += _unknown(groups.pop("", {}))
    editions, faults = _read_editions(root, groups)
    problems += faults
    governance, stopping = read_governance(root)
    releases, faults = read_releases(root)
    stopping += faults
    ledger, faults = read_costs(root, editions, releases, day)
    stopping += faults
    return Content(
        root,
        {e.id: e for e in editions},
        governance,
        releases,
        ledger,
        tuple(sorted(set(stopping))),
        tuple(sorted(set(problems))),
    )


def _group(files: list[str]) -> dict[str, dict[str, list[str]]]:
    """Return paths by meaning and id; those without meaning under ''."""
    groups: dict[str, dict[str, list[str]]] = {name: {} for name in ["", *LAYOUT]}
    for path in files:
        for name, pattern in LAYOUT.items():
            if found := pattern.fullmatch(path):
                key = found.groupdict().get("id") or ""
                groups[name].setdefault(key, []).append(path)
                break
        else:
            groups[""].setdefault("", []).append(path)
    return groups


def _unknown(group: Mapping[str, list[str]]) -> list[Problem]:
    advice = "periksa folder dan akhiran nama, lihat docs/domain.md"
    return [problem(path, 0, "", "T09", advice=advice) for path in group.get("", [])]


def _read_editions(
    root: Path, groups: Mapping[str, Mapping[str, list[str]]]
) -> tuple[list[Edition], list[Problem]]:
    attachments = groups["lampiran"]
    records = [
        read_record(root, kind, path, attachments.get(record_id, []))
        for kind in RECORD_TYPES
        for record_id, paths in groups[kind].items()
        for path in paths
    ]
    kept: dict[str, Edition] = {}
    problems: list[Problem] = []
    for edition in repeated_ids(records):
        if edition.id in kept or is_reserved(edition.id):
            problems += edition.problems
        else:
            kept[edition.id] = edition
    known = set(kept)
    problems += [
        problem(path, 0, "", "L05", value=record_id)
        for record_id, paths in attachments.items()
        if record_id not in known
        for path in paths[:1]
    ]
    datasets = [read_dataset(root, indicator) for indicator in groups[Kind.DATASET]]
    tables = [read_table(root, name) for name in groups[Kind.TABLE]]
    return [*kept.values(), *datasets, *tables], problems
