"""Numbers without a unit: years, counts, ordinals, fractions, scores, ratios, ages."""

from __future__ import annotations

from tui.facts.figures.found import Found
from tui.facts.figures.lexicon import Lexicon
from tui.facts.figures.numerals import Number, number_at
from tui.facts.figures.tokens import Tokens
from tui.model import FigureKind

_DASHES = ("-", "–", "—", "‑")


def plain_number(
    t: Tokens, i: int, lex: Lexicon, number: Number | None = None, first: int | None = None
) -> Found | None:
    """The figure that a bare number at token ``i`` is, if it is one."""
    first = i if first is None else first
    if ordinal := _ordinal(t, i, lex):
        return ordinal
    if not t.is_number(i) and _spelled_ordinal(t, i, lex):
        number = None  # "Fifty-Fourth Regiment" is no fifty
    if fraction := _fraction(t, i, lex, number):
        return fraction
    if years := _age_decade(t, i, lex):
        return years
    if number is None:
        return _twice(t, i, lex)
    return (
        _rank(t, number, lex)
        or _age_range(t, number, lex)
        or _tally(t, number, lex)
        or _paired(t, number, lex)
        or _one_in(t, number, lex)
        or _year(t, number, lex, first)
        or _age(t, number, lex)
        or _count(t, number, lex, first)
    )


def _make(
    t: Tokens, first: int, end: int, kind: FigureKind, rule: str, value: float | None
) -> Found:
    return Found(first, end, t.starts[first], t.ends[end - 1], kind, rule, value=value)


def _ordinal(t: Tokens, i: int, lex: Lexicon) -> Found | None:
    """Reads "21st", "the third"; not the adverb that counts off arguments ("Second, …")."""
    low = t.low[i]
    if t.is_number(i):
        suffix = lex.has("suffix", t.low[i + 1]) and t.glued(i + 1)
        suffix = suffix and not (t.capital(i + 2) and lex.has("street", t.low[i + 2]))
        if suffix and low.replace(",", "").isdecimal() and len(low) <= 7:
            value = float(low.replace(",", ""))
            return _make(t, i, i + 2, FigureKind.ORDINAL, "ordinal", value)
        return None
    value_and_end = _spelled_ordinal(t, i, lex)
    if value_and_end is None:
        return None
    value, end = value_and_end
    if (t.opens(i) and t.low[end] in (",", ":")) or lex.has("not_after_ordinal", t.low[end]):
        return None
    hyphen = t.low[end] == "-" and t.glued(end)
    if hyphen and lex.has("not_hyphen", t.low[end + 1]):
        return None
    if value == 2 and (lex.has("of", t.low[i - 2]) or t.low[i - 1] in ("per", "/")):
        return None
    named = t.capital(i) and not t.opens(i)
    if (named and t.capital(end)) or (low in ("second", "seconds") and _is_verb(t, i)):
        return None
    found = _make(t, i, end, FigureKind.ORDINAL, "ordinal", value)
    found.spelled, found.bare = True, True
    found.minor = value <= 3
    return found


def _is_verb(t: Tokens, i: int) -> bool:
    return t.low[i - 1] in ("i", "to", "we") or t.low[i] == "seconds"


def _spelled_ordinal(t: Tokens, i: int, lex: Lexicon) -> tuple[float, int] | None:
    """A spelled ordinal, "twenty-first" too, and the token after it."""
    low = t.low[i]
    if low in lex.ordinals:
        return lex.ordinals[low], i + 1
    tens = lex.numbers.get(low, 0.0)
    if tens >= 20 and tens % 10 == 0:
        at = i + 1 + (t.low[i + 1] in _DASHES)
        ones = lex.ordinals.get(t.low[at], 0.0)
        if 0 < ones < 10 and (t.glued(at) or t.gap(at) == " "):
            return tens + ones, at + 1
    return None


