"""The narrative against its evidence: each flaw by itself, and what is none."""

from pathlib import Path

import pytest

from kinerja.evidence.narrative import Finding, Flaw, findings, message_tree, supports
from kinerja.model.ids import IndicatorRef
from kinerja.model.portal import Portal
from tests.kinerja import contents
from tests.kinerja.contents import APPROVED, DATASET, INDICATOR, SOURCE, UNIT, approve, write
from tests.kinerja.registers import HEADER, write_registers, write_rows
from tests.kinerja.sites import site_of
from tests.kinerja.stories import PATH

NEWEST = IndicatorRef(INDICATOR)
TOLD = "murah"


def portal(root: Path, messages: str, *rows: str, **publication: str | None) -> Portal:
    """Return a portal with messages, rows `periode,rincian,nilai,target,status`, a publication.

    Rows may be the whole text of the dataset too. The publication carries the message `murah`
    unless said otherwise.
    """
    write_registers(root)
    write(root, "data/pesan.yaml", messages)
    if rows and rows[0].startswith(HEADER):
        write(root, DATASET, rows[0])
    elif rows:
        write_rows(root, *rows)
    body = publication.pop("body", "Angka ada di tabel.\n")
    text = contents.record_text("publikasi", body, **{"pesan": TOLD, **publication})
    write(root, PATH, text)
    approve(root, Path(PATH).stem, APPROVED.replace(day=3))
    return site_of(root).portal


def message(evidence: str = "", name: str = TOLD, more: str = "") -> str:
    """Return the lines of one message."""
    return f"- {{id: {name}, kalimat: Murah., pemilik: {UNIT}, bukti: [{evidence}]{more}}}\n"


def flaws(found: Portal) -> list[tuple[str, str]]:
    """Return the flaws with the id of the message or record that has them."""
    return [(str(f.flaw), f.record or f.message) for f in findings(found)]


@pytest.mark.parametrize(
    ("rows", "arah", "expected"),
    [
        (("2023,,80,85,tetap", "2024,,86,85,tetap"), "naik", True),
        (("2023,,80,,tetap", "2024,,79,75,tetap"), "naik", True),
        (("2023,,80,,tetap", "2024,,81,85,tetap"), "naik", False),
        (("2023,,80,,tetap", "2024,,81,,tetap"), "naik", True),
        (("2023,,80,,tetap", "2024,,79,,tetap"), "naik", False),
        (("2023,,80,,tetap", "2024,,79,,tetap"), "turun", True),
        (("2023,,80,,tetap", "2024,,81,,tetap"), "turun", False),
        (("2023,,80,,tetap", "2024,,81,,tetap"), "tetap", None),
        (("2023,,80,,tetap", "2024,,80,,tetap"), "naik", None),
        (("2024,,80,,tetap",), "naik", None),
        (("2024,,,85,belum-dilaporkan",), "naik", None),
        (("2023,,80,,tetap", "2024-S1,,20,,tetap"), "naik", None),
    ],
)
def test_what_a_figure_says(
    tmp_path: Path, rows: tuple[str, ...], arah: str, expected: bool | None
) -> None:
    """The target first; without one the change along or against `arah`; else nothing."""
    write_registers(tmp_path, arah=arah)
    write_rows(tmp_path, *rows)
    assert expected is supports(site_of(tmp_path).portal, NEWEST)


def test_a_series_break_leaves_it_open(tmp_path: Path) -> None:
    """What was measured otherwise cannot refute anything."""
    write_registers(tmp_path, putus_seri="[{periode: '2024', alasan: Pertanyaan berganti.}]")
    write_rows(tmp_path, "2023,,80,,tetap", "2024,,70,,tetap")
    assert None is supports(site_of(tmp_path).portal, NEWEST)


def test_a_refuted_message(tmp_path: Path) -> None:
    """Its only figure misses the target: the figure is named, and it is no other flaw."""
    found = portal(tmp_path, message(INDICATOR), "2024,,78,85,tetap")
    assert [Finding(Flaw.REFUTED, TOLD, evidence=(NEWEST,))] == findings(found)


