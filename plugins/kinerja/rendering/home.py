"""`/`: what the services achieved, for whom, at what price."""

from datetime import timedelta

from .cards import outcome_counts, publication_card, service_card
from .changes import changes
from .formats import day, number, rupiah
from .linked_data import website
from .pages import Page
from .site import Site
from .views import HomeView, Link

NEWEST = 6
WEEK = timedelta(days=7)
LEAD = (
    "Apa yang dicapai layanan {ministry} untuk publik, dengan sumber setiap angka, "
    "target yang belum tercapai, dan biaya publikasinya."
)


def home_pages(site: Site) -> list[Page]:
    """Return the home page."""
    services = [service_card(site, item) for item in site.relations.services]
    recorded = site.portal.ledger.years
    years = "–".join(dict.fromkeys(str(year) for year in (*recorded[:1], *recorded[-1:])))
    lead = LEAD.format(ministry=site.settings.ministry)
    view: HomeView = {
        "lead": lead,
        "counts": outcome_counts(site, site.relations.indicators),
        "services": [card for card in services if not card["archive"]],
        "archives": [card for card in services if card["archive"]],
        "publications": [publication_card(site, item) for item in site.relations.newest[:NEWEST]],
        "urgent": [
            {"title": item.record.title, "url": site.address(item)}
            for item in site.relations.records.values()
            if not item.is_reviewed
        ],
        "since": day(site.portal.day - WEEK),
        "week": _changed(site),
        "paid": rupiah(site.totals.whole.net),
        "paid_detail": f"biaya publikasi {years}" if years else "belum ada biaya yang dicatat",
    }
    return [site.page("/", "beranda", view, site.settings.name, lead, json_ld=website(site))]


def _changed(site: Site) -> list[Link]:
    """Count what was published, corrected or withdrawn, and released as data within a week."""
    since = (site.portal.day - WEEK).isoformat()
    rows = (
        site.portal.releases.get(f"{i.record.code}#data", ()) for i in site.relations.indicators
    )
    times = {
        ("publikasi baru", "/publikasi/"): [
            item.first_released.isoformat() for item in site.relations.newest
        ],
        ("koreksi atau penarikan", "/koreksi/"): [change["iso"] for change in changes(site)],
        ("rilis data", "/umpan/capaian/"): [row.time.isoformat() for each in rows for row in each],
    }
    found = {key: sum(time >= since for time in each) for key, each in times.items()}
    return [{"title": f"{number(n)} {word}", "url": url} for (word, url), n in found.items() if n]
