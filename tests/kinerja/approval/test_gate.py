"""The gate on records: only approved editions are public, and a reason stands for every no."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kinerja.approval.gate import Decided, Verdict, decide
from kinerja.commands.deciding import append_decision
from kinerja.model.documents import Document
from kinerja.model.governance import Act, Role
from kinerja.model.records import Cost, Kind
from kinerja.reading.layout import archive_folder
from tests.kinerja import contents
from tests.kinerja.contents import (
    APPROVED,
    AS_OF,
    approve,
    change,
    decision,
    read,
    release,
    write,
    write_record,
)

PATH = contents.PATHS["halaman"]
HOUR = timedelta(hours=1)
ROLES = {
    kind: "" if kind in ("capaian", "tabel") else "kepala-unit, penanggung-jawab" for kind in Kind
}
POLICY = "tanda_tangan: tidak\njenis:\n" + "".join(
    f"  {kind}: {{ringan: [{roles}], penuh: [{roles}], darurat: [{roles}]}}\n"
    for kind, roles in ROLES.items()
)
"""Two roles approve a record, in this order; data need nobody."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes, everything approved and released."""
    contents.write_content(tmp_path)
    release(tmp_path)
    return tmp_path


def looked(root: Path, as_of: datetime = AS_OF, mint: bool = False) -> Decided:
    """Decide at a time, later than the first release where none is said."""
    return decide(read(root, as_of.date()), as_of, mint)


def page(root: Path, as_of: datetime = AS_OF + HOUR) -> Verdict:
    """Return the verdict on the page `kontak`, releases being minted."""
    return looked(root, as_of, mint=True).verdicts["kontak"]


def reasons(verdict: Verdict) -> list[str]:
    """Return the codes of why the present file is not what the public sees."""
    return [item.code for item in verdict.reasons]


def submit(root: Path, act: Act = Act.SUBMIT, when: datetime = AS_OF, digest: str = "") -> None:
    """Record one decision on the present edition of the page, or on another digest."""
    now = digest or read(root).editions["kontak"].digest
    append_decision(root, decision("kontak", now, act, when))


def edit(root: Path) -> tuple[str, str]:
    """Change the page; return the digests before and after."""
    before = read(root).editions["kontak"].digest
    change(root, PATH, "Tulis ke redaksi", "Tulis kepada redaksi")
    return before, read(root).editions["kontak"].digest


def test_what_is_approved_is_public(root: Path) -> None:
    """No reasons, no mistakes; the time is that of the last approval."""
    verdict = page(root)
    assert verdict.edition is not None
    assert (read(root).editions["kontak"].digest, [], APPROVED + HOUR) == (
        verdict.edition.digest,
        reasons(verdict),
        verdict.approved,
    )
    assert () == looked(root).problems


def test_what_nobody_approved_is_withheld(root: Path) -> None:
    """The way out names the role whose turn it is."""
    write_record(root, "halaman", "baru")
    verdict = looked(root).verdicts["baru"]
    assert (None, ["P01"], Role.AUTHOR) == (verdict.edition, reasons(verdict), verdict.waits_for)
    digest = read(root).editions["baru"].digest
    append_decision(root, decision("baru", digest, Act.SUBMIT, APPROVED))
    assert Role.RESPONSIBLE == looked(root).verdicts["baru"].waits_for


def test_an_edit_neither_shows_nor_takes_down(root: Path) -> None:
    """The approved bytes stay public; the present file waits."""
    before, _ = edit(root)
    verdict = page(root)
    assert verdict.edition is not None
    assert (before, ["P02"], Role.AUTHOR) == (
        verdict.edition.digest,
        reasons(verdict),
        verdict.waits_for,
    )


def test_an_attachment_is_part_of_the_edition(root: Path) -> None:
    """Another picture under the same name waits for approval like another text."""
    before = looked(root).public["nikah-2025"]
    write(root, contents.PICTURE, contents.picture_bytes(size=(9, 9)))
    verdict = looked(root).verdicts["nikah-2025"]
    assert verdict.edition is not None
    assert (before, ["P02"]) == (verdict.edition.digest, reasons(verdict))


def test_the_open_lines_are_read_from_the_present_file(root: Path) -> None:
    """A declaration of cost needs no approval, also beside an edit that waits for it."""
    change(root, PATH, "status: siap\n", "status: siap\nbiaya: nol\nbiaya_catatan: Tanpa.\n")
    edit(root)
    verdict = page(root)
    assert verdict.edition is not None
    document = verdict.edition.value
    assert isinstance(document, Document)
    assert (Cost.NONE, None) == (document.record.cost, document.record.cost_note)


