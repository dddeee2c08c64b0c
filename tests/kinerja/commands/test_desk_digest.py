"""`invoke desk.digest`: the digest as a stranger computes it with sed and sha256sum."""

import subprocess
from pathlib import Path

import pytest

from kinerja.commands.desk import digest as command
from tests.kinerja import contents
from tests.kinerja.contents import DATASET, PUBLICATION, change

Capture = pytest.CaptureFixture[str]

BY_HAND = r"""
covered=$(sed '2,/^---$/{/^\(status\|biaya\):/d}' "$record" | sha256sum | cut -d' ' -f1)
{ printf '%s  %s\n' "$covered" "$record"; sha256sum lampiran/$id/*; } | LC_ALL=C sort | sha256sum
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes."""
    return contents.write_content(tmp_path)


def test_sed_and_sha256sum_give_the_same(root: Path, capsys: Capture) -> None:
    """Whatever stands in `status` and `biaya`; every covered file is named."""
    path = contents.PATHS["publikasi"]
    for status in ("siap", "draf"):
        change(root, path, "status: siap", f"status: {status}")
        assert 0 == command.run(str(root), PUBLICATION)
        told = capsys.readouterr().out.split()
        script = ["sh", "-c", f"id={PUBLICATION}\nrecord={path}\n{BY_HAND}"]
        by_hand = subprocess.run(script, cwd=root, capture_output=True, check=True, text=True)
        assert [by_hand.stdout.split()[0], path, contents.PICTURE] == told


def test_the_digest_of_data_is_that_of_the_file(root: Path, capsys: Capture) -> None:
    """A dataset and a table are one file each."""
    for record_id, path in (("capaian-kepuasan", DATASET), ("tabel-unit", "data/unit.csv")):
        assert 0 == command.run(str(root), record_id)
        script = ["sha256sum", path]
        by_hand = subprocess.run(script, cwd=root, capture_output=True, check=True, text=True)
        assert [by_hand.stdout.split()[0], path] == capsys.readouterr().out.split()


def test_no_such_record_or_folder(root: Path, capsys: Capture) -> None:
    """The nearest id; the folder that is not there."""
    assert 1 == command.run(str(root), "kontk")
    assert "mungkin maksudnya kontak" in capsys.readouterr().out
    assert 2 == command.run(str(root / "tidak-ada"), "kontak")
    assert str(root / "tidak-ada") in capsys.readouterr().out
