"""How well and how fast sentences are found: boundary F1 on gold paragraphs, and MB/s.

Run as ``python tests/bench/sentences.py [--errors N]``. The corpora are not shipped: put the
.conllu files of UniversalDependencies UD_English-GUM and UD_English-EWT anywhere below the
folder that the environment variable BENCH_DATA names.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.text.sentences import spans

CORPORA = {
    "UD English GUM": "*GUM_*.conllu",
    "UD English GUM, news": "*GUM_news*.conllu",
    "UD English EWT": "*ewt*.conllu",
}


class Paragraph(NamedTuple):
    """A gold paragraph and where its sentences end, the paragraph's own end left out."""

    text: str
    ends: frozenset[int]


class Score(NamedTuple):
    """Counts of boundaries, and the seconds that finding them took."""

    right: int
    found: int
    gold: int
    characters: int
    seconds: float

    def __str__(self) -> str:
        precision = self.right / max(self.found, 1)
        recall = self.right / max(self.gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        speed = self.characters / 1e6 / max(self.seconds, 1e-9)
        return f"{100 * f1:6.2f} {100 * precision:6.2f} {100 * recall:6.2f} {speed:6.2f}"


def paragraphs(path: Path) -> Iterator[Paragraph]:
    """Joins the gold sentences of each paragraph as they stood in the source."""
    text, ends, gap, last = "", [0], "", ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(("# newpar", "# newdoc")) and text:
            yield Paragraph(text, frozenset(ends[1:-1]))
            text, ends, gap = "", [0], ""
        elif line.startswith("# text = "):
            text += gap + line.removeprefix("# text = ").strip()
            ends.append(len(text))
        elif not line:
            gap = "" if "SpaceAfter=No" in last else " "
        if line[:1].isdigit():
            last = line
    if text:
        yield Paragraph(text, frozenset(ends[1:-1]))


def boundaries(text: str) -> frozenset[int]:
    """Ends of the sentences that the program finds, the last one left out."""
    return frozenset(span.end for span in spans(text, 0, len(text), "en")[:-1])


def measure(gold: list[Paragraph]) -> Score:
    """Scores all paragraphs of a corpus together."""
    began = time.perf_counter()
    found = [boundaries(paragraph.text) for paragraph in gold]
    seconds = time.perf_counter() - began
    return Score(
        right=sum(len(f & p.ends) for f, p in zip(found, gold, strict=True)),
        found=sum(map(len, found)),
        gold=sum(len(p.ends) for p in gold),
        characters=sum(len(p.text) for p in gold),
        seconds=seconds,
    )


def errors(gold: list[Paragraph]) -> Iterator[str]:
    """Every boundary that was missed (-) or made up (+), with what stands around it."""
    for text, ends in gold:
        for at in sorted(boundaries(text) ^ ends):
            sign = "-" if at in ends else "+"
            yield f"{sign} {text[max(0, at - 45) : at]}¦{text[at : at + 35]}"


def main() -> int:
    """Prints the table; the exit status is 1 when no corpus was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--errors", type=int, default=0, help="print every Nth error too")
    wanted = parser.parse_args()
    folder = os.environ.get("BENCH_DATA")
    print(f"{'corpus':26} {'F1':>6} {'P':>6} {'R':>6} {'MB/s':>6}")
    measured = 0
    for name, pattern in CORPORA.items():
        files = sorted(Path(folder).rglob(pattern)) if folder else []
        gold = [paragraph for path in files for paragraph in paragraphs(path)]
        if not gold:
            print(f"{name:26} left out: no file {pattern} under BENCH_DATA ({folder})")
            continue
        measured += 1
        print(f"{name:26} {measure(gold)}")
        if wanted.errors:
            print(*list(errors(gold))[:: wanted.errors], sep="\n")
    return 0 if measured else 1


if __name__ == "__main__":
    sys.exit(main())
