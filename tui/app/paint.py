"""Runs of styled characters and the one door through which they reach the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.text.cleaning import clean
from tui.text.wrapping import wrap

Run = tuple[str, Style]
"""Characters and how they are drawn."""
Line = list[Run]
"""The runs of one row of cells, from left to right."""


_JOINERS = re.compile("\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])|\ufe0f")
"""What joins emoji into one, or asks for a coloured one: terminals count the cells of such a
character differently, so it is drawn as its parts."""


def cells(text: str) -> int:
    """How many cells ``text`` takes in a terminal."""
    return len(text) if text.isascii() else cell_len(_apart(text))


def _apart(text: str) -> str:
    """``text`` without what joins emoji."""
    return _JOINERS.sub("", text) if "\u200d" in text or "\ufe0f" in text else text


def width(line: Iterable[Run]) -> int:
    """How many cells a line takes."""
    return sum(cells(text) for text, _ in line)


def safe(text: str) -> str:
    """``text`` on one row, with nothing in it that a terminal would obey."""
    if text.isprintable():
        return _apart(text)
    return _apart(clean(text)).replace("\n", " ").replace("\t", " ")


def strip(line: Sequence[Run], columns: int, ground: Style) -> Strip:
    """The line as a strip of exactly ``columns`` cells, filled up with ``ground``."""
    segments: list[Segment] = []
    used = 0
    for text, style in line:
        shown = safe(text)
        size = cells(shown)
        if used + size > columns:
            shown = set_cell_size(shown, columns - used)
            size = columns - used
        if shown:
            segments.append(Segment(shown, style))
        used += size
        if used >= columns:
            break
    if used < columns:
        segments.append(Segment(" " * (columns - used), ground))
    return Strip(segments, columns)


def cut(text: str, columns: int, more: str = "…") -> str:
    """``text`` in at most ``columns`` cells; what is cut ends in ``more``, no blank before it."""
    if cells(text) <= columns:
        return text
    if columns <= 0:
        return ""
    room = columns - cells(more)
    kept = text[:room] if text.isascii() else set_cell_size(_apart(text), room)
    return kept.rstrip() + more


def fold(text: str, columns: int, lines: int | None = None, more: str = "…") -> list[str]:
    """``text`` wrapped at words; with ``lines``, at most so many, the last one cut at a word."""
    spans = wrap(text, 0, len(text), max(columns, 1), cells)
    folded = [text[start:end] for start, end in spans]
    if lines is None or len(folded) <= lines:
        return folded
    last = folded[lines - 1]
    while last and cells(last) + cells(more) > columns:
        head, blank, _ = last.rpartition(" ")
        last = head if blank else cut(last, columns - cells(more), "")
    return [*folded[: lines - 1], last.rstrip(" ,;:–—") + more]


def spread(left: Sequence[Run], right: Sequence[Run], columns: int, ground: Style) -> Line:
    """``left`` and ``right`` at the two ends of ``columns`` cells; at least one blank between."""
    gap = max(1, columns - width(left) - width(right))
    return [*left, (" " * gap, ground), *right]


def middle(line: Sequence[Run], columns: int, ground: Style) -> Line:
    """``line`` in the middle of ``columns`` cells."""
    gap = max(0, (columns - width(line)) // 2)
    return [(" " * gap, ground), *line]
