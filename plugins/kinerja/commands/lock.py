"""`invoke dev.lock`: pyproject.toml to the lock files that every set-up installs from.

The locks hold for every platform and for Python 3.11 and later, with the hash of every file and
without the address of any index, so that a mirror serves as well.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kinerja.disk import write_atomic

from .environment import PROJECT, Command

SOURCE = "pyproject.toml"
NO_UV = "uv is not installed; run ./invoke dev.lock, or install requirements-test.txt first"
ADDRESS = re.compile(r"^(?!\s*#).*://|^\s*-(?!-hash=)", re.MULTILINE)
"""An address outside comments, or an option of pip other than a hash."""


LOCKS: dict[str, Command] = {
    "requirements-build.txt": ("--group", "build"),
    "requirements.txt": (SOURCE,),
    "requirements-test.txt": (SOURCE, "--extra", "test", "--constraints", "requirements.txt"),
}
"""Lock file -> the part of pyproject.toml that it answers for, as arguments of uv.

In this order: the tests take the versions of the site, so that one folder serves both.
"""


def compile_command(name: str, upgrade: bool) -> Command:
    """Return the call of uv that writes the lock into the folder where it runs."""
    return (
        *(sys.executable, "-m", "uv", "pip", "compile", "--quiet"),
        *("--universal", "--generate-hashes", "--python-version", "3.11"),
        *("--custom-compile-command", "./invoke dev.lock", "--output-file", name),
        *(("--upgrade",) if upgrade else ()),
        *LOCKS[name],
    )


def find_address(text: str) -> str | None:
    """Return the first line of a lock that names an index or an address, or None."""
    found = ADDRESS.search(text)
    return text[found.start() :].strip().splitlines()[0] if found else None


def run(upgrade: bool = True, project: Path = PROJECT) -> int:
    """Renew the lock files from pyproject.toml; return 0, or the code of uv, or 1 for an address.

    With `upgrade` every package goes to its newest version, else only what pyproject.toml changed
    moves. The files are replaced only when all of them could be made; without uv the code is 2.
    """
    if importlib.util.find_spec("uv") is None:
        print(NO_UV, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        for name in (SOURCE, *LOCKS):
            if (project / name).exists():
                shutil.copyfile(project / name, stage / name)
        for name in LOCKS:
            done = subprocess.run(compile_command(name, upgrade), cwd=stage, check=False)
            if done.returncode:
                return done.returncode
        texts = {name: (stage / name).read_text("utf-8") for name in LOCKS}
    return replace_locks(project, texts)


def replace_locks(project: Path, texts: Mapping[str, str]) -> int:
    """Write the locks and print which changed; write none and return 1 if one has an address."""
    for name, text in texts.items():
        if address := find_address(text):
            print(f"{name} is not written, it would hold an address: {address}", file=sys.stderr)
            return 1
    for name, text in texts.items():
        path = project / name
        is_same = path.exists() and path.read_text("utf-8") == text
        print(f"{name}: {'unchanged' if is_same else 'renewed'}")
        if not is_same:
            write_atomic(path, text.encode())
    return 0
