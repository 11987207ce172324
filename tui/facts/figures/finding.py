"""The search itself: every place that may hold a figure, and the rules tried there in turn."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TypeVar

from tui.facts.figures.clock import time_at
from tui.facts.figures.dates import Dates
from tui.facts.figures.days import away
from tui.facts.figures.found import Found
from tui.facts.figures.lexicon import Lexicon
from tui.facts.figures.masks import Masks
from tui.facts.figures.measures import Measure, measure_after, phrase_end, unit_at
from tui.facts.figures.names import is_label
from tui.facts.figures.numerals import Number, number_at
from tui.facts.figures.plain import plain_number
from tui.facts.figures.tokens import Tokens
from tui.model import FigureKind

_F = TypeVar("_F", Found, "Found | None")

_DASHES = ("-", "–", "—", "−", "‑")


class Search:
    """Finds the figures of one block, from left to right, without overlaps."""

    def __init__(self, t: Tokens, lex: Lexicon, masks: Masks, published: date | None) -> None:
        self._t = t
        self._lex = lex
        self._masks = masks
        self._published = published
        self._dates = Dates(t, lex, published)
        self._free = 0

    def run(self) -> list[Found]:
        """Every figure of the block in the order of the text, relations not yet known."""
        t, triggers = self._t, self._lex.triggers
        found: list[Found] = []
        for i, low in enumerate(t.low[: t.count]):
            if i < self._free or not ("0" <= low[:1] <= "9" or low in triggers):
                continue
            if self._masks.covers(t.starts[i]):
                continue
            if (figure := self._at(i)) is not None and self._sound(figure):
                found.append(figure)
                self._free = figure.end
            elif t.is_number(i):
                self._free = max(self._free, self._after_rejected(i))
        return found

    def _sound(self, figure: Found) -> bool:
        values = (figure.value, figure.value2)
        return all(v is None or isfinite(v) for v in values) and figure.start_at < figure.end_at

    def _after_rejected(self, i: int) -> int:
        """The token after digits that are a name: "737-800" is not looked at again."""
        t, at = self._t, i + 1
        while t.low[at] in ("-", "/", ".") and t.glued(at) and t.glued(at + 1):
            if not t.is_number(at + 1):
                break
            at += 2
        return at

    def _at(self, i: int) -> Found | None:
        t, lex = self._t, self._lex
        if phrase_end(t, i, lex, "never") or is_label(t, i, lex):
            self._free = max(self._free, phrase_end(t, i, lex, "never") or i + 1)
            return None
        if dated := self._dates.at(i):
            return self._approximated(dated)
        if timed := time_at(t, i, lex):
            return timed
        return self._amount(i)

    # Numbers

    def _amount(self, i: int) -> Found | None:
        """A number with what stands before and after it: sign, money, unit, range."""
        t, lex = self._t, self._lex
        first, code = self._money_before(i)
        number = number_at(t, i, lex, money=code is not None) or self._half_of_unit(i)
        if number and lex.has("vague", t.low[i - 1]) and t.low[i] in lex.scales:
            return None
        if number is None:
            return self._unit_and_half(i) or self._approximated(plain_number(t, i, lex))
        first, negative = self._sign(first)
        if negative:
            number = number._replace(value=-number.value)
        measure = None if code else measure_after(t, number, lex)
        if ranged := self._range(number, first, code, measure):
            return ranged
        if code is not None:
            return self._prefixed(number, first, code)
        if measure is None:
            return self._approximated(plain_number(t, i, lex, number, first))
        return self._measured(number, first, measure)

    def _half_of_unit(self, i: int) -> Number | None:
        """Reads "half an hour", "a quarter of an inch", "half a percentage point"."""
        t, lex = self._t, self._lex
        at, value = i, 0.5
        if not lex.has("half", t.low[at]):
            at += lex.has("article", t.low[at])
            part = lex.parts.get(t.low[at])
            if not part or not lex.has("of", t.low[at + 1]):
                return None
            value, at = 1 / part, at + 1
        at += 1
        if lex.has("article", t.low[at]):
            at += 1
        elif t.low[at] not in lex.units or t.low[at].endswith("s"):
            return None
        number = Number(value, i, at, spelled=True)
        measure = measure_after(t, number, lex)
        good = measure is not None and measure.kind is not FigureKind.AGE and measure.factor <= 100
        return number if good else None

    def _unit_and_half(self, i: int) -> Found | None:
        """Reads "an hour and a half", "a year and a half"."""
        t, lex = self._t, self._lex
        if not lex.has("article", t.low[i]):
            return None
        unit = unit_at(t, i + 1, lex) if t.low[i + 1] in lex.units else None
        if unit is None or not lex.has("joiner", t.low[unit[1]]):
            return None
        at = unit[1] + 1 + lex.has("article", t.low[unit[1] + 1])
        if not lex.has("half", t.low[at]):
            return None
        kind, value = unit[0].kind, 1.5 * unit[0].factor
        return self._found(i, at + 1, kind, "compound", value, unit[0].symbol)

    def _sign(self, first: int) -> tuple[int, bool]:
        """Whether a minus stands before token ``first``, and where the figure then begins."""
        t = self._t
        before = first - 1
        low = t.low[before] if before >= self._free else ""
        if low in ("-", "−", "–") and t.glued(first):
            alone = before == 0 or t.gap(before) != "" or t.low[before - 1] in "(["
            return (before, True) if alone else (first, False)
        if low and self._lex.has("minus", low) and t.gap(first) == " ":
            return before, True
        return first, False

    def _money_before(self, i: int) -> tuple[int, str | None]:
        """The currency before the number at ``i``: where it begins and its code."""
        t, lex = self._t, self._lex
        low = t.low[i - 1] if i - 1 >= self._free else ""
        if not low or "\n" in t.gap(i):
            return i, None
        if low in lex.signs:
            first, code = i - 1, lex.signs[low]
            if low == "$" and t.glued(first) and first - 1 >= self._free:
                return self._dollar(first)
            if low == "$" and first - 1 >= self._free and t.low[first - 1] in ("c", "us", "hk"):
                return self._dollar(first)
            return first, code
        raw = t.raw(i - 1)
        shaky = lex.has("shaky_code", low) and len(t.low[i]) < 4
        if (
            raw in lex.codes
            and not shaky
            and not (t.capital(i - 2) and t.gap(i - 1) == " " and t.raw(i - 2).isupper())
        ):
            return i - 1, raw.replace("RMB", "CNY")
        dotted = low == "." and t.glued(i - 1) and i - 2 >= self._free
        at = i - 2 if dotted else i - 1
        raw = t.raw(at)
        if raw in lex.prefixes and (dotted or t.gap(i) in ("", " ", "\u00a0")):
            if raw in ("Re", "Fr", "Sh", "Bs", "Br", "LE", "kr", "SR") and not t.glued(i):
                return i, None
            return at, lex.prefixes[raw]
        if raw == "R" and t.glued(i) and not t.glued(i - 1):
            return i - 1, "ZAR"
        if raw == "/" and t.low[i - 2] == "s" and t.glued(i - 1):
            return i - 2, "PEN"
        return i, None

    def _dollar(self, sign: int) -> tuple[int, str]:
        """Whose dollar the sign at token ``sign`` is, by the letters before it."""
        t, lex = self._t, self._lex
        before = sign - 1
        low = t.low[before]
        if low == "." and t.low[before - 1] == "s" and t.low[before - 3] == "u":
            return before - 3, "USD"
        if low in lex.dollars and (t.capital(before) or t.gap(sign) or len(low) == 3):
            glued_word = t.glued(before) and t.is_word(before - 1)
            if not glued_word:
                return before, lex.dollars[low]
        return sign, "USD"

    def _prefixed(self, n: Number, first: int, code: str) -> Found:
        t, lex = self._t, self._lex
        end = n.end
        after = measure_after(t, n, lex)
        value = n.value
        named = after is not None and t.low[n.end] not in lex.signs
        if after and named and after.kind is FigureKind.MONEY and after.rule == "money":
            end, code = after.end, after.unit or code
            value += after.plus
        found = self._found(first, end, FigureKind.MONEY, "money-prefix", value, code)
        found.scale = n.scale
        return found

    def _measured(self, n: Number, first: int, m: Measure) -> Found | None:
        t, lex = self._t, self._lex
        end, kind, rule = m.end, m.kind, m.rule
        value = n.value * m.factor + m.plus
        if kind is FigureKind.DURATION:
            at = phrase_end(t, end, lex, "ago")
            before = self._ago_before(first)
            if at is not None or before is not None:
                first, end = before if before is not None else first, at or end
                found = self._found(first, end, FigureKind.DATE, "ago", value, m.unit)
                found.date = away(value, m.unit or "", self._published)
                return found
        if kind is FigureKind.TEMPERATURE and t.low[end] == "below" and t.low[end + 1] == "zero":
            end, value = end + 2, -value
        if kind is FigureKind.DURATION and self._is_age(first):
            kind, rule = FigureKind.AGE, "age"
        found = self._found(first, end, kind, rule, value, m.unit)
        found.spelled, found.scale = n.spelled, n.scale
        return found

    def _is_age(self, first: int) -> bool:
        """Whether "aged" or "the age of" stands before token ``first``."""
        t, lex = self._t, self._lex
        at = self._approx_start(first) - 1
        return lex.has("aged", t.low[at]) or (
            lex.has("of", t.low[at]) and lex.has("aged", t.low[at - 1])
        )

    def _ago_before(self, first: int) -> int | None:
        """Reads "vor drei Jahren", "il y a trois ans", "hace dos años": ago stands before."""
        t, lex = self._t, self._lex
        for back in (1, 2, 3):
            at = first - back
            if at >= self._free and phrase_end(t, at, lex, "ago_before") == first:
                return at
        return None

    def _found(
        self, first: int, end: int, kind: FigureKind, rule: str, value: float, unit: str | None
    ) -> Found:
        t = self._t
        found = Found(
            first, end, t.starts[first], t.ends[end - 1], kind, rule, value=value, unit=unit
        )  # fmt: skip
        return self._approximated(found)

    def _approximated(self, found: _F) -> _F:
        if found is not None:
            found.approx = approximator(self._t, found.first, self._lex, self._free)
            if found.approx == "over" and found.kind is FigureKind.DURATION:
                lead = self._t.low[found.first - 2]
                found.approx = "over" if self._lex.has("lasting", lead) else None
        return found

    # Ranges

    def _range(self, a: Number, first: int, code: str | None, left: Measure | None) -> Found | None:
        """Reads "10-15 km", "$3 to $5 million", "between 5 and 10 percent"."""
        t, lex = self._t, self._lex
        if left and left.kind is FigureKind.AGE:
            return None
        middle = left.end if left else a.end
        bare = left is None and code is None
        between = self._between(first)
        after = self._connector(middle, between is not None, first, bare)
        if after is None:
            return None
        second = self._second(after, a, left, code)
        if second is None:
            return None
        b, right, code_b, end = second
        low_value, scale = a.value, 1.0
        if b.scaled and not a.scaled and left is None and a.value < b.value:
            if a.value <= b.mantissa * 1000:
                scale = b.scale
        low_value *= scale
        kind, unit, factor = FigureKind.COUNT, None, 1.0
        rule = "range"
        if code or code_b:
            kind, unit = FigureKind.MONEY, code or code_b
        elif right:
            kind, unit, factor = right.kind, right.unit, right.factor
        elif left:
            return None
        if code and right and right.kind is not FigureKind.MONEY:
            return None
        if left and right and (left.kind, left.unit) != (right.kind, right.unit):
            return None
        if code is None and right is None and between is None and not code_b:
            if not self._bare_range(a, b, middle):
                return None
        ranging = any(lex.has("ranging", t.low[k]) for k in range(max(first - 3, 0), first))
        if right is None and not code and self._years(a, b):
            return None
        if low_value >= b.value and between is None and not ranging:
            return None
        start = between if between is not None else first
        found = self._found(start, end, kind, rule, low_value * factor, unit)
        if kind is FigureKind.DURATION and self._is_age(first):
            found.kind = FigureKind.AGE
        found.value2 = b.value * factor + (right.plus if right else 0.0)
        found.spelled = a.spelled and b.spelled
        found.bare = kind is FigureKind.COUNT
        if kind is FigureKind.DURATION and phrase_end(t, end, lex, "ago"):
            found.end = phrase_end(t, end, lex, "ago") or end
            found.end_at, found.kind = t.ends[found.end - 1], FigureKind.DATE
        return found

    def _years(self, a: Number, b: Number) -> bool:
        """Whether two bare numbers are years: "between 1890 and 1895" gives two dates."""
        t = self._t
        plain = all(len(t.low[n.first]) == 4 and t.low[n.first].isdecimal() for n in (a, b))
        return plain and 1100 <= a.value < b.value <= 2199 and not t.low[b.end].endswith("s")

    def _between(self, first: int) -> int | None:
        """Where "between" stands before token ``first``."""
        at = first - 1
        if at >= self._free and self._lex.has("approx", self._t.low[at]):
            at -= 1
        return at if at >= self._free and self._lex.has("range", self._t.low[at]) else None

    def _connector(self, i: int, between: bool, first: int, bare: bool) -> int | None:
        """The token after the word or dash that leads to the upper end of a range."""
        t, lex = self._t, self._lex
        low = t.low[i]
        if "\n" in t.gap(i):
            return None
        if between:
            joined = lex.has("joiner", low) or low in _DASHES or lex.has("to", low)
            return i + 1 if joined else None
        if low == "-" and lex.has("to", t.low[i + 1]) and not t.glued(i + 1):
            return i + 2
        if low in _DASHES:
            tight = t.glued(i) and t.glued(i + 1)
            loose = not t.glued(i) and not t.glued(i + 1) and low in ("-", "–")
            word_dash = tight and lex.has("to", t.low[i + 1]) and t.low[i + 2] == "-"
            if word_dash:
                return i + 3
            return i + 1 if tight or loose else None
        if lex.has("to", low) and not self._is_change(first, bare):
            return i + 1
        if lex.has("or", low):
            return i + 1 if t.low[i - 1] != "," else None
        return None

    def _is_change(self, first: int, bare: bool) -> bool:
        """Whether "from" before token ``first`` says where a change began.

        A word of ranging before it says no; before a bare number ("from 50 to 80 percent")
        it takes a word of changing in the sentence, where the language has a list of them.
        """
        t, lex = self._t, self._lex
        at = first - 1
        if self._approx_start(first) < first:
            at = self._approx_start(first) - 1
        if not lex.has("from", t.low[at]):
            return False
        if any(lex.has("ranging", t.low[at - k]) for k in (1, 2, 3) if at - k >= 0):
            return False
        if not bare or "changing" not in lex.words:
            return True
        back = range(at - 1, max(at - 16, -1), -1)
        for k in back:
            if t.low[k] in (".", ";", "!", "?"):
                break
            if lex.has("changing", t.low[k]):
                return True
        return False

    def _approx_start(self, first: int) -> int:
        return approximator_start(self._t, first, self._lex, self._free)

    def _second(
        self, i: int, a: Number, left: Measure | None, code: str | None
    ) -> tuple[Number, Measure | None, str | None, int] | None:
        """The upper end: its number, its measure, its currency and the token after all."""
        t, lex = self._t, self._lex
        at, code_b = i, None
        for _ in range(2):
            if lex.has("approx", t.low[at]) or t.low[at] == "~":
                at += 1
        if t.low[at] in lex.dollars and t.low[at + 1] == "$" and t.glued(at + 1):
            at += 1
        if t.low[at] in lex.signs:
            if code is None and not lex.has("range", t.low[a.first - 1]):
                return None
            at, code_b = at + 1, lex.signs[t.low[at]]
        if not (t.is_number(at) or t.low[at] in lex.numbers or lex.has("article", t.low[at])):
            return None
        if "\n" in t.gap(at) or self._masks.covers(t.starts[at]):
            return None
        b = number_at(t, at, lex, money=bool(code or code_b))
        if b is None:
            return None
        if code is not None:
            right = measure_after(t, b, lex)
            if code_b is None and right is not None and right.kind is not FigureKind.MONEY:
                return None
            end = right.end if right and right.rule == "money" else b.end
            return b, right if right and right.rule == "money" else None, code_b or code, end
        right = measure_after(t, b, lex)
        return b, right, code_b, right.end if right else b.end

    def _bare_range(self, a: Number, b: Number, dash: int) -> bool:
        """Whether two numbers without a unit are a range: "10 to 15 people", "10-15 people"."""
        t, lex = self._t, self._lex
        noun = t.is_word(b.end) and not lex.has("stop", t.low[b.end]) and not t.capital(b.end)
        close = a.value < b.value <= max(a.value * 10, a.value + 20)
        if t.low[dash] in _DASHES and not t.glued(dash):
            return False
        return (noun or b.scaled) and close


def approximator_start(t: Tokens, first: int, lex: Lexicon, free: int) -> int:
    """Where the words before token ``first`` that make it inexact begin, else ``first``."""
    best = first
    if t.low[first - 1] in ("~", "≈", "±", ">", "<") and first - 1 >= free:
        return first - 1
    for back in (4, 3, 2, 1):
        at = first - back
        if at < max(free, 0):
            continue
        if any(len(p) == back and t.phrase(at, p) for p in lex.first_of("approx", t.low[at])):
            best = at
            break
    if best < first and best - 1 >= free and t.low[best - 1] in ("an", "just", "well"):
        longer = approximator_start(t, best, lex, free) if t.low[best - 1] == "~" else best
        best = longer
    return best


def approximator(t: Tokens, first: int, lex: Lexicon, free: int) -> str | None:
    """The words before token ``first`` that make it inexact, as written."""
    start = approximator_start(t, first, lex, free)
    if start == first or "\n" in t.text[t.starts[start] : t.starts[first]]:
        return None
    return t.text[t.starts[start] : t.ends[first - 1]]
