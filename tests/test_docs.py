"""The documents hold to the code: names, commands, messages, settings, examples and links."""

import ast
import importlib
import inspect
import json
import pkgutil
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeGuard

import pytest
from invoke.collection import Collection
from invoke.parser import Parser

import tasks
from cost_appendix.batches import KEYS, Finding, ReviewState
from cost_appendix.columns import ACCOUNTS, BUDGET, LEDGER, REVISIONS
from cost_appendix.model import Stage
from kinerja import model as domain
from kinerja.commands import schema
from kinerja.commands.environment import PROJECT
from kinerja.evidence.achievement import Outcome
from kinerja.model.fields import Frozen
from kinerja.model.governance import Release
from kinerja.model.tables import Observation
from kinerja.reading import datasets
from kinerja.reading.messages import MESSAGES
from kinerja.reading.names import english, written
from kinerja.reading.releases import RELEASE_COLUMNS

DOCS = PROJECT / "docs"
PAGES = sorted(
    [*PROJECT.glob("*.md"), *DOCS.rglob("*.md"), PROJECT / "plugins/cost_appendix/README.md"]
)
TEXTS: Mapping[Path, str] = {page: page.read_text(encoding="utf-8") for page in PAGES}
ALL_TEXT = "\n".join(TEXTS.values())

FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:plugins|theme|tests|docs|deploy|content|\.ci)/[\w./-]*)`")
EXAMPLE = re.compile(r"^`(content/[\w./-]+)`:\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)

INSIDE = {
    "Correction": "koreksi",
    "Exemption": "pengecualian",
    "Video": "video",
    "Band": "pita",
    "Explanation": "penjelasan",
    "Redirect": "alih-alamat",
    "Platform": "platform",
    "Policy": "kebijakan",
    "Holder": "peran",
    "Decision": "keputusan",
    "Erasure": "dihapus",
}
"""Class -> the key or file inside which some of its names mean something of their own."""


def sections(text: str) -> dict[str, str]:
    """Return the text below each heading `### ...: `Class``, by class."""
    parts = re.split(r"^#{2,3} (.*)$", text, flags=re.MULTILINE)[1:]
    named = zip(parts[::2], parts[1::2], strict=True)
    return {found[1]: body for title, body in named if (found := re.search(r"`(\w+)`$", title))}


def rows(text: str) -> list[tuple[str, str]]:
    """Return the first two cells of every table row whose two are in backticks."""
    return re.findall(r"^\| `([^`]+)` \| `([^`]+)` \|", text, re.MULTILINE)


