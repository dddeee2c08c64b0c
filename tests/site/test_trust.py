"""Whole builds under the policy `kementerian`: signed, tampered with, withdrawn, verified."""

import json
import shutil
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.building.settings import parse_as_of
from kinerja.kept import FILE
from kinerja.model.governance import Act
from kinerja.secret import mac
from tests.kinerja import contents
from tests.kinerja.approval.test_recipe import checked
from tests.kinerja.contents import AS_OF, CODES, PATHS, PICTURE, PUBLICATION, change, write
from tests.kinerja.ministry import (
    AUTHOR,
    FULL,
    LAST,
    POLICY,
    POLICY_TEXT,
    Ministry,
    key,
    public_key,
    write_ministry,
)
from tests.site.builds import (
    LATER,
    Place,
    build,
    copy_project,
    different,
    environment,
    run_python,
    tree,
)

pytestmark = pytest.mark.client("ssh-keygen")

MINUTES = timedelta(minutes=5)
CANARY, PICTURE_CANARY = "Siti Contoh", contents.picture_bytes(size=(61, 47))
DECISIONS = f"persetujuan/{PUBLICATION}.jsonl"
MANIFEST = "manifes.json"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project with the root key, a key for manifests and a cache of its own."""
    folder = tmp_path_factory.mktemp("proyek")
    trust = write_ministry(folder / "isi").trust
    lines = f'TRUST_ROOT = "{trust.root}"\nMANIFEST_KEY = "{key("manifes")}"\n'
    return copy_project(folder / "portal", lines)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Place:
    """Return the content with its site, built twice; not to be changed."""
    place = Place(tmp_path_factory.mktemp("tempat asal") / "kementerian")
    ministry = write_ministry(place.content)
    change(place.content, PATHS["publikasi"], "Lihat", f"Kata {CANARY}. Lihat")
    write(place.content, PICTURE, PICTURE_CANARY)
    ministry.approve(PUBLICATION, FULL, contents.APPROVED.replace(day=9))
    early = (AS_OF - timedelta(days=1)).isoformat()
    for as_of in (early, AS_OF.isoformat()):
        result = build(place, as_of=as_of, project=project)
        assert 0 == result.code, result.printed
    return place


@pytest.fixture
def place(built: Place, tmp_path: Path) -> Place:
    """Return a copy, to be changed at will."""
    return built.copy(tmp_path / "tempat baru")


def test_pages_say_that_they_are_signed(built: Place) -> None:
    """Governance and decisions are good: everything is public."""
    page = tree(built.output)[f"publikasi/2026/{PUBLICATION}/index.html"].decode()
    assert "disetujui dengan tanda tangan digital" in page


@pytest.mark.parametrize(
    ("path", "code", "as_of"),
    [
        (DECISIONS, "G14", LATER),
        ("persetujuan/tabel-unit.jsonl", "G14", "2026-02-20"),
        ("data/rilis.csv", "G15", "2026-02-20"),
    ],
)
def test_the_last_lines_cut_off(
    place: Place, project: Path, path: str, code: str, as_of: str
) -> None:
    """The published manifest remembers them: nothing is built, whatever the day."""
    before = tree(place.output)
    file = place.content / path
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))
    result = build(place, as_of=as_of, project=project)
    assert (1, True) == (result.code, f"({code})" in result.printed), result.printed
    assert [] == different(before, tree(place.output))


def test_a_policy_weakened(place: Place, project: Path) -> None:
    """A policy that asks for no signature is refused without the root key; the site stays."""
    before = tree(place.output)
    weak = POLICY_TEXT.replace("tanda_tangan: wajib", "tanda_tangan: tidak")
    write(place.content, POLICY, weak)
    result = build(place, as_of=LATER, project=project)
    assert (1, True) == (result.code, f"{POLICY}: " in result.printed and "(G11)" in result.printed)
    assert [] == different(before, tree(place.output))


def test_the_plugin_left_out(place: Place, tmp_path: Path) -> None:
    """Without the gate there is no build at all, signed or not."""
    before = tree(place.output)
    project = copy_project(tmp_path / "portal", "PLUGINS = []\n")
    result = build(place, as_of=LATER, project=project)
    assert (2, True) == (result.code, "kinerja.plugin" in result.printed)
    assert [] == different(before, tree(place.output))


def test_the_manifest_is_signed(built: Place, tmp_path: Path) -> None:
    """ssh-keygen verifies it with the public key alone; a changed manifest is not signed."""
    (tmp_path / "kunci").write_text(f"portal {public_key('manifes')}\n")
    words = ["ssh-keygen", "-Y", "verify", "-f", str(tmp_path / "kunci"), "-I", "portal"]
    words += ["-n", "manifes@portal", "-s", str(built.output / f"{MANIFEST}.sig")]
    manifest = (built.output / MANIFEST).read_bytes()
    codes = [
        subprocess.run(words, input=data, capture_output=True).returncode
        for data in (manifest, manifest.replace(b"a", b"b", 1))
    ]
    assert 0 == codes[0] != codes[1]
    assert f"{MANIFEST}.sig" not in json.loads(manifest)["berkas"]


def verify(place: Place, project: Path, *options: str) -> tuple[int, list[str]]:
    """Run `invoke verify` on the manifest of a site; return the code and what differs."""
    words = ["verify", "--manifest", str(place.output / MANIFEST), *options]
    result = run_python("-m", "invoke", *words, project=project)
    lines = result.printed.splitlines()
    return result.code, [line.strip() for line in lines if line.startswith("  ")]


def test_an_auditor_builds_the_site_again(place: Place, project: Path) -> None:
    """From the repository alone, as of the day in the manifest: the same bytes."""
    options = ("--rebuild", "--content", str(place.content))
    before = tree(place.content)
    assert (0, []) == verify(place, project)
    assert (0, []) == verify(place, project, *options)
    assert [] == different(before, tree(place.content))
    change(place.content, "data/biaya/2026.csv", "Cetak poster", "Cetak baliho")
    code, paths = verify(place, project, *options)
    assert (1, True) == (code, "data/biaya.csv" in paths)
    assert f"layanan/{contents.SERVICE}/index.html" not in paths
    change(place.content, "data/biaya/2026.csv", "250000", "250.000")
    assert (2, []) == verify(place, project, *options)


def test_an_auditor_believes_no_cache(place: Place, project: Path) -> None:
    """What a build takes from its cache, vouched for by the key of the user, is found out."""
    with sqlite3.connect(project / ".cache" / FILE) as database:
        for name, value in database.execute("SELECT name, value FROM kept").fetchall():
            forged = value.replace("Tulis ke redaksi", "Tulis ke penipu")
            row = (forged, mac(name + forged.encode()), name)
            database.execute("UPDATE kept SET value = ?, mac = ? WHERE name = ?", row)
    database.close()
    result = build(place, as_of=LATER, project=project)
    code, paths = verify(place, project, "--rebuild", "--content", str(place.content))
    shutil.rmtree(project / ".cache")
    page = (place.output / "kontak/index.html").read_text("utf-8")
    assert (0, True) == (result.code, "Tulis ke penipu" in page), result.printed
    assert (1, True) == (code, "kontak/index.html" in paths)


def invoke(place: Place, project: Path, *words: str) -> str:
    """Run a command of the desk as `penanggung-jawab`; return what it says."""
    who = ["--as", LAST, "--key", str(key(LAST)), "--content", str(place.content)]
    result = run_python("-m", "invoke", *words, *who, project=project)
    assert 0 == result.code, result.printed
    return result.printed


@pytest.mark.parametrize("kind", ["indikator", "halaman"])
def test_one_person_withdraws_at_the_next_build(place: Place, project: Path, kind: str) -> None:
    """One command, one build: the address and the short one answer with a notice."""
    record_id = Path(PATHS[kind]).stem
    words = ("desk.withdraw", "--id", record_id, "--reason", "tidak-berlaku-lagi")
    invoke(place, project, *words)
    result = build(place, as_of="", project=project)
    assert (0, True) == (result.code, "(P03)" in result.printed), result.printed
    site = tree(place.output)
    (address,) = [p for p in site if f"/{p}".endswith(f"/{record_id}/index.html") and p[:2] != "k/"]
    for path in (address, f"k/{CODES[kind]}/index.html"):
        assert 'name="robots" content="noindex"' in site[path].decode()
    assert "itarik" in site[address].decode()


def canaries(folder: Path) -> list[str]:
    """Return the files, in any build, that hold the name, the picture or anything made of them."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            data = path.read_bytes()
            if CANARY.encode() in data or PICTURE_CANARY == data or "turun pada 2024" in str(data):
                found.append(path.relative_to(folder).as_posix())
    return found


