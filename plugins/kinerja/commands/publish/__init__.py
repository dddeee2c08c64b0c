"""`invoke publish`: bring the finished site to where it is served, whole or not at all.

The build is held against its manifest, sent beside the releases that are there, read again by
checksum, and becomes the site by one rename. Nothing erased stays in an older release.
"""

import shutil
from pathlib import Path

from rich.console import Console

from kinerja.building.announced import MANIFEST, Announced
from kinerja.building.stage import builds_folder, exclusive
from kinerja.commands.guard import Refused, guarded
from kinerja.commands.words import console, say

from .difference import is_older, print_difference, returning
from .packing import pack, read_seal
from .target import DROP, KEEP, TURN, Releases, Target, parse_target

ADDRESSES = "alamat.map"
KEPT = 5
"""Releases that stay at the target, unless an erasure takes them."""


@guarded
def run(
    output: str, to: str, dry_run: bool = False, rollback: bool = False, keep: int = KEPT
) -> int:
    """Publish; 0 done or nothing to do, 2 not done, and what is served is as it was.

    `dry_run` only says what would change; `rollback` serves the release before the present one.
    """
    terminal, site, target = console(), Path(output).absolute(), parse_target(to)
    if dry_run:
        (_weigh_return if rollback else _weigh)(terminal, target, site.resolve())
        terminal.print(say("only-told"))
    elif rollback:
        with target.lock():
            _go_back(terminal, target, site)
    else:
        _publish(terminal, target, site, max(1, keep))
    return 0


def _weigh(terminal: Console, target: Target, site: Path) -> Announced:
    """Say what a build is and what it changes there. Raises Refused for one that is behind it."""
    new, key = read_seal(site)
    current, _ = target.releases()
    before = target.announced(current)
    if new.contoh:
        terminal.print(say("site-is-example"))
    terminal.print(say("sealed-by", key=key) if key else say("unsealed"))
    if is_older(new, before):
        raise Refused("output-older", {})
    gone = site / ADDRESSES
    listed = gone.read_text("utf-8") if gone.exists() else ""
    withdrawn = returning(listed, target.read(current, ADDRESSES))
    print_difference(terminal, before, new, withdrawn, current)
    return new


def _publish(terminal: Console, target: Target, output: Path, keep: int) -> None:
    if not (output / MANIFEST).is_file():
        raise Refused("no-output", {"path": output})
    builds = builds_folder(output)
    stage = builds / "publish.part"
    with exclusive(builds, lambda who: terminal.print(say("waiting", holder=who))), target.lock():
        shutil.rmtree(stage, ignore_errors=True)  # of a publication that was interrupted
        try:
            new = _weigh(terminal, target, output.resolve())
            digests = pack(output.resolve(), new.berkas, stage)
            before = target.releases()
            number = _serve(terminal, target, stage, digests, before)
            _tidy(terminal, target, number, new, before, keep)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _serve(
    terminal: Console, target: Target, stage: Path, digests: dict[str, str], before: Releases
) -> int:
    """Return the release that is served and has these files; a new one unless it is there."""
    current, releases = before
    is_same = (stage / MANIFEST).read_text("utf-8") == target.read(current, MANIFEST)
    if is_same and not target.differing(current, digests):
        terminal.print(say("already-served", number=current))
        return current
    number = max((0, *releases)) + 1
    target.send(stage, current, terminal.is_terminal)
    if wrong := target.differing("part", digests):
        raise Refused("target-differs", {"count": len(wrong), "path": wrong[0]})
    target.run(KEEP, number)
    target.run(TURN, number, digests[MANIFEST])
    terminal.print(say("served", number=number, count=len(digests), folder=target.folder))
    return number


def _tidy(
    terminal: Console, target: Target, number: int, new: Announced, before: Releases, keep: int
) -> None:
    """Drop releases: what has an erased text, what was left by a rollback, what is too old."""
    current, releases = before
    older = [release for release in releases if release != number]
    erased = [n for n in older if not {*new.dihapus} <= {*target.announced(n).dihapus}]
    kept = [n for n in reversed(older) if n <= current and n not in erased][: keep - 1]
    if dropped := [release for release in older if release not in kept]:
        target.run(DROP, *dropped)
    if erased:
        terminal.print(say("erased-there", count=len(erased)))


def _weigh_return(terminal: Console, target: Target, _: Path) -> tuple[int, Announced]:
    """Return the release before the present one. Raises Refused where it may not be shown."""
    current, releases = target.releases()
    number = max((release for release in releases if release < current), default=0)
    if not number:
        raise Refused("nothing-before", {"folder": target.folder})
    present, before = target.announced(current), target.announced(number)
    again = returning(target.read(current, ADDRESSES), target.read(number, ADDRESSES))
    if again or not {*present.dihapus} <= {*before.dihapus}:
        raise Refused("withdrawn-since", {"number": number, "addresses": " ".join(again) or "-"})
    print_difference(terminal, present, before, [], current)
    return number, before


def _go_back(terminal: Console, target: Target, site: Path) -> None:
    number, before = _weigh_return(terminal, target, site)
    wrong = target.differing(number, before.berkas, whole=False) if before.berkas else [MANIFEST]
    if wrong:
        raise Refused("target-differs", {"count": len(wrong), "path": wrong[0]})
    target.run(TURN, number, "rollback")
    terminal.print(say("went-back", number=number))
