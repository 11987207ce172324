"""Puts running text together into a body: blanks collapse, blocks and links get their spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.model import Block, BlockKind, Body, Link, Span
from tui.text.cleaning import clean

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_VERSE = 44
_STOPS = ".!?:;…"
_EDGES = " \t\n\r\f\u00a0\u3000"


@dataclass(frozen=True, slots=True)
class Shape:
    """What the next block will be; see :class:`tui.model.Block`."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: int | None = None
    hidden: bool = False


class Inline:
    """A stretch of text in the making: one block, or one cell of a table.

    Blanks collapse as a browser collapses them, unless ``verbatim``. Links are spans into
    the text of this stretch.
    """

    def __init__(self, verbatim: bool = False) -> None:
        self.verbatim = verbatim
        self._pieces: list[str] = []
        self._length = 0
        self._owed = ""
        self._line = 0
        self._links: list[Link] = []
        self._href: str | None = None
        self._link_start: int | None = None

    def __bool__(self) -> bool:
        return self._length > 0

    def add(self, text: str) -> None:
        """Appends text as it stands in a source."""
        if self.verbatim:
            self._put(clean(text))
            return
        flat = _BLANKS.sub(" ", clean(text))
        if flat.startswith(" ") and not self._owed:
            self._owed = " "
        words = flat.strip(" ")
        if words:
            if self._owed and self._length:
                self._put_gap(words[0])
            self._owed = ""
            self._put(words)
            if flat.endswith(" "):
                self._owed = " "

    def break_line(self) -> bool:
        """Ends a line; True when the line was ended already, which makes it a paragraph's end."""
        if self.verbatim:
            self._put("\n")
            return False
        if self._owed == "\n":
            return True
        if self._length:
            self._owed = "\n"
        return False

    def open_link(self, href: str) -> None:
        """What follows leads to ``href``."""
        self.close_link()
        self._href = href

    def close_link(self) -> None:
        """What follows leads nowhere."""
        if self._href is not None and self._link_start is not None:
            self._links.append(Link(self._link_start, self._length, self._href))
        self._href = self._link_start = None

    def finish(self) -> tuple[str, list[Link]]:
        """The text without blanks at its edges, and its links."""
        self.close_link()
        text = "".join(self._pieces)
        if self.verbatim:
            lead = len(text) - len(text.lstrip("\n"))
            kept = text.strip("\n").rstrip()
        else:
            lead = len(text) - len(text.lstrip(_EDGES))
            kept = text.strip(_EDGES)
        safe = clean(kept)
        if safe != kept:
            # Only pieces that were harmless apart come here; no offset into them is left.
            return safe.strip(_EDGES), []
        return kept, [moved for link in self._links if (moved := _moved(link, -lead, len(kept)))]

    def _put_gap(self, following: str) -> None:
        """Puts the blank or line end that is owed before the text that follows it.

        A line that is long enough for prose and goes on in lower case was only wrapped there.
        """
        gap = self._owed
        last = self._pieces[-1][-1]
        if gap == "\n" and self._length - self._line > _VERSE and following.islower():
            gap = "\n" if last in _STOPS else " "
        self._pieces.append(gap)
        self._length += 1
        if gap == "\n":
            self._line = self._length

    def _put(self, text: str) -> None:
        if self._href is not None and self._link_start is None and text.strip(_EDGES):
            self._link_start = self._length
        self._pieces.append(text)
        self._length += len(text)


def _moved(link: Link, by: int, limit: int) -> Link | None:
    """The link shifted and cut to a text of ``limit`` code points; None if nothing is left."""
    start, end = max(link.start + by, 0), min(link.end + by, limit)
    return Link(start, end, link.href) if start < end else None


class BodyBuilder:
    """Collects blocks in the order of the text.

    Set :attr:`shape`, call :meth:`text` for what stands inside, :meth:`boundary` wherever a
    block ends. A block without text leaves no trace.
    """

    def __init__(self) -> None:
        self.shape = Shape()
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._inline = Inline()
        self._begun: Shape | None = None
        self._href: str | None = None

    def text(self, text: str) -> None:
        """Text of the block that is open, or of a new one in the current shape."""
        if self._begun is None and not (self.shape.kind is BlockKind.CODE or text.strip(_EDGES)):
            return
        self._begin()
        self._inline.add(text)

    def break_line(self) -> None:
        """A forced line end; two of them in a row end the paragraph."""
        if self._begun is not None and self._inline.break_line():
            self.boundary()

    def open_link(self, href: str) -> None:
        """What follows leads to ``href``, across the ends of blocks too."""
        self._href = href
        self._inline.open_link(href)

    def close_link(self) -> None:
        """What follows leads nowhere."""
        self._href = None
        self._inline.close_link()

    def boundary(self) -> bool:
        """Ends the block that is open; True if there was one, and it had text."""
        if self._begun is None:
            return False
        shape, self._begun = self._begun, None
        text, links = self._inline.finish()
        self._inline = Inline()
        if self._href is not None:
            self._inline.open_link(self._href)
        if text:
            start = self._place(text, shape.kind)
            self._blocks.append(
                Block(
                    shape.kind,
                    start,
                    start + len(text),
                    level=shape.level,
                    hidden=shape.hidden,
                    number=shape.number,
                )
            )
            self._links += [Link(n.start + start, n.end + start, n.href) for n in links]
        return bool(text)

    def rule(self) -> None:
        """A line across the page; never the first block, never two in a row."""
        self.boundary()
        if self._blocks and self._blocks[-1].kind is not BlockKind.RULE:
            self._blocks.append(Block(BlockKind.RULE, self._length, self._length))

    def table(self, rows: Sequence[Sequence[Inline]], *, hidden: bool = False) -> None:
        """A table; its cells are parted by tabs and its rows by line ends in the text."""
        self.boundary()
        finished = [[_one_line(cell.finish()) for cell in row] for row in rows]
        finished = [row for row in finished if any(text for text, _ in row)]
        if not finished:
            return
        lines = ["\t".join(text for text, _ in row) for row in finished]
        start = at = self._place("\n".join(lines), BlockKind.TABLE)
        cells: list[tuple[Span, ...]] = []
        for row in finished:
            spans: list[Span] = []
            for text, links in row:
                spans.append(Span(at, at + len(text)))
                self._links += [Link(n.start + at, n.end + at, n.href) for n in links]
                at += len(text) + 1
            cells.append(tuple(spans))
        self._blocks.append(
            Block(BlockKind.TABLE, start, at - 1, hidden=hidden, cells=tuple(cells))
        )

    def body(self) -> Body:
        """Everything collected so far."""
        self.boundary()
        while self._blocks and self._blocks[-1].kind is BlockKind.RULE:
            self._blocks.pop()
        text = "".join(self._parts)
        return Body(text, tuple(self._blocks), tuple(self._links))

    def _begin(self) -> None:
        if self._begun is None:
            self._begun = self.shape
            self._inline.verbatim = self.shape.kind is BlockKind.CODE

    def _place(self, text: str, kind: BlockKind) -> int:
        """Appends a block's text after a gap and returns where it starts."""
        if self._length:
            together = kind is BlockKind.ITEM and self._blocks[-1].kind is BlockKind.ITEM
            gap = "\n" if together else "\n\n"
            self._parts.append(gap)
            self._length += len(gap)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start


def _one_line(finished: tuple[str, list[Link]]) -> tuple[str, list[Link]]:
    """A cell without the line ends and tabs that part cells; no offset moves."""
    text, links = finished
    return text.replace("\n", " ").replace("\t", " "), links
