"""A post for a social platform as editors write it: plain text, with two kinds of places."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from kinerja.model.fields import FieldError, Frozen, Length, Whole

LINK = "{tautan}"
"""The place of the record's short address."""

PLACES = re.compile(r"\{\{[^{}\n]{0,200}\}\}|\{tautan\}")
MARKUP = re.compile(r"[<>\ufeff\ud800-\udfff]|&#?\w{1,30};")
LONELY = re.compile(r"(?<!\S)\{tautan\}(?!\S)")
LINKED = re.compile(r"\w\.(?:[^\W\d_][^\W_]|xn--)|://")
"""In a word that some platform would make a link: letters after a dot, as in `jl.no`, `5.id`."""


def parse_post(value: str) -> str:
    """Plain text of any number of lines; spaces around it do not count.

    `{tautan}` stands for the short address, once and alone between spaces; `{{id periode}}` for a
    figure. No other braces and links, nothing that a feed reader takes for markup.
    """
    text = value.strip()
    if not text:
        raise FieldError("F09")
    if found := MARKUP.search(text):
        raise FieldError("M01", value=found[0])
    plain = PLACES.sub(" ", text)
    if found := re.search("[{}]", plain):
        raise FieldError("M02", value=text[max(0, text.find(found[0]) - 10) :][:30])
    if linked := next(filter(LINKED.search, plain.split()), ""):
        raise FieldError("M03", value=linked)
    if text.count(LINK) > min(1, len(LONELY.findall(text))):
        raise FieldError("M04")
    return text


class Post(Frozen):
    """One post for a social platform; `n` is its number for ever."""

    n: Annotated[Whole, Field(ge=1)]
    text: Annotated[str, AfterValidator(parse_post), Length(1, 10_000)]
