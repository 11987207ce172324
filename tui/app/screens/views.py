"""The picker of views, with counts beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.screens.overlay import Choice, Picker
from tui.app.shelf import VIEWS

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


class ViewPicker(Picker):
    """Inbox, Unread, Starred, Archive, All, Notes."""

    LABEL = "VIEWS"
    COLUMNS = 44
    VERB = "show"

    def __init__(self, page: FrontPage) -> None:
        counts = page.shelf.counts
        choices = [Choice(view, name, f"{counts.get(view, 0):,}") for view, name in VIEWS.items()]
        super().__init__(page, choices, page.shelf.view)
