"""The theme reaches nothing but the declared view."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, meta, nodes

ROOT = Path(__file__).resolve().parents[1]
THEME = ROOT / "theme" / "templates"
APPENDIX = ROOT / "plugins" / "cost_appendix" / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader([THEME, APPENDIX]))
PAGES = sorted(path.name for path in THEME.glob("*.html"))
APPENDIX_PAGES = [f"cost_appendix/{name}.html" for name in ("overview", "year", "rows")]


def own_names(tree: nodes.Template) -> set[str]:
    """Return the macros that a template defines or imports: blocks see them too."""
    names = {macro.name for macro in tree.find_all(nodes.Macro)}
    names |= {found.target for found in tree.find_all(nodes.Import)}
    for found in tree.find_all(nodes.FromImport):
        names |= {name if isinstance(name, str) else name[1] for name in found.names}
    return names


def reached(name: str, seen: set[str]) -> set[str]:
    """Return the names that a template, with all it extends or imports, takes from outside."""
    if name in seen:
        return set()
    seen.add(name)
    source, _, _ = FileSystemLoader([THEME, APPENDIX]).get_source(ENVIRONMENT, name)
    tree = ENVIRONMENT.parse(source)
    found = set(meta.find_undeclared_variables(tree)) - own_names(tree)
    for other in meta.find_referenced_templates(tree):
        assert other is not None, f"{name} names a template by a variable"
        found |= reached(other, seen)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reaches_only_its_view(name: str) -> None:
    """A page of the theme, with all that it extends or imports, uses site, head and page alone."""
    assert reached(name, set()) <= {"site", "head", "page"}


@pytest.mark.parametrize("name", APPENDIX_PAGES)
def test_an_appendix_page_reaches_only_its_view(name: str) -> None:
    """The appendix in the portal's dress uses its own key and what every page has."""
    assert reached(name, set()) <= {"site", "head", "appendix", "SITEURL"}


@pytest.mark.parametrize("name", ["kartu.svg", "infografik.svg"])
def test_a_picture_reaches_only_its_view(name: str) -> None:
    """The card of a publication and its infographic are drawn from their own three names."""
    assert reached(name, set()) == {"card", "width", "height"}
