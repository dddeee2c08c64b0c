"""`invoke dev.theme`: docs/components.html, every component of the theme with its examples."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import cost_appendix
from kinerja.disk import write_atomic

from .environment import PROJECT

THEME = PROJECT / "theme"
COMPONENTS = THEME / "templates" / "komponen"
PAGE = PROJECT / "docs" / "components.html"
FRAME = PROJECT / "docs" / "components.jinja"
COMMENT = re.compile(r"\{#-?\s*(.*?)\s*-?#\}", re.DOTALL)
SIGNATURE = re.compile(r"^\s*(\w+\(.*\))(?: -- .*)?$", re.MULTILINE)
TOKEN = re.compile(r"^    --([\w-]+): ([^;]+);$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Component:
    """What a folder of the theme offers: words on it, typed macros, and examples of each."""

    name: str
    about: str
    signatures: Sequence[str]
    examples: Sequence[Mapping[str, Any]]


def run() -> int:
    """Write docs/components.html; 0 always. Raises OSError."""
    write_atomic(PAGE, render_components().encode())
    print(f"docs/{PAGE.name}")
    return 0


def read_component(folder: Path) -> Component:
    """Return a component; its comments hold the words and, a line each, the signatures."""
    source = (folder / f"{folder.name}.html").read_text(encoding="utf-8")
    about = "\n\n".join(COMMENT.findall(source))
    examples = json.loads((folder / "contoh.json").read_text(encoding="utf-8"))
    return Component(folder.name, about, SIGNATURE.findall(about), examples)


def component_environment() -> Environment:
    """Return what renders components, as strict as a build is."""
    appendix = Path(cost_appendix.__file__).parent / "templates"
    folders = FileSystemLoader([COMPONENTS, COMPONENTS.parent, FRAME.parent, appendix])
    return Environment(loader=folders, autoescape=True, undefined=StrictUndefined)


def render_components() -> str:
    """Return the page: the tokens of the stylesheet, then each component with its examples."""
    environment = component_environment()

    def draw(name: str, example: Mapping[str, Any]) -> str:
        macro = getattr(environment.get_template(f"{name}/{name}.html").module, example["makro"])
        return str(macro(**example["argumen"]))

    style = (THEME / "static" / "portal.css").read_text(encoding="utf-8")
    return environment.get_template(FRAME.name).render(
        tokens=dict(TOKEN.findall(style.partition("@media")[0])),
        components=[read_component(folder) for folder in sorted(COMPONENTS.iterdir())],
        draw=draw,
    )
