"""What is shown of an article or a note that a search found: its places, each with a snippet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import NamedTuple

from tui.library.shapes import load_facts
from tui.model import Facts, Figure, Hit, Note, Quotation, Span, Where
from tui.text.passages import Place, Seeker, best, inside, passages, snippet

_OPENING, _CLOSING = frozenset('“„‟«»‹›「『《〈"＂'), frozenset('”“‟»«›‹」』》〉"＂')
_NEAR = 60
"""Code points on either side of a figure in which the other words stand."""
_MOST_PASSAGES = 500
"""Passages of a text that are looked at for more places than the best."""


class Found(NamedTuple):
    """An article that has all the words; ``facts`` as the library keeps them."""

    article: int
    title: str
    text: str
    facts: str | None


class _Spot(NamedTuple):
    """A place in a text, and what it is a place of."""

    where: Where
    span: Span


@dataclass(frozen=True)
class Aim:
    """What is looked for, and in what; ``most``: places of an article at most."""

    seeker: Seeker
    kinds: frozenset[Where]
    most: int = 1

    @property
    def narrowed(self) -> bool:
        """Whether an article that has the words may yet have no hit."""
        return not self.kinds >= {Where.TITLE, Where.TEXT}

    def hits(self, found: Found) -> list[Hit]:
        """The article's places of the kinds wanted, the best first; none if it has none.

        The others come as they stand in the text, of each kind one in a paragraph. A title with
        all the words is the best; beside it only such places count as have them all too.
        """
        title = self._in_title(found) if Where.TITLE in self.kinds else None
        if self.kinds <= {Where.TITLE, Where.NOTE} or (title and self.most == 1):
            return [title] if title else []
        spots = _Spots(self, found, self.seeker.places(found.text))
        if title is None:
            return [spots.hit(each) for each in islice(spots.all(), self.most)]
        again = (each for each in spots.beside(title) if not _touch(each.span, _span_of(title)))
        return [title, *map(spots.hit, islice(again, self.most - 1))]

    def in_part(self, found: Found) -> Hit:
        """Where an article has most of what its text, notes, names and tags have together."""
        title, text = (self.seeker.places(each) for each in (found.title, found.text))
        if _held(text) > _held(title):
            return _Spots(self, found, text).hit(_Spot(Where.TEXT, best(text) or Span(0, 0)))
        return self._title_hit(found, title)

    def note_hit(self, note: Note) -> Hit:
        """The note's own words, and those that it is on where they are needed."""
        anchor, shown = note.anchor, note.text
        if anchor is not None and not self.seeker.all_in(shown):
            shown = f"{_in_marks(anchor.exact)} {shown}".rstrip()
        places = self.seeker.places(shown)
        line = snippet(shown, best(places) or Span(0, 0), places)
        hit = Hit(note.article, Where.NOTE, line.text, line.marks, note=note.id)
        if anchor is None or not anchor.found:
            return hit
        return replace(hit, start=anchor.start, end=anchor.end)

    def _in_title(self, found: Found) -> Hit | None:
        places = self.seeker.places(found.title)
        return self._title_hit(found, places) if _held(places) == self.seeker.size else None

    def _title_hit(self, found: Found, places: Sequence[Place]) -> Hit:
        title = found.title
        line = snippet(title, Span(0, len(title)), places)
        hit = Hit(found.article, Where.TITLE, line.text, line.marks)
        start = found.text.find(title, 0, 4 * len(title) + 1000)
        return hit if start < 0 else replace(hit, start=start, end=start + len(title))


