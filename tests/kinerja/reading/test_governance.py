"""Policy, holders, decisions and the release log: read strictly, since mistakes stop the build."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.governance import (
    JAKARTA,
    SMALL_POLICY,
    Act,
    Decision,
    Release,
    Role,
    Signing,
    Standing,
)
from kinerja.model.records import Kind
from kinerja.reading.governance import (
    parse_decision,
    read_decisions,
    read_governance,
    render_decision,
)
from kinerja.reading.releases import read_releases, render_releases
from tabular.text import MAX_BYTES
from tests.kinerja.contents import APPROVED, decision, write

DIGEST = "a" * 64
SUBMITTED = decision("kontak", DIGEST, Act.SUBMIT, APPROVED)
ACCEPTED = decision("kontak", DIGEST, Act.APPROVE, APPROVED + timedelta(hours=1))
LINE = (
    '{"v":1,"rekor":"kontak","sidik":"' + DIGEST + '","peran":"penulis",'
    '"orang":"penulis@portal.example","keputusan":"ajukan","waktu":"2026-02-02T09:00:00+07:00",'
    '"kode_alasan":null,"alasan":null,"penerus":null,"catatan_sidik":null,"tanda_tangan":null}'
)
KINDS = "".join(
    f"  {kind}: {{ringan: [editor], penuh: [editor, penanggung-jawab], darurat: [editor]}}\n"
    for kind in Kind
)
POLICY = f"tanda_tangan: tidak\npesan_wajib: [publikasi]\njenis:\n{KINDS}hari_darurat: 3\n"
LOG = "kode,edisi,waktu\n"


def codes(root: Path) -> list[tuple[str, int, str, str]]:
    """Return path, line, field and code of every mistake in governance."""
    return [(p.path, p.line, p.field, p.code) for p in read_governance(root)[1]]


def test_nothing_written_is_the_small_policy(tmp_path: Path) -> None:
    """An empty portal has an author and one responsible person; data need nobody."""
    found, problems = read_governance(tmp_path)
    assert (SMALL_POLICY, (), {}, []) == (found.policy, found.holders, found.decisions, problems)
    assert (Role.RESPONSIBLE,) == SMALL_POLICY.kinds[Kind.PUBLICATION].full
    assert () == SMALL_POLICY.kinds[Kind.DATASET].full == SMALL_POLICY.kinds[Kind.TABLE].full


def test_a_policy(tmp_path: Path) -> None:
    """Roles in order, kinds by their Indonesian names."""
    write(tmp_path, "tata-kelola/kebijakan.yaml", POLICY)
    found, problems = read_governance(tmp_path)
    assert ([], Signing.NOT_REQUIRED) == (problems, found.policy.signing)
    assert (Role.EDITOR, Role.RESPONSIBLE) == found.policy.kinds[Kind.TABLE].full
    write(tmp_path, "tata-kelola/kebijakan.yaml", POLICY.replace("tidak", "wajib"))
    assert Signing.REQUIRED == read_governance(tmp_path)[0].policy.signing
    assert ((Kind.PUBLICATION,), 3, 5) == (
        found.policy.message_required,
        found.policy.urgent_days,
        found.policy.cost_days,
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  tabel:", "  tabele:", [("jenis.tabele", "F03")]),
        (KINDS.splitlines()[0] + "\n", "", [("jenis", "G04")]),
        ("tidak", "boleh", [("tanda_tangan", "F03")]),
        ("hari_darurat", "hari_daruart", [("hari_daruart", "F01")]),
        ("jenis:\n", "jenis: [\n", [("", "Y01")]),
    ],
)
def test_mistakes_of_a_policy(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    """Any mistake: the policy is not used at all."""
    write(tmp_path, "tata-kelola/kebijakan.yaml", POLICY.replace(old, new, 1))
    assert SMALL_POLICY == read_governance(tmp_path)[0].policy
    found = [(field, code) for _, _, field, code in codes(tmp_path)]
    assert set(expected) <= set(found)


@pytest.mark.parametrize(
    ("kind", "expected"), [("publikasi", ["G07"]), ("capaian", []), ("tabel", [])]
)
def test_nobody_approves_a_record_by_leaving_roles_out(
    tmp_path: Path, kind: str, expected: list[str]
) -> None:
    """Records need one role at least on every path; datasets and tables may need none."""
    line = next(line for line in POLICY.splitlines() if line.startswith(f"  {kind}:"))
    open_line = f"  {kind}: {{ringan: [], penuh: [], darurat: []}}"
    write(tmp_path, "tata-kelola/kebijakan.yaml", POLICY.replace(line, open_line))
    assert expected == [found[3] for found in codes(tmp_path)]


def test_holders(tmp_path: Path) -> None:
    """A role is held on both its first and its last day."""
    text = (
        "- {orang: a@b.example, peran: editor, dari: 2026-01-01, sampai: 2026-01-31}\n"
        "- orang: c@b.example\n  peran: walidata\n  sebagai: plt\n  surat: S-1/2026\n"
        "  dari: 2026-01-01\n  sampai: 2026-01-31\n"
    )
    write(tmp_path, "tata-kelola/peran.yaml", text)
    (first, second), problems = read_governance(tmp_path)[0].holders, codes(tmp_path)
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)]
    assert [False, True, True, False] == [first.is_valid(day) for day in days]
    acting = (second.role, second.standing, second.letter)
    assert (Role.DATA_STEWARD, Standing.ACTING_VACANT, "S-1/2026") == acting
    assert [] == problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("orang: a@b.example\n", [(1, "", "F06")]),
        ("- {orang: a@b.example, peran: editor}\n- {orang: b}\n", [(2, "orang", "F16")]),
        ("- {orang: a@b.example, peran: bos}\n", [(1, "peran", "F03")]),
        ("- {orang: a@b.example, peran: editor, sebagai: plh}\n", [(1, "", "G10")]),
        ("- teks\n", [(1, "", "F07")]),
        ("-\n- {orang: a@b.example, peran: bos}\n", [(2, "peran", "F03")]),
        ("- {orang: a@b.example, peran: editor, berlaku_dari: a}\n", [(1, "berlaku_dari", "F29")]),
        ("- {orang: a@b.example, peran: editor, unti: c}\n", [(1, "unti", "F01")]),
    ],
)
def test_mistakes_of_holders(
    tmp_path: Path, text: str, expected: list[tuple[int, str, str]]
) -> None:
    """Each entry is told with its own line; no path into the list is repeated."""
    write(tmp_path, "tata-kelola/peran.yaml", text)
    found = [(line, field, code) for _, line, field, code in codes(tmp_path)]
    assert set(expected) <= set(found)


def test_the_line_of_a_decision() -> None:
    """Canonical: keys in order, no spaces; read and written it is the same."""
    assert SUBMITTED == parse_decision(LINE)
    assert LINE == render_decision(SUBMITTED)


def test_decisions_are_a_set_in_order_of_time(tmp_path: Path) -> None:
    """Lines in any order and twice, as a union of two branches leaves them."""
    lines = [render_decision(item) for item in (ACCEPTED, SUBMITTED, ACCEPTED)]
    write(tmp_path, "persetujuan/kontak.jsonl", "\n".join(lines) + "\n\n")
    assert ((SUBMITTED, ACCEPTED), []) == read_decisions(tmp_path, "kontak")


@pytest.mark.parametrize("end", range(1, len(LINE) + 1, 7))
def test_a_decision_cut_anywhere_is_a_mistake(tmp_path: Path, end: int) -> None:
    """Also where only the line end is missing: more may have been cut."""
    write(tmp_path, "persetujuan/kontak.jsonl", f"{LINE}\n{LINE[:end]}")
    assert {("persetujuan/kontak.jsonl", 2, "", "G01")} == set(codes(tmp_path))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"v":1', '"v":2'),
        ('"peran":"penulis"', '"peran":"bos"'),
        ('"keputusan":"ajukan"', '"keputusan":"hapus"'),
        ("+07:00", ""),
        ("2026-02-02T", "2026-02-30T"),
        ('"alasan":null', f'"alasan":"{"a" * 301}"'),
        ('"alasan":null', '"lain":null'),
        ('"rekor"', '"record"'),
        ('"v":1,', ""),
        (LINE, "[]"),
        (LINE, "null"),
        (LINE, '"a"'),
        (LINE, "NaN"),
        (LINE, "<<<<<<< HEAD"),
        (LINE, "[" * 100_000),
        (LINE, "1" * 5_000),
    ],
)
def test_a_decision_that_was_changed_is_a_mistake(tmp_path: Path, old: str, new: str) -> None:
    """Whatever a line says that no decision says."""
    assert old in LINE
    write(tmp_path, "persetujuan/kontak.jsonl", LINE.replace(old, new) + "\n")
    assert [("persetujuan/kontak.jsonl", 1, "", "G01")] == codes(tmp_path)


def test_a_decision_in_the_wrong_file(tmp_path: Path) -> None:
    """It names another record."""
    write(tmp_path, "persetujuan/lain.jsonl", LINE + "\n")
    assert [("persetujuan/lain.jsonl", 1, "rekor", "G02")] == codes(tmp_path)


@given(
    st.text()
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).map(json.dumps)
    | st.dictionaries(
        st.sampled_from([*json.loads(LINE)]), st.none() | st.integers() | st.text() | st.floats()
    ).map(lambda changes: json.dumps({**json.loads(LINE), **changes}))
)
def test_any_line_is_a_decision_or_a_mistake(line: str) -> None:
    """Free text, any JSON and any change of a value: ValueError and nothing else."""
    try:
        found = parse_decision(line)
    except ValueError:
        return
    assert isinstance(found, Decision)
    assert found == parse_decision(render_decision(found))


def test_the_release_log(tmp_path: Path) -> None:
    """Rows as they were written, and written as they were read."""
    text = f"a,{DIGEST},2026-03-01T07:59:59+07:00\na,tarik,2026-03-01T08:00:00+07:00\n"
    write(tmp_path, "data/rilis.csv", LOG + text)
    rows, problems = read_releases(tmp_path)
    assert [] == problems
    assert datetime(2026, 3, 1, 8, tzinfo=JAKARTA) == rows[1].time
    assert text == render_releases(rows)
    assert ((), []) == read_releases(tmp_path / "kosong")


def test_a_release_log_may_be_larger_than_what_people_write(tmp_path: Path) -> None:
    """It grows by a row for each release, and nobody can divide it."""
    first, count = datetime(2026, 3, 1, tzinfo=JAKARTA), 100_000
    rows = (Release("a", "b" * 64, first + timedelta(seconds=n)) for n in range(count))
    write(tmp_path, "data/rilis.csv", LOG + render_releases(rows))
    assert MAX_BYTES < (tmp_path / "data/rilis.csv").stat().st_size
    found, problems = read_releases(tmp_path)
    assert (count, []) == (len(found), problems)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["a,tarik,2026-03-01"], [(2, "waktu", "F14")]),
        (["a,lama,2026-03-01T08:00:00+07:00"], [(2, "edisi", "F04")]),
        (["a,tarik,2026-03-01T08:00:00+07:00"] * 2, [(3, "waktu", "G03")]),
        (
            ["a,tarik,2026-03-01T08:00:00+07:00", "a,tarik,2026-03-01T08:00:00+08:00"],
            [(3, "waktu", "G03")],
        ),
        (["a,tarik"], [(2, "", "C05")]),
    ],
)
def test_mistakes_of_the_release_log(
    tmp_path: Path, rows: list[str], expected: list[tuple[int, str, str]]
) -> None:
    """Times increase strictly, whatever their offsets."""
    write(tmp_path, "data/rilis.csv", LOG + "".join(f"{row}\n" for row in rows))
    found = read_releases(tmp_path)[1]
    assert expected == [(item.line, item.field, item.code) for item in found]


def test_a_release_log_cut_in_the_middle(tmp_path: Path) -> None:
    """A row without its line end, even if it can be read."""
    write(tmp_path, "data/rilis.csv", f"{LOG}a,tarik,2026-03-01T08:00:00+07:00")
    assert [(2, "G01")] == [(item.line, item.code) for item in read_releases(tmp_path)[1]]