def _fraction(t: Tokens, i: int, lex: Lexicon, number: Number | None) -> Found | None:
    """Reads "two-thirds", "a third of", "half of", "3/4", "one in five" (a ratio) elsewhere."""
    if number is not None and number.fraction:
        kind = FigureKind.FRACTION
        return _make(t, number.first, number.end, kind, "fraction", number.value)
    low = t.low[i]
    if number is not None and number.value == int(number.value):
        at = number.end + (t.low[number.end] in _DASHES)
        part = lex.parts.get(t.low[at])
        real = part and not _also_ordinal(t, at, lex, number)
        real = real and (not number.scaled or t.low[at].endswith("s"))
        if part and real and number.value > 0 and "\n" not in t.gap(at):
            value = number.value / part
            return _make(t, number.first, at + 1, FigureKind.FRACTION, "fraction", value)
    if number is None and (lex.has("article", low) or lex.has("half", low)):
        return _lone_part(t, i, lex)
    return None


def _also_ordinal(t: Tokens, at: int, lex: Lexicon, n: Number) -> bool:
    """Whether "one third" could be "one third …": only a plural or "one" makes a part."""
    low = t.low[at]
    if low in ("second", "seconds"):
        return True
    if low in ("quarters", "quarter") and n.value != 3 and not lex.has("of", t.low[at + 1]):
        return True
    return low in lex.ordinals and not (n.value == 1 and n.spelled)


def _lone_part(t: Tokens, i: int, lex: Lexicon) -> Found | None:
    """Reads "a third of", "a quarter of", "half", "half the country"."""
    low = t.low[i]
    if lex.has("half", low):
        if t.low[i + 1] in ("-", "time", "brother", "sister", "hour", "way") or lex.has(
            "not_after_half", t.low[i + 1]
        ):
            return None
        ordinal = t.low[i - 1] in lex.ordinals or t.low[i - 1] in ("the", "other", "this", "that")
        wide = lex.has("of", t.low[i + 1]) or lex.has("half_of", t.low[i + 1])
        counted = t.is_word(i + 1) and not lex.has("stop", t.low[i + 1]) and not ordinal
        if (ordinal and not wide) or not (wide or counted or t.low[i - 1] in ("by", "than", "in")):
            return None
        if ordinal:
            return None
        return _make(t, i, i + 1, FigureKind.FRACTION, "fraction", 0.5)
    at = i + 1
    part = lex.parts.get(t.low[at])
    if lex.has("half", t.low[at]):
        part = 2.0
    led = lex.has("lone_before", t.low[i - 1]) and not _noun_follows(t, at + 1, lex)
    wide = lex.has("of", t.low[at + 1]) or lex.has("than_as", t.low[at + 1])
    if part is None or not (wide or led):
        return None
    return _make(t, i, at + 1, FigureKind.FRACTION, "fraction", 1 / part)


def _twice(t: Tokens, i: int, lex: Lexicon) -> Found | None:
    """Reads "twice as many", "double the": how many times as much."""
    value = lex.multiples.get(t.low[i])
    if value is None or not lex.has("than_as", t.low[i + 1]):
        return None
    return _make(t, i, i + 1, FigureKind.MULTIPLE, "multiple", value)


def _paired(t: Tokens, n: Number, lex: Lexicon) -> Found | None:
    """Reads "3-2" (a score or a vote), "3:1" (a ratio), "two-to-one"."""
    sign = t.low[n.end]
    at = n.end + 1
    if sign in ("-", "–", "‑") and lex.has("to", t.low[at]) and t.low[at + 1] == sign:
        at += 2
    elif lex.has("to", sign) and n.spelled and lex.numbers.get(t.low[at]) == 1:
        pass
    elif sign not in ("-", "–", ":", "‑") or not (t.glued(n.end) and t.glued(at)):
        return None
    if not (t.is_number(at) or t.low[at] in lex.numbers):
        return None
    other = number_at(t, at, lex)
    if other is None or other.scaled or n.scaled or max(n.value, other.value) > 999:
        return None
    if (n.value != int(n.value) or other.value != int(other.value)) and sign != ":":
        return None
    if sign == ":" or n.spelled:
        found = _make(t, n.first, other.end, FigureKind.RATIO, "ratio", None)
        found.value = n.value / other.value if other.value else None
    else:
        found = _make(t, n.first, other.end, FigureKind.SCORE, "score", n.value)
        found.value2 = other.value
    return found


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
    if of is None or n.value >= of.value or n.scaled or of.value > 1e6:
        return None
    if inside and (n.value > 10 or of.value < 2 or lex.units.get(t.low[of.end])):
        return None
    if inside and len(t.low[at]) == 4 and t.is_number(at):
        return None
    if out and n.value > 20:
        return None
    found = _make(t, n.first, of.end, FigureKind.RATIO, "one-in", n.value / of.value)
    found.spelled = False
    return found


