"""`penanda.allowed_signers` and `penanda.dicabut`: only lines that leave no doubt are read."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.governance import JAKARTA
from kinerja.model.signers import Namespace, Signer, Signers
from kinerja.reading.signers import REVOKED_PATH, SIGNERS_PATH, read_signers
from tabular.text import decode_text
from tests.kinerja.contents import write

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + "A" * 42 + "B"
OTHER_KEY = KEY[:-1] + "C"
PERSON = "editor@portal.example"
LINE = f'{PERSON} namespaces="persetujuan@portal" {KEY}'


def read_lines(root: Path, *lines: str, revoked: str = "") -> tuple[Signers, list[tuple[int, str]]]:
    """Read a file of these lines, and one of revoked keys; return line and code of mistakes."""
    write(root, SIGNERS_PATH, "".join(f"{line}\n" for line in lines))
    write(root, REVOKED_PATH, revoked)
    signers, problems = read_signers(root)
    return signers, [(found.line, found.code) for found in problems]


def test_without_files_nobody_may_sign(tmp_path: Path) -> None:
    """And no key is revoked."""
    assert (Signers(), []) == read_signers(tmp_path)


def test_a_line_with_everything(tmp_path: Path) -> None:
    """Person, purposes, days in Jakarta, key; a comment of the key is passed over."""
    options = 'namespaces="persetujuan@portal,manifes@portal"'
    dates = ',valid-after="20260101",valid-before="20261231235959"'
    signers, problems = read_lines(
        tmp_path, "# catatan", "", f"{PERSON} {options}{dates} {KEY} komentar apa saja"
    )
    first = datetime(2026, 1, 1, tzinfo=JAKARTA)
    last = datetime(2026, 12, 31, 23, 59, 59, tzinfo=JAKARTA)
    spaces = frozenset({"persetujuan@portal", "manifes@portal"})
    assert ({KEY: (Signer(PERSON, spaces, KEY, first, last),)}, []) == (signers.by_key, problems)


def test_one_key_for_two_persons_and_two_for_one(tmp_path: Path) -> None:
    """Lines add up; each is asked by itself."""
    signers, _ = read_lines(
        tmp_path, LINE, LINE.replace(PERSON, "dua@portal.example"), LINE.replace(KEY, OTHER_KEY)
    )
    found = {key: [s.person for s in lines] for key, lines in signers.by_key.items()}
    assert {KEY: [PERSON, "dua@portal.example"], OTHER_KEY: [PERSON]} == found


@pytest.mark.parametrize(
    ("first", "last", "when", "expected"),
    [
        (None, None, "2026-01-01T00:00:00+07:00", True),
        ("20260102", None, "2026-01-01T23:59:59+07:00", False),
        ("20260102", None, "2026-01-02T00:00:00+07:00", True),
        ("20260102", None, "2026-01-01T17:00:00+00:00", True),
        (None, "202601021200", "2026-01-02T12:00:00+07:00", True),
        (None, "202601021200", "2026-01-02T12:00:01+07:00", False),
    ],
)
def test_the_time_of_a_key(
    tmp_path: Path, first: str | None, last: str | None, when: str, expected: bool
) -> None:
    """Both ends are included, as in ssh-keygen."""
    dates = "".join(
        f',{name}="{value}"'
        for name, value in (("valid-after", first), ("valid-before", last))
        if value
    )
    signers, _ = read_lines(tmp_path, LINE.replace('l" ', f'l"{dates} '))
    (signer,) = signers.by_key[KEY]
    moment = datetime.fromisoformat(when)
    assert expected == signer.may_sign(PERSON, Namespace.DECISION, moment)
    assert not signer.may_sign(PERSON, Namespace.GOVERNANCE, moment)
    assert not signer.may_sign("Editor@portal.example", Namespace.DECISION, moment)


@pytest.mark.parametrize(
    "line",
    [
        KEY,
        f"{PERSON} {KEY}",
        f" {LINE}",
        LINE.replace(PERSON, "*@portal.example"),
        LINE.replace(PERSON, "!a@portal.example"),
        LINE.replace(PERSON, f"{PERSON},dua@portal.example"),
        LINE.replace(PERSON, f'"{PERSON}"'),
        LINE.replace(PERSON, "editor"),
        LINE.replace("persetujuan@portal", "*"),
        LINE.replace("persetujuan@portal", "lain@portal"),
        LINE.replace("persetujuan@portal", ""),
        LINE.replace('"persetujuan@portal"', "persetujuan@portal"),
        LINE.replace('namespaces="persetujuan@portal"', "cert-authority"),
        LINE.replace('l" ', 'l",cert-authority '),
        LINE.replace('l" ', 'l",valid-after="besok" '),
        LINE.replace('l" ', 'l",valid-after="2026010" '),
        LINE.replace('l" ', 'l",valid-after="20260230" '),
        LINE.replace('l" ', 'l",valid-after="20260101Z" '),
        LINE.replace('l" ', 'l",valid-after="20260101",valid-after="20270101" '),
        LINE.replace("ssh-ed25519", "ssh-rsa"),
        LINE.replace("ssh-ed25519", "sk-ssh-ed25519@openssh.com"),
        LINE[:-1],
        LINE + "AAAA",
        LINE.replace("AAAAC3", "AAAAC4"),
        LINE.replace("AAAAI", "AAAAJ"),
        LINE.replace(" ", "\t"),
    ],
)
def test_lines_that_leave_a_doubt(tmp_path: Path, line: str) -> None:
    """Wildcards, several persons, other options, other kinds of keys, broken keys: G08."""
    signers, problems = read_lines(tmp_path, LINE.replace(KEY, OTHER_KEY), line)
    assert ([OTHER_KEY], [(2, "G08")]) == ([*signers.by_key], problems)


@pytest.mark.parametrize(
    ("text", "keys", "codes"),
    [
        ("", frozenset(), []),
        (f"# dicabut\n{KEY} alasan\n", frozenset({KEY}), []),
        ("SHA256:abc\n", frozenset(), [(1, "G09")]),
        (f"{KEY[:-1]}\n{OTHER_KEY}\n", frozenset({OTHER_KEY}), [(1, "G09")]),
        (f"{PERSON} {KEY}\n", frozenset(), [(1, "G09")]),
    ],
)
def test_revoked_keys(
    tmp_path: Path, text: str, keys: frozenset[str], codes: list[tuple[int, str]]
) -> None:
    """One public key a line; anything else is a mistake and not passed over (G09)."""
    signers, problems = read_lines(tmp_path, revoked=text)
    assert (keys, codes) == (signers.revoked, problems)


@pytest.mark.parametrize("path", [SIGNERS_PATH, REVOKED_PATH])
def test_a_file_that_is_a_link_is_a_mistake(tmp_path: Path, path: str) -> None:
    """Also one that leads nowhere: it may lead somewhere tomorrow."""
    write(tmp_path, SIGNERS_PATH, "")
    (tmp_path / path).unlink(missing_ok=True)
    (tmp_path / path).symlink_to("tidak-ada")
    assert ["T07"] == [found.code for found in read_signers(tmp_path)[1]]


@given(line=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n")))
def test_any_line_is_a_key_a_comment_or_a_mistake(
    tmp_path_factory: pytest.TempPathFactory, line: str
) -> None:
    """No text raises anything, and none is passed over in silence."""
    root = tmp_path_factory.getbasetemp() / "baris"
    signers, problems = read_lines(root, LINE, line)
    is_text = decode_text(f"{line}\n".encode(), "a")[1] == []
    is_quiet = is_text and (not line or line.startswith("#") or line == LINE)
    assert is_quiet == ([] == problems)
    assert is_quiet <= ({KEY} == set(signers.by_key))
