"""The right pane: the rows of one tab, each a link to its place in the text."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app.paint import Line, strip
from tui.app.palette import Token
from tui.app.tabs.rows import Pen, Row, Tab, TabName
from tui.app.widgets.lines import LineView


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
        self._cache: dict[tuple[int, bool], list[Line]] = {}

    # Content

    def show(self, tab: Tab, cursor: int | None = None, *, keep_place: bool = False) -> None:
        """Show ``tab`` with the cursor on row ``cursor``, or on none."""
        self.tab = tab
        self.cursor = cursor if cursor is not None and cursor < len(tab.rows) else None
        self._cache.clear()
        self._lay_out()
        if not keep_place:
            self.show_from(0)
        self.reveal()

    def redraw(self) -> None:
        """Lay the rows out anew too: the width may have changed."""
        self._cache.clear()
        self._lay_out()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.tab.rows[self.cursor] if self.cursor is not None else None

    def line_count(self) -> int:
        """Lines above the rows and of the rows."""
        return len(self._lines)

    def start_of(self, row: int) -> int:
        """The first line of a row."""
        return self._starts[row]

    def _pen(self, current: bool) -> Pen:
        on: Token = "select" if current else "ground"
        return Pen(self.palette, self.glyphs, max(10, self.size.width - 2), on)

    def _lay_out(self) -> None:
        pen = self._pen(False)
        lines: list[tuple[Line, int]] = [(line, -1) for line in self.tab.head(pen, self.thing)]
        self._starts = []
        for index in range(len(self.tab.rows)):
            self._starts.append(len(lines))
            lines.extend((line, index) for line in self._row_lines(index))
        self._lines = lines
        super().redraw()

    def _row_lines(self, index: int) -> list[Line]:
        current = index == self.cursor
        key = (index, current)
        if key not in self._cache:
            self._cache[key] = self.tab.rows[index].draw(self._pen(current), current)
        return self._cache[key]

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
        self.cursor = row
        self._lay_out()
        self.reveal()

    def mark(self, thing: int | None) -> None:
        """Show which of the lit things is the current one in the text."""
        self.thing = thing
        self._lay_out()

    def row_at(self, start: int, end: int) -> int | None:
        """The row that leads to a place, the most exact one first."""
        for index, row in enumerate(self.tab.rows):
            if any(span == (start, end) for span in row.spans):
                return index
        for index, row in enumerate(self.tab.rows):
            if any(span.start <= start < span.end for span in row.spans):
                return index
        return None

    def reveal(self) -> None:
        """Scroll so that the current row is whole, with the label above it if that fits."""
        if self.cursor is None or not self._lines:
            return
        start = self._starts[self.cursor]
        count = max(1, len(self._row_lines(self.cursor)))
        self.show_lines(start, min(count, self.rows), margin=2)

    # Textual's hooks

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that the rows have moved."""
        super().watch_scroll_y(old_value, new_value)
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
