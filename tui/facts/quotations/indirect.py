"""Indirect speech: "Town cautioned that …", "As experts point out, …", "…, according to X"."""

from __future__ import annotations

from dataclasses import dataclass

from tui.facts.quotations.candidates import Candidate, according, believed
from tui.facts.quotations.sources import Source, Sources
from tui.model import Span

_SHORTEST = 3
"""Fewer words are not taken for somebody's reported words."""

_UNREAL = frozenset(
    "not 't never would could should might may can will must is was are were be been".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody who reports something; ``span`` is None where what is said is not clear."""

    candidate: Candidate
    span: Span | None


def reported(sources: Sources, low: int, high: int) -> Report | None:
    """The indirect speech of the sentence in tokens ``[low, high)``, if there is any."""
    line, verbs, grammar = sources.line, sources.verbs, sources.grammar
    end = high
    while end > low and not line.words[end - 1][0].isalnum() and line.words[end - 1] not in ")'":
        end -= 1
    for at in range(low, end):
        word = line.lower[at]
        if word in grammar.openers:
            found = according(sources, at, end, 0.3)
            if found:
                return Report(found[0], _around(sources, low, at, found[0].source, end))
        if word not in verbs.finite or (at > low and line.lower[at - 1] in ("to", "zu")):
            continue
        source = sources.subject(at, low)
        if source is None or not believed(sources, at, source) or source.gender == "1":
            continue
        report = _by_verb(sources, source, at, low, end)
        if report is not None:
            return report
    return None


def _by_verb(sources: Sources, source: Source, verb: int, low: int, end: int) -> Report | None:
    line, grammar = sources.line, sources.grammar
    cue = line.words[verb]
    word = line.lower[verb]
    strong = word in sources.verbs.strong
    clear = source.kind != "nominal" or sources.is_person_noun(line.lower[_head(sources, source)])
    if not clear or _unreal(sources, source, verb):
        return None
    candidate = Candidate(source, cue, "subject-left", 0.4)
    if low < source.first and line.lower[low] in grammar.as_words and source.first == low + 1:
        comma = next((i for i in range(verb + 1, min(verb + 4, end)) if line.lower[i] == ","), None)
        if comma is not None:
            return Report(candidate, _span(sources, comma + 1, end))
        return None
    that = next(
        (i for i in range(verb + 1, min(verb + 7, end)) if line.lower[i] in grammar.that), None
    )
    if that is not None and not any(w in (",", ";") for w in line.lower[verb + 1 : that - 1]):
        return Report(candidate, _span(sources, that + 1, end))
    if not strong:
        return None
    if verb >= end - 3 and source.first > low + _SHORTEST and line.lower[source.first - 1] == ",":
        return Report(candidate, _span(sources, low, source.first - 1))
    if (
        word in ("said", "says")
        and verb + _SHORTEST < end
        and _begins_clause(sources, verb + 1, end)
    ):
        return Report(candidate, _span(sources, verb + 1, end))
    return Report(candidate, None)


def _head(sources: Sources, source: Source) -> int:
    line = sources.line
    for at in range(source.first + 1, source.last):
        if line.lower[at] in sources.grammar.attaching:
            return at - 1
    return source.last


def _unreal(sources: Sources, source: Source, verb: int) -> bool:
    """Whether the words between subject and verb deny or only imagine the speech."""
    return not _UNREAL.isdisjoint(sources.line.lower[source.last + 1 : verb])


def _begins_clause(sources: Sources, at: int, end: int) -> bool:
    """Whether a clause with a subject of its own stands at ``at``, so that "that" was left out."""
    line, grammar = sources.line, sources.grammar
    if line.lower[at] in grammar.times:
        at += 1
    if at >= end:
        return False
    word = line.lower[at]
    if word in grammar.prepositions or not line.words[at][0].isalnum():
        return False
    if word in grammar.pronouns or word in grammar.determiners or word == "there":
        return True
    return line.words[at][0].isupper() or word.endswith("s")


def _around(sources: Sources, low: int, at: int, source: Source, end: int) -> Span | None:
    """What stands beside "according to X": behind it when it begins the sentence."""
    line = sources.line
    if at == low:
        after = source.last + 1
        while after < end and line.lower[after] != ",":
            after += 1
        return _span(sources, after + 1, end) if after < end else None
    stop = at
    while stop > low and not line.words[stop - 1][0].isalnum():
        stop -= 1
    return _span(sources, low, stop)


def _span(sources: Sources, first: int, after: int) -> Span | None:
    line = sources.line
    if after - first < _SHORTEST:
        return None
    return line.span(first, after - 1)
