"""Sites with messages, an answer to an issue, a lesson, and as many publications as wanted."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kinerja.commands.deciding import append_decision
from kinerja.model.governance import Act
from kinerja.model.records import Publication
from kinerja.rendering.pages import Page
from kinerja.rendering.site import Site, open_site
from tests.kinerja import contents
from tests.kinerja.contents import APPROVED, AS_OF, PUBLICATION, approve, decision, write_record
from tests.kinerja.sites import SETTINGS, site_of
from tests.kinerja.tables import MORE_TABLES, write_tables

ISSUE, LESSON = "tarif-nikah", "mengadu"
PATH = contents.PATHS["publikasi"]
LATER = AS_OF + timedelta(days=1)
"""The time of a second build."""


def view_of(pages: list[Page], path: str) -> Any:
    """Return what the page at a path is given, without its head; no path stands twice."""
    found = {page.path: page.view["page"] for page in pages}
    assert len(pages) == len(found)
    return found[path]


def write_stories(root: Path, messages: str = MORE_TABLES["pesan"]) -> Path:
    """Write the tiny content with every table, an answer and a lesson, all approved."""
    contents.write_content(root)
    write_tables(root)
    contents.write(root, "data/pesan.yaml", messages)
    for kind, record_id in (("isu", ISSUE), ("edukasi", LESSON)):
        write_record(root, kind, record_id, pesan="murah", layanan=f"[{contents.SERVICE}]")
        approve(root, record_id)
    return root


def changed(root: Path, kind: str, record_id: str, **changes: str | None) -> Site:
    """Return the site of stories with one answer or lesson that is written otherwise."""
    write_stories(root)
    write_record(root, kind, record_id, **changes)
    approve(root, record_id, APPROVED + timedelta(days=1))
    return site_of(root)


def many(site: Site, count: int) -> Site:
    """Return a site with so many publications, p001 being the oldest, one released a day."""
    first = site.portal.publications[PUBLICATION]
    found = {}
    for n in range(1, count + 1):
        code = f"01K{n:023}"
        when = AS_OF - timedelta(days=3000 - n)
        record = Publication.model_validate(
            {**dict(first.record), "code": code, "title": f"Judul {n:03}", "date": when.date()}
        )
        found[f"p{n:03}"] = replace(
            first, id=f"p{n:03}", record=record, first_released=when, last_released=when
        )
    return open_site(SETTINGS, replace(site.portal, publications=found), "/portal.css")


def withdraw(
    root: Path,
    record_id: str,
    reason: str | None,
    successor: str | None = None,
    when: datetime = LATER,
) -> None:
    """Withdraw a record that is there at a time."""
    digest = contents.read(root).editions[record_id].digest
    taken = decision(record_id, digest, Act.WITHDRAW, when)
    changes = {"reason_code": reason, "successor": successor}
    append_decision(root, taken.model_copy(update=changes))
