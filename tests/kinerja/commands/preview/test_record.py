"""The page of a record: what the public sees and why, mistakes, difference, cost, decisions."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from kinerja.commands.deciding import Wish
from kinerja.commands.preview.listing import list_view
from kinerja.commands.preview.record import record_view
from kinerja.commands.preview.session import Result, Session
from kinerja.model.governance import Act, Role
from tests.kinerja import contents
from tests.kinerja.commands.preview.sessions import (
    AUTHOR,
    NEW,
    RESPONSIBLE,
    Desk,
    open_desk,
    open_session,
)
from tests.kinerja.contents import PATHS, PICTURE, PUBLICATION, change, write, write_record
from tests.kinerja.posts import CODE, PLATFORMS, write_posts
from tests.kinerja.tables import MORE_TABLES


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Return a session on the tiny content with a new page."""
    return open_session(tmp_path)


def root(session: Session) -> Path:
    """Return the folder of the content."""
    return session.settings.content


def page(session: Session, record: str) -> dict[str, object]:
    """Return the view of a record as the content is now."""
    return record_view(session, session.read(), record)


def shown(session: Session, record: str) -> object:
    """Return what the page says that the public sees."""
    facts = page(session, record)["facts"]
    assert isinstance(facts, dict)
    return facts["Bagi publik"]


def test_what_the_public_sees(session: Session) -> None:
    """Nothing, this edition, from the next build on, or an earlier one; a draft is named so."""
    contents.release(root(session))
    assert ["tidak tampil", "edisi ini tampil"] == [shown(session, r) for r in (NEW, "kontak")]
    change(root(session), PATHS["halaman"], "Tulis ke", "Tulis kepada")
    assert "edisi lama tampil" == shown(session, "kontak")
    contents.approve(root(session), "kontak", contents.APPROVED.replace(day=3))
    assert "edisi ini tampil sejak build berikutnya" == shown(session, "kontak")
    change(root(session), PATHS["halaman"], "status: siap", "status: draf")
    assert "edisi ini tampil sejak build berikutnya; berkas masih draf" == shown(session, "kontak")


def test_mistakes_are_said_with_their_place(session: Session) -> None:
    """As editors read them everywhere."""
    change(root(session), f"halaman/{NEW}.md", "unit: bimas", "unit: lain")
    lines = page(session, NEW)["lines"]
    assert isinstance(lines, list)
    assert f"halaman/{NEW}.md:4: unit: 'lain' tidak ada" in lines[0]


def test_a_change_of_text_and_attachments(session: Session) -> None:
    """Front matter and text apart; the picture that changed stands on both sides."""
    change(root(session), PATHS["publikasi"], "Lihat [layanannya]", "Baca [layanannya]")
    write(root(session), PICTURE, contents.picture_bytes(size=(9, 6)))
    view = page(session, PUBLICATION)
    texts = view["texts"]
    assert isinstance(texts, list)
    assert [("Keterangan", True), ("Teks", False)] == [(t["name"], t["same"]) for t in texts]
    assert ("del", "Lihat ") in texts[1]["pieces"]
    base = f"/tinjau/{PUBLICATION}"
    urls = {side: f"{base}/{side}/grafik.png" for side in ("publik", "kini")}
    assert [{"name": "grafik.png", "change": "berubah", "pictures": urls}] == view["attachments"]


def test_what_came_of_a_decision_is_said_of_its_edition(session: Session) -> None:
    """Not of the next one; a refusal is, because the text may have changed before it was made."""
    digest = session.read().content.editions[NEW].digest
    wish = Wish(NEW, Act.SUBMIT, Role.AUTHOR, digest=digest)
    said = [Result(wish, "09.00", [], refused) for refused in (False, True)]
    seen = []
    for words in ("Tulis ke", "Tulis kepada"):
        change(root(session), f"halaman/{NEW}.md", "Tulis ke", words)
        for result in said:
            session.results[NEW] = result
            seen.append(page(session, NEW)["result"] is not None)
    assert [True, True, False, True] == seen


def test_attachments_of_what_was_never_public_are_new(session: Session) -> None:
    """There is nothing that they could have stayed."""
    write(root(session), f"lampiran/{NEW}/denah.txt", "a\n")
    attachments = page(session, NEW)["attachments"]
    assert isinstance(attachments, list)
    assert ["baru"] == [found["change"] for found in attachments]


