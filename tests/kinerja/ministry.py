"""The tiny content under the policy `kementerian`: governance and every decision are signed.

Each holder has a key made by ssh-keygen, once a run of the tests; everything is handed in at
APPROVED and approved by the full path, an hour for each role.
"""

import atexit
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from cost_appendix.batches import Batch, Finding, render_batch
from kinerja.approval.archive import write_archived
from kinerja.approval.gate import Decided, decide
from kinerja.approval.signing import ssh_sign
from kinerja.approval.trust import Trust, fingerprint, read_trusted
from kinerja.building.releasing import record_releases
from kinerja.commands.deciding import append_decision
from kinerja.model.governance import Act, Decision, Role
from kinerja.model.portal import Content
from kinerja.model.records import RECORD_TYPES, Kind
from kinerja.model.signers import Namespace
from kinerja.reading.governance import signed_part
from tests.cost_appendix.reviews import digest_of
from tests.kinerja import contents
from tests.kinerja.contents import APPROVED, AS_OF, read, write

AUTHOR, HEAD, EDITOR, LAST = "penulis", "kepala-bimas", "editor", "penanggung-jawab"
STEWARD, INSPECTOR, CENTRE, OTHER = "walidata", "pereviu-itjen", "kepala-pusat", "kepala-lain"
HOLDERS: dict[str, tuple[Role, str]] = {
    AUTHOR: (Role.AUTHOR, ""),
    HEAD: (Role.HEAD_OF_UNIT, "bimas"),
    CENTRE: (Role.HEAD_OF_UNIT, "pusat"),
    OTHER: (Role.HEAD_OF_UNIT, "lain"),
    EDITOR: (Role.EDITOR, ""),
    STEWARD: (Role.DATA_STEWARD, ""),
    INSPECTOR: (Role.INSPECTOR, ""),
    LAST: (Role.RESPONSIBLE, ""),
}
"""Who holds which role, for which unit ('' for all)."""

FULL = (AUTHOR, HEAD, EDITOR, LAST)
DATA = (AUTHOR, STEWARD)
HOUR = timedelta(hours=1)
ROOT_KEY = "akar"
POLICY, ROLES, SIGNERS = (
    f"tata-kelola/{name}" for name in ("kebijakan.yaml", "peran.yaml", "penanda.allowed_signers")
)

PATHS = (
    "{ringan: [kepala-unit, penanggung-jawab], penuh: [kepala-unit, editor, penanggung-jawab], "
    "darurat: [editor, penanggung-jawab]}"
)
POLICY_TEXT = (
    "tanda_tangan: wajib\njenis:\n"
    + "".join(f"  {kind}: {PATHS}\n" for kind in RECORD_TYPES)
    + "".join(
        f"  {kind}: {{ringan: [walidata], penuh: [walidata], darurat: [walidata]}}\n"
        for kind in (Kind.DATASET, Kind.TABLE)
    )
    + "hari_darurat: 3\nhari_biaya_belum: 5\n"
)
ROLES_TEXT = "".join(
    f"- {{orang: {name}@portal.example, peran: {role}{unit and f', unit: {unit}'}}}\n"
    for name, (role, unit) in HOLDERS.items()
)
UNITS = (
    "id,nama,singkatan,jenis,induk,berlaku_dari,berlaku_sampai,penerus,kontak\n"
    "pusat,Pusat Contoh,,kementerian,,,,,pusat@portal.example\n"
    "bimas,Bimbingan Contoh,Bimas,eselon-1,pusat,,,,bimas@portal.example\n"
    "lain,Unit Lain,,eselon-1,pusat,,,,lain@portal.example\n"
)


@cache
def key(name: str) -> Path:
    """Return a private key, made once a run."""
    path = _folder() / name
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)]
    subprocess.run(command, check=True)
    return path


def public_key(name: str) -> str:
    """Return `ssh-ed25519 <base64>`."""
    return " ".join(key(name).with_name(f"{name}.pub").read_text("ascii").split()[:2])


def signer(name: str, options: str = "", owner: str = "") -> str:
    """Return a line of `penanda.allowed_signers` for a key, of another owner if one is named."""
    person = f"{owner or name}@portal.example"
    namespaces = "persetujuan@portal,reviu-biaya@portal"
    return f'{person} namespaces="{namespaces}"{options} {public_key(name)}\n'


@cache
def _folder() -> Path:
    path = Path(tempfile.mkdtemp(prefix="portal-kinerja-"))
    atexit.register(shutil.rmtree, path)
    return path