def _year(t: Tokens, n: Number, lex: Lexicon, first: int) -> Found | None:
    """Four digits that are a year: "by 2030", "the 2024 election"; not "2000 people"."""
    low = t.low[n.first]
    single = n.end == n.first + 1 and first == n.first
    if not single or len(low) != 4 or not low.isdecimal() or not "1100" <= low <= "2199":
        return None
    if t.glued(n.end) and t.is_word(n.end):
        return None
    before, after = t.low[n.first - 1], t.low[n.end]
    counted = t.is_word(n.end) and not t.capital(n.end) and not lex.has("stop", after)
    inexact = lex.has("approx", before) and not lex.has("before", before)
    plural = (after.endswith("s") and not after.endswith(("ss", "us", "is"))) or lex.has(
        "plural", after
    )
    led = lex.has("before", before) or lex.has("determiner", before) or before in ("(", "-", "/")
    modern = "1900" <= low <= "2099"
    if counted and plural and (inexact or not (led and modern)):
        if inexact or not modern or low[2:] == "00":
            return None
    if inexact and (counted or not modern):
        return None
    if not modern and not led and not before.startswith("("):
        return None
    if before in ("#", "no", "№"):
        return None
    found = _make(t, n.first, n.end, FigureKind.DATE, "year", n.value)
    found.date = low
    return found


def _noun_follows(t: Tokens, i: int, lex: Lexicon) -> bool:
    return t.is_word(i) and not lex.has("stop", t.low[i]) and not lex.has("verb", t.low[i])


def _age_decade(t: Tokens, i: int, lex: Lexicon) -> Found | None:
    """An age by its decade: "in his 60s", "her early 20s"."""
    low = t.low[i]
    if not (low.isdecimal() and len(low) == 2 and low[1] == "0" and lex.has("decade", t.low[i + 1])):
        return None
    if not t.glued(i + 1):
        return None
    lead = i - 1
    while lead > 0 and (lex.has("part_of", t.low[lead]) or t.low[lead] == "-"):
        lead -= 1
    if not lex.has("age_before", t.low[lead]):
        return None
    found = _make(t, i, i + 2, FigureKind.AGE, "age", float(low))
    found.value2, found.unit = float(low) + 9, "yr"
    return found


def _rank(t: Tokens, n: Number, lex: Lexicon) -> Found | None:
    """A rank: "No. 1", "number 2", "Nr. 3"."""
    at = n.first - 1
    dotted = at >= 1 and t.low[at] == "." and t.glued(at)
    at -= dotted
    if at < 0 or not lex.has("rank", t.low[at]) or n.spelled or "\n" in t.gap(n.first):
        return None
    if t.low[at] == "no" and not dotted:
        return None
    return _make(t, at, n.end, FigureKind.ORDINAL, "rank", n.value)


