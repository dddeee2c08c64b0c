"""Sites to publish, what publishing them says, and what is served afterwards."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from kinerja.building.stage import builds_folder
from kinerja.commands import publish as command
from tests.site.builds import tree

Capture = pytest.CaptureFixture[str]

PAGE = "<p>Satu halaman yang cukup panjang untuk dipadatkan.</p>\n" * 40
FILES = {"index.html": PAGE, "isu/a/index.html": "<p>Isu", "data/biaya.csv": "a,b\n1,2\n" * 300}


def write_program(path: Path, text: str) -> None:
    """Write a program of a test."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)


def write_site(
    root: Path,
    files: dict[str, str] | None = None,
    gone: Iterable[str] = (),
    **announced: object,
) -> Path:
    """Write a build with its manifest and turn `output` to it; `gone` are withdrawn addresses."""
    output = root / "output"
    builds = builds_folder(output)
    site = builds / str(len([*builds.glob("[0-9]*")]) + 1)
    lines = "".join(f'"{address}" "410";\n' for address in gone)
    told = FILES | (files or {}) | {"alamat.map": lines}
    for path, text in told.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    digests = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in told.items()}
    manifest = {"hari": "2026-03-01", "berkas": digests, **announced}
    (site / "manifes.json").write_text(json.dumps(manifest), "utf-8")
    output.unlink(missing_ok=True)
    output.symlink_to(site)
    return output


def published(output: Path, to: object, capsys: Capture, **asked: object) -> tuple[int, str]:
    """Return the exit code of the command and what it printed; never a traceback."""
    capsys.readouterr()
    code = command.run(str(output), str(to), **asked)  # type: ignore[arg-type]  # options of a test
    printed = capsys.readouterr().out
    assert "Traceback" not in printed and "Kesalahan program" not in printed, printed
    return code, printed


def served(folder: Path) -> dict[str, bytes]:
    """Return what is served, without compressed copies."""
    files = tree(folder / "current")
    return {path: data for path, data in files.items() if not path.endswith((".gz", ".br"))}


def releases(folder: Path) -> list[str]:
    """Return the names of what is kept."""
    return sorted(path.name for path in (folder / "releases").iterdir())
