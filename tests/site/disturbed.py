"""Runs invoke in this process and disturbs it when it is about to change a file of a folder.

    python disturbed.py FOLDER MOMENT DEED words of invoke ...

MOMENT counts the changes of files below FOLDER from 1: a file opened for writing, a folder made, a
link, a renaming; or it is the end of a path, whose first change is meant. DEED is `kill` (the
process dies, as by `kill -9`), `interrupt` (Ctrl-C), an error of the system such as `ENOSPC` (from
that moment on every change is refused, removals are not), `copy:SOURCE:TARGET` (somebody else
changes a file meanwhile), `remove:TARGET` (or takes it away), `limit:NAME:MOST` (from then on the
system grants no more, as `RLIMIT_FSIZE` bytes of a file or `RLIMIT_AS` bytes of memory) or `count`
(the number of changes is printed at the end).
"""

import errno
import os
import resource
import runpy
import shutil
import signal
import sys

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = ("os.mkdir", "os.link", "os.symlink", "os.rename")


class Disturbance:
    """Counts the changes below a folder and does its deed at the chosen one."""

    def __init__(self, folder: str, moment: str, deed: str) -> None:
        self.folder, self.deed = folder, deed
        self.moment = int(moment) if moment.isdecimal() else 0
        self.path = "" if moment.isdecimal() else moment
        self.count = 0

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take an audit event of Python; an exception raised here refuses what it announces."""
        if not self.is_change(event, arguments):
            return
        self.count += 1
        if self.path and any(str(item).endswith(self.path) for item in arguments):
            self.moment, self.path = self.count, ""
        if self.deed == "count":
            return
        if self.deed.startswith("E") and self.count >= self.moment:
            number: int = getattr(errno, self.deed)
            raise OSError(number, os.strerror(number), arguments[0])
        if self.count == self.moment:
            self.act()

    def is_change(self, event: str, arguments: tuple[object, ...]) -> bool:
        """Say whether an event changes a file below the folder."""
        if event == "open":
            flags = arguments[2]
            changes = isinstance(flags, int) and bool(flags & WRITES)
        else:
            changes = event in CHANGES
        return changes and any(str(item).startswith(self.folder) for item in arguments)

    def act(self) -> None:
        """Do the deed that happens once."""
        if self.deed == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif self.deed == "interrupt":
            os.kill(os.getpid(), signal.SIGINT)
        elif self.deed.startswith("copy:"):
            _, source, target = self.deed.split(":")
            shutil.copyfile(source, target)
        elif self.deed.startswith("remove:"):
            os.unlink(self.deed.removeprefix("remove:"))
        elif self.deed.startswith("limit:"):
            _, name, most = self.deed.split(":")
            resource.setrlimit(getattr(resource, name), (int(most), int(most)))


def main(folder: str, moment: str, deed: str, *words: str) -> None:
    """Run invoke with the disturbance in its way."""
    disturbance = Disturbance(folder, moment, deed)
    sys.addaudithook(disturbance.hear)
    sys.argv = ["invoke", *words]
    sys.path.insert(0, "")
    try:
        runpy.run_module("invoke", run_name="__main__", alter_sys=True)
    finally:
        if deed == "count":
            print(f"changes: {disturbance.count}")


if __name__ == "__main__":
    main(*sys.argv[1:])
