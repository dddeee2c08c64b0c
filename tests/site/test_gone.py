"""After a withdrawal no run of eight words of what was told stands anywhere in the site."""

import html
import io
import re
import zipfile
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.building.erasing import erase
from tests.kinerja.contents import (
    AS_OF,
    INDICATOR,
    PICTURE,
    PUBLICATION,
    approve,
    picture_bytes,
    read,
    record_text,
    write,
)
from tests.kinerja.stories import ISSUE, LESSON, PATH, withdraw, write_stories
from tests.site.builds import LATER, Place, build, tree

RUN = 8
TOLD = {
    PUBLICATION: (
        "Setiap kata dalam alinea ini hanya ditulis sekali untuk dicari sesudah penarikan.",
        "Ringkasan ini juga tidak boleh tertinggal pada halaman mana pun sesudah penarikan.",
        "Warga tahu bahwa manfaat yang ditulis di sini ikut hilang bersama tulisannya.",
        "Gambar batang yang naik dari kiri ke kanan dengan dua belas ruas abu-abu.",
        "Kiriman pendek untuk akun resmi ini harus ikut hilang dari umpan sosialnya juga.",
    ),
    ISSUE: (
        "Jawaban lengkap atas kabar itu memuat sembilan kata yang tidak ada duanya.",
        "Belum ada yang tahu berapa lama kabar ini sudah beredar di kalangan warga.",
        "Petugas menempelkan lembar tarif pada pintu masuk setiap kantor sejak hari Senin.",
    ),
    LESSON: ("Panduan mengadu ini menyebut urutan yang tidak tertulis di tempat lain mana pun.",),
}
"""What each record tells, one sentence a place of the record."""

EDITION = "[{jenis: penting, sebelum: Enam kata yang salah di sini dulu memang pernah ada, "
EDITION += "sesudah: b, alasan: c, ditemukan_oleh: tim}]"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a site with a publication, an answer and a lesson in all places of a record."""
    place = Place(tmp_path_factory.mktemp("tarik") / "kecil")
    root = write_stories(place.content)
    body, summary, benefit, alternative, post = TOLD[PUBLICATION]
    first, unknown, action = TOLD[ISSUE]
    bound = f"\n\nPada 2024 nilainya {{{{{INDICATOR} 2024}}}} poin.\n"
    write(root, PICTURE, picture_bytes(size=(31, 17)))
    changes = {
        "ringkasan": summary,
        "manfaat": benefit,
        "gambar_alt": alternative,
        "koreksi": EDITION,
        "sosial": f"{{x: [{{n: 1, teks: '{post} {{tautan}}'}}]}}",
    }
    write(root, PATH, record_text("publikasi", f"## Isi\n\n**Nota**: {body}{bound}", **changes))
    more = {"belum_diketahui": unknown, "tindak_lanjut": action, "pesan": "murah"}
    for kind, record_id, text, keys in (
        ("isu", ISSUE, first, more),
        ("edukasi", LESSON, TOLD[LESSON][0], {}),
    ):
        path = root / kind / f"{record_id}.md"
        code = re.search("kode: (.*)", path.read_text("utf-8"))
        assert code
        write(root, f"{kind}/{record_id}.md", record_text(kind, text, kode=code[1], **keys))
    for record_id in TOLD:
        approve(root, record_id, AS_OF - timedelta(hours=5))
    result = build(place)
    assert 0 == result.code, result.printed
    return place


def runs(data: bytes) -> set[tuple[str, ...]]:
    """Return every run of eight words of a file, with its tags and without them.

    Entities, also those in entities, and the signs of JSON are undone.
    """
    text = data.decode("utf-8", "replace").replace("\\n", " ").replace('\\"', '"').lower()
    found: set[tuple[str, ...]] = set()
    for tags in ("(?!)", "<[^>]*>"):
        bare = text
        for _ in range(3):
            bare = re.sub(tags, " ", html.unescape(bare))
        words = re.findall(r"\w+", bare)
        found |= {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}
    return found


def files(folder: Path) -> Iterable[tuple[str, bytes]]:
    """Return every file below a folder, and what stands inside of archives."""
    for path, data in tree(folder).items():
        yield path, data
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                yield from ((f"{path}/{name}", archive.read(name)) for name in archive.namelist())


def holding(folder: Path, sentence: str) -> list[str]:
    """Return the files that have a run of eight words of a sentence, tagged or not."""
    wanted = runs(sentence.encode())
    assert wanted
    return sorted(path for path, data in files(folder) if wanted & runs(data))


@pytest.mark.parametrize("sentence", [s for told in TOLD.values() for s in told])
def test_it_stood_there_before(told: Place, sentence: str) -> None:
    """Every sentence is on its page or in its feed, or else the search below could not fail."""
    assert [] != holding(told.output, sentence)


def test_the_search_finds_all_places(told: Place) -> None:
    """The body stands on the page and in feeds of every format, under a name in every case."""
    found = holding(told.output, TOLD[PUBLICATION][0])
    assert f"publikasi/2026/{PUBLICATION}/index.html" in found
    expected = {"umpan/situs/rss.xml", "umpan/situs/atom.xml", "umpan/situs/feed.json"}
    assert expected <= {*found}
    assert [] != [path for path in holding(told.output, TOLD[PUBLICATION][4]) if "sosial" in path]


@pytest.mark.parametrize("reason", ["tidak-berlaku-lagi", "terbit-keliru", "data-pribadi"])
def test_nothing_of_it_is_left(told: Place, tmp_path: Path, reason: str) -> None:
    """Pages, feeds, archives, search, data, zip, manifest: no run; picture and card are gone."""
    place = told.copy(tmp_path / "situs")
    pictures = {path for path in tree(place.output) if path.endswith((".jpg", ".png"))}
    own = {path for path in pictures if path.startswith(("publikasi/", "isu/", "edukasi/", "k/"))}
    assert 5 == len({path.rpartition("/")[0] for path in own})  # stories, photos, the post
    for record_id in TOLD:
        withdraw(place.content, record_id, reason, when=AS_OF + timedelta(minutes=5))
        if reason == "data-pribadi":
            cache, now = tmp_path / "tembolok", AS_OF + timedelta(minutes=6)
            erase(read(place.content), record_id, cache, now)
    result = build(place, as_of=LATER)
    assert (0, False) == (result.code, "Tautan mati" in result.printed), result.printed
    sentences = [sentence for told in TOLD.values() for sentence in told]
    # the log of corrections keeps what was wrong, but for personal data
    sentences += [EDITION] if reason == "data-pribadi" else []
    left = {sentence: holding(place.output, sentence) for sentence in sentences}
    assert {} == {sentence: found for sentence, found in left.items() if found}
    assert not own & {*tree(place.output)}
    for address in (f"publikasi/2026/{PUBLICATION}", f"isu/{ISSUE}", f"edukasi/{LESSON}"):
        assert "ditarik" in (place.output / address / "index.html").read_text("utf-8")


def test_personal_data_are_gone_from_older_builds_and_content(told: Place, tmp_path: Path) -> None:
    """After the next build no folder of the place has the words, save where they were never."""
    place = told.copy(tmp_path / "situs")
    withdraw(place.content, PUBLICATION, "data-pribadi", when=AS_OF + timedelta(minutes=5))
    erase(read(place.content), PUBLICATION, tmp_path / "tembolok", AS_OF + timedelta(minutes=6))
    assert 0 == build(place, as_of=LATER).code
    sentences = (*TOLD[PUBLICATION], EDITION)
    assert [] == [path for sentence in sentences for path in holding(place.root, sentence)]
