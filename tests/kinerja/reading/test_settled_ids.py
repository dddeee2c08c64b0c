"""Ids and codes: each stands once over the whole folder, and some are the portal's own."""

from pathlib import Path

import pytest

from kinerja.model.documents import Edition
from kinerja.model.fields import Digest
from kinerja.model.records import Kind
from kinerja.reading.references import settle_ids
from tabular.problems import problem
from tests.kinerja import contents
from tests.kinerja.contents import release, told, write_record


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes."""
    return contents.write_content(tmp_path)


@pytest.mark.parametrize(
    "name", ["metode", "hal", "bulan", "sematan", "arsip", "tabel-unit", "capaian-a", "biaya-2026"]
)
def test_reserved_names(root: Path, name: str) -> None:
    """Addresses and decisions of the portal's own."""
    assert [(0, "", "F25")] == told(root, write_record(root, "halaman", name))


def test_an_id_stands_once(root: Path) -> None:
    """Over all kinds of records; the first by path keeps its state, the later is told."""
    path = write_record(root, "halaman", "nikah")
    assert [(0, "", "F24")] == told(root, path)
    assert "layanan/nikah.md" == release(root).verdicts["nikah"].path


def test_a_code_stands_once(root: Path) -> None:
    """It is an address and a feed entry for ever; a copied file is told with the other's id."""
    code = contents.CODES["halaman"]
    path = write_record(root, "halaman", "salinan", kode=code)
    (found,) = (item for item in release(root).problems if item.path == path)
    assert problem(path, 2, "kode", "F26", other="kontak") == found
    assert release(root).verdicts["kontak"].edition is not None


def two_of_one_id() -> list[Edition]:
    """Two unreadable records of one id, in two folders."""
    kinds = (Kind.SERVICE, Kind.PAGE)
    return [Edition("a", kind, f"{kind}/a.md", Digest(""), None) for kind in kinds]


def test_only_the_first_of_an_id_stays() -> None:
    """Editions without a value are counted too: their name is taken, the first by path has it."""
    kept, problems = settle_ids(two_of_one_id(), lambda _: ())
    assert "halaman/a.md" == kept["a"].path
    assert [("layanan/a.md", "F24")] == [(found.path, found.code) for found in problems]


def test_an_approved_file_keeps_its_id() -> None:
    """Whoever comes later with the same id takes nothing from the one that was approved."""
    kept, problems = settle_ids(two_of_one_id(), lambda _: {"layanan/a.md"})
    assert "layanan/a.md" == kept["a"].path
    assert [("halaman/a.md", "F24")] == [(found.path, found.code) for found in problems]
