"""Only forms of our own pages are taken, and only whole ones."""

from email.message import Message
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.commands.deciding import Wish
from kinerja.commands.preview.asking import FORM, MOST, Denied, check_form, check_host, read_wish
from kinerja.model.governance import Act, Role

PORT = 8000
HOST = ("Host", "127.0.0.1:8000")
ORIGIN = ("Origin", "http://127.0.0.1:8000")
SITE = ("Sec-Fetch-Site", "same-origin")
TYPE = ("Content-Type", FORM)
LENGTH = ("Content-Length", "10")
Headers = tuple[tuple[str, str], ...]


def message(headers: Headers) -> Message:
    """Return headers as the server reads them."""
    found = Message()
    for name, value in headers:
        found[name] = value
    return found


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000"])
def test_this_machine_may_ask(host: str) -> None:
    """By number or by name."""
    assert host == check_host(message((("Host", host),)), PORT)


@pytest.mark.parametrize(
    "hosts",
    [
        (),
        ("",),
        ("evil.example",),
        ("evil.example:8000",),
        ("127.0.0.1.evil.example:8000",),
        ("127.0.0.1",),
        ("127.0.0.1:8001",),
        ("127.0.0.1:80000",),
        ("127.0.0.1:8000 ",),
        ("127.0.0.1:8000@evil.example",),
        ("LOCALHOST.evil.example:8000",),
        ("[::1]:8000",),
        ("0.0.0.0:8000",),
        ("127.1:8000",),
        ("127.0.0.1:8000", "evil.example"),
        ("127.0.0.1:8000", "127.0.0.1:8000"),
    ],
)
def test_other_hosts_may_not(hosts: tuple[str, ...]) -> None:
    """A name that leads here is not ours, and neither is another port."""
    with pytest.raises(Denied) as denied:
        check_host(message(tuple(("Host", host) for host in hosts)), PORT)
    assert 421 == denied.value.code


@pytest.mark.parametrize(
    "headers",
    [
        (HOST, ORIGIN, SITE, TYPE, LENGTH),
        (HOST, ORIGIN, TYPE, LENGTH),
        (HOST, SITE, TYPE, LENGTH),
        (HOST, ORIGIN, SITE, ("Content-Type", f"{FORM}; charset=utf-8"), LENGTH),
    ],
)
def test_our_own_pages_may_send(headers: Headers) -> None:
    """Origin or the fetch header tell that the form stood on a page of this server."""
    assert 10 == check_form(message(headers), PORT)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ((("Host", "evil.example"), ORIGIN, SITE, TYPE, LENGTH), 421),
        ((HOST, TYPE, LENGTH), 403),
        ((HOST, ("Origin", "null"), TYPE, LENGTH), 403),
        ((HOST, ("Origin", "null"), SITE, TYPE, LENGTH), 403),
        ((HOST, ("Origin", "http://evil.example"), TYPE, LENGTH), 403),
        ((HOST, ("Origin", "https://127.0.0.1:8000"), TYPE, LENGTH), 403),
        ((HOST, ("Origin", "http://localhost:8000"), TYPE, LENGTH), 403),
        ((HOST, ("Origin", "http://127.0.0.1:8001"), SITE, TYPE, LENGTH), 403),
        ((HOST, ("Origin", "http://127.0.0.1:8000.evil.example"), TYPE, LENGTH), 403),
        ((HOST, ORIGIN, ("Origin", "http://evil.example"), TYPE, LENGTH), 403),
        ((HOST, ORIGIN, ("Sec-Fetch-Site", "cross-site"), TYPE, LENGTH), 403),
        ((HOST, ORIGIN, ("Sec-Fetch-Site", "same-site"), TYPE, LENGTH), 403),
        ((HOST, ("Sec-Fetch-Site", "none"), TYPE, LENGTH), 403),
        ((HOST, ORIGIN, LENGTH), 415),
        ((HOST, ORIGIN, ("Content-Type", "text/plain"), LENGTH), 415),
        ((HOST, ORIGIN, ("Content-Type", "multipart/form-data"), LENGTH), 415),
        ((HOST, ORIGIN, TYPE), 411),
        ((HOST, ORIGIN, TYPE, ("Content-Length", "-1")), 411),
        ((HOST, ORIGIN, TYPE, ("Content-Length", "١٢")), 411),
        ((HOST, ORIGIN, TYPE, ("Content-Length", "1e3")), 411),
        ((HOST, ORIGIN, TYPE, LENGTH, ("Transfer-Encoding", "chunked")), 411),
        ((HOST, ORIGIN, TYPE, ("Content-Length", str(MOST + 1))), 413),
        ((HOST, ORIGIN, TYPE, ("Content-Length", "9" * 5000)), 413),
    ],
)
def test_no_other_page_may(headers: Headers, expected: int) -> None:
    """Whatever is missing, foreign, of another kind or too large is refused with its code."""
    with pytest.raises(Denied) as denied:
        check_form(message(headers), PORT)
    assert expected == denied.value.code


