"""`invoke preview`: the site as it would look, a form and a review page for every record."""

import contextlib

from kinerja.commands.configuration import project_settings
from kinerja.commands.guard import Refused, content_folder, guarded
from kinerja.commands.words import console, say

from .server import open_server
from .session import Session
from .watching import watching


@guarded
def run(content: str, port: int, key: str) -> int:
    """Serve until Ctrl-C; 2 when there is no content or the port is taken."""
    session = Session(project_settings(content_folder(content)), key)
    try:
        server = open_server(session, port)
    except (OSError, OverflowError):
        raise Refused("port-taken", {"port": port}) from None
    console().print(say("serving", port=f"{server.server_address[1]}/tinjau"))
    with server, contextlib.suppress(KeyboardInterrupt):
        session.begin()
        with watching(session):
            server.serve_forever()
    return 0
