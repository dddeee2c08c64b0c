"""What a unit could try against the gate and against other units: all of it fails closed."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kinerja.approval.gate import Decided, decide
from kinerja.commands.deciding import append_decision
from kinerja.model.documents import Document
from kinerja.model.governance import Act, Role
from kinerja.reading.governance import parse_decision, render_decision
from tests.kinerja import contents
from tests.kinerja.contents import (
    APPROVED,
    AS_OF,
    PERSONS,
    approve,
    change,
    decision,
    read,
    release,
    write,
    write_record,
)

HOUR = timedelta(hours=1)
PAGE = contents.PATHS["halaman"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes, everything approved and released."""
    contents.write_content(tmp_path)
    release(tmp_path)
    return tmp_path


def looked(root: Path, as_of: datetime = AS_OF + HOUR, mint: bool = True) -> Decided:
    """Decide as a build an hour later does."""
    return decide(read(root, as_of.date()), as_of, mint)


def codes(root: Path, path: str) -> list[str]:
    """Return the codes of the mistakes at a path."""
    return [found.code for found in looked(root).problems if found.path == path]


FLOW = f"""---
{{kode: 01K{50:023}, judul: A, ringkasan: '{contents.SUMMARY}', unit: bimas, tanggal: 2026-02-01,
status: siap, manfaat: B
}}
---
Isi.
"""


@pytest.mark.parametrize(
    "text",
    [
        FLOW,
        contents.record_text("halaman", judul="|\n  A\nstatus: siap\n  # B", status=None),
        contents.record_text("halaman", judul="A\nbiaya:\n  nol"),
        contents.record_text("halaman", judul="'A\nstatus: siap\nunit: b'", status=None),
        contents.record_text("halaman", biaya="nol # dengan catatan"),
    ],
)
def test_uncovered_lines_cannot_carry_or_change_text(root: Path, text: str) -> None:
    """A line that no approval covers is a word behind its key, between lines that are keys."""
    write(root, "halaman/jahat.md", text)
    assert "Y07" in codes(root, "halaman/jahat.md")


@pytest.mark.parametrize("path", ["publikasi/2000/kontak.md", "halaman/nikah.md"])
def test_a_newcomer_takes_no_id(root: Path, path: str) -> None:
    """The approved file keeps its id and its public edition, whatever sorts first."""
    before = looked(root).public
    write(root, path, "x")
    newcomer = Path(path).stem
    forged = decision(newcomer, "b" * 64, Act.SUBMIT, APPROVED)
    append_decision(root, forged)
    write(root, f"persetujuan/arsip/{'b' * 64}/{path}", "x")
    assert before == looked(root).public
    assert "F24" in codes(root, path)


def test_a_newcomer_takes_no_code(root: Path) -> None:
    """A copy of a code that sorts first and is handed in is refused, the owner's edit is not."""
    path = write_record(root, "halaman", "aaa", kode=contents.CODES["halaman"])
    digest = read(root).editions["aaa"].digest
    append_decision(root, decision("aaa", digest, Act.SUBMIT, APPROVED))
    change(root, PAGE, "Tulis ke", "Tulis kepada")
    approve(root, "kontak", AS_OF)
    assert (["F26"], []) == (codes(root, path), codes(root, PAGE))


def test_a_renamed_record_stops_nobody(root: Path) -> None:
    """Its code still belongs to the old name, which stays public until it is withdrawn."""
    before = looked(root).public["kontak"]
    os.rename(root / PAGE, root / "halaman/hubungi.md")
    approve(root, "hubungi", AS_OF)
    found = looked(root)
    assert before == found.public["kontak"]
    assert "hubungi" not in found.public
    assert ["F26"] == codes(root, "halaman/hubungi.md")


def test_two_records_are_never_public_under_one_code(tmp_path: Path) -> None:
    """Not even when both were approved elsewhere and nothing was released yet."""
    contents.write_content(tmp_path)
    code = f"01K{88:023}"
    for record_id in ("satu", "dua"):
        write_record(tmp_path, "halaman", record_id, kode=code)
        approve(tmp_path, record_id)
        os.rename(tmp_path / f"halaman/{record_id}.md", tmp_path / record_id)
    found = looked(tmp_path, AS_OF)
    assert ["dua"] == [key for key in ("satu", "dua") if key in found.public]
    assert 1 == [row.code for row in found.minted].count(code)


def test_the_code_of_what_was_withdrawn_is_not_used_again(root: Path) -> None:
    """Also when the old file is gone: feeds remember the guid."""
    digest = read(root).editions["kontak"].digest
    append_decision(root, decision("kontak", digest, Act.WITHDRAW, AS_OF))
    release(root, AS_OF + HOUR)
    os.rename(root / PAGE, root / "halaman/hubungi.md")
    assert ["F26"] == codes(root, "halaman/hubungi.md")


def test_an_unapproved_indicator_moves_no_dataset(root: Path) -> None:
    """A changed code in its file mints nothing and takes no dataset away."""
    before = looked(root)
    code = contents.CODES["indikator"]
    change(root, contents.PATHS["indikator"], code, f"01K{77:023}")
    after = looked(root)
    assert (before.public["capaian-kepuasan"], ()) == (
        after.public["capaian-kepuasan"],
        after.minted,
    )


def test_the_dataset_of_an_unapproved_indicator_is_not_public(root: Path) -> None:
    """Not even its id: nothing is released before somebody approved the indicator."""
    write_record(root, "indikator", "rahasia", layanan=None)
    text = contents.TABLES[contents.DATASET]
    write(root, "data/capaian/rahasia.csv", text)
    found = looked(root)
    assert ("capaian-rahasia" in found.public, found.minted) == (False, ())
    assert ["P18"] == [item.code for item in found.verdicts["capaian-rahasia"].reasons]


