"""Settings that can change without a trace are never "unchanged"."""

from pathlib import Path

import pytest

from kinerja.building.note import note_of
from kinerja.building.unchanged import Asked, _is_plain, find_said
from kinerja.commands.environment import PROJECT
from kinerja.secret import mac

NOTE = '{"inputs": "", "from": "2000-01-01T00:00:00Z", "until": "2999-01-01T00:00:00Z"}'


def test_our_settings_are_plain() -> None:
    """The file of the project depends on its own text alone."""
    assert _is_plain((PROJECT / "pelicanconf.py").read_bytes())


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "from os import environ",
        "import kementerian.setelan",
        "SITEURL = open('alamat.txt').read()",
        "SITEURL = (ROOT / 'alamat.txt').read_text()",
        "SITEURL = ",
    ],
)
def test_settings_that_look_elsewhere_are_not(line: str) -> None:
    """By an import, by a file, or by what nobody can read."""
    assert not _is_plain(f"from pathlib import Path\n{line}\n".encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"rusak",
        b"00\n{}",
        NOTE.encode(),
        mac(b"[]").hex().encode() + b"\n[]",
        mac(NOTE.encode()).hex().encode() + b"\n" + NOTE.encode(),
        b"00" * 32 + b"\n" + NOTE.encode(),
    ],
)
def test_a_note_that_cannot_be_believed_is_none(data: bytes, tmp_path: Path) -> None:
    """It is damaged, of somebody else, or of another build."""
    asked = Asked(tmp_path / "isi", tmp_path / "situs", "", True, "id")
    note_of(asked.output).parent.mkdir(parents=True)
    note_of(asked.output).write_bytes(data)
    assert find_said(asked) is None


def test_a_time_that_is_none_is_left_to_the_build(tmp_path: Path) -> None:
    """It says in words what is wrong with it."""
    asked = Asked(tmp_path / "isi", tmp_path / "situs", "kemarin", True, "id")
    note_of(asked.output).parent.mkdir(parents=True)
    note_of(asked.output).write_bytes(mac(NOTE.encode()).hex().encode() + b"\n" + NOTE.encode())
    assert find_said(asked) is None
