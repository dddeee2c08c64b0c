"""Settings of the project as commands read them, changed for a test."""

from pathlib import Path

import pytest

from kinerja.commands import configuration

PROJECT_SETTINGS = configuration.CONFIGURATION


def use_settings(monkeypatch: pytest.MonkeyPatch, folder: Path, **changes: str) -> Path:
    """Let commands read the settings of the project with these changes; return their cache."""
    cache = folder / "tembolok"
    lines = "".join(f"{name} = {value!r}\n" for name, value in changes.items())
    text = f"import runpy\nglobals().update(runpy.run_path({str(PROJECT_SETTINGS)!r}))\n{lines}"
    path = folder / "pengaturan.py"
    path.write_text(f"{text}CACHE_PATH = {str(cache)!r}\n", "utf-8")
    monkeypatch.setattr(configuration, "CONFIGURATION", path)
    return cache
