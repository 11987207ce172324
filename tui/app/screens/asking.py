"""What the overlays share in which a query is typed: the line, its help, and rows it finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from tui.app.jobs import Stopped
from tui.app.offers import Help, help_along, help_with_query
from tui.app.screens.overlay import Overlay, TypeLine
from tui.app.tabs.rows import Tab
from tui.app.widgets.query_aids import QueryAids
from tui.app.widgets.query_input import QueryInput
from tui.app.widgets.row_lines import RowLines

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

R = TypeVar("R")
_HIGH = 20
FURNITURE_ROWS = 6
"""Rows of the sheet and the screen that are neither help nor rows to choose from."""


class QueryLine(TypeLine):
    """A cursor mark, the query, and what stands beside it."""

    def __init__(self, mark: str, query: str, beside: Sequence[Widget]) -> None:
        super().__init__(mark)
        self._query, self._beside = query, beside

    def compose(self) -> ComposeResult:
        """The three."""
        yield from super().compose()
        yield from self._beside

    def field(self) -> Input:
        """The input, at the end of the query that is there."""
        field = QueryInput(id="type-input")
        with field.prevent(Input.Changed):
            field.value = self._query
        field.cursor_position = len(self._query)
        return field


class Asking(Overlay[R], Generic[R]):
    """A sheet with a query and the rows that it finds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "next", priority=True),
        Binding("up,ctrl+p", "move(-1)", "previous", priority=True),
        Binding("pagedown", "move(8)", "further", priority=True),
        Binding("pageup", "move(-8)", "back", priority=True),
    ]

    HELP_ROWS = 2
    """The hairline and the help; with a third a blank under the help, in windows that are high."""

    def __init__(self, page: FrontPage, query: str = "") -> None:
        super().__init__(page)
        self.rows = RowLines()
        self.aids = QueryAids()
        self._query = query

    def content(self) -> Iterable[Widget]:
        """Line to type in, help, rows."""
        yield QueryLine(self.page.glyphs.cursor, self._query, self.beside())
        yield self.aids
        yield self.rows

    def beside(self) -> Sequence[Widget]:
        """What stands beside the query."""
        return ()

    def on_mount(self) -> None:
        """Ask what was asked last."""
        super().on_mount()
        self.field.focus()
        self._have_help()
        self.ask()

    def on_unmount(self) -> None:
        """Nobody waits for an answer any more."""
        for group in ("asked", "help"):
            self.page.jobs.drop(group)

    @property
    def field(self) -> QueryInput:
        """The input."""
        return self.query_one(QueryInput)

    @property
    def asked(self) -> str:
        """The query as it stands in the line."""
        return self.field.value.strip()

    def ask(self) -> None:
        """Have the rows for the query found."""
        raise NotImplementedError

    def take(self) -> None:
        """Do what Enter does on the current row."""
        raise NotImplementedError

    def hint(self) -> None:
        """Say what the keys do, and where the cursor is."""
        raise NotImplementedError

    def show_rows(self, tab: Tab, at: int | None = None) -> None:
        """Show rows, the sheet as tall as they are."""
        self.rows.fill(tab, at)
        self.fit()
        self.hint()

    def fit(self) -> None:
        """As tall as its rows, as far as the window goes."""
        super().fit()
        height = self.app.size.height
        help_rows = self.HELP_ROWS if height >= _HIGH else 2
        self.aids.styles.height = help_rows
        room = height - self.top - FURNITURE_ROWS - help_rows
        self.rows.styles.height = max(1, min(self.rows.line_count(), room))

    def helps(self, query: str, before: str, stopped: Stopped) -> Help:
        """Help with the query; called by a worker."""
        return help_with_query(self.page.desk, query, before, stopped)

    def _have_help(self) -> None:
        help_along(self.page, self.field, self.helps, self._show_help)

    def _show_help(self, found: Help) -> None:
        self.aids.show(found.offers, found.problem)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask anew with every character."""
        event.stop()
        self._have_help()
        self.ask()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the current row."""
        event.stop()
        self.take()

    def on_row_lines_chosen(self) -> None:
        """Take the row clicked on."""
        self.take()

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.rows.move_to(self.rows.current + step)
        self.hint()
