"""The Writer takes planned pages only."""

import hashlib
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from kinerja.building.faults import UnplannedPage
from kinerja.building.writer import PortalWriter
from kinerja.kept import keeping
from kinerja.rendering.pages import File, Page

LOADER = DictLoader({"satu.html": "{{ page }}", "tautan.html": "{{ page | safe }}"})
ENVIRONMENT = Environment(loader=LOADER, undefined=StrictUndefined, autoescape=True)
TEMPLATE = ENVIRONMENT.get_template("satu.html")


@pytest.fixture
def writer(tmp_path: Path) -> PortalWriter:
    """Return a writer into an empty folder."""
    return PortalWriter(str(tmp_path / "baru"), {})


def test_a_page_sees_its_view_and_nothing_else(writer: PortalWriter, tmp_path: Path) -> None:
    """What Pelican puts in the context reaches no template."""
    writer.write_file("a/index.html", TEMPLATE, {"page": "konteks"}, view={"page": "<a>"})
    writer.render_all(None, lambda _done, _total: None)
    assert "&lt;a&gt;" == (tmp_path / "baru/a/index.html").read_text()
    writer.pages.clear()
    writer.write_file("b/index.html", TEMPLATE, {"page": "konteks"}, view={})
    with pytest.raises(UndefinedError):
        writer.render_all(None, lambda _done, _total: None)


def test_pages_of_others_are_refused(writer: PortalWriter) -> None:
    """Without a view, as Pelican's own generators call; and their feeds."""
    with pytest.raises(UnplannedPage):
        writer.write_file("index.html", TEMPLATE, {"page": "a"}, articles=[])
    with pytest.raises(UnplannedPage):
        writer.write_feed([], {})


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../a.html", "a/../../b.html"])
def test_no_path_leaves_the_folder(writer: PortalWriter, name: str) -> None:
    """Pages and files alike."""
    with pytest.raises(UnplannedPage):
        writer.write_file(name, TEMPLATE, {}, view={})
    with pytest.raises(UnplannedPage):
        writer.write_bytes(File(name, b""))


def test_a_path_is_planned_once(writer: PortalWriter) -> None:
    """Two pages for one address would hide one of them."""
    writer.write_file("a.html", TEMPLATE, {}, view={})
    with pytest.raises(UnplannedPage):
        writer.write_bytes(File("a.html", b""))


@pytest.mark.parametrize("names", [("/etc/passwd",), ("../a",), ("a.html",), ("b", "b")])
def test_what_a_bundle_holds_is_looked_at_too(writer: PortalWriter, names: tuple[str]) -> None:
    """It leaves no folder, and no path is written twice."""
    writer.write_file("a.html", TEMPLATE, {}, view={"page": "a"})
    writer.bundle("", lambda: [File(name, b"") for name in names])
    with pytest.raises(UnplannedPage):
        writer.render_all(None, lambda _done, _total: None)


def test_search_engines_are_told_of_pages_only(writer: PortalWriter, tmp_path: Path) -> None:
    """Not of pages that lead on, which have no head, nor of pages that ask not to be listed."""
    for name, view in (
        ("a/index.html", {"head": {"robots": ""}}),
        ("b/index.html", {"head": {"robots": "noindex"}}),
        ("k/index.html", {"page": {"url": "/a/"}}),
    ):
        writer.write_file(name, TEMPLATE, {}, view={"page": "", **view})
    writer.write_bytes(File("c/index.html", b""))
    writer.at_end(lambda: [File("peta.txt", " ".join(writer.indexed).encode())])
    writer.render_all(None, lambda _done, _total: None)
    assert b"a/index.html" == (tmp_path / "baru/peta.txt").read_bytes()
    assert {"/k/": "/a/"} == writer.moved


def test_links_to_nothing_are_found(writer: PortalWriter) -> None:
    """Folders and files that are planned, made at the end or brought by others are something."""
    addresses = ("/", "/b/", "/b/index.html", "/akhir.txt", "/luar.json", "/tidak/", "/tidak.txt")
    links = "".join(f'<a href="{address}#x">' for address in addresses)
    template = ENVIRONMENT.get_template("tautan.html")
    for name in ("index.html", "b/index.html"):
        writer.write_file(name, template, {}, view={"page": links if name[0] == "b" else ""})
    writer.at_end(lambda: [File("akhir.txt", b"")])
    writer.render_all(None, lambda _done, _total: None)
    expected = [("b/index.html", "/tidak.txt"), ("b/index.html", "/tidak/")]
    assert expected == writer.dead_links(["luar.json"])


