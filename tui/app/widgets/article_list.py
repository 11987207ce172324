"""The left pane: the articles of a view, two or three lines each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app.paint import Line, cells, cut, fold, spread, strip
from tui.app.palette import Token
from tui.app.widgets.lines import LineView
from tui.app.wording import source_name
from tui.model import Article

_WIDE = 32
_MARGIN = 3
_WINDOW = 200
"""Rows asked for at once; a window is never taller than this."""


class ArticleList(LineView):
    """Rows of equal height, so that a window of them is arithmetic.

    Holds only the ids of the view and the rows near the window; it asks for the others with
    :class:`NeedRows` and draws them when they come.
    """

    class Moved(Message):
        """The cursor stands on another article."""

        def __init__(self, article_id: int) -> None:
            super().__init__()
            self.article_id = article_id

    class Chosen(Message):
        """The reader wants to read the article under the cursor."""

    class NeedRows(Message):
        """Rows that are about to be seen are not there yet."""

        def __init__(self, ids: Sequence[int]) -> None:
            super().__init__()
            self.ids = ids

    def __init__(self) -> None:
        super().__init__(id="list")
        self.ids: Sequence[int] = ()
        self.cursor = 0
        self.roomy = True
        self.empty = "None yet."
        self._articles: dict[int, Article] = {}
        self._asked: set[int] = set()
        self._selected: set[int] = set()
        self._in_view: list[int] | None = None

    @property
    def wide(self) -> bool:
        """Whether titles stand on one line."""
        return self.size.width >= _WIDE

    @property
    def row_height(self) -> int:
        """Lines an article takes."""
        return (2 if self.wide else 3) + self.roomy

    @property
    def current(self) -> int | None:
        """The id of the article under the cursor."""
        return self.ids[self.cursor] if 0 <= self.cursor < len(self.ids) else None

    @property
    def selected(self) -> list[int]:
        """The selected articles that this view shows, in its order."""
        if not self._selected:
            return []
        if self._in_view is None:
            self._in_view = [i for i in self.ids if i in self._selected]
        return self._in_view

    def line_count(self) -> int:
        """Lines of all rows, or of the words that say the list is empty."""
        return len(self.ids) * self.row_height if self.ids else len(self._why_empty())

    def _why_empty(self) -> list[str]:
        """The words for an empty list, in lines as wide as titles."""
        columns = max(1, self.size.width - _MARGIN - 1)
        return [line for part in self.empty.splitlines() for line in fold(part, columns)] or [""]

    def fill(self, ids: Sequence[int], articles: Iterable[Article], cursor: int) -> None:
        """Show these articles, whose rows near the cursor are ``articles``."""
        self.ids, self._in_view = ids, None
        self._articles = {article.id: article for article in articles}
        self._asked.clear()
        self.cursor = max(0, min(cursor, len(ids) - 1))
        self.redraw()
        self.keep_in_view()

    def update_rows(self, articles: Iterable[Article]) -> None:
        """Take rows that were asked for, or that have changed."""
        for article in articles:
            self._articles[article.id] = article
            self._asked.discard(article.id)
        self.redraw()

    def article(self, article_id: int) -> Article | None:
        """The row of ``article_id``, if it has been loaded."""
        return self._articles.get(article_id)

    def move_to(self, index: int) -> None:
        """Put the cursor on row ``index``, or on the nearest there is."""
        index = max(0, min(index, len(self.ids) - 1))
        if self.ids and index != self.cursor:
            self._put(index)
            self.post_message(self.Moved(self.ids[index]))

    def stand_on(self, article_id: int) -> None:
        """Put the cursor on an article that this view shows, without telling anybody."""
        if article_id in self.ids:
            self._put(self.ids.index(article_id))

    def _put(self, index: int) -> None:
        before, self.cursor = self.cursor, index
        for row in (before, index):
            self.redraw_lines(row * self.row_height, self.row_height)
        self.keep_in_view()

    def toggle(self, article_id: int) -> None:
        """Select an article, or select it no more."""
        self._select(self._selected ^ {article_id})

    def select_none(self) -> None:
        """Select no article, not even one that a filter hides."""
        self._select(set())

    def unselect(self, article_ids: Iterable[int]) -> None:
        """Select these articles no more."""
        self._select(self._selected.difference(article_ids))

    def _select(self, selected: set[int]) -> None:
        self._selected, self._in_view = selected, None
        self.redraw()

    def keep_in_view(self) -> None:
        """Scroll so that the current row is whole, with a neighbour beside it if there is room."""
        height = self.row_height
        self.show_lines(self.cursor * height, height - self.roomy, margin=height)

    def page(self) -> int:
        """How many rows a page key moves."""
        return max(1, self.rows // self.row_height - 1)

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self.redraw()
        self.keep_in_view()

    def on_click(self, event: events.Click) -> None:
        """Take what was clicked on."""
        index = (event.y + self.top) // self.row_height
        if not 0 <= index < len(self.ids):
            return
        if index == self.cursor:
            self.post_message(self.Chosen())
        else:
            self.move_to(index)

    def draw(self, y: int) -> Strip:
        """One line of a row."""
        ground = self.palette.style()
        if not self.ids:
            words = self._why_empty()
            said = words[y] if y < len(words) else ""
            line = [(" " * _MARGIN, ground), (said, self.palette.style("dim"))]
            return strip(line, self.size.width, ground)
        index, part = divmod(y, self.row_height)
        article = self._articles.get(self.ids[index])
        if article is None:
            self._ask(index)
            return Strip.blank(self.size.width, ground)
        current = index == self.cursor
        if part == self.row_height - 1 and self.roomy:
            return Strip.blank(self.size.width, ground)
        fill = self.palette.style("text", "select" if current else "ground")
        return strip(self._line(article, part, current, fill), self.size.width, fill)

    def _ask(self, index: int) -> None:
        """Ask for the rows around ``index`` that are missing, once."""
        first = max(0, index - _WINDOW // 2)
        wanted = [
            i
            for i in self.ids[first : first + _WINDOW]
            if i not in self._articles and i not in self._asked
        ]
        if wanted:
            self._asked.update(wanted)
            self.post_message(self.NeedRows(wanted))

    def _line(self, article: Article, part: int, current: bool, fill: Style) -> Line:
        """Title lines, then the line with source and minutes."""
        on: Token = "select" if current else "ground"
        inner = self.size.width - 3 - 1
        titles = self._title(article, inner)
        last = self.row_height - self.roomy - 1
        lead = self._lead(article, part == 0, part == last, current, fill)
        if part < last:
            ink: Token = "dim" if article.state.read and not current else "text"
            title = titles[part] if part < len(titles) else ""
            return [*lead, (title, self.palette.style(ink, on, bold=current))]
        return [*lead, *self._meta(article, inner, on == "select")]

    def _lead(self, article: Article, first: bool, last: bool, current: bool, fill: Style) -> Line:
        """Three cells before the text: the cursor, then tick, bullet or star.

        The tick takes the bullet's place; the title still tells by its ink what is unread.
        """
        on: Token = "select" if current else "ground"
        accent = self.palette.style("accent", on)
        cursor = self.glyphs.cursor if first and current else " "
        if first and article.id in self._selected:
            return [
                (cursor, accent),
                (self.glyphs.ticked, self.palette.style("text", on)),
                (" ", fill),
            ]
        if first and not article.state.read:
            return [(cursor, accent), (self.glyphs.unread, accent), (" ", fill)]
        if last and article.state.starred:
            return [
                (cursor, accent),
                (self.glyphs.star, self.palette.style("text", on)),
                (" ", fill),
            ]
        return [(cursor, accent), ("  ", fill)]

    def _title(self, article: Article, columns: int) -> list[str]:
        if self.wide:
            return [cut(article.title, columns, self.glyphs.more)]
        first, *rest = fold(article.title, columns) or [""]
        if not rest:
            return [first]
        return [first, cut(" ".join(rest), columns, self.glyphs.more)]

    def _meta(self, article: Article, columns: int, selected: bool) -> Line:
        """Source, minutes, facts; what does not fit goes: facts, then the end of the source."""
        dim = self.palette.style("dim", "select" if selected else "ground")
        source = source_name(article)
        minutes = f"{article.minutes} min"
        if not self.wide:
            if cells(source) + 1 + len(minutes) > columns:
                source = cut(source, max(columns - len(minutes) - 1, 0), self.glyphs.more)
            return spread([(source, dim)], [(minutes, dim)], columns, dim)
        facts = ""
        if article.facts is not None:
            facts = f'{article.facts.quotations}" {article.facts.figures:>2}#'
        left = f"{source} {self.glyphs.dot} {minutes}"
        if cells(left) + 1 + len(facts) > columns:
            facts = ""
        return spread([(cut(left, columns, self.glyphs.more), dim)], [(facts, dim)], columns, dim)
