"""Scripts that put no blanks between words: there a pair of characters is what is looked for."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SCRIPTS = (
    "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17d3"  # Thai, Lao, Burmese, Khmer
    "\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7fb"  # Hangul, whose particles stick to words
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u3096\u3099-\u309a\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\uff66-\uff9f"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
)


# Sets as large as these take Python milliseconds to compile: the first screen does without.
@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{_SCRIPTS}]+")


@cache
def _other() -> re.Pattern[str]:
    """Those characters, and pictures, which SQLite's tokenizer takes for letters."""
    return re.compile(f"[{_SCRIPTS}\U0001f000-\U0001faff\u200d\ufe0f]")


def runs(text: str) -> list[str]:
    """The runs of such characters, composed and in their usual width."""
    return [unicodedata.normalize("NFKC", run) for run in _run().findall(text)]


def pairs(text: str) -> str:
    """Every two neighbours in the runs of ``text``, and the last character of each, by blanks.

    The pairs of any piece of a run stand one after another in the pairs of the run.
    """
    if text.isascii():
        return ""
    return " ".join(_pairs(run) for run in runs(text))


def _pairs(run: str) -> str:
    return " ".join(run[index : index + 2] for index in range(len(run)))


def spaced(text: str) -> str:
    """``text`` with a blank for each of those characters, and for each picture."""
    return text if text.isascii() else _other().sub(" ", text)
