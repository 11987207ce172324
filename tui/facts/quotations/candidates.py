"""Ways in which a sentence can say whose words a quotation in it gives."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from tui.facts.quotations.sources import Source, Sources
from tui.facts.quotations.tokens import QUOTE

_DASHES = frozenset("—–―-")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible speaker. Lower ``cost`` is better; about 1 is a plain "he said"."""

    source: Source
    cue: str | None
    rule: str
    cost: float


def candidates(sources: Sources, quote: int, low: int, high: int) -> list[Candidate]:
    """Speakers that the sentence in tokens ``[low, high)`` offers for the one at ``quote``."""
    found = _behind(sources, quote, low, high)
    found += _before(sources, quote, low)
    return found


def _cue(sources: Sources, verb: int) -> str:
    return sources.line.words[verb]


def _is_cue(sources: Sources, at: int) -> bool:
    return sources.line.lower[at] in sources.verbs.finite and not _infinitive(sources, at)


def _infinitive(sources: Sources, at: int) -> bool:
    return at > 0 and sources.line.lower[at - 1] in ("to", "zu")


def _behind(sources: Sources, quote: int, low: int, high: int) -> list[Candidate]:
    """Reads `"X," said Y` · "X," Y said · "X," according to Y · "X" — Y`."""
    line, verbs, grammar = sources.line, sources.verbs, sources.grammar
    found: list[Candidate] = []
    at = quote + 1
    if at < high and line.lower[at] in (",", "?", "!"):
        at += 1
    if at >= high:
        return found
    word = line.lower[at]
    adverb = at
    while adverb < high - 1 and (line.lower[adverb] in grammar.adverbs or word.endswith("ly")):
        adverb += 1
        word = line.lower[adverb]
    after = adverb + 1
    while after < high and word in grammar.auxiliaries and line.lower[after] in grammar.pronouns:
        # "a-t-elle ajouté"
        if after + 1 < high and line.lower[after + 1] in verbs.finite:
            source = sources.starting(after, after + 1)
            if source:
                return [Candidate(source, _cue(sources, after + 1), "inverted-right", 0.0)]
        break
    if word in verbs.finite:
        while after < high and (line.lower[after] in grammar.adverbs or line.lower[after] == "'"):
            after += 1
        source = sources.starting(after, high)
        if source is not None and source.speaks:
            source = _appositive(sources, source, high)
            found.append(Candidate(source, _cue(sources, adverb), "inverted-right", 0.0))
            return found
    if line.lower[at] in _DASHES:
        source = sources.starting(at + 1, high)
        if source is not None and source.kind == "name" and source.last >= high - 3:
            found.append(Candidate(source, None, "byline-dash", 1.5))
    found += according(sources, at, high, 0.3)
    found += _subject_right(sources, at, high)
    return found


def _subject_right(sources: Sources, at: int, high: int) -> list[Candidate]:
    """Reads `"X," the mayor of Y, who …, said`."""
    line = sources.line
    found: list[Candidate] = []
    stop = next((i for i in range(at, high) if line.lower[i] == QUOTE), high)
    for verb in range(at, min(stop, at + 40)):
        if not _is_cue(sources, verb):
            continue
        source = sources.subject(verb, at)
        if source is None or not believed(sources, verb, source):
            continue
        gap = source.first - at
        strong = line.lower[verb] in sources.verbs.strong
        cost = 0.2 if gap == 0 else 3.0 + 0.15 * gap
        found.append(
            Candidate(source, _cue(sources, verb), "subject-right", cost + (0 if strong else 0.8))
        )
        break
    for index in range(at + 1, stop):
        found += according(sources, index, high, 1.5)
    return found


def believed(sources: Sources, verb: int, source: Source) -> bool:
    """Whether a form that may be a noun is a verb here, and its subject can speak."""
    word = sources.line.lower[verb]
    if word in sources.verbs.nouns:
        if source.kind == "nominal" and not sources.is_person_noun(sources.line.lower[source.last]):
            return False
        if verb - source.last > 3 and sources.line.lower[verb - 1] in sources.grammar.determiners:
            return False
    return source.speaks or word in sources.verbs.strong


def according(sources: Sources, at: int, high: int, cost: float) -> list[Candidate]:
    """The source that "according to" at token ``at`` names, if it does."""
    line = sources.line
    for words in sources.grammar.according:
        after = at + len(words)
        if after < high and tuple(line.lower[at:after]) == words:
            source = sources.starting(after, high)
            if source is not None:
                source = _appositive(sources, source, high)
                cue = sources.text[line.starts[at] : line.ends[after - 1]]
                return [Candidate(source, cue, "according-to", cost)]
    return []