def test_a_message_that_is_refuted_in_part(tmp_path: Path) -> None:
    """One year met its target, the next did not: only that one is named."""
    evidence = f"'{INDICATOR}@2023', '{INDICATOR}@2024'"
    found = portal(tmp_path, message(evidence), "2023,,82,80,tetap", "2024,,78,85,tetap")
    missed = IndicatorRef(INDICATOR, "", "2024")
    assert [Finding(Flaw.PARTLY, TOLD, evidence=(missed,))] == findings(found)


def test_a_contradiction_in_the_data(tmp_path: Path) -> None:
    """A row of status konflik anywhere in the series that a message names."""
    conflict = f"2023,,80,,,konflik,{SOURCE},,,81,{SOURCE},Dua sumber.,\n"
    data = f"{HEADER}\n{conflict}2024,,82,80,,tetap,{SOURCE},,,,,,\n"
    found = portal(tmp_path, message(f"'{INDICATOR}@2024'"), data)
    at = IndicatorRef(INDICATOR, "", "2023")
    assert [Finding(Flaw.CONTRADICTED, TOLD, evidence=(at,))] == findings(found)


def test_a_contradiction_between_a_text_and_the_data(tmp_path: Path) -> None:
    """A record states 78,9 where the data, and so every other record, say 78,25."""
    body = "Pada 2024 kepuasan pengantin 78,9 poin.\n"
    found = portal(tmp_path, message(INDICATOR), "2024,,78.25,70,tetap", body=body)
    at = IndicatorRef(INDICATOR, "", "2024")
    contradiction = Finding(Flaw.CONTRADICTED, TOLD, Path(PATH).stem, (at,), "78,9")
    assert [contradiction] == findings(found)


def test_evidence_that_is_missing(tmp_path: Path) -> None:
    """No figure named, or one without a value; a message that lacks both kinds is told once."""
    rows = ("2024,,86,85,tetap", "2025,,,85,belum-dilaporkan")
    lacking = message() + message(f"'{INDICATOR}@2025', {INDICATOR}", "cepat", ", induk: murah")
    found = portal(tmp_path, lacking, *rows)
    assert [("tanpa-data", "murah"), ("tanpa-data", "cepat"), ("tanpa-publikasi", "cepat")] == (
        flaws(found)
    )
    at = IndicatorRef(INDICATOR, "", "2025")
    assert [(), (at,)] == [f.evidence for f in findings(found) if f.flaw is Flaw.WITHOUT_DATA]


def test_an_empty_message_and_an_orphan(tmp_path: Path) -> None:
    """Nothing is published on the message or below it; the publication carries none."""
    empty = message(INDICATOR) + message(INDICATOR, "cepat", ", induk: murah")
    found = portal(tmp_path, empty, "2024,,86,85,tetap", pesan=None)
    expected = [("tanpa-publikasi", "murah"), ("tanpa-publikasi", "cepat")]
    assert [*expected, ("tanpa-pesan", Path(PATH).stem)] == flaws(found)


def test_what_is_published_below_counts(tmp_path: Path) -> None:
    """A message above one that is told is not empty."""
    above = message(INDICATOR, "atas") + message(INDICATOR, more=", induk: atas")
    assert [] == findings(portal(tmp_path, above, "2024,,86,85,tetap"))


def test_only_messages_in_force_are_weighed(tmp_path: Path) -> None:
    """One that ended is past; what stood under it stands on top."""
    ended = message(INDICATOR, "dulu", ", berlaku_sampai: 2025-12-31")
    found = portal(tmp_path, ended + message(more=", induk: dulu"), "2024,,78,85,tetap")
    tree = message_tree(found)
    assert (["dulu"], ["murah"]) == ([m.id for m in tree.past], [m.id for m in tree.below[""]])
    assert [("tanpa-data", "murah")] == flaws(found)


def test_the_gravest_comes_first(tmp_path: Path) -> None:
    """Whatever the order of the table."""
    late = message("", "kosong") + message(INDICATOR)
    found = portal(tmp_path, late, "2024,,78,85,tetap")
    expected = [("dibantah", "murah"), ("tanpa-data", "kosong"), ("tanpa-publikasi", "kosong")]
    assert expected == flaws(found)
