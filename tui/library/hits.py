"""What is shown of an article or a note that a search found: its place and a snippet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from tui.library.shapes import load_facts
from tui.model import Facts, Hit, Note, Span, Where
from tui.text.passages import Place, Seeker, best, snippet

_OPENING, _CLOSING = frozenset('“„‟«»‹›「『《〈"＂'), frozenset('”“‟»«›‹」』》〉"＂')
_NEAR = 60
"""Code points on either side of a figure in which the other words stand."""


class Found(NamedTuple):
    """An article that has all the words; ``facts`` as the library keeps them."""

    article: int
    title: str
    text: str
    facts: str | None


@dataclass(frozen=True)
class Aim:
    """What is looked for, and in what."""

    seeker: Seeker
    kinds: frozenset[Where]

    @property
    def narrowed(self) -> bool:
        """Whether an article that has the words may yet have no hit."""
        return not self.kinds >= {Where.TITLE, Where.TEXT}

    def hit(self, found: Found) -> Hit | None:
        """The article's best place of the kinds wanted; None if it has none."""
        if Where.TITLE in self.kinds and self.seeker.all_in(found.title):
            return self._in_title(found)
        if self.kinds <= {Where.TITLE, Where.NOTE}:
            return None
        places = self.seeker.places(found.text)
        around = best(places) or Span(0, 0)
        where, span = self._fact(found.facts, places, around) or (Where.TEXT, around)
        if where not in self.kinds:
            return None
        line = snippet(found.text, span, places)
        return Hit(found.article, where, line.text, line.marks, *span)

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

    def _in_title(self, found: Found) -> Hit:
        title = found.title
        line = snippet(title, Span(0, len(title)), self.seeker.places(title))
        hit = Hit(found.article, Where.TITLE, line.text, line.marks)
        start = found.text.find(title, 0, 4 * len(title) + 1000)
        return hit if start < 0 else replace(hit, start=start, end=start + len(title))

    def _fact(
        self, data: str | None, places: list[Place], around: Span
    ) -> tuple[Where, Span] | None:
        """The quotation or the figure that has the words.

        Where any place of the text would do, only one at its best place.
        """
        facts = load_facts(data) if data else None
        if facts is None:
            return None
        within = None if Where.TEXT not in self.kinds else around
        if Where.QUOTE in self.kinds:
            span = self._quotation(facts, places, within)
            if span is not None:
                return Where.QUOTE, span
        if Where.FIGURE in self.kinds:
            span = self._figure(facts, places, within)
            if span is not None:
                return Where.FIGURE, span
        return None

    def _quotation(self, facts: Facts, places: list[Place], within: Span | None) -> Span | None:
        """The first quotation that has the words; its speaker's name counts if any will do."""
        for quotation in facts.quotations:
            span = Span(quotation.start, quotation.end)
            if within and not (span.start <= within.start and within.end <= span.end):
                continue
            named = self.seeker.places(quotation.speaker or "") if within is None else []
            if self._all(_inside(places, span), named):
                return span
        return None

    def _figure(self, facts: Facts, places: list[Place], within: Span | None) -> Span | None:
        """The first figure that has one of the words and the others near it."""
        for figure in facts.figures:
            span = Span(figure.start, figure.end)
            if within and not _touch(span, within):
                continue
            near = _inside(places, Span(span.start - _NEAR, span.end + _NEAR))
            if any(_touch(span, Span(p.start, p.end)) for p in near) and self._all(near):
                return span
        return None

    def _all(self, *places: Iterable[Place]) -> bool:
        return len({place.which for place in chain(*places)}) == self.seeker.size


def _in_marks(words: str) -> str:
    """Words that a note is on, in quotation marks; those that they bring are not doubled."""
    opened, closed = words[:1] in _OPENING, words[-1:] in _CLOSING
    if opened and (closed or not _CLOSING & set(words[1:])):
        return words if closed else f"{words}”"
    if closed and not _OPENING & set(words[:-1]):
        return f"“{words}"
    return f"“{words}”"


def _inside(places: list[Place], span: Span) -> list[Place]:
    return [place for place in places if span.start <= place.start and place.end <= span.end]


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
