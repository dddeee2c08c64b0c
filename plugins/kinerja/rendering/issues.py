"""`/isu/`: answers to hot issues, the verdict first, each bound to what the data show."""

from datetime import date
from functools import partial

from kinerja.evidence.workdays import deadline, working_days
from kinerja.model.governance import JAKARTA
from kinerja.model.ids import IndicatorRef
from kinerja.model.portal import Public
from kinerja.model.records import Issue, Topic, Verdict

from .cards import VERDICTS
from .formats import day, number
from .indicator_tables import source_link
from .pages import Page, later
from .paging import sheets
from .publication_lists import list_pages
from .series import evidence_figure
from .services import text_html
from .site import Site
from .stories import moment_view, record_links, story_page, story_view
from .views import EvidenceView, IssueView, Link, MomentView

SECTION: Link = {"title": "Isu", "url": "/isu/"}
TEMPLATE = "isu-rinci"
INTRO = "Jawaban atas isu yang ramai: putusannya, apa yang ditunjukkan data, apa yang dikerjakan."
RATINGS = {Verdict.FALSE: 1, Verdict.MISLEADING: 2, Verdict.PARTLY_TRUE: 3, Verdict.TRUE: 5}
"""Verdicts from 1 (false) to 5 (true); what is not proven has no rating."""


def issue_pages(site: Site) -> list[Page]:
    """Return the lists of answers and the page of each."""
    issues = site.relations.issues
    lists = list_pages(site, sheets(SECTION["url"], issues), "Isu", INTRO, (SECTION,))
    make = partial(_issue_page, site)
    return [*lists, *(later(site.address(i), TEMPLATE, partial(make, i)) for i in issues)]


def _issue_page(site: Site, item: Public[Issue]) -> Page:
    record = item.record
    view: IssueView = {
        **story_view(site, item),
        "verdict": VERDICTS[record.verdict],
        "claim": record.claim,
        "origin": record.claim_origin,
        "evidence": [_evidence(site, item, entry) for entry in record.evidence],
        "unknown_html": text_html(record.unknown or ""),
        "action_html": text_html(record.action),
        "complaints": _complaints(site, item),
        "clock": _clock(site, record),
    }
    return story_page(site, item, TEMPLATE, SECTION, view, claim_review(site, record))


def claim_review(site: Site, record: Issue) -> dict[str, object]:
    """Return what schema.org calls a ClaimReview, with the properties that search engines document.

    No appearance of the claim: a link to it would spread it.
    """
    rating = RATINGS.get(record.verdict)
    scale = {"ratingValue": rating, "bestRating": 5, "worstRating": 1} if rating else {}
    ministry = {
        "@type": "Organization",
        "name": site.settings.ministry,
        "url": site.absolute("/"),
    }
    return {
        "@type": "ClaimReview",
        "claimReviewed": record.claim,
        "reviewRating": {"@type": "Rating", **scale, "alternateName": VERDICTS[record.verdict]},
        "itemReviewed": {"@type": "Claim", "datePublished": record.first_seen.isoformat()},
        "author": ministry,
        "sdPublisher": ministry,
    }


def _evidence(site: Site, item: Public[Issue], entry: IndicatorRef | str) -> EvidenceView:
    """Return a figure with the source of its value, or a source by itself."""
    if not isinstance(entry, IndicatorRef):
        source = site.portal.tables.sources.get(entry)
        title = f"{source.title}, {source.publisher}" if source else entry
        return {"figure": None, "source": {"title": title, "url": (source and source.url) or ""}}
    public = site.portal.datasets.get(entry.id)
    row = public.dataset.find(entry.period, entry.detail) if public else None
    return {
        "figure": {**evidence_figure(site, entry, item.seen.get(entry.id)), "source": ""},
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


def _clock(site: Site, record: Issue) -> list[MomentView]:
    """Return the moments of an issue; answers count from its report, or from when it was seen.

    Where the policy promises answers, it is said until when, and whether that was kept.
    """
    seen = record.first_seen
    found: list[MomentView] = [
        {"label": "Pertama terlihat", "time": day(seen), "iso": seen.isoformat(), "note": ""}
    ]
    begin, since = seen, "sejak pertama terlihat"
    if record.reported:
        begin, since = record.reported.astimezone(JAKARTA).date(), "sejak dilaporkan"
        found.append(moment_view("Dilaporkan", record.reported))
    answers = {"Jawaban pertama": record.first_answer, "Jawaban akhir": record.final_answer}
    for (label, time), days in zip(answers.items(), site.portal.answer_days, strict=True):
        last = time.astimezone(JAKARTA).date() if time else None
        promise = _promise(site, begin, days, last or site.portal.day)
        if time is None or last is None:
            found.append({"label": label, "time": "belum ada", "iso": "", "note": promise})
        else:
            took = _span(site, begin, last, since)
            found.append(moment_view(label, time, "; ".join(filter(None, (took, promise)))))
    return found


def _promise(site: Site, begin: date, days: int | None, last: date) -> str:
    """Say until when an answer is promised, and that it was late; '' without a promise."""
    if days is None:
        return ""
    due = deadline(begin, days, site.portal.tables.holidays)
    late = ", lewat tenggat" if last > due else ""
    return f"dijanjikan paling lambat {day(due)}{late}"


def _span(site: Site, first: date, last: date, since: str) -> str:
    """Say how many working days lie between two days; without holidays of a year, weekdays."""
    holidays = site.portal.tables.holidays
    known = {holiday.year for holiday in holidays}
    word = "hari kerja" if {first.year, last.year} <= known else "hari Senin sampai Jumat"
    count = working_days(first, last, holidays)
    return f"{number(count)} {word} {since}" if count else "pada hari kerja yang sama"
