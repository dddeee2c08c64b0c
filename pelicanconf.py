"""Settings of the portal. Each line is explained in docs/if-you-know-pelican.md."""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from kinerja.building.site import PortalSite  # noqa: E402  plugins must be on the path first

# The site
SITENAME = "Portal Kinerja"
SITESUBTITLE = "Kinerja layanan, sumber setiap angka, biaya setiap publikasi"
MINISTRY = "Kementerian Agama"
SITEURL = "https://kinerja.example"
FEED_ID_BASE = "https://kinerja.example"  # never changes, whatever SITEURL becomes
EXAMPLE_NOTICE = (
    "Situs contoh, bukan situs resmi Kementerian Agama; angka dari sumber publik yang disebut; "
    "biaya adalah simulasi, begitu pula persetujuan"
)  # '' on a real site
SECURITY_CONTACT = "mailto:keamanan@portal.example"  # for /.well-known/security.txt; '' for none
EDITOR_MAILBOX = "redaksi@portal.example"  # whom readers of feeds may ask; a role, '' for none
LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/deed.id"  # of texts; '' for none
SERVICE_ICONS = {
    **{"nikah": "cincin", "kua": "kantor", "madrasah": "buku", "kerukunan": "orang"},
    **{"haji": "kubus", "halal": "perisai", "pengaduan": "percakapan", "informasi": "dokumen"},
}  # a word of a service's id -> an icon of the theme
DEFAULT_LANG = "id"
TIMEZONE = "Asia/Jakarta"

# Addresses
PUBLIKASI_URL = "publikasi/{tahun}/{id}/"
ISU_URL = "isu/{id}/"
EDUKASI_URL = "edukasi/{id}/"
LAYANAN_URL = "layanan/{id}/"
INDIKATOR_URL = "capaian/{id}/"
UNIT_URL = "unit/{id}/"
NARASI_URL = "narasi/{id}/"
HALAMAN_URL = "tentang/{id}/"

# Folders
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
CACHE_PATH = str(ROOT / ".cache")
THEME = str(ROOT / "theme")
WORKERS = 0  # processes of a build, 0 for all cores

# The gate: without both of these nothing is built
PELICAN_CLASS = PortalSite
PLUGINS = ["kinerja.plugin"]
PLUGIN_PATHS = [str(ROOT / "plugins")]

# Trust: docs/approval.md says how both are made
TRUST_ROOT = ""  # SHA256:... of the key that must have signed tata-kelola/, '' asks for none
MANIFEST_KEY = ""  # file of the key that signs manifes.json, '' leaves it unsigned

# What Pelican would do by itself and must not
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
READERS = {"rst": None, "html": None, "htm": None}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
