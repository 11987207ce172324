"""What everything speaks of: articles, spans into their text, gists, facts and notes.

Every offset in the program is a code point into one canonical text, the ``text`` of
an article's :class:`Body`. Nothing here reads a clock, a file or a setting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class BroadsheetError(Exception):
    """A failure the reader can understand: its message is one whole sentence."""


class SourceError(BroadsheetError):
    """A source could not be read; the message says which and why."""


class LibraryError(BroadsheetError):
    """The library could not be read or written; nothing that was acknowledged is lost."""


class GistRefused(BroadsheetError):  # noqa: N818  # a refusal, not a fault
    """No gist was made, for instance because a slow method met a long text."""


class Cancelled(BroadsheetError):  # noqa: N818
    """The reader moved on before a long computation ended."""


class Span(NamedTuple):
    """A half-open range of code points in a canonical text."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block of the text is drawn as."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text with a shape of its own.

    Attributes:
        kind: What it is drawn as.
        start: First code point.
        end: One past the last; a rule is empty, ``start == end``.
        level: Rank of a heading (1 to 6), depth of an item or a block quote (from 1).
        hidden: Furniture: kept in the text, left out of gist and facts, drawn on request.
        number: The number of an item in an ordered list.
        cells: Rows of a table, each the spans of its cells; the first row is the head.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    hidden: bool = False
    number: int | None = None
    cells: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Words of the text that lead elsewhere."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Body:
    """One version of an article's text, the thing that every span points into.

    Blocks stand in the order of the text and do not overlap; between two blocks there
    are only blanks and newlines.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()


class Sentence(NamedTuple):
    """A sentence of running text; ``block`` is the index of the block it stands in."""

    start: int
    end: int
    block: int


class GistLine(NamedTuple):
    """A sentence chosen for the gist, with the method's score and its named parts."""

    start: int
    end: int
    score: float
    why: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Gist:
    """Sentences that stand for the whole, in the order of the text.

    ``kept`` is words of the lines / words of the text without furniture, 0 to 1.
    """

    method: str
    language: str
    kept: float
    lines: tuple[GistLine, ...]


@dataclass(frozen=True, slots=True)
class DigestLine:
    """A sentence chosen for a digest.

    Attributes:
        source: Which of the articles it stands in, counted from 0 in the order they were given.
        line: Where it stands there, and why it was chosen.
        also: The other articles that say the same.
    """

    source: int
    line: GistLine
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """Sentences that stand for several articles, by article and then in the order of the text.

    Attributes:
        method: How they were chosen.
        kept: Words of the lines / words of all the texts without furniture, 0 to 1.
        lines: What is told.
        refusals: Why an article can give nothing, by its number; the others do without it.
    """

    method: str
    kept: float
    lines: tuple[DigestLine, ...]
    refusals: Mapping[int, str] = field(default_factory=dict)


