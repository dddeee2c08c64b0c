"""`invoke approve`: a decision is written only if it would count, and everything is said."""

from pathlib import Path

import pytest

from kinerja.approval.archive import read_archived
from kinerja.commands import approve as command
from kinerja.commands import deciding, new
from kinerja.model.governance import JAKARTA, Act, Role
from kinerja.model.records import Kind
from kinerja.reading.governance import read_decisions
from tests.kinerja import contents
from tests.kinerja.contents import PERSONS, change, read, write, write_record

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with a page `baru` that waits for approval."""
    contents.write_content(tmp_path)
    write_record(tmp_path, "halaman", "baru")
    return tmp_path


def approve(root: Path, role: str, record_id: str = "baru", by: str = "") -> int:
    """Run the command."""
    return command.run(str(root), record_id, role, by)


def acts(root: Path, record_id: str = "baru") -> list[tuple[Act, str]]:
    """Return what was decided, by whom."""
    decisions, problems = read_decisions(root, record_id)
    assert [] == problems
    return [(item.act, item.person) for item in decisions]


def test_two_persons_publish(root: Path, capsys: Capture) -> None:
    """The author hands in, the responsible person approves; the next step is named each time."""
    assert 0 == approve(root, "penulis")
    assert (
        "Berikutnya: penanggung-jawab, dengan ./invoke approve --id baru" in capsys.readouterr().out
    )
    assert 0 == approve(root, "penanggung-jawab")
    assert "baru disetujui" in capsys.readouterr().out
    expected = {(Act.SUBMIT, PERSONS[Role.AUTHOR]), (Act.APPROVE, PERSONS[Role.RESPONSIBLE])}
    assert expected == set(acts(root))
    digest = read(root).editions["baru"].digest
    assert read_archived(root, Kind.PAGE, "baru", digest) is not None


def test_decisions_of_one_second_count(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script runs both within a second: the second decision is not lost."""
    now = contents.AS_OF
    monkeypatch.setattr(deciding, "parse_as_of", lambda _: now)
    assert (0, 0) == (approve(root, "penulis"), approve(root, "penanggung-jawab"))
    assert contents.release(root, now).verdicts["baru"].edition is not None


def test_the_time_is_now_in_jakarta(root: Path) -> None:
    """Whole seconds with the offset of Jakarta."""
    approve(root, "penulis")
    (found,), _ = read_decisions(root, "baru")
    assert (JAKARTA.utcoffset(None), 0) == (found.time.utcoffset(), found.time.microsecond)


@pytest.mark.parametrize(
    ("role", "by", "expected", "code"),
    [
        ("penanggung-jawab", "", "(P13)", 1),
        ("penanggung-jawab", "orang@lain.example", "(P10)", 1),
        ("editor", "", "pemegang peran editor: -.", 2),
        ("penulis", "bukan alamat", "penulis: penulis@portal.example.", 2),
        ("bos", "", "--as: 'bos' tidak dikenal; pilih penulis", 2),
    ],
)
def test_what_would_not_count_is_not_written(
    root: Path, capsys: Capture, role: str, by: str, expected: str, code: int
) -> None:
    """Out of turn, without the role, an unknown role or person: no line, and the reason."""
    assert code == approve(root, role, by=by)
    assert expected in capsys.readouterr().out
    assert not (root / "persetujuan/baru.jsonl").exists()


def test_two_holders_must_be_told_apart(root: Path, capsys: Capture) -> None:
    """--by says who; both are named."""
    second = "- {orang: kedua@portal.example, peran: penulis}\n"
    write(root, "tata-kelola/peran.yaml", contents.TABLES["tata-kelola/peran.yaml"] + second)
    assert 2 == approve(root, "penulis")
    assert "kedua@portal.example, penulis@portal.example" in capsys.readouterr().out
    assert 0 == approve(root, "penulis", by="kedua@portal.example")
    assert [(Act.SUBMIT, "kedua@portal.example")] == acts(root)


def test_one_person_is_not_two(root: Path, capsys: Capture) -> None:
    """Who handed in does not approve, whatever roles they hold."""
    person = PERSONS[Role.AUTHOR]
    write(root, "tata-kelola/peran.yaml", f"- {{orang: {person}, peran: penulis}}\n")
    assert 0 == approve(root, "penulis")
    both = (
        f"- {{orang: {person}, peran: penulis}}\n- {{orang: {person}, peran: penanggung-jawab}}\n"
    )
    write(root, "tata-kelola/peran.yaml", both)
    assert 1 == approve(root, "penanggung-jawab")
    assert "(P12)" in capsys.readouterr().out
    assert 1 == len(acts(root))


