"""The hook before a commit: what is staged is checked as it will be, and nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kinerja import contents
from tests.kinerja.contents import change, write

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("git") is None, reason="a script for sh and git"
)

ROOT = Path(__file__).parents[1]
INVOKE = f"""#!/bin/sh
exec "{sys.executable}" -m invoke --search-root "{ROOT}" "$@"
"""
PLAIN = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"}


def git(clone: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run git as somebody, with no settings but those of the clone."""
    someone = ("-c", "user.name=Penulis", "-c", "user.email=penulis@portal.example")
    command = ["git", *someone, *words]
    return subprocess.run(command, cwd=clone, env=PLAIN, capture_output=True, text=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a clone with the hook, whose content has no mistake and is committed."""
    shutil.copytree(ROOT / ".githooks", tmp_path / ".githooks")
    write(tmp_path, "invoke", INVOKE)
    (tmp_path / "invoke").chmod(0o755)
    contents.write_content(tmp_path / "content")
    git(tmp_path, "init")
    git(tmp_path, "config", "core.hooksPath", ".githooks")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--no-verify", "-m", "Isi")
    return tmp_path


def test_what_is_staged_decides(clone: Path) -> None:
    """A staged mistake refuses the commit, also when the file was mended since; then it goes."""
    path = contents.PATHS["halaman"]
    change(clone / "content", path, "unit: bimas\n", "")
    git(clone, "add", ".")
    change(clone / "content", path, "tanggal:", "unit: bimas\nbiaya: belum\ntanggal:")
    refused = git(clone, "commit", "-m", "Tanpa unit")
    assert 1 == refused.returncode
    assert f"{path}:1: unit: wajib diisi" in refused.stdout + refused.stderr
    assert 0 == git(clone, "commit", "-a", "-m", "Dengan unit").returncode


def test_what_is_not_staged_is_not_looked_at(clone: Path) -> None:
    """A mistake in the making keeps no other commit back, and no check runs without content."""
    change(clone / "content", contents.PATHS["halaman"], "unit: bimas\n", "")
    write(clone, "catatan.txt", "bukan isi\n")
    git(clone, "add", "catatan.txt")
    other = git(clone, "commit", "-m", "Catatan")
    assert (0, False) == (other.returncode, "kesalahan" in other.stdout + other.stderr)


def test_the_content_may_have_another_name(clone: Path) -> None:
    """As the setting of the clone says."""
    git(clone, "mv", "content", "isi kantor")
    git(clone, "config", "portal.content", "isi kantor")
    write(clone / "isi kantor", "halaman/rusak.md", "---\n")
    git(clone, "add", ".")
    assert 1 == git(clone, "commit", "-m", "Pindah").returncode
