"""The wrapper `./invoke`: sets up once, again when something changed, and passes everything on.

It runs here with a Python that only writes down how it was called, in a folder with a space.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script for sh")

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements-build.txt", "requirements.txt", "requirements-test.txt")
PROGRAMS = ("cat", "cksum", "cp", "dirname", "flock", "mkdir", "sh")

PYTHON = """#!/bin/sh
case $1 in
-V) echo Python "${FAKE_VERSION:-3.11.2}"; exit ;;
-c) case $2 in
    *ensurepip*) [ -z "${FAKE_NO_VENV:-}" ] || [ -e got-venv ]; exit ;;
    *venv*) echo python3.11-venv; exit ;;
    *version_info*) exit "${FAKE_TOO_OLD:-0}" ;;
    esac ;;
esac
for word in "$@"; do printf '<%s>' "$word"; done >>log
echo >>log
case "$*" in
*"pip install"*"-r ${FAKE_BROKEN:-none}") exit 1 ;;
*"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
*"-m invoke"*) exit "${FAKE_CODE:-0}" ;;
esac
"""

PIP = "<-m><pip><install><--quiet><--disable-pip-version-check><--no-input><--require-hashes>"
VENV = "<-m><venv><--clear><.venv>"
BUILD = f"{PIP}<-r><requirements-build.txt>"
SITE = f"{PIP}<--no-build-isolation><--use-pep517><-r><requirements.txt>"
TESTS = f"{PIP}<--no-build-isolation><--use-pep517><-r><requirements-test.txt>"


@dataclass
class Clone:
    """A folder with the wrapper, and a PATH with nothing but what it may rely on."""

    path: Path
    programs: Path
    ended: subprocess.CompletedProcess[str] = field(init=False)

    def call(self, *words: str, **variables: str) -> list[str]:
        """Run the wrapper from another folder; return the calls of Python that it made."""
        log = self.path / "log"
        log.write_text("")
        self.ended = subprocess.run(
            [self.path / "invoke", *words],
            cwd=self.path.parent,
            env={"PATH": str(self.programs), **variables},
            capture_output=True,
            text=True,
            check=False,
        )
        return log.read_text().splitlines()

    def add_program(self, name: str, text: str) -> None:
        """Put a program on PATH."""
        (self.programs / name).write_text(text)
        (self.programs / name).chmod(0o755)


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """Return a fresh clone in a path with a space, on a machine with Python and little else."""
    made = Clone(tmp_path / "my portal", tmp_path / "bin")
    made.path.mkdir()
    made.programs.mkdir()
    shutil.copy(ROOT / "invoke", made.path)
    for name in LOCKS:
        (made.path / name).write_text(f"{name}\n")
    for name in PROGRAMS:
        if found := shutil.which(name):
            os.symlink(found, made.programs / name)
    made.add_program("python3", PYTHON)
    made.add_program("id", '#!/bin/sh\necho "${FAKE_USER:-1000}"\n')
    return made


def test_a_fresh_clone_is_set_up(clone: Clone) -> None:
    """One call makes the folder, installs from the locks and runs the task."""
    assert [VENV, BUILD, SITE, "<-m><invoke><build>"] == clone.call("build")
    assert clone.ended.returncode == 0


def test_words_are_passed_as_they_are(clone: Clone) -> None:
    """Spaces, empty words and stars reach invoke unchanged."""
    calls = clone.call("new", "--title", "Indeks * haji", "--unit", "")
    assert calls[-1] == "<-m><invoke><new><--title><Indeks * haji><--unit><>"


def test_the_second_call_sets_nothing_up(clone: Clone) -> None:
    """Set up once, then only invoke runs, and nothing is said."""
    clone.call("build")
    assert clone.call("build") == ["<-m><invoke><build>"]
    assert (clone.ended.stdout, clone.ended.stderr) == ("", "")


def test_the_exit_code_is_kept(clone: Clone) -> None:
    """The code of the task is the code of the wrapper."""
    clone.call("build", FAKE_CODE="7")
    assert clone.ended.returncode == 7


@pytest.mark.parametrize("task", ["test", "audit", "bench", "dev.lock"])
def test_tests_are_added_to_the_site(task: str, clone: Clone) -> None:
    """After a build, the packages for tests come into the same folder; then all is there."""
    clone.call("build")
    assert [BUILD, TESTS, f"<-m><invoke><{task}>"] == clone.call(task)
    assert clone.call(task) == [f"<-m><invoke><{task}>"]
    assert clone.call("build") == ["<-m><invoke><build>"]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-build.txt"])
def test_a_changed_lock_is_installed_anew(name: str, clone: Clone) -> None:
    """Another lock: the folder is emptied first, so nothing old stays in it."""
    clone.call("build")
    (clone.path / name).write_text("another\n")
    assert [VENV, BUILD, SITE, "<-m><invoke><build>"] == clone.call("build")


def test_another_python_is_installed_anew(clone: Clone) -> None:
    """The system moved on to the next Python: what was installed for the old one is not found."""
    clone.call("build")
    calls = clone.call("build", FAKE_VERSION="3.12.0")
    assert [VENV, BUILD, SITE, "<-m><invoke><build>"] == calls


@pytest.mark.parametrize("broken", ["requirements-build.txt", "requirements.txt"])
def test_an_interrupted_set_up_is_done_again(broken: str, clone: Clone) -> None:
    """An install that fails ends with 2 and runs no task; the next call begins anew."""
    calls = clone.call("build", FAKE_BROKEN=broken)
    assert (clone.ended.returncode, "<-m><invoke><build>" in calls) == (2, False)
    assert "the set-up failed" in clone.ended.stderr
    assert [VENV, BUILD, SITE, "<-m><invoke><build>"] == clone.call("build")


def test_a_broken_upgrade_of_the_site_is_done_again(clone: Clone) -> None:
    """The packages for tests failed half-way: the folder is not taken for ready."""
    clone.call("build")
    clone.call("test", FAKE_BROKEN="requirements-test.txt")
    assert clone.ended.returncode == 2
    assert clone.call("test")[-2:] == [TESTS, "<-m><invoke><test>"]


def test_python_can_be_named(clone: Clone) -> None:
    """PYTHON names the one to take, also where its path has a space."""
    (clone.programs / "python3").rename(clone.path.parent / "my python")
    clone.call("build", PYTHON=str(clone.path.parent / "my python"))
    assert clone.ended.returncode == 0


def test_a_newer_name_is_taken_when_python3_is_too_old(clone: Clone) -> None:
    """python3 is 3.9, python3.12 is there: the set-up takes that."""
    clone.add_program("python3.12", PYTHON)
    clone.add_program("python3", "#!/bin/sh\nexit 1\n")
    assert clone.call("build")[0] == VENV
    assert clone.ended.returncode == 0


def test_without_python(clone: Clone) -> None:
    """No Python at all: code 2 and what is needed."""
    (clone.programs / "python3").unlink()
    assert clone.call("build") == []
    assert clone.ended.returncode == 2
    assert clone.ended.stderr.endswith(
        "Python 3.11 or later is needed; name one with PYTHON=/path/to/python ./invoke ...\n"
    )


def test_with_an_old_python(clone: Clone) -> None:
    """Only a Python that is too old: the same words, and nothing is set up."""
    assert clone.call("build", FAKE_TOO_OLD="1") == []
    assert clone.ended.returncode == 2
    assert "Python 3.11 or later is needed" in clone.ended.stderr


def test_debian_without_venv_as_a_user(clone: Clone) -> None:
    """The exact command is said; apt-get is not touched."""
    clone.add_program("apt-get", "#!/bin/sh\n: >got-venv\n")
    assert clone.call("build", FAKE_NO_VENV="1") == []
    assert clone.ended.returncode == 2
    assert clone.ended.stderr.endswith(
        "python3 cannot make a virtual environment; run: sudo apt-get install python3.11-venv\n"
    )


def test_debian_without_venv_as_root(clone: Clone) -> None:
    """Root gets the package of that very Python, and the set-up goes on."""
    clone.add_program("apt-get", '#!/bin/sh\necho "$*" >>apt\n[ "$1" = update ] || : >got-venv\n')
    calls = clone.call("build", FAKE_NO_VENV="1", FAKE_USER="0")
    assert [VENV, BUILD, SITE, "<-m><invoke><build>"] == calls
    assert (clone.path / "apt").read_text().splitlines() == [
        "update -q",
        "install -y -q --no-install-recommends python3.11-venv",
    ]


def test_debian_without_venv_and_apt_fails(clone: Clone) -> None:
    """Root without network: the command is said, as for a user."""
    clone.add_program("apt-get", "#!/bin/sh\nexit 100\n")
    assert clone.call("build", FAKE_NO_VENV="1", FAKE_USER="0") == []
    assert clone.ended.returncode == 2
    assert "sudo apt-get install python3.11-venv" in clone.ended.stderr
