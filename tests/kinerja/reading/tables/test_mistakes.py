"""Tables with mistakes: each with the line and the name that the editor wrote."""

from pathlib import Path

import pytest

from kinerja.model.digest import sha256
from kinerja.reading.tables import YAML_TABLES, read_table
from tests.kinerja.contents import write

from .reader import HEADERS, VALID, Told, mistakes, told


def changed(name: str, old: str, new: str) -> list[str]:
    """Return the lines of a valid YAML table in which one text is another."""
    assert old in VALID[name]
    return VALID[name].replace(old, new, 1).splitlines()


LABEL = [(5, "pita[2].label", "F02"), (5, "pita[2].lebel", "F01")]
"""What is said of a key with a wrong name: that, and the key that is missing now."""


@pytest.mark.parametrize(
    ("name", "lines", "expected"),
    [
        ("unit", ["a,,,kua,,,,,"], [(2, "nama", "F02")]),
        ("unit", ["a,A,,kantor,,,,,"], [(2, "jenis", "F03")]),
        ("unit", ["A,A,,kua,,,,,"], [(2, "id", "F11")]),
        ("unit", ["a,A,,kua,,1-1-2025,,,b"], [(2, "berlaku_dari", "F13"), (2, "kontak", "F16")]),
        ("unit", ["a,A,,kua,B,,,,"], [(2, "induk", "F11")]),
        ("unit", ["a,A,,kua,,,,"], [(2, "", "C05")]),
        ("unit", ['a,"A,,kua,,,,,'], [(2, "", "C06")]),
        ("unit", ["a,<b>,,kua,,,,,"], [(2, "nama", "F10")]),
        ("satuan", ["a,A,berat,,"], [(2, "bentuk", "F03")]),
        ("satuan", ["a,A,persen,nol,"], [(2, "min", "D01")]),
        ("satuan", ["a,A,persen,NaN,"], [(2, "min", "D01")]),
        ("satuan", ["a,A,persen,,Infinity"], [(2, "maks", "D01")]),
        ("sumber", ["a,A,B,,javascript:alert(1),,"], [(2, "url", "F17")]),
        ("sumber", ["a,A,,,,,"], [(2, "penerbit", "F02")]),
        ("libur", ["1 Januari 2026,Tahun Baru"], [(2, "tanggal", "F13")]),
        ("libur", ["2026-01-01,", ",Nyepi"], [(2, "nama", "F02"), (3, "tanggal", "F02")]),
        ("alih-alamat", ["/a/,https://lain.example/"], [(2, "ke", "F36")]),
        ("alih-alamat", ["a,/b/"], [(2, "dari", "F36")]),
        ("alih-alamat", ["/a/,"], [(2, "ke", "F02")]),
        ("penjelasan", ["a,lalu,b,c,d,"], [(2, "periode", "F19")]),
        ("penjelasan", ["a,2025,b,,,"], [(2, c, "F02") for c in ("rencana", "sebab")]),
        ("penjelasan", ["a,2025,b,c,d,besok"], [(2, "tenggat", "F13")]),
        ("pesan", ["- {id: a, kalimat: b}"], [(1, "pemilik", "F02")]),
        ("pesan", ["-", "  id: a", "  kalimat: b", "  pemilik: C"], [(4, "pemilik", "F11")]),
        ("pesan", [f"- {{id: a, pemilik: b, kalimat: {'c' * 141}}}"], [(1, "kalimat", "F08")]),
        ("pesan", ["- {id: a, kalimat: b, pemilik: c, bukti: [d@e]}"], [(1, "bukti[1]", "F18")]),
        ("pesan", ["- {id: a, kalimat: b, pemilik: c, bkti: []}"], [(1, "bkti", "F01")]),
        ("skala", ["- id: a"], [(1, "", "F35")]),
        ("skala", ["- {id: a, urutan: [b, b]}"], [(1, "", "F35")]),
        ("skala", ["- {id: a, urutan: b}"], [(1, "urutan", "F06")]),
        ("skala", ["- {id: a, desimal: 10, urutan: [b]}"], [(1, "desimal", "F04")]),
        ("skala", changed("skala", ", label: Baik", ""), [(5, "pita[2].label", "F02")]),
        ("skala", changed("skala", "label: Baik", "lebel: Baik"), LABEL),
        ("skala", changed("skala", "76.61", "76.60"), [(1, "", "F35")]),
        ("skala", changed("skala", "76.61", "'76,61'"), [(5, "pita[2].dari", "D01")]),
        ("skala", changed("skala", "76.61", "76,61"), [(5, "pita[2].61", "F29")]),
        ("istilah", ["- {istilah: KUA}"], [(1, "arti", "F02")]),
        ("istilah", ["- {istilah: KUA, arti: a, sinonim: b}"], [(1, "sinonim", "F06")]),
        ("leksikon", changed("leksikon", "seremonial", "lain"), [(2, "kelompok", "F03")]),
        ("leksikon", changed("leksikon", "bobot: 5", "bobot: 11"), [(3, "bobot", "F04")]),
        ("leksikon", changed("leksikon", "[melantik, membuka acara]", "[]"), [(4, "kata", "F28")]),
        ("leksikon", changed("leksikon", "[melantik, ", "[<b>, "), [(4, "kata[1]", "F10")]),
        ("platform", changed("platform", "https://", "buku "), [(10, "sumber", "F17")]),
        ("platform", changed("platform", "umpan: ya", "umpan: true"), [(9, "umpan", "F03")]),
        ("platform", changed("platform", "tertimbang", "kata"), [(3, "cara_hitung", "F03")]),
        ("platform", changed("platform", "1200x675", "besar"), [(8, "gambar", "F04")]),
        ("platform", changed("platform", "tagar:", "lain_lain:"), [(7, "lain_lain", "F29")]),
    ],
)
def test_mistakes(tmp_path: Path, name: str, lines: list[str], expected: Told) -> None:
    """Line and name of each: the header of a CSV table is line 1."""
    assert expected == mistakes(tmp_path, name, *lines)


