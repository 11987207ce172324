"""What stands after a number and says what it measures: per cent, units, money, age, degrees."""

from __future__ import annotations

from typing import NamedTuple

from tui.facts.figures.lexicon import Lexicon, Unit
from tui.facts.figures.numerals import Number, number_at
from tui.facts.figures.tokens import Tokens
from tui.model import FigureKind


class Measure(NamedTuple):
    """The meaning of a number's suffix, which ends before token ``end``.

    The figure's value is the number times ``factor`` plus ``plus``.
    """

    kind: FigureKind
    unit: str | None
    end: int
    rule: str
    factor: float = 1.0
    plus: float = 0.0


_HYPHENS = ("-", "‑", "–")


def _skip_hyphen(t: Tokens, i: int) -> int:
    """The token after a hyphen that ties a number to its unit ("11-day", "500-million")."""
    tied = t.low[i] in _HYPHENS and t.glued(i) and t.glued(i + 1) and t.is_word(i + 1)
    return i + 1 if tied else i


def _same_line(t: Tokens, i: int) -> bool:
    return "\n" not in t.gap(i)


def phrase_end(t: Tokens, i: int, lex: Lexicon, section: str) -> int | None:
    """The token after the longest entry of ``section`` that begins at token ``i``."""
    for phrase in lex.first_of(section, t.low[i]):
        if t.phrase(i, phrase):
            return i + len(phrase)
    return None


def measure_after(t: Tokens, n: Number, lex: Lexicon) -> Measure | None:
    """What the words after ``n`` make of it; None leaves a bare number."""
    i = n.end
    if i >= t.count or not _same_line(t, i):
        return None
    at = _skip_hyphen(t, i)
    if t.low[at] not in lex.measures:
        return None
    return (
        _percent(t, at, lex)
        or _age(t, n, at, lex)
        or _temperature(t, n, at, lex)
        or _money(t, n, at, lex)
        or _unit(t, n, at, lex)
        or _multiple(t, n, at, lex)
    )


def _percent(t: Tokens, i: int, lex: Lexicon) -> Measure | None:
    """Percentage points and basis points before per cent: they begin alike."""
    for section, kind, unit in (
        ("points", FigureKind.PERCENTAGE_POINTS, "pp"),
        ("basis", FigureKind.PERCENTAGE_POINTS, "bp"),
        ("percent", FigureKind.PERCENT, "%"),
    ):
        if end := phrase_end(t, i, lex, section):
            if section == "percent" and t.low[end] in _HYPHENS:
                point = t.low[end + 1] in ("point", "points")
                if point:
                    return Measure(FigureKind.PERCENTAGE_POINTS, "pp", end + 2, "points")
            return Measure(kind, unit, end, section)
    if t.low[i] == "%":
        return Measure(FigureKind.PERCENT, "%", i + 1, "percent")
    return None


def _age(t: Tokens, n: Number, i: int, lex: Lexicon) -> Measure | None:
    """Reads "45-year-old", "6-month-old", "45 years old", "45 years of age", "45-jährige"."""
    if end := phrase_end(t, i, lex, "age_word"):
        return Measure(FigureKind.AGE, "yr", end, "age")
    if lex.has("years_age", t.low[i]) and not n.spelled and 12 <= n.value <= 120:
        if lex.has("age_lead", t.low[n.first - 1]):
            return Measure(FigureKind.AGE, "yr", i + 1, "age")
    unit = lex.units.get(t.low[i], ())
    if not unit or unit[0][1].dimension != "time":
        return None
    at = _skip_hyphen(t, i + 1)
    if end := phrase_end(t, at, lex, "old"):
        if lex.has("old_plural", t.low[at]) and at == i + 1:
            return None
        return Measure(FigureKind.AGE, unit[0][1].symbol, end, "age", unit[0][1].factor)
    return None


def _temperature(t: Tokens, n: Number, i: int, lex: Lexicon) -> Measure | None:
    """Reads "37°C", "37 degrees Celsius", "98.6 F", "20 degrees" without an angle behind."""
    low = t.low[i]
    if low in ("℃", "℉"):
        return Measure(FigureKind.TEMPERATURE, "°C" if low == "℃" else "°F", i + 1, "temperature")
    degree = low in ("°", "º") or lex.has("degree", low)
    if not degree:
        return _letter_degrees(t, n, i, lex)
    end = i + 1
    if t.low[end] == "." and low == "deg":
        end += 1
    at = _skip_hyphen(t, end)
    scale = lex.degrees.get(t.low[at])
    if scale and _same_line(t, at) and not (t.low[at] == "k" and low not in ("°", "º")):
        return Measure(FigureKind.TEMPERATURE, scale, at + 1, "temperature")
    if lex.has("angle", t.low[end]) or t.low[end] in ("'", "′", "’") or t.is_number(end):
        return Measure(FigureKind.QUANTITY, "°", end, "angle")
    if low in ("°", "º"):
        small = t.low[n.first - 1] if n.first else ""
        turned = lex.has("turning", small)
        return None if turned else Measure(FigureKind.TEMPERATURE, "°", end, "degrees")
    return Measure(FigureKind.TEMPERATURE, "°", end, "degrees")


