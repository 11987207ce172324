"""Every figure of a text with what it says: kind, value, unit, date, and its ties to others."""

from __future__ import annotations

from datetime import date

from tui.facts.figures.finding import Search
from tui.facts.figures.found import Found
from tui.facts.figures.lexicon import Lexicon, lexicon
from tui.facts.figures.masks import Masks
from tui.facts.figures.nouns import noun_of
from tui.facts.figures.relations import relate
from tui.facts.figures.tokens import Tokens
from tui.model import Block, BlockKind, Figure
from tui.text.reading import Reading

_SMALL, _SMALL_ALONE = 2, 9
_SKIPPED = frozenset({BlockKind.CODE, BlockKind.RULE, BlockKind.TABLE})


def find_figures(reading: Reading, published: date | None = None) -> tuple[Figure, ...]:
    """The figures of all visible blocks in the order of the text, minor ones flagged.

    Dates without a year, and dates counted from today, are resolved against
    ``published``; without it they stay as far as the text knows them.
    """
    lex = lexicon(reading.language)
    out: list[Figure] = []
    for block in reading.body.blocks:
        if not block.hidden and block.kind not in _SKIPPED:
            out.extend(f.figure() for f in _in_stretch(reading.text, block, lex, published))
    return tuple(out)


def _in_stretch(text: str, block: Block, lex: Lexicon, published: date | None) -> list[Found]:
    t = Tokens(text, block.start, block.end)
    found = Search(t, lex, Masks(text, block.start, block.end), published).run()
    taken = frozenset(i for figure in found for i in range(figure.first, figure.end))
    for figure in found:
        figure.noun = noun_of(t, figure, lex, taken)
        figure.minor = figure.minor or _is_small(figure)
    relate(t, found, lex)
    return found


def _is_small(figure: Found) -> bool:
    """A spelled count that says little by itself: "one" and "two", and others without a noun."""
    if not (figure.spelled and figure.bare and figure.value is not None) or figure.value2:
        return False
    return figure.value <= (_SMALL if figure.noun else _SMALL_ALONE)
