"""`invoke desk.key`: a key pair with a passphrase, and the line that its keeper needs."""

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kinerja.approval.signing import SigningFailed, ssh_sign
from kinerja.commands.desk import key as command
from kinerja.model.signers import Namespace
from kinerja.reading.signers import SIGNERS_PATH, read_signers
from tests.kinerja.contents import write

pytestmark = pytest.mark.client("ssh-keygen")

Capture = pytest.CaptureFixture[str]
PERSON = "editor@portal.example"
SECRET = "kata sandi contoh"


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a program answer for the person, as a desktop does; return the file of its answer."""
    answer, program = tmp_path / "jawaban", tmp_path / "tanya"
    answer.write_text(SECRET)
    program.write_text(f"#!/bin/sh\ncat '{answer}'\n")
    program.chmod(0o700)
    monkeypatch.setenv("SSH_ASKPASS", str(program))
    monkeypatch.setenv("SSH_ASKPASS_REQUIRE", "force")
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    return answer


def test_the_line_is_one_that_the_portal_reads(
    tmp_path: Path, asked: Path, capsys: Capture
) -> None:
    """Printed ready for `penanda.allowed_signers`; the key is for its owner's eyes."""
    path = tmp_path / "kunci/saya"
    assert 0 == command.run(PERSON, str(path))
    told = capsys.readouterr().out
    write(tmp_path, SIGNERS_PATH, told.splitlines()[-1] + "\n")
    signers, problems = read_signers(tmp_path)
    ((signer,),) = signers.by_key.values()
    purposes = frozenset[str]({Namespace.DECISION, Namespace.COST_REVIEW})
    assert ([], PERSON, purposes) == (problems, signer.person, signer.namespaces)
    assert str(path) in told
    assert ("0o600", "0o700") == tuple(oct(p.stat().st_mode & 0o777) for p in (path, path.parent))


def test_the_key_signs_for_who_knows_the_passphrase(tmp_path: Path, asked: Path) -> None:
    """And for nobody else."""
    path = tmp_path / "kunci"
    assert 0 == command.run(PERSON, str(path))
    assert ssh_sign(b"a", str(path), Namespace.DECISION).startswith("-----BEGIN SSH SIGNATURE")
    asked.write_text("salah")
    with pytest.raises(SigningFailed, match=str(path)):
        ssh_sign(b"a", str(path), Namespace.DECISION)


def test_the_passphrase_is_asked_on_a_terminal(tmp_path: Path) -> None:
    """Twice, without being shown, where somebody sits at one."""
    path = tmp_path / "kunci"
    code = "import sys; from kinerja.commands.desk import key; sys.exit(key.run(*sys.argv[1:]))"
    process, terminal = pty.fork()
    if process == 0:
        os.environ["PYTHONPATH"] = ":".join(sys.path)
        os.execv(sys.executable, [sys.executable, "-c", code, PERSON, str(path)])
    shown = b""
    for question in (b"Enter passphrase", b"again"):
        shown += _until(terminal, question)
        os.write(terminal, f"{SECRET}\n".encode())
    shown += _until(terminal, b"ssh-ed25519")
    assert 0 == os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    os.close(terminal)
    assert SECRET.encode() not in shown
    opened = ["ssh-keygen", "-y", "-f", str(path), "-P", SECRET]
    public = subprocess.run(opened, capture_output=True, check=True, text=True).stdout
    assert public.split()[1].encode() in shown + path.with_name("kunci.pub").read_bytes()


def _until(terminal: int, word: bytes) -> bytes:
    """Read a terminal until a word stands there, for half a minute at most."""
    shown, end = b"", time.monotonic() + 30
    while word not in shown and time.monotonic() < end:
        shown += os.read(terminal, 1000)
    assert word in shown
    return shown


def test_no_key_is_replaced(tmp_path: Path, capsys: Capture) -> None:
    """Who loses a key loses what they could sign with."""
    (tmp_path / "kunci").write_text("lama")
    assert 2 == command.run(PERSON, str(tmp_path / "kunci"))
    assert f"Kunci tidak dibuat: {tmp_path}/kunci: sudah ada" in capsys.readouterr().out
    assert "lama" == (tmp_path / "kunci").read_text()


def test_whose_key_it_is_must_be_an_address(tmp_path: Path, capsys: Capture) -> None:
    """Nothing is made for anybody else."""
    assert 2 == command.run("editor", str(tmp_path / "kunci"))
    assert "'editor' bukan alamat surel" in capsys.readouterr().out
    assert [] == list(tmp_path.iterdir())
