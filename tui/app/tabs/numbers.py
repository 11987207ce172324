"""The Numbers tab: every figure as written and normalised, grouped by kind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from tui.app.paint import Line, Run, cells, cut, width
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
from tui.app.wording import difference, normalised
from tui.model import Block, BlockKind, Figure, FigureKind, RelationKind, Span
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.text.reading import Reading

_INDENT = 3
_MOST_IN_TABLE = 20
"""Figures of one table that are still listed among the others."""
_BAR = 10
_VALUE = 7
"""Cells for the value beside a bar, so that all bars stand below each other."""

_GROUPS: tuple[tuple[str, tuple[FigureKind, ...]], ...] = (
    ("MONEY", (FigureKind.MONEY,)),
    ("PERCENT", (FigureKind.PERCENT, FigureKind.PERCENTAGE_POINTS)),
    ("QUANTITIES", (FigureKind.QUANTITY, FigureKind.TEMPERATURE)),
    ("COUNTS", (FigureKind.COUNT, FigureKind.ORDINAL, FigureKind.MULTIPLE)),
    ("SHARES", (FigureKind.FRACTION, FigureKind.RATIO, FigureKind.SCORE)),
    ("DURATION", (FigureKind.DURATION,)),
    ("AGES", (FigureKind.AGE,)),
    ("DATES", (FigureKind.DATE, FigureKind.TIME)),
    ("RANGES", (FigureKind.RANGE,)),
)


def numbers_tab(
    reading: Reading,
    figures: Sequence[Figure],
    *,
    show_minor: bool,
    open_tables: Collection[int] = (),
    of: int | None = None,
    query: str = "",
) -> Tab:
    """The tab for ``figures``; minor ones stand behind one row until asked for.

    Args:
        reading: What they were found in.
        figures: In the order of the text.
        show_minor: Whether minor figures are shown.
        open_tables: Where the tables begin whose figures are shown one by one; those of a
            large table stand behind one row otherwise.
        of: How many figures there were before the tab was narrowed by ``query``.
        query: What it was narrowed by.
    """
    shown = shown_figures(reading, figures, show_minor=show_minor, open_tables=open_tables)
    tables = _large_tables(reading, figures)
    in_tables = {f.start for _, group in tables for f in group}
    listed = [f for f in shown if f.start not in in_tables]
    minor = sum(f.minor and f.start not in in_tables for f in figures)
    changes = _changes(listed)
    spans = tuple(Span(f.start, f.end) for f in shown)
    rows: list[Row] = []
    if changes:
        rows.append(label("CHANGES", f"{len(changes):,}"))
        rows.extend(_change_row(reading, before, after) for before, after in changes)
    rows.extend(_groups(reading, listed, bool(rows)))
    for block, group in tables:
        rows.extend([blank()] if rows else [])
        rows.extend(_table_rows(reading, block, group, block.start in open_tables))
    if minor:
        rows.extend(([blank()] if rows else []) + [_minor_row(minor, show_minor)])
    if not rows:
        rows += nothing_matches(query) if query else [words("No figures in this article.")]
    detail = counted(len(changes), "change") if changes else ""
    return Tab(
        TabName.NUMBERS,
        count=share_of(len(shown), of, "figure") if figures or query else "",
        detail=f"“{query}”" if query else detail,
        ticks=shares(spans, reading),
        things=spans,
        ink="figure",
        rows=tuple(rows),
        what="figure",
    )


def shown_figures(
    reading: Reading,
    figures: Sequence[Figure],
    *,
    show_minor: bool,
    open_tables: Collection[int] = (),
) -> list[Figure]:
    """The figures that are counted and lit.

    Minor ones are when they are asked for, those of a large table when the table is open.
    """
    tables = {
        figure.start: block.start
        for block, group in _large_tables(reading, figures)
        for figure in group
    }
    return [
        figure
        for figure in figures
        if not figure.minor
        or (tables[figure.start] in open_tables if figure.start in tables else show_minor)
    ]


def _large_tables(reading: Reading, figures: Sequence[Figure]) -> list[tuple[Block, list[Figure]]]:
    """The tables with so many figures that one by one they would drown the others."""
    if all(block.kind is not BlockKind.TABLE for block in reading.body.blocks):
        return []
    groups: dict[int, tuple[Block, list[Figure]]] = {}
    for figure in figures:
        block = reading.block_at(figure.start)
        if block is not None and block.kind is BlockKind.TABLE:
            groups.setdefault(block.start, (block, []))[1].append(figure)
    return [(block, group) for block, group in groups.values() if len(group) > _MOST_IN_TABLE]


def _table_rows(
    reading: Reading, block: Block, figures: Sequence[Figure], is_open: bool
) -> list[Row]:
    """A table's label, the row that opens it, and its figures once it is open."""
    told = f"{counted(len(figures), 'figure')}, {'shown' if is_open else 'folded'}"

    def draw(pen: Pen, current: bool) -> list[Line]:
        head = reading.heading_above(block.start)
        title = " ".join(reading.text[head.start : head.end].split()) if head else ""
        place = pen.place(reading.paragraph(block.start))
        room = pen.columns - _INDENT - cells(place) - 1
        dim = pen.style("dim")
        under = [(cut(title, room, pen.glyphs.more), dim)]
        return [
            pen.ends([(told, dim)], _enter(pen, "fold" if is_open else "show"), _INDENT),
            pen.ends(under, [(place, dim)], _INDENT),
        ]

    rows = [
        label("TABLE", f"{len(figures):,}"),
        Row(draw, (Span(block.start, block.end),), command="table figures"),
    ]
    if is_open:
        rows.extend(_figure_row(reading, figure) for figure in figures)
    return rows


