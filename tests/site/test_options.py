"""The options that tools rely on, and the exit codes for everything that is not right with them."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.builds import (
    EXAMPLE_NOW,
    NOW,
    Place,
    build,
    different,
    run_python,
    tree,
)


@pytest.mark.parametrize(
    "as_of",
    ["kemarin", "2026-02-30", "2026-3-1", "2026-03-01T08:00:00", "2026-03-01 08:00", "1", "{0}"],
)
def test_a_wrong_as_of_is_an_error_of_the_caller(as_of: str, place: Place) -> None:
    """Exit 2, the value and a right one are said, the site stays."""
    before = tree(place.output)
    result = build(place, as_of=as_of)
    assert (2, True) == (result.code, f"'{as_of}'; tulis seperti 2026-03-31" in result.printed)
    assert [] == different(before, tree(place.output))


def test_an_unknown_folder_of_content_is_said(tmp_path: Path) -> None:
    """Exit 2 with the path, and no output appears."""
    place = Place(tmp_path)
    result = build(place)
    assert 2 == result.code
    assert result.lines[-1].startswith(f"Tidak ada folder isi {place.content}; sebut yang benar")
    assert not place.output.exists()


def a_foreign_folder(place: Place) -> None:
    """Lay a folder with a file of somebody else where the site would go."""
    place.output.mkdir()
    (place.output / "foto.txt").write_text("milik orang lain", "utf-8")


def a_file(place: Place) -> None:
    """Lay a file where the site would go."""
    place.output.write_text("milik orang lain", "utf-8")


def a_link_elsewhere(place: Place) -> None:
    """Lay a link to a folder of somebody else where the site would go."""
    elsewhere = place.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "foto.txt").write_text("milik orang lain", "utf-8")
    place.output.symlink_to(elsewhere)


@pytest.mark.parametrize("occupy", [a_foreign_folder, a_file, a_link_elsewhere])
def test_what_is_not_ours_is_not_touched(
    occupy: Callable[[Place], None], unbuilt: Place, tmp_path: Path
) -> None:
    """Exit 2, the path is said, and nothing is changed, not even in the release log."""
    place = unbuilt.copy(tmp_path / "tempat")
    occupy(place)
    before = tree(place.root)
    result = build(place)
    assert (2, True) == (result.code, f"{place.output} bukan hasil build kami" in result.printed)
    after = tree(place.root)
    assert [] == [p for p in different(before, after) if Path(p).name.strip("~$") != "lock"]


def test_the_folder_of_the_content_is_not_overwritten(unbuilt: Place, tmp_path: Path) -> None:
    """Content given as output too, by a slip, is not taken for an old site."""
    place = unbuilt.copy(tmp_path / "tempat")
    folder = str(place.content)
    words = ["build", "--content", folder, "--output", folder, "--as-of", NOW]
    before = tree(place.content)
    assert 2 == run_python("-m", "invoke", *words).code
    after = tree(place.content)
    assert [] == [p for p in different(before, after) if Path(p).name.strip("~$") != "lock"]


def test_an_empty_folder_is_replaced(unbuilt: Place, tmp_path: Path) -> None:
    """An empty folder becomes the link to the first build."""
    place = unbuilt.copy(tmp_path / "tempat")
    place.output.mkdir()
    assert 0 == build(place).code
    assert (True, True) == (place.output.is_symlink(), (place.output / "index.html").is_file())


def test_an_empty_folder_of_content_gives_an_empty_portal(tmp_path: Path) -> None:
    """A portal without a single file is built: its pages say that there is nothing yet."""
    place = Place(tmp_path)
    place.content.mkdir()
    result = build(place)
    assert (0, "Terbit: 0 publikasi, 0 jawaban") == (result.code, result.printed[:30])
    assert (place.output / "index.html").is_file()


def test_builds_lie_beside_the_output_and_two_of_them_stay(place: Place) -> None:
    """Each build is a folder of its own; the link shows the newest, the one before it stays."""
    for day in ("02", "03"):
        assert 0 == build(place, as_of=f"2026-03-{day}T08:00:00+07:00").code
    numbers = sorted(p.name for p in (place.root / ".builds" / place.output.name).glob("[0-9]*"))
    target = place.output.resolve()
    assert (["2", "3"], "3") == (numbers, target.name)


def test_the_words_are_those_of_the_language(place: Place) -> None:
    """PORTAL_LANG=en says the same in English; without it the words are Indonesian."""
    indonesian, english = build(place), build(place, PORTAL_LANG="en")
    others = "0 jawaban isu, 0 panduan, 1 layanan, 1 indikator, 1 halaman, 1 dataset."
    assert f"Terbit: 1 publikasi, {others}" in indonesian.lines
    others = "0 answers to issues, 0 guides, 1 services, 1 indicators, 1 pages, 1 datasets."
    expected = f"Published: 1 publications, {others}"
    assert expected in english.lines


def test_a_build_says_its_steps_with_seconds(place: Place) -> None:
    """The time of each step, the number of files and the place of the site are said."""
    result = build(place)
    assert f"Situs: {place.output}" == result.lines[-1]
    assert any(
        line.startswith("Detik per langkah: membaca dan memutus 0.") for line in result.lines
    )
    assert f"Berkas: {len(tree(place.output))}, berubah 0. Rilis baru: 0." in result.lines


def test_as_of_shows_the_site_of_that_day(example: Place, tmp_path: Path) -> None:
    """Releases, decisions and ledger rows after the day count as not yet written."""
    day = "2025-12-31"
    place = Place(tmp_path / "lampau")
    shutil.copytree(example.content, place.content)
    assert 0 == build(place, "--no-release", as_of=day).code
    with (place.content / "data/rilis.csv").open(encoding="utf-8") as file:
        released = {row["kode"] for row in csv.DictReader(file) if row["waktu"][:10] <= day}
    records = sorted(place.content.glob("publikasi/*/*.md"))
    expected = [
        f"publikasi/{path.parent.name}/{path.stem}/index.html"
        for path in records
        if path.read_text("utf-8").split("kode: ")[1][:26] in released
    ]
    written = tree(place.output)
    pages = [path for path in written if path.startswith("publikasi/") and path.count("/") == 3]
    assert expected == [path for path in pages if path.endswith("index.html")]
    assert 0 < len(expected) < len(records)
    rows = list(csv.DictReader(written["data/biaya.csv"].decode().splitlines()))
    assert (True, True) == (len(rows) > 0, all(row["tgl_catat"] <= day for row in rows))
    assert f'"hari": "{day}"'.encode() in written["manifes.json"]


def test_the_hour_of_a_day_changes_no_byte(example: Place, tmp_path: Path) -> None:
    """As-of is cut to the day in Jakarta: morning, evening and the same moment in UTC are one."""
    expected = tree(example.output)
    place = example.copy(tmp_path / "jam lain")
    for moment in (f"{EXAMPLE_NOW}T00:00:01+07:00", "2026-11-21T17:30:00+00:00"):
        assert 0 == build(place, "--no-release", as_of=moment).code
        assert [] == different(expected, tree(place.output))