@dataclass(frozen=True, slots=True)
class Ministry:
    """A content folder under the policy, and what its people may do there."""

    root: Path

    @property
    def trust(self) -> Trust:
        """What the settings say: the key that signs governance."""
        return Trust(fingerprint(public_key(ROOT_KEY)))

    def govern(self, path: str, text: str, by: str = ROOT_KEY) -> None:
        """Write a file of governance with its signature."""
        write(self.root, path, text)
        write(self.root, f"{path}.sig", ssh_sign(text.encode(), str(key(by)), Namespace.GOVERNANCE))

    def made(
        self, record_id: str, name: str, act: Act, when: datetime, **more: str | None
    ) -> Decision:
        """Return a signed decision on the present edition; `more` may name `key` and `digest`."""
        signing = more.pop("key", None) or name
        values = {
            **{"v": 1, "record": record_id, "person": f"{name}@portal.example", "act": act},
            **{"role": HOLDERS[name][0] if name in HOLDERS else None, "time": when},
            "digest": more.get("digest") or read(self.root).editions[record_id].digest,
        }
        decision = Decision.model_validate({**values, **more})
        armour = ssh_sign(signed_part(decision), str(key(signing)), Namespace.DECISION)
        return decision.model_copy(update={"signature": armour})

    def say(
        self, record_id: str, name: str, act: Act, when: datetime, **more: str | None
    ) -> Decision:
        """Write such a decision."""
        decision = self.made(record_id, name, act, when, **more)
        append_decision(self.root, decision)
        return decision

    def approve(
        self, record_id: str, names: tuple[str, ...] = FULL, when: datetime = AS_OF
    ) -> None:
        """Let the first hand in the present edition and the others approve it, hour by hour."""
        write_archived(self.root, read(self.root).editions[record_id])
        for hour, name in enumerate(names):
            act = Act.APPROVE if hour else Act.SUBMIT
            self.say(record_id, name, act, when + hour * HOUR)

    def review(self, when: datetime, name: str = INSPECTOR, **more: str) -> Batch:
        """Write a signed review of the only row; `more` may name `key`, `outcome`, `note`."""
        signing = more.pop("key", None) or name
        row = "2026-000001"
        batch = Batch(
            path="persetujuan/biaya-2026.jsonl",
            line=1,
            year=2026,
            first=row,
            last=row,
            count=1,
            digest=digest_of(self.root, row, row),
            outcome=Finding(more.get("outcome", "sesuai")),
            letter="SIM-1/2026",
            note=more.get("note", ""),
            time=when,
            person=f"{name}@portal.example",
        )
        armour = ssh_sign(batch.signed_part, str(key(signing)), Namespace.COST_REVIEW)
        batch = replace(batch, signature=armour)
        path = self.root / batch.path
        before = path.read_text("utf-8") if path.exists() else ""
        write(self.root, batch.path, f"{before}{render_batch(batch)}\n")
        return batch

    def read(self, as_of: datetime) -> Content:
        """Read the folder as a build does: what is not trusted stops."""
        return read_trusted(self.root, as_of.date(), self.trust)

    def decided(self, as_of: datetime = AS_OF) -> Decided:
        """Decide as a build at that time does; nothing stops it."""
        content = self.read(as_of)
        assert () == content.stopping
        return decide(content, as_of, mint=True)

    def release(self, as_of: datetime = AS_OF) -> Decided:
        """Decide, archive what is public, and write the new releases."""
        decided = self.decided(as_of)
        record_releases(self.root, decided)
        return decided

    def codes(self, record_id: str, as_of: datetime = AS_OF) -> list[str]:
        """Return the codes of what is wrong with a record and its decisions."""
        return [found.code for found in self.decided(as_of).verdicts[record_id].problems]


@cache
def _template() -> Path:
    ministry = Ministry(_folder() / "isi")
    for path, text in {**contents.TABLES, "data/unit.csv": UNITS}.items():
        write(ministry.root, path, text)
    for kind, path in contents.PATHS.items():
        write(ministry.root, path, contents.record_text(kind))
    write(ministry.root, contents.PICTURE, contents.picture_bytes())
    ministry.govern(POLICY, POLICY_TEXT)
    ministry.govern(ROLES, ROLES_TEXT)
    ministry.govern(SIGNERS, "".join(map(signer, HOLDERS)))
    for edition in read(ministry.root).editions.values():
        names = DATA if edition.kind in (Kind.DATASET, Kind.TABLE) else FULL
        ministry.approve(edition.id, names, APPROVED)
    return ministry.root


def write_ministry(root: Path) -> Ministry:
    """Write the whole folder, everything approved and nothing released."""
    shutil.copytree(_template(), root, dirs_exist_ok=True)
    return Ministry(root)
