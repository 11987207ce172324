"""Highlights and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def all_notes(page: FrontPage) -> None:
    """Every note of the library."""
    from tui.app.screens.notes import NotesScreen

    def chosen(note: Note | None) -> None:
        if note is not None:
            page.finder.go_to_note(note)

    page.app.push_screen(NotesScreen(page), chosen)
