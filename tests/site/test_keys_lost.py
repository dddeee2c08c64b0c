"""The bad days rehearsed: content lost and restored, keys lost, keys stolen."""

import shutil
import subprocess
import tarfile
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.approval.gate import decide
from kinerja.approval.signing import ssh_sign
from kinerja.approval.trust import Trust, fingerprint, read_trusted
from kinerja.model.governance import Act
from kinerja.model.signers import Namespace
from tests.kinerja.contents import AS_OF, PATHS, change
from tests.kinerja.ministry import (
    EDITOR,
    FULL,
    HOLDERS,
    HOUR,
    LAST,
    POLICY,
    ROLES,
    ROLES_TEXT,
    ROOT_KEY,
    SIGNERS,
    Ministry,
    key,
    public_key,
    signer,
    write_ministry,
)
from tests.site.builds import LATER, Place, build, different, tree

pytestmark = pytest.mark.client("ssh-keygen")

PAGE, PATH = "kontak", PATHS["halaman"]
REVOKED = "tata-kelola/penanda.dicabut"
NEXT_DAY = AS_OF + timedelta(days=1)
NEW_KEY = "kunci-baru"
KEYS = "".join(map(signer, HOLDERS))


@pytest.fixture
def ministry(tmp_path: Path) -> Ministry:
    """Return a released folder."""
    ministry = write_ministry(tmp_path / "isi")
    ministry.release()
    return ministry


def edit(ministry: Ministry, old: str = "Tulis ke", new: str = "Surati") -> None:
    """Write the page otherwise; nobody has approved that."""
    change(ministry.root, PATH, old, new)


def approve_with(ministry: Ministry, name: str, key: str) -> None:
    """Let everybody approve the page as it stands, one of them with a key of another name."""
    for hour, person in enumerate(FULL):
        act = Act.APPROVE if hour else Act.SUBMIT
        more = {"key": key} if person == name else {}
        ministry.say(PAGE, person, act, AS_OF + (hour + 1) * HOUR, **more)


def is_newest(ministry: Ministry) -> bool:
    """Say whether the public sees the page as it is written now, a day later."""
    edition = ministry.decided(NEXT_DAY).verdicts[PAGE].edition
    return edition is not None and edition.root == str(ministry.root)


def public(ministry: Ministry) -> set[str]:
    """Return what has a public edition a day later."""
    return set(ministry.decided(NEXT_DAY).public)


def test_content_restored_from_a_backup_gives_the_same_site(place: Place, tmp_path: Path) -> None:
    """The folder `content/` is all: without site, builds and cache the bytes are the same."""
    assert 0 == build(place, as_of=LATER).code
    backup, restored = tmp_path / "cadangan.tar", Place(tmp_path / "mesin baru")
    with tarfile.open(backup, "w") as file:
        file.add(place.content, "isi")
    site = tree(place.output)
    shutil.rmtree(place.root)
    with tarfile.open(backup) as file:
        file.extractall(restored.root, filter="data")
    assert 0 == build(restored, as_of=LATER).code
    assert [] == different(site, tree(restored.output))


def test_a_key_restored_from_a_backup_goes_on(ministry: Ministry, tmp_path: Path) -> None:
    """Its copy, under a passphrase of its own, signs governance again; no setting changes."""
    before, backup, restored = public(ministry), tmp_path / "cadangan", tmp_path / "pulih"
    shutil.copyfile(key(ROOT_KEY), backup)
    backup.chmod(0o600)
    change_passphrase = ["ssh-keygen", "-q", "-p", "-f"]
    subprocess.run([*change_passphrase, backup, "-P", "", "-N", "rahasia"], check=True)
    shutil.copyfile(backup, restored)
    restored.chmod(0o600)
    subprocess.run([*change_passphrase, restored, "-P", "rahasia", "-N", ""], check=True)
    for path in (POLICY, ROLES, SIGNERS):
        text = (ministry.root / path).read_bytes()
        signed = ssh_sign(text, str(restored), Namespace.GOVERNANCE)
        (ministry.root / f"{path}.sig").write_text(signed, "ascii")
    assert before == public(ministry)


def test_a_key_that_was_lost_is_followed_by_another(ministry: Ministry) -> None:
    """What the old key signed stays; the new one signs what follows, once it is signed for."""
    before = public(ministry)
    edit(ministry)
    approve_with(ministry, LAST, NEW_KEY)
    assert not is_newest(ministry)
    ended = signer(LAST, f',valid-before="{AS_OF:%Y%m%d}"')
    begun = f'{LAST}@portal.example namespaces="persetujuan@portal" {public_key(NEW_KEY)}\n'
    ministry.govern(SIGNERS, KEYS.replace(signer(LAST), ended) + begun)
    assert is_newest(ministry)
    assert before == public(ministry)


def test_a_stolen_key_is_shut_out_by_a_day(ministry: Ministry) -> None:
    """The day of the theft is known: what was approved before stays, the thief signs nothing."""
    before = public(ministry)
    ended = signer(LAST, f',valid-before="{AS_OF:%Y%m%d}"')
    ministry.govern(SIGNERS, KEYS.replace(signer(LAST), ended))
    edit(ministry)
    approve_with(ministry, LAST, LAST)
    assert (False, before) == (is_newest(ministry), public(ministry))


def test_a_stolen_key_is_revoked_for_all_time(ministry: Ministry) -> None:
    """The day is not known: all that hangs on it goes, until a new key approves it again."""
    ministry.govern(REVOKED, f"{public_key(LAST)}\n")
    left = public(ministry)
    assert (False, True) == (PAGE in left, "tabel-unit" in left)
    begun = f'{LAST}@portal.example namespaces="persetujuan@portal" {public_key(NEW_KEY)}\n'
    ministry.govern(SIGNERS, KEYS.replace(signer(LAST), begun))
    approve_with(ministry, LAST, NEW_KEY)
    assert is_newest(ministry)


def test_a_stolen_key_opens_no_other_office(ministry: Ministry) -> None:
    """It signs as its holder only: one key alone approves nothing."""
    edit(ministry)
    for hour, name in enumerate(FULL):
        act = Act.APPROVE if hour else Act.SUBMIT
        ministry.say(PAGE, name, act, AS_OF + (hour + 1) * HOUR, key=EDITOR)
    assert not is_newest(ministry)


def test_the_root_key_is_replaced(ministry: Ministry) -> None:
    """Lost or stolen: governance is signed anew, TRUST_ROOT changes, no decision is made again."""
    before = set(ministry.decided(NEXT_DAY).public)
    trust = Trust(fingerprint(public_key("akar-baru")))
    stopped = read_trusted(ministry.root, NEXT_DAY.date(), trust).stopping
    assert {"G11"} == {item.code for item in stopped}
    for path in (POLICY, ROLES, SIGNERS):
        ministry.govern(path, (ministry.root / path).read_text("utf-8"), by="akar-baru")
    content = read_trusted(ministry.root, NEXT_DAY.date(), trust)
    assert ((), before) == (content.stopping, set(decide(content, NEXT_DAY, mint=True).public))
    ministry.govern(ROLES, ROLES_TEXT + "- {orang: maling@portal.example, peran: editor}\n")
    stopped = read_trusted(ministry.root, NEXT_DAY.date(), trust).stopping
    assert [(ROLES, "G11")] == [(item.path, item.code) for item in stopped]
