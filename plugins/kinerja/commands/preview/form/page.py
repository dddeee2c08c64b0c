"""The page of the form: what was typed, what the checks say to each field, how it would look."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from kinerja.commands.words import language
from kinerja.model.documents import Document
from kinerja.model.fields import Digest
from kinerja.model.portal import Public
from kinerja.model.records import Kind, Publication, Record
from kinerja.reading.body import compile_body
from kinerja.reading.messages import MESSAGES
from kinerja.reading.records import split_front_matter
from kinerja.reading.references import known_ids
from kinerja.rendering.bodies import body_blocks
from kinerja.rendering.site import Site
from tabular.problems import Problem, render_sentence

from ..difference import difference
from ..listing import View, address, form_address
from ..session import Session
from ..showing import State
from .draft import Checked, Draft, check_draft, front_values, present_draft, shown_body
from .fields import field_views
from .front import keys_of_lines

BODY, REST = "_isi", ""


def form_view(
    session: Session, draft: Draft, said: str = "", wrong: Iterable[str] = (), more: str = ""
) -> View:
    """Return the view of the form about a draft, the list `more` with a further row.

    `said` is what came of the last button: `berubah` (the file did, meanwhile), `lampiran` (cannot
    be taken: `wrong` says why), `belum` (mistakes stand against handing in) or ''. Raises
    ContentStops.
    """
    shown = session.shown()
    state, site = shown.state, shown.workshop.site
    edition, checked = draft.edition, check_draft(state, draft)
    values = front_values(draft.text)
    body = split_front_matter(draft.text)[1]
    fields = field_views(edition.kind, values, more) if values is not None else []
    keys = [view["key"] for view in fields]
    problems = _by_field(draft, keys, checked.edition.problems)
    stored = front_values(present_draft(edition).text) or {}
    for view in fields:
        view["first"] = view["first"] or view["key"] in {*stored, *problems}
    return {
        "template": "tulis.html",
        "title": str((values or {}).get("judul") or edition.id),
        "url": form_address(edition.id),
        "review": address(edition.id),
        "path": edition.path,
        "kind": str(edition.kind),
        "digest": edition.digest,
        "token": session.token,
        "said": said,
        "wrong": list(wrong),
        "notes": session.notes.pop(edition.id, []),
        "fields": fields,
        "known": _known(state),
        "whole": draft.text if values is None else None,
        "body": shown_body(body),
        "problems": problems,
        "count": len(checked.edition.problems),
        "advice": _by_field(draft, keys, checked.edition.advice),
        "attachments": [Path(path).name for path in draft.attachments],
        "look": _look(state, site, checked, values or {}, body),
        "pieces": difference(present_draft(edition).text, draft.text) if said == "berubah" else [],
    }


def _known(state: State) -> dict[str, list[tuple[str, str]]]:
    """Return place -> the ids that stand there, each with its name."""
    editions = state.content.editions
    records = {i: e.value.record for i, e in editions.items() if isinstance(e.value, Document)}
    found = {}
    for place, ids in known_ids(editions.values(), state.decided.tables).ids.items():
        rows = [(ids if isinstance(ids, Mapping) else records).get(i) for i in sorted(ids)]
        names = [getattr(row, "name", getattr(row, "title", "")) for row in rows]
        found[place] = list(zip(sorted(ids), names, strict=True))
    return found


def _by_field(
    draft: Draft, keys: Collection[str], found: Iterable[Problem]
) -> dict[str, list[str]]:
    """Return sentences by the field that they are about, BODY and REST; those of a body by line."""
    front, _, offset = split_front_matter(draft.text)
    lines = keys_of_lines(front) if keys else {}
    sorted_in: dict[str, list[str]] = {}
    for item in sorted(found):
        sentence = f"{render_sentence(item, MESSAGES, language())} ({item.code})"
        key = REST
        names = re.findall(r"[^][.]+", item.field)  # a part of a field, as in sumber[1].url
        if item.path == draft.edition.path:
            own = names[0] if names and item.line <= 1 else ""
            key = own or lines.get(item.line) or (BODY if item.line > offset else REST)
            key = key if key in (BODY, *keys) else REST
            inside = " ".join(names if key == REST else names[1:])
            sentence = f"{inside}: {sentence}" if inside else sentence
        else:
            sentence = f"{item.path}: {sentence}"
        if key in (BODY, REST) and item.line and item.path == draft.edition.path:
            sentence = f"baris {item.line - offset if key == BODY else item.line}: {sentence}"
        sorted_in.setdefault(key, []).append(sentence)
    return sorted_in


def _look(
    state: State, site: Site, checked: Checked, values: Mapping[str, object], body: str
) -> View:
    """Return how title, picture and text would look; pictures come from the file of now."""
    record_id, compiled = checked.edition.id, compile_body(body)[0]
    pictures = f'src="{address(record_id)}kini/'
    body_read = replace(compiled, html=compiled.html.replace('src="lampiran:', pictures))
    any_story = Publication.model_construct(
        sources=(), date=site.portal.day
    )  # with a list of sources
    parts = (record_id, Kind.PAGE, any_story, body_read, checked.attachments, Digest(""), Path())
    item: Public[Record] = Public(*parts, state.now, state.now, state.now)
    name = str(values.get("gambar") or "")
    picture = f"{address(record_id)}kini/{quote(name)}" if name in checked.attachments else ""
    return {
        "title": values.get("judul", ""),
        "summary": values.get("ringkasan", ""),
        "picture": picture,
        "alt": values.get("gambar_alt", ""),
        "blocks": body_blocks(site, item),
    }
