"""The folder from which a web server serves, here or behind ssh, and what is done in it.

    current -> releases/7    what is served
    releases/<n>/            whole builds with their compressed copies; equal files are one file
    releases/part/           what is being sent; an interrupted publication goes on there
    publish.log              a line for each change of `current`

What is done there is a few lines of sh, the same ones here and there.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kinerja.building.announced import MANIFEST, Announced, parse_announced
from kinerja.commands.guard import Refused

REMOTE = re.compile(r"((?:\w[\w.+-]*@)?[A-Za-z0-9][\w.-]*):(?!:)(?:~/)?(.+)")
SSH = ("ssh", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15", "-o", "ControlPersist=no")
TAKEN, FOREIGN = 75, 76
"""Exit codes of LOCK: somebody else holds it; the folder holds something else."""

LOCK = f"""
[ -d "$1/releases" ] || [ -z "$(ls -A "$1" 2>/dev/null)" ] || exit {FOREIGN}
[ -L "$1/current" ] || [ ! -e "$1/current" ] || exit {FOREIGN}
mkdir -p "$1/releases" && exec 9>>"$1/.lock" || exit 1
flock -n -E {TAKEN} 9 || exit
echo held && exec cat"""
STATE = '[ ! -d "$1/releases" ] || { cd "$1/releases" && { readlink ../current || echo; } && ls; }'
READ = 'cat "$1/releases/$2/$3" 2>/dev/null || true'
CHECK = """cd "$1/releases/$2" || exit 1
sha256sum --check --quiet - || [ $? -eq 1 ] || exit 1
found=$(find . -type f | wc -l)
[ -z "$3" ] || [ "$3" -eq "$found" ] || echo "(find: $found != $3)"
"""
KEEP = 'cd "$1/releases" && { sync -f . 2>/dev/null || sync; } && mv part "$2"'
TURN = """cd "$1" && ln -sfn "releases/$2" current.new && mv -fT current.new current &&
printf '%s %s %s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$2" "$3" >> publish.log"""
DROP = 'cd "$1/releases" && shift && rm -rf -- "$@"'


Releases = tuple[int, tuple[int, ...]]
"""The release that is served, 0 for none, and all that are kept, sorted."""


@dataclass(frozen=True, slots=True)
class Target:
    """A folder and its host, '' for this machine."""

    host: str
    folder: str

    def _command(self, script: str, *words: object) -> list[str]:
        command = ["sh", "-c", script, "sh", self.folder, *map(str, words)]
        return [*SSH, self.host, shlex.join(command)] if self.host else command

    def run(self, script: str, *words: object, data: str = "") -> str:
        """Return what a script prints, whose $1 is the folder. Raises Refused."""
        return run(self._command(script, *words), data)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the lock of the folder; it ends with this process and those that it started.

        They inherit the pipe at whose end the lock hangs: an rsync that outlives us keeps it.
        Raises Refused where another publication holds it or the folder cannot be used.
        """
        pipe = subprocess.PIPE
        command = self._command(LOCK)
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as holder:
            assert holder.stdin and holder.stdout and holder.stderr  # each is a pipe
            if holder.stdout.readline() != "held\n":
                reason = holder.stderr.read()
                code = holder.wait()
                if code == TAKEN:
                    raise Refused("target-busy", {"folder": self.folder})
                if code == FOREIGN:
                    raise Refused("target-foreign", {"folder": self.folder})
                raise _failed(command[0], code, reason)
            os.set_inheritable(holder.stdin.fileno(), True)
            yield

    def releases(self) -> Releases:
        """Return what stands there; nothing where the folder is not there yet."""
        lines = self.run(STATE).split("\n")
        current = lines[0].rpartition("/")[2]
        found = sorted(int(name) for name in lines[1:] if name.isdecimal())
        return int(current) if current.isdecimal() else 0, tuple(found)

    def read(self, release: int, name: str) -> str:
        """Return the text of a file of a release, '' where it has none."""
        return self.run(READ, release, name)

    def announced(self, release: int) -> Announced:
        """Return what the manifest of a release says; nothing where there is none."""
        return parse_announced(self.read(release, MANIFEST).encode())

    def differing(self, release: object, digests: dict[str, str], whole: bool = True) -> list[str]:
        """Return the files of a release without their SHA-256; `whole`: no further file either."""
        data = "".join(f"{digest}  {path}\n" for path, digest in digests.items())
        count = len(digests) if whole else ""
        return self.run(CHECK, release, count, data=data).splitlines()

    def send(self, site: Path, current: int, progress: bool) -> None:
        """Copy a folder to `releases/part`; a file with the bytes it has in `current` is linked.

        Times are not sent: what is linked keeps the one it has, wherever this build was made.
        """
        place = f"{self.host}:{self.folder}" if self.host else self.folder
        options = ["--recursive", "--checksum", "--perms", "--chmod=D755,F644", "--delete", "-s"]
        options += [f"--link-dest=../{current}"] if current else []
        options += ["--info=progress2"] if progress else []
        command = ["rsync", *options, "-e", shlex.join(SSH), f"{site}/", f"{place}/releases/part/"]
        run(command, shown=progress)


def parse_target(text: str) -> Target:
    """Return the target of `user@host:DIR` or `DIR`. Raises Refused for one that cannot be."""
    if found := REMOTE.fullmatch(text):
        return Target(*found.groups())
    if not text or text.startswith("-") or ":" in text.partition("/")[0]:
        raise Refused("bad-target", {"target": text})
    return Target("", str(Path(text).expanduser().absolute()))


def run(command: list[str], data: str = "", shown: bool = False) -> str:
    """Return what a program prints, or let it print. Raises Refused with its last words."""
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=None if shown else subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            close_fds=False,
            check=False,
        )
    except FileNotFoundError:
        raise Refused("no-program", {"program": command[0]}) from None
    if done.returncode:
        raise _failed(command[0], done.returncode, done.stderr)
    return done.stdout or ""


def _failed(program: str, code: int, printed: str) -> Refused:
    reason = next(iter(printed.strip().splitlines()), str(code))
    return Refused("target-failed", {"program": program, "reason": reason})
