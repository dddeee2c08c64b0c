"""`invoke preview`: the site as it would look, a form and a review page for every record."""

import contextlib
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja.commands.configuration import project_settings
from kinerja.commands.guard import guarded
from kinerja.commands.words import console, say

from .server import open_server
from .session import Session
from .watching import watching


@guarded
def run(content: str, port: int, key: str) -> int:
    """Serve until Ctrl-C; 2 when there is no content or the port is taken."""
    terminal = console()
    root = Path(content).resolve()
    if not root.is_dir():
        terminal.print(say("no-content", path=root))
        return 2
    with TemporaryDirectory(prefix="portal-kinerja-", ignore_cleanup_errors=True) as folder:
        session = Session(project_settings(root), key, Path(folder, "situs"))
        try:
            server = open_server(session, port)
        except (OSError, OverflowError):
            terminal.print(say("port-taken", port=port))
            return 2
        terminal.print(say("serving", port=f"{server.server_address[1]}/tinjau"))
        with server, watching(session), contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()
    return 0
