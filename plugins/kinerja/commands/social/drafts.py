"""Drafts of posts from what a record says anyway: title, first figure, summary, short address."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from kinerja.approval.gate import Decided
from kinerja.evidence.posts import misfits
from kinerja.evidence.words import plain_figures
from kinerja.model.records import LINK, Post, Record
from kinerja.model.tables import Platform, Shape
from kinerja.rendering.figures import detail_words
from kinerja.rendering.formats import period


def draft(record: Record, n: int, platform: Platform, address: str, facts: Decided) -> Post | None:
    """Return the fullest draft that fits a platform, None where not even the title does."""
    for text in _texts(record, facts):
        try:
            post = Post(n=n, text=text)
        except ValidationError:
            continue  # a platform would make a link of a word in it
        shown = plain_figures(post.text, facts.datasets, facts.indicators)
        if "{{" not in shown and not any(misfits(shown, platform, address)):
            return post
    return None


def _texts(record: Record, facts: Decided) -> Iterator[str]:
    """Yield drafts, the fullest first."""
    figure = _figure(record, facts)
    for parts in ((figure, record.summary), (record.summary,), (figure,), ()):
        yield "\n\n".join(filter(None, (record.title, *parts, LINK)))


def _figure(record: Record, facts: Decided) -> str:
    """Return the first figure that the record names, bound to its data; '' for none."""
    for reference in record.indicators:
        indicator, dataset = facts.indicators.get(reference.id), facts.datasets.get(reference.id)
        if indicator is None or dataset is None:
            continue
        rows = [row for row in dataset.series(reference.detail) if row.value is not None]
        found = [row for row in rows if reference.period in ("", row.period.name)]
        if found:
            row, measure = found[-1], facts.tables.measures.get(indicator.measure)
            detail = f"[{row.detail}]" if row.detail else ""
            name = f"{indicator.name}: {detail_words(row.detail)}" if detail else indicator.name
            unit = f" {measure.name}" if measure and measure.shape is not Shape.CATEGORY else ""
            token = f"{{{{{reference.id}{detail} {row.period.name}}}}}"
            return f"{name}, {period(row.period)}: {token}{unit}."
    return ""


def render_drafts(drafts: Mapping[str, Post]) -> str:
    """Return drafts by platform as YAML, to be pasted into the front matter."""
    lines = ["sosial:"]
    for platform, post in drafts.items():
        lines += [f"  {platform}:", f"    - n: {post.n}", "      teks: |-"]
        lines += [f"        {line}".rstrip() for line in post.text.split("\n")]
    return "\n".join(lines)
