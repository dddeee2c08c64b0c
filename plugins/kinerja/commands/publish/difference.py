"""What a publication changes, in words: withdrawn first, then gone, changed and new addresses."""

import re

from rich.console import Console

from kinerja.building.announced import Announced
from kinerja.commands.words import say

SHOWN = 10
GONE = re.compile(r'^"(/.*)" "410";$', re.MULTILINE)


def returning(after: str, before: str) -> list[str]:
    """Return the addresses that the map `after` calls withdrawn and the map `before` does not."""
    return sorted({*GONE.findall(after)} - {*GONE.findall(before)})


def is_older(new: Announced, served: Announced) -> bool:
    """Whether a build lacks a decision, a release or an erasure that what is served announced."""
    return (
        not {*served.keputusan} <= {*new.keputusan}
        or not {*served.dihapus} <= {*new.dihapus}
        or served.rilis.baris > new.rilis.baris
    )


def print_difference(
    terminal: Console, before: Announced, after: Announced, withdrawn: list[str], number: int
) -> None:
    """Say what another release changes for readers, each with its count and first addresses."""
    old, new = before.berkas, after.berkas
    changed = {path for path in old.keys() & new.keys() if old[path] != new[path]}
    groups = {
        "withdrawn": withdrawn,
        "gone": _addresses(old.keys() - new.keys()),
        "changed": [address for address in _addresses(changed) if address not in withdrawn],
        "new": _addresses(new.keys() - old.keys()),
    }
    terminal.print(say("compared-with", number=number, day=before.hari) if number else say("first"))
    for name, addresses in groups.items():
        if addresses:
            terminal.print(say(f"there-{name}", count=len(addresses)))
            for address in addresses[:SHOWN]:
                terminal.print(f"  {address}")
            if len(addresses) > SHOWN:
                terminal.print(say("more-addresses", count=len(addresses) - SHOWN))


def _addresses(paths: set[str]) -> list[str]:
    return sorted("/" + path.removesuffix("index.html") for path in paths)
