"""Posts with every mistake: as written, too long for a platform, changed after their release."""

from datetime import datetime, timedelta
from pathlib import Path

from tests.kinerja.contents import approve, change, release, write, write_record
from tests.kinerja.posts import PLATFORMS, posted

PUBLIC = "kiriman"
TEXTS = [f"Kiriman {n}." for n in range(1, 12)]
LONG = "Ini kiriman yang kelak tidak muat."

MISTAKEN = {
    "kiriman-rusak": posted({"x": ["a &lt; b", "Lihat {link}", "Jalan jl.no 5", "a {tautan}."]}),
    "kiriman-panjang": posted(
        {"x": ["a" * 300, "#a #b #c #dandilanjutkan"], "baru": ["Kalimat pertama terlalu panjang."]}
    ),
    "kiriman-kembar": posted({"x": ["Satu.", "Dua."]}, numbers=(1, 1)),
}
"""Id of a page -> its posts, never approved."""


def write_public_posts(root: Path, as_of: datetime) -> None:
    """Release five of twelve posts, then five more; one is left out, another no longer fits."""
    write(root, "data/platform.yaml", PLATFORMS)
    write_record(root, "halaman", PUBLIC, sosial=posted({"x": [*TEXTS, LONG]}))
    approve(root, PUBLIC)
    release(root, as_of)
    change(root, "data/platform.yaml", "batas_portal: 275", "batas_portal: 25")
    change(root, "data/platform.yaml", "batas: 40", "batas: 40\n  pembuka: 20")
    numbers = [1, *range(3, 13)]
    left = [TEXTS[0], *TEXTS[2:], LONG]
    write_record(root, "halaman", PUBLIC, sosial=posted({"x": left}, numbers))
    approve(root, PUBLIC, as_of + timedelta(hours=1))
    release(root, as_of + timedelta(hours=3))


def change_public_posts(root: Path) -> None:
    """Write another text under a number that is public, and one under a number that was."""
    write_record(root, "halaman", PUBLIC, sosial=posted({"x": ["Kiriman lain.", TEXTS[1]]}))
    for record_id, posts in MISTAKEN.items():
        write_record(root, "halaman", record_id, sosial=posts)
