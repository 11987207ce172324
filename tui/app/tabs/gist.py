"""The Gist tab: the chosen sentences, why each was chosen, and what fraction is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.app.paint import Line, cells, cut
from tui.app.tabs.rows import Pen, Row, Tab, TabName, blank, shares, words
from tui.model import Gist, GistLine, Span

if TYPE_CHECKING:
    from tui.text.reading import Reading

_INDENT = 4
_LINES = 3

_REASONS = {
    "position": "early",
    "centrality": "central",
    "keywords": "key words",
    "recurrence": "taken up again",
    "names": "names",
}
"""What the parts of a score are called that speak for a sentence."""


def gist_tab(reading: Reading, gist: Gist, method: str) -> Tab:
    """The tab for ``gist``, made by a method called ``method``."""
    spans = tuple(Span(line.start, line.end) for line in gist.lines)
    rows: list[Row] = []
    for index, line in enumerate(gist.lines):
        if index:
            rows.append(blank())
        rows.append(_row(reading, line, index + 1))
    total = len(reading.sentences)
    return Tab(
        TabName.GIST,
        count=f"{len(gist.lines)} of {total} sentences",
        right=f"{round(100 * gist.kept)} %",
        second=method,
        ticks=shares(spans, reading),
        things=spans,
        ink="accent",
        rows=tuple(rows),
        what="gist line",
    )


def refused_tab(reason: str) -> Tab:
    """The tab where no gist could be made."""
    return Tab(TabName.GIST, rows=(words(reason),))


def _row(reading: Reading, line: GistLine, number: int) -> Row:
    text = " ".join(reading.text[line.start : line.end].split())
    paragraph = reading.paragraph(line.start)

    def draw(pen: Pen, current: bool) -> list[Line]:
        lines = pen.folded(text, _INDENT, None if current else _LINES, pen.style())
        lines[0][0] = (f"{number:>2}  ", pen.style("accent", bold=True))
        dim, place = pen.style("dim"), pen.place(paragraph)
        room = pen.columns - _INDENT - cells(place) - 1
        reason = cut(pen.glyphs.said(reasons(line.why)), room, pen.glyphs.more)
        return [*lines, pen.ends([(reason, dim)], [(place, dim)], _INDENT)]

    return Row(draw, (Span(line.start, line.end),))


def reasons(why: Mapping[str, float], most: int = 2) -> str:
    """The strongest reasons for a sentence, in words: ``early · central``."""
    ranked = sorted(((part, name) for name, part in why.items() if part > 0), reverse=True)
    names = [_REASONS.get(name, name.replace("_", " ")) for _, name in ranked]
    return " · ".join(names[:most])
