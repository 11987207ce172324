"""Notes as Markdown files in a folder of the reader's, written whenever a note is.

A file is written whole or not at all. One that somebody changed since we wrote it is never
touched: what we have to say is written beside it, until an import has taken the changes in. So it
is with a link in a file's place: what it leads to is not in the folder.
"""

from __future__ import annotations

import hashlib
import logging
import os
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock

from tui.config import private_folder
from tui.desk.places import exists
from tui.library import Library
from tui.library.filing import Filing
from tui.library.whole import sync, whole_file
from tui.model import LibraryError, SourceError
from tui.text.note_files import SUFFIX, NoteFile

_MARK = ".broadsheet"
"""What the name of a file has before its ending that stands beside one that somebody changed."""

_LARGEST = 16_000_000

_log = logging.getLogger(__name__)


class _ChangedError(Exception):
    """Somebody wrote the file while we were about to."""


class NoteFiles:
    """The files in one folder. May be used from any thread.

    What goes wrong is told, never raised: the notes themselves are in the library already.
    """

    def __init__(self, library: Library, folder: Path, tell: Callable[[str], None]) -> None:
        self._library = library
        self.folder = folder
        self._key = str(folder)
        self._tell = tell
        self._turn = RLock()

    def catch_up(self, among: Sequence[int] | None = None) -> int:
        """Write every file that is not what it should be; how many were written or removed.

        Args:
            among: Only those of these articles.
        """
        with self._turn:
            try:
                if not self._stale(among):
                    return 0
                with self._library.filings.turn():
                    private_folder(self.folder)
                    # Another program may have written some of them while we waited for our turn.
                    return sum(self._written(article) for article in self._stale(among))
            # The notes are in the library already: nothing here may look as if they were not.
            except Exception as error:
                self._failed(self.folder, error)
                return 0

    def _stale(self, among: Sequence[int] | None) -> list[int]:
        """The articles whose file is not what it should be, or, where all are meant, not there."""
        stale = list(self._library.filings.stale(self._key, among))
        if among is None:
            there = set(self.folder.iterdir()) if self.folder.is_dir() else set()
            names = self._library.filings.names(self._key)
            lost = {names[name] for name in names if self._path(name) not in there}
            # A deleted article's file may go.
            live = self._library.rows(sorted(lost.difference(stale)))
            stale += [article.id for article in live]
        return stale

    def accept(self, article: int, name: str, data: bytes) -> None:
        """What stands in a file was taken in: from now on it counts as written by us."""
        with self._turn:
            known = self._library.filings.filing(article, self._key)
            if known is None:
                if _MARK in name:
                    # It stands beside another one, which is the article's.
                    return
                known = Filing(name, "")
            if name == known.beside:
                filing = known._replace(stamp="", beside_hash=_digest(data))
            elif name == known.name:
                filing = known._replace(stamp="", hash=_digest(data))
            else:
                return
            self._library.filings.keep(article, self._key, filing)

    def tell_of_left(self, articles: Sequence[int]) -> None:
        """Say that the files of these articles, which were deleted, are there still.

        A file is no less the reader's than the library's: nothing that deletes an article takes
        what was written about it out of a folder of notes.
        """
        deleted = set(articles)
        names = [
            n for n, number in self._library.filings.names(self._key).items() if number in deleted
        ]
        left = [path for path in map(self._path, sorted(names)) if exists(str(path))]
        if len(left) == 1:
            about = f"the deleted article stay in {left[0]}"
        elif left:
            about = f"{len(left)} deleted articles stay as files in {self.folder}"
        if left:
            self._tell(f"The notes of {about}; an import of that folder brings both back.")

    def _written(self, article: int) -> bool:
        try:
            self._write(article)
        except Exception as error:
            self._failed(self.folder, error)
            return False
        return True

    def _failed(self, path: Path, error: Exception) -> None:
        _log.warning("notes in %s", path, exc_info=error)
        reason = error.strerror if isinstance(error, OSError) else str(error)
        self._tell(f"The notes are kept, but not as files: {path} cannot be written ({reason}).")

    def _write(self, article: int) -> None:
        filings = self._library.filings
        content, stamp = filings.contents(article)
        filing = filings.filing(article, self._key)
        if not content.notes:
            if filing is not None:
                self._remove(article, filing)
            return
        filing = filing or Filing(self._name(article, content), "")
        path = self._path(filing.name)
        there = _read(path)
        data = _text(content, there)
        free = there is None or there == data or _is_ours(there, filing.hash)
        if free and not path.is_symlink():
            filing = self._put(article, filing, path, data, there)
        else:
            filing = self._put_beside(article, filing, content)
        filings.keep(article, self._key, filing._replace(stamp=stamp))

    def _put(
        self, article: int, filing: Filing, path: Path, data: bytes, there: bytes | None
    ) -> Filing:
        """Write the file itself; what stood beside it meanwhile is of no use any more."""
        digest = _digest(data)
        if there != data:
            # Known before it is there: after a crash in between, the file is ours all the same.
            either = filing._replace(hash=f"{digest} {filing.hash}", stamp="")
            self._library.filings.keep(article, self._key, either)
            _replace(path, data, there)
        filing = filing._replace(hash=digest)
        if filing.beside is not None:
            beside = self._path(filing.beside)
            if _is_ours(_read(beside), filing.beside_hash):
                beside.unlink(missing_ok=True)
            filing = filing._replace(beside=None, beside_hash=None)
        return filing

    def _put_beside(self, article: int, filing: Filing, content: NoteFile) -> Filing:
        """Leave the changed file as it is and write ours beside it."""
        name = filing.beside or self._free(filing.name.removesuffix(SUFFIX))
        there = _read(self._path(name))
        theirs = there is not None and not _is_ours(there, filing.beside_hash)
        if theirs or self._path(name).is_symlink():
            # That one was changed as well.
            name = self._free(filing.name.removesuffix(SUFFIX))
            there = None
        path, data = self._path(name), _text(content, there)
        if name != filing.beside:
            self._tell(
                f"{self._path(filing.name)} was changed outside, so it stays as it is; the notes"
                f" are in {name} beside it. broadsheet notes --import {self.folder} takes the"
                " changes in."
            )
        filing = filing._replace(beside=name, beside_hash=_digest(data))
        if there != data:
            _replace(path, data, there)
        return filing

    def _remove(self, article: int, filing: Filing) -> None:
        """The last note is gone, and so are its files, unless somebody changed them."""
        for name, digest in ((filing.name, filing.hash), (filing.beside, filing.beside_hash)):
            path = None if name is None else self._path(name)
            if path and not path.is_symlink() and _is_ours(_read(path), digest):
                path.unlink(missing_ok=True)
        sync(self.folder)
        self._library.filings.keep(article, self._key, None)

    def _name(self, article: int, content: NoteFile) -> str:
        """A name that nothing in the folder has, however its case or its accents are written."""
        from tui.exporters.note_files import note_file_name

        taken = {_alike(path.name) for path in self.folder.iterdir()}
        taken |= {_alike(name) for name in self._library.filings.names(self._key)}
        ours = self._ours(content)
        return note_file_name(
            content.title, article, lambda name: name != ours and _alike(name) in taken
        )

    def _ours(self, content: NoteFile) -> str | None:
        """A file that has exactly what we would write: it is the same file."""
        from tui.exporters.note_files import note_file_name

        name = note_file_name(content.title, 0, lambda _: False)
        if name in self._library.filings.names(self._key):
            return None
        there = _read(self._path(name))
        return name if there is not None and there == _text(content, there) else None

    def _free(self, stem: str) -> str:
        name, number = f"{stem}{_MARK}{SUFFIX}", 1
        while os.path.lexists(self._path(name)):
            number += 1
            name = f"{stem}{_MARK}-{number}{SUFFIX}"
        return name

    def _path(self, name: str) -> Path:
        """The path of a file in the folder, and of nothing outside of it."""
        if not name or Path(name).name != name:
            raise LibraryError(f"{name!r} is no name of a file of notes")
        return self.folder / name


