"""Anchors: how a note finds its words again after the article's text has changed."""

from __future__ import annotations

import re
from bisect import bisect_right

from tui.model import Anchor, Span

CONTEXT = 32
"""Code points kept on either side, as the W3C's text-quote selector suggests."""

_PLACES = 2_000
"""More equal places than this cannot be told apart by 32 code points anyway."""

_TELLING = 16
"""Words this long may be trusted without their surroundings, if they stand there only once."""

_AGREEING = 6
"""Surroundings that agree in fewer code points than this agree by chance."""

_FOLD = str.maketrans(
    dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("\u00a0\u2007\u202f", " ")
)
_PIECE = re.compile(r"\S+")


def anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of ``text[start:end]``."""
    return Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def locate(text: str, anchor: Anchor) -> Span | None:
    """Where the anchored words stand in ``text`` now.

    Tried in turn: the old place, the same words elsewhere, the words with other blanks,
    quotation marks and dashes. Several places are told apart by their surroundings; where
    those do not decide, the answer is None: no place is better than a wrong one.
    """
    exact = anchor.exact
    if not exact.strip():
        return None
    here = Span(anchor.start, anchor.start + len(exact))
    if text.startswith(exact, anchor.start) and _agreement(text, here, anchor) >= _whole(anchor):
        return here
    places = [Span(at, at + len(exact)) for at in _occurrences(text, exact)]
    return _best(text, places, anchor) if places else _best(text, _loose(text, exact), anchor)


def _occurrences(text: str, words: str) -> list[int]:
    """Where ``words`` begin in ``text``; overlapping places count too."""
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) <= _PLACES:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _loose(text: str, words: str) -> list[Span]:
    """Places of ``words`` when blanks, quotation marks and dashes are not compared exactly."""
    folded = text.translate(_FOLD)
    pieces = list(_PIECE.finditer(folded))
    packed_starts: list[int] = []
    at = 0
    for piece in pieces:
        packed_starts.append(at)
        at += len(piece.group()) + 1
    packed = " ".join(piece.group() for piece in pieces)

    def unpacked(offset: int) -> int:
        index = bisect_right(packed_starts, offset) - 1
        return pieces[index].start() + offset - packed_starts[index]

    wanted = " ".join(words.translate(_FOLD).split())
    return [
        Span(unpacked(at), unpacked(at + len(wanted) - 1) + 1)
        for at in _occurrences(packed, wanted)
    ]


def _folded(text: str) -> str:
    return " ".join(text.translate(_FOLD).split())


def _whole(anchor: Anchor) -> int:
    """The agreement of a place whose surroundings are unchanged."""
    return len(_folded(anchor.prefix)) + len(_folded(anchor.suffix))


def _agreement(text: str, place: Span, anchor: Anchor) -> int:
    """How many code points next to ``place`` are those next to the anchor, blanks folded."""
    before = _folded(text[max(0, place.start - 2 * CONTEXT) : place.start])
    after = _folded(text[place.end : place.end + 2 * CONTEXT])
    left = _shared(before[::-1], _folded(anchor.prefix)[::-1])
    return left + _shared(after, _folded(anchor.suffix))


def _shared(one: str, other: str) -> int:
    """How many code points two texts begin with alike."""
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return count
    return min(len(one), len(other))


def _best(text: str, places: list[Span], anchor: Anchor) -> Span | None:
    """The one place that its surroundings or its length speak for."""
    if not places or len(places) > _PLACES:
        return None
    if len(places) == 1:
        place = places[0]
        known = len(anchor.exact.strip()) >= _TELLING or place.start == anchor.start
        agrees = _agreement(text, place, anchor) >= min(_AGREEING, _whole(anchor))
        return place if known or agrees else None
    ranked = sorted(((_agreement(text, place, anchor), place) for place in places), reverse=True)
    (first, place), (second, _) = ranked[0], ranked[1]
    return place if first >= _AGREEING and first > second else None
