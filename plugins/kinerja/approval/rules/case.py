"""What a rule looks at: one decision, and what counted before it."""

from collections.abc import Callable
from dataclasses import dataclass

from kinerja.model.governance import Decision, Holder, Role


@dataclass(frozen=True, slots=True)
class Case:
    """A decision with the decisions on the same digest that counted before it."""

    decision: Decision
    counted: tuple[Decision, ...]
    required: tuple[Role, ...]
    holders: tuple[Holder, ...]


Rule = Callable[[Case], bool]
"""Returns whether the decision keeps the rule."""
