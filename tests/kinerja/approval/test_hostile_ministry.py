"""What units tried against the signed policy: no key of others, but everything below content/.

Each test says what must be true; docs/threat-model.md says what is not held.
"""

import hashlib
import json
import os
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.approval.facts import Facts
from kinerja.approval.public import public_portal
from kinerja.approval.trust import Trust
from kinerja.building.cards import Press, open_shelf
from kinerja.building.faults import ContentStops
from kinerja.building.seal import manifest
from kinerja.building.workshop import read_and_decide
from kinerja.building.writer import PortalWriter
from kinerja.commands.configuration import project_settings
from kinerja.commands.deciding import append_decision
from kinerja.model.documents import Edition
from kinerja.model.fields import Digest
from kinerja.model.governance import Act
from kinerja.model.records import Kind
from kinerja.reading.layout import archive_folder
from kinerja.reading.records import read_record
from kinerja.rendering.pages import File
from kinerja.rendering.plain import moved_pages
from tests.kinerja import contents
from tests.kinerja.contents import (
    APPROVED,
    AS_OF,
    CODES,
    PICTURE,
    PUBLICATION,
    change,
    decision,
    picture_bytes,
    record_text,
    write,
    write_record,
)
from tests.kinerja.ministry import (
    AUTHOR,
    FULL,
    HEAD,
    HOUR,
    LAST,
    OTHER,
    Ministry,
    write_ministry,
)
from tests.kinerja.sites import site_of

pytestmark = pytest.mark.client("ssh-keygen")

PAGE = contents.PATHS["halaman"]
LIGHT = (AUTHOR, HEAD, LAST)
LATER = AS_OF + timedelta(days=1)
SPOILT = "bb" * 32


@pytest.fixture
def ministry(tmp_path: Path) -> Ministry:
    """Return a released folder."""
    ministry = write_ministry(tmp_path / "isi")
    ministry.release()
    return ministry


def shown(ministry: Ministry, record_id: str = "kontak") -> Edition | None:
    """Return the edition that the public sees a day later."""
    return ministry.decided(LATER).verdicts[record_id].edition


def approved(ministry: Ministry, names: tuple[str, ...], body: str, **front: str) -> bool:
    """Whether the page is public as written now, once these people have decided on it.

    The full path ends before the light one begins.
    """
    write(ministry.root, PAGE, record_text("halaman", body, **front))
    ministry.approve("kontak", names, AS_OF - 4 * HOUR if names == FULL else AS_OF)
    edition = shown(ministry)
    return edition is not None and edition.root == str(ministry.root)


@pytest.mark.parametrize(
    ("body", "front"),
    [
        ("{{\n\nHilang 900 miliar.\n\n}}\n", {}),
        ("`{{900 miliar}}`\n", {}),
        ("`{{kepuasan-900 2024}}`\n", {}),
        ("Isi.\n", {"judul": "'Hilang {{900}} miliar'"}),
        ("Isi.\n", {"judul": "'Hilang\ntanggal: 900 miliar'"}),
        ("Isi.\n", {"judul": '"Hilang \\u0039\\u0030 miliar"'}),
        ("Hilang \N{SUPERSCRIPT NINE} miliar.\n", {}),
        ("Hilang \N{VULGAR FRACTION ONE HALF} triliun.\n", {}),
        ("Bagian \N{ROMAN NUMERAL TWELVE}.\n", {}),
        ("Hilang &frac12; triliun.\n", {}),
        ("[Buktinya](https://contoh.example/900).\n", {}),
    ],
)
def test_a_figure_cannot_be_hidden_from_the_light_path(
    ministry: Ministry, body: str, front: dict[str, str]
) -> None:
    """What only looks like a bound figure, a date or a letter is a figure."""
    assert not approved(ministry, LIGHT, body, **front)


