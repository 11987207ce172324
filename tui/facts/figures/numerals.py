"""The number core: digits, fractions, scale words and spelled numbers, in one language."""

from __future__ import annotations

import re
from functools import cache
from math import isfinite
from typing import NamedTuple

from tui.facts.figures.lexicon import Lexicon
from tui.facts.figures.tokens import Tokens

VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5,
    "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8,
    "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip

_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
_LONGEST = 40
"""Digits and separators; nothing longer is a figure that anybody reads."""

_LARGEST = 1e24
_BLANKS = " \u00a0\u202f\u2009"


class Number(NamedTuple):
    """A number from token ``first`` up to, not with, token ``end``."""

    value: float
    first: int
    end: int
    spelled: bool = False
    scaled: bool = False
    fraction: bool = False
    mantissa: float = 0.0

    @property
    def scale(self) -> float:
        """What the scale words behind digits multiply by; 1 for spelled numbers."""
        return self.value / self.mantissa if self.mantissa and self.scaled else 1.0


@cache
def _shapes(comma_decimal: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Grouped digits, and plain digits with decimals, for one of the two habits."""
    group, point = (r"\.", ",") if comma_decimal else (",", r"\.")
    grouped = rf"[0-9]{{1,3}}(?:{group}[0-9]{{2,3}}){{0,9}}{group}[0-9]{{3}}(?:{point}[0-9]+)?"
    return re.compile(grouped), re.compile(rf"[0-9]+(?:{point}[0-9]+)?")


def digits_value(written: str, comma_decimal: bool) -> float | None:
    """What grouped or decimal digits say; None where they are no number ("1.2.3").

    Where the language's own habit does not fit, the other one is tried: "3,5" in an
    English text is three and a half.
    """
    if len(written) > _LONGEST:
        return None
    for comma in (comma_decimal, not comma_decimal):
        grouped, plain = _shapes(comma)
        if grouped.fullmatch(written) or plain.fullmatch(written):
            group, point = (".", ",") if comma else (",", ".")
            value = float(written.replace(group, "").replace(point, "."))
            return value if isfinite(value) else None
    return None


def number_at(t: Tokens, i: int, lex: Lexicon, *, money: bool = False) -> Number | None:
    """The number that begins with token ``i``; ``money`` allows "5m" to be five million."""
    low = t.low[i]
    if t.is_number(i):
        found = _digits(t, i, lex)
        return found and _scaled(t, found, lex, money=money)
    if low in VULGAR:
        return _scaled(t, Number(VULGAR[low], i, i + 1, fraction=True), lex, money=money)
    if lex.has("article", low):
        if lex.has("half", t.low[i + 1]):
            return None
        if t.low[i + 1] in lex.parts and (found := _part_of_scale(t, i + 1, lex)):
            return found._replace(first=i)
    if lex.has("half", low) or low in lex.parts:
        return _part_of_scale(t, i, lex)
    found = _spelled(t, i, lex)
    return found and (_parts_of_scale(t, found, lex) or found)


def _digits(t: Tokens, i: int, lex: Lexicon) -> Number | None:
    """Digits with their groups, a decimal part and a fraction behind."""
    written, end = t.raw(i), i + 1
    if written.isdigit() and len(written) <= 3:
        while t.is_number(end) and _continues(t, end):
            written += t.raw(end)
            end += 1
        while t.low[end] in ("'", "’") and _swiss_group(t, end):
            written += t.raw(end + 1)
            end += 2
    value = digits_value(written, comma_decimal=lex.language != "en")
    if value is None:
        return None
    if t.low[end] in _POWERS and t.glued(end) and (power := _power(t, end, value)):
        return Number(power[0], i, power[1])
    if t.low[end] in VULGAR and (t.glued(end) or t.gap(end) in _BLANKS):
        return Number(value + VULGAR[t.low[end]], i, end + 1, fraction=True)
    if t.low[end] in ("/", "⁄") and _over(t, end):
        over = float(t.low[end + 1])
        return Number(value / over, i, end + 2, fraction=True)
    whole = value == int(value)
    if whole and t.low[end] == "-" and t.low[end + 2] == "/" and t.glued(end) and t.glued(end + 1):
        end += 1  # "2-1/2 cents"
    mixed = t.is_number(end) and t.gap(end) in (" ", "") and t.low[end + 1] == "/"
    if mixed and _over(t, end + 1) and len(t.low[end]) <= 2 and t.low[end].isdigit():
        return Number(value + float(t.low[end]) / float(t.low[end + 2]), i, end + 3, fraction=True)
    if lex.has("point", t.low[end]) and t.is_number(end + 1) and t.low[end + 1].isdigit():
        if len(t.low[end + 1]) <= 9:
            return Number(float(f"{int(value)}.{t.low[end + 1]}"), i, end + 2)
    return Number(value, i, end)


_POWERS = frozenset({"e", "x", "×", "^"})


def _power(t: Tokens, i: int, value: float) -> tuple[float, int] | None:
    """The value and end of "1.3e6", "1.3x10^6", "2.48×10−5", "10^6"; i is after the digits."""
    at, base = i + 1, 10.0
    if t.low[i] == "^":
        value, base = 1.0, value
    elif t.low[i] != "e":
        if t.low[at] != "10" or not t.glued(at):
            return None
        at += 1 + (t.low[at + 1] == "^")
    sign = -1 if t.low[at] in ("-", "−") else 1
    at += t.low[at] in ("-", "−", "+")
    exponent = t.low[at]
    if not (exponent.isdigit() and len(exponent) <= 2 and t.glued(at)):
        return None
    if base != 10.0 and (len(exponent) > 1 or base > 1e6):
        return None
    result = float(value * base ** (sign * int(exponent)))
    return (result, at + 1) if result < _LARGEST else None


def _continues(t: Tokens, i: int) -> bool:
    """Whether token ``i`` is a group of three after a blank: "1 234 567,8"."""
    gap, raw = t.gap(i), t.low[i]
    whole = re.match(r"[0-9]{3}(?:[.,][0-9]{1,2})?$", raw)
    before = t.low[i - 1]
    return len(gap) == 1 and gap in _BLANKS and whole is not None and before.isdigit()


def _swiss_group(t: Tokens, i: int) -> bool:
    group = t.low[i + 1]
    return t.glued(i) and t.glued(i + 1) and len(group) == 3 and group.isdigit()


def _over(t: Tokens, slash: int) -> bool:
    """Whether token ``slash`` and the next are the lower half of a fraction."""
    low = t.low[slash + 1]
    small = low.isdigit() and 1 <= len(low) <= 4 and int(low) > 0
    again = t.low[slash + 2] == "/" and t.glued(slash + 2)
    return small and t.glued(slash) and t.glued(slash + 1) and not again


def _scale(t: Tokens, i: int, lex: Lexicon) -> tuple[float, int] | None:
    """The scale word at token ``i`` ("million", "Mio.") and the token after it."""
    if (scale := lex.scales.get(t.low[i])) is None:
        return None
    dotted = t.low[i + 1] == "." and lex.has("dotted", t.low[i]) and t.glued(i + 1)
    return scale, i + 1 + dotted


def _scaled(t: Tokens, n: Number, lex: Lexicon, *, money: bool) -> Number:
    """``n`` with the scale words or letters that follow it."""
    value, end, scaled = n.value, n.end, False
    while True:
        at = end
        if t.low[at] == "-" and t.low[at + 1] in lex.scales and t.glued(at) and t.glued(at + 1):
            at += 1
        found = _scale(t, at, lex)
        glued_word = found and t.glued(at) and len(t.low[at]) < 2
        if not found or glued_word or (at == end and "\n" in t.gap(at)):
            break
        if (found[0] == 100 and lex.language != "en") or value * found[0] > _LARGEST:
            break
        value, end, scaled = value * found[0], found[1], True
    if not scaled and (letter := _letter(t, end, lex, money=money)):
        value, end, scaled = value * letter, end + 1, True
    elif not scaled and not money and _and_a_half(t, end, lex):
        value, end = _and_rest(t, n, value, end, lex)
    elif scaled:
        value, end = _and_rest(t, n, value, end, lex)
    fraction = n.fraction and not scaled
    return n._replace(value=value, end=end, scaled=scaled, fraction=fraction, mantissa=n.value)


def _letter(t: Tokens, i: int, lex: Lexicon, *, money: bool) -> float | None:
    """The factor of a scale letter after digits: "10k", "$5m", "€1.2 B"."""
    raw = t.raw(i) if i < t.count else ""
    if money and raw in ("mm", "MM"):
        return 1e6
    if len(raw) != 1 or raw.lower() not in _LETTERS or t.low[i + 1] in ("/", "²", "³", "^"):
        return None
    if t.glued(i + 1) and (t.is_number(i + 1) or t.low[i + 1] in "-'’&"):
        hyphen = t.low[i + 1] == "-" and money
        if not hyphen:
            return None
    if raw == "K" and not money and len(t.low[i - 1]) == 1:
        return None  # "4K" is a screen
    near = t.glued(i) or (money and t.gap(i) in _BLANKS)
    certain = money or raw in ("k", "K", "M", "B") or _counts_things(t, i + 1, lex)
    return _LETTERS[raw.lower()] if near and certain else None


def _counts_things(t: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether a plural follows, so that "500m users" are not metres (a "100m hurdles" is)."""
    low = t.low[i]
    plural = lex.has("plural", low) or (len(low) > 3 and low.endswith("s"))
    apart = t.gap(i) == " " and not t.capital(i)
    return plural and apart and not lex.has("stop", low) and not lex.has("race", low)


def _and_rest(t: Tokens, n: Number, value: float, end: int, lex: Lexicon) -> tuple[float, int]:
    """What "3 hundred and 21" and "3 million and a half" add."""
    if not lex.has("joiner", t.low[end]):
        return value, end
    scale = value / n.value if n.value else 1.0
    if half := _a_part(t, end + 1, lex):
        return value + half[0] * scale, half[1]
    small = t.is_number(end + 1) and t.low[end + 1].isdigit() and len(t.low[end + 1]) <= 2
    if scale == 100 and small and t.low[end + 2] not in lex.scales:
        return value + float(t.low[end + 1]), end + 2
    return value, end


def _and_a_half(t: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether "and a half" stands at token ``i``; "and a third" could begin something else."""
    return (
        lex.has("joiner", t.low[i])
        and lex.has("article", t.low[i + 1])
        and (lex.has("half", t.low[i + 2]) or t.low[i + 2] == "quarter")
    )


def _a_part(t: Tokens, i: int, lex: Lexicon) -> tuple[float, int] | None:
    """Reads "a half", "one quarter", "two thirds", "half" from token ``i``, and the token after."""
    low = t.low[i]
    if lex.has("half", low):
        return 0.5, i + 1
    count = 1.0 if lex.has("article", low) else lex.numbers.get(low, 0.0)
    at = i + 1 + (t.low[i + 1] == "-")
    part = lex.parts.get(t.low[at])
    if not part or not 0 < count < part or t.low[at] in ("second", "seconds"):
        return None
    return count / part, at + 1


def _part_of_scale(t: Tokens, i: int, lex: Lexicon) -> Number | None:
    """Reads "half a million", "half million", "a quarter of a million": the part comes first."""
    part = 0.5 if lex.has("half", t.low[i]) else 1 / lex.parts[t.low[i]]
    at = i + 1
    if lex.has("of", t.low[at]):
        at += 1
    if lex.has("article", t.low[at]):
        at += 1
    if found := _scale(t, at, lex):
        return Number(part * found[0], i, found[1], spelled=True, scaled=True)
    return None


def _parts_of_scale(t: Tokens, n: Number, lex: Lexicon) -> Number | None:
    """Reads "three quarters of a million", "two-thirds of a billion"."""
    at = n.end + (t.low[n.end] == "-")
    part = lex.parts.get(t.low[at])
    if part is None or n.scaled or not n.value < part or t.low[at] in ("second", "seconds"):
        return None
    whole = _part_of_scale(t, at, lex)
    return whole and Number(whole.value * n.value, n.first, whole.end, True, True)


def _spelled(t: Tokens, i: int, lex: Lexicon) -> Number | None:
    """A spelled number: "two hundred and five", "a million", "two and a half billion"."""
    total, current, end = 0.0, None, i
    last_scale = float("inf")
    scaled = False
    if lex.has("article", t.low[i]):
        if t.low[i + 1] not in lex.scales:
            return None
        current, end = 1.0, i + 1
    elif t.low[i] in lex.scales:
        if lex.scales[t.low[i]] == 12 or t.low[i] not in lex.words.get("bare_scale", frozenset()):
            return None
    while True:
        at = end
        hyphen = t.low[at] in ("-", "—") and end > i and t.glued(at) and t.glued(at + 1)
        if hyphen:
            at += 1
        if end > i and not hyphen and "\n" in t.gap(at):
            break
        low = t.low[at]
        joined = end > i and lex.has("joiner", low)
        if joined:
            if half := _a_part(t, at + 1, lex):
                base = current if current is not None else None
                if base is None:
                    total += half[0] * (last_scale if last_scale < 1e30 else 1)
                else:
                    current = base + half[0]
                end = half[1]
                continue
            if not _may_join(t, at + 1, lex, current, total, last_scale):
                break
            at += 1
            low = t.low[at]
        if low in lex.scales and not joined:
            if hyphen and lex.scales[low] == 12:
                break
            scale = lex.scales[low]
            found = _scale(t, at, lex)
            assert found is not None
            if max(total, current or 1.0) * scale > _LARGEST:
                break
            if scale == 100 or scale == 12:
                if scale == 12 and current is None and total == 0:
                    break
                current = (current if current is not None else 1.0) * scale
            elif current is None and total:
                total *= scale
                last_scale = scale
            else:
                if scale > last_scale:
                    total = (total + (current or 0)) * scale
                else:
                    total += (1.0 if current is None else current) * scale
                current = None
                last_scale = scale
            scaled, end = True, found[1]
            continue
        value = lex.numbers.get(low)
        if value is None or (low in _NIL and end > i):
            break
        if current is None:
            current = value
        elif (added := _added(current, value, lex.language, joined)) is not None:
            current = added
        else:
            break
        end = at + 1
    if end == i:
        return None
    result = total + (current or 0.0)
    number = Number(result, i, end, spelled=True, scaled=scaled)
    return _decimals(t, number, lex)


_NIL = frozenset({"nil", "zero", "nought", "naught", "null", "zéro", "cero"})


def _added(current: float, value: float, language: str, joined: bool) -> float | None:
    """``current`` with ``value`` said after it, None where they are two numbers."""
    if language == "fr" and current % 100 == 4 and value == 20:
        return current + 76
    rest = current % 100
    if rest == 0 and current > 0 and value < 100:
        return current + value
    if rest >= 20 and rest % 10 == 0 and 0 < value < 10:
        return current + value
    if language == "fr" and rest in (60, 80) and 10 <= value < 20:
        return current + value
    return None


def _may_join(
    t: Tokens, i: int, lex: Lexicon, current: float | None, total: float, last_scale: float
) -> bool:
    """Whether the words from ``i`` on belong to the number before "and".

    "two hundred and five" is one number, "one hundred and two hundred" and "five and
    six" are two.
    """
    value = lex.numbers.get(t.low[i])
    if value is None or value == 0:
        return False
    if lex.language == "es":
        return current is not None and current % 100 >= 30 and current % 10 == 0 and value < 10
    if lex.language == "fr":
        return current is not None and current % 100 in (20, 30, 40, 50, 60) and value in (1, 11)
    at = i + 1
    if value >= 20 and t.low[at] == "-":
        at += 1
    if value >= 20 and 0 < lex.numbers.get(t.low[at], 0) < 10:
        at += 1
    scale = lex.scales.get(t.low[at], 1.0)
    if current is not None:
        return current >= 100 and current % 100 == 0 and scale == 1.0
    return total > 0 and scale < last_scale and scale != 12


def _decimals(t: Tokens, n: Number, lex: Lexicon) -> Number:
    """``n`` with spelled decimals, "nine point nought four", and the scale behind them."""
    if not lex.has("point", t.low[n.end]):
        return n
    at, digits = n.end + 1, ""
    while (
        len(digits) < 12 and t.gap(at) != "" and (value := lex.numbers.get(t.low[at])) is not None
    ):
        digits += str(int(value))
        at += 1
    if not digits:
        return n
    if t.low[at] == "-" and t.low[at - 1].endswith("ty") and t.low[at + 1] in lex.numbers:
        digits = digits[:-1] + str(int(lex.numbers[t.low[at + 1]]))
        at += 2
    with_decimals = n._replace(value=float(f"{n.value:.0f}.{digits}"), end=at)
    return _scaled(t, with_decimals, lex, money=False)
