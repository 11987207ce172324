"""How fast a gist is made: milliseconds per 1,000 words, each method beside sumy's LexRank.

Run as ``python -m tests.bench.gist``. The text is made of the shipped articles, so that the
table needs no corpus; reading it (language, sentences) is counted in, loading sumy is not.
"""

from __future__ import annotations

import sys
import time
from zlib import crc32

from tui.model import Body, GistRefused
from tui.resources import seeds
from tui.summarize import METHODS, Budget, summarize
from tui.text.plain import plain_body
from tui.text.reading import Reading

_YARDSTICK = "lex-rank"
_WORDS = (1_000, 5_000, 20_000, 200_000)
_ROUNDS = 3


def body(words: int) -> Body:
    """A text of about so many words: the articles again and again, never quite the same.

    Each time an eighth of the long words is renamed, for long texts do bring new words.
    """
    shipped = "\n\n".join(path.read_text("utf-8") for path in sorted(seeds().glob("*.txt")))
    size = len(shipped.split())
    copies = [_renamed(shipped, turn) for turn in range(words // size + 1)]
    text = "\n\n".join(copies)
    return plain_body(text[: len(text) * words // (size * len(copies))])


def _renamed(text: str, turn: int) -> str:
    return " ".join(
        f"{word[:-1]}{turn}{word[-1]}"
        if len(word) > 6 and word.isalpha() and crc32(word.encode()) % 8 == turn % 8
        else word
        for word in text.split(" ")
    )


def seconds(source: Body, method: str) -> float | None:
    """The best time of a few, from a body to a gist; None where the method refuses."""
    best = None
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        try:
            summarize(Reading.of(source), method, Budget(5))
        except GistRefused:
            return None
        spent = time.perf_counter() - began
        best = spent if best is None else min(best, spent)
        if spent > 1:
            break
    return best


def main() -> int:
    """Prints a line a method: for each length of text, ms per 1,000 words and the ratio."""
    small = body(200)
    for method in METHODS:
        summarize(Reading.of(small), method)
    print(f"{'':14}" + "".join(f"{f'{words:,} words':>22}" for words in _WORDS))
    print(f"{'':14}" + f"{'ms/1,000':>12}{'/LexRank':>10}" * len(_WORDS))
    bodies = {words: body(words) for words in _WORDS}
    counts = {words: Reading.of(source).words for words, source in bodies.items()}
    yardstick = {words: seconds(source, _YARDSTICK) for words, source in bodies.items()}
    for method in METHODS:
        cells = [
            _cell(
                yardstick[words] if method == _YARDSTICK else seconds(source, method),
                yardstick[words],
                counts[words],
            )
            for words, source in bodies.items()
        ]
        print(f"{method:14}" + "".join(cells), flush=True)
    return 0


def _cell(spent: float | None, yardstick: float | None, words: int) -> str:
    if spent is None:
        return f"{'too long':>12}{'':10}"
    ratio = f"{spent / yardstick:.3f}" if yardstick else "-"
    return f"{1e6 * spent / words:12.2f}{ratio:>10}"


if __name__ == "__main__":
    sys.exit(main())