def test_a_draft_takes_no_approved_edition_down(root: Path) -> None:
    """`status: draf` on the approved text changes nothing; on an edit it is the reason."""
    change(root, PATH, "status: siap", "status: draf")
    assert ([], True) == (reasons(page(root)), page(root).is_draft)
    edit(root)
    assert ["P08"] == reasons(page(root))
    assert page(root).edition is not None


def test_an_author_cannot_approve(root: Path) -> None:
    """Neither as author nor by holding the other role as well."""
    edit(root)
    submit(root)
    twice = "- {orang: penulis@portal.example, peran: penanggung-jawab}\n"
    write(root, "tata-kelola/peran.yaml", contents.TABLES["tata-kelola/peran.yaml"] + twice)
    now = read(root).editions["kontak"].digest
    for role in (Role.AUTHOR, Role.RESPONSIBLE):
        made = decision("kontak", now, Act.APPROVE, AS_OF, role)
        own = made.model_copy(update={"person": contents.PERSONS[Role.AUTHOR]})
        append_decision(root, own)
    found = looked(root, AS_OF + HOUR)
    assert {"P11", "P12"} == {item.code for item in found.problems}
    assert now != found.public["kontak"]


def test_roles_decide_in_their_order(root: Path) -> None:
    """Who comes last waits for those before, and what was approved by one is not approved.

    Figures wait for their indicator.
    """
    write(root, "tata-kelola/kebijakan.yaml", POLICY)
    found = looked(root)
    assert [] == [key for key in found.public if not key.startswith(("tabel", "capaian"))]
    assert {"P14", "R07"} == {item.code for item in found.problems}
    assert Role.HEAD_OF_UNIT == found.verdicts["kontak"].waits_for


def test_a_return_voids(root: Path) -> None:
    """Returned and nothing earlier: withheld; with an earlier edition, that one is shown."""
    before, after = edit(root)
    approve(root, "kontak", AS_OF)
    assert after == looked(root, AS_OF + 2 * HOUR, mint=True).public["kontak"]
    submit(root, Act.RETURN, AS_OF + 3 * HOUR)
    assert before == looked(root, AS_OF + 4 * HOUR, mint=True).public["kontak"]
    submit(root, Act.RETURN, AS_OF + 4 * HOUR, before)
    verdict = page(root, AS_OF + 5 * HOUR)
    assert (None, ["P01"]) == (verdict.edition, reasons(verdict))


def test_what_is_withdrawn_stays_away(root: Path) -> None:
    """Whatever is approved afterwards; the log says `tarik` once."""
    submit(root, Act.WITHDRAW, AS_OF + HOUR)
    assert page(root, AS_OF + HOUR - timedelta(seconds=1)).edition is not None
    decided = release(root, AS_OF + HOUR)
    assert (None, ["P03"]) == (
        decided.verdicts["kontak"].edition,
        reasons(decided.verdicts["kontak"]),
    )
    assert ["tarik"] == [row.edition for row in decided.minted]
    edit(root)
    approve(root, "kontak", AS_OF + 2 * HOUR)
    later = release(root, AS_OF + 9 * HOUR)
    assert (None, ()) == (later.verdicts["kontak"].edition, later.minted)


def test_a_withdrawn_file_may_be_deleted(root: Path) -> None:
    """Then it is no file that is missing."""
    submit(root, Act.WITHDRAW, AS_OF + HOUR)
    (root / PATH).unlink()
    decided = release(root, AS_OF + 2 * HOUR)
    assert ((), None) == (decided.problems, decided.verdicts["kontak"].edition)
    assert ["tarik"] == [row.edition for row in decided.minted]


def test_a_deleted_file_keeps_its_edition(root: Path) -> None:
    """Deleting is no way to take a page down: it stays, and is said."""
    before = looked(root).public["kontak"]
    (root / PATH).unlink()
    found = looked(root)
    assert (before, ["P15"]) == (found.public["kontak"], [item.code for item in found.problems])


@pytest.mark.parametrize("present", [True, False])
def test_a_lost_archive_is_said(root: Path, present: bool) -> None:
    """An edited page without its approved bytes is withheld; what is whole needs no archive."""
    before = looked(root).public["kontak"]
    file = archive_folder(root, read(root).editions["kontak"].digest) / PATH
    file.write_bytes(b"rusak")
    assert before == looked(root).public["kontak"]
    if present:
        edit(root)
    else:
        change(root, PATH, "judul: Kontak", "judul: ''")
    verdict = page(root)
    assert (None, "P04") == (verdict.edition, reasons(verdict)[0])
    found = looked(root, AS_OF + HOUR, mint=True).problems
    assert f"persetujuan/arsip/{before}" in {item.path for item in found if item.code == "P04"}


