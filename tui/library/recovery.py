"""Saving what can be read of a damaged library into a new file.

A table that SQLite cannot read to its end is read page by page (:mod:`tui.library.salvage`). What
another table still tells is mended from there (:mod:`tui.library.mending`), and what the program
works out by itself is made anew.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from tui.library import mending, schema, tables
from tui.library.faults import DAMAGED_CODES, code, sentence
from tui.library.opening import Access
from tui.library.pages import Damaged, Pages
from tui.library.salvage import Row, Rows, Salvage
from tui.library.waiting import Progress, Stopped, heed, patient, unheard
from tui.library.whole import beside, whole_file
from tui.model import LibraryError

_ONLY_A_BACKUP = (
    "The beginning of {} is gone, and with it where everything else is: only a backup helps."
)
_BLOCK = 4_000_000
"""Bytes that are copied between two questions whether anybody still waits."""
_VERSION_AT, _APPLICATION_AT = 60, 68
"""Where the file's header has user_version and application_id."""


@dataclass(frozen=True)
class Saved:
    """What became of one table.

    Attributes:
        table: Its name.
        rows: How many rows the new file has.
        lost: About how many are missing; a table whose rows have no numbers cannot tell.
        mended: Rows among those of the new file that were put together from other tables.
    """

    table: str
    rows: int
    lost: int
    mended: int = 0


class HeaderGone(LibraryError):  # noqa: N818  # says what is the case
    """Nothing can be read, because the beginning of the file is gone."""


def recover(
    damaged: Path, target: Path, progress: Progress = unheard, stopped: Stopped = patient
) -> list[Saved]:
    """Write what can be read of ``damaged`` into a new library at ``target``.

    The damaged file is only read. The reader's tables come first in the report.

    Args:
        damaged: The file.
        target: Where nothing is yet.
        progress: Told which table is being read.
        stopped: Asked now and then whether nobody waits for it any more.

    Raises:
        Cancelled: If nobody does; nothing is left then.
        HeaderGone: If only a backup helps.
        LibraryError: If there is nothing to read, or the new file cannot be written.
    """
    if not damaged.is_file():
        raise LibraryError(f"There is no file {damaged}.")
    try:
        # A log beside the file belongs to it. Copies are read, so that nothing of it changes.
        with tempfile.TemporaryDirectory(prefix=".recover-", dir=target.parent) as folder:
            copy = Path(folder) / damaged.name
            for file in (damaged, *beside(damaged)):
                if not file.name.endswith("-shm"):
                    progress("a copy to read")
                    _copy(file, copy.with_name(file.name), stopped)
            with closing(_opened(copy, damaged)) as source, whole_file(target) as partial:
                # With the log in the file, its pages are as they were last.
                with suppress(sqlite3.DatabaseError):
                    source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                saved = _rebuild(source, copy, partial, progress, stopped)
                if not tables.holding(source) and not any(each.rows for each in saved):
                    raise HeaderGone(_ONLY_A_BACKUP.format(damaged))
                return saved
    except sqlite3.Error as error:
        raise LibraryError(sentence(error, damaged)) from error
    except OSError as error:
        raise LibraryError(f"{target} was not written: {error.strerror}.") from error


def _copy(file: Path, target: Path, stopped: Stopped) -> None:
    with file.open("rb") as source, target.open("xb") as copy:
        while block := source.read(_BLOCK):
            heed(stopped)
            copy.write(block)


def _opened(copy: Path, damaged: Path) -> sqlite3.Connection:
    """A connection to the copy; to nothing, if SQLite cannot read the list of its tables."""
    try:
        connection = Access(copy).connect()
        try:
            schema.check_ours(connection, damaged)
            known = schema.version(connection)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        if code(error) not in DAMAGED_CODES:
            raise
        if not _is_headed(copy):
            raise HeaderGone(_ONLY_A_BACKUP.format(damaged)) from error
        return sqlite3.connect(":memory:")
    if known > len(schema.MIGRATIONS):
        connection.close()
        raise LibraryError(f"{damaged} was made by a newer version of Broadsheet.")
    return connection


