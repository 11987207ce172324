"""How long a text each method but our own can take before it keeps the reader waiting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.model import GistRefused
from tui.summarize.methods import LABELS
from tui.summarize.profiles import Profile

_PATIENCE = 8.0
"""Seconds that a method may need on the machine its costs were measured on."""


class _Cost(NamedTuple):
    """Seconds = rate x sentences ** by_sentences x words ** by_words.

    Fitted to sumy 0.13 and to its twins.
    """

    rate: float
    by_sentences: int
    by_words: int

    def seconds(self, sentences: int, words: int) -> float:
        return float(self.rate * sentences**self.by_sentences * words**self.by_words)

    def longest(self, sentences: int, words: int) -> int:
        """How many sentences of the same length would just do."""
        shrink = (_PATIENCE / self.seconds(sentences, words)) ** (
            1 / (self.by_sentences + self.by_words)
        )
        return int(sentences * shrink)


_UNITS = (("years", 31_557_600), ("days", 86_400), ("hours", 3_600), ("minutes", 60))

_COSTS = {
    "lex-rank": _Cost(1.2e-9, 1, 1),
    "text-rank": _Cost(4.0e-9, 1, 1),
    "lsa": _Cost(9.0e-8, 1, 1),
    "luhn": _Cost(4.0e-10, 0, 2),
    "kl": _Cost(2.5e-8, 2, 1),
    "sum-basic": _Cost(2.0e-8, 1, 1),
    "reduction": _Cost(7.6e-9, 0, 2),
}
"""Edmundson is not here: its time grows with the text, not with a power of it."""


def refuse_if_too_long(method: str, profiles: Sequence[Profile]) -> None:
    """Stops a method before it starts on a text it would need too long for.

    Raises:
        GistRefused: With the length of the text and the length that can be taken.
    """
    cost = _COSTS.get(method)
    sentences, words = len(profiles), sum(profile.words for profile in profiles)
    if cost is None or (seconds := cost.seconds(sentences, words)) <= _PATIENCE:
        return
    longest = _rounded(cost.longest(sentences, words))
    raise GistRefused(
        f"{LABELS[method]} needs about {_duration(seconds)} for {sentences:,} sentences;"
        f" it takes texts of up to {longest:,} such sentences."
    )


def _rounded(count: int) -> int:
    """``count`` down to two digits: the estimate is no better than that."""
    scale = 10 ** max(0, len(str(count)) - 2)
    return int(count // scale * scale)


def _duration(seconds: float) -> str:
    for unit, length in _UNITS:
        if seconds >= 2 * length:
            return f"{round(seconds / length):,} {unit}"
    return f"{round(seconds, -1):.0f} seconds"