@pytest.mark.parametrize(
    "body",
    ["9**2**\n", "9\u200b2\n", "9&shy;2\n", "9[2](rekor:nikah)\n", "\u202e2 9 29\u202c\n"],
)
def test_known_digits_do_not_make_a_new_figure(ministry: Ministry, body: str) -> None:
    """Neither by what divides them only in the source, nor by turning what is read around."""
    assert approved(ministry, FULL, "Langkah 9, 2, 29.\n")
    assert approved(ministry, LIGHT, "Langkah 29, 2, 9.\n")
    write(ministry.root, PAGE, record_text("halaman", f"Hilang {body}"))
    ministry.approve("kontak", LIGHT, AS_OF + 4 * HOUR)
    after = shown(ministry)
    assert after
    assert str(ministry.root) != after.root


WRAPS = st.sampled_from(
    ["**{}**", "*{}*", "[{}](rekor:nikah)", "\u200b{}", "{}\u00ad", "&shy;{}", "&#{code};"]
)


@given(st.integers(100, 999), WRAPS)
def test_a_number_is_read_as_it_is_shown(number: int, wrap: str) -> None:
    """However its middle digit is written."""
    digits = str(number)
    middle = wrap.format(digits[1], code=ord(digits[1]))
    body = f"Ada {digits[0]}{middle}{digits[2]}.\n"
    assert digits in Facts(body=body).figures


def test_bound_figures_and_dates_are_none() -> None:
    """Nor are codes; what else stands in the front matter counts."""
    keys = {"code": CODES["halaman"], "date": "2026-02-01", "title": "Ada 7", "cost": "nol"}
    facts = Facts(keys=keys, body="Kini {{kepuasan 2024}} poin, dari 12,5 ribu.\n")
    assert {"7", "12,5"} == facts.figures


def test_another_office_withdraws_nothing(ministry: Ministry) -> None:
    """Not by writing its own unit into the record, and not by an earlier time."""
    change(ministry.root, PAGE, "unit: bimas", "unit: lain")
    for when in (AS_OF + HOUR, APPROVED - 24 * HOUR):
        ministry.say("kontak", OTHER, Act.WITHDRAW, when)
    assert shown(ministry)
    assert ["P21", "P21"] == ministry.codes("kontak", LATER)


def test_of_lost_bytes_only_what_lost_them_is_said(ministry: Ministry) -> None:
    """Which unit they were of nobody knows: their decisions count no more, without a word each."""
    write_record(ministry.root, "halaman", "baru", unit="bimas")
    ministry.approve("baru")
    digest = contents.read(ministry.root).editions["baru"].digest
    shutil.rmtree(archive_folder(ministry.root, digest))
    change(ministry.root, "halaman/baru.md", "\njudul: ", "\njudul: 'tidak ditutup ")
    assert ["Y01"] == ministry.codes("baru", LATER)
    assert ministry.decided(LATER).verdicts["baru"].edition is None


def test_another_office_withdraws_nothing_by_its_own_record(ministry: Ministry) -> None:
    """The digest of an edition of another record says nothing about this one."""
    write_record(ministry.root, "halaman", "milik", unit="lain")
    ministry.approve("milik", (AUTHOR,))
    digest = contents.read(ministry.root).editions["milik"].digest
    ministry.say("kontak", OTHER, Act.WITHDRAW, AS_OF + HOUR, digest=digest)
    assert shown(ministry)


def test_lost_bytes_undo_no_withdrawal(ministry: Ministry) -> None:
    """Whoever deletes what was withdrawn does not bring back what stood before it."""
    assert approved(ministry, FULL, "Halo.\n")
    ministry.release(AS_OF + 6 * HOUR)
    digest = contents.read(ministry.root).editions["kontak"].digest
    ministry.say("kontak", HEAD, Act.WITHDRAW, AS_OF + 7 * HOUR)
    shutil.rmtree(archive_folder(ministry.root, digest))
    change(ministry.root, PAGE, "Halo", "Hai")
    assert None is shown(ministry)


def test_a_stranger_in_the_archive_changes_nothing(ministry: Ministry) -> None:
    """Neither its own bytes, nor whose the code is; the digest says what belongs to an edition."""
    before = shown(ministry)
    assert before
    write(archive_folder(ministry.root, before.digest), "edukasi/aaa.md", "x")
    write(archive_folder(ministry.root, before.digest), "halaman/zzz.md", "x")
    change(ministry.root, PAGE, "Tulis ke", "Tulis kepada")
    after = shown(ministry)
    assert after
    assert before.digest == after.digest
    assert approved(ministry, FULL, "Halo.\n")


