"""Indicators: the list, the page with what stands below its figures, and what others embed."""

import json
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from kinerja.rendering import indicators
from kinerja.rendering.indicators import indicator_pages
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.contents import DATASET, INDICATOR, write, write_record
from tests.kinerja.registers import sections, views, write_registers, write_rows
from tests.kinerja.sites import changed_site, site_of

PAGE, EMBED = "/capaian/kepuasan/", "/capaian/kepuasan/sematan/"
PICTURE = f"{EMBED}grafik.svg"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def page_of(root: Path, *rows: str, **changes: str | None) -> Any:
    """Return the view of the indicator's page with other rows and keys."""
    write_registers(root, **changes)
    if rows:
        write_rows(root, *rows)
    return views(indicator_pages(site_of(root)))[PAGE]


def test_the_list_and_a_page(site: Site) -> None:
    """Grouped by service; the page says trend, method, source, and offers the data."""
    found = views(indicator_pages(site))
    groups = found["/capaian/"]["groups"]
    assert [("Pencatatan nikah", 1)] == [(g["title"], len(g["items"])) for g in groups]
    view = found[PAGE]
    expected = "Indeks kepuasan pengantin: 82,10 pada 2023, 78,25 pada 2024; turun 3,85."
    assert expected == view["sentence"]
    assert ("makin tinggi makin baik", "poin", "Badan Contoh") == (
        view["direction"],
        view["measure"],
        view["publisher"],
    )
    assert view["chart"] is not None
    assert ["2025", "2024", "2023"] == [row["id"] for row in view["tables"][0]["rows"]]
    assert ["/data/capaian/kepuasan.csv", "/data/capaian/kepuasan.json", PICTURE] == [
        link["url"] for link in view["files"]
    ]


def test_each_group_says_its_counts(site: Site) -> None:
    """Met, not met, not reported, without target: all four, also where there is none."""
    (group,) = views(indicator_pages(site))["/capaian/"]["groups"]
    expected = "0 tercapai, 1 belum tercapai, 1 belum dilaporkan, 0 tanpa target"
    assert expected == group["counts"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("2022,,80,,tetap", "2023,,82,,tetap", "2024,,81,,tetap"),
            "80,00 pada 2022, 81,00 pada 2024; naik 1,00. Terakhir turun 1,00 dari 2023.",
        ),
        (
            ("2022,,80,,tetap", "2023,,82,,tetap", "2024-S1,,40,,tetap"),
            "80,00 pada 2022, 40,00 pada semester 1 2024; kurunnya tidak sama panjang, jadi tidak "
            "dibandingkan.",
        ),
        (
            ("2021,,80,,tetap", "2023,,82,,tetap", "2024,,82,,tetap"),
            "80,00 pada 2021, 82,00 pada 2024; cara ukur berubah di antaranya, jadi tidak "
            "dibandingkan. Terakhir sama dengan 2023.",
        ),
    ],
)
def test_the_sentence_says_trend_and_last_change(
    tmp_path: Path, rows: tuple[str, ...], expected: str
) -> None:
    """Only of what may be compared; the break of 2022 has no row of its own."""
    changes = {"putus_seri": "[{periode: '2022', alasan: Cara baru.}]"} if "2021" in rows[0] else {}
    view = page_of(tmp_path, *rows, **changes)
    assert f"Indeks kepuasan pengantin: {expected}" == view["sentence"]


def test_an_indicator_without_public_service_stands_last(tmp_path: Path) -> None:
    """Under a heading of its own, without address."""
    site = changed_site(tmp_path, "indikator", layanan=None)
    groups = views(indicator_pages(site))["/capaian/"]["groups"]
    assert [("Indikator lain", "")] == [(group["title"], group["url"]) for group in groups]


