"""Plain values of a valid record, as the models are given them, with changes."""

import pytest
from pydantic import ValidationError

from kinerja.model.fields import Frozen
from kinerja.model.records import Kind
from kinerja.reading.records import split_front_matter
from kinerja.reading.yaml_text import read_yaml
from tests.kinerja import contents


def tree(kind: Kind, **changes: object) -> dict[str, object]:
    """Return a valid record of a kind with English keys; None takes a key away."""
    front, _, _ = split_front_matter(contents.record_text(kind))
    values = read_yaml(front, "").tree
    assert isinstance(values, dict)
    return {key: value for key, value in {**values, **changes}.items() if value is not None}


def codes(model: type[Frozen], values: dict[str, object]) -> list[str]:
    """Return the codes of what a model refuses."""
    with pytest.raises(ValidationError) as error:
        model.model_validate(values)
    return [found["type"] for found in error.value.errors()]
