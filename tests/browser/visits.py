"""One page of the site in a browser window, with everything that it said and asked for."""

from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page

Scheme = Literal["light", "dark"]

PAGES = {
    "home": "/",
    "services": "/layanan/",
    "service": "/layanan/pencatatan-nikah/",
    "service that ended": "/layanan/haji/",
    "publications": "/publikasi/",
    "publications of a year": "/publikasi/2026/",
    "publications of a month": "/publikasi/2026/bulan/11/",
    "article": "/publikasi/2025/menikah-di-kua-nol-rupiah/",
    "article with a chart": "/publikasi/2025/kepuasan-jemaah-haji-2025/",
    "infographic": "/publikasi/2026/haji-2025-menurut-lokasi/",
    "infographic drawn here": "/publikasi/2026/pip-madrasah-2016/",
    "video": "/publikasi/2026/layanan-kua-tujuh-tahun/",
    "data sheet": "/publikasi/2026/lembar-nikah-2014-2025/",
    "issues": "/isu/",
    "issue": "/isu/nikah-di-kua-berbayar/",
    "lessons": "/edukasi/",
    "lesson": "/edukasi/cara-mengadu-dumas/",
    "narrative": "/narasi/",
    "message": "/narasi/kua-makin-melayani/",
    "message that its evidence refutes": "/narasi/sepuluh-juta-produk-halal/",
    "message without evidence": "/narasi/zakat-wakaf-terbuka/",
    "publication that was corrected": "/publikasi/2026/berapa-jumlah-kua/",
    "publication that was withdrawn": "/publikasi/2025/kuota-haji-2025/",
    "issue without a final answer": "/isu/semua-produk-sudah-halal/",
    "corrections": "/koreksi/",
    "indicators": "/capaian/",
    "indicator": "/capaian/ikjhi/",
    "indicator without a series": "/capaian/keterbukaan-informasi/",
    "embedded indicator": "/capaian/ikl-kua/sematan/",
    "missed targets": "/capaian/belum-tercapai/",
    "missing reports": "/capaian/belum-dilaporkan/",
    "method": "/capaian/metode/",
    "transparency": "/transparansi/",
    "approvals": "/transparansi/persetujuan/",
    "screenings": "/transparansi/penyaringan/",
    "lexicon": "/transparansi/penyaringan/leksikon/",
    "urgent publications": "/transparansi/darurat/",
    "open data": "/data/",
    "glossary": "/istilah/",
    "index": "/cari/",
    "index of a letter": "/cari/k/",
    "units": "/unit/",
    "unit with units below": "/unit/kemenag/",
    "unit": "/unit/itjen/",
    "unit that was closed": "/unit/phu/",
    "costs": "/transparansi/biaya/",
    "costs of a year": "/transparansi/biaya/2026/",
    "rows of the ledger": "/transparansi/biaya/2026/hal/1/",
    "feeds": "/umpan/",
    "feed": "/umpan/situs/",
    "plain page": "/tentang/aksesibilitas/",
    "not found": "/404.html",
}
"""A page of every type, and of every type each state that looks different."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at: width in CSS pixels, colours, with or without scripts."""

    width: int = 1280
    scheme: Scheme = "light"
    script: bool = True


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that is open, the errors of its console, and the addresses that it asked for."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


def open_visit(browser: Browser, host: str, address: str, look: Look) -> Visit:
    """Open an address of the site; console and requests are heard from the beginning."""
    context = browser.new_context(
        viewport={"width": look.width, "height": 800},
        color_scheme=look.scheme,
        java_script_enabled=look.script,
        reduced_motion="reduce",
    )
    visit = Visit(context.new_page())

    def hear(message: ConsoleMessage) -> None:
        itself = message.location["url"] == host + address
        is_gone = itself and "status of 410" in message.text  # a notice is served as such
        if message.type in ("error", "warning") and not is_gone:
            visit.errors.append(f"{message.text} {message.location['url']}")

    visit.page.on("console", hear)
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.goto(host + address, wait_until="load")
    return visit
