"""The stylesheet that is sent means what the one of the theme means."""

import pytest

from kinerja.building.style import tighten


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("a > b,\n  c {\n    color: red;\n  }\n", "a>b,c{color: red;}"),
        ("/* Words; { } */\na b { x: calc(1rem + 2px) }", "a b{x: calc(1rem + 2px)}"),
        (
            'a::after { content: " (" attr(href) ") ; "; }',
            'a::after{content: " (" attr(href) ") ; ";}',
        ),
        (
            "@media (width >= 48em) and (hover) { a :is(b) {} }",
            "@media (width>= 48em) and (hover){a :is(b){}}",
        ),
        ("", ""),
    ],
)
def test_only_what_people_need_is_left_out(style: str, expected: str) -> None:
    """Comments go, white space shrinks; spaces that join selectors or values, and strings, stay."""
    assert expected == tighten(style)
