"""What a request must be before anything is looked at: of this machine, of this server, by a form.

A page of another site may make a browser ask 127.0.0.1, also under a name of its own (DNS
rebinding). So the host must be ours, and what writes must come from a page of ours: by its origin
and by the secret of the session, which only our pages carry.
"""

import re
import secrets
from email.message import Message
from urllib.parse import parse_qsl

from kinerja.commands.deciding import Wish
from kinerja.model.governance import LONGEST_REASON, Act, Role, WithdrawalReason
from kinerja.reading.attachments import MAX_ATTACHMENT

FORM = "application/x-www-form-urlencoded"
WITH_FILES = "multipart/form-data"
MOST = 8192
"""Bytes of a form; the longest reason has some 3,600 when it is encoded."""

EVERY = frozenset({"token", "sidik", "keputusan", "siapa"})
FIELDS: dict[Act, frozenset[str]] = {
    Act.SUBMIT: EVERY,
    Act.APPROVE: EVERY,
    Act.RETURN: EVERY | {"alasan"},
    Act.WITHDRAW: EVERY | {"kode_alasan", "alasan", "penerus"},
}
"""Act -> the fields that its form has, no more and no less."""

REASONED = EVERY | {"alasan"}
"""Fields of the form that approves what the filter calls ceremony."""

REASONS = tuple(code for code in WithdrawalReason if code is not WithdrawalReason.PERSONAL_DATA)
"""Why a record is withdrawn here; personal data are erased too, by `invoke desk.withdraw`."""


MOST_WRITTEN = MAX_ATTACHMENT + 2**20
"""Bytes of the form that writes a record: one attachment, and the text."""

PART = re.compile(rb'Content-Disposition: form-data; name="([^"]*)"(?:; filename="([^"]*)")?')


Attached = tuple[str, bytes]


class Denied(Exception):
    """The request is not answered; `code` is the status of HTTP."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def check_host(headers: Message, port: int) -> str:
    """Return the host that was asked for. Raises Denied unless it is this server."""
    hosts = headers.get_all("Host") or []
    if len(hosts) != 1 or hosts[0] not in (f"127.0.0.1:{port}", f"localhost:{port}"):
        raise Denied(421)
    return str(hosts[0])


def check_form(headers: Message, port: int, kind: str = FORM, most: int = MOST) -> int:
    """Return the length of a form that a page of this server sent. Raises Denied."""
    host = check_host(headers, port)
    origins, sites = headers.get_all("Origin") or [], headers.get_all("Sec-Fetch-Site") or []
    ours = {*origins} <= {f"http://{host}"} and {*sites} <= {"same-origin"}
    if not ours or not (origins or sites):
        raise Denied(403)
    if headers.get_content_type() != kind:
        raise Denied(415)
    length = str(headers.get("Content-Length", ""))
    if not (length.isascii() and length.isdecimal()) or "Transfer-Encoding" in headers:
        raise Denied(411)
    if len(length) > len(str(most)) or int(length) > most:
        raise Denied(413)
    return int(length)


def read_wish(record: str, body: bytes, token: str) -> Wish:
    """Return what a form asks for. Raises Denied for a wrong secret and for any other form."""
    try:
        pairs = parse_qsl(body.decode("ascii"), True, True, errors="strict", max_num_fields=10)
        form = dict(pairs)
        act = Act(form["keputusan"])
        role, person = form["siapa"].split(" ")
        forms = (FIELDS[act], REASONED) if act is Act.APPROVE else (FIELDS[act],)
        if len(pairs) != len(form) or form.keys() not in forms:
            raise ValueError
        code = WithdrawalReason(form["kode_alasan"]) if act is Act.WITHDRAW else None
        reason = _plain(form.get("alasan", ""))
        bad_reason = len(reason) > LONGEST_REASON or (act is Act.RETURN and not reason)
        if bad_reason or not form["sidik"] or (code and code not in REASONS):
            raise ValueError
        who = (Role(role), person)
    except (ValueError, KeyError):
        raise Denied(400) from None
    if not secrets.compare_digest(form["token"].encode(), token.encode()):
        raise Denied(403)
    successor = form.get("penerus", "").strip() or None
    return Wish(record, act, *who, code, reason or None, successor, form["sidik"])


def read_fields(headers: Message, body: bytes, token: str) -> tuple[dict[str, str], Attached]:
    """Return the fields of a form with a file, and name and bytes of that file, '' for none.

    Raises Denied for a wrong secret and for what browsers do not send.
    """
    boundary = str(headers.get_param("boundary", "", unquote=True)).encode("ascii", "replace")
    fields: dict[str, str] = {}
    attached = ("", b"")
    parts = (b"\r\n" + body).split(b"\r\n--" + boundary) if boundary else []
    try:
        for part in parts[1:]:
            head, _, data = part.partition(b"\r\n\r\n")
            found = PART.search(head)
            if found and found[2] is None:
                fields[found[1].decode()] = data.decode()
            elif found and data:
                attached = (str(found[2], "utf-8"), data)
        sent = fields.pop("_token").encode()
    except (ValueError, KeyError):
        raise Denied(400) from None
    if not secrets.compare_digest(sent, token.encode()):
        raise Denied(403)
    return fields, attached


def _plain(text: str) -> str:
    """Return text on one line, without characters that cannot be seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
