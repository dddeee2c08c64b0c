"""Results of pure functions, kept from build to build in one SQLite file of the cache folder.

It only saves time: without it, or where it is damaged, everything is made again. Values are JSON.
Nothing is believed that this user's builds did not write: each value carries a MAC by a key that
lies outside the project, so that who may write in the cache folder still publishes nothing.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from .secret import is_ours, mac

T = TypeVar("T")

FILE = "kept.sqlite"
MOST_WAITING = 5_000
"""New entries that wait in memory until they are written."""

SPARE = 1000
"""Entries that may lie unused beside as many again as were used."""

Traffic = tuple[set[bytes], dict[bytes, str]]
"""Names of the entries that were asked for, and the entries that were made."""


class Store:
    """The entries of one cache folder. `origin` is the digest of the code that made them."""

    def __init__(self, folder: Path, origin: str) -> None:
        self.path, self.origin = folder / FILE, origin
        self._used: set[bytes] = set()
        self._new: dict[bytes, str] = {}
        self._owner = 0
        self._connection: sqlite3.Connection | None = None

    def name(self, *inputs: str) -> bytes:
        """Return the name of what this code makes of some inputs."""
        return hashlib.sha256(json.dumps((self.origin, *inputs)).encode()).digest()

    def get(self, name: bytes) -> str | None:
        """Return an entry, None where there is none that can be believed."""
        self._used.add(name)
        if name in self._new:
            return self._new[name]
        try:
            query = "SELECT value, mac FROM kept WHERE name = ?"
            found = self._open().execute(query, (name,)).fetchone()
        except (sqlite3.Error, OSError):
            return None
        if found and is_ours(_whole(name, value := str(found[0])), bytes(found[1] or b"")):
            return value
        return None

    def put(self, name: bytes, value: str) -> None:
        """Keep an entry; it is written at the end."""
        self._used.add(name)
        self._new[name] = value

    def take(self) -> Traffic:
        """Return what happened since this was called last, for the process that will write it."""
        taken = self._used, self._new
        self._used, self._new = set(), {}
        return taken

    def add(self, traffic: Traffic) -> None:
        """Take over what happened in another process; many new entries do not wait in memory."""
        self._used |= traffic[0]
        self._new |= traffic[1]
        if len(self._new) > MOST_WAITING:
            self.write()

    def write(self) -> None:
        """Write what is new, and let go of the file: processes may be forked then."""
        rows = [(name, value, mac(_whole(name, value))) for name, value in self._new.items()]
        self._change(lambda d: d.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows))
        self._new = {}
        if self._connection and self._owner == os.getpid():
            self._connection.close()
        self._connection = None

    def prune(self) -> None:
        """Drop what was not used, once it is most of all."""

        def drop(database: sqlite3.Connection) -> None:
            count = database.execute("SELECT count(*) FROM kept").fetchone()[0]
            if count > 2 * len(self._used) + SPARE:
                database.execute("CREATE TEMP TABLE used (name BLOB PRIMARY KEY)")
                database.executemany("INSERT INTO used VALUES (?)", ((n,) for n in self._used))
                database.execute("DELETE FROM kept WHERE name NOT IN (SELECT name FROM used)")
                database.execute("DROP TABLE used")

        self._change(drop)

    def _change(self, change: Callable[[sqlite3.Connection], object]) -> None:
        """Change the file; one that cannot be written is done without, one that is damaged goes."""
        try:
            with self._open() as database:
                change(database)
        except sqlite3.DatabaseError as error:
            self._connection = None
            if not isinstance(error, sqlite3.OperationalError):  # locked, full, read-only: it stays
                with suppress(OSError):
                    self.path.unlink(missing_ok=True)
        except OSError:
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        """Return the connection of this process: one of a parent must not be used."""
        if self._connection is None or self._owner != os.getpid():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._owner, self._connection = os.getpid(), sqlite3.connect(self.path)
            self._connection.execute("PRAGMA secure_delete = ON")
            self._connection.execute("PRAGMA synchronous = OFF")
            columns = "(name BLOB PRIMARY KEY, value TEXT, mac BLOB) WITHOUT ROWID"
            self._connection.execute(f"CREATE TABLE IF NOT EXISTS kept {columns}")
        return self._connection


def _whole(name: bytes, value: str) -> bytes:
    return name + value.encode("utf-8", "surrogatepass")


_stores: list[Store] = []


@contextmanager
def keeping(folder: Path, origin: str) -> Iterator[Store]:
    """Keep results in a folder for the length of a build; they are written at its end."""
    store = Store(folder, origin)
    _stores.append(store)
    try:
        yield store
    finally:
        store.write()
        _stores.remove(store)


def store() -> Store | None:
    """Return the store of this build, None outside one."""
    return _stores[-1] if _stores else None


class Kept(Generic[T]):
    """The results of one pure function, plain data of one type."""

    def __init__(self, name: str, form: type[T]) -> None:
        self._name, self._values = name, TypeAdapter(form)

    def __call__(self, make: Callable[[], T], *inputs: str) -> T:
        """Return what was made of these inputs before, or make it."""
        kept = store()
        if kept is None:
            return make()
        name = kept.name(self._name, *inputs)
        if found := kept.get(name):
            with suppress(ValidationError):  # of another form: made again
                return self._values.validate_json(found)
        value = make()
        with suppress(PydanticSerializationError, UnicodeError):  # of no text that JSON has
            kept.put(name, self._values.dump_json(value).decode())
        return value
