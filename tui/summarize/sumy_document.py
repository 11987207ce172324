"""The reading as sumy wants it: a document of paragraphs, headings and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, cast

from tui.model import BlockKind
from tui.resources import word_list
from tui.summarize.profiles import Profile
from tui.text.reading import Reading
from tui.text.words import stop_words, words_in

_FREQUENT = 10
_LISTED = frozenset({"en", "de", "fr"})
_NO_WORD = frozenset({"\0"})
"""Edmundson refuses an empty set of words; this one is never met."""


class Tokens(NamedTuple):
    """The words of each sentence and of each heading, the title among them."""

    sentences: tuple[tuple[str, ...], ...]
    headings: tuple[tuple[int, tuple[str, ...]], ...]


def tokens(reading: Reading, profiles: Sequence[Profile]) -> Tokens:
    """The words of ``reading`` as written; a heading comes with the number of its block.

    What is no sentence stays in its place, without words.
    """
    headings = [
        (number, tuple(words_in(reading.text, block.start, block.end)))
        for number, block in enumerate(reading.body.blocks)
        if block.kind is BlockKind.HEADING and not block.hidden
    ]
    title = tuple(words_in(reading.title, 0, len(reading.title)))
    if title and title not in [words for _, words in headings]:
        headings.insert(0, (-1, title))
    sentences = tuple(
        tuple(words_in(reading.text, sentence.start, sentence.end)) if profile.words else ()
        for sentence, profile in zip(reading.sentences, profiles, strict=True)
    )
    return Tokens(sentences, tuple(headings))


class _Tokenizer:
    """Gives sumy the words of the sentence or heading whose number it is asked for.

    sumy keys its ratings by the wording of a sentence. With a number for a wording two equal
    sentences stay two.
    """

    def __init__(self, words: Tokens) -> None:
        self._words = (*words.sentences, *(heading for _, heading in words.headings))

    def to_words(self, number: str) -> tuple[str, ...]:
        return self._words[int(number)]


def sumy_document(reading: Reading, words: Tokens) -> object:
    """A sumy document with a paragraph a block; headings open the paragraph they stand over."""
    dom = import_module("sumy.models.dom")
    tokenizer = _Tokenizer(words)
    parts: dict[int, list[object]] = {}
    starts = sorted({sentence.block for sentence in reading.sentences})
    for number, (block, _) in enumerate(words.headings, len(words.sentences)):
        home = next((start for start in starts if start > block), starts[-1])
        parts.setdefault(home, []).append(dom.Sentence(str(number), tokenizer, is_heading=True))
    for number, sentence in enumerate(reading.sentences):
        parts.setdefault(sentence.block, []).append(dom.Sentence(str(number), tokenizer))
    return cast("object", dom.ObjectDocumentModel(dom.Paragraph(parts[block]) for block in starts))


class EdmundsonWords(NamedTuple):
    """The three sets of words that Edmundson's method is told."""

    bonus: frozenset[str]
    stigma: frozenset[str]
    null: frozenset[str]


def edmundson_words(reading: Reading, words: Tokens) -> EdmundsonWords:
    """Words of headings and the ten commonest speak for a sentence, hedges and links against it."""
    null = stop_words(reading.language)
    counts = Counter(
        word
        for sentence in words.sentences
        for word in map(str.lower, sentence)
        if word not in null
    )
    frequent = sorted(counts, key=lambda word: (-counts[word], word))[:_FREQUENT]
    headings = {word.lower() for _, heading in words.headings for word in heading}
    bonus = (headings | set(frequent)) - null
    stigma = word_list(f"stigma_{reading.language}") if reading.language in _LISTED else _NO_WORD
    return EdmundsonWords(
        frozenset(bonus) or _NO_WORD, frozenset(stigma - bonus) or _NO_WORD, null or _NO_WORD
    )