def anchors(text: str) -> set[str]:
    """Return the anchors of all headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", FENCE.sub("", text), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", title.lower()) for title in titles)
    return {title.replace(" ", "-") for title in plain}


def models(base: type[Frozen] = Frozen) -> Iterator[type[Frozen]]:
    """Yield every class of the domain that editors fill in."""
    for model in base.__subclasses__():
        if model.__module__.startswith("kinerja."):  # and not those that tests made
            yield model
            yield from models(model)


def is_enumeration(value: object) -> TypeGuard[type[StrEnum]]:
    """Whether a name of a module is a class of fixed words, not their common base."""
    return isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum


def commands(collection: Collection) -> list[str]:
    """Return the names of all tasks, `dev.lock` for one of a group."""
    return sorted(collection.task_names)


def classes_of_the_model() -> dict[str, type]:
    """Return every class that a module below kinerja.model defines, by name."""
    names = [module.name for module in pkgutil.walk_packages(domain.__path__, "kinerja.model.")]
    pairs = (pair for name in names for pair in inspect.getmembers(importlib.import_module(name)))
    return {
        name: value
        for name, value in pairs
        if inspect.isclass(value) and value.__module__.startswith("kinerja.model.")
    }


DOMAIN = sections(TEXTS[DOCS / "domain.md"])
EDITING = sections(TEXTS[DOCS / "editing.md"])


@pytest.mark.parametrize("model", [*models()], ids=lambda model: model.__name__)
def test_every_field_stands_in_the_domain(model: type[Frozen]) -> None:
    """The table of a class has each of its own fields once, and no other."""
    found = [attribute for _, attribute in rows(DOMAIN[model.__name__])]
    assert sorted(model.__annotations__.keys() & model.model_fields) == sorted(found)


@pytest.mark.parametrize("name", sorted(model.__name__ for model in models()))
def test_names_in_the_domain_are_those_of_the_border(name: str) -> None:
    """Each Indonesian name of a table is read as the attribute beside it."""
    pairs, inside = rows(DOMAIN[name]), INSIDE.get(name, "")
    assert [(word, english(word, inside)) for word, _ in pairs] == pairs
    assert [(written(attribute, inside), attribute) for _, attribute in pairs] == pairs


def test_no_class_of_the_model_is_missing() -> None:
    """Each stands once in the list of classes, with its Indonesian word and one line."""
    table = TEXTS[DOCS / "domain.md"].partition("## Every class of the model\n")[2]
    listed = re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \|$", table, re.MULTILINE)
    assert sorted(classes_of_the_model()) == listed


COLUMNS = {
    "Observation": (datasets.COLUMNS, [n for n in Observation.__annotations__ if n != "line"]),
    "LedgerRow": (tuple(LEDGER.values()), [*LEDGER]),
    "BudgetLine": (tuple(BUDGET.values()), [*BUDGET]),
    "Account": (tuple(ACCOUNTS.values()), [*ACCOUNTS]),
    "Revision": (tuple(REVISIONS.values()), [*REVISIONS]),
    "Batch": (tuple(KEYS.values()), [*KEYS]),
    "Release": (RELEASE_COLUMNS, [*Release.__annotations__]),
}
"""Class -> columns of its file and their attributes, in the same order."""


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_stands_in_the_domain(name: str) -> None:
    """The tables that are read by column are written down in the order of their columns."""
    columns, attributes = COLUMNS[name]
    assert [*zip(columns, attributes, strict=True)] == rows(DOMAIN[name])


def test_every_fixed_word_stands_in_the_domain() -> None:
    """Each enumeration has a row with all of its words in the order of the code."""
    classes = classes_of_the_model().values()
    enums: list[type[StrEnum]] = [
        *filter(is_enumeration, classes),
        Outcome,
        Stage,
        Finding,
        ReviewState,
    ]
    expected = {enum.__name__: ", ".join(f"`{word}`" for word in enum) for enum in enums}
    text = TEXTS[DOCS / "domain.md"]
    words = dict(re.findall(r"^\| `([A-Z]\w+)` \| (`.*`) \|$", text, re.MULTILINE))
    assert expected == words


WRITTEN_BY_EDITORS = [
    name for name in DOMAIN if name not in ("Batch", "Decision", "Erasure", "Page", "Release")
]


@pytest.mark.parametrize("name", WRITTEN_BY_EDITORS)
def test_every_key_stands_in_the_guide_of_editors(name: str) -> None:
    """The table of a class has the keys of the domain, and marks the same ones as required."""
    keys = re.findall(r"^\| `(\w+)` \| (?:.*?) \| .*? \| (\*)?.*\|$", DOMAIN[name], re.MULTILINE)
    told = re.findall(r"^\| `(\w+)` \| (ya)? ?\| \S.* \|$", EDITING[name], re.MULTILINE)
    expected = sorted((key, bool(star)) for key, star in keys)
    assert expected == sorted((key, bool(need)) for key, need in told)


@pytest.mark.parametrize("model", [*models()], ids=lambda model: model.__name__)
def test_what_is_required_is_marked(model: type[Frozen]) -> None:
    """A rule begins with * exactly where the model wants the key."""
    marked = re.findall(
        r"^\| `\w+` \| `(\w+)` \| [^|]* \| \*", DOMAIN[model.__name__], re.MULTILINE
    )
    own = {
        name: field for name, field in model.model_fields.items() if name in model.__annotations__
    }
    assert {name for name, field in own.items() if field.is_required()} == {*marked}


def test_settings_of_an_editor_lead_to_schemas() -> None:
    """The block in docs/editing.md is .vscode/settings.json, and each of its files is there."""
    text = (PROJECT / ".vscode/settings.json").read_text("utf-8")
    assert f"```json\n{text}```" in TEXTS[DOCS / "editing.md"]
    named = json.loads(text)["yaml.schemas"]
    files = {f"docs/schema/{path}" for path in schema.render_schemas() if "table" not in path}
    assert files == {*named}
    assert [] == [path for path in named.values() if "*" not in path and not Path(path).exists()]


@pytest.mark.parametrize("name", commands(tasks.namespace))
def test_every_command_and_option_is_documented(name: str) -> None:
    """A reader finds `./invoke <name>`, and each of its options."""
    options = [
        option
        for argument in tasks.namespace[name].get_arguments()
        if (option := f"--{argument.name.strip('_').replace('_', '-')}") not in ALL_TEXT
    ]
    assert ([], True) == (options, f"./invoke {name}" in ALL_TEXT)


def examples(text: str) -> list[str]:
    """Return what stands behind `./invoke` on lines of their own."""
    return re.findall(r"^ *\./invoke ([a-z].*)$", text, re.MULTILINE)


def parsed(line: str) -> str:
    """Return the command of a line that invoke can read. Raises ParseError for any other."""
    contexts = Parser(contexts=tasks.namespace.to_contexts()).parse_argv(shlex.split(line))
    return contexts[0].name or ""


@pytest.mark.parametrize("name", commands(tasks.namespace))
def test_help_is_by_example(name: str) -> None:
    """A command says in one line what it does, and shows lines that can be typed so."""
    words = tasks.namespace[name].__doc__ or ""
    lines = examples(words)
    assert [name] * max(1, len(lines)) == [parsed(line) for line in lines]
    assert len(words.splitlines()[0]) <= 96


@pytest.mark.parametrize(
    "line", sorted({line for text in TEXTS.values() for line in examples(text)})
)
def test_every_line_of_a_document_can_be_typed(line: str) -> None:
    """What stands in a block of a document is read by the command line as it is."""
    assert parsed(line) in commands(tasks.namespace)


def test_every_command_has_its_exit_codes() -> None:
    """A row for each, which names the option for programs where there is one."""
    table = re.findall(
        r"^\| `\./invoke ([\w.]+)` \|.*\| (?:`--(\w+)` )?\|$", TEXTS[DOCS / "commands.md"], re.M
    )
    arguments = {name: tasks.namespace[name].get_arguments() for name in commands(tasks.namespace)}
    options = {
        name: "json" for name, found in arguments.items() if "json" in [a.name for a in found]
    }
    expected = {**dict.fromkeys(arguments, ""), **options, "check": "format"}
    assert sorted(expected.items()) == sorted(table)


def test_every_documented_command_exists() -> None:
    """No page names a task that is not there."""
    named = set(re.findall(r"(?:\./invoke|-m invoke) ([a-z][a-z.]*[a-z])", ALL_TEXT))
    assert set() == named - {*commands(tasks.namespace)}


PANDUAN = sorted((DOCS / "panduan").glob("*.md"))


@pytest.mark.parametrize("page", PANDUAN, ids=lambda page: page.stem)
def test_the_panduan_names_codes_that_exist(page: Path) -> None:
    """Who looks for the code of a message finds it."""
    assert set() == {*re.findall(r"\b[A-Z]\d\d\b", TEXTS[page])} - MESSAGES.keys()


def test_pictures_of_the_panduan_are_small() -> None:
    """Each stands in a page and weighs less than 120 KB: many read it over a telephone."""
    files = [*(DOCS / "panduan" / "gambar").iterdir()]
    shown = {name for page in PANDUAN for name in PICTURE.findall(TEXTS[page])}
    assert shown == {f"gambar/{file.name}" for file in files}
    assert [] == [file.name for file in files if file.stat().st_size > 120_000]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link between documents names a file that is there, and a heading of it."""
    dead = []
    for link in LINK.findall(PICTURE.sub("", CODE.sub("", TEXTS[page]))):
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link):
            continue
        file = (page.parent / target).resolve() if target else page
        if not file.exists() or (anchor and anchor not in anchors(file.read_text("utf-8"))):
            dead.append(link)
    assert [] == dead


