"""What is written while the library is at fault: it waits in a file, with what its article is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.desk.opened import Opened
from tui.desk.unsaved import Unsaved, Waits
from tui.library import Library
from tui.library.faults import StorageFault
from tui.library.identity import text_hash
from tui.model import Anchor, BroadsheetError, LibraryError, Note
from tui.text.note_files import NoteFile

if TYPE_CHECKING:
    from tui.text.reading import Reading


class Keeping:
    """Sees to it that nothing written is lost.

    Args:
        unsaved: Where files wait.
        library: Gives the library, if it can be opened.
        reading: Gives an article's reading, if it is in memory.
    """

    def __init__(
        self,
        unsaved: Unsaved,
        library: Callable[[], Library],
        reading: Callable[[int], Reading | None],
    ) -> None:
        self._unsaved = unsaved
        self._library = library
        self._reading = reading

    @contextmanager
    def note(self, before: Note, text: str) -> Iterator[None]:
        """What cannot be saved is written to a file; once just that is saved, the file goes.

        Raises:
            Waits: If the library is at fault.
        """
        try:
            yield
        except Waits:
            raise
        except StorageFault as fault:
            raise self._put_by(fault, before, text, self.known_by(before.article)) from fault
        self._unsaved.drop(before, text)

    @contextmanager
    def on(
        self,
        text: str,
        words: str,
        article: int | None,
        look: Callable[[], Opened],
    ) -> Iterator[None]:
        """What is written on an article waits in a file also if there is no asking for it.

        Args:
            text: What is written; empty: nothing waits.
            words: Of the article, that it is on; empty: on the whole.
            article: Its number, if that is what it was called.
            look: Reads it from where it lies, if it was called by that.

        Raises:
            Waits: If the library is at fault.
        """
        try:
            yield
        except Waits:
            raise
        except StorageFault as fault:
            place = Anchor(words, "", "", 0, len(words)) if words else None
            about = _known_by(look) if article is None else self.known_by(article)
            note = Note(0, article or 0, "", "", "", place)
            raise self._put_by(fault, note, text, about) from fault

    def _put_by(
        self, fault: StorageFault, note: Note, text: str, about: NoteFile | None
    ) -> StorageFault:
        """Write a file; the fault, which names it then."""
        path = self._unsaved.keep(note, text, about) if text.strip() else None
        return fault if path is None else Waits(fault, path)

    def known_by(self, article: int) -> NoteFile | None:
        """What an article is known by in whatever library; None where that cannot be read."""
        with suppress(LibraryError):
            return replace(self._library().filings.contents(article)[0], notes=(), tags=())
        return self.known_without_asking(article)

    def known_without_asking(self, article: int) -> NoteFile | None:
        """What an article is known by that was read a while ago."""
        reading = self._reading(article)
        if reading is None:
            return None
        return NoteFile(reading.title, language=reading.language, hash=text_hash(reading.text))


def _known_by(look: Callable[[], Opened]) -> NoteFile | None:
    """What an article is known by that is not in the library."""
    try:
        opened = look()
    except BroadsheetError:
        return None
    about = opened.article
    return NoteFile(
        title=about.title,
        byline=about.byline,
        site=about.site,
        url=about.url,
        published=about.published,
        language=about.language,
        hash=text_hash(opened.reading.text),
    )
