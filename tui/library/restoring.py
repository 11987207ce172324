"""Putting another file in the library's place; what was there is moved aside, never lost."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tui.config import private_folder
from tui.library import schema
from tui.library.backups import NOTES_ID, write_whole
from tui.library.faults import DAMAGED_CODES, code, sentence
from tui.library.holders import holder
from tui.library.opening import Access
from tui.library.waiting import Stopped, heed, patient, stoppable
from tui.library.whole import beside, free_name, sync
from tui.model import LibraryError

_JOURNAL_MARK = 8
"""Bytes at the beginning of a journal; all zero where it is over."""


def holds_notes_alone(backup: Path, stopped: Stopped = patient) -> bool:
    """Whether a file is a copy of notes and states; False for one of a whole library.

    Raises:
        Cancelled: If ``stopped`` says that nobody waits for it any more.
        LibraryError: If it is neither, is damaged, or was made by a newer version.
    """
    if not backup.is_file():
        raise LibraryError(f"There is no file {backup}.")
    try:
        with (
            closing(Access(backup.absolute(), "mode=ro").connect()) as connection,
            stoppable(connection, stopped),
        ):
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            if mark not in (NOTES_ID, schema.APPLICATION_ID):
                raise LibraryError(f"{backup} is no backup of Broadsheet's.")
            if mark == schema.APPLICATION_ID:
                schema.check_ours(connection, backup)
            if schema.version(connection) > len(schema.MIGRATIONS):
                raise LibraryError(
                    f"{backup} was made by a newer version of Broadsheet and was not restored."
                )
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            heed(stopped)
            if found != "ok":
                raise LibraryError(f"{backup} is damaged and was not restored.")
    except sqlite3.Error as error:
        if code(error) == sqlite3.SQLITE_NOTADB:
            what = f"{backup} is no backup of Broadsheet's, or its beginning is damaged."
        elif code(error) == sqlite3.SQLITE_CORRUPT:
            what = f"{backup} is damaged and was not restored."
        else:
            what = sentence(error, backup)
        raise LibraryError(what) from error
    return bool(mark == NOTES_ID)


def is_damaged(path: Path, stopped: Stopped = patient) -> bool:
    """Whether a file is there and cannot be read from its beginning to its end.

    Raises:
        Cancelled: If ``stopped`` says that nobody waits for it any more.
    """
    if not path.exists():
        return False
    try:
        with (
            closing(Access(path, "mode=ro").connect()) as connection,
            stoppable(connection, stopped),
        ):
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            heed(stopped)
            return bool(found != "ok")
    except sqlite3.Error as error:
        return code(error) in DAMAGED_CODES


def put_in_place(library: Path, backup: Path, stopped: Stopped = patient) -> Path | None:
    """Make a copy of ``backup`` the library; where the library is now that was there.

    Raises:
        Cancelled: If ``stopped`` says that nobody waits for it any more.
        LibraryError: If another process has the library open, or a file cannot be written;
            the library is as it was then.
    """
    try:
        private_folder(library.parent)
        fresh = free_name(library.with_name(f".{library.stem}.restored{library.suffix}"))
        write_whole(backup, fresh, stopped)
        try:
            return _exchange(library, fresh)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise LibraryError(f"{library} was not replaced: {error.strerror}.") from error


def move_aside(library: Path) -> Path | None:
    """Give the library another name; what that is, None where there was none.

    Raises:
        LibraryError: If another process has the library open.
    """
    if not library.exists():
        return None
    with _alone(library):
        aside = free_name(library.with_name(f"{library.stem}.before-restore{library.suffix}"))
        for file in beside(library):
            file.rename(aside.with_name(aside.name + file.name.removeprefix(library.name)))
        library.rename(aside)
    _tidy(aside)
    sync(library.parent)
    return aside


def _tidy(aside: Path) -> None:
    """Remove what lies beside a file that has its log in it: nothing is in that."""
    left = beside(aside)
    if not any(file.name.endswith("-wal") for file in left):
        for file in left:
            if file.name.endswith("-shm") or not any(_beginning(file)):
                file.unlink()


def _beginning(journal: Path) -> bytes:
    with journal.open("rb") as file:
        return file.read(_JOURNAL_MARK)


def _exchange(library: Path, fresh: Path) -> Path | None:
    aside = move_aside(library)
    try:
        fresh.rename(library)
    except OSError:
        if aside is not None:
            aside.rename(library)
        raise
    sync(library.parent)
    return aside


@contextmanager
def _alone(library: Path) -> Iterator[None]:
    """Nobody else has the library open, nor can open it meanwhile.

    Only who is alone may give write-ahead logging up, which also puts the log into the file. A
    file that is damaged cannot be asked; it is moved with its log as it is.
    """
    connection = sqlite3.connect(library, timeout=0, isolation_level=None)
    try:
        with contextlib.suppress(sqlite3.DatabaseError) if is_damaged(library) else _told(library):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
                raise LibraryError(_in_use(library))
            connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()


def _in_use(library: Path) -> str:
    by = holder(library, writes=False) or "another process"
    return f"{library} is open in {by}; close that first, then nothing of it is lost."


@contextmanager
def _told(library: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LibraryError(_in_use(library)) from error
        raise LibraryError(sentence(error, library)) from error
