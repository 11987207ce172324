"""Walks an article and puts marks, sentences and speakers together."""

from __future__ import annotations

from dataclasses import dataclass

from tui.facts.names import Names, find_names
from tui.facts.quotations.candidates import Candidate, candidates, leading
from tui.facts.quotations.grammar import Grammar, grammar_of
from tui.facts.quotations.indirect import reported
from tui.facts.quotations.keeping import has_words, is_kept, is_nickname
from tui.facts.quotations.marks import Marked, find_marked, inner
from tui.facts.quotations.sources import Sources
from tui.facts.quotations.speakers import Speakers, Voice, best
from tui.facts.quotations.tokens import Line, line_of
from tui.facts.quotations.verbs import Verbs, verbs_of
from tui.model import BlockKind, Quotation, QuotationKind, Span
from tui.text.reading import Reading
from tui.text.words import stop_words

_LISTING = frozenset((",", "and", "or", "a", "an", "the", "und", "et", "ou", "oder"))
_SPOKEN = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


@dataclass(slots=True)
class _Paragraph:
    stretch: Span
    heading: bool
    line: Line
    sources: Sources
    numbers: list[int]


def find_quotations(reading: Reading) -> tuple[Quotation, ...]:
    """Direct, partial and indirect quotations with their speakers, in the order of the text.

    Hidden blocks, tables and code are passed over.
    """
    text = reading.text
    stretches, headings = _stretches(reading)
    marked = [
        m for m in find_marked(text, stretches) if has_words(text, m) and not is_nickname(text, m)
    ]
    grammar, verbs = grammar_of(reading.language), verbs_of(reading.language)
    names = find_names(
        text, stretches, stop_words(reading.language), nouns_too=reading.language == "de"
    )
    paragraphs = _paragraphs(text, stretches, headings, marked, grammar, verbs, names)
    return _Walk(text, marked, paragraphs, names, grammar, verbs).run()


def _stretches(reading: Reading) -> tuple[list[Span], list[bool]]:
    stretches: list[Span] = []
    headings: list[bool] = []
    for block in reading.body.blocks:
        if block.hidden or block.kind not in _SPOKEN or block.start >= block.end:
            continue
        stretches.append(Span(block.start, block.end))
        headings.append(block.kind is BlockKind.HEADING)
    return stretches, headings


def _paragraphs(
    text: str,
    stretches: list[Span],
    headings: list[bool],
    marked: list[Marked],
    grammar: Grammar,
    verbs: Verbs,
    names: Names,
) -> list[_Paragraph]:
    pieces = [(part, number) for number, m in enumerate(marked) for part in m.parts]
    paragraphs: list[_Paragraph] = []
    at = 0
    for stretch, heading in zip(stretches, headings, strict=True):
        folded: list[tuple[Span, int]] = []
        while at < len(pieces) and pieces[at][0].start < stretch.end:
            folded.append(pieces[at])
            at += 1
        line = line_of(text, stretch, folded, grammar, verbs)
        sources = Sources(text, line, grammar, verbs, names)
        numbers = [number for _, number in folded]
        paragraphs.append(_Paragraph(stretch, heading, line, sources, numbers))
    return paragraphs


