"""`invoke desk.status`: what waits for whom, for how many working days, and what is overdue."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kinerja.commands.desk import status as command
from kinerja.model.governance import JAKARTA
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, change, write, write_record
from tests.kinerja.ministry import (
    AUTHOR,
    DATA,
    EDITOR,
    FULL,
    HOUR,
    LAST,
    ROLES,
    ROLES_TEXT,
    Ministry,
    write_ministry,
)

from .projects import use_settings

pytestmark = pytest.mark.client("ssh-keygen")

Capture = pytest.CaptureFixture[str]
WEDNESDAY = datetime(2026, 3, 11, 9, tzinfo=JAKARTA)


@pytest.fixture
def ministry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ministry:
    """Return a folder in which something waits for most roles; it is a Wednesday."""
    ministry = write_ministry(tmp_path / "isi")
    use_settings(monkeypatch, tmp_path, TRUST_ROOT=ministry.trust.root)
    at(monkeypatch, WEDNESDAY)
    root = ministry.root
    ministry.release()
    figures = f"'Dalam 4711 hari. {'kata ' * 20}'"
    write_record(root, "halaman", "ditulis", ringkasan=figures, tanggal="2026-03-10")
    write_record(root, "halaman", "draf", status="draf")
    write_record(root, "halaman", "diajukan", ringkasan=figures, unit="lain")
    ministry.approve("diajukan", FULL[:1], datetime(2026, 3, 6, 9, tzinfo=JAKARTA))
    write_record(root, "halaman", "segera", darurat="Banjir.")
    ministry.approve("segera", (AUTHOR, EDITOR, LAST), AS_OF)
    change(root, "data/sumber.csv", "Laporan kinerja", "Laporan kinerja 2024")
    ministry.approve("tabel-sumber", DATA[:1], datetime(2026, 3, 10, 9, tzinfo=JAKARTA))
    ministry.release(AS_OF + 24 * HOUR)
    return ministry


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Set the clock of the command."""
    monkeypatch.setattr(command, "parse_as_of", lambda _: moment)


def told(ministry: Ministry, capsys: Capture, order: str = "peran") -> list[str]:
    """Return the printed lines of a status that could be told."""
    assert 0 == command.run(str(ministry.root), order, False)
    return capsys.readouterr().out.splitlines()


def listed(ministry: Ministry, capsys: Capture) -> dict[str, dict[str, Any]]:
    """Return the JSON by record and matter."""
    assert 0 == command.run(str(ministry.root), "peran", True)
    items = json.loads(capsys.readouterr().out)["menunggu"]
    return {f"{item['record']} {item['matter']}": item for item in items}


def test_what_waits(ministry: Ministry, capsys: Capture) -> None:
    """Turn, late review, and costs that nobody declared; no draft, nothing that is done."""
    found = listed(ministry, capsys)
    turns = {key: item["role"] for key, item in found.items() if not key.endswith("biaya")}
    assert {
        "ditulis giliran": "penulis",
        "diajukan giliran": "kepala-unit",
        "segera tinjauan": "kepala-unit",
        "tabel-sumber giliran": "walidata",
    } == turns
    assert {"kepuasan", "kontak", "nikah", "nikah-2025", "segera"} == {
        item["record"] for item in found.values() if item["matter"] == "biaya"
    }


@pytest.mark.parametrize(
    ("key", "since", "days", "overdue"),
    [
        ("ditulis giliran", "2026-03-10", 1, False),
        ("diajukan giliran", "2026-03-06", 3, False),
        ("segera tinjauan", "2026-03-02", 7, True),
        ("tabel-sumber giliran", "2026-03-10", 1, False),
        ("kontak biaya", "2026-03-01", 8, False),
    ],
)
def test_since_when(
    ministry: Ministry, capsys: Capture, key: str, since: str, days: int, overdue: bool
) -> None:
    """From the last step on, in working days."""
    item = listed(ministry, capsys)[key]
    assert (since, days, overdue) == (item["since"], item["days"], item["overdue"])


def test_holidays_are_no_working_days(ministry: Ministry, capsys: Capture) -> None:
    """As soon as the table that names them is approved."""
    write(ministry.root, "data/libur.csv", "tanggal,nama\n2026-03-09,Hari contoh\n")
    ministry.approve("tabel-libur", DATA, datetime(2026, 3, 10, 9, tzinfo=JAKARTA))
    assert 2 == listed(ministry, capsys)["diajukan giliran"]["days"]


