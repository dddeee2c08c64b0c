"""Hashtags of several words have a capital for each: advice, which keeps nothing back."""

import pytest

from kinerja.editorial.review import review
from kinerja.model.documents import Body, Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.ids import PlatformId
from kinerja.model.records import Kind, Page, Post

from .telling import RECORD, background


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#LayananPublik #KUA #KerukunanUmat", []),
        ("#keterbukaan #pemberdayaan", []),
        ("#layananpublik dan #Pengaduanmasyarakat", ["#Pengaduanmasyarakat", "#layananpublik"]),
        ("#LAYANANPUBLIK", []),
    ],
)
def test_a_long_hashtag_without_capitals_is_told(text: str, expected: list[str]) -> None:
    """Short ones may be one word; the place is that of the platform."""
    posts = {PlatformId("x"): (Post(n=1, text="Tanpa tagar."), Post(n=2, text=text))}
    record = Page.model_validate({**RECORD, "posts": posts})
    edition = Edition("a", Kind.PAGE, "a.md", Digest(""), None)
    refused, advice = review(edition, Document(record, Body("")), background())
    found = [item for item in advice if item.code == "S17"]
    assert ([], expected) == (refused, [dict(item.details)["text"] for item in found])
    assert {"sosial.x"} >= {item.field for item in found}
