"""The same portal is the same site, and nothing of the portal is overlooked."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import from_json, to_json

from kinerja.building.standing import NOT_SHOWN, made_of
from kinerja.commands.configuration import project_settings
from kinerja.model.fields import Digest
from kinerja.model.portal import Portal
from tests.kinerja.contents import PATHS, PUBLICATION
from tests.kinerja.posts import write_posts
from tests.kinerja.sites import site_of
from tests.kinerja.stories import ISSUE, LATER, withdraw, write_stories
from tests.site.builds import run_python

RECORDS = ("services", "publications", "issues", "education", "indicators", "pages")


def made(portal: Portal, around: str = "a", **changes: Any) -> str:
    """Return the digest of a site of this portal."""
    settings = replace(project_settings(Path(__file__).parent), around=around)
    return made_of(portal, replace(settings, site=replace(settings.site, **changes)))


def with_posts(root: Path) -> Portal:
    """Return a portal with posts for two platforms."""
    write_posts(root, {"x": ["Satu."], "baru": ["Dua."]})
    return site_of(root).portal


def with_withdrawal(root: Path) -> Portal:
    """Return a portal of all kinds of records, one of them withdrawn."""
    site_of(write_stories(root))
    withdraw(root, ISSUE, None)
    return site_of(root, LATER).portal


def missing(whole: Any, shown: Any, at: str = "") -> Iterator[str]:
    """Yield the path of what `shown` lacks; what has no name of its own is `*`."""
    if isinstance(whole, dict):
        is_named = at.strip(".") in RECORDS
        for key, value in whole.items():
            here = f"{at}.{'*' if is_named else key}"
            yield from missing(value, shown[key], here) if key in shown else (here,)
    elif isinstance(whole, list):
        for before, after in zip(whole, shown, strict=True):
            yield from missing(before, after, f"{at}.*")
    else:
        assert whole == shown


@pytest.mark.parametrize(
    ("open_portal", "expected"),
    [
        (with_withdrawal, {".publications.*.root", ".withdrawn.*.item.root"}),
        (with_posts, {".posts.*.then", ".posts.*.item.root"}),
    ],
)
def test_nothing_is_left_out_but_what_is_said(
    open_portal: Callable[[Path], Portal], expected: set[str], tmp_path: Path
) -> None:
    """Where an edition lies, and the whole portal of a post's time."""
    portal = open_portal(tmp_path)
    whole, shown = (from_json(to_json(portal, exclude=out)) for out in (None, NOT_SHOWN))
    left_out = {*missing(whole, shown)}
    assert expected <= left_out
    assert {".ledger.units"} == {path for path in left_out if not path.endswith(("root", ".then"))}


@pytest.mark.parametrize("name", [field.name for field in fields(Portal)])
def test_every_part_of_the_portal_counts(name: str, tmp_path: Path) -> None:
    """With anything else in its place the site is another one."""
    portal = with_withdrawal(tmp_path)
    others: dict[str, Any] = {
        "day": LATER.date() + timedelta(days=1),
        "posts": with_posts(tmp_path / "kiriman").posts,
    }
    other = others.get(name, {"lain": 1} if isinstance(getattr(portal, name), dict) else (1,))
    assert made(portal) != made(replace(portal, **{name: other}))


def test_settings_and_code_count(tmp_path: Path) -> None:
    """Where nobody knows the code, nothing is known."""
    portal = with_withdrawal(tmp_path)
    assert 3 == len({made(portal), made(portal, "b"), made(portal, name="Lain")})
    assert "" == made(portal, "")


def test_a_figure_of_an_earlier_post_counts(tmp_path: Path) -> None:
    """Its picture shows the indicator as it was when it was posted."""
    portal = with_posts(tmp_path)
    post = portal.posts[0]
    (name, item), *_ = post.then.indicators.items()
    then = replace(post.then, indicators={name: replace(item, digest=Digest("b" * 64))})
    changed = replace(portal, posts=(replace(post, then=then), *portal.posts[1:]))
    assert made(portal) != made(changed)


def test_a_text_that_nobody_approved_changes_nothing(tmp_path: Path) -> None:
    """The approved edition comes from the archive then, and is the same."""
    before = made(with_posts(tmp_path))
    with (tmp_path / PATHS["publikasi"]).open("a", encoding="utf-8") as file:
        file.write("\nBelum disetujui.\n")
    portal = site_of(tmp_path).portal
    assert "arsip" in str(portal.publications[PUBLICATION].root)
    assert before == made(portal)


def test_the_digest_is_the_same_in_every_process(tmp_path: Path) -> None:
    """Wherever the content lies, and in whatever order a process has its sets."""
    told = "import sys; from pathlib import Path; from tests.kinerja.building import test_standing"
    told += "; print(test_standing.made(test_standing.with_withdrawal(Path(sys.argv[1]))))"
    runs = [
        run_python(
            "-c", told, str(tmp_path / seed), PYTHONHASHSEED=seed, PYTHONPATH=":".join(sys.path)
        )
        for seed in ("1", "2")
    ]
    assert [0, 0] == [run.code for run in runs]
    assert 1 == len({run.lines[-1] for run in runs})
