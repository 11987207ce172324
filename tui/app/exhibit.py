"""What the panel shows: the open tab made into rows, at once or by a job, whole or narrowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.app.jobs import Stopped
from tui.app.lectern import Lectern
from tui.app.tabs.gist import gist_tab, refused_tab
from tui.app.tabs.narrowing import narrowed
from tui.app.tabs.notes import notes_tab
from tui.app.tabs.numbers import numbers_tab, shown_figures
from tui.app.tabs.quotes import quotes_tab
from tui.app.tabs.rows import Pen, Tab, TabName, words
from tui.app.tabs.sheet import Sheet
from tui.app.wording import when
from tui.model import Cancelled, Facts, QuotationKind

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage
    from tui.text.reading import Reading

_MANY = 500
"""Facts from which on their rows are made by a job, not between two key presses."""

FACT_TABS = frozenset({TabName.QUOTES, TabName.NUMBERS})
"""The tabs that can be narrowed by typing."""

_INVITATION = (
    "Open an article: its gist, its quotations and its figures stand here, "
    "each a link to its place."
)


@dataclass(frozen=True, eq=False)
class _Order:
    """All that the rows of a tab of facts depend on."""

    tab: TabName
    reading: Reading
    facts: Facts
    query: str
    show_minor: bool
    open_tables: frozenset[int]
    pen: Pen

    def same(self, other: _Order) -> bool:
        """Whether the rows would be the same; texts and facts are told apart by identity."""
        if self.reading is not other.reading or self.facts is not other.facts:
            return False
        mine = (self.tab, self.query, self.show_minor, self.open_tables, self.pen)
        return mine == (other.tab, other.query, other.show_minor, other.open_tables, other.pen)


@dataclass(frozen=True)
class _Made:
    order: _Order
    sheet: Sheet
    found: Facts | None


class Exhibit:
    """Fills the panel with the open tab."""

    def __init__(self, page: FrontPage) -> None:
        self.page = page
        self._made: dict[TabName, _Made] = {}

    @property
    def _lectern(self) -> Lectern:
        return self.page.study.lectern

    def show(self, *, keep_place: bool = False, stand_on: str = "") -> None:
        """Show the open tab, made anew where anything about it has changed.

        Args:
            keep_place: Leave cursor and scrolling where they are.
            stand_on: Put the cursor on the row with this command.
        """
        order = self._order()
        jobs = self.page.jobs
        if order is None:
            jobs.drop("tab")
            self._put(Sheet(self._tab(), self.page.panel.pen), None, keep_place, stand_on)
            return
        made = self._made.get(order.tab)
        if made is None or not made.order.same(order):
            if len(order.facts.quotations) + len(order.facts.figures) > _MANY:
                self._by_a_job(order, keep_place, stand_on)
                return
            made = _make(order, lambda: False)
            self._made[order.tab] = made
        jobs.drop("tab")
        self._put(made.sheet, made.found, keep_place, stand_on)

    def _by_a_job(self, order: _Order, keep_place: bool, stand_on: str) -> None:
        panel = self.page.panel

        def show(made: _Made) -> None:
            self._made[order.tab] = made
            if self._lectern.tab is order.tab and self._lectern.facts is order.facts:
                self._put(made.sheet, made.found, keep_place, stand_on)
                self.page.refresh_chrome()

        if panel.tab.name is not order.tab:
            panel.show(Sheet(Tab(order.tab), panel.pen))
        self.page.jobs.read("tab", lambda stopped: _make(order, stopped, whole=True), show)

    def _put(self, sheet: Sheet, found: Facts | None, keep_place: bool, stand_on: str) -> None:
        lectern, panel, editing = self._lectern, self.page.panel, self.page.study.editing
        if lectern.found is not found:
            lectern.found = found
            lectern.current = None
            self.page.study.light()
        cursor = panel.cursor if keep_place or editing else None
        if stand_on:
            rows = enumerate(sheet.tab.rows)
            cursor = next((i for i, row in rows if row.command == stand_on), cursor)
        panel.thing = lectern.current
        panel.show(sheet, cursor, keep_place=keep_place or editing is not None)
        if cursor is None and lectern.current is not None:
            self.page.walker.mark_row()

    def _order(self) -> _Order | None:
        """What a tab of facts is to be made of; None for the others, and before there are facts."""
        lectern = self._lectern
        if lectern.opened is None or lectern.facts is None or lectern.tab not in FACT_TABS:
            return None
        return _Order(
            lectern.tab,
            lectern.opened.reading,
            lectern.facts,
            lectern.narrow,
            lectern.show_minor,
            lectern.open_tables,
            self.page.panel.pen,
        )

    def _tab(self) -> Tab:
        """The tab of gist or notes, or what stands where there is nothing to show."""
        lectern, study = self._lectern, self.page.study
        if lectern.opened is None:
            return Tab(lectern.tab, rows=(words(_INVITATION),))
        reading = lectern.opened.reading
        match lectern.tab:
            case TabName.GIST if lectern.gist is not None:
                name = self.page.dial.name_of(lectern.gist.method)
                return gist_tab(reading, lectern.gist, name, lectern.voices, lectern.moved)
            case TabName.GIST:
                return refused_tab(lectern.refusal)
            case TabName.NOTES:
                moment = study.now()
                return notes_tab(
                    reading,
                    lectern.notes,
                    lambda t: when(t, moment),
                    study.editing,
                    self.page.notebook.unsaved,
                )
            case _:
                return Tab(lectern.tab)

    # Narrowing

    def narrow(self, query: str) -> None:
        """Show only the rows with these words; all of them for none."""
        if query != self._lectern.narrow:
            self._lectern.narrow = query
            self.show()
            self.page.refresh_chrome()


def _make(order: _Order, stopped: Stopped, *, whole: bool = False) -> _Made:
    """Make the rows of a tab; ``whole`` lays all of them out as well."""
    query = order.query.strip()
    facts = narrowed(order.reading, order.facts, query, stopped)
    tab = _quotes(order, facts, query) if order.tab is TabName.QUOTES else None
    tab = tab or _numbers(order, facts, query)
    sheet = Sheet(tab, order.pen)
    portion = 200
    while whole and not sheet.whole:
        if stopped():
            raise Cancelled
        sheet.lay(sheet.laid + portion)
    return _Made(order, sheet, facts if query else None)


def _quotes(order: _Order, facts: Facts, query: str) -> Tab:
    said = sum(q.kind is not QuotationKind.INDIRECT for q in order.facts.quotations)
    of = said if query else None
    return quotes_tab(order.reading, facts.quotations, of=of, query=query)


def _numbers(order: _Order, facts: Facts, query: str) -> Tab:
    minor, tables = order.show_minor, order.open_tables
    of = None
    if query:
        of = len(
            shown_figures(order.reading, order.facts.figures, show_minor=minor, open_tables=tables)
        )
    return numbers_tab(
        order.reading, facts.figures, show_minor=minor, open_tables=tables, of=of, query=query
    )
