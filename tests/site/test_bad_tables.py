"""Mistakes in tables and datasets keep the last approved edition; in logs they stop the build."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja.commands.deciding import append_decision
from kinerja.model.governance import Act
from tests.kinerja.contents import (
    APPROVED,
    DATASET,
    DECISIONS,
    PUBLICATION,
    change,
    decision,
    write,
)
from tests.site.builds import LATER, Place, build, build_by_pelican, described, different, tree

LEDGER = "data/biaya/2026.csv"
BUDGET = "data/anggaran/2026.csv"
RELEASES = "data/rilis.csv"

Edit = Callable[[Path], None]


def changed(path: str, old: str, new: str) -> Edit:
    """Return what replaces a text in a file."""
    return lambda root: change(root, path, old, new)


def cut(path: str, length: int) -> Edit:
    """Return what cuts bytes from the end of a file."""
    return lambda root: write(root, path, (root / path).read_bytes()[:-length])


def in_latin_1(path: str, text: str) -> Edit:
    """Return what adds a line in another encoding to a file."""
    return lambda root: write(root, path, (root / path).read_bytes() + text.encode("latin-1"))


def linked(path: str) -> Edit:
    """Return what replaces a file by a symbolic link to a copy outside the content."""

    def act(root: Path) -> None:
        outside = root.parent / "di luar.csv"
        (root / path).rename(outside)
        (root / path).symlink_to(outside)

    return act


TABLES: dict[str, tuple[Edit, list[str]]] = {
    "wrong header": (
        changed(DATASET, "periode,rincian,nilai,", "periode,rincian,nlai,"),
        [f"{DATASET}:1: nilai: (C02)", f"{DATASET}:1: nlai: (C03)"],
    ),
    "missing column": (changed(DATASET, ",catatan\n", "\n"), [f"{DATASET}:1: catatan: (C02)"]),
    "missing cell": (changed(DATASET, "2024,,78.25,85", "2024,78.25,85"), [f"{DATASET}:3: (C05)"]),
    "bad number": (changed(DATASET, "78.25", "78.25x"), [f"{DATASET}:3: nilai: (D01)"]),
    "outside the range": (changed(DATASET, "78.25", "178.25"), [f"{DATASET}:3: nilai: (D05)"]),
    "no such source": (
        changed(DATASET, "80,,tetap,laporan", "80,,tetap,laporam"),
        [f"{DATASET}:2: sumber: (R01)"],
    ),
    "a table with a bad date": (
        changed("data/unit.csv", "eselon-1,,,", "eselon-1,,kemarin,"),
        ["data/unit.csv:2: berlaku_dari: (F13)"],
    ),
    "a table in another encoding": (
        in_latin_1("data/sumber.csv", "lain,Café,B,,https://contoh.example/,,\n"),
        ["data/sumber.csv:3: (T01)"],
    ),
}
"""What is done to a table or dataset, and what is printed."""


@pytest.mark.parametrize("name", TABLES)
def test_the_last_edition_of_a_table_stays(name: str, place: Place) -> None:
    """The build succeeds, says the mistake loudly, and no byte of the site changes."""
    edit, expected = TABLES[name]
    before = tree(place.output)
    edit(place.content)
    result = build(place, as_of=LATER)
    assert 0 == result.code, result.printed
    said = [described(line) for line in result.lines if line.startswith("data/")]
    path = expected[0].partition(":")[0]
    assert [*expected, f"{path}: (P16)"] == said
    assert [] == different(before, tree(place.output))


STOPS: dict[str, tuple[Edit, list[str]]] = {
    "ledger: wrong header": (
        changed(LEDGER, "id,tgl_catat,", "id,tgl_catatan,"),
        [f"{LEDGER}:1: tgl_catat: (C02)", f"{LEDGER}:1: tgl_catatan: (C03)"],
    ),
    "ledger: missing column": (changed(LEDGER, ",rup\n", "\n"), [f"{LEDGER}:1: rup: (C02)"]),
    "ledger: bad number": (changed(LEDGER, "250000", "250.000"), [f"{LEDGER}:2: jumlah: (K06)"]),
    "ledger: a link": (linked(LEDGER), [f"{LEDGER}: (K01)", f"{LEDGER}: (T07)"]),
    "budget: bad number": (changed(BUDGET, "1000000", "1e6"), [f"{BUDGET}:2: pagu_awal: (K06)"]),
    "decision cut in the middle": (cut(DECISIONS, 40), [f"{DECISIONS}:2: (G01)"] * 2),
    "decision without its line end": (cut(DECISIONS, 1), [f"{DECISIONS}:2: (G01)"]),
    "decision that is no JSON": (
        changed(DECISIONS, '{"v":1', '{"v":'),
        [f"{DECISIONS}:1: (G01)", f"{DECISIONS}:2: (G01)"],
    ),
    "decision with a word too many": (
        changed(DECISIONS, '"keputusan":"setuju",', '"keputusan":"setuju","lain":2,'),
        [f"{DECISIONS}:2: (G01)"],
    ),
    "decisions: a link": (linked(DECISIONS), [f"{DECISIONS}: (T07)"]),
    "release log cut": (
        cut(RELEASES, 10),
        [f"{RELEASES}:10: (G01)", f"{RELEASES}:10: waktu: (F14)"],
    ),
    "release log out of order": (
        changed(RELEASES, "T08:00:00+07:00", "T07:00:00+07:00"),
        [f"{RELEASES}:10: waktu: (G03)"],
    ),
    "roles: broken YAML": (
        changed("tata-kelola/peran.yaml", "peran: penulis", "peran: [penulis"),
        ["tata-kelola/peran.yaml:1: (Y01)"],
    ),
}
"""What is done to the ledger, to governance, decisions or the release log, and what is printed."""


@pytest.mark.parametrize("name", STOPS)
def test_a_bad_log_stops_the_build(name: str, place: Place) -> None:
    """Exit 1, the place of the mistake is printed, and no byte of the site changes."""
    edit, expected = STOPS[name]
    before = tree(place.output)
    edit(place.content)
    result = build(place, as_of=LATER)
    assert 1 == result.code, result.printed
    said = [described(line) for line in result.lines if line.endswith(")")]
    assert expected == said
    assert result.lines[-1].startswith("Build berhenti, situs tidak berubah.")
    assert [] == different(before, tree(place.output))


def test_all_mistakes_of_the_logs_are_printed_at_once(place: Place) -> None:
    """Ledger, budget and decisions are read to the end before the build stops."""
    for name in ("ledger: bad number", "budget: bad number", "decision cut in the middle"):
        STOPS[name][0](place.content)
    result = build(place, as_of=LATER)
    found = [line.split(":")[0] for line in result.lines if line.endswith(")")]
    assert (1, [BUDGET, LEDGER, DECISIONS]) == (result.code, sorted(set(found)))


def test_plain_pelican_stops_at_a_bad_ledger_too(place: Place) -> None:
    """The gate is not in the command: `pelican` ends with 1 and leaves the site as it was."""
    before = tree(place.output)
    STOPS["ledger: bad number"][0](place.content)
    result = build_by_pelican(place, as_of=LATER)
    assert 1 == result.code
    assert [] == different(before, tree(place.output))


def test_a_decision_that_does_not_count_is_said_and_changes_nothing(place: Place) -> None:
    """An approval by somebody without the role is a mistake that withholds nothing else."""
    before = tree(place.output)
    stranger = decision(PUBLICATION, "0" * 64, Act.APPROVE, APPROVED).model_copy(
        update={"person": "orang-lain@portal.example"}
    )
    append_decision(place.content, stranger)
    result = build(place, as_of=LATER)
    assert (0, True) == (result.code, "(P10)" in result.printed)
    assert {"manifes.json"} >= set(different(before, tree(place.output)))
