"""`deploy/`: the script that timers and pipelines call, in a clone of its own; what calls it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import tasks
from kinerja.commands.environment import PROJECT
from tests.kinerja.contents import CODES
from tests.site.builds import Place, Run, copy_project, environment, tree

DEPLOY = PROJECT / "deploy"
PIPELINE = yaml.safe_load((DEPLOY / "gitlab-ci.yml").read_text("utf-8"))
LOG = "content/data/rilis.csv"
INVOKE = f'#!/bin/sh\ncd -- "$(dirname -- "$0")" && exec {sys.executable} -m invoke "$@"\n'
"""Stands for `./invoke`, which would set up a Python of its own in the clone."""


def run(folder: Path, *command: str, **more: str) -> Run:
    """Run a program in a folder, with nobody's settings of git."""
    alone = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    variables = environment(**{**alone, **more})
    done = subprocess.run(
        command,
        cwd=folder,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, done.stdout)


def git(folder: Path, *words: str) -> str:
    """Run git; return what it prints."""
    who = ("-c", "user.name=a", "-c", "user.email=a@portal.example")
    done = run(folder, "git", *who, *words)
    assert 0 == done.code, done.printed
    return done.printed


@pytest.fixture
def clone(unbuilt: Place, tmp_path: Path) -> Path:
    """Return a clone of a portal with tiny content, whose origin lies beside it."""
    clone = copy_project(tmp_path / "portal")
    shutil.copytree(unbuilt.content, clone / "content")
    shutil.copytree(DEPLOY, clone / "deploy")
    shutil.copy(PROJECT / ".gitignore", clone)
    (clone / "invoke").write_text(INVOKE, "utf-8")
    (clone / "invoke").chmod(0o755)
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "asal.git")
    git(clone, "init", "--quiet", "--initial-branch=main")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message=Awal")
    git(clone, "remote", "add", "origin", str(tmp_path / "asal.git"))
    git(clone, "push", "--quiet", "--set-upstream", "origin", "main")
    return clone


def run_job(name: str, origin: Path, branch: str = "main") -> Run:
    """Run the lines of a job of the pipeline as a runner does: on a commit, and on no branch.

    Only the addresses differ: that of the repository leads to a folder, so does the target.
    """
    folder, key = origin.parent, origin.parent / "kunci"
    work = folder / f"kerja-{name}-{branch}"
    git(folder, "clone", "--quiet", str(origin), work.name)
    git(work, "checkout", "--quiet", "--detach", f"origin/{branch}")
    if not key.exists():
        made = run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key))
        assert 0 == made.code, made.printed
    settings = folder / "gitconfig"
    address = "https://token:rahasia@git.example/kantor/portal.git"
    settings.write_text(f'[url "{origin}"]\n\tinsteadOf = {address}\n', "utf-8")
    lines = ["trap 'kill $SSH_AGENT_PID' EXIT"] if name == "publish" else []
    script = "\n".join(
        ["set -e", *PIPELINE[name]["script"][:1], *lines, *PIPELINE[name]["script"][1:]]
    )
    return run(
        work,
        "sh",
        "-c",
        script,
        HOME=str(folder),
        GIT_CONFIG_GLOBAL=str(settings),
        CI_COMMIT_BRANCH=branch,
        CI_PROJECT_PATH="kantor/portal",
        CI_SERVER_FQDN="git.example",
        PORTAL_TARGET=str(folder / "publik"),
        PORTAL_SSH_KEY=str(key),
        PORTAL_KNOWN_HOSTS=str(key.with_suffix(".pub")),
        PORTAL_PUSH_TOKEN="rahasia",
    )


@pytest.mark.client("rsync")
def test_a_release_from_content_to_what_is_served(clone: Path, tmp_path: Path) -> None:
    """Built, the release log committed back, published; what others handed in comes along.

    The first time by the pipeline, then by the script that timers call.
    """
    target = tmp_path / "publik"
    first = run_job("publish", tmp_path / "asal.git")
    assert 0 == first.code, first.printed
    git(clone, "pull", "--quiet")
    assert "Record releases [skip ci]" in git(clone, "log", "-1", "--format=%s", "origin/main")
    log = (clone / LOG).read_text("utf-8")
    assert log == git(clone, "show", f"origin/main:{LOG}")
    assert [] == [code for code in CODES.values() if code not in log]
    built = tmp_path / "kerja-publish-main" / "output"
    assert tree(built).items() <= tree(target / "current").items()
    other = tmp_path / "rekan"
    git(tmp_path, "clone", "--quiet", "asal.git", "rekan")
    (other / "content/data/alih-alamat.csv").write_text(
        "dari,ke\n/lama/,/layanan/nikah/\n", "utf-8"
    )
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message=Alamat lama")
    git(other, "push", "--quiet")
    again = run(clone, "deploy/release.sh", str(target))
    assert 0 == again.code, again.printed
    assert (target / "current/lama/index.html").is_file()
    assert "" == git(clone, "status", "--short")
    assert git(clone, "rev-parse", "HEAD") == git(clone, "rev-parse", "origin/main")


