"""Posts from being written to being withdrawn: what is wrong, what is released, what stays."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.approval.gate import Decided, decide
from kinerja.approval.posts import BURST
from kinerja.building.releasing import record_releases
from kinerja.commands.deciding import append_decision
from kinerja.model.governance import Act
from tests.kinerja.contents import (
    APPROVED,
    AS_OF,
    CODES,
    PUBLICATION,
    approve,
    change,
    decision,
    read,
    release,
    write_record,
)
from tests.kinerja.posts import CODE, post, posted, write_posts
from tests.kinerja.stories import withdraw

HOUR = timedelta(hours=1)
LATER = AS_OF + HOUR


def said(decided: Decided) -> list[tuple[int, str, str]]:
    """Return line, field and code of what is wrong with the publication."""
    problems = decided.verdicts[PUBLICATION].problems
    return [(p.line, p.field, p.code) for p in problems]


def rows(root: Path) -> list[tuple[str, bool]]:
    """Return the rows of posts: the name of the post, and whether it ended it."""
    found = [row for row in read(root).releases if "#" in row.code and "-" in row.code]
    return [(row.code.partition("#")[2], row.edition == "tarik") for row in found]


@pytest.mark.parametrize(
    ("sosial", "expected"),
    [
        ({"x": ["Indeks {{kepuasan 2024}}: {tautan} #A #B"]}, []),
        ({"x": ["a" * 276]}, [(17, "sosial.x[1].teks", "M05")]),
        ({"x": [f"{{tautan}} {'a' * 251}"]}, []),
        ({"x": [f"{{tautan}} {'a' * 252}"]}, [(17, "sosial.x[1].teks", "M05")]),
        ({"x": ["#a #b #c"]}, [(17, "sosial.x[1].teks", "M06")]),
        ({"baru": ["a" * 41]}, [(17, "sosial.baru[1].teks", "M05")]),
        ({"baru": ["{tautan}"]}, [(17, "sosial.baru[1].teks", "M05")]),
        ({"y": ["a"]}, [(16, "y", "R05")]),
        ({"x": ["{{kepuasan 2019}}"]}, [(17, "sosial.x[1].teks", "R03")]),
        ({"x": ["{{kepuasan}}"]}, [(17, "sosial.x[1].teks", "B04")]),
        ({"x": ["{{grafik kepuasan 2023..2024}}"]}, [(17, "sosial.x[1].teks", "B04")]),
    ],
)
def test_a_post_fits_its_platform(
    tmp_path: Path, sosial: dict[str, list[str]], expected: list[tuple[int, str, str]]
) -> None:
    """Counted with the address and the figures in words; each mistake at its line."""
    write_posts(tmp_path, sosial, approved=False)
    content = replace(read(tmp_path), site="https://kinerja.example")
    assert expected == said(decide(content, AS_OF, mint=True))


def test_a_number_stands_once(tmp_path: Path) -> None:
    """Two posts of a platform never share one."""
    write_posts(tmp_path, {"x": ["Satu.", "Dua."]}, numbers=(1, 1), approved=False)
    decided = decide(read(tmp_path), AS_OF, mint=True)
    assert [(18, "sosial.x[2].teks", "M10")] == said(decided)


def test_posts_are_released_with_their_record(tmp_path: Path) -> None:
    """A row for each, after that of the record, a second apart; the edition is the record's."""
    write_posts(tmp_path, {"x": ["Satu.", "Dua."], "baru": ["Tiga."]})
    decided = release(tmp_path)
    edition = decided.verdicts[PUBLICATION].edition
    own = [row for row in decided.minted if row.code.startswith(CODE)]
    names = [CODE, f"{CODE}#x-1", f"{CODE}#x-2", f"{CODE}#baru-1"]
    assert edition and names == [row.code for row in own]
    assert {edition.digest} == {row.edition for row in own}
    assert [AS_OF, AS_OF - timedelta(seconds=1)] == [row.time for row in decided.minted[:-3:-1]]
    assert () == release(tmp_path, LATER).minted


def test_nothing_is_released_that_is_not_public(tmp_path: Path) -> None:
    """Not what waits for approval, nor without minting, nor for a platform without a row."""
    write_posts(tmp_path, {"x": ["Satu."]}, approved=False)
    assert [] == [r for r in decide(read(tmp_path), AS_OF, mint=True).minted if "#x" in r.code]
    approve(tmp_path, PUBLICATION, APPROVED + HOUR)
    assert () == decide(read(tmp_path), AS_OF, mint=False).minted
    assert () == decide(read(tmp_path), AS_OF, mint=False).waiting_posts


