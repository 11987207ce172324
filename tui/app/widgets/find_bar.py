"""The line to type in, in the place of the status line: filter the list, find in the text."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label


class FindBar(Horizontal):
    """A label and an input; hidden until it is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "give up")]

    class GivenUp(Message):
        """Escape: the search is not wanted."""

    def __init__(self) -> None:
        super().__init__(id="find-bar")
        self.in_text = False
        self.display = False

    def compose(self) -> ComposeResult:
        """The two."""
        yield Label("", id="find-label")
        yield Input(id="find-input", compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """A calm cursor."""
        self.query_one(Input).cursor_blink = False

    def begin(self, label: str, value: str, *, in_text: bool) -> None:
        """Start with ``value``."""
        self.in_text = in_text
        self.query_one(Label).update(Content(label))
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = value
        field.cursor_position = len(value)
        self.display = True
        field.focus()

    def action_give_up(self) -> None:
        """Leave without a search."""
        self.post_message(self.GivenUp())
