"""A file from outside to the tree that pandoc reads; nothing is fetched and nothing is written.

Pandoc gets the parts of a Word file that it needs in a new archive whose sizes are known, runs
without files and network (`--sandbox`), and with bounds of memory and time.
"""

import base64
import binascii
import codecs
import io
import json
import re
import subprocess
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from bs4 import BeautifulSoup

from kinerja.commands.guard import Refused
from kinerja.reading.attachments import MAX_ATTACHMENT

MOST_TEXT = 32 * 1024 * 1024
"""Bytes of a web page, or of all text parts of a Word file once they are unpacked."""

MOST_SECONDS = 120
OLE = b"\xd0\xcf\x11\xe0"
"""How a .doc begins, and any file of Word with a password."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, KeyError, ValueError)
"""What reading a broken, a locked or a strangely packed archive raises."""

TEXT_PARTS = re.compile(r"(\[Content_Types\]|(_rels|word|word/_rels)/[^/]*)\.(xml|rels)")
COUNTED: dict[str, re.Pattern[bytes]] = {
    "boxes": re.compile(rb"<wps:txbx[ >]|<v:textbox[ >]"),
    "colours": re.compile(
        rb'<w:(color w:val="(?!auto|000000)|highlight|shd w:[^>]*fill="(?!auto))'
    ),
    "hidden": re.compile(rb"<w:vanish */>"),
    "comments": re.compile(rb"<w:commentReference "),
    "linked": re.compile(rb'<a:blip [^>]*r:link="'),
}
"""What pandoc passes over without a word, by what it looks like in the text of a Word file."""

LEFT_FILES: dict[str, re.Pattern[str]] = {
    "macros": re.compile(r".*vbaProject\.bin"),
    "objects": re.compile(r"word/(embeddings|activeX)/.+"),
    "charts": re.compile(r"word/(charts/chart|diagrams/data)[^/]*\.xml"),
    "margins": re.compile(r"word/(header|footer)\d*\.xml"),
}
"""Files inside a Word file that hold what no record takes."""

LEFT_ELEMENTS = {
    "objects": ("audio", "canvas", "embed", "iframe", "object", "svg", "video"),
}
"""Elements of a web page that hold what no record takes."""

HIDDEN = re.compile(r"(display *: *none|visibility *: *hidden|mso-hide *: *all)", re.IGNORECASE)
"""How a web page, or Word when it saves one, hides what pandoc shows all the same."""


class Opened(NamedTuple):
    """A document as pandoc sees it, whether its title is one that readers see, what is lost.

    `picture` returns the bytes of a picture by the name that the tree has, or None.
    """

    tree: dict[str, Any]
    title_is_seen: bool
    picture: Callable[[str], bytes | None]
    left_out: Counter[str]


def open_document(path: Path) -> Opened:
    """Read a .docx or .html file. Raises Refused, OSError."""
    suffix = path.suffix.lower()
    if suffix not in (".docx", ".html", ".htm"):
        raise Refused("no-document", {})
    size = path.stat().st_size
    if size > (4 * MAX_ATTACHMENT if suffix == ".docx" else MOST_TEXT):
        raise Refused("large-document", {})
    data = path.read_bytes()
    if suffix != ".docx":
        page = decode_page(data)
        tree = run_pandoc(page, "json", "-f", "html")
        return Opened(tree, False, partial(_linked_picture, path), _lost_of_page(page))
    if data.startswith(OLE):
        raise Refused("old-document", {})
    try:
        return _open_word(data)
    except BROKEN:
        raise Refused("broken-document", {}) from None


def _open_word(data: bytes) -> Opened:
    archive = zipfile.ZipFile(io.BytesIO(data))
    sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    texts = {name for name in sizes if TEXT_PARTS.fullmatch(name)}
    if sum(sizes[name] for name in texts) > MOST_TEXT:
        raise Refused("large-document", {})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as safe:
        for name in sorted(texts):
            safe.writestr(name, archive.read(name))
        for name in sizes.keys() - texts:
            if name.startswith("word/media/"):
                safe.writestr(name, b"")  # it is looked for, and never looked into
    text = archive.read("word/document.xml")
    left = Counter({name: len(pattern.findall(text)) for name, pattern in COUNTED.items()})
    left += Counter(name for name, p in LEFT_FILES.items() for file in sizes if p.fullmatch(file))

    def picture(src: str) -> bytes | None:
        known = sizes.get(f"word/{src}", MAX_ATTACHMENT)
        with suppress(*BROKEN):
            return archive.read(f"word/{src}") if known < MAX_ATTACHMENT else None
        return None

    options = ("-f", "docx", "--track-changes=all")
    return Opened(run_pandoc(packed.getvalue(), "json", *options), True, picture, left)


def decode_page(data: bytes) -> bytes:
    """Return a page in UTF-8: by its BOM, as UTF-8, by what it says itself, as Word saves it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode()
    named = re.search(rb"charset=[\"']?([\w-]+)", data[:4096])
    for name in ("utf-8-sig", named[1].decode() if named else "", "cp1252"):
        try:
            return data.decode(name).encode()
        except (LookupError, UnicodeError):
            continue
    return data.decode("latin-1").encode()


def _lost_of_page(page: bytes) -> Counter[str]:
    """Count what a web page says that no record takes, and what it hides."""
    soup = BeautifulSoup(page, "lxml", from_encoding="utf-8")
    left = Counter({name: len(soup(tags)) for name, tags in LEFT_ELEMENTS.items()})
    left["hidden"] = len({*map(id, soup(style=HIDDEN)), *map(id, soup(hidden=True))})
    return left


def _linked_picture(page: Path, src: str) -> bytes | None:
    """Return a picture inside the page or in a folder beside it; never one from elsewhere."""
    if found := re.fullmatch(r"data:image/[\w.+-]+;base64,(.+)", src, re.DOTALL):
        try:
            return base64.b64decode(found[1], validate=False)
        except binascii.Error:
            return None
    folder = page.resolve().parent
    try:
        file = (folder / unquote(src)).resolve()
        is_ours = file.is_relative_to(folder) and file.is_file()
        return file.read_bytes() if is_ours and file.stat().st_size < MAX_ATTACHMENT else None
    except (OSError, ValueError):
        return None


def run_pandoc(source: bytes | dict[str, Any], to: str, *options: str) -> Any:
    """Return what pandoc makes: a tree for `json`, otherwise text. Raises Refused."""
    try:
        import pypandoc

        program = pypandoc.get_pandoc_path()
    except (ImportError, OSError):
        raise Refused("no-pandoc", {}) from None
    if isinstance(source, dict):
        source, options = json.dumps(source).encode(), ("-f", "json", *options)
    command = [program, "+RTS", "-M1g", "-RTS", "--sandbox", "-t", to, *options]
    try:
        done = subprocess.run(command, input=source, capture_output=True, timeout=MOST_SECONDS)
        if done.returncode == 0:
            return json.loads(done.stdout) if to == "json" else done.stdout.decode()
    except (subprocess.TimeoutExpired, RecursionError):
        pass
    raise Refused("broken-document", {})
