"""`invoke audit`: proofs that take too long for every change, and known faults of packages."""

import importlib.util
import shlex
import sys

from .test import NO_PACKAGES, Step, first_failure, render_summary, run_step


def run(args: str) -> int:
    """Run tests/audit with its figures shown, return the first code that is not 0.

    Where pip-audit is installed it looks the locked packages up; the code is 2 without the packages
    for tests.
    """
    if importlib.util.find_spec("pytest") is None:
        print(NO_PACKAGES, file=sys.stderr)
        return 2
    steps = [Step("tests/audit", ("-m", "pytest", "tests/audit", "-rs", *shlex.split(args)))]
    if importlib.util.find_spec("pip_audit"):
        locked = ("-m", "pip_audit", "--require-hashes", "-r", "requirements.txt")
        steps.append(Step("pip-audit", locked))
    else:
        print("pip-audit is not installed: known faults of packages are not looked up", flush=True)
    results = [run_step(step) for step in steps]
    print(render_summary(results, (), ci=False), flush=True)
    return first_failure(results)
