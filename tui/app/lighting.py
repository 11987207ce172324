"""What is lit in the text: gist or quotations or figures, and the reader's own marks on top.

One ink at a time: the text shows only what the panel shows, besides highlights, matches of a
search, and the sentence cursor.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from tui.app.palette import Token
from tui.model import Span


class InkKind(StrEnum):
    """Which ink the text shows."""

    PLAIN = "plain"
    GIST = "gist"
    QUOTES = "quotes"
    NUMBERS = "numbers"


class Spans:
    """Spans in the order of the text, which may overlap, with quick look-up by range."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.spans: tuple[Span, ...] = tuple(sorted(spans))
        self._starts = [span.start for span in self.spans]
        self._reach: list[int] = []
        for span in self.spans:
            self._reach.append(max(span.end, self._reach[-1] if self._reach else 0))

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    def within(self, start: int, end: int) -> Sequence[Span]:
        """The spans that overlap the range."""
        last = bisect_left(self._starts, end)
        first = last
        while first and self._reach[first - 1] > start:
            first -= 1
        return [span for span in self.spans[first:last] if span.end > start]

    def at_or_after(self, offset: int) -> int:
        """Index of the first span that starts at or after ``offset``."""
        return bisect_left(self._starts, offset)


class Piece(NamedTuple):
    """A stretch of a line that is drawn in one style."""

    start: int
    end: int
    ink: Token
    on: Token
    bold: bool
    italic: bool
    underline: bool


class Gutter(NamedTuple):
    """The two marks beside a line, as names of glyphs with their inks; empty for none."""

    own: str
    own_ink: Token
    mark: str
    mark_ink: Token


@dataclass(frozen=True)
class Lighting:
    """Everything lit in one article.

    Attributes:
        kind: Which ink is shown.
        lit: The spans in that ink: gist lines, quotations or figures.
        current: The selected one of them, or of those that are never lit (indirect speech).
        cursor: The sentence under the sentence cursor.
        highlights: The reader's highlights.
        noted: Those of them that carry a note.
        matches: What a search in the text found.
        match: The match one stands on.
        selection: Text selected with the mouse.
    """

    kind: InkKind = InkKind.PLAIN
    lit: Spans = field(default_factory=Spans)
    current: Span | None = None
    cursor: Span | None = None
    highlights: Spans = field(default_factory=Spans)
    noted: Spans = field(default_factory=Spans)
    matches: Spans = field(default_factory=Spans)
    match: Span | None = None
    selection: Span | None = None

    def but(self, **changes: object) -> Lighting:
        """The same with some of it changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # checked by replace itself

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The range cut into pieces of one style each, in order and without gaps."""
        layers = (self.lit, self.highlights, self.matches)
        found = [layer.within(start, end) for layer in layers]
        singles = (self.current, self.cursor, self.match, self.selection)
        cuts = {start, end}
        for span in (*(s for layer in found for s in layer), *(s for s in singles if s)):
            cuts.update(edge for edge in span if start < edge < end)
        edges = sorted(cuts)
        for left, right in pairwise(edges):
            lit, highlighted, matched = (_covers_any(layer, left) for layer in found)
            yield self._piece(left, right, lit, highlighted, matched)

    def _piece(self, start: int, end: int, lit: bool, highlighted: bool, matched: bool) -> Piece:
        gist = self.kind is InkKind.GIST
        on: Token = "ground"
        if any(_covers(span, start) for span in (self.cursor, self.selection, self.current)):
            on = "select"
        elif gist and lit:
            on = "marker"
        elif highlighted:
            on = "highlight"
        fact: Token | None = None
        if lit and not gist:
            fact = "quote" if self.kind is InkKind.QUOTES else "figure"
        ink: Token = "text"
        if fact is not None and on in ("ground", "select"):
            ink = fact
        elif gist and not lit and on == "ground" and not matched:
            ink = "dim"
        match_here = _covers(self.match, start)
        return Piece(
            start,
            end,
            ink,
            "select" if match_here else on,
            bold=matched,
            italic=fact == "quote",
            underline=fact == "figure" or matched,
        )

    def gutter(self, start: int, end: int) -> Gutter:
        """The marks beside a line that shows the range, as names of glyphs."""
        own, own_ink = self._own_mark(start, end)
        mark: str = ""
        mark_ink: Token = "accent"
        if self.kind is not InkKind.PLAIN and self.lit.within(start, end):
            mark, mark_ink = _MARKS[self.kind]
        return Gutter(own, own_ink, mark, mark_ink)

    def _own_mark(self, start: int, end: int) -> tuple[str, Token]:
        for span in (self.cursor, self.current):
            if span is not None and start <= span.start < end:
                return "cursor", "accent"
        noted = self.noted.within(start, end)
        if any(start <= span.start < end for span in noted):
            return "note", "note"
        if self.highlights.within(start, end):
            return "highlight", "note"
        return "", "note"


_MARKS: dict[InkKind, tuple[str, Token]] = {
    InkKind.GIST: ("gist", "accent"),
    InkKind.QUOTES: ("quote", "quote"),
    InkKind.NUMBERS: ("figure", "figure"),
}


def _covers(span: Span | None, offset: int) -> bool:
    return span is not None and span.start <= offset < span.end


def _covers_any(spans: Sequence[Span], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)
