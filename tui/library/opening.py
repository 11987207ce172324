"""How the library's file is created and opened: its modes, its settings, read-only or not."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tui.config import private_folder
from tui.library import functions, schema
from tui.library.faults import (
    READ_ONLY_CODES,
    StorageFault,
    code,
    disk_is_full,
    sentence,
    size_limit,
)
from tui.library.filesystems import network_file_system
from tui.model import LibraryError

BUSY_SECONDS = 5.0
"""How long a writer waits for another one."""

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    # Each thread has a connection, and the system keeps the pages as well: four times as much
    # makes no list or search quicker.
    "PRAGMA cache_size = -2000",
)

FAR_AWAY = (
    "{path} lies on another machine ({kind}), where it is slower and must not be written from two"
    " machines at once."
)

_WITHOUT_LOG = " What was written last is in the log beside it, and is seen again then."

_log = logging.getLogger(__name__)


class Connection(sqlite3.Connection):
    """One that can be kept track of: SQLite's own has no weak references."""


@dataclass(frozen=True)
class Access:
    """How every connection to the file is made.

    Attributes:
        path: The file.
        query: What follows ``?`` in its URI.
        read_only: Why nothing can be written, in one sentence; None when it can.
        warning: What the reader had better know about where the file lies, in one sentence.
    """

    path: Path
    query: str = "mode=rw"
    read_only: str | None = None
    warning: str | None = None

    def connect(self) -> sqlite3.Connection:
        """A new connection in autocommit mode; any thread may use it, one at a time."""
        connection = sqlite3.connect(
            f"file:{quote(os.fsencode(self.path))}?{self.query}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            factory=Connection,
        )
        try:
            functions.register(connection)
            for setting in _SETTINGS:
                connection.execute(setting)
            if self.read_only:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
        return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot change the file, also where nothing can be written beside it."""
    try:
        return _tried(Access(path, "mode=ro"))
    except sqlite3.Error as error:
        if _unwritable(error, path) is None:
            raise
        return _tried(Access(path, "mode=ro&immutable=1"))


def _unwritable(error: sqlite3.Error, path: Path) -> str | None:
    """Why the library can only be read, in one sentence; None if that is not what is wrong."""
    if disk_is_full(error, path):
        return (
            f"The disk is full, so {path} is only read. Make room, then start Broadsheet again."
            + (_WITHOUT_LOG if _has_log(path) else "")
        )
    limit = size_limit(error)
    if limit is not None:
        return (
            f"No file may grow beyond {limit:,} bytes here (ulimit -f), so {path} is only read."
            + (_WITHOUT_LOG if _has_log(path) else "")
        )
    if code(error) in READ_ONLY_CODES:
        return f"{path} cannot be written to, so the library is only read."
    return None


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def _tried(access: Access) -> sqlite3.Connection:
    """A connection that has read something: SQLite opens a file only then."""
    connection = access.connect()
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def open_file(path: Path) -> Access:
    """Create the file where there is none, check it, migrate it; how to connect to it.

    A file that cannot be written to, or that a newer Broadsheet made, is opened read-only.

    Raises:
        LibraryError: If it cannot be opened at all, or is not a library.
    """
    path = path.absolute()
    _create(path)
    try:
        try:
            return _writable(path)
        except sqlite3.Error as error:
            reason = _unwritable(error, path)
            if reason is None or not path.stat().st_size:
                raise
            return _readable(path, reason)
    except (sqlite3.Error, OverflowError) as error:
        raise StorageFault(sentence(error, path)) from error


def _create(path: Path) -> None:
    """Make an empty file that only its owner can read, before SQLite would make a public one."""
    try:
        if path.is_dir():
            raise LibraryError(f"{path} is a folder, not a library.")
        if path.exists():
            return
        private_folder(path.parent)
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StorageFault(f"{path} cannot be created: {error.strerror}.") from error


def _writable(path: Path) -> Access:
    """Access for reading and writing; for reading alone to the file of a newer version."""
    kind = network_file_system(path)
    access = Access(path, warning=None if kind is None else FAR_AWAY.format(path=path, kind=kind))
    connection = access.connect()
    try:
        schema.check_ours(connection, path)
        if schema.version(connection) > len(schema.MIGRATIONS):
            return Access(
                path,
                read_only=f"{path} was made by a newer version of Broadsheet,"
                " so this one only reads it.",
            )
        _journal(connection, path, "wal" if kind is None else "delete")
        schema.migrate(connection, path)
        _try_to_write(connection)
    finally:
        connection.close()
    return access


def _try_to_write(connection: sqlite3.Connection) -> None:
    """SQLite opens a write-protected file without a word; only a write finds out.

    Where another one is writing there is no need to wait for it: so can we, later.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS)}")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if code(error) != sqlite3.SQLITE_BUSY:
            raise


def _readable(path: Path, reason: str) -> Access:
    """Access for reading alone.

    Reading a file in WAL mode still wants to write beside it; where the folder forbids that, or
    the disk is full, ``immutable`` reads the file as it stands.
    """
    tried = [Access(path, query, reason) for query in ("mode=ro", "mode=ro&immutable=1")]
    for access in tried:
        try:
            connection = access.connect()
            try:
                schema.check_ours(connection, path)
                connection.execute("SELECT 1 FROM article LIMIT 1").fetchone()
            finally:
                connection.close()
        except sqlite3.Error:
            if access is tried[-1]:
                raise
        else:
            return access
    raise AssertionError("unreachable: the last attempt returns or raises")


def _journal(connection: sqlite3.Connection, path: Path, wanted: str) -> None:
    """Have the file journalled as ``wanted``: write-ahead, or on a network file system not.

    The busy timeout does not hold for this one statement, so two first starts at once are
    sorted out here. A file system that is not known for one of a network may refuse a log all
    the same; the old journal is safe there, if slow.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
            if mode != wanted:
                mode = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0]
            break
        except sqlite3.OperationalError as error:
            if code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
    if mode != "wal":
        _log.warning("%s does without write-ahead logging (journal mode %s)", path, mode)
