"""twitter-text as X publishes it, here as the referee of our own count.

It asks `pkg_resources` for one file, a module that no longer exists: a stand-in answers.
"""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any


def load_referee() -> Any:
    """Return the module `twitter_text`."""
    stand_in: Any = ModuleType("pkg_resources")
    stand_in.resource_string = _resource
    sys.modules.setdefault("pkg_resources", stand_in)
    import twitter_text

    return twitter_text


def _resource(module: str, name: str) -> bytes:
    spec = importlib.util.find_spec(module)
    assert spec is not None and spec.origin is not None
    return (Path(spec.origin).parent / name).read_bytes()
