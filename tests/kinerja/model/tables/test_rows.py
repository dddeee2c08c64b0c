"""Rows of the other tables: spans of days, addresses of this site, words and limits."""

from datetime import date

import pytest
from pydantic import ValidationError

from kinerja.model.fields import Frozen
from kinerja.model.tables import Explanation, Lexicon, Message, Platform, Redirect, Term, Unit
from tests.kinerja.model.records.trees import codes
from tests.kinerja.model.test_period import FORMS

DAYS = ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"]
UNIT = {"id": "a", "name": "A", "type": "kua"}
MESSAGE = {"id": "a", "sentence": "Nikah mudah.", "owner": "bimas"}
TERM = {"term": "KUA", "meaning": "Kantor di kecamatan."}
WORDS = {"id": "a", "group": "figur", "weight": "5", "words": ["bapak"], "advice": "Sebut layanan."}
EXPLANATION = {"indicator": "a", "period": "2025", "unit": "b", "cause": "c", "plan": "d"}
PLATFORM = {
    **{"id": "x", "name": "X", "counting": "bita", "limit": "280", "feed": "ya"},
    **{"source": "https://contoh.example", "checked": "2026-02-01"},
}


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, [True, True, True, True]),
        ("2025-01-01", None, [False, True, True, True]),
        (None, "2025-12-31", [True, True, True, False]),
        ("2025-01-01", "2025-12-31", [False, True, True, False]),
    ],
)
def test_both_ends_of_a_validity_are_included(
    first: str | None, last: str | None, expected: list[bool]
) -> None:
    """Of units and of messages; an end that is absent is open."""
    span = {"valid_from": first, "valid_to": last}
    given = {name: day for name, day in span.items() if day}
    unit = Unit.model_validate({**UNIT, **given})
    message = Message.model_validate({**MESSAGE, **given})
    days = [date.fromisoformat(day) for day in DAYS]
    assert [expected] * 2 == [[row.is_in_force(day) for day in days] for row in (unit, message)]


@pytest.mark.parametrize("path", ["/a/", "/isu/", "/2025/07/a-b_c/", "/lama/tarif/"])
def test_addresses_of_this_site(path: str) -> None:
    """Lower-case words between slashes, with a slash at both ends."""
    assert path == Redirect(old=path, new="/b/").old


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "a", "/a", "a/", "//a/", "/a//b/", "/A/", "/a b/", "/a/?b=c", "/a/#b", "/é/"),
        *("https://lain.example/a/", "//lain.example/", "/../a/", "/./", "/.a/", "/a./", "/a/\n"),
    ],
)
def test_other_addresses_are_refused(path: str) -> None:
    """No other site, no way up, nothing that needs escaping; on both sides."""
    for values in ({"old": path, "new": "/b/"}, {"old": "/a/", "new": path}):
        assert ["F36"] == codes(Redirect, dict(values))


@pytest.mark.parametrize("name", FORMS)
def test_an_explanation_is_about_a_period_of_any_form(name: str) -> None:
    """As the rows of the dataset are named."""
    assert name == Explanation.model_validate({**EXPLANATION, "period": name}).period


@pytest.mark.parametrize(
    ("model", "values", "expected"),
    [
        (Explanation, {**EXPLANATION, "period": "kemarin"}, ["F19"]),
        (Explanation, {**EXPLANATION, "deadline": "segera"}, ["F13"]),
        (Explanation, {**EXPLANATION, "cause": ""}, ["F09"]),
        (Message, {**MESSAGE, "sentence": "a" * 141}, ["too_long"]),
        (Message, {**MESSAGE, "sentence": "a <b>"}, ["F10"]),
        (Message, {**MESSAGE, "evidence": ["a@lama"]}, ["F18"]),
        (Message, {**MESSAGE, "parent": "A"}, ["F11"]),
        (Term, {**TERM, "synonyms": "balai"}, ["tuple_type"]),
        (Term, {**TERM, "synonyms": [""]}, ["F09"]),
        (Term, {"term": "KUA"}, ["missing"]),
        (Lexicon, {**WORDS, "words": []}, ["too_short"]),
        (Lexicon, {**WORDS, "group": "gaya"}, ["enum"]),
        (Lexicon, {**WORDS, "weight": "0"}, ["greater_than_equal"]),
        (Lexicon, {**WORDS, "weight": "11"}, ["less_than_equal"]),
        (Platform, {**PLATFORM, "counting": "kata"}, ["enum"]),
        (Platform, {**PLATFORM, "limit": "tanpa"}, ["F15"]),
        (Platform, {**PLATFORM, "feed": "yes"}, ["enum"]),
        (Platform, {**PLATFORM, "picture": "1200 x 675"}, ["string_pattern_mismatch"]),
        (Platform, {**PLATFORM, "source": "catatan"}, ["F17"]),
        (Platform, {**PLATFORM, "checked": "2026"}, ["F13"]),
    ],
)
def test_what_a_row_may_not_have(
    model: type[Frozen], values: dict[str, object], expected: list[str]
) -> None:
    """One mistake in a row that is valid otherwise."""
    assert expected == codes(model, values)


@pytest.mark.parametrize(
    ("model", "values"),
    [(Message, MESSAGE), (Term, TERM), (Lexicon, WORDS), (Platform, PLATFORM), (Unit, UNIT)],
)
def test_a_row_never_changes(model: type[Frozen], values: dict[str, object]) -> None:
    """It is valid with what is required alone, and frozen."""
    row = model.model_validate(values)
    with pytest.raises(ValidationError, match="frozen"):
        setattr(row, next(iter(values)), "lain")


@pytest.mark.parametrize("length", [1, 140])
def test_the_length_of_a_message(length: int) -> None:
    """One sentence of at most 140 characters."""
    assert length == len(Message.model_validate({**MESSAGE, "sentence": "a" * length}).sentence)
