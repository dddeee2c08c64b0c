"""`invoke audit`: the long proofs, then known faults of packages where they can be looked up."""

import importlib.util

import pytest

from kinerja.commands import audit
from kinerja.commands.test import Result, Step


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the names of what is installed, to be changed by the test."""
    found = {"pytest", "pip_audit"}
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name if name in found else None)
    return found


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[Step]:
    """Put a recorder in place of every check; the proofs fail with 1, the other passes."""
    heard: list[Step] = []

    def record(step: Step) -> Result:
        heard.append(step)
        return Result(step.name, int(step.name == "tests/audit"), 1.0)

    monkeypatch.setattr(audit, "run_step", record)
    return heard


def test_both_are_run_and_the_first_failure_counts(installed: set[str], ran: list[Step]) -> None:
    """Further words go to pytest; the locked packages are looked up by their digests."""
    assert 1 == audit.run("-k kill")
    assert ["tests/audit", "pip-audit"] == [step.name for step in ran]
    assert ("-k", "kill") == ran[0].arguments[-2:]
    assert "--require-hashes" in ran[1].arguments


def test_what_is_missing_is_said(
    installed: set[str], ran: list[Step], capsys: pytest.CaptureFixture[str]
) -> None:
    """Without pip-audit the proofs run all the same; without pytest nothing does, exit 2."""
    installed.remove("pip_audit")
    assert 1 == audit.run("")
    assert "pip-audit is not installed" in capsys.readouterr().out
    installed.remove("pytest")
    assert (2, 1) == (audit.run(""), len(ran))
