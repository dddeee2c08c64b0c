"""Rules that a decision must keep to count; each family in a file, all of them in `RULES`."""

from .case import Case, Rule, Terms
from .order import a_submission_comes_first, open_paths, roles_follow_in_order
from .persons import (
    the_author_approves_nothing,
    the_person_decides_once,
    the_person_holds_the_role,
    the_role_may_take_back,
    the_signature_is_good,
    the_unit_is_theirs,
)
from .screening import ceremony_passes_with_a_reason, lacks_a_reason

RULES: tuple[tuple[str, Rule], ...] = (
    ("P10", the_person_holds_the_role),
    ("P11", the_author_approves_nothing),
    ("P12", the_person_decides_once),
    ("P13", a_submission_comes_first),
    ("P14", roles_follow_in_order),
    ("P19", the_role_may_take_back),
    ("P21", the_unit_is_theirs),
    ("P22", the_signature_is_good),
    ("P24", ceremony_passes_with_a_reason),
)
"""Code of the message and rule, in the order in which they are tried: the dearest comes last."""

__all__ = ["RULES", "Case", "Rule", "Terms", "lacks_a_reason", "open_paths"]
