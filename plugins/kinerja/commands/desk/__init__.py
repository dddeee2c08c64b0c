"""Commands of the desk: what they share is how one decision is carried out and said."""

from functools import partial
from pathlib import Path

from kinerja.approval.signing import ssh_sign
from kinerja.building.stage import exclusive
from kinerja.commands.configuration import project_settings
from kinerja.commands.deciding import Made, Wish, make_decision
from kinerja.commands.guard import chosen, content_folder
from kinerja.commands.words import console, content_option, say
from kinerja.model.governance import Act, Role
from kinerja.model.signers import Namespace


def role_of(name: str) -> Role:
    """Return a role by its name. Raises Refused."""
    return Role(chosen("as", name, Role))


def carry_out(content: str, key: str, wish: Wish) -> None:
    """Make one decision and say what came of it. Raises Refused, SigningFailed, OSError."""
    terminal, root = console(), content_folder(content)
    sign = partial(ssh_sign, key=key, namespace=Namespace.DECISION)
    with exclusive(root, lambda holder: terminal.print(say("waiting", holder=holder))):
        made = make_decision(root, project_settings(root).trust, wish, sign)
    for line in said(made, content):
        terminal.print(line)


def said(made: Made, content: str | Path) -> list[str]:
    """Return in words what was decided in a content folder, and whose turn it is."""
    decision = made.decision
    words = {
        "person": decision.person,
        "role": decision.role,
        "act": decision.act,
        "digest": decision.digest[:12],
        "id": decision.record,
    }
    is_forward = decision.act in (Act.SUBMIT, Act.APPROVE)
    after = "next-role" if made.next_role and is_forward else f"after-{decision.act}"
    more = {"id": decision.record, "role": made.next_role, "content": content_option(content)}
    return [say("decided", **words), say(after, **more)]