class QuotationKind(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words; the span of a direct or partial one includes its marks.

    Attributes:
        start: First code point.
        end: One past the last.
        kind: Direct, partial (one to three words that are no sentence) or indirect.
        speaker: The fullest name the article gives, or None where nothing shows it.
        role: Title or office beside the name, as written.
        mention: Where the speaker is named ("She" for a pronoun); None without a speaker.
        cue: The reporting verb as written.
        confidence: 0 to 1, that span and speaker are right.
        rule: The rule that found the speaker.
    """

    start: int
    end: int
    kind: QuotationKind
    speaker: str | None = None
    role: str | None = None
    mention: Span | None = None
    cue: str | None = None
    confidence: float = 0.0
    rule: str = ""


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    QUANTITY = "quantity"
    COUNT = "count"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    AGE = "age"
    RANGE = "range"
    RATIO = "ratio"
    SCORE = "score"
    FRACTION = "fraction"
    TEMPERATURE = "temperature"
    MULTIPLE = "multiple"


class RelationKind(StrEnum):
    """How a figure belongs to another one."""

    CHANGE_TO = "change_to"
    CHANGE_FROM = "change_from"
    EQUIVALENT = "equivalent"
    OF = "of"


@dataclass(frozen=True, slots=True)
class Relation:
    """``change_to`` stands on the earlier value and points at the later one."""

    kind: RelationKind
    other: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written, and what it says.

    Attributes:
        start: First code point.
        end: One past the last.
        kind: What it measures; a range keeps the kind of its unit.
        value: Its number, scaled ("$91.2 billion" is 91200000000.0).
        value2: The upper end of a range.
        unit: ISO 4217 for money, ``%`` ``pp`` ``bp``, a usual symbol, or a word in the singular.
        date: ISO 8601 as far as known ("2030", "2025-07").
        approx: The word that makes it inexact ("about"), as written.
        noun: What is counted.
        minor: Hidden until asked for (bare weekdays, "first", "two").
        relation: Its tie to another figure.
        rule: The rule that found it.
    """

    start: int
    end: int
    kind: FigureKind
    value: float | None = None
    value2: float | None = None
    unit: str | None = None
    date: str | None = None
    approx: str | None = None
    noun: str | None = None
    minor: bool = False
    relation: Relation | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be lifted out of one text, in the order of the text."""

    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def counts(self) -> FactCounts:
        """How many there are, without indirect speech and minor figures."""
        return FactCounts(
            sum(quotation.kind is not QuotationKind.INDIRECT for quotation in self.quotations),
            sum(not figure.minor for figure in self.figures),
        )


class FactCounts(NamedTuple):
    """Quotations and figures that the list shows beside a title (no indirect, no minor ones)."""

    quotations: int
    figures: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text that survives a new version of it.

    The W3C Web Annotation text-quote and text-position selectors: the exact words, up to
    32 code points on either side, and where they stood. ``found`` is False where the words
    are not in the current text; the note is kept all the same.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    found: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A highlight (empty text), a note on a place, or the article's own note (no anchor).

    ``created`` and ``updated`` are ISO 8601 in UTC.
    """

    id: int
    article: int
    text: str
    created: str
    updated: str
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, heading or the like that two versions of a text do not share as it stands.

    With ``old`` alone it was removed, with ``new`` alone added. With both it was reworded, or
    only moved where no words changed.

    Attributes:
        old: Where it stands in the old text.
        new: Where it stands in the new text.
        removed: The words of ``old`` that are gone.
        added: The words of ``new`` that came.
    """

    old: Span | None
    new: Span | None
    removed: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether the very same words stand elsewhere now."""
        return bool(self.old and self.new) and not self.removed and not self.added


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure whose value is another one in the new version."""

    old: Figure
    new: Figure


@dataclass(frozen=True, slots=True)
class QuotationChange:
    """A quotation whose words or speaker changed; dropped without ``new``, new without ``old``."""

    old: Quotation | None
    new: Quotation | None
    reworded: bool = False
    reattributed: bool = False


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """A version of an article's text, without the text.

    ``fetched`` is ISO 8601 in UTC; ``current`` is the version that is read now.
    """

    id: int
    fetched: str
    title: str
    words: int
    source: str
    current: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What a newer version of an article says otherwise than an older one.

    Spans of ``old`` things point into ``old_text``, those of ``new`` things into ``new_text``.
    Passages stand in the order of the new text, removed ones where they had stood.
    """

    old: VersionInfo
    new: VersionInfo
    old_text: str
    new_text: str
    figures: tuple[FigureChange, ...]
    quotations: tuple[QuotationChange, ...]
    passages: tuple[Passage, ...]


class Where(StrEnum):
    """What a search found its words in."""

    TITLE = "title"
    TEXT = "text"
    NOTE = "note"
    QUOTE = "quote"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a search found.

    Attributes:
        article: The id of the article.
        where: What the words stand in.
        snippet: The words and what is around them, one line of plain text.
        marks: The spans of ``snippet`` that were looked for.
        start: First code point of the place in the canonical text; None where it has none, as
            a note on the whole article, or a title that the text does not repeat.
        end: One past the last.
        score: The better the higher; 0 where nothing was ranked.
        note: The id of the note, where it is one.
    """

    article: int
    where: Where
    snippet: str
    marks: tuple[Span, ...] = ()
    start: int | None = None
    end: int | None = None
    score: float = 0.0
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found, as far as it was asked for.

    Attributes:
        hits: Those of the best article or note first, or of the newest; an article's best place
            first, then its others as they stand in the text.
        total: Articles and notes that have all the words.
        capped: There may be more than ``total``: counting ended there.
        problems: What in the query is not understood, a sentence each.
        shown: Articles and notes that ``hits`` are of.
        tried: Where only some kinds of hits were wanted: how many articles were looked through
            for them, if there were more that have the words; 0: all of them.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    capped: bool = False
    problems: tuple[str, ...] = ()
    shown: int = 0
    tried: int = 0


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query that is kept by a name."""

    id: int
    name: str
    query: str


class View(StrEnum):
    """A part of the library; "unread" is the unread part of the inbox."""

    INBOX = "inbox"
    UNREAD = "unread"
    STARRED = "starred"
    ARCHIVE = "archive"
    ALL = "all"
    NOTES = "notes"


class Sort(StrEnum):
    """An order of articles; among equals the newest comes first, by title the oldest.

    Newest first, newest published first (unknown dates last), by title, longest first, unread
    first.
    """

    ADDED = "added"
    PUBLISHED = "published"
    TITLE = "title"
    LENGTH = "length"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class State:
    """What the reader did with an article; ``position`` is a code point into its text."""

    read: bool = False
    starred: bool = False
    archived: bool = False
    position: int = 0


_WORDS_A_MINUTE = 230


def reading_minutes(words: int) -> int:
    """How long so many words take to read, at least a minute."""
    return max(1, round(words / _WORDS_A_MINUTE))


class Source(NamedTuple):
    """Where an article came from: a file or the like, its address where known, and since when."""

    source: str
    url: str | None
    added: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the library, without its text.

    ``id`` is positive and never given out again; 0 is an article that is only looked at.
    ``published`` and ``added`` are ISO 8601; ``minutes`` is the reading time, at least 1.
    ``facts`` is None until the article's facts have been stored. ``sources`` has every place
    that the article came from, the first one first; empty for what is only looked at.
    """

    id: int
    title: str
    byline: str | None = None
    site: str | None = None
    url: str | None = None
    published: str | None = None
    added: str | None = None
    language: str = "en"
    words: int = 0
    minutes: int = 1
    state: State = field(default_factory=State)
    tags: tuple[str, ...] = ()
    source: str = ""
    extractor: str = ""
    facts: FactCounts | None = None
    sources: tuple[Source, ...] = ()


STUB = "notes"
"""The extractor of an article that was made from a file of its notes: its text is not known."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as an importer hands it over, before the library gives it an id.

    ``source`` says where it came from in words ("~/clips/a.txt", "pasted text");
    ``raw`` holds the bytes it was made from where they are worth keeping.
    """

    title: str
    body: Body
    source: str
    extractor: str
    language: str
    byline: str | None = None
    site: str | None = None
    url: str | None = None
    published: str | None = None
    raw: bytes | None = None
