"""A component says what it takes; its examples are of that kind and stand in the docs."""

import inspect
import json
import re
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import lxml.html
import pytest
from jinja2 import Environment, nodes

from kinerja.commands import theme
from kinerja.commands.theme import (
    COMPONENTS,
    PAGE,
    component_environment,
    read_component,
    render_components,
)
from kinerja.rendering import views

COMPONENT_NAMES = sorted(path.name for path in COMPONENTS.iterdir())
SIGNATURES = [
    (name, signature)
    for name in COMPONENT_NAMES
    for signature in read_component(COMPONENTS / name).signatures
]
EXAMPLES = [
    (name, example)
    for name in COMPONENT_NAMES
    for example in read_component(COMPONENTS / name).examples
]
IMPORTED = re.compile(r'from "komponen/([\w-]+)/[\w-]+\.html" import ([\w, ]+)')


def signature_of(text: str) -> inspect.Signature:
    """Return a signature as Python reads it, its types looked up among the views."""
    names: dict[str, Any] = {**vars(views), "Literal": Literal}
    exec(f"def {text}: ...", names)
    return inspect.signature(names[text.partition("(")[0]])


def differences(value: object, kind: Any, place: str) -> list[str]:
    """Return each place where a value of an example is not of the kind that a view declares."""
    if is_typeddict(kind):
        hints = get_type_hints(kind)
        if not isinstance(value, dict) or set(value) != set(hints):
            return [f"{place}: not the keys of {kind.__name__}"]
        return [d for key in hints for d in differences(value[key], hints[key], f"{place}.{key}")]
    origin, inside = get_origin(kind), get_args(kind)
    if origin is dict:
        if not isinstance(value, dict):
            return [f"{place}: no mapping"]
        return [d for key in value for d in differences(value[key], inside[1], f"{place}.{key}")]
    if origin in (Union, UnionType):
        found = [differences(value, each, place) for each in inside]
        return [] if [] in found else max(found, key=lambda each: each[0])
    if origin is Literal:
        return [] if value in inside else [f"{place}: {value!r} is none of {inside}"]
    if origin in (list, tuple):
        if not isinstance(value, list):
            return [f"{place}: no list"]
        kinds = inside if origin is tuple else inside * len(value)
        return [d for n, e in enumerate(value) for d in differences(e, kinds[n], f"{place}[{n}]")]
    wanted: Any = (int, float) if kind is float else (kind or type(None))
    return [] if isinstance(value, wanted) else [f"{place}: {value!r} is no {kind}"]


def template(name: str) -> nodes.Template:
    """Return the template of a component, parsed."""
    return Environment().parse((COMPONENTS / name / f"{name}.html").read_text("utf-8"))


def macros(name: str) -> dict[str, nodes.Macro]:
    """Return the macros of a component by name."""
    return {macro.name: macro for macro in template(name).find_all(nodes.Macro)}


@pytest.mark.parametrize(("name", "text"), SIGNATURES)
def test_a_signature_is_that_of_its_macro(name: str, text: str) -> None:
    """The same parameters in the same order, the same of them with the same default."""
    macro = macros(name)[text.partition("(")[0]]
    found = signature_of(text).parameters.values()
    expected = [
        parameter.default for parameter in found if parameter.default is not parameter.empty
    ]
    assert [argument.name for argument in macro.args] == [parameter.name for parameter in found]
    assert [default.as_const() for default in macro.defaults] == expected


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_is_of_the_declared_types(name: str, example: dict[str, Any]) -> None:
    """Every argument has the keys and kinds of its view, so fixtures never lag behind the code."""
    declared = {text.partition("(")[0]: text for found, text in SIGNATURES if found == name}
    signature = signature_of(declared[example["makro"]])
    bound = signature.bind(**example["argumen"])
    assert [] == [
        difference
        for key, value in bound.arguments.items()
        for difference in differences(value, signature.parameters[key].annotation, key)
    ]


@pytest.mark.parametrize("name", COMPONENT_NAMES)
def test_what_is_used_elsewhere_is_declared_and_shown(name: str) -> None:
    """What another template imports has its signature; what has one, an example, or a macro of the
    same component draws it there.
    """
    used = {
        macro.strip()
        for path in COMPONENTS.parent.rglob("*.html")
        for component, words in IMPORTED.findall(path.read_text("utf-8"))
        if component == name
        for macro in words.split(",")
    }
    component = read_component(COMPONENTS / name)
    declared = {text.partition("(")[0] for text in component.signatures}
    assert used <= declared
    called = [call.node for call in template(name).find_all(nodes.Call)]
    calls = {node.name for node in called if isinstance(node, nodes.Name)}
    assert declared <= {example["makro"] for example in component.examples} | calls


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_renders(name: str, example: dict[str, Any]) -> None:
    """Each example gives HTML that parses and holds no leftover of a template."""
    module = component_environment().get_template(f"{name}/{name}.html").module
    html = str(getattr(module, example["makro"])(**example["argumen"]))
    assert "{{" not in html
    lxml.html.fragment_fromstring(html, create_parent="div")


def test_a_wrong_example_is_found() -> None:
    """A key too many, a missing key, text for a number: each is said with its place."""
    link = {"title": "a", "url": 1}
    assert ["link.url: 1 is no <class 'str'>"] == differences(link, views.Link, "link")
    assert ["link: not the keys of Link"] == differences({"title": "a"}, views.Link, "link")
    assert ["level: 5 is none of (2, 3)"] == differences(5, Literal[2, 3], "level")
    assert [] == differences(None, views.Link | None, "link")


def test_the_examples_stand_in_the_docs() -> None:
    """docs/components.html is what `invoke dev.theme` writes from the present theme."""
    assert render_components() == PAGE.read_text("utf-8")


def test_the_command_writes_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`invoke dev.theme` replaces the page by the present one."""
    page = tmp_path / "components.html"
    monkeypatch.setattr(theme, "PAGE", page)
    assert 0 == theme.run()
    assert page.read_text("utf-8") == render_components()


def test_an_example_is_a_macro_and_its_arguments() -> None:
    """Every contoh.json is a list of them, with no further key."""
    for path in COMPONENTS.glob("*/contoh.json"):
        found = json.loads(path.read_text("utf-8"))
        assert [{"makro", "argumen"}] * len(found) == [set(example) for example in found], path
