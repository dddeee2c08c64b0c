"""`invoke desk.return` and `desk.withdraw`: one person takes back; `data-pribadi` erases."""

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kinerja.approval.gate import decide
from kinerja.approval.trust import Trust, read_trusted
from kinerja.building.settings import parse_as_of
from kinerja.commands.deciding import append_decision
from kinerja.commands.desk import taking_back as command
from kinerja.model.governance import Act
from kinerja.reading.governance import read_decisions, read_erasures
from tests.kinerja import contents
from tests.kinerja.contents import (
    AS_OF,
    PICTURE,
    PUBLICATION,
    approve,
    change,
    picture_bytes,
    read,
    release,
    write,
    write_record,
)

from .projects import use_settings

Capture = pytest.CaptureFixture[str]
BY = "penanggung-jawab"
CANARY = "Siti Contoh"
PICTURE_CANARY = picture_bytes(size=(61, 47))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a released folder in which a publication named somebody in each of its editions."""
    use_settings(monkeypatch, tmp_path)
    root = tmp_path / "isi"
    contents.write_content(root)
    path = contents.PATHS["publikasi"]
    write(root, PICTURE, PICTURE_CANARY)
    for number in (1, 2):
        change(root, path, "Lihat", f"Nomor {number} dari {CANARY}. Lihat")
        approve(root, PUBLICATION, contents.APPROVED.replace(day=10 + number))
        release(root, AS_OF.replace(hour=number))
    change(root, path, "Lihat", f"Sunting oleh {CANARY}. Lihat")
    write(tmp_path, "tembolok/kartu.png", PICTURE_CANARY)
    return root


def withdraw(root: Path, record_id: str = PUBLICATION, reason: str = "data-pribadi") -> int:
    """Run the command."""
    return command.withdraw(str(root), record_id, BY, "", reason, "", "")


def canaries(folder: Path) -> list[str]:
    """Return the files that still hold the name or the picture."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and (CANARY.encode() in path.read_bytes() or PICTURE_CANARY == path.read_bytes())
    )


def test_a_return_gives_the_edition_back(root: Path, capsys: Capture) -> None:
    """The decision counts for this edition; its reason is public."""
    write_record(root, "halaman", "baru")
    approve(root, "baru")
    assert 0 == command.send_back(str(root), "baru", BY, "", "Sumbernya kurang.", "")
    (*_, made), _ = read_decisions(root, "baru")
    assert (Act.RETURN, "Sumbernya kurang.") == (made.act, made.reason)
    assert "baru dikembalikan" in capsys.readouterr().out
    now = parse_as_of("")
    assert "baru" not in decide(read(root), now, mint=True).public


def test_a_reason_has_300_characters_at_most(root: Path, capsys: Capture) -> None:
    """One more is refused in words, and nothing is written."""
    before = (root / "persetujuan/kontak.jsonl").read_bytes()
    assert 1 == command.send_back(str(root), "kontak", BY, "", "é" * 301, "")
    assert "Alasan terlalu panjang: 301 karakter" in capsys.readouterr().out
    assert before == (root / "persetujuan/kontak.jsonl").read_bytes()
    assert 0 == command.send_back(str(root), "kontak", BY, "", "é" * 300, "")


def test_the_successor_must_be_a_record(root: Path, capsys: Capture) -> None:
    """A slip of the pen would lead nowhere for ever."""
    assert 1 == command.withdraw(str(root), "kontak", BY, "", "digabung", "nikh-2025", "")
    assert "mungkin maksudnya nikah-2025" in capsys.readouterr().out
    assert Act.WITHDRAW not in [made.act for made in read_decisions(root, "kontak")[0]]