@pytest.mark.parametrize(
    ("old", "new_text", "expected"),
    [
        ("judul: Kontak", "judul: ''", "(F09)"),
        ("unit: bimas", "unit: lain", "(R05)"),
        ("Tulis ke redaksi", "<b>", "(B01)"),
        ("status: siap", "status: draf", "baru masih draf; ubah status: siap di halaman/baru.md"),
    ],
)
def test_what_has_a_mistake_is_not_approved(
    root: Path, capsys: Capture, old: str, new_text: str, expected: str
) -> None:
    """The mistakes are printed, also those that only the whole content shows."""
    change(root, "halaman/baru.md", old, new_text)
    assert 1 == approve(root, "penulis")
    assert expected in capsys.readouterr().out
    assert not (root / "persetujuan/baru.jsonl").exists()


@pytest.mark.parametrize(
    ("record_id", "expected"),
    [
        ("bru", "Tidak ada rekor 'bru'; mungkin maksudnya baru."),
        ("x", "Tidak ada rekor 'x'; id adalah nama berkasnya tanpa .md."),
        ("capaian-kepuasan", "capaian-kepuasan tidak perlu disetujui"),
        ("tabel-unit", "tabel-unit tidak perlu disetujui"),
    ],
)
def test_what_cannot_be_approved(
    root: Path, capsys: Capture, record_id: str, expected: str
) -> None:
    """No such record, with the nearest; and what the policy asks nobody about."""
    assert 1 == approve(root, "penulis", record_id)
    assert expected in capsys.readouterr().out


def test_what_is_withdrawn_is_not_approved_again(root: Path, capsys: Capture) -> None:
    """It would not be published: a new record with a new code is needed."""
    digest = read(root).editions["kontak"].digest
    made = contents.decision("kontak", digest, Act.WITHDRAW, contents.AS_OF)
    deciding.append_decision(root, made)
    change(root, contents.PATHS["halaman"], "Tulis ke", "Tulis kepada")
    assert 1 == approve(root, "penulis", "kontak")
    assert "(P03)" in capsys.readouterr().out
    assert 3 == len(acts(root, "kontak"))


def test_broken_governance_stops(root: Path, capsys: Capture) -> None:
    """Nobody decides while the roles cannot be read."""
    write(root, "tata-kelola/peran.yaml", "a: b\n")
    assert 1 == approve(root, "penulis")
    assert "tata-kelola/peran.yaml:1:" in capsys.readouterr().out


def test_without_content(tmp_path: Path, capsys: Capture) -> None:
    """Exit 2, and no folder is made."""
    assert 2 == approve(tmp_path / "tidak-ada", "penulis")
    assert str(tmp_path / "tidak-ada") in capsys.readouterr().out
    assert not (tmp_path / "tidak-ada").exists()


def test_from_an_empty_folder_to_an_approved_page(tmp_path: Path) -> None:
    """new, fill in, approve twice: with roles and a unit, nothing else is needed."""
    for path in ("data/unit.csv", "tata-kelola/peran.yaml"):
        write(tmp_path, path, contents.TABLES[path])
    assert 0 == new.run(str(tmp_path), "halaman", "tentang", "Tentang kami", "bimas")
    file = tmp_path / "halaman/tentang.md"
    text = file.read_text().replace("TULIS ", "").replace("status: draf", "status: siap")
    file.write_text(text)
    assert [0, 0] == [approve(tmp_path, str(role), "tentang") for role in PERSONS]


def test_lines_are_only_added(root: Path) -> None:
    """What was decided before stays byte for byte."""
    path = root / "persetujuan/kontak.jsonl"
    before = path.read_bytes()
    change(root, contents.PATHS["halaman"], "Tulis ke", "Tulis kepada")
    assert 0 == approve(root, "penulis", "kontak")
    after = path.read_bytes()
    assert after.startswith(before)
    assert 1 == after[len(before) :].count(b"\n")


def test_handing_in_twice_is_said_and_not_recorded(root: Path, capsys: Capture) -> None:
    """The second time changes nothing and blames nobody."""
    assert 0 == approve(root, "penulis")
    before = acts(root)
    capsys.readouterr()
    assert 1 == approve(root, "penulis")
    assert "sudah diajukan" in capsys.readouterr().out
    assert before == acts(root)
