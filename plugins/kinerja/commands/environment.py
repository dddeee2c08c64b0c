"""What tests need from outside Python, before they run: how each tool is found and how it is got.

`test.py` gets what is missing; `tests/conftest.py` asks this table what can run.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
"""The folder that holds pyproject.toml; every command runs its programs there."""

Command = tuple[str, ...]
Runner = Callable[[Command], int]
"""Runs a program with its output shown and returns its exit code."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program of the system that tests call.

    `programs` are its names, the first that runs is taken; `probe` are the arguments with which it
    must end at once with 0; `package` is its name for apt-get; `instead` is a command of the user
    that gets it where apt-get cannot; `places` are patterns of files under the home folder where
    that command puts it.
    """

    name: str
    purpose: str
    programs: tuple[str, ...]
    probe: Command
    package: str
    instead: Command = ()
    places: tuple[str, ...] = ()


TOOLS: tuple[Tool, ...] = (
    Tool(
        name="chromium",
        purpose="pages in a real browser: reflow, accessibility, no JavaScript",
        programs=("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"),
        probe=("--version",),  # the snap stub of Ubuntu answers with an error
        package="chromium",
        instead=(sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"),
        places=(".cache/ms-playwright/chromium-*/chrome-linux*/chrome",),
    ),
    Tool(
        name="nginx",
        purpose="the site as a server hands it out: headers, redirects, compression",
        programs=("nginx",),
        probe=("-v",),
        package="nginx",
    ),
    Tool(
        name="newsboat",
        purpose="the feeds in a reader that keeps state: corrections and withdrawals",
        programs=("newsboat",),
        probe=("-v",),
        package="newsboat",
    ),
    Tool(
        name="ssh-keygen",
        purpose="signs decisions, and is the referee of our own check of signatures",
        programs=("ssh-keygen",),
        probe=("-R", "tidak-ada", "-f", "/dev/null"),  # it has no option that only says its version
        package="openssh-client",
    ),
    Tool(
        name="rsync",
        purpose="what invoke publish sends, here and to a folder beside",
        programs=("rsync",),
        probe=("--version",),
        package="rsync",
    ),
    Tool(
        name="sfeed",
        purpose="the feeds in a strict and small reader",
        programs=("sfeed",),
        probe=(),  # reads a feed from its input; an empty one is none
        package="sfeed",
    ),
)

CHROMIUM_ARGUMENTS: tuple[str, ...] = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""A browser for tests: no picture card, no talk with anybody but the page."""


def chromium_arguments(root: bool) -> list[str]:
    """Return the arguments to start Chromium with; as root it runs only without its sandbox."""
    return [*(["--no-sandbox"] if root else []), *CHROMIUM_ARGUMENTS]


def is_root() -> bool:
    """Say whether this process may do anything (never on Windows)."""
    return sys.platform != "win32" and os.geteuid() == 0


def is_ci(variables: Mapping[str, str]) -> bool:
    """Say whether a missing tool is a failure: the variable CI is `true` (or `1`)."""
    return variables.get("CI", "").lower() in {"true", "1"}


def find_tool(tool: Tool) -> Path | None:
    """Return the program of the tool that really runs, or None.

    The folders of a system's own programs are searched too: Debian keeps nginx there, outside the
    PATH of users.
    """
    folders = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin"])
    named = (shutil.which(program, path=folders) for program in tool.programs)
    placed = (path for pattern in tool.places for path in sorted(Path.home().glob(pattern)))
    candidates = [*(Path(path) for path in named if path), *placed]
    return next((path for path in candidates if _runs((str(path), *tool.probe))), None)


def find_missing(tools: Iterable[Tool] = TOOLS) -> tuple[Tool, ...]:
    """Return the tools that cannot be run here, in the order of the table."""
    return tuple(tool for tool in tools if find_tool(tool) is None)


def find_install_prefix() -> Command | None:
    """Return what makes apt-get run as root: nothing, `sudo -n`, or None when it may not run."""
    if shutil.which("apt-get") is None:
        return None
    if is_root():
        return ()
    return ("sudo", "-n") if _runs(("sudo", "-n", "true")) else None


def apt_command(prefix: Command, *arguments: str) -> Command:
    """Return a call of apt-get that asks nothing."""
    return (*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *arguments)


def get_tools(tools: Sequence[Tool], prefix: Command, run: Runner) -> tuple[Tool, ...]:
    """Install each tool, by apt-get first, and return those that still do not run.

    One package a call: a package that this system lacks must not keep the others away.
    """
    if not tools:
        return ()
    run(apt_command(prefix, "update", "--quiet"))
    for tool in tools:
        install = ("install", "--yes", "--quiet", "--no-install-recommends", tool.package)
        run(apt_command(prefix, *install))
        if tool.instead and find_tool(tool) is None:
            run(tool.instead)
    return find_missing(tools)


def render_missing(tools: Sequence[Tool]) -> str:
    """Return the list of what is missing, a line each: name, what for, the command that gets it."""
    lines = (
        f"  {tool.name}: {tool.purpose}\n    get it with: apt-get install {tool.package}"
        + (f", or: {shlex.join(tool.instead)}" if tool.instead else "")
        for tool in tools
    )
    return "\n".join(lines)


def _runs(command: Command) -> bool:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
