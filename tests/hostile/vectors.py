"""Hostile texts of our own making, by technique: what a unit might write, or be made to paste.

They stand in `tests/golden/hostile/vectors.jsonl` as [technique, text]. There ¤ is a call that a
page notices, ¥ an address on a foreign host, £ that host. Of a scheme a vector is made for each
way to write a link, of an element for each way to write a tag with the event that runs by itself.
"""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parents[1] / "golden" / "hostile" / "vectors.jsonl"
HOST = "jahat.example"
"""No page may ask it for anything; the browser of the tests answers for it."""

LINKS = ("[x]({})", "<{}>", "[x][r]\n\n[r]: {}", "![x]({})", '[x](<{}> "t")')
TAGS = ("<{}>", "<{}/>", '<{}" x="', "</p><{}><p>")
EVENTS = {
    **dict.fromkeys(("img", "audio", "video", "object", "link"), "onerror"),
    **dict.fromkeys(("svg", "body", "iframe", "style"), "onload"),
    **{"details": "ontoggle", "marquee": "onstart"},
}
IDS = ("<a id={0} name={0}>a</a>", "## {0}", "[^{0}]\n\n[^{0}]: a", "a\n{{: #{0} }}")
NAMES = ("document", "location", "cookie", "getElementById", "__proto__", "constructor", "isi")


class Vector(NamedTuple):
    """A technique, and a text that uses it."""

    technique: str
    text: str


def _written() -> Iterator[Vector]:
    for line in FILE.read_text("utf-8").splitlines():
        technique, text = json.loads(line)
        forms: tuple[str, ...] = ("{}",)
        if technique == "address":
            forms = ("{}", *LINKS)
        elif technique == "event":
            forms, event = TAGS, EVENTS.get(text.split()[0], "onfocus")
            text = text.replace("{}", event)
        yield from (Vector(technique, form.replace("{}", text)) for form in forms)
    yield from (Vector("id", form.format(name)) for form, name in product(IDS, NAMES))


def _aimed(vector: Vector, number: int) -> Vector:
    address = f"https://{HOST}/{vector.technique}-{number}"
    text = vector.text.replace("¤", "pwned(1)").replace("¥", address).replace("£", HOST)
    return vector._replace(text=text)


VECTORS = tuple(_aimed(vector, number) for number, vector in enumerate(dict.fromkeys(_written())))
"""Every vector, in the order of the file."""

WORDS = tuple(v.text for v in VECTORS if not {"<", ">", "\n"} & set(v.text))
"""Those that may stand in plain text: what has markup is refused there (F10)."""
