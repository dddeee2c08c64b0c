"""Personal data in a record: every text of its keys, its body, and attachments that hold text."""

from collections.abc import Iterable, Iterator, Mapping

from kinerja.model.documents import Document, Edition
from kinerja.model.fields import FieldPath
from kinerja.model.records import Record
from kinerja.reading.personal import find_personal
from tabular.problems import Problem, problem
from tabular.text import line_of


def personal_data_stays_out(edition: Edition, document: Document[Record]) -> Iterator[Problem]:
    """No NIK, NPWP, mobile number, private mailbox or account of a person is published (UU PDP).

    Also not in quotations, captions, sources or attachments. Numbers of identity refuse, the
    others advise, as a small office may have no number but that of its head.
    """
    body = document.body
    for at, text in _texts(document.record.model_dump(), ()):
        for code, _, words in find_personal(text):
            yield problem(edition.path, *edition.place(*at), code, text=words)
    for code, start, words in find_personal(body.source):
        yield problem(edition.path, body.offset + line_of(body.source, start), "", code, text=words)
    for file in document.attachments.values():
        for code, line, words in file.personal:
            yield problem(file.path, line, "", code, text=words)


def _texts(value: object, at: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield at, value
        return
    items: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, Mapping):
        items = ((str(key), item) for key, item in value.items())
    elif isinstance(value, tuple | list):
        items = enumerate(value)
    for key, item in items:
        yield from _texts(item, (*at, key))