@pytest.mark.parametrize("reason", ["terbit-keliru", "tidak-berlaku-lagi", "digabung"])
def test_one_person_withdraws(root: Path, reason: str, capsys: Capture) -> None:
    """In force at the next build, with nobody else; nothing is erased."""
    done = command.withdraw(str(root), "kontak", BY, "", reason, PUBLICATION, "")
    (*_, made), _ = read_decisions(root, "kontak")
    assert (0, Act.WITHDRAW, reason) == (done, made.act, made.reason_code)
    assert PUBLICATION == made.successor
    assert "kontak ditarik" in capsys.readouterr().out
    assert "kontak" not in decide(read(root), parse_as_of(""), mint=True).public
    assert (root / contents.PATHS["halaman"]).exists()


def test_an_unknown_reason(root: Path, capsys: Capture) -> None:
    """The four are named, nothing is written."""
    before = (root / contents.DECISIONS).read_bytes()
    assert 2 == withdraw(root, reason="malu")
    assert "pilih terbit-keliru, tidak-berlaku-lagi, digabung, data-pribadi" in (
        capsys.readouterr().out
    )
    assert before == (root / contents.DECISIONS).read_bytes()


@pytest.mark.parametrize("role", ["penulis", "walidata", "pereviu-itjen"])
def test_other_roles_withdraw_nothing(root: Path, role: str) -> None:
    """And erase nothing."""
    before = canaries(root)
    assert 0 != command.withdraw(str(root), PUBLICATION, role, "", "data-pribadi", "", "")
    assert before == canaries(root)


def test_private_data_are_erased_everywhere(root: Path, capsys: Capture) -> None:
    """Record, attachments, every edition of the archive, the cache; a note with digests stays."""
    assert 7 == len(canaries(root.parent))
    digests = {
        row.edition for row in read(root).releases if row.code == contents.CODES["publikasi"]
    }
    assert 0 == withdraw(root)
    assert [] == canaries(root.parent)
    (note,), problems = read_erasures(root)
    assert [] == problems
    assert (PUBLICATION, contents.CODES["publikasi"]) == (note.record, note.code)
    assert digests <= set(note.digests)
    told = capsys.readouterr().out
    assert f"{PUBLICATION} dihapus dari isi, arsip, dan cache" in told
    assert contents.PATHS["publikasi"] in told


