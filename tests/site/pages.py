"""Finished pages taken apart for tests: links, headings and tables of a built site."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from lxml import etree

SITE = "https://kinerja.example"
"""SITEURL of pelicanconf.py: links that begin with it lead into the site."""

LINKS = ("href", "src", "poster", "data")
"""Attributes that hold an address."""


def words(element: etree._Element) -> str:
    """Return the words of an element, spaces made one."""
    return " ".join("".join(element.itertext()).split())


@dataclass(frozen=True, slots=True)
class WebPage:
    """One page of the site: its path below the output folder and its tree."""

    path: str
    root: etree._Element

    @property
    def address(self) -> str:
        """The address from `/` on."""
        return "/" + self.path.removesuffix("index.html")

    @property
    def ids(self) -> list[str]:
        """Every id on the page, in order."""
        return [str(value) for value in self.root.xpath("//@id")]

    def texts(self, path: str) -> list[str]:
        """Return the words of every element of an XPath, spaces made one."""
        return [words(element) for element in self.root.xpath(path)]

    def values(self, path: str) -> list[str]:
        """Return the attributes of an XPath."""
        return [str(value) for value in self.root.xpath(path)]

    def inner_links(self) -> list[tuple[str, str]]:
        """Return (address from `/` on, fragment) of every link into the site, relative ones too."""
        found = [self.values(f"//@{name}") for name in LINKS]
        absolute = [urljoin(SITE + self.address, link) for links in found for link in links]
        parted = [urldefrag(link) for link in absolute if f"{link}/".startswith(f"{SITE}/")]
        return [(address.removeprefix(SITE) or "/", fragment) for address, fragment in parted]


def read_pages(output: Path) -> list[WebPage]:
    """Return every HTML page of a built site, sorted by path."""
    parser = etree.HTMLParser(encoding="utf-8")
    return [
        WebPage(file.relative_to(output).as_posix(), etree.fromstring(file.read_bytes(), parser))
        for file in sorted(output.rglob("*.html"))
        if file.is_file()
    ]


def file_of(output: Path, address: str) -> Path:
    """Return the file that a server hands out for an address from `/` on."""
    name = address.removeprefix("/")
    return output / (f"{name}index.html" if not name or name.endswith("/") else name)


def is_redirect(page: WebPage) -> bool:
    """Say whether a page only leads to another one, as short and old addresses do."""
    return bool(page.values('//meta[@http-equiv="refresh"]/@content'))


def is_listed(page: WebPage) -> bool:
    """Say whether search engines may list a page: not notices, redirects and embeds."""
    return not page.values('//meta[@name="robots"]/@content')
