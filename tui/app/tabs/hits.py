"""What a search of the library found, as rows: by article, each place with its mark and words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from tui.app.paint import Line, cells, cut
from tui.app.palette import Token
from tui.app.tabs.rows import Pen, Row, Tab, TabName, blank
from tui.app.wording import source_name
from tui.model import Article, Hit, Span, Where

SHOWN = 3
"""Places of an article that are shown at once; the first of each kind always is."""

_INDENT = 2
_INKS: dict[Where, Token] = {
    Where.QUOTE: "quote",
    Where.FIGURE: "figure",
    Where.NOTE: "note",
}


class Stop(NamedTuple):
    """What the cursor can stand on: a hit, or the line that has the rest of an article's shown.

    Attributes:
        article: The id of the article.
        hit: The hit; None for that line.
        more: How many hits of the article that line stands for.
    """

    article: int
    hit: Hit | None
    more: int = 0


def stops_of(hits: Sequence[Hit], opened: Collection[int] = ()) -> list[Stop]:
    """The hits of one article together, where its first one stands; a title before its text.

    Of articles that are not in ``opened`` only some are shown, and how many more there are.
    """
    groups: dict[int, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.article, []).append(hit)
    stops: list[Stop] = []
    for article, group in groups.items():
        shown = group if article in opened else _some(group)
        ordered = sorted(shown, key=lambda each: each.where is not Where.TITLE)
        stops += [Stop(article, hit) for hit in ordered]
        if len(shown) < len(group):
            stops.append(Stop(article, None, len(group) - len(shown)))
    return stops


def _some(group: Sequence[Hit]) -> list[Hit]:
    """A title, the first hit of each kind, and others as far as there is room, in their order."""
    first = {hit.where: index for index, hit in reversed([*enumerate(group)])}
    room = SHOWN + (Where.TITLE in first)
    others = (index for index in range(len(group)) if index not in first.values())
    kept = {*first.values(), *islice(others, max(0, room - len(first)))}
    # A line that says "1 more" would take as much room as that one does.
    return [*group] if len(group) - len(kept) == 1 else [group[index] for index in sorted(kept)]


def hits_tab(
    stops: Sequence[Stop], articles: Mapping[int, Article], paragraphs: Mapping[Hit, int]
) -> Tab:
    """Hits as rows; those the cursor can stand on are the stops, in their order.

    Args:
        stops: Those of one article together.
        articles: The articles they stand in.
        paragraphs: The numbers of the paragraphs they stand in, as far as they are known.
    """
    return Tab(TabName.GIST, rows=tuple(_rows(stops, articles, paragraphs)))


def _rows(
    stops: Sequence[Stop], articles: Mapping[int, Article], paragraphs: Mapping[Hit, int]
) -> Iterator[Row]:
    before: int | None = None
    for article, hit, more in stops:
        titled = hit is not None and hit.where is Where.TITLE
        if before != article:
            if before is not None:
                yield blank()
            yield _title(articles[article], hit if titled else None)
        if hit is None:
            yield _rest(more)
        elif not titled:
            yield _place(hit, paragraphs.get(hit))
        before = article


def _rest(more: int) -> Row:
    def draw(pen: Pen, current: bool) -> list[Line]:
        return [pen.ends([(f"{more:,} more", pen.style("dim"))], [], _INDENT)]

    return Row(draw, command="more")


def _title(article: Article, hit: Hit | None) -> Row:
    """An article's title, and where it is from; a row to stand on where the title is the hit."""

    def draw(pen: Pen, current: bool) -> list[Line]:
        source = cut(source_name(article), pen.columns // 3, pen.glyphs.more)
        room = pen.columns - cells(source) - 2
        text, marks = (hit.snippet, hit.marks) if hit else (article.title, ())
        shown = _marked(pen, text, marks, room, "text", bold=True, italic=False)
        return [pen.ends(shown, [(source, pen.style("dim"))])]

    return Row(draw, command="hit" if hit else "")


def _place(hit: Hit, paragraph: int | None) -> Row:
    """The words around a hit, with the mark of what they are and where they stand."""

    def draw(pen: Pen, current: bool) -> list[Line]:
        right: Line = [] if paragraph is None else [(pen.place(paragraph), pen.style("dim"))]
        room = pen.columns - _INDENT - 7
        ink: Token = "quote" if hit.where is Where.QUOTE else "text"
        said = _marked(pen, *windowed(hit, room), room, ink, italic=hit.where is Where.QUOTE)
        line = pen.ends(said, right, _INDENT)
        line[0] = (f"{_mark(pen, hit.where):<{_INDENT}}", pen.style(_INKS.get(hit.where, "text")))
        return [line]

    return Row(draw, command="hit")


def _mark(pen: Pen, where: Where) -> str:
    glyphs = pen.glyphs
    marks = {Where.QUOTE: glyphs.quote, Where.FIGURE: glyphs.figure, Where.NOTE: glyphs.note}
    return marks.get(where, " ")


def windowed(hit: Hit, room: int) -> tuple[str, tuple[Span, ...]]:
    """The snippet from where its first mark is seen in so many cells; the marks move with it."""
    text, first = hit.snippet, hit.marks[0] if hit.marks else Span(0, 0)
    if cells(text[: first.end]) <= room * 3 // 4:
        return text, hit.marks
    start = first.start
    while start > 0 and cells(text[start - 1 : first.start]) <= room // 4:
        start -= 1
    blank_at = text.find(" ", start, first.start)
    start = blank_at + 1 if blank_at >= 0 else start
    shift = 1 - start
    return f"…{text[start:]}", tuple(Span(a + shift, b + shift) for a, b in hit.marks)


def _marked(
    pen: Pen,
    text: str,
    marks: Sequence[Span],
    room: int,
    ink: Token,
    *,
    bold: bool = False,
    italic: bool = False,
) -> Line:
    """Text cut to so many cells, with what was looked for bold and underlined."""
    shown = cut(text, room, pen.glyphs.more)
    whole = len(shown) if shown == text else len(shown) - len(pen.glyphs.more)
    line: Line = []
    at = 0
    for start, end in marks:
        end = min(end, whole)
        if start >= end:
            break
        line.append((shown[at:start], pen.style(ink, bold=bold, italic=italic)))
        line.append((shown[start:end], pen.style(ink, bold=True, italic=italic, line=True)))
        at = end
    line.append((shown[at:], pen.style(ink, bold=bold, italic=italic)))
    return line
