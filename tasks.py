"""The command line: each task hands its options to one module of kinerja.commands.

`./invoke --list` shows the tasks, `./invoke --help build` the options of one.
"""

import functools
import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task as invoke_task

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

CONTENT = "folder of the content, e.g. content"
OUTPUT = "folder of the finished site, e.g. output"
RECORD = "record, e.g. kepuasan-jemaah-haji-2025"
WHO = {
    "by": "who decides, e.g. editor-1@portal.example; empty: the only holder of the role",
    "key": "key that signs, e.g. ~/.ssh/portal-kinerja (the default)",
    "content": CONTENT,
}


def task(**options: Any) -> Callable[[Callable[..., None]], Any]:
    """Return the decorator of a task; what lacks or is no number is said in words, by code 2."""

    def decorate(function: Callable[..., None]) -> Any:
        signature = inspect.signature(function)
        expected = list(signature.parameters.values())

        @functools.wraps(function)
        def run(context: Context, **given: Any) -> None:
            missing = [f"--{name.rstrip('_')}" for name in given if given[name] is None]
            numbers = [p.name for p in expected if p.annotation is int]
            wrong = [name for name in numbers if not given[name].isdecimal()]
            if missing or wrong:
                from kinerja.commands.words import say

                lines = inspect.cleandoc(function.__doc__ or "").splitlines()
                said = [say("no-number", option=f"--{n}", value=given[n]) for n in wrong]
                if missing:
                    said.append(say("options-missing", options=", ".join(missing), line=lines[2]))
                raise Exit("\n".join(said), 2)
            function(context, **given | {name: int(given[name]) for name in numbers})

        texts = [p.replace(default=str(p.default)) if p.annotation is int else p for p in expected]
        vars(run)["__signature__"] = signature.replace(parameters=texts)
        return invoke_task(run, auto_shortflags=False, positional=[], **options)

    return decorate


def end(code: int) -> None:
    """Leave with the exit code of a command, without further words; 0 goes on."""
    if code:
        raise Exit(code=code)


@task(
    help={
        "content": CONTENT,
        "output": OUTPUT,
        "as-of": "build as of this time, e.g. 2026-03-01T08:00:00+07:00; empty: now",
        "no-release": "only look: add no line to the list of releases",
        "cluster": "scheduler of dask, e.g. tcp://10.0.0.5:8786; empty: this machine alone",
    },
)
def build(
    _: Context,
    content: str = "content",
    output: str = "output",
    as_of: str = "",
    no_release: bool = False,
    cluster: str = "",
) -> None:
    """Build the portal; say what is published, and what is withheld and why.

    ./invoke build
    ./invoke build --as-of 2026-03-01T08:00:00+07:00 --no-release --output lihat
    """
    from kinerja.commands import unchanged

    if unchanged.run(content, output, as_of, not no_release):
        return
    from kinerja.commands import build as command

    end(command.run(content, output, as_of, not no_release, cluster))


@task(
    help={
        "content": CONTENT,
        "format": "text, json for programs, or github for annotations in a workflow",
        "explain": "say what a code means, with an example, e.g. B02; nothing is checked",
        "fix": "first mend what needs no knowledge of what was meant: line ends, BOM, NFC, tabs",
    },
)
def check(
    _: Context,
    content: str = "content",
    format: str = "text",
    explain: str = "",
    fix: bool = False,
) -> None:
    """Print every mistake in the content, with file and line, and build nothing.

    ./invoke check
    ./invoke check --explain B02
    ./invoke check --fix
    ./invoke check --format json
    """
    from kinerja.commands import check as command

    end(command.run(content, format, explain, fix))


@task(help={"output": OUTPUT, "port": "port on this machine, e.g. 8000"})
def serve(_: Context, output: str = "output", port: int = 8000) -> None:
    """Show the finished site on 127.0.0.1.

    ./invoke serve --port 8001
    """
    from kinerja.commands import serve as command

    end(command.run(output, port))


