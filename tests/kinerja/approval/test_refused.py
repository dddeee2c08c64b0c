"""What was tried against signed approvals under the policy `kementerian`: all of it is refused.

What needs a whole build (lines cut off, a plugin left out) is in tests/site/test_trust.py.
"""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.commands.deciding import append_decision
from kinerja.model.governance import Act
from kinerja.reading.governance import render_decision
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, PICTURE, PUBLICATION, change, write, write_record
from tests.kinerja.ministry import (
    AUTHOR,
    EDITOR,
    FULL,
    HEAD,
    HOLDERS,
    HOUR,
    LAST,
    POLICY,
    POLICY_TEXT,
    ROLES,
    ROLES_TEXT,
    SIGNERS,
    Ministry,
    signer,
    write_ministry,
)

pytestmark = pytest.mark.client("ssh-keygen")

PAGE = contents.PATHS["halaman"]
LATER = AS_OF + 24 * HOUR
NEW = "baru"


@pytest.fixture
def ministry(tmp_path: Path) -> Ministry:
    """Return a released folder with a page `baru` that only `penanggung-jawab` has to approve."""
    ministry = write_ministry(tmp_path)
    ministry.release()
    write_record(tmp_path, "halaman", NEW, ringkasan=f"'Dalam 4711 hari. {'kata ' * 20}'")
    ministry.approve(NEW, FULL[:-1])
    return ministry


def is_public(ministry: Ministry, record_id: str = NEW) -> bool:
    """Whether a build a day later shows the present edition of a record."""
    decided = ministry.decided(LATER)
    present = ministry.read(LATER).editions[record_id].digest
    return decided.public.get(record_id) == present


def test_without_any_trick_it_is_published(ministry: Ministry) -> None:
    """The last signature is all that is missing: whatever fails below, fails by its own."""
    assert not is_public(ministry)
    ministry.say(NEW, LAST, Act.APPROVE, AS_OF + 3 * HOUR)
    assert is_public(ministry)


@pytest.mark.parametrize("signature", [None, "", "tanda tangan", "-----BEGIN SSH SIGNATURE-----"])
def test_a_forged_line(ministry: Ministry, signature: str | None) -> None:
    """A line without a signature, or with a text in its place."""
    made = ministry.made(NEW, LAST, Act.APPROVE, AS_OF + 3 * HOUR)
    append_decision(ministry.root, made.model_copy(update={"signature": signature}))
    assert (False, ["P22"]) == (is_public(ministry), ministry.codes(NEW, LATER))


@pytest.mark.parametrize(
    "changed",
    [
        {"person": f"{EDITOR}@portal.example"},
        {"time": AS_OF + 4 * HOUR},
        {"reason": "lain"},
        {"note_digest": "0" * 64},
    ],
    ids=lambda changed: ",".join(changed),
)
def test_a_signed_line_that_was_changed(ministry: Ministry, changed: dict[str, object]) -> None:
    """The signature covers every key of the line."""
    made = ministry.made(NEW, LAST, Act.APPROVE, AS_OF + 3 * HOUR)
    append_decision(ministry.root, made.model_copy(update=changed))
    assert not is_public(ministry)
    assert {"P10", "P22"} & {*ministry.codes(NEW, LATER)}


def test_a_line_replayed_from_another_record(ministry: Ministry) -> None:
    """As it stands it stops the build; made out to this record, its signature is none."""
    line = ministry.made("kontak", LAST, Act.APPROVE, AS_OF + 3 * HOUR)
    digest = ministry.read(LATER).editions[NEW].digest
    append_decision(ministry.root, line.model_copy(update={"record": NEW, "digest": digest}))
    assert (False, ["P22"]) == (is_public(ministry), ministry.codes(NEW, LATER))
    path = ministry.root / f"persetujuan/{NEW}.jsonl"
    path.write_text(path.read_text("utf-8") + render_decision(line) + "\n", "utf-8")
    assert ["G02"] == [found.code for found in ministry.read(LATER).stopping]


def test_a_line_replayed_from_an_earlier_edition(ministry: Ministry) -> None:
    """It counts for its digest: the edited page waits from the beginning."""
    ministry.say(NEW, LAST, Act.APPROVE, AS_OF + 3 * HOUR)
    change(ministry.root, f"halaman/{NEW}.md", "Tulis ke", "Tulis kepada")
    assert not is_public(ministry)


