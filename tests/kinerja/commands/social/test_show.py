"""`invoke social.show`: every post with its length and state, and drafts ready to paste."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from kinerja.building.settings import parse_as_of
from kinerja.commands.social import show
from kinerja.model.records import Post
from tests.kinerja import contents
from tests.kinerja.commands.projects import use_settings
from tests.kinerja.contents import AS_OF, PATHS, PUBLICATION, approve, release, write_record
from tests.kinerja.posts import CODE, posted, write_posts
from tests.kinerja.stories import withdraw

Capture = pytest.CaptureFixture[str]
NOW = parse_as_of("")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep drawn pictures out of the project; return where they are kept."""
    return use_settings(monkeypatch, tmp_path)


def shown(root: Path, capsys: Capture, record: str = PUBLICATION) -> list[str]:
    """Return what is printed about a record."""
    assert 0 == show.run(str(root), record)
    return capsys.readouterr().out.splitlines()


def states(lines: list[str]) -> list[str]:
    """Return name and state of each post."""
    posts = [line for line in lines if re.match(r"[a-z]+-\d+: ", line)]
    return [f"{line.partition(':')[0]}: {line.rpartition('; ')[2]}" for line in posts]


def test_each_post_is_shown(tmp_path: Path, capsys: Capture) -> None:
    """As it will be posted, with what was counted, the picture and its text alternative."""
    root = tmp_path / "isi"
    write_posts(root, {"x": ["Indeks {{kepuasan 2024}}.\n\n{tautan} #KUA"], "baru": ["Satu."]})
    lines = shown(root, capsys)
    link = f"https://kinerja.example/k/{CODE}/"
    assert [
        "x-1: 43 dari 275 (tertimbang), tagar 1 dari 2; terbit pada build berikutnya",
        "    Indeks 78,25.",
        "",
        f"    {link} #KUA",
    ] == lines[:4]
    assert lines[4].startswith(f"  Gambar: {link}kiriman-") and "78,25 poin" in lines[5]
    assert "baru-1: 5 dari 40 (grafem), tagar 0 dari ∞; terbit pada build berikutnya" == lines[6]
    assert "Usulan" not in "".join(lines)


def test_how_far_a_post_is(tmp_path: Path, capsys: Capture) -> None:
    """Public since when, or not yet: then why stands above; withdrawn since when."""
    root = tmp_path / "isi"
    write_posts(root, {"x": ["Satu."]})
    release(root)
    assert ["x-1: terbit 1 Maret 2026 pukul 08.00 WIB"] == states(shown(root, capsys))
    write_posts(root, {"x": ["Satu.", "Dua."]}, approved=False)
    lines = shown(root, capsys)
    assert "menunggu penulis" in lines[0] and "(P02)" in lines[0]
    assert ["x-2: belum terbit"] == states(lines)[1:]
    write_posts(root, {"x": ["Satu.", "a" * 300]}, approved=False)
    assert "(M05)" in shown(root, capsys)[0]
    write_posts(root, {"x": ["Satu.", "Dua."]}, approved=False)
    withdraw(root, PUBLICATION, "terbit-keliru", when=NOW - timedelta(hours=1))
    (gone, never) = states(shown(root, capsys))
    assert gone.startswith("x-1: ditarik ") and "x-2: belum terbit" == never


def test_what_waits_for_a_later_build(tmp_path: Path, capsys: Capture) -> None:
    """The sixth of a platform, and that is said."""
    root = tmp_path / "isi"
    write_posts(root, {"x": [f"Kiriman {n}." for n in range(6)]})
    lines = shown(root, capsys)
    assert "(M11)" in lines[0]
    assert ["terbit pada build berikutnya", "belum terbit"] == [
        state.partition(": ")[2] for state in states(lines)[4:]
    ]


def test_drafts_fit_and_can_be_pasted(tmp_path: Path, capsys: Capture) -> None:
    """For each platform without a post; the fullest that fits, none where nothing does."""
    root = tmp_path / "isi"
    write_posts(root, {})
    lines = shown(root, capsys)
    pasted = yaml.safe_load("\n".join(lines[1:]))["sosial"]
    assert ["x"] == [*pasted]  # 40 signs are too few for an address
    (draft,) = pasted["x"]
    assert [
        "Kepuasan pengantin turun pada 2024",
        "Indeks kepuasan pengantin, 2024: {{kepuasan 2024}} poin.",
        contents.SUMMARY,
        "{tautan}",
    ] == draft["teks"].split("\n\n")
    assert 1 == Post(n=draft["n"], text=draft["teks"]).n
    text = contents.record_text("publikasi", sosial=posted({"x": [draft["teks"]]}))
    contents.write(root, PATHS["publikasi"], text)
    approve(root, PUBLICATION, AS_OF)
    assert "x-1: terbit pada build berikutnya" in states(shown(root, capsys))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"judul": "Tanya S.Pd di loket"}, None),
        ({"indikator": None, "manfaat": "Hemat 15 menit."}, 3),
        ({"indikator": "[kepuasan]"}, 4),
        ({"indikator": "['kepuasan@2025']"}, 3),
        ({"ringkasan": f"{'Kata ' * 50}."}, 3),
    ],
)
def test_a_draft_says_only_what_can_be_posted(
    tmp_path: Path, capsys: Capture, changes: dict[str, str | None], expected: int | None
) -> None:
    """A figure that has a value, a summary that has room; no word that becomes a link."""
    root = tmp_path / "isi"
    write_posts(root, {}, changes=changes)
    lines = shown(root, capsys)
    found = yaml.safe_load("\n".join(lines[1:])) if lines else {"sosial": {}}
    texts = [post["teks"] for posts in found["sosial"].values() for post in posts]
    assert ([] if expected is None else [expected]) == [len(t.split("\n\n")) for t in texts]


def test_a_number_that_was_withdrawn_is_not_proposed(tmp_path: Path, capsys: Capture) -> None:
    """The next one is."""
    root = tmp_path / "isi"
    write_posts(root, {"x": ["Satu."]})
    release(root)
    write_posts(root, {})
    release(root, AS_OF + timedelta(hours=9))
    pasted = yaml.safe_load("\n".join(shown(root, capsys)[1:]))
    assert [2] == [post["n"] for post in pasted["sosial"]["x"]]


def test_what_cannot_be_shown(tmp_path: Path, capsys: Capture) -> None:
    """No such folder, no such record, one that cannot be read, content that stops."""
    assert 2 == show.run(str(tmp_path / "tidak-ada"), "a")
    root = tmp_path / "isi"
    write_posts(root, {"x": ["Satu."]})
    assert 2 == show.run(str(root), "nikah-2026")
    assert f"mungkin maksudnya {PUBLICATION}" in capsys.readouterr().out
    write_record(root, "isu", "rusak", sosial="teks")
    assert 1 == show.run(str(root), "rusak")
    assert "(F07)" in capsys.readouterr().out
    assert 2 == show.run(str(root), "tabel-unit")
    contents.write(root, "tata-kelola/peran.yaml", "teks\n")
    assert 1 == show.run(str(root), PUBLICATION)
    assert "peran.yaml" in capsys.readouterr().out
