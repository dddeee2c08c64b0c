"""The lock files: every platform, every hash, no address, and tests on the versions of the site."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from kinerja.commands import lock as command
from kinerja.commands.lock import LOCKS

ROOT = Path(__file__).parents[3]
TEXTS = {name: (ROOT / name).read_text("utf-8") for name in LOCKS}

LOCKED = """\
# made by a command
anyio==4.16.0 ; python_full_version >= '3.11' \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via watchfiles
nh3==0.3.8 \\
    --hash=sha256:cc
    # via portal (pyproject.toml)
"""


def normal(requirement: str) -> str:
    """Return the name in a requirement as locks write it."""
    return requirement.split(">=")[0].strip().lower().replace("_", "-")


def pinned(text: str) -> frozenset[str]:
    """Return the `name==version` of every package in a lock, with its condition if it has one."""
    return frozenset(re.findall(r"^[^\s#-][^\\\n]*[^\s\\]", text, re.MULTILINE))


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://pypi.example/simple",
        "--find-links wheels",
        "-f wheels",
        "-r other.txt",
        "nh3 @ https://files.example/nh3.whl",
        "    --extra-index-url=mirror",
    ],
)
def test_an_address_is_found(line: str) -> None:
    """Every form in which a lock could bind to one index."""
    assert line.strip() == command.find_address(f"{LOCKED}{line}\n")


def test_a_lock_without_address() -> None:
    """Hashes and comments are no addresses."""
    assert command.find_address(f"{LOCKED}# see https://example.org\n") is None


def test_renewal_goes_to_the_newest() -> None:
    """`--upgrade` only where it is asked for; always universal, with hashes, for Python 3.11."""
    renewed = command.compile_command("requirements.txt", upgrade=True)
    kept = command.compile_command("requirements.txt", upgrade=False)
    assert [word for word in renewed if word != "--upgrade"] == list(kept)
    assert {"--universal", "--generate-hashes", "3.11", "--upgrade"} <= set(renewed)


def test_no_file_is_replaced_when_one_has_an_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two locks, the second with an index: neither is written."""
    texts = {"a.txt": LOCKED, "b.txt": "--index-url https://pypi.example/simple\n"}
    assert command.replace_locks(tmp_path, texts) == 1
    assert list(tmp_path.iterdir()) == []
    assert "--index-url https://pypi.example/simple" in capsys.readouterr().err


def test_files_are_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The new text stands in the file, byte for byte; which locks are new is said."""
    assert command.replace_locks(tmp_path, {"a.txt": LOCKED}) == 0
    assert LOCKED.encode() == (tmp_path / "a.txt").read_bytes()
    assert command.replace_locks(tmp_path, {"a.txt": LOCKED}) == 0
    assert "a.txt: renewed\na.txt: unchanged\n" == capsys.readouterr().out


def test_a_failed_renewal_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """uv finds no solution for the second lock: its code is returned, the old locks stay."""
    for name in ("pyproject.toml", *TEXTS):
        (tmp_path / name).write_text("old")
    codes = iter([0, 7])

    def run(arguments: object, **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(str(arguments), next(codes))

    monkeypatch.setattr(subprocess, "run", run)
    assert command.run(project=tmp_path) == 7
    assert {"old"} == {path.read_text() for path in tmp_path.iterdir()}


@pytest.mark.parametrize("name", TEXTS)
def test_every_package_has_a_hash(name: str) -> None:
    """Our own locks: each package is followed by at least one hash, and no address stands there."""
    text = TEXTS[name]
    assert command.find_address(text) is None
    joined = text.replace("\n    ", " ").splitlines()
    blocks = [block for block in joined if not block.startswith("#")]
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert len(blocks) == len(pinned(text)) > 0


def test_tests_run_on_the_versions_of_the_site() -> None:
    """The lock for tests holds all of the lock of the site, so one set-up serves both."""
    site, tests = (pinned(TEXTS[f"requirements{part}.txt"]) for part in ("", "-test"))
    assert site - tests == frozenset()


def test_the_locks_answer_for_pyproject() -> None:
    """No dependency was added to pyproject.toml without renewing the locks."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {
        "requirements-build.txt": project["dependency-groups"]["build"],
        "requirements.txt": project["project"]["dependencies"],
        "requirements-test.txt": project["project"]["optional-dependencies"]["test"],
    }
    for name, requirements in wanted.items():
        names = {item.split("==")[0] for item in pinned(TEXTS[name])}
        assert {normal(requirement) for requirement in requirements} - names == set()