def _text(content: NoteFile, there: bytes | None) -> bytes:
    """The file's bytes; lines that others put into the head of what is there are kept."""
    from tui.exporters.note_files import note_file_text

    foreign = content.foreign
    if there is not None:
        from tui.importers.note_files import read_note_file

        foreign = ()
        # One whose encoding is not known has no lines that could be kept as they are.
        with suppress(SourceError):
            known = read_note_file(there)
            foreign = known.foreign if known is not None else ()
    return note_file_text(replace(content, foreign=foreign)).encode("utf-8", "replace")


def _read(path: Path) -> bytes | None:
    """What stands in a file; None where there is none.

    Raises:
        OSError: If there is something else by that name, or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        return None


def _replace(path: Path, data: bytes, expected: bytes | None) -> None:
    """Put ``data`` in the place of what was read there a moment ago.

    Raises:
        _ChangedError: If something else stands there now.
    """
    with whole_file(path) as partial:
        partial.write_bytes(data)
        if expected is not None:
            partial.chmod(path.stat().st_mode & 0o777)
        if _read(path) != expected:
            raise _ChangedError(f"{path.name} was written by somebody else just now")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _is_ours(data: bytes | None, digests: str | None) -> bool:
    """Whether these are bytes that we wrote; two digests where one was just being written."""
    return data is not None and _digest(data) in (digests or "").split()


def _alike(name: str) -> str:
    return unicodedata.normalize("NFD", name).casefold()
