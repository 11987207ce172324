"""What a text says otherwise than it did, as rows: figures and quotations first, then sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.app.glyphs import Glyphs
from tui.app.paint import Line, cells
from tui.app.palette import Token
from tui.app.tabs.rows import Draw, Pen, Row, Tab, TabName, blank, label, words
from tui.app.wording import difference
from tui.model import Changes, FigureChange, Passage, QuotationChange, Span
from tui.text.counting import counted
from tui.text.wrapping import wrap

_INDENT = 2
_LINES = 4
GONE = "gone"
"""The command of a row that leads nowhere: what it tells is not in the text any more."""


def changes_tab(changes: Changes) -> Tab:
    """All changes as rows; one that is in the new text leads to its place there."""
    return Tab(TabName.GIST, rows=tuple(_rows(changes)))


def changes_count(changes: Changes) -> str:
    """``2 figures, 1 quotation, 3 sentences``; empty where nothing changed."""
    counts = (
        (len(changes.figures), "figure"),
        (len(changes.quotations), "quotation"),
        (sum(not passage.moved for passage in changes.passages), "sentence"),
    )
    return ", ".join(counted(many, noun) for many, noun in counts if many)


def _rows(changes: Changes) -> Iterator[Row]:
    passages = [passage for passage in changes.passages if not passage.moved]
    groups: tuple[tuple[str, list[Row]], ...] = (
        ("FIGURES", [_figure(changes, each) for each in changes.figures]),
        ("QUOTATIONS", [_quotation(changes, each) for each in changes.quotations]),
        ("ADDED", [_passage(changes, each) for each in passages if each.old is None]),
        ("REMOVED", [_passage(changes, each) for each in passages if each.new is None]),
        ("REWORDED", [_passage(changes, each) for each in passages if each.old and each.new]),
    )
    for name, rows in groups:
        if rows:
            yield label(name, f"{len(rows):,}")
            for row in rows:
                yield row
                yield blank()
    moved = len(changes.passages) - len(passages)
    if moved:
        yield words(f"{counted(moved, 'sentence')} only moved.")
    elif not changes_count(changes):
        yield words("Both texts say the same.")


def _figure(changes: Changes, change: FigureChange) -> Row:
    """``▲ 40 million → 45 million tons``, the difference at the right."""
    old = _one_line(changes.old_text, Span(change.old.start, change.old.end))
    new = _one_line(changes.new_text, Span(change.new.start, change.new.end))

    def draw(pen: Pen, current: bool) -> list[Line]:
        mark = _direction(change, pen.glyphs)
        left: Line = [
            (f"{mark:<{_INDENT}}", pen.style("figure")),
            (old, pen.style("dim")),
            (f" {pen.glyphs.to} ", pen.style("dim")),
            (new, pen.style("figure", line=True)),
        ]
        step = difference(change.old, change.new, pen.glyphs)
        if change.old.unit != change.new.unit or change.old.kind is not change.new.kind:
            step = ""
        return [pen.ends(left, [(step, pen.style(bold=True))] if step else [])]

    return Row(draw, (Span(change.new.start, change.new.end),))


def _direction(change: FigureChange, glyphs: Glyphs) -> str:
    before, after = change.old.value, change.new.value
    if before is None or after is None or before == after:
        return glyphs.figure
    return glyphs.up if after > before else glyphs.down


def _quotation(changes: Changes, change: QuotationChange) -> Row:
    """The words as they are now, or as they were, and in a dim line what became of them."""
    found = change.new or change.old
    text = changes.new_text if change.new else changes.old_text
    said = _one_line(text, Span(found.start, found.end)) if found else ""

    def draw(pen: Pen, current: bool) -> list[Line]:
        ink = pen.style("quote" if change.new else "dim", italic=True)
        lines = pen.folded(said, _INDENT, None if current else 2, ink)
        lines[0][0] = (f"{pen.glyphs.quote} ", pen.style("quote"))
        told = pen.glyphs.said(_became(changes, change))
        return [*lines, *pen.folded(told, _INDENT, None if current else 2, pen.style("dim"))]

    return _leading(draw, Span(change.new.start, change.new.end) if change.new else None)


def _became(changes: Changes, change: QuotationChange) -> str:
    """``Rosa Klein · before: speaker not found``."""
    old, new = change.old, change.new
    now = new or old
    parts = [(now.speaker if now else None) or "speaker not found"]
    if old is None or new is None:
        parts.append("new" if old is None else "dropped")
    if old is not None and change.reattributed:
        parts.append(f"before: {old.speaker or 'speaker not found'}")
    if old is not None and change.reworded:
        parts.append(f"before: {_one_line(changes.old_text, Span(old.start, old.end))}")
    return " · ".join(parts)


def _passage(changes: Changes, passage: Passage) -> Row:
    """A sentence as it was and as it is, the words that went and came bold and underlined."""

    def draw(pen: Pen, current: bool) -> list[Line]:
        most = None if current else _LINES
        lines: list[Line] = []
        if passage.old is not None:
            was = _sentence(pen, changes.old_text, passage.old, passage.removed, "dim")
            was[0][0] = (f"{pen.glyphs.minus} ", pen.style("dim"))
            lines += was[:most]
        if passage.new is not None:
            now = _sentence(pen, changes.new_text, passage.new, passage.added, "text")
            now[0][0] = ("+ ", pen.style("accent"))
            lines += now[:most]
        return lines

    return _leading(draw, passage.new)


def _leading(draw: Draw, span: Span | None) -> Row:
    """A row that leads to a place of the new text, or says that there is none."""
    return Row(draw, (span,)) if span is not None else Row(draw, command=GONE)


def _sentence(pen: Pen, text: str, span: Span, changed: Sequence[Span], ink: Token) -> list[Line]:
    """A sentence folded to the width; where all of it changed, nothing is marked."""
    flat = text.replace("\n", " ")
    marks = () if _covered(changed) >= _covered([span]) else changed
    lines: list[Line] = []
    for start, end in wrap(flat, span.start, span.end, pen.columns - _INDENT, cells):
        line: Line = [(" " * _INDENT, pen.style())]
        at = start
        for mark in marks:
            first, last = max(mark.start, at), min(mark.end, end)
            if first < last:
                line.append((flat[at:first], pen.style(ink)))
                line.append((flat[first:last], pen.style(ink, bold=True, line=True)))
                at = last
        line.append((flat[at:end], pen.style(ink)))
        lines.append(line)
    return lines


def _covered(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _one_line(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
