"""The same bytes from every Python that we allow, as far as `python3.<n>` is in PATH."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kinerja.commands.environment import PROJECT
from tests.site.builds import (
    EXAMPLE_NOW,
    Place,
    build_options,
    copy_example,
    copy_project,
    different,
    environment,
    tree,
)

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
LOCKS = (
    ("-r", "requirements-build.txt"),
    ("--no-build-isolation", "--use-pep517", "-r", "requirements.txt"),
)


def made_environment(python: str, folder: Path) -> Path:
    """Return the Python of a new virtual environment with the locked packages; skips without."""
    made = folder / "bin" / "python"
    commands = [[python, "-m", "venv", str(folder)]]
    commands += [[str(made), "-m", "pip", "install", "--require-hashes", *lock] for lock in LOCKS]
    for command in commands:
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"no packages for {python}: {done.stderr.strip().splitlines()[-1:]}")
    return made


def said(site: dict[str, bytes]) -> dict[str, object]:
    """Take the manifest out of a site; return what it says but for the versions of its tools."""
    found: dict[str, object] = json.loads(site.pop("manifes.json"))
    del found["perangkat"]
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_another_python_gives_the_same_bytes(
    version: str, example: Place, tmp_path: Path, measured: list[str]
) -> None:
    """Every file of the example; the manifest too, but for the versions that it names."""
    found = shutil.which(f"python{version}")
    words = [found or "false", "-c", "import sys; print(sys.version.split()[0])"]
    asked = subprocess.run(words, capture_output=True, text=True, check=False)
    if asked.returncode or asked.stdout.strip() == sys.version.split()[0]:
        pytest.skip(f"no python{version} in PATH but the one that runs this")
    python = made_environment(str(found), tmp_path / "lingkungan")
    place, project = copy_example(tmp_path / "contoh"), copy_project(tmp_path / "proyek")
    options = build_options(place, "--no-release", as_of=EXAMPLE_NOW)
    subprocess.run(
        [python, "-m", "invoke", *options],
        cwd=project,
        env=environment(),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    expected, actual = tree(example.output), tree(place.output)
    size = sum(map(len, actual.values())) / 1e6
    assert said(expected) == said(actual)
    assert [] == different(expected, actual)
    measured.append(
        f"bytes compared: {len(actual)} files, {size:.0f} MB, the same from Python "
        f"{asked.stdout.strip()} as from {sys.version.split()[0]}"
    )
