"""Our Writer: takes planned pages from generators, renders each from its declared view alone.

A page is a function of the templates and its view, so one whose templates and view are those of
an earlier build is the file of that build, when this still has the bytes that were written then.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, Template
from pelican.writers import Writer

from kinerja.disk import link_known, link_or_write
from kinerja.kept import store
from kinerja.processes import spread
from kinerja.rendering.pages import File

from .faults import UnplannedPage


class Planned(NamedTuple):
    """A page that waits to be rendered: its view as JSON, which needs little memory.

    `robots` is what its head says to search engines, None for a page without a head: that one does
    nothing but lead to `target`.
    """

    template: Template
    view: str
    robots: str | None
    target: str = ""


class PortalWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
    """Collects the plan of a build and writes it in one go.

    Pages that come without a `view` are refused, feeds of Pelican's own too. `digests` has the
    SHA-256 of what was written, by path: taken here, as others may write in the folder too.
    """

    def __init__(self, output_path: str, settings: Mapping[str, Any]) -> None:
        super().__init__(output_path, settings=settings)
        self.pages: dict[str, Planned] = {}
        self.files: dict[str, File] = {}
        self.digests: dict[str, str] = {}
        self._themes: dict[Environment, str] = {}

    def write_file(
        self, name: str, template: Template, context: Mapping[str, Any], **kwargs: Any
    ) -> None:
        """Plan a page. `view` is all that its template is given; the context is not."""
        view = kwargs.get("view")
        if not isinstance(view, Mapping):
            raise UnplannedPage(f"{name}: halaman tanpa pandangan (view)")
        self._claim(name)
        head, page = view.get("head"), view.get("page")
        robots = str(head["robots"]) if isinstance(head, Mapping) else None
        target = str(page.get("url", "")) if isinstance(page, Mapping) else ""
        try:
            data = json.dumps(dict(view), ensure_ascii=False)
        except TypeError as error:
            raise UnplannedPage(f"{name}: pandangan (view) bukan data biasa: {error}") from None
        self.pages[name] = Planned(template, data, robots, target if robots is None else "")

    def write_bytes(self, file: File) -> None:
        """Plan a file that needs no template."""
        self._claim(file.path)
        self.files[file.path] = file

    def write_feed(self, *_args: Any, **_kwargs: Any) -> None:
        """Refuse Pelican's feeds: ours are files."""
        raise UnplannedPage("umpan bawaan Pelican tidak dipakai")

    @property
    def paths(self) -> list[str]:
        """Paths of all planned pages and files, sorted."""
        return sorted([*self.pages, *self.files])

    @property
    def indexed(self) -> list[str]:
        """Paths of the pages that search engines may list: a page of the site, without `robots`."""
        return [name for name, planned in self.pages.items() if planned.robots == ""]

    def leads_on(self, name: str) -> bool:
        """Whether the page planned there does nothing but lead to another one."""
        planned = self.pages.get(name)
        return planned is not None and planned.robots is None

    @property
    def moved(self) -> dict[str, str]:
        """Addresses whose page does nothing but lead on -> where it leads."""
        return {
            f"/{name.removesuffix('index.html')}": planned.target
            for name, planned in self.pages.items()
            if planned.robots is None
        }

    def _claim(self, name: str) -> None:
        if name in self.pages or name in self.files:
            raise UnplannedPage(f"{name}: direncanakan dua kali")
        parts = Path(name).parts
        if not name or name.startswith("/") or ".." in parts:
            raise UnplannedPage(f"{name}: di luar folder keluaran")

    def render_all(self, earlier: Path | None, progress: Callable[[int, int], None]) -> None:
        """Render and write everything planned; unchanged bytes keep their mtime.

        Files in the order of the plan: a list of feeds with their digests comes after them.
        """
        total = len(self.pages) + len(self.files)
        names = sorted(self.pages)
        for planned in self.pages.values():
            self._theme(planned.template.environment)  # known before processes are forked
        rendered = spread(partial(self._render, earlier), names, str)
        for done, (name, digest) in enumerate(zip(names, rendered, strict=True), 1):
            self.digests[name] = digest
            progress(done, total)
        for done, (name, file) in enumerate(self.files.items(), len(names) + 1):
            self.digests[name] = self._write(name, file.read(), earlier)
            progress(done, total)

    def _render(self, earlier: Path | None, name: str) -> str:
        """Write a page and return its SHA-256: the file of the earlier build where it is known."""
        template, view, *_ = self.pages[name]
        kept = store()
        if kept is None:
            return self._write(name, _rendered(template, view), earlier)
        inputs = kept.name("page", self._theme(template.environment), str(template.name), view)
        digest = kept.get(inputs)
        path = Path(self.output_path, name)
        if not (digest and earlier and link_known(path, digest, earlier / name)):
            digest = self._write(name, _rendered(template, view), earlier)
            kept.put(inputs, digest)
        return digest

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

    def _write(self, name: str, data: bytes, earlier: Path | None) -> str:
        link_or_write(Path(self.output_path, name), data, earlier / name if earlier else None)
        return hashlib.sha256(data).hexdigest()


def _rendered(template: Template, view: str) -> bytes:
    return template.render(json.loads(view)).encode()
