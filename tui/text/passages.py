"""Where the words that somebody looks for stand in a text, and the passage that shows them best."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from tui.model import Span
from tui.text.composed import Composed, compose
from tui.text.letters import Compared, plain
from tui.text.unspaced import runs, spaced

PASSAGE = 180
"""Code points of a passage at most, unless one phrase is longer."""

_MOST_PLACES = 5000
_BREAK = 24
"""So far from its ends a passage is cut between words rather than within one."""


class Wanted(NamedTuple):
    """A word or phrase that is looked for; ``prefix``: its last word may go on."""

    words: str
    prefix: bool = False


class Place(NamedTuple):
    """Where one of the things wanted stands; ``which`` counts them from 0."""

    start: int
    end: int
    which: int


class Snippet(NamedTuple):
    """A piece of a text on one line, and the spans in it that were looked for."""

    text: str
    marks: tuple[Span, ...]


def words_of(text: str) -> list[str]:
    """The words of a phrase: letters, digits and their marks."""
    kept = (char if _in_word(char) else " " for char in text)
    return [word for word in "".join(kept).split() if not all(map(_is_mark, word))]


def _in_word(char: str) -> bool:
    return unicodedata.category(char) in {
        *("Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Co", "Mn", "Mc"),
    }


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Mc"}


class Seeker:
    """Finds several words and phrases in texts, in whatever spelling the index finds them."""

    def __init__(self, wanted: Iterable[Wanted]) -> None:
        wanted = tuple(wanted)
        found = (run for each in wanted for run in runs(each.words))
        self._runs = [re.compile(re.escape(Compared(run).text)) for run in found]
        patterns = (_pattern(each) for each in wanted)
        self._words = [re.compile(pattern) for pattern in patterns if pattern]

    @property
    def size(self) -> int:
        """How many things are looked for; a phrase of two scripts is two."""
        return len(self._runs) + len(self._words)

    def places(self, text: str) -> list[Place]:
        """Where they stand, in the order of the text; of too many the first ones."""
        left = spaced(text)
        found = _places(self._words, Compared(left), len(self._runs))
        if self._runs and left != text:
            composed = compose(text)
            found += _outward(_places(self._runs, Compared(composed.text), 0), composed)
        return sorted(found)

    def all_in(self, text: str) -> bool:
        """Whether everything that is looked for stands in ``text``."""
        return len({place.which for place in self.places(text)}) == self.size


def _places(patterns: Sequence[re.Pattern[str]], text: Compared, first: int) -> list[Place]:
    found = [
        Place(*match.span(), which)
        for which, pattern in enumerate(patterns, first)
        for match in islice(pattern.finditer(text.text), _MOST_PLACES)
    ]
    return _outward(found, text.placed) if found else []


def _outward(places: list[Place], text: Composed) -> list[Place]:
    """Places in a text as they are in the one that it was made from."""
    if not text.inner:
        return places
    return [Place(*text.outward(Span(start, end)), which) for start, end, which in places]


def _pattern(wanted: Wanted) -> str:
    """A pattern for the words between blanks; empty where there are none."""
    words = [re.escape(Compared(word).text) for word in words_of(plain(wanted.words))]
    if not words:
        return ""
    # Letters are looked for first and what is before them then: much faster than vice versa.
    words[0] += rf"(?<![^\W_]{words[0]})"
    return r"[\W_]+".join(words) + (r"[^\W_]*" if wanted.prefix else r"(?![^\W_])")


def best(places: Sequence[Place], width: int = PASSAGE) -> Span | None:
    """The stretch of at most ``width`` that holds the most of what is looked for.

    Among such the shortest, among those the first.
    """
    chosen: Span | None = None
    most = 0
    for held, span in _stretches(places, width):
        if chosen is None or (held, _length(chosen)) > (most, _length(span)):
            most, chosen = held, span
    return chosen


def passages(places: Sequence[Place], width: int = PASSAGE) -> list[Span]:
    """Every stretch that holds as much of it as the best one, in their order, none overlapping.

    Of two that overlap the shorter is taken.
    """
    stretches = list(_stretches(places, width))
    most = max((held for held, _ in stretches), default=0)
    found: list[Span] = []
    for held, span in stretches:
        if held < most:
            continue
        if not found or found[-1].end <= span.start:
            found.append(span)
        elif _length(span) < _length(found[-1]):
            found[-1] = span
    return found


def _stretches(places: Sequence[Place], width: int) -> Iterator[tuple[int, Span]]:
    """For every place the stretch that ends there, and how much of what is looked for it holds.

    It has nothing twice at its head, and is longer than ``width`` only where one place is.
    """
    window: deque[Place] = deque()
    held: Counter[int] = Counter()
    for place in places:
        window.append(place)
        held[place.which] += 1
        while held[window[0].which] > 1 or place.end - window[0].start > width:
            if len(window) == 1:
                break
            gone = window.popleft()
            held[gone.which] -= 1
            if not held[gone.which]:
                del held[gone.which]
        yield len(held), Span(window[0].start, max(each.end for each in window))


def inside(places: Sequence[Place], span: Span) -> list[Place]:
    """Those of ``places``, which are in the order of the text, that stand within a span."""
    first, last = (bisect_left(places, edge, key=itemgetter(0)) for edge in span)
    return [place for place in places[first:last] if place.end <= span.end]


def _length(span: Span) -> int:
    return span.end - span.start


def snippet(text: str, around: Span, places: Sequence[Place], width: int = PASSAGE) -> Snippet:
    """One line of about ``width`` code points around a span; marks are what stands in it.

    ``places`` are in the order of the text.
    """
    spare = max(width - (around.end - around.start), 0)
    start = max(around.start - spare // 3, 0)
    end = min(start + max(width, around.end - start), len(text))
    start = max(min(start, end - width), 0)
    if start:
        start = _after_blank(text, start, around.start)
    if end < len(text):
        end = _before_blank(text, end, around.end)
    lead = "…" if start else ""
    line = lead + re.sub(r"\s", " ", text[start:end]) + ("…" if end < len(text) else "")
    shift = len(lead) - start
    marks = _merged(
        Span(place.start + shift, place.end + shift) for place in inside(places, Span(start, end))
    )
    return Snippet(line, tuple(marks))


def _after_blank(text: str, start: int, limit: int) -> int:
    for index in range(start, min(start + _BREAK, limit)):
        if text[index].isspace():
            return index + 1
    return start


def _before_blank(text: str, end: int, limit: int) -> int:
    for index in range(end, max(end - _BREAK, limit), -1):
        if text[index].isspace():
            return index
    return end


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
