"""Signatures: what we accept is exactly what ssh-keygen accepts, and only Ed25519."""

import base64
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.approval.signatures import is_signed_by, signing_key
from kinerja.approval.signing import SigningFailed, make_key, ssh_sign
from kinerja.approval.trust import fingerprint
from kinerja.model.governance import JAKARTA
from kinerja.model.signers import Namespace
from kinerja.reading.signers import read_signers

pytestmark = pytest.mark.client("ssh-keygen")

NOW = datetime(2026, 2, 2, 12, tzinfo=JAKARTA)
EDITOR, OTHER = "editor@portal.example", "orang@portal.example"
DATA = b'{"v":1,"rekor":"a"}\n'


@dataclass(frozen=True)
class Desk:
    """A folder with keys by name, and a content folder with allowed and revoked keys."""

    folder: Path

    def key(self, name: str, kind: str = "ed25519") -> Path:
        """Return a private key, made once."""
        path = self.folder / name
        if not path.exists():
            command = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", "", "-f", str(path)]
            subprocess.run(command, check=True)
        return path

    def public(self, name: str, kind: str = "ed25519") -> str:
        """Return `<type> <base64>` of a key."""
        self.key(name, kind)
        return " ".join((self.folder / f"{name}.pub").read_text().split()[:2])

    def allow(self, *lines: str, revoked: str = "") -> None:
        """Write the files of governance."""
        governance = self.folder / "tata-kelola"
        governance.mkdir(exist_ok=True)
        (governance / "penanda.allowed_signers").write_text("".join(f"{li}\n" for li in lines))
        (governance / "penanda.dicabut").write_text(f"{revoked}\n" if revoked else "")

    def ours(self, person: str, data: bytes, armour: str, when: datetime = NOW) -> bool:
        """Ask this portal."""
        signers, _ = read_signers(self.folder)
        return is_signed_by(person, data, armour, Namespace.DECISION, when, signers)

    def theirs(self, person: str, data: bytes, armour: str, when: datetime = NOW) -> bool:
        """Ask ssh-keygen."""
        (self.folder / "a.sig").write_text(armour)
        governance = self.folder / "tata-kelola"
        command = ["ssh-keygen", "-Y", "verify", "-I", person, "-n", Namespace.DECISION]
        command += ["-f", str(governance / "penanda.allowed_signers")]
        command += ["-r", str(governance / "penanda.dicabut"), "-s", str(self.folder / "a.sig")]
        command += [f"-Overify-time={when.astimezone(JAKARTA):%Y%m%d%H%M%S}"]
        environment = {**os.environ, "TZ": "Asia/Jakarta"}
        done = subprocess.run(command, input=data, capture_output=True, env=environment)
        return done.returncode == 0


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One folder with keys for the whole module."""
    yield Desk(tmp_path_factory.mktemp("kunci"))


def line(key: str, person: str = EDITOR, **options: str) -> str:
    """Return a line of allowed_signers."""
    dates = "".join(f',{name.replace("_", "-")}="{value}"' for name, value in options.items())
    return f'{person} namespaces="persetujuan@portal"{dates} {key}'


def test_a_good_signature_is_good(desk: Desk) -> None:
    """Both agree; the key and its fingerprint are those that ssh-keygen prints."""
    desk.allow(line(desk.public("editor")))
    armour = ssh_sign(DATA, str(desk.key("editor")), Namespace.DECISION)
    assert desk.ours(EDITOR, DATA, armour)
    assert desk.theirs(EDITOR, DATA, armour)
    assert desk.public("editor") == signing_key(DATA, armour, Namespace.DECISION)
    listed = subprocess.run(
        ["ssh-keygen", "-l", "-f", str(desk.folder / "editor.pub")],
        capture_output=True,
        check=True,
        text=True,
    )
    assert listed.stdout.split()[1] == fingerprint(desk.public("editor"))


@pytest.mark.parametrize(
    ("case", "person", "data", "when"),
    [
        ("other person", OTHER, DATA, NOW),
        ("altered content", EDITOR, DATA + b" ", NOW),
        ("before the key was valid", EDITOR, DATA, NOW - timedelta(days=40)),
        ("after the key expired", EDITOR, DATA, NOW + timedelta(days=40)),
        (
            "the second after it expires",
            EDITOR,
            DATA,
            datetime(2026, 3, 1, 0, 0, 1, tzinfo=JAKARTA),
        ),
        ("the second it expires", EDITOR, DATA, datetime(2026, 3, 1, tzinfo=JAKARTA)),
        ("the second it begins", EDITOR, DATA, datetime(2026, 1, 1, tzinfo=JAKARTA)),
    ],
)
def test_person_content_and_time(
    desk: Desk, case: str, person: str, data: bytes, when: datetime
) -> None:
    """Both say the same of every one of these."""
    dates = {"valid_after": "20260101", "valid_before": "20260301"}
    desk.allow(line(desk.public("editor"), **dates))
    armour = ssh_sign(DATA, str(desk.key("editor")), Namespace.DECISION)
    expected = case in ("the second it expires", "the second it begins")
    answers = (desk.ours(person, data, armour, when), desk.theirs(person, data, armour, when))
    assert (expected, expected) == answers


def test_another_purpose(desk: Desk) -> None:
    """A signature for governance decides nothing, nor does a key that may only sign governance."""
    desk.allow(line(desk.public("editor")))
    armour = ssh_sign(DATA, str(desk.key("editor")), Namespace.GOVERNANCE)
    assert (False, False) == (desk.ours(EDITOR, DATA, armour), desk.theirs(EDITOR, DATA, armour))
    desk.allow(f'{EDITOR} namespaces="tata-kelola@portal" {desk.public("editor")}')
    armour = ssh_sign(DATA, str(desk.key("editor")), Namespace.DECISION)
    assert (False, False) == (desk.ours(EDITOR, DATA, armour), desk.theirs(EDITOR, DATA, armour))


def test_a_revoked_key_and_an_unknown_one(desk: Desk) -> None:
    """A revoked key signs nothing at any time."""
    armour = ssh_sign(DATA, str(desk.key("editor")), Namespace.DECISION)
    desk.allow(line(desk.public("editor")), revoked=desk.public("editor"))
    assert (False, False) == (desk.ours(EDITOR, DATA, armour), desk.theirs(EDITOR, DATA, armour))
    desk.allow(line(desk.public("lain")))
    assert (False, False) == (desk.ours(EDITOR, DATA, armour), desk.theirs(EDITOR, DATA, armour))


def test_the_key_of_another_person(desk: Desk) -> None:
    """Each key speaks for its owner alone."""
    desk.allow(line(desk.public("editor")), line(desk.public("lain"), OTHER))
    armour = ssh_sign(DATA, str(desk.key("lain")), Namespace.DECISION)
    assert (False, False) == (desk.ours(EDITOR, DATA, armour), desk.theirs(EDITOR, DATA, armour))
    assert (True, True) == (desk.ours(OTHER, DATA, armour), desk.theirs(OTHER, DATA, armour))


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
def test_other_kinds_of_keys_are_refused_by_us(desk: Desk, kind: str) -> None:
    """Ed25519 only: the line is a mistake (G08), and such a signature is none."""
    public = desk.public(kind, kind)
    desk.allow(line(public))
    signers, problems = read_signers(desk.folder)
    assert ({}, ["G08"]) == (signers.by_key, [found.code for found in problems])
    armour = ssh_sign(DATA, str(desk.key(kind, kind)), Namespace.DECISION)
    assert desk.theirs(EDITOR, DATA, armour)
    assert "" == signing_key(DATA, armour, Namespace.DECISION)


def test_nothing_may_stand_around_the_armour(desk: Desk) -> None:
    """What sshsig passes over is refused; where ssh-keygen is milder, we are not."""
    desk.allow(line(desk.public("editor")))
    armour = ssh_sign(DATA, str(desk.key("editor")), Namespace.DECISION)
    for changed, milder in (
        ("sampah\n" + armour, False),
        (armour.replace("-----BEGIN", "----BEGIN"), False),
        ("", False),
        (armour[: len(armour) // 2], False),
        (armour.replace("\n", "\n\n", 1), True),
        (armour + "sampah\n", True),
    ):
        answers = (desk.ours(EDITOR, DATA, changed), desk.theirs(EDITOR, DATA, changed))
        assert (False, milder) == answers


def test_bytes_behind_the_signature_are_refused(desk: Desk) -> None:
    """One signature has one form."""
    desk.allow(line(desk.public("editor")))
    armour = ssh_sign(DATA, str(desk.key("editor")), Namespace.DECISION)
    first, *middle, last = armour.strip().split("\n")
    longer = base64.b64encode(base64.b64decode("".join(middle)) + b"lagi").decode()
    wrapped = [longer[n : n + 70] for n in range(0, len(longer), 70)]
    changed = "\n".join([first, *wrapped, last, ""])
    assert (False, False) == (desk.ours(EDITOR, DATA, changed), desk.theirs(EDITOR, DATA, changed))


@given(st.text())
def test_any_text_is_answered(armour: str) -> None:
    """No text raises anything."""
    inside = f"-----BEGIN SSH SIGNATURE-----\n{armour}\n-----END SSH SIGNATURE-----\n"
    assert ("", "") == tuple(signing_key(DATA, t, Namespace.DECISION) for t in (armour, inside))


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_in_the_armour_are_answered(data: bytes) -> None:
    """Neither a broken packet nor a made-up key raises anything."""
    text = base64.b64encode(b"SSHSIG\0\0\0\1" + data).decode()
    lines = "\n".join(text[n : n + 70] for n in range(0, len(text), 70))
    armour = f"-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n"
    assert "" == signing_key(DATA, armour, Namespace.DECISION)


def test_a_key_that_is_not_there(tmp_path: Path) -> None:
    """The sentence names the file and the command that makes a key; no key is overwritten."""
    with pytest.raises(SigningFailed, match=r"tidak-ada: tidak ada; buat dengan invoke desk\.key"):
        ssh_sign(DATA, str(tmp_path / "tidak-ada"), Namespace.DECISION)
    (tmp_path / "ada").write_text("kunci")
    with pytest.raises(SigningFailed, match="sudah ada"):
        make_key(tmp_path / "ada", EDITOR)
    with pytest.raises(SigningFailed, match="ada: "):
        ssh_sign(DATA, str(tmp_path / "ada"), Namespace.DECISION)
