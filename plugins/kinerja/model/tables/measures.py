"""Units of measure and scales (`satuan.csv`, `skala.yaml`)."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from kinerja.model.fields import Day, FieldError, Frozen, Plain, Slug, Whole


class Shape(StrEnum):
    """What sort of value a unit of measure has."""

    INDEX = "indeks"
    PERCENT = "persen"
    COUNT = "jumlah"
    RUPIAH = "rupiah"
    DAYS = "hari"
    CATEGORY = "kategori"


class Measure(Frozen):
    """A unit of measure with the range of its values."""

    id: Slug
    name: Plain
    shape: Shape
    least: Decimal | None = None
    most: Decimal | None = None


class Band(Frozen):
    """One category of a scale, both ends included."""

    least: Decimal
    most: Decimal
    value: Plain
    label: Plain


class Scale(Frozen):
    """Categories from a day on: bands of numbers, or labels in order from worst to best."""

    KEY: ClassVar = ("id", "valid_from")

    id: Slug
    basis: Plain | None = None
    valid_from: Day | None = None
    decimals: Annotated[Whole, Field(le=9)] = 2
    bands: tuple[Band, ...] = ()
    order: tuple[Plain, ...] = ()

    @model_validator(mode="after")
    def has_bands_or_an_order(self) -> "Scale":
        """Either `pita`, which do not overlap, or `urutan` without a label twice."""
        bands = sorted(self.bands, key=lambda band: band.least)
        overlap = any(low.most >= high.least for low, high in pairwise(bands))
        turned = any(band.least > band.most for band in bands)
        twice = len(set(self.order)) < len(self.order)
        if bool(bands) == bool(self.order) or overlap or turned or twice:
            raise FieldError("F35")
        return self

    def band(self, value: Decimal) -> Band | None:
        """Return the category of a number, rounded half up first; None outside all bands."""
        rounded = value.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)
        return next((band for band in self.bands if band.least <= rounded <= band.most), None)


def scale_on(scales: tuple[Scale, ...], day: date) -> Scale | None:
    """Return the scale in force on a day: the newest that begins no later."""
    begun = [s for s in scales if s.valid_from is None or s.valid_from <= day]
    return max(begun, key=lambda s: s.valid_from or date.min, default=None)
