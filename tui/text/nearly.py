"""Nearly the same words: where a passage stands in a text in which a few of its words changed.

Three words in a row that were not changed lead to the places that may be it. There the passage is
laid against the text, word by word, with free ends (Sellers' algorithm), and what that costs says
how much of it is left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui.model import Span

ENOUGH = 0.8
"""So much of a passage must be left for a place to be it."""

_FEWEST = 8
"""In a passage of fewer words every one of them may be what it says."""
_SHORTEST = 24
"""Code points: in writing without blanks a sign counts as a word."""
_LONGEST = 300
"""Passages of more words are laid by their two ends."""
_END = 120

_SEED = 3
_SEEDS = 48
"""So many rows of three words are looked for, from all over the passage."""
_COMMON = 24
"""A row of words that stands in more places leads nowhere."""
_PLACES = 4
"""So many places are looked at closely."""

_WORD = re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u2e80-\u30ff\u3400-\u9fff]+")
_TOKEN = re.compile(rf"{_WORD.pattern}|[.!?。！？\n]")
_STOPS = frozenset(".!?。！？\n")
_OPENING = re.compile(r"[^\w\s]{1,3}\Z")
_CLOSING = re.compile(r"[^\w\s]{1,3}")


class Near(NamedTuple):
    """A place of nearly the same words.

    Attributes:
        share: How much of them is left, up to 1.0.
        span: Where that stands.
    """

    share: float
    span: Span


class _Token(NamedTuple):
    folded: str
    start: int
    end: int


class _Fitted(NamedTuple):
    """How much is left of a passage between two tokens of a window."""

    share: float
    first: int
    last: int


def nearly(text: str, words: str) -> list[Near]:
    """The places at which at least :data:`ENOUGH` of ``words`` is left, the best first.

    Places do not overlap. A passage of a few words is found nowhere.
    """
    words = words.strip()
    tokens = _tokens(words)
    if sum(token.folded not in _STOPS for token in tokens) < _FEWEST or len(words) < _SHORTEST:
        return []
    found: list[Near] = []
    for start in _starts(text, words):
        near = _laid(text, words, tokens, start)
        if near is not None and near.share >= ENOUGH:
            found.append(near)
    found.sort(key=lambda near: (-near.share, near.span))
    apart: list[Near] = []
    for near in found:
        if all(near.span.end <= o.span.start or o.span.end <= near.span.start for o in apart):
            apart.append(near)
    return apart


def _tokens(text: str, offset: int = 0) -> list[_Token]:
    """Words and ends of sentences and lines, each with its place."""
    return [
        _Token(match.group().casefold(), match.start() + offset, match.end() + offset)
        for match in _TOKEN.finditer(text)
    ]


def _starts(text: str, words: str) -> list[int]:
    """Where the passage may begin, the likeliest first."""
    votes: Counter[int] = Counter()
    width = max(len(words) // 4, _SHORTEST)
    for offset, seed in _seeds(words):
        hits = _hits(text, seed)
        if len(hits) <= _COMMON:
            votes.update({(hit - offset) // width for hit in hits})
    # A passage may lie across two bins; its neighbours' votes are its own.
    weights = {bin_: votes[bin_ - 1] + votes[bin_] + votes[bin_ + 1] for bin_ in votes}
    ranked = sorted(weights, key=lambda bin_: (-weights[bin_], -votes[bin_], bin_))
    chosen: list[int] = []
    for bin_ in ranked:
        if all(abs(bin_ - other) > 1 for other in chosen):
            chosen.append(bin_)
    return [max(0, bin_ * width) for bin_ in chosen[:_PLACES]]


def _seeds(words: str) -> list[tuple[int, str]]:
    """Rows of words of the passage, each with its offset."""
    found = list(_WORD.finditer(words))
    rows = list(zip(found, found[_SEED - 1 :], strict=False))
    step = max(1, len(rows) // _SEEDS)
    return [(first.start(), words[first.start() : last.end()]) for first, last in rows[::step]]


def _hits(text: str, seed: str) -> list[int]:
    """Where a row of words stands, one place more than :data:`_COMMON` at the utmost."""
    hits: list[int] = []
    at = text.find(seed)
    while at >= 0 and len(hits) <= _COMMON:
        hits.append(at)
        at = text.find(seed, at + 1)
    return hits


def _laid(text: str, words: str, tokens: Sequence[_Token], start: int) -> Near | None:
    """The passage laid against the text at about ``start``."""
    margin = len(words) // 2 + _SHORTEST
    low = max(0, start - margin)
    window = _tokens(text[low : start + len(words) + margin], low)
    fitted = _fitted(tokens, window) if len(tokens) <= _LONGEST else _by_its_ends(tokens, window)
    if fitted.share < ENOUGH:
        return None
    span = Span(window[fitted.first].start, window[fitted.last - 1].end)
    return Near(fitted.share, _with_marks(text, words, span))


def _by_its_ends(tokens: Sequence[_Token], window: Sequence[_Token]) -> _Fitted:
    """A long passage: its beginning and its end laid each by itself, its words counted."""
    head, tail = _fitted(tokens[:_END], window), _fitted(tokens[-_END:], window)
    there = Counter(token.folded for token in window[head.first : tail.last])
    common = Counter(token.folded for token in tokens) & there
    share = common.total() / max(len(tokens), there.total())
    return _Fitted(min(share, head.share, tail.share), head.first, tail.last)


def _fitted(tokens: Sequence[_Token], window: Sequence[_Token]) -> _Fitted:
    """Where in the window most of the tokens is left.

    A token that is missing, another one or one too many costs 1. The end of a sentence never
    stands for a word. Of places that cost the same the longest is taken.
    """
    # A cell is what it costs to get there and where that began, as one number to compare.
    one = len(window) + 1
    row = list(range(one))
    for number, token in enumerate(tokens, 1):
        above, row = row, [number * one]
        stop = token.folded in _STOPS
        for at, other in enumerate(window):
            cost = above[at]
            if token.folded != other.folded:
                cost += one if stop == (other.folded in _STOPS) else 2 * one
            row.append(min(cost, above[at + 1] + one, row[at] + one))
    cost, shift, last = min((cell // one, cell % one - at, at) for at, cell in enumerate(row))
    return _Fitted(1 - cost / len(tokens), last + shift, last)


def _with_marks(text: str, words: str, span: Span) -> Span:
    """The span with the marks beside it, at an end at which the passage has marks."""
    start, end = span
    before = _OPENING.search(text, max(0, start - 3), start)
    after = _CLOSING.match(text, end)
    return Span(
        before.start() if before and not words[0].isalnum() else start,
        after.end() if after and not words[-1].isalnum() else end,
    )
