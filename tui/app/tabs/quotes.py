"""The Quotes tab: who said what, by speaker, with the verb and the place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.paint import Line, cut
from tui.app.tabs.rows import (
    Pen,
    Row,
    Tab,
    TabName,
    blank,
    label,
    nothing_matches,
    rule_lines,
    share_of,
    shares,
    words,
)
from tui.model import Quotation, QuotationKind, Span
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.text.reading import Reading

_INDENT = 3
_LINES = 2
_LANGUAGES = frozenset({"de", "en", "es", "fr", "it"})
_NOT_READ = (
    "Quotations are found best in English, French, German, Italian and Spanish; "
    "this is another language."
)
_SURE = 0.7
"""A speaker of whom the rules are less sure than this is called a guess."""


def quotes_tab(
    reading: Reading, quotations: Sequence[Quotation], *, of: int | None = None, query: str = ""
) -> Tab:
    """The tab for what ``quotations`` were found; indirect ones stand last.

    Args:
        reading: What they were found in.
        quotations: In the order of the text.
        of: How many there were before the tab was narrowed by ``query``.
        query: What it was narrowed by.
    """
    said = [q for q in quotations if q.kind is not QuotationKind.INDIRECT]
    indirect = [q for q in quotations if q.kind is QuotationKind.INDIRECT]
    groups = _by_speaker(reading, said)
    speakers = sum(name is not None for name in groups)
    spans = tuple(Span(q.start, q.end) for q in said)
    rows: list[Row] = []
    for name, group in groups.items():
        if rows:
            rows.append(blank())
        rows.append(label("SPEAKER NOT FOUND" if name is None else name.upper(), str(len(group))))
        rows.extend(_row(reading, quotation) for quotation in group)
    if indirect:
        if rows:
            rows.append(blank())
        rows.append(label("INDIRECT", str(len(indirect))))
        rows.extend(_indirect_row(reading, quotation) for quotation in indirect)
    if not rows:
        rows += nothing_matches(query) if query else [words(_why_none(reading))]
    detail = counted(speakers, "speaker") if speakers else ""
    return Tab(
        TabName.QUOTES,
        count=share_of(len(said), of, "quotation") if said or indirect or query else "",
        detail=f"“{query}”" if query else detail,
        ticks=shares(spans, reading),
        things=spans,
        ink="quote",
        rows=tuple(rows),
        what="quotation",
    )


def _why_none(reading: Reading) -> str:
    known = reading.language in _LANGUAGES
    return "Nobody is quoted in this article." if known else _NOT_READ


def _by_speaker(reading: Reading, said: Sequence[Quotation]) -> dict[str | None, list[Quotation]]:
    """Speakers by how often they are quoted, then in the order of the text; unknown ones last."""
    groups: dict[str | None, list[Quotation]] = {}
    for quotation in said:
        groups.setdefault(_speaker(reading, quotation), []).append(quotation)
    order = sorted(groups, key=lambda name: (name is None, -len(groups[name])))
    return {name: groups[name] for name in order}


def _speaker(reading: Reading, quotation: Quotation) -> str | None:
    """The speaker's name; a pronoun that could not be resolved is no name."""
    if quotation.rule == "pronoun" and quotation.speaker == _mention(reading, quotation):
        return None
    return quotation.speaker


def _mention(reading: Reading, quotation: Quotation) -> str:
    """How the speaker is called where the quotation stands."""
    mention = quotation.mention
    return reading.text[mention.start : mention.end] if mention is not None else ""


def _row(reading: Reading, quotation: Quotation) -> Row:
    text = " ".join(reading.text[quotation.start : quotation.end].split())

    def draw(pen: Pen, current: bool) -> list[Line]:
        style = pen.style("quote", italic=True)
        lines = pen.folded(text, _INDENT, None if current else _LINES, style)
        last = _last_line(pen, reading, quotation, _cue(reading, quotation))
        return [*lines, last, *rule_lines(pen, current, (quotation,), _INDENT)]

    return Row(draw, (Span(quotation.start, quotation.end),), facts=(quotation,))


def _indirect_row(reading: Reading, quotation: Quotation) -> Row:
    text = " ".join(reading.text[quotation.start : quotation.end].split())

    def draw(pen: Pen, current: bool) -> list[Line]:
        lines = pen.folded(text, _INDENT, None if current else 1, pen.style())
        last = _last_line(pen, reading, quotation, _source(quotation))
        return [*lines, last, *rule_lines(pen, current, (quotation,), _INDENT)]

    return Row(draw, (Span(quotation.start, quotation.end),), facts=(quotation,))


def _source(quotation: Quotation) -> str:
    """Who is said to have said it; words that are no name ("experts") in marks, as written."""
    if not quotation.speaker:
        return "speaker not found"
    named = any(char.isupper() for char in quotation.speaker)
    return quotation.speaker if named else f"“{quotation.speaker}”"


def _cue(reading: Reading, quotation: Quotation) -> str:
    """The verb; before it the pronoun as written, since the group's name is the resolved one."""
    cue = quotation.cue or ""
    mention = _mention(reading, quotation)
    speaker = _speaker(reading, quotation)
    if speaker is None or speaker.split()[-1].casefold() not in mention.casefold():
        return f"“{mention}” {cue}".strip() if mention else cue
    guess = "a guess" if quotation.confidence < _SURE else None
    return " · ".join(part for part in (guess, cue, quotation.role) if part)


def _last_line(pen: Pen, reading: Reading, quotation: Quotation, left: str) -> Line:
    place = pen.place(reading.paragraph(quotation.start))
    room = pen.columns - _INDENT - len(place) - 1
    dim = pen.style("dim")
    said = cut(pen.glyphs.said(left), room, pen.glyphs.more)
    return pen.ends([(said, dim)], [(place, dim)], _INDENT)
