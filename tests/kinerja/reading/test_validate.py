"""What a model refuses becomes a problem in the words of the editor, at the line of the key."""

from typing import TypeVar

import pytest
from pydantic import BaseModel

from kinerja.model.governance import Holder, Policy
from kinerja.model.records import Page, Publication, Service
from kinerja.model.tables import Scale
from kinerja.reading.records import split_front_matter
from kinerja.reading.validate import validate
from kinerja.reading.yaml_text import read_yaml
from tabular.problems import Problem
from tests.kinerja.contents import record_text

M = TypeVar("M", bound=BaseModel)


def refused(model: type[BaseModel], text: str, inside: str = "") -> list[Problem]:
    """Return what is wrong with YAML that stands on line 1."""
    found = read_yaml(text, "a.md", 0, inside)
    return validate(model, found.tree, found.places, f"tata-kelola/{inside}.yaml")[1]


def told(model: type[BaseModel], kind: str, **changes: str | None) -> list[tuple[str, str]]:
    """Return key and code of what is wrong with a changed record."""
    front, _, _ = split_front_matter(record_text(kind, **changes))
    return [(item.field, item.code) for item in refused(model, front)]


FILM = [
    ("video.jangka_waktu", "F29"),
    ("video.poster", "F02"),
    ("video.transkrip", "F02"),
]
"""What is said of a film without most of its keys, and with one of a service."""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"judul": None}, [("judul", "F02")]),
        ({"judul": ""}, [("judul", "F02")]),
        ({"judul": "''"}, [("judul", "F09")]),
        ({"judul": "[a]"}, [("judul", "F05")]),
        ({"judul": "{a: b}"}, [("judul", "F05")]),
        ({"judul": "a" * 111}, [("judul", "F08")]),
        ({"ringkasan": "pendek"}, [("ringkasan", "F08")]),
        ({"judul": "a <b>"}, [("judul", "F10")]),
        ({"unit": "Bimas Islam"}, [("unit", "F11")]),
        ({"kode": "01k"}, [("kode", "F12")]),
        ({"tanggal": "31-03-2026"}, [("tanggal", "F13")]),
        ({"jadwal_terbit": "besok"}, [("jadwal_terbit", "F14")]),
        ({"kontak": "a"}, [("kontak", "F16")]),
        ({"layanan": "nikah"}, [("layanan", "F06")]),
        ({"layanan": "[nikah, A]"}, [("layanan[2]", "F11")]),
        ({"layanan": "[]"}, [("layanan", "F28")]),
        ({"indikator": "[a@b]"}, [("indikator[1]", "F18")]),
        ({"status": "terbit"}, [("status", "F03")]),
        ({"biaya": "gratis"}, [("biaya", "F03")]),
        ({"jadwal": "a"}, [("jadwal", "F01")]),
        ({"Save_as": "index.html"}, [("Save_as", "F29")]),
        ({"title": "A"}, [("title", "F29")]),
        ({"sosial": "{x: [{n: satu, teks: a}]}"}, [("sosial.x[1].n", "F15")]),
        ({"sosial": "[]"}, [("sosial", "F07")]),
        (
            {"koreksi": "[{jenis: besar, sebelum: a, sesudah: b, alasan: c}]"},
            [("koreksi[1].ditemukan_oleh", "F02"), ("koreksi[1].jenis", "F03")],
        ),
        ({"sumber": "[{judul: a, penerbit: b, url: c}]"}, [("sumber[1].url", "F17")]),
        ({"sumber": "[Laporan Kinerja]"}, [("sumber[1]", "F11")]),
        ({"sumber": "[[laporan]]"}, [("sumber[1]", "F07")]),
        ({"layanan": "[A]"}, [("layanan[1]", "F11")]),
        ({"jdul": ""}, [("jdul", "F01")]),
        ({"sosial": "{x: }"}, [("sosial.x", "F06")]),
        ({"video": "{durasi: '3:20', jangka_waktu: a}"}, FILM),
    ],
)
def test_every_mistake_of_a_publication(
    changes: dict[str, str | None], expected: list[tuple[str, str]]
) -> None:
    """The key as it is written, with its place in lists, and the code of the message."""
    found = told(Publication, "publikasi", **changes)
    assert expected == found


