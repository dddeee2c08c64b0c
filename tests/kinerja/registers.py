"""What registers show, as plain values: views of pages by path, rows as texts."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kinerja.rendering.pages import File, Page
from tests.kinerja import contents
from tests.kinerja.contents import DATASET, INDICATOR, SOURCE, write
from tests.kinerja.tables import write_tables

HEADER = contents.TABLES[DATASET].partition("\n")[0]
"""Columns of a dataset."""


def write_registers(root: Path, **indicator: str | None) -> Path:
    """Write the tiny content with every table, its indicator changed and approved."""
    contents.write_content(root)
    write_tables(root)
    if indicator:
        write(root, contents.PATHS["indikator"], contents.record_text("indikator", **indicator))
        contents.approve(root, INDICATOR, contents.APPROVED.replace(day=3))
    return root


def write_rows(root: Path, *rows: str, indicator: str = INDICATOR) -> None:
    """Write a dataset of rows `periode,rincian,nilai,target,status`; each has a source."""
    lines = [HEADER]
    for row in rows:
        period, detail, value, target, status = row.split(",")
        source = SOURCE if value else ""
        lines.append(f"{period},{detail},{value},{target},,{status},{source},,,,,,")
    write(root, f"data/capaian/{indicator}.csv", "\n".join(lines) + "\n")


def views(pages: Iterable[Page]) -> dict[str, Any]:
    """Return the view of every page by its address; no address stands twice."""
    found = [(f"/{page.path.removesuffix('index.html')}", page.view["page"]) for page in pages]
    assert len({address for address, _ in found}) == len(found)
    return dict(found)


def texts(section: Any) -> list[tuple[str, ...]]:
    """Return the rows of a section, each cell as its text, with its second line behind ` | `."""
    return [
        tuple(" | ".join(filter(None, (c["text"], c["detail"]))) for c in row["cells"])
        for row in section["rows"]
    ]


def sections(view: Any) -> dict[str, list[tuple[str, ...]]]:
    """Return the rows of every section of a page by its id."""
    return {section["id"]: texts(section) for section in view["sections"]}


def text_of(files: Iterable[File], path: str) -> str:
    """Return the text of a file."""
    (found,) = (file.content for file in files if file.path == path)
    assert isinstance(found, bytes)
    return found.decode()
