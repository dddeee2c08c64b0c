"""The gate on evidence: values that answers name are held like those in a text."""

from pathlib import Path

import pytest

from kinerja.approval.gate import Decided, decide
from kinerja.model.records import Kind
from tests.kinerja import contents
from tests.kinerja.contents import (
    AS_OF,
    DATASET,
    approve,
    change,
    read,
    release,
    write,
    write_record,
)

HEADER, *ROWS = contents.TABLES[DATASET].splitlines()
ROLES = {kind: "" if kind in ("capaian", "tabel") else "penanggung-jawab" for kind in Kind}
POLICY = "tanda_tangan: tidak\npesan_wajib: [publikasi, isu]\njenis:\n" + "".join(
    f"  {kind}: {{ringan: [{roles}], penuh: [{roles}], darurat: [{roles}]}}\n"
    for kind, roles in ROLES.items()
)
"""As `kecil`, but publications and answers need a message."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes, with an answer that quotes 2023 as evidence alone."""
    contents.write_content(tmp_path)
    change(tmp_path, contents.PATHS["publikasi"], "{{grafik kepuasan 2023..2024}}\n\n", "")
    approve(tmp_path, "nikah-2025", contents.APPROVED.replace(day=3))
    write_record(tmp_path, "isu", "jawaban", body="Tanpa angka.\n", bukti="['kepuasan@2023']")
    approve(tmp_path, "jawaban")
    release(tmp_path)
    return tmp_path


def looked(root: Path) -> Decided:
    """Decide a day later, minting releases, and write nothing."""
    later = AS_OF.replace(day=2)
    return decide(read(root, later.date()), later, mint=True)


def told(decided: Decided) -> list[tuple[str, str, str]]:
    """Return path, field and code of every mistake."""
    return [(item.path, item.field, item.code) for item in decided.problems]


@pytest.mark.parametrize(
    "rows",
    [ROWS[1:], ["2023,,,80,,tidak-diukur,,,,,,,", *ROWS[1:]]],
    ids=["no-row", "no-value"],
)
def test_a_dataset_keeps_what_evidence_names(root: Path, rows: list[str]) -> None:
    """The released edition stays, and the message names the answer."""
    before = looked(root).public
    write(root, DATASET, "\n".join([HEADER, *rows, ""]))
    decided = looked(root)
    assert ([(DATASET, "", "D06")], before) == (told(decided), decided.public)
    (found,) = decided.problems
    assert (("token", "kepuasan 2023"), ("quoted", "jawaban")) == found.details


def test_a_detail_is_quoted_by_itself(root: Path) -> None:
    """The value of a part may go only when no evidence names that part."""
    part = "2023,kota,70,,,tetap,laporan,,,,,,"
    write(root, DATASET, "\n".join([HEADER, *ROWS, part, ""]))
    release(root, AS_OF.replace(hour=9))
    path = "isu/jawaban.md"
    change(root, path, "kepuasan@2023", "kepuasan[kota]@2023")
    approve(root, "jawaban", AS_OF.replace(hour=10))
    release(root, AS_OF.replace(hour=12))
    write(root, DATASET, "\n".join([HEADER, *ROWS, ""]))
    (found,) = looked(root).problems
    assert ("D06", ("token", "kepuasan[kota] 2023")) == (found.code, found.details[0])


def test_evidence_that_is_not_public_yet_says_what_to_approve(root: Path) -> None:
    """R07 where the data have it, R03 where they do not; at the entry under `bukti`."""
    write_record(root, "indikator", "kedua")
    write(root, "data/capaian/kedua.csv", contents.TABLES[DATASET])
    path = write_record(root, "isu", "baru", bukti="['kedua@2024', 'kedua@2019', laporan]")
    found = [(field, code) for where, field, code in told(looked(root)) if where == path]
    assert [("bukti", "R03"), ("bukti", "R07")] == found
    approve(root, "kedua")
    found = [(field, code) for where, field, code in told(looked(root)) if where == path]
    assert [("bukti", "R03")] == found


def test_an_answer_is_withheld_without_its_evidence(root: Path) -> None:
    """A value that is missing is never shown as 0: the approved edition of the answer stays."""
    before = looked(root).public
    change(root, "isu/jawaban.md", "kepuasan@2023", "kepuasan@2025")
    decided = looked(root)
    assert ([("isu/jawaban.md", "bukti", "R03")], before) == (told(decided), decided.public)


def test_the_policy_may_ask_for_a_message(root: Path) -> None:
    """`pesan_wajib`: told at the types that it names; approved editions stay as they are."""
    before = looked(root).public
    write(root, "tata-kelola/kebijakan.yaml", POLICY)
    write_record(root, "edukasi", "aduan")
    paths = ["isu/jawaban.md", contents.PATHS["publikasi"]]
    decided = looked(root)
    assert [(path, "pesan", "F02") for path in paths] == told(decided)
    assert before == decided.public
    assert {(1, "pesan")} == {(item.line, item.field) for item in decided.problems}


def test_a_message_is_enough(root: Path) -> None:
    """One that is in `pesan.yaml`."""
    write(root, "tata-kelola/kebijakan.yaml", POLICY)
    write(root, "data/pesan.yaml", "- {id: murah, kalimat: Nol rupiah., pemilik: bimas}\n")
    for path in ("isu/jawaban.md", contents.PATHS["publikasi"]):
        change(root, path, "status: siap", "status: siap\npesan: murah")
    assert [] == told(looked(root))
