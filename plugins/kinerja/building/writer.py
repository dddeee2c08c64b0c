"""Our Writer: takes planned pages from generators, renders each from its declared view alone."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Template
from pelican.writers import Writer

from kinerja.disk import link_or_write
from kinerja.rendering.pages import File

from .faults import UnplannedPage


class Planned(NamedTuple):
    """A page that waits to be rendered."""

    template: Template
    view: Mapping[str, object]


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

    def write_file(
        self, name: str, template: Template, context: Mapping[str, Any], **kwargs: Any
    ) -> None:
        """Plan a page. `view` is all that its template is given; the context is not."""
        view = kwargs.get("view")
        if not isinstance(view, Mapping):
            raise UnplannedPage(f"{name}: halaman tanpa pandangan (view)")
        self._claim(name)
        self.pages[name] = Planned(template, view)

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
        heads = {name: planned.view.get("head") for name, planned in self.pages.items()}
        return [n for n, head in heads.items() if isinstance(head, dict) and not head["robots"]]

    def leads_on(self, name: str) -> bool:
        """Whether the page planned there does nothing but lead to another one."""
        planned = self.pages.get(name)
        return planned is not None and "head" not in planned.view

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
        done = 0
        for name, planned in sorted(self.pages.items()):
            text = planned.template.render(planned.view)
            self._write(name, text.encode(), earlier)
            done += 1
            progress(done, total)
        for name, file in self.files.items():
            self._write(name, file.read(), earlier)
            done += 1
            progress(done, total)

    def _write(self, name: str, data: bytes, earlier: Path | None) -> None:
        path = Path(self.output_path, name)
        self.digests[name] = hashlib.sha256(data).hexdigest()
        link_or_write(path, data, earlier / name if earlier else None)
