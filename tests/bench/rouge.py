"""How good gists are: ROUGE and plain faults, side by side with the first sentences.

Run as ``python -m tests.bench.rouge [--system SPEC ...] [--corpus NAME] [--half test]``; it wants
``pip install rouge-score``, and the corpora that rouge_corpora describes below BENCH_DATA.
The systems are described in rouge_systems, the measures in rouge_measures. ``ci`` is the 95%
interval of r1 minus that of the first system, by a paired bootstrap of 1,000 draws.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.rouge_corpora import Corpus, corpora
from tests.bench.rouge_measures import Rouge, quality
from tests.bench.rouge_systems import system

_DEFAULT = (
    "lead", "oracle", "ours:broadsheet", "lean:0.5", "lean:0.25", "lean:0", "consensus",
    "ours:lex-rank", "ours:text-rank", "ours:luhn", "ours:sum-basic",
)  # fmt: skip
_COLUMNS = ("r1", "r2", "rl", "dup", "dang", "boil", "frag", "kw", "words")

Row = dict[str, float]


def rows(corpus: Corpus, spec: str, count: int, rouge: Rouge) -> tuple[list[Row], float]:
    """A row of measures a document, and the milliseconds a document that the system took."""
    began = time.perf_counter()
    summaries = system(spec)(corpus.documents, count)
    spent = 1000 * (time.perf_counter() - began) / len(corpus.documents)
    measured = [
        rouge.score(document, summary) | quality(document, summary)
        for document, summary in zip(corpus.documents, summaries, strict=True)
    ]
    return measured, spent


def interval(first: Sequence[Row], second: Sequence[Row]) -> tuple[float, float]:
    """Where the mean difference of r1 lies, by a paired bootstrap that always draws the same."""
    drawn = random.Random(7)
    gaps = [b["r1"] - a["r1"] for a, b in zip(first, second, strict=True)]
    means = sorted(sum(drawn.choices(gaps, k=len(gaps))) / len(gaps) for _ in range(1000))
    return means[25], means[974]


def table(corpus: Corpus, specs: Sequence[str], count: int, rouge: Rouge) -> None:
    """Prints a line a system."""
    print(f"\n{corpus.name}: {len(corpus.documents)} documents, {count} sentences")
    print(f"{'':24}" + "".join(f"{name:>7}" for name in _COLUMNS) + "     ms  ci")
    first: list[Row] | None = None
    for spec in specs:
        measured, spent = rows(corpus, spec, count, rouge)
        means = [sum(row[name] for row in measured) / len(measured) for name in _COLUMNS]
        against = "" if first is None else "  {:+.2f} {:+.2f}".format(*interval(first, measured))
        print(f"{spec[:23]:24}" + "".join(f"{m:7.2f}" for m in means) + f"{spent:7.1f}{against}")
        first = first or measured


def main() -> int:
    """Prints a table for every corpus that is there, and says what was left out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--system", action="append", help=f"instead of {' '.join(_DEFAULT)}")
    parser.add_argument("--corpus", action="append", help="only this one, by name")
    parser.add_argument("--half", choices=["dev", "test"], help="only half of each corpus")
    parser.add_argument("--limit", type=int, help="only the first documents")
    parser.add_argument("--sentences", type=int, help="instead of each corpus's own number")
    wanted = parser.parse_args()
    folder = os.environ.get("BENCH_DATA")
    if not folder:
        print("left out: BENCH_DATA does not name a folder with corpora")
        return 0
    try:
        rouge = Rouge()
    except ModuleNotFoundError:
        print("left out: the package rouge-score is not installed")
        return 0
    for corpus in corpora(Path(folder)):
        if wanted.corpus and corpus.name not in wanted.corpus:
            continue
        part = corpus.half(wanted.half)
        part = part._replace(documents=part.documents[: wanted.limit])
        if part.documents:
            count = wanted.sentences or corpus.sentences
            table(part, wanted.system or _DEFAULT, count, rouge)
        else:
            print(f"\n{corpus.name}: left out, nothing of it is below {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
