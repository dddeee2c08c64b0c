"""The command line: each task hands its options to one module of kinerja.commands.

`./invoke --list` shows the tasks, `./invoke --help build` the options of one.
"""

import sys
from pathlib import Path

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

CONTENT = "folder of the content, e.g. content"
OUTPUT = "folder of the finished site, e.g. output"


def end(code: int) -> None:
    """Leave with the exit code of a command, without further words; 0 goes on."""
    if code:
        raise Exit(code=code)


@task(
    auto_shortflags=False,
    help={
        "content": CONTENT,
        "output": OUTPUT,
        "as-of": "build as of this time, e.g. 2026-03-01T08:00:00+07:00; empty: now",
        "no-release": "only look: add no line to the list of releases",
    },
)
def build(
    _: Context,
    content: str = "content",
    output: str = "output",
    as_of: str = "",
    no_release: bool = False,
) -> None:
    """Build the portal; say what is published, and what is withheld and why."""
    from kinerja.commands import build as command

    end(command.run(content, output, as_of, not no_release))


@task(auto_shortflags=False, help={"content": CONTENT})
def check(_: Context, content: str = "content") -> None:
    """Print every mistake in the content, with file and line, and build nothing."""
    from kinerja.commands import check as command

    end(command.run(content))


@task(auto_shortflags=False, help={"output": OUTPUT, "port": "port on this machine, e.g. 8000"})
def serve(_: Context, output: str = "output", port: int = 8000) -> None:
    """Show the finished site on 127.0.0.1."""
    from kinerja.commands import serve as command

    end(command.run(output, port))


@task(
    auto_shortflags=False,
    help={
        "id": "record, e.g. kepuasan-jemaah-haji-2025",
        "as": "role, e.g. penulis (submits) or kepala-unit (approves)",
        "by": "who decides, e.g. penulis@portal.example; empty: the only holder of the role",
        "content": CONTENT,
    },
)
def approve(_: Context, id: str, as_: str, by: str = "", content: str = "content") -> None:
    """Record a decision on the present edition of a record."""
    from kinerja.commands import approve as command

    end(command.run(content, id, as_, by))


@task(
    auto_shortflags=False,
    help={
        "type": "kind of record, e.g. publikasi, layanan, indikator, halaman",
        "id": "its id for ever, e.g. kepuasan-jemaah-haji-2025",
        "title": "its title, e.g. 'Kepuasan jemaah haji 2025'",
        "unit": "unit that answers for it, e.g. bimas-islam",
        "content": CONTENT,
    },
)
def new(_: Context, type: str, id: str, title: str, unit: str, content: str = "content") -> None:
    """Begin a record: a file with every required field, ready to be written on."""
    from kinerja.commands import new as command

    end(command.run(content, type, id, title, unit))


@task(auto_shortflags=False, help={"args": "further words for pytest, e.g. '-k feeds -x'"})
def test(_: Context, args: str = "") -> None:
    """Get what tests need, then run every check: format, lint, types, layers, tests."""
    from kinerja.commands import test as command

    end(command.run(args))


@task(
    auto_shortflags=False,
    help={"keep": "keep the locked versions, add or drop only what pyproject.toml changed"},
)
def lock(_: Context, keep: bool = False) -> None:
    """Renew the lock files from pyproject.toml, to the newest versions."""
    from kinerja.commands import lock as command

    end(command.run(upgrade=not keep))


@task
def rules(_: Context) -> None:
    """Write docs/rules.md, the page of all messages, from the tables in the code."""
    from kinerja.commands import rules as command

    end(command.run())


namespace = Collection(build, check, serve, approve, new, test)
namespace.add_collection(Collection("dev", lock, rules))