WHOLE = {"token": "rahasia", "sidik": "a1", "keputusan": "setuju", "siapa": "editor a@b.example"}
BACK = {**WHOLE, "keputusan": "kembalikan", "alasan": "Angka\r\n\u202ekeliru. "}
DOWN = {**WHOLE, "keputusan": "tarik", "kode_alasan": "digabung", "alasan": "", "penerus": "c"}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (WHOLE, Wish("a", Act.APPROVE, Role.EDITOR, "a@b.example", digest="a1")),
        (
            {**WHOLE, "alasan": "Warga bertanya."},
            Wish("a", Act.APPROVE, Role.EDITOR, "a@b.example", None, "Warga bertanya.", None, "a1"),
        ),
        (
            BACK,
            Wish("a", Act.RETURN, Role.EDITOR, "a@b.example", reason="Angka keliru.", digest="a1"),
        ),
        (
            DOWN,
            Wish("a", Act.WITHDRAW, Role.EDITOR, "a@b.example", "digabung", None, "c", "a1"),
        ),
    ],
)
def test_a_whole_form_is_a_wish(form: dict[str, str], expected: Wish) -> None:
    """A reason comes as one line of what can be seen."""
    assert expected == read_wish("a", urlencode(form).encode(), "rahasia")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (urlencode({**WHOLE, "token": "lain"}), 403),
        (urlencode({**WHOLE, "token": ""}), 403),
        (urlencode({**WHOLE, "token": "é"}), 403),
        (urlencode({**WHOLE, "lain": "1"}), 400),
        (urlencode({**WHOLE, "penerus": "a"}), 400),
        (urlencode({**WHOLE, "alasan": "a" * 301}), 400),
        (urlencode(WHOLE) + "&keputusan=tarik", 400),
        (urlencode({k: v for k, v in WHOLE.items() if k != "siapa"}), 400),
        (urlencode({**WHOLE, "sidik": ""}), 400),
        (urlencode({**WHOLE, "keputusan": "hapus"}), 400),
        (urlencode({**WHOLE, "siapa": "editor"}), 400),
        (urlencode({**WHOLE, "siapa": "bos a@b.example"}), 400),
        (urlencode({**WHOLE, "siapa": "editor a@b.example c"}), 400),
        (urlencode({**BACK, "alasan": " \n "}), 400),
        (urlencode({**BACK, "alasan": "a" * 301}), 400),
        (urlencode({**DOWN, "kode_alasan": "data-pribadi"}), 400),
        (urlencode({**DOWN, "kode_alasan": "bosan"}), 400),
        (urlencode(WHOLE) + "%FF", 400),
        (urlencode(WHOLE) + "\xff", 400),
        ("", 400),
        ("token", 400),
    ],
)
def test_any_other_form_is_refused(body: str, expected: int) -> None:
    """Wrong secret, unknown, doubled, missing or unreadable fields, words that are not known."""
    with pytest.raises(Denied) as denied:
        read_wish("a", body.encode("latin-1"), "rahasia")
    assert expected == denied.value.code


@given(st.binary(max_size=300), st.dictionaries(st.sampled_from([*DOWN]), st.text(max_size=20)))
def test_no_body_does_anything_else(noise: bytes, changes: dict[str, str]) -> None:
    """Free bytes, and forms with free values: a wish or a refusal, nothing else."""
    encoded = urlencode({**DOWN, **changes}, errors="surrogatepass").encode()
    for body in (noise, encoded, encoded + noise):
        try:
            wish = read_wish("a", body, "rahasia")
        except Denied as denied:
            assert denied.code in (400, 403)
        else:
            assert wish.reason is None or wish.reason.isprintable()
