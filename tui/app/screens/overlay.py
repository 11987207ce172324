"""What overlays share: the raised sheet with its edge, rows to choose from, a line to type in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Label

from tui.app.commands.table import BY_ID
from tui.app.paint import Line, cut, spread, strip
from tui.app.palette import Token
from tui.app.widgets.chrome import Drawn, StatusLine
from tui.app.widgets.lines import LineView

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

R = TypeVar("R")
PADDING = 3


def command_key(command: str, action: str) -> Binding:
    """A command's keys, remapped with it, for what this screen does by them."""
    return replace(BY_ID[command].binding(), action=action)


class SheetHead(Drawn):
    """The edge of the sheet, and under it the label and a dim word at the right."""

    ground: Token = "raised"

    def __init__(self, label: str) -> None:
        super().__init__(id="sheet-head")
        self.label, self.right = label, ""

    def show(self, right: str) -> None:
        """What stands at the right."""
        self.right = right
        self.refresh()

    def line(self, y: int) -> Line:
        """Edge, label, blank."""
        style = self.palette.style
        if y == 0:
            return [(self.glyphs.edge * self.size.width, style("accent", "raised"))]
        if y == 1:
            fill = style("text", "raised")
            inner = self.size.width - 2 * PADDING
            left: Line = [(self.label, style("accent", "raised", bold=True))]
            room = inner - len(self.label) - 2
            right: Line = [(cut(self.glyphs.said(self.right), room), style("dim", "raised"))]
            return [(" " * PADDING, fill), *spread(left, right, inner, fill)]
        return []


class Hairline(Drawn):
    """A hairline within the padding, and a blank row beneath it."""

    ground: Token = "raised"

    def line(self, y: int) -> Line:
        """The hairline on the first row."""
        if y:
            return []
        fill = self.palette.style("text", "raised")
        columns = self.size.width - 2 * PADDING
        return [
            (" " * PADDING, fill),
            (self.glyphs.hair * columns, self.palette.style("rule", "raised")),
        ]


@dataclass(frozen=True)
class Choice:
    """A row to choose: its name, what stands at the right, a dim line of what it does."""

    id: str
    name: str
    right: str = ""
    help: str = ""
    matched: tuple[tuple[int, int], ...] = ()


class Choices(LineView):
    """Rows to choose from, two lines and a blank each, or one line where none has a help."""

    class Chosen(Message):
        """A click on a row."""

    def __init__(self) -> None:
        super().__init__(id="choices")
        self.can_focus = False
        self.choices: Sequence[Choice] = ()
        self.cursor = 0
        self.nothing = "Nothing matches."

    @property
    def height_of_row(self) -> int:
        """Lines a row takes."""
        return 3 if any(choice.help for choice in self.choices) else 1

    def line_count(self) -> int:
        """Lines of all rows, without the blank after the last."""
        return max(1, len(self.choices) * self.height_of_row - (self.height_of_row == 3))

    def fill(self, choices: Sequence[Choice], cursor: int = 0) -> None:
        """Show these rows."""
        self.choices = choices
        self.cursor = max(0, min(cursor, len(choices) - 1))
        self.redraw()
        self.show_current()

    def move(self, step: int) -> None:
        """Move the cursor."""
        self.cursor = max(0, min(len(self.choices) - 1, self.cursor + step))
        self.redraw()
        self.show_current()

    def show_current(self) -> None:
        """Scroll to the current row."""
        self.show_lines(self.cursor * self.height_of_row, min(2, self.height_of_row))

    @property
    def current(self) -> Choice | None:
        """The row under the cursor."""
        return self.choices[self.cursor] if self.choices else None

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self.redraw()
        self.show_current()

    def on_click(self, event: events.Click) -> None:
        """Take what was clicked on."""
        index = (event.y + self.top) // self.height_of_row
        if 0 <= index < len(self.choices):
            self.cursor = index
            self.redraw()
            self.post_message(self.Chosen())

    def draw(self, y: int) -> Strip:
        """A line of a row."""
        style = self.palette.style
        fill = style("text", "raised")
        columns = self.size.width
        if not self.choices:
            line: Line = [(" " * PADDING, fill), (self.nothing, style("dim", "raised"))]
            return strip(line, columns, fill)
        index, part = divmod(y, self.height_of_row)
        choice = self.choices[index]
        on: Token = "select" if index == self.cursor and part < 2 else "raised"
        ground = style("text", on)
        inner = columns - 2 * PADDING
        inside: Line = []
        if part == 0:
            right: Line = [
                (choice.right, style("text" if choice.help else "dim", on, bold=bool(choice.help)))
            ]
            room = inner - len(choice.right) - 1
            inside = spread(_matched(choice, room, self, on), right, inner, ground)
        elif part == 1:
            inside = [
                (cut(self.glyphs.said(choice.help), inner, self.glyphs.more), style("dim", on))
            ]
        cursor = self.glyphs.cursor if on == "select" and part == 0 else " "
        # The select ground begins a cell before the cursor, as the pictures have it.
        line = [(cursor, style("accent", on)), (" ", ground), *inside]
        edge = strip([], PADDING - 2, fill)
        return Strip.join([edge, strip(line, inner + 4, ground), edge])


def _matched(choice: Choice, room: int, widget: Choices, on: Token) -> Line:
    """The name with what was typed bold and underlined."""
    style = widget.palette.style
    name = cut(widget.glyphs.said(choice.name), room, widget.glyphs.more)
    line: Line = []
    at = 0
    for start, end in choice.matched:
        if end > len(name):
            break
        line.append((name[at:start], style("text", on)))
        line.append((name[start:end], style("text", on, bold=True, underline=True)))
        at = end
    line.append((name[at:], style("text", on)))
    return line