def test_a_build_releases_five_of_a_platform(tmp_path: Path) -> None:
    """The rest is said and comes with later builds; each platform has its own five."""
    texts = [f"Kiriman {n}." for n in range(1, 8)]
    write_posts(tmp_path, {"x": texts, "baru": ["Satu."]})
    waiting = release(tmp_path).waiting_posts
    assert [("M11", "x-6"), ("M11", "x-7")] == [(p.code, dict(p.details)["post"]) for p in waiting]
    assert BURST + 1 == len(rows(tmp_path))
    assert () == release(tmp_path, LATER).waiting_posts
    assert [("x-6", False), ("x-7", False)] == rows(tmp_path)[-2:]


def test_a_released_post_never_changes(tmp_path: Path) -> None:
    """Another text is a mistake that names both; a correction beside it is none."""
    write_posts(tmp_path, {"x": ["Satu."]})
    release(tmp_path)
    write_posts(tmp_path, {"x": ["Satu saja."]}, approved=False)
    (found,) = decide(read(tmp_path), LATER, mint=True).verdicts[PUBLICATION].problems
    expected = {"n": "1", "next": "2", "before": "Satu.", "after": "Satu saja."}
    assert ("M08", expected) == (found.code, dict(found.details))
    write_posts(tmp_path, {"x": ["Satu.", "Dua."]}, changes={"judul": "Judul lain"})
    assert [] == said(release(tmp_path, LATER))
    assert [("x-1", False), ("x-2", False)] == rows(tmp_path)


def test_a_post_left_out_is_withdrawn_for_ever(tmp_path: Path) -> None:
    """Once the edition without it is public; its number is not used again."""
    write_posts(tmp_path, {"x": ["Satu.", "Dua."]})
    release(tmp_path)
    write_posts(tmp_path, {"x": ["Dua."]}, numbers=(2,), approved=False)
    assert () == release(tmp_path, LATER).minted
    approve(tmp_path, PUBLICATION, AS_OF)
    release(tmp_path, LATER + HOUR)
    assert [("x-1", False), ("x-2", False), ("x-1", True)] == rows(tmp_path)
    write_posts(tmp_path, {"x": ["Satu.", "Dua."]}, approved=False)
    decided = decide(read(tmp_path), LATER + 2 * HOUR, mint=True)
    assert [(17, "sosial.x[1].teks", "M09")] == said(decided)


def test_posts_go_with_their_record(tmp_path: Path) -> None:
    """Withdrawn with it, one row for each, at the next build and once; no post is at fault."""
    write_posts(tmp_path, {"x": ["Satu."], "baru": ["Dua."]})
    release(tmp_path)
    withdraw(tmp_path, PUBLICATION, "terbit-keliru", when=AS_OF)
    release(tmp_path, LATER)
    assert [("x-1", True), ("baru-1", True)] == rows(tmp_path)[2:]
    later = release(tmp_path, LATER + HOUR)
    assert ((), []) == (later.minted, said(later))


def test_taking_back_an_approval_withdraws_nothing_for_ever(tmp_path: Path) -> None:
    """Unless an earlier edition without the post is public then."""
    write_posts(tmp_path, {"x": ["Satu."]})
    write_record(tmp_path, "isu", "tarif", sosial=posted({"x": ["Satu."]}))
    approve(tmp_path, "tarif")
    release(tmp_path)
    for record in (PUBLICATION, "tarif"):
        digest = read(tmp_path).editions[record].digest
        append_decision(tmp_path, decision(record, digest, Act.RETURN, AS_OF))
    decided = release(tmp_path, LATER)
    assert decided.verdicts["tarif"].edition is None
    assert [f"{CODE}#x-1"] == [row.code for row in decided.minted if row.edition == "tarik"]


def test_a_post_that_no_longer_fits_is_not_released(tmp_path: Path) -> None:
    """Figures may have changed since the approval: it waits, and that is said."""
    write_posts(tmp_path, {"baru": ["Nilai {{kepuasan 2024}} {{kepuasan 2024}}."]})
    change(tmp_path, "data/platform.yaml", "batas: 40", "batas: 10")
    decided = decide(read(tmp_path), AS_OF, mint=True)
    assert ["M12"] == [p.code for p in decided.waiting_posts]
    record_releases(tmp_path, decided)
    assert [] == rows(tmp_path)


def test_a_new_platform_is_a_row(tmp_path: Path) -> None:
    """Nothing but its row is needed: it counts, refuses and releases."""
    write_posts(tmp_path, {"baru": [post(20)]})
    assert [] == said(release(tmp_path))
    assert [("baru-1", False)] == rows(tmp_path)


def test_the_same_number_of_two_records_are_two_posts(tmp_path: Path) -> None:
    """Codes are those of the records, the oldest first."""
    write_posts(tmp_path, {"x": ["Satu."]})
    write_record(tmp_path, "isu", "tarif", sosial=posted({"x": ["Satu."]}))
    approve(tmp_path, "tarif")
    release(tmp_path)
    assert [("x-1", False)] * 2 == rows(tmp_path)
    assert CODES["publikasi"] == CODE