@pytest.mark.client("rsync")
def test_what_was_left_uncommitted_goes_first_and_a_stop_publishes_nothing(
    clone: Path, tmp_path: Path
) -> None:
    """A killed call left the release log changed; then the content stops the build."""
    target = tmp_path / "publik"
    built = run(clone, "./invoke", "build")
    assert (0, True) == (built.code, LOG in git(clone, "status", "--short", "--untracked=all"))
    (clone / "content/tata-kelola/peran.yaml").write_text("- {orang: x}\n", "utf-8")
    git(clone, "commit", "--quiet", "--message=Rusak", "content/tata-kelola")
    done = run(clone, "deploy/release.sh", str(target))
    assert (1, False) == (done.code, (target / "current").exists()), done.printed
    assert "Record releases" in git(clone, "log", "-1", "--format=%s")


def test_a_proposal_is_checked(clone: Path, tmp_path: Path) -> None:
    """With the site as it would look; one with a mistake is refused."""
    git(clone, "switch", "--quiet", "--create", "usul")
    git(clone, "push", "--quiet", "origin", "usul")
    done = run_job("content", tmp_path / "asal.git", "usul")
    assert 0 == done.code, done.printed
    kept = {PIPELINE["content"]["artifacts"]["paths"][0]}
    assert {"pratinjau"} == kept
    assert (tmp_path / "kerja-content-usul/pratinjau/index.html").is_file()
    (clone / "content/halaman/kontak.md").write_text("kosong\n", "utf-8")
    git(clone, "commit", "--quiet", "--all", "--message=Salah")
    git(clone, "push", "--quiet", "origin", "HEAD:keliru")
    refused = run_job("content", tmp_path / "asal.git", "keliru")
    assert (1, True) == (refused.code, "halaman/kontak.md:1:" in refused.printed)


def test_an_interrupted_rebase_is_begun_anew(clone: Path) -> None:
    """A call that was killed between fetching and replaying does not stop all that follow."""
    (clone / "content/tata-kelola/peran.yaml").write_text("- {orang: x}\n", "utf-8")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message=Rusak")
    who = ("-c", "user.name=a", "-c", "user.email=a@portal.example")
    stopped = run(clone, "git", *who, "rebase", "-x", "false", "HEAD~")
    rebase = clone / ".git/rebase-merge"
    assert (1, True) == (stopped.code, rebase.is_dir()), stopped.printed
    done = run(clone, "deploy/release.sh", str(clone / "publik"))
    assert (1, False, True) == (done.code, rebase.is_dir(), "peran.yaml:1:" in done.printed)


def test_the_pipeline_calls_what_there_is() -> None:
    """Its commands are tasks and scripts of the project, and it publishes after a proposal only."""
    jobs = {name: job for name, job in PIPELINE.items() if "script" in job}
    assert {"content": "check", "program": "check", "publish": "publish"} == {
        name: job["stage"] for name, job in jobs.items()
    }
    lines = [line for job in jobs.values() for line in job["script"]]
    called = {name for line in lines for name in re.findall(r"\./invoke ([\w.]+)", line)}
    assert {"build", "check"} == called
    assert called <= {*tasks.namespace.task_names}
    scripts = {found for line in lines for found in re.findall(r"(?:\.ci|deploy)/[\w.]+", line)}
    assert {True} == {(PROJECT / script).stat().st_mode & 0o111 != 0 for script in scripts}
    assert "$CI_DEFAULT_BRANCH" in jobs["publish"]["rules"][0]["if"]


@pytest.mark.parametrize("name", ["portal-kinerja.cron", "systemd/portal-kinerja.service"])
def test_timers_call_the_script(name: str) -> None:
    """With the target of which the nginx that we ship serves."""
    clone = "/var/lib/portal-kinerja/portal"
    text = (DEPLOY / name).read_text("utf-8")
    assert f"{clone}/deploy/release.sh /srv/portal-kinerja" in text
    assert "root /srv/portal-kinerja/current;" in (DEPLOY / "nginx/portal-kinerja.conf").read_text(
        "utf-8"
    )
