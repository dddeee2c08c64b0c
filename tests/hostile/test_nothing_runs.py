"""Whatever a unit writes, a browser without our policy runs nothing, asks nobody, opens nothing."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from lxml import etree
from PIL import ExifTags, Image

from kinerja.reading.body import compile_body
from tests.hostile.conftest import SCAN, Watch, served
from tests.hostile.site import BODIES, PLAIN, REFUSED, is_text
from tests.hostile.vectors import VECTORS
from tests.site.builds import Place

FORMULA = ("=", "+", "-", "@", "\t")


LEADS_ON = re.compile(r'http-equiv="?refresh"? content="0; ?url=(?:https://kinerja\.example)?/[^/]')


def addresses(place: Place) -> list[str]:
    """Return every page that does not lead on at once; those that do lead on within the site."""
    found = []
    for path in sorted(place.output.rglob("*.html")):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' in text.lower():
            assert LEADS_ON.search(text), path
        else:
            page = path.relative_to(place.output).as_posix()
            found.append(f"/{page}".removesuffix("index.html"))
    return found


def test_there_are_many_vectors_of_every_technique(measured: list[str]) -> None:
    """More than 300, each once, and each is either published as text or refused."""
    techniques = {vector.technique for vector in VECTORS}
    assert (True, len(VECTORS)) == (len(VECTORS) > 300, len(set(VECTORS)))
    assert len(techniques) == 11
    assert len(VECTORS) == len(BODIES) + len(REFUSED)
    measured.append(
        f"hostile content: {len(VECTORS)} vectors of {len(techniques)} techniques, "
        f"{len(BODIES)} published as text, {len(REFUSED)} refused"
    )


def test_no_page_of_the_site_does_anything(
    hostile: Place, watch: Watch, measured: list[str]
) -> None:
    """Every page, with every vector as title, in keys, bodies, tables and cells."""
    pages = addresses(hostile)
    found: list[str] = []
    with served(hostile.output) as watch.host:
        for address in pages:
            watch.open(address)
            found += [f"{address} {item}" for item in watch.page.evaluate(SCAN)]
    measured.append(f"hostile content: {len(pages)} pages opened without policy")
    assert ([], []) == (watch.did, found)


def test_what_is_refused_would_do_nothing_either(watch: Watch, tmp_path: Path) -> None:
    """The second wall alone: bodies as they are cleaned, on a page although they were refused."""
    bodies = [compile_body(words)[0].html for words in REFUSED if is_text(words)]
    page = "".join(f"<div>{body}</div>\n" for body in bodies).replace("lampiran:", "/")
    (tmp_path / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{page}", "utf-8")
    with served(tmp_path) as watch.host:
        watch.open("/")
        found = watch.page.evaluate(SCAN)
    schemes = ("rekor:", "sumber:", "angka:")
    assert ([], []) == (watch.did, [item for item in found if not item.endswith(schemes)])
    assert watch.page.locator("div").count() >= len(REFUSED) // 2


def test_what_stands_for_programs_is_well_formed(hostile: Place) -> None:
    """Every feed and map is XML, every JSON is JSON, and no cell of a CSV is a formula."""
    counts = dict.fromkeys((".xml", ".json", ".csv", ".svg"), 0)
    for path in sorted(hostile.output.rglob("*")):
        if path.suffix in counts and path.is_file():
            counts[path.suffix] += 1
            data = path.read_bytes()
            if path.suffix == ".json":
                json.loads(data)
            elif path.suffix == ".csv":
                rows = csv.reader(io.StringIO(data.decode(), newline=""))
                cells = [cell for row in rows for cell in row if cell.startswith(FORMULA)]
                assert [] == cells, path
            else:
                etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    assert all(counts.values()), counts


@pytest.mark.parametrize("words", ["{{ 7*7 }}", "{% raw %}pwned(1){% endraw %}", "{{ config }}"])
def test_no_text_is_a_template(hostile: Place, words: str) -> None:
    """The words of a template stand on a page as they were written."""
    assert words in PLAIN
    text = (hostile.output / "istilah/index.html").read_text("utf-8")
    assert words.replace("'", "&#39;") in text


def test_photos_are_drawn_anew(hostile: Place) -> None:
    """No picture says where it was taken, and none carries what stood in it or behind it."""
    found = [path for path in hostile.output.rglob("*") if path.suffix in (".jpg", ".avif", ".png")]
    for path in found:
        with Image.open(path) as picture:
            assert {} == picture.getexif().get_ifd(ExifTags.IFD.GPSInfo), path
        assert b"pwned" not in path.read_bytes(), path
    pictures = [
        path for path in found if path.parent.parent.name == "2026" or "gambar" in str(path)
    ]
    assert len(pictures) > 20
