"""Commands of the desk: what they share is how one decision is carried out and said."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kinerja.approval.signing import SigningFailed, ssh_sign
from kinerja.building.stage import exclusive
from kinerja.commands.configuration import project_settings
from kinerja.commands.deciding import Made, Refused, Wish, make_decision
from kinerja.commands.words import console, content_option, print_problems, say
from kinerja.model.governance import Act, Role
from kinerja.model.signers import Namespace


def carry_out(content: str, key: str, role_name: str, wish_of: Callable[[Role], Wish]) -> int:
    """Make one decision and say what came of it; 0 recorded, 1 refused, 2 cannot be tried."""
    terminal = console()
    root = Path(content).resolve()
    if role_name not in {str(role) for role in Role}:
        terminal.print(say("unknown-role", role=role_name, choices=", ".join(Role)))
        return 2
    if not root.is_dir():
        terminal.print(say("no-content", path=root))
        return 2
    wish = wish_of(Role(role_name))
    trust = project_settings(root).trust
    sign = partial(_sign, key)
    try:
        with exclusive(root, lambda holder: terminal.print(say("waiting", holder=holder))):
            made = make_decision(root, trust, wish, sign)
    except Refused as refused:
        print_problems(terminal, refused.problems)
        terminal.print(say(refused.sentence, **refused.words))
        return 2 if refused.sentence == "who" else 1
    except SigningFailed as failed:
        terminal.print(say("not-signed", reason=failed))
        return 2
    for line in said(made, content):
        terminal.print(line)
    return 0


def _sign(key: str, data: bytes, _person: str) -> str:
    return ssh_sign(data, key, Namespace.DECISION)


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
