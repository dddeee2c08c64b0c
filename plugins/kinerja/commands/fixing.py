"""`invoke check --fix`: mends what needs no knowledge of what was meant, in files that are refused.

Decisions and signed governance are never touched. What the keys of a file say stays the same.
"""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator

from kinerja.disk import write_atomic
from kinerja.model.portal import Content
from kinerja.reading.files import read_bytes
from kinerja.reading.layout import record_at
from kinerja.reading.records import split_front_matter
from kinerja.reading.yaml_text import read_yaml
from tabular.table import OTHER_SIGNS, render_rows

from .new import new_ulid

MENDABLE = ("T01", "T02", "T03", "T05", "C07", "Y01", "Y07")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def fix_content(content: Content) -> Iterator[tuple[str, list[str]]]:
    """Mend every file that can be mended; yield its path and what was done. Raises OSError.

    The caller holds the lock of the content.
    """
    problems = content.problems
    codeless = {p.path for p in problems if (p.code, p.field) == ("F02", "kode")}
    for path in sorted({p.path for p in problems if p.code in MENDABLE} | codeless):
        signed = path.startswith("persetujuan/") or (content.root / f"{path}.sig").exists()
        data, faults = read_bytes(content.root, path)
        if signed or faults:
            continue
        found = record_at(path)
        decided = found is not None and found[1] in content.governance.decisions
        mended, done = mend(data, path, path in codeless and not decided)
        if done:
            write_atomic(content.root / path, mended)
            yield path, done


def mend(data: bytes, path: str, mint: bool = False) -> tuple[bytes, list[str]]:
    """Return a file as it ought to be, and the names of what was done; [] leaves it as it is.

    With `mint` a record without `kode` gets one.
    """
    try:
        text = data.decode("utf-16" if data.startswith(UTF_16) else "utf-8")
    except UnicodeDecodeError:
        return data, []
    done = ["encoding"] if data.startswith(UTF_16) else []
    steps = {
        "bom": text.removeprefix("\ufeff"),
        "ends": re.sub("\r+\n|\r", "\n", text.removeprefix("\ufeff")),
    }
    steps["nfc"] = unicodedata.normalize("NFC", steps["ends"])
    steps["commas"] = _with_commas(steps["nfc"]) if path.endswith(".csv") else steps["nfc"]
    steps["yaml"] = _tidy_keys(steps["commas"], path)
    steps["kode"] = _with_code(steps["yaml"]) if mint else steps["yaml"]
    for name, after in steps.items():
        done += [name] if after != text else []
        text = after
    return text.encode(), done


def _with_commas(text: str) -> str:
    """Divide cells by commas in a table whose header has none, but semicolons or tabs."""
    header = text.partition("\n")[0]
    signs = [sign for sign in OTHER_SIGNS if sign in header and "," not in header]
    try:
        rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=(*signs, ",")[0])]
    except csv.Error:
        return text
    return render_rows(rows).decode() if signs else text


def _tidy_keys(text: str, path: str) -> str:
    """Turn tabs of the indentation into two spaces and drop spaces at ends of lines.

    Only where the same values are read, or values are read where there were none.
    """
    front = text if path.endswith(".yaml") else split_front_matter(text)[0]
    lines = (re.sub(r"^[ \t]*", _without_tabs, line.rstrip(" \t")) for line in front.split("\n"))
    tidy = "\n".join(lines)
    before, after = read_yaml(front, path), read_yaml(tidy, path)
    same = before.tree == after.tree or "Y01" in {p.code for p in before.problems}
    return text.replace(front, tidy, 1) if front and same and not after.problems else text


def _without_tabs(indentation: re.Match[str]) -> str:
    return indentation[0].replace("\t", "  ")


def _with_code(text: str) -> str:
    front, body, offset = split_front_matter(text)
    rest = re.sub("^kode:\n", "", front, flags=re.MULTILINE)
    return f"---\nkode: {new_ulid()}\n{rest}---\n{body}" if offset else text
