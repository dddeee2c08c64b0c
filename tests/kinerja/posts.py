"""The tiny content with posts for two platforms, one of them made up."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.kinerja import contents
from tests.kinerja.contents import APPROVED, AS_OF, CODES, PATHS, PUBLICATION
from tests.kinerja.tables import MORE_TABLES

CODE = CODES["publikasi"]
PLATFORMS = f"""\
{MORE_TABLES["platform"].replace("batas: 280", "batas: 280" + chr(10) + "  batas_portal: 275")}\
- id: baru
  nama: Platform Baru
  cara_hitung: grafem
  batas: 40
  gambar: 640x640
  umpan: ya
  sumber: https://contoh.example/baru
  diperiksa: 2026-02-01
"""
"""X as it is, and one that nobody else has."""

Posts = Mapping[str, Sequence[str]]


def post(length: int) -> str:
    """Return a post of so many signs."""
    return "a" * length


def posted(posts: Posts, numbers: Sequence[int] = ()) -> str:
    """Return the value of `sosial`, a line for each platform and each post; numbered from 1."""
    lines = []
    for platform, texts in posts.items():
        lines.append(f"\n  {platform}:")
        for n, text in zip(numbers or range(1, len(texts) + 1), texts, strict=True):
            lines.append(f"\n    - {{n: {n}, teks: {json.dumps(text, ensure_ascii=False)}}}")
    return "".join(lines)


def write_posts(
    root: Path,
    posts: Posts,
    numbers: Sequence[int] = (),
    approved: bool = True,
    changes: Mapping[str, str | None] | None = None,
) -> None:
    """Write the publication with posts; the whole content before, where there is none yet.

    What was there before is approved after the last release of the tests.
    """
    is_new = not (root / "data").exists()
    if is_new:
        contents.write_content(root)
        contents.write(root, "data/platform.yaml", PLATFORMS)
    text = contents.record_text("publikasi", sosial=posted(posts, numbers), **changes or {})
    contents.write(root, PATHS["publikasi"], text)
    if approved:
        contents.approve(root, PUBLICATION, APPROVED.replace(day=3) if is_new else AS_OF)
