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
    help={
        "id": RECORD,
        "as": "role: penulis hands in, every other role approves",
        "reason": "why ceremony may pass, in public; wanted of editors for what the filter found",
        **WHO,
    },
)
def approve(
    _: Context,
    id: str,
    as_: str,
    by: str = "",
    reason: str = "",
    key: str = "",
    content: str = "content",
) -> None:
    """Record a decision on the present edition of a record."""
    from kinerja.commands import approve as command

    end(command.run(content, id, as_, by, key, reason))


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


@task(auto_shortflags=False, help={"id": RECORD, "content": CONTENT})
def show(_: Context, id: str, content: str = "content") -> None:
    """Show each post of a record with its length and state; propose drafts for other platforms."""
    from kinerja.commands.social import show as command

    end(command.run(content, id))


@task(auto_shortflags=False, help={"json": "for programs", "content": CONTENT})
def takedown(_: Context, json: bool = False, content: str = "content") -> None:
    """List posts that were withdrawn and are to be deleted by hand at their platforms."""
    from kinerja.commands.social import takedown as command

    end(command.run(content, json))


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


@task(
    auto_shortflags=False,
    help={
        "result": "what was found: sesuai, sesuai-dengan-catatan or belum-sesuai",
        "letter": "number of the letter that says so, e.g. SIM-12/2026",
        "from": "first row, e.g. 2026-000001",
        "to": "last row, e.g. 2026-000100",
        "year": "instead of --from and --to: what is not yet reviewed of this year, e.g. 2026",
        "until": "with --year: recorded until this day, e.g. 2026-03-31; empty: today",
        "note": "what the inspectorate remarks; needed unless the outcome is sesuai",
        **WHO,
    },
)
def review(
    _: Context,
    result: str,
    letter: str,
    from_: str = "",
    to: str = "",
    year: str = "",
    until: str = "",
    note: str = "",
    by: str = "",
    key: str = "",
    content: str = "content",
) -> None:
    """Sign what the inspectorate found about rows of the ledger of costs."""
    from kinerja.commands.costs import review as command

    asked = command.Asked(from_, to, year, until, result, letter, note, by)
    end(command.run(content, asked, key))


SHEET = {
    "file": "spreadsheet: .xlsx, .xls, .ods or .csv",
    "sheet": "name of the sheet, where the file has several",
    "year": "only the rows of this year, e.g. 2026",
    "set": "what empty cells of a column mean, e.g. unit=setjen, or one word of it, e.g. "
    "'unit:Biro Umum=setjen'; may be repeated",
    "header": "a header that is not a usual one, e.g. 'jumlah=Nilai SPM'; may be repeated",
    "text-amounts": "amounts that are text: id for 1.000,00, en for 1,000.00; empty: digits only",
    "content": CONTENT,
}


@task(
    name="import",
    auto_shortflags=False,
    iterable=["set", "header"],
    help={**SHEET, "dry-run": "only try: write nothing"},
)
def import_(
    _: Context,
    file: str,
    set: list[str],
    header: list[str],
    sheet: str = "",
    year: int = 0,
    text_amounts: str = "",
    dry_run: bool = False,
    content: str = "content",
) -> None:
    """Add the rows of a spreadsheet to the ledger of costs: all of them or none."""
    from kinerja.commands.costs import importing as command
    from kinerja.commands.costs.tables import Asked

    asked = Asked(file, sheet, year, tuple(set), tuple(header), text_amounts)
    end(command.run(content, asked, dry_run))


@task(
    auto_shortflags=False,
    iterable=["set", "header"],
    help={**SHEET, "json": "for programs"},
)
def reconcile(
    _: Context,
    file: str,
    set: list[str],
    header: list[str],
    sheet: str = "",
    year: int = 0,
    text_amounts: str = "",
    json: bool = False,
    content: str = "content",
) -> None:
    """Hold the ledger of costs against an export of the finance system."""
    from kinerja.commands.costs import reconciling as command
    from kinerja.commands.costs.tables import Asked

    asked = Asked(file, sheet, year, tuple(set), tuple(header), text_amounts)
    end(command.run(content, asked, json))


@task(
    auto_shortflags=False,
    help={
        "year": SHEET["year"],
        "unit": "only this unit, e.g. setjen",
        "akun": "only this account, e.g. 522191",
        "json": "for programs",
        "content": CONTENT,
    },
)
def totals(
    _: Context,
    year: int = 0,
    unit: str = "",
    akun: str = "",
    json: bool = False,
    content: str = "content",
) -> None:
    """Print the sums of the ledger of costs, as its pages have them."""
    from kinerja.commands.costs import totals as command

    end(command.run(content, year, unit, akun, json))


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
namespace.add_collection(Collection("costs", review, import_, totals, reconcile))
namespace.add_collection(Collection("social", show, takedown))
namespace.add_collection(Collection("dev", lock, rules, schema))
