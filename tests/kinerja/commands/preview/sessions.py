"""A session of the preview on the tiny content, its server, and one way to ask it anything."""

import http.client
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from kinerja.commands.configuration import project_settings
from kinerja.commands.preview.server import open_server
from kinerja.commands.preview.session import Session
from tests.kinerja import contents

NEW = "baru"
"""A page that waits for its author."""

PATH = f"/tinjau/{NEW}/"
AUTHOR, RESPONSIBLE = (f"{role} {person}" for role, person in contents.PERSONS.items())
"""What a form says of who decides."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one request."""

    code: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Desk:
    """A running preview and its content."""

    session: Session = field(repr=False)  # it holds all that was read
    port: int

    @property
    def content(self) -> Path:
        """The folder of the content."""
        return self.session.settings.content

    @property
    def host(self) -> str:
        """What a browser writes as host."""
        return f"127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        """Send exactly these headers, and the host unless they name another; '' leaves one out."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": self.host, **headers}.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(body)
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.getheaders()), response.read())
        connection.close()
        return answer

    def get(self, path: str) -> Answer:
        """Ask for a page as a browser does."""
        return self.ask("GET", path, {})

    def form(self, act: str, who: str, **more: str) -> dict[str, str]:
        """Return the fields of a form as the page of the new record has them now."""
        digest = re.search(r'name="sidik" value="(\w*)"', self.get(PATH).text)
        assert digest is not None
        fields = {"token": self.session.token, "sidik": digest[1]}
        return {**fields, "keputusan": act, "siapa": who, **more}

    def post(self, fields: Mapping[str, str] | bytes, path: str = PATH, **headers: str) -> Answer:
        """Send a form as a browser does from a page of this server; `headers` change that."""
        body = fields if isinstance(fields, bytes) else urlencode(fields).encode()
        usual = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(len(body)),
            "Origin": f"http://{self.host}",
            "Sec-Fetch-Site": "same-origin",
        }
        changed = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask("POST", path, {**usual, **changed}, body)

    def decided(self, record: str = NEW) -> list[str]:
        """Return the lines of decisions of a record."""
        path = self.content / "persetujuan" / f"{record}.jsonl"
        return path.read_text("utf-8").splitlines() if path.exists() else []


def open_session(folder: Path, key: str = "") -> Session:
    """Write the tiny content with a new page, and open a session on it."""
    content = contents.write_content(folder / "isi")
    contents.write_record(content, "halaman", NEW)
    return Session(project_settings(content), key)


@contextmanager
def open_desk(folder: Path, key: str = "") -> Iterator[Desk]:
    """Serve a session until the block ends."""
    session = open_session(folder, key)
    with open_server(session, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield Desk(session, int(server.server_address[1]))
        server.shutdown()
        thread.join()
