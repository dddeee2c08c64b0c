"""What a rule looks at: one decision, what counted before it, and the terms of the record."""

from collections.abc import Callable
from dataclasses import dataclass

from kinerja.approval.facts import About
from kinerja.model.fields import Digest
from kinerja.model.governance import Act, Decision, Mailboxes, Paths, Role


def of_nothing(_digest: Digest) -> About:
    """Know nothing of any edition."""
    return About()


def no_figures(_digest: Digest) -> frozenset[str]:
    """Know no figures."""
    return frozenset()


def any_unit(_unit: str) -> frozenset[str]:
    """Know no units."""
    return frozenset()


def needs_no_signature(_decision: Decision) -> bool:
    """Accept a decision as it stands (policy without signatures)."""
    return True


@dataclass(frozen=True, slots=True)
class Terms:
    """Under what terms decisions on one record count.

    `about` and `figures` of an edition are asked for only when a rule needs them. `above` gives
    a unit with all those whose heads may speak for it. `is_signed` checks the signature.
    """

    paths: Paths
    mailboxes: Mailboxes
    about: Callable[[Digest], About] = of_nothing
    figures: Callable[[Digest], frozenset[str]] = no_figures
    above: Callable[[str], frozenset[str]] = any_unit
    is_signed: Callable[[Decision], bool] = needs_no_signature


@dataclass(frozen=True, slots=True)
class Case:
    """A decision, the decisions on the same digest that counted before, and the public edition."""

    decision: Decision
    counted: tuple[Decision, ...]
    terms: Terms
    public: Digest | None = None

    @property
    def given(self) -> tuple[Role, ...]:
        """Roles that approved this edition, in order."""
        return tuple(d.role for d in self.counted if d.act is Act.APPROVE)


Rule = Callable[[Case], bool]
"""Returns whether the decision keeps the rule."""
