"""The release log: from which time on the public saw which edition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kinerja.model.governance import JAKARTA, Release

WITHDRAWN = "tarik"


@dataclass(slots=True)
class ReleaseDesk:
    """The log up to `as_of`, and the rows that this build adds to it.

    `room` is the number of rows that still fit: unique whole seconds after the last row of the
    log and not after `as_of`; none without minting.
    """

    log: Mapping[str, tuple[Release, ...]]
    room: int
    mints: bool = False
    added: list[tuple[str, str]] = field(default_factory=list)

    def admits(self, code: str, edition: str) -> bool:
        """Whether the public may see this edition now; mints a row where one is due and fits."""
        rows = self.log.get(code, ())
        if rows and rows[-1].edition == edition:
            return True
        if self.room > len(self.added):
            self.added.append((code, edition))
            return True
        return any(row.edition == edition for row in rows)

    def is_known(self, code: str) -> bool:
        """Whether anything of this code was ever released."""
        return bool(self.log.get(code))


def open_desk(releases: Iterable[Release], as_of: datetime, mint: bool) -> ReleaseDesk:
    """Sort the log by code; rows later than `as_of` count as not yet written."""
    log: dict[str, tuple[Release, ...]] = {}
    rows = list(releases)
    for row in rows:
        if row.time <= as_of:
            log[row.code] = (*log.get(row.code, ()), row)
    room = 1_000_000_000
    if rows:
        room = max(0, int((_whole(as_of) - rows[-1].time) / timedelta(seconds=1)))
    return ReleaseDesk(log, room if mint else 0, mint)


def minted_rows(desk: ReleaseDesk, as_of: datetime) -> tuple[Release, ...]:
    """Return the new rows: they end at `as_of` and go back one second apart."""
    end, count = _whole(as_of).astimezone(JAKARTA), len(desk.added)
    return tuple(
        Release(code, edition, end - timedelta(seconds=count - 1 - n))
        for n, (code, edition) in enumerate(desk.added)
    )


def _whole(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
