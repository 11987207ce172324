"""The same words in another dress: other blanks, quotation marks, dashes and ellipses."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.model import Span
from tui.text.joints import ANYWHERE, Ends, Joint

QUOTES = "'\"`´‘’‚‛“”„‟′″«»‹›"
DASHES = "‐‑‒–—−-"

_LONG = 1000
"""Words longer than this are found by their two ends, and then compared."""
_END = 300

_LOOKED_AT = 20_000
"""Of words that stand inside of others more often than this no place is told."""

_WORD = re.compile(r"\w+")
_PLAIN = re.compile("[A-Za-z0-9]")
_PIECE = re.compile(
    rf"(?P<blank>\s+)|(?P<quote>[{QUOTES}]+)|(?P<dash>[{DASHES}]+)|(?P<dots>…|\.{{3,}})|."
)
_BETWEEN = rf"[\s{QUOTES}]*"
_FOLD = str.maketrans(dict.fromkeys(QUOTES, "'") | dict.fromkeys(DASHES, "-") | {"…": "..."})


def folded(text: str) -> str:
    """``text`` as it is compared: blanks, quotation marks and dashes of one kind each."""
    return " ".join(text.translate(_FOLD).split())


def occurrences(text: str, words: str, most: int, ends: Ends = ANYWHERE) -> list[Span]:
    """Where ``words`` stand in ``text``, one more than ``most`` at the utmost.

    Overlapping places count too. What cuts a word or a number of ``text`` where ``ends`` do not
    is no place.
    """
    words = words.strip()
    if len(words) > _LONG:
        return _long(text, words, most, ends)
    pattern = _pattern(words, *(end.joint < Joint.WORD for end in ends))
    found: list[Span] = []
    match, looked_at = pattern.search(text), 0
    while match is not None and len(found) <= most:
        span, looked_at = Span(*match.span()), looked_at + 1
        if looked_at > _LOOKED_AT:
            return []
        if ends.allow(text, span):
            found.append(span)
        match = pattern.search(text, match.start() + 1)
    return _without_shadows(found)


def _without_shadows(found: list[Span]) -> list[Span]:
    """A place that only leaves out the opening mark of the one before it is none of its own."""
    kept: list[Span] = []
    for span in found:
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


@lru_cache(maxsize=64)
def _pattern(words: str, first_whole: bool, last_whole: bool) -> re.Pattern[str]:
    """What matches ``words`` in any dress. Its repeats stand between things they do not match.

    Most of what would cut a word is ruled out here already, many times as fast as by looking at
    what was found.
    """
    runs = list(_WORD.finditer(words))
    if not runs:
        return re.compile(re.escape(words))
    first, last = runs[0].group(), runs[-1].group()
    parts = [_edge(words[: runs[0].start()], rf"(?:[{QUOTES}]{{1,3}}\s?)?")]
    for index, run in enumerate(runs):
        parts.append(re.escape(run.group()))
        if index == 0 and first_whole and _PLAIN.match(first):
            parts.append(f"(?<!{_PLAIN.pattern}{re.escape(first)})")
        if index + 1 < len(runs):
            parts.append(_gap(words[run.end() : runs[index + 1].start()]))
    if last_whole and _PLAIN.match(last[-1]):
        parts.append(f"(?!{_PLAIN.pattern})")
    parts.append(_edge(words[runs[-1].end() :], rf"(?:\s?[{QUOTES}]{{1,3}})?"))
    return re.compile("".join(parts))


def _gap(text: str) -> str:
    """What may stand between two words."""
    hard = _hard(text)
    if hard:
        return _BETWEEN + _BETWEEN.join(hard) + _BETWEEN
    if any(char.isspace() for char in text):
        return rf"[{QUOTES}]*\s[\s{QUOTES}]*"
    return rf"[{QUOTES}]{{1,3}}"


def _edge(text: str, quotes: str) -> str:
    """What may stand before the first or after the last word; its marks need not be there."""
    parts = []
    for piece in _PIECE.finditer(text):
        if piece.lastgroup == "quote":
            parts.append(quotes)
        elif piece.lastgroup == "blank":
            parts.append(r"\s*")
        else:
            parts.extend(_hard(piece.group()))
    return "".join(parts)


def _hard(text: str) -> list[str]:
    """Patterns for what has to be there: all but blanks and quotation marks."""
    parts = []
    for piece in _PIECE.finditer(text):
        if piece.lastgroup == "dash":
            parts.append(f"[{DASHES}]{{1,3}}")
        elif piece.lastgroup == "dots":
            parts.append(r"(?:…|\.{3,4})")
        elif piece.lastgroup is None:
            parts.append(re.escape(piece.group()))
    return parts


def _long(text: str, words: str, most: int, ends: Ends) -> list[Span]:
    heads = occurrences(text, words[:_END], most, Ends(ends.first, ANYWHERE.last))
    tails = occurrences(text, words[-_END:], most, Ends(ANYWHERE.first, ends.last))
    wanted = _WORD.findall(words)
    found: list[Span] = []
    for head in heads:
        for tail in tails:
            length = tail.end - head.start
            if not 0.7 * len(words) < length < 1.5 * len(words):
                continue
            if _WORD.findall(text[head.start : tail.end]) == wanted:
                found.append(Span(head.start, tail.end))
                break
    return found
