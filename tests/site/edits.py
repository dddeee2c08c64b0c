"""Everything that happens to a site between two builds, each as a function that does it once.

`World` is a place with a project of its own around it; `build` does what `invoke build` does,
within this process. What is done is drawn from EDITS by a seeded generator.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import sleep
from typing import Any

import pytest
from rich.console import Console

from kinerja.building import inputs, site, unchanged
from kinerja.building.faults import ContentStops
from kinerja.building.unchanged import Asked
from kinerja.commands import build as command
from kinerja.commands.deciding import append_decision
from kinerja.model.governance import Act
from tests.kinerja.contents import (
    AS_OF,
    DATASET,
    INDICATOR,
    PUBLICATION,
    approve,
    change,
    decision,
    read,
    write,
    write_record,
)
from tests.kinerja.stories import withdraw, write_stories
from tests.site.builds import copy_project, tree

TICK_NS = 20_000_000
"""So long after a change the times of files tell the next one apart, on a disk of this machine."""

LEDGER = "data/biaya/2026.csv"


@dataclass
class World:
    """A site in the course of time. `done` says what was done, for who reads a failure."""

    root: Path
    random: Random
    now: datetime = AS_OF
    settings: dict[str, Any] = field(default_factory=dict)
    number: int = 0
    done: list[str] = field(default_factory=list)

    @property
    def content(self) -> Path:
        """The folder of the content."""
        return self.root / "isi"

    @property
    def output(self) -> Path:
        """The finished site."""
        return self.root / "situs"

    @property
    def project(self) -> Path:
        """The copy of the project, with its cache."""
        return self.root / "proyek"

    def next(self) -> int:
        """Return a number that was not there before."""
        self.number += 1
        return self.number

    def stories(self) -> list[str]:
        """Return the files of stories that are there, sorted."""
        folders = ("publikasi", "isu", "edukasi")
        return sorted(
            path.relative_to(self.content).as_posix()
            for name in folders
            for path in (self.content / name).rglob("*.md")
        )

    def story(self) -> str:
        """Return one of them, '' where there is none."""
        found = self.stories()
        return self.random.choice(found) if found else ""

    def decide_later(self, path: str) -> None:
        """Hand in and approve a record, now."""
        if read(self.content, self.now.date()).editions[Path(path).stem].value is not None:
            approve(self.content, Path(path).stem, self.now - timedelta(hours=2))

    def build(self) -> bool:
        """Build as `invoke build` does; whether it was a build at all, and not unchanged."""
        asked = Asked(self.content, self.output, self.now.isoformat(), True, "id")
        sleep(2 * TICK_NS / 1e9)
        if unchanged.find_said(asked) is not None:
            return False
        found = unchanged.find_inputs(asked)
        asked_for = {"MINT_RELEASES": True, "AROUND": found.around, "SEEN": found.content}
        report = self._run({"OUTPUT_PATH": str(self.output), **asked_for})
        unchanged.remember(asked, found, report, "-")
        return True

    def build_cold(self) -> dict[str, bytes]:
        """Return the site as a build makes it that knows nothing of earlier ones."""
        cold = self.root / f"dingin-{self.next()}"
        shutil.copytree(self.project / ".cache" / "pictures", cold / ".cache" / "pictures")
        self._run({"OUTPUT_PATH": str(cold / "situs"), "CACHE_PATH": str(cold / ".cache")})
        found = tree(cold / "situs")
        shutil.rmtree(cold)
        return found

    def _run(self, folders: dict[str, Any]) -> Any:
        usual = {"PATH": str(self.content), "AS_OF": self.now.isoformat()}
        quiet = Console(quiet=True)
        return command.build_site({**usual, **folders, **self.settings}, quiet)


def write_world(root: Path) -> Path:
    """Write the tiny stories and a project around them; return the folder."""
    world = World(root, Random(0))
    write_stories(world.content)
    copy_project(world.project)
    shutil.rmtree(world.project / "plugins")
    (world.project / "plugins").symlink_to(unchanged.PROJECT / "plugins")
    (world.project / ".cache").mkdir()
    return root


def open_world(written: Path, root: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> World:
    """Return a copy of a world, built once; commands use its copy of the project."""
    shutil.copytree(written, root, symlinks=True)
    world = World(root, Random(seed))
    monkeypatch.setattr(unchanged, "PROJECT", world.project)
    monkeypatch.setattr(command, "CONFIGURATION", world.project / "pelicanconf.py")
    monkeypatch.setattr(inputs, "SETTLED_NS", TICK_NS)
    world.build()
    return world


def new(world: World) -> None:
    """A publication, approved."""
    path = write_record(
        world.content, "publikasi", f"baru-{world.next()}", judul=f"Terbitan {world.number}"
    )
    world.decide_later(path)


def new_unapproved(world: World) -> None:
    """A publication that nobody decided on."""
    write_record(world.content, "publikasi", f"menunggu-{world.next()}")


def scheduled(world: World) -> None:
    """A publication that is approved for later."""
    later = (world.now + timedelta(hours=world.random.choice([1, 5, 30]))).isoformat()
    path = write_record(
        world.content, "publikasi", f"nanti-{world.next()}", jadwal_terbit=f"'{later}'"
    )
    world.decide_later(path)


def edit(world: World) -> None:
    """Another text of a story, approved."""
    if path := world.story():
        with (world.content / path).open("a", encoding="utf-8") as file:
            file.write(f"\nKalimat ke-{world.next()}.\n")
        world.decide_later(path)


def edit_unapproved(world: World) -> None:
    """Another text of a story that nobody approved, or one that returns to an approved one."""
    if path := world.story():
        with (world.content / path).open("a", encoding="utf-8") as file:
            file.write(f"\nBelum disetujui {world.next()}.\n")


def break_record(world: World) -> None:
    """A story with a mistake."""
    if path := world.story():
        with (world.content / path).open("a", encoding="utf-8") as file:
            file.write("\n[Tautan](rekor:tidak-ada)\n")


def approve_waiting(world: World) -> None:
    """Everything that waits is approved."""
    for path in world.stories():
        world.decide_later(path)


def send_back(world: World) -> None:
    """The responsible returns the present edition of a story."""
    if path := world.story():
        name = Path(path).stem
        digest = read(world.content, world.now.date()).editions[name].digest
        append_decision(world.content, decision(name, digest, Act.RETURN, world.now))


def take_back(world: World) -> None:
    """A story is withdrawn."""
    if path := world.story():
        withdraw(world.content, Path(path).stem, None, when=world.now)


def rename(world: World) -> None:
    """A story gets another id."""
    if path := world.story():
        file = world.content / path
        file.rename(file.with_name(f"nama-{world.next()}.md"))


def delete(world: World) -> None:
    """The file of a story is gone."""
    if path := world.story():
        (world.content / path).unlink()


def pay(world: World) -> None:
    """A row of the ledger."""
    day = f"{world.now.date()}"
    number = (world.content / LEDGER).read_text("utf-8").count("\n")
    row = f"2026-{number:06},{day},{day},bayar,,{PUBLICATION},bimas,521211,bahan,"
    with (world.content / LEDGER).open("a", encoding="utf-8") as file:
        file.write(f"{row}Cetak,1000,sp2d,SP-{number},internal,\n")


def revise_budget(world: World) -> None:
    """The budget doubles, once."""
    head = "nomor,urut,tanggal,kewenangan,mata_anggaran,semula,menjadi,alasan\n"
    row = f"1,1,{world.now.date()},dja,bahan,1000000,2000000,Tambahan cetak\n"
    write(world.content, "data/revisi/2026.csv", head + row)


def change_value(world: World) -> None:
    """Another value of a figure that texts quote."""
    file = world.content / DATASET
    lines = file.read_text("utf-8").split("\n")
    cells = lines[1].split(",")
    cells[2] = f"{60 + world.next() % 30}.10"
    write(world.content, DATASET, "\n".join([lines[0], ",".join(cells), *lines[2:]]))
    approve(world.content, f"capaian-{INDICATOR}", world.now - timedelta(hours=2))


def close_unit(world: World) -> None:
    """A unit is closed, or open again."""
    path, shut = "data/unit.csv", ",eselon-1,,,2026-02-28,,"
    text = (world.content / path).read_text("utf-8")
    old, new_text = (shut, ",eselon-1,,,,,") if shut in text else (",eselon-1,,,,,", shut)
    change(world.content, path, old, new_text)


def move_message(world: World) -> None:
    """A message has no parent any more, or has one again."""
    path, parent = "data/pesan.yaml", "  induk: mudah\n"
    text = (world.content / path).read_text("utf-8")
    place = "  kalimat: Nikah di kantor nol rupiah.\n"
    if parent in text:
        change(world.content, path, parent, "")
    else:
        change(world.content, path, place, place + parent)


def change_theme(world: World) -> None:
    """Another template, or another style."""
    name = world.random.choice(
        ["templates/base.html", "templates/cerita.html", "static/portal.css"]
    )
    mark = f"/* {world.next()} */" if name.endswith("css") else f"<!-- {world.next()} -->"
    file = world.project / "theme" / name
    text = file.read_text("utf-8")
    body = "{% block content %}" if "{% block content %}" in text else ""
    file.write_text(text.replace(body, body + mark, 1) if body else f"{text}{mark}\n", "utf-8")


def change_setting(world: World) -> None:
    """Another name of the site."""
    with (world.project / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f'SITENAME = "Portal {world.next()}"\n')


def pass_time(world: World) -> None:
    """Minutes, hours or days pass: schedules fall due, notices end."""
    world.now += timedelta(hours=world.random.choice([1, 6, 24, 24 * 40]))


def touch(world: World) -> None:
    """New times of files, nothing else."""
    for path in world.stories():
        os.utime(world.content / path)


def tamper(world: World) -> None:
    """Somebody writes in the site."""
    files = sorted(path for path in world.output.rglob("*") if path.is_file())
    file = world.random.choice(files)
    if world.random.random() < 0.5 or file.name == "manifes.json":
        (world.output / "index.html").write_bytes(b"palsu")
    else:
        file.unlink()


def lose_cache(world: World) -> None:
    """The cache is gone or damaged."""
    cache = world.project / ".cache"
    if world.random.random() < 0.5:
        (cache / "kept.sqlite").write_bytes(b"rusak" * world.random.choice([1, 4000]))
    else:
        (cache / "kept.sqlite").unlink(missing_ok=True)


class Interrupted(BaseException):
    """A build that is killed."""


def interrupt(world: World) -> None:
    """A build ends in the midst, with a change before and one after it."""
    edit(world)

    def fall(*_: object) -> None:
        raise Interrupted

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(site, "manifest", fall)
        monkeypatch.setattr(site, "discard", lambda _: None)  # as nobody cleans up after a kill
        with pytest.raises(Interrupted):
            world.build()
    edit(world)


def nothing(world: World) -> None:
    """Nobody does anything; the next build has nothing to do after this one."""
    world.build()


EDITS: tuple[Callable[[World], None], ...] = (
    new,
    new_unapproved,
    scheduled,
    edit,
    edit_unapproved,
    break_record,
    approve_waiting,
    send_back,
    take_back,
    rename,
    delete,
    pay,
    revise_budget,
    change_value,
    close_unit,
    move_message,
    change_theme,
    change_setting,
    pass_time,
    touch,
    tamper,
    lose_cache,
    interrupt,
    nothing,
)


def live(world: World, steps: int) -> dict[str, bytes] | None:
    """Do so many things in turn, a build after each, and return the site that stands then.

    None where the content is such that no build ends; the site of before stands then.
    """
    for _ in range(steps):
        does = world.random.choice(EDITS)
        world.done.append(does.__name__)
        does(world)
        world.now += timedelta(minutes=5)
        try:
            world.build()
        except ContentStops:
            return None
    return tree(world.output)
