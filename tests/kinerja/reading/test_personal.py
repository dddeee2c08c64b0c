"""Personal data in text: measured on a labelled set, and what attachments say."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.reading.personal import (
    MAX_OFFICE,
    find_personal,
    personal_in_attachment,
    text_of_attachment,
)
from tests.kinerja.labelled import Case, holds, is_fair, lines, with_codes

GOLDEN = Path(__file__).parents[2] / "golden" / "privacy" / "texts.txt"
NIK = "3201014506870001"


def labelled() -> list[Case]:
    """Return the set, checked."""
    made = []
    for line in lines(GOLDEN):
        half, label, text = line.split(" :: ", 2)
        found = frozenset(item.code for item in find_personal(text))
        made.append(Case(half, text, frozenset({label} - {"ok"}), found))
    return made


def test_the_set_is_large_and_half_of_it_blind() -> None:
    """More than a hundred texts, half of them harmless, half written after the rules."""
    is_fair(labelled(), 100, {"N08", "S18", "S19", "S20"})


@pytest.mark.parametrize(
    ("half", "family", "what", "least"),
    [
        ("before", "N", "refusing", (1.0, 1.0)),
        ("before", "S", "advising", (1.0, 1.0)),
        ("after", "N", "refusing", (1.0, 1.0)),
        ("after", "S", "advising", (0.95, 0.86)),
    ],
)
def test_precision_and_recall_do_not_fall(
    measured: list[str], half: str, family: str, what: str, least: tuple[float, float]
) -> None:
    """What was reached once, rounded down, is kept; the figures are printed."""
    part = [case for case in labelled() if case.half == half]
    name = f"personal data, {half} the rules, {len(part)} texts, {what}"
    holds(measured, name, with_codes(part, family), least)


def test_a_finding_has_its_words() -> None:
    """As they stand, on one line: an exemption quotes them."""
    text = "NIK: 3201 0145 0687 0001, telepon 0812\u00a03456 7890"
    assert [("N08", 5, "3201 0145 0687 0001")] == [*find_personal(text)]
    assert [("S19", 9, "a@gmail.com")] == [*find_personal("Kirim ke a@gmail.com.")]


@pytest.mark.parametrize(
    "part", ["1", "1 ", "08", "081 ", "+62", "a.n. ", "bank 1", "a@", "a.", "npwp: ", "32.01."]
)
def test_hostile_texts_end(part: str) -> None:
    """A million signs of anything are read in a moment."""
    assert isinstance([*find_personal(part * (1_000_000 // len(part)))], list)


@given(st.text(st.sampled_from("0123456789 .-+()@a/n\n:"), max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Every finding has words, in the order of its offset within the text."""
    assert all(item.words and 0 <= item.at < len(text) for item in find_personal(text))


def office(**parts: str | bytes) -> bytes:
    """Return an office file of these parts, each `name` as `name.xml`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(zipfile.ZipInfo(f"{name}.xml"), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.csv", f"nama,nik\nFulan,{NIK}\n".encode(), (("N08", 2, NIK),)),
        ("a.TXT", f"{NIK} {NIK}".encode(), (("N08", 1, NIK),)),
        ("a.vtt", b"WEBVTT\n\nhubungi 0812 3456 7890", (("S18", 3, "0812 3456 7890"),)),
        ("a.xlsx", office(sheet=f"<c><v>{NIK}</v></c>"), (("N08", 0, NIK),)),
        ("a.docx", office(document=f"<w:t>NIK</w:t><w:t>{NIK}</w:t>"), (("N08", 0, NIK),)),
        ("a.ods", office(content="<p>a</p>"), ()),
        ("a.png", NIK.encode(), ()),
    ],
)
def test_attachments_that_hold_text_are_read(
    name: str, data: bytes, expected: tuple[tuple[str, int, str], ...]
) -> None:
    """Text with its line, once for each line; cells and paragraphs without."""
    assert expected == personal_in_attachment(name, text_of_attachment(name, data) or "")


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        office(a=b"a" * 1000)[:-30],
        office(a=b"\0" * (MAX_OFFICE + 1)),
        office(a=b"a" * 1000).replace(b"a.xml", b"a.xm\0"),
    ],
)
def test_an_office_file_that_is_none_or_unfolds_too_far_is_told(data: bytes) -> None:
    """Nothing of a bomb is unfolded, and a broken one is no text."""
    assert text_of_attachment("a.xlsx", data) in (None, "")


@given(st.integers(0, 400), st.binary(max_size=40))
def test_any_office_file_is_read_or_refused(at: int, rest: bytes) -> None:
    """Whatever bytes are changed, nothing is raised."""
    data = office(a="<p>isi</p>" * 20, b="b")
    found = text_of_attachment("a.docx", data[:at] + rest + data[at + len(rest) :])
    assert found is None or isinstance(found, str)
