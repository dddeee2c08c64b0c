"""The gate on data: tables and datasets fall back to what was released, and keep what is quoted."""

from pathlib import Path

import pytest

from kinerja.approval.gate import Decided, decide
from kinerja.commands.deciding import append_decision
from kinerja.model.fields import Digest
from kinerja.model.governance import Act
from kinerja.reading.layout import archive_folder
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, DATASET, approve, change, decision, read, release, write

HEADER, *ROWS = contents.TABLES[DATASET].splitlines()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes, everything approved and released."""
    contents.write_content(tmp_path)
    release(tmp_path)
    return tmp_path


def looked(root: Path) -> Decided:
    """Decide a day later, minting releases, and write nothing."""
    later = AS_OF.replace(day=2)
    return decide(read(root, later.date()), later, mint=True)


def told(decided: Decided) -> list[tuple[str, str]]:
    """Return path and code of every mistake."""
    return [(item.path, item.code) for item in decided.problems]


def reasons(decided: Decided, record_id: str) -> list[str]:
    """Return why the present file is not what the public sees."""
    return [item.code for item in decided.verdicts[record_id].reasons]


def write_rows(root: Path, *rows: str) -> None:
    """Replace the rows of the dataset."""
    write(root, DATASET, "\n".join([HEADER, *rows, ""]))


def test_valid_data_are_approved(root: Path) -> None:
    """By the policy `kecil` nobody is asked: a new edition is released by the next build."""
    write_rows(root, *ROWS, "2022,,80.00,,,tetap,laporan,,,,,,")
    decided = looked(root)
    assert ([], [read(root).editions["capaian-kepuasan"].digest]) == (
        told(decided),
        [row.edition for row in decided.minted],
    )
    assert decided.datasets["kepuasan"].find("2022") is not None


@pytest.mark.parametrize(
    "rows",
    [
        ROWS[:1],
        [ROWS[0], "2024,,,85,,tidak-diukur,,,,,,,"],
        [ROWS[0], ROWS[1].replace("2024,,", "2024,kota,")],
        [ROWS[1]],
    ],
    ids=["no-row", "no-value", "other-detail", "end-of-a-chart"],
)
def test_a_dataset_that_drops_a_quoted_value_falls_back(root: Path, rows: list[str]) -> None:
    """The released edition stays, and the pages that quote it stay whole."""
    before = looked(root).public
    write_rows(root, *rows)
    decided = looked(root)
    assert [(DATASET, "D06")] == told(decided)
    assert (before, ["P16"]) == (decided.public, reasons(decided, "capaian-kepuasan"))


def test_a_value_that_nobody_quotes_may_go(root: Path) -> None:
    """The row of 2025 stands in no text."""
    write_rows(root, *ROWS[:2])
    assert [] == told(looked(root))


def test_a_quoted_value_may_be_revised(root: Path) -> None:
    """The page then shows the new value."""
    revised = "2024,,79.00,85,,direvisi,laporan,,78.25,,,Salah hitung,"
    write_rows(root, ROWS[0], revised, ROWS[2])
    decided = looked(root)
    assert [] == told(decided)
    assert decided.public["capaian-kepuasan"] == read(root).editions["capaian-kepuasan"].digest


def test_what_the_newest_approved_edition_no_longer_quotes_may_go(root: Path) -> None:
    """Only what the newest approved edition quotes counts, not an edit that waits."""
    change(root, contents.PATHS["publikasi"], "{{grafik kepuasan 2023..2024}}\n\n", "")
    write_rows(root, ROWS[1], ROWS[2])
    assert [(DATASET, "D06")] == told(looked(root))
    write_rows(root, *ROWS)
    approve(root, "nikah-2025", AS_OF)
    write_rows(root, ROWS[1], ROWS[2])
    assert [] == told(looked(root))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("82.10", "182.10", "D05"),
        ("82.10", "delapan", "D01"),
        ("82.10", "", "D02"),
        ("laporan", "laporn", "R01"),
        ("periode", "tahun", "C02"),
    ],
)
def test_a_dataset_with_a_mistake_falls_back(root: Path, old: str, new: str, code: str) -> None:
    """The released edition stays, whatever the mistake; it is said loudly."""
    before = looked(root).public
    change(root, DATASET, old, new)
    decided = looked(root)
    assert (before, ["P16"]) == (decided.public, reasons(decided, "capaian-kepuasan"))
    assert (DATASET, code) in told(decided)


def test_a_broken_table_before_any_release_leaves_nothing_to_use(tmp_path: Path) -> None:
    """What it holds is not known: the records that refer to it are not to blame."""
    contents.write_content(tmp_path)
    write(tmp_path, "data/unit.csv", "id;nama\n")
    decided = looked(tmp_path)
    assert {} == decided.tables.units
    assert {"data/unit.csv"} == {path for path, _ in told(decided)}


def test_data_wait_for_their_indicator(tmp_path: Path) -> None:
    """A dataset has no code of its own: with an indicator that was never read it is withheld."""
    contents.write_content(tmp_path)
    write(tmp_path, contents.PATHS["indikator"], "rusak")
    (tmp_path / "persetujuan/kepuasan.jsonl").unlink()
    decided = looked(tmp_path)
    assert (None, ["P18"]) == (
        decided.verdicts["capaian-kepuasan"].edition,
        reasons(decided, "capaian-kepuasan"),
    )


def test_data_stay_while_their_indicator_is_broken(root: Path) -> None:
    """Its approved edition gives code and unit of measure."""
    before = looked(root).public
    write(root, contents.PATHS["indikator"], "rusak")
    assert before == looked(root).public
    change(root, DATASET, "82.10", "182.10")
    assert (DATASET, "D05") in told(looked(root))


def test_a_code_is_minted_once(root: Path) -> None:
    """Feeds and short addresses hang on it: another one is refused, the old edition stays."""
    before = looked(root).public
    path = contents.PATHS["halaman"]
    change(root, path, contents.CODES["halaman"], "01K00000000000000000000099")
    decided = looked(root)
    assert [(path, "F30")] == told(decided)
    assert before["kontak"] == decided.public["kontak"]


def test_a_figure_that_the_data_do_not_have_withholds_the_record(root: Path) -> None:
    """Only that record; its approved edition stays."""
    path = contents.PATHS["publikasi"]
    before = looked(root).public
    change(root, path, "{{kepuasan 2024}}", "{{kepuasan 2019}}")
    decided = looked(root)
    assert ([(path, "R03")], before) == (told(decided), decided.public)


def test_a_figure_that_is_not_public_yet_says_what_to_approve(root: Path) -> None:
    """The data have it, but nobody approved the indicator: no mistake in the token."""
    contents.write_record(root, "indikator", "kedua")
    write(root, "data/capaian/kedua.csv", contents.TABLES[DATASET])
    path = contents.write_record(root, "halaman", "baru", body="{{kedua 2024}} {{kedua 2019}}")
    found = {item.code for item in looked(root).problems if item.path == path}
    assert {"R03", "R07"} == found
    approve(root, "kedua")
    assert {"R03"} == {item.code for item in looked(root).problems if item.path == path}


def test_lost_bytes_of_a_dataset_are_said(root: Path) -> None:
    """A broken present file and a broken archive: a build stops, and the site keeps standing."""
    digest = Digest(looked(root).public["capaian-kepuasan"])
    write(archive_folder(root, digest), DATASET, "rusak")
    write(root, DATASET, "rusak")
    decided = looked(root)
    assert (None, ["P04", "P17"]) == (
        decided.verdicts["capaian-kepuasan"].edition,
        reasons(decided, "capaian-kepuasan"),
    )
    assert f"persetujuan/arsip/{digest}" in {item.path for item in decided.problems}


def test_a_withdrawn_indicator_leaves_its_text(root: Path) -> None:
    """What refers to it is no mistake: links to it show as their text."""
    digest = read(root).editions["kepuasan"].digest
    append_decision(root, decision("kepuasan", digest, Act.WITHDRAW, AS_OF))
    decided = looked(root)
    assert ([], None) == (told(decided), decided.verdicts["kepuasan"].edition)
    assert "nikah-2025" in decided.public