@pytest.mark.parametrize("thief", [EDITOR, HEAD, AUTHOR])
def test_the_key_of_another_person(ministry: Ministry, thief: str) -> None:
    """A key speaks for its owner alone, whatever name stands in the line."""
    ministry.say(NEW, LAST, Act.APPROVE, AS_OF + 3 * HOUR, key=thief)
    assert (False, ["P22"]) == (is_public(ministry), ministry.codes(NEW, LATER))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (',valid-before="20260301"', False),
        (',valid-after="20260302"', False),
        (',valid-after="20260301",valid-before="20260302"', True),
    ],
)
def test_an_expired_key(ministry: Ministry, options: str, expected: bool) -> None:
    """Before and after its days a key signs nothing; who changes the days must hold the root."""
    others = "".join(signer(name) for name in HOLDERS if name != LAST)
    ministry.govern(SIGNERS, others + signer(LAST, options))
    ministry.say(NEW, LAST, Act.APPROVE, AS_OF + 3 * HOUR)
    assert expected == is_public(ministry)


def test_a_revoked_key(ministry: Ministry) -> None:
    """It signs nothing at any time, also what was approved with it before."""
    ministry.say(NEW, LAST, Act.APPROVE, AS_OF + 3 * HOUR)
    key = signer(LAST).split(" ", 2)[2]
    ministry.govern("tata-kelola/penanda.dicabut", key)
    assert not is_public(ministry)
    assert "kontak" not in ministry.decided(LATER).public


def test_a_time_in_the_future(ministry: Ministry) -> None:
    """A decision that was not made yet does not count, and its release is not dated back."""
    made = ministry.say(NEW, LAST, Act.APPROVE, LATER + timedelta(seconds=1))
    assert not is_public(ministry)
    assert made not in ministry.decided(LATER).verdicts[NEW].counted


@pytest.mark.parametrize("spelling", ["EDITOR", "editor+dua"])
def test_one_person_under_two_spellings(ministry: Ministry, spelling: str) -> None:
    """Who approved as editor is no second person by capitals or `+words`, whatever the keys."""
    more = f"- {{orang: {spelling}@portal.example, peran: penanggung-jawab}}\n"
    ministry.govern(ROLES, ROLES_TEXT + more)
    line = signer(EDITOR, owner=spelling)
    ministry.govern(SIGNERS, "".join(map(signer, HOLDERS)) + line)
    role = HOLDERS[LAST][0]
    ministry.say(NEW, spelling, Act.APPROVE, AS_OF + 3 * HOUR, role=role, key=EDITOR)
    assert (False, ["P12"]) == (is_public(ministry), ministry.codes(NEW, LATER))


def test_a_symbolic_link_as_attachment(ministry: Ministry) -> None:
    """What lies elsewhere can change after its approval: the approved picture stays."""
    before = ministry.decided(LATER).public[PUBLICATION]
    write(ministry.root, "gambar.png", contents.picture_bytes())
    (ministry.root / PICTURE).unlink()
    (ministry.root / PICTURE).symlink_to("../../gambar.png")
    decided = ministry.decided(LATER)
    assert "T07" in {found.code for found in decided.problems}
    shown = decided.verdicts[PUBLICATION].edition
    assert shown
    assert (before, False) == (shown.digest, shown.root == str(ministry.root))


def test_an_attachment_swapped(ministry: Ministry) -> None:
    """Another picture under the approved name: the approved one stays, from the archive."""
    before = ministry.decided(LATER).public[PUBLICATION]
    write(ministry.root, PICTURE, contents.picture_bytes(size=(9, 7)))
    shown = ministry.decided(LATER).verdicts[PUBLICATION].edition
    assert shown
    assert (before, False) == (shown.digest, shown.root == str(ministry.root))


def test_a_record_renamed(ministry: Ministry) -> None:
    """With its decisions: they are about the old path, whose edition stays public."""
    before = ministry.decided(LATER).public["kontak"]
    os.rename(ministry.root / PAGE, ministry.root / "halaman/hubungi.md")
    text = (ministry.root / "persetujuan/kontak.jsonl").read_text("utf-8")
    write(ministry.root, "persetujuan/hubungi.jsonl", text.replace('"kontak"', '"hubungi"'))
    decided = ministry.decided(LATER)
    assert (before, False) == (decided.public["kontak"], "hubungi" in decided.public)
    assert {"P22", "F26"} <= set(ministry.codes("hubungi", LATER))