def _age_range(t: Tokens, n: Number, lex: Lexicon) -> Found | None:
    """Reads "aged 18 to 65", "ages 5-11", "between the ages of 18 and 29", "his 40s"."""
    before = t.low[n.first - 1] if n.first else ""
    aged = lex.has("aged", before) or (
        lex.has("of", before) and lex.has("aged", t.low[n.first - 2])
    )
    if not aged or n.scaled:
        return None
    at = n.end
    joined = lex.has("to", t.low[at]) or t.low[at] in _DASHES or lex.has("joiner", t.low[at])
    if not joined or not (t.is_number(at + 1) or t.low[at + 1] in lex.numbers):
        return None
    last = number_at(t, at + 1, lex)
    if last is None or not n.value < last.value <= 120:
        return None
    found = _make(t, n.first, last.end, FigureKind.AGE, "age", n.value)
    found.value2, found.unit = last.value, "yr"
    return found


def _tally(t: Tokens, n: Number, lex: Lexicon) -> Found | None:
    """The votes for and against: "by 218 to 210"."""
    if not lex.has("to", t.low[n.end]) or not t.is_number(n.end + 1):
        return None
    voted = any(lex.has("voting", t.low[k]) for k in range(max(0, n.first - 6), n.first))
    other = number_at(t, n.end + 1, lex)
    if not voted or other is None or other.scaled or n.value != int(n.value):
        return None
    if lex.units.get(t.low[other.end]) or other.value != int(other.value):
        return None
    found = _make(t, n.first, other.end, FigureKind.SCORE, "tally", n.value)
    found.value2 = other.value
    return found


def _age(t: Tokens, n: Number, lex: Lexicon) -> Found | None:
    """Reads "aged 45", "Ada Brook, 45, said", "Ada Brook (45)"."""
    whole = n.value == int(n.value) and 0 < n.value <= 120 and not n.scaled
    if not whole:
        return None
    before = t.low[n.first - 1] if n.first else ""
    if lex.has("aged", before) or (before == "of" and lex.has("aged", t.low[n.first - 2])):
        found = _make(t, n.first, n.end, FigureKind.AGE, "age", n.value)
        found.unit = "yr"
        return found
    if n.spelled or not t.is_number(n.first):
        return None
    named = t.capital(n.first - 2) and t.is_word(n.first - 2) and n.first >= 2
    named = named and t.low[n.first - 2] not in lex.months and len(t.low[n.first - 2]) > 1
    after = t.low[n.end]
    kin = lex.has("kin", t.low[n.first - 2]) and before == "," and after in (",", ".", ";")
    comma = before == "," and after in (",", ".", ";") and 10 <= n.value <= 110
    named = named and (t.capital(n.first - 3) or t.opens(n.first - 2) or not comma)
    if after in (".", ";") and comma and not t.capital(n.first - 3):
        return None
    round_ = before == "(" and after in (")", ",") and 14 <= n.value <= 110
    if not (kin or (named and (comma or round_))):
        return None
    if t.capital(n.end + 1) and comma and after == "," and t.is_number(n.end + 1):
        return None
    found = _make(t, n.first, n.end, FigureKind.AGE, "age", n.value)
    found.unit = "yr"
    return found


def _count(t: Tokens, n: Number, lex: Lexicon, first: int) -> Found | None:
    """Whatever is left counts something."""
    if t.glued(n.end) and t.is_word(n.end):
        return None
    if n.spelled and not n.scaled and n.value == 1 and not _counts_one(t, n, lex):
        return None
    vague = lex.has("vague", t.low[n.first - 1]) and t.low[n.first] in lex.scales
    if vague:
        return None
    if n.spelled and n.value == 0 and lex.language == "en" and not t.is_word(n.end):
        return None
    found = _make(t, first, n.end, FigureKind.COUNT, "count", n.value)
    found.spelled, found.bare = n.spelled, True
    return found


def _counts_one(t: Tokens, n: Number, lex: Lexicon) -> bool:
    """Whether "one" counts a thing and is no pronoun ("one of them", "no one", "the one")."""
    before, after = t.low[n.first - 1] if n.first else "", t.low[n.end]
    if lex.has("onebefore", before) or lex.has("oneafter", after):
        return False
    return t.is_word(n.end) and not lex.has("stop", after)
