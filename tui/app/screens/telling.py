"""What the overlays share whose rows a job makes, and whose cursor walks over them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.binding import BindingType
from textual.widget import Widget

from tui.app.screens.overlay import Overlay, command_key
from tui.app.tabs.rows import Tab, TabName, words
from tui.app.widgets.row_lines import RowLines

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

R = TypeVar("R")
_FURNITURE_ROWS = 5
"""Rows of the sheet and the screen that are none to choose from."""


class Telling(Overlay[R], Generic[R]):
    """A sheet of rows; Enter or a click takes the one under the cursor."""

    COLUMNS = 100
    TOP = 2
    JOB = ""
    """The group of the job that makes the rows."""
    BINDINGS: ClassVar[list[BindingType]] = [
        command_key("down", "move(1)"),
        command_key("up", "move(-1)"),
        command_key("page-down", "move(5)"),
        command_key("page-up", "move(-5)"),
        command_key("top", "move(-100000)"),
        command_key("bottom", "move(100000)"),
        command_key("open", "take"),
        command_key("back", "close"),
    ]

    def __init__(self, page: FrontPage) -> None:
        super().__init__(page)
        self.lines = RowLines()

    def content(self) -> Iterable[Widget]:
        """The rows."""
        yield self.lines

    def on_unmount(self) -> None:
        """Nobody waits for the job any more."""
        self.page.jobs.drop(self.JOB)

    def hint(self) -> None:
        """Say what the keys do, and where the cursor is."""
        raise NotImplementedError

    def action_take(self) -> None:
        """Go where the row leads."""
        raise NotImplementedError

    def fit(self) -> None:
        """As tall as its rows, as far as the window goes."""
        super().fit()
        room = self.app.size.height - self.top - _FURNITURE_ROWS
        self.lines.styles.height = max(1, min(self.lines.line_count(), room))

    def fill(self, tab: Tab, at: int | None = None) -> None:
        """Show rows, the cursor on the one of that number, by default where it stood."""
        if self.is_attached:
            self.lines.fill(tab, at)
            self.fit()
            self.hint()

    def fill_with(self, sentence: str) -> None:
        """Show a sentence in place of rows: that the job goes on, or why it could not be done."""
        self.fill(Tab(TabName.GIST, rows=(words(sentence),)))

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.status.say("")
        self.lines.move_to(self.lines.current + step)
        self.hint()

    def on_row_lines_chosen(self) -> None:
        """A click on a row."""
        self.action_take()