def test_a_file_moved_to_another_kind_takes_nothing_down(ministry: Ministry) -> None:
    """The approved edition stays, under its own kind and address."""
    (ministry.root / "edukasi").mkdir()
    os.rename(ministry.root / PAGE, ministry.root / "edukasi/kontak.md")
    edition = shown(ministry)
    assert edition
    assert (Kind.PAGE, PAGE) == (edition.kind, edition.path)


def test_a_kind_that_is_approved_otherwise_lends_nothing(ministry: Ministry) -> None:
    """Decisions count by the kind of the present file: none passes under an easier policy."""
    policy = (ministry.root / "tata-kelola/kebijakan.yaml").read_text("utf-8")
    paths = "{ringan: [editor], penuh: [editor], darurat: [editor]}"
    lines = [f"  edukasi: {paths}" if "  edukasi:" in line else line for line in policy.split("\n")]
    ministry.govern("tata-kelola/kebijakan.yaml", "\n".join(lines))
    write_record(ministry.root, "halaman", "baru")
    ministry.approve("baru", (AUTHOR, "editor"))
    (ministry.root / "edukasi").mkdir()
    os.rename(ministry.root / "halaman/baru.md", ministry.root / "edukasi/baru.md")
    assert None is shown(ministry, "baru")


def test_a_forged_line_and_an_archive_of_ones_own_take_nothing_down(ministry: Ministry) -> None:
    """The file was deleted, and an older, unsigned decision names an edition of another kind."""
    before = shown(ministry)
    (ministry.root / PAGE).unlink()
    append_decision(ministry.root, decision("kontak", SPOILT, Act.SUBMIT, APPROVED - HOUR))
    write(ministry.root, f"persetujuan/arsip/{SPOILT}/edukasi/kontak.md", "x")
    after = shown(ministry)
    assert before
    assert after
    assert before.digest == after.digest


def test_a_newcomer_with_a_forged_release_takes_nothing_down(ministry: Ministry) -> None:
    """Also with an archive of its own and a row in `rilis.csv`."""
    before = shown(ministry)
    path = write_record(ministry.root, "edukasi", "kontak")
    digest = read_record(ministry.root, Kind.EDUCATION, path, []).digest
    folder = archive_folder(ministry.root, digest)
    write(folder, path, (ministry.root / path).read_bytes())
    append_decision(ministry.root, decision("kontak", digest, Act.SUBMIT, APPROVED - HOUR))
    add_row(ministry, f"01K{5:023}", digest)
    after = shown(ministry)
    assert before
    assert after
    assert (before.digest, PAGE) == (after.digest, after.path)


def add_row(ministry: Ministry, code: str, edition: str) -> None:
    """Append a row to the release log that no build wrote."""
    path = ministry.root / "data/rilis.csv"
    moment = (AS_OF + HOUR).isoformat()
    path.write_text(f"{path.read_text('utf-8')}{code},{edition},{moment}\n", "utf-8")


def erase_by_hand(ministry: Ministry, **changes: str) -> list[str]:
    """Withdraw a record of one's own, write a note of its erasure; return what stops a build."""
    write_record(ministry.root, "halaman", "milik")
    ministry.approve("milik")
    ministry.release(AS_OF + 5 * HOUR)
    ministry.say("milik", LAST, Act.WITHDRAW, AS_OF + 6 * HOUR, reason_code="digabung")
    note = {
        **{"v": 1, "rekor": "milik", "jenis": "halaman", "kode": CODES["halaman"]},
        **{"tanggal": "2026-02-01", "sidik": [], "waktu": (AS_OF + 7 * HOUR).isoformat()},
        **changes,
    }
    write(ministry.root, "persetujuan/dihapus/milik.json", json.dumps(note))
    return [found.code for found in ministry.read(LATER).stopping]


