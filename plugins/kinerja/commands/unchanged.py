"""The first look of `invoke build`: where nothing changed, Pelican need not even start."""

import os
import sys
from pathlib import Path

from kinerja.building.unchanged import Asked, find_said


def run(content: str, output: str, as_of: str, release: bool) -> bool:
    """Say what the last build said, where one now would make the same site; whether it was so."""
    language = "en" if os.environ.get("PORTAL_LANG", "id") == "en" else "id"
    said = find_said(
        Asked(Path(content).absolute(), Path(output).absolute(), as_of, release, language)
    )
    sys.stdout.write(said or "")
    return said is not None
