"""How many methods chose each sentence: what they agree on, and what only one of them sees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.summarize.choose import choose
from tui.summarize.ranking import Budget, Ranking
from tui.text.reading import Reading

FAST = ("broadsheet", "lex-rank", "text-rank", "luhn", "sum-basic")
"""Methods that keep nobody waiting on an article.

As a gist of their own, the sentences with most voices are worth less than the default method's on
every kind of text measured; tests/bench/rouge.py prints both.
"""


class Consensus(NamedTuple):
    """Voices for each sentence of a reading.

    Attributes:
        methods: Whose voices were heard; a method that refuses a long text has none.
        counts: For each sentence how many of them chose it.
    """

    methods: tuple[str, ...]
    counts: tuple[int, ...]


def agreement(reading: Reading, rankings: Iterable[Ranking], budget: Budget) -> Consensus:
    """The voices that ``rankings`` give within the same ``budget``.

    Raises:
        GistRefused: If no sentence can stand for the text; the message says why.
    """
    places = {sentence[:2]: index for index, sentence in enumerate(reading.sentences)}
    counts = [0] * len(places)
    methods = []
    for ranking in rankings:
        methods.append(ranking.method)
        for line in choose(reading, ranking, budget).lines:
            counts[places[line[:2]]] += 1
    return Consensus(tuple(methods), tuple(counts))
