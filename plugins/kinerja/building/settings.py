"""Settings of `pelicanconf.py` as values, with what a build needs to know beside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Any

from kinerja.approval.example_keys import EXAMPLE_KEYS
from kinerja.approval.trust import Trust
from kinerja.model.fields import DAY, MOMENT
from kinerja.model.governance import JAKARTA
from kinerja.processes import all_cores
from kinerja.rendering.site import SiteSettings

from .faults import BadSetting

ADDRESSES = {
    "publikasi": "publikasi/{tahun}/{id}/",
    "isu": "isu/{id}/",
    "edukasi": "edukasi/{id}/",
    "layanan": "layanan/{id}/",
    "indikator": "capaian/{id}/",
    "halaman": "tentang/{id}/",
    "unit": "unit/{id}/",
    "narasi": "narasi/{id}/",
}
"""Kind of page -> address; `PUBLIKASI_URL`, `LAYANAN_URL` ... in the settings override them."""


MAILBOX = r"[\w.+-]+@[\w-]+(\.[\w-]+)+"
LICENSE = r"https?://\S+"
SCHEDULER = r"(tcp|tls)://([\w-]+(\.[\w-]+)*|\[[\da-fA-F:]+\]):\d{1,5}"


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """What one build works with. `as_of` has whole seconds and is in Jakarta's time.

    `around` is the digest of code, theme and settings, `seen` of the stamps of the content before
    anything was read; '' where the caller did not look.
    """

    content: Path
    output: Path
    theme: Path
    cache: Path
    as_of: datetime
    mint: bool
    site: SiteSettings
    trust: Trust = field(default_factory=Trust)
    manifest_key: str = ""
    workers: int = 1
    cluster: str = ""
    around: str = ""
    seen: str = ""


def read_settings(settings: Mapping[str, Any]) -> BuildSettings:
    """Return the settings of a build. Raises BadSetting."""
    url = str(settings["SITEURL"]).rstrip("/")
    if not re.fullmatch(r"https?://[^/\s]+", url):
        raise BadSetting(f"SITEURL: '{url}'; tulis seperti https://kinerja.example, tanpa folder")
    addresses = {
        kind: str(settings.get(f"{kind.upper()}_URL", form)) for kind, form in ADDRESSES.items()
    }
    for kind, form in addresses.items():
        if not form.endswith("/") or form.startswith("/"):
            raise BadSetting(f"{kind.upper()}_URL: '{form}'; tulis seperti {ADDRESSES[kind]}")
    content = Path(str(settings["PATH"])).resolve()
    if not content.is_dir():
        raise BadSetting(f"PATH: tidak ada folder isi {content}; sebut dengan --content")
    return BuildSettings(
        content=content,
        output=Path(settings["OUTPUT_PATH"]).absolute(),
        theme=Path(settings["THEME"]).resolve(),
        cache=Path(settings.get("CACHE_PATH") or ".cache").absolute(),
        as_of=parse_as_of(str(settings.get("AS_OF") or "")),
        mint=bool(settings.get("MINT_RELEASES", False)),
        site=SiteSettings(
            name=str(settings["SITENAME"]),
            tagline=str(settings.get("SITESUBTITLE", "")),
            ministry=str(settings["MINISTRY"]),
            url=url,
            feed_id_base=str(settings["FEED_ID_BASE"]).rstrip("/"),
            notice=str(settings.get("EXAMPLE_NOTICE", "")),
            language=str(settings["DEFAULT_LANG"]),
            addresses=addresses,
            security_contact=str(settings.get("SECURITY_CONTACT", "")),
            icons=dict(settings.get("SERVICE_ICONS", {})),
            mailbox=_matching(settings, "EDITOR_MAILBOX", MAILBOX, "redaksi@portal.example"),
            license=_matching(settings, "LICENSE_URL", LICENSE, "https://lisensi.example/"),
        ),
        trust=Trust(
            str(settings.get("TRUST_ROOT") or ""),
            frozenset() if settings.get("EXAMPLE_NOTICE") else EXAMPLE_KEYS,
            url,
        ),
        manifest_key=str(settings.get("MANIFEST_KEY") or ""),
        workers=_workers(settings.get("WORKERS") or 0),
        cluster=_matching(settings, "CLUSTER", SCHEDULER, "tcp://10.0.0.5:8786"),
        around=str(settings.get("AROUND") or ""),
        seen=str(settings.get("SEEN") or ""),
    )


def _workers(value: object) -> int:
    """Return how many processes a build may use; 0 stands for all cores. Raises BadSetting."""
    if not isinstance(value, int) or value < 0:
        raise BadSetting(f"WORKERS: '{value}'; tulis bilangan, 0 untuk semua inti prosesor")
    return value or all_cores()


def _matching(settings: Mapping[str, Any], name: str, form: str, right: str) -> str:
    """Return a setting that may be ''. Raises BadSetting for what has not its form."""
    value = str(settings.get(name) or "")
    if value and not re.fullmatch(form, value):
        raise BadSetting(f"{name}: '{value}'; tulis seperti {right}, atau '' bila tidak ada")
    return value


def parse_as_of(text: str) -> datetime:
    """Return the time of a build: now for '', the end of a day for a day.

    Raises BadSetting for anything but `2026-03-31` and `2026-03-31T09:00:00+07:00`.
    """
    try:
        if not text:
            return datetime.now(JAKARTA).replace(microsecond=0)
        if DAY.fullmatch(text):
            return datetime.combine(datetime.fromisoformat(text), time(23, 59, 59), JAKARTA)
        if MOMENT.fullmatch(text):
            return datetime.fromisoformat(text).astimezone(JAKARTA)
    except ValueError:
        pass
    raise BadSetting(f"--as-of: '{text}'; tulis seperti 2026-03-31 atau 2026-03-31T09:00:00+07:00")
