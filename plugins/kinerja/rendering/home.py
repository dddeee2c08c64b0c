"""`/`: what the services achieved, for whom, at what price."""

from .cards import outcome_counts, publication_card, service_card
from .formats import rupiah
from .pages import Page
from .site import Site
from .views import HomeView

NEWEST = 6
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
        "paid": rupiah(site.totals.whole.net),
        "paid_detail": f"biaya publikasi {years}" if years else "belum ada biaya yang dicatat",
    }
    return [site.page("/", "beranda", view, site.settings.name, lead)]
