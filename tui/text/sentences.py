"""Where sentences end: a scan for terminators, then a decision by what stands around each."""

from __future__ import annotations

import re

from tui.model import BlockKind, Body, Sentence, Span
from tui.text.stops import rules

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})

_MARKS = r".!?…‼⁇⁈⁉؟۔।॥։"
_CLOSERS = "\"'”’“‘»«›‹)\\]}*_"
_TAIL = (
    rf"[{_CLOSERS}]*+"
    r"(?:[ \u00a0\u202f][»›](?!\w)|[ ]?\[\d{1,3}\]|[ ][:;=]['-]?[()DPp](?!\w)|[ ]\)"
    rf"|[ ][{_MARKS}]++(?!\w))*+"
)
"""What still belongs to a sentence: closing marks, footnote numbers, smileys, spaced full stops."""

_END = re.compile(
    rf"(?<![{_MARKS}])[{_MARKS}]++{_TAIL}(?=\s|$)"
    r"|(?<=[a-z]{2})[.!?]++[\"”’)]?(?=[A-Z][a-z’' ])"  # the blank was forgotten
    "|[。！？｡]+[」』】）”’]*"
    r"|\n[ \t]*\n\s*"
    r"|(?<![,;:—–\-])\n(?=[^\Wa-z])"
)
_LINE = 45
"""Lines shorter than this were not wrapped by a machine: a verse, an address, a list."""


def spans(text: str, start: int, end: int, language: str) -> list[Span]:
    """Sentences of the running text ``text[start:end]``, in order, without blanks around them.

    A blank line always ends a sentence; a newline does where it ends a short line and the
    next one begins with a capital.
    """
    found: list[Span] = []
    begin = start
    decide = rules(language, text, start, end).ends
    for match in _END.finditer(text, start, end):
        stop, at = match.span()
        if text[stop] == "\n":
            line = stop - max(begin, text.rfind("\n", start, stop) + 1)
            ends = text.find("\n", stop + 1, at) >= 0 or line < _LINE
        else:
            ends = decide(begin, stop, at)
        if ends:
            _append(found, text, begin, at)
            begin = at
    _append(found, text, begin, end)
    return found


def _append(found: list[Span], text: str, begin: int, end: int) -> None:
    """Appends the span without its outer blanks, unless it is blank."""
    piece = text[begin:end]
    stripped = piece.strip()
    if stripped:
        begin += len(piece) - len(piece.lstrip())
        found.append(Span(begin, begin + len(stripped)))


def split(body: Body, language: str) -> tuple[Sentence, ...]:
    """The sentences of every visible paragraph, item and quotation block."""
    return tuple(
        Sentence(*span, index)
        for index, block in enumerate(body.blocks)
        if block.kind in _PROSE and not block.hidden
        for span in spans(body.text, block.start, block.end, language)
    )
