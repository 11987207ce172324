"""Passages that stand once in the old text and once in the new one, wherever that is."""

from __future__ import annotations

import re
from collections import Counter

from tui.model import Span
from tui.text.nearly import nearly
from tui.text.unspaced import spaced

_LETTERS = 25
"""So many letters in a row are hardly ever written twice by chance."""
_WORDS = 5
_LONG_WORDS = 2
_LONG = 5
"""Nor are so many words of which so many have at least so many letters."""

_BESIDE = 24
"""Code points beside the old place by which it is known again."""
_KEPT = 0.5
"""If so much of the words is left there, they were reworded and not moved."""

_WORD = re.compile(r"\w+")


def unmistakable(words: str) -> bool:
    """Whether nobody writes these words twice but to repeat them."""
    found = _WORD.findall(words)
    # A sign of a script without blanks says as much as two letters.
    letters = sum(1 if spaced(char) == char else 2 for word in found for char in word)
    long_words = sum(len(word) >= _LONG for word in found)
    return letters >= _LETTERS or (len(found) >= _WORDS and long_words >= _LONG_WORDS)


def moved(text: str, place: Span, old: str, home: Span) -> bool:
    """Whether words that stand once in each text went from ``home`` in ``old`` to ``place``.

    They did not where they were reworded at home, nor where others much like them came or went:
    those may be the ones that were reworded.
    """
    words = old[home.start : home.end]
    if not unmistakable(words) or _reworded(text, place, old, home):
        return False
    return _all_in(text, old, home, words) and _all_in(old, text, place, words)


def _all_in(other: str, text: str, place: Span, words: str) -> bool:
    """Whether what is much like ``words`` in ``text``, apart from ``place``, is in ``other``."""
    return all(
        (near.span.start < place.end and place.start < near.span.end)
        or text[near.span.start : near.span.end] in other
        for near in nearly(text, words)
    )


def _reworded(text: str, place: Span, old: str, home: Span) -> bool:
    """Whether half of the words came back next to what stood beside their old place."""
    width = home.end - home.start + _BESIDE
    wanted = _counted(old[home.start : home.end])
    before, after = old[max(0, home.start - width) : home.start], old[home.end : home.end + width]
    windows = []
    if (at := _known_again(before[-_BESIDE:], text, old)) is not None:
        windows.append((Span(at + _BESIDE, at + _BESIDE + width), after))
    if (at := _known_again(after[:_BESIDE], text, old)) is not None:
        windows.append((Span(max(0, at - width), at), before))
    for window, known in windows:
        new = _counted(text[window.start : window.end]) - _counted(known)
        overlaps = window.start < place.end and place.start < window.end
        if not overlaps and (wanted & new).total() >= _KEPT * wanted.total():
            return True
    return False


def _known_again(beside: str, text: str, old: str) -> int | None:
    """Where what stood once in the old text, beside the words, stands in the new one."""
    if len(beside) < _BESIDE or old.count(beside) > 1:
        return None
    at = text.find(beside)
    return at if at >= 0 else None


def _counted(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))
