"""Education: topics of the contract, and channels with deadlines in working days."""

import pytest

from kinerja.model.records import Channel, Education, Kind, Topic

from .trees import codes, tree

TOPICS = ["gratifikasi", "benturan-kepentingan", "disiplin", "netralitas", "lhkpn", "pungli"]


def test_topics_are_the_words_of_the_contract() -> None:
    """Eight of them, each one that a record may have."""
    assert [*TOPICS, "wbs", "dumas"] == [*Topic]
    found = [Education.model_validate(tree(Kind.EDUCATION, topic=str(t))).topic for t in Topic]
    assert [*Topic] == found


@pytest.mark.parametrize(
    ("deadlines", "expected"),
    [
        ("10", {"": 10}),
        ({"diteruskan": "3", "ditindaklanjuti": "5"}, {"diteruskan": 3, "ditindaklanjuti": 5}),
        (None, None),
    ],
)
def test_deadlines_are_one_number_or_one_a_stage(
    deadlines: object, expected: dict[str, int] | None
) -> None:
    """The only deadline has the stage ''; none is None, never 0."""
    values = {"name": "Loket", "deadlines": deadlines}
    given = {key: value for key, value in values.items() if value is not None}
    assert expected == Channel.model_validate(given).deadlines


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ({"name": "Loket", "deadlines": "segera"}, ["F15"]),
        ({"name": "Loket", "deadlines": {"diteruskan": "3 hari"}}, ["F15"]),
        ({"name": "Loket", "deadlines": ["3"]}, ["F15"]),
        ({"name": "Loket", "deadlines": "-1"}, ["F15"]),
        ({"link": "https://contoh.example"}, ["missing"]),
        ({"name": "Loket", "link": "contoh"}, ["F17"]),
        ({"name": "Loket", "contact": "loket"}, ["F16"]),
        ({"name": "Loket", "stage": "3"}, ["extra_forbidden"]),
    ],
)
def test_mistakes_of_a_channel(channel: dict[str, object], expected: list[str]) -> None:
    """Each with the code of its message."""
    assert expected == codes(Education, tree(Kind.EDUCATION, channels=[channel]))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"topic": None}, ["missing"]),
        ({"topic": "korupsi"}, ["enum"]),
        ({"steps": "Datang."}, ["tuple_type"]),
        ({"steps": [""]}, ["F09"]),
        ({"rights": ["<i>"]}, ["F10"]),
        ({"legal_basis": ["a" * 501]}, ["F08"]),
    ],
)
def test_mistakes_of_education(changes: dict[str, object], expected: list[str]) -> None:
    """Steps, rights and laws are lists of plain lines."""
    assert expected == codes(Education, tree(Kind.EDUCATION, **changes))