def test_many_indicators_stand_in_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table for each service, with the counts before and pages after so many rows."""
    contents.write_content(tmp_path)
    write_record(tmp_path, "indikator", "baru", nama="Angka baru")
    contents.approve(tmp_path, "baru")
    monkeypatch.setattr(indicators, "MOST_CARDS", 1)
    view = views(indicator_pages(site_of(tmp_path)))["/capaian/"]
    assert [
        ("Angka baru | Bimbingan Contoh", "–", "Belum ada angka yang diumumkan"),
        (
            "Indeks kepuasan pengantin | Bimbingan Contoh",
            "78,25 poin | 2024",
            "belum tercapai | 92,06 persen dari target",
        ),
    ] == sections(view)["kelompok-1"]
    assert (4, "not-met") == (
        len(view["counts"]),
        view["sections"][0]["rows"][1]["cells"][2]["status"],
    )


def test_an_indicator_without_data(tmp_path: Path) -> None:
    """Its page says that nothing was measured, offers no files, and nothing to embed."""
    contents.write_content(tmp_path)
    (tmp_path / DATASET).unlink()
    found = views(indicator_pages(site_of(tmp_path)))
    view = found[PAGE]
    assert (None, None, [], [], "") == (
        view["figure"],
        view["chart"],
        view["tables"],
        view["files"],
        view["embed"],
    )
    assert "Indeks kepuasan pengantin: belum ada nilai yang diukur." == view["sentence"]
    assert EMBED not in found


def test_an_indicator_of_details_alone(tmp_path: Path) -> None:
    """It is not said to have no figures: they stand in the table of details."""
    write_registers(tmp_path)
    write_rows(tmp_path, "2025,loket/a,82,,tetap")
    found = views(indicator_pages(site_of(tmp_path)))
    assert "Indeks kepuasan pengantin: hanya diumumkan menurut rincian." == found[PAGE]["sentence"]
    assert ["Hanya menurut rincian"] == [
        item["note"] for group in found["/capaian/"]["groups"] for item in group["items"]
    ]
    assert (1, False) == (len(found[PAGE]["tables"]), EMBED in found)


def test_the_category_of_a_number(tmp_path: Path) -> None:
    """Computed from the scale, in sentence, figure and table; outside of the bands it says so."""
    rows = ("2024,,88.304,,tetap", "2025,,88.305,,tetap", "2023,,12,,tetap")
    view = page_of(tmp_path, *rows, skala="mutu", presisi="3")
    assert view["sentence"].endswith(
        "; naik 76,305. Terakhir naik 0,001 dari 2024. Golongan 2025: A (Sangat Baik)."
    )
    assert "A (Sangat Baik)" == view["figure"]["category"]
    assert ["A (Sangat Baik)", "B (Baik)", "di luar skala"] == [
        row["category"] for row in view["tables"][0]["rows"]
    ]


def test_labels_stand_to_their_target_by_the_scale_of_their_time(tmp_path: Path) -> None:
    """The order of 2026 has a label more; the sentence says the words, not a difference."""
    units = "id,nama,bentuk,min,maks\nindeks,poin,indeks,0,100\nopini,opini,kategori,,\n"
    write_registers(tmp_path, satuan="opini", skala="opini", presisi=None)
    write(tmp_path, "data/satuan.csv", units)
    write_rows(tmp_path, "2024,,WTP,WDP,tetap", "2025,,WDP,WTP,tetap")
    view = views(indicator_pages(site_of(tmp_path)))[PAGE]
    assert "Indeks kepuasan pengantin: WTP pada 2024, WDP pada 2025." == view["sentence"]
    assert ["belum tercapai", "tercapai"] == [
        row["status"]["word"] for row in view["tables"][0]["rows"]
    ]
    assert "" == view["figure"]["category"]


def test_an_explanation_stands_on_the_page(tmp_path: Path) -> None:
    """Cause, plan, deadline and the unit that says so."""
    text = "Loket kurang, antre lama. | Rencana: Tambah loket. Tenggat 30 Juni 2026."
    assert [("2024", text, "Bimbingan Contoh")] == sections(page_of(tmp_path))["penjelasan"]


def test_a_newest_miss_without_explanation_says_so(tmp_path: Path) -> None:
    """Above what was explained for earlier periods."""
    view = page_of(tmp_path, "2024,,78,85,tetap", "2025,,80,85,tetap")
    assert [("2025", "belum ada penjelasan"), ("2024", "Loket kurang, antre lama.")] == [
        (row[0], row[1].partition(" | ")[0]) for row in sections(view)["penjelasan"]
    ]


def test_parts_are_added_up(tmp_path: Path) -> None:
    """Exactly; a part without a number is said, and gives no difference."""
    rows = (
        *("2022,,50,,tetap", "2022,a,20,,tetap"),
        *("2023,,50.5,,tetap", "2023,a,20.5,,tetap", "2023,b,30,,tetap"),
        *("2024,,50,,tetap", "2024,a,20,,tetap", "2024,b,29.9,,tetap"),
        "2025,,50,,tetap",
    )
    view = page_of(tmp_path, *rows, bagian=f"['{INDICATOR}[a]', '{INDICATOR}[b]']")
    assert [
        ("2024", "49,90", "50,00", "selisih 0,1"),
        ("2023", "50,50", "50,50", "habis dijumlahkan"),
        ("2022", "20,00", "50,00", "1 bagian belum ada angkanya"),
    ] == sections(view)["bagian"]
    (section,) = (s for s in view["sections"] if s["id"] == "bagian")
    assert "Bagiannya: a, b." == section["note"]


def test_what_differs_is_seen_in_the_table(tmp_path: Path) -> None:
    """Another source with its address, an older value, a target that was changed, each said."""
    write_registers(tmp_path)
    header = contents.TABLES[DATASET].partition("\n")[0]
    lines = (
        "2023,,82,80,79,konflik,laporan,,,81,laporan,Dua sumber,",
        "2024,,83,80,,direvisi,laporan,2025-02-03,84,,,Salah hitung,",
    )
    write(tmp_path, DATASET, "\n".join((header, *lines)) + "\n")
    rows = views(indicator_pages(site_of(tmp_path)))[PAGE]["tables"][0]["rows"]
    assert [
        "Direvisi dari 84,00. Salah hitung.",
        "Sumber lain (Badan Contoh) menyebut 81,00. Dua sumber.",
    ] == [row["note"] for row in rows]
    assert [("", "3 Februari 2025"), ("79,00", "")] == [
        (row["first_target"], row["released"]) for row in rows
    ]
    assert ["", "https://contoh.example/lkj"] == [row["other"]["url"] for row in rows]


def test_what_others_embed(site: Site) -> None:
    """Chart and table with a way back, not for search engines; the page gives its HTML."""
    pages = {page.path: page for page in indicator_pages(site)}
    embed = pages["capaian/kepuasan/sematan/index.html"]
    view: Any = embed.view["page"]
    head: Any = embed.view["head"]
    assert ("noindex", "https://kinerja.example/capaian/kepuasan/", 3) == (
        head["robots"],
        view["url"],
        len(view["table"]["rows"]),
    )
    snippet = views(indicator_pages(site))[PAGE]["embed"]
    frame = lxml.html.fragment_fromstring(snippet)
    assert ("iframe", f"https://kinerja.example{EMBED}", "Indeks kepuasan pengantin") == (
        frame.tag,
        frame.get("src"),
        frame.get("title"),
    )


def test_the_chart_is_a_picture_of_its_own(site: Site, tmp_path: Path) -> None:
    """With name, marks, source and a way back; without two numbers there is none."""
    view = views(indicator_pages(site))[PICTURE]
    assert ["Indeks kepuasan pengantin"] == view["title"]
    assert [
        "◇ target, ○ tanpa angka",
        "Sumber: Badan Contoh.",
        f"Portal Kinerja, https://kinerja.example/k/{contents.CODES['indikator']}/",
        "Situs contoh",
    ] == view["notes"]
    assert view["height"] > view["top"] + view["chart"]["height"] + 18 * len(view["notes"])
    write_registers(tmp_path)
    write_rows(tmp_path, "2024,,78,85,tetap")
    found = views(indicator_pages(site_of(tmp_path)))
    assert (True, False) == (EMBED in found, PICTURE in found)
    assert ["CSV", "JSON"] == [link["title"] for link in found[PAGE]["files"]]


def test_a_name_cannot_leave_the_snippet(tmp_path: Path) -> None:
    """Quotation marks of a name stay inside the title of the frame."""
    site = changed_site(tmp_path, "indikator", nama="'Angka \"a\" & b'")
    frame = lxml.html.fragment_fromstring(views(indicator_pages(site))[PAGE]["embed"])
    assert ['Angka "a" & b', "100%"] == [frame.get("title"), frame.get("width")]


def test_machines_are_told_of_the_dataset(tmp_path: Path) -> None:
    """schema.org's Dataset names its files, its licence and the catalogue; without data nothing."""
    contents.write_content(tmp_path / "a")
    (tmp_path / "a" / DATASET).unlink()
    sites = (site_of(tmp_path / "a"), changed_site(tmp_path / "b", "indikator", lisensi="CC BY"))
    heads: list[Any] = [indicator_pages(found)[1].view["head"] for found in sites]
    assert "" == heads[0]["json_ld"]
    data = json.loads(heads[1]["json_ld"])
    assert ("Dataset", "CC BY", "https://kinerja.example/data/", 2) == (
        data["@type"],
        data["license"],
        data["includedInDataCatalog"]["url"],
        len(data["distribution"]),
    )
