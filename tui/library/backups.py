"""Copies of the library in a folder beside it: made, listed, and thinned out as they age.

Seven days and four weeks are kept; of the newest day, several copies. Which is newer is told by its
number, never by a date: the clock may have been wrong, and then the good copies are not the ones to
go.
"""

from __future__ import annotations

import datetime
import os
import re
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

from tui.config import private_folder
from tui.library import schema, tables
from tui.library.faults import disk_is_full, sentence, size_limit
from tui.library.opening import connect_to_read
from tui.library.waiting import Stopped, heed, patient, stoppable
from tui.library.whole import PART, whole_file
from tui.model import LibraryError

NOTES_ID = 0x42726F6E
"""``Bron`` in ASCII: the application_id of a copy of notes and states alone."""
DAYS, WEEKS = 7, 4
OF_A_DAY = 7
"""Copies of the newest day that stay: what a reader was told of in the morning is there at noon."""
SMALL_BYTES = 32_000_000
"""Up to this size the whole library is copied; of a larger one notes and states."""

_NAME = re.compile(r"([0-9]{4,9})-([0-9]{4}-[0-9]{2}-[0-9]{2})-(library|notes)\.sqlite3\Z")
_KEYS = frozenset({"title_key", "published_key", "site_key", "find_key", "indexed"})
"""Columns that are made anew from others."""
_LEFT_OUT = frozenset({"batch", "change"})
_PART_SECONDS = 86_400.0


@dataclass(frozen=True)
class Backup:
    """One copy.

    Attributes:
        path: The file.
        number: Which it is: the larger, the newer.
        day: What the calendar said.
        whole: Whether it is the whole library, rather than notes and states.
        removed: The copies that went when it was made.
    """

    path: Path
    number: int
    day: datetime.date
    whole: bool
    removed: tuple[Path, ...] = field(default=(), compare=False)


class Backups:
    """The copies of one library, in the folder ``backups`` beside it."""

    def __init__(self, library: Path) -> None:
        self.library = library
        self.folder = library.parent / "backups"

    def all(self) -> list[Backup]:
        """What there is, the newest first."""
        try:
            found = [_backup(path) for path in self.folder.iterdir()]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise LibraryError(f"{self.folder} cannot be read: {error.strerror}.") from error
        return sorted((b for b in found if b is not None), key=lambda b: b.number, reverse=True)

    def due(self, today: datetime.date) -> bool:
        """Whether there is none of this day: also when the clock was put back to it."""
        return all(backup.day != today for backup in self.all())

    def make(
        self,
        today: datetime.date,
        *,
        whole: bool | None = None,
        stopped: Stopped = patient,
    ) -> Backup:
        """Copy the library and remove what is too old.

        Args:
            today: For the name.
            whole: The whole library, or notes and states; None: by its size.
            stopped: Asked now and then whether nobody waits for it any more.

        Raises:
            Cancelled: If nobody does.
            LibraryError: If the library is damaged, or the disk full; all copies stay then.
        """
        if whole is None:
            whole = _size(self.library) <= SMALL_BYTES
        number = max((backup.number for backup in self.all()), default=0) + 1
        name = f"{number:04}-{today.isoformat()}-{'library' if whole else 'notes'}.sqlite3"
        try:
            private_folder(self.folder)
        except OSError as error:
            raise LibraryError(f"{self.folder} cannot be made: {error.strerror}.") from error
        backup = Backup(self.folder / name, number, today, whole)
        (write_whole if whole else write_notes)(self.library, backup.path, stopped)
        return replace(backup, removed=tuple(self.thin_out()))

    def thin_out(self) -> list[Path]:
        """Remove what is beyond the seven days and the four weeks before them; what that was."""
        removed = []
        backups = self.all()
        kept = _kept(backups)
        if not any(_notes_in(backup.path) for backup in kept):
            # A library that lost everything must not push out the last copy of the notes.
            kept += [backup for backup in backups if _notes_in(backup.path)][:1]
        for backup in backups:
            if backup not in kept:
                with suppress(OSError):
                    backup.path.unlink()
                    removed.append(backup.path)
        for part in self.folder.glob(f".*{PART}*"):
            # What a process that was killed left; another one may be at work on its own.
            with suppress(OSError):
                if abs(time.time() - part.stat().st_mtime) > _PART_SECONDS:
                    part.unlink()
        return removed


def _backup(path: Path) -> Backup | None:
    match = _NAME.match(path.name)
    if match is None:
        return None
    try:
        day = datetime.date.fromisoformat(match[2])
    except ValueError:
        return None
    return Backup(path, int(match[1]), day, match[3] == "library")


