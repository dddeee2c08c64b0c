"""Series of indicators as a whole: figure, chart, table, data; for messages and data sheets."""

from collections.abc import Iterable

from kinerja.evidence.words import value_words
from kinerja.model.ids import IndicatorRef
from kinerja.model.tables import Dataset

from .charts import line_chart
from .figures import figure_view
from .indicator_tables import detail_table, series_sentence
from .site import Site
from .views import FigureView, SeriesView


def evidence_figure(
    site: Site, reference: IndicatorRef, earlier: Dataset | None = None
) -> FigureView:
    """Return the figure that a reference names; one without data says that nothing is reported.

    `earlier` are the data as they were when the figure was stated.
    """
    item = site.portal.indicators.get(reference.id)
    found = figure_view(site, item, reference.period, reference.detail) if item else None
    seen = earlier.find(reference.period, reference.detail) if earlier else None
    before = value_words(seen.value, item.record.precision) if seen and item else ""
    if found and before not in ("", found["value"]):
        revised = f"direvisi dari {before}"
        found["trend"] = ", ".join(filter(None, (revised, found["trend"])))
    return found or {
        "label": item.record.name if item else reference.id,
        "value": "",
        "unit": "",
        "period": "",
        "trend": "",
        "category": "",
        "status": {"key": "not-reported", "word": "belum dilaporkan", "detail": ""},
        "source": "",
        "url": site.address(item) if item else "",
        "spark": None,
        "bar": None,
    }


def series_views(
    site: Site, references: Iterable[IndicatorRef], *, charts: bool
) -> list[SeriesView]:
    """Return the whole series that some references name, each once, in their order."""
    found: list[SeriesView] = []
    keys = dict.fromkeys((reference.id, reference.detail) for reference in references)
    for n, (indicator, detail) in enumerate(keys, 1):
        item = site.portal.indicators.get(indicator)
        public = site.portal.datasets.get(indicator)
        figure = evidence_figure(site, IndicatorRef(indicator, detail))
        rows = (public.dataset if public else Dataset(indicator, ())).series(detail)
        view: SeriesView = {"figure": figure, "chart": None, "table": None, "files": []}
        if item and rows:
            label = figure["label"]
            base = f"/data/capaian/{indicator}"
            view["table"] = detail_table(site, item, rows, f"tabel-seri-{n}", label)
            view["files"] = [
                {"title": "CSV", "url": f"{base}.csv"},
                {"title": "JSON", "url": f"{base}.json"},
            ]
            if charts:
                sentence = series_sentence(label, rows, item)
                view["chart"] = line_chart(f"grafik-seri-{n}", label, rows, item.record, sentence)
        found.append(view)
    return found