@pytest.mark.parametrize(
    "changes",
    [{}, {"waktu": "2026-03-02T00:00:00"}, {"jenis": "tabel"}, {"rekor": "kontak"}, {"waktu": ""}],
)
def test_a_note_of_an_erasure_is_about_its_own_record(
    ministry: Ministry, changes: dict[str, str]
) -> None:
    """Not about the code of another one, and readable: or else it stops the build in words."""
    assert ["G16"] == erase_by_hand(ministry, **changes)


def test_a_unit_that_nobody_approved_is_told_nowhere(ministry: Ministry) -> None:
    """An author hands in with a word of their own as unit: the counts of the filter skip it."""
    write_record(ministry.root, "halaman", "baru", unit="kata-yang-tidak-disetujui")
    ministry.say("baru", AUTHOR, Act.SUBMIT, AS_OF)
    portal = public_portal(ministry.read(LATER), ministry.decided(LATER), LATER)
    assert {"bimas"} == {found.unit for found in portal.screenings}


def test_lost_bytes_of_the_units_empty_no_site(ministry: Ministry, tmp_path: Path) -> None:
    """Without them nobody may approve for anybody: such a build stops, the site stays."""
    digest = ministry.decided(LATER).public["tabel-unit"]
    shutil.rmtree(archive_folder(ministry.root, digest))
    change(ministry.root, "data/unit.csv", "Unit Lain", "Unit Lainnya")
    assert [digest] == lost(ministry, tmp_path)


def lost(ministry: Ministry, folder: Path) -> list[str]:
    """Return the digests of lost bytes that stop a build a day later; it has to stop."""
    settings = replace(
        project_settings(ministry.root),
        as_of=LATER,
        trust=ministry.trust,
        output=folder / "situs",
    )
    with pytest.raises(ContentStops) as stopped:
        read_and_decide(settings)
    return [Path(item.path).name for item in stopped.value.problems if item.code == "P04"]


def test_the_manifest_says_what_was_rendered(ministry: Ministry, tmp_path: Path) -> None:
    """Bytes that somebody put into the folder of a build are not signed: `verify` finds them."""
    earlier = tmp_path / "lama"
    write(earlier, "a.txt", "isi")
    writer = PortalWriter(str(tmp_path / "baru"), {})
    writer.write_bytes(File("a.txt", b"isi"))
    writer.render_all(earlier, lambda _done, _total: None)
    (earlier / "a.txt").write_bytes(b"lain")
    assert b"lain" == (tmp_path / "baru/a.txt").read_bytes()
    settings = replace(project_settings(ministry.root), as_of=LATER, trust=Trust())
    content = ministry.read(LATER)
    made = manifest(writer.digests, settings, content, ministry.decided(LATER))
    assert {"a.txt": hashlib.sha256(b"isi").hexdigest()} == json.loads(made)["berkas"]


def reads(ministry: Ministry) -> None:
    """Let an edition with a figure be followed by one that keeps it, by the light path."""
    assert approved(ministry, FULL, "Buka 24 jam.\n")
    ministry.release(AS_OF + 5 * HOUR)
    write(ministry.root, PAGE, record_text("halaman", "Kami buka 24 jam.\n"))
    ministry.approve("kontak", LIGHT, AS_OF + 6 * HOUR)
    ministry.release(AS_OF + 10 * HOUR)


@pytest.mark.parametrize("way_out", ["archive", "approval", "withdrawal"])
def test_lost_bytes_of_an_older_edition_bring_nothing_older_back(
    ministry: Ministry, tmp_path: Path, way_out: str
) -> None:
    """Light approvals cannot be counted again: the build stops and the site stays, until the bytes
    are restored, the present edition is approved by the full path, or the record is withdrawn.
    """
    reads(ministry)
    rows = [row.edition for row in contents.read(ministry.root).releases]
    newest = shown(ministry)
    assert newest
    between = archive_folder(ministry.root, Digest(rows[rows.index(newest.digest) - 1]))
    between.rename(tmp_path / "hilang")
    assert [between.name] == lost(ministry, tmp_path)
    if way_out == "archive":
        (tmp_path / "hilang").rename(between)
    elif way_out == "approval":
        ministry.approve("kontak", FULL, AS_OF + 12 * HOUR)
    else:
        ministry.say("kontak", LAST, Act.WITHDRAW, AS_OF + 12 * HOUR)
    after = shown(ministry)
    assert "P04" not in {found.code for found in ministry.decided(LATER).problems}
    assert (None if way_out == "withdrawal" else newest.digest) == (after and after.digest)


