"""The same publications for Hugo and for stock Pelican, with the pages and feeds that ours have.

Templates of our own, as plain as they can be: a page for each publication, lists of twenty by
service and unit, a feed for each of them. What ours does beside that they need not do; Hugo does
it once more with about as many files as ours: a short address, two pictures and a file of data for
each publication, three formats of each feed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kinerja.reading.records import split_front_matter
from kinerja.reading.yaml_text import read_yaml, value_at

HUGO_CONFIG = """\
baseURL = "https://contoh.example/"
title = "Portal Contoh"
disableKinds = ["404"]
[pagination]
pagerSize = 20
[taxonomies]
layanan = "layanan"
unit = "unit"
[markup.goldmark.renderer]
unsafe = false
"""
HUGO_PAGE = (
    '<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    "<body><main><h1>{{ .Title }}</h1><p>{{ .Params.ringkasan }}</p>{{ .Content }}"
    '{{ range .GetTerms "layanan" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    "</main></body></html>\n"
)
HUGO_LIST = (
    '<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    "<body><main><h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}"
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.ringkasan }}</li>{{ end }}</ul>'
    '{{ with .Paginator.Next }}<a href="{{ .URL }}">Berikutnya</a>{{ end }}</main></body></html>\n'
)
HUGO_FEED = (
    '<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link>'
    "{{ range first 20 .Pages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link>"
    "<description>{{ .Content | transform.XMLEscape | safeHTML }}</description></item>{{ end }}"
    "</channel></rss>\n"
)
HUGO_MORE_CONFIG = """\
[mediaTypes."application/atom+xml"]
suffixes = ["xml"]
[mediaTypes."application/feed+json"]
suffixes = ["json"]
[outputFormats.atom]
mediaType = "application/atom+xml"
baseName = "atom"
[outputFormats.feed]
mediaType = "application/feed+json"
baseName = "feed"
isPlainText = true
[outputs]
page = ["html", "json"]
home = ["html", "rss", "atom", "feed"]
term = ["html", "rss", "atom", "feed"]
"""
HUGO_DATA = """\
{"title": {{ .Title | jsonify }}, "text": {{ .Plain | jsonify }}}
"""
HUGO_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id>'
    "{{ range first 20 .Pages }}<entry><title>{{ .Title }}</title><id>{{ .Permalink }}</id>"
    '<content type="html">{{ .Content | transform.XMLEscape | safeHTML }}</content></entry>'
    "{{ end }}</feed>\n"
)
HUGO_JSON_FEED = """\
{"title": {{ .Title | jsonify }}, "items": [{{ range $n, $page := first 20 .Pages }}
{{ if $n }},{{ end }}{"url": {{ .Permalink | jsonify }}, "content_html": {{ .Content | jsonify }}}
{{ end }}]}
"""
PICTURE = bytes(300)
"""About as much as a JPEG of nothing."""

PELICAN_CONFIG = """\
SITENAME = "Portal Contoh"
SITEURL = "https://contoh.example"
PATH = "content"
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "id"
DEFAULT_PAGINATION = 20
TAG_URL, TAG_SAVE_AS = "tag/{slug}/", "tag/{slug}/index.html"  # page 7 of unit-1 is no unit-17
CATEGORY_FEED_ATOM = "umpan/{slug}.xml"
TAG_FEED_ATOM = "umpan/unit/{slug}.xml"
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 20
"""


@dataclass(frozen=True, slots=True)
class Text:
    """What another engine is given of a publication."""

    id: str
    title: str
    summary: str
    day: str
    service: str
    unit: str
    body: str


def texts(content: Path) -> Iterable[Text]:
    """Yield the publications of a corpus; the figure that only ours can print is left out."""
    for path in sorted(content.glob("publikasi/*/*.md")):
        front, body, _ = split_front_matter(path.read_text("utf-8"))
        tree = read_yaml(front, path.name).tree
        names = (("title",), ("summary",), ("date",), ("services", 0), ("unit",))
        title, summary, day, service, unit = (str(value_at(tree, name)) for name in names)
        rest = body.partition("\n\n")[2]
        yield Text(path.stem, title, summary, day, service, unit, rest)


def write_hugo(content: Path, site: Path, as_many: bool = False) -> None:
    """Write a site for Hugo, to be built by `hugo` in its folder; `as_many` files as ours, or few.

    The file of a publication is `content/publikasi/<id>.md`.
    """
    layouts = {"single.html": HUGO_PAGE, "list.html": HUGO_LIST, "rss.xml": HUGO_FEED}
    if as_many:
        layouts |= {"single.json": HUGO_DATA, "list.atom.xml": HUGO_ATOM}
        layouts |= {"list.feed.json": HUGO_JSON_FEED}
    _write(site / "hugo.toml", HUGO_CONFIG + (HUGO_MORE_CONFIG if as_many else ""))
    for name, text in layouts.items():
        _write(site / "layouts" / "_default" / name, text)
    for story in texts(content):
        _write(site / "content" / "publikasi" / f"{story.id}.md", hugo_file(story, as_many))
        for size in ("besar", "kecil") if as_many else ():
            picture = site / "static" / "publikasi" / story.id / f"{size}.jpg"
            picture.parent.mkdir(parents=True, exist_ok=True)
            picture.write_bytes(PICTURE)


def hugo_file(text: Text, as_many: bool = False) -> str:
    """Return one publication as Hugo reads it."""
    short = f"aliases: [/k/{text.id}/]\n" if as_many else ""
    return (
        f'---\ntitle: "{text.title}"\nringkasan: "{text.summary}"\ndate: {text.day}\n{short}'
        f"layanan: [{text.service}]\nunit: [{text.unit}]\n---\n{text.body}"
    )


def write_pelican(content: Path, site: Path) -> None:
    """Write a site for stock Pelican, to be built by `pelican -s conf.py` in its folder."""
    _write(site / "conf.py", PELICAN_CONFIG)
    for text in texts(content):
        head = (
            f"Title: {text.title}\nDate: {text.day}\nSlug: {text.id}\nSummary: {text.summary}\n"
            f"Category: {text.service}\nTags: {text.unit}\n\n"
        )
        _write(site / "content" / f"{text.id}.md", head + text.body)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
