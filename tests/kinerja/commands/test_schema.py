"""`invoke dev.schema`: the schemas take what editors write, and refuse what is wrong."""

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kinerja.commands import schema as command
from kinerja.commands.environment import PROJECT
from kinerja.model.records import RECORD_TYPES, Kind
from kinerja.reading.layout import record_at
from kinerja.reading.records import split_front_matter
from kinerja.reading.tables import CSV_TABLES, YAML_TABLES
from kinerja.reading.validate import validate
from kinerja.reading.yaml_text import read_yaml

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CONTENT = PROJECT / "content"
Tree = dict[str, Any]


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors' programs read it: only null, true, false and numbers are no text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  as its base has it


for tag, form, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+", [*"-+0123456789"]),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", [*"-+.0123456789"]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
Core.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def load(text: str) -> Any:
    """Return YAML as a program gives it to its checker of JSON Schema."""
    return yaml.load(text, Core)


@cache
def written_schema(path: str) -> Draft202012Validator:
    """Return the checker of a file of docs/schema."""
    return Draft202012Validator(json.loads((command.SCHEMAS / path).read_text("utf-8")))


def mistakes(path: str, instance: object) -> list[str]:
    """Return the place and the keyword of each mistake that a schema finds."""
    found = written_schema(path).iter_errors(instance)
    return sorted(".".join(map(str, (*e.absolute_path, e.validator))) for e in found)


def records() -> Iterator[tuple[Kind, str, str]]:
    """Yield kind, path and front matter of every record of the example."""
    for file in sorted(CONTENT.glob("*/**/*.md")):
        path = file.relative_to(CONTENT).as_posix()
        if "persetujuan" not in path and (found := record_at(path)):
            yield found[0], path, split_front_matter(file.read_text("utf-8"))[0]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file without their empty cells."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {column: cell for column, cell in row.items() if cell}


def properties(node: Tree) -> Iterator[tuple[str, Tree]]:
    """Yield every key at any depth, with its schema."""
    for name, below in node.get("properties", {}).items():
        yield name, below
        yield from properties(below)
    for below in (node.get("items"), *node.get("anyOf", ()), *_values(node)):
        if isinstance(below, dict):
            yield from properties(below)


def _values(node: Tree) -> list[object]:
    return [node.get("additionalProperties"), *node.get("patternProperties", {}).values()]


def test_the_folder_is_what_the_command_writes() -> None:
    """Every file of docs/schema is that of the models, and there is no other."""
    found = {p.relative_to(command.SCHEMAS).as_posix(): p for p in command.SCHEMAS.rglob("*.*")}
    expected = command.render_schemas()
    assert {*expected} == {*found}
    stale = [path for path, text in expected.items() if found[path].read_text() != f"{text}\n"]
    assert [] == stale, "run ./invoke dev.schema"


