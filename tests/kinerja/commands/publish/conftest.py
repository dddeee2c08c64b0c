"""A finished site and targets here and behind ssh, for every test of `invoke publish`."""

import os
from pathlib import Path

import pytest

from .publications import write_program, write_site

SSH = """\
#!/bin/sh
# Stands for ssh: drops its options, and runs the command at home as a far machine would.
while [ "${1#-}" != "$1" ]; do case $1 in -o | -l) shift ;; esac; shift; done
host=$1
shift
case $host in *mati*) echo "ssh: connect to host $host port 22: refused" >&2; exit 255 ;; esac
cd "$FAR" && exec sh -c "$*"
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder whose programs are found before those of the system; `ssh` is one."""
    folder = tmp_path / "program"
    (tmp_path / "jauh").mkdir()
    monkeypatch.setenv("FAR", str(tmp_path / "jauh"))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    write_program(folder / "ssh", SSH)
    return folder


@pytest.fixture(params=["here", "there"])
def place(request: pytest.FixtureRequest, tmp_path: Path, programs: Path) -> tuple[str, Path]:
    """Return a target as it is written, and the folder that it is: here, or behind ssh."""
    if request.param == "here":
        return str(tmp_path / "situs publik"), tmp_path / "situs publik"
    return "petugas@web.example:srv/situs publik", tmp_path / "jauh/srv/situs publik"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return a finished site, as a build leaves it behind its link."""
    return write_site(tmp_path)
