"""What ranking and choosing need to know of each sentence, gathered in one pass."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from tui.model import Sentence
from tui.summarize.openers import dangles
from tui.text.reading import Reading
from tui.text.words import stem, stop_words, word_spans

MIN_WORDS = 4
"""A sentence with fewer words informs nobody by itself."""

MAX_WORDS = 250
"""A longer stretch is not a sentence: a log, a minified file, a text without full stops."""

_ENDS = re.compile(r"[.!?。！？؟।]['\"”’»›)\]\s]*\Z")
_TAIL = 8
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


class Standing(IntEnum):
    """How well a sentence can stand alone, best first."""

    WHOLE = 0
    LOOSE = 1
    SCRAP = 2


class Profile(NamedTuple):
    """A sentence as the ranker sees it.

    Attributes:
        words: How many words it has.
        stems: Its distinct content stems, as numbers given out within one text.
        standing: Whether it is a whole sentence, a caption or half a quotation, or a scrap.
        ended: Whether it closes with a full stop or the like.
        dangling: Whether it opens with a word that leans on the sentence before it.
    """

    words: int
    stems: frozenset[int]
    standing: Standing
    ended: bool
    dangling: bool


class Stems:
    """Numbers for the content stems of one text; stop words and single letters have none."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._stop = stop_words(language)
        self._of_word: dict[str, int] = {}
        self._of_stem: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of a lower-case word's stem, or -1 for a word without content."""
        known = self._of_word.get(word)
        if known is None:
            known = self._of_word[word] = self._number(word)
        return known

    def _number(self, word: str) -> int:
        if word in self._stop or (len(word) == 1 and word.isascii()):
            return -1
        return self._of_stem.setdefault(stem(word, self._language), len(self._of_stem))


def profile(reading: Reading) -> tuple[Profile, ...]:
    """A profile for each sentence of ``reading``, in the order of the text."""
    stems = Stems(reading.language)
    return tuple(_profile(reading, sentence, stems) for sentence in reading.sentences)


def _profile(reading: Reading, sentence: Sentence, stems: Stems) -> Profile:
    text, start, end = reading.text, sentence.start, sentence.end
    words = [text[s:e].lower() for s, e in word_spans(text, start, end)]
    numbers = frozenset(map(stems.number, words)) - {-1}
    ended = bool(_ENDS.search(text, max(start, end - _TAIL), end))
    return Profile(
        len(words),
        numbers,
        _standing(text[start:end], len(words), bool(numbers), ended),
        ended,
        dangles(text, start, end, reading.language),
    )


def _standing(sentence: str, words: int, content: bool, ended: bool) -> Standing:
    if words < MIN_WORDS or words > MAX_WORDS or not content:
        return Standing.SCRAP
    first = next((letter for letter in sentence if letter.isalnum()), "")
    unpaired = sentence.count('"') % 2 or any(
        sentence.count(left) != sentence.count(right) for left, right in _PAIRS
    )
    return Standing.LOOSE if not ended or unpaired or first.islower() else Standing.WHOLE