@pytest.mark.parametrize("name", [POLICY, ROLES, SIGNERS])
def test_governance_removed(ministry: Ministry, name: str) -> None:
    """The defaults are weaker: nothing is built, or without keys nothing is signed."""
    (ministry.root / name).unlink()
    stops = [found.code for found in ministry.read(LATER).stopping]
    assert ([] if name == SIGNERS else ["G12"]) == stops
    assert name != SIGNERS or {} == ministry.decided(LATER).public


WEAKER = POLICY_TEXT.replace("tanda_tangan: wajib", "tanda_tangan: tidak")
MORE_ROLES = ROLES_TEXT + "- {orang: penyusup@portal.example, peran: penanggung-jawab}\n"


@pytest.mark.parametrize(
    "name", [POLICY, ROLES, SIGNERS], ids=["policy weakened", "role added", "key added"]
)
@pytest.mark.parametrize("by", ["nobody", "penyusup", LAST, "nothing"])
def test_governance_changed_without_the_root_key(ministry: Ministry, name: str, by: str) -> None:
    """A policy weakened, a role or a key added: nothing opens, the build stops (G11, G12)."""
    keys = "".join(map(signer, HOLDERS)) + signer("penyusup", owner=LAST)
    text = {POLICY: WEAKER, ROLES: MORE_ROLES, SIGNERS: keys}[name]
    assert text not in (POLICY_TEXT, ROLES_TEXT)
    if by in ("nobody", "nothing"):
        write(ministry.root, name, text)
    else:
        ministry.govern(name, text, by=by)
    if by == "nothing":
        (ministry.root / f"{name}.sig").unlink()
    expected = "G12" if by == "nothing" else "G11"
    assert [(name, expected)] == [(f.path, f.code) for f in ministry.read(LATER).stopping]


def test_a_signature_of_governance_moved_to_another_file(ministry: Ministry) -> None:
    """It covers the bytes of its own file."""
    shutil.copy(ministry.root / f"{ROLES}.sig", ministry.root / f"{POLICY}.sig")
    assert [(POLICY, "G11")] == [(f.path, f.code) for f in ministry.read(LATER).stopping]


def test_the_text_of_an_explanation_edited(ministry: Ministry) -> None:
    """`penjelasan.csv` is a table: its rows are approved, an edited one does not show."""
    header = "indikator,periode,unit,sebab,rencana,tenggat\n"
    row = f"{contents.INDICATOR},2024,bimas,Loket kurang.,Loket ditambah.,\n"
    write(ministry.root, "data/penjelasan.csv", header + row)
    assert () == ministry.decided(LATER).tables.explanations
    ministry.approve("tabel-penjelasan", (AUTHOR, "walidata"))
    ministry.release(AS_OF + 3 * HOUR)
    assert ["Loket kurang."] == [e.cause for e in ministry.decided(LATER).tables.explanations]
    change(ministry.root, "data/penjelasan.csv", "Loket kurang.", "Tidak ada yang kurang.")
    assert ["Loket kurang."] == [e.cause for e in ministry.decided(LATER).tables.explanations]


def test_a_note_of_an_erasure_that_nobody_decided(ministry: Ministry) -> None:
    """A forged note would take code and id away: without a `tarik` that counts it stops (G16)."""
    digest = ministry.read(LATER).editions["kontak"].digest
    code = contents.CODES["halaman"]
    note = (
        f'{{"v":1,"rekor":"kontak","jenis":"halaman","kode":"{code}","tanggal":"2026-02-01",'
        f'"sidik":["{digest}"],"waktu":"2026-03-01T12:00:00+07:00"}}\n'
    )
    write(ministry.root, "persetujuan/dihapus/kontak.json", note)
    assert ["G16"] == [found.code for found in ministry.read(LATER).stopping]
    made = ministry.made("kontak", LAST, Act.WITHDRAW, AS_OF + HOUR)
    append_decision(ministry.root, made.model_copy(update={"signature": None}))
    assert ["G16"] == [found.code for found in ministry.read(LATER).stopping]
