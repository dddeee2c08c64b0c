"""Keys that may sign, with their owner, purpose and time (`penanda.allowed_signers`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Namespace(StrEnum):
    """What a signature is for; OpenSSH binds it into the signed bytes."""

    DECISION = "persetujuan@portal"
    GOVERNANCE = "tata-kelola@portal"
    MANIFEST = "manifes@portal"
    COST_REVIEW = "reviu-biaya@portal"


@dataclass(frozen=True, slots=True)
class Signer:
    """One line of the file: whose key it is, for what, and from when until when it counts.

    `key` is `ssh-ed25519 <base64>`; both `first` and `last` are included, as in ssh-keygen.
    """

    person: str
    namespaces: frozenset[str]
    key: str
    first: datetime | None = None
    last: datetime | None = None

    def may_sign(self, person: str, namespace: str, moment: datetime) -> bool:
        """Whether the key speaks for this person, for this purpose, at this time."""
        begun = self.first is None or self.first <= moment
        ended = self.last is not None and moment > self.last
        return self.person == person and namespace in self.namespaces and begun and not ended


@dataclass(frozen=True, slots=True)
class Signers:
    """All keys that may sign, by key, and the keys that count no more at any time."""

    by_key: Mapping[str, tuple[Signer, ...]] = field(default_factory=dict)
    revoked: frozenset[str] = frozenset()
