"""OpenSSH signatures checked: by sshsig, and by the rules that sshsig leaves to its caller.

sshsig neither enforces person, purpose and time nor minds what stands before the armour or which
hash was used; ssh-keygen does. A test holds both against the same cases.
"""

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime

from sshsig import InvalidSignature
from sshsig.sshsig import SshsigSignature, check_signature

from kinerja.kept import Kept
from kinerja.model.signers import Namespace, Signers
from kinerja.processes import spread

ARMOUR = re.compile(
    r"-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/]{70}\n)*[A-Za-z0-9+/]{1,70}={0,2}\n"
    r"-----END SSH SIGNATURE-----\n?",
    re.ASCII,
)
"""Nothing before, after or between the lines that ssh-keygen writes."""

HASHES = (b"sha512", b"sha256")


MANY = 2_000
"""From so many signatures on it pays to check them on all cores."""

_known: dict[bytes, str] = {}
"""Digest of bytes, signature and purpose -> key: a build decides twice about the same ones."""

CHECKED = Kept("signature", str)


def signing_key(data: bytes, armour: str, namespace: Namespace) -> str:
    """Return the key (`ssh-ed25519 <base64>`) that signed these bytes, '' where none did."""
    name = _name(data, armour, namespace)
    if name not in _known:
        _known[name] = _check((data, armour, namespace))
    return _known[name]


def check_many(asked: Iterable[tuple[bytes, str, Namespace]]) -> None:
    """Check signatures on all cores, so that `signing_key` answers at once afterwards.

    What an earlier build found about the same bytes and signature is taken from there.
    """
    new = {name: item for item in asked if (name := _name(*item)) not in _known}

    def checked(name: bytes) -> str:
        return CHECKED(lambda: _check(new[name]), name.hex())

    keys = spread(checked, list(new), lambda name: f"signature {name.hex()}", MANY)
    _known.update(zip(new, keys, strict=True))


def _name(data: bytes, armour: str, namespace: Namespace) -> bytes:
    return hashlib.sha256(
        b"\0".join((namespace.encode(), armour.encode("utf-8", "replace"), data))
    ).digest()


def _check(asked: tuple[bytes, str, Namespace]) -> str:
    data, armour, namespace = asked
    if not ARMOUR.fullmatch(armour):
        return ""
    try:
        parts = SshsigSignature.from_armored(armour)
        is_whole = parts.to_armored().replace("\n", "") == armour.replace("\n", "")
        if parts.hash_algo not in HASHES or not is_whole:
            return ""
        key = check_signature(data, armour, str(namespace))
    except (InvalidSignature, NotImplementedError, ValueError, AssertionError):
        return ""
    return key.openssh_str() if key.algo_name == "ssh-ed25519" else ""


def is_signed_by(
    person: str, data: bytes, armour: str, namespace: Namespace, moment: datetime, signers: Signers
) -> bool:
    """Whether a key of this person, valid at that time and not revoked, signed these bytes."""
    key = signing_key(data, armour, namespace)
    return key not in signers.revoked and any(
        signer.may_sign(person, namespace, moment) for signer in signers.by_key.get(key, ())
    )
