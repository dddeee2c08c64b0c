"""`invoke verify`: published bytes held against a manifest, in a folder or over HTTP."""

import functools
import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kinerja.commands import verify as command

Capture = pytest.CaptureFixture[str]

FILES = {"index.html": b"<p>Awal", "tema/gambar besar.png": b"\x89PNG\xff", "data/é.csv": b"a\n"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with files and their manifest."""
    site = tmp_path / "situs web"
    for path, data in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in FILES.items()}
    (site / "manifes.json").write_text(json.dumps({"berkas": digests}))
    (site / "manifes.json.sig").write_text("tanda tangan")
    return site


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """Serve the folder on this machine; return its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def verified(manifest: object, capsys: Capture, site: object = "") -> tuple[int, list[str]]:
    """Return the exit code, and what differs."""
    code = command.run(str(manifest), str(site), False, "content")
    lines = capsys.readouterr().out.splitlines()
    return code, [line.strip() for line in lines if line.startswith("  ")]


def damage(site: Path) -> list[str]:
    """Change one file, take one away, add one; return what a manifest must say of it."""
    (site / "index.html").write_bytes(b"<p>awal")
    (site / "data/é.csv").unlink()
    (site / "data/lain.csv").write_bytes(b"")
    return ["index.html", "data/é.csv", "data/lain.csv"]


def test_a_folder(site: Path, capsys: Capture) -> None:
    """Beside the manifest, or named; the manifest and its signature are not in it."""
    assert (0, []) == verified(site / "manifes.json", capsys)
    manifest = shutil.copy(site / "manifes.json", site.parent / "salinan.json")
    assert (0, []) == verified(manifest, capsys, site)
    assert command.run(str(manifest), str(site), False, "") == 0
    assert "Sama: 3 berkas cocok dengan manifes." in capsys.readouterr().out


def test_a_folder_that_was_tampered_with(site: Path, capsys: Capture) -> None:
    """What was changed, what is missing and what is too much, each by its path."""
    expected = damage(site)
    assert (1, expected) == verified(site / "manifes.json", capsys)
    command.run(str(site / "manifes.json"), "", False, "")
    assert "3 berkas di atas berbeda dari manifes." in capsys.readouterr().out


def test_over_http(site: Path, address: str, capsys: Capture) -> None:
    """The manifest and every file from a server, with spaces and accents in their names."""
    assert (0, []) == verified(f"{address}/manifes.json", capsys)
    expected = damage(site)[:2]
    assert (1, expected) == verified(f"{address}/manifes.json", capsys)


def test_a_manifest_of_ones_own_against_a_server(site: Path, address: str, capsys: Capture) -> None:
    """A copy kept since then, or had from another place, tells what the server changed."""
    manifest = shutil.copy(site / "manifes.json", site.parent / "dulu.json")
    (site / "index.html").write_bytes(b"lain")
    digests = {path: hashlib.sha256(b"lain").hexdigest() for path in FILES}
    (site / "manifes.json").write_text(json.dumps({"berkas": digests}))
    assert (1, ["index.html"]) == verified(manifest, capsys, address)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"berkas": []}', "bukan json"])
def test_what_is_no_manifest(site: Path, capsys: Capture, text: str) -> None:
    """Exit 2 and a sentence."""
    (site / "manifes.json").write_text(text)
    assert 2 == command.run(str(site / "manifes.json"), "", False, "")
    assert f"Manifes {site}/manifes.json tidak dapat dibaca" in capsys.readouterr().out


def test_nothing_there(tmp_path: Path, address: str, capsys: Capture) -> None:
    """No file, no page, no server."""
    for place in (tmp_path / "a.json", f"{address}/a.json", "http://127.0.0.1:9/manifes.json"):
        assert 2 == command.run(str(place), "", False, "")
        assert f"Manifes {place} tidak dapat dibaca" in capsys.readouterr().out
