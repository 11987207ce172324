"""What stands around a place in a text, and how much of it stands around another place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from tui.model import Span
from tui.text.alike import folded

_NEAR = 40
"""Code points right before and after a place that are compared one by one."""
_RUN = 24
"""Surroundings that agree in so many code points from the place on agree for certain."""
_WIDE = 400
"""Code points on either side whose words are compared."""

_ALIKE = 0.65
"""Unrelated prose is never as much alike as this."""
_SHARED = 0.5
"""If so much of a paragraph's rest is there, it is that paragraph."""
_FEW = 6
"""Agreement in fewer code points than this is chance."""

_TELLING = 16
"""Shorter words may stand twice in a paragraph."""

_WORD = re.compile(r"\w+")

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Place:
    """The surroundings of a span.

    Attributes:
        left: What stands before it, the nearest first.
        right: What stands after it.
        own_left: The part of ``left`` that is in its own paragraph.
        own_right: The part of ``right`` that is in its own paragraph.
        rest: Pairs of neighbouring words in the rest of its paragraph.
        before: Such pairs before its paragraph.
        after: Such pairs after its paragraph.
        alone: The words before and after it in its paragraph, where that is a label at most:
            ``Q:``, say, or nothing.
        telling: It is long enough to be rare in a paragraph.
    """

    left: str
    right: str
    own_left: str
    own_right: str
    rest: Pairs
    before: Pairs
    after: Pairs
    alone: tuple[str, str] | None
    telling: bool

    @classmethod
    def of(cls, text: str, span: Span) -> Place:
        """The surroundings of ``span`` in ``text``; a line of ``text`` is a paragraph."""
        low, high = max(0, span.start - _WIDE), min(len(text), span.end + _WIDE)
        left, right = text[low : span.start], text[span.end : high]
        opens, closes = left.rfind("\n") + 1, right.find("\n")
        closes = len(right) if closes < 0 else closes
        own_left, own_right = left[opens:], right[:closes]
        near_left, near_right = _near(own_left[::-1]), _near(own_right)
        return cls(
            left=_near(left[::-1]),
            right=_near(right),
            own_left=near_left,
            own_right=near_right,
            rest=_pairs(own_left) | _pairs(own_right),
            before=_pairs(left[:opens]),
            after=_pairs(right[closes:]),
            alone=_label(near_left, near_right),
            telling=span.end - span.start >= _TELLING,
        )

    def fit(self, other: Place) -> float | None:
        """How well the surroundings of ``other`` are these; None where nothing says they are.

        The greatest is about 6. One side in its own paragraph must be alike, or most of the
        rest of the paragraph be there; what is a paragraph by itself, but for a label, must still
        be one.
        """
        left, right = _Side(self.own_left, other.left), _Side(self.own_right, other.right)
        rest = _share(self.rest, other.rest)
        if self.alone is not None:
            known = self.alone == other.alone or self._grown(other, *self.alone)
        else:
            known = left.alike or right.alike or _both(left, right)
            known = known or (self.telling and rest >= _SHARED)
        if not known:
            return None
        far = _share(self.before, other.before) + _share(self.after, other.after)
        beside = _Side(self.left, other.left).score + _Side(self.right, other.right).score
        return beside + rest + far / 2 + (self.alone is not None and self.alone == other.alone) / 2

    def beside_the_same(self, other: Place) -> bool:
        """Whether what stands before or after both is alike, be it another paragraph."""
        return _Side(self.left, other.left).alike or _Side(self.right, other.right).alike

    def _grown(self, other: Place, opening: str, closing: str) -> bool:
        """Whether ``other`` is this paragraph with more in it, beside the same neighbours."""
        left, right = _Side(self.left, other.left), _Side(self.right, other.right)
        before = left.alike or not (self.left or other.left)
        after = right.alike or not (self.right or other.right)
        opens, closes = _words(other.own_left) == opening, _words(other.own_right) == closing
        return (before and after) or (before and opens) or (after and closes)


class _Side:
    """One side of two places, compared."""

    def __init__(self, home: str, other: str) -> None:
        other = other[: max(len(home), _FEW)]
        self.length = len(home)
        self.run = _shared(home, other)
        enough = min(len(home), _RUN)
        self._agrees = self.run / enough if enough else 0.0
        self._ratio = 1.0 if enough and self.run == len(home) else _ratio(home, other)

    @property
    def alike(self) -> bool:
        """Whether the one is the other, perhaps with a word corrected."""
        return self.length >= _FEW and max(self._agrees, self._ratio) >= _ALIKE

    @property
    def score(self) -> float:
        """0 to 2; what is the very same goes before what is only alike."""
        return min(1.0, self._agrees) + self._ratio


def _both(left: _Side, right: _Side) -> bool:
    """Whether two short sides agree in all they have."""
    length = left.length + right.length
    return length >= _FEW and left.run + right.run == length


def _label(left: str, right: str) -> tuple[str, str] | None:
    """The words on both sides, if they are none or so few that they say nothing by themselves."""
    words = _words(left), _words(right)
    return words if not any(words) or len(left) + len(right) < _FEW else None


def _words(text: str) -> str:
    return "".join(_WORD.findall(text))


def _near(text: str) -> str:
    """The folded beginning of ``text``; blanks next to the place do not count."""
    return folded(text[: 2 * _NEAR])[:_NEAR]


def _pairs(text: str) -> Pairs:
    words = _WORD.findall(text.casefold())
    return frozenset(pairwise(words))


def _share(home: Pairs, other: Pairs) -> float:
    return len(home & other) / len(home) if home else 0.0


def _shared(one: str, other: str) -> int:
    """How many code points two texts begin with alike."""
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return count
    return min(len(one), len(other))


def _ratio(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
