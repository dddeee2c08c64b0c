"""Governance that the root key did not sign stops everything; keys of the example are refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.approval.gate import decide
from kinerja.approval.trust import Trust, fingerprint, governance_problems, read_trusted
from kinerja.commands.deciding import append_decision
from kinerja.model.governance import Act
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, write
from tests.kinerja.ministry import (
    EDITOR,
    ROLES,
    ROOT_KEY,
    SIGNERS,
    Ministry,
    public_key,
    write_ministry,
)

pytestmark = pytest.mark.client("ssh-keygen")


@pytest.fixture
def ministry(tmp_path: Path) -> Ministry:
    """Return a folder of which the governance is signed."""
    return write_ministry(tmp_path)


def stops(ministry: Ministry, trust: Trust) -> list[tuple[str, str]]:
    """Return path and code of what stops a build with these settings."""
    content = read_trusted(ministry.root, AS_OF.date(), trust)
    return [(found.path, found.code) for found in content.stopping]


def test_signed_governance_is_read(ministry: Ministry) -> None:
    """With the right key nothing stops; with another one every file does."""
    assert [] == stops(ministry, ministry.trust)
    other = Trust(fingerprint(public_key(EDITOR)))
    files = sorted(path.name for path in (ministry.root / "tata-kelola").glob("*[!g]"))
    assert [(f"tata-kelola/{name}", "G11") for name in files] == stops(ministry, other)


def test_the_root_holds_whatever_the_policy_says(tmp_path: Path) -> None:
    """Under `kecil` too, where neither policy nor signatures are asked for."""
    contents.write_content(tmp_path)
    found = stops(Ministry(tmp_path), Trust(fingerprint(public_key(ROOT_KEY))))
    assert [("tata-kelola/kebijakan.yaml", "G12"), (ROLES, "G12")] == found
    assert [] == stops(Ministry(tmp_path), Trust())


def test_without_a_root_key_governance_is_as_it_stands(ministry: Ministry) -> None:
    """The documented weakness of an empty TRUST_ROOT; decisions are still held to their keys."""
    write(ministry.root, f"{ROLES}.sig", "rusak")
    assert [] == stops(ministry, Trust())
    assert "kontak" in decide(contents.read(ministry.root), AS_OF, mint=True).public


def test_keys_of_the_example_are_refused(ministry: Ministry) -> None:
    """As root and as the key of a holder (G13): their private halves are known to everybody."""
    keys = frozenset({fingerprint(public_key(ROOT_KEY)), fingerprint(public_key(EDITOR))})
    found = stops(ministry, replace(ministry.trust, refused=keys))
    assert [("tata-kelola", "G13"), (SIGNERS, "G13")] == found


def test_a_further_file_must_be_signed_too(ministry: Ministry) -> None:
    """`penanda.dicabut` takes keys away: nobody else may write it either."""
    write(ministry.root, "tata-kelola/penanda.dicabut", f"{public_key(EDITOR)}\n")
    assert [("tata-kelola/penanda.dicabut", "G12")] == stops(ministry, ministry.trust)
    ministry.govern("tata-kelola/penanda.dicabut", f"{public_key(EDITOR)}\n")
    assert [] == stops(ministry, ministry.trust)


def test_a_signature_that_is_a_link_is_none(ministry: Ministry, tmp_path: Path) -> None:
    """What lies elsewhere signs nothing."""
    signature = ministry.root / f"{ROLES}.sig"
    signature.rename(ministry.root / "lain.sig")
    signature.symlink_to("../lain.sig")
    assert (ROLES, "G12") in stops(ministry, ministry.trust)


def test_what_is_told_names_the_key(ministry: Ministry) -> None:
    """The fingerprint that `ssh-keygen -l` prints, so that somebody can look for it."""
    write(ministry.root, ROLES, "- {orang: a@b.example, peran: editor}\n")
    content = ministry.read(AS_OF)
    (found,) = governance_problems(ministry.root, content, ministry.trust)
    assert {"key": ministry.trust.root} == dict(found.details)


def test_a_signature_that_is_there_must_be_good(tmp_path: Path) -> None:
    """Where the policy asks for none a page would still call a made-up one digital (P22)."""
    contents.write_content(tmp_path)
    contents.write_record(tmp_path, "halaman", "baru")
    digest = contents.read(tmp_path).editions["baru"].digest
    for act, moment in ((Act.SUBMIT, contents.APPROVED), (Act.APPROVE, AS_OF)):
        made = contents.decision("baru", digest, act, moment)
        append_decision(tmp_path, made.model_copy(update={"signature": "tanda tangan"}))
    decided = decide(contents.read(tmp_path), AS_OF, mint=True)
    assert ["P22", "P13"] == [found.code for found in decided.verdicts["baru"].problems]
    assert "baru" not in decided.public
