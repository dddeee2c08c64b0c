"""Faults outside the content end with 2 and a sentence, never with a traceback."""

from pathlib import Path

import pytest

from kinerja.building.faults import BadSetting, Busy, GateNotConnected, NotOurs
from kinerja.commands import guard
from kinerja.commands.words import say
from kinerja.reading.messages import MESSAGES
from tabular.problems import Problem, problem, render_problem

Capture = pytest.CaptureFixture[str]


def command(error: Exception | None) -> int:
    """Raise the fault, or end well."""
    if error:
        raise error
    return 0


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (BadSetting("SITEURL"), "Pengaturan salah: SITEURL"),
        (GateNotConnected("PLUGINS"), "Pengaturan salah: PLUGINS"),
        (NotOurs("/a"), "/a bukan hasil build kami"),
        (Busy("123"), "Build lain (123)"),
        (OSError(28, "No space left on device", "/a/b"), "No space left on device: /a/b"),
        (PermissionError(13, "Permission denied"), "Permission denied."),
    ],
)
def test_faults_of_the_environment(error: Exception, expected: str, capsys: Capture) -> None:
    """Each has its sentence."""
    assert 2 == guard.guarded(command)(error)
    assert expected in capsys.readouterr().out


@pytest.mark.parametrize(
    ("problems", "code", "expected"),
    [((), 0, 2), ((), 1, 1), ((problem("a.md", 3, "", "T02"),), 0, 1)],
)
def test_what_is_refused_is_said(
    problems: tuple[Problem, ...], code: int, expected: int, capsys: Capture
) -> None:
    """Mistakes first, then the sentence; 1 with mistakes, else 2, unless the command says so."""
    refused = guard.Refused("draft", {"id": "a", "path": "a.md"}, problems, code)
    assert expected == guard.guarded(command)(refused)
    told = [render_problem(item, MESSAGES, "id") for item in problems]
    assert [*told, say("draft", id="a", path="a.md")] == capsys.readouterr().out.splitlines()


def test_a_bug_is_kept_for_whoever_mends_it(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The traceback goes to a file, and its path to the terminal."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert 2 == guard.guarded(command)(ZeroDivisionError("oleh nol"))
    (trace,) = tmp_path.iterdir()
    told = capsys.readouterr().out
    assert "ZeroDivisionError: oleh nol" in told
    assert str(trace) in told
    assert "Traceback" not in told
    assert "Traceback" in trace.read_text("utf-8")


def test_what_ends_well_is_passed_on() -> None:
    """The code of the command, and its name and words for the help."""
    safe = guard.guarded(command)
    assert (0, "command", command.__doc__) == (safe(None), safe.__name__, safe.__doc__)


def test_an_interrupt_is_no_fault() -> None:
    """Ctrl-C ends the command as everywhere."""

    def stop() -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guard.guarded(stop)()
