"""What the preview shows: what is valid, as if approved, with a banner, and nothing is written."""

import importlib
import os
import pkgutil
import re
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.approval.gate import decide
from kinerja.building.faults import ContentStops, UnplannedPage
from kinerja.building.site import PortalSite
from kinerja.commands import build, preview
from kinerja.commands.configuration import project_settings
from kinerja.commands.deciding import append_decision
from kinerja.commands.preview.as_if import BANNER, as_if_approved, with_banner
from kinerja.commands.preview.showing import Shown, show, with_text
from kinerja.model.governance import Act
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, PATHS, change, write, write_content, write_record
from tests.site.builds import Place, build_by_pelican, copy_project, tree

RECORDS = ("publikasi", "isu", "edukasi", "layanan", "indikator", "halaman")
ROLES = dict.fromkeys(RECORDS, "[kepala-unit, editor]")
ROLES |= {"capaian": "[walidata]", "tabel": "[walidata]"}
POLICY = "tanda_tangan: wajib\njenis:\n" + "".join(
    f"  {kind}: {{ringan: {roles}, penuh: {roles}, darurat: {roles}}}\n"
    for kind, roles in ROLES.items()
)
"""Signed, and with other roles than the policy `kecil`."""


def shown(root: Path) -> set[str]:
    """Return what the preview would show."""
    found = as_if_approved(contents.read(root), AS_OF)
    return {*decide(found, AS_OF, mint=True).public}


@pytest.mark.parametrize("policy", ["", POLICY])
def test_whatever_is_valid_is_shown(tmp_path: Path, policy: str) -> None:
    """New, draft, or to come: shown, under every policy; with a mistake: not."""
    root = write_content(tmp_path)
    if policy:
        write(root, "tata-kelola/kebijakan.yaml", policy)
    write_record(root, "halaman", "baru")
    write_record(root, "halaman", "draf", status="draf")
    write_record(root, "halaman", "nanti", jadwal_terbit="2030-01-01T00:00:00+07:00")
    write_record(root, "halaman", "salah", unit="tidak-ada")
    expected = {"baru", "draf", "nanti", *(Path(path).stem for path in PATHS.values())}
    assert expected == {key for key in shown(root) if not key.startswith(("tabel-", "capaian-"))}
    assert "capaian-kepuasan" in shown(root)


def test_the_present_file_is_shown(tmp_path: Path) -> None:
    """A change that nobody approved is what the preview is for."""
    root = write_content(tmp_path)
    change(root, PATHS["halaman"], "Tulis ke", "Tulis kepada")
    decided = decide(as_if_approved(contents.read(root), AS_OF), AS_OF, mint=True)
    assert contents.read(root).editions["kontak"].digest == decided.public["kontak"]


def test_what_was_withdrawn_stays_so(tmp_path: Path) -> None:
    """The preview brings nothing back."""
    root = write_content(tmp_path)
    digest = contents.read(root).editions["kontak"].digest
    made = contents.decision("kontak", digest, Act.WITHDRAW, AS_OF - timedelta(days=1))
    append_decision(root, made)
    assert "kontak" not in shown(root)


def test_every_page_has_the_banner_and_nothing_is_written(tmp_path: Path) -> None:
    """The content stays byte for byte, no archive, no release, no manifest, no site."""
    root = write_content(tmp_path / "isi")
    write_record(root, "halaman", "baru")
    before = tree(root)
    shown = show(project_settings(root))
    pages = {path: shown.read(path) or b"" for path in shown.plan.pages if path[-5:] == ".html"}
    assert set() == {path for path, data in pages.items() if data.count(BANNER) != 1}
    assert "tentang/baru/index.html" in pages
    assert None is shown.read("manifes.json")
    assert before == tree(root)
    assert {"isi"} == {path.name for path in tmp_path.iterdir()}


def test_a_page_without_a_place_for_the_banner_is_refused() -> None:
    """No page is shown without it."""
    with pytest.raises(UnplannedPage):
        with_banner(b"<p>a")


def test_broken_governance_stops_it(tmp_path: Path) -> None:
    """As it stops a build."""
    root = write_content(tmp_path / "isi")
    write(root, "tata-kelola/peran.yaml", "a: b\n")
    with pytest.raises(ContentStops):
        show(project_settings(root))


def test_no_setting_can_name_it() -> None:
    """PELICAN_CLASS takes a class of a module: none of the preview's is a site of its own."""
    names = [info.name for info in pkgutil.iter_modules(preview.__path__)]
    modules = [importlib.import_module(f"{preview.__name__}.{name}") for name in names]
    found = [value for module in modules for value in vars(module).values()]
    sites = {v for v in found if isinstance(v, type) and issubclass(v, PortalSite)}
    assert {PortalSite} == sites