def test_a_page_is_made_without_being_written(writer: PortalWriter, tmp_path: Path) -> None:
    """By what was planned last, as are files, also those that are made all at once."""
    writer.write_file("a.html", TEMPLATE, {}, view={"page": "a"})
    writer.write_bytes(File("b.txt", b"b"))
    writer.bundle("c", lambda: [File("c.txt", b"c")])
    writer.at_end(lambda: [File("d.txt", b"d")])
    names = ("a.html", "b.txt", "c.txt", "d.txt", "e.txt")
    assert [b"a", b"b", b"c", None, None] == [writer.made(name) for name in names]
    writer.plan_again(Page("a.html", "satu", lambda: {"page": "z"}))
    assert b"z" == writer.made("a.html")
    assert not (tmp_path / "baru").exists()
    writer.render_all(None, lambda _done, _total: None)
    assert {"a.html", "b.txt", "c.txt", "d.txt"} == {p.name for p in (tmp_path / "baru").iterdir()}


def test_same_bytes_stay_the_same_file(writer: PortalWriter, tmp_path: Path) -> None:
    """So that its time stays, and readers of feeds get 304."""
    earlier = tmp_path / "lama"
    earlier.mkdir()
    (earlier / "a.txt").write_bytes(b"sama")
    (earlier / "b.txt").write_bytes(b"lama")
    writer.write_bytes(File("a.txt", b"sama"))
    writer.write_bytes(File("b.txt", b"baru"))
    done: list[tuple[int, int]] = []
    writer.render_all(earlier, lambda *step: done.append(step))
    assert (earlier / "a.txt").samefile(tmp_path / "baru/a.txt")
    assert (b"lama", b"baru") == (
        (earlier / "b.txt").read_bytes(),
        (tmp_path / "baru/b.txt").read_bytes(),
    )
    assert [(1, 2), (2, 2)] == done
    assert 1 == writer.new


def test_a_view_is_plain_data(writer: PortalWriter) -> None:
    """What is not could look the same and be another thing in the next build."""
    writer.write_file("a.html", TEMPLATE, {}, view={"page": object()})
    with pytest.raises(UnplannedPage):
        writer.render_all(None, lambda _done, _total: None)


def render_again(tmp_path: Path, source: str, view: dict[str, object]) -> Path:
    """Render a page into a new folder, after `lama` where that is there; return its file."""
    environment = Environment(loader=DictLoader({"a.html": source}), undefined=StrictUndefined)
    earlier, new = tmp_path / "lama", tmp_path / "baru"
    writer = PortalWriter(str(new), {})
    writer.write_file("a.html", environment.get_template("a.html"), {}, view=view)
    with keeping(tmp_path, ""):
        writer.render_all(earlier if earlier.exists() else None, lambda _done, _total: None)
    assert hashlib.sha256((new / "a.html").read_bytes()).hexdigest() == writer.digests["a.html"]
    return new / "a.html"


@pytest.mark.parametrize(
    ("source", "view", "tampered", "expected"),
    [
        ("{{ page }}", "a", "", ("a", True)),
        ("{{ page }}", "b", "", ("b", False)),
        ("{{ page }}!", "a", "", ("a!", False)),
        ("{{ page }}", "a", "palsu", ("a", False)),
    ],
)
def test_a_page_is_the_file_of_the_last_build(
    source: str, view: str, tampered: str, expected: tuple[str, bool], tmp_path: Path
) -> None:
    """When templates and view are the same, and nobody wrote in it since."""
    render_again(tmp_path, "{{ page }}", {"page": "a"})
    (tmp_path / "baru").rename(tmp_path / "lama")
    if tampered:
        (tmp_path / "lama" / "a.html").write_text(tampered)
    page = render_again(tmp_path, source, {"page": view})
    assert expected == (page.read_text(), page.samefile(tmp_path / "lama" / "a.html"))