def test_lost_bytes_that_the_public_never_saw_stop_nothing(root: Path) -> None:
    """The page that was released last stays; why the later one is not shown is said."""
    before = looked(root).public["kontak"]
    edit(root)
    approve(root, "kontak", AS_OF)
    shutil.rmtree(archive_folder(root, read(root).editions["kontak"].digest))
    change(root, PATH, "Tulis kepada", "Surati")
    verdict = page(root)
    assert verdict.edition
    assert (before, ["P04", "P02"]) == (verdict.edition.digest, reasons(verdict))
    assert "P04" not in {item.code for item in looked(root, AS_OF + HOUR, mint=True).problems}


def test_a_mistake_keeps_the_approved_edition(root: Path) -> None:
    """Also where the approved bytes themselves have become wrong: their unit is gone."""
    before = looked(root).public
    change(root, PATH, "unit: bimas", "unit: lain")
    verdict = page(root)
    assert (["P16"], "kontak") == (reasons(verdict), verdict.id)
    assert before["kontak"] == looked(root).public["kontak"]
    write_record(root, "halaman", "baru", unit="lain")
    assert ["P17"] == reasons(looked(root).verdicts["baru"])


def test_one_bad_record_stops_no_other(root: Path) -> None:
    """All others are public as before."""
    before = looked(root).public
    write_record(root, "halaman", "rusak", judul="''")
    write(root, "layanan/biner.md", b"\xff")
    assert before == looked(root).public


def test_a_schedule_is_kept(root: Path) -> None:
    """Not a second before its time, and no release is minted until then."""
    due = AS_OF + 24 * HOUR
    write_record(root, "halaman", "nanti", jadwal_terbit=due.isoformat())
    approve(root, "nanti")
    early = release(root, due - timedelta(seconds=1))
    assert (None, ["P06"], ()) == (
        early.verdicts["nanti"].edition,
        reasons(early.verdicts["nanti"]),
        early.minted,
    )
    late = release(root, due)
    assert late.verdicts["nanti"].edition is not None
    assert [due] == [row.time for row in late.minted]


def test_a_scheduled_edit_leaves_the_earlier_edition(root: Path) -> None:
    """Until its time the public sees what was approved before."""
    before, _ = edit(root)
    due = AS_OF + 24 * HOUR
    change(root, PATH, "status: siap", f"status: siap\njadwal_terbit: {due.isoformat()}")
    approve(root, "kontak", AS_OF)
    after = read(root).editions["kontak"].digest
    found = [looked(root, due - n * HOUR, mint=True).public["kontak"] for n in (1, 0)]
    assert [before, after] == found


def test_without_release_nothing_new_is_shown(root: Path) -> None:
    """`--no-release`: approved and not yet released waits for a build that mints."""
    write_record(root, "halaman", "baru")
    approve(root, "baru")
    looking, building = looked(root, AS_OF + HOUR), looked(root, AS_OF + HOUR, mint=True)
    assert (None, ["P05"], ()) == (
        looking.verdicts["baru"].edition,
        reasons(looking.verdicts["baru"]),
        looking.minted,
    )
    assert (1, []) == (len(building.minted), reasons(building.verdicts["baru"]))


def test_what_does_not_fit_waits_for_the_next_build(root: Path) -> None:
    """One second after the last release there is room for one."""
    for name in ("satu", "dua"):
        write_record(root, "halaman", name)
        approve(root, name)
    decided = release(root, AS_OF + timedelta(seconds=1))
    assert [AS_OF + timedelta(seconds=1)] == [row.time for row in decided.minted]
    shown = [decided.verdicts[name].edition is not None for name in ("dua", "satu")]
    assert [True, False] == shown
    again = release(root, AS_OF + timedelta(seconds=2))
    assert again.verdicts["satu"].edition is not None


def test_an_earlier_day_sees_what_was_public_then(root: Path) -> None:
    """Decisions and releases later than as-of have not happened."""
    before, after = edit(root)
    approve(root, "kontak", AS_OF + HOUR)
    release(root, AS_OF + 24 * HOUR)
    found = [looked(root, AS_OF + n * HOUR).public["kontak"] for n in (1, 24)]
    assert [before, after] == found
    assert set() == looked(root, APPROVED - HOUR).public.items() - _tables(root)


def _tables(root: Path) -> set[tuple[str, str]]:
    """Tables are used before their first release: nothing could be read without them."""
    public = looked(root).public
    return {(key, digest) for key, digest in public.items() if key.startswith("tabel-")}
