"""The same as tests/site/test_equivalence.py, ten times as often and longer."""

from pathlib import Path

import pytest

from tests.site import test_equivalence as few
from tests.site.test_equivalence import written

__all__ = ["written"]


@pytest.mark.parametrize("seed", range(1_000, 1_200))
def test_many_steps_lead_to_the_site_of_a_cold_build(
    seed: int, written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """200 sequences of eight edits."""
    monkeypatch.setattr(few, "STEPS", 8)
    few.test_steps_lead_to_the_site_of_a_cold_build(seed, written, tmp_path, monkeypatch)
