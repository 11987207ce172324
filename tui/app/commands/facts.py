"""The panel: which tab is open, and whether it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.tabs.rows import TabName

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


def gist_tab(page: FrontPage) -> None:
    """The chosen sentences."""
    page.study.open_tab(TabName.GIST)


def quotes_tab(page: FrontPage) -> None:
    """The quotations, lit in the text."""
    page.study.open_tab(TabName.QUOTES)


def numbers_tab(page: FrontPage) -> None:
    """The figures, lit in the text."""
    page.study.open_tab(TabName.NUMBERS)


def notes_tab(page: FrontPage) -> None:
    """The reader's own notes."""
    page.study.open_tab(TabName.NOTES)


def rules(page: FrontPage) -> None:
    """Show on the current row what rule found it, or show it no longer."""
    page.panel.rules = not page.panel.rules
    page.panel.redraw()
    said = "The current row says what rule found it." if page.panel.rules else "Rules hidden."
    page.say(said)


def toggle_panel(page: FrontPage) -> None:
    """Show or hide the panel."""
    page.panes.toggle_panel()
