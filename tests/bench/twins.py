"""Whether the fast LexRank and TextRank rank whole documents exactly as sumy's own, and how fast.

Run as ``python -m tests.bench.twins [--limit N]``. The documents are those of rouge_corpora below
BENCH_DATA, and without it the shipped articles alone. ``same`` counts documents whose sentences
come in the very same order, from the best to the last; ``gap`` is the largest difference of a
rating. Both are handed the same document of words that are already found and stemmed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.rouge_corpora import corpora
from tests.bench.rouge_systems import reading
from tui.importers import draft_of_file
from tui.resources import seeds
from tui.summarize import twins
from tui.summarize.profiles import profile
from tui.summarize.sumy_document import sumy_document, tokens
from tui.text.reading import Reading
from tui.text.words import stem, stop_words

_TWINS = {"lex_rank": "LexRankSummarizer", "text_rank": "TextRankSummarizer"}
_LONGEST = 400
"""Sentences that sumy still takes in a bearable time."""

Ranking = list[tuple[int, float]]


class Tally(NamedTuple):
    """What was seen of one method on the documents of one corpus."""

    documents: int
    same: int
    gap: float
    theirs: float
    ours: float


def readings(limit: int) -> Iterator[tuple[str, list[Reading]]]:
    """The shipped articles, then up to ``limit`` documents of every corpus that is there."""
    drafts = [draft_of_file(path) for path in sorted(seeds().glob("0*"))]
    yield "shipped", [Reading.of(draft.body, draft.language, draft.title) for draft in drafts]
    folder = os.environ.get("BENCH_DATA")
    if not folder:
        print("left out: BENCH_DATA does not name a folder with corpora")
        return
    for corpus in corpora(Path(folder)):
        found = map(reading, corpus.documents)
        fit = [read for read in found if 2 <= len(read.sentences) <= _LONGEST]
        if fit:
            yield corpus.name, fit[:limit]
        else:
            print(f"{corpus.name}: left out, nothing of it is below {folder}")


def compared(read: list[Reading], module: str, name: str) -> Tally:
    """Both summarizers on every document."""
    same, gap, theirs, ours = 0, 0.0, 0.0, 0.0
    own = getattr(import_module(f"sumy.summarizers.{module}"), name)
    for one in read:
        document = sumy_document(one, tokens(one, profile(one, lambda: None)))
        stemmer = _stemmer(one.language)
        expected, spent = _timed(own, document, stemmer, one.language)
        theirs += spent
        found, spent = _timed(getattr(twins, name), document, stemmer, one.language)
        ours += spent
        same += [place for place, _ in expected] == [place for place, _ in found]
        ratings = dict(found)
        gap = max([gap, *(abs(rating - ratings[place]) for place, rating in expected)])
    return Tally(len(read), same, gap, theirs, ours)


def _timed(
    kind: Callable[..., Any], document: object, stemmer: Callable[[str], str], language: str
) -> tuple[Ranking, float]:
    found: Ranking = []

    def keep(rated: list[Any]) -> list[Any]:
        found.extend((info.order, float(info.rating)) for info in rated)
        return rated

    summarizer = kind(stemmer)
    summarizer.stop_words = stop_words(language)
    summarizer(document, 1)  # finds and stems the words, which is not compared
    began = time.perf_counter()
    summarizer(document, keep)
    return found, time.perf_counter() - began


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    return lambda word: stem(word, language)


def main() -> int:
    """Prints a line a corpus and a method."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--limit", type=int, default=120, help="documents of each corpus")
    wanted = parser.parse_args()
    print(f"{'':12}{'':12} documents   same       gap   sumy ms   twin ms  ratio")
    for corpus, read in readings(wanted.limit):
        for module, name in _TWINS.items():
            tally = compared(read, module, name)
            theirs, ours = (1000 * spent / tally.documents for spent in (tally.theirs, tally.ours))
            print(
                f"{corpus:12}{module:12}{tally.documents:10}{tally.same:7}{tally.gap:10.1e}"
                f"{theirs:10.2f}{ours:10.2f}{theirs / ours:7.0f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