def test_the_note_is_not_older_than_the_decision(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A decision that takes a while counts all the same: the next build is not stopped (G16)."""
    late = parse_as_of("") + timedelta(minutes=1)

    def carry_out(*_: object) -> int:
        digest = read(root).editions[PUBLICATION].digest
        made = contents.decision(PUBLICATION, digest, Act.WITHDRAW, late)
        append_decision(root, made.model_copy(update={"reason_code": "data-pribadi"}))
        monkeypatch.setattr(command, "parse_as_of", lambda _: late)
        return 0

    monkeypatch.setattr(command, "carry_out", carry_out)
    assert 0 == withdraw(root)
    assert () == read_trusted(root, late.date(), Trust()).stopping


def test_what_was_never_decided_on_is_erased_too(root: Path) -> None:
    """A copy in the archive that a crash left without its decision."""
    stray = root / "persetujuan/arsip" / ("9" * 64)
    write(stray, contents.PATHS["publikasi"], CANARY)
    write(stray, PICTURE, PICTURE_CANARY)
    withdraw(root)
    assert [] == canaries(root.parent)


@pytest.mark.parametrize("text", [f"---\njudul: [{CANARY}\n---\n", CANARY])
def test_a_file_that_nobody_can_read_is_erased_too(root: Path, text: str) -> None:
    """Never approved and full of mistakes: it is private all the same, and its id stays taken."""
    write(root, "halaman/rusak.md", text)
    write(root, "lampiran/rusak/foto.png", PICTURE_CANARY)
    assert 0 == withdraw(root, "rusak")
    assert [] == [path for path in canaries(root) if "rusak" in path]
    write_record(root, "halaman", "rusak")
    assert 1 == command.send_back(str(root), "tidak-ada", BY, "", "a", "")
    assert "rusak" not in decide(read(root), parse_as_of(""), mint=True).public


def test_id_and_code_never_come_back(root: Path) -> None:
    """Not together, not one by one, not under another type (P23, F26)."""
    withdraw(root)
    code = contents.CODES["publikasi"]
    paths = [
        write_record(root, "publikasi", PUBLICATION, kode=code),
        write_record(root, "halaman", "lain", kode=code),
    ]
    for path in paths:
        with pytest.raises(AssertionError, match="P23"):
            refuse(root, path)
    (root / paths[0]).unlink()
    path = write_record(root, "halaman", PUBLICATION)
    with pytest.raises(AssertionError, match="P23"):
        refuse(root, path)


def refuse(root: Path, path: str) -> None:
    """Fail with the codes of the mistakes at a path."""
    now = parse_as_of("")
    found = [item.code for item in decide(read(root), now, mint=True).problems if item.path == path]
    assert [] == found


class Crash(BaseException):
    """The machine stops."""


def crash_at(monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """Let the machine stop at so many removals, a folder being half gone by then."""
    count = 0
    remove = shutil.rmtree

    def removing(path: Path, *_: Any) -> None:
        nonlocal count
        count += 1
        if count == moment:
            next(file for file in path.rglob("*") if file.is_file()).unlink()
            raise Crash
        remove(path)

    monkeypatch.setattr("kinerja.building.erasing.shutil.rmtree", removing)


@pytest.mark.parametrize("moment", range(1, 6))
def test_a_second_run_finishes_after_a_crash(root: Path, moment: int) -> None:
    """Wherever the first one stopped; then nothing is left, and one `tarik` was enough."""
    with pytest.MonkeyPatch.context() as patch, pytest.raises(Crash):
        crash_at(patch, moment)
        withdraw(root)
    assert [] != canaries(root.parent)
    assert 0 == withdraw(root)
    assert [] == canaries(root.parent)
    decisions, _ = read_decisions(root, PUBLICATION)
    assert 1 == [made.act for made in decisions].count(Act.WITHDRAW)
    assert 0 == withdraw(root)


def test_a_crash_before_the_note(root: Path) -> None:
    """The record is withdrawn and still there: the second run erases it."""
    with pytest.MonkeyPatch.context() as patch, pytest.raises(Crash):
        patch.setattr(command, "erase", lambda *_: (_ for _ in ()).throw(Crash))
        withdraw(root)
    assert 7 == len(canaries(root.parent))
    assert 0 == withdraw(root)
    assert [] == canaries(root.parent)


def git(root: Path, *words: str) -> str:
    """Run git as nobody in particular."""
    who = ["-c", "user.name=a", "-c", "user.email=a@portal.example"]
    command = ["git", *who, *words]
    return subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout


def test_what_the_history_of_git_holds_is_said(root: Path, capsys: Capture) -> None:
    """In how many commits, from whichever folder, with the command that removes it."""
    project = root.parent
    git(project, "init", "-q")
    git(project, "add", "isi")
    git(project, "commit", "-qm", "satu")
    change(root, contents.PATHS["publikasi"], "Lihat", "Lagi. Lihat")
    git(project, "commit", "-qam", "dua")
    change(root, contents.PATHS["halaman"], "Tulis ke", "Tulis kepada")
    git(project, "commit", "-qam", "tiga")
    withdraw(root)
    told = capsys.readouterr().out
    assert "Riwayat git masih memuatnya dalam 2 commit" in told
    wanted = f"--path-glob '*/{PUBLICATION}.md' --path-glob '*lampiran/{PUBLICATION}/*'"
    assert f"git filter-repo --invert-paths {wanted}" in told
    named = git(project, "log", "--all", "--name-only", "--format=")
    assert PUBLICATION in named


def test_without_git_nothing_is_said_of_it(root: Path, capsys: Capture) -> None:
    """A folder that is no repository has no history."""
    withdraw(root)
    assert "git" not in capsys.readouterr().out
