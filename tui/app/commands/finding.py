"""Finding: the filter of the list, words in the text, the order of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.geometry import Pane
from tui.app.shelf import SORTS

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


def find(page: FrontPage) -> None:
    """Filter the list when it has the focus, else find in the text."""
    page.finder.begin(in_text=page.focused_pane is not Pane.LIST)


def next_match(page: FrontPage) -> None:
    """The next match; with no search in the text, the next unread article."""
    page.finder.step(1)


def previous_match(page: FrontPage) -> None:
    """The previous match, or unread article."""
    page.finder.step(-1)


def sort(page: FrontPage) -> None:
    """The next order of the list."""
    names = list(SORTS)
    page.shelf.sort = names[(names.index(page.shelf.sort) + 1) % len(names)]
    page.reload_list()
    page.say(f"Sorted by {SORTS[page.shelf.sort]}.")
