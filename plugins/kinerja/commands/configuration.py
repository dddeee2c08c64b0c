"""The settings of this portal for commands that do not run Pelican."""

import runpy
from pathlib import Path

from kinerja.building.settings import BuildSettings, read_settings

from .environment import PROJECT

CONFIGURATION = PROJECT / "pelicanconf.py"


def project_settings(content: Path) -> BuildSettings:
    """Return the settings of `pelicanconf.py` with another content folder. Raises BadSetting."""
    return read_settings({**runpy.run_path(str(CONFIGURATION)), "PATH": str(content)})
