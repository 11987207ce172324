"""Two bare numbers that say one thing: scores, votes, ratios, one in five."""

from __future__ import annotations

from tui.facts.figures.found import Found, found_over
from tui.facts.figures.lexicon import Lexicon
from tui.facts.figures.meaning import is_pair_of_goals
from tui.facts.figures.numerals import Number, number_at
from tui.facts.figures.tokens import Tokens
from tui.model import FigureKind

_DASHES = ("-", "–", "‑")
_HIGHEST = 999


def pair_at(t: Tokens, n: Number, lex: Lexicon) -> Found | None:
    """The score, vote or ratio that begins with ``n``."""
    return _tally(t, n, lex) or _paired(t, n, lex) or _one_in(t, n, lex)


def _tally(t: Tokens, n: Number, lex: Lexicon) -> Found | None:
    """The votes for and against: "by 218 to 210", "14 votes to 9"."""
    at = n.end + lex.has("votes", t.low[n.end])
    if not (lex.has("to", t.low[at]) or lex.has("against", t.low[at])) or not (
        t.is_number(at + 1) or t.low[at + 1] in lex.numbers
    ):
        return None
    back = range(max(0, n.first - 6), n.first)
    voted = at > n.end or any(lex.has("voting", t.low[k]) for k in back)
    other = number_at(t, at + 1, lex)
    if not voted or other is None or other.scaled or n.value != int(n.value):
        return None
    if lex.units.get(t.low[other.end]) or other.value != int(other.value):
        return None
    found = found_over(t, n.first, other.end, FigureKind.SCORE, "tally", n.value)
    found.value2 = other.value
    return found


def _paired(t: Tokens, n: Number, lex: Lexicon) -> Found | None:
    """Reads "3-2" (a score or a vote), "3:1" (a ratio), "two-to-one"."""
    sign, at = t.low[n.end], _second_of_pair(t, n, lex)
    if at is None or not (t.is_number(at) or t.low[at] in lex.numbers):
        return None
    other = number_at(t, at, lex)
    if other is None or other.scaled or n.scaled or max(n.value, other.value) > _HIGHEST:
        return None
    if sign == ":" or n.spelled:
        value = n.value / other.value if other.value else None
        return found_over(t, n.first, other.end, FigureKind.RATIO, "ratio", value)
    if n.value != int(n.value) or other.value != int(other.value):
        return None
    found = found_over(t, n.first, other.end, FigureKind.SCORE, "score", n.value)
    found.value2 = other.value
    return found


def _second_of_pair(t: Tokens, n: Number, lex: Lexicon) -> int | None:
    sign, at = t.low[n.end], n.end + 1
    if sign in _DASHES and lex.has("to", t.low[at]) and t.low[at + 1] == sign:
        return at + 2
    if lex.has("to", sign):
        return at if n.spelled and lex.numbers.get(t.low[at]) == 1 else None
    tight = t.glued(n.end) and t.glued(at)
    if is_pair_of_goals(t, n.first, at):
        return at
    return at if tight and (sign in _DASHES or sign == ":") else None


def _one_in(t: Tokens, n: Number, lex: Lexicon) -> Found | None:
    """Reads "one in five", "1 out of 10", "nine out of ten": a ratio."""
    at = n.end
    out = next((len(p) for p in lex.first_of("outof", t.low[at]) if t.phrase(at, p)), 0)
    inside = lex.has("in", t.low[at])
    if not out and not inside:
        return None
    at += out or 1
    at += lex.has("every", t.low[at])
    if not (t.is_number(at) or t.low[at] in lex.numbers or lex.has("article", t.low[at])):
        return None
    of = number_at(t, at, lex)
    if of is None or n.scaled or not n.value < of.value <= 1e6:
        return None
    year = t.is_number(at) and len(t.low[at]) == 4
    lasts = t.low[of.end] in lex.units
    if n.value > (20 if out else 10) or (inside and (year or lasts)):
        return None
    return found_over(t, n.first, of.end, FigureKind.RATIO, "one-in", n.value / of.value)
