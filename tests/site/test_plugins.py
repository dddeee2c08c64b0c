"""Without the whole gate nothing is built: not 0, and the old site as it was, byte for byte."""

from pathlib import Path

import pytest

from kinerja.commands.environment import PROJECT
from tests.kinerja.contents import write_record
from tests.site.builds import LATER, Place, build, build_by_pelican, copy_project, different, tree

RAISES = """
from pelican.plugins import signals

def fail(*_arguments, **_named):
    raise RuntimeError("plugin yang rusak")

def register():
    signals.{signal}.connect(fail)
"""

REGISTER_RAISES = """
def register():
    raise RuntimeError("plugin yang rusak")
"""

OTHER_WRITER = """
from pelican.plugins import signals
from pelican.writers import Writer

class OtherWriter(Writer):
    def write_file(self, name, template, context, **kwargs):
        kwargs.pop("view", None)

def other_writer(_pelican):
    return OtherWriter

def register():
    signals.get_writer.connect(other_writer)
"""

WITH_OTHER = 'PLUGINS = [*PLUGINS, "rusak"]\n'
OTHER_FIRST = 'PLUGINS = ["rusak", *PLUGINS]\n'

SIGNALS = (
    "initialized",
    "get_generators",
    "generator_init",
    "all_generators_finalized",
    "get_writer",
    "finalized",
)

BROKEN: dict[str, tuple[str, str]] = {
    "left out": ("PLUGINS = []\n", ""),
    "misspelt": ('PLUGINS = ["kinerja.plugn"]\n', ""),
    "its register raises": ("", REGISTER_RAISES),
    "another one's register raises": (WITH_OTHER, REGISTER_RAISES),
    "another one is missing": (WITH_OTHER, ""),
    "a second writer": (WITH_OTHER, OTHER_WRITER),
    "a second writer that comes first": (OTHER_FIRST, OTHER_WRITER),
    **{f"raises at {signal}": (WITH_OTHER, RAISES.format(signal=signal)) for signal in SIGNALS},
}
"""What is wrong -> lines at the end of pelicanconf.py, and a plugin, `rusak` or kinerja's own."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project, whose settings and plugin `rusak` each test writes anew."""
    return copy_project(tmp_path_factory.mktemp("salinan dengan spasi") / "portal")


def break_project(project: Path, name: str) -> None:
    """Write settings and plugin of one case into the copy."""
    settings, plugin = BROKEN[name]
    text = (PROJECT / "pelicanconf.py").read_text("utf-8")
    (project / "pelicanconf.py").write_text(text + settings, "utf-8")
    own = (PROJECT / "plugins/kinerja/plugin.py").read_text("utf-8")
    (project / "plugins/rusak.py").unlink(missing_ok=True)
    if plugin and settings:
        (project / "plugins/rusak.py").write_text(plugin, "utf-8")
    elif plugin:
        own += plugin
    (project / "plugins/kinerja/plugin.py").write_text(own, "utf-8")


@pytest.mark.parametrize("name", BROKEN)
def test_invoke_build_stops(name: str, project: Path, place: Place) -> None:
    """`invoke build` ends with 2, says why in a sentence, and leaves the site as it was."""
    break_project(project, name)
    before = tree(place.root)
    result = build(place, as_of=LATER, project=project)
    assert 2 == result.code, result.printed
    assert result.lines[-1].startswith(("Pengaturan salah: ", "Kesalahan program, situs tidak"))
    assert [] == [p for p in different(before, tree(place.root)) if not is_of_a_stopped_build(p)]


@pytest.mark.parametrize("name", BROKEN)
def test_pelican_stops(name: str, project: Path, place: Place) -> None:
    """`pelican --fatal errors` ends with another code than 0 and leaves the site as it was."""
    break_project(project, name)
    before = tree(place.root)
    result = build_by_pelican(place, as_of=LATER, project=project)
    assert 0 != result.code, result.printed
    assert [] == [p for p in different(before, tree(place.root)) if not is_of_a_stopped_build(p)]


@pytest.mark.parametrize("name", ["left out", "its register raises", "a second writer"])
def test_pelican_stops_when_it_is_told_to_be_quiet(name: str, project: Path, place: Place) -> None:
    """With `-q` Pelican's own `--fatal errors` does nothing; ours does not depend on it."""
    break_project(project, name)
    before = tree(place.output)
    result = build_by_pelican(place, "-q", as_of=LATER, project=project)
    assert 0 != result.code, result.printed
    assert [] == different(before, tree(place.output))


def is_of_a_stopped_build(path: str) -> bool:
    """Say whether a file is the lock of the builds, or the traceback kept for the programmer."""
    return "/~$lock" in path


def test_without_the_class_pelican_stops(project: Path, place: Place) -> None:
    """PELICAN_CLASS removed: generators have nothing to take pages from, and the run ends."""
    break_project(project, "left out")
    text = (project / "pelicanconf.py").read_text("utf-8").replace("PLUGINS = []\n", "")
    (project / "pelicanconf.py").write_text(text + "del PELICAN_CLASS\n", "utf-8")
    before = tree(place.root)
    assert 0 != build_by_pelican(place, as_of=LATER, project=project).code
    assert [] == different(before, tree(place.root))


def test_without_class_and_plugin_nothing_of_ours_is_touched(project: Path, place: Place) -> None:
    """A bare Pelican, with neither class nor plugin, publishes no record and no page."""
    break_project(project, "left out")
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write("del PELICAN_CLASS\n")
    write_record(place.content, "publikasi", "rahasia-besar", judul="Judul yang belum boleh")
    before = tree(place.output)
    build_by_pelican(place, as_of=LATER, project=project)
    assert [] == different(before, tree(place.output))