def _kept(backups: Sequence[Backup]) -> list[Backup]:
    """The newest of the newest days, then the newest of each of the weeks before.

    Of the very newest day there are some more.
    """
    newest = backups[0].day if backups else None
    latest = [backup for backup in backups if backup.day == newest][:OF_A_DAY]
    days: dict[datetime.date, Backup] = {}
    weeks: dict[tuple[int, int], Backup] = {}
    for backup in backups:
        if backup.day in days or len(days) < DAYS:
            days.setdefault(backup.day, backup)
        else:
            weeks.setdefault(backup.day.isocalendar()[:2], backup)
    earlier = [backup for backup in days.values() if backup.day != newest]
    return [*latest, *earlier, *list(weeks.values())[:WEEKS]]


def _notes_in(path: Path) -> bool:
    try:
        with closing(connect_to_read(path)) as connection:
            row = connection.execute("SELECT EXISTS (SELECT 1 FROM note WHERE deleted IS NULL)")
            return bool(row.fetchone()[0])
    except sqlite3.Error:
        return False


def write_whole(library: Path, target: Path, stopped: Stopped = patient) -> None:
    """Copy a library, even while others write to it, without the room that deleted things left.

    Raises:
        Cancelled: If ``stopped`` says that nobody waits for it any more.
        LibraryError: If it cannot be read or the copy cannot be written; nothing is left then.
    """
    with _sentences(library, target), whole_file(target) as partial:
        with closing(connect_to_read(library)) as connection, stoppable(connection, stopped):
            connection.execute("VACUUM INTO ?", (str(partial),))
        _finish(partial, library, stopped)


def write_notes(library: Path, target: Path, stopped: Stopped = patient) -> None:
    """Copy notes in all their versions, tags and states, and the texts that bear a note.

    Raises:
        Cancelled: If ``stopped`` says that nobody waits for it any more.
        LibraryError: If it cannot be read or the copy cannot be written; nothing is left then.
    """
    with _sentences(library, target), whole_file(target) as partial:
        with closing(connect_to_read(library)) as source, closing(_writing(partial)) as copy:
            copy.execute("PRAGMA journal_mode = OFF")
            copy.execute("ATTACH ? AS library", (_address(library, "mode=ro"),))
            copy.execute("BEGIN")
            with stoppable(copy, stopped):
                _copy_tables(source, copy)
            copy.execute("COMMIT")
            copy.execute(f"PRAGMA application_id = {NOTES_ID}")
            copy.execute(f"PRAGMA user_version = {schema.version(source)}")
        _finish(partial, library, stopped)


def _copy_tables(source: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    for table in tables.holding(source):
        condition = _condition(source, table)
        if condition is None:
            continue
        copy.execute(tables.declaration(source, table))
        names = [name for name in tables.columns(source, table) if name not in _KEYS]
        listed = ", ".join(map(tables.quoted, names))
        name = tables.quoted(table)
        copy.execute(
            f"INSERT INTO main.{name} ({listed}) SELECT {listed} FROM library.{name}"
            f" WHERE {condition}"
        )


def _condition(source: sqlite3.Connection, table: str) -> str | None:
    """Which rows of a table belong into a copy of the notes; None: the table does not."""
    if table in ("article", "note"):
        return "1"
    if table == "text_version":
        return (
            "id IN (SELECT text_version FROM library.note UNION SELECT version"
            " FROM library.article WHERE id IN (SELECT article FROM library.note))"
        )
    return None if table in _LEFT_OUT or tables.hangs_on_text(source, table) else "1"


def _finish(partial: Path, library: Path, stopped: Stopped) -> None:
    """A file on its own, without a log beside it, and found to be whole."""
    with closing(_writing(partial)) as copy, stoppable(copy, stopped):
        copy.execute("PRAGMA journal_mode = DELETE")
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        heed(stopped)
        if found != "ok":
            raise LibraryError(
                f"{library} is damaged and was not copied; the earlier backups stay."
                " broadsheet check says what is wrong."
            )


def _writing(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(_address(path, "mode=rw"), uri=True, isolation_level=None)


def _address(path: Path, query: str) -> str:
    return f"file:{quote(os.fsencode(path))}?{query}"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise LibraryError(f"{path} cannot be read: {error.strerror}.") from error


@contextmanager
def _sentences(library: Path, target: Path) -> Iterator[None]:
    """Says what fails while ``library`` is copied to ``target``."""
    try:
        yield
    except sqlite3.Error as error:
        if disk_is_full(error, target):
            raise LibraryError(
                f"The disk is full: {target} was not written, and nothing else was changed."
            ) from error
        if (limit := size_limit(error)) is not None:
            raise LibraryError(
                f"{target} was not written:"
                f" no file may grow beyond {limit:,} bytes here (ulimit -f)."
            ) from error
        raise LibraryError(sentence(error, library)) from error
    except OSError as error:
        raise LibraryError(f"{target} cannot be written: {error.strerror}.") from error
