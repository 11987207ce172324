"""From the tree of a page to blocks and links: an own walk that keeps what the markup says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.importers.html_tables import is_data_table, table_rows
from tui.importers.html_tree import BLOCK_TAGS, Node
from tui.importers.links import safe_href
from tui.importers.shaping import BodyBuilder, Inline, Shape
from tui.model import BlockKind, Body

_HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CODE = frozenset({"pre", "listing", "xmp", "plaintext"})
_NO_TEXT = frozenset({"head", "title", "rp"})
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|captions|wp-caption-text|photo-?credit|image-?credit)(?:$|[\s_-])",
    re.IGNORECASE,
)


class _Walk:
    """Where the walk stands: depth of lists and quotes, the number of the next item."""

    def __init__(self, base: str | None) -> None:
        self.builder = BodyBuilder()
        self.base = base
        self.quotes = 0
        self.lists: list[int | None] = []
        self.heading = 0
        self.verbatim = 0
        self.item_open = False
        self.number: int | None = None
        self.captions = 0

    def run(self, root: Node) -> None:
        stack: list[Node | str | tuple[Node]] = [root]
        while stack:
            step = stack.pop()
            if isinstance(step, str):
                self.text(step)
            elif isinstance(step, tuple):
                self.leave(step[0])
            elif not step.out and step.tag not in _NO_TEXT and self.enter(step):
                stack.append((step,))
                stack.extend(reversed(step.children))

    def text(self, text: str) -> None:
        self.builder.text(text)

    def enter(self, node: Node) -> bool:
        """Begins an element; False when there is nothing more to do inside it."""
        tag = node.tag
        if tag == "br":
            self.builder.break_line()
            return False
        if tag == "hr":
            self.builder.rule()
            return False
        if tag == "table" and not self.verbatim and is_data_table(node):
            self.table(node)
            return False
        if tag == "a":
            href = safe_href(node.get("href"), self.base) if node.get("href") else None
            if href:
                self.builder.open_link(href)
        if tag == "q":
            self.builder.text("“")
        if tag in BLOCK_TAGS or tag in _CODE:
            self.end_block()
            self.begin(node)
        return True

    def end_block(self) -> None:
        """Ends a block; what follows the first one of an item carries no mark."""
        if self.builder.boundary():
            self.item_open = False

    def begin(self, node: Node) -> None:
        """Sets the shape of what stands in a block element."""
        tag = node.tag
        if tag in _HEADINGS:
            self.heading = _HEADINGS[tag]
        elif tag == "blockquote":
            self.quotes += 1
        elif tag in _LISTS:
            self.lists.append(_start(node) if tag == "ol" else None)
        elif tag == "li":
            self.item_open = True
            self.number = None
            if self.lists and self.lists[-1] is not None:
                value = node.get("value")
                self.number = int(value) if _small(value) else self.lists[-1]
                self.lists[-1] = self.number + 1
        elif tag in _CODE:
            self.verbatim += 1
        self.captions += is_caption(node)
        self.shape()

    def leave(self, node: Node) -> None:
        """Ends an element."""
        tag = node.tag
        if tag == "a":
            self.builder.close_link()
        elif tag == "q":
            self.builder.text("”")
        if tag not in BLOCK_TAGS and tag not in _CODE:
            return
        self.end_block()
        if tag in _HEADINGS:
            self.heading = 0
        elif tag == "blockquote":
            self.quotes -= 1
        elif tag in _LISTS:
            self.lists.pop()
            self.item_open = False
        elif tag == "li":
            self.item_open = False
        elif tag in _CODE:
            self.verbatim -= 1
        self.captions -= is_caption(node)
        self.shape()

    def shape(self) -> None:
        """Tells the builder what the next block will be."""
        if self.verbatim:
            shape = Shape(BlockKind.CODE)
        elif self.heading:
            shape = Shape(BlockKind.HEADING, level=self.heading)
        elif self.item_open:
            shape = Shape(BlockKind.ITEM, level=max(len(self.lists), 1), number=self.number)
        elif self.quotes:
            shape = Shape(BlockKind.QUOTE, level=self.quotes)
        else:
            shape = Shape()
        self.builder.shape = replace(shape, hidden=True) if self.captions else shape

    def table(self, node: Node) -> None:
        self.builder.table([[self.cell(cell) for cell in row] for row in table_rows(node)])

    def cell(self, node: Node) -> Inline:
        """One cell as a single stretch of text, whatever blocks stand in it."""
        inline = Inline()
        stack: list[Node | str | tuple[Node]] = [node]
        while stack:
            step = stack.pop()
            if isinstance(step, str):
                inline.add(step)
            elif isinstance(step, tuple):
                if step[0].tag == "a":
                    inline.close_link()
                elif step[0].tag in BLOCK_TAGS:
                    inline.add(" ")
            elif not step.out and step.tag not in _NO_TEXT:
                if step.tag == "br" or step.tag in BLOCK_TAGS:
                    inline.add(" ")
                elif step.tag == "a" and (href := safe_href(step.get("href"), self.base)):
                    inline.open_link(href)
                stack.append((step,))
                stack.extend(reversed(step.children))
        return inline


def is_caption(node: Node) -> bool:
    """Whether a block tells of a picture that a terminal does not show."""
    return node.tag == "figcaption" or bool(
        node.tag in BLOCK_TAGS and _CAPTION.search(node.get("class"))
    )


def _start(node: Node) -> int:
    start = node.get("start")
    return int(start) if _small(start) else 1


def _small(text: str) -> bool:
    """Whether ``text`` is a number that a list may carry."""
    return text.isascii() and text.isdigit() and len(text) <= 6


def blocks_of(roots: Sequence[Node], base: str | None) -> Body:
    """The body made of ``roots``, without what is marked ``out`` in them.

    Args:
        roots: Elements of one page, in its order, none inside another.
        base: Address against which links are resolved.
    """
    walk = _Walk(base)
    for root in roots:
        walk.builder.boundary()
        walk.run(root)
    return walk.builder.body()
