"""What changed after it was public: notices at withdrawn addresses, and the log `/koreksi/`."""

from datetime import datetime

from kinerja.model.governance import JAKARTA
from kinerja.model.period import parse_period
from kinerja.model.portal import Public, Withdrawal
from kinerja.model.records import Kind, Record

from .formats import day, period
from .pages import Page, redirect_page
from .paging import sheets
from .site import Site
from .stories import correction_views
from .views import ChangeListView, ChangeView, CorrectionView, Link, NoticeView

SECTION: Link = {"title": "Koreksi", "url": "/koreksi/"}
INTRO = "Setiap koreksi dan penarikan, yang terbaru di atas: apa yang keliru, apa yang benar."
PRIVATE = "data-pribadi"
"""The reason after which nothing of a record may be shown, not even its title."""

REASONS = {
    "terbit-keliru": "terbit keliru",
    "tidak-berlaku-lagi": "isinya tidak berlaku lagi",
    "digabung": "isinya digabung dengan halaman lain",
    PRIVATE: "memuat data pribadi",
}
KINDS: dict[Kind, Link] = {
    Kind.PUBLICATION: {"title": "Publikasi", "url": "/publikasi/"},
    Kind.ISSUE: {"title": "Isu", "url": "/isu/"},
    Kind.EDUCATION: {"title": "Edukasi", "url": "/edukasi/"},
    Kind.SERVICE: {"title": "Layanan", "url": "/layanan/"},
    Kind.INDICATOR: {"title": "Capaian", "url": "/capaian/"},
    Kind.PAGE: {"title": "Halaman", "url": ""},
}
"""The list that a record of each kind stood in."""


STANDING = ("/cari/", "/istilah/")
"""Pages that stand there with or without a record."""


def withdrawal_pages(site: Site) -> list[Page]:
    """Return a notice at the address of everything withdrawn, and what leads there from `/k/`."""
    pages: list[Page] = []
    for withdrawal in site.portal.withdrawn:
        item, title = withdrawal.item, _title(withdrawal)
        address = site.address(item)
        if address not in STANDING:
            pages.append(_notice_page(site, withdrawal, title, address))
        short = site.permanent(item)
        pages.append(redirect_page(short, title, address, site.absolute(address)))
    return pages


def withdrawn_addresses(site: Site) -> list[str]:
    """Return the addresses at which a notice stands in the place of what was withdrawn."""
    found = (site.address(withdrawal.item) for withdrawal in site.portal.withdrawn)
    return [address for address in found if address not in STANDING]


def _notice_page(site: Site, withdrawal: Withdrawal, title: str, address: str) -> Page:
    text = withdrawal_notice(withdrawal)
    links = [link for link in (successor_link(site, withdrawal), SECTION) if link]
    view: NoticeView = {"title": title, "text": text, "links": links}
    trail: tuple[Link, ...] = (KINDS[withdrawal.item.kind], {"title": title, "url": address})
    return site.page(address, "pesan", view, title, text, trail=trail, robots="noindex")


def _title(withdrawal: Withdrawal) -> str:
    if withdrawal.decision.reason_code == PRIVATE:
        return "Halaman ini ditarik"
    return f"Ditarik: {withdrawal.item.record.title}"


def withdrawal_notice(withdrawal: Withdrawal) -> str:
    """Say when a record was withdrawn, and why."""
    code = withdrawal.decision.reason_code or ""
    why = f" karena {REASONS[code]}" if code in REASONS else ""
    return f"Halaman ini ditarik pada {day(withdrawn_at(withdrawal).date())}{why}."


def withdrawn_at(withdrawal: Withdrawal) -> datetime:
    """Return when a record was taken back, in Jakarta's time."""
    return max(withdrawal.time, withdrawal.decision.time).astimezone(JAKARTA)


def successor_link(site: Site, withdrawal: Withdrawal) -> Link | None:
    """Return the record that replaces a withdrawn one, where one does and is public."""
    item = site.relations.records.get(withdrawal.decision.successor or "")
    return {"title": f"Lihat: {item.record.title}", "url": site.address(item)} if item else None


def change_pages(site: Site) -> list[Page]:
    """Return `/koreksi/` and its fixed pages."""
    pages: list[Page] = []
    for sheet in sheets(SECTION["url"], changes(site)):
        title = sheet.title("Koreksi dan penarikan")
        view: ChangeListView = {
            "title": title,
            "intro": INTRO,
            "changes": list(sheet.items),
            "pager": sheet.pager,
        }
        own: tuple[Link, ...] = ({"title": title, "url": sheet.address},) if sheet.number else ()
        trail = (SECTION, *own)
        pages.append(site.page(sheet.address, "koreksi", view, title, INTRO, trail=trail))
    return pages


def changes(site: Site) -> list[ChangeView]:
    """Return every correction and withdrawal, newest first."""
    found: list[ChangeView] = []
    for item in site.relations.records.values():
        for view, time in zip(correction_views(item), item.corrected, strict=True):
            found.append(_change(site, item, item.record.title, time, view))
    for w in site.portal.withdrawn:
        change = _change(site, w.item, _title(w), withdrawn_at(w))
        found.append(
            {**change, "notice": withdrawal_notice(w), "successor": successor_link(site, w)}
        )
    return sorted(found, key=lambda c: (c["iso"], c["record"]["url"]), reverse=True)


def _change(
    site: Site,
    item: Public[Record],
    title: str,
    time: datetime,
    correction: CorrectionView | None = None,
) -> ChangeView:
    local = time.astimezone(JAKARTA)
    return {
        "record": {"title": title, "url": site.address(item)},
        "kind": KINDS[item.kind]["title"],
        "month": period(parse_period(f"{local:%Y-%m}")),
        "date": day(local.date()),
        "iso": local.isoformat(),
        "correction": correction,
        "notice": "",
        "successor": None,
    }
