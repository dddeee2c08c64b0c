"""The key of this user, by which a build knows what earlier builds of this user wrote.

It lies outside the project: who may write in the cache or beside the output cannot make one.
"""

import hmac
import os
from contextlib import suppress
from functools import cache
from pathlib import Path

LENGTH = 32


@cache
def secret() -> bytes:
    """Return the key of this user, made once; one for this run only where it cannot be kept."""
    made = os.urandom(LENGTH)
    try:
        state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
        path = Path(state, "portal-kinerja", "cache.key")
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileExistsError):  # another build was faster
                handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
                with os.fdopen(handle, "wb") as file:
                    file.write(made)
        found = path.read_bytes()
        return found if len(found) == LENGTH else made
    except (OSError, RuntimeError):  # no home
        return made


def mac(data: bytes) -> bytes:
    """Return the MAC of some bytes, HMAC-SHA-256."""
    return hmac.digest(secret(), data, "sha256")


def is_ours(data: bytes, code: bytes) -> bool:
    """Whether a MAC is that of these bytes."""
    return hmac.compare_digest(mac(data), code)
