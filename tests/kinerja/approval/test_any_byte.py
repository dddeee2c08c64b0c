"""Any single byte changed in what was approved: exactly that approval is void, no other.

Ledger batches join when they are reviewed; the lines `status` and `biaya` are covered by nobody.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.approval.gate import decide
from kinerja.reading.content import read_content
from tests.kinerja.contents import AS_OF, DATASET, INDICATOR, PATHS, PICTURE, PUBLICATION
from tests.kinerja.ministry import Ministry, write_ministry

pytestmark = pytest.mark.client("ssh-keygen")

FILES = {
    **{path: Path(path).stem for path in PATHS.values()},
    PICTURE: PUBLICATION,
    DATASET: f"capaian-{INDICATOR}",
    **{f"data/{name}.csv": f"tabel-{name}" for name in ("unit", "satuan", "sumber", "akun")},
}
"""Every approved file and whose approval covers it."""

OPEN = re.compile(rb"^(status|biaya):.*\n", re.MULTILINE)


@pytest.fixture(scope="module")
def ministry(tmp_path_factory: pytest.TempPathFactory) -> Ministry:
    """Return a folder that every example changes and puts right again."""
    return write_ministry(tmp_path_factory.mktemp("isi"))


def approved(ministry: Ministry) -> dict[str, bool]:
    """Return whether nobody has to approve the present bytes of something any more."""
    content = read_content(ministry.root, AS_OF.date())
    verdicts = decide(content, AS_OF, mint=True).verdicts
    return {
        key: key in content.editions and verdict.waits_for is None
        for key, verdict in verdicts.items()
    }


@cache
def covered(path: str, root: Path) -> list[int]:
    """Return the positions of the bytes that the approval covers."""
    data = (root / path).read_bytes()
    front = data.find(b"\n---\n", 3) if path.endswith(".md") else 0
    left_out = {n for m in OPEN.finditer(data, 0, max(front, 0)) for n in range(*m.span())}
    return [n for n in range(len(data)) if n not in left_out]


def test_everything_is_approved_at_first(ministry: Ministry) -> None:
    """Or else the examples would prove nothing."""
    assert dict.fromkeys(FILES.values(), True) == approved(ministry)


@pytest.mark.parametrize("path", FILES)
@settings(max_examples=20)
@given(data=st.data())
def test_any_single_byte(ministry: Ministry, path: str, data: st.DataObject) -> None:
    """Replaced, taken out or put in: one approval is void, and all others stand."""
    file = ministry.root / path
    before = file.read_bytes()
    place = data.draw(st.sampled_from(covered(path, ministry.root)))
    byte = data.draw(st.binary(min_size=1, max_size=1).filter(lambda b: b[0] != before[place]))
    how = data.draw(st.sampled_from(["replaced", "taken out", "put in"]))
    tail = before[place + (how != "put in") :]
    after = before[:place] + (b"" if how == "taken out" else byte) + tail
    try:
        file.write_bytes(after)
        found = approved(ministry)
    finally:
        file.write_bytes(before)
    others = {key: True for key in FILES.values() if key != FILES[path]}
    assert others == {key: value for key, value in found.items() if key != FILES[path]}
    assert not found.get(FILES[path], False)
