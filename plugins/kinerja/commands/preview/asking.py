"""What a request must be before anything is looked at: of this machine, of this server, by a form.

A page of another site may make a browser ask 127.0.0.1, also under a name of its own (DNS
rebinding). So the host must be ours, and what writes must come from a page of ours: by its origin
and by the secret of the session, which only our pages carry.
"""

import secrets
from email.message import Message
from urllib.parse import parse_qsl

from kinerja.commands.deciding import Wish
from kinerja.model.governance import Act, Role, WithdrawalReason

FORM = "application/x-www-form-urlencoded"
MOST = 8192
"""Bytes of a form; the longest reason has some 3,600 when it is encoded."""

LONGEST = 300
"""Characters of a reason (approval.md, Decisions)."""

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


def check_form(headers: Message, port: int) -> int:
    """Return the length of a form that a page of this server sent. Raises Denied."""
    host = check_host(headers, port)
    origins, sites = headers.get_all("Origin") or [], headers.get_all("Sec-Fetch-Site") or []
    ours = {*origins} <= {f"http://{host}"} and {*sites} <= {"same-origin"}
    if not ours or not (origins or sites):
        raise Denied(403)
    if headers.get_content_type() != FORM:
        raise Denied(415)
    length = str(headers.get("Content-Length", ""))
    if not (length.isascii() and length.isdecimal()) or "Transfer-Encoding" in headers:
        raise Denied(411)
    if len(length) > len(str(MOST)) or int(length) > MOST:
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
        bad_reason = len(reason) > LONGEST or (act is Act.RETURN and not reason)
        if bad_reason or not form["sidik"] or (code and code not in REASONS):
            raise ValueError
        who = (Role(role), person)
    except (ValueError, KeyError):
        raise Denied(400) from None
    if not secrets.compare_digest(form["token"].encode(), token.encode()):
        raise Denied(403)
    successor = form.get("penerus", "").strip() or None
    return Wish(record, act, *who, code, reason or None, successor, form["sidik"])


def _plain(text: str) -> str:
    """Return text on one line, without characters that cannot be seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
