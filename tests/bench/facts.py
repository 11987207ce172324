"""How well and how fast quotations and figures are found, scored on gold and on peers' suites.

Run as ``python -m tests.bench.facts [FILE ...] [--half dev|held] [--errors N]``. Files are
JSONL, one text a line, named ``quotes*.jsonl`` or ``numbers*.jsonl``; by default the suites in
``data`` (their licences lie beside them; ``*_sample`` is the gold of the first sample article)
and every such file below the folder that the environment variable BENCH_DATA names, where gold
lies that may not be shipped.

The peers' suites are scored as they are and once more without what ``data/excluded.json`` leaves
out, with the reason beside each class. Gold of news has a table of its own (``figures_news``).

Spans are compared after trimming quotation marks, blanks and edge punctuation, those of figures
also without a leading article or approximator, about which annotators disagree. A quotation
counts as found where it overlaps the gold by 80 %; its speaker is right if the last names agree
or the place where the speaker is named overlaps.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from tests.bench import figures_news
from tests.bench.spans import matched, overlap, trim, trim_figure
from tui.cli.jsonl import Row
from tui.facts import find_figures, find_quotations
from tui.model import Figure, Quotation, QuotationKind, Span
from tui.text.reading import Reading

DATA = Path(__file__).resolve().parent / "data"
EXCLUDED = "excluded.json"
FOUND = 0.8

_NAME_WORD = re.compile(r"[\w.’'-]+")
_GENITIVE = re.compile(r"[’']s?$")
_TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sen",
        "rep",
        "gov",
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "prof",
    }
    | {"rev", "sir", "lord", "lady", "dame", "president", "senator", "secretary", "minister"}
    | {"prime", "chancellor", "professor", "governor", "representative", "congressman"}
    | {"congresswoman", "mayor", "judge", "justice", "the", "a", "an"}
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd"})

Excluded = dict[str, list[tuple[int, int]]]
"""Spans that are not judged, by the text they stand in."""

Gold = Mapping[str, Any]
"""One annotation: start, end, and for a quotation speaker, names, mention; for a figure value."""


@dataclass
class Score:
    """Counts over one file; ``right`` of ``judged`` are speakers or values."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    found: int = 0
    right: int = 0
    judged: int = 0
    errors: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        """The harmonic mean of precision and recall."""
        total = self.gold + self.predicted
        return 2 * hits / total if total else 0.0


T = TypeVar("T")


class Timing(NamedTuple):
    """How many texts there were, and milliseconds per 1,000 words over all of them."""

    texts: int
    per_1000_words: float


def name_words(name: str | None) -> list[str]:
    """The words of a name without titles before it and suffixes behind it."""
    words = [_GENITIVE.sub("", w).strip(".").lower() for w in _NAME_WORD.findall(name or "")]
    while words and words[0] in _TITLES:
        del words[0]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        del words[-1]
    return words


def same_last_name(one: str | None, other: str | None) -> bool:
    """Whether the last words of two names agree."""
    a, b = name_words(one), name_words(other)
    return bool(a and b) and a[-1] == b[-1]


def score_quotations(
    score: Score, text: str, gold: Sequence[Gold], found: Sequence[Quotation]
) -> None:
    """Add one text's quotations to ``score``."""
    theirs = [trim(text, g["start"], g["end"]) for g in gold]
    ours = [trim(text, q.start, q.end) for q in found]
    score.gold += len(theirs)
    score.predicted += len(ours)
    score.exact += len(matched(theirs, ours, 1.0))
    pairs = matched(theirs, ours, FOUND)
    score.found += len(pairs)
    for i, j in pairs:
        if gold[i].get("speaker") and gold[i].get("stype", "name") != "none":
            score.judged += 1
            score.right += _speaker_is_right(gold[i], found[j])
    _note_errors(score, text, theirs, ours, pairs)


def _speaker_is_right(gold: Gold, found: Quotation) -> bool:
    names = gold.get("names") or ([] if gold.get("stype") == "pronoun" else [gold["speaker"]])
    if any(same_last_name(found.speaker, name) for name in names):
        return True
    mention = gold.get("mention")
    return bool(mention and found.mention and overlap(Span(*mention), found.mention) > 0)


def score_figures(score: Score, text: str, row: Gold, found: Sequence[Figure]) -> None:
    """Add one text's figures to ``score``; a row may judge some kinds or regions only."""
    gold, closed, masked = row["spans"], set(row.get("closed") or ()), row.get("mask") or ()
    theirs = [trim_figure(text, g["start"], g["end"]) for g in gold]
    judged = [
        figure
        for figure in found
        if not any(figure.start < end and start < figure.end for start, end in masked)
        and (
            not closed
            or figure.kind.value in closed
            or any(figure.start < g["end"] and g["start"] < figure.end for g in gold)
        )
    ]
    ours = [trim_figure(text, figure.start, figure.end) for figure in judged]
    score.gold += len(theirs)
    score.predicted += len(ours)
    score.exact += len(matched(theirs, ours, 1.0))
    pairs = matched(theirs, ours, FOUND)
    score.found += len(pairs)
    for i, j in matched(theirs, ours, 0.01):
        value = gold[i].get("value")
        if value is not None:
            score.judged += 1
            score.right += same_value(value, judged[j])
    _note_errors(score, text, theirs, ours, pairs)


