"""Which language a text is written in, told by its script and its small words."""

from __future__ import annotations

import re
from collections import Counter

from tui.text.words import STOP_WORD_LANGUAGES, stop_words

_SAMPLE = 20_000
"""Code points that are looked at; a text that changes its language is rare."""

_ENOUGH = 0.12
"""Running text has at least this share of function words; names and tables have fewer."""

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u0963\u0966-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
)
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_PERSIAN = re.compile("[پچژگک]")
_LATIN = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str:
    """The ISO 639-1 code of the language most of ``text`` is in; "en" when nothing tells.

    Latin script is told apart between English, German, French, Spanish and Italian.
    """
    sample = text[:_SAMPLE]
    return (None if sample.isascii() else _by_script(sample)) or _by_words(sample)


def _by_script(sample: str) -> str | None:
    """The language of a script that most letters belong to."""
    counts = {code: len(letters.findall(sample)) for code, letters in _SCRIPTS}
    latin = sum(len(word) for word in _LATIN.findall(sample)) - sum(counts.values())
    # A few kana among Chinese characters make Japanese, and no Chinese text has any.
    if counts["ja"] * 20 > counts["zh"]:
        counts["ja"] += counts.pop("zh")
    code, most = max(counts.items(), key=lambda item: item[1])
    # A character of these scripts says as much as two or three Latin letters.
    if most == 0 or most * (2 if code in ("ja", "zh", "ko") else 1) <= latin:
        return None
    if code == "ru" and len(_UKRAINIAN.findall(sample)) * 50 > most:
        return "uk"
    if code == "ar" and len(_PERSIAN.findall(sample)) * 50 > most:
        return "fa"
    return code


def _by_words(sample: str) -> str:
    """The Latin-script language whose function words are commonest."""
    words = Counter(word.lower() for word in _LATIN.findall(sample))
    total = sum(words.values())
    scores = {
        code: sum(words[word] for word in stop_words(code) & words.keys())
        for code in STOP_WORD_LANGUAGES
    }
    best = max(scores, key=lambda code: scores[code])
    return best if total and scores[best] >= _ENOUGH * total else "en"
