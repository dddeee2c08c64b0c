"""`invoke desk.key`: make a key to sign decisions with, and say what to do with its public half."""

from pathlib import Path

from kinerja.approval.signing import DEFAULT_KEY, SigningFailed, make_key
from kinerja.commands.guard import guarded
from kinerja.commands.words import console, say
from kinerja.model.fields import MAILBOX
from kinerja.model.signers import Namespace


@guarded
def run(person: str, key: str) -> int:
    """Make the key pair; 0 made, 2 not."""
    terminal = console()
    if not MAILBOX.fullmatch(person):
        terminal.print(say("bad-person", person=person))
        return 2
    path = Path(key).expanduser() if key else DEFAULT_KEY.expanduser()
    try:
        public = make_key(path, person)
    except SigningFailed as failed:
        terminal.print(say("not-signed", reason=failed))
        return 2
    kind, data = public.split(" ")[:2]
    namespaces = f"{Namespace.DECISION},{Namespace.COST_REVIEW}"  # roles say who may do which
    line = f'{person} namespaces="{namespaces}" {kind} {data}'
    terminal.print(say("key-made", path=path, line=line))
    return 0
