"""The notes and highlights of a text by their places: which of them a key is about."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Note, Span


class Marks:
    """Notes and highlights whose words stand in the text.

    Attributes:
        places: Each with where its words stand.
    """

    def __init__(self, notes: Sequence[Note], text: str) -> None:
        self._text = text
        self.places = [
            (note, Span(note.anchor.start, note.anchor.end))
            for note in notes
            if note.anchor is not None and note.anchor.found
        ]

    def on(self, span: Span) -> list[Note]:
        """Those on just these words, the oldest first.

        Blanks, quotation marks and other signs at the ends make no other place.
        """
        words = self._words(span)
        found = (note for note, place in self._near(span) if self._words(place) == words)
        return sorted(found, key=lambda note: note.id)

    def note_on(self, span: Span) -> Note | None:
        """The newest note on just these words; where there is none, the newest highlight."""
        marks = self.on(span)
        return next((n for n in reversed(marks) if n.text), marks[-1] if marks else None)

    def note_about(self, span: Span) -> Note | None:
        """The note on just these words, else the shortest mark that shares some of them."""
        near = ((place.end - place.start, note.id, note) for note, place in self._near(span))
        shortest = min(near, default=None, key=lambda each: each[:2])
        return self.note_on(span) or (shortest[2] if shortest is not None else None)

    def _near(self, span: Span) -> list[tuple[Note, Span]]:
        """Those that share words with ``span``, with their places."""
        return [
            (note, place)
            for note, place in self.places
            if place.start < span.end and span.start < place.end
        ]

    def _words(self, span: Span) -> Span:
        """``span`` from its first letter or digit to its last; without any as it is."""
        start, end = span
        while start < end and not self._text[start : start + 1].isalnum():
            start += 1
        while end > start and not self._text[end - 1 : end].isalnum():
            end -= 1
        return Span(start, end) if start < end else span
