"""Only what is approved is on the site, whichever command built it."""

import re
import shutil
from datetime import timedelta

import pytest

from kinerja.model.governance import JAKARTA
from tests.kinerja import stories
from tests.kinerja.contents import (
    AS_OF,
    CODES,
    INDICATOR,
    PATHS,
    PICTURE,
    PUBLICATION,
    SERVICE,
    SOURCE,
    approve,
    change,
    picture_bytes,
    write,
    write_record,
)
from tests.site.builds import (
    EXAMPLE_NOW,
    LATER,
    Place,
    build,
    build_by_pelican,
    different,
    run_python,
    tree,
)

PICTURES = (".jpg", ".png")
PAGE = f"publikasi/2026/{PUBLICATION}/index.html"


def mentions(place: Place, *words: str) -> list[str]:
    """Return the paths of the site's files, pictures aside, that are named by or hold a word."""
    return [
        path
        for path, data in tree(place.output).items()
        if any(word in path or word.encode() in data for word in words)
        and not path.endswith(PICTURES)
    ]


@pytest.mark.parametrize("record_id", ["ke-mana-mengadu", "kua-2020-tanpa-angka"])
def test_a_withheld_record_of_the_example_is_nowhere(record_id: str, example: Place) -> None:
    """Neither id, title, summary nor the longest words of its body are in any file of the site."""
    (file,) = example.content.glob(f"publikasi/*/{record_id}.md")
    text = file.read_text("utf-8")
    lines = text.splitlines()
    named = {line.partition(": ")[0]: line.partition(": ")[2].strip("'") for line in lines}
    plain = re.split(r"[\n{}\[\]]+", text.split("\n---\n", 1)[1])
    sentences = [named["judul"], named["ringkasan"], named["kode"], named["manfaat"]]
    assert [] == mentions(example, record_id, *sentences, max(plain, key=len).strip())


def test_the_example_says_what_it_withholds(example: Place) -> None:
    """What waits is listed with the role whose turn it is, what was withdrawn with its day."""
    result = build(example, "--no-release", as_of=EXAMPLE_NOW)
    start = result.lines.index("Ditahan: 3")
    expected = [
        "publikasi/2026/ke-mana-mengadu.md: belum disetujui: menunggu penanggung-jawab;",
        "publikasi/2026/kua-2020-tanpa-angka.md: belum disetujui: menunggu kepala-unit;",
        "publikasi/2025/kuota-haji-2025.md: ditarik pada 2025-11-21;",
        "Draf, tidak diperiksa: 1",
    ]
    listed = result.lines[start + 1 : start + 5]
    assert expected == [line[: len(text)] for line, text in zip(listed, expected, strict=True)]


def test_a_record_that_nobody_approved_is_nowhere(place: Place) -> None:
    """Written and valid is not approved: no page, no feed item, no cost row names it."""
    write_record(place.content, "publikasi", "rahasia-besar", judul="Judul yang belum boleh")
    change(place.content, "data/biaya/2026.csv", f"{PUBLICATION},", "rahasia-besar,")
    result = build(place, as_of=LATER)
    assert (0, True) == (result.code, "(P01)" in result.printed)
    assert [] == mentions(place, "rahasia-besar", "Judul yang belum boleh")
    assert "belum-terbit" in tree(place.output)["data/biaya.csv"].decode()


def test_an_edit_without_approval_neither_shows_nor_takes_the_page_down(place: Place) -> None:
    """Text and picture of the approved edition stay, byte for byte, from the archive."""
    before = tree(place.output)
    change(place.content, PATHS["publikasi"], "turun pada 2024", "naik pada 2024")
    write(place.content, PICTURE, picture_bytes(size=(80, 60)))
    result = build(place, as_of=LATER)
    assert (0, True) == (result.code, "(P02)" in result.printed)
    assert [] == different(before, tree(place.output))


def test_a_file_that_was_deleted_keeps_its_page(place: Place) -> None:
    """Deleting a record is no withdrawal: its approved edition stays, said loudly."""
    before = tree(place.output)[PAGE]
    (place.content / PATHS["publikasi"]).unlink()
    shutil.rmtree(place.content / f"lampiran/{PUBLICATION}")
    result = build(place, as_of=LATER)
    assert (0, True) == (result.code, "(P15)" in result.printed)
    assert before == tree(place.output)[PAGE]


def test_an_approved_edit_replaces_the_page(place: Place) -> None:
    """The next edition appears as soon as it is approved, and the old one is gone."""
    change(place.content, PATHS["publikasi"], "turun pada 2024", "naik pada 2024")
    approve(place.content, PUBLICATION, AS_OF + timedelta(minutes=5))
    assert 0 == build(place, as_of=LATER).code
    page = tree(place.output)[PAGE].decode()
    assert ("naik pada 2024" in page, "turun pada 2024" in page) == (True, False)


def test_an_archive_that_was_changed_stops_the_build(place: Place) -> None:
    """Bytes that no longer give the approved digest are not shown; the page is not lost either."""
    before = tree(place.output)
    archived = place.content / "persetujuan/arsip"
    (kept,) = archived.glob(f"*/{PATHS['publikasi']}")
    change(place.content, PATHS["publikasi"], "turun pada 2024", "naik pada 2024")
    kept.write_text(kept.read_text("utf-8").replace("turun pada", "melonjak pada"), "utf-8")
    result = build(place, as_of=LATER)
    assert (1, True) == (result.code, "(P04)" in result.printed)
    assert [] == different(before, tree(place.output))