def test_no_part_of_a_build_knows_of_it() -> None:
    """Only tasks.py leads to the preview: no switch of the gate or of a build does."""
    own = Path(preview.__file__).parent
    sources = [*own.parents[2].rglob("*.py"), own.parents[3] / "pelicanconf.py"]
    naming = re.compile(r"commands\.preview|import preview|PreviewSite")
    others = [path for path in sources if own not in path.parents]
    assert [] == [path for path in others if naming.search(path.read_text("utf-8"))]


@pytest.mark.parametrize(
    "option",
    ["PREVIEW=true", 'PELICAN_CLASS="kinerja.commands.preview.showing.PreviewSite"'],
)
def test_no_option_of_pelican_opens_the_gate(tmp_path: Path, option: str) -> None:
    """A build with such an option shows nothing that is not approved, or does not run."""
    place = Place(tmp_path)
    write_content(place.content)
    write_record(place.content, "halaman", "baru")
    build_by_pelican(place, option)
    assert [] == [path for path in tree(place.output) if "baru" in path]


def test_a_template_that_changes_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without planning anything anew."""
    project = copy_project(tmp_path / "proyek")
    monkeypatch.setattr(build, "CONFIGURATION", project / "pelicanconf.py")
    found = show(project_settings(write_content(tmp_path / "isi")))
    template, mark = project / "theme" / "templates" / "base.html", "<!-- lain -->"
    assert mark.encode() not in (found.read("404.html") or b"")
    template.write_text(template.read_text("utf-8").replace("</body>", f"{mark}</body>"), "utf-8")
    os.utime(template, (0, 0))
    assert mark.encode() in (found.read("404.html") or b"")


def taken_in(root: Path, path: str, old: str, new: str) -> tuple[Shown, Shown | None]:
    """Return the preview before a file changed, and with the text alone taken in."""
    before = show(project_settings(root))
    change(root, path, old, new)
    return before, with_text(before, path)


def test_a_text_is_taken_in_alone(tmp_path: Path) -> None:
    """Its page and the lists that name it show it; mistakes are those that reading all gives."""
    root = write_content(tmp_path)
    _, found = taken_in(root, PATHS["publikasi"], "judul: ", "judul: Baru ")
    whole = show(project_settings(root))
    assert found is not None
    names = ("index.html", "publikasi/index.html", "publikasi/2026/nikah-2025/index.html")
    for shown in (whole, found):
        assert [True] * 3 == [b"Baru Kepuasan pengantin" in (shown.read(n) or b"") for n in names]
    assert whole.state.decided.problems == found.state.decided.problems
    digests = [{k: e.digest for k, e in s.state.content.editions.items()} for s in (whole, found)]
    assert digests[0] == digests[1]


def test_a_mistake_is_told_and_what_was_valid_shown_on(tmp_path: Path) -> None:
    """As long as nobody reads everything; mended, it is gone."""
    root = write_content(tmp_path)
    before, found = taken_in(root, PATHS["halaman"], "Tulis ke", "<b>Tulis</b> ke")
    whole = show(project_settings(root))
    assert found is not None
    assert before.read("kontak/index.html") == found.read("kontak/index.html")
    assert whole.state.decided.problems == found.state.decided.problems
    change(root, PATHS["halaman"], "<b>Tulis</b> ke", "Tulis ke")
    mended = with_text(found, PATHS["halaman"])
    assert mended is not None
    assert before.state.decided.problems == mended.state.decided.problems


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("data/unit.csv", "bimas", "bimas"),
        (PATHS["publikasi"], "tanggal: 2026-02-01", "tanggal: 2026-02-02"),
    ],
)
def test_more_than_a_text_needs_everything_read(
    tmp_path: Path, path: str, old: str, new: str
) -> None:
    """A table, and a day on which the address may hang."""
    assert None is taken_in(write_content(tmp_path), path, old, new)[1]


def test_a_record_that_is_new_or_gone_needs_everything_read(tmp_path: Path) -> None:
    """Neither can be held against the rest alone."""
    root = write_content(tmp_path)
    shown = show(project_settings(root))
    write_record(root, "halaman", "baru")
    assert None is with_text(shown, "halaman/baru.md")
    (root / PATHS["halaman"]).unlink()
    assert None is with_text(shown, PATHS["halaman"])
