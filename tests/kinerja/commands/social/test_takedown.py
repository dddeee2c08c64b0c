"""`invoke social.takedown`: what stands at platforms and is to be deleted by hand."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.building.settings import parse_as_of
from kinerja.commands.deciding import append_decision
from kinerja.commands.desk import taking_back
from kinerja.commands.social import takedown
from kinerja.model.governance import Act
from tests.kinerja import contents
from tests.kinerja.commands.projects import use_settings
from tests.kinerja.contents import AS_OF, PUBLICATION, approve, decision, read, release
from tests.kinerja.posts import CODE, posted, write_posts
from tests.kinerja.stories import withdraw

Capture = pytest.CaptureFixture[str]
LATER = AS_OF + timedelta(hours=9)
LINK = f"https://kinerja.example/k/{CODE}/"


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the cache out of the project."""
    return use_settings(monkeypatch, tmp_path)


def printed(root: Path, capsys: Capture) -> list[str]:
    """Return what is printed."""
    assert 0 == takedown.run(str(root), as_json=False)
    return capsys.readouterr().out.splitlines()


def test_nothing_to_delete(tmp_path: Path, capsys: Capture) -> None:
    """What is public stays, what was never released is nowhere."""
    root = tmp_path / "isi"
    write_posts(root, {"x": ["Satu."]})
    assert ["Tidak ada kiriman yang perlu dihapus."] == printed(root, capsys)
    release(root)
    assert ["Tidak ada kiriman yang perlu dihapus."] == printed(root, capsys)


def test_posts_of_a_withdrawn_record(tmp_path: Path, capsys: Capture) -> None:
    """Platform, address, since when, and the first words by which it is found."""
    root = tmp_path / "isi"
    write_posts(root, {"x": ["Indeks {{kepuasan 2024}}.\n{tautan}"], "baru": ["a" * 40]})
    release(root)
    withdraw(root, PUBLICATION, "terbit-keliru", when=AS_OF)
    release(root, LATER)
    times = "(ditarik 1 Maret 2026 pukul 17.00 WIB, terbit 1 Maret 2026 pukul "
    assert [
        "Hapus dengan tangan di platformnya: 2",
        f"  baru: {LINK} {times}08.00 WIB)",
        f"    {'a' * 40}",
        f"  x: {LINK} (ditarik 1 Maret 2026 pukul 16.59 WIB, terbit 1 Maret 2026 pukul 07.59 WIB)",
        "    Indeks 78,25. {tautan}",
    ] == printed(root, capsys)


def test_a_withdrawal_counts_before_the_next_build(tmp_path: Path, capsys: Capture) -> None:
    """The desk need not wait; nor where the approval was taken back: there is no time then."""
    root = tmp_path / "isi"
    write_posts(root, {"x": ["Satu."]})
    contents.write_record(root, "isu", "tarif", sosial=posted({"x": [f"{'Kata ' * 20}."]}))
    approve(root, "tarif")
    release(root)
    withdraw(root, PUBLICATION, "digabung", when=LATER)
    digest = read(root).editions["tarif"].digest
    append_decision(root, decision("tarif", digest, Act.RETURN, LATER))
    lines = printed(root, capsys)
    assert "Hapus dengan tangan di platformnya: 2" == lines[0]
    assert [True, False] == ["(ditarik -, " in line for line in lines if "  x: " in line]
    assert ["    " + "Kata " * 11 + "Kata…", "    Satu."] == lines[2::2]


@pytest.mark.parametrize("reason", ["data-pribadi", "terbit-keliru"])
def test_of_personal_data_only_where_it_stands(
    tmp_path: Path, capsys: Capture, reason: str
) -> None:
    """As JSON for programs; nothing of the text, whether or not the files are erased."""
    root = tmp_path / "isi"
    write_posts(root, {"x": ["Nama orang."]})
    release(root)
    withdraw(root, PUBLICATION, reason, when=LATER)
    release(root, LATER)
    assert 0 == takedown.run(str(root), as_json=True)
    (found,) = json.loads(capsys.readouterr().out)
    assert ("x", LINK, str(AS_OF), str(LATER)) == (
        found["platform"],
        found["address"],
        found["released"],
        found["since"],
    )
    assert ("" if reason == "data-pribadi" else "Nama orang.") == found["words"]


def test_an_erased_record_leaves_its_address(tmp_path: Path, capsys: Capture) -> None:
    """Nothing else of it is known any more."""
    root = tmp_path / "isi"
    write_posts(root, {"x": ["Nama orang."]})
    release(root)
    role = "penanggung-jawab"
    assert 0 == taking_back.withdraw(str(root), PUBLICATION, role, "", "data-pribadi", "", "")
    capsys.readouterr()
    lines = printed(root, capsys)
    assert ["Hapus dengan tangan di platformnya: 1"] == lines[:1]
    assert LINK in lines[1] and 2 == len(lines)
    release(root, parse_as_of("") + timedelta(seconds=5))
    assert "Nama orang" not in "".join(printed(root, capsys))


def test_what_cannot_be_listed(tmp_path: Path, capsys: Capture) -> None:
    """No such folder; content that stops."""
    assert 2 == takedown.run(str(tmp_path / "tidak-ada"), as_json=False)
    root = tmp_path / "isi"
    write_posts(root, {})
    contents.write(root, "tata-kelola/peran.yaml", "teks\n")
    assert 1 == takedown.run(str(root), as_json=False)
    assert "peran.yaml" in capsys.readouterr().out
