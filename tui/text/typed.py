"""Where words stand that somebody typed: with marks of any form, letters composed or not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tui.model import Span
from tui.text.unspaced import spaced

_SAME = {mark: f"[{group}]" for group in ("'’‘‛", '"“”„«»', "-‐‑‒–—") for mark in group}
"""Marks that a keyboard has in one form and a text in another."""


def places_of(text: str, words: str) -> list[Span]:
    """Where ``words`` stand, in the order of the text.

    Blanks, quotation marks, apostrophes and dashes match those of any other form, and a letter
    with its accents in one character the same letter in several. Inside of longer words they are
    found only where they stand nowhere else.
    """
    composed = unicodedata.normalize("NFC", text)
    pieces = unicodedata.normalize("NFC", words).split()
    if not pieces:
        return []
    pattern = r"\s+".join(
        "".join(_SAME.get(character) or re.escape(character) for character in piece)
        for piece in pieces
    )
    found = [Span(*match.span()) for match in re.finditer(pattern, composed)]
    whole = [span for span in found if not _cuts_a_word(composed, span)]
    return _in_original(text, composed, whole or found)


def _cuts_a_word(text: str, span: Span) -> bool:
    """Whether a letter before or after ``span`` belongs to its first or last word."""
    edges = (text[max(0, span.start - 1) : span.start + 1], text[span.end - 1 : span.end + 1])
    return any(len(edge) == 2 and all(map(_in_word, edge)) for edge in edges)


def _in_word(char: str) -> bool:
    """Whether the character is of a word that blanks set off from others, or an accent."""
    return spaced(char).isalnum() or unicodedata.category(char).startswith("M")


def _in_original(text: str, composed: str, spans: list[Span]) -> list[Span]:
    """Spans of the composed text as those of the text it was made from."""
    if composed == text or not spans:
        return spans
    begins: list[int] = []
    ends: list[int] = []
    at = 0
    for cluster in _clusters(text):
        length = len(unicodedata.normalize("NFC", cluster))
        begins.extend([at] * length)
        at += len(cluster)
        ends.extend([at] * length)
    return [Span(begins[span.start], ends[span.end - 1]) for span in spans]


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
