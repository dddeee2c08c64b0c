"""Real builds for tests: the project as its users have it, run as they run it."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kinerja.commands.environment import PROJECT
from tests.kinerja.contents import AS_OF

NOW = AS_OF.isoformat()
"""The time of the first build of the tiny content."""

LATER = (AS_OF + timedelta(hours=3)).isoformat()
"""A time later on the same day, at which a further build has room for releases of its own."""

EXAMPLE_NOW = "2026-11-22"
"""The day of a build of the content of the repository."""

OWN = ("PYTHONPATH", "PORTAL_LANG", "PYTHONHASHSEED", "TZ", "LC_ALL", "COLUMNS")
"""Variables of whoever runs the tests that no build of theirs may see."""

PARTS = ("pelicanconf.py", "tasks.py", "plugins", "theme")
"""What a copy of the project needs to build."""


@dataclass(frozen=True, slots=True)
class Run:
    """How a command ended and what it printed, on both channels."""

    code: int
    printed: str

    @property
    def lines(self) -> list[str]:
        """The printed lines, without spaces around them."""
        return [line.strip() for line in self.printed.splitlines()]


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with content and, once it is built, its site."""

    root: Path

    @property
    def content(self) -> Path:
        """The folder of the content."""
        return self.root / "isi"

    @property
    def output(self) -> Path:
        """The finished site."""
        return self.root / "situs web"

    def copy(self, root: Path) -> "Place":
        """Return the same place elsewhere; links stay links, as they are relative."""
        shutil.copytree(self.root, root, symlinks=True)
        return Place(root)


def environment(**variables: str) -> dict[str, str]:
    """Return the variables of the machine without those that change a build, and with these."""
    usual = {name: value for name, value in os.environ.items() if name not in OWN}
    return usual | {"COLUMNS": "500"} | variables


def run_python(*arguments: str, project: Path = PROJECT, **variables: str) -> Run:
    """Run Python in the folder of the project until it ends."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout)


def build_options(place: Place, *options: str, as_of: str = NOW) -> list[str]:
    """Return the words of `invoke build` for a place."""
    folders = ["--content", str(place.content), "--output", str(place.output)]
    return ["build", *folders, "--as-of", as_of, *options]


def build(
    place: Place, *options: str, as_of: str = NOW, project: Path = PROJECT, **variables: str
) -> Run:
    """Run `invoke build` on a place; what it prints never holds a traceback."""
    words = build_options(place, *options, as_of=as_of)
    result = run_python("-m", "invoke", *words, project=project, **variables)
    assert "Traceback" not in result.printed, result.printed
    return result


def build_by_pelican(place: Place, *options: str, as_of: str = NOW, project: Path = PROJECT) -> Run:
    """Run plain `pelican` on a place; it logs with tracebacks, as Pelican does."""
    words = [str(place.content), "-s", "pelicanconf.py", "-o", str(place.output)]
    words += ["--fatal", "errors", "-e", f'AS_OF="{as_of}"', *options]
    return run_python("-m", "pelican", *words, project=project)


def described(line: str) -> str:
    """Return `path:line: field: (CODE)` of a printed mistake, without its words."""
    place, _, rest = line.partition(": ")
    field, colon, _ = rest.partition(":")
    named = f" {field}:" if colon and " " not in field else ""
    return f"{place}:{named} {rest[rest.rindex('(') :]}"


def tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder, by path; empty where there is none."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def different(expected: dict[str, bytes], actual: dict[str, bytes]) -> list[str]:
    """Return the paths whose bytes are not the same in two trees: short enough to be read."""
    paths = sorted({*expected, *actual})
    return [path for path in paths if expected.get(path) != actual.get(path)]


def copy_project(folder: Path, settings: str = "") -> Path:
    """Copy what builds into a folder, with more lines at the end of pelicanconf.py."""
    for name in PARTS:
        source = PROJECT / name
        if source.is_dir():
            left_out = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=left_out)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(settings)
    return folder


def copy_example(root: Path) -> Place:
    """Copy the content of the repository into a new place."""
    place = Place(root)
    shutil.copytree(PROJECT / "content", place.content)
    return place
