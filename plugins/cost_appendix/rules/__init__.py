"""What adds up, or the build stops naming the rows: the rules of the ledger, one family a file.

A rule takes the whole ledger and yields problems; its docstring is the rule.
To add one: write the function, add it to its family's tuple, give it words in `messages`.
"""

from collections.abc import Callable, Iterator

from tabular.problems import Problem

from ..model import Ledger
from .chains import CHAIN_RULES
from .order import ORDER_RULES
from .revisions import REVISION_RULES
from .rows import ROW_RULES
from .sums import SUM_RULES

Rule = Callable[[Ledger], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *ROW_RULES,
    *ORDER_RULES,
    *CHAIN_RULES,
    *REVISION_RULES,
    *SUM_RULES,
)


def find_problems(ledger: Ledger) -> Iterator[Problem]:
    """Yield what every rule finds in the ledger, rule by rule."""
    for rule in RULES:
        yield from rule(ledger)
