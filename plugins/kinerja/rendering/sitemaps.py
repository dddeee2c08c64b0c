"""`robots.txt`, and the addresses of all pages for search engines, in files of a bounded size."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from .pages import File
from .site import Site

MOST_ADDRESSES, MOST_BYTES = 50_000, 50_000_000
"""What one file may hold (sitemaps.org)."""

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def index_files(
    site: Site, paths: Iterable[str], most: int = MOST_ADDRESSES, size: int = MOST_BYTES
) -> list[File]:
    """Return `robots.txt` and `sitemap.xml`, an index of files with at most so many addresses.

    A record's page is dated by its last release; other pages have no date of their own.
    """
    dates = {site.address(item): item.last_released for item in site.relations.records.values()}
    sheets: list[list[str]] = [[]]
    room = size
    for address in sorted(
        f"/{path.removesuffix('index.html')}"
        for path in paths
        if path.endswith("index.html") and not path.startswith("k/")
    ):
        time = dates.get(address)
        changed = f"<lastmod>{time.isoformat()}</lastmod>" if time else ""
        entry = f"<url><loc>{escape(site.absolute(address))}</loc>{changed}</url>\n"
        room -= len(entry.encode())
        if len(sheets[-1]) == most or room < len(HEAD) * 4:
            sheets.append([])
            room = size - len(entry.encode())
        sheets[-1].append(entry)
    files = [
        File(f"sitemap-{number}.xml", _document("urlset", sheet))
        for number, sheet in enumerate(sheets, 1)
    ]
    index = [f"<sitemap><loc>{site.absolute(f'/{file.path}')}</loc></sitemap>\n" for file in files]
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.absolute('/sitemap.xml')}\n"
    return [
        File("sitemap.xml", _document("sitemapindex", index)),
        *files,
        File("robots.txt", robots.encode()),
    ]


def _document(name: str, entries: Iterable[str]) -> bytes:
    return f"{HEAD}<{name} {SPACE}>\n{''.join(entries)}</{name}>\n".encode()
