"""The article's own note in a file, for as long as the reader's own editor has it.

Beside the file stands what the note said when the file was made. So a file that is left behind,
because the program or the editor was killed, is never taken for newer than the note.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from tui.config import private_folder
from tui.desk.editing import keep_edited
from tui.library.whole import whole_file
from tui.model import Note
from tui.text.note_files import same_text

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class _Base(NamedTuple):
    """What a file was made from: the number of the note, 0 for none yet, and its words."""

    note: int
    text: str


class EditorFile:
    """A file with the own note of an article, and what becomes of it.

    Attributes:
        article: The article's number.
        path: The file that the editor is given.
    """

    def __init__(self, desk: Desk, article_id: int) -> None:
        folder = desk.folders.state / "drafts"
        self.article = article_id
        self.path = folder / f"{article_id}.md"
        self._base_path = folder / f"{article_id}.json"
        self._desk = desk
        self._before: Note | None = None
        self._goes_on = False

    def lay_out(self) -> str | None:
        """Write the note into the file, or go on with what was left there.

        Where the note says something else than when that was begun, what was left becomes a note
        of its own, and the sentence that is returned says so.

        Raises:
            LibraryError: If what was left could not be kept; it stays where it is.
            OSError: If the file could not be written.
        """
        notes = [note for note in self._desk.notes(self.article) if note.anchor is None]
        self._before = next(iter(notes), None)
        left, said = self._left(), None
        if left is not None and not any(same_text(note.text, left) for note in notes):
            if self._resume(notes):
                return None
            self._desk.note(self.article, left)
            said = "What an editor left behind last time is a note of its own now."
        self._write(self._before)
        return said

    def take_in(self) -> str | None:
        """Keep what the editor made of the note; a sentence where there is something to say.

        Raises:
            LibraryError: If it could not be kept; the file stays then.
            OSError: If the file could not be read.
        """
        after = self._read()
        said = keep_edited(self._desk, self.article, self._before, after)
        self._remove()
        if said is None and self._goes_on and self._before is not None:
            return "The note begins with what was left last time; {undo} brings back what it was."
        return said

    def put_down(self) -> bool:
        """Change nothing; whether the file holds words that the next editor will be given."""
        if self._left() is not None:
            return True
        self._remove()
        return False

    def _resume(self, notes: list[Note]) -> bool:
        """Go on with what was left, if its note is still as it was when that was begun."""
        base = self._base()
        if base is None:
            return False
        if base.note:
            before = next((note for note in notes if note.id == base.note), None)
            self._goes_on = before is not None and same_text(before.text, base.text)
            self._before = before if self._goes_on else self._before
        else:
            self._goes_on = not notes
        return self._goes_on

    def _left(self) -> str | None:
        """The words in the file, if there are any besides those that it was made with."""
        try:
            text = self._read()
        except OSError:
            return None
        base = self._base()
        unchanged = base is not None and same_text(text, base.text)
        return None if unchanged or not text.strip() else text

    def _read(self) -> str:
        return self.path.read_text("utf-8", errors="replace").rstrip("\n")

    def _base(self) -> _Base | None:
        with suppress(OSError, ValueError, KeyError, TypeError):
            value = json.loads(self._base_path.read_text("ascii"))
            return _Base(int(value["note"]), str(value["text"]))
        return None

    def _write(self, note: Note | None) -> None:
        """Write down what the file is made from, and then the file."""
        base = _Base(note.id, note.text) if note is not None else _Base(0, "")
        self.path.unlink(missing_ok=True)
        private_folder(self.path.parent)
        with whole_file(self._base_path) as partial:
            partial.write_text(json.dumps(base._asdict()), "ascii")
        with whole_file(self.path) as partial:
            partial.write_text(base.text, "utf-8", newline="")

    def _remove(self) -> None:
        self.path.unlink(missing_ok=True)
        self._base_path.unlink(missing_ok=True)
