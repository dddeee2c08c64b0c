"""The whole content folder: every file has one meaning, or is reported as unknown."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from kinerja.model.documents import Edition
from kinerja.model.governance import Governance, Release
from kinerja.model.portal import Content
from kinerja.model.records import RECORD_TYPES, Kind
from kinerja.processes import spread
from tabular.problems import Problem, problem

from .datasets import read_dataset
from .files import list_files
from .governance import read_governance
from .layout import LAYOUT, LEDGER_FOLDERS, archive_folder
from .ledger import read_costs
from .records import read_record
from .references import settle_ids, with_problems
from .releases import read_releases
from .tables import read_table


def read_content(root: Path, day: date) -> Content:
    """Read everything below `root`; ledger rows recorded after `day` count as not yet written."""
    files, problems = list_files(root)
    groups = _group(files)
    problems += [problem(path, 0, "", "T09") for path in groups.pop("").get("", [])]
    governance, stopping = read_governance(root)
    stopping += [found for found in problems if _is_of_log(found.path)]
    releases, faults = read_releases(root)
    stopping += faults
    editions, faults = _read_editions(root, groups, governance, releases)
    problems += faults
    ledger, faults, of_tables = read_costs(root, editions, releases, day)
    stopping += faults
    for edition_id, found in of_tables.items():
        editions[edition_id] = with_problems(editions[edition_id], found)
    return Content(
        root,
        editions,
        governance,
        releases,
        ledger,
        tuple(sorted(set(stopping))),
        tuple(sorted(set(problems) - set(stopping))),
    )


def _is_of_log(path: str) -> bool:
    """Whether a link or an unreadable name stands where governance and logs are read."""
    places = ("tata-kelola", "persetujuan", "data", *(f"data/{name}" for name in LEDGER_FOLDERS))
    return path in places or path.startswith(("tata-kelola/", "persetujuan/"))


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


def _read_editions(
    root: Path,
    groups: Mapping[str, Mapping[str, list[str]]],
    governance: Governance,
    releases: Iterable[Release],
) -> tuple[dict[str, Edition], list[Problem]]:
    attachments = groups["lampiran"]
    found = [
        (kind, path, attachments.get(record_id, []))
        for kind in RECORD_TYPES
        for record_id, paths in groups[kind].items()
        for path in paths
    ]
    records = list(spread(lambda each: read_record(root, *each), found, lambda each: each[1]))

    released = {release.edition for release in releases}

    def known_paths(record_id: str) -> set[str]:
        decided = {d.digest for d in governance.decisions.get(record_id, ())}
        folders = [archive_folder(root, digest) for digest in decided & released or decided]
        return {path for folder in folders for path in list_files(folder)[0]}

    editions, problems = settle_ids(records, known_paths)
    problems += [
        problem(path, 0, "", "L05", value=record_id)
        for record_id, paths in attachments.items()
        if record_id not in editions
        for path in paths[:1]
    ]
    for indicator in groups[Kind.DATASET]:
        dataset = read_dataset(root, indicator)
        editions[dataset.id] = dataset
    for name in groups[Kind.TABLE]:
        table = read_table(root, name)
        editions[table.id] = table
    return editions, problems
