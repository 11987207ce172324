"""A reading set in lines of a given measure: what stands on which line, before any colour."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.model import Block, BlockKind, Span
from tui.text.wrapping import wrap

if TYPE_CHECKING:
    from tui.text.reading import Reading

TAB = "    "
"""What a tab in code is drawn as."""
_COLUMN_GAP = 2
_TITLE_LINES = 3

Cells = Callable[[str], int]


class LineKind(Enum):
    """What a line is drawn as."""

    BLANK = auto()
    TITLE = auto()
    KICKER = auto()
    HAIR = auto()
    HEADING = auto()
    TEXT = auto()
    ITEM = auto()
    QUOTE = auto()
    CODE = auto()
    TABLE = auto()
    TABLE_HEAD = auto()
    TABLE_RULE = auto()
    RULE = auto()


class Part(NamedTuple):
    """A piece of the text on a line: ``column`` cells from the left of the measure."""

    column: int
    start: int
    end: int


class SetLine(NamedTuple):
    """One line.

    Attributes:
        kind: What it is drawn as.
        parts: Pieces of the text, from left to right; more than one only in a table.
        lead: Characters that are not of the text: a bullet, a number, a bar.
        literal: What the line says where it is not of the text: title, kicker.
        hidden: Whether it belongs to furniture.
    """

    kind: LineKind
    parts: tuple[Part, ...] = ()
    lead: str = ""
    literal: str = ""
    hidden: bool = False

    @property
    def start(self) -> int:
        """The first code point on the line, or -1."""
        return min((p.start for p in self.parts), default=-1)

    @property
    def end(self) -> int:
        """One past the last code point on the line, or -1."""
        return max((p.end for p in self.parts), default=-1)


@dataclass(frozen=True)
class Setting:
    """All lines of an article at one measure."""

    lines: tuple[SetLine, ...] = ()
    measure: int = 66
    header: int = 0
    """How many lines stand above the text: title, kicker, hairline."""
    _text_lines: tuple[int, ...] = field(default=(), repr=False)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(self.lines[i].start for i in self._text_lines)

    def line_at(self, offset: int) -> int:
        """The line on which the code point ``offset`` stands, or the nearest before it."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return self._text_lines[0] if self._text_lines else 0
        return self._text_lines[index]

    def lines_of(self, start: int, end: int) -> range:
        """The lines that show any of the text from ``start`` to ``end``."""
        return range(self.line_at(start), self.line_at(max(start, end - 1)) + 1)

    def offset_at(self, line: int) -> int:
        """The first code point at or after ``line``; the end of the text where none follows."""
        index = bisect_left(self._text_lines, line)
        if index >= len(self._text_lines):
            return self._starts[-1] if self._starts else 0
        return self._starts[index]


def typeset(
    reading: Reading,
    measure: int,
    cells: Cells,
    *,
    kicker: str = "",
    show_hidden: bool = False,
    gathered: Sequence[Span] | None = None,
) -> Setting:
    """Set ``reading`` in lines of at most ``measure`` cells.

    Args:
        reading: What to set.
        measure: Cells in a line.
        cells: Counts the cells of a piece of text.
        kicker: The dim line under the title.
        show_hidden: Set furniture too.
        gathered: Set only these sentences, each as a paragraph.
    """
    header = list(_header(reading, measure, cells, kicker))
    text = (
        _gathered(reading, gathered, measure, cells)
        if gathered is not None
        else _blocks(reading, measure, cells, show_hidden)
    )
    lines = (*header, *text)
    numbered = tuple(i for i, line in enumerate(lines) if line.parts)
    return Setting(lines, measure, len(header), numbered)


def _header(reading: Reading, measure: int, cells: Cells, kicker: str) -> Iterator[SetLine]:
    title = reading.title
    spans = wrap(title, 0, len(title), measure, cells)
    for number, (start, end) in enumerate(spans[:_TITLE_LINES]):
        cut = number == _TITLE_LINES - 1 and len(spans) > _TITLE_LINES
        yield SetLine(LineKind.TITLE, literal=title[start:] if cut else title[start:end])
    if kicker:
        yield SetLine(LineKind.KICKER, literal=kicker)
    if title or kicker:
        yield SetLine(LineKind.HAIR)


def _gathered(
    reading: Reading, spans: Sequence[Span], measure: int, cells: Cells
) -> Iterator[SetLine]:
    for number, span in enumerate(spans):
        if number:
            yield SetLine(LineKind.BLANK)
        for start, end in wrap(reading.text, span.start, span.end, measure, cells):
            yield SetLine(LineKind.TEXT, (Part(0, start, end),))


def _blocks(reading: Reading, measure: int, cells: Cells, show_hidden: bool) -> Iterator[SetLine]:
    before: Block | None = None
    for index, block in enumerate(reading.body.blocks):
        if (block.hidden and not show_hidden) or index == reading.title_block:
            continue
        if before is not None and not _together(before, block):
            yield SetLine(LineKind.BLANK)
        yield from _block(reading.text, block, measure, cells)
        before = block


def _together(before: Block, block: Block) -> bool:
    """Whether no blank line stands between two blocks: items of a list, parts of a quote."""
    return before.kind is block.kind is BlockKind.ITEM and before.hidden == block.hidden