@dataclass(frozen=True)
class _Spots:
    """The places of one text; ``places`` are those of the single words, in its order."""

    aim: Aim
    found: Found
    places: list[Place]

    def hit(self, spot: _Spot) -> Hit:
        """A place with the words around it."""
        line = snippet(self.found.text, spot.span, self.places)
        return Hit(self.found.article, spot.where, line.text, line.marks, *spot.span)

    def all(self) -> Iterator[_Spot]:
        """The best, then the others as they stand in the text."""
        facts = self._facts()
        if Where.TEXT not in self.aim.kinds:
            yield from self._told(facts)
            return
        first = self._at(facts, best(self.places) or Span(0, 0))
        yield first
        if self.aim.most > 1:
            yield from self._others(facts, first)

    def beside(self, title: Hit) -> Iterator[_Spot]:
        """Those that have all that is looked for, as the title has."""
        facts = self._facts()
        if Where.TEXT not in self.aim.kinds:
            yield from self._told(facts)
        elif self._all(inside(self.places, best(self.places) or Span(0, 0))):
            yield from self._others(facts)

    def _facts(self) -> Facts:
        wanted = self.found.facts and self.aim.kinds & {Where.QUOTE, Where.FIGURE}
        return (load_facts(self.found.facts or "") if wanted else None) or Facts()

    def _told(self, facts: Facts) -> Iterator[_Spot]:
        """Every quotation that has the words, the speaker's name among them, and every figure."""
        for quotation in facts.quotations if Where.QUOTE in self.aim.kinds else ():
            named = self.aim.seeker.places(quotation.speaker or "")
            if self._all(inside(self.places, _span_of(quotation)), named):
                yield _Spot(Where.QUOTE, _span_of(quotation))
        yield from self._figures(facts)

    def _figures(self, facts: Facts) -> Iterator[_Spot]:
        for figure in facts.figures if Where.FIGURE in self.aim.kinds else ():
            if self._tells(figure):
                yield _Spot(Where.FIGURE, _span_of(figure))

    def _at(self, facts: Facts, stretch: Span) -> _Spot:
        """The quotation that a stretch stands in, the figure that it touches, or else the text."""
        if Where.QUOTE in self.aim.kinds:
            for quotation in facts.quotations:
                span = _span_of(quotation)
                if _holds(span, stretch) and self._all(inside(self.places, span)):
                    return _Spot(Where.QUOTE, span)
        if Where.FIGURE in self.aim.kinds:
            for figure in facts.figures:
                if _touch(_span_of(figure), stretch) and self._tells(figure):
                    return _Spot(Where.FIGURE, _span_of(figure))
        return _Spot(Where.TEXT, stretch)

    def _others(self, facts: Facts, *first: _Spot) -> Iterator[_Spot]:
        """Passages as good as the best, and figures that tell of the words, one of a paragraph."""
        stretches = passages(self.places)[:_MOST_PASSAGES]
        spots = {self._at(facts, each) for each in stretches} | {*self._figures(facts), *first}
        taken = {(each.where, line) for each, line in self._by_line(first)}
        for spot, line in self._by_line(spots):
            if (spot.where, line) not in taken:
                taken.add((spot.where, line))
                yield spot

    def _by_line(self, spots: Iterable[_Spot]) -> Iterator[tuple[_Spot, int]]:
        """Spots as they stand in the text, each with the beginning of its line."""
        text, start, end = self.found.text, 0, -1
        for spot in sorted(spots, key=lambda each: each.span):
            if spot.span.start > end:
                start = text.rfind("\n", max(end, 0), spot.span.start) + 1
                end = text.find("\n", spot.span.start)
                end = end if end >= 0 else len(text)
            yield spot, start

    def _tells(self, figure: Figure) -> bool:
        """Whether a figure has one of the words and the others near it, or counts all of them.

        A minor one is hidden until it is asked for, and does not count.
        """
        if figure.minor:
            return False
        span = _span_of(figure)
        near = inside(self.places, Span(span.start - _NEAR, span.end + _NEAR))
        if not self._all(near):
            return False
        touched = any(_touch(span, Span(place.start, place.end)) for place in near)
        return touched or (figure.noun is not None and self.aim.seeker.all_in(figure.noun))

    def _all(self, *places: Iterable[Place]) -> bool:
        return _held(chain(*places)) == self.aim.seeker.size


def _held(places: Iterable[Place]) -> int:
    """How many of the things that are looked for they are places of."""
    return len({place.which for place in places})


def _in_marks(words: str) -> str:
    """Words that a note is on, in quotation marks; those that they bring are not doubled."""
    opened, closed = words[:1] in _OPENING, words[-1:] in _CLOSING
    if opened and (closed or not _CLOSING & set(words[1:])):
        return words if closed else f"{words}”"
    if closed and not _OPENING & set(words[:-1]):
        return f"“{words}"
    return f"“{words}”"


def _span_of(part: Quotation | Figure | Hit) -> Span:
    return Span(part.start or 0, part.end or 0)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