def test_who_is_meant(ministry: Ministry, capsys: Capture) -> None:
    """Everybody who holds the role today; nobody whose time is over."""
    gone = "- {orang: lama@portal.example, peran: walidata, sampai: 2026-03-10}\n"
    ministry.govern(ROLES, ROLES_TEXT + gone)
    assert ["walidata@portal.example"] == listed(ministry, capsys)["tabel-sumber giliran"]["people"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("peran", {"penulis", "kepala-unit", "walidata"}),
        ("unit", {"bimas", "lain", "-"}),
        ("umur", {"0-1", "2-5", "6-20"}),
    ],
)
def test_groups(ministry: Ministry, capsys: Capture, order: str, expected: set[str]) -> None:
    """Each with its number, the oldest first."""
    titles = [line for line in told(ministry, capsys, order) if not line.startswith(" ")]
    assert titles.pop().startswith("narasi: ")
    assert expected == {title.partition(":")[0] for title in titles}
    assert 9 == sum(int(title.rpartition(": ")[2]) for title in titles)


def test_the_group_of_a_person(ministry: Ministry, capsys: Capture) -> None:
    """What waits for a role waits for each who holds it for the unit or one above."""
    lines = told(ministry, capsys, "orang")
    at_head = lines.index("kepala-bimas@portal.example: 1")
    assert {"kepala-lain@portal.example: 1", "kepala-pusat@portal.example: 2"} < {*lines}
    assert "segera: terbit lewat jalur darurat, menunggu tinjauan kepala-unit" in lines[at_head + 1]
    assert lines[at_head + 1].endswith("(7 hari kerja), lewat tenggat")


def test_costs_are_told_after_their_days(
    ministry: Ministry, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five working days after the release of the record, by the policy."""
    for day, expected in ((6, False), (9, True)):
        at(monkeypatch, datetime(2026, 3, day, 9, tzinfo=JAKARTA))
        assert expected == ("kontak biaya" in listed(ministry, capsys))


def test_nothing_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """One sentence, or an empty list."""
    use_settings(monkeypatch, tmp_path)
    at(monkeypatch, AS_OF)
    root = contents.write_content(tmp_path / "isi")
    assert "Tidak ada yang menunggu." == told(Ministry(root), capsys)[0]
    assert {} == listed(Ministry(root), capsys)


def test_the_narrative_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Every flaw with its message or record and its figures; orphans as a number, named in JSON."""
    use_settings(monkeypatch, tmp_path)
    at(monkeypatch, AS_OF)
    root = contents.write_content(tmp_path / "isi")
    figures = ("kepuasan@2023", "kepuasan@2024", "kepuasan@2025")
    messages = {"sebagian": figures[:2], "dibantah": figures[1:2], "kosong": ()}
    lines = (
        f"- {{id: {name}, kalimat: A., pemilik: bimas, bukti: [{', '.join(evidence)}]}}\n"
        for name, evidence in messages.items()
    )
    write(root, "data/pesan.yaml", "".join(lines))
    body = "Pada 2024 kepuasan pengantin 80,5 poin.\n"
    write(root, contents.PATHS["publikasi"], contents.record_text("publikasi", body))
    contents.approve(root, "nikah-2025", contents.APPROVED.replace(day=3))
    lines_told = told(Ministry(root), capsys)
    assert [
        "narasi: 8",
        "  dibantah: pesan dibantah buktinya sendiri: kepuasan 2024",
        "  nikah-2025: dua nilai untuk satu angka: kepuasan 2024 80,5",
        "  sebagian: sebagian bukti berlawanan dengan pesan: kepuasan 2024",
        "  kosong: bukti belum ada: -",
        "  sebagian: pesan tanpa publikasi",
        "  dibantah: pesan tanpa publikasi",
        "  kosong: pesan tanpa publikasi",
        "  publikasi tanpa pesan: 1, disebut di /narasi/ dan dalam --json",
    ] == lines_told[lines_told.index("narasi: 8") :]
    assert 0 == command.run(str(root), "peran", True)
    found = json.loads(capsys.readouterr().out)["narasi"]
    assert {
        "flaw": "tanpa-pesan",
        "message": "",
        "record": "nikah-2025",
        "evidence": [],
        "said": "",
    } == found[-1]
    assert [{"id": "kepuasan", "detail": "", "period": "2024"}] == found[0]["evidence"]


def test_what_cannot_be_told(ministry: Ministry, capsys: Capture) -> None:
    """An unknown order, no folder, governance that is not trusted."""
    assert 2 == command.run(str(ministry.root), "warna", False)
    assert "pilih peran, orang, unit, umur" in capsys.readouterr().out
    assert 2 == command.run(str(ministry.root / "tidak-ada"), "peran", False)
    assert "Tidak ada folder isi" in capsys.readouterr().out
    change(ministry.root, ROLES, "editor", "penulis")
    assert 1 == command.run(str(ministry.root), "peran", False)
    assert "(G11)" in capsys.readouterr().out


def test_a_late_review_is_overdue_with_the_label_of_the_page(
    ministry: Ministry, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Three working days from the day after the release, which was a Monday."""
    for day, expected in ((5, False), (6, True)):
        at(monkeypatch, datetime(2026, 3, day, 0, 0, 1, tzinfo=JAKARTA))
        assert expected == listed(ministry, capsys)["segera tinjauan"]["overdue"]