def test_private_data_are_nowhere_after_the_next_build(place: Place, project: Path) -> None:
    """Content, archive, cache and every build on disk; the addresses answer with a bare notice."""
    assert {"isi", ".builds"} <= {path.partition("/")[0] for path in canaries(place.root)}
    builds = place.root / ".builds" / place.output.name
    assert 2 == len([*builds.glob(f"*/{MANIFEST}")])
    words = ("desk.withdraw", "--id", PUBLICATION, "--reason", "data-pribadi")
    invoke(place, project, *words)
    assert not (project / ".cache").exists()
    assert [] == canaries(place.content)
    assert 0 == build(place, as_of="", project=project).code
    assert [] == canaries(place.root)
    assert 1 == len([*builds.glob(f"*/{MANIFEST}")])
    site = tree(place.output)
    for path in (f"publikasi/2026/{PUBLICATION}/index.html", f"k/{CODES['publikasi']}/index.html"):
        assert 'name="robots" content="noindex"' in site[path].decode()
    log = (place.content / "data/rilis.csv").read_bytes()
    assert 0 == build(place, as_of="", project=project).code
    assert (log, []) == ((place.content / "data/rilis.csv").read_bytes(), canaries(place.root))


def git(folder: Path, *words: str) -> None:
    """Run git as nobody in particular."""
    who = ["-c", "user.name=a", "-c", "user.email=a@portal.example"]
    subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, check=True)


