"""`invoke audit`: proofs that take too long for every change, and known faults of packages."""

import importlib.util
import shlex
import sys

from .test import NO_PACKAGES, Step, first_failure, render_summary, run_step

LOCKED = ("-r", "requirements-build.txt", "-r", "requirements-test.txt")
"""Together they hold every package of the program and of its tests."""

NO_ANSWER = """\
pip-audit names known faults above, or has no answer: it must be installed and reach
https://pypi.org; a mirror without advisories leaves packages out. Then nothing is known of them."""


def run(args: str) -> int:
    """Run tests/audit with its figures shown, return the first code that is not 0.

    pip-audit looks the locked packages up, and passes only if it has an answer for each. The code
    is 2 without the packages for tests.
    """
    if importlib.util.find_spec("pytest") is None:
        print(NO_PACKAGES, file=sys.stderr)
        return 2
    asked = ("-m", "pip_audit", "--strict", "--disable-pip", "--require-hashes", *LOCKED)
    steps = (
        Step("tests/audit", ("-m", "pytest", "tests/audit", "-rs", *shlex.split(args))),
        Step("pip-audit", (*asked, "--progress-spinner=off")),
    )
    results = [run_step(step) for step in steps]
    print(render_summary(results, (), ci=False), flush=True)
    if results[-1].code:
        print(NO_ANSWER, flush=True)
    return first_failure(results)
