"""Highlights and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.geometry import Pane
from tui.model import Note

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


def highlight(page: FrontPage) -> None:
    """Highlight the sentence or the selection; on a highlight, take it off."""
    page.notebook.highlight()


def note(page: FrontPage) -> None:
    """Write a note on the sentence or the selection; on a noted one, edit it."""
    page.notebook.note()


def another_note(page: FrontPage) -> None:
    """Write one more note on what is noted already."""
    page.notebook.another()


def article_note(page: FrontPage) -> None:
    """The article's own note, in the reader's editor."""
    page.own_editor.write()


def row_note(page: FrontPage) -> Note | None:
    """The note of the panel's current row, where the panel has the focus."""
    row = page.panel.row if page.focused_pane is Pane.PANEL else None
    return row.note if row is not None else None


def delete(page: FrontPage) -> None:
    """Delete the note of the panel's row, or the one under the sentence cursor."""
    span = page.study.lectern.cursor_span
    note = row_note(page) or (page.study.lectern.marks.note_about(span) if span else None)
    if note is None:
        page.say("No note is under the cursor.")
    elif note.id <= 0:
        page.say("This note is not kept yet.")
    else:
        _delete(page, note)


def _delete(page: FrontPage, note: Note) -> None:
    what = "Note" if note.text else "Highlight"

    def told(_: None) -> None:
        lectern = page.study.lectern
        lectern.without_note(note.id)
        page.study.light()
        page.study.show_tab(keep_place=True)
        page.say(page.keyed(f"{what} deleted. {{undo}} brings it back."))

    page.change(lambda: page.desk.delete_note(note.id), told, keep=True)


def all_notes(page: FrontPage) -> None:
    """Every note of the library."""
    from tui.app.screens.notes import NotesScreen

    def chosen(note: Note | None) -> None:
        if note is not None:
            page.finder.go_to_note(note)

    page.app.push_screen(NotesScreen(page), chosen)
