"""What SQLite's errors mean, as sentences for the reader."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from tui.library.holders import holder
from tui.model import LibraryError

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "Another program keeps the library locked; nothing was changed.",
    sqlite3.SQLITE_LOCKED: "{path} is locked; nothing was changed.",
    sqlite3.SQLITE_FULL: "The disk is full: {path} was not changed, and what it holds is safe.",
    sqlite3.SQLITE_READONLY: "{path} cannot be written to; nothing was changed.",
    sqlite3.SQLITE_PERM: "There is no permission to open {path}.",
    sqlite3.SQLITE_CANTOPEN: "{path} or the folder it is in cannot be opened.",
    sqlite3.SQLITE_NOTADB: "{path} is not a library, or its beginning is damaged;"
    " broadsheet restore puts a backup in its place.",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged; broadsheet recover saves from it what"
    " can be read, broadsheet restore takes a backup.",
    sqlite3.SQLITE_IOERR: "The disk failed while {path} was read or written.",
    sqlite3.SQLITE_TOOBIG: "That is more than one article can hold; nothing was changed.",
    sqlite3.SQLITE_NOMEM: "There is not enough memory for that; nothing was changed.",
}


class StorageFault(LibraryError):  # noqa: N818  # a word for what it is
    """The file is at fault: locked, damaged, not to be written, on a full disk."""


READ_ONLY_CODES = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
"""Primary codes of a file, or a folder around it, that cannot be written to."""


DAMAGED_CODES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""Primary codes of a file that is not what SQLite wrote."""


_LEAST_BYTES = 32_768
_FULL_TOO = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})
"""Primary codes that a full disk has as well: the files beside the library cannot be made."""


def code(error: Exception) -> int:
    """The primary result code; 0 for an error that SQLite itself did not raise."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def disk_is_full(error: Exception, path: Path) -> bool:
    """Whether the library could not be used because nothing more fits on its disk."""
    if code(error) == sqlite3.SQLITE_FULL:
        return True
    return code(error) in _FULL_TOO and no_room(path)


def no_room(path: Path) -> bool:
    """Whether the disk that a file is on has no bytes left, or can hold no further file."""
    try:
        disk = os.statvfs(path.parent)
    except (OSError, AttributeError):
        return False
    # A library cannot do with less than the 32 kB of the index to its log.
    return disk.f_bavail * disk.f_frsize < _LEAST_BYTES or (disk.f_files > 0 and disk.f_favail == 0)


def size_limit(error: Exception) -> int | None:
    """The size in bytes that no file of this process may exceed, if that is why a write failed."""
    if code(error) not in _FULL_TOO:
        return None
    try:
        import resource
    except ImportError:
        return None
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    return None if limit == resource.RLIM_INFINITY else limit


def sentence(error: Exception, path: Path) -> str:
    """What went wrong with the library at ``path``."""
    full = disk_is_full(error, path)
    if not full and (limit := size_limit(error)) is not None:
        return (
            f"No file may grow beyond {limit:,} bytes here (ulimit -f), as {path} or its log had"
            " to; what it holds is safe."
        )
    known = _SENTENCES.get(sqlite3.SQLITE_FULL if full else code(error))
    if code(error) == sqlite3.SQLITE_BUSY and (by := holder(path)) is not None:
        return f"The library is locked by {by}; nothing was changed."
    if known is not None:
        return known.format(path=path)
    if isinstance(error, OverflowError):
        return "That number is larger than any in the library."
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):
        return "The library is closed."
    return f"The library at {path} did not do that: {error}."
