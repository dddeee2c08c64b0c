"""`invoke test`: gets what tests need, then runs every check and sums up; also the gate of CI."""

import importlib.util
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .environment import (
    PROJECT,
    Command,
    Tool,
    find_install_prefix,
    find_missing,
    get_tools,
    is_ci,
    render_missing,
)

NO_PACKAGES = """\
The packages that tests need are not installed. Either of these gets them:
  ./invoke test
  python -m pip install --require-hashes -r requirements-test.txt"""

ON_ALL_CORES = ("--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile")
"""Tests of a file stay together: they share sites that took seconds to build."""

FORKING = ("tests/site/test_equivalence.py", "tests/kinerja/test_processes.py")
"""Tests of work over processes run alone: beside the threads of other tests nothing is forked."""

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True, slots=True)
class Step:
    """One check: its name in the summary and the arguments of Python that run it."""

    name: str
    arguments: Command


@dataclass(frozen=True, slots=True)
class Result:
    """How a check ended: its exit code and how long it took in seconds."""

    name: str
    code: int
    seconds: float


def steps(arguments: str) -> tuple[Step, ...]:
    """Return the checks in their order; `arguments` are further words for pytest, as in a shell."""
    return (
        Step("ruff format", ("-m", "ruff", "format", "--check", ".")),
        Step("ruff check", ("-m", "ruff", "check", ".")),
        Step("mypy", ("-m", "mypy")),
        Step("lint-imports", ("-c", LINT_IMPORTS, "--no-logo")),
        *_pytest(shlex.split(arguments)),
    )


def _pytest(words: Sequence[str]) -> Iterator[Step]:
    if words:  # a choice of somebody's own
        yield Step("pytest", ("-m", "pytest", *words))
        return
    others = (f"--ignore={path}" for path in FORKING)
    yield Step("pytest", ("-m", "pytest", *ON_ALL_CORES, *others))
    yield Step("pytest alone", ("-m", "pytest", *FORKING))


def first_failure(results: Sequence[Result]) -> int:
    """Return the first exit code that is not 0, or 0."""
    return next((result.code for result in results if result.code), 0)


def render_summary(results: Sequence[Result], missing: Sequence[Tool], ci: bool) -> str:
    """Return the closing words: a line for each check, what was missing, and the verdict."""
    lines = [
        f"  {result.name:<12} {'passed' if result.code == 0 else f'FAILED ({result.code})':<11}"
        f" {result.seconds:7.1f} s"
        for result in results
    ]
    if missing:
        state = "missing, which is a failure with CI=true" if ci else "missing, its tests skipped"
        lines += [f"  {tool.name:<12} {state}" for tool in missing]
    failed = [result.name for result in results if result.code]
    failed += [tool.name for tool in missing] if ci else []
    if failed:
        verdict = f"Failed: {', '.join(failed)}."
    else:
        verdict = "Everything that could run passed." if missing else "Everything passed."
    return "\n".join(["", "Summary", *lines, verdict])


def run(args: str) -> int:
    """Get the tools, run every check with its output shown, return the first code that is not 0.

    Every check runs even when one before it failed. A tool that cannot be had skips its tests;
    with CI=true that is a failure (code 1). Without the packages for tests the code is 2.
    """
    if importlib.util.find_spec("pytest") is None:
        print(NO_PACKAGES, file=sys.stderr)
        return 2
    ci = is_ci(os.environ)
    missing = _prepare()
    results = [run_step(step) for step in steps(args)]
    print(render_summary(results, missing, ci), flush=True)
    return first_failure(results) or int(ci and bool(missing))


def _prepare() -> tuple[Tool, ...]:
    missing = find_missing()
    prefix = find_install_prefix() if missing else None
    if prefix is not None:
        print(f"Getting by apt-get: {', '.join(tool.name for tool in missing)}", flush=True)
        missing = get_tools(missing, prefix, _run_shown)
    if missing:
        print(f"Missing, so that its tests cannot run:\n{render_missing(missing)}", flush=True)
    return missing


def run_step(step: Step) -> Result:
    """Run one check with its output shown."""
    print(f"\n--- {step.name}", flush=True)
    begin = time.monotonic()
    code = _run_shown((sys.executable, *step.arguments), {"PYTHONPATH": str(PROJECT / "plugins")})
    return Result(step.name, code, time.monotonic() - begin)


def _run_shown(command: Command, variables: Mapping[str, str] | None = None) -> int:
    environment = {**os.environ, **(variables or {})}
    return subprocess.run(command, cwd=PROJECT, env=environment, check=False).returncode
