"""`invoke preview`: it says where it is, serves until it is stopped, and writes nothing."""

from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from kinerja.commands import preview as command
from tests.kinerja.contents import write_content

Capture = pytest.CaptureFixture[str]


def test_it_serves_until_it_is_stopped(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends with 0, and the address was said."""

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", stop)
    assert 0 == command.run(str(write_content(tmp_path / "isi")), 0, "")
    said = capsys.readouterr().out
    assert ("http://127.0.0.1:" in said, "/tinjau/" in said) == (True, True)


def test_without_content(tmp_path: Path, capsys: Capture) -> None:
    """Exit 2, and the folder is named."""
    assert 2 == command.run(str(tmp_path / "tidak-ada"), 0, "")
    assert "tidak-ada" in capsys.readouterr().out


def test_a_port_that_is_taken(tmp_path: Path, capsys: Capture) -> None:
    """Exit 2: choose another."""
    with ThreadingHTTPServer(("127.0.0.1", 0), object) as taken:  # type: ignore[arg-type]  # never asked
        port = int(taken.server_address[1])
        assert 2 == command.run(str(write_content(tmp_path / "isi")), port, "")
    assert f"Port {port} sedang dipakai" in capsys.readouterr().out