def _is_headed(copy: Path) -> bool:
    """Whether the file begins as a library does, whatever became of the rest of its first page."""
    try:
        pages = Pages(copy)
    except (Damaged, OSError, ValueError):
        return False
    marks = [pages.number_at(offset) for offset in (_VERSION_AT, _APPLICATION_AT)]
    return marks[0] <= len(schema.MIGRATIONS) and marks[1] == schema.APPLICATION_ID


def _rebuild(
    source: sqlite3.Connection, copy: Path, partial: Path, progress: Progress, stopped: Stopped
) -> list[Saved]:
    with closing(sqlite3.connect(partial, isolation_level=None)) as fresh:
        fresh.execute("PRAGMA journal_mode = OFF")
        schema.migrate(fresh, partial)
        fresh.execute("BEGIN")
        found = _copy_all(source, Salvage(source, copy, fresh), fresh, progress, stopped)
        progress("what is missing")
        mended = mending.mend(source, fresh, stopped)
        progress("the order of lists and the words for search")
        mending.make_anew(fresh, stopped)
        mending.keep_numbers(source, fresh)
        dropped = mending.drop_orphans(fresh)
        fresh.execute("COMMIT")
        return [
            _report(fresh, table, rows, mended.get(table, 0), dropped.get(table, 0))
            for table, rows in found.items()
        ]


def _report(fresh: sqlite3.Connection, table: str, rows: Rows, mended: int, dropped: int) -> Saved:
    count = fresh.execute(f"SELECT count(*) FROM {tables.quoted(table)}").fetchone()[0]
    return Saved(table, count, max(rows.lost + dropped - mended, 0), mended)


def _common(source: sqlite3.Connection, fresh: sqlite3.Connection) -> list[str]:
    """The tables to be saved, notes first; those that an older version did not have stay empty."""
    there = set(tables.holding(source)) or set(tables.holding(fresh))
    wanted = [table for table in tables.holding(fresh) if table in there]
    return sorted(wanted, key=lambda table: not table.startswith("note"))


def _copy_all(
    source: sqlite3.Connection,
    salvage: Salvage,
    fresh: sqlite3.Connection,
    progress: Progress,
    stopped: Stopped,
) -> dict[str, Rows]:
    """Copy the rows of all tables, then those that only the other tables tell where they belong."""
    found: dict[str, Rows] = {}
    for table in _common(source, fresh):
        progress(table)
        names = _names(source, fresh, table)
        found[table] = salvage.table(table, names, _keeper(fresh, table, names, stopped))
    lost = {table: rows.lost for table, rows in found.items()}
    for table, rows in found.items():
        names = _names(source, fresh, table)
        keep = _keeper(fresh, table, names, stopped)
        settled = salvage.settle(table, names, keep, lost)
        if settled is not None:
            rows.read += settled.read
            rows.lost = settled.lost
    return found


def _names(source: sqlite3.Connection, fresh: sqlite3.Connection, table: str) -> list[str]:
    """The columns that both files have."""
    all_names = tables.columns(fresh, table)
    there = set(tables.columns(source, table) or all_names)
    return [name for name in all_names if name in there]


def _keeper(
    fresh: sqlite3.Connection, table: str, names: list[str], stopped: Stopped
) -> Callable[[Row], None]:
    """What puts a row into a table of the new file, unless it is there."""
    listed = ", ".join(map(tables.quoted, names))
    insert = (
        f"INSERT OR IGNORE INTO {tables.quoted(table)} ({listed})"
        f" VALUES ({', '.join('?' * len(names))})"
    )

    def keep(row: Row) -> None:
        heed(stopped)
        fresh.execute(insert, row)

    return keep
