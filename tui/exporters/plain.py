"""An article as plain text: paragraphs on one line each or wrapped, furniture left out or not."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from unicodedata import category, combining, east_asian_width

from tui.model import Article, Block, BlockKind, Body, Link, Span
from tui.text.cleaning import clean_line
from tui.text.reading import Reading
from tui.text.wrapping import wrap

_GAP = "\n\n"
_NARROWEST = 10
_PACKED = frozenset({BlockKind.ITEM})


def visible_body(body: Body) -> Body:
    """``body`` without its hidden blocks, as a text of its own with offsets of its own."""
    if not any(block.hidden for block in body.blocks):
        return body
    parts: list[str] = []
    blocks: list[Block] = []
    starts: list[int] = []
    length = 0
    before: Block | None = None
    for block in body.blocks:
        if not block.hidden:
            gap = _GAP if blocks else ""
            if before is not None and not before.hidden:
                gap = body.text[before.end : block.start]
            parts += [gap, body.text[block.start : block.end]]
            length += len(gap)
            blocks.append(_moved(block, length - block.start))
            starts.append(block.start)
            length += block.end - block.start
        before = block
    links: list[Link] = []
    for link in body.links:
        index = bisect_right(starts, link.start) - 1
        shift = blocks[index].start - starts[index] if index >= 0 else 0
        if index >= 0 and link.end + shift <= blocks[index].end:
            links.append(Link(link.start + shift, link.end + shift, link.href))
    return Body("".join(parts), tuple(blocks), tuple(links))


def _moved(block: Block, shift: int) -> Block:
    cells = tuple(tuple(Span(a + shift, b + shift) for a, b in row) for row in block.cells)
    return replace(block, start=block.start + shift, end=block.end + shift, cells=cells)


def article_text(
    article: Article, reading: Reading, *, furniture: bool = False, width: int | None = None
) -> str:
    """Title, kicker and text, ready to print.

    Args:
        article: What is printed.
        reading: Its text.
        furniture: Whether the hidden blocks are printed too, where they stand.
        width: Cells of a line; by default a paragraph is one line, however long.
    """
    skipped = reading.title_block
    title = clean_line(article.title)
    head = [_wrapped(title, 0, len(title), width)] if title else []
    parts = ["\n".join([*head, kicker(article)])]
    before: Block | None = None
    for index, block in enumerate(reading.body.blocks):
        if index == skipped or (block.hidden and not furniture):
            continue
        packed = before is not None and block.kind is before.kind and block.kind in _PACKED
        parts += ["\n" if packed else _GAP, block_text(reading.text, block, width)]
        before = block
    return "".join(parts) + "\n"


def kicker(article: Article) -> str:
    """The line under a title: who, where, when, how long."""
    named = (article.byline, article.site, (article.published or "")[:10])
    return " · ".join([clean_line(part) for part in named if part] + [f"{article.minutes} min"])


def block_text(text: str, block: Block, width: int | None = None) -> str:
    """A block as it is written in plain text; code and tables are never wrapped."""
    match block.kind:
        case BlockKind.RULE:
            return "* * *"
        case BlockKind.CODE:
            return text[block.start : block.end]
        case BlockKind.TABLE if block.cells:
            rows = ([clean_line(text[a:b]) for a, b in row] for row in block.cells)
            return "\n".join(" | ".join(row) for row in rows)
        case BlockKind.QUOTE:
            inner = _wrapped(text, block.start, block.end, width and width - 2)
            return "\n".join(f"> {line}" for line in inner.split("\n"))
        case BlockKind.ITEM:
            mark = f"{block.number}." if block.number is not None else "•"
            mark = f"{'  ' * max(0, block.level - 1)}{mark} "
            inner = _wrapped(text, block.start, block.end, width and width - len(mark))
            return mark + inner.replace("\n", "\n" + " " * len(mark))
        case _:
            return _wrapped(text, block.start, block.end, width)


def _wrapped(text: str, start: int, end: int, width: int | None) -> str:
    if width is None:
        return text[start:end]
    lines = wrap(text, start, end, max(width, _NARROWEST), cells)
    return "\n".join(text[line.start : line.end] for line in lines)


def cells(text: str) -> int:
    """How many cells of a terminal ``text`` takes, as far as Unicode alone tells."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if combining(c) or category(c) in {"Mn", "Me", "Cf"}
        else 1 + (east_asian_width(c) in "WF")
        for c in text
    )
