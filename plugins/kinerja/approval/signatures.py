"""OpenSSH signatures checked: by sshsig, and by the rules that sshsig leaves to its caller.

sshsig neither enforces person, purpose and time nor minds what stands before the armour or which
hash was used; ssh-keygen does. A test holds both against the same cases.
"""

import re
from datetime import datetime

from sshsig import InvalidSignature
from sshsig.sshsig import SshsigSignature, check_signature

from kinerja.model.signers import Namespace, Signers

ARMOUR = re.compile(
    r"-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/]{70}\n)*[A-Za-z0-9+/]{1,70}={0,2}\n"
    r"-----END SSH SIGNATURE-----\n?",
    re.ASCII,
)
"""Nothing before, after or between the lines that ssh-keygen writes."""

HASHES = (b"sha512", b"sha256")


def signing_key(data: bytes, armour: str, namespace: Namespace) -> str:
    """Return the key (`ssh-ed25519 <base64>`) that signed these bytes, '' where none did."""
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
