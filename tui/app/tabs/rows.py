"""Rows of the panel: how a fact, a group and the line of ticks are drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from rich.style import Style

from tui.app.glyphs import Glyphs
from tui.app.paint import Line, cells, cut, fold, spread
from tui.app.palette import Palette, Token
from tui.app.wording import with_keys
from tui.keys import keys_shown
from tui.model import Figure, Note, Quotation, Span
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.text.reading import Reading


class TabName(StrEnum):
    """The tabs, in their order."""

    GIST = "gist"
    QUOTES = "quotes"
    NUMBERS = "numbers"
    NOTES = "notes"


@dataclass(frozen=True)
class Pen:
    """What rows are drawn with: colours, characters, and the columns between the margins.

    ``rules`` says that the current row shows what rule found it; ``keys`` are those the reader
    chose, by the names of commands.
    """

    palette: Palette
    glyphs: Glyphs
    columns: int
    on: Token = "ground"
    rules: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)

    def keyed(self, text: str) -> str:
        """The program's own words, with the key of a command for each ``{name}`` of one."""
        return with_keys(text, lambda command: keys_shown(command, self.keys)[0])

    def style(
        self, ink: Token = "text", *, bold: bool = False, italic: bool = False, line: bool = False
    ) -> Style:
        """A style on the row's own ground."""
        return self.palette.style(ink, self.on, bold=bold, italic=italic, underline=line)

    def place(self, paragraph: int) -> str:
        """``¶ 12``."""
        return f"{self.glyphs.place}{paragraph}"

    def ends(self, left: Line, right: Line, indent: int = 0) -> Line:
        """``left`` after ``indent`` cells, ``right`` at the right margin."""
        fill = self.style()
        columns = self.columns - indent
        return [(" " * indent, fill), *spread(left, right, columns, fill)]

    def folded(self, text: str, indent: int, lines: int | None, style: Style) -> list[Line]:
        """``text`` wrapped from ``indent`` to the right margin, cut at a word after ``lines``."""
        fill = self.style()
        rows = fold(text, self.columns - indent, lines, self.glyphs.more)
        return [[(" " * indent, fill), (row, style)] for row in rows]


Fact = Quotation | Figure
Draw = Callable[[Pen, bool], list[Line]]
"""Draws a row; the flag says that it is the current one, which is always whole."""


