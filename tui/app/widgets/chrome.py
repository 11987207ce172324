"""What frames the panes: masthead, rules, headings and the status line."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from tui.app.glyphs import TYPOGRAPHIC, Glyphs
from tui.app.paint import Line, cells, cut, fold, spread, strip, width
from tui.app.palette import INK, Palette, Token

_REMARK = 6
"""Rows that a message may take; a sentence with a long path in it has four at 60 columns."""


class Drawn(Widget):
    """A widget that draws its rows itself, in the app's own colours."""

    ground: Token = "ground"

    def __init__(self, *, id: str | None = None) -> None:  # Textual's own name
        super().__init__(id=id)
        self.palette: Palette = INK
        self.glyphs: Glyphs = TYPOGRAPHIC

    def dress(self, palette: Palette, glyphs: Glyphs) -> None:
        """Draw with other colours or characters from now on."""
        self.palette, self.glyphs = palette, glyphs
        self.refresh()

    def line(self, y: int) -> Line:
        """Row ``y`` of the widget."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Textual's hook: row ``y``, filled to the width."""
        fill = self.palette.style("text", self.ground)
        return strip(self.line(y), self.size.width, fill)


class Masthead(Drawn):
    """The name of the paper, the view, and what is unread in it."""

    def __init__(self) -> None:
        super().__init__(id="masthead")
        self.view, self.count = "", ""
        self.hints: tuple[tuple[str, str], ...] = ()

    def show(self, view: str, count: str, hints: tuple[tuple[str, str], ...]) -> None:
        """Name the view; ``hints`` are pairs of key and label."""
        self.view, self.count, self.hints = view, count, hints
        self.refresh()

    def line(self, y: int) -> Line:
        """The one row."""
        style = self.palette.style
        left: Line = [
            (" B R O A D S H E E T", style(bold=True)),
            ("   ", style()),
            (self.view, style()),
            ("  ", style()),
            (self.glyphs.said(self.count), style("dim")),
        ]
        right = _hints(self, self.hints)
        return spread(left, [*right, (" ", style())], self.size.width, style())


class Rule(Drawn):
    """The rule over the panes: heavy over the one with the focus, a joint at each column rule."""

    def __init__(self) -> None:
        super().__init__(id="rule")
        self.widths: tuple[int, ...] = ()
        self.focused = 0

    def show(self, widths: tuple[int, ...], focused: int) -> None:
        """The widths of the panes from left to right, and which has the focus."""
        self.widths, self.focused = widths, focused
        self.refresh()

    def line(self, y: int) -> Line:
        """The one row."""
        style, glyphs = self.palette.style, self.glyphs
        drawn: Line = []
        for index, columns in enumerate(self.widths):
            if index:
                drawn.append((glyphs.joint, style("rule")))
            if index == self.focused:
                drawn.append((glyphs.heavy * columns, style("accent")))
            else:
                drawn.append((glyphs.hair * columns, style("rule")))
        return drawn


class ColumnRule(Drawn):
    """The hairline between two panes."""

    def line(self, y: int) -> Line:
        """The same on every row."""
        return [(self.glyphs.column, self.palette.style("rule"))]


class Heading(Drawn):
    """The heading of a pane, and a blank row beneath it."""

    def __init__(self, *, id: str) -> None:  # Textual's own name
        super().__init__(id=id)
        self.left: Line = []
        self.right: Line = []
        self.inset = (1, 1)

    def show(self, left: Line, right: Line, inset: tuple[int, int] = (1, 1)) -> None:
        """``left`` and ``right`` at the ends, ``inset`` cells from the edges of the pane."""
        self.left, self.right, self.inset = left, right, inset
        self.refresh()

    def line(self, y: int) -> Line:
        """The heading on the first row."""
        if y:
            return []
        ground = self.palette.style()
        before, after = self.inset
        columns = self.size.width - before - after
        return [(" " * before, ground), *spread(self.left, self.right, columns, ground)]


class StatusLine(Drawn):
    """What the keys do now, or a message; at the right, where one is."""

    ground: Token = "raised"

    def __init__(self, *, cuts: bool = True) -> None:
        """Make one.

        Args:
            cuts: Whether a message that is too long is cut; else it is left to a :class:`Remark`.
        """
        super().__init__(id="status")
        self._cuts = cuts
        self.hints: tuple[tuple[str, str], ...] = ()
        self.place = ""
        self.message = ""
        self.error = False

    def show(self, hints: tuple[tuple[str, str], ...], place: str) -> None:
        """Set what the keys do and where one is."""
        if (hints, place) != (self.hints, self.place):
            self.hints, self.place = hints, place
            self.refresh()

    def say(self, message: str, *, error: bool = False) -> None:
        """Show a message in place of the hints; an empty one brings them back."""
        if (message, error) != (self.message, self.error):
            self.message, self.error = message, error
            self.refresh()

    @property
    def fits(self) -> bool:
        """Whether there is room for the whole message."""
        return cells(_said(self, self.message, self.error)) <= self._room

    @property
    def _room(self) -> int:
        """How many cells there are beside the place."""
        return self.size.width - cells(self.glyphs.said(self.place)) - 5

    def line(self, y: int) -> Line:
        """Hints go from the right when there is no room; the place never does."""
        style = self.palette.style
        fill = style("text", "raised")
        place: Line = [(self.glyphs.said(self.place), style("dim", "raised")), (" ", fill)]
        room = self._room
        if self.message and (self._cuts or self.fits):
            ink: Token = "error" if self.error else "text"
            said = cut(_said(self, self.message, self.error), room)
            return spread([(" ", fill), (said, style(ink, "raised"))], place, self.size.width, fill)
        shown = list(self.hints)
        while shown and width(_hints(self, tuple(shown))) > room:
            shown.pop()
        return spread([(" ", fill), *_hints(self, tuple(shown))], place, self.size.width, fill)


class Remark(Drawn):
    """A message that is too long for the status line, in whole over the rows above it."""

    ground: Token = "raised"

    def __init__(self) -> None:
        super().__init__(id="remark")
        self._lines: list[str] = []
        self._error = False

    def say(self, message: str, *, error: bool = False) -> None:
        """Show a message; an empty one puts the rows away."""
        # What is wrong with the library is said before there is a screen.
        columns = self.app.size.width - 2
        self._lines = fold(_said(self, message, error), columns, _REMARK) if message else []
        self._error = error
        self.styles.height = max(1, len(self._lines))
        self.display = bool(self._lines)
        self.refresh()

    def line(self, y: int) -> Line:
        """A row of the message."""
        style = self.palette.style
        text = self._lines[y] if y < len(self._lines) else ""
        ink: Token = "error" if self._error else "text"
        return [(" ", style("text", self.ground)), (text, style(ink, self.ground))]


def _said(widget: Drawn, message: str, error: bool) -> str:
    """A message in the characters of the terminal; an error is told by its mark, too."""
    return widget.glyphs.said(f"! {message}" if error else message)


def _hints(widget: Drawn, hints: tuple[tuple[str, str], ...]) -> Line:
    """Keys bold, labels dim, three spaces between two of them."""
    style, on = widget.palette.style, widget.ground
    drawn: Line = []
    for index, (key, label) in enumerate(hints):
        if index:
            drawn.append(("   ", style("text", on)))
        drawn.append((widget.glyphs.said(key), style("text", on, bold=True)))
        drawn.append((widget.glyphs.said(f" {label}"), style("dim", on)))
    return drawn
