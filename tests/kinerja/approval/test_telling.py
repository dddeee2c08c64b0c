"""What a record tells: mistakes withhold it, advice keeps nothing back, exemptions are public."""

from pathlib import Path

import pytest

from kinerja.approval.gate import Decided, decide
from kinerja.approval.trust import Trust
from kinerja.commands import check
from kinerja.commands.deciding import Wish, make_decision
from kinerja.commands.guard import Refused
from kinerja.commands.preview.record import record_view
from kinerja.model.governance import Act, Role
from kinerja.rendering.approvals import approval_view
from tests.kinerja import contents
from tests.kinerja.commands.preview.sessions import open_session
from tests.kinerja.contents import AS_OF, approve, read, write_record
from tests.kinerja.sites import site_of

TREND = "Kepuasan naik menjadi {{kepuasan 2024}} pada 2024.\n"
MONEY = "Dananya 2 milyar.\n"
EXEMPTION = "[{kode: N05, kutipan: milyar, alasan: Begitu nama programnya.}]"


def told(root: Path, body: str, approved: bool = True, **changes: str | None) -> Decided:
    """Write a page that tells this to the tiny content, and decide."""
    contents.write_content(root)
    write_record(root, "halaman", "cerita", body=body, **changes)
    if approved:
        approve(root, "cerita")
    return decide(read(root), AS_OF, mint=True)


def test_advice_keeps_nothing_back(tmp_path: Path) -> None:
    """It is no mistake: the record is public, and the verdict carries the advice."""
    decided = told(tmp_path, TREND)
    assert ["S01"] == [found.code for found in decided.advice]
    assert [*decided.verdicts["cerita"].advice] == decided.advice
    assert ((), True) == (decided.problems, "cerita" in decided.public)


def test_a_mistake_withholds(tmp_path: Path) -> None:
    """As any other does, with its line; nobody can approve it."""
    decided = told(tmp_path, MONEY, approved=False)
    lines = (tmp_path / "halaman/cerita.md").read_text("utf-8").splitlines()
    line = lines.index(MONEY.strip()) + 1
    assert [("N05", line)] == [(found.code, found.line) for found in decided.problems]
    assert "cerita" not in decided.public
    wish = Wish("cerita", Act.SUBMIT, Role.AUTHOR)
    with pytest.raises(Refused, match="not-approvable"):
        make_decision(tmp_path, Trust(), wish, lambda _data: "")


def test_an_exemption_lets_it_pass_and_is_public(tmp_path: Path) -> None:
    """Code, words and reason stand on the page of the record."""
    decided = told(tmp_path, MONEY, pengecualian=EXEMPTION)
    assert ((), True) == (decided.problems, "cerita" in decided.public)
    site = site_of(tmp_path)
    reason = "Begitu nama programnya."
    expected = [{"code": "N05", "quotation": "milyar", "reason": reason}]
    assert expected == approval_view(site, site.portal.pages["cerita"])["exemptions"]
    assert [] == approval_view(site, site.portal.pages["kontak"])["exemptions"]


def test_check_prints_advice_after_the_mistakes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Counted apart from mistakes; it does not change how the command ends."""
    told(tmp_path, TREND)
    assert 0 == check.run(str(tmp_path))
    lines = capsys.readouterr().out.splitlines()
    assert 1 == sum("(S01)" in line for line in lines)
    assert "Tidak ada kesalahan." in lines


def test_the_review_page_shows_advice(tmp_path: Path) -> None:
    """Beside what withholds, under a heading of its own."""
    session = open_session(tmp_path)
    write_record(session.settings.content, "halaman", "cerita", body=TREND)
    view = record_view(session, session.read(), "cerita")
    assert [True] == [line.endswith("(S01)") for line in view["advice"]]  # type: ignore[attr-defined]  # a view is plain data
