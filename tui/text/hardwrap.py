"""Whether lines were broken by a program at a width, or by a writer who meant it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_FIRST_WORD = re.compile(r"\S+")
_END_MARK = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
_LEAST = 40
"""Nobody wraps prose narrower than this."""

_MOST = 200
"""No program wraps wider: longer lines are paragraphs."""

_NO_VERSE = 55
"""Few verses are longer."""

_PAUSES = frozenset(".,;:!?—…")

_ROUGH = 0.88
"""How much of the width a line fills even where a program balanced the lines."""


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a mark that a headline or a wrapped line rarely has."""
    return bool(_END_MARK.search(line))


def width_of(groups: Sequence[Sequence[str]]) -> int:
    """The width a text was wrapped at, told by all its groups of lines; 0 if there is none."""
    lengths = sorted(len(line) for lines in groups for line in lines[:-1])
    if len(lengths) < 5 or not _LEAST <= lengths[int(0.95 * len(lengths))] <= _MOST:
        return 0
    width = lengths[int(0.95 * len(lengths))]
    near = sum(length >= 0.8 * width for length in lengths)
    return width if near >= 0.6 * len(lengths) else 0


def is_full(line: str, following: str, width: float) -> bool:
    """Whether the first word of ``following`` would not have fitted on ``line``."""
    word = _FIRST_WORD.search(following)
    return len(line) + 1 + (len(word.group()) if word else 0) > width


def is_wrapped(lines: Sequence[str], width: int) -> bool:
    """Whether ``lines`` are one paragraph; ``width`` is that of the whole text, or 0."""
    longest = max(map(len, lines))
    if not _LEAST <= max(longest, width) <= _MOST:
        return False
    begins = [line.lstrip()[:1] for line in lines[1:]]
    small = any(first.islower() for first in begins)
    if len(lines) < 4 and not width:
        open_ended = not any(ends_sentence(line) for line in lines[:-1])
        return open_ended and len(lines[0]) >= _LEAST and (small or len(lines[0]) >= 60)
    # Lines that all begin with a capital are verse, unless they fill the width to the last word
    # and end anywhere.
    paused = sum(line[-1:] in _PAUSES for line in lines[:-1])
    if not small and (longest < _NO_VERSE or paused > 0.4 * (len(lines) - 1)):
        return False
    needed = _ROUGH * max(width, longest) if small else max(width, longest) - 2
    full = sum(is_full(line, following, needed) for line, following in pairwise(lines))
    return full >= 0.8 * (len(lines) - 1)


def is_paragraph_a_line(lines: Sequence[str]) -> bool:
    """Whether every line is a paragraph of its own: too long for a wrap, or all of them ended."""
    if max(map(len, lines)) > 110:
        return True
    ended = sum(ends_sentence(line) for line in lines)
    return len(lines) >= 4 and ended >= 0.8 * len(lines) and max(map(len, lines)) > 60
