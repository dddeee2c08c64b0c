"""Ids that name something else: the class of an id says where that something stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .fields import FieldError, FieldPath, Form, Slug
from .period import parse_period


class Reference(str):
    """An id of something else; `place` is the file or folder in which it must stand."""

    __slots__ = ()
    place: ClassVar[str]

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read a slug as this kind of id."""
        return core_schema.no_info_after_validator_function(cls, handler.generate_schema(Slug))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: Callable[[CoreSchema], dict[str, Any]]
    ) -> dict[str, Any]:
        """Add where the id must stand to what pydantic knows."""
        return {**handler(schema), "place": cls.place}


class UnitId(Reference):
    """A row of `unit.csv`."""

    place = "data/unit.csv"


class MeasureId(Reference):
    """A row of `satuan.csv`."""

    place = "data/satuan.csv"


class SourceId(Reference):
    """A row of `sumber.csv`."""

    place = "data/sumber.csv"


class MessageId(Reference):
    """An entry of `pesan.yaml`."""

    place = "data/pesan.yaml"


class ScaleId(Reference):
    """An entry of `skala.yaml`."""

    place = "data/skala.yaml"


class PlatformId(Reference):
    """An entry of `platform.yaml`."""

    place = "data/platform.yaml"


class ServiceId(Reference):
    """A record of `layanan/`."""

    place = "layanan/"


class IndicatorId(Reference):
    """A record of `indikator/`."""

    place = "indikator/"


@dataclass(frozen=True, slots=True)
class IndicatorRef:
    """A reference `id`, `id@periode` or `id[rincian]@periode`; absent parts are ''."""

    id: str
    detail: str = ""
    period: str = ""

    @property
    def name(self) -> str:
        """Return it as it is written in a figure: `id[rincian] periode`."""
        return (
            f"{self.id}[{self.detail}] {self.period}" if self.detail else f"{self.id} {self.period}"
        )


REFERENCE = re.compile(r"(?P<id>[a-z0-9-]+)(\[(?P<detail>[^\]\s]+)\])?(@(?P<period>\S+))?")


def parse_reference(value: object) -> IndicatorRef:
    """Parse `id`, `id@periode` or `id[rincian]@periode`."""
    if isinstance(value, IndicatorRef):
        return value
    found = REFERENCE.fullmatch(value) if isinstance(value, str) else None
    try:
        if not found:
            raise ValueError(value)
        if found["period"]:
            parse_period(found["period"])
    except ValueError:
        raise FieldError("F18", value=value) from None
    return IndicatorRef(found["id"], found["detail"] or "", found["period"] or "")


WRITTEN = Annotated[
    str, Form("F18", REFERENCE), Field(json_schema_extra={"place": IndicatorId.place})
]
"""How an editor writes one."""

MeasuredBy = Annotated[
    IndicatorRef, BeforeValidator(parse_reference, json_schema_input_type=WRITTEN)
]


def references(
    value: object, at: FieldPath = ()
) -> Iterator[tuple[FieldPath, Reference | IndicatorRef]]:
    """Yield every reference inside a frozen value, with the path of attributes that leads to it."""
    if isinstance(value, Reference | IndicatorRef):
        yield at, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from references(getattr(value, name), (*at, name))
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from references(item, (*at, n))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from references(key, (*at, key))
            yield from references(item, (*at, key))
