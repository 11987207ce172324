"""Keeping the library safe: backups, putting one back, checking, saving what is damaged.

None of this needs a library that can be opened, so it is apart from the desk.
"""

from __future__ import annotations

import datetime
import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.config import Folders, private_folder
from tui.library.backups import Backup, Backups, write_whole
from tui.library.checking import Report, check, page_damage
from tui.library.merging import Merged, take_back
from tui.library.recovery import HeaderGone, Saved, recover
from tui.library.restoring import holds_notes_alone, is_damaged, move_aside, put_in_place
from tui.library.waiting import Progress, Stopped, patient, unheard
from tui.library.whole import free_name
from tui.model import LibraryError

__all__ = ["Backup", "Copied", "Report", "Restored", "Safekeeping", "Saved"]

_WEEK = datetime.timedelta(7)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Copied:
    """Where a copy is, and which earlier ones went for it."""

    path: Path
    removed: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Restored:
    """What restoring a backup did.

    Attributes:
        aside: Where the library is now that was there; None if it stayed, or there was none.
        merged: What came back, of a copy of notes and states.
    """

    aside: Path | None
    merged: Merged | None


class Safekeeping:
    """What is done about the library's file.

    Attributes:
        library: The file.
    """

    def __init__(self, folders: Folders) -> None:
        self.library = folders.data / "library.sqlite3"
        self._backups = Backups(self.library)
        self._checked = folders.state / "checked"

    def backups(self) -> list[Backup]:
        """The copies in the folder of backups, the newest first."""
        return self._backups.all()

    def backup(
        self, to: Path | None = None, *, whole: bool | None = None, stopped: Stopped = patient
    ) -> Copied:
        """Copy the library.

        Args:
            to: A file that is not there yet; None is the folder of backups, which is thinned out.
            whole: The texts of all articles too; None leaves that, in the folder, to the size.
            stopped: Asked now and then whether nobody waits for it any more.

        Raises:
            Cancelled: If nobody does; nothing is left then.
            LibraryError: If there is no library, it is damaged, or the copy cannot be written.
        """
        if not self.library.is_file():
            raise LibraryError(f"There is no library at {self.library} yet.")
        if to is None:
            made = self._backups.make(_today(), whole=whole, stopped=stopped)
            return Copied(made.path, made.removed)
        if to.exists() or to.is_symlink():
            raise LibraryError(f"{to} is there already and was not overwritten.")
        if not to.parent.is_dir():
            raise LibraryError(f"There is no folder {to.parent}.")
        write_whole(self.library, to.absolute(), stopped)
        return Copied(to)

    def restore(
        self, backup: Path, progress: Progress = unheard, stopped: Stopped = patient
    ) -> Restored:
        """Put a whole copy in the library's place, or take notes and states back into it.

        Args:
            backup: The file.
            progress: Told what is being done.
            stopped: Asked now and then whether nobody waits for it any more.

        Raises:
            Cancelled: If nobody does; the library is as it was then.
            LibraryError: If the file is no good backup, or another process has the library open.
        """
        backup = backup.absolute()
        if backup == self.library:
            raise LibraryError(f"{backup} is the library itself.")
        progress("looking at the backup")
        if not holds_notes_alone(backup, stopped):
            progress("copying the backup")
            return Restored(put_in_place(self.library, backup, stopped), None)
        progress("looking at the library")
        aside = move_aside(self.library) if is_damaged(self.library, stopped) else None
        progress("taking notes and states back")
        # With the damaged one out of the way there is only forward.
        until = stopped if aside is None else patient
        return Restored(aside, take_back(self.library, backup, until))

    def check(self, progress: Progress = unheard, stopped: Stopped = patient) -> Report:
        """Look through the whole library; see :func:`tui.library.checking.check`."""
        return check(self.library, progress, stopped)

    def recover(
        self,
        damaged: Path | None = None,
        to: Path | None = None,
        progress: Progress = unheard,
        stopped: Stopped = patient,
    ) -> tuple[Path, list[Saved]]:
        """Save what can be read of a damaged file into a new one; which, and what.

        Args:
            damaged: The file; None is the library.
            to: The new file; None is one beside the damaged one.
            progress: Told which table is being read.
            stopped: Asked now and then whether nobody waits for it any more.

        Raises:
            Cancelled: If nobody does; nothing is left then.
            LibraryError: If nothing can be read; the backups there are are named then.
        """
        source = (damaged or self.library).absolute()
        wanted = source.with_name(f"{source.stem}.recovered{source.suffix or '.sqlite3'}")
        target = free_name(wanted) if to is None else to.absolute()
        if to is not None and (to.exists() or to.is_symlink()):
            raise LibraryError(f"{to} is there already and was not overwritten.")
        try:
            return target, recover(source, target, progress, stopped)
        except HeaderGone as error:
            raise LibraryError(f"{error} {self._what_there_is()}") from error

    def _what_there_is(self) -> str:
        backups = self.backups()
        if not backups:
            return f"There is none in {self._backups.folder}."
        names = ", ".join(str(backup.path) for backup in backups)
        return f"There are, the newest first: {names}; broadsheet restore FILE takes one."

    # What the app does by itself

    def keep_daily(self, stopped: Stopped) -> Path | None:
        """Make the backup of the day if there is none; where it is.

        Raises:
            Cancelled: If ``stopped`` says that nobody waits for it any more.
            LibraryError: If the library is damaged, or the copy cannot be written.
        """
        if not self.library.is_file() or not self._backups.due(_today()):
            return None
        return self._backups.make(_today(), stopped=stopped).path

    def check_weekly(self, stopped: Stopped) -> str | None:
        """Look at the pages of the file once a week; what is wrong in one sentence.

        Raises:
            Cancelled: If ``stopped`` says that nobody waits for it any more.
        """
        today = _today()
        if self._last_checked(today) or not self.library.is_file():
            return None
        problem = page_damage(self.library, stopped)
        if problem is None:
            try:
                private_folder(self._checked.parent)
                self._checked.write_text(f"{today.isoformat()}\n", "ascii")
            except OSError as error:
                _log.warning("%s: %s", self._checked, error)
        return problem

    def _last_checked(self, today: datetime.date) -> bool:
        """Whether it was done within a week, before or after today: the clock may have been set."""
        with suppress(OSError, ValueError):
            last = datetime.date.fromisoformat(self._checked.read_text("ascii").strip())
            return abs(today - last) < _WEEK
        return False


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