def test_every_picture_is_there() -> None:
    """What a document shows lies in the repository."""
    pictures = [
        page.parent / name
        for page, text in TEXTS.items()
        for name in PICTURE.findall(CODE.sub("", text))
    ]
    assert [] == [str(path) for path in pictures if not path.is_file()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_every_named_path_is_there(page: Path) -> None:
    """A path of the project between backticks exists."""
    assert [] == [path for path in PATH.findall(TEXTS[page]) if not (PROJECT / path).exists()]


def test_every_setting_is_explained() -> None:
    """The page for those who know Pelican has a row for each setting of pelicanconf.py."""
    tree = ast.parse((PROJECT / "pelicanconf.py").read_text(encoding="utf-8"))
    names = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id.isupper()
    }
    text = TEXTS[DOCS / "if-you-know-pelican.md"].partition("## Settings that a build is given")
    first_cells = re.findall(r"^\| (`.*?`) \|", text[0], re.MULTILINE)
    assert names == {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)}


def test_examples_are_files_of_the_content() -> None:
    """What stands below the name of a file in docs/editing.md stands so in that file."""
    examples = EXAMPLE.findall(TEXTS[DOCS / "editing.md"])
    wrong = [
        path for path, text in examples if text not in (PROJECT / path).read_text(encoding="utf-8")
    ]
    assert ([], True) == (wrong, len(examples) >= 25)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="the system has no sha256sum")
def test_a_stranger_recomputes_the_digest() -> None:
    """The commands of docs/approval.md, run in content/, print the digest that it says."""
    text = TEXTS[DOCS / "approval.md"]
    script, said = re.findall(r"^```sh\n(.*?)^```\n.*?^```text\n(\w{64}) ", text, re.M | re.S)[0]
    done = subprocess.run(
        ["sh", "-c", script], cwd=PROJECT / "content", capture_output=True, text=True, check=True
    )
    assert said == done.stdout.split()[0]


def test_every_decision_has_its_three_parts() -> None:
    """A decision says why, what, and what follows; numbers have no gap."""
    pages = sorted((DOCS / "decisions").glob("*.md"))
    parts = ["## Context", "## Decision", "## Consequences"]
    assert [] == [p.name for p in pages if re.findall(r"^## .*$", TEXTS[p], re.M) != parts]
    assert [f"{n:04}" for n in range(1, len(pages) + 1)] == [p.name[:4] for p in pages]


def test_there_are_changes_to_be_released() -> None:
    """The changelog begins with what is not released yet."""
    headings = re.findall(r"^## (.*)$", TEXTS[PROJECT / "CHANGELOG.md"], re.MULTILINE)
    assert "[Unreleased]" == headings[0]