@task(
    help={
        "to": "folder from which a web server serves, or user@host:/folder",
        "output": OUTPUT,
        "dry-run": "only say what would change there",
        "rollback": "serve the release before the present one again",
        "keep": "how many releases stay there, e.g. 5",
    },
)
def publish(
    _: Context,
    to: str,
    output: str = "output",
    dry_run: bool = False,
    rollback: bool = False,
    keep: int = 5,
) -> None:
    """Bring the finished site to where it is served, whole and checked, or not at all.

    ./invoke publish --to /srv/portal --dry-run
    ./invoke publish --to portal@peladen.example:/srv/portal
    ./invoke publish --to /srv/portal --rollback
    """
    from kinerja.commands import publish as command

    end(command.run(output, to, dry_run, rollback, keep))


@task(
    help={"content": CONTENT, "port": "port on this machine, e.g. 8000", "key": WHO["key"]},
)
def preview(_: Context, content: str = "content", port: int = 8000, key: str = "") -> None:
    """Review and decide in a browser on 127.0.0.1, with the site as it would look.

    ./invoke preview
    """
    from kinerja.commands import preview as command

    end(command.run(content, port, key))


@task(
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
    """Record a decision on the present edition of a record.

    ./invoke approve --id kepuasan-2026 --as penulis
    ./invoke approve --id kepuasan-2026 --as editor --by editor-1@portal.example
    """
    from kinerja.commands import approve as command

    end(command.run(content, id, as_, by, key, reason))


@task(
    name="return",
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
    """Give the present edition of a record back to its author.

    ./invoke desk.return --id kepuasan-2026 --as editor --reason 'Sumber angka belum disebut.'
    """
    from kinerja.commands.desk import taking_back as command

    end(command.send_back(content, id, as_, by, reason, key))


@task(
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
    """Take a record down from the next build on, for ever.

    ./invoke desk.withdraw --id kepuasan-2026 --as editor --reason terbit-keliru
    """
    from kinerja.commands.desk import taking_back as command

    end(command.withdraw(content, id, as_, by, reason, successor, key))


@task(
    help={"by": "group by peran, orang, unit or umur", "json": "for programs", "content": CONTENT},
)
def status(_: Context, by: str = "peran", json: bool = False, content: str = "content") -> None:
    """Say what waits for whom, since when, and what is overdue.

    ./invoke desk.status --by unit
    """
    from kinerja.commands.desk import status as command

    end(command.run(content, by, json))


@task(help={"id": RECORD, "content": CONTENT})
def digest(_: Context, id: str, content: str = "content") -> None:
    """Print the digest of the present edition of a record, and the files that it covers.

    ./invoke desk.digest --id kepuasan-2026
    """
    from kinerja.commands.desk import digest as command

    end(command.run(content, id))


@task(
    help={"by": "whose key, e.g. editor-1@portal.example", "key": "where, if not ~/.ssh"},
)
def key(_: Context, by: str, key: str = "") -> None:
    """Make a key to sign decisions with, and say what to do with its public half.

    ./invoke desk.key --by editor-1@portal.example
    """
    from kinerja.commands.desk import key as command

    end(command.run(by, key))


@task(help={"id": RECORD, "content": CONTENT})
def show(_: Context, id: str, content: str = "content") -> None:
    """Show each post of a record with its length and state; propose drafts for other platforms.

    ./invoke social.show --id kepuasan-2026
    """
    from kinerja.commands.social import show as command

    end(command.run(content, id))


@task(help={"json": "for programs", "content": CONTENT})
def takedown(_: Context, json: bool = False, content: str = "content") -> None:
    """List posts that were withdrawn and are to be deleted by hand at their platforms.

    ./invoke social.takedown --json
    """
    from kinerja.commands.social import takedown as command

    end(command.run(content, json))


@task(
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
    """Hold published bytes, or a build of one's own, against a manifest.

    ./invoke verify
    ./invoke verify --manifest https://portal.example/manifes.json
    ./invoke verify --rebuild
    """
    from kinerja.commands import verify as command

    end(command.run(manifest, site, rebuild, content))


@task(
    help={
        "type": "publikasi, isu, edukasi, layanan, indikator, halaman; capaian; tabel",
        "id": "its id for ever, e.g. kepuasan-2026; of capaian the indicator, of tabel its name",
        "title": "its title, e.g. 'Kepuasan 2026 naik'",
        "unit": "unit that answers for a record, e.g. setjen",
        "format": "of a publikasi: artikel, infografik, video, lembar-data",
        "from": "begin with the text and pictures of a .docx or .html file, e.g. laporan.docx",
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
    from_: str = "",
    content: str = "content",
) -> None:
    """Begin a record, a dataset or a table: a file with what it needs, ready to be written on.

    ./invoke new --type publikasi --id kepuasan-2026 --title 'Kepuasan 2026 naik' --unit setjen
    ./invoke new --type publikasi --id kepuasan-2026 --unit setjen --from laporan.docx
    ./invoke new --type tabel --id pesan
    """
    from kinerja.commands import new as command

    end(command.run(content, type, id, title, unit, format, from_))


@task(
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
    """Sign what the inspectorate found about rows of the ledger of costs.

    ./invoke costs.review --result sesuai --letter SIM-12/2026 --year 2026
    """
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
    """Add the rows of a spreadsheet to the ledger of costs: all of them or none.

    ./invoke costs.import --file realisasi.xlsx --year 2026 --dry-run
    """
    from kinerja.commands.costs import importing as command
    from kinerja.commands.costs.tables import Asked

    asked = Asked(file, sheet, year, tuple(set), tuple(header), text_amounts)
    end(command.run(content, asked, dry_run))


@task(
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
    """Hold the ledger of costs against an export of the finance system.

    ./invoke costs.reconcile --file realisasi.xlsx --year 2026
    """
    from kinerja.commands.costs import reconciling as command
    from kinerja.commands.costs.tables import Asked

    asked = Asked(file, sheet, year, tuple(set), tuple(header), text_amounts)
    end(command.run(content, asked, json))


@task(
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
    """Print the sums of the ledger of costs, as its pages have them.

    ./invoke costs.totals --year 2026 --json
    """
    from kinerja.commands.costs import totals as command

    end(command.run(content, year, unit, akun, json))


@task(help={"args": "further words for pytest, e.g. '-k feeds -x'"})
def test(_: Context, args: str = "") -> None:
    """Get what tests need, then run every check: format, lint, types, layers, tests.

    ./invoke test
    ./invoke test --args '-k feeds -x'
    """
    from kinerja.commands import test as command

    end(command.run(args))


@task(
    help={"sizes": "publications, e.g. '1000 10000' (the default)", "large": "100,000 of them too"},
)
def bench(_: Context, sizes: str = "", large: bool = False) -> None:
    """Time our build beside Hugo and stock Pelican on the same text (docs/benchmarks.md).

    ./invoke bench --sizes 1000
    """
    from tests.bench import run as command

    command.main([*sizes.split(), *(["--large"] if large else [])])


@task(help={"args": "further words for pytest, e.g. '-k kill -x'"})
def audit(_: Context, args: str = "") -> None:
    """Run the long proofs (kills, fuzzing, load), and look up known faults of packages.

    ./invoke audit --args '-k kill -x'
    """
    from kinerja.commands import audit as command

    end(command.run(args))


@task(
    help={"keep": "keep the locked versions, add or drop only what pyproject.toml changed"},
)
def lock(_: Context, keep: bool = False) -> None:
    """Renew the lock files from pyproject.toml, to the newest versions.

    ./invoke dev.lock --keep
    """
    from kinerja.commands import lock as command

    end(command.run(upgrade=not keep))


@task()
def rules(_: Context) -> None:
    """Write docs/rules.md, the page of all messages with an example of each, from the code.

    ./invoke dev.rules
    """
    from kinerja.commands import rules as command
    from tests.kinerja.reading import examples

    examples.write()

    end(command.run())


@task()
def schema(_: Context) -> None:
    """Write docs/schema from the models, so that editors complete and check while typing.

    ./invoke dev.schema
    """
    from kinerja.commands import schema as command

    end(command.run())


@task()
def theme(_: Context) -> None:
    """Write docs/components.html from the components of the theme and their examples.

    ./invoke dev.theme
    """
    from kinerja.commands import theme as command

    end(command.run())


@task()
def panduan(_: Context) -> None:
    """Make the pictures of docs/panduan in a browser, on a copy of the example.

    ./invoke dev.panduan
    """
    from tests.browser import panduan as command

    end(command.main())


namespace = Collection(
    build, check, serve, publish, preview, approve, new, test, verify, audit, bench
)
namespace.add_collection(Collection("desk", send_back, withdraw, status, digest, key))
namespace.add_collection(Collection("costs", review, import_, totals, reconcile))
namespace.add_collection(Collection("social", show, takedown))
namespace.add_collection(Collection("dev", lock, rules, schema, theme, panduan))
