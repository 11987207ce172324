"""The article that is open: its gist, facts and notes, what is lit, and walking through it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import takewhile

from tui.app.lighting import InkKind, Lighting, Spans
from tui.app.marks import Marks
from tui.app.tabs.gist import Voices
from tui.app.tabs.numbers import shown_figures
from tui.app.tabs.rows import TabName
from tui.desk import Opened
from tui.model import FactCounts, Facts, Gist, Note, QuotationKind, Sentence, Span

MOST_MATCHES = 10_000
_INK_OF_TAB = {TabName.QUOTES: InkKind.QUOTES, TabName.NUMBERS: InkKind.NUMBERS}


class GistMode(Enum):
    """What ``s`` goes round."""

    OFF = auto()
    IN_PLACE = auto()
    GATHERED = auto()


@dataclass(frozen=True)
class Moved:
    """What another way of choosing changed; false where it changed nothing.

    Attributes:
        came: Where the sentences stand that were not chosen before.
        gone: Where those stand that were, and are no more.
    """

    came: tuple[Span, ...]
    gone: tuple[Span, ...]

    @classmethod
    def between(cls, before: Sequence[Span], after: Sequence[Span]) -> Moved:
        """What the step from one choice to another moved."""
        old, new = set(before), set(after)
        return cls(
            tuple(s for s in after if s not in old), tuple(s for s in before if s not in new)
        )

    def __bool__(self) -> bool:
        return bool(self.came or self.gone)


@dataclass
class Lectern:
    """What is known and lit of the open article. Pure state: widgets and threads are elsewhere.

    Attributes:
        opened: The article and its reading; None before the first one is open.
        gist: Its gist, once made.
        refusal: Why there is no gist.
        voices: How many methods chose each of its sentences, once counted.
        moved: What the last change of the way to choose moved, until the gist changes again.
        facts: Its quotations and figures, once found.
        counts: How many of them the tabs count.
        notes: Its notes and highlights.
        mode: Whether the gist is lit.
        tab: The open tab of the panel.
        current: Index of the current one of the lit things.
        place: The selected place where it is not just a lit thing: indirect speech, a change
            from one figure to another.
        sentence: Index of the sentence under the sentence cursor, asleep when None.
        show_hidden: Whether furniture is drawn.
        show_minor: Whether minor figures count.
        open_tables: Where the tables begin whose figures the panel shows one by one.
        narrow: What the open tab is narrowed by.
        found: The facts that it is narrowed to; None where it is not.
        matches: What the search in the text found, and which match one stands on.
    """

    opened: Opened | None = None
    gist: Gist | None = None
    refusal: str = ""
    voices: Voices | None = None
    moved: Moved | None = None
    facts: Facts | None = None
    counts: FactCounts = field(default=FactCounts(0, 0))
    notes: Sequence[Note] = ()
    mode: GistMode = GistMode.OFF
    tab: TabName = TabName.GIST
    current: int | None = None
    place: Span | None = None
    sentence: int | None = None
    show_hidden: bool = False
    show_minor: bool = False
    open_tables: frozenset[int] = frozenset()
    narrow: str = ""
    found: Facts | None = None
    query: str = ""
    matches: Spans = field(default_factory=Spans)
    match: int | None = None
    _things: tuple[tuple[object, ...], Spans] | None = None

    def take(self, opened: Opened) -> None:
        """Put another article on the lectern; mode and tab stay as the reader set them."""
        self.opened = opened
        self.gist, self.refusal, self.voices, self.moved = None, "", None, None
        self.facts, self.notes = None, ()
        self.counts = FactCounts(0, 0)
        self.current, self.place, self.sentence = None, None, None
        self.show_hidden, self.show_minor, self.open_tables = False, False, frozenset()
        self.narrow, self.found = "", None
        self.query, self.matches, self.match = "", Spans(), None

    def take_facts(self, facts: Facts) -> None:
        """Take the facts of the open article, and count those that the tabs count."""
        self.facts, self.found = facts, None
        self.counts = facts.counts

    def clear(self) -> None:
        """Take the article away."""
        mode, tab = self.mode, self.tab
        self.__dict__.update(Lectern(mode=mode, tab=tab).__dict__)

    # What is lit

    @property
    def ink(self) -> InkKind:
        """Which ink the text shows: the gist's while it is on, else the open tab's."""
        if self.mode is not GistMode.OFF:
            return InkKind.GIST
        return _INK_OF_TAB.get(self.tab, InkKind.PLAIN)

    @property
    def things(self) -> Spans:
        """The lit things, in the order of the text."""
        facts = self.found or self.facts
        made_of = (self.ink, self.gist, facts, self.show_minor, self.open_tables)
        if self._things is None or not _same(self._things[0], made_of):
            self._things = (made_of, Spans(self._lit_spans()))
        return self._things[1]

    def _lit_spans(self) -> tuple[Span, ...]:
        match self.ink:
            case InkKind.GIST:
                return self.gist_spans
            case InkKind.QUOTES:
                return _quotation_spans(self.found or self.facts)
            case InkKind.NUMBERS:
                return self._figure_spans(self.found or self.facts)
            case _:
                return ()

    @property
    def gist_spans(self) -> tuple[Span, ...]:
        """Where the gist's sentences stand."""
        return tuple(Span(line.start, line.end) for line in self.gist.lines) if self.gist else ()

    @property
    def quotation_spans(self) -> tuple[Span, ...]:
        """Where direct and partial quotations stand."""
        return _quotation_spans(self.facts)

    @property
    def figure_spans(self) -> tuple[Span, ...]:
        """Where figures stand; minor ones only while they are shown."""
        return self._figure_spans(self.facts)

    def _figure_spans(self, facts: Facts | None) -> tuple[Span, ...]:
        if facts is None or self.opened is None:
            return ()
        shown = shown_figures(
            self.opened.reading,
            facts.figures,
            show_minor=self.show_minor,
            open_tables=self.open_tables,
        )
        return tuple(Span(figure.start, figure.end) for figure in shown)

    @property
    def skim_spans(self) -> Spans:
        """Gist lines, quotations and figures together, in the order of the text."""
        return Spans((*self.gist_spans, *self.quotation_spans, *self.figure_spans))

    @property
    def lighting(self) -> Lighting:
        """What the text shows now."""
        if self.opened is None:
            return Lighting()
        things = self.things
        current = self.place
        if current is None and self.current is not None and self.current < len(things):
            current = things.spans[self.current]
        places = self.marks.places
        match = self.matches.spans[self.match] if self.match is not None else None
        return Lighting(
            kind=self.ink if self.mode is not GistMode.GATHERED else InkKind.PLAIN,
            lit=things if self.mode is not GistMode.GATHERED else Spans(),
            current=current,
            cursor=self.cursor_span,
            highlights=Spans(place for _, place in places),
            noted=Spans(place for note, place in places if note.text),
            matches=self.matches,
            match=match,
        )

    # The sentence cursor

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences the cursor can stand on."""
        return self.opened.reading.sentences if self.opened else ()

    @property
    def cursor_span(self) -> Span | None:
        """The sentence under the cursor."""
        if self.sentence is None or self.sentence >= len(self.sentences):
            return None
        sentence = self.sentences[self.sentence]
        return Span(sentence.start, sentence.end)

    def wake(self, first_in_view: Callable[[Sentence], bool]) -> bool:
        """Wake the sentence cursor at the first whole sentence in view; False if there is none."""
        if self.sentence is None:
            found = (i for i, s in enumerate(self.sentences) if first_in_view(s))
            self.sentence = next(found, None)
        return self.sentence is not None

    def step_sentence(self, step: int) -> None:
        """Move the cursor by sentences."""
        if self.sentence is not None:
            self.sentence = max(0, min(len(self.sentences) - 1, self.sentence + step))

    def step_paragraph(self, step: int) -> None:
        """Move the cursor to the first sentence of the next or the previous paragraph."""
        if self.sentence is None:
            return
        blocks = [s.block for s in self.sentences]
        here = blocks[self.sentence]
        if step > 0:
            later = (i for i, b in enumerate(blocks) if b > here)
            self.sentence = next(later, self.sentence)
        else:
            first = blocks.index(here)
            target = here if first < self.sentence else (blocks[first - 1] if first else here)
            self.sentence = blocks.index(target)

    # Walking

    def step_thing(self, step: int, offset: int) -> Span | None:
        """The next or previous lit thing: from the current place, else from ``offset``."""
        things = self.things
        if not things:
            return None
        if self.current is None:
            after = things.at_or_after(self.place.start if self.place else offset)
            target = after if step > 0 else after - 1
        else:
            target = self.current + step
        self.current, self.place = max(0, min(len(things) - 1, target)), None
        return things.spans[self.current]

    def step_skim(self, step: int, offset: int) -> Span | None:
        """The next or previous of everything worth a look, by the order of the text."""
        spans = list(dict.fromkeys(self.skim_spans.spans))
        if step > 0:
            found = next((s for s in spans if s.start > offset), None)
        else:
            found = next((s for s in reversed(spans) if s.start < offset), None)
        if found is not None:
            self.select(found)
        return found

    def select(self, span: Span) -> None:
        """Make ``span`` the current place, and the lit thing in it the current one."""
        spans = self.things.spans
        after = range(self.things.at_or_after(span.start), len(spans))
        near = takewhile(lambda i: spans[i].start < span.end, after)
        self.current = next((i for i in near if spans[i].end <= span.end), None)
        alone = self.current is not None and spans[self.current] == span
        self.place = None if alone else span

    # Finding

    def find(self, query: str, offset: int) -> None:
        """Find ``query`` in the visible text, blind to case, from ``offset`` on."""
        self.query = query
        self.matches, self.match = Spans(), None
        if not query.strip() or self.opened is None:
            return
        pattern = re.compile(r"\s+".join(map(re.escape, query.split())), re.IGNORECASE)
        reading = self.opened.reading
        found: list[Span] = []
        for index, block in enumerate(reading.body.blocks):
            if (block.hidden and not self.show_hidden) or index == reading.title_block:
                continue
            matches = pattern.finditer(reading.text, block.start, block.end)
            found.extend(Span(*match.span()) for match in matches)
            if len(found) >= MOST_MATCHES:
                break
        self.matches = Spans(found)
        if found:
            self.match = self.matches.at_or_after(offset) % len(found)

    def show_matches(self, query: str, spans: Sequence[Span], offset: int) -> None:
        """Light what a search of the library was about, and stand on the match at ``offset``."""
        self.query, self.matches = query, Spans(spans)
        at = self.matches.at_or_after(offset)
        self.match = min(at, len(self.matches) - 1) if self.matches else None

    def step_match(self, step: int) -> Span | None:
        """The next or previous match, round the end."""
        if not self.matches:
            return None
        self.match = ((self.match or 0) + step) % len(self.matches)
        return self.matches.spans[self.match]

    @property
    def marks(self) -> Marks:
        """Its notes and highlights by their places."""
        return Marks(self.notes, self.opened.reading.text if self.opened is not None else "")

    def own_note(self) -> Note | None:
        """The article's own note, the oldest of several."""
        own = (n for n in self.notes if n.anchor is None)
        return min(own, key=lambda n: n.id, default=None)

    def with_note(self, note: Note) -> None:
        """Put a note in, or a new version of it in its place."""
        others = [n for n in self.notes if n.id != note.id]
        self.notes = (*others, note)

    def without_note(self, note_id: int) -> None:
        """Take a note away."""
        self.notes = tuple(n for n in self.notes if n.id != note_id)


def _quotation_spans(facts: Facts | None) -> tuple[Span, ...]:
    found = facts.quotations if facts else ()
    return tuple(Span(q.start, q.end) for q in found if q.kind is not QuotationKind.INDIRECT)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return all(a is b for a, b in zip(one, other, strict=True))
