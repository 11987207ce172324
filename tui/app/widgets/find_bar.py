"""The line to type in, in the place of the status line, whatever is typed for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label

from tui.app.paint import Line, cells, width
from tui.app.palette import Token
from tui.app.widgets.chrome import Drawn
from tui.app.widgets.query_aids import help_line
from tui.app.widgets.query_input import QueryInput


class Aim(Enum):
    """What is typed for."""

    LIST = auto()
    TEXT = auto()
    PANEL = auto()


_LABELS = {Aim.LIST: "filter", Aim.TEXT: "find", Aim.PANEL: "narrow"}
_AROUND_LABEL = 2


class Aside(Drawn):
    """Help at the right end of the row."""

    ground: Token = "raised"

    def __init__(self) -> None:
        super().__init__(id="query-aside")
        self._line: Line = []

    def show(self, offers: Sequence[str], problem: str, columns: int) -> None:
        """Show help in so many cells at most, and take no more than it needs."""
        self._line = help_line(self, offers, problem, max(0, columns - 1), key="tab")
        self.styles.width = width(self._line) + 1 if self._line else 0
        self.refresh()

    def line(self, y: int) -> Line:
        """The one row."""
        return self._line


class FindBar(Horizontal):
    """A label, an input, and what helps with it; hidden until it is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "give up")]

    class GivenUp(Message):
        """Escape: the search is not wanted."""

    def __init__(self) -> None:
        super().__init__(id="find-bar")
        self.aim = Aim.LIST
        self.field = QueryInput(id="find-input")
        self.aside = Aside()
        self.display = False

    def compose(self) -> ComposeResult:
        """The three."""
        yield Label("", id="find-label")
        yield self.field
        yield self.aside

    def on_mount(self) -> None:
        """A calm cursor."""
        self.field.cursor_blink = False

    def begin(self, aim: Aim, value: str) -> None:
        """Start with ``value``."""
        self.aim = aim
        self.query_one(Label).update(Content(_LABELS[aim]))
        self.show_help((), "")
        field = self.field
        with self.prevent(Input.Changed):
            field.value = value
        field.cursor_position = len(value)
        self.display = True
        field.focus()

    def show_help(self, offers: Sequence[str], problem: str) -> None:
        """What the word may become, or what is not understood.

        A third of the row is the line's, and less only for a sentence beside a shorter line.
        """
        self.field.offers = offers
        own = self.size.width // 3
        if problem:
            own = min(own, cells(_LABELS[self.aim]) + cells(self.field.value) + _AROUND_LABEL + 2)
        self.aside.show(offers, problem, self.size.width - own)

    def action_give_up(self) -> None:
        """Leave without a search."""
        self.post_message(self.GivenUp())
