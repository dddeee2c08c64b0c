"""The command line: options as tools rely on them, handed to one command, its code kept."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from invoke.program import Program

import kinerja.commands.costs
import kinerja.commands.social
import tasks
from kinerja.commands.costs.tables import Asked

Call = tuple[object, ...]
TOP = ("build", "check", "serve", "approve", "new", "test", "verify", "preview", "publish", "audit")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """Put a recorder in place of every command; each ends with code 0 save `check`, with 1."""
    heard: list[Call] = []

    def recorder(name: str) -> SimpleNamespace:
        def run(*values: object, **named: object) -> int:
            heard.append((name, *values, *named.items()))
            return 1 if name == "check" else 0

        return SimpleNamespace(run=run)

    first_look = SimpleNamespace(run=lambda *_: False)
    monkeypatch.setattr(kinerja.commands, "unchanged", first_look, raising=False)
    for name in (*TOP, "lock", "schema"):
        monkeypatch.setattr(kinerja.commands, name, recorder(name), raising=False)
    for name in ("show", "takedown"):
        monkeypatch.setattr(kinerja.commands.social, name, recorder(name), raising=False)
    for name in ("importing", "reconciling", "totals"):
        monkeypatch.setattr(kinerja.commands.costs, name, recorder(name), raising=False)
    return heard


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("build", ("build", "content", "output", "", True, "")),
        (
            "build --content C --output O --as-of 2026-03-01 --no-release --cluster tcp://x:1",
            ("build", "C", "O", "2026-03-01", False, "tcp://x:1"),
        ),
        ("check --content C --format json --fix", ("check", "C", "json", "", True)),
        ("check --explain B02", ("check", "content", "text", "B02", False)),
        ("publish --to DIR", ("publish", "output", "DIR", False, False, 5)),
        (
            "publish --to u@h:D --output O --dry-run --rollback --keep 2",
            ("publish", "O", "u@h:D", True, True, 2),
        ),
        ("serve --output O --port 8001", ("serve", "O", 8001)),
        ("serve", ("serve", "output", 8000)),
        (
            "approve --id a-1 --as penulis --by P --key K --reason R",
            ("approve", "content", "a-1", "penulis", "P", "K", "R"),
        ),
        ("preview --port 0 --key K", ("preview", "content", 0, "K")),
        ("verify --manifest M --site S --rebuild --content C", ("verify", "M", "S", True, "C")),
        (
            "new --type isu --id a-1 --title T --unit u --format video --from F --content C",
            ("new", "C", "isu", "a-1", "T", "u", "video", "F"),
        ),
        (
            "new --type capaian --id a-1",
            ("new", "content", "capaian", "a-1", "", "", "artikel", ""),
        ),
        ("test", ("test", "")),
        ("test --args=-x", ("test", "-x")),
        ("audit", ("audit", "")),
        ("audit --args=-x", ("audit", "-x")),
        ("dev.lock", ("lock", ("upgrade", True))),
        ("dev.lock --keep", ("lock", ("upgrade", False))),
        ("dev.schema", ("schema",)),
        ("social.show --id a-1 --content C", ("show", "C", "a-1")),
        ("social.takedown", ("takedown", "content", False)),
        ("social.takedown --json", ("takedown", "content", True)),
        (
            "costs.import --file F --set a=1 --set b=2 --header c=d --sheet S --year 2026 "
            "--text-amounts id --dry-run --content C",
            ("importing", "C", Asked("F", "S", 2026, ("a=1", "b=2"), ("c=d",), "id"), True),
        ),
        ("costs.import --file F", ("importing", "content", Asked("F"), False)),
        ("costs.reconcile --file F --json", ("reconciling", "content", Asked("F"), True)),
        (
            "costs.totals --year 2026 --unit u --akun 1 --json",
            ("totals", "content", 2026, "u", "1", True),
        ),
    ],
)
def test_options_reach_the_command(line: str, expected: Call, calls: list[Call]) -> None:
    """What is typed is what the command gets, with the defaults for what is not typed."""
    Program(namespace=tasks.namespace).run(["invoke", *line.split()], exit=False)
    assert [expected] == calls


def test_the_code_of_the_command_is_kept(calls: list[Call]) -> None:
    """`check` ends with 1, so does invoke, without a traceback."""
    with pytest.raises(SystemExit) as ended:
        Program(namespace=tasks.namespace).run(["invoke", "check"])
    assert (ended.value.code, calls) == (1, [("check", "content", "text", "", False)])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "approve --id a-1",
            "Belum disebut: --as. Contoh: ./invoke approve --id kepuasan-2026 --as penulis\n",
        ),
        (
            "social.show",
            "Belum disebut: --id. Contoh: ./invoke social.show --id kepuasan-2026\n",
        ),
        ("preview --port abc", "--port: 'abc' bukan bilangan; tulis dengan angka saja.\n"),
        (
            "publish --keep -1",
            "--keep: '-1' bukan bilangan; tulis dengan angka saja.\n"
            "Belum disebut: --to. Contoh: ./invoke publish --to /srv/portal --dry-run\n",
        ),
    ],
)
def test_what_cannot_be_handed_on_is_said(
    line: str, expected: str, calls: list[Call], capfd: pytest.CaptureFixture[str]
) -> None:
    """In the language of the editor, by the names of the options; no command begins."""
    with pytest.raises(SystemExit) as ended:
        Program(namespace=tasks.namespace).run(["invoke", *line.split()])
    assert (2, expected, []) == (ended.value.code, capfd.readouterr().err, calls)


def test_the_plugins_are_found_from_anywhere() -> None:
    """tasks.py puts its own folder of plugins on the path."""
    assert str(Path(tasks.__file__).resolve().parent / "plugins") in sys.path
