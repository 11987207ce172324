"""The editor for a note, laid over the raised ground that the Notes tab leaves for it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import TextArea

from tui.text.cleaning import clean

_LEAST, _MOST = 3, 14


class NoteEditor(TextArea):
    """Keeps what is typed: says so after half a second of rest, on blur and at the end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "keep and close"),
    ]

    class Rested(Message):
        """The typing has paused; now is the time to save."""

    class Typed(Message):
        """There is another text than a moment ago."""

    class Grown(Message):
        """The text takes another number of lines."""

    class Closed(Message):
        """The reader is done with the note."""

    def __init__(self) -> None:
        super().__init__(
            id="note-editor", soft_wrap=True, show_line_numbers=False, tab_behavior="focus"
        )
        self.cursor_blink = False
        self.highlight_cursor_line = False
        self.display = False
        self._lines = _LEAST
        self._timer_running = 0

    @property
    def lines(self) -> int:
        """How many lines the editor wants: the text's, within limits, and one to go on."""
        return max(_LEAST, min(_MOST, self.wrapped_document.height + 1))

    def begin(self, text: str) -> None:
        """Start with ``text``, the cursor at its end."""
        self.load_text(clean(text))
        self.move_cursor(self.document.end)
        self._lines = self.lines
        self.display = True
        # At once: the next key may be in the queue already, and it belongs to the note.
        self.screen.set_focus(self, scroll_visible=False)

    def renew(self, text: str) -> None:
        """Show ``text`` instead, with the cursor as far down, or still at the end."""
        at, at_end = self.cursor_location, self.cursor_location == self.document.end
        self.load_text(clean(text))
        self.move_cursor(self.document.end if at_end else min(at, self.document.end))

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Stand at these cells of the pane."""
        self.styles.offset = Offset(x, y)
        self.styles.width = width
        self.styles.height = height

    def on_text_area_changed(self) -> None:
        """Ask to be saved half a second after the last key."""
        self.post_message(self.Typed())
        self._timer_running += 1
        self.set_timer(0.5, self._rested)
        if self.lines != self._lines:
            self._lines = self.lines
            self.post_message(self.Grown())

    def _rested(self) -> None:
        self._timer_running -= 1
        if self._timer_running == 0 and self.display:
            self.post_message(self.Rested())

    def action_close(self) -> None:
        """Leave the note; it is kept."""
        self.post_message(self.Closed())

    def on_blur(self, event: events.Blur) -> None:
        """Save when the focus goes elsewhere."""
        if self.display:
            self.post_message(self.Rested())
