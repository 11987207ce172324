"""The folders that have notes as files: the one that the reader chose, and others asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui.desk.places import expanded
from tui.library import Library

if TYPE_CHECKING:
    from tui.desk.note_files import NoteFiles
    from tui.desk.note_import import Decide, NoteReport

# What writes and reads the files is imported by the methods that want it: many readers want none.


class NoteFolders:
    """Has notes written into folders and taken in from them. May be used from any thread.

    Args:
        library: Gives the library, opened by then.
        chosen: Gives the folder that the reader's settings name; empty: none.
    """

    def __init__(self, library: Callable[[], Library], chosen: Callable[[], str]) -> None:
        self._library = library
        self._chosen = chosen
        self._turn = Lock()
        self._known: dict[Path, NoteFiles] = {}
        self._notices: dict[str, bool] = {}

    def follow(self, among: Sequence[int] | None = None) -> None:
        """Write the files of those articles, or of all, if the reader wants files at all."""
        if self._chosen() and not self._library().read_only:
            self.files(self._chosen()).catch_up(among)

    def follow_deleted(self, articles: Sequence[int]) -> None:
        """Have it told which files of deleted articles stay."""
        if self._chosen():
            self.files(self._chosen()).tell_of_left(articles)

    def write(self, folder: str) -> int:
        """Write the notes of every article into a folder; how many files were written."""
        return self.files(folder).catch_up()

    def take_in(self, folder: str, decide: Decide | None = None) -> NoteReport:
        """Take in the notes of a folder's files, and what was changed in them.

        Raises:
            SourceError: If there is no such folder.
            LibraryError: If the library cannot be written.
        """
        from tui.desk.note_import import import_notes, keep_both

        files = self.files(folder)

        def taken(article: int, path: Path, data: bytes) -> None:
            if path.parent == files.folder:
                files.accept(article, path.name, data)

        report = import_notes(self._library(), files.folder, decide or keep_both, taken)
        self.follow()
        return report

    def notices(self) -> list[str]:
        """What the reader should be told of files, a sentence each; each is told once."""
        with self._turn:
            fresh = [sentence for sentence, told in self._notices.items() if not told]
            self._notices.update(dict.fromkeys(fresh, True))
        return fresh

    def files(self, folder: str) -> NoteFiles:
        """The files in a folder, which need not be there yet."""
        from tui.desk.note_files import NoteFiles

        where = Path(os.path.abspath(expanded(folder)))  # noqa: PTH100  # links stay links
        library = self._library()
        with self._turn:
            known = self._known.get(where)
            if known is None:
                known = self._known[where] = NoteFiles(library, where, self._tell)
            return known

    def _tell(self, sentence: str) -> None:
        with self._turn:
            self._notices.setdefault(sentence, False)
