"""Stamps of files: what tells that nothing changed."""

import time
from pathlib import Path

import pytest

from kinerja.building import inputs
from kinerja.building.inputs import are_settled, look, stamps


def test_a_stamp_tells_every_change(tmp_path: Path) -> None:
    """New bytes, another file under the same name, new and gone files; our locks are none."""
    file, other = tmp_path / "a.md", tmp_path / "sub" / "b.md"
    file.write_text("satu")
    seen = [stamps(tmp_path)]
    other.parent.mkdir()
    other.write_text("dua")
    seen.append(stamps(tmp_path))
    time.sleep(0.02)  # a tick of the file system
    file.write_text("tiga")
    seen.append(stamps(tmp_path))
    other.replace(file)
    seen.append(stamps(tmp_path))
    (tmp_path / "~$lock").write_text("")
    assert seen[-1] == stamps(tmp_path)
    assert len(seen) == len({repr(sorted(each.items())) for each in seen})


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """It is a mistake where content stands, and changes like a file."""
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "tautan").symlink_to(tmp_path)
    assert [str(tmp_path / "isi" / "tautan")] == list(stamps(tmp_path / "isi"))


def test_a_young_file_proves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may change again without another stamp."""
    (tmp_path / "a.md").write_text("satu")
    found = stamps(tmp_path)
    young = max(max(stamp[:2]) for stamp in found.values())
    assert (False, True) == (
        are_settled(found, young + inputs.SETTLED_NS),
        are_settled(found, young + inputs.SETTLED_NS + 1),
    )
    assert "" == look(tmp_path)
    monkeypatch.setattr(inputs, "SETTLED_NS", -1_000_000_000)
    before = look(tmp_path)
    assert before == look(tmp_path)
    (tmp_path / "b.md").write_text("dua")
    assert before != look(tmp_path)
