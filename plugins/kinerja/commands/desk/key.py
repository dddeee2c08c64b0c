"""`invoke desk.key`: make a key to sign decisions with, and say what to do with its public half."""

from pathlib import Path

from kinerja.approval.signing import DEFAULT_KEY, SigningFailed, make_key
from kinerja.commands.guard import Refused, guarded
from kinerja.commands.words import console, say
from kinerja.model.fields import MAILBOX
from kinerja.model.signers import Namespace


@guarded
def run(person: str, key: str) -> int:
    """Make the key pair; 0 made, 2 not."""
    if not MAILBOX.fullmatch(person):
        raise Refused("bad-person", {"person": person})
    path = Path(key or DEFAULT_KEY).expanduser()
    console().print(say("key-asks", path=path))
    try:
        kind, data = make_key(path, person).split(" ")[:2]
    except SigningFailed as failed:
        raise Refused("key-not-made", {"reason": failed}) from None
    namespaces = f"{Namespace.DECISION},{Namespace.COST_REVIEW}"  # roles say who may do which
    line = f'{person} namespaces="{namespaces}" {kind} {data}'
    console().print(say("key-made", path=path, line=line))
    return 0
