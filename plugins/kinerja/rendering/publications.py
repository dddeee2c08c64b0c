"""The page of a publication in each of its formats: text, infographic, video, data sheet."""

from bisect import bisect_right
from functools import partial
from html import escape

from kinerja.model.portal import Public
from kinerja.model.records import Format, Publication, Video

from .cards import FORMATS, publication_card
from .figures import figure_view
from .linked_data import film
from .pages import Card, Page, later
from .photos import picture_view
from .publication_lists import SECTION
from .series import series_views
from .services import text_html
from .site import Site
from .stories import story_page, story_view
from .views import PictureView, PublicationCard, PublicationView, VideoView

TEMPLATE = "publikasi-rinci"
RELATED = 3
VIDEO_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}


def publication_pages(site: Site) -> list[Page]:
    """Return the page of each publication, newest first."""
    return [
        later(site.address(item), TEMPLATE, partial(_publication_page, site, item))
        for item in site.relations.newest
    ]


def _publication_page(site: Site, item: Public[Publication]) -> Page:
    record, card = item.record, site.cards.get(item.id)
    figures = (
        figure_view(site, site.portal.indicators[ref.id], ref.period, ref.detail)
        for ref in record.indicators
        if ref.id in site.portal.indicators
    )
    is_sheet = record.format is Format.DATA_SHEET
    story = story_view(site, item)
    drawn = _drawn(site, card.drawing) if card and card.drawing else None
    view: PublicationView = {
        **story,
        "picture": story["picture"] or drawn,
        "benefit": record.benefit,
        "format": FORMATS[record.format],
        "data_text_html": text_html(record.data_text or ""),
        "video": _video(site, item, record.video) if record.video else None,
        "series": series_views(site, record.indicators, charts=False) if is_sheet else [],
        "figures": [figure for figure in figures if figure],
        "related": _related(site, item),
    }
    linked: dict[str, object] = {
        "@type": "Report" if is_sheet else "NewsArticle",
        "headline": record.title,
        "description": record.summary,
    }
    if record.video and view["video"]:
        linked["video"] = film(site, item, record.video, view["video"])
    feeds = tuple(
        link
        for service in record.services
        if (public := site.portal.services.get(service))
        for link in site.feeds(f"layanan/{service}", public.record.name)
    )
    return story_page(site, item, TEMPLATE, SECTION, view, linked, feeds)


def _drawn(site: Site, card: Card) -> PictureView:
    """Return the infographic that the portal drew from the record's figures."""
    address = card.url.removeprefix(site.settings.url)
    return {
        "src": address,
        "alt": card.alt,
        "width": card.width,
        "height": card.height,
        "credit": f"Digambar {site.settings.name} dari data yang ditautkan di halaman ini",
        "html": f'<img src="{address}" alt="{escape(card.alt)}" width="{card.width}" '
        f'height="{card.height}">',
    }


def _video(site: Site, item: Public[Publication], video: Video) -> VideoView | None:
    """Return a film of our own with its captions, or the poster of one that plays elsewhere."""
    alt = "Tonton video di situs lain" if video.url else "Gambar awal video"
    poster = picture_view(site, item, video.poster, f"{alt}: {item.record.title}")
    if poster is None:
        return None
    base = site.address(item)
    return {
        "src": f"{base}{video.file}" if video.file else "",
        "type": VIDEO_TYPES.get((video.file or "").rpartition(".")[2].lower(), ""),
        "captions": f"{base}{video.captions}" if video.captions else "",
        "url": video.url or "",
        "poster": poster,
        "duration": video.duration,
        "transcript_html": text_html(video.transcript),
    }


def _related(site: Site, item: Public[Publication]) -> list[PublicationCard]:
    """Return the newest publications released before this one that share its first service.

    Only older ones, so that a new publication changes no page but its own and its lists.
    """
    others = site.relations.publications_of_service[item.record.services[0]]
    first = bisect_right(others, _age(item), key=_age)
    return [publication_card(site, p) for p in others[first : first + RELATED]]


def _age(item: Public[Publication]) -> float:
    return -item.first_released.timestamp()
