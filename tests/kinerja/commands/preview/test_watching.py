"""What changes while the preview runs reaches the pages that are open."""

import http.client
from pathlib import Path

import jinja2
import pytest

from kinerja.building.settings import BuildSettings
from kinerja.commands.preview import session
from kinerja.commands.preview.replying import place_of
from kinerja.commands.preview.showing import Shown, show
from kinerja.commands.preview.watching import SCRIPT, watching
from tests.kinerja.commands.preview.sessions import Desk
from tests.kinerja.contents import PATHS, change


def listen(desk: Desk) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    """Begin to listen as an open page does."""
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=60)
    connection.request("GET", "/tinjau/perubahan")
    return connection, connection.getresponse()


def next_version(answer: http.client.HTTPResponse) -> int:
    """Return the version that is said next."""
    line, empty = answer.readline(), answer.readline()
    assert (b"data: ", b"\n") == (line[:6], empty)
    return int(line[6:])


def test_a_page_is_told_of_every_change(desk: Desk) -> None:
    """First what it shows, then a version more; the end of the run says 0."""
    connection, answer = listen(desk)
    first = next_version(answer)
    assert ("text/event-stream", desk.session.version) == (answer.headers["Content-Type"], first)
    with watching(desk.session):
        change(desk.content, PATHS["halaman"], "Tulis ke", "Tulis kepada")
        assert next_version(answer) > first
    desk.session.tell(0)
    assert 0 == next_version(answer)
    assert b"" == answer.read()
    connection.close()


def test_nobody_listens_by_another_name(reading_desk: Desk) -> None:
    """A foreign page learns nothing of what is written."""
    assert 421 == reading_desk.ask("GET", "/tinjau/perubahan", {"Host": "evil.example"}).code


def test_pages_of_the_site_load_themselves_again(reading_desk: Desk) -> None:
    """Only those: a form or a review page would lose what is typed in it."""
    script = SCRIPT % reading_desk.session.version
    found = {
        path: script in reading_desk.get(path).text
        for path in ("/", "/kontak/", "/tidak/ada/", "/tinjau/", "/tulis/", "/tulis/kontak/")
    }
    expected = {"/": True, "/kontak/": True, "/tidak/ada/": True}
    assert expected | {"/tinjau/": False, "/tulis/": False, "/tulis/kontak/": False} == found


def test_mistakes_stand_above_the_page(desk: Desk) -> None:
    """Counted, each with its place, as text."""
    assert b"kesalahan di isi" not in desk.get("/kontak/").body
    change(desk.content, PATHS["halaman"], "Tulis ke", "<b>Tulis</b> ke")
    page = desk.get("/kontak/").text
    assert ("2 kesalahan di isi" in page, f"{PATHS['halaman']}:" in page) == (True, True)
    assert ("&lt;b&gt;" in page, "<b>Tulis" in page) == (True, False)


@pytest.mark.parametrize(
    ("text", "line"), [("a\n{% if %}\n", 2), ("a\n\n{{ tidak.ada }}\n", 3), ("{{ 1 | x }}", 1)]
)
def test_a_template_that_is_wrong_is_named(tmp_path: Path, text: str, line: int) -> None:
    """With the line, whether it cannot be read or wants what is not there."""
    (tmp_path / "a.html").write_text(text, "utf-8")
    loader = jinja2.FileSystemLoader(tmp_path)
    environment = jinja2.Environment(
        loader=loader, undefined=jinja2.StrictUndefined, autoescape=True
    )
    with pytest.raises(jinja2.TemplateError) as raised:
        environment.get_template("a.html").render()
    assert place_of(raised.value).startswith(f"{tmp_path}/a.html:{line}: ")


def test_what_was_taken_in_alone_is_read_whole_later(desk: Desk) -> None:
    """A text is there at once; feeds and registers follow, and a template needs neither."""
    first = desk.session.shown()
    change(desk.content, PATHS["halaman"], "judul: Kontak", "judul: Hubungi kami")
    alone = desk.session.shown()
    assert (False, first.plan) == (desk.session.is_whole, alone.plan)
    desk.session.settle()
    whole = desk.session.shown()
    assert (True, False) == (desk.session.is_whole, whole is alone)
    assert b"Hubungi kami" in (whole.read("kontak/index.html") or b"")


def test_what_changed_while_all_was_read_is_not_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then that reading is void."""
    desk.session.shown()
    change(desk.content, PATHS["halaman"], "judul: Kontak", "judul: Hubungi kami")
    desk.session.shown()

    def read_slowly(settings: BuildSettings) -> Shown:
        before = show(settings)
        change(desk.content, PATHS["halaman"], "judul: Hubungi", "judul: Temui")
        desk.session.shown()
        return before

    monkeypatch.setattr(session, "show", read_slowly)
    desk.session.settle()
    assert "Temui kami" in desk.get("/kontak/").text
    assert not desk.session.is_whole