def _letter_degrees(t: Tokens, n: Number, i: int, lex: Lexicon) -> Measure | None:
    """Reads "30 C", "98.6F", "20 celsius": a lone letter only for values that weather has."""
    scale = lex.degrees.get(t.low[i])
    if scale is None:
        return None
    if len(t.low[i]) == 1:
        weather = (-90 <= n.value <= 60) if scale == "°C" else (-60 <= n.value <= 130)
        weather = weather and (scale == "°C" or n.value < 0 or n.value >= 20)
        tail = t.low[i + 1] in ("-", "/", "&", "+", "#") or (t.glued(i + 1) and t.is_word(i + 1))
        named = t.low[i + 1] == "." and t.glued(i + 1) and t.is_word(i + 2) and t.glued(i + 2)
        label = t.capital(n.first - 1) and not t.opens(n.first - 1)
        kelvin = scale == "K"
        if not t.raw(i).isupper() or not weather or tail or named or label or kelvin or n.spelled:
            return None
        if t.capital(i + 1) and t.gap(i + 1) == " ":
            return None
    return Measure(FigureKind.TEMPERATURE, scale, i + 1, "temperature")


def _currency(t: Tokens, i: int, lex: Lexicon) -> tuple[str, int, bool] | None:
    """The currency named at token ``i``: code, next token, and whether the word is plain."""
    low = t.low[i]
    if low in lex.signs:
        sign_of_next = t.is_number(i + 1) and not t.glued(i)
        return None if sign_of_next else (lex.signs[low], i + 1, True)
    for phrase, code in lex.currencies.get(low, ()):
        if t.phrase(i, phrase):
            plain = len(phrase) > 1 or not lex.has("hesitant", low)
            return code, i + len(phrase), plain
    raw = t.raw(i) if i < t.count else ""
    next_one = t.is_number(i + 1) and t.glued(i + 1)
    if raw in lex.codes and not t.opens(i) and not next_one:
        return raw.replace("RMB", "CNY"), i + 1, True
    if low in lex.dollars and t.low[i + 1] == "$" and t.glued(i + 1):
        return lex.dollars[low], i + 2, True
    if raw in lex.prefixes and len(raw) == 2 and raw not in ("Re", "Br", "LE", "Sh", "Fr"):
        return lex.prefixes[raw], i + 1, True
    return None


def _money(t: Tokens, n: Number, i: int, lex: Lexicon) -> Measure | None:
    """Money by the word behind the number; cents count a hundredth."""
    i = _over_of(t, i, lex)
    if found := _currency(t, i, lex):
        code, end, plain = found
        if code == "USD" and t.low[i] == "¢":
            return Measure(FigureKind.MONEY, "USD", end, "cents", 0.01)
        if not plain and not _surely_money(t, n, i, end, lex):
            return None
        if end < t.count and code == "GBP" and _is_weight(t, n, i, end, lex):
            return None
        if t.raw(i) in lex.codes and not n.scaled and (scale := lex.scales.get(t.low[end])):
            return Measure(FigureKind.MONEY, code, end + 1, "money", scale)
        return _with_cents(t, Measure(FigureKind.MONEY, code, end, "money"), lex)
    code = lex.cents.get(t.low[i])
    if code and t.low[i] != "p" and not lex.has("hesitant", t.low[i]):
        return Measure(FigureKind.MONEY, code, i + 1, "cents", 0.01)
    if t.low[i] == "p" and t.glued(i) and n.value < 1000 and not t.low[i + 1].isalpha():
        return Measure(FigureKind.MONEY, "GBP", i + 1, "cents", 0.01)
    return None


def _over_of(t: Tokens, i: int, lex: Lexicon) -> int:
    """The token after "de" or "d’" that stands before a unit: "1,2 milliard d’euros"."""
    if lex.language not in ("fr", "es"):
        return i
    if t.low[i] == "d" and t.low[i + 1] in ("'", "’"):
        return i + 2
    return i + 1 if t.low[i] == "de" else i


