"""The middle pane: the article, set in its measure, with what is lit in it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from textual import events
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from tui.app.geometry import measure, text_column
from tui.app.lighting import Lighting, Piece
from tui.app.paint import Line, Run, cells, cut, middle, safe, strip
from tui.app.palette import Token
from tui.app.typeset import TAB, LineKind, Part, SetLine, Setting
from tui.app.widgets.lines import LineView
from tui.model import Sentence, Span

_GUTTER = 3
"""Two cells of marks and the gap that keeps a ``"`` from reading as text."""


class Reader(LineView):
    """Shows a :class:`Setting` under a :class:`Lighting`; knows lines and offsets, nothing else."""

    ALLOW_SELECT = True

    class Scrolled(Message):
        """Another part of the article stands in the window."""

    class Pointed(Message):
        """The reader clicked on the text at ``offset``."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class Resized(Message):
        """The pane has another width, so the text wants setting anew."""

    def __init__(self) -> None:
        super().__init__(id="reader")
        self.setting = Setting()
        self.lighting = Lighting()
        self.text = ""
        self.choice = 66

    # Content

    @property
    def measure(self) -> int:
        """Cells in a line at the present width."""
        return measure(self.size.width, self.choice)

    @property
    def column(self) -> int:
        """Where gutter and text begin."""
        return text_column(self.size.width, self.setting.measure)

    def line_count(self) -> int:
        """Lines of the setting and one free one below, so that the end is seen to be the end."""
        return len(self.setting.lines) + 1 if self.setting.lines else 1

    def show(self, text: str, setting: Setting, lighting: Lighting) -> None:
        """Show another article, or the same one set anew; the place is the caller's matter."""
        self.text, self.setting, self.lighting = text, setting, lighting
        self.redraw()

    def light(self, lighting: Lighting) -> None:
        """Light other things in the same text."""
        self.lighting = lighting
        self._drawn.clear()
        self.refresh()

    # Places

    @property
    def top_offset(self) -> int:
        """The first code point in the window."""
        return self.setting.offset_at(self.top)

    @property
    def percent(self) -> int:
        """How much of the article has been on the screen, 0 to 100."""
        total = len(self.setting.lines)
        return min(100, round(100 * (self.top + self.rows) / total)) if total else 0

    @property
    def at_end(self) -> bool:
        """Whether the last line is on the screen."""
        return bool(self.setting.lines) and self.top + self.rows >= len(self.setting.lines)

    @property
    def past_title(self) -> bool:
        """Whether the title has scrolled off."""
        return self.top >= max(1, self.setting.header - 2)

    def go_to(self, start: int, end: int) -> None:
        """Bring a place into view: at about two fifths of the height if it was not well inside."""
        lines = self.setting.lines_of(start, end)
        inside = self.top + 1 <= lines.start and lines.stop <= self.top + self.rows - 1
        if not inside:
            room = max(0, self.rows - len(lines))
            self.show_from(lines.start - min(room, self.rows * 2 // 5))

    def restore(self, offset: int) -> None:
        """Put the code point ``offset`` on the first line; 0 is the very top."""
        self.show_from(self.setting.line_at(offset) if offset > 0 else 0)

    def in_view(self, span: Span | Sentence) -> bool:
        """Whether the first line of a span is on the screen."""
        line = self.setting.line_at(span.start)
        return self.top <= line < self.top + self.rows

    # Textual's hooks

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that another part is in view."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self.redraw()
        self.post_message(self.Resized())

    def on_click(self, event: events.Click) -> None:
        """Take what was clicked on."""
        offset = self.offset_at_cell(event.x, event.y + self.top)
        if offset is not None:
            self.post_message(self.Pointed(offset))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text under a mouse selection, as it stands in the article."""
        span = self.selected_span(selection)
        return (self.text[span.start : span.end], "\n") if span else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Light what the mouse selects."""
        span = self.selected_span(selection) if selection else None
        self.light(self.lighting.but(selection=span))

    def selected_span(self, selection: Selection | None) -> Span | None:
        """The span of a mouse selection, or None where it holds no text."""
        if selection is None or not self.setting.lines:
            return None
        start, end = 0, len(self.text)
        if selection.start is not None:
            start = self._nearest(selection.start.x, selection.start.y)
        if selection.end is not None:
            end = self._nearest(selection.end.x, selection.end.y)
        return Span(start, end) if start < end else None

    # Cells and offsets

    def offset_at_cell(self, x: int, line: int) -> int | None:
        """The code point drawn at a cell of the content, or None where there is no text."""
        if not 0 <= line < len(self.setting.lines):
            return None
        x -= self.column + _GUTTER
        for part in self.setting.lines[line].parts:
            piece = self.text[part.start : part.end]
            if part.column <= x < part.column + cells(piece):
                return part.start + _index_at(piece, x - part.column)
        return None

    def _nearest(self, x: int, line: int) -> int:
        """The code point nearest to a cell, for the two ends of a selection."""
        found = self.offset_at_cell(x, line)
        if found is not None:
            return found
        line = max(0, min(line, len(self.setting.lines) - 1))
        here = self.setting.lines[line]
        if here.parts:
            return here.start if x <= self.column + _GUTTER else here.end
        return self.setting.offset_at(line)

    # Drawing

    def draw(self, y: int) -> Strip:
        """One line: margin, gutter, text."""
        columns, ground = self.size.width, self.palette.style()
        if not self.setting.lines or y >= len(self.setting.lines):
            return Strip.blank(columns, ground)
        line = self.setting.lines[y]
        margin = [(" " * self.column, ground)]
        drawn = strip([*margin, *self._gutter(line), *self._line(line)], columns, ground)
        return drawn.apply_offsets(0, y)

    def _gutter(self, line: SetLine) -> Line:
        ground = self.palette.style()
        if not line.parts:
            return [("   ", ground)]
        start, end = line.start, max(line.end, line.start + 1)
        gutter = self.lighting.gutter(start, end)
        own = getattr(self.glyphs, gutter.own) if gutter.own else " "
        mark = getattr(self.glyphs, gutter.mark) if gutter.mark else " "
        if line.hidden and mark == " ":
            return [
                (own, self.palette.style(gutter.own_ink)),
                (self.glyphs.dot, self.palette.style("dim")),
                (" ", ground),
            ]
        return [
            (own, self.palette.style(gutter.own_ink)),
            (mark, self.palette.style(gutter.mark_ink, bold=True)),
            (" ", ground),
        ]

    def _line(self, line: SetLine) -> Line:
        style, measure = self.palette.style, self.setting.measure
        match line.kind:
            case LineKind.BLANK:
                return []
            case LineKind.TITLE:
                return [(cut(line.literal, measure, self.glyphs.more), style(bold=True))]
            case LineKind.KICKER:
                kicker = self.glyphs.said(line.literal)
                return [(cut(kicker, measure, self.glyphs.more), style("dim"))]
            case LineKind.HAIR:
                return [(self.glyphs.hair * measure, style("rule"))]
            case LineKind.RULE:
                rule = f"{self.glyphs.dot}   " * 2 + self.glyphs.dot
                return middle([(rule, style("dim"))], measure, style())
            case LineKind.TABLE_RULE:
                return [(self.glyphs.hair * len(line.lead), style("rule"))]
            case LineKind.CODE:
                return self._parts(line, base="raised", fill=measure)
            case _:
                return self._parts(line)

    def _parts(self, line: SetLine, base: Token = "ground", fill: int = 0) -> Line:
        """The pieces of text on a line, each at its column."""
        blank = self.palette.style("text", base)
        drawn: list[Run] = []
        x = 0
        if line.lead:
            ink: Token = "rule" if line.kind is LineKind.QUOTE else "dim"
            lead = line.lead.replace("•", self.glyphs.bullet).replace("│", self.glyphs.column)
            drawn.append((lead, self.palette.style(ink, base)))
            x = cells(line.lead)
        for part in line.parts:
            if part.column > x:
                drawn.append((" " * (part.column - x), blank))
                x = part.column
            for run in self._runs(line, part, base):
                drawn.append(run)
                x += cells(run[0])
        if x < fill:
            drawn.append((" " * (fill - x), blank))
        return drawn

    def _runs(self, line: SetLine, part: Part, base: Token) -> Iterable[Run]:
        bold = line.kind in (LineKind.HEADING, LineKind.TABLE_HEAD)
        for piece in self.lighting.pieces(part.start, part.end):
            text = self.text[piece.start : piece.end]
            text = text.replace("\t", TAB if line.kind is LineKind.CODE else " ")
            yield safe(text), self._style(piece, line, bold, base)

    def _style(self, piece: Piece, line: SetLine, bold: bool, base: Token) -> Style:
        on: Token = base if piece.on == "ground" else piece.on
        ink: Token = "dim" if line.hidden and piece.ink == "text" and on == "ground" else piece.ink
        return self.palette.style(
            ink,
            on,
            bold=bold or piece.bold,
            italic=piece.italic,
            underline=piece.underline,
        )


def _index_at(text: str, x: int) -> int:
    """The index of the character drawn at cell ``x`` of ``text``."""
    if text.isascii():
        return min(x, max(len(text) - 1, 0))
    used = 0
    for index, character in enumerate(text):
        used += cells(character)
        if used > x:
            return index
    return max(len(text) - 1, 0)