def _appositive(sources: Sources, source: Source, high: int) -> Source:
    """The source with the role that an apposition behind it gives."""
    line = sources.line
    comma = source.last + 1
    if source.kind != "name" or source.role or comma + 1 >= high or line.lower[comma] != ",":
        return source
    after = comma + 1
    while after < high and line.lower[after] != ",":
        after += 1
    return sources._with_role(source, comma + 1, after)


def _before(sources: Sources, quote: int, low: int) -> list[Candidate]:
    """Y said that "X" · Y: "X" · Y, saying "X"."""
    line, verbs, grammar = sources.line, sources.verbs, sources.grammar
    found: list[Candidate] = []
    colon = quote > low and line.lower[quote - 1] == ":"
    near = quote - 1
    while near >= low and line.lower[near] in (",", ":", "that", "-", "—", "(", "…"):
        near -= 1
    outer: Source | None = None
    clause = low
    quotes_between = 0
    for at in range(quote - 1, low - 1, -1):
        if line.lower[at] == QUOTE:
            quotes_between += 1
    for at in range(low, quote):
        word = line.lower[at]
        if word == QUOTE:
            quotes_between -= 1
            continue
        distance = quote - at
        if word in verbs.finite and not _infinitive(sources, at):
            source = sources.subject(at, low)
            if source is not None and believed(sources, at, source):
                strong = word in verbs.strong
                cost = 0.4 if strong else 0.9
                cost += 0.05 * max(0, near - at) + 0.9 * quotes_between
                if colon:
                    cost -= 0.3
                if source.kind == "nominal" and not sources.is_person_noun(line.lower[source.last]):
                    cost += 0.6
                if outer is not None and _nested(sources, clause, at):
                    cost += 1.5
                elif outer is not None:
                    cost -= 0.0
                if outer is None or not _nested(sources, clause, at):
                    outer, clause = source, at
                found.append(Candidate(source, _cue(sources, at), "subject-left", cost))
        elif word in verbs.participles:
            source = sources_clause(sources, at, low)
            if source is not None:
                cost = 1.1 + 0.05 * max(0, near - at) + 0.9 * quotes_between
                found.append(Candidate(source, _cue(sources, at), "participle", cost))
        elif word in verbs.finite:
            source = sources_clause(sources, at, low)
            if source is not None:
                cost = 1.8 + 0.05 * max(0, near - at) + 0.9 * quotes_between
                found.append(Candidate(source, _cue(sources, at), "infinitive", cost))
        elif word in grammar.openers:
            found += according(sources, at, quote, 0.8 + 0.03 * distance)
    if colon:
        source = sources.ending(quote - 2, low) if quote - 2 >= low else None
        if source is not None and source.kind == "name" and source.first == low:
            found.append(Candidate(source, None, "name-colon", 0.8))
    subject = sources_clause(sources, quote, low)
    if subject is not None:
        found.append(Candidate(subject, None, "sentence-subject", 3.2))
    return found


def _nested(sources: Sources, outer_verb: int, verb: int) -> bool:
    """Whether the verb stands in the clause that the outer verb reports."""
    between = sources.line.lower[outer_verb + 1 : verb]
    return not any(word in (";", "—") for word in between) and not any(
        a == "," and b in ("and", "but") for a, b in pairwise(between)
    )


def sources_clause(sources: Sources, at: int, low: int) -> Source | None:
    """The likely subject of the clause that begins the sentence: its first free phrase."""
    line, grammar = sources.line, sources.grammar
    for name in sources.names.within(
        line.starts[low], line.starts[at] if at < len(line.starts) else line.ends[-1]
    ):
        first = next(
            (i for i in range(low, at) if line.starts[i] <= name.start < line.ends[i]), None
        )
        if first is None:
            continue
        last = first
        while last + 1 < at and line.ends[last] < name.end:
            last += 1
        if last + 1 < at and line.lower[last + 1] in ("'s", "'"):
            continue
        before = first - 1
        while before >= low and (
            (line.words[before][0].isupper() and line.lower[before] not in grammar.prepositions)
            or line.lower[before] in grammar.determiners
        ):
            before -= 1
        if before >= low and line.lower[before] in grammar.prepositions:
            continue
        pronoun = _first_pronoun(sources, low, first)
        return pronoun or sources._named(name, max(before + 1, low), last)
    pronoun = _first_pronoun(sources, low, at)
    if pronoun is not None:
        return pronoun
    for index in range(low, at):
        if sources.is_person_noun(line.lower[index]):
            source = sources.ending(index, low)
            if (
                source is not None
                and source.speaks
                and (
                    source.first == low or line.lower[source.first - 1] not in grammar.prepositions
                )
            ):
                return source
    return None


def _first_pronoun(sources: Sources, low: int, high: int) -> Source | None:
    line = sources.line
    for index in range(low, high):
        gender = sources.grammar.pronouns.get(line.lower[index])
        if gender in ("m", "f", "1") and line.lower[index] not in ("you",):
            return sources.ending(index, low)
    return None
