"""Views: what every page has, and plain pages."""

from typing import TypedDict


class Link(TypedDict):
    """A text that leads somewhere; `url` may be '' where the target is not public."""

    title: str
    url: str


class FeedLink(TypedDict):
    """A feed in one format, absolute address; `type` is its media type."""

    title: str
    type: str
    url: str


class ImageLink(TypedDict):
    """The picture that stands for a page where it is shared: absolute address, size in pixels."""

    url: str
    alt: str
    width: int
    height: int


class SiteView(TypedDict):
    """The same on every page of one build; `scripts` by name."""

    name: str
    tagline: str
    ministry: str
    url: str
    language: str
    notice: str
    stylesheet: str
    scripts: dict[str, str]
    menu: list[Link]
    footer: list[Link]


class HeadView(TypedDict):
    """What the page says about itself; `section` is the address of its menu entry."""

    title: str
    description: str
    canonical: str
    section: str
    trail: list[Link]
    feeds: list[FeedLink]
    image: ImageLink | None
    type: str
    json_ld: str
    robots: str


class HeadChanges(TypedDict, total=False):
    """What a page may say differently about itself."""

    image: ImageLink | None
    type: str
    json_ld: str
    robots: str


class ExemptionView(TypedDict):
    """A check that the editor overruled: its code, the words in question, and why."""

    code: str
    quotation: str
    reason: str


class ApprovalView(TypedDict):
    """Which bytes were approved, when, and how that is said; `urgent` '' for what was reviewed."""

    text: str
    digest: str
    date: str
    urgent: str
    exemptions: list[ExemptionView]


class PagerView(TypedDict):
    """Neighbours of a list page; on a landing page `fixed`, where its older half stays for ever."""

    earlier: Link | None
    later: Link | None
    fixed: Link | None


class NoticeView(TypedDict):
    """`/404.html` and other pages that only say something."""

    title: str
    text: str
    links: list[Link]


class PlainView(TypedDict):
    """A plain page."""

    title: str
    summary: str
    body_html: str
    updated: str
    unit: Link
    approval: ApprovalView
