"""What a published manifest announced is missed at the next build, whatever day that is for."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.approval.gate import decide
from kinerja.building.announced import (
    Announced,
    announcement,
    lost_records,
    newly_erased,
    parse_announced,
)
from kinerja.building.settings import BuildSettings, read_settings
from kinerja.model.governance import Erasure
from kinerja.model.portal import Content
from kinerja.reading.governance import render_erasure
from tests.cost_appendix.reviews import review, write_reviews
from tests.kinerja import contents
from tests.kinerja.building.test_settings import USUAL
from tests.kinerja.contents import AS_OF, DECISIONS, change, read, release, write, write_content

LOG = "data/rilis.csv"


@pytest.fixture
def settings(tmp_path: Path) -> BuildSettings:
    """Return settings of a folder with a site whose manifest announced everything."""
    root, output = tmp_path / "isi", tmp_path / "situs"
    write_content(root)
    release(root)
    settings = read_settings({**USUAL, "PATH": str(root), "OUTPUT_PATH": str(output)})
    announce(output, read(root))
    return settings


def announce(output: Path, content: Content) -> None:
    """Write a manifest as of AS_OF."""
    document = announcement(content, decide(content, AS_OF, mint=False), AS_OF)
    write(output, "manifes.json", json.dumps(document))


def lost(settings: BuildSettings) -> list[str]:
    """Return the codes of what is missed now."""
    return [found.code for found in lost_records(settings, read(settings.content))]


def test_nothing_is_missed_while_all_is_there(settings: BuildSettings) -> None:
    """Nor where more was decided and released since."""
    assert [] == lost(settings)
    change(settings.content, contents.PATHS["halaman"], "Tulis ke", "Tulis kepada")
    contents.approve(settings.content, "kontak", AS_OF + timedelta(hours=1))
    release(settings.content, AS_OF + timedelta(days=1))
    assert [] == lost(settings)


def cut_last_line(root: Path, path: str) -> None:
    """Leave the last line out."""
    lines = (root / path).read_text("utf-8").splitlines(keepends=True)
    write(root, path, "".join(lines[:-1]))


DAMAGES: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "last line of decisions": (lambda root: cut_last_line(root, DECISIONS), ["G14"]),
    "all decisions on a record": (lambda root: (root / DECISIONS).unlink(), ["G14"]),
    "a decision changed": (lambda root: change(root, DECISIONS, "T09:00", "T08:59"), ["G14"]),
    "last line of the log": (lambda root: cut_last_line(root, LOG), ["G15"]),
    "the log": (lambda root: (root / LOG).unlink(), ["G15"]),
    "a release changed": (lambda root: change(root, LOG, "2026-03-01", "2026-02-28"), ["G15"]),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_was_announced_is_missed(settings: BuildSettings, name: str) -> None:
    """Lines that are gone or were changed, in decisions and in the release log."""
    damage, expected = DAMAGES[name]
    damage(settings.content)
    assert expected == lost(settings)


def test_every_loss_is_told(settings: BuildSettings) -> None:
    """Decisions and releases at once."""
    for path in (DECISIONS, LOG):
        cut_last_line(settings.content, path)
    assert ["G14", "G15"] == lost(settings)


REVIEWS = "persetujuan/biaya-2026.jsonl"


@pytest.mark.parametrize(
    "damage",
    [
        lambda root: (root / REVIEWS).unlink(),
        lambda root: cut_last_line(root, REVIEWS),
        lambda root: change(root, REVIEWS, "SIM-1", "SIM-2"),
    ],
    ids=["all reviews", "last review", "a review changed"],
)
def test_reviews_of_the_ledger_are_missed_too(
    settings: BuildSettings, damage: Callable[[Path], None]
) -> None:
    """They are decisions about money."""
    root = settings.content
    write_reviews(root, review(root, 1, 1, waktu="2026-02-10T09:00:00+07:00"))
    announce(settings.output, read(root))
    assert [] == lost(settings)
    damage(root)
    assert ["G14"] == lost(settings)


def test_how_many_decisions_are_missed(settings: BuildSettings) -> None:
    """The sentence counts them."""
    (settings.content / DECISIONS).unlink()
    (found,) = lost_records(settings, read(settings.content))
    assert {"count": "2"} == {name: str(value) for name, value in found.details}


def test_the_order_of_lines_means_nothing(settings: BuildSettings) -> None:
    """Decisions are a set: two branches put together are not a loss."""
    lines = (settings.content / DECISIONS).read_text("utf-8").splitlines(keepends=True)
    write(settings.content, DECISIONS, "".join(reversed(lines)))
    assert [] == lost(settings)


@pytest.mark.parametrize(
    "text",
    [
        *(None, "", "[]", "bukan json", "{}", '{"keputusan":[]}', '{"rilis":[]}'),
        *('{"keputusan":7}', '{"keputusan":[[]]}', '{"rilis":{"baris":-1}}', '{"dihapus":{}}'),
    ],
)
def test_without_an_earlier_manifest_nothing_is_missed(
    settings: BuildSettings, text: str | None
) -> None:
    """A first build, or a site of an earlier version."""
    (settings.output / "manifes.json").unlink()
    if text is not None:
        write(settings.output, "manifes.json", text)
    (settings.content / DECISIONS).unlink()
    assert [] == lost(settings)


def test_later_decisions_are_not_announced(settings: BuildSettings) -> None:
    """A manifest of an earlier day speaks of its own day only."""
    content = read(settings.content)
    early = announcement(content, decide(content, AS_OF, mint=False), contents.APPROVED)
    whole = announcement(content, decide(content, AS_OF, mint=False), AS_OF)
    assert (4, 8) == tuple(len(list(map(str, _list(d["keputusan"])))) for d in (early, whole))
    assert {"baris": 0} == {k: v for k, v in _dict(early["rilis"]).items() if k == "baris"}


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def _dict(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value


def test_older_builds_go_once_a_record_was_erased(settings: BuildSettings) -> None:
    """As long as any build stands that does not know of the erasure, also after a crash."""
    content = read(settings.content)
    assert not newly_erased(settings, content)
    record = content.editions["kontak"]
    note = Erasure(
        v=1,
        record="kontak",
        type=record.kind,
        code=contents.CODES["halaman"],
        date=AS_OF.date(),
        digests=(record.digest,),
        time=AS_OF,
    )
    write(settings.content, "persetujuan/dihapus/kontak.json", render_erasure(note))
    content = read(settings.content)
    assert newly_erased(settings, content)
    announce(settings.output, content)
    assert not newly_erased(settings, content)
    write(settings.output.parent, ".builds/situs/1/manifes.json", "{}")
    assert newly_erased(settings, content)


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff{", b'{"berkas": 3}'])
def test_what_is_no_manifest_announces_nothing(data: bytes) -> None:
    """Whoever compares with it then finds every file new, and none lost."""
    assert Announced() == parse_announced(data)
