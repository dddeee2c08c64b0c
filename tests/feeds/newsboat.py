"""newsboat for tests: without its screen, with nothing of the user's."""

import os
import subprocess
from pathlib import Path

FILES = {"-u": "urls", "-C": "config", "-c": "cache.db"}


def run_newsboat(program: Path, folder: Path, *commands: str, option: str = "-x") -> None:
    """Run newsboat on the feeds in `urls` of a folder, where its cache lies too."""
    (folder / "config").touch()
    words = [word for name, file in FILES.items() for word in (name, str(folder / file))]
    subprocess.run(
        [str(program), *words, option, *commands],
        check=True,
        timeout=60,
        env=os.environ | {"HOME": str(folder)},
        stdout=subprocess.DEVNULL,
    )
