"""The right pane: the rows of one tab, each a link to its place in the text."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.app.paint import Line, strip
from tui.app.palette import Token
from tui.app.tabs.rows import Pen, Row, Tab, TabName
from tui.app.widgets.lines import LineView
from tui.model import Span

_AT_ONCE = 200


class Panel(LineView):
    """Shows a :class:`Tab`; the cursor stands on rows that lead somewhere."""

    class Moved(Message):
        """The cursor stands on another row."""

    class Chosen(Message):
        """Enter, or a click on the current row."""

    class Scrolled(Message):
        """The rows have moved in the window; what is laid over them must move too."""

    def __init__(self) -> None:
        super().__init__(id="panel")
        self.tab = Tab(TabName.GIST)
        self.cursor: int | None = None
        self.thing: int | None = None
        """Index of the lit thing that is current in the text."""
        self._lines: list[tuple[Line, int]] = []
        self._starts: list[int] = []
        self._head = 0
        self._places: dict[Span, int] = {}

    # Content

    def show(self, tab: Tab, cursor: int | None = None, *, keep_place: bool = False) -> None:
        """Show ``tab`` with the cursor on row ``cursor``, or on none."""
        self.tab = tab
        self.cursor = cursor if cursor is not None and cursor < len(tab.rows) else None
        self._places = {span: i for i, r in reversed(list(enumerate(tab.rows))) for span in r.spans}
        self._lay_out()
        if not keep_place:
            self.show_from(0)
        self.reveal()

    def redraw(self) -> None:
        """Lay the rows out anew too: the width may have changed."""
        self._lay_out()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.tab.rows[self.cursor] if self.cursor is not None else None

    def line_count(self) -> int:
        """Lines above the rows and of the rows that are laid out."""
        return len(self._lines)

    def start_of(self, row: int) -> int:
        """The first line of a row; one past the last line for the end of the rows."""
        self._lay_rows(row + 1)
        return self._starts[row] if row < len(self._starts) else len(self._lines)

    def _pen(self, current: bool) -> Pen:
        on: Token = "select" if current else "ground"
        return Pen(self.palette, self.glyphs, max(10, self.size.width - 2), on)

    # Laying out: the first rows at once, the others when they are about to be seen, since the
    # facts of a book are ten thousand rows and a key must not wait for them.

    def _lay_out(self) -> None:
        self._lines = [(line, -1) for line in self.tab.head(self._pen(False), self.thing)]
        self._head = len(self._lines)
        self._starts = []
        self._lay_rows(max(_AT_ONCE, (self.cursor or 0) + _AT_ONCE))
        super().redraw()

    def _lay_rows(self, count: int) -> None:
        """Lay out rows until ``count`` of them have their lines."""
        for index in range(len(self._starts), min(count, len(self.tab.rows))):
            self._starts.append(len(self._lines))
            self._lines.extend((line, index) for line in self._row_lines(index))

    def _lay_more(self) -> None:
        """Lay out more rows once the end of those that are comes into view."""
        if len(self._starts) < len(self.tab.rows) and self.top + 2 * self.rows > len(self._lines):
            self._lay_rows(len(self._starts) + _AT_ONCE)
            self.virtual_size = Size(self.size.width, self.line_count())

    def _row_lines(self, index: int) -> list[Line]:
        current = index == self.cursor
        return self.tab.rows[index].draw(self._pen(current), current)

    def _lay_again(self, index: int) -> None:
        """Lay one row out anew; the rows below it move up or down."""
        start = self._starts[index]
        stop = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._lines)
        lines = self._row_lines(index)
        self._lines[start:stop] = [(line, index) for line in lines]
        shift = len(lines) - (stop - start)
        if shift:
            self._starts[index + 1 :] = [at + shift for at in self._starts[index + 1 :]]

    # The cursor

    def move(self, step: int) -> None:
        """Put the cursor ``step`` rows on, over rows it can stand on."""
        stops = [i for i, row in enumerate(self.tab.rows) if row.selectable]
        if not stops:
            return
        if self.cursor is None:
            here = -1 if step > 0 else len(stops)
        else:
            cursor = self.cursor
            here = min(range(len(stops)), key=lambda i: abs(stops[i] - cursor))
        target = stops[max(0, min(len(stops) - 1, here + step))]
        self.put(target)
        self.post_message(self.Moved())

    def put(self, row: int | None) -> None:
        """Put the cursor on ``row`` without telling anybody."""
        before, self.cursor = self.cursor, row
        for index in {before, row}:
            if index is not None:
                self._lay_rows(index + 1)
                self._lay_again(index)
        super().redraw()
        self.reveal()

    def mark(self, thing: int | None) -> None:
        """Show which of the lit things is the current one in the text."""
        self.thing = thing
        head = self.tab.head(self._pen(False), thing)
        self._lines[: self._head] = [(line, -1) for line in head]
        super().redraw()

    def row_at(self, start: int, end: int) -> int | None:
        """The row that leads to a place, the most exact one first."""
        exact = self._places.get(Span(start, end))
        if exact is not None:
            return exact
        around = (row for span, row in self._places.items() if span.start <= start < span.end)
        return next(around, None)

    def reveal(self) -> None:
        """Scroll so that the current row is whole, with the label above it if that fits."""
        if self.cursor is None or not self._lines:
            return
        start = self.start_of(self.cursor)
        count = max(1, len(self._row_lines(self.cursor)))
        self.show_lines(start, min(count, self.rows), margin=2)

    # Textual's hooks

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that the rows have moved."""
        super().watch_scroll_y(old_value, new_value)
        self._lay_more()
        self.post_message(self.Scrolled())

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self.redraw()
        self.reveal()
        self.post_message(self.Scrolled())

    def on_click(self, event: events.Click) -> None:
        """Take what was clicked on."""
        line = event.y + self.top
        if not 0 <= line < len(self._lines):
            return
        row = self._lines[line][1]
        if row < 0 or not self.tab.rows[row].selectable:
            return
        if row != self.cursor:
            self.put(row)
            self.post_message(self.Moved())
        self.post_message(self.Chosen())

    def draw(self, y: int) -> Strip:
        """One line of a row, or of the lines above the rows."""
        line, row = self._lines[y]
        current = row >= 0 and row == self.cursor
        pen = self._pen(current)
        fill = pen.style()
        lead = " "
        if current and y == self._starts[row]:
            lead = self.glyphs.cursor
        return strip([(lead, pen.style("accent")), *line], self.size.width, fill)
