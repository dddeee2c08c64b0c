"""Everything that generators take their pages from, prepared once before Pelican runs."""

from dataclasses import dataclass, replace

from kinerja.approval.gate import Decided, decide
from kinerja.approval.trust import read_trusted
from kinerja.model.portal import Content, Portal
from kinerja.rendering.feeds import Feed, collect_feeds
from kinerja.rendering.pages import File
from kinerja.rendering.site import Site, fingerprint, open_site

from .announced import lost_records
from .cards import Press, draw_icons, open_shelf
from .faults import ContentStops
from .settings import BuildSettings
from .style import tighten

STYLESHEET = "portal.css"


@dataclass(frozen=True, slots=True)
class Workshop:
    """The public site, and what is made of it before any page: pictures and feeds."""

    site: Site
    pictures: tuple[File, ...]
    theme_files: tuple[File, ...]
    feeds: tuple[Feed, ...]


def read_and_decide(settings: BuildSettings) -> tuple[Content, Decided]:
    """Read the content and decide what is public. Raises ContentStops."""
    content = read_trusted(settings.content, settings.as_of.date(), settings.trust)
    stopping = content.stopping or tuple(lost_records(settings, content))
    if stopping:
        raise ContentStops(tuple(sorted({*content.problems, *stopping})))
    decided = decide(content, settings.as_of, settings.mint)
    if any(found.code == "P04" for found in decided.problems):
        raise ContentStops(decided.problems)
    return content, decided


def open_workshop(settings: BuildSettings, portal: Portal) -> Workshop:
    """Put the public site together, draw its pictures, collect its feeds."""
    theme_files = _theme_files(settings)
    stylesheet = next(f"/{f.path}" for f in theme_files if f.path.endswith(".css"))
    scripts = {
        f.path[5:].split(".")[0]: f"/{f.path}" for f in theme_files if f.path.endswith(".js")
    }
    site = replace(open_site(settings.site, portal, stylesheet), scripts=scripts)
    press = Press(site, settings.theme, open_shelf(settings.cache))
    site = replace(site, cards=press.cards())
    press.photos()
    feeds = collect_feeds(site, site.cards, press.posts())
    withdrawn = (taken.item.record.code for taken in portal.withdrawn)
    press.shelf.forget([*(item.record.code for item in portal.records().values()), *withdrawn])
    theme_files += draw_icons(settings.theme)
    return Workshop(site, tuple(press.files.values()), tuple(theme_files), tuple(feeds))


def _theme_files(settings: BuildSettings) -> list[File]:
    """Return the files of `theme/static`; names of styles and scripts change with them."""
    folder = settings.theme / "static"
    style = tighten((folder / STYLESHEET).read_text(encoding="utf-8")).encode()
    files = [File(f"tema/portal.{fingerprint(style)}.css", style)]
    files.append(File("umpan/feed.css", folder / "feed.css"))
    for path in sorted(folder.glob("*.js")):
        script = path.read_bytes()
        files.append(File(f"tema/{path.stem}.{fingerprint(script)}.js", script))
    others = sorted(p for p in folder.iterdir() if p.suffix not in (".css", ".js"))
    return files + [File(f"tema/{path.name}", path) for path in others]
