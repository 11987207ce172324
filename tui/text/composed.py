"""A text with its accents composed (NFC), and where its places are in the text it was made from."""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.model import Span

_PIECE = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
"""Nothing composes with a plain letter that comes after it."""


class Composed(NamedTuple):
    """A composed text.

    Attributes:
        text: The text, composed.
        inner: What in it was composed, in its order.
        outer: The same in the text that it was made from.
    """

    text: str
    inner: Sequence[Span]
    outer: Sequence[Span]

    def inward(self, span: Span) -> Span:
        """Where a span of the original is in the composed text; letters stay whole."""
        return _carried(span, self.outer, self.inner)

    def outward(self, span: Span) -> Span:
        """Where a span of the composed text is in the original."""
        return _carried(span, self.inner, self.outer)


@lru_cache(maxsize=4)
def compose(text: str) -> Composed:
    """``text`` composed. The last few are kept: the notes of an article ask for it one by one."""
    if unicodedata.is_normalized("NFC", text):
        return Composed(text, (), ())
    parts: list[str] = []
    inner: list[Span] = []
    outer: list[Span] = []
    end = at = 0
    for start, cluster in _uncomposed(text):
        parts.append(text[end:start])
        at += start - end
        parts.append(unicodedata.normalize("NFC", cluster))
        inner.append(Span(at, at + len(parts[-1])))
        end, at = start + len(cluster), inner[-1].end
        outer.append(Span(start, end))
    parts.append(text[end:])
    return Composed("".join(parts), inner, outer)


def _uncomposed(text: str) -> Iterator[tuple[int, str]]:
    """What changes when it is composed, with its offset."""
    for piece in _PIECE.finditer(text):
        if unicodedata.is_normalized("NFC", piece.group()):
            continue
        start = piece.start()
        for cluster in _clusters(piece.group()):
            if not unicodedata.is_normalized("NFC", cluster):
                yield start, cluster
            start += len(cluster)


def _clusters(text: str) -> Iterator[str]:
    """Pieces of a text each of which is composed by itself: a letter with what goes into it."""
    start = 0
    for index in range(1, len(text)):
        if not _goes_on(text[index]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _goes_on(char: str) -> bool:
    """Whether this is an accent, or a vowel or final that a Korean syllable is composed of."""
    korean = "\u1161" <= char <= "\u1175" or "\u11a8" <= char <= "\u11c2"
    return korean or unicodedata.category(char).startswith("M")


def _carried(span: Span, here: Sequence[Span], there: Sequence[Span]) -> Span:
    """``span`` in another text, of which the pieces ``here`` are the pieces ``there``."""
    start, end = span
    index = bisect_right(here, (start, sys.maxsize)) - 1
    if index >= 0:
        inside = start < here[index].end
        start = there[index].start if inside else start - here[index].end + there[index].end
    index = bisect_left(here, (end, -1)) - 1
    if index >= 0:
        end = there[index].end + max(0, end - here[index].end)
    return Span(start, max(start, end))