@pytest.mark.parametrize("name", HEADERS)
def test_a_wrong_header_is_no_table(tmp_path: Path, name: str) -> None:
    """A missing column and an unknown one are told together; the digest is that of the bytes."""
    data = HEADERS[name].replace(",", "x", 1).encode() + b"\n"
    write(tmp_path, f"data/{name}.csv", data)
    edition = read_table(tmp_path, name)
    assert {"C02", "C03"} == {item.code for item in edition.problems}
    assert (f"tabel-{name}", sha256(data), None) == (edition.id, edition.digest, edition.value)


@pytest.mark.parametrize("name", HEADERS)
def test_an_empty_table_has_no_rows(tmp_path: Path, name: str) -> None:
    """A header alone is a table; an empty file has lost its header."""
    write(tmp_path, f"data/{name}.csv", HEADERS[name] + "\n")
    assert () == read_table(tmp_path, name).value
    assert [(1, "", "C01")] == told(tmp_path, name, "")


@pytest.mark.parametrize("name", YAML_TABLES)
@pytest.mark.parametrize("text", ["", "# Belum ada.\n", "[]\n", "-\n"])
def test_an_empty_list_has_no_rows(tmp_path: Path, name: str, text: str) -> None:
    """A file with a remark alone is a table without rows."""
    write(tmp_path, f"data/{name}.yaml", text)
    assert () == read_table(tmp_path, name).value


@pytest.mark.parametrize("name", YAML_TABLES)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id: a\n", [(1, "", "F06")]),
        ("{}: {}\n", [(1, "", "F06")]),
        ("hanya teks\n", [(1, "", "Y05")]),
        ("- teks\n", [(1, "", "F07")]),
        ("- [id, a]\n", [(1, "", "F07")]),
        ("- id: 'a\n", [(2, "", "Y01")]),
        ("- id: a\n---\n- id: b\n", [(2, "", "Y01")]),
        ("a: &a [b]\nc: *a\n", [(2, "c", "Y04")]),
        ("- &a {id: a}\n- *a\n", [(1, "Y04")]),
        ("- !!python/name:os.system {}\n", [(1, "Y03")]),
        ("- {id: a, id: b}\n", [(1, "id", "Y02")]),
        ("[" * 100_000, [(1, "", "Y06")]),
        ("- " * 100_000, [(1, "", "Y06")]),
        ("- " + "{a: " * 50_000, [(1, "", "Y06")]),
        ('- {id: "a\\0"}\n', [(1, "id", "T04")]),
        (b"- id: \xff\n", [(1, "", "T01")]),
        (b"\xef\xbb\xbf- id: a\n", [(1, "", "T02")]),
        (b"- id: a\r\n", [(1, "", "T03")]),
        (b"- id: a\x00\n", [(1, "", "T04")]),
        ("- istilah: e\u0301\n", [(1, "", "T05")]),
        (b"#" * (8 * 1024 * 1024 + 1), [(0, "", "T06")]),
    ],
)
def test_hostile_lists(
    tmp_path: Path, name: str, text: str | bytes, expected: list[tuple[object, ...]]
) -> None:
    """Aliases, tags, depth, encodings, size, a mapping for a list: told, and nothing is raised."""
    found = told(tmp_path, name, text)
    shown = [item if len(expected[0]) == 3 else (item[0], item[2]) for item in found]
    assert set(expected) <= set(shown)


@pytest.mark.parametrize("name", YAML_TABLES)
def test_laughs_do_not_multiply(tmp_path: Path, name: str) -> None:
    """Aliases of aliases of aliases: as many mistakes as aliases, and no value that grew."""
    text = "- &a0 [x]\n" + "".join(f"- &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30))
    found = told(tmp_path, name, text)
    assert 2 * 29 == sum(code == "Y04" for _, _, code in found)
