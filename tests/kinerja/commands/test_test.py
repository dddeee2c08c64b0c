"""`invoke test`: every check runs, the first failure decides, the end says what was missing."""

import importlib.util
from pathlib import Path

import pytest

from kinerja.commands import test as command
from kinerja.commands.environment import PROJECT, Tool
from kinerja.commands.test import Result, Step

SFEED = Tool("sfeed", "a strict reader", ("sfeed",), (), "sfeed")


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> list[Tool]:
    """Return the tools that are missing and cannot be had: a list to put them in."""
    missing: list[Tool] = []
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(command, "find_missing", lambda: tuple(missing))
    monkeypatch.setattr(command, "find_install_prefix", lambda: None)
    return missing


def set_codes(monkeypatch: pytest.MonkeyPatch, *codes: int) -> None:
    """Put in place of the checks as many that print their name and end with these codes."""
    checks = tuple(
        Step(f"check-{number}", ("-c", f"print('ran {number}'); raise SystemExit({code})"))
        for number, code in enumerate(codes)
    )
    monkeypatch.setattr(command, "steps", lambda _: checks)


def test_order_of_the_checks() -> None:
    """The quick ones first, the tests last."""
    names = ["ruff format", "ruff check", "mypy", "lint-imports", "pytest", "pytest alone"]
    assert names == [step.name for step in command.steps("")]


def test_what_runs_alone_is_there_and_runs_once() -> None:
    """Each file is left out of the run before by its path."""
    *_, together, alone = command.steps("")
    assert [] == [path for path in command.FORKING if not (PROJECT / path).is_file()]
    assert {f"--ignore={path}" for path in command.FORKING} <= {*together.arguments}
    assert command.FORKING == alone.arguments[-2:]


def test_words_for_pytest_are_split_as_in_a_shell() -> None:
    """`--args "-k 'a b' -x"` reaches pytest as three words."""
    words = command.steps("-k 'a b' -x")[-1].arguments
    assert ("-m", "pytest", "-k", "a b", "-x") == words


def test_every_check_runs_and_the_first_failure_decides(
    prepared: list[Tool], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Codes 0, 3, 5: all three are heard, 3 is returned."""
    set_codes(monkeypatch, 0, 3, 5)
    assert command.run("") == 3
    heard = capfd.readouterr().out
    assert ["ran 0", "ran 1", "ran 2"] == [
        line for line in heard.splitlines() if line.startswith("ran")
    ]
    assert heard.endswith("Failed: check-1, check-2.\n")


def test_all_passed(
    prepared: list[Tool], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing failed, nothing missing: 0, and the last line says so."""
    set_codes(monkeypatch, 0)
    assert command.run("") == 0
    assert capfd.readouterr().out.endswith("Everything passed.\n")


@pytest.mark.parametrize(("ci", "expected"), [("", 0), ("true", 1)])
def test_missing_tool(
    ci: str,
    expected: int,
    prepared: list[Tool],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A tool that cannot be had is listed with the way to get it; in CI it is a failure."""
    prepared.append(SFEED)
    set_codes(monkeypatch, 0)
    monkeypatch.setenv("CI", ci)
    assert expected == command.run("")
    assert (
        "  sfeed: a strict reader\n    get it with: apt-get install sfeed" in capfd.readouterr().out
    )


def test_tools_are_got_where_that_is_allowed(
    prepared: list[Tool], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With a prefix the missing tools are got, and the summary has nothing missing."""
    prepared.append(SFEED)
    set_codes(monkeypatch, 0)
    monkeypatch.setattr(command, "find_install_prefix", lambda: ())
    monkeypatch.setattr(command, "get_tools", lambda tools, prefix, run: ())
    assert command.run("") == 0
    heard = capfd.readouterr().out
    assert heard.startswith("Getting by apt-get: sfeed\n")
    assert heard.endswith("Everything passed.\n")


def test_without_the_packages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After `pip install -r requirements.txt` alone: code 2 and the command that helps."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert command.run("") == 2
    assert "pip install --require-hashes -r requirements-test.txt" in capsys.readouterr().err


def test_summary() -> None:
    """A line for each check and each missing tool, then the verdict."""
    results = [Result("ruff check", 0, 0.04), Result("pytest", 1, 61.2)]
    expected = """
Summary
  ruff check   passed          0.0 s
  pytest       FAILED (1)     61.2 s
  sfeed        missing, its tests skipped
Failed: pytest."""
    assert expected == command.render_summary(results, [SFEED], ci=False)


def test_summary_in_ci() -> None:
    """In CI the missing tool is among what failed."""
    expected = """
Summary
  pytest       passed         61.2 s
  sfeed        missing, which is a failure with CI=true
Failed: sfeed."""
    assert expected == command.render_summary([Result("pytest", 0, 61.2)], [SFEED], ci=True)


def test_ci_calls_the_same_command() -> None:
    """`.ci/run` and the pre-commit hook hold no check of their own."""
    root = Path(__file__).parents[3]
    assert '/../invoke" test "$@"' in (root / ".ci" / "run").read_text("utf-8")
    assert "entry: ./invoke test\n" in (root / ".pre-commit-config.yaml").read_text("utf-8")