def _groups(reading: Reading, figures: Sequence[Figure], below: bool) -> list[Row]:
    """The groups by kind, in a fixed order, an equivalent once beside its partner."""
    rows: list[Row] = []
    by_span = {Span(f.start, f.end): f for f in figures}
    for name, kinds in _GROUPS:
        group = [f for f in figures if f.kind in kinds]
        if not group:
            continue
        if rows or below:
            rows.append(blank())
        rows.append(label(name, f"{len(group):,}"))
        told: set[Span] = set()
        for figure in group:
            if Span(figure.start, figure.end) in told:
                continue
            partner = _equivalent(figure, by_span)
            if partner is not None and partner.kind in kinds:
                told.add(Span(partner.start, partner.end))
                rows.append(_equivalent_row(reading, figure, partner))
            else:
                rows.append(_figure_row(reading, figure))
    return rows


def _changes(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Pairs of earlier and later value."""
    by_span = {Span(f.start, f.end): f for f in figures}
    return [
        (figure, by_span[figure.relation.other])
        for figure in figures
        if figure.relation is not None
        and figure.relation.kind is RelationKind.CHANGE_TO
        and figure.relation.other in by_span
    ]


def _equivalent(figure: Figure, by_span: dict[Span, Figure]) -> Figure | None:
    if figure.relation is None or figure.relation.kind is not RelationKind.EQUIVALENT:
        return None
    return by_span.get(figure.relation.other)


def _written(reading: Reading, figure: Figure) -> str:
    return " ".join(reading.text[figure.start : figure.end].split())


def _change_row(reading: Reading, before: Figure, after: Figure) -> Row:
    start, end = min(before.start, after.start), max(before.end, after.end)

    def draw(pen: Pen, current: bool) -> list[Line]:
        rule = rule_lines(pen, current, (before, after), _INDENT)
        rising = (after.value or 0) > (before.value or 0)
        arrow = pen.glyphs.up if rising else pen.glyphs.down
        mark = (f" {arrow} ", pen.style("figure", bold=True))
        first = _without_unit(reading, before, after)
        story = f"{first} {pen.glyphs.to} {_written(reading, after)}"
        step = [(difference(before, after, pen.glyphs), pen.style(bold=True))]
        noun = _noun_line(pen, reading, after if after.noun else before)
        inked: Line = [(story, pen.style("figure", line=True))]
        if _INDENT + cells(story) + 1 + width(step) <= pen.columns:
            return [[mark, *pen.ends(inked, step, _INDENT)[1:]], noun, *rule]
        lines = pen.folded(story, _INDENT, None, pen.style("figure", line=True))
        lines[0][0] = mark
        return [*lines, pen.ends([], step, _INDENT), noun, *rule]

    return Row(draw, (Span(start, end),), facts=(before, after))


def _without_unit(reading: Reading, before: Figure, after: Figure) -> str:
    """The earlier value, less the words it shares with the later one: ``25 → 15 percent``."""
    first, second = _written(reading, before), _written(reading, after)
    head, blank_, tail = first.partition(" ")
    if blank_ and second.endswith(" " + tail):
        return head
    return first.rstrip("%").rstrip() if first.endswith("%") and second.endswith("%") else first


def _figure_row(reading: Reading, figure: Figure) -> Row:
    def draw(pen: Pen, current: bool) -> list[Line]:
        written = _written(reading, figure)
        rule = rule_lines(pen, current, (figure,), _INDENT)
        inked = _inked(pen, figure, written)
        value = _value(pen, figure)
        room = pen.columns - _INDENT
        if figure.kind is FigureKind.PERCENT and figure.value is not None:
            barred = _percent_line(pen, figure, inked, value)
            if barred:
                return [*barred, _noun_line(pen, reading, figure), *rule] if current else barred
        if width(inked) + 1 + width(value) <= room:
            first = [pen.ends(inked, value, _INDENT)]
        else:
            first = pen.folded(
                _plain(figure, written), _INDENT, None, pen.style("figure", line=True)
            )
            first.append(pen.ends([], value, _INDENT))
        return [*first, _noun_line(pen, reading, figure), *rule]

    return Row(draw, (Span(figure.start, figure.end),), facts=(figure,))


def _plain(figure: Figure, written: str) -> str:
    return f"{figure.approx} {written}" if figure.approx else written


def _inked(pen: Pen, figure: Figure, written: str) -> Line:
    """The figure as written, underlined; the word that makes it inexact before it, dim."""
    line: Line = []
    if figure.approx and not written.casefold().startswith(figure.approx.casefold()):
        line.append((f"{figure.approx} ", pen.style("dim")))
    line.append((written, pen.style("figure", line=True)))
    return line


def _value(pen: Pen, figure: Figure) -> Line:
    """The normalised value; what is not known is said, dim."""
    if figure.kind is FigureKind.DATE and figure.date is None and figure.value is None:
        return [("no year", pen.style("dim"))] if not figure.minor else []
    text = pen.glyphs.said(normalised(figure))
    if text.startswith(("--", "XXXX")):
        return [(text, pen.style("dim"))]
    return [(text, pen.style())]


def _percent_line(pen: Pen, figure: Figure, inked: Line, value: Line) -> list[Line]:
    """One line with a bar: ten cells are a hundred percent; empty where it does not fit."""
    before = pen.columns - _BAR - _VALUE - _INDENT
    if width(inked) >= before or width(value) > _VALUE:
        return []
    blank_ = pen.style()
    line: Line = [(" " * _INDENT, blank_), *inked]
    line.append((" " * (before - width(inked)), blank_))
    line.extend(_bar(pen, figure.value or 0))
    line.append((" " * (_VALUE - width(value)), blank_))
    return [[*line, *value]]


def _bar(pen: Pen, percent: float) -> list[Run]:
    """Each cell ten points, a half cell five, over a hundred full with a plus."""
    size = abs(percent)
    if size > 100:
        return [(pen.glyphs.heavy * (_BAR - 1) + "+", pen.style("figure"))]
    full, rest = divmod(round(size / 5), 2)
    filled = pen.glyphs.heavy * full + pen.glyphs.half * rest
    return [
        (filled, pen.style("figure")),
        (pen.glyphs.hair * (_BAR - full - rest), pen.style("rule")),
    ]


def _equivalent_row(reading: Reading, figure: Figure, partner: Figure) -> Row:
    """Two values for one amount, each normalised beneath."""
    one, two = _written(reading, figure), _written(reading, partner)
    spans = (Span(figure.start, figure.end), Span(partner.start, partner.end))

    def draw(pen: Pen, current: bool) -> list[Line]:
        style = pen.style("figure", line=True)
        about = f" {pen.glyphs.about} "
        if cells(one) + cells(two) + 3 <= pen.columns:
            head: list[Line] = [[(one, style), (about, pen.style(bold=True)), (two, style)]]
        else:
            head = [[(one, style)], [(about.lstrip(), pen.style(bold=True)), (two, style)]]
        approx = [(f"{figure.approx} ", pen.style("dim"))] if figure.approx else []
        value = [(pen.glyphs.said(normalised(figure)), pen.style())]
        values = pen.ends([*approx, *value], [(normalised(partner), pen.style())])
        noun = _noun_line(pen, reading, figure if figure.noun else partner, 0)
        return [*head, values, noun, *rule_lines(pen, current, (figure, partner), 0)]

    return Row(draw, spans, facts=(figure, partner))


def _noun_line(pen: Pen, reading: Reading, figure: Figure, indent: int = _INDENT) -> Line:
    """What is counted, dim, and the place."""
    place = pen.place(reading.paragraph(figure.start))
    room = pen.columns - indent - len(place) - 1
    dim = pen.style("dim")
    noun = cut(figure.noun or "", room, pen.glyphs.more)
    return pen.ends([(noun, dim)], [(place, dim)], indent)


def _minor_row(count: int, shown: bool) -> Row:
    """The row that shows and hides minor figures."""

    def draw(pen: Pen, current: bool) -> list[Line]:
        state = "shown" if shown else "hidden"
        told = f"{count:,} minor {'one' if count == 1 else 'ones'}, {state}"
        return [pen.ends([(told, pen.style("dim"))], _enter(pen, "hide" if shown else "show"))]

    return Row(draw, command="minor figures")


def _enter(pen: Pen, what: str) -> Line:
    """``enter show``, with whatever key it is."""
    return [(pen.keyed("{open}"), pen.style(bold=True)), (f" {what}", pen.style("dim"))]
