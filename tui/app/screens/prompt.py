"""A sheet with one line to type in, for a name or for tags."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Input

from tui.app.offers import Help, Helps, help_along
from tui.app.screens.asking import QueryLine
from tui.app.screens.overlay import Overlay, SheetHead
from tui.app.widgets.query_aids import QueryAids
from tui.app.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


class Prompt(Overlay[str]):
    """Type, enter; what was typed is the answer.

    Args:
        page: The front page.
        label: What the sheet is called.
        about: A dim word at its right.
        verb: What Enter does.
        value: What stands in the line at first.
        helps: Offers for the line.
    """

    def __init__(
        self,
        page: FrontPage,
        label: str,
        about: str,
        verb: str,
        value: str = "",
        helps: Helps | None = None,
    ) -> None:
        super().__init__(page)
        self.head = SheetHead(label)
        self.aids = QueryAids()
        self._about, self._verb, self._value, self._helps = about, verb, value, helps

    def content(self) -> Iterable[Widget]:
        """The line and its help."""
        yield QueryLine(self.page.glyphs.cursor, self._value, ())
        yield self.aids

    def on_mount(self) -> None:
        """Begin to type."""
        super().on_mount()
        self.head.show(self._about)
        take = (("tab", "take the first"),) if self._helps else ()
        self.status.show((("enter", self._verb), *take, ("esc", "close")), "")
        self.query_one(QueryInput).focus()
        self._help()

    def _help(self) -> None:
        if self._helps is not None:
            field = self.query_one(QueryInput)
            help_along(self.page, field, self._helps, self._show_help)

    def _show_help(self, found: Help) -> None:
        self.aids.show(found.offers, found.problem)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Help along."""
        event.stop()
        self._help()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer; an empty line is no answer."""
        event.stop()
        self.dismiss(event.value.strip() or None)
