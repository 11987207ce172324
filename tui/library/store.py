"""Connections, one a thread, and transactions whose errors are sentences."""

from __future__ import annotations

import contextlib
import datetime
import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tui.library.faults import StorageFault, sentence
from tui.library.log_file import LogFile
from tui.library.opening import Access, open_file
from tui.model import LibraryError

_log = logging.getLogger(__name__)


def now() -> str:
    """The time in UTC, ISO 8601 to the second: for show, never for order."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


class Store:
    """The open file of a library. Safe to use from any thread.

    Attributes:
        access: How the file was opened.
        turn: Held while this process writes: its threads queue here, rather than poll SQLite's
            lock one against the other.
    """

    def __init__(self, path: Path) -> None:
        self.access: Access = open_file(path)
        self._file = _identity(self.access.path)
        self._log_file = LogFile(self.access.path)
        self._lock = threading.Lock()
        self._watching = threading.Lock()
        self.turn = threading.RLock()
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._watcher: sqlite3.Connection | None = None
        self._closed = False

    def close(self) -> None:
        """Close every connection, those of other threads too. Doing it twice is harmless."""
        with self.turn, self._lock:
            self._closed = True
            connections = [*self._connections.values()]
            if self._watcher is not None:
                connections.append(self._watcher)
            self._connections.clear()
            self._watcher = None
            for connection in connections:
                # One that another thread is reading with is let go when that thread is done.
                with contextlib.suppress(sqlite3.Error):
                    connection.close()

    def data_version(self) -> int:
        """A number that changes with every commit, of any thread and any process.

        SQLite's own number leaves out the commits of the connection that asks, so it is
        asked through a connection that writes nothing but what this process need not hear of.
        """
        with self._sentences(), self._watching:
            return int(self._watch().execute("PRAGMA data_version").fetchone()[0])

    def _watch(self) -> sqlite3.Connection:
        with self._lock:
            if self._watcher is not None and self._log_file.is_another(self._watcher):
                self._watcher.close()
                self._watcher = None
            if self._watcher is None:
                self._watcher = self._connect()
            return self._watcher

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The thread's connection, in a transaction that sees one moment of the library."""
        with self._sentences():
            connection = self._connection()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                _end(connection, "COMMIT")

    @contextmanager
    def writing(self, *, durable: bool) -> Iterator[sqlite3.Connection]:
        """The thread's connection, in a transaction that writes; committed at the end.

        Args:
            durable: Wait until the disk has it. What can be done again need not.
        """
        self._refuse_if_in_vain()
        with self._sentences(), self.turn, self._transaction(self._connection(), durable) as open_:
            yield open_

    @contextmanager
    def writing_unheard(self) -> Iterator[sqlite3.Connection]:
        """A transaction that leaves this process's data version as it is.

        For what it works out by itself and shows at once: another process hears of it.
        """
        self._refuse_if_in_vain()
        with (
            self._sentences(),
            self.turn,
            self._watching,
            self._transaction(self._watch(), durable=False) as open_,
        ):
            yield open_

    @contextmanager
    def reading_another(self, path: Path) -> Iterator[sqlite3.Connection]:
        """A connection to another file, a copy of a library, which it does not change."""
        with self._sentences(path), closing(Access(path, "mode=ro").connect()) as connection:
            yield connection

    def _refuse_if_in_vain(self) -> None:
        """Refuse to write into a file that is only read, or that nobody will ever open again."""
        if self.access.read_only:
            raise StorageFault(self.access.read_only)
        if _identity(self.access.path) != self._file:
            raise StorageFault(
                f"{self.access.path} was replaced or removed while it was open: close Broadsheet"
                " and start it again; nothing was changed."
            )

    @contextmanager
    def _transaction(
        self, connection: sqlite3.Connection, durable: bool
    ) -> Iterator[sqlite3.Connection]:
        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        # What a transaction changes stays in memory until its end where there is room.
        connection.execute("PRAGMA cache_size = -8000")
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
            self._log_file.save(connection)
        except BaseException:
            _end(connection, "ROLLBACK")
            raise

    @contextmanager
    def _sentences(self, path: Path | None = None) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OverflowError) as error:
            _log.warning("%s: %s", type(error).__name__, error)
            raise StorageFault(sentence(error, path or self.access.path)) from error

    def _connection(self) -> sqlite3.Connection:
        thread = threading.current_thread()
        with self._lock:
            connection = self._connections.get(thread)
            if connection is not None and self._log_file.is_another(connection):
                connection.close()
                connection = None
            if connection is None:
                self._drop_ended_threads()
                connection = self._connections[thread] = self._connect()
            return connection

    def _connect(self) -> sqlite3.Connection:
        if self._closed:
            raise LibraryError("The library is closed.")
        connection = self.access.connect()
        try:
            self._log_file.opened(connection)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _drop_ended_threads(self) -> None:
        for thread in [thread for thread in self._connections if not thread.is_alive()]:
            self._connections.pop(thread).close()


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells the file from any other that is there at the same time; None for no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _end(connection: sqlite3.Connection, how: str) -> None:
    """End the transaction unless SQLite ended it already, as it does when the disk is full."""
    with contextlib.suppress(sqlite3.Error):
        if connection.in_transaction:
            connection.execute(how)
