"""What is sent: a build that is what its manifest says, and its seal."""

import re
import shutil
from pathlib import Path

import pytest

from kinerja.approval.signing import ssh_sign
from kinerja.model.signers import Namespace
from tests.kinerja.ministry import key
from tests.site.builds import tree

from .publications import Capture, published, served, write_site

pytestmark = pytest.mark.client("rsync")


def change(site: Path) -> None:
    """Change a file."""
    (site / "index.html").write_text("diubah")


def add(site: Path) -> None:
    """Add a file."""
    (site / "rahasia.txt").write_text("x")


def take(site: Path) -> None:
    """Take a file away."""
    (site / "index.html").unlink()


def unseal(site: Path) -> None:
    """Lay a signature there that is none."""
    (site / "manifes.json.sig").write_text("tanda tangan")


def blur(site: Path) -> None:
    """Make the manifest something else."""
    (site / "manifes.json").write_bytes(b"\xff{")


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (change, "1 berkas situs ini tidak seperti manifesnya, pertama index.html"),
        (add, "1 berkas situs ini tidak seperti manifesnya, pertama rahasia.txt"),
        (take, "1 berkas situs ini tidak seperti manifesnya, pertama index.html"),
        (blur, "4 berkas situs ini tidak seperti manifesnya, pertama alamat.map"),
        (unseal, "manifes.json.sig bukan atas manifes ini; jalankan invoke build."),
        (shutil.rmtree, "Tidak ada situs di"),
    ],
)
def test_only_what_the_manifest_says_is_published(
    damage: object, expected: str, output: Path, tmp_path: Path, capsys: Capture
) -> None:
    """A build that was touched, or none: exit 2, a sentence, and nothing at the target."""
    assert callable(damage)
    damage(output.resolve())
    code, printed = published(output, tmp_path / "publik", capsys)
    assert (2, True) == (code, expected in printed), printed
    assert not (tmp_path / "publik/current").exists()


@pytest.mark.client("ssh-keygen")
def test_the_seal_is_published_too(output: Path, tmp_path: Path, capsys: Capture) -> None:
    """With the key that made it, so that a stranger's is seen; a site of the example says so."""
    output = write_site(tmp_path, contoh=True)
    armour = ssh_sign((output / "manifes.json").read_bytes(), str(key("a")), Namespace.MANIFEST)
    (output / "manifes.json.sig").write_text(armour)
    code, printed = published(output, tmp_path / "publik", capsys)
    lines = printed.splitlines()
    assert (0, tree(output)) == (code, served(tmp_path / "publik"))
    assert lines[0].startswith("Ini situs contoh")
    assert re.fullmatch(r"Manifes ditandatangani oleh SHA256:\S{43}\.", lines[1])