def same_value(gold: float | str, found: Figure) -> bool:
    """Whether a figure comes to the gold number or, for a date, to the gold day."""
    if isinstance(gold, str):
        return gold == found.date
    return found.value is not None and math.isclose(gold, found.value, rel_tol=1e-6, abs_tol=1e-6)


def _note_errors(
    score: Score,
    text: str,
    gold: Sequence[Span],
    found: Sequence[Span],
    pairs: Sequence[tuple[int, int]],
) -> None:
    missed = [gold[i] for i in range(len(gold)) if all(i != a for a, _ in pairs)]
    extra = [found[j] for j in range(len(found)) if all(j != b for _, b in pairs)]
    for sign, spans in (("missed", missed), ("extra", extra)):
        for start, end in spans:
            around = text[max(0, start - 30) : start], text[start:end], text[end : end + 30]
            score.errors.append(f"  {sign}: {'|'.join(around)!r}")


def run(path: Path, half: str | None, excluded: Excluded | None = None) -> tuple[Score, Timing]:
    """Score one file, without the spans that ``excluded`` holds for it."""
    rows = [_without(row, excluded or {}) for row in _rows(path)]
    if half is not None:
        rows = rows[0 if half == "dev" else 1 :: 2]
    quotes = path.name.startswith("quotes")
    score, words, total = Score(), 0, 0.0
    _timed(_reading(rows[0]), find_quotations if quotes else find_figures)
    for row in rows:
        reading = _reading(row)
        spent: float
        if quotes:
            quotations, spent = _timed(reading, find_quotations)
            direct = [q for q in quotations if q.kind is not QuotationKind.INDIRECT]
            score_quotations(score, row["text"], row["quotes"], direct)
        else:
            figures, spent = _timed(reading, find_figures)
            score_figures(score, row["text"], row, figures)
        words += reading.words
        total += spent
    return score, Timing(len(rows), total / max(words, 1) * 1000)


def _without(row: dict[str, Any], excluded: Excluded) -> dict[str, Any]:
    """``row`` without its excluded spans; what is found there is not judged either."""
    left_out = excluded.get(row["text"], ())
    if not left_out:
        return row
    spans = [g for g in row["spans"] if (g["start"], g["end"]) not in left_out]
    return {**row, "spans": spans, "mask": [*(row.get("mask") or ()), *left_out]}


def exclusions(path: Path) -> dict[str, Excluded]:
    """What is left out of each file of the peers' suites."""
    spans = json.loads(path.read_text(encoding="utf-8"))["spans"]
    found: dict[str, Excluded] = {}
    for name, entries in spans.items():
        for text, start, end, _ in entries:
            found.setdefault(name, {}).setdefault(text, []).append((start, end))
    return found


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _reading(row: Gold) -> Reading:
    """The text through the door that ``--jsonl`` goes through, so that gold offsets hold."""
    return Row(None, row["text"], language=row.get("language", "en")).reading()


def _timed(reading: Reading, find: Callable[[Reading], T]) -> tuple[T, float]:
    start = time.perf_counter()
    found = find(reading)
    return found, (time.perf_counter() - start) * 1000


def files() -> list[Path]:
    """The shipped suites, then what BENCH_DATA holds."""
    shipped = sorted(p for p in DATA.glob("*.jsonl") if p.name != figures_news.GOLD)
    folder = os.environ.get("BENCH_DATA")
    if not folder:
        print("left out: gold that may not be shipped (BENCH_DATA is not set)")
        return shipped
    more = [p for name in ("quotes", "numbers") for p in Path(folder).rglob(f"{name}*.jsonl")]
    if not more:
        print(f"left out: there is no quotes*.jsonl and no numbers*.jsonl below {folder}")
    return shipped + sorted(more)


def main() -> int:
    """Print a table, one file a line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--half", choices=["dev", "held"], help="even rows or odd rows")
    parser.add_argument("--errors", type=int, default=0, help="print so many of each file")
    options = parser.parse_args()
    if not options.files:
        _print_news(options.errors)
    excluded = exclusions(DATA / EXCLUDED)
    print(f"{'':40} texts   gold  found  exact F1  80 % F1  right  ms/1,000 words")
    for path in options.files or files():
        _print(path.name, run(path, options.half), 0 if path.name in excluded else options.errors)
        if path.name in excluded:
            left = run(path, options.half, excluded[path.name])
            _print("  without what is left out", left, options.errors)
    return 0


def _print(name: str, result: tuple[Score, Timing], errors: int) -> None:
    score, timing = result
    right = f"{score.right / score.judged:5.3f}" if score.judged else "    -"
    print(
        f"{name:40} {timing.texts:5} {score.gold:6} {score.predicted:6}"
        f"  {score.f1(score.exact):8.3f} {score.f1(score.found):8.3f}  {right}"
        f"  {timing.per_1000_words:14.2f}"
    )
    for error in score.errors[:errors]:
        print(error)


def _print_news(errors: int) -> None:
    """The table of news; errors of the held half stay unread."""
    print(figures_news.HEAD)
    print(figures_news.agreement(DATA).line("the two readers, of each other"))
    for name, strict in figures_news.score(DATA).items():
        print(strict.line(name))
        if name != figures_news.HELD:
            for error in strict.errors[:errors]:
                print(error)
    print()


if __name__ == "__main__":
    sys.exit(main())
