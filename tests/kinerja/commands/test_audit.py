"""`invoke audit`: the long proofs, then known faults of packages where they can be looked up."""

import importlib.util

import pytest

from kinerja.commands import audit
from kinerja.commands.test import Result, Step


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the names of what is installed, to be changed by the test."""
    found = {"pytest"}
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
    """Further words go to pytest; every locked package is looked up, and none left out."""
    assert 1 == audit.run("-k kill")
    assert ["tests/audit", "pip-audit"] == [step.name for step in ran]
    assert ("-k", "kill") == ran[0].arguments[-2:]
    assert {"--strict", "--require-hashes", *audit.LOCKED} <= {*ran[1].arguments}


def test_without_the_packages_for_tests_nothing_runs(installed: set[str], ran: list[Step]) -> None:
    """Exit 2."""
    installed.remove("pytest")
    assert (2, 0) == (audit.run(""), len(ran))


@pytest.mark.parametrize(("code", "said"), [(0, False), (1, True)])
def test_no_answer_is_no_good_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int, said: bool
) -> None:
    """Without pip-audit, network or advisories it fails, and what that means is said."""
    codes = {"tests/audit": 0, "pip-audit": code}
    monkeypatch.setattr(audit, "run_step", lambda step: Result(step.name, codes[step.name], 1.0))
    assert code == audit.run("")
    assert said == ("nothing is known of them" in capsys.readouterr().out)