def test_the_command_writes_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says how many."""
    monkeypatch.setattr(command, "SCHEMAS", tmp_path)
    assert 0 == command.run()
    written = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert f"docs/schema: {len(written)} files\n" == capsys.readouterr().out
    assert len(command.render_schemas()) == len(written)


def test_each_type_and_table_has_a_schema() -> None:
    """Records and YAML lists as JSON Schema 2020-12, CSV files as Table Schema."""
    lists = [f"data/{name}.schema.json" for name in YAML_TABLES]
    expected = {*(f"{kind}.schema.json" for kind in RECORD_TYPES), *lists}
    files = command.render_schemas()
    found = {path: json.loads(files[path]) for path in files if path.endswith(".schema.json")}
    assert expected == {*found}
    for node in found.values():
        assert command.DIALECT == node["$schema"]
        Draft202012Validator.check_schema(node)
    tables = {*CSV_TABLES, "capaian", "akun", "anggaran", "biaya", "revisi"}
    assert {*command.row_schemas()} == tables


def test_every_key_has_its_sentence() -> None:
    """An editor who points at a key reads what belongs there."""
    silent = [
        f"{path}: {name}"
        for path, text in command.render_schemas().items()
        for name, below in properties(json.loads(text))
        if not below.get("description")
    ]
    assert [] == silent
    columns = [column for row in command.row_schemas().values() for _, column in properties(row)]
    assert all(column["description"] for column in columns)


def test_every_pattern_says_the_way_out() -> None:
    """What does not fit is answered in words, not with a pattern."""
    wordless = [
        name
        for text in command.render_schemas().values()
        for name, below in properties(json.loads(text))
        if "code" in below or ("patternErrorMessage" in below and not below["patternErrorMessage"])
    ]
    assert [] == wordless


def test_patterns_are_those_of_a_browser_too(browser: "Browser") -> None:
    """Editors are written in JavaScript: every pattern is one there, in Unicode mode."""
    texts = command.render_schemas().values()
    patterns = sorted({p for t in texts for p in re.findall(r'"pattern": (".*"),?\n', t)})
    page = browser.new_page()
    tried = "patterns => patterns.map(p => new RegExp(p, 'u').source)"
    assert len(patterns) == len(page.evaluate(tried, [json.loads(p) for p in patterns])) > 10
    page.close()


def test_every_record_of_the_example_is_accepted() -> None:
    """No editor sees a mistake where there is none."""
    examples = [*records()]
    wrong = {
        path: found
        for kind, path, front in examples
        if (found := mistakes(f"{kind}.schema.json", load(front)))
    }
    assert {} == wrong
    assert {*RECORD_TYPES} == {kind for kind, _, _ in examples}


@pytest.mark.parametrize("name", YAML_TABLES)
def test_every_list_of_the_example_is_accepted(name: str) -> None:
    """The same for tables in YAML."""
    instance = load((CONTENT / f"data/{name}.yaml").read_text("utf-8"))
    assert [] == mistakes(f"data/{name}.schema.json", instance)


@pytest.mark.parametrize("name", [*CSV_TABLES, *command.BY_COLUMN])
def test_every_row_of_the_example_is_accepted(name: str) -> None:
    """The same for CSV: columns of the file in order, required cells, patterns and choices."""
    files = [*CONTENT.glob(f"data/{name}.csv"), *CONTENT.glob(f"data/{name}/*.csv")]
    table = json.loads((command.SCHEMAS / f"data/{name}.tableschema.json").read_text("utf-8"))
    checker = Draft202012Validator(command.row_schemas()[name])
    for file in files:
        header = file.read_text("utf-8").partition("\n")[0]
        assert ",".join(field["name"] for field in table["fields"]) == header
        assert [] == [error.message for row in rows(file) for error in checker.iter_errors(row)]
    assert files


def test_a_table_schema_has_the_limits_of_its_columns() -> None:
    """What a column requires stands in `constraints`; numbers are numbers."""
    fields = {
        name: {field["name"]: field for field in command.table_schema(row)["fields"]}
        for name, row in command.row_schemas().items()
    }
    unit = fields["unit"]["jenis"]["constraints"]
    assert (True, "kementerian") == (unit["required"], unit["enum"][0])
    assert "number" == fields["satuan"]["min"]["type"]
    assert {"required": False} == fields["capaian"]["catatan"]["constraints"]
    assert fields["capaian"]["periode"]["constraints"]["pattern"].startswith("^")


WRONG: dict[str, tuple[str, Tree, list[str]]] = {
    "unknown key": ("halaman", {"penulis": "a"}, ["additionalProperties"]),
    "missing key": ("halaman", {"unit": None}, ["required"]),
    "long title": ("halaman", {"judul": "a" * 111}, ["judul.maxLength"]),
    "markup": ("halaman", {"judul": "a <b>"}, ["judul.pattern"]),
    "two lines": ("halaman", {"judul": "a\nb"}, ["judul.pattern"]),
    "short summary": ("halaman", {"ringkasan": "a"}, ["ringkasan.minLength"]),
    "no id": ("halaman", {"unit": "Bimas Islam"}, ["unit.pattern"]),
    "long id": ("halaman", {"unit": "a" * 61}, ["unit.maxLength"]),
    "a day in words": ("halaman", {"tanggal": "1 Maret 2026"}, ["tanggal.pattern"]),
    "a year alone": ("halaman", {"tanggal": 2026}, ["tanggal.type"]),
    "a time without offset": (
        "halaman",
        {"jadwal_terbit": "2026-03-01T08:00:00"},
        ["jadwal_terbit.pattern"],
    ),
    "no mailbox": ("halaman", {"kontak": "redaksi"}, ["kontak.pattern"]),
    "no ULID": ("halaman", {"kode": "01K"}, ["kode.pattern"]),
    "no choice": ("halaman", {"status": "final"}, ["status.enum"]),
    "text for a list": ("halaman", {"layanan": "nikah"}, ["layanan.type"]),
    "a list for text": ("halaman", {"judul": ["a"]}, ["judul.type"]),
    "a source without address": ("halaman", {"sumber": [{"judul": "a"}]}, ["sumber.0.anyOf"]),
    "a platform that is no id": ("halaman", {"sosial": {"X": []}}, ["sosial.additionalProperties"]),
    "a post without number": (
        "halaman",
        {"sosial": {"x": [{"teks": "a"}]}},
        ["sosial.x.0.required"],
    ),
    "no service": ("publikasi", {"layanan": []}, ["layanan.minItems"]),
    "unknown format": ("publikasi", {"format": "film"}, ["format.enum"]),
    "no reference": ("publikasi", {"indikator": ["Nikah 2025"]}, ["indikator.0.pattern"]),
    "a film without poster": (
        "publikasi",
        {"video": {"url": "https://a.example/", "durasi": "0:10", "transkrip": "a"}},
        ["video.required"],
    ),
    "no length of a film": (
        "publikasi",
        {"video": {"url": "https://a.example/", "durasi": "10", "transkrip": "a", "poster": "a"}},
        ["video.durasi.pattern"],
    ),
    "no evidence": ("isu", {"bukti": []}, ["bukti.minItems"]),
    "no verdict": ("isu", {"putusan": "hoaks"}, ["putusan.enum"]),
    "a deadline in words": (
        "edukasi",
        {"kanal": [{"nama": "a", "batas_hari_kerja": "lima"}]},
        ["kanal.0.batas_hari_kerja.anyOf"],
    ),
    "a stage without days": (
        "edukasi",
        {"kanal": [{"nama": "a", "batas_hari_kerja": {"dijawab": "lima"}}]},
        ["kanal.0.batas_hari_kerja.anyOf"],
    ),
    "unknown part of a standard": (
        "layanan",
        {"standar": {"biaya": "a"}},
        ["standar.additionalProperties"],
    ),
    "the name of another key": (
        "layanan",
        {"standar": {"durasi": "a"}},
        ["standar.additionalProperties"],
    ),
    "no period": ("indikator", {"mulai": "2025-13"}, ["mulai.pattern"]),
    "too precise": ("indikator", {"presisi": 10}, ["presisi.maximum"]),
}
"""What is wrong -> type of record, keys changed in the first example of it (None: left out)."""


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_refused(name: str) -> None:
    """The schema finds the one mistake, where it stands, and so does the model."""
    kind, changes, expected = WRONG[name]
    front = next(load(front) for k, _, front in records() if k == kind)
    changed = {key: value for key, value in (front | changes).items() if value is not None}
    assert expected == mistakes(f"{kind}.schema.json", changed)
    text = yaml.safe_dump(changed, allow_unicode=True)
    assert not is_accepted(Kind(kind), text)


WRONG_LISTS: dict[str, tuple[str, object, list[str]]] = {
    "a group for a list": ("pesan", {"id": "a"}, ["type"]),
    "a long sentence": (
        "pesan",
        [{"id": "a", "kalimat": "a" * 141, "pemilik": "setjen"}],
        ["0.kalimat.maxLength"],
    ),
    "a band without end": (
        "skala",
        [{"id": "a", "pita": [{"dari": 1, "nilai": "A", "label": "Baik"}]}],
        ["0.pita.0.required"],
    ),
    "a term without meaning": ("istilah", [{"istilah": "KUA"}], ["0.required"]),
    "a weight above ten": (
        "leksikon",
        [{"id": "a", "kelompok": "figur", "bobot": 11, "kata": ["a"], "saran": "b"}],
        ["0.bobot.maximum"],
    ),
    "no words": (
        "leksikon",
        [{"id": "a", "kelompok": "figur", "bobot": 1, "kata": [], "saran": "b"}],
        ["0.kata.minItems"],
    ),
}


@pytest.mark.parametrize("name", WRONG_LISTS)
def test_a_wrong_list_is_refused(name: str) -> None:
    """The same for tables in YAML."""
    table, instance, expected = WRONG_LISTS[name]
    assert expected == mistakes(f"data/{table}.schema.json", instance)


def is_accepted(kind: Kind, front: str) -> bool:
    """Whether the portal takes a front matter."""
    reading = read_yaml(front, "a.md")
    _, faults = validate(RECORD_TYPES[kind], reading.tree, reading.places, "a.md")
    return not faults and not reading.problems


EXAMPLES = [(kind, load(front)) for kind, _, front in records()]
WORDS = (
    *("2025", "TA2015", "sd-2022-10", "2026-03-31", "2026-03-31T09:00:00+07:00", "0", "100"),
    *("https://a.example", "HTTPS://a.example/b", "a@b.example", "a-b", "nikah@2025", "siap"),
)
SCALARS = st.one_of(
    *(st.text(max_size=8), st.integers(), st.floats(allow_nan=False, allow_infinity=False)),
    *(st.sampled_from(WORDS), st.text(min_size=40, max_size=130)),
)
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=2))


@settings(max_examples=400)
@given(st.sampled_from(EXAMPLES), st.data(), VALUES)
def test_what_the_portal_takes_the_schema_takes(
    example: tuple[Kind, Tree], data: st.DataObject, value: object
) -> None:
    """However a key of an example is changed: what the models accept is never called a mistake."""
    kind, front = example
    named = command.json_schema(RECORD_TYPES[kind])["properties"]
    key = data.draw(st.sampled_from([*named]))
    text = yaml.safe_dump(front | {key: value}, allow_unicode=True, sort_keys=False)
    if is_accepted(kind, text):
        instance = {name: found for name, found in load(text).items() if found is not None}
        assert [] == mistakes(f"{kind}.schema.json", instance)
