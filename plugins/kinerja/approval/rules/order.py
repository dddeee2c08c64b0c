"""In which order decisions count: handed in first, then the roles of a path, one by one."""

from collections.abc import Iterator

from kinerja.model.fields import Digest
from kinerja.model.governance import Act, Role

from .case import Case, Terms


def a_submission_comes_first(case: Case) -> bool:
    """A decision on an edition counts only after an `ajukan` of the same digest."""
    if case.decision.act is not Act.APPROVE:
        return True
    return any(earlier.act is Act.SUBMIT for earlier in case.counted)


def roles_follow_in_order(case: Case) -> bool:
    """Roles approve in the order of a path that is open to the edition; others do not count.

    After the urgent path the roles left out review it late, in any order.
    """
    if case.decision.act is not Act.APPROVE:
        return True
    role = case.decision.role
    begun = (*case.given, role)
    if any(open_paths(case.terms, case.decision.digest, case.public, begun)):
        return True
    urgent = case.terms.paths.urgent
    is_late = bool(urgent) and case.given[: len(urgent)] == urgent
    return is_late and role in case.terms.paths.full and role not in case.given


def open_paths(
    terms: Terms, digest: Digest, public: Digest | None, begun: tuple[Role, ...] = ()
) -> Iterator[tuple[Role, ...]]:
    """Yield the paths that begin with some roles and by which an edition may be approved.

    Always the full one; the urgent one where it says `darurat`; the light one where every figure
    is bound or stood in the edition approved before, of the same unit (approval.md, Who). The
    edition is looked into only where the answer depends on it.
    """
    paths = terms.paths
    for path in dict.fromkeys((paths.full, paths.urgent, paths.light)):
        if path[: len(begun)] == begun and (
            path == paths.full
            or (path == paths.urgent and terms.about(digest).is_urgent)
            or (path == paths.light and not has_news(terms, digest, public))
        ):
            yield path


def has_news(terms: Terms, digest: Digest, public: Digest | None) -> bool:
    """Whether an edition states figures neither bound nor approved before, or changed hands."""
    if public and terms.about(public).unit != terms.about(digest).unit:
        return True
    before = terms.figures(public) if public else frozenset()
    return not terms.figures(digest) <= before