@pytest.mark.parametrize(("name", "change_of"), [("grafik.png", "dihapus"), ("lain.txt", "baru")])
def test_attachments_that_came_or_went(session: Session, name: str, change_of: str) -> None:
    """Each is named with what happened; a file that is no picture is not shown."""
    if change_of == "baru":
        write(root(session), f"lampiran/{PUBLICATION}/{name}", "a\n")
    else:
        (root(session) / PICTURE).unlink()
    found = page(session, PUBLICATION)["attachments"]
    assert isinstance(found, list)
    (item,) = (item for item in found if item["name"] == name)
    sides = {"publik"} if change_of == "dihapus" else set()
    assert (change_of, sides) == (item["change"], {*item["pictures"]})


def test_a_file_that_is_gone(session: Session) -> None:
    """The page stays, says so, and takes the record down: its form is about what was decided."""
    contents.release(root(session))
    (root(session) / PATHS["halaman"]).unlink()
    view = page(session, "kontak")
    facts, forms = view["facts"], view["forms"]
    assert isinstance(facts, dict)
    assert isinstance(forms, dict)
    assert "halaman/kontak.md (tidak ada lagi)" == facts["Berkas"]
    ((role, person),) = forms["tarik"]
    digest = str(view["digest"])
    wish = Wish("kontak", Act.WITHDRAW, role, person, "terbit-keliru", digest=digest)
    session.decide(wish)
    assert not session.results["kontak"].refused
    assert "ditarik sejak build berikutnya" == shown(session, "kontak")


def test_what_it_cost(session: Session) -> None:
    """The label of the public page, and each row of the ledger."""
    sections = page(session, PUBLICATION)["sections"]
    assert isinstance(sections, list)
    cost = sections[0]
    assert "Rp250.000 (dibayar Rp250.000); belum direviu Itjen" == cost["note"]
    (cells,) = ([cell["text"] for cell in row["cells"]] for row in cost["rows"])
    assert ["2026-000001", "3 Februari 2026", "dibayar"] == cells[:3]
    assert ["Cetak poster", "Rp250.000", "100%"] == cells[3:]


def rows_of(view: dict[str, object], section_id: str) -> list[list[str]]:
    """Return the texts of the rows of a section."""
    sections = view["sections"]
    assert isinstance(sections, list)
    (found,) = (section for section in sections if section["id"] == section_id)
    return [[cell["text"] for cell in row["cells"]] for row in found["rows"]]


def test_decisions_so_far(session: Session) -> None:
    """Who, when, on which edition, signed or not, counted or not."""
    expected = [
        ["2 Februari 2026 pukul 09.00 WIB", "ajukan", "penulis: penulis@portal.example"],
        ["2 Februari 2026 pukul 10.00 WIB", "setuju"],
    ]
    expected[1].append("penanggung-jawab: penanggung-jawab@portal.example")
    rest = ["edisi ini", "tidak ada", "ya", "–"]
    assert [[*row, *rest] for row in expected] == rows_of(page(session, "kontak"), "riwayat")


def test_the_list_puts_what_waits_first(session: Session) -> None:
    """By role; then what has mistakes, then the rest; each with its page."""
    write_record(root(session), "halaman", "salah", unit="lain")
    view = list_view(session.read())
    sections = view["sections"]
    assert isinstance(sections, list)
    assert ["peran-penulis", "lainnya"] == [section["id"] for section in sections]
    first = sections[0]["rows"][0]["cells"]
    assert ("Kontak", f"/tinjau/{NEW}/") == (first[0]["text"], first[0]["url"])
    assert ["giliran memutus", "bimas"] == [cell["text"] for cell in first[1:3]]
    assert "/tinjau/salah/" == sections[1]["rows"][0]["cells"][0]["url"]


SIGNED = """tanda_tangan: wajib
jenis:
""" + "".join(
    f"  {kind}: {{ringan: {roles}, penuh: {roles}, darurat: {roles}}}\n"
    for kind, roles in {
        **dict.fromkeys(
            ("publikasi", "isu", "edukasi", "layanan", "indikator", "halaman"),
            "[penanggung-jawab]",
        ),
        **dict.fromkeys(("capaian", "tabel"), "[]"),
    }.items()
)
"""The policy `kecil`, signed."""


def make_keys(folder: Path, person: str) -> tuple[str, str]:
    """Return the path of a new key and its line in `penanda.allowed_signers`."""
    path = folder / "kunci"
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)]
    subprocess.run(command, check=True, env=os.environ)
    kind, data = Path(f"{path}.pub").read_text("ascii").split()[:2]
    return str(path), f'{person} namespaces="persetujuan@portal" {kind} {data}\n'


