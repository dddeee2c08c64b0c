"""An approved portal of any size: `python -m tests.bench.corpus 10000 OUT --units 60 --seed 1`.

Policy `kementerian`: every decision is signed, governance too, by keys that follow from the seed.
Services, units, indicators with ten years of figures, a ledger, and publications of some 350
words that quote a figure; the same arguments give the same bytes.
"""

import argparse
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from kinerja.approval.archive import write_archived
from kinerja.approval.trust import Trust, fingerprint
from kinerja.model.digest import record_digest
from kinerja.model.fields import Digest
from kinerja.model.governance import JAKARTA, Act, Decision, Role
from kinerja.model.signers import Namespace
from kinerja.reading.content import read_content
from kinerja.reading.governance import render_decision, signed_part
from tests.bench.signing import Pen
from tests.bench.words import article, paragraph, title
from tests.kinerja.contents import SUMMARY, write
from tests.kinerja.ministry import POLICY, POLICY_TEXT, ROLES, SIGNERS

ROOT_UNIT = "pusat"
PEOPLE = {
    "penulis": (Role.AUTHOR, ""),
    "kepala": (Role.HEAD_OF_UNIT, ROOT_UNIT),
    "editor": (Role.EDITOR, ""),
    "walidata": (Role.DATA_STEWARD, ""),
    "penanggung-jawab": (Role.RESPONSIBLE, ""),
}
"""Who decides; the head of the highest unit stands above all the others."""

FULL = ("penulis", "kepala", "editor", "penanggung-jawab")
DATA = ("penulis", "walidata")
SERVICES = 12
INDICATORS = 40
FIRST_DAY = date(2024, 1, 1)
DAYS = 1000
BEGIN = datetime(2026, 10, 1, 8, 0, 0, tzinfo=JAKARTA)
"""When the first decision was made; each record takes a second."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's, of the codes."""


@dataclass
class Corpus:
    """A content folder, and what its people may still do there."""

    root: Path
    seed: int
    clock: datetime = BEGIN
    pens: dict[str, Pen] = field(default_factory=dict)

    @property
    def trust(self) -> Trust:
        """What the settings say: the key that signs governance."""
        return Trust(fingerprint(self.pen("akar").public))

    def pen(self, name: str) -> Pen:
        """Return the key of a person."""
        if name not in self.pens:
            self.pens[name] = Pen(f"{self.seed} {name}".encode())
        return self.pens[name]

    def code(self, record_id: str) -> str:
        """Return the ULID of a record, the same for the same seed."""
        random = Random(f"{self.seed} {record_id}")
        return "01K" + "".join(random.choices(ALPHABET, k=23))

    def govern(self, path: str, text: str) -> None:
        """Write a file of governance with its signature."""
        write(self.root, path, text)
        armour = self.pen("akar").sign(text.encode(), Namespace.GOVERNANCE)
        write(self.root, f"{path}.sig", armour)

    def record(self, path: str, body: str, **front: str) -> None:
        """Write a record and have it approved by everybody."""
        record_id = Path(path).stem
        usual = {"kode": self.code(record_id), "ringkasan": SUMMARY, "unit": ROOT_UNIT}
        usual |= {"tanggal": str(FIRST_DAY), "status": "siap"}
        keys = "".join(f"{key}: {value}\n" for key, value in (usual | front).items())
        text = f"---\n{keys}---\n{body}"
        write(self.root, path, text)
        self.decide(record_id, record_digest(path, text.encode(), {}), FULL)

    def decide(self, record_id: str, digest: Digest, names: tuple[str, ...]) -> None:
        """Add the signed decisions of these people on an edition: handed in, then approved."""
        lines = ""
        for number, name in enumerate(names):
            act = Act.APPROVE if number else Act.SUBMIT
            lines += self._decision(record_id, digest, name, act)
        path = self.root / "persetujuan" / f"{record_id}.jsonl"
        before = path.read_text("utf-8") if path.exists() else ""
        write(self.root, f"persetujuan/{record_id}.jsonl", before + lines)

    def withdraw(self, record_id: str, digest: Digest) -> None:
        """Take a record down."""
        more = {"reason_code": "tidak-berlaku-lagi", "reason": "Diganti laporan berikutnya."}
        line = self._decision(record_id, digest, "penanggung-jawab", Act.WITHDRAW, **more)
        path = self.root / "persetujuan" / f"{record_id}.jsonl"
        write(self.root, f"persetujuan/{record_id}.jsonl", path.read_text("utf-8") + line)

    def _decision(self, record_id: str, digest: Digest, name: str, act: Act, **more: str) -> str:
        self.clock += timedelta(seconds=1)
        made = Decision.model_validate(
            {
                **{"v": 1, "record": record_id, "digest": digest, "role": PEOPLE[name][0]},
                **{"person": f"{name}@portal.example", "act": act, "time": self.clock},
                **more,
            }
        )
        armour = self.pen(name).sign(signed_part(made), Namespace.DECISION)
        return render_decision(made.model_copy(update={"signature": armour})) + "\n"

    def publication(self, number: int, units: int, again: int = 0) -> str:
        """Write a publication and have it approved; `again` makes another text of the same id."""
        random = Random(f"{self.seed} publikasi {number} {again}")
        day = FIRST_DAY + timedelta(days=number * DAYS % 977)
        indicator, year = f"indikator-{number % INDICATORS}", 2016 + number % 10
        record_id = f"laporan-{number}"
        path = f"publikasi/{day.year}/{record_id}.md"
        self.record(
            path,
            f"Nilainya {{{{{indicator} {year}}}}}.\n\n{article(random)}",
            judul=title(random, number),
            unit=f"unit-{number % units}",
            tanggal=str(day),
            layanan=f"[layanan-{number % SERVICES}]",
            format="artikel",
            manfaat="Warga tahu layanan mana yang berubah.",
            indikator=f"['{indicator}@{year}']",
            sumber="[laporan]",
        )
        return path