def _block(text: str, block: Block, measure: int, cells: Cells) -> Iterator[SetLine]:
    match block.kind:
        case BlockKind.RULE:
            yield SetLine(LineKind.RULE, (Part(0, block.start, block.end),))
        case BlockKind.CODE:
            yield from _code(text, block, measure, cells)
        case BlockKind.TABLE if block.cells:
            yield from _table(text, block, measure, cells)
        case BlockKind.ITEM:
            indent = "  " * max(0, min(block.level, 6) - 1)
            mark = f"{block.number}. " if block.number is not None else "• "
            yield from _prose(text, block, LineKind.ITEM, measure, cells, indent + mark)
        case BlockKind.QUOTE:
            bar = "│ " * max(1, min(block.level, 4))
            yield from _prose(text, block, LineKind.QUOTE, measure, cells, bar, bar)
        case BlockKind.HEADING:
            yield from _prose(text, block, LineKind.HEADING, measure, cells)
        case _:
            yield from _prose(text, block, LineKind.TEXT, measure, cells)


def _prose(
    text: str,
    block: Block,
    kind: LineKind,
    measure: int,
    cells: Cells,
    lead: str = "",
    lead_after: str | None = None,
) -> Iterator[SetLine]:
    """Wrapped lines; ``lead`` stands before the first, blanks or ``lead_after`` before others."""
    indent = cells(lead)
    after = " " * indent if lead_after is None else lead_after
    spans = wrap(text, block.start, block.end, max(measure - indent, 8), cells)
    for number, (start, end) in enumerate(spans):
        parts = (Part(indent, start, end),)
        yield SetLine(kind, parts, after if number else lead, hidden=block.hidden)


def _code(text: str, block: Block, measure: int, cells: Cells) -> Iterator[SetLine]:
    """Lines as they are, tabs as four blanks, cut where they are longer than the measure."""
    start = block.start
    room = measure - 2
    while start <= block.end:
        newline = text.find("\n", start, block.end)
        end = block.end if newline < 0 else newline
        piece = start
        while (stop := _fitting(text, piece, end, room, cells)) < end:
            yield SetLine(LineKind.CODE, (Part(1, piece, stop),), hidden=block.hidden)
            piece = stop
        yield SetLine(LineKind.CODE, (Part(1, piece, end),), hidden=block.hidden)
        start = end + 1


def _fitting(text: str, start: int, end: int, room: int, cells: Cells) -> int:
    """The furthest offset to which code fits in ``room`` cells; at least one character on."""
    used = 0
    for offset in range(start, end):
        used += cells(text[offset].replace("\t", TAB))
        if used > room:
            return max(offset, start + 1)
    return end


def _table(text: str, block: Block, measure: int, cells: Cells) -> Iterator[SetLine]:
    """Columns as wide as they need to be, narrowed evenly where the measure is too small."""
    if max(len(row) for row in block.cells) > _most_columns(measure):
        yield from _records(text, block, measure, cells)
        return
    widths = _column_widths(text, block, measure, cells)
    right = _numeric_columns(text, block)
    for number, row in enumerate(block.cells):
        kind = LineKind.TABLE if number else LineKind.TABLE_HEAD
        wrapped = [
            wrap(text, cell.start, cell.end, width, cells)
            for cell, width in zip(row, widths, strict=False)
        ]
        for line in range(max((len(w) for w in wrapped), default=0)):
            parts: list[Part] = []
            x = 0
            for column, lines in enumerate(wrapped):
                if line < len(lines):
                    start, end = lines[line]
                    gap = widths[column] - cells(text[start:end]) if column in right else 0
                    parts.append(Part(x + gap, start, end))
                x += widths[column] + _COLUMN_GAP
            yield SetLine(kind, tuple(parts), hidden=block.hidden)
        if number == 0 and len(block.cells) > 1:
            used = sum(widths) + _COLUMN_GAP * (len(widths) - 1)
            yield SetLine(LineKind.TABLE_RULE, lead=" " * used)


def _most_columns(measure: int) -> int:
    """How many columns still get six cells each."""
    return max(1, (measure + _COLUMN_GAP) // (_COLUMN_GAP + 6))


def _records(text: str, block: Block, measure: int, cells: Cells) -> Iterator[SetLine]:
    """A table too wide for its columns: one cell a line, a blank line between two rows."""
    for number, row in enumerate(block.cells):
        if number:
            yield SetLine(LineKind.BLANK)
        for cell in row:
            for start, end in wrap(text, cell.start, cell.end, measure, cells):
                kind = LineKind.TABLE if number else LineKind.TABLE_HEAD
                yield SetLine(kind, (Part(0, start, end),), hidden=block.hidden)


def _column_widths(text: str, block: Block, measure: int, cells: Cells) -> list[int]:
    columns = max(len(row) for row in block.cells)
    widths = [1] * columns
    for row in block.cells:
        for column, cell in enumerate(row[:columns]):
            widths[column] = max(widths[column], cells(text[cell.start : cell.end]))
    room = measure - _COLUMN_GAP * (columns - 1)
    while sum(widths) > room:
        widest = max(range(columns), key=widths.__getitem__)
        others = sorted(widths)[-2] if columns > 1 else 0
        excess = sum(widths) - room
        widths[widest] -= max(1, min(excess, widths[widest] - max(others, 1)))
    return widths


def _numeric_columns(text: str, block: Block) -> set[int]:
    """Columns whose cells below the head all begin with a digit or a sign: set to the right."""
    numeric: set[int] = set()
    body = block.cells[1:]
    for column in range(max((len(row) for row in body), default=0)):
        found = [text[row[column].start : row[column].end] for row in body if column < len(row)]
        filled = [cell for cell in found if cell.strip()]
        if filled and all(_is_number(cell) for cell in filled):
            numeric.add(column)
    return numeric


def _is_number(cell: str) -> bool:
    head = cell.strip().lstrip("+-−$€£¥~≈<>")
    return bool(head) and head[0].isdigit() and sum(c.isalpha() for c in cell) <= 3