def _surely_money(t: Tokens, n: Number, i: int, end: int, lex: Lexicon) -> bool:
    """Whether a currency word that is also another word ("won", "real") is money here."""
    if t.low[i] in ("pound", "pounds"):
        return True
    if (t.low[i].endswith("s") and t.low[i][:-1] in lex.words.get("hesitant", ())) or n.scaled:
        return True
    after = t.low[end]
    closed = not after or after in '.,;:)]–—!?”"' or lex.has("stop", after)
    determined = lex.has("determiner", after) or t.is_number(end)
    return n.value >= 50 and closed and not determined


def _is_weight(t: Tokens, n: Number, i: int, end: int, lex: Lexicon) -> bool:
    """Whether pounds are weight: "weighs 150 pounds", "a 20-pound turkey", "six pounds of"."""
    if t.low[i] not in ("pound", "pounds") or end != i + 1:
        return False
    if i > n.end and n.value < 2000:
        return True
    if lex.has("of", t.low[end]):
        return True
    return any(lex.has("weigh", t.low[k]) for k in range(max(0, n.first - 5), n.first))


def _with_cents(t: Tokens, m: Measure, lex: Lexicon) -> Measure:
    """Reads "3 dollars 50 cents", "thirteen dollars and forty-five cents"."""
    at = m.end + lex.has("joiner", t.low[m.end])
    if not (t.is_number(at) or t.low[at] in lex.numbers):
        return m
    rest = number_at(t, at, lex)
    if rest is None or rest.value >= 100:
        return m
    if t.low[rest.end] in lex.cents and t.low[rest.end] != "p":
        return m._replace(end=rest.end + 1, plus=rest.value / 100)
    closed = rest.end >= t.count or t.low[rest.end] in (".", ",", ";", "!", "?", ")")
    if at == m.end and closed and len(t.low[at]) == 2 and t.is_number(at):
        return m._replace(end=rest.end, plus=rest.value / 100)
    return m


def _powered(t: Tokens, i: int) -> tuple[str, int]:
    """An exponent after a unit: "km²", "m^3", "km squared"."""
    low = t.low[i]
    if low == "^" and t.glued(i) and t.low[i + 1] in ("2", "3"):
        return ("²" if t.low[i + 1] == "2" else "³"), i + 2
    if low in ("squared", "cubed"):
        return ("²" if low == "squared" else "³"), i + 1
    return "", i


def unit_at(t: Tokens, i: int, lex: Lexicon) -> tuple[Unit, int] | None:
    """The unit written from token ``i`` on, with squares, cubes and rates, and its end."""
    power, at = "", i
    for section, sign in (("square", "²"), ("cubic", "³")):
        if lex.has(section, t.low[i]):
            power, at = sign, i + 1 + (t.low[i + 1] in (".", "-"))
    found = _simple_unit(t, at, lex)
    if found is None:
        return None
    unit, end = found
    if not power:
        power, end = _powered(t, end)
    if power:
        dimension = "area" if power == "²" else "volume"
        unit = Unit(unit.symbol + power, unit.kind, dimension, unit.size, unit.factor)
    return _rate(t, unit, end, lex)


def _simple_unit(t: Tokens, i: int, lex: Lexicon) -> tuple[Unit, int] | None:
    for phrase, unit in lex.units.get(t.low[i], ()):
        if t.phrase(i, phrase):
            return unit, i + len(phrase)
    if i >= t.count:
        return None
    raw = t.raw(i)
    exponent = t.is_number(i + 1) and t.glued(i + 1) and t.low[i + 1] in ("2", "3")
    if exponent and raw + t.low[i + 1] in lex.symbols:
        return lex.symbols[raw + t.low[i + 1]], i + 2
    unit_or_none = lex.symbols.get(raw)
    if unit_or_none is None and len(raw) > 2:
        unit_or_none = lex.symbols.get(raw.lower())
    if unit_or_none is None:
        return None
    end = i + 1
    return unit_or_none, end


def _rate(t: Tokens, unit: Unit, end: int, lex: Lexicon) -> tuple[Unit, int]:
    """Reads "km/h", "kilometres per hour", "m/s²": a unit of time under a stroke or after "per"."""
    if unit.dimension == "time":
        return unit, end
    stroke = t.low[end] == "/" and t.glued(end)
    if not stroke and not lex.has("per", t.low[end]):
        return unit, end
    below = _simple_unit(t, end + 1, lex)
    if below is None or below[0].dimension not in ("time", "length", "mass", "volume", "area"):
        return unit, end
    power, after = _powered(t, below[1])
    symbol = f"{unit.symbol}/{below[0].symbol}{power}".replace("mi/h", "mph")
    return Unit(symbol, unit.kind, "rate", unit.size, unit.factor), after


