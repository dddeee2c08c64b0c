"""Withdrawals leave a notice, corrections stay readable, and both stand in one log."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kinerja.rendering.changes import change_pages, withdrawal_pages, withdrawn_addresses
from kinerja.rendering.site import Site, open_site
from tests.kinerja import contents
from tests.kinerja.contents import PUBLICATION
from tests.kinerja.sites import SETTINGS, changed_site, site_of
from tests.kinerja.stories import LATER, view_of, withdraw

TITLE = "Kepuasan pengantin turun pada 2024"
NOTICE = f"publikasi/2026/{PUBLICATION}/index.html"
SHORT = f"k/{contents.CODES['publikasi']}/index.html"
CORRECTION = "{jenis: penting, sebelum: a, sesudah: b, alasan: c, ditemukan_oleh: tim}"


def withdrawn(root: Path, reason: str | None, successor: str | None = None) -> Site:
    """Return a site whose publication was public on one day and withdrawn on the next."""
    site_of(contents.write_content(root))
    withdraw(root, PUBLICATION, reason, successor)
    return site_of(root, LATER)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("terbit-keliru", "Halaman ini ditarik pada 2 Maret 2026 karena terbit keliru."),
        (
            "tidak-berlaku-lagi",
            "Halaman ini ditarik pada 2 Maret 2026 karena isinya tidak berlaku lagi.",
        ),
        (None, "Halaman ini ditarik pada 2 Maret 2026."),
    ],
)
def test_a_notice_says_what_when_and_why(tmp_path: Path, reason: str | None, text: str) -> None:
    """At the address that the record had, not for search engines, in its section."""
    site = withdrawn(tmp_path, reason)
    pages = withdrawal_pages(site)
    view = view_of(pages, NOTICE)
    assert [f"/publikasi/2026/{PUBLICATION}/"] == withdrawn_addresses(site)
    assert (f"Ditarik: {TITLE}", text) == (view["title"], view["text"])
    (page,) = [page for page in pages if page.path == NOTICE]
    head: Any = page.view["head"]
    assert ("noindex", "/publikasi/") == (head["robots"], head["section"])
    short = view_of(pages, SHORT)
    assert (f"/publikasi/2026/{PUBLICATION}/", f"Ditarik: {TITLE}") == (
        short["url"],
        short["title"],
    )


def test_private_data_leave_a_bare_notice(tmp_path: Path) -> None:
    """Neither title nor unit stands anywhere."""
    site = withdrawn(tmp_path, "data-pribadi")
    pages = [*withdrawal_pages(site), *change_pages(site)]
    assert "Halaman ini ditarik" == view_of(pages, NOTICE)["title"]
    everything = str([page.view for page in pages])
    assert (False, False) == (TITLE in everything, "Bimbingan Contoh" in everything)


@pytest.mark.parametrize(("successor", "expected"), [("nikah", 2), ("tidak-ada", 1)])
def test_a_successor_is_named_when_it_is_public(
    tmp_path: Path, successor: str, expected: int
) -> None:
    """Otherwise only the log of changes."""
    view = view_of(withdrawal_pages(withdrawn(tmp_path, "digabung", successor)), NOTICE)
    assert expected == len(view["links"])
    assert "/koreksi/" == view["links"][-1]["url"]


def test_pages_that_always_stand_get_no_notice(tmp_path: Path) -> None:
    """`/cari/` is there without a record; the short address still leads to it."""
    site = withdrawn(tmp_path, None)
    (withdrawal,) = site.portal.withdrawn
    page = contents.write_record(tmp_path, "halaman", "cari")
    assert "halaman/cari.md" == page
    contents.approve(tmp_path, "cari", contents.AS_OF)
    item = site_of(tmp_path, LATER + timedelta(days=1)).portal.pages["cari"]
    other = replace(site.portal, withdrawn=(replace(withdrawal, item=item),))
    site = open_site(SETTINGS, other, "")
    paths = [page.path for page in withdrawal_pages(site)]
    assert ([f"k/{item.record.code}/index.html"], []) == (paths, withdrawn_addresses(site))


def test_the_log_has_corrections_and_withdrawals(tmp_path: Path) -> None:
    """Newest first, each with its record, its kind, its month and day."""
    changed_site(tmp_path, "layanan", koreksi=f"[{CORRECTION}]")
    withdraw(tmp_path, PUBLICATION, "digabung", "nikah")
    site = site_of(tmp_path, LATER)
    changes = view_of(change_pages(site), "koreksi/index.html")["changes"]
    assert [
        (f"Ditarik: {TITLE}", "Publikasi", "Maret 2026", "2 Maret 2026", "/layanan/nikah/"),
        ("Pencatatan nikah", "Layanan", "Maret 2026", "1 Maret 2026", None),
    ] == [
        (
            change["record"]["title"],
            change["kind"],
            change["month"],
            change["date"],
            change["successor"] and change["successor"]["url"],
        )
        for change in changes
    ]
    correction = changes[1]["correction"]
    assert ("a", "b", "c", "tim redaksi") == tuple(
        correction[key] for key in ("before", "after", "reason", "found_by")
    )


def test_the_log_is_paged(tmp_path: Path) -> None:
    """Twenty-five corrections give a fixed page with the oldest twenty."""
    many = ", ".join(CORRECTION.replace("sebelum: a", f"sebelum: s{n}") for n in range(25))
    pages = change_pages(changed_site(tmp_path, "layanan", koreksi=f"[{many}]"))
    assert (25, 20) == (
        len(view_of(pages, "koreksi/index.html")["changes"]),
        len(view_of(pages, "koreksi/hal/1/index.html")["changes"]),
    )


def test_a_portal_without_changes_says_so(tmp_path: Path) -> None:
    """The log is there, empty; there is no notice."""
    site = site_of(contents.write_content(tmp_path))
    assert [] == withdrawal_pages(site)
    assert [] == view_of(change_pages(site), "koreksi/index.html")["changes"]
