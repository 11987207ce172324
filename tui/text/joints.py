"""Joints: the places inside a word or a number, at which words that are found may not end."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from typing import NamedTuple

from tui.model import Span
from tui.text.unspaced import spaced

_POINTS = ".,:/·'’٫٬．，⁄‐‑‒–—−-"
"""Between digits these are inside a number, a date or a range."""
_NARROW = "\u00a0\u2009\u202f"
_BLANKS = f" {_NARROW}"
_HAN = "〇零一二三四五六七八九十百千万萬亿億兆"

_NUMBER = re.compile(
    rf"(?<=\d)[{_POINTS}]\d|(?<=\d[{_POINTS}])\d|(?<=[\s−-][.,])\d"
    # Thousands set off by blanks; a common blank also stands between a year and a figure.
    rf"|(?:(?<!\d\d\d\d)(?<=\d) |(?<=\d)[{_NARROW}])\d\d\d(?!\d)"
    rf"|(?:(?<!\d\d\d\d )(?<=\d )|(?<=\d[{_NARROW}]))\d\d\d(?!\d)"
    rf"|(?<=[\d{_HAN}])[{_HAN}]|(?<=[{_HAN}])\d"
)
_SIGN = re.compile(
    rf"(?<=\d)[{_BLANKS}]?[%‰°]"
    r"|(?<=[^\w\s][-+−–±])\d|(?<=\s[-+−–±])\d|(?<=\A[-+−–±])\d"
    r"|(?<=[^\W\d_]['’])[^\W\d_]|(?<=[^\W\d_])['’][^\W\d_]"
)
_FARTHEST = 40
"""No word or number goes on for more code points than are looked through for its end."""


class Joint(IntEnum):
    """What a place is inside of; the greater, the less can words end there."""

    NONE = 0
    SIGN = 1
    """Between a figure and its sign, or at the apostrophe within a word."""
    NUMBER = 2
    WORD = 3


class End(NamedTuple):
    """One end of some words.

    Attributes:
        joint: What it is inside of.
        beside: The code point next to it on the outside; None where any will do.
    """

    joint: Joint
    beside: str | None

    def allows(self, text: str, at: int, beside: str) -> bool:
        """Whether the words may end at ``at``, with ``beside`` outside.

        Where they ended within a word or a number, they may do so in that one again.
        """
        found = joint(text, at)
        if found is Joint.NONE or self.beside is None:
            return True
        same = beside == self.beside or (beside.isspace() and self.beside.isspace())
        return found <= self.joint and (same or found is Joint.SIGN)


class Ends(NamedTuple):
    """The two ends of some words."""

    first: End
    last: End

    @classmethod
    def of(cls, text: str, span: Span) -> Ends:
        """Those of a span; blanks at its ends do not count."""
        words = text[span.start : span.end]
        end = span.start + len(words.rstrip())
        start = end - len(words.strip())
        return cls(
            End(joint(text, start), text[max(0, start - 1) : start]),
            End(joint(text, end), text[end : end + 1]),
        )

    def allow(self, text: str, span: Span) -> bool:
        """Whether ``span`` cuts no word and no number that these ends do not."""
        return self._begins(text, span.start) and self._stops(text, span.end)

    def cut_alike(self, text: str, span: Span) -> bool:
        """Whether ``span`` cuts just what these ends cut."""
        other = Ends.of(text, span)
        return (other.first.joint, other.last.joint) == (self.first.joint, self.last.joint)

    def widened(self, text: str, span: Span) -> Span:
        """``span`` and the rest of the words and numbers that it cuts."""
        start, end = span
        while not self._begins(text, start) and span.start - start < _FARTHEST:
            start -= 1
        while not self._stops(text, end) and end - span.end < _FARTHEST:
            end += 1
        return Span(start, end)

    def _begins(self, text: str, at: int) -> bool:
        return self.first.allows(text, at, text[max(0, at - 1) : at])

    def _stops(self, text: str, at: int) -> bool:
        return self.last.allows(text, at, text[at : at + 1])


_FREE = End(Joint.WORD, None)
ANYWHERE = Ends(_FREE, _FREE)


def joint(text: str, at: int) -> Joint:
    """What ``text`` has at ``at``, before the code point that stands there.

    Writing without blanks between words has no joints but those within numbers.
    """
    if not 0 < at < len(text):
        return Joint.NONE
    before, after = text[at - 1], text[at]
    if before.isspace() and not after.isdigit():
        return Joint.NONE
    if unicodedata.category(after).startswith("M") or (_in_word(before) and _in_word(after)):
        return Joint.WORD
    if _NUMBER.match(text, at):
        return Joint.NUMBER
    return Joint.SIGN if _SIGN.match(text, at) or _currency(text, at) else Joint.NONE


def _in_word(char: str) -> bool:
    return char == "_" or spaced(char).isalnum() or unicodedata.category(char).startswith("M")


def _currency(text: str, at: int) -> bool:
    """Whether a currency's sign is torn from its figure, its letters or its minus here."""
    before, after = text[at - 1], text[at]
    if _is_currency(before):
        return after.isdigit()
    if _is_currency(after):
        return _in_word(before) or before in "-−"
    beyond = text[at + 1 : at + 2]
    return before.isdigit() and after in _BLANKS and _is_currency(beyond)


def _is_currency(char: str) -> bool:
    return bool(char) and unicodedata.category(char) == "Sc"