def sign_in(desk: Desk, line: str) -> None:
    """Let the policy ask for signatures, and one key give them."""
    write(desk.content, "tata-kelola/kebijakan.yaml", SIGNED)
    write(desk.content, "tata-kelola/penanda.allowed_signers", line)


@pytest.mark.client("ssh-keygen")
def test_a_decision_is_signed_where_the_policy_asks(tmp_path: Path) -> None:
    """With the key of the session; the page says that it is good, and the build counts it."""
    key, line = make_keys(tmp_path, AUTHOR.split()[1])
    with open_desk(tmp_path / "ruang", key) as desk:
        sign_in(desk, line)
        assert 303 == desk.post(desk.form("ajukan", AUTHOR)).code
        rows = rows_of(page(desk.session, NEW), "riwayat")
        assert [["edisi ini", "sah", "ya", "–"]] == [row[3:] for row in rows]
        desk.post(desk.form("setuju", RESPONSIBLE))
        assert "(P22)" in desk.get(f"/tinjau/{NEW}/").text
        assert 1 == len(desk.decided())


def test_without_a_key_nothing_is_recorded(tmp_path: Path) -> None:
    """The page says what is missing."""
    with open_desk(tmp_path, str(tmp_path / "tidak-ada")) as desk:
        sign_in(desk, "")
        desk.post(desk.form("ajukan", AUTHOR))
        assert (
            "Tidak ditandatangani, dan tidak ada yang berubah" in desk.get(f"/tinjau/{NEW}/").text
        )
        assert [] == desk.decided()


CEREMONY = {"judul": "Kepala melantik pejabat", "ringkasan": f"'Ia melantik. {'kata ' * 20}'"}


def test_ceremony_is_approved_with_a_reason_only(tmp_path: Path) -> None:
    """The page says what the filter found; its form to approve asks for the reason, then counts."""
    with open_desk(tmp_path) as desk:
        lexicon = MORE_TABLES["leksikon"].replace("bobot: 5", "bobot: 8")
        write(desk.content, "data/leksikon.yaml", lexicon)
        (desk.content / f"halaman/{NEW}.md").unlink()
        figure = {"indikator": None, "manfaat": "Hemat 15 menit.", "body": "Tanpa angka.\n"}
        write_record(desk.content, "publikasi", NEW, **CEREMONY, **figure)
        assert ["S10"] == re.findall(r"\((S10)\)", desk.get(f"/tinjau/{NEW}/").text)
        desk.post(desk.form("ajukan", AUTHOR))
        asked = desk.get(f"/tinjau/{NEW}/").text
        assert 1 == asked.count('id="alasan-setuju" name="alasan"')
        desk.post(desk.form("setuju", RESPONSIBLE, alasan=""))
        assert 1 == desk.get(f"/tinjau/{NEW}/").text.count("(P24)")
        desk.post(desk.form("setuju", RESPONSIBLE, alasan="Warga bertanya."))
        found = [json.loads(line) for line in desk.decided()]
        assert [("seremonial", None), (None, "Warga bertanya.")] == [
            (made["kode_alasan"], made["alasan"]) for made in found
        ]


def test_other_approvals_ask_for_no_reason(tmp_path: Path) -> None:
    """The form has no such field."""
    with open_desk(tmp_path) as desk:
        desk.post(desk.form("ajukan", AUTHOR))
        assert 0 == desk.get(f"/tinjau/{NEW}/").text.count("alasan-setuju")


def test_posts_are_shown_as_they_will_be_posted(session: Session) -> None:
    """With the address, their length and how far they are; no such table without posts."""
    sections = page(session, "kontak")["sections"]
    assert isinstance(sections, list)
    assert "kiriman" not in [section["id"] for section in sections]
    write_posts(root(session), {"x": ["Indeks {{kepuasan 2024}}.\n{tautan}"]}, approved=False)
    write(root(session), "data/platform.yaml", PLATFORMS)
    link = f"{session.settings.site.url}/k/{CODE}/"
    measure = "37 dari 275 (tertimbang), tagar 0 dari 2"
    expected = ["x-1", f"Indeks 78,25. ⏎ {link}", measure, "belum terbit"]
    assert [expected] == rows_of(page(session, PUBLICATION), "kiriman")
