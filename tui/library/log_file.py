"""The log beside a library, when somebody takes it away while the library is open.

A connection goes on writing into a log that was deleted, which nobody else can read and which is
gone when the process ends; and a connection made later begins another one.
"""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from weakref import WeakKeyDictionary

_log = logging.getLogger(__name__)


class LogFile:
    """Knows which file each connection has for its log.

    Args:
        library: The library's file; its log lies beside it.
    """

    def __init__(self, library: Path) -> None:
        self._path = library.with_name(f"{library.name}-wal")
        self._of: WeakKeyDictionary[sqlite3.Connection, int] = WeakKeyDictionary()

    def opened(self, connection: sqlite3.Connection) -> None:
        """Remember the log of a new connection; without write-ahead logging there is none."""
        # SQLite opens the log when it reads.
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        number = self._number()
        if number is not None:
            self._of[connection] = number

    def is_another(self, connection: sqlite3.Connection) -> bool:
        """Whether there is a new log, so that this connection knows nothing of what is in it."""
        mine, there = self._of.get(connection), self._number()
        return mine is not None and there is not None and mine != there

    def save(self, connection: sqlite3.Connection) -> None:
        """Put what was just committed into the library itself, if its log has been deleted."""
        if connection in self._of and self._number() is None:
            _log.warning("%s was deleted; the library does without", self._path)
            connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()

    def _number(self) -> int | None:
        """The inode of the log; one that is open is not given to another file."""
        try:
            return self._path.stat().st_ino
        except OSError:
            return None