@dataclass(frozen=True)
class Row:
    """A row, or a group's label, of one tab.

    Attributes:
        draw: Draws its lines, without the two margins.
        spans: The places it leads to; the first is where Enter goes. Empty for a label.
        command: What Enter does instead of going to a place.
        note: The note that stands here.
        facts: What it tells, in the order in which it is told.
    """

    draw: Draw
    spans: tuple[Span, ...] = ()
    command: str = ""
    note: Note | None = None
    facts: tuple[Fact, ...] = ()

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand on it."""
        return bool(self.spans or self.command or self.note)


@dataclass(frozen=True)
class Tab:
    """All that a tab shows.

    Attributes:
        name: Which tab.
        count: The first line, in words: ``6 quotations``.
        detail: The rest of the first line, dim.
        right: At the right end of the first line, dim.
        second: A dim second line; empty for none.
        ticks: Where the things stand, as shares of the text, 0 to 1, one for each span of
            ``things``.
        things: The spans that are lit and walked through, in the order of the text.
        ink: The colour of the current tick.
        rows: The rows, labels included.
        what: What one thing is called in the status line.
    """

    name: TabName
    count: str = ""
    detail: str = ""
    right: str = ""
    second: str = ""
    ticks: tuple[float, ...] = ()
    things: tuple[Span, ...] = ()
    ink: Token = "accent"
    rows: tuple[Row, ...] = field(default=())
    what: str = ""

    @cached_property
    def stops(self) -> list[int]:
        """The rows that the cursor can stand on."""
        return [index for index, row in enumerate(self.rows) if row.selectable]

    @cached_property
    def places(self) -> dict[Span, int]:
        """The first row that leads to each place."""
        rows = reversed(list(enumerate(self.rows)))
        return {span: index for index, row in rows for span in row.spans}

    def head(self, pen: Pen, current: int | None) -> list[Line]:
        """The lines above the rows: count, second line, ticks, a blank."""
        if not self.count:
            return []
        dim = pen.style("dim")
        count = cut(self.count, pen.columns)
        left: Line = [(count, pen.style())]
        if self.detail:
            room = pen.columns - cells(count)
            left.append((cut(pen.glyphs.said(f" · {self.detail}"), room, pen.glyphs.more), dim))
        lines = [pen.ends(left, [(self.right, dim)] if self.right else [])]
        if self.second:
            lines.append([(cut(self.second, pen.columns, pen.glyphs.more), dim)])
        if self.ticks:
            lines.append(self._ticks(pen, current))
        return [*lines, []]

    def _ticks(self, pen: Pen, current: int | None) -> Line:
        """The article as one line with a tick where each thing stands."""
        last = pen.columns - 1
        columns = [min(last, int(share * pen.columns)) for share in self.ticks]
        here = columns[current] if current is not None and current < len(columns) else None
        rule = pen.style("rule")
        line: Line = []
        ticked = set(columns)
        for x in range(pen.columns):
            if x == here or (here is None and x in ticked):
                line.append((pen.glyphs.tick, pen.style(self.ink)))
            elif x in ticked:
                line.append((pen.glyphs.tick_dim, pen.style("dim")))
            else:
                line.append((pen.glyphs.hair, rule))
        return line


def label(text: str, count: str) -> Row:
    """A group's heading: the label, a hairline, the count."""

    def draw(pen: Pen, current: bool) -> list[Line]:
        named = pen.glyphs.said(text.replace("¶ ", pen.glyphs.place))
        names = fold(named, pen.columns - cells(count) - 3) or [""]
        *above, name = names
        lines: list[Line] = [[(part, pen.style(bold=True))] for part in above]
        hair = pen.columns - cells(name) - cells(count) - 2
        lines.append(
            [
                (name, pen.style(bold=True)),
                (" ", pen.style()),
                (pen.glyphs.hair * max(0, hair), pen.style("rule")),
                (" ", pen.style()),
                (count, pen.style("dim")),
            ]
        )
        return lines

    return Row(draw)


def blank() -> Row:
    """An empty line between groups."""
    return Row(lambda pen, current: [[]])


def words(text: str) -> Row:
    """A dim sentence that says what to do, or why there is nothing."""
    return Row(lambda pen, current: pen.folded(pen.glyphs.said(text), 0, None, pen.style("dim")))


def advice(text: str) -> Row:
    """A dim sentence of the program's own, with keys for the ``{names}`` of commands."""

    def draw(pen: Pen, current: bool) -> list[Line]:
        return pen.folded(pen.glyphs.said(pen.keyed(text)), 0, None, pen.style("dim"))

    return Row(draw)


def share_of(found: int, all_of_them: int | None, noun: str) -> str:
    """``14 figures``; ``3 of 14 figures`` where the tab was narrowed."""
    if all_of_them is None:
        return counted(found, noun)
    return f"{found:,} of {counted(all_of_them, noun)}"


def rule_lines(pen: Pen, current: bool, facts: Sequence[Fact], indent: int) -> list[Line]:
    """What rule found the current row, and how sure it is; only where that was asked for."""
    if not (current and pen.rules):
        return []
    rules = " + ".join(dict.fromkeys(fact.rule for fact in facts if fact.rule)) or "not recorded"
    sure = [f"confidence {q.confidence:.2f}" for q in facts if isinstance(q, Quotation)]
    said = pen.glyphs.said(" · ".join([f"rule: {rules}", *sure]))
    return pen.folded(said, indent, None, pen.style("dim"))


def nothing_matches(query: str) -> list[Row]:
    """What a tab says that was narrowed to nothing."""
    return [words(f"Nothing here has “{query}”."), advice("{escape} shows everything again.")]


def shares(spans: Sequence[Span], reading: Reading) -> tuple[float, ...]:
    """Where spans begin, as shares of the text that is seen, furniture and title left out."""
    starts, before, seen = [0], [0], 0
    for index, block in enumerate(reading.body.blocks):
        if not block.hidden and index != reading.title_block:
            starts.append(block.start)
            before.append(seen)
            seen += block.end - block.start
    places = ((span.start, bisect_right(starts, span.start) - 1) for span in spans)
    return tuple((before[i] + start - starts[i]) / max(seen, 1) for start, i in places)
