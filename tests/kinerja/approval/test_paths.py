"""The light, the full and the urgent path of the policy `kementerian`, and who acts for whom."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kinerja.approval.gate import decide
from kinerja.approval.public import public_portal
from kinerja.approval.terms import units_above
from kinerja.model.governance import JAKARTA, Act, Role
from kinerja.model.tables import Unit, UnitType
from kinerja.rendering.approvals import approval_view
from kinerja.rendering.site import open_site
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, PUBLICATION, change, picture_bytes, write, write_record
from tests.kinerja.ministry import (
    AUTHOR,
    CENTRE,
    DATA,
    EDITOR,
    FULL,
    HEAD,
    HOLDERS,
    HOUR,
    LAST,
    ROLES,
    ROLES_TEXT,
    SIGNERS,
    Ministry,
    signer,
    write_ministry,
)
from tests.kinerja.sites import SETTINGS

pytestmark = pytest.mark.client("ssh-keygen")

PAGE = contents.PATHS["halaman"]
LATER = AS_OF + 24 * HOUR
LIGHT, URGENT = (AUTHOR, HEAD, LAST), (AUTHOR, EDITOR, LAST)


@pytest.fixture
def ministry(tmp_path: Path) -> Ministry:
    """Return a released folder."""
    ministry = write_ministry(tmp_path)
    ministry.release()
    return ministry


def shows(ministry: Ministry, path: str, record_id: str, text: str, names: tuple[str, ...]) -> bool:
    """Whether an edit is public once these people have handed it in and approved it."""
    change(ministry.root, path, contents.BODIES[path.split("/")[0]], text)
    ministry.approve(record_id, names)
    edition = ministry.decided(LATER).verdicts[record_id].edition
    return edition is not None and edition.root == str(ministry.root)


@pytest.mark.parametrize(
    ("text", "is_light"),
    [
        ("Tulislah kepada redaksi.\n", True),
        ("Indeksnya {{kepuasan 2024}}.\n", True),
        ("Tulis ke redaksi, 24 jam.\n", False),
        ("biaya: 900 juta rupiah\n", False),
        ("kode: 900\n", False),
        ("Indeksnya {{kepuasan 2024}}, bukan 99.\n", False),
        ("Sudah \N{ARABIC-INDIC DIGIT SEVEN} hari.\n", False),
    ],
)
def test_the_light_path_is_for_texts_without_new_figures(
    ministry: Ministry, text: str, is_light: bool
) -> None:
    """Bound figures are none; whatever else has digits goes the full path."""
    assert is_light == shows(ministry, PAGE, "kontak", text, LIGHT)


def test_a_figure_of_the_last_approved_edition_is_not_new(ministry: Ministry) -> None:
    """It was approved on the full path before; one of an edition never approved was not."""
    assert shows(ministry, PAGE, "kontak", "Buka 24 jam.\n", FULL)
    ministry.release(LATER)
    change(ministry.root, PAGE, "Buka 24 jam.", "Kami buka 24 jam.")
    ministry.approve("kontak", LIGHT, LATER)
    edition = ministry.decided(LATER + 24 * HOUR).verdicts["kontak"].edition
    assert edition
    assert str(ministry.root) == edition.root


def test_a_new_picture_is_a_new_figure(ministry: Ministry) -> None:
    """Nobody can see whether a picture has numbers: it goes the full path."""
    write(ministry.root, contents.PICTURE, picture_bytes(size=(9, 7)))
    ministry.approve(PUBLICATION, LIGHT)
    verdict = ministry.decided(LATER).verdicts[PUBLICATION]
    assert ["P14"] == [found.code for found in verdict.problems]
    assert verdict.edition
    assert verdict.edition.root != str(ministry.root)


def test_a_new_record_without_figures_goes_the_light_path(ministry: Ministry) -> None:
    """There is no edition before: whatever digits it has are new."""
    write_record(ministry.root, "halaman", "teks")
    write_record(ministry.root, "halaman", "angka", ringkasan=f"'{contents.SUMMARY} Ada 7.'")
    for record_id in ("teks", "angka"):
        ministry.approve(record_id, LIGHT)
    public = ministry.decided(LATER).public
    assert ["teks"] == [key for key in ("teks", "angka") if key in public]


def test_data_are_approved_by_their_steward_alone(ministry: Ministry) -> None:
    """Until then the earlier values stay, and pages that quote them with them."""
    change(ministry.root, contents.DATASET, "78.25", "78.26")
    before = ministry.decided(LATER).datasets["kepuasan"]
    ministry.approve("capaian-kepuasan", DATA)
    after = ministry.decided(LATER).datasets["kepuasan"]
    assert ("78.25", "78.26") == tuple(
        str(next(o.value for o in data.observations if o.period.name == "2024"))
        for data in (before, after)
    )


def urgent(ministry: Ministry, names: tuple[str, ...] = URGENT, when: datetime = AS_OF) -> None:
    """Write an urgent page and let these people approve it."""
    kind = "halaman"
    write_record(ministry.root, kind, "segera", darurat="Banjir di kantor, pengantin perlu tahu.")
    ministry.approve("segera", names, when)


def test_the_urgent_path_is_for_what_says_so(ministry: Ministry) -> None:
    """Editor and responsible publish it; what does not say `darurat` waits for the head."""
    urgent(ministry)
    write_record(ministry.root, "halaman", "biasa")
    ministry.approve("biasa", URGENT)
    decided = ministry.decided(LATER)
    assert (True, False) == ("segera" in decided.public, "biasa" in decided.public)
    verdict = decided.verdicts["segera"]
    assert (False, Role.HEAD_OF_UNIT) == (verdict.is_reviewed, verdict.waits_for)


def label(ministry: Ministry, as_of: datetime) -> str:
    """Return what the page `segera` says of its urgency at a time."""
    content = ministry.read(as_of)
    decided = decide(content, as_of, mint=False)
    site = open_site(SETTINGS, public_portal(content, decided, as_of), "/portal.css")
    return str(approval_view(site, site.portal.pages["segera"])["urgent"])


THURSDAY = datetime(2026, 3, 5, 16, tzinfo=JAKARTA)
DUE = "Belum direviu penuh; tenggat reviu 11 Maret 2026"
LATE = "Belum direviu penuh, lewat tenggat reviu 11 Maret 2026"


def test_the_urgent_label_day_by_day(ministry: Ministry) -> None:
    """Three working days after the release, without the holiday; late from midnight in Jakarta."""
    write(ministry.root, "data/libur.csv", "tanggal,nama\n2026-03-09,Hari contoh\n")
    ministry.approve("tabel-libur", DATA)
    urgent(ministry, when=THURSDAY - 3 * HOUR)
    ministry.release(THURSDAY)
    days = [THURSDAY.replace(day=day) for day in range(5, 12)]
    assert [DUE] * 7 == [label(ministry, day) for day in days]
    end = datetime.fromisoformat("2026-03-11T23:59:59+07:00")
    assert (DUE, LATE) == (label(ministry, end), label(ministry, end + timedelta(seconds=1)))
    assert LATE == label(ministry, end + timedelta(days=90))


def test_the_urgent_label_goes_with_the_late_review(ministry: Ministry) -> None:
    """The page stays all the while; whoever was left out reviews late, and the label is gone."""
    urgent(ministry)
    ministry.release(LATER)
    assert label(ministry, LATER).startswith("Belum direviu penuh")
    ministry.say("segera", HEAD, Act.APPROVE, LATER + 240 * HOUR)
    assert "" == label(ministry, LATER + 241 * HOUR)


def test_an_edit_of_an_urgent_page_begins_again(ministry: Ministry) -> None:
    """The review of the first edition says nothing of the second."""
    urgent(ministry, (*URGENT, HEAD))
    ministry.release(LATER)
    assert "" == label(ministry, LATER)
    change(ministry.root, "halaman/segera.md", "Tulis ke", "Tulis kepada")
    ministry.approve("segera", URGENT, LATER)
    ministry.release(LATER + 24 * HOUR)
    assert "Belum direviu penuh" in label(ministry, LATER + 24 * HOUR)


@pytest.mark.parametrize("standing", ["plt", "plh"])
@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-03-02T07:59:59+07:00", False),
        ("2026-03-03T00:00:00+07:00", True),
        ("2026-03-04T23:59:59+07:00", True),
        ("2026-03-05T00:00:00+07:00", False),
        ("2026-03-04T18:00:00+01:00", False),
    ],
)
def test_who_acts_for_another(ministry: Ministry, standing: str, when: str, expected: bool) -> None:
    """With a letter, from the first day to the last in Jakarta, and not an hour longer."""
    acting = (
        f"- {{orang: wakil@portal.example, peran: penanggung-jawab, sebagai: {standing}, "
        "surat: Contoh 1/2026, dari: 2026-03-03, sampai: 2026-03-04}\n"
    )
    ministry.govern(ROLES, ROLES_TEXT + acting)
    ministry.govern(SIGNERS, "".join(map(signer, (*HOLDERS, "wakil"))))
    write_record(ministry.root, "halaman", "baru")
    ministry.approve("baru", FULL[:-1], AS_OF)
    moment = datetime.fromisoformat(when)
    ministry.say("baru", "wakil", Act.APPROVE, moment, role=HOLDERS[LAST][0])
    assert expected == ("baru" in ministry.decided(AS_OF + 200 * HOUR).public)


def test_the_head_of_a_unit_above_approves_too(ministry: Ministry) -> None:
    """What belongs to a unit belongs to those above it."""
    write_record(ministry.root, "halaman", "baru")
    ministry.approve("baru", (AUTHOR, CENTRE, LAST))
    assert "baru" in ministry.decided(LATER).public


def test_who_is_above_a_unit() -> None:
    """Itself, its parents, and the one that followed where one was closed; no circle is endless."""
    rows: dict[str, dict[str, str]] = {
        "a": {"parent": "b"},
        "b": {"successor": "c"},
        "c": {"parent": "d"},
        "d": {"successor": "b"},
        "e": {"parent": "tidak-ada"},
    }
    units = {
        name: Unit.model_validate({"id": name, "name": name, "type": UnitType.ECHELON_1, **above})
        for name, above in rows.items()
    }
    assert {"a", "b", "c", "d"} == units_above("a", units)
    assert {"b", "c", "d"} == units_above("c", units)
    assert {"e"} == units_above("e", units)
    assert frozenset() == units_above("lain", units)
