"""Plain values to models; what pydantic refuses becomes problems with place and code."""

from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kinerja.model.fields import FieldPath, Place
from tabular.problems import Problem, nearest, problem

from .names import written

M = TypeVar("M", bound=BaseModel)

CODES = {
    "missing": "F02",
    "extra_forbidden": "F01",
    "enum": "F03",
    "literal_error": "F03",
    "string_type": "F05",
    "list_type": "F06",
    "tuple_type": "F06",
    "dict_type": "F07",
    "model_type": "F07",
    "too_short": "F28",
    "string_too_short": "F09",
    "string_too_long": "F08",
    "too_long": "F08",
    "decimal_parsing": "D01",
    "finite_number": "D01",
}
"""Errors of pydantic -> codes of our messages; errors of our own carry their code as type."""


def validate(
    model: type[M], tree: object, places: Mapping[FieldPath, Place], path: str, line: int = 1
) -> tuple[M | None, list[Problem]]:
    """Return the model, or None and every mistake; `line` is used where no key is at fault."""
    try:
        return model.model_validate(tree), []
    except ValidationError as error:
        errors = (e for e in error.errors() if e["type"] != "too_short" or not e["input"])
        found = {_problem(e, model, places, path, line) for e in errors}
        return None, sorted(found)  # a list is not empty because its entries are refused


def valid_parts(model: type[BaseModel], tree: object) -> dict[str, object]:
    """Return the values of all keys of a model that are valid each by itself."""
    found: dict[str, object] = {}
    if not isinstance(tree, Mapping):
        return found
    for name in model.model_fields.keys() & tree.keys():
        with suppress(ValidationError):
            found[name] = _part(model, name).validate_python(tree[name])
    return found


@cache
def _part(model: type[BaseModel], name: str) -> TypeAdapter[object]:
    field = model.model_fields[name]
    form: Any = Annotated[field.annotation, field]
    return TypeAdapter(form)


def _problem(
    error: ErrorDetails,
    model: type[BaseModel],
    places: Mapping[FieldPath, Place],
    path: str,
    line: int,
) -> Problem:
    at = _known_part(error["loc"], places)
    place = places.get(at, Place(line, ""))
    kind = error["type"]
    code = CODES.get(kind, kind if kind[1:].isdigit() else "F04")
    details: dict[str, object] = {"value": error["input"], **error.get("ctx", {})}
    details["value"] = _short(details["value"])
    name = _written_path(at, places)
    if code == "F02" and at != error["loc"]:
        missing = error["loc"][-1]
        inside = place.name if at else _file_word(path)
        name = ".".join(filter(None, [name, written(str(missing), inside)]))
    if code == "F01":
        inside = places[at[:-1]].name if at[:-1] in places else _file_word(path)
        part = _part_at(model, at[:-1])
        known = sorted(written(attribute, inside) for attribute in part.model_fields)
        details["nearest"] = nearest(place.name.lower(), known)
        details["known"] = ", ".join(known)
        code = "F01" if details["nearest"] else "F29"
    if code == "F03":
        details["expected"] = str(details["expected"]).replace("'", "").replace(" or ", ", ")
    if code == "F08" and "max_length" in details:
        details |= {"length": len(str(error["input"])), "least": 0, "most": details["max_length"]}
    return problem(path, place.line, name, code, **details)


def _part_at(model: type[BaseModel], at: FieldPath) -> type[BaseModel]:
    """Return the model of the part to which a path of attributes leads."""
    for name in at:
        if name in model.model_fields:
            model = _model_inside(model.model_fields[str(name)].annotation) or model
    return model


def _model_inside(annotation: object) -> type[BaseModel] | None:
    """Return the model that a type such as `tuple[Post, ...] | None` holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_inside, get_args(annotation))), None)


def _known_part(loc: tuple[str | int, ...], places: Mapping[FieldPath, Place]) -> FieldPath:
    """Return the part of an error's path that stands in the file, without names of pydantic."""
    at: FieldPath = ()
    for part in loc:
        if (*at, part) in places:
            at = (*at, part)
    return at


def _written_path(at: FieldPath, places: Mapping[FieldPath, Place]) -> str:
    names: list[str] = []
    for n, part in enumerate(at, 1):
        if isinstance(part, int):
            names[-1:] = [f"{names[-1] if names else ''}[{part + 1}]"]
        else:
            names.append(places[at[:n]].name)
    return ".".join(names)


def _file_word(path: str) -> str:
    return path.rsplit("/", 1)[-1].partition(".")[0]


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."
