"""Settings become values, or a sentence that says which one is wrong."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kinerja.building.faults import BadSetting
from kinerja.building.settings import parse_as_of, read_settings
from kinerja.model.governance import JAKARTA

USUAL: dict[str, Any] = {
    "SITEURL": "https://kinerja.example/",
    "SITENAME": "Portal",
    "MINISTRY": "Kementerian Contoh",
    "FEED_ID_BASE": "https://kinerja.example/",
    "DEFAULT_LANG": "id",
    "OUTPUT_PATH": "keluaran",
    "THEME": "tema",
}


def settings(tmp_path: Path, **changes: object) -> dict[str, Any]:
    """Return settings of a portal whose content is a folder that exists."""
    return {**USUAL, "PATH": str(tmp_path), **changes}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-31", "2026-03-31T23:59:59+07:00"),
        ("2026-03-31T09:00:00+07:00", "2026-03-31T09:00:00+07:00"),
        ("2026-03-31T09:00:00+00:00", "2026-03-31T16:00:00+07:00"),
    ],
)
def test_a_day_means_its_end_a_time_itself(text: str, expected: str) -> None:
    """Both in Jakarta's time."""
    assert expected == parse_as_of(text).isoformat()


def test_nothing_means_now() -> None:
    """In whole seconds."""
    now = parse_as_of("")
    assert timedelta(0) <= datetime.now(JAKARTA) - now < timedelta(minutes=1)
    assert 0 == now.microsecond


@pytest.mark.parametrize("text", ["kemarin", "2026-02-30", "2026-03-31T09:00:00", "2026-3-1"])
def test_any_other_time_is_refused(text: str) -> None:
    """The words repeat what was written."""
    with pytest.raises(BadSetting, match=text):
        parse_as_of(text)


def test_addresses_lose_their_last_slash(tmp_path: Path) -> None:
    """So that they can be put before any path."""
    found = read_settings(settings(tmp_path)).site
    assert ("https://kinerja.example", "https://kinerja.example") == (found.url, found.feed_id_base)
    assert "publikasi/{tahun}/{id}/" == found.addresses["publikasi"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITEURL", "https://kinerja.example/portal"),
        ("SITEURL", ""),
        ("LAYANAN_URL", "/layanan/{id}/"),
        ("UNIT_URL", "unit/{id}"),
        ("PATH", "/tidak/ada"),
        ("AS_OF", "besok"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: str) -> None:
    """With its value, before anything is built."""
    with pytest.raises(BadSetting, match=value.replace("{", r"\{") or name):
        read_settings(settings(tmp_path, **{name: value}))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("EDITOR_MAILBOX", "redaksi"), ("LICENSE_URL", "cc-by"), ("EDITOR_MAILBOX", "a@b c.id")],
)
def test_what_feeds_say_has_its_form_or_is_absent(tmp_path: Path, name: str, wrong: str) -> None:
    """A mailbox, an address, or nothing; anything else is refused by its name."""
    site = read_settings(settings(tmp_path)).site
    assert ("", "") == (site.mailbox, site.license)
    said = {"EDITOR_MAILBOX": "redaksi@portal.example", "LICENSE_URL": "https://lisensi.example/"}
    site = read_settings(settings(tmp_path, **said)).site
    assert [*said.values()] == [site.mailbox, site.license]
    with pytest.raises(BadSetting, match=f"{name}: '{wrong}'"):
        read_settings(settings(tmp_path, **{name: wrong}))


def test_a_scheduler_has_an_address_or_there_is_none(tmp_path: Path) -> None:
    """With scheme and port: dask would wait for ever at some that have none."""
    for right in ("", "tcp://10.0.0.5:8786", "tls://satu.example:8786", "tcp://[::1]:8786"):
        assert right == read_settings(settings(tmp_path, CLUSTER=right)).cluster
    for wrong in (
        "10.0.0.5:8786",
        "tcp:10.0.0.5",
        "http://10.0.0.5:1",
        "tcp://10.0.0.5",
        "tcp://a..b:1",
    ):
        with pytest.raises(BadSetting, match=r"CLUSTER: .*; tulis seperti tcp://"):
            read_settings(settings(tmp_path, CLUSTER=wrong))
