"""What was made once is taken from the cache, and nothing that somebody else put there."""

import sqlite3
from pathlib import Path

import pytest

from kinerja.kept import FILE, MOST_WAITING, SPARE, Kept, Store, keeping

DOUBLED = Kept("doubled", list[str])
ORIGIN = "kode-1"


def make(cache: Path, text: str, origin: str = ORIGIN) -> tuple[list[str], bool]:
    """Return what is made of a text in a build of its own, and whether it was made anew."""
    made = []

    def double() -> list[str]:
        made.append(text)
        return [text, text]

    with keeping(cache, origin):
        return DOUBLED(double, text), bool(made)


def test_a_result_is_made_once(tmp_path: Path) -> None:
    """By the same code of the same inputs; other code or inputs make another one."""
    assert (["a", "a"], True) == make(tmp_path, "a")
    assert (["a", "a"], False) == make(tmp_path, "a")
    assert (["b", "b"], True) == make(tmp_path, "b")
    assert (["a", "a"], True) == make(tmp_path, "a", "kode-2")


@pytest.mark.parametrize("data", [b"", b"rusak", b"rusak" * 10_000])
def test_a_damaged_cache_costs_only_time(data: bytes, tmp_path: Path) -> None:
    """It is made again, and works at the next build."""
    make(tmp_path, "a")
    (tmp_path / FILE).write_bytes(data)
    assert (["a", "a"], True) == make(tmp_path, "a")
    make(tmp_path, "a")
    assert (["a", "a"], False) == make(tmp_path, "a")


def test_a_cache_that_cannot_be_a_file_costs_only_time(tmp_path: Path) -> None:
    """A folder stands in its place."""
    (tmp_path / FILE).mkdir()
    assert (["a", "a"], True) == make(tmp_path, "a")


def test_what_others_put_there_is_not_believed(tmp_path: Path) -> None:
    """Neither another value, nor the value of another entry with its own proof."""
    make(tmp_path, "a")
    make(tmp_path, "b")
    for change in (
        """UPDATE kept SET value = '["palsu"]'""",
        "UPDATE kept SET (value, mac) = (SELECT value, mac FROM kept ORDER BY value LIMIT 1)",
        "UPDATE kept SET mac = NULL",
    ):
        database = sqlite3.connect(tmp_path / FILE)
        with database:
            database.execute(change)
        database.close()
        assert ["b", "b"] == make(tmp_path, "b")[0]


def test_a_value_of_another_form_is_made_again(tmp_path: Path) -> None:
    """As after a change of the type that nothing else tells."""
    make(tmp_path, "a")
    with keeping(tmp_path, ORIGIN):
        assert 2 == Kept("doubled", int)(lambda: 2, "a")


def test_what_is_not_used_goes(tmp_path: Path) -> None:
    """Once it is most of what lies there."""
    with keeping(tmp_path, ORIGIN) as store:
        for number in range(SPARE + 3):
            store.put(store.name(str(number)), "nilai")
    used = Store(tmp_path, ORIGIN)
    name = used.name("1")
    assert "nilai" == used.get(name)
    used.prune()
    used.write()
    assert ["nilai", None] == [Store(tmp_path, ORIGIN).get(used.name(n)) for n in ("1", "2")]


def test_many_entries_do_not_wait_in_memory(tmp_path: Path) -> None:
    """What other processes made is written as it comes, not when the build ends."""
    store = Store(tmp_path, ORIGIN)
    names = [store.name(str(number)) for number in range(MOST_WAITING + 1)]
    store.add((set(), dict.fromkeys(names[1:], "nilai")))
    assert None is Store(tmp_path, ORIGIN).get(names[-1])
    store.add((set(), {names[0]: "nilai"}))
    assert ["nilai"] * 2 == [Store(tmp_path, ORIGIN).get(name) for name in (names[0], names[-1])]
