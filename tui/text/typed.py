"""Where words stand that somebody typed: with marks of any form, letters composed or not."""

from __future__ import annotations

import re
import unicodedata

from tui.model import Span
from tui.text.composed import compose
from tui.text.unspaced import spaced

_SAME = {mark: f"[{group}]" for group in ("'’‘‛", '"“”„«»', "-‐‑‒–—") for mark in group}
"""Marks that a keyboard has in one form and a text in another."""


def places_of(text: str, words: str) -> list[Span]:
    """Where ``words`` stand, in the order of the text.

    Blanks, quotation marks, apostrophes and dashes match those of any other form, and a letter
    with its accents in one character the same letter in several. Inside of longer words they are
    found only where they stand nowhere else.
    """
    composed = compose(text)
    pieces = unicodedata.normalize("NFC", words).split()
    if not pieces:
        return []
    pattern = r"\s+".join(
        "".join(_SAME.get(character) or re.escape(character) for character in piece)
        for piece in pieces
    )
    found = [Span(*match.span()) for match in re.finditer(pattern, composed.text)]
    whole = [span for span in found if not _cuts_a_word(composed.text, span)]
    return [composed.outward(span) for span in whole or found]


def _cuts_a_word(text: str, span: Span) -> bool:
    """Whether a letter before or after ``span`` belongs to its first or last word."""
    edges = (text[max(0, span.start - 1) : span.start + 1], text[span.end - 1 : span.end + 1])
    return any(len(edge) == 2 and all(map(_in_word, edge)) for edge in edges)


def _in_word(char: str) -> bool:
    """Whether the character is of a word that blanks set off from others, or an accent."""
    return spaced(char).isalnum() or unicodedata.category(char).startswith("M")