class TypeLine(Horizontal):
    """A cursor mark and an input."""

    def __init__(self, mark: str) -> None:
        super().__init__(id="type-line")
        self._mark = mark

    def compose(self) -> ComposeResult:
        """The two."""
        yield Label(Content(self._mark), id="type-mark")
        yield self.field()

    def field(self) -> Input:
        """The input."""
        return Input(id="type-input", compact=True)

    def on_mount(self) -> None:
        """A calm cursor."""
        self.query_one(Input).cursor_blink = False


class Overlay(ModalScreen[R], Generic[R]):
    """A sheet over the faded page, with a status line of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "close")]
    LABEL = ""
    COLUMNS = 70
    TOP = 6

    def __init__(self, page: FrontPage) -> None:
        super().__init__()
        self.page = page
        self.head = SheetHead(self.LABEL)
        self.status = StatusLine()

    def content(self) -> Iterable[Widget]:
        """What stands on the sheet."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The sheet and the status line."""
        with Vertical(id="sheet"):
            yield self.head
            yield from self.content()
        yield self.status

    def on_mount(self) -> None:
        """Dress and fit."""
        for widget in self.query("*").results():
            if isinstance(widget, (Drawn, LineView)):
                widget.dress(self.page.palette, self.page.glyphs)
        self.fit()

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self.fit()

    @property
    def top(self) -> int:
        """The row of the sheet's edge: further up where the window is low."""
        return min(self.TOP, max(0, (self.app.size.height - 24) // 2))

    def fit(self) -> None:
        """Give the sheet its place: in the middle, as tall as its content."""
        width, height = self.app.size
        sheet = self.query_one("#sheet")
        sheet.styles.width = min(self.COLUMNS, width)
        sheet.styles.margin = (self.top, 0, 0, 0)
        sheet.styles.max_height = max(4, height - self.top - 1)

    def action_close(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)


class Picker(Overlay[str]):
    """A sheet with rows to choose from and a line to type in that narrows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "next", priority=True),
        Binding("up,ctrl+p", "move(-1)", "previous", priority=True),
        Binding("pagedown", "move(8)", "further", priority=True),
        Binding("pageup", "move(-8)", "back", priority=True),
    ]
    VERB = "choose"

    def __init__(self, page: FrontPage, choices: Sequence[Choice], current: str = "") -> None:
        super().__init__(page)
        self.all = choices
        self.rows = Choices()
        self.first = current

    def content(self) -> Iterable[Widget]:
        """Line to type in, hairline, rows."""
        yield TypeLine(self.page.glyphs.cursor)
        yield Hairline(id="sheet-hair")
        yield self.rows

    def on_mount(self) -> None:
        """Begin with everything."""
        super().on_mount()
        self.show_again(self.first)
        self.query_one(Input).focus()

    def show_again(self, current: str) -> None:
        """Show the choices that match what is typed, the cursor on the one of that id."""
        shown = self.narrowed(self.query_one(Input).value)
        self._show(shown, next((i for i, c in enumerate(shown) if c.id == current), 0))

    def narrowed(self, query: str) -> list[Choice]:
        """The choices that match what was typed, the best first."""
        return narrow(self.all, query)

    def _show(self, choices: Sequence[Choice], cursor: int = 0) -> None:
        self.rows.fill(choices, cursor)
        room = self.app.size.height - self.top - 8
        self.rows.styles.height = max(1, min(self.rows.line_count(), room))
        self.head.show(self.counted(len(choices)))
        self.hint()

    def hint(self) -> None:
        """Say what the keys do."""
        self.status.say("")
        keys = (("enter", self.VERB), ("↑ ↓", "choose"), *self.more_keys(), ("esc", "close"))
        self.status.show(keys, self.counted(len(self.rows.choices)))

    def more_keys(self) -> Sequence[tuple[str, str]]:
        """Keys, with what they do to the current row besides choosing it."""
        return ()

    def counted(self, shown: int) -> str:
        """``4 of 64``."""
        return f"{shown} of {len(self.all)}"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow."""
        self._show(self.narrowed(event.value))

    def on_input_submitted(self) -> None:
        """Take the current row."""
        self._take()

    def on_choices_chosen(self) -> None:
        """Take the row clicked on."""
        self._take()

    def _take(self) -> None:
        choice = self.rows.current
        if choice is not None:
            self.dismiss(choice.id)

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.rows.move(step)
        self.hint()


def narrow(choices: Sequence[Choice], query: str) -> list[Choice]:
    """The choices in whose name, help or id every word of ``query`` occurs, by where it stands.

    The id is what settings call a command or a language. It comes first when it is all that was
    typed, as a word at the head of the name does; then come one at the head of a later word, one
    within a word, and one in the help or the id.
    """
    words = query.casefold().split()
    if not words:
        return list(choices)
    ranked: list[tuple[int, int, Choice]] = []
    for order, choice in enumerate(choices):
        name, text = choice.name.casefold(), f"{choice.help} {choice.id}".casefold()
        if not all(word in name or word in text for word in words):
            continue
        first = words[0]
        if name.startswith(first) or words == [choice.id]:
            rank = 0
        else:
            rank = 1 if f" {first}" in name else 2 if first in name else 3
        spans = sorted((at, at + len(w)) for w in words if (at := name.find(w)) >= 0)
        apart = [s for i, s in enumerate(spans) if i == 0 or s[0] >= spans[i - 1][1]]
        ranked.append(
            (rank, order, Choice(choice.id, choice.name, choice.right, choice.help, tuple(apart)))
        )
    return [choice for _, _, choice in sorted(ranked, key=lambda r: r[:2])]
