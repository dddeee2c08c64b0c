"""The table of tools: each is found only when it runs, and got in the order of its ways."""

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.commands import environment
from kinerja.commands.environment import TOOLS, Command, Tool

PROBE = Tool("probe", "a page in a probe", ("probe-a", "probe-b"), ("--version",), "probe-package")


def make_program(path: Path, code: int) -> Path:
    """Write a program that ends with `code` when it gets --version, and with 99 otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\n[ "$*" = --version ] && exit {code}\nexit 99\n')
    path.chmod(0o755)
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is all of PATH, with a home folder beside it."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path


def test_names_are_unique() -> None:
    """A tool is asked for by name, so no name stands twice."""
    names = [tool.name for tool in TOOLS]
    assert sorted(set(names)) == sorted(names)


def test_the_first_program_that_runs_is_taken(folder: Path) -> None:
    """A stub that answers with an error (chromium as a snap) is passed over."""
    make_program(folder / "bin" / "probe-a", code=1)
    expected = make_program(folder / "bin" / "probe-b", code=0)
    assert expected == environment.find_tool(PROBE)


def test_a_program_that_does_not_run_is_none(folder: Path) -> None:
    """Being there is not enough, and being away is no error."""
    assert environment.find_tool(PROBE) is None
    make_program(folder / "bin" / "probe-a", code=1)
    assert environment.find_tool(PROBE) is None


def test_a_program_that_cannot_be_started_is_none(folder: Path) -> None:
    """A file for another machine ends in an error of the system, not of ours."""
    make_program(folder / "bin" / "probe-a", code=0).write_bytes(b"\x7fELF no such machine")
    assert environment.find_tool(PROBE) is None


def test_places_under_home_are_searched(folder: Path) -> None:
    """What a command of the user got is found where that command puts it."""
    expected = make_program(folder / "home" / ".cache" / "kit-7" / "probe", code=0)
    assert expected == environment.find_tool(replace(PROBE, places=(".cache/kit-*/probe",)))


def test_missing_tools_keep_their_order(folder: Path) -> None:
    """All that does not run is named, as in the table."""
    make_program(folder / "bin" / "probe-a", code=0)
    first, last = (replace(PROBE, name=name, programs=("absent",)) for name in ("z", "a"))
    assert (first, last) == environment.find_missing((first, PROBE, last))


@pytest.mark.parametrize(
    ("value", "expected"),
    [("true", True), ("TRUE", True), ("1", True), ("false", False), ("0", False), ("", False)],
)
def test_ci_is_a_word(value: str, expected: bool) -> None:
    """Only a CI that says so is one."""
    assert expected == environment.is_ci({"CI": value})


def test_no_variable_is_no_ci() -> None:
    """By hand the variable is not there."""
    assert not environment.is_ci({})


def test_root_has_no_sandbox() -> None:
    """Chromium refuses to run as root with its sandbox; a user keeps the sandbox."""
    as_root = environment.chromium_arguments(root=True)
    assert ["--no-sandbox", *environment.chromium_arguments(root=False)] == as_root
    assert "--no-sandbox" not in environment.chromium_arguments(root=False)


@pytest.mark.parametrize(
    ("programs", "root", "expected"),
    [
        ({}, True, None),
        ({"apt-get": 0}, True, ()),
        ({"apt-get": 0, "sudo": 0}, False, ("sudo", "-n")),
        ({"apt-get": 0, "sudo": 1}, False, None),
        ({"apt-get": 0}, False, None),
        ({"sudo": 0}, False, None),
    ],
)
def test_who_may_install(
    programs: dict[str, int],
    root: bool,
    expected: Command | None,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Root may where apt-get is; a user only with a sudo that asks for no password."""
    monkeypatch.setattr(environment, "is_root", lambda: root)
    for name, code in programs.items():
        program = folder / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\nexit {code}\n")
        program.chmod(0o755)
    assert expected == environment.find_install_prefix()


def test_ways_are_tried_in_order(folder: Path) -> None:
    """One package a call; the second way only where the first left the tool missing."""
    both = replace(PROBE, instead=("get-probe",))
    absent = replace(PROBE, name="absent", programs=("absent",), package="no-package")
    calls: list[str] = []

    def run(command: Command) -> int:
        calls.append(" ".join(command))
        if command == ("get-probe",):
            make_program(folder / "bin" / "probe-b", code=0)
        return 100

    apt = "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get"
    assert (absent,) == environment.get_tools((both, absent), ("sudo", "-n"), run)
    assert [
        f"{apt} update --quiet",
        f"{apt} install --yes --quiet --no-install-recommends probe-package",
        "get-probe",
        f"{apt} install --yes --quiet --no-install-recommends no-package",
    ] == calls


def test_nothing_missing_calls_nothing() -> None:
    """A second run within seconds: apt-get is not asked."""

    def run(command: Command) -> int:
        raise AssertionError(command)

    assert environment.get_tools((), (), run) == ()


def test_the_list_says_what_for_and_how() -> None:
    """Whoever reads the list knows what is lost and what to type."""
    expected = (
        "  probe: a page in a probe\n"
        "    get it with: apt-get install probe-package, or: get 'a probe'\n"
        "  nginx: a server\n"
        "    get it with: apt-get install nginx"
    )
    tools = (
        replace(PROBE, instead=("get", "a probe")),
        Tool("nginx", "a server", ("nginx",), (), "nginx"),
    )
    assert expected == environment.render_missing(tools)
