"""Charts of extreme series, as a browser draws them: no words on one another, none cut off."""

import pytest
from playwright.sync_api import Browser, Page

from cost_appendix.charts import Bar, bar_chart
from kinerja.commands.theme import THEME, component_environment
from kinerja.model.tables import Observation
from tests.kinerja.rendering.test_charts import chart, row

YEARS = range(1986, 2026)

SERIES: dict[str, tuple[Observation, ...]] = {
    "two points": (row("2024", "94.52"), row("2025", "94.62")),
    "forty points": tuple(row(str(y), str(y % 7 * 3), str(y % 5 + 12)) for y in YEARS),
    "forty points far apart": tuple(row(str(y), str((y % 2) * 10**9)) for y in YEARS),
    "negative": (row("2023", "-12.5"), row("2024", "3"), row("2025", "-40.25")),
    "huge": (row("2024", "987654321987654"), row("2025", "1234567890123456")),
    "tiny steps": (row("2024", "0.001"), row("2025", "0.0012")),
    "equal": tuple(row(str(y), "77.89") for y in range(2019, 2026)),
    "zero": (row("2024", "0"), row("2025", "0")),
    "gaps at both ends": (
        row("2021"),
        row("2022", "5"),
        row("2023"),
        row("2024", "6"),
        row("2025"),
    ),
    "value on its target": (row("2024", "90", "90"), row("2025", "100", "100")),
    "steep last step": (row("2023", "1"), row("2024", "1000"), row("2025", "1")),
    "months": tuple(row(f"2025-{m:02}", str(m * m)) for m in range(1, 13)),
    "until a month": tuple(
        row(f"sd-{p}", "5") for p in ("2022-10", "2023-06", "2023-12", "2024-10")
    ),
    "several years": (row("2010..2014", "5"), row("2015..2019", "9"), row("2020..2024", "7")),
}

COSTS = {
    "long names": [
        Bar("Kantor Wilayah Kementerian Agama Provinsi Papua Barat Daya", "Rp581.675.002", (9,)),
        Bar("BADAN PENYELENGGARA JAMINAN PRODUK HALAL", "Rp1.234.567.890.123", (1,)),
    ],
    "a ceiling": [
        Bar("Universitas Islam Negeri Syarif Hidayatullah", "100,0% dibayar", (9, 0, 0), 9),
        Bar("2026", "0,0% dibayar", (0, 0, 1), 900),
        Bar("2027", "45,0% dibayar", (9, 9, 9), 20),
    ],
}

COLLISIONS = """() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
  const shown = [...svg.querySelectorAll('text')].filter(e => e.checkVisibility());
  const boxes = shown.map(e => [e.textContent, e.getBoundingClientRect()]);
  const out = boxes.filter(([, b]) => b.left < -1 || b.right > innerWidth + 1)
    .map(([t]) => `${svg.dataset.name}: ${t} is cut off`);
  const on = boxes.flatMap(([t, a], n) => boxes.slice(n + 1).filter(([, b]) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3)
    .map(([u]) => `${svg.dataset.name}: ${t} on ${u}`));
  return [...out, ...on];
})"""


def drawn() -> str:
    """Return all charts on one page with the stylesheet of the portal."""
    draw = component_environment().get_template("grafik/grafik.html").module.grafik  # type: ignore[attr-defined]  # a macro
    style = (THEME / "static" / "portal.css").read_text("utf-8")
    charts = [
        str(draw(chart(*rows))).replace("<svg", f'<svg data-name="{name}"', 1)
        for name, rows in SERIES.items()
    ]
    charts += [
        str(draw(chart(*SERIES[name], broken=year))).replace(
            "<svg", f'<svg data-name="{name}, broken {year}"', 1
        )
        for name, year in (
            ("equal", "2020"),
            ("equal", "2025"),
            ("two points", "2025"),
            ("forty points", "2024"),
        )
    ]
    bars = component_environment().get_template("batang-biaya/batang-biaya.html").module
    for name, rows in COSTS.items():
        found = bars.batang_biaya(bar_chart(name, name, rows), "Biaya.")  # type: ignore[attr-defined]  # a macro
        charts.append(str(found).replace("<svg", f'<svg data-name="{name}"', 1))
    return (
        f'<html lang="id"><style>{style}</style><main class="wadah">{"".join(charts)}</main></html>'
    )


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """Return the page of all charts."""
    found = browser.new_page()
    found.set_content(drawn())
    return found


@pytest.mark.parametrize("width", [320, 360, 641, 1280])
def test_no_label_stands_on_another(width: int, page: Page) -> None:
    """On the narrowest phone, on both sides of the change of type, and wide."""
    page.set_viewport_size({"width": width, "height": 800})
    assert [] == page.evaluate(COLLISIONS)


def test_no_label_stands_on_another_on_paper(page: Page) -> None:
    """In a column of a sheet too."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})
    found = page.evaluate(COLLISIONS)
    page.emulate_media(media="screen")
    assert [] == found
