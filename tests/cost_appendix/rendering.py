"""Pages of the appendix to HTML for the tests, with a base template of two blocks."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined

import cost_appendix
from cost_appendix.pages import Page

TEMPLATES = Path(cost_appendix.__file__).parent / "templates"
BASE = (
    "<html><title>{% block title %}{% endblock %}</title>{% block content %}{% endblock %}</html>"
)


@cache
def environment(*, autoescape: bool = True) -> Environment:
    """Return an environment that knows our templates and the small base."""
    loader = ChoiceLoader([DictLoader({"base.html": BASE}), FileSystemLoader(TEMPLATES)])
    return Environment(loader=loader, undefined=StrictUndefined, autoescape=autoescape)


def render(page: Page, *, site: str = "", autoescape: bool = True) -> str:
    """Return the HTML of one page; an undefined name is an error."""
    template = environment(autoescape=autoescape).get_template(page.template)
    return template.render(SITEURL=site, **page.view)


def tree(page: Page) -> ElementTree.Element:
    """Return the page as a tree; the markup must be well formed."""
    return ElementTree.fromstring(render(page))


def text_of(element: ElementTree.Element) -> str:
    """Return the words of an element, spaces made one."""
    return " ".join("".join(element.itertext()).split())


def table(page: ElementTree.Element, caption_id: str) -> list[list[str]]:
    """Return the cells of the table with that caption, head and foot included."""
    for candidate in page.iter("table"):
        caption = candidate.find("caption")
        if caption is not None and caption.get("id") == caption_id:
            return [[text_of(cell) for cell in row] for row in candidate.iter("tr")]
    raise LookupError(caption_id)


def page_at(pages: Sequence[Page], url: str) -> Page:
    """Return the page at an address."""
    return next(page for page in pages if page.url == url)