def _unit(t: Tokens, n: Number, i: int, lex: Lexicon) -> Measure | None:
    """A unit of measure or of time, with smaller ones that follow ("5 ft 2 in")."""
    at = i
    found = unit_at(t, at, lex)
    if found is None:
        return None
    unit, end = found
    if t.low[at] == "s" and t.glued(at) and not t.glued(at - 1) and n.value % 10 == 0:
        return None
    if end == at + 1 and not _trusted(t, n, at, lex):
        return None
    factor, plus = unit.factor, 0.0
    first = end
    if unit.symbol == "ft" and t.low[end] == "-" and t.is_number(end + 1) and t.glued(end + 1):
        inches = number_at(t, end + 1, lex)
        if inches is not None and inches.value < 12:
            plus, end = inches.value / 12, inches.end
            last = _skip_hyphen(t, end)
            end = last + 1 if t.low[last] in ("inch", "inches") else end
    for _ in range(3):
        more = _smaller(t, end, unit, lex)
        if more is None:
            break
        added, end = more
        plus += added
    rule = "unit" if end == first else "compound"
    return Measure(unit.kind, unit.symbol, end, rule, factor, plus)


def _trusted(t: Tokens, n: Number, i: int, lex: Lexicon) -> bool:
    """Whether a short symbol is a unit here and not a word ("in", "h", "t", "A")."""
    low, raw = t.low[i], t.raw(i)
    if t.is_number(i + 1) and t.glued(i + 1):
        return False
    if low in lex.units:
        return low != "second" or n.value == 1 or i > n.end
    if n.spelled and len(raw) <= 2 and low not in ("kg", "km", "cm", "mm", "ml", "lb", "ft", "oz"):
        return False
    if raw == "in":
        after = t.low[i + 1]
        thick = after in ("thick", "wide", "long", "tall", "high", "deep", "across", "x", "×")
        end = not after or after in ",;)" or (after == "." and not t.is_word(i + 2))
        last = i + 1 >= t.count or (after == "." and i + 2 >= t.count)
        return thick or (end and (t.glued(i) or n.fraction)) or (last and n.value < 1000)
    if len(raw) == 1:
        after = i + 1
        if t.glued(after) and t.low[after] in ("'", "’", "&", "+", "#"):
            return False
        if raw in ("A", "N", "V", "W", "K") and not t.glued(i):
            return raw in ("V", "W") and not t.is_word(after)
        return t.glued(i) or raw in ("m", "g", "l", "L", "h", "s", "t")
    return True


def _smaller(t: Tokens, i: int, unit: Unit, lex: Lexicon) -> tuple[float, int] | None:
    """What a smaller unit of the same dimension adds, in ``unit``, and the token after it."""
    at = i
    if t.low[at] == "," and not t.is_number(at + 1):
        return None
    if t.low[at] == ",":
        at += 1
    if lex.has("joiner", t.low[at]):
        at += 1
    if not (t.is_number(at) or t.low[at] in lex.numbers) or not _same_line(t, at):
        return None
    number = number_at(t, at, lex)
    if number is None:
        return None
    below = unit_at(t, number.end, lex) or _inch(t, number.end, lex)
    if below is None or below[0].dimension != unit.dimension or below[0].size >= unit.size:
        return None
    if below[0].dimension not in ("time", "length", "mass", "volume"):
        return None
    if at > i and t.low[i] == "," and unit.symbol not in ("ft", "h", "lb", "st", "min"):
        return None
    ratio = below[0].size / unit.size * unit.factor
    if number.value * ratio >= 1:
        return None
    return number.value * ratio, below[1]


def _inch(t: Tokens, i: int, lex: Lexicon) -> tuple[Unit, int] | None:
    """Reads "in" as inches: only ever after feet."""
    return (lex.symbols["in"], i + 1) if t.low[i] == "in" else None


def _multiple(t: Tokens, n: Number, i: int, lex: Lexicon) -> Measure | None:
    """Reads "threefold", "3x", "three times as many" (but "three times a week" is a count)."""
    low = t.low[i]
    if low in ("x", "×") and t.glued(i) and not t.is_number(i + 1):
        return Measure(FigureKind.MULTIPLE, None, i + 1, "multiple")
    if lex.has("fold", low):
        return Measure(FigureKind.MULTIPLE, None, i + 1, "multiple")
    if lex.has("times", low):
        if lex.has("than_as", t.low[i + 1]) or t.low[i + 2] in ("than", "as"):
            return Measure(FigureKind.MULTIPLE, None, i + 1, "multiple")
    return None
