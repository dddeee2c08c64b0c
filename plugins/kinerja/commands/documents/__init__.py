"""A document from Word, or a saved web page, as a record takes it: `invoke new --from`."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from kinerja.commands.guard import Refused
from kinerja.commands.words import say
from kinerja.model.fields import SUMMARY
from tabular.text import FORBIDDEN

from .opening import Opened, open_document, run_pandoc
from .tidying import BACKSLASH, Tidier
from .trees import plain_text

MARKDOWN = (
    "markdown_strict+pipe_tables+footnotes+definition_lists+four_space_rule-raw_html",
    "--wrap=none",
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a document gives a record; title and summary are '' where it proposes none.

    `pictures` are attachments by name; `said` has a line for everything that was left out.
    """

    title: str
    summary: str
    markdown: str
    pictures: dict[str, bytes]
    said: list[str]


def take_document(path: Path) -> Taken:
    """Read a .docx or .html file. Raises Refused with a sentence, OSError where there is none."""
    try:
        return _taken(open_document(path))
    except RecursionError:
        raise Refused("broken-document", {}) from None


def _taken(document: Opened) -> Taken:
    tree = document.tree
    tidier = Tidier(document.picture)
    shown, blocks = plain_text(tree["meta"].get("title", {}).get("c", [])), tree["blocks"]
    title = shown if document.title_is_seen else ""
    if not title and blocks and blocks[0]["t"] == "Header":
        title = plain_text(blocks.pop(0)["c"][2])
    blocks = tidier.tidy(blocks)
    opening = next(
        (t for b in blocks if b["t"] == "Para" and len(t := plain_text(b)) >= SUMMARY.least), ""
    )
    markdown = run_pandoc({**tree, "meta": {}, "blocks": blocks}, *MARKDOWN)
    markdown = re.sub(r"^&nbsp;\n\n", "", markdown, flags=re.MULTILINE)
    markdown = markdown.replace(BACKSLASH, r"\\")
    clean = FORBIDDEN.sub("", unicodedata.normalize("NFC", markdown))
    counts = document.left_out + tidier.left_out
    said = [say(f"left-{name}", count=count) for name, count in counts.items() if count]
    return Taken(
        *(_line(title or shown), _shortened(_line(opening)), clean.strip() + "\n"),
        *(tidier.pictures, said + tidier.said),
    )


def _line(text: str) -> str:
    return " ".join(FORBIDDEN.sub("", unicodedata.normalize("NFC", text)).split())


def _shortened(text: str) -> str:
    """Return whole sentences of a paragraph as a summary has room for, or its first words."""
    most = SUMMARY.most
    if len(text) <= most:
        return text
    sentences = text[:most].rpartition(". ")[0]
    return (
        f"{sentences}."
        if len(sentences) >= SUMMARY.least
        else f"{text[: most - 1].rpartition(' ')[0]}…"
    )