@pytest.mark.parametrize("present", ["Tulis kepada", "judul: [", ""])
def test_lost_bytes_of_the_public_edition_take_nothing_down(
    ministry: Ministry, tmp_path: Path, present: str
) -> None:
    """Whatever stands in its place, also a file that cannot be read or none: the build stops."""
    before = shown(ministry)
    assert before
    shutil.rmtree(archive_folder(ministry.root, before.digest))
    if present:
        change(ministry.root, PAGE, "Tulis ke", present)
        change(ministry.root, PAGE, "judul: ", present)
    else:
        (ministry.root / PAGE).unlink()
    assert [before.digest] == lost(ministry, tmp_path)


def test_an_attachment_put_into_the_archive_takes_nothing_down(ministry: Ministry) -> None:
    """With an edit of the record beside it; nor do files of no type and of other names."""
    before = shown(ministry, PUBLICATION)
    assert before
    folder = archive_folder(ministry.root, before.digest)
    for name in ("b.txt", "c.svg", "nama aneh.txt"):
        write(folder, f"{Path(PICTURE).parent}/{name}", "b")
    change(ministry.root, contents.PATHS["publikasi"], "Lihat", "Baca")
    assert shown(ministry, PUBLICATION)


def test_a_row_that_no_build_wrote_moves_no_date(ministry: Ministry) -> None:
    """Pages and feeds say when an edition was released, not when somebody repeated its row."""
    before = shown(ministry)
    assert before
    add_row(ministry, CODES["halaman"], before.digest)
    content, decided = ministry.read(LATER), ministry.decided(LATER)
    portal = public_portal(content, decided, LATER)
    assert AS_OF == portal.pages["kontak"].last_released
    assert 1 == len(portal.releases[CODES["halaman"]])


def test_a_record_changes_hands_by_the_full_path_only(ministry: Ministry) -> None:
    """A unit that writes itself into the record of another one is seen by the editor."""
    write(ministry.root, PAGE, record_text("halaman", "Kami pindah.\n", unit="lain"))
    ministry.approve("kontak", (AUTHOR, OTHER, LAST))
    edition = shown(ministry)
    assert edition
    assert str(ministry.root) != edition.root


@pytest.mark.parametrize("forged", [picture_bytes("JPEG"), b"", b"x" * 40])
def test_a_picture_from_the_cache_is_what_was_made(
    ministry: Ministry, tmp_path: Path, forged: bytes
) -> None:
    """Whoever can write in `.cache/` publishes no picture of their own, nor one of another name."""
    site, cache = site_of(ministry.root), tmp_path / "tembolok"
    theme = project_settings(ministry.root).theme

    def made() -> dict[str, bytes]:
        press = Press(site, theme, open_shelf(cache))
        press.cards()
        press.photos()
        return {address: file.read() for address, file in press.files.items()}

    whole = made()
    first, *others = sorted((cache / "pictures").iterdir())
    for path in others:
        path.write_bytes(forged or first.read_bytes())
    assert whole == made()


@pytest.mark.parametrize("old", ["/sitemap.xml/", "/index.html/", "/umpan/feed.css/a/"])
def test_an_address_that_moved_stops_no_build(ministry: Ministry, old: str) -> None:
    """A row of `alih-alamat.csv` at the name of a file, or below it, has no page."""
    write(ministry.root, "data/alih-alamat.csv", f"dari,ke\n{old},/kontak/\n")
    ministry.approve("tabel-alih-alamat", (AUTHOR, "walidata"))
    ministry.release(LATER)
    taken = ("sitemap.xml", "index.html", "umpan/feed.css")
    assert [] == moved_pages(site_of(ministry.root, LATER), taken)
