"""Policy, holders of roles, decisions and the release log: mistakes here stop the build."""

import json
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from kinerja.model.fields import parse_moment
from kinerja.model.governance import (
    EARLIEST,
    SMALL_POLICY,
    Decision,
    Erasure,
    Governance,
    Holder,
    Policy,
)
from kinerja.model.records import RECORD_TYPES, Kind
from tabular.problems import Problem, problem

from .entries import parse_entries, yaml_entries
from .files import read_text
from .names import english, written
from .signers import read_signers
from .validate import validate
from .yaml_text import read_yaml

POLICY_PATH = "tata-kelola/kebijakan.yaml"
HOLDERS_PATH = "tata-kelola/peran.yaml"


FIELDS = set(Decision.model_fields)
"""Which fields of a decision are given: all of them, in every line."""


def read_governance(root: Path) -> tuple[Governance, list[Problem]]:
    """Read `tata-kelola/` and `persetujuan/*.jsonl`; absent files are the policy `kecil`."""
    policy, problems = _read_policy(root)
    holders, faults = _read_holders(root)
    problems += faults
    decisions: dict[str, tuple[Decision, ...]] = {}
    for path in decision_paths(root):
        record_id = Path(path).stem
        decisions[record_id], faults = read_decisions(root, record_id)
        problems += faults
    erasures, faults = read_erasures(root)
    problems += faults
    signers, faults = read_signers(root)
    return Governance(policy, holders, decisions, erasures, signers), problems + faults


def decision_paths(root: Path) -> list[str]:
    """Return the paths of all decision files; a symbolic link stops the build when it is read."""
    names = sorted(p.name for p in (root / "persetujuan").glob("*.jsonl"))
    return [f"persetujuan/{name}" for name in names if not name.startswith("biaya-")]


def _read_policy(root: Path) -> tuple[Policy, list[Problem]]:
    if not (root / POLICY_PATH).exists():
        return SMALL_POLICY, []
    _, text, problems = read_text(root, POLICY_PATH)
    reading = read_yaml(text, POLICY_PATH, inside="kebijakan")
    policy, faults = validate(Policy, reading.tree, reading.places, POLICY_PATH)
    problems += [*reading.problems, *faults] if not problems else []
    if policy and not problems:
        problems = [
            problem(POLICY_PATH, 1, "jenis", "G04", kind=kind)
            for kind in Kind
            if kind not in policy.kinds
        ]
        problems += [
            problem(POLICY_PATH, 1, f"jenis.{kind}", "G07")
            for kind in RECORD_TYPES
            if kind in policy.kinds and not all(policy.kinds[kind].paths)
        ]
    return (policy if policy and not problems else SMALL_POLICY), problems


def _read_holders(root: Path) -> tuple[tuple[Holder, ...], list[Problem]]:
    if not (root / HOLDERS_PATH).exists():
        return (), []
    _, text, problems = read_text(root, HOLDERS_PATH)
    if problems:
        return (), problems
    entries, problems = yaml_entries(text, HOLDERS_PATH, "peran")
    holders, faults, _ = parse_entries(entries, Holder, HOLDERS_PATH)
    problems += faults
    return tuple(holders), problems


def read_decisions(root: Path, record_id: str) -> tuple[tuple[Decision, ...], list[Problem]]:
    """Read one file of decisions, an unordered set; returned in order of time.

    A line that was cut or changed is a mistake, also where the rest of it can be read.
    """
    path = f"persetujuan/{record_id}.jsonl"
    _, text, problems = read_text(root, path)
    decisions: list[Decision] = []
    lines = text.split("\n")
    if text and lines[-1]:
        problems.append(problem(path, len(lines), "", "G01", reason="LF"))
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        try:
            decision = parse_decision(line)
        except ValueError as error:
            problems.append(problem(path, number, "", "G01", reason=_reason(error)))
            continue
        if decision.record != record_id:
            problems.append(problem(path, number, "rekor", "G02", value=decision.record))
        decisions.append(decision)
    times = {decision.time for decision in decisions}
    if len(times) == len(decisions):  # nearly always, and their text is dear to render
        return tuple(sorted(decisions, key=lambda decision: decision.time)), problems
    unique = {(decision.time, render_decision(decision)): decision for decision in decisions}
    return tuple(decision for _, decision in sorted(unique.items())), problems


def read_erasures(root: Path) -> tuple[tuple[Erasure, ...], list[Problem]]:
    """Read `persetujuan/dihapus/*.json`: what was erased, and may not come back."""
    found: list[Erasure] = []
    problems: list[Problem] = []
    for file in sorted((root / "persetujuan" / "dihapus").glob("*.json")):
        path = f"persetujuan/dihapus/{file.name}"
        _, text, faults = read_text(root, path)
        problems += faults
        if faults:
            continue
        try:
            raw = json.loads(text)
            tree = {english(str(key), "dihapus"): value for key, value in raw.items()}
            tree["time"] = parse_moment(tree.get("time"))
            erased = Erasure.model_validate(tree)
            if erased.record != file.stem or erased.type not in RECORD_TYPES:
                raise ValueError("rekor")
            found.append(erased)
        except (ValueError, AttributeError, RecursionError) as error:
            problems.append(problem(path, 0, "", "G16", reason=_reason(ValueError(error))))
    return tuple(found), problems


def render_erasure(erased: Erasure) -> str:
    """Return the file of an erasure."""
    values = erased.model_dump(mode="json")
    row = {written(name, "dihapus"): value for name, value in values.items()}
    return json.dumps(row, ensure_ascii=False) + "\n"


def parse_decision(line: str) -> Decision:
    """Return the decision of one line. Raises ValueError for anything else."""
    try:
        raw = json.loads(line, object_pairs_hook=_once)
    except RecursionError as error:
        raise ValueError("JSON") from error
    if not isinstance(raw, dict):
        raise ValueError("JSON")
    if "\\u" in line:
        json.dumps(raw, ensure_ascii=False).encode()  # raises for half a surrogate pair
    tree = {english(str(key), "keputusan"): value for key, value in raw.items()}
    try:
        tree["time"] = parse_moment(tree.get("time"))
    except PydanticCustomError as error:
        raise ValueError("waktu") from error
    decision = Decision.model_validate(tree)
    object.__setattr__(decision, "__pydantic_fields_set__", FIELDS)  # one for all: 700 bytes less
    if decision.time.year < EARLIEST:
        raise ValueError("waktu")
    return decision


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the object; a key that stands twice could mean two things. Raises ValueError."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("JSON")
    return found


def render_decision(decision: Decision) -> str:
    """Return the canonical line of a decision, without line end (approval.md, Decisions)."""
    return _canonical({**_covered(decision), "tanda_tangan": decision.signature})


def signed_part(decision: Decision) -> bytes:
    """Return what a signature covers: the canonical line without `tanda_tangan`, with its LF."""
    return _canonical(_covered(decision)).encode() + b"\n"


def _covered(decision: Decision) -> dict[str, object]:
    return {
        "v": decision.v,
        "rekor": decision.record,
        "sidik": decision.digest,
        "peran": decision.role,
        "orang": decision.person,
        "keputusan": decision.act,
        "waktu": decision.time.isoformat(timespec="seconds"),
        "kode_alasan": decision.reason_code,
        "alasan": decision.reason,
        "penerus": decision.successor,
        "catatan_sidik": decision.note_digest,
    }


_canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"JSON: {error.msg}"
    if isinstance(error, ValidationError):
        return ", ".join(".".join(map(str, e["loc"])) for e in error.errors())
    return str(error)
