"""Times of day."""

from __future__ import annotations

from tui.facts.figures.found import Found
from tui.facts.figures.lexicon import Lexicon
from tui.facts.figures.tokens import Tokens
from tui.model import FigureKind

_DASHES = ("-", "–", "‑")


def time_at(t: Tokens, i: int, lex: Lexicon) -> Found | None:
    """The time that begins with token ``i``: "9:30 a.m.", "5 p.m.", "14h30", "14.30 Uhr"."""
    low = t.low[i]
    if lex.has("noon", low):
        led = t.low[i - 1] in ("at", "by", "until", "before", "after", "around", "à", "um", "vers")
        hour = 0 if low in ("midnight", "minuit", "mitternacht", "medianoche") else 12
        return _found(t, i, i + 1, hour, 0, minor=True) if led else None
    if past := _past(t, i, lex):
        return past
    if not t.is_number(i) and low not in lex.numbers:
        return None
    if len(low) == 4 and low.isdecimal() and low < "2400" and low[2] < "6":
        zoned = _zone(t, i + 1)
        if zoned > i + 1 and t.low[i + 1] != "et":
            return _found(t, i, zoned, int(low[:2]), int(low[2:]))
    read = _hour_minute(t, i, lex)
    if read is None:
        return None
    if hours := _from_to(t, i, read, lex):
        return hours
    hour, minute, end, sure = read
    if marker := _marker(t, end, lex):
        afternoon, end = marker
        if afternoon is not None and 1 <= hour <= 12:
            hour = hour % 12 + (12 if afternoon else 0)
        sure = True
    return _found(t, i, _zone(t, end), hour, minute) if sure else None


def _from_to(t: Tokens, i: int, read: tuple[int, int, int, bool], lex: Lexicon) -> Found | None:
    """Two hours that share what says they are: "between 2 and 4 p.m.", "8 bis 12 Uhr"."""
    hour, minute, at, _ = read
    between = lex.has("range", t.low[i - 1])
    joined = lex.has("to", t.low[at]) or (between and lex.has("joiner", t.low[at]))
    joined = joined or (t.low[at] in _DASHES and t.glued(at) and t.glued(at + 1))
    if not joined or not (t.is_number(at + 1) or t.low[at + 1] in lex.numbers):
        return None
    upper = _hour_minute(t, at + 1, lex)
    marker = _marker(t, upper[2], lex) if upper else None
    if upper is None or marker is None or t.low[upper[2]] in lex.units:
        return None  # "entre 8 et 10 heures" may last as long
    afternoon, end = marker
    last, last_minute = upper[:2]
    if afternoon is not None and 1 <= hour <= 12 and 1 <= last <= 12:
        crossing = (hour % 12, minute) > (last % 12, last_minute)
        hour = hour % 12 + (12 if afternoon != crossing else 0)
        last = last % 12 + (12 if afternoon else 0)
    found = _found(t, i - between, _zone(t, end), hour, minute)
    found.date = f"{found.date}/T{last:02d}:{last_minute:02d}"
    return found


def _past(t: Tokens, i: int, lex: Lexicon) -> Found | None:
    """Reads "half past five", "a quarter to six": morning or evening stays open."""
    minutes = 30 if lex.has("half", t.low[i]) else 15 if t.low[i] == "quarter" else None
    side = t.low[i + 1]
    hour = lex.numbers.get(t.low[i + 2])
    if minutes is None or side not in ("past", "to") or hour is None or not 1 <= hour <= 12:
        return None
    if side == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    return _found(t, i, i + 3, int(hour), minutes)


def _found(
    t: Tokens, first: int, end: int, hour: int, minute: int, *, minor: bool = False
) -> Found:
    return Found(
        first, end, t.starts[first], t.ends[end - 1], FigureKind.TIME, "time",
        date=f"T{hour:02d}:{minute:02d}", minor=minor,
    )  # fmt: skip


def _hour_minute(t: Tokens, i: int, lex: Lexicon) -> tuple[int, int, int, bool] | None:
    """Hour, minute, next token, and whether it is a time without an "a.m." behind."""
    low = t.low[i]
    if not t.is_number(i):
        value = lex.numbers[low]
        return (int(value), 0, i + 1, False) if 1 <= value <= 12 else None
    if "." in low:
        hours, _, minutes = low.partition(".")
        dotted = len(hours) <= 2 and _is_minute(minutes) and int(hours) < 24
        return (int(hours), int(minutes), i + 1, False) if dotted else None
    if not low.isdecimal() or len(low) > 2 or int(low) > 24:
        return None
    hour, sign = int(low), t.low[i + 1]
    minute = int(t.low[i + 2]) if t.glued(i + 2) and _is_minute(t.low[i + 2]) else None
    if sign == ":" and minute is not None and t.glued(i + 1):
        if t.low[i + 3] == ":" and t.glued(i + 3) and t.is_number(i + 4):
            return None
        led = len(low) == 2 or lex.has("before_time", t.low[i - 1]) or low == "0"
        return hour, minute, i + 3, led and not _is_score(t, i + 3)
    if sign == "h" and lex.language in ("fr", "es"):
        return None if minute is None else (hour, minute, i + 3, True)
    return hour, 0, i + 1, False


def _is_minute(digits: str) -> bool:
    return len(digits) == 2 and digits.isdecimal() and int(digits) < 60


def _is_score(t: Tokens, end: int) -> bool:
    return t.low[end] in ("win", "victory", "defeat", "loss", "ratio")


def _marker(t: Tokens, i: int, lex: Lexicon) -> tuple[bool | None, int] | None:
    """Whether "a.m.", "pm", "o'clock", "Uhr" says afternoon, and the token after it."""
    if t.low[i] in ("am", "pm"):
        return t.low[i] == "pm", i + 1
    if t.low[i] in ("a", "p") and t.low[i + 1] == "." and t.low[i + 2] == "m":
        dot = t.low[i + 3] == "." and not (i + 4 >= t.count)
        return t.low[i] == "p", i + 3 + dot
    for phrase in lex.first_of("oclock", t.low[i]):
        if t.phrase(i, phrase):
            return None, i + len(phrase)
    return None


_ZONES = frozenset(
    {"gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "pt", "ct"}
    | {"bst", "cet", "cest", "ist", "jst", "kst", "aest", "aedt"}
)


def _zone(t: Tokens, i: int) -> int:
    """The token after a time zone at token ``i``."""
    at = i + (t.low[i] == "(")
    if t.low[at] in _ZONES and t.raw(at).isupper():
        return at + 1 + (at > i and t.low[at + 1] == ")")
    return i
