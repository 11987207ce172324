"""An article as plain text: every paragraph one line, furniture left out unless asked for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from tui.model import Article, Block, BlockKind, Body, Link, Span
from tui.text.cleaning import clean_line
from tui.text.reading import Reading

_GAP = "\n\n"
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


def article_text(article: Article, reading: Reading, *, furniture: bool = False) -> str:
    """Title, kicker and text; with ``furniture`` the hidden blocks too, where they stand."""
    skipped = reading.title_block
    shown = [
        block
        for index, block in enumerate(reading.body.blocks)
        if index != skipped and (furniture or not block.hidden)
    ]
    head = clean_line(article.title)
    parts = [f"{head}\n{kicker(article)}" if head else kicker(article)]
    before: Block | None = None
    for block in shown:
        packed = before is not None and block.kind is before.kind and block.kind in _PACKED
        parts += ["\n" if packed else _GAP, block_text(reading.text, block)]
        before = block
    return "".join(parts) + "\n"


def kicker(article: Article) -> str:
    """The line under a title: who, where, when, how long."""
    named = (article.byline, article.site, (article.published or "")[:10])
    return " · ".join([clean_line(part) for part in named if part] + [f"{article.minutes} min"])


def block_text(text: str, block: Block) -> str:
    """A block as it is written in plain text."""
    words = text[block.start : block.end]
    match block.kind:
        case BlockKind.RULE:
            return "* * *"
        case BlockKind.ITEM:
            mark = f"{block.number}." if block.number is not None else "•"
            return f"{'  ' * max(0, block.level - 1)}{mark} {words}"
        case BlockKind.QUOTE:
            return "\n".join(f"> {line}" for line in words.split("\n"))
        case BlockKind.TABLE if block.cells:
            rows = ([clean_line(text[a:b]) for a, b in row] for row in block.cells)
            return "\n".join(" | ".join(row) for row in rows)
        case _:
            return words
