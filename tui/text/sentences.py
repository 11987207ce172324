"""Where sentences end. Own rules: a scan for terminators, then a decision by what stands around."""

from __future__ import annotations

import re

from tui.model import BlockKind, Body, Sentence, Span
from tui.text import abbreviations

_OPENERS = "\"'“‘„‚«‹([{¿¡—–-*_"
_CLOSERS = "\"'”’“»›)\\]}*_"
_END = re.compile(
    rf"[.!?…‼⁇⁈⁉]+(?:[ \u00a0\u202f]?[»›])?[{_CLOSERS}]*(?:\[\d{{1,3}}\])*(?=\s|$)"
    "|[。！？｡]+[」』】）”’]*"
)
_PIECE = re.compile(r"\S+")


def spans(text: str, start: int, end: int, language: str) -> list[Span]:
    """Sentences of the running text ``text[start:end]``, in order, without blanks around them."""
    found: list[Span] = []
    begin = start
    rules = abbreviations.rules(language)
    for match in _END.finditer(text, start, end):
        at = match.end()
        if at < end and not rules.ends(text, begin, match.start(), at, end):
            continue
        _append(found, text, begin, at)
        begin = at
    _append(found, text, begin, end)
    return found


def _append(found: list[Span], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    stripped = piece.strip()
    if stripped:
        begin += len(piece) - len(piece.lstrip())
        found.append(Span(begin, begin + len(stripped)))


_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


def split(body: Body, language: str) -> tuple[Sentence, ...]:
    """The sentences of every visible paragraph, item and quotation block."""
    return tuple(
        Sentence(*span, index)
        for index, block in enumerate(body.blocks)
        if block.kind in _PROSE and not block.hidden
        for span in spans(body.text, block.start, block.end, language)
    )
