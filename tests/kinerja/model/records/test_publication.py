"""Publications: performance is shown, and each format has what it needs."""

from collections.abc import Mapping

import pytest

from kinerja.model.records import Format, Kind, Publication, Video

from .trees import codes, tree

FILM = {
    "file": "a.mp4",
    "captions": "a.vtt",
    "duration": "3:20",
    "transcript": "Selamat pagi.",
    "poster": "a.jpg",
}
ELSEWHERE = {**FILM, "file": None, "captions": None, "url": "https://contoh.example/film"}
DATA = {"format": "infografik", "data_text": "2024: 78,25"}
NO_PICTURE = {"picture": None, "picture_alt": None}
NUMBER = {"indicators": None, "benefit": "Hemat 15 menit."}


def without(values: Mapping[str, str | None], **changes: str | None) -> dict[str, str]:
    """Return values with changes; None takes a key away."""
    return {key: value for key, value in {**values, **changes}.items() if value is not None}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"indicators": None}, ["F21"]),
        ({"indicators": [], "benefit": "Tanpa angka."}, ["F21"]),
        ({"services": []}, ["too_short"]),
        ({"services": None}, ["missing"]),
        ({"format": "siaran-pers"}, ["enum"]),
        ({"format": "infografik"}, ["F22"]),
        ({"format": "infografik", "data_text": ""}, ["string_too_short"]),
        ({**DATA, **NO_PICTURE, **NUMBER}, ["F22"]),
        ({"format": "video"}, ["F32"]),
        ({"video": without(FILM)}, ["F32"]),
        ({**DATA, "video": without(FILM)}, ["F32"]),
        ({"format": "lembar-data", **NUMBER}, ["F33"]),
    ],
)
def test_what_is_refused(changes: dict[str, object], expected: list[str]) -> None:
    """Nothing measured, no section, a format without what it shows or with a film too many."""
    assert expected == codes(Publication, tree(Kind.PUBLICATION, **changes))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Format.ARTICLE),
        (NUMBER, Format.ARTICLE),
        (DATA, Format.INFOGRAPHIC),
        ({**DATA, **NO_PICTURE}, Format.INFOGRAPHIC),
        ({**DATA, **NUMBER}, Format.INFOGRAPHIC),
        ({"format": "video", "video": without(FILM)}, Format.VIDEO),
        ({"format": "video", "video": without(ELSEWHERE)}, Format.VIDEO),
        ({"format": "lembar-data"}, Format.DATA_SHEET),
    ],
)
def test_each_format(changes: dict[str, object], expected: Format) -> None:
    """A number in the benefit is enough for an article; an infographic has a picture or data."""
    assert expected == Publication.model_validate(tree(Kind.PUBLICATION, **changes)).format


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (without(FILM, url="https://contoh.example/film"), ["F31"]),
        (without(FILM, file=None), ["F31"]),
        (without(FILM, captions=None), ["F31"]),
        (without(FILM, transcript=None), ["missing"]),
        (without(FILM, transcript=""), ["string_too_short"]),
        (without(FILM, poster=None), ["missing"]),
        (without(ELSEWHERE, url="contoh.example"), ["F17"]),
        *((without(FILM, duration=text), ["string_pattern_mismatch"]) for text in ("200", "1:60")),
        (without(FILM, duration="1:02:03"), ["string_pattern_mismatch"]),
    ],
)
def test_a_film_plays_from_one_place(values: dict[str, object], expected: list[str]) -> None:
    """A file with captions, or an address; a transcript, a poster and `menit:detik` always."""
    assert expected == codes(Video, values)
