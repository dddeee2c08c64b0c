"""What pages say to search engines in the words of schema.org, by type as these document it."""

from collections.abc import Mapping

from kinerja.model.portal import Public
from kinerja.model.records import Publication, Record, Service, Video
from kinerja.model.tables import Dataset, Unit

from .pages import script_json
from .site import DATA, Site
from .views import VideoView

CONTEXT = {"@context": "https://schema.org"}
ORGANIZATION = "GovernmentOrganization"


def publisher(site: Site, unit_id: str = "") -> dict[str, object]:
    """Return who stands behind the site, or the unit that did something."""
    unit = site.unit_link(unit_id) if unit_id else None
    return {
        "@type": ORGANIZATION,
        "name": unit["title"] if unit else site.settings.ministry,
        "url": site.absolute((unit and unit["url"]) or "/"),
    }


def json_ld(site: Site, item: Public[Record], more: Mapping[str, object]) -> str:
    """Return what is said about a record."""
    data = {
        **CONTEXT,
        "url": site.absolute(site.address(item)),
        "datePublished": item.first_released.isoformat(),
        "dateModified": item.last_released.isoformat(),
        "inLanguage": site.settings.language,
        "publisher": publisher(site),
        **more,
    }
    return script_json(data)


def website(site: Site) -> str:
    """Return what the home page says about the site."""
    told = {
        **CONTEXT,
        "@type": "WebSite",
        "name": site.settings.name,
        "url": site.absolute("/"),
        "inLanguage": site.settings.language,
        "publisher": publisher(site),
    }
    return script_json(told)


def organization(site: Site, unit: Unit) -> str:
    """Return what the page of a unit says about it; the topmost one has none above it."""
    more = {"alternateName": unit.abbreviation, "email": unit.contact}
    above = {"parentOrganization": publisher(site, unit.parent)} if unit.parent else {}
    told = {key: value for key, value in more.items() if value}
    return script_json({**CONTEXT, **publisher(site, unit.id), **told, **above})


def government_service(site: Site, item: Public[Service]) -> str:
    """Return what the page of a service says about it."""
    record = item.record
    told = {
        **CONTEXT,
        "@type": "GovernmentService",
        "name": record.name,
        "description": record.summary,
        "url": site.absolute(site.address(item)),
        "provider": publisher(site, record.provider),
    }
    return script_json(told)


def film(site: Site, item: Public[Publication], video: Video, view: VideoView) -> dict[str, object]:
    """Return what a publication says about its film."""
    minutes, _, seconds = video.duration.partition(":")
    return {
        "@type": "VideoObject",
        "name": item.record.title,
        "description": item.record.summary,
        "thumbnailUrl": [site.absolute(view["poster"]["src"])],
        "uploadDate": item.first_released.isoformat(),
        "duration": f"PT{int(minutes)}M{int(seconds)}S",
        "contentUrl": site.absolute(view["src"]) if view["src"] else view["url"],
        "transcript": video.transcript,
    }


def catalog(site: Site) -> dict[str, object]:
    """Return the catalogue of open data, as datasets name it."""
    name = f"Data {site.settings.name}"
    return {"@type": "DataCatalog", "name": name, "url": site.absolute(DATA["url"])}


def covers(dataset: Dataset) -> dict[str, str]:
    """Return the time that a dataset is about; {} without rows that begin on a known day."""
    periods = [row.period for row in dataset.observations if not row.period.name.startswith("sd-")]
    if not periods:
        return {}
    first, last = min(p.first for p in periods), max(p.last for p in periods)
    return {"temporalCoverage": f"{first.isoformat()}/{last.isoformat()}"}
