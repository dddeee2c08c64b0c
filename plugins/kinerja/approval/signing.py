"""Signing with OpenSSH: `ssh-keygen` holds the key, or its agent does; no key is read here."""

import subprocess
from pathlib import Path

from kinerja.model.signers import Namespace

DEFAULT_KEY = Path("~/.ssh/portal-kinerja")
SECONDS = 60
"""How long somebody may take to type a passphrase."""


class SigningFailed(Exception):
    """ssh-keygen is missing, the key is not there, or it did not sign."""


def ssh_sign(data: bytes, key: str, namespace: Namespace) -> str:
    """Return the armoured signature of some bytes. Raises SigningFailed.

    `key` is the path of a private key, or of a public one whose private half an agent holds; ''
    stands for the key that `invoke desk.key` makes.
    """
    path = Path(key).expanduser() if key else DEFAULT_KEY.expanduser()
    if not path.is_file():
        raise SigningFailed(f"{path}: tidak ada; buat dengan invoke desk.key, atau sebut --key")
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(path), "-n", str(namespace)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=True, timeout=SECONDS)
    except FileNotFoundError:
        raise SigningFailed("ssh-keygen tidak ada; pasang openssh-client") from None
    except subprocess.TimeoutExpired:
        raise SigningFailed(f"{path}: ssh-keygen tidak menjawab dalam {SECONDS} detik") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        is_open = "UNPROTECTED PRIVATE KEY" in said
        way_out = f"terbaca oleh orang lain; jalankan chmod 600 {path}" if is_open else said
        raise SigningFailed(f"{path}: {way_out}") from None
    return done.stdout.decode("ascii")


def make_key(path: Path, person: str) -> str:
    """Make an Ed25519 key pair that asks for its passphrase; return the public line.

    Raises SigningFailed; never replaces a key that is there.
    """
    if path.exists():
        raise SigningFailed(
            f"{path}: sudah ada; pakai kunci itu, atau sebut tempat lain dengan --key"
        )
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-C", person, "-f", str(path)]
        subprocess.run(command, check=True)
    except FileNotFoundError:
        raise SigningFailed("ssh-keygen tidak ada; pasang openssh-client") from None
    except subprocess.CalledProcessError:
        raise SigningFailed(f"{path}: kunci tidak dibuat") from None
    return Path(f"{path}.pub").read_text("ascii").strip()
