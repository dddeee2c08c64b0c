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
RECORD = "record, e.g. kepuasan-jemaah-haji-2025"
WHO = {
    "by": "who decides, e.g. editor-1@portal.example; empty: the only holder of the role",
    "key": "key that signs, e.g. ~/.ssh/portal-kinerja (the default)",
    "content": CONTENT,
}


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
    help={"content": CONTENT, "port": "port on this machine, e.g. 8000", "key": WHO["key"]},
)
def preview(_: Context, content: str = "content", port: int = 8000, key: str = "") -> None:
    """Review and decide in a browser on 127.0.0.1, with the site as it would look."""
    from kinerja.commands import preview as command

    end(command.run(content, port, key))


@task(
    auto_shortflags=False,
    help={"id": RECORD, "as": "role: penulis hands in, every other role approves", **WHO},
)
def approve(
    _: Context, id: str, as_: str, by: str = "", key: str = "", content: str = "content"
) -> None:
    """Record a decision on the present edition of a record."""
    from kinerja.commands import approve as command

    end(command.run(content, id, as_, by, key))


@task(
    name="return",
    auto_shortflags=False,
    help={"id": RECORD, "as": "role, e.g. editor", "reason": "why, in plain words", **WHO},
)
def send_back(
    _: Context,
    id: str,
    as_: str,
    reason: str,
    by: str = "",
    key: str = "",
    content: str = "content",
) -> None:
    """Give the present edition of a record back to its author."""
    from kinerja.commands.desk import taking_back as command

    end(command.send_back(content, id, as_, by, reason, key))


@task(
    auto_shortflags=False,
    help={
        "id": RECORD,
        "as": "role: kepala-unit, editor or penanggung-jawab",
        "reason": "terbit-keliru, tidak-berlaku-lagi, digabung or data-pribadi (erases it too)",
        "successor": "record that takes its place, if any",
        **WHO,
    },
)
def withdraw(
    _: Context,
    id: str,
    as_: str,
    reason: str,
    successor: str = "",
    by: str = "",
    key: str = "",
    content: str = "content",
) -> None:
    """Take a record down from the next build on, for ever."""
    from kinerja.commands.desk import taking_back as command

    end(command.withdraw(content, id, as_, by, reason, successor, key))


@task(
    auto_shortflags=False,
    help={"by": "group by peran, orang, unit or umur", "json": "for programs", "content": CONTENT},
)
def status(_: Context, by: str = "peran", json: bool = False, content: str = "content") -> None:
    """Say what waits for whom, since when, and what is overdue."""
    from kinerja.commands.desk import status as command

    end(command.run(content, by, json))


@task(auto_shortflags=False, help={"id": RECORD, "content": CONTENT})
def digest(_: Context, id: str, content: str = "content") -> None:
    """Print the digest of the present edition of a record, and the files that it covers."""
    from kinerja.commands.desk import digest as command

    end(command.run(content, id))


@task(
    auto_shortflags=False,
    help={"by": "whose key, e.g. editor-1@portal.example", "key": "where, if not ~/.ssh"},
)
def key(_: Context, by: str, key: str = "") -> None:
    """Make a key to sign decisions with, and say what to do with its public half."""
    from kinerja.commands.desk import key as command

    end(command.run(by, key))


@task(
    auto_shortflags=False,
    help={
        "manifest": "file or address of manifes.json",
        "site": "folder or address of the site; empty: where the manifest lies",
        "rebuild": "build the site again from the content and compare that",
        "content": CONTENT,
    },
)
def verify(
    _: Context,
    manifest: str = "output/manifes.json",
    site: str = "",
    rebuild: bool = False,
    content: str = "content",
) -> None:
    """Hold published bytes, or a build of one's own, against a manifest."""
    from kinerja.commands import verify as command

    end(command.run(manifest, site, rebuild, content))


@task(
    auto_shortflags=False,
    help={
        "type": "publikasi, isu, edukasi, layanan, indikator, halaman; capaian; tabel",
        "id": "its id for ever, e.g. kepuasan-2026; of capaian the indicator, of tabel its name",
        "title": "its title, e.g. 'Kepuasan 2026 naik'",
        "unit": "unit that answers for a record, e.g. setjen",
        "format": "of a publikasi: artikel, infografik, video, lembar-data",
        "content": CONTENT,
    },
)
def new(
    _: Context,
    type: str,
    id: str,
    title: str = "",
    unit: str = "",
    format: str = "artikel",
    content: str = "content",
) -> None:
    """Begin a record, a dataset or a table: a file with what it needs, ready to be written on."""
    from kinerja.commands import new as command

    end(command.run(content, type, id, title, unit, format))


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


@task
def schema(_: Context) -> None:
    """Write docs/schema from the models, so that editors complete and check while typing."""
    from kinerja.commands import schema as command

    end(command.run())


namespace = Collection(build, check, serve, preview, approve, new, test, verify)
namespace.add_collection(Collection("desk", send_back, withdraw, status, digest, key))
namespace.add_collection(Collection("dev", lock, rules, schema))