@pytest.mark.parametrize("reason", ["terbit-keliru", "data-pribadi"])
def test_a_withdrawn_record_leaves_no_text_behind(place: Place, reason: str) -> None:
    """After `tarik` no page, feed or picture holds it; its address has a notice, the log names it.

    Editorial feeds replace the item by a notice with its title; with private data not even that is
    said anywhere.
    """
    stories.withdraw(place.content, PUBLICATION, reason, when=AS_OF + timedelta(minutes=5))
    result = build(place, as_of=LATER)
    assert (0, True) == (result.code, "(P03)" in result.printed)
    named, titled = mentions(place, PUBLICATION), mentions(place, "turun pada 2024")
    short = f"k/{CODES['publikasi']}/index.html"
    pages = sorted([PAGE, short, "koreksi/index.html"])
    others = [path for path in named if not is_feed(path)]
    assert sorted([*pages, "alamat.map", "manifes.json"]) == others
    notices = {path for path in (*named, *titled) if is_feed(path)}
    if reason == "data-pribadi":
        assert ([], set()) == (titled, notices)
    else:
        assert pages == [path for path in titled if not is_feed(path)]
        assert {"umpan/situs/feed.json", "umpan/koreksi/feed.json"} <= notices
    assert [] == [path for path in notices if "sosial" in path]
    assert [] == mentions(place, "1.478 orang")
    assert 'name="robots" content="noindex"' in tree(place.output)[PAGE].decode()


def is_feed(path: str) -> bool:
    """Tell whether a file of the output is a feed or its twin page."""
    return path.startswith("umpan/")


def test_a_draft_key_takes_no_approved_page_down(place: Place) -> None:
    """`status: draf` counts in no digest: the approved edition stays public."""
    before = tree(place.output)[PAGE]
    change(place.content, PATHS["publikasi"], "status: siap", "status: draf")
    assert 0 == build(place, as_of=LATER).code
    assert before == tree(place.output)[PAGE]


def test_editions_wait_for_their_release(place: Place) -> None:
    """Without release, an approved edition that was never released stays hidden."""
    write_record(place.content, "publikasi", "yang-baru", judul="Terbitan yang menunggu rilis")
    approve(place.content, "yang-baru")
    log = (place.content / "data/rilis.csv").read_bytes()
    result = build(place, "--no-release", as_of=LATER)
    assert (0, True) == (result.code, "(P05)" in result.printed)
    assert [] == mentions(place, "yang-baru", "menunggu rilis")
    assert log == (place.content / "data/rilis.csv").read_bytes()


def test_a_schedule_opens_at_its_time(place: Place) -> None:
    """`jadwal_terbit` holds an approved edition back until then, and the build says when."""
    moment = (AS_OF + timedelta(hours=5)).astimezone(JAKARTA).isoformat()
    write_record(place.content, "publikasi", "esok-hari", judul="Besok", jadwal_terbit=moment)
    approve(place.content, "esok-hari")
    early = build(place, as_of=LATER)
    due = "Perubahan berikut jatuh pada"
    assert (0, [], True) == (
        early.code,
        mentions(place, "esok-hari"),
        f"{due} {moment};" in early.printed,
    )
    late = build(place, as_of=moment)
    assert (0, True) == (late.code, f"{due} 2026-03-02T00:00:00+07:00;" in late.printed)
    assert "publikasi/2026/esok-hari/index.html" in mentions(place, "esok-hari")


def test_plain_pelican_writes_the_same_site(place: Place) -> None:
    """`pelican` takes the same path as `invoke build --no-release`: the same bytes, no release."""
    write_record(place.content, "publikasi", "rahasia-besar", judul="Judul yang belum boleh")
    other = place.copy(place.root.with_name("tempat lain"))
    content = tree(other.content)
    result = build_by_pelican(other, as_of=LATER)
    assert 0 == result.code, result.printed
    assert 0 == build(place, "--no-release", as_of=LATER).code
    assert [] == different(tree(place.output), tree(other.output))
    assert [] == different(content, tree(other.content))


def test_an_editors_day_ends_on_the_site(place: Place) -> None:
    """`new`, `approve` by two roles and `build` publish a record of one's own."""
    folder = ["--content", str(place.content)]
    title = ["--title", "Kantor buka sampai malam", "--unit", "bimas"]
    new = ["new", "--type", "publikasi", "--id", "buka-malam", *title, *folder]
    assert 0 == run_python("-m", "invoke", *new).code
    (file,) = place.content.glob("publikasi/*/buka-malam.md")
    text = file.read_text("utf-8")
    for asked, answer in {
        "status: draf": "status: siap",
        "ringkasan: TULIS.*": "ringkasan: Kantor kini melayani pengantin sampai pukul sembilan.",
        "- TULIS daftar id layanan.*": f"- {SERVICE}",
        "manfaat: 'TULIS.*": "manfaat: Pengantin punya 3 jam lebih lama.",
        "- 'TULIS daftar rujukan.*": f"- {INDICATOR}@2024",
        "- TULIS daftar id di data.*": f"- {SOURCE}",
        "TULIS isi.*": "Mulai Maret kantor buka sampai malam.",
    }.items():
        text, count = re.subn(asked, answer, text)
        assert 1 == count, asked
    file.write_text(text, "utf-8")
    for role in ("penulis", "penanggung-jawab"):
        approving = run_python(
            "-m", "invoke", "approve", "--id", "buka-malam", "--as", role, *folder
        )
        assert 0 == approving.code, approving.printed
    result = build(place, as_of="")
    assert 0 == result.code, result.printed
    (page,) = place.output.glob("publikasi/*/buka-malam/index.html")
    assert "Kantor buka sampai malam" in page.read_text("utf-8")
