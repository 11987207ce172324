"""How fast a gist is made: milliseconds from a text to five sentences, and ratios to sumy.

Run as ``python -m tests.bench.gist``. The text is made of the shipped articles, so that the
table needs no corpus; finding language, sentences and words is counted in, loading packages is
not. ``sumy LexRank`` is used as its README says, with nltk's tokenizers; Punkt is untrained, for
its data is a download. ``lede`` is measured where it is installed. A ratio says how many times as
long sumy LexRank takes. What would take longer than half a minute is left out.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from zlib import crc32

from tui.model import Body, GistRefused
from tui.resources import seeds
from tui.summarize import METHODS, Budget, summarize
from tui.text.plain import plain_body
from tui.text.reading import Reading
from tui.text.words import stop_words

_YARDSTICK = "sumy LexRank"
_SENTENCES = (30, 300, 3_000, 10_000)
_ROUNDS = 5
_PATIENCE = 30.0
_YARDSTICK_TAKES = 600
"""Sentences; at 3,000 sumy LexRank needs minutes."""

_SUMY_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['-])*$")

_MEMORY = """
import resource, sys
from pathlib import Path
if len(sys.argv) > 1:
    from tests.bench.gist import body
    from tui.summarize import summarize
    from tui.text.reading import Reading
    source = body(int(sys.argv[1]))
    if len(sys.argv) > 2:
        summarize(Reading.of(source))
status = Path("/proc/self/status")  # what getrusage says counts the parent in on Linux
if status.exists():
    print(next(line for line in status.read_text().splitlines() if "VmHWM" in line).split()[1])
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000)
"""


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


def of_sentences(count: int) -> Body:
    """The head of such a text that has so many sentences."""
    source = body(20 * count)
    last = Reading.of(source).sentences[count - 1]
    return plain_body(source.text[: last.end])


def _ours(method: str, source: Body) -> None:
    summarize(Reading.of(source), method, Budget(5))


class _Tokenizer:
    """nltk's tokenizers as sumy's own class has them."""

    def __init__(self) -> None:
        nltk = import_module("nltk.tokenize")
        self._sentences = nltk.PunktSentenceTokenizer()
        self._words = nltk.NLTKWordTokenizer()

    def to_sentences(self, paragraph: str) -> list[str]:
        return [sentence.strip() for sentence in self._sentences.tokenize(paragraph)]

    def to_words(self, sentence: str) -> list[str]:
        return [word for word in self._words.tokenize(sentence) if _SUMY_WORD.match(word)]


def _sumy(source: Body) -> None:
    if source.text.count(". ") > _YARDSTICK_TAKES:
        raise GistRefused("sumy would need minutes.")
    parser = import_module("sumy.parsers.plaintext").PlaintextParser
    stemmer = import_module("sumy.nlp.stemmers").Stemmer("english")
    summarizer = import_module("sumy.summarizers.lex_rank").LexRankSummarizer(stemmer)
    summarizer.stop_words = stop_words("en")
    summarizer(parser.from_string(source.text, _Tokenizer()).document, 5)


def _lede(source: Body) -> None:
    import_module("lede").summarize(source.text, 500)


def seconds(make: Callable[[Body], None], source: Body) -> float | None:
    """The best time of a few; None where the text is too long for the method."""
    best = None
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        try:
            make(source)
        except GistRefused:
            return None
        spent = time.perf_counter() - began
        best = spent if best is None else min(best, spent)
        if spent > 1:
            break
    return best


def memory(words: int) -> tuple[float, float]:
    """Megabytes above a bare interpreter: with the text, and with its gist."""
    peaks = [
        int(
            subprocess.run(
                [sys.executable, "-c", _MEMORY, *arguments],
                capture_output=True,
                encoding="utf-8",
                check=True,
            ).stdout
        )
        for arguments in ([], [str(words)], [str(words), "gist"])
    ]
    return (peaks[1] - peaks[0]) / 1_000, (peaks[2] - peaks[0]) / 1_000


def main() -> int:
    """Prints a line a method: for each length of text, milliseconds and the ratio."""
    systems: dict[str, Callable[[Body], None]] = {_YARDSTICK: _sumy}
    if find_spec("lede"):
        systems["lede"] = _lede
    else:
        print("left out: the package lede is not installed")
    systems |= {method: partial(_ours, method) for method in METHODS}
    for make in systems.values():
        make(body(200))
    bodies = {count: of_sentences(count) for count in _SENTENCES}
    yardstick = {count: seconds(_sumy, source) for count, source in bodies.items()}
    print(f"{'':14}" + "".join(f"{f'{count:,} sentences':>18}" for count in _SENTENCES))
    print(f"{'':14}" + f"{'ms':>10}{'ratio':>8}" * len(_SENTENCES))
    for name, make in systems.items():
        cells, last = [], 0.0
        for count, source in bodies.items():
            spent = seconds(make, source) if last < _PATIENCE / 30 else None
            last = spent or last
            cells.append(_cell(spent, yardstick[count]))
        print(f"{name:14}" + "".join(cells), flush=True)
    text, gist = memory(145_000)
    print(f"\n10,000 sentences: {text:.0f} MB above the bare interpreter, with the gist {gist:.0f}")
    return 0


def _cell(spent: float | None, yardstick: float | None) -> str:
    if spent is None:
        return f"{'too long':>10}{'':8}"
    ratio = f"{yardstick / spent:.1f}" if yardstick else "-"
    return f"{1e3 * spent:10.1f}{ratio:>8}"


if __name__ == "__main__":
    sys.exit(main())
