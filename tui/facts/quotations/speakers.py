"""Chooses who says a quotation, and gives that speaker the fullest name in the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.facts.names import Name, Names, Person
from tui.facts.quotations.candidates import Candidate
from tui.facts.quotations.phrases import Source

_CONFIDENCE = {
    "inverted-right": 0.97,
    "subject-right": 0.97,
    "subject-left": 0.93,
    "according-to": 0.95,
    "participle": 0.9,
    "name-colon": 0.9,
    "infinitive": 0.85,
    "byline-dash": 0.9,
    "same-paragraph": 0.8,
    "next-quotation": 0.75,
    "reported-before": 0.75,
    "previous-paragraph": 0.65,
    "sentence-subject": 0.6,
}

_SENTENCE_END = re.compile(r"\n|[.!?…][”\"’'»]?\s")
_LONGEST_ROLE = 60
_NEAR = 400
"""So many code points behind it, the last to speak is still who "he" is."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as chosen: who, named where, by which rule."""

    speaker: str
    role: str | None
    start: int
    end: int
    cue: str | None
    rule: str
    confidence: float
    gender: str | None
    person: Person | None


class Speakers:
    """Remembers who was named and who spoke while the article is walked through."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self.last: Voice | None = None

    def voice(self, found: Candidate) -> Voice:
        """The speaker that a candidate means; a pronoun that fits nobody stands for itself."""
        source = found.source
        sure = _CONFIDENCE.get(found.rule, 0.6) - 0.06 * max(0.0, found.cost - 0.5)
        words = " ".join(self.text[source.start : source.end].split())
        if source.name is not None:
            person: Person | None = source.name.person
            self._learn(source, source.name.person, spoke=found.cue is not None)
        elif source.kind == "nominal":
            person = None
            sure -= 0.05
        else:
            person = self._meant(source)
            if person is not None:
                sure -= 0.1
            else:
                sure = 0.5 if source.gender in ("m", "f") else sure - 0.15
        return Voice(
            person.name if person else words,
            source.role or (person.role if person else None),
            source.start,
            source.end,
            found.cue,
            "pronoun" if source.kind == "pronoun" else found.rule,
            round(max(sure, 0.3), 2),
            person.gender if person and person.gender else source.gender,
            person,
        )

    def _learn(self, source: Source, person: Person, *, spoke: bool) -> None:
        """Whoever speaks is a person, unless it is a body; the first role stays."""
        person.sure = person.sure or (spoke and person.gender != "n")
        if source.role and person.role is None and len(source.role) < _LONGEST_ROLE:
            person.role = source.role

    def _meant(self, source: Source) -> Person | None:
        """Whom a pronoun stands for: the last to speak or to be named whose gender fits."""
        if source.gender not in ("m", "f"):
            return None
        wanted = source.gender
        before = [
            n
            for n in self.names.within(max(0, source.start - 1500), source.start)
            if n.person.gender in (wanted, None)
        ]
        last = self.last
        if last is not None and last.person is not None and last.person.gender in (wanted, None):
            later = [n for n in before if n.start > last.end and n.person.gender == wanted]
            taken = any(n.person is not last.person and self._begins(n) for n in later)
            near = last.person.gender == wanted and source.start - last.start < _NEAR
            if not later or (near and not taken):
                last.person.gender = wanted
                return last.person
        certain = [n for n in before if n.person.gender == wanted]
        if certain:
            return self._foremost(certain).person
        likely = [n for n in before if n.person.sure] or [n for n in before if " " in n.person.name]
        if likely:
            person = self._foremost(likely).person
            person.gender = wanted
            return person
        return None

    def _begins(self, name: Name) -> bool:
        """Whether a name is the first thing in its sentence."""
        before = self.text[max(0, name.full - 2) : name.full]
        return not before or before[-1] == "\n" or before in (". ", "! ", "? ", "” ", '" ')

    def _foremost(self, names: list[Name]) -> Name:
        """The first one of the last sentence that names anybody who fits."""
        last = names[-1]
        best = last
        for name in reversed(names):
            between = self.text[name.end : last.start]
            if len(between) > 200 or _SENTENCE_END.search(between):
                break
            best = name
        return best
