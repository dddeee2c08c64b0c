"""Our Writer: takes planned pages from generators, renders each from its declared view alone.

A page is a function of the templates and its view, so one whose templates and view are those of
an earlier build is the file of that build, when this still has the bytes that were written then.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from pelican.writers import Writer
from pydantic_core import PydanticSerializationError, from_json, to_json

from kinerja.disk import link_known, link_or_write
from kinerja.kept import store
from kinerja.processes import spread
from kinerja.rendering.pages import File, Page

from .faults import UnplannedPage
from .planned import Across, Made, PageFacts, Planned, Written

INTERNAL_LINK = re.compile(rb'(?:href|src)="(/[^"#?]*)')


class PortalWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
    """Collects the plan of a build and writes it in one go.

    Pages that come without a `view` are refused, feeds of Pelican's own too. What was written is
    known by the SHA-256 taken here, as others may write in the folder too.
    """

    def __init__(self, output_path: str, settings: Mapping[str, Any]) -> None:
        super().__init__(output_path, settings=settings)
        self.pages: dict[str, Planned] = {}
        self.files: dict[str, File] = {}
        self._bundles: dict[str, Callable[[], Iterable[File]]] = {}
        self._written: dict[str, Written] = {}
        self._at_end: list[Callable[[], Iterable[File]]] = []
        self._themes: dict[Environment, str] = {}

    def write_file(
        self, name: str, template: Template, context: Mapping[str, Any], **kwargs: Any
    ) -> None:
        """Plan a page. `view` is all that its template is given; the context is not."""
        view = kwargs.get("view")
        if not isinstance(view, Mapping):
            raise UnplannedPage(f"{name}: halaman tanpa pandangan (view)")
        self._plan(name, Planned(template.environment, str(template.name), lambda: view))

    def plan(self, page: Page, environment: Environment) -> None:
        """Plan a page of our own; templates are those of the environment."""
        self._plan(page.path, Planned(environment, f"{page.template}.html", page.make))

    def _plan(self, name: str, planned: Planned) -> None:
        self._claim(name)
        self.pages[name] = planned

    def write_bytes(self, file: File) -> None:
        """Plan a file that needs no template."""
        self._claim(file.path)
        self.files[file.path] = file

    def plan_again(self, page: Page) -> None:
        """Let a page of our own be made by something else, or plan it; with the same templates."""
        environment = next(iter(self.pages.values())).environment
        self.pages[page.path] = Planned(environment, f"{page.template}.html", page.make)

    def bundle(self, folder: str, make: Callable[[], Iterable[File]]) -> None:
        """Plan files below a folder that are made all at once, their names too."""
        self._bundles[folder] = make

    def at_end(self, make: Callable[[], Iterable[File]]) -> None:
        """Plan files that are made of what was written: of `digests`, `indexed`, or `moved`."""
        self._at_end.append(make)

    def write_feed(self, *_args: Any, **_kwargs: Any) -> None:
        """Refuse Pelican's feeds: ours are files."""
        raise UnplannedPage("umpan bawaan Pelican tidak dipakai")

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of every file that was written, by path."""
        return {path: written.digest for path, written in self._written.items()}

    @property
    def new(self) -> int:
        """How many files were written that are not those of the earlier build."""
        return sum(written.is_new for written in self._written.values())

    def digest(self) -> str:
        """Return the SHA-256 of the plan: every path, with the templates of a page."""
        pages = [
            (name, page.template, self._theme(page.environment))
            for name, page in self.pages.items()
        ]
        return hashlib.sha256(repr((sorted(pages), sorted(self.files))).encode()).hexdigest()

    @property
    def indexed(self) -> list[str]:
        """Paths of the pages that search engines may list: a page of the site, without `robots`."""
        return [path for path, page in self._pages() if page.robots == ""]

    @property
    def moved(self) -> dict[str, str]:
        """Addresses whose page does nothing but lead on -> where it leads."""
        return {
            f"/{path.removesuffix('index.html')}": page.target
            for path, page in self._pages()
            if page.robots is None
        }

    def dead_links(self, others: Iterable[str]) -> list[tuple[str, str]]:
        """Return (page, address) of every link to no file; `others` are files of others."""
        known = _addresses((*self._written, *others))
        found = ((path, link) for path, page in self._pages() for link in page.doubtful)
        return [(path, link) for path, link in found if link not in known]

    def _pages(self) -> Iterator[tuple[str, PageFacts]]:
        return ((path, done.page) for path, done in self._written.items() if done.page)

    def _claim(self, name: str) -> None:
        if name in self.pages or name in self.files:
            raise UnplannedPage(f"{name}: direncanakan dua kali")
        parts = Path(name).parts
        if not name or name.startswith("/") or ".." in parts:
            raise UnplannedPage(f"{name}: di luar folder keluaran")

    def made(self, name: str) -> bytes | None:
        """Return a page or file without writing it; None where none was planned before the end."""
        if planned := self.pages.get(name):
            return _rendered(planned, _plain(name, planned.make()))
        makers = (make for folder, make in self._bundles.items() if name.startswith(folder))
        files = (file for make in makers for file in make() if file.path == name)
        file = self.files.get(name) or next(files, None)
        return file.read() if file else None

    def render_all(
        self,
        earlier: Path | None,
        progress: Callable[[int, int], None],
        across: Across = spread,
    ) -> None:
        """Render and write everything planned; unchanged bytes keep their mtime.

        `across` spreads what is planned by name: over this machine, or over several. Bundles are
        the largest pieces of work, so they come first.
        """
        names = [*self._bundles, *sorted(self.pages), *self.files]
        make = self.maker(earlier)
        for done, made in enumerate(across(make, names, str), 1):
            self._note(made)
            progress(done, len(names))
        for file in [file for at_end in self._at_end for file in at_end()]:
            self.write_bytes(file)
            self._note(make(file.path))

    def maker(self, earlier: Path | None) -> Callable[[str], Made]:
        """Return what makes a planned page, file or bundle and writes it, in any process."""
        for planned in self.pages.values():
            self._theme(planned.environment)  # known before processes are forked
            planned.environment.auto_reload = False  # a build has the templates that it began with
        return partial(self._make, earlier, _addresses((*self.pages, *self.files)))

    def _make(self, earlier: Path | None, known: set[str], name: str) -> Made:
        if name in self.pages:
            return (self._render(earlier, known, name),)
        if bundle := self._bundles.get(name):
            return tuple(self._write_claimed(file, earlier) for file in bundle())
        return (self._write(name, self.files[name].read(), earlier),)

    def _note(self, made: Made) -> None:
        for written in made:
            if written.path in self._written:
                raise UnplannedPage(f"{written.path}: ditulis dua kali")
            self._written[written.path] = written

    def _render(self, earlier: Path | None, known: set[str], name: str) -> Written:
        """Write a page: the file of the earlier build where templates and view are the same."""
        planned = self.pages[name]
        view = planned.make()
        plain, theme = _plain(name, view), self._theme(planned.environment)
        kept = store()
        inputs = ("page", theme, planned.template, hashlib.sha256(plain).hexdigest())
        key = kept.name(*inputs) if kept else b""
        digest, data = kept.get(key) if kept else None, None
        if digest and earlier:
            data = link_known(Path(self.output_path, name), digest, earlier / name)
        done = Written(name, str(digest), is_new=False)
        if data is None:
            data = _rendered(planned, plain)
            done = self._write(name, data, earlier)
            if kept:
                kept.put(key, done.digest)
        head, page = view.get("head"), view.get("page")
        robots = str(head["robots"]) if isinstance(head, Mapping) else None
        target = str(page.get("url", "")) if robots is None and isinstance(page, Mapping) else ""
        links = {found.decode() for found in INTERNAL_LINK.findall(data)}
        return done._replace(page=PageFacts(robots, target, tuple(sorted(links - known))))

    def _theme(self, environment: Environment) -> str:
        """Return the digest of all templates that a page may reach."""
        if environment not in self._themes:
            total = hashlib.sha256(repr(sorted(environment.filters)).encode())
            if loader := environment.loader:
                for name in sorted(loader.list_templates()):
                    source = loader.get_source(environment, name)[0]
                    total.update(f"\0{name}\0{source}".encode())
            self._themes[environment] = total.hexdigest()
        return self._themes[environment]

    def _write_claimed(self, file: File, earlier: Path | None) -> Written:
        self._claim(file.path)
        return self._write(file.path, file.read(), earlier)

    def _write(self, name: str, data: bytes, earlier: Path | None) -> Written:
        path = Path(self.output_path, name)
        is_new = link_or_write(path, data, earlier / name if earlier else None)
        return Written(name, hashlib.sha256(data).hexdigest(), is_new)


def _plain(name: str, view: Mapping[str, object]) -> bytes:
    """Return a view as JSON: what a template is given is this, read again."""
    try:
        return to_json(view)
    except (PydanticSerializationError, UnicodeError) as error:
        raise UnplannedPage(f"{name}: pandangan (view) bukan data biasa: {error}") from None


def _rendered(planned: Planned, view: bytes) -> bytes:
    template = planned.environment.get_template(planned.template)
    return template.render(from_json(view)).encode()


def _addresses(paths: Iterable[str]) -> set[str]:
    """Return under which addresses files are found."""
    found = {f"/{path}" for path in paths}
    return found | {address.removesuffix("index.html") for address in found}