def write_corpus(root: Path, publications: int, units: int = 60, seed: int = 1) -> Corpus:
    """Write the whole folder; everything is approved and nothing is released."""
    corpus = Corpus(root, seed)
    _govern(corpus, units)
    _write_tables(corpus, units, publications)
    for number in range(SERVICES):
        name = f"Layanan {number + 1}"
        standard = "{persyaratan: Kartu tanda penduduk., tarif: Tanpa biaya.}"
        front = {"judul": name, "nama": name, "penyelenggara": ROOT_UNIT, "standar": standard}
        text = paragraph(Random(f"{seed} layanan {number}"))
        corpus.record(f"layanan/layanan-{number}.md", f"{text}\n", **front)
    for number in range(INDICATORS):
        _write_indicator(corpus, number)
    for edition in read_content(root, BEGIN.date()).editions.values():
        if edition.id.startswith(("capaian-", "tabel-")):
            corpus.decide(edition.id, edition.digest, DATA)
            write_archived(root, edition)
    for number in range(publications):
        corpus.publication(number, units)
    return corpus


def _govern(corpus: Corpus, units: int) -> None:
    """Write policy, keys, and who holds which role; every unit has a head, who decides nothing."""
    corpus.govern(POLICY, POLICY_TEXT)
    holders = "".join(
        f"- {{orang: {name}@portal.example, peran: {role}{unit and f', unit: {unit}'}}}\n"
        for name, (role, unit) in PEOPLE.items()
    )
    holders += "".join(
        f"- {{orang: kepala-{n}@portal.example, peran: {Role.HEAD_OF_UNIT}, unit: unit-{n}}}\n"
        for n in range(units)
    )
    corpus.govern(ROLES, holders)
    signers = "".join(
        f'{name}@portal.example namespaces="persetujuan@portal" {corpus.pen(name).public}\n'
        for name in PEOPLE
    )
    corpus.govern(SIGNERS, signers)


def _write_tables(corpus: Corpus, units: int, rows: int) -> None:
    """Write units, sources, measures, and a ledger with a payment for each publication."""
    root = corpus.root
    head = "id,nama,singkatan,jenis,induk,berlaku_dari,berlaku_sampai,penerus,kontak\n"
    lines = [f"{ROOT_UNIT},Kementerian Contoh,,kementerian,,,,,pusat@portal.example\n"]
    lines += [f"unit-{n},Unit Contoh {n + 1},,kankemenag,{ROOT_UNIT},,,,\n" for n in range(units)]
    write(root, "data/unit.csv", head + "".join(lines))
    write(root, "data/satuan.csv", "id,nama,bentuk,min,maks\nindeks,poin,indeks,0,100\n")
    source = "laporan,Laporan kinerja,Badan Contoh,2025-01-31,https://contoh.example/lkj,,\n"
    write(root, "data/sumber.csv", f"id,judul,penerbit,tanggal,url,diakses,arsip\n{source}")
    accounts = "kode,uraian,dari_tahun,sampai_tahun,keterangan\n521211,Belanja Bahan,2020,,\n"
    write(root, "data/akun.csv", accounts)
    budget = "id,unit,program,kegiatan,kro,ro,komponen,akun,uraian,pagu_awal,sumber_dana\n"
    line = f"bahan,{ROOT_UNIT},,,,,,521211,,{250_000 * max(rows, 1)},RM\n"
    write(root, "data/anggaran/2026.csv", budget + line)
    ledger = (
        "id,tgl_catat,tanggal,tahap,lanjutan_dari,rekor,unit,akun,mata_anggaran,uraian,jumlah,"
        "bukti,nomor_bukti,penerima,rup\n"
    )
    ledger += "".join(
        f"2026-{n + 1:06},2026-09-01,2026-09-01,bayar,,laporan-{n},{ROOT_UNIT},521211,bahan,"
        f"Cetak poster,{100_000 + n % 100_000},sp2d,SP-{n + 1},internal,\n"
        for n in range(rows)
    )
    write(root, "data/biaya/2026.csv", ledger)


def _write_indicator(corpus: Corpus, number: int) -> None:
    random = Random(f"{corpus.seed} indikator {number}")
    name = f"Indeks layanan {number + 1}"
    corpus.record(
        f"indikator/indikator-{number}.md",
        "Deret ini dimulai pada 2016.\n",
        judul=name,
        layanan=f"[layanan-{number % SERVICES}]",
        nama=name,
        definisi="Rata-rata penilaian warga.",
        satuan="indeks",
        arah="naik",
        penerbit="Badan Contoh",
        metode="Survei tahunan.",
        frekuensi="tahunan",
        presisi="2",
    )
    head = (
        "periode,rincian,nilai,target,target_awal,status,sumber,rilis,nilai_lama,nilai_lain,"
        "sumber_lain,alasan,catatan\n"
    )
    rows = "".join(
        f"{year},,{random.uniform(60, 90):.2f},{random.randint(65, 85)},,tetap,laporan,,,,,,\n"
        for year in range(2016, 2026)
    )
    write(corpus.root, f"data/capaian/indikator-{number}.csv", head + rows)


def main() -> None:
    """Write a corpus where the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("publications", type=int, help="how many, e.g. 10000")
    parser.add_argument("out", type=Path, help="folder of the content, made here")
    parser.add_argument("--units", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    corpus = write_corpus(given.out, given.publications, given.units, given.seed)
    print(f"{given.out}: {given.publications} publications, root key {corpus.trust.root}")


if __name__ == "__main__":
    main()
