"""The fields of the form: every record of the example comes back as it is, changes as typed."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.commands.environment import PROJECT
from kinerja.commands.preview.form.draft import front_values
from kinerja.commands.preview.form.fields import field_views, filled, schema_of
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
        if "parts" in view:
            found |= typed(view["parts"])
        else:
            found[view["name"]] = view["value"].replace("\n", "\r\n")
    return found


def changed(kind: Kind, values: dict[str, Any], **changes: str) -> dict[str, Any]:
    """Return the keys whose values another text in some fields changes."""
    form = typed(field_views(kind, values)) | {
        name.replace("__", "."): text for name, text in changes.items()
    }
    new = filled(schema_of(kind), "", values, form)
    return {k: new.get(k, "") for k in {**values, **new} if new.get(k) != values.get(k)}


def test_nothing_typed_changes_nothing() -> None:
    """Shown and sent back, every record of the example keeps every value."""
    found = {}
    for kind, path in FILES:
        values = front_values(path.read_text("utf-8"))
        assert values is not None
        found[path.name] = changed(kind, values)
    assert ({}, True) == ({name: c for name, c in found.items() if c}, len(found) > 100)


WORDS = st.text("ab", min_size=1, max_size=3)
TREES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(WORDS | st.sampled_from(["id", "judul", "n", "teks"]), inner, min_size=1)
    ),
    max_leaves=6,
)


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(["layanan", "sumber", "sosial", "koreksi", "video"]), TREES))
def test_nothing_typed_keeps_any_form(values: dict[str, Any]) -> None:
    """Also where a list is none, a group is a word, a key is unknown."""
    assert {} == changed(Kind.PUBLICATION, values)


BEFORE: dict[str, Any] = {
    "judul": "Lama",
    "layanan": ["nikah"],
    "koreksi": [{"jenis": "kecil", "sebelum": "a", "sendiri": "tetap"}],
    "sumber": ["laporan", {"judul": "Buku", "penerbit": "B"}],
    "sosial": {"x": [{"n": "1", "teks": "a"}], "surel": [{"n": "1", "teks": "b"}]},
}
REPORT, BOOK = BEFORE["sumber"]
[ON_X], [BY_MAIL] = BEFORE["sosial"].values()


@pytest.mark.parametrize(
    ("typed_in", "expected"),
    [
        ({"judul": " Baru\r\n"}, {"judul": "Baru"}),
        ({"judul": ""}, {"judul": ""}),
        ({"layanan__0": " haji "}, {"layanan": ["haji"]}),
        ({"layanan__2": "haji"}, {"layanan": ["nikah", "haji"]}),
        ({"layanan__0": ""}, {"layanan": ""}),
        (
            {"koreksi__0__sesudah": "b"},
            {"koreksi": [{"jenis": "kecil", "sebelum": "a", "sendiri": "tetap", "sesudah": "b"}]},
        ),
        (
            {"koreksi__7__jenis": "penting"},
            {"koreksi": [*BEFORE["koreksi"], {"jenis": "penting"}]},
        ),
        (
            {"koreksi__0__jenis": "", "koreksi__0__sebelum": "", "koreksi__0__sendiri": ""},
            {"koreksi": ""},
        ),
        ({"koreksi__0__sendiri": ""}, {"koreksi": [{"jenis": "kecil", "sebelum": "a"}]}),
        ({"sumber__0__id": "arsip"}, {"sumber": ["arsip", BOOK]}),
        ({"sumber__0__judul": "J"}, {"sumber": [{"id": "laporan", "judul": "J"}, BOOK]}),
        ({"sumber__1__url": "u"}, {"sumber": [REPORT, {**BOOK, "url": "u"}]}),
        (
            {"sosial__2__id": "x", "sosial__2__teks": "c"},
            {
                "sosial": {
                    "x": [ON_X, {"teks": "c"}],
                    "surel": [BY_MAIL],
                }
            },
        ),
        ({"sosial__1__id": "x"}, {"sosial": {"x": [ON_X, BY_MAIL]}}),
        ({"sosial__2__id": "y"}, {"sosial": {**BEFORE["sosial"], "y": []}}),
        ({"video__poster": "a.png"}, {"video": {"poster": "a.png"}}),
        ({"lain": "x"}, {}),
        ({"_tombol": "hapus sumber.0"}, {"sumber": [BOOK]}),
        ({"_tombol": "hapus layanan.0"}, {"layanan": ""}),
        ({"_tombol": "hapus sosial.0"}, {"sosial": {"surel": [BY_MAIL]}}),
    ],
)
def test_what_is_typed_arrives(typed_in: dict[str, str], expected: dict[str, Any]) -> None:
    """In lines, groups, and rows that come and go; what the form does not know is kept."""
    assert expected == changed(Kind.PUBLICATION, BEFORE, **typed_in)


def test_what_is_to_be_written_is_an_empty_field() -> None:
    """The placeholder of `invoke new` is no text to be sent back."""
    values = {"judul": "TULIS judul", "langkah": ["TULIS a"], "sumber": ["TULIS daftar id"]}
    views = {str(v["key"]): v for v in field_views(Kind.EDUCATION, values)}
    assert ("", "") == (views["judul"]["value"], views["langkah"]["value"])
    assert {""} == {*typed([views["sumber"]]).values()}


def test_what_does_not_ask_for_rows_keeps_them() -> None:
    """But for what `invoke new` left to be written."""
    nodes = schema_of(Kind.PUBLICATION)["properties"]
    assert BEFORE["sumber"] == filled(nodes["sumber"], "sumber", BEFORE["sumber"], {})
    assert "" == filled(nodes["sumber"], "sumber", ["TULIS daftar id"], {})


def test_after_another_row_was_taken_out_each_keeps_its_own() -> None:
    """A form that shows fewer rows than the file says all of those that are to stay."""
    node = schema_of(Kind.PUBLICATION)["properties"]["koreksi"]
    old = [{"sebelum": "a", "sendiri": "x"}, {"sebelum": "b"}]
    assert [{"sebelum": "b"}] == filled(node, "koreksi", old, {"koreksi.0.sebelum": "b"})


def test_a_row_more_and_what_it_offers() -> None:
    """An empty list shows one row, another one as many as it has; lines say whose ids they take."""
    rows = [
        {str(v["key"]): v for v in field_views(Kind.ISSUE, BEFORE, more)} for more in ("", "sumber")
    ]
    counted = [[len(found[key]["parts"]) for key in ("sumber", "bukti")] for found in rows]
    assert [[2, 1], [3, 1]] == counted
    first = {key: found["parts"][0] for key, found in rows[0].items() if found["form"] == "rows"}
    assert ["indikator/", "data/sumber.csv"] == first["bukti"]["offered"]
    assert ["data/platform.yaml"] == first["sosial"]["parts"][0]["offered"]