class _Walk:
    """One pass over the paragraphs, remembering who spoke last."""

    def __init__(
        self,
        text: str,
        marked: list[Marked],
        paragraphs: list[_Paragraph],
        names: Names,
        grammar: Grammar,
        verbs: Verbs,
    ) -> None:
        self.text = text
        self.marked = marked
        self.paragraphs = paragraphs
        self.grammar = grammar
        self.verbs = verbs
        self.speakers = Speakers(text, names)
        self.voices: dict[int, Voice] = {}
        self.found: list[Quotation] = []
        self.places: dict[int, tuple[Line, int]] = {}
        self.lead: Voice | None = None

    def run(self) -> tuple[Quotation, ...]:
        previous: Voice | None = None
        for paragraph in self.paragraphs:
            previous = self._paragraph(paragraph, previous)
        self._direct()
        self.found.sort(key=lambda q: (q.start, q.end))
        return tuple(self.found)

    def _paragraph(self, paragraph: _Paragraph, previous: Voice | None) -> Voice | None:
        """Settles the quotations of a paragraph; hands on who speaks at its end."""
        line = paragraph.line
        here: Voice | None = None
        voice: Voice | None
        lead, self.lead = self.lead, None
        waiting: list[int] = []
        for low, high in line.sentences():
            quotes = [i for i in range(low, high) if i in line.quotes]
            if not quotes:
                reporter = self._reported(paragraph, low, high)
                if reporter is not None:
                    here = reporter
                    self.speakers.last = reporter
                continue
            for index in quotes:
                number = line.quotes[index]
                self.places.setdefault(number, (line, index))
                found = best(candidates(paragraph.sources, index, low, high))
                earlier_voice = self._listed(line, index, low)
                if earlier_voice is not None and (found is None or found.cost > 0.3):
                    voice = earlier_voice
                elif index == 0 and lead is not None and (found is None or found.cost > 0.3):
                    voice = lead
                else:
                    voice = self._chosen(found, here)
                if voice is None:
                    waiting.append(number)
                    continue
                if number not in self.voices or voice.confidence > self.voices[number].confidence:
                    self.voices[number] = voice
                if voice.rule != "sentence-subject":
                    here = voice
                    self.speakers.last = voice
                for earlier in waiting:
                    self.voices.setdefault(earlier, _carried(voice, "next-quotation", 0.75))
                waiting.clear()
        for number in waiting:
            if previous is not None and not paragraph.heading:
                self.voices.setdefault(number, _carried(previous, "previous-paragraph", 0.5))
        if paragraph.heading:
            return None
        self._announce(paragraph)
        return here or (previous if waiting else None)

    def _listed(self, line: Line, index: int, low: int) -> Voice | None:
        """The speaker of the quotation before, where only "and" or ", a" stands between."""
        back = index - 1
        while back >= low and index - back <= 4 and line.lower[back] in _LISTING:
            back -= 1
        if back < low or back == index - 1 or back not in line.quotes:
            return None
        return self.voices.get(line.quotes[back])

    def _announce(self, paragraph: _Paragraph) -> None:
        """Who is to speak in the next paragraph, where this one ends in a colon."""
        line = paragraph.line
        count = len(line.words)
        if not count or line.words[-1] != ":":
            return
        low = line.limits[-2]
        found = best(leading(paragraph.sources, count, low))
        self.lead = self.speakers.voice(found) if found is not None else None

    def _chosen(self, found: Candidate | None, here: Voice | None) -> Voice | None:
        """The speaker of a quotation that is not the first thing said in a paragraph."""
        if found is not None and (here is None or found.cost < 3.0):
            return self.speakers.voice(found)
        return _carried(here, "same-paragraph", 0.9) if here is not None else None

    def _reported(self, paragraph: _Paragraph, low: int, high: int) -> Voice | None:
        """Indirect speech in a sentence without quotations."""
        report = reported(paragraph.sources, low, high)
        if report is None:
            return None
        voice = self.speakers.voice(report.candidate)
        if voice is None:
            return None
        if report.span is not None and not paragraph.heading:
            self.found.append(
                Quotation(
                    report.span.start,
                    report.span.end,
                    QuotationKind.INDIRECT,
                    voice.speaker,
                    voice.role,
                    Span(voice.start, voice.end),
                    voice.cue,
                    round(min(voice.confidence, 0.85), 2),
                    voice.rule,
                )
            )
        return voice

    def _direct(self) -> None:
        for number, marked in enumerate(self.marked):
            voice = self.voices.get(number)
            rule = voice.rule if voice is not None else None
            if not is_kept(self.text, marked, *self.places[number], rule):
                continue
            words = self.text[slice(*inner(self.text, marked))].split()
            kind = QuotationKind.PARTIAL if len(words) <= 3 else QuotationKind.DIRECT
            if voice is None:
                self.found.append(
                    Quotation(marked.start, marked.end, kind, confidence=0.5, rule="unknown")
                )
                continue
            self.found.append(
                Quotation(
                    marked.start,
                    marked.end,
                    kind,
                    voice.speaker,
                    voice.role,
                    Span(voice.start, voice.end),
                    voice.cue,
                    voice.confidence,
                    voice.rule,
                )
            )


def _carried(voice: Voice, rule: str, confidence: float) -> Voice:
    return Voice(
        voice.speaker,
        voice.role,
        voice.start,
        voice.end,
        voice.cue,
        rule,
        round(min(confidence, voice.confidence), 2),
        voice.gender,
        voice.person,
    )
