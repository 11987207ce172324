"""Who can be meant as a speaker: names, pronouns and descriptions beside a verb."""

from __future__ import annotations

from dataclasses import dataclass

from tui.facts.names import Name, Names
from tui.facts.quotations.grammar import Grammar
from tui.facts.quotations.tokens import QUOTE, Line
from tui.facts.quotations.verbs import Verbs

_LONGEST = 16
"""A noun phrase of more words than this is taken for something else."""
_PERSON_ENDINGS = ("ist", "ists", "man", "men", "woman", "women", "crat", "crats", "person")


@dataclass(frozen=True, slots=True)
class Source:
    """A phrase that can name a speaker.

    Attributes:
        start: First code point of the mention: the name without titles, or the phrase.
        end: One past the last.
        kind: ``name``, ``pronoun`` or ``nominal``.
        first: The first token of the whole phrase, titles included.
        last: Its last token.
        name: The name meant, for a name.
        role: What stands beside the name, as written.
        gender: For pronouns, as in :class:`Grammar`.
        speaks: Whether the phrase is of a kind that speaks.
    """

    start: int
    end: int
    kind: str
    first: int
    last: int
    name: Name | None = None
    role: str | None = None
    gender: str | None = None
    speaks: bool = True


class Sources:
    """Finds the phrases of one paragraph."""

    def __init__(self, text: str, line: Line, grammar: Grammar, verbs: Verbs, names: Names) -> None:
        self.text = text
        self.line = line
        self.grammar = grammar
        self.verbs = verbs
        self.names = names

    def subject(self, verb: int, low: int) -> Source | None:
        """The subject to the left of the verb at token ``verb``, not before token ``low``."""
        lower, grammar = self.line.lower, self.grammar
        at = verb - 1
        while at >= low and self._skips(at):
            at -= 1
        if at < low:
            return None
        word = lower[at]
        if word in grammar.relative:
            at -= 1
            if at >= low and lower[at] == ",":
                at -= 1
            return self.ending(at, low) if at >= low else None
        if word in (",", "—", "–", ")"):
            return self._before_aside(at, low)
        return self.ending(at, low)

    def _skips(self, at: int) -> bool:
        word = self.line.lower[at]
        grammar = self.grammar
        return (
            word in grammar.adverbs
            or word in grammar.auxiliaries
            or (word.endswith("ly") and len(word) > 4 and self.line.words[at].islower())
            or (word in grammar.times and self.line.lower[at - 1] in ("on", "last", "this"))
        )

    def _before_aside(self, at: int, low: int) -> Source | None:
        """The phrase before ", a spokesman for X," or "(R-Ohio)" that ends at token ``at``."""
        lower = self.line.lower
        if lower[at] == ")":
            depth_limit = max(low, at - 12)
            open_ = at
            while open_ > depth_limit and lower[open_] != "(":
                open_ -= 1
            return self.subject(open_, low) if lower[open_] == "(" else None
        best: Source | None = None
        mark = lower[at]
        for comma in range(at - 1, max(low, at - 45), -1):
            if lower[comma] == QUOTE or lower[comma] in (";", ":"):
                break
            if lower[comma] != mark or lower[comma + 1] in ("and", "but", "or", "that"):
                if lower[comma] == "," and lower[comma + 1] in ("and", "but"):
                    break
                continue
            inside = self.line.lower[comma + 1 : at]
            if not inside:
                break
            end = comma - 1
            if lower[end] == ")":
                while end > low and lower[end] != "(":
                    end -= 1
                end -= 1
            if end < low:
                break
            found = self.ending(end, low)
            if found is None or found.kind == "pronoun":
                continue
            if found.kind == "name" and (best is None or best.kind != "name" or self._opens(comma)):
                best = self._with_role(found, comma + 1, at)
                if self._opens(comma) or found.first == low:
                    break
            elif best is None and found.speaks:
                best = found
        if best is None:
            # An aside without a phrase before it: "But, she said".
            first = low
            inner = self.ending(at - 1, low)
            return inner if inner and inner.speaks and inner.first >= first else None
        return best

    def _opens(self, comma: int) -> bool:
        """Whether what follows a comma begins an apposition or a relative clause."""
        word = self.line.lower[comma + 1]
        return (
            word in self.grammar.determiners
            or word in ("who", "whose", "which", "former", "head", "chief", "director")
            or word[0].isdigit()
            or word in self.grammar.people
        )

    def _with_role(self, source: Source, first: int, after: int) -> Source:
        """Adds "spokesman for the ministry" from an apposition in ``[first, after)``."""
        role = self.role_in(first, after)
        if role is None or source.role:
            return source
        return Source(
            source.start, source.end, source.kind, source.first, source.last,
            source.name, role, source.gender, source.speaks,
        )  # fmt: skip

    def role_in(self, first: int, after: int) -> str | None:
        """The office that an apposition names, without its article."""
        lower = self.line.lower
        if first < after and lower[first] in self.grammar.determiners:
            first += 1
        end = first
        while end < after and lower[end] not in (
            ",",
            ";",
            ".",
            "—",
            "–",
            "(",
            QUOTE,
            "who",
            "which",
        ):
            end += 1
        if first >= end or end - first > 12:
            return None
        if not any(self.is_person_noun(word) for word in lower[first:end]):
            return None
        return self.text[self.line.starts[first] : self.line.ends[end - 1]]

    def is_person_noun(self, word: str) -> bool:
        """Whether a noun names somebody or a body that can speak."""
        return word in self.grammar.people or word.endswith(_PERSON_ENDINGS)

    def ending(self, last: int, low: int) -> Source | None:
        """The phrase that ends at token ``last``."""
        line, grammar = self.line, self.grammar
        word = line.lower[last]
        if word in grammar.pronouns and not (
            word in grammar.determiners
            and last > low
            and line.lower[last - 1] in grammar.determiners
        ):
            gender = grammar.pronouns[word]
            return Source(line.starts[last], line.ends[last], "pronoun", last, last, gender=gender)
        if not self._fits(last) or word in grammar.prepositions or word in grammar.determiners:
            return None
        first = last
        at = last - 1
        floor = max(low, last - _LONGEST)
        while at >= floor:
            word = line.lower[at]
            if word == "'s" or word == "'":
                # A possessive belongs to the phrase: "Trump's lawyer".
                at -= 1
                if at >= floor and self._fits(at):
                    first = at
                    at -= 1
                    continue
                break
            if word in grammar.determiners:
                first = at
                at -= 1
                if (
                    at >= floor
                    and line.lower[at] in grammar.attaching
                    and self._noun(at - 1, floor)
                ):
                    at -= 1
                    continue
                if at >= floor and line.lower[at] in grammar.determiners:
                    continue
                break
            if word in grammar.attaching:
                if not self._noun(at - 1, floor) or line.lower[at - 1] in grammar.times:
                    break
                at -= 1
                continue
            if (
                word in ("and", "&")
                and line.words[at + 1][0].isupper()
                and self._noun(at - 1, floor)
            ):
                if line.words[at - 1][0].isupper():
                    at -= 1
                    continue
                break
            if not self._fits(at) or line.lower[at] in grammar.times:
                break
            if line.words[at].islower() and self.verbs_like(at):
                break
            first = at
            at -= 1
        return self._classify(first, last)

    def starting(self, first: int, high: int) -> Source | None:
        """The phrase that begins at token ``first`` and ends before token ``high``."""
        line, grammar = self.line, self.grammar
        if first >= high:
            return None
        word = line.lower[first]
        if word in grammar.pronouns and (
            word not in grammar.determiners or first + 1 >= high or not self._fits(first + 1)
        ):
            gender = grammar.pronouns[word]
            return Source(
                line.starts[first], line.ends[first], "pronoun", first, first, gender=gender
            )
        at = first
        while at < high and line.lower[at] in grammar.determiners:
            at += 1
        last = -1
        ceiling = min(high, first + _LONGEST)
        while at < ceiling:
            word = line.lower[at]
            if word in ("'s", "'"):
                at += 1
                continue
            if word in grammar.attaching:
                if (
                    last < 0
                    or at + 1 >= ceiling
                    or word in ("in", "on", "to", "with", "from", "near")
                ):
                    break
                if line.words[last][0].isupper() and self._is_named(last):
                    break
                nxt = line.lower[at + 1]
                if nxt in grammar.determiners or self._fits(at + 1):
                    at += 1
                    while at < ceiling and line.lower[at] in grammar.determiners:
                        at += 1
                    continue
                break
            if word in ("and", "&"):
                if (
                    last >= 0
                    and line.words[last][0].isupper()
                    and at + 1 < ceiling
                    and (line.words[at + 1][0].isupper())
                ):
                    at += 1
                    continue
                break
            if not self._fits(at) or word in grammar.times or word in grammar.adverbs:
                break
            if line.words[at].islower():
                if last >= 0 and line.words[last][0].isupper() and self._is_named(last):
                    break
                if word.endswith("ly") or word in grammar.prepositions:
                    break
                if last >= 0 and self.verbs_like(at):
                    break
            last = at
            at += 1
        return self._classify(first, last) if last >= first else None

    def verbs_like(self, at: int) -> bool:
        """Whether a lower-case word is a reporting verb rather than part of a phrase."""
        word = self.line.lower[at]
        return (word in self.verbs.finite and word not in self.verbs.nouns) or (
            word in self.verbs.participles and word not in self.verbs.nouns
        )

    def _fits(self, at: int) -> bool:
        """Whether a token can stand inside a noun phrase."""
        word = self.line.words[at]
        if not (word[0].isalnum() or word[0] == "@"):
            return False
        return self.line.lower[at] not in self.grammar.stops or (
            word[0].isupper() and len(word) > 1 and word.isupper() and word != "I"
        )

    def _noun(self, at: int, low: int) -> bool:
        return (
            at >= low
            and self._fits(at)
            and self.line.lower[at] not in self.grammar.prepositions
            and self.line.lower[at] not in self.grammar.determiners
            and not self.line.lower[at].endswith("ly")
        )

    def _is_named(self, at: int) -> bool:
        """Whether the name ends at token ``at``."""
        found = self.names.within(self.line.starts[at] - 60, self.line.ends[at])
        return bool(found) and found[-1].end >= self.line.ends[at]

    def _classify(self, first: int, last: int) -> Source | None:
        """A name where the head of the phrase is one, else a description."""
        line, grammar = self.line, self.grammar
        while first <= last and line.lower[first] in grammar.adverbs:
            first += 1
        if first > last:
            return None
        head = last
        for at in range(first + 1, last):
            if line.lower[at] in grammar.attaching:
                head = at - 1
                break
        start, head_end = line.starts[first], line.ends[head]
        for name in reversed(self.names.within(start, head_end)):
            if name.end == head_end:
                joined = line.lower[max(first, head - 4) : head]
                if (
                    "and" in joined
                    and name.start > line.starts[head - joined[::-1].index("and") - 1]
                ):
                    break
                return self._named(name, first, last)
            if name.end < head_end:
                break
        if line.lower[head] in grammar.times:
            return None
        speaks = self.is_person_noun(line.lower[head]) or line.words[head][0].isupper()
        return Source(start, line.ends[last], "nominal", first, last, speaks=speaks)

    def _named(self, name: Name, first: int, last: int) -> Source:
        line = self.line
        begin = first
        while begin < last and line.lower[begin] in self.grammar.determiners:
            begin += 1
        role: str | None = self.text[line.starts[begin] : name.start].strip(" ,\xa0") or None
        if (
            role
            and ("'s" in role or "’s" in role)
            and not any(self.is_person_noun(word) for word in role.lower().split())
        ):
            role = None
        if role and role.rstrip(".") in _COURTESY:
            role = None
        return Source(name.start, name.end, "name", first, last, name=name, role=role)


_COURTESY = frozenset(
    ("Mr", "Mrs", "Ms", "Miss", "Messrs", "Herr", "Frau", "Monsieur", "Madame", "M", "Mme", "Mlle")
)
