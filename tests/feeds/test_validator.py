"""The validator of the W3C over every feed of the example (feeds.md, F1).

It is no package: FEEDVALIDATOR_DIR names a checkout of w3c/feedvalidator, whose `src` and what it
needs (html5lib, rdflib) some Python can import: FEEDVALIDATOR_PYTHON, or else this one.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.builds import Place
from tests.site.pages import SITE

CHECKOUT = os.environ.get("FEEDVALIDATOR_DIR", "")
PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
import feedvalidator
from feedvalidator import compatibility
for argument in sys.argv[2:]:
    path, _, address = argument.partition("=")
    text = open(path, encoding="utf-8").read()
    options = {"firstOccurrenceOnly": 0, "fallback": "utf-8", "base": address}
    found = feedvalidator.validateString(text, **options)["loggedEvents"]
    for event in compatibility.AAA(found):
        print(address, type(event).__name__, event.params)
"""


@pytest.mark.skipif(not CHECKOUT, reason="FEEDVALIDATOR_DIR names no checkout of the validator")
def test_the_validator_has_nothing_to_say(example: Place) -> None:
    """No message at level AAA for any RSS, Atom, archive or OPML."""
    files = [*example.output.glob("umpan/**/*.xml"), *example.output.glob("umpan/*.opml")]
    named = [f"{f}={SITE}/{f.relative_to(example.output).as_posix()}" for f in sorted(files)]
    python = os.environ.get("FEEDVALIDATOR_PYTHON", sys.executable)
    done = subprocess.run(
        [python, "-c", PROGRAM, str(Path(CHECKOUT, "src")), *named],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=300,
    )
    assert (True, []) == (len(named) > 40, done.stdout.splitlines())
