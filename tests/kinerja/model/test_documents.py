"""Editions know where their values stand, and figures how they are drawn."""

import pytest

from kinerja.model.documents import Edition, Figure
from kinerja.model.fields import Digest, FieldPath, Place
from kinerja.model.records import Kind

PLACES: dict[FieldPath, Place] = {
    ("evidence",): Place(7, "bukti"),
    ("evidence", 0): Place(8, "bukti"),
    ("evidence", 1): Place(9, "bukti"),
    ("posts", "x"): Place(12, "x"),
}


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (("evidence", 1), Place(9, "bukti")),
        (("evidence", 1, "period"), Place(9, "bukti")),
        (("evidence", 7), Place(7, "bukti")),
        (("evidence",), Place(7, "bukti")),
        (("posts", "x", 0, "text"), Place(12, "x")),
        (("posts", "y"), Place(1, "")),
        (("message",), Place(1, "")),
        ((), Place(1, "")),
    ],
)
def test_the_nearest_place_that_is_known(at: FieldPath, expected: Place) -> None:
    """That of the value, or of the nearest list or key that holds it, or the first line."""
    edition = Edition("a", Kind.ISSUE, "isu/a.md", Digest(""), None, places=PLACES)
    assert expected == edition.place(*at)


@pytest.mark.parametrize(
    ("form", "expected"),
    [("nilai", False), ("target", False), ("selisih", False), ("grafik", True), ("tabel", True)],
)
def test_charts_and_tables_are_blocks(form: str, expected: bool) -> None:
    """Everything else stands inside a sentence."""
    assert expected == Figure("a 2024", form, "a", "", ("2024",), 1).is_block
