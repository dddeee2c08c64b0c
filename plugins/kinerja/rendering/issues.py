"""`/isu/`: answers to hot issues, the verdict first, each bound to what the data show."""

from datetime import date, datetime

from kinerja.evidence.workdays import working_days
from kinerja.model.governance import JAKARTA
from kinerja.model.ids import IndicatorRef
from kinerja.model.portal import Public
from kinerja.model.records import Issue, Topic

from .cards import VERDICTS
from .formats import day, moment, number
from .indicator_tables import source_link
from .pages import Page
from .paging import sheets
from .publication_lists import list_pages
from .series import evidence_figure
from .services import text_html
from .site import Site
from .stories import record_links, story_page, story_view
from .views import ClockView, EvidenceView, IssueView, Link

SECTION: Link = {"title": "Isu", "url": "/isu/"}
INTRO = "Jawaban atas isu yang ramai: putusannya, apa yang ditunjukkan data, apa yang dikerjakan."


def issue_pages(site: Site) -> list[Page]:
    """Return the lists of answers and the page of each."""
    issues = site.relations.issues
    lists = list_pages(site, sheets(SECTION["url"], issues), "Isu", INTRO, (SECTION,))
    return [*lists, *(_issue_page(site, item) for item in issues)]


def _issue_page(site: Site, item: Public[Issue]) -> Page:
    record = item.record
    view: IssueView = {
        **story_view(site, item),
        "verdict": VERDICTS[record.verdict],
        "claim": record.claim,
        "origin": record.claim_origin,
        "evidence": [_evidence(site, entry) for entry in record.evidence],
        "unknown_html": text_html(record.unknown or ""),
        "action_html": text_html(record.action),
        "complaints": _complaints(site, item),
        "clock": _clock(site, record),
    }
    review = {
        "@type": "ClaimReview",
        "claimReviewed": record.claim,
        "reviewRating": {"@type": "Rating", "alternateName": view["verdict"]},
        "author": {
            "@type": "GovernmentOrganization",
            "name": site.settings.ministry,
            "url": site.absolute("/"),
        },
    }
    return story_page(site, item, "isu-rinci", SECTION, view, review)


def _evidence(site: Site, entry: IndicatorRef | str) -> EvidenceView:
    """Return a figure with the source of its value, or a source by itself."""
    if not isinstance(entry, IndicatorRef):
        source = site.portal.tables.sources.get(entry)
        title = f"{source.title}, {source.publisher}" if source else entry
        return {"figure": None, "source": {"title": title, "url": (source and source.url) or ""}}
    public = site.portal.datasets.get(entry.id)
    row = public.dataset.find(entry.period, entry.detail) if public else None
    return {
        "figure": {**evidence_figure(site, entry), "source": ""},
        "source": source_link(site, row.source) if row else {"title": "", "url": ""},
    }


def _complaints(site: Site, item: Public[Issue]) -> list[Link]:
    """Return where to complain: the services that the issue is about, and lessons on complaints."""
    services = (site.portal.services.get(service) for service in item.record.services)
    found: list[Link] = [
        {"title": f"Tempat mengadu: {s.record.name}", "url": f"{site.address(s)}#standar-4"}
        for s in services
        if s
    ]
    lessons = (e for e in site.relations.education if e.record.topic is Topic.COMPLAINTS)
    return [*found, *record_links(site, tuple(lessons), 3)]


def _clock(site: Site, record: Issue) -> list[ClockView]:
    """Return the moments of an issue; answers count from its report, or from when it was seen."""
    seen = record.first_seen
    found: list[ClockView] = [
        {"label": "Pertama terlihat", "time": day(seen), "iso": seen.isoformat(), "note": ""}
    ]
    begin, since = seen, "sejak pertama terlihat"
    if record.reported:
        begin, since = record.reported.astimezone(JAKARTA).date(), "sejak dilaporkan"
        found.append(_at("Dilaporkan", record.reported))
    answers = {"Jawaban pertama": record.first_answer, "Jawaban akhir": record.final_answer}
    for label, time in answers.items():
        if time is None:
            found.append({"label": label, "time": "belum ada", "iso": "", "note": ""})
        else:
            last = time.astimezone(JAKARTA).date()
            found.append(_at(label, time, _span(site, begin, last, since)))
    return found


def _at(label: str, time: datetime, note: str = "") -> ClockView:
    local = time.astimezone(JAKARTA)
    return {"label": label, "time": moment(local), "iso": local.isoformat(), "note": note}


def _span(site: Site, first: date, last: date, since: str) -> str:
    """Say how many working days lie between two days; without holidays of a year, weekdays."""
    holidays = site.portal.tables.holidays
    known = {holiday.year for holiday in holidays}
    word = "hari kerja" if {first.year, last.year} <= known else "hari Senin sampai Jumat"
    count = working_days(first, last, holidays)
    return f"{number(count)} {word} {since}" if count else "pada hari kerja yang sama"
