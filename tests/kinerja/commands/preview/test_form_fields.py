"""The fields of the form: every record of the example comes back as it is, changes as typed."""

from collections.abc import Iterable
from typing import Any

import pytest

from kinerja.commands.environment import PROJECT
from kinerja.commands.preview.form.draft import front_values
from kinerja.commands.preview.form.fields import OWN, field_views, filled, schema_of
from kinerja.model.records import RECORD_TYPES, Kind

FILES = [
    (kind, path)
    for kind in RECORD_TYPES
    for path in sorted((PROJECT / "content" / kind).rglob("*.md"))
]


def typed(views: Iterable[Any]) -> dict[str, str]:
    """Return what a browser sends for fields that nobody touched."""
    found: dict[str, str] = {}
    for view in views:
        if view["form"] == "group":
            found |= typed(view["parts"])
        else:
            found[view["name"]] = view["value"].replace("\n", "\r\n")
    return found


def changed(kind: Kind, values: dict[str, Any], **changes: str) -> dict[str, Any]:
    """Return the keys whose values another text in some fields changes."""
    form = typed(field_views(kind, values, {})) | {
        name.replace("__", "."): text for name, text in changes.items()
    }
    new = {
        key: filled(node, key, values.get(key, ""), form)
        for key, node in schema_of(kind)["properties"].items()
        if key not in OWN
    }
    return {key: v for key, v in new.items() if v != values.get(key, "") and (v or key in values)}


def test_nothing_typed_changes_nothing() -> None:
    """Shown and sent back, every record of the example keeps every value."""
    found = {}
    for kind, path in FILES:
        values = front_values(path.read_text("utf-8"))
        assert values is not None
        found[path.name] = changed(kind, values)
    assert ({}, True) == ({name: c for name, c in found.items() if c}, len(found) > 100)


BEFORE: dict[str, Any] = {
    "judul": "Lama",
    "layanan": ["nikah"],
    "koreksi": [{"jenis": "kecil", "sebelum": "a", "sendiri": "tetap"}],
    "sumber": ["laporan", {"judul": "Buku", "penerbit": "B"}],
}


@pytest.mark.parametrize(
    ("typed_in", "expected"),
    [
        ({"judul": " Baru\r\n"}, {"judul": "Baru"}),
        ({"judul": ""}, {"judul": ""}),
        ({"layanan": "nikah\r\n\r\n haji "}, {"layanan": ["nikah", "haji"]}),
        ({"layanan": ""}, {"layanan": ""}),
        (
            {"koreksi__0__sesudah": "b"},
            {"koreksi": [{"jenis": "kecil", "sebelum": "a", "sendiri": "tetap", "sesudah": "b"}]},
        ),
        (
            {"koreksi__1__jenis": "penting"},
            {"koreksi": [*BEFORE["koreksi"], {"jenis": "penting"}]},
        ),
        ({"sumber": "laporan\r\nbuku"}, {"sumber": ["laporan", "buku"]}),
        ({"sumber": "- laporan\r\n- {judul: a"}, {"sumber": "- laporan\n- {judul: a"}),
        ({"sumber": "[" * 5000}, {"sumber": "[" * 5000}),
        ({"video__poster": "a.png"}, {"video": {"poster": "a.png"}}),
        ({"lain": "x", "koreksi__7__jenis": "kecil"}, {}),
    ],
)
def test_what_is_typed_arrives(typed_in: dict[str, str], expected: dict[str, Any]) -> None:
    """In lines, groups and lists of groups; what the form does not know is kept."""
    assert expected == changed(Kind.PUBLICATION, BEFORE, **typed_in)


def test_what_is_to_be_written_is_an_empty_field() -> None:
    """The placeholder of `invoke new` is no text to be sent back."""
    values = {"judul": "TULIS judul", "layanan": ["TULIS id"]}
    views = {str(v["key"]): v for v in field_views(Kind.PUBLICATION, values, {})}
    assert ("", "") == (views["judul"]["value"], views["layanan"]["value"])
