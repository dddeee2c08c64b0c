"""The folder in which a build grows, and the one step that makes it the site.

`output` is a symbolic link to `.builds/<name>/<n>`. A build grows in `<n>.part`; a crash at any
point leaves the link as it was, and the next build clears what was left behind.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from .faults import Busy, NotOurs

KEPT = 2
"""Builds that stay: the present one and the one before it."""

WAIT_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Stage:
    """A build in the making. `earlier` is the folder of the site as it is now, if any."""

    output: Path
    builds: Path
    number: int
    earlier: Path | None

    @property
    def folder(self) -> Path:
        """Where files are written."""
        return self.builds / f"{self.number}.part"

    @property
    def final(self) -> Path:
        """Where the finished build will lie."""
        return self.builds / str(self.number)


def builds_folder(output: Path) -> Path:
    """Return the folder that holds the builds of an output."""
    return output.parent / ".builds" / output.name


@contextmanager
def exclusive(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of a folder of builds or of content; who comes second waits, told for whom.

    Its files begin with `~$`, which readers of content pass over. Raises Busy after ten minutes,
    OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    owner = folder / "~$lock.owner"
    lock = FileLock(folder / "~$lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        holder = owner.read_text(encoding="utf-8").strip() if owner.exists() else "?"
        say(holder)
        try:
            lock.acquire(timeout=WAIT_SECONDS)
        except Timeout:
            raise Busy(holder) from None
    try:
        owner.write_text(f"pid {os.getpid()}\n", encoding="utf-8")
        yield
    finally:
        owner.unlink(missing_ok=True)
        lock.release()


def begin(output: Path) -> Stage:
    """Return an empty stage; clears stages that were left behind. Raises NotOurs."""
    builds = builds_folder(output)
    earlier = _present_build(output, builds)
    builds.mkdir(parents=True, exist_ok=True)
    for left in builds.glob("*.part"):
        shutil.rmtree(left)
    stage = Stage(output, builds, max([0, *_numbers(builds)]) + 1, earlier)
    stage.folder.mkdir()
    return stage


def _present_build(output: Path, builds: Path) -> Path | None:
    if output.is_symlink():
        target = output.resolve()
        if target.parent != builds.resolve():
            raise NotOurs(str(output))
        return target if target.is_dir() else None
    if not output.exists():
        return None
    if output.is_dir() and ((output / "manifes.json").is_file() or not any(output.iterdir())):
        return output if any(output.iterdir()) else None
    raise NotOurs(str(output))


def publish(stage: Stage, keep: int = KEPT) -> None:
    """Make the finished stage the site by one rename, and drop all builds but the newest `keep`."""
    os.rename(stage.folder, stage.final)
    if os.name == "nt":
        swap_folders(stage)
    else:
        _point_to(stage)
    kept = sorted(_numbers(stage.builds))[-keep:]
    for number in _numbers(stage.builds):
        if number not in kept:
            shutil.rmtree(stage.builds / str(number), ignore_errors=True)
    if keep == 1:
        shutil.rmtree(stage.builds / "before", ignore_errors=True)


def _point_to(stage: Stage) -> None:
    link = stage.builds / "output.link"
    link.unlink(missing_ok=True)
    os.symlink(os.path.relpath(stage.final, stage.output.parent), link, target_is_directory=True)
    if stage.output.is_dir() and not stage.output.is_symlink():
        _set_aside(stage)
    os.replace(link, stage.output)


def swap_folders(stage: Stage) -> None:
    """Where links are not allowed (Windows): two renames of folders, not atomic.

    The build before stays in `<builds>/before`.
    """
    if stage.output.exists():
        _set_aside(stage)
    os.rename(stage.final, stage.output)


def _set_aside(stage: Stage) -> None:
    """Move a plain folder that holds a site of ours, or nothing, out of the way."""
    before = stage.builds / "before"
    shutil.rmtree(before, ignore_errors=True)
    os.rename(stage.output, before)


def discard(stage: Stage) -> None:
    """Remove a stage that will not become the site."""
    shutil.rmtree(stage.folder, ignore_errors=True)


def _numbers(builds: Path) -> list[int]:
    return [int(path.name) for path in builds.iterdir() if path.name.isdecimal()]
