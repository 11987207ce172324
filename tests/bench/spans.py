"""Comparing marked spans: what is trimmed, how far two overlap, and which belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.model import Span

_EDGE = " \t\r\n\"'`“”‘’«»„‹›.,;:…"
_LEAD = re.compile(
    r"(?:the|about|around|some|nearly|almost|roughly|approximately|approx\.?|more than|less than"
    r"|fewer than|over|under|at least|at most|up to|as (?:many|much) as|an estimated|estimated"
    r"|close to|just (?:over|under)|well over|only|another)\s+(?=\S)",
    re.IGNORECASE,
)


def trim(text: str, start: int, end: int) -> Span:
    """The span without marks, blanks and punctuation at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def trim_figure(text: str, start: int, end: int) -> Span:
    """The same without a leading article or approximator."""
    span = trim(text, start, end)
    while lead := _LEAD.match(text, span.start, span.end):
        span = Span(lead.end(), span.end)
    return span


def overlap(one: Span, other: Span) -> float:
    """Intersection over union, 0 to 1."""
    inner = min(one.end, other.end) - max(one.start, other.start)
    outer = max(one.end, other.end) - min(one.start, other.start)
    return inner / outer if inner > 0 else 0.0


def matched(gold: Sequence[Span], found: Sequence[Span], least: float) -> list[tuple[int, int]]:
    """Pairs of indices, the best overlaps first, each index in one pair at most."""
    candidates = sorted(
        (
            (overlap(a, b), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(found)
            if overlap(a, b) > 0
        ),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    for value, i, j in candidates:
        free = all(i != a and j != b for a, b in pairs)
        if free and value >= least - 1e-9:
            pairs.append((i, j))
    return pairs
