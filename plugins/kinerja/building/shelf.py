"""Pictures that were made once, kept in the cache between builds; none is believed unproved.

Whoever can write in the cache could publish pictures of their own. So each carries a proof by the
key of `kept`, which lies outside of project and cache.
"""

import contextlib
import hashlib
import hmac
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kinerja.disk import write_atomic
from kinerja.processes import spread

PROOF = hashlib.sha256().digest_size
MANY = 16
"""Pictures that lack from which on it is worth while to start processes."""


class Job(NamedTuple):
    """A picture to make: code of its record, '' for the site; by which function; from what.

    The `repr` of the inputs says all that the bytes depend on; `beside` only brings them about.
    """

    owner: str
    make: Callable[..., bytes]
    inputs: tuple[object, ...]
    beside: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Made pictures by name. `recipe` says with what they are made; `used` grows with `fill`."""

    folder: Path
    key: bytes
    recipe: str
    used: set[str] = field(default_factory=set, compare=False)

    def get(self, job: Job) -> bytes:
        """Return a picture from the cache where it is proved, or else make and keep it."""
        name = self._name(job)
        try:
            kept = (self.folder / name).read_bytes()
        except OSError:
            kept = b""  # not made yet, or a cache that cannot be read: that only costs time
        if hmac.compare_digest(kept[:PROOF], proof(self.key, name, kept[PROOF:])):
            return kept[PROOF:]
        data = job.make(*job.inputs, *job.beside)
        with contextlib.suppress(OSError):  # a cache that cannot be written only costs time
            write_atomic(self.folder / name, proof(self.key, name, data) + data)
        return data

    def fill(self, jobs: Collection[Job]) -> None:
        """Make the pictures that lack, on all cores where they are many."""
        names = {self._name(job): job for job in jobs}
        self.used.update(names)
        lacking = [job for name, job in names.items() if not (self.folder / name).exists()]
        if len(lacking) >= MANY:  # fewer are made when they are asked for
            made = spread(lambda job: len(self.get(job)), lacking, lambda job: job.owner, MANY)
            sum(made)

    def forget(self, owners: Iterable[str]) -> None:
        """Drop what these owners do not use any more: of what is withdrawn nothing stays."""
        known = {*owners}
        with contextlib.suppress(OSError):  # no cache yet
            for path in self.folder.iterdir():
                if path.name.partition("-")[0] in known and path.name not in self.used:
                    path.unlink(missing_ok=True)

    def _name(self, job: Job) -> str:
        """Under another key there are other names, so that all is made anew at once."""
        digest = hmac.digest(
            self.key, f"{self.recipe} {job.make.__name__} {job.inputs!r}".encode(), "sha256"
        )
        return f"{job.owner}-{digest.hex()}"


def proof(key: bytes, name: str, data: bytes) -> bytes:
    """Return what proves that whoever has the key kept these bytes under this name."""
    return hmac.digest(key, f"{name}\n".encode() + data, "sha256")
