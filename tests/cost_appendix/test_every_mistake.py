"""One ledger with every mistake: the complete list, in the words that an editor reads."""

from pathlib import Path

from cost_appendix.messages import DECLARATIONS, MESSAGES
from cost_appendix.reading import read_ledger
from tabular.messages import MESSAGES as FORM
from tabular.problems import render_problem
from tests.cost_appendix.ledgers import LAST_DAY

CONTENT = Path(__file__).parent / "every_mistake"
EXPECTED = (CONTENT / "problems.txt").read_text(encoding="utf-8")


def test_every_mistake_is_told_at_once() -> None:
    """All problems of all files come in one run, each with place, sentence and code."""
    problems = read_ledger(CONTENT, {"setjen", "itjen"}, LAST_DAY)[1]
    told = [render_problem(item, FORM | MESSAGES, "id") for item in problems]
    assert EXPECTED.splitlines() == told


def test_the_list_holds_every_code_of_the_ledger() -> None:
    """What is left out needs a missing or a misnamed file, or is said at a record."""
    elsewhere = {"K01", "K02"} | set(DECLARATIONS)
    missing = [code for code in MESSAGES if f"({code})" not in EXPECTED]
    assert sorted(elsewhere) == sorted(missing)