def test_nobody_decides_for_another_office(root: Path) -> None:
    """A role outside the path returns nothing; one person in two spellings is one person."""
    both = "".join(
        f"- {{orang: {person}, peran: {role}}}\n"
        for person, role in (
            ("Penulis@portal.example", "penanggung-jawab"),
            ("itjen@portal.example", "pereviu-itjen"),
        )
    )
    write(root, "tata-kelola/peran.yaml", contents.TABLES["tata-kelola/peran.yaml"] + both)
    digest = read(root).editions["kontak"].digest
    made = decision("kontak", digest, Act.RETURN, AS_OF)
    change_of = {"person": "itjen@portal.example", "role": Role.INSPECTOR}
    append_decision(root, made.model_copy(update=change_of))
    assert digest == looked(root).public["kontak"]
    write_record(root, "halaman", "baru")
    new = read(root).editions["baru"].digest
    append_decision(root, decision("baru", new, Act.SUBMIT, AS_OF))
    same = decision("baru", new, Act.APPROVE, AS_OF).model_copy(
        update={"person": "Penulis@portal.example"}
    )
    append_decision(root, same)
    found = looked(root)
    assert "baru" not in found.public
    assert {"P12", "P19"} == {item.code for item in found.problems}


def test_a_role_ends_at_midnight_in_jakarta(root: Path) -> None:
    """However far west the offset lies in which the time is written."""
    end = "".join(
        f"- {{orang: {person}, peran: {role}, sampai: 2026-02-28}}\n"
        for role, person in PERSONS.items()
    )
    write(root, "tata-kelola/peran.yaml", end)
    write_record(root, "halaman", "baru")
    digest = read(root).editions["baru"].digest
    late = datetime.fromisoformat("2026-02-28T10:00:00-12:00")
    append_decision(root, decision("baru", digest, Act.SUBMIT, late))
    assert {"P10"} == {item.code for item in looked(root, AS_OF + 24 * HOUR).problems}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"sidik":"', '"sidik":"../'),
        ('"kode_alasan":null', '"kode_alasan":"\\ud800"'),
        ('"waktu":"2026', '"waktu":"0001'),
        ('{"v":1,', '{"v":1,"peran":"editor",'),
        ('{"v":1,', '{"v":' + "[" * 5000 + ","),
    ],
)
def test_a_line_of_decisions_that_was_tampered_with_is_refused(old: str, new: str) -> None:
    """Paths, halves of characters, ancient times, keys twice, endless nesting."""
    line = render_decision(decision("kontak", "a" * 64, Act.SUBMIT, APPROVED))
    assert old in line
    with pytest.raises(ValueError, match=r".*"):
        parse_decision(line.replace(old, new, 1))


def test_many_submissions_count_once(root: Path) -> None:
    """A flood of `ajukan` neither counts twice nor costs more than its reading."""
    digest = read(root).editions["kontak"].digest
    line = render_decision(decision("kontak", digest, Act.SUBMIT, APPROVED - HOUR))
    lines = "".join(
        line.replace("08:00:00", f"0{n % 8}:{n // 60 % 60:02}:{n % 60:02}") + "\n"
        for n in range(3000)
    )
    path = root / "persetujuan/kontak.jsonl"
    path.write_text(lines + path.read_text("utf-8"), "utf-8")
    assert digest == looked(root).public["kontak"]


def test_deep_lists_do_not_spoil_the_next_body(root: Path) -> None:
    """A body that cannot be compiled leaves nothing behind for those that follow."""
    deep = "".join(" " * 4 * depth + "- a\n" for depth in range(300))
    write(root, "halaman/a.md", contents.record_text("halaman", deep, kode=f"01K{60:023}"))
    write(root, "halaman/b.md", contents.record_text("halaman", "Isi.", kode=f"01K{61:023}"))
    editions = read(root).editions
    assert ["B07"] == [found.code for found in editions["a"].problems]
    value = editions["b"].value
    assert isinstance(value, Document)
    assert "<p>Isi.</p>" == value.body.html


def test_strange_names_of_files_stop_nothing(root: Path) -> None:
    """Names that are no UTF-8, sockets and pipes are told and passed over."""
    before = looked(root).public
    Path(os.fsdecode(bytes(root) + b"/halaman/\xff.md")).touch()
    os.mkfifo(root / "halaman/pipa.md")
    write(root, "lampiran/nikah-2025/kartu-aaaa.png", contents.picture_bytes())
    found = looked(root)
    assert before == found.public
    assert {"T10", "T07", "L07", "L02"} == {item.code for item in found.problems}


def test_a_folder_of_governance_that_is_a_link_stops_the_build(tmp_path: Path) -> None:
    """What lies outside the content cannot say who approves."""
    root = tmp_path / "isi"
    contents.write_content(root)
    os.rename(root / "tata-kelola", tmp_path / "lain")
    (root / "tata-kelola").symlink_to("../lain")
    assert ["T07"] == [found.code for found in read(root).stopping]


def test_a_row_from_the_future_is_named(root: Path) -> None:
    """Nothing can be released after it, and the reason says so."""
    log = (root / "data/rilis.csv").read_text("utf-8")
    future = f"tabel-akun,{'a' * 64},2199-12-31T23:59:59+07:00\n"
    write(root, "data/rilis.csv", log + future)
    write_record(root, "halaman", "baru")
    approve(root, "baru")
    assert ["P20"] == [item.code for item in looked(root).verdicts["baru"].reasons]
