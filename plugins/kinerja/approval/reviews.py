"""Reviews of the ledger, judged: whose role and signature each has, and so whether it counts."""

from datetime import datetime

from cost_appendix.batches import Batch, ReviewState
from cost_appendix.events import events
from cost_appendix.model import Ledger
from cost_appendix.reviews import changed_rows, reviewed
from kinerja.model.governance import Governance, Role, Signing
from kinerja.model.signers import Namespace
from tabular.problems import Problem, problem

from .releases import WITHDRAWN, ReleaseDesk
from .rules.persons import holdings
from .signatures import is_signed_by


def judged_ledger(
    ledger: Ledger, governance: Governance, as_of: datetime
) -> tuple[Ledger, list[Problem]]:
    """Return the ledger with its reviews until `as_of`, each judged, and why some do not count."""

    def state_of(batch: Batch) -> ReviewState | None:
        if batch.time > as_of:
            return None
        if broken_rule(batch, governance):
            return ReviewState.REFUSED
        return ReviewState.SIGNED if batch.signature else ReviewState.UNSIGNED

    judged = reviewed(ledger, state_of)
    refused = [
        refusal(batch, broken_rule(batch, governance))
        for batch in judged.batches
        if batch.state is ReviewState.REFUSED
    ]
    return judged, [*refused, *changed_rows(judged)]


def broken_rule(batch: Batch, governance: Governance) -> str:
    """Return the code of the rule that a review breaks, '' for none.

    Its person holds the role `pereviu-itjen` on that day (P10), and a key of that person signed
    the line (P22); where the policy asks for no signatures, none need be there.
    """
    if not any(holdings(governance.mailboxes, Role.INSPECTOR, batch.person, batch.time)):
        return "P10"
    if batch.signature is None and governance.policy.signing is Signing.NOT_REQUIRED:
        return ""
    line, armour = batch.signed_part, batch.signature or ""
    purpose, signers = Namespace.COST_REVIEW, governance.signers
    is_signed = is_signed_by(batch.person, line, armour, purpose, batch.time, signers)
    return "" if is_signed else "P22"


def refusal(batch: Batch, code: str) -> Problem:
    """Return the problem of a review that breaks a rule."""
    details = {"person": batch.person, "role": Role.INSPECTOR, "moment": batch.moment}
    return problem(batch.path, batch.line, "", code, **details)


def release_events(ledger: Ledger, desk: ReleaseDesk) -> None:
    """Ask for a row of the release log for each review and each revision of the budget.

    What was announced and counts no more is taken back there, as a record that is withdrawn.
    """
    for event in events(ledger):
        if not event.is_void:
            desk.admits(event.code, event.edition)
        elif desk.is_known(event.code):
            desk.admits(event.code, WITHDRAWN)
