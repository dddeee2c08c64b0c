"""Many signatures in a moment: `ssh-keygen` takes ten milliseconds for each of them.

The form is that of PROTOCOL.sshsig of OpenSSH; what it makes is checked like every signature.
"""

import base64
import hashlib
import struct

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kinerja.model.signers import Namespace


class Pen:
    """A key in memory that signs as `ssh-keygen -Y sign` does."""

    def __init__(self, seed: bytes) -> None:
        """`seed` are any bytes: the same ones give the same key, so that a corpus repeats."""
        self._key = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(seed).digest())
        raw = self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self._public = _string(b"ssh-ed25519") + _string(raw)

    @property
    def public(self) -> str:
        """`ssh-ed25519 <base64>`."""
        return f"ssh-ed25519 {base64.b64encode(self._public).decode()}"

    def sign(self, data: bytes, namespace: Namespace) -> str:
        """Return the armour over some bytes."""
        head = _string(namespace.encode()) + _string(b"") + _string(b"sha512")
        signed = b"SSHSIG" + head + _string(hashlib.sha512(data).digest())
        signature = _string(_string(b"ssh-ed25519") + _string(self._key.sign(signed)))
        blob = b"SSHSIG" + struct.pack("!I", 1) + _string(self._public) + head + signature
        text = base64.b64encode(blob).decode()
        lines = "\n".join(text[at : at + 70] for at in range(0, len(text), 70))
        return f"-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n"


def _string(data: bytes) -> bytes:
    return struct.pack("!I", len(data)) + data
