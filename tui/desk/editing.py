"""What becomes of a note that somebody else writes as well while it is being written."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.desk.unsaved import Waits
from tui.library.faults import StorageFault
from tui.model import Note, Span
from tui.text.note_files import NoteFile, same_text

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class _Waiting(NamedTuple):
    """The file that a note waits in, the note before, and the words in the file."""

    path: Path
    note: Note
    text: str


class Writing:
    """A note while it is typed. It writes over nothing that it did not begin with.

    Its methods that write are called one after another.

    Attributes:
        note: As the library has it; its number is 0 as long as it is not there.
    """

    def __init__(self, desk: Desk, note: Note) -> None:
        self._desk = desk
        self._newest: str | None = None
        self._waiting: _Waiting | None = None
        self._about: NoteFile | None = None
        self.note = note

    def begin(self) -> Note:
        """Have the place highlighted in the library, if it is not yet."""
        place = self.note.anchor
        if not self.note.id and place is not None:
            span = Span(place.start, place.end)
            self.note = self._desk.highlight(self.note.article, span)
        return self.note

    def keep(self, text: str) -> str | None:
        """Save what is typed so far; a sentence where somebody else wrote the note meanwhile.

        That stays then, and this is another note on the same place from now on.

        Raises:
            LibraryError: If it could not be saved; it waits in a file then.
        """
        try:
            self._see_what_was_saved()
            before = self.begin()
            self.note = self._desk.keep_note(before, text)
        except Exception as error:
            # Here, for nobody may be left to hear of it.
            self._about = self._desk.keeper.known_by(self.note.article)
            path = error.path if isinstance(error, Waits) else None
            path = self._write_down(text if self._newest is None else self._newest, path)
            if path is None or not text or not isinstance(error, StorageFault):
                raise
            raise error if isinstance(error, Waits) else Waits(error, path) from error
        if self._newest in (None, text):
            self._let_go()
        return _said(self._desk, before, self.note, text)

    def _see_what_was_saved(self) -> None:
        """Go on with the note that another process made of the file, if one did.

        Its file is gone then, and the library has its words on the same place.
        """
        waiting = self._waiting
        if waiting is None or waiting.path.exists():
            return
        self._waiting = None
        for note in self._desk.notes(waiting.note.article):
            same = waiting.note.id in (0, note.id) and _place(note) == _place(waiting.note)
            if same and note.text == waiting.text:
                self.note = note
                return

    def put_by(self, text: str) -> bool:
        """Write the last of what was typed into a file, from which the next start saves it.

        It stays there until just that is kept. May be called from any thread. Whether the disk
        took it.
        """
        self._newest = text
        if self._about is None:
            self._about = self._desk.keeper.known_without_asking(self.note.article)
        return self._write_down(text) is not None

    def give_up(self) -> None:
        """Be rid of it: of its file, and of the note if there is one already.

        Raises:
            LibraryError: If the note could not be deleted.
        """
        self._let_go()
        if self.note.id:
            self._desk.delete_note(self.note.id)

    def _write_down(self, text: str, into: Path | None = None) -> Path | None:
        """Write ``text`` into the file of this note, or ``into`` the one that it has got now."""
        waiting = self._waiting
        if into is None and waiting is not None and waiting.note.id == self.note.id:
            into = waiting.path
        path = self._desk.unsaved.keep(self.note, text, self._about, into)
        if path is None:
            return None
        self._waiting = _Waiting(path, self.note, text)
        if waiting is not None and waiting.path != path:
            with suppress(OSError):
                waiting.path.unlink()
        return path

    def _let_go(self) -> None:
        """The library has what the file has, or nobody wants it any more."""
        if self._waiting is not None:
            with suppress(OSError):
                self._waiting.path.unlink()
        self._waiting = None

    def meanwhile(self, note: Note) -> bool:
        """Take over how the note stands in the library now; whether it says something else."""
        news = not same_text(note.text, self.note.text)
        self.note = note
        return news


def _place(note: Note) -> tuple[str, int] | None:
    return None if note.anchor is None else (note.anchor.exact, note.anchor.start)


def keep_edited(desk: Desk, article_id: int, before: Note | None, after: str) -> str | None:
    """Keep a note as an editor left it; a sentence where it was deleted or changed meanwhile.

    What was written elsewhere in the meantime, on the screen or by a command, is not written
    over: the editor's text becomes a note of its own then.

    Args:
        desk: The reader's.
        article_id: The article that the note is about.
        before: The note that the editor was given; None for a new one.
        after: What came back; empty for a note to be deleted.

    Raises:
        LibraryError: If it could not be saved.
    """
    if before is None:
        if after.strip():
            desk.note(article_id, after)
        return None
    if same_text(before.text, after):
        return None
    if after.strip():
        return _said(desk, before, desk.keep_note(before, after), after)
    here = next((note for note in desk.notes(article_id) if note.id == before.id), None)
    if here is None:
        return None
    if not same_text(here.text, before.text):
        return "The note was changed meanwhile, so it stays as it is now."
    desk.delete_note(here.id)
    return "The note was emptied, so it is deleted. {undo} brings it back."


def _said(desk: Desk, before: Note, kept: Note, text: str) -> str | None:
    """A sentence where keeping ``text`` met another note than that of the beginning."""
    apart = before.id != 0 and kept.id != before.id
    if not apart and same_text(kept.text, text):
        return None
    what = "changed" if desk.note_rows([before.id]) else "deleted"
    if apart:
        return f"The note was {what} meanwhile: what you wrote is kept as a note of its own."
    return f"The note was {what} meanwhile, so it stays as it is now."
