"""Searching everything: titles, texts, notes, quotations and figures of all articles at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.app.jobs import Stopped
from tui.app.paint import Line, cells
from tui.app.palette import Token
from tui.app.screens.asking import Asking
from tui.app.tabs.hits import Stop, hits_tab, stops_of
from tui.app.tabs.rows import Row, Tab, TabName, blank, words
from tui.app.widgets.chrome import Drawn
from tui.desk import as_typed
from tui.model import Article, Hit, Hits, SavedQuery, Where
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_PORTION = 50
"""Articles and notes that are asked for at a time."""
_PLACES = 20
"""Places of an article at most: in the article itself one goes from each to the next."""
KINDS: tuple[tuple[str, frozenset[Where]], ...] = (
    ("all", frozenset()),
    ("text", frozenset({Where.TITLE, Where.TEXT})),
    ("quotes", frozenset({Where.QUOTE})),
    ("figures", frozenset({Where.FIGURE})),
    ("notes", frozenset({Where.NOTE})),
)
"""What ``tab`` narrows the search to."""

_CAN_BE_TYPED = (
    "Words that stand in a title, a text, a note, a quotation or a figure; all of them must.",
    "",
    '"exact words"   -not   begin*',
    "tag:press   site:gazette   is:unread   is:starred   has:note",
    "newer:2w   older:2025-01-01   longer:10m   shorter:5m",
    'speaker:"Choi"   figure:money',
)


class Goal(NamedTuple):
    """A hit that the reader wants to see, and the query that it answers."""

    hit: Hit
    query: str


@dataclass(frozen=True)
class _Answer:
    """What was found, with what is needed to show it.

    ``ranked``: the best first; ``full``: as many as were asked for; ``seconds``: what it took.
    """

    query: str
    kinds: frozenset[Where]
    found: Hits
    articles: Mapping[int, Article]
    ranked: bool
    full: bool
    seconds: float
    unread: int = 0
    paragraphs: Mapping[Hit, int] = field(default_factory=dict)

    @cached_property
    def hits(self) -> list[Hit]:
        """The hits of articles that are still there."""
        return [hit for hit in self.found.hits if hit.article in self.articles]


class Kinds(Drawn):
    """``tab narrows: all  text  quotes  figures  notes``, as much of it as there is room for."""

    ground: Token = "raised"

    def __init__(self) -> None:
        super().__init__(id="kinds")
        self.chosen = 0
        self._room = 0

    def fit(self, columns: int) -> None:
        """Take the cells that are wanted, of so many at most."""
        self._room = columns
        self.styles.width = sum(cells(text) for text, _ in self.line(0))
        self.refresh()

    def line(self, y: int) -> Line:
        """The one row."""
        style = self.palette.style
        names = [name for name, _ in KINDS]
        if cells("  ".join(names)) > self._room:
            names = [names[self.chosen]]
        line: Line = []
        for name in names:
            here = name == KINDS[self.chosen][0]
            if line:
                line.append(("  ", style("text", self.ground)))
            ink = style("text" if here else "dim", self.ground, bold=here, underline=here)
            line.append((name, ink))
        lead = "tab narrows: "
        if sum(cells(text) for text, _ in line) + len(lead) <= self._room:
            line.insert(0, (lead, style("dim", self.ground)))
        return line


class SearchScreen(Asking[Goal]):
    """Type, look at what is found as it is typed, Enter opens the place."""

    LABEL = "SEARCH EVERYTHING"
    COLUMNS = 88
    TOP = 4
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "narrow(1)", "narrow", priority=True),
        Binding("shift+tab", "narrow(-1)", "narrow back", priority=True),
        Binding("f2", "keep", "save as a view", priority=True),
    ]

    def __init__(self, page: FrontPage, query: str = "") -> None:
        self.kinds = Kinds()
        super().__init__(page, query)
        self.answer: _Answer | None = None
        self.stops: list[Stop] = []
        self._opened: set[int] = set()
        self._wanted = _PORTION
        self._moved = False
        self._take_when_found = False

    def beside(self) -> Sequence[Widget]:
        """What the search is narrowed to."""
        return (self.kinds,)

    def fit(self) -> None:
        """Leave at least half of the line to the query."""
        super().fit()
        width = min(self.COLUMNS, self.app.size.width)
        self.kinds.fit(max(10, width - 6 - max(20, width // 3)))

    # Asking

    @property
    def _kinds(self) -> frozenset[Where]:
        return KINDS[self.kinds.chosen][1]

    def ask(self) -> None:
        """Show the newest hits at once, and the best ones when they are known."""
        self.status.say("")
        self._wanted, self._moved, self._take_when_found = _PORTION, False, False
        self._opened = set()
        if not self.asked:
            self.page.jobs.drop("asked")
            self._show_nothing_asked()
            return
        self._find(ranked=False)

    def _find(self, *, ranked: bool) -> None:
        desk, kinds, limit = self.page.desk, self._kinds, self._wanted
        query = as_typed(self.field.value)

        def work(stopped: Stopped) -> _Answer:
            find = desk.search if ranked else desk.search_newest
            begun = perf_counter()
            found = find(query, limit, places=_PLACES, kinds=kinds, cancelled=stopped)
            seconds, full = perf_counter() - begun, found.shown == limit
            rows = desk.rows(list(dict.fromkeys(hit.article for hit in found.hits)))
            articles = {article.id: article for article in rows}
            if not ranked:
                return _Answer(query, kinds, found, articles, ranked, full, seconds)
            placed = [hit for hit in found.hits if hit.article in articles]
            numbers = desk.paragraphs(placed, stopped)
            unread = len(desk.unread_for(query, limit, kinds))
            return _Answer(query, kinds, found, articles, ranked, full, seconds, unread, numbers)

        def show(answer: _Answer) -> None:
            if not self.is_mounted:
                return
            self._show(answer)
            if not ranked:
                self._find(ranked=True)

        self.page.jobs.read("asked", work, show)

    def _show(self, answer: _Answer) -> None:
        before, self.answer = self.current, answer
        self.stops = stops_of(answer.hits, self._opened)
        at = self.stops.index(before) if self._moved and before in self.stops else 0
        tab = hits_tab(self.stops, answer.articles, answer.paragraphs)
        if self._take_when_found:
            self.rows.fill(tab, at)
            self.take()
            return
        self.show_rows(
            tab if answer.hits else Tab(tab.name, rows=tuple(_nothing_found(answer))), at
        )
        self.head.show(_count(answer))

    def _open_rest(self, stop: Stop, answer: _Answer) -> None:
        """Show all hits of an article, the cursor on the first that was not shown."""
        known = {each.hit for each in self.stops}
        self._opened.add(stop.article)
        self.stops = stops_of(answer.hits, self._opened)
        new = (n for n, each in enumerate(self.stops) if each.hit not in known)
        self.show_rows(hits_tab(self.stops, answer.articles, answer.paragraphs), next(new, 0))

    def _show_nothing_asked(self) -> None:
        self.answer, self.stops = None, []
        lines = [words(line) if line else blank() for line in _CAN_BE_TYPED]
        self.show_rows(Tab(TabName.GIST, rows=tuple(lines)))
        self.head.show("")

    @property
    def current(self) -> Stop | None:
        """What the cursor stands on."""
        return self.stops[self.rows.current] if self.stops else None

    def hint(self) -> None:
        """Say what the keys do, and which hit the cursor stands on."""
        current = self.current
        verb = "to its place" if current is None or current.hit else "show them"
        keys = (("enter", verb), ("↑ ↓", "choose"), ("tab", "narrow"))
        more = (("f2", "save as a view"),) if self.asked else ()
        many = len(self.answer.hits) if self.answer else 0
        # Hits that are folded away are counted where they would stand.
        hidden = sum(each.more - 1 for each in self.stops[: self.rows.current] if not each.hit)
        place = f"result {self.rows.current + 1 + hidden:,} of {many:,}" if many else ""
        self.status.show((*keys, *more, ("esc", "close")), place)

    # What the keys do

    def action_move(self, step: int) -> None:
        """Move the cursor; near the end more are fetched."""
        self._moved = True
        super().action_move(step)
        answer = self.answer
        more = answer is not None and answer.ranked and answer.full
        if more and self.rows.current >= self.rows.count - 1:
            self._wanted += _PORTION
            self._find(ranked=True)

    def action_narrow(self, step: int) -> None:
        """Look in another kind of places."""
        self.kinds.chosen = (self.kinds.chosen + step) % len(KINDS)
        self.fit()
        self.ask()

    def action_keep(self) -> None:
        """Save the query as a view, as it is asked: the view has what is found now."""
        if self.asked:
            self.page.keeper.save(as_typed(self.field.value), self._say_kept)

    def _say_kept(self, saved: SavedQuery) -> None:
        self.status.say(self.page.keyed(f"Saved. {{views}} shows “{saved.name}” from now on."))

    def take(self) -> None:
        """Open the hit, or the rest of them; what was typed last may not be answered yet."""
        answer = self.answer
        if not self.asked:
            return
        if answer is None or (answer.query, answer.kinds) != (
            as_typed(self.field.value),
            self._kinds,
        ):
            self._take_when_found = True
            return
        current = self.current
        if current is not None and current.hit is None:
            self._open_rest(current, answer)
        elif current is not None and current.hit is not None:
            self.dismiss(Goal(current.hit, answer.query))


def _count(answer: _Answer) -> str:
    """``8 places in 4 articles · 3 ms``, and what was not looked at."""
    found = answer.found
    parts = [_places(answer) if answer.hits else "nothing found"]
    if found.tried:
        parts.append(f"the first {found.tried:,} looked through")
    if answer.unread:
        parts.append(f"{answer.unread:,} not read for facts yet")
    elif answer.ranked:
        parts.append(f"{1000 * answer.seconds:,.0f} ms")
    return " · ".join(parts)


def _places(answer: _Answer) -> str:
    """How many there are; a plus where there are more than were asked for."""
    found, per_article = answer.found, Counter(hit.article for hit in answer.hits)
    many, articles = len(answer.hits), counted(len(per_article), "article")
    if not answer.full and max(per_article.values()) < _PLACES:
        return f"{counted(many, 'place')} in {articles}"
    if answer.full and found.total > found.shown and not answer.kinds:
        notes = " and notes" if any(hit.note for hit in answer.hits) else ""
        total = f"{found.total:,}{'+' if found.capped else ''}"
        articles = f"{found.shown:,} of {total} articles{notes}"
    return f"{many:,}+ places in {articles}"


def _nothing_found(answer: _Answer) -> list[Row]:
    where = "" if not answer.kinds else f" among {_name(answer.kinds)}"
    return [
        words(f"Nothing has “{answer.query.removesuffix('*')}”{where}."),
        *map(words, answer.found.problems),
    ]


def _name(kinds: frozenset[Where]) -> str:
    return next(name for name, own in KINDS if own == kinds)
