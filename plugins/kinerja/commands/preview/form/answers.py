"""What the buttons of the form do: begin a record, check what is typed, save it, hand it in."""

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from kinerja.building.stage import exclusive
from kinerja.commands import new
from kinerja.disk import write_atomic, write_new
from kinerja.model.documents import Edition
from kinerja.model.records import RECORD_TYPES, Format, Status
from kinerja.reading.attachments import PICTURES
from kinerja.reading.files import list_files
from kinerja.rendering.registers.form import cell, row, section

from ..asking import Attached, Denied
from ..listing import View, address, form_address, standing, title
from ..session import Session, sentences
from ..showing import State
from .draft import Draft, check_draft, file_name, mentioned, present_draft, typed_draft
from .page import form_view

COLUMNS = ("Rekor", "Jenis", "Bagi publik")

BUTTONS: dict[str, Status | None] = {
    "periksa": None,
    "tambah": None,
    "hapus": None,
    "draf": Status.DRAFT,
    "ajukan": Status.READY,
}
"""Button -> the state in which it leaves the record; without one it writes nothing.

The name of a list follows `tambah`, that of a row `hapus`."""


def begin_view(session: Session, form: Mapping[str, str], said: str = "") -> View:
    """Return the view of `/tulis/`: a form for a new record, and all that there are."""
    state = session.shown().state
    records = (v for v in state.decided.verdicts.values() if v.kind in RECORD_TYPES)
    rows = [
        row(cell(title(state, v), form_address(v.id)), str(v.kind), standing(state, v))
        for v in sorted(records, key=lambda v: (v.kind, v.id))
        if v.id in state.content.editions
    ]
    return {
        "template": "tulis-baru.html",
        "title": "Menulis",
        "token": session.token,
        "kinds": [(kind, kind) for kind in RECORD_TYPES],
        "formats": [(form, form) for form in Format],
        "units": [(key, unit.name) for key, unit in state.decided.tables.units.items()],
        "typed": form,
        "said": said,
        "sections": [section("rekor", "Yang sudah ada", COLUMNS, rows)],
    }


def show(session: Session, record: str) -> View:
    """Return the form of a record as it stands, '' for a new one. Raises Denied, ContentStops."""
    if not record:
        return begin_view(session, {})
    return form_view(session, typed_draft(_edition(session.shown().state, record), {}, None))


def take(session: Session, record: str, form: Mapping[str, str], attached: Attached) -> View | str:
    """Do what a button says; return the form again, or the address that follows.

    Nothing is written where the file changed since the form was opened, where the attachment
    cannot be taken, and where mistakes stand against handing in. Raises Denied, ContentStops,
    OSError, Busy.
    """
    if not record:
        return _begin(session, form, attached)
    button, _, rows = form.get("_tombol", "").partition(" ")
    if button not in BUTTONS:
        raise Denied(400)
    with exclusive(session.settings.content, lambda _holder: None):
        state = session.shown().state
        draft = typed_draft(_edition(state, record), form, BUTTONS[button])
        with_file, wrong = _attach(state, draft, attached, form.get("_alt", ""))
        said = ""
        if form.get("_sidik") != draft.edition.digest:
            said = "berubah"
        elif wrong:
            said = "lampiran"
        elif button == "ajukan" and check_draft(state, with_file).edition.problems:
            said = "belum"
        elif BUTTONS[button]:
            _save(with_file)
            return address(record) if button == "ajukan" else f"{form_address(record)}#tersimpan"
        return form_view(session, draft, said, wrong, rows if button == "tambah" else "")


def _begin(session: Session, form: Mapping[str, str], attached: Attached) -> View | str:
    """Begin a record as `invoke new` does, from a document too; return its address, or the form.

    What `invoke new` says of what it left out is shown above the form that follows.
    """
    words = [form.get(name, "").strip() for name in ("jenis", "id", "judul", "unit", "format")]
    kind, new_id, name, unit, shape = words
    if kind not in RECORD_TYPES or shape not in [*Format]:
        raise Denied(400)
    told = io.StringIO()
    terminal = Console(file=told, width=10_000, markup=False, highlight=False)
    with TemporaryDirectory(prefix="portal-kinerja-") as folder:
        source = Path(folder, file_name(attached[0]))
        write_new(source, attached[1])
        root, document = str(session.settings.content), str(source) if attached[0] else ""
        code = new.run(root, kind, new_id, name, unit, shape, document, terminal)
    if code:
        return begin_view(session, form, told.getvalue())
    session.notes[new_id] = told.getvalue().splitlines()[:-1]  # the last is for a terminal
    return form_address(new_id)


def _edition(state: State, record: str) -> Edition:
    edition = state.content.editions.get(record)
    if edition is None or edition.kind not in RECORD_TYPES:
        raise Denied(404)
    return edition


def _attach(state: State, draft: Draft, attached: Attached, words: str) -> tuple[Draft, list[str]]:
    """Return the draft with an attachment and its mention, or why it cannot be taken."""
    if not attached[0]:
        return draft, []
    name, data = file_name(attached[0]), attached[1]
    path = Path(draft.edition.root, "lampiran", draft.edition.id, name)
    if path.exists() and name not in draft.removed and path.read_bytes() != data:
        return draft, [f"Sudah ada lampiran lain bernama {name}; hapus dahulu, atau ganti namanya."]
    if name.lower().endswith(PICTURES) and name not in draft.text and not words.strip():
        return draft, [f"{name}: tulis isi gambar dalam kata-kata, untuk yang tidak melihatnya."]
    text = mentioned(draft.text, name, words.strip() or name)
    taken = replace(draft, text=text, added={name: data}, removed=draft.removed - {name})
    found = check_draft(state, taken).edition.problems
    own = f"lampiran/{draft.edition.id}/{name}"
    return taken, sentences(tuple(item for item in found if item.path == own))


def _save(draft: Draft) -> None:
    """Write new attachments, then the text, then take away what is to go."""
    root, folder = Path(draft.edition.root), Path("lampiran", draft.edition.id)
    for name, data in draft.added.items():
        write_atomic(root / folder / name, data)
    if draft.text != present_draft(draft.edition).text:
        write_atomic(root / draft.edition.path, draft.text.encode())
    for path in list_files(root, folder.as_posix())[0]:
        if Path(path).name in draft.removed:
            (root / path).unlink(missing_ok=True)
