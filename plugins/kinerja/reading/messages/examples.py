"""An example of every mistake, as `--explain` and docs/rules.md show it.

`examples.csv` is written by `python -m tests.kinerja.reading.examples` from the folders of mistakes
that the tests keep; a test holds it to them.
"""

import csv
import json
from pathlib import Path
from typing import NamedTuple

from tabular.problems import Problem, problem

EXAMPLES_PATH = Path(__file__).with_name("examples.csv")
COLUMNS = ("code", "path", "line", "field", "details", "text")


class Example(NamedTuple):
    """A mistake, and the line of the file where it stands; '' where no line is at fault."""

    item: Problem
    line: str


def read_examples() -> dict[str, Example]:
    """Return the example of each code."""
    with EXAMPLES_PATH.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Example(
                problem(
                    *(row["path"], int(row["line"]), row["field"], row["code"]),
                    **json.loads(row["details"]),
                ),
                row["text"],
            )
            for row in csv.DictReader(file)
        }
