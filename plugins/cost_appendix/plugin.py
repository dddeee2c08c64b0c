"""The plugin inside an ordinary Pelican site: articles are the records; nothing else knows Pelican.

A host with records of its own calls `reading`, `label`, `pages` and `open_data` itself instead.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader
from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from tabular import messages as tabular_messages
from tabular.problems import Problem, render_problem

from .batches import ReviewState
from .label import cost_label, declaration_problems
from .messages import MESSAGES
from .model import Ledger, Record
from .open_data import appendix_files
from .pages import appendix_pages
from .places import ROOT_URL
from .reading import read_ledger
from .reviews import changed_rows, reviewed

TEMPLATES = Path(__file__).parent / "templates"
ALL_MESSAGES = tabular_messages.MESSAGES | MESSAGES
ARTICLE_LISTS = (("articles", True), ("hidden_articles", False), ("drafts", False))
"""Where Pelican's context holds articles, and whether the public finds those."""

Article = Any
"""An article of Pelican, whose attributes are set from its metadata at run time."""

log = logging.getLogger(__name__)


class LedgerError(Exception):
    """The ledger, or what an article says about its cost, has mistakes; the run ends with 1."""

    exitcode = 1


class CostGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Reads the ledger after the articles, labels each of them and writes the appendix."""

    def generate_context(self) -> None:
        """Read and check everything before any page is written; raises LedgerError."""
        self.root_url: str = self.settings.get("COST_APPENDIX_URL", ROOT_URL)
        self.ledger, problems = _read(self.settings)
        self.records: dict[str, Record] = {}
        for article, public in _articles(self.context):
            record = _record(article, public)
            self.records.setdefault(record.id, record)
            declared, note = _declared(article)
            article.cost_label = cost_label(self.ledger, record.id, declared, note, self.root_url)
            path = article.get_relative_source_path()
            problems.extend(declaration_problems(self.ledger, record.id, declared, note, path))
        _stop_at(problems, self.settings["DEFAULT_LANG"])
        for item in changed_rows(self.ledger):
            log.warning("%s", render_problem(item, ALL_MESSAGES, self.settings["DEFAULT_LANG"]))

    def generate_output(self, writer: Writer) -> None:
        """Write the pages through Pelican's writer and the data files beside them."""
        for page in appendix_pages(
            self.ledger,
            self.records,
            self.root_url,
            unit_names=self.settings.get("COST_APPENDIX_UNITS"),
            section_word=self.settings.get("COST_APPENDIX_SECTION_WORD", "kategori"),
            site_url=self.settings["SITEURL"],
            signature=(self.settings["SITENAME"],),
        ):
            template = self.env.get_template(page.template)
            relative = self.settings["RELATIVE_URLS"]
            writer.write_file(
                page.path, template, self.context, relative_urls=relative, url=page.url, **page.view
            )
        for path, data in appendix_files(self.ledger, self.records):
            file = Path(self.output_path, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def register() -> None:
    """Connect the generator, and the templates for sites whose theme has none of their name."""
    signals.generator_init.connect(offer_templates)
    signals.get_generators.connect(add_generator)


def offer_templates(generator: Generator) -> None:
    """Let a generator find our templates after those of the theme."""
    loader = generator.env.loader
    found = [] if loader is None else [loader]
    generator.env.loader = ChoiceLoader([*found, FileSystemLoader(TEMPLATES)])


def add_generator(_pelican: object) -> type[CostGenerator]:
    """Return the generator that Pelican is to run after its own."""
    return CostGenerator


def _read(settings: Mapping[str, Any]) -> tuple[Ledger, list[Problem]]:
    content = Path(settings.get("COST_APPENDIX_CONTENT") or settings["PATH"])
    as_of = settings.get("COST_APPENDIX_AS_OF")
    day = date.fromisoformat(as_of) if as_of else date.today()
    ledger, problems = read_ledger(content, settings.get("COST_APPENDIX_UNITS"), day)
    made = reviewed(
        ledger, lambda batch: ReviewState.UNSIGNED if batch.time.date() <= day else None
    )
    return made, problems


def _articles(context: Mapping[str, Any]) -> Iterator[tuple[Article, bool]]:
    """Yield each article and its translations, and whether it is public."""
    for name, public in ARTICLE_LISTS:
        for article in context[name]:
            for edition in (article, *article.translations):
                yield edition, public


def _record(article: Article, public: bool) -> Record:
    """Return the record of an article: its `id`, otherwise its slug; its category as section."""
    return Record(
        id=article.metadata.get("id", article.slug),
        title=Markup(article.title).striptags(),
        url=article.url,
        section=article.category.slug,
        section_title=article.category.name,
        format=article.metadata.get("format", ""),
        public=public,
        declared=_declared(article)[0],
    )


def _declared(article: Article) -> tuple[str, str]:
    """Return what an article says of its cost: `biaya` and `biaya_catatan`."""
    metadata = article.metadata
    return metadata.get("biaya", "belum"), metadata.get("biaya_catatan", "")


def _stop_at(problems: Iterable[Problem], language: str) -> None:
    """Log every problem; raise LedgerError when there is one."""
    found = sorted(problems)
    for item in found:
        log.error("%s", render_problem(item, ALL_MESSAGES, language))
    if found:
        raise LedgerError(f"{len(found)} mistakes in the cost ledger; nothing was written")