def test_several_mistakes_are_told_at_once() -> None:
    """Each with its own line, in the order of the file."""
    text = "judul: a\nringkasan: b\nunit: C\ntanggal: d\nkode: e\n"
    expected = [(2, "F08"), (3, "F11"), (4, "F13"), (5, "F12")]
    assert expected == [(item.line, item.code) for item in refused(Page, text)]


def test_a_missing_key_of_a_part_is_told_at_the_part() -> None:
    """The line is that of the part; without one it is the first of the file."""
    text = "putus_seri:\n- periode: '2025'\n"
    assert [] != refused(Page, text)
    holder = refused(Holder, "peran: penulis\n", "peran")
    assert [(1, "orang", "F02")] == [(p.line, p.field, p.code) for p in holder]


def test_the_choices_are_listed() -> None:
    """Who wrote a word that is none learns all of them."""
    front, _, _ = split_front_matter(record_text("halaman", status="terbit"))
    found = refused(Page, front)
    assert [(("value", "terbit"), ("expected", "draf, siap"))] == [p.details for p in found]


def test_an_unknown_key_gets_the_nearest_name() -> None:
    """`jdul` is `judul`; where nothing is near, all names are listed."""
    front, _, _ = split_front_matter(record_text("halaman", jdul="a", xyz="b"))
    found = {item.field: dict(item.details) for item in refused(Page, front)}
    assert "judul" == found["jdul"]["nearest"]
    assert "biaya" in found["xyz"]["known"].split(", ")


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"klaim": "a"}, "klaim", "F29"),
        ({"koreksi": "[{kode: a}]"}, "koreksi[1].kode", "F29"),
        ({"koreksi": "[{alasn: a}]"}, "koreksi[1].alasn", "alasan"),
        ({"sosial": "{x: [{n: '1', tek: a}]}"}, "sosial.x[1].tek", "teks"),
        ({"sumber": "[{jdul: a}]"}, "sumber[1].jdul", "judul"),
        ({"Judul": "a"}, "Judul", "judul"),
    ],
)
def test_only_names_that_count_there_are_proposed(
    changes: dict[str, str], field: str, expected: str
) -> None:
    """Never the key that was refused, and inside a part only keys of that part."""
    front, _, _ = split_front_matter(record_text("halaman", **changes))
    (found,) = (item for item in refused(Page, front) if item.field == field)
    details = dict(found.details)
    assert expected == (details["nearest"] or found.code)
    if "koreksi" in changes:
        names = ["alasan", "ditemukan_oleh", "jenis", "sebelum", "sesudah"]
        assert names == details["known"].split(", ")


def test_a_number_is_told_as_one() -> None:
    """A comma for the point, and what is no number at all."""
    for text in ("'88,31'", "a", ".nan", "inf"):
        scale = f"id: a\npita: [{{dari: {text}, sampai: 100, nilai: A, label: b}}]\n"
        found = [(p.line, p.field, p.code) for p in refused(Scale, scale, "skala")]
        assert [(2, "pita[1].dari", "D01")] == found


def test_what_a_comma_cuts_off_is_told() -> None:
    """`{dari: 88,31}` is two keys in YAML, and the second has no value."""
    scale = "id: a\npita: [{dari: 88,31, sampai: 100, nilai: A, label: b}]\n"
    assert [("pita[1].31", "F29")] == [(p.field, p.code) for p in refused(Scale, scale, "skala")]


def test_a_name_means_what_its_file_says() -> None:
    """`jenis` and `darurat` of the policy are no keys of a record, and their mistakes say so."""
    text = "tanda_tangan: tidak\njenis:\n  publikasi: {ringan: [], penuh: [bos], darurat: []}\n"
    found = refused(Policy, text, "kebijakan")
    assert [("jenis.publikasi.penuh[1]", "F03")] == [(p.field, p.code) for p in found]


def test_a_list_instead_of_a_record() -> None:
    """The whole file has the wrong form."""
    assert ["F07"] == [item.code for item in refused(Service, "- a\n- b\n")]


def test_long_values_are_cut() -> None:
    """A message stays one that can be read."""
    front, _, _ = split_front_matter(record_text("halaman", kode="a" * 500))
    (found,) = refused(Page, front)
    assert (("value", "a" * 57 + "..."),) == found.details
