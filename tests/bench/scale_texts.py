"""Synthetic articles of 600 words, as many as wanted, the same ones every time.

Words are drawn as Zipf found them in texts: the second commonest half as often as the first, and
so on. The articles have headings, paragraphs, sentences, addresses and dates as real ones do.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate

from tui.model import (
    Block,
    BlockKind,
    Body,
    Draft,
    Facts,
    Figure,
    FigureKind,
    Quotation,
    QuotationKind,
)

SEED = 1
WORDS = 600
VOCABULARY = 50_000
_SENTENCE = 18
_PARAGRAPH = 4
_FACTS = 10
"""Quotations in an article, and as many figures."""
_FIRST_DAY = datetime(2001, 1, 1)
_ONSETS = ("", *"bcdfghklmnprstvwz", "br", "ch", "cl", "fr", "gr", "pl", "pr", "sh", "st", "tr")
_RIMES = (
    "a",
    "e",
    "i",
    "o",
    "u",
    "an",
    "en",
    "in",
    "on",
    "ar",
    "er",
    "or",
    "al",
    "el",
    "ing",
    "est",
)


def vocabulary() -> list[str]:
    """Words that look like words, the commonest first; common ones are short."""
    chance = random.Random(SEED)
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        syllables = 1 + (len(words) > 150) + (len(words) > 8_000)
        pieces = (chance.choice(_ONSETS) + chance.choice(_RIMES) for _ in range(syllables))
        words["".join(pieces)] = None
    return list(words)


def drafts(count: int) -> Iterator[Draft]:
    """The first ``count`` articles."""
    words = vocabulary()
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    chance = random.Random(SEED)
    for number in range(count):
        yield _draft(number, chance.choices(words, cum_weights=weights, k=WORDS))


def _draft(number: int, words: list[str]) -> Draft:
    title = " ".join(words[:7]).capitalize()
    parts, blocks = [title], [Block(BlockKind.HEADING, 0, len(title), 1)]
    at = len(title)
    for start in range(7, len(words), _SENTENCE * _PARAGRAPH):
        paragraph = " ".join(
            f"{' '.join(words[first : first + _SENTENCE]).capitalize()}."
            for first in range(start, min(start + _SENTENCE * _PARAGRAPH, len(words)), _SENTENCE)
        )
        blocks.append(Block(BlockKind.PARAGRAPH, at + 2, at + 2 + len(paragraph)))
        at += 2 + len(paragraph)
        parts.append(paragraph)
    site = f"{words[8]}.example"
    return Draft(
        title,
        Body("\n\n".join(parts), tuple(blocks)),
        f"~/articles/{number}.html",
        "reader",
        "en",
        byline=f"{words[9].capitalize()} {words[10].capitalize()}",
        site=site,
        url=f"https://{site}/{number // 1000}/{'-'.join(words[:7])}-{number}",
        published=(_FIRST_DAY + timedelta(hours=number % 200_000)).isoformat(),
    )


def facts(article: Draft) -> Facts:
    """Quotations and figures at even distances in an article; the words themselves tell of none."""
    step = len(article.body.text) // (_FACTS + 1)
    speaker = article.byline
    starts = range(step, step * _FACTS + 1, step)
    return Facts(
        tuple(
            Quotation(at, at + 60, QuotationKind.DIRECT, speaker, confidence=0.9) for at in starts
        ),
        tuple(Figure(at + 80, at + 92, FigureKind.MONEY, float(at), unit="USD") for at in starts),
    )
