"""One ledger with every mistake: the complete list, in the words that an editor reads."""

from pathlib import Path

from cost_appendix.messages import DECLARATIONS, MESSAGES, SPREADSHEETS
from cost_appendix.reading import read_ledger
from cost_appendix.rules import RULES
from tabular.messages import MESSAGES as FORM
from tabular.problems import render_problem
from tests.cost_appendix.ledgers import LAST_DAY

CONTENT = Path(__file__).parents[1] / "golden" / "costs"
EXPECTED = (CONTENT / "problems.txt").read_text(encoding="utf-8")


def test_every_mistake_is_told_at_once() -> None:
    """All problems of all files come in one run, each with place, sentence and code."""
    problems = read_ledger(CONTENT, {"pusat", "itjen"}, LAST_DAY)[1]
    told = [render_problem(item, FORM | MESSAGES, "id") for item in problems]
    assert EXPECTED.splitlines() == told


def test_the_list_holds_every_code_of_the_ledger() -> None:
    """What is left out needs a missing file, stops nothing, or is said elsewhere."""
    elsewhere = {"K02", "K77"} | set(DECLARATIONS) | set(SPREADSHEETS)
    missing = [code for code in MESSAGES if f"({code})" not in EXPECTED]
    assert sorted(elsewhere) == sorted(missing)


def test_every_rule_is_broken() -> None:
    """Each rule finds something there, so that none can fall silent."""
    ledger, _ = read_ledger(CONTENT, {"pusat", "itjen"}, LAST_DAY)
    assert [] == [rule.__name__ for rule in RULES if not list(rule(ledger))]