def test_decisions_of_two_branches_are_put_together(place: Place, project: Path) -> None:
    """Two people decide on one record in two branches: git merges them, and both count."""
    repository, ministry = place.root, Ministry(place.content)
    shutil.copy(Path(__file__).parents[2] / ".gitattributes", repository)
    page = PATHS["halaman"]
    change(place.content, page, "Tulis ke", "Tulis kepada")
    ministry.approve("kontak", FULL[:2], AS_OF + MINUTES)
    git(repository, "init", "-q", "-b", "satu")
    git(repository, "add", ".gitattributes", "isi")
    git(repository, "commit", "-qm", "awal")
    git(repository, "checkout", "-qb", "dua")
    ministry.say("kontak", "editor", Act.APPROVE, AS_OF + 18 * MINUTES)
    git(repository, "commit", "-qam", "editor")
    git(repository, "checkout", "-q", "satu")
    ministry.say("kontak", "kepala-pusat", Act.RETURN, AS_OF - MINUTES)
    ministry.say("kontak", LAST, Act.APPROVE, AS_OF + 30 * MINUTES)
    git(repository, "commit", "-qam", "penanggung jawab")
    git(repository, "merge", "-q", "--no-edit", "dua")
    as_of = AS_OF + timedelta(days=1)
    edition = ministry.decided(as_of).verdicts["kontak"].edition
    assert edition
    assert str(place.content) == edition.root


def test_two_approve_commands_at_once(place: Place, project: Path) -> None:
    """One waits for the other: the edition is handed in once, and the second is told so."""
    contents.write_record(place.content, "halaman", "baru")
    who = ["--as", AUTHOR, "--key", str(key(AUTHOR)), "--content", str(place.content)]
    words = [sys.executable, "-m", "invoke", "approve", "--id", "baru", *who]
    running = [
        subprocess.Popen(words, cwd=project, env=environment(), stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    printed = [process.communicate(timeout=60)[0] for process in running]
    assert [0, 1] == sorted(process.returncode for process in running)
    assert 1 == sum("sudah diajukan; tidak perlu" in text for text in printed)
    lines = (place.content / "persetujuan/baru.jsonl").read_text("utf-8").splitlines()
    assert ["Good"] == [line.split()[0] for line in checked(place.content, "baru")]
    assert ["ajukan"] == [json.loads(line)["keputusan"] for line in lines]
    assert ["P01"] == [
        r.code for r in Ministry(place.content).decided(parse_as_of("")).verdicts["baru"].reasons
    ]
