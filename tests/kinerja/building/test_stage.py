"""A build grows beside the site and becomes it by one step."""

from pathlib import Path

import pytest

from kinerja.building.faults import NotOurs
from kinerja.building.stage import Stage, begin, builds_folder, discard, publish, swap_folders


def built(output: Path, text: str) -> Stage:
    """Return a finished stage whose only page says `text`."""
    stage = begin(output)
    (stage.folder / "index.html").write_text(text)
    (stage.folder / "manifes.json").write_text("{}")
    return stage


def page(output: Path) -> str:
    """Return what the site says."""
    return (output / "index.html").read_text()


def test_the_site_is_a_link_to_the_newest_build(tmp_path: Path) -> None:
    """The last two builds stay, older ones go."""
    output = tmp_path / "output"
    for text in ("satu", "dua", "tiga"):
        publish(built(output, text))
    assert ("tiga", True) == (page(output), output.is_symlink())
    assert ["2", "3"] == sorted(p.name for p in builds_folder(output).iterdir() if p.is_dir())


def test_a_stage_that_is_left_behind_is_cleared(tmp_path: Path) -> None:
    """Whether the build gave up by itself or was killed."""
    output = tmp_path / "output"
    publish(built(output, "lama"))
    discard(built(output, "gagal"))
    killed = built(output, "mati")
    stage = begin(output)
    assert ("lama", []) == (page(output), [*stage.folder.iterdir()])
    assert killed.folder == stage.folder


def test_an_empty_folder_gives_way(tmp_path: Path) -> None:
    """An editor may have made it by hand."""
    output = tmp_path / "output"
    output.mkdir()
    publish(built(output, "satu"))
    assert ("satu", True) == (page(output), output.is_symlink())


def test_a_plain_copy_of_a_site_gives_way(tmp_path: Path) -> None:
    """A folder with a manifest is ours, also where somebody copied it; it is kept aside."""
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("salinan")
    (output / "manifes.json").write_text("{}")
    publish(built(output, "baru"))
    assert "baru" == page(output)
    assert "salinan" == page(builds_folder(output) / "before")


def test_a_foreign_folder_is_left_alone(tmp_path: Path) -> None:
    """Also a link that leads elsewhere."""
    output = tmp_path / "output"
    output.mkdir()
    (output / "surat.txt").write_text("penting")
    with pytest.raises(NotOurs):
        begin(output)
    link = tmp_path / "tautan"
    link.symlink_to(output)
    with pytest.raises(NotOurs):
        begin(link)
    assert "penting" == (output / "surat.txt").read_text()


def test_without_links_folders_are_swapped(tmp_path: Path) -> None:
    """As on Windows, again and again; the site before stays aside."""
    output = tmp_path / "output"
    for text in ("satu", "dua", "tiga"):
        stage = built(output, text)
        stage.folder.rename(stage.final)
        swap_folders(stage)
    assert ("tiga", False) == (page(output), output.is_symlink())
    assert "dua" == page(builds_folder(output) / "before")
