"""The line to type in: it filters the list, finds words in the text or narrows a tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.geometry import Pane
from tui.app.jobs import Stopped
from tui.app.offers import Help, help_along, help_with_query
from tui.app.tabs.rows import TabName
from tui.app.widgets.find_bar import Aim
from tui.model import Hit, Note, Span, Where

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_CHUNK = 500


class Finder:
    """Opens and closes the find bar, and goes from match to match."""

    def __init__(self, page: FrontPage) -> None:
        self.page = page
        self._top = 0

    def begin(self, aim: Aim) -> None:
        """Open the line to type in."""
        page, lectern = self.page, self.page.study.lectern
        if aim is not Aim.LIST and lectern.opened is None:
            return
        before = {Aim.LIST: page.shelf.query, Aim.TEXT: lectern.query, Aim.PANEL: lectern.narrow}
        self._top = page.reader.top
        page.status.display = False
        page.find_bar.begin(aim, before[aim])

    def typed(self, query: str) -> None:
        """Filter, find or narrow by what stands in the line."""
        page = self.page
        if not page.find_bar.display:
            return
        match page.find_bar.aim:
            case Aim.TEXT if query != page.study.lectern.query:
                # From where the search began: a letter more may match nothing further down.
                page.reader.show_from(self._top)
                page.walker.find(query)
            case Aim.LIST:
                self._filter(query)
                help_along(page, page.find_bar.field, self._helps, self._show_help)
            case Aim.PANEL:
                page.study.exhibit.narrow(query)

    def _filter(self, query: str) -> None:
        """Filter by what is understood: a word that says nothing leaves the list as it was."""
        page = self.page
        understood = page.desk.understood(query)
        if understood != page.shelf.query:
            page.shelf.query = understood
            page.reload_list()

    def submitted(self, query: str) -> None:
        """Keep what was found and go back to the pane; a filter with a mistake is typed on."""
        self.typed(query)
        mistakes = self.page.desk.mistakes(query) if self.page.find_bar.aim is Aim.LIST else []
        if mistakes:
            self.page.jobs.drop("help")
            self._show_help(Help(problem=mistakes[0]))
        else:
            self.end()

    def _helps(self, query: str, before: str, stopped: Stopped) -> Help:
        return help_with_query(self.page.desk, query, before, stopped)

    def _show_help(self, found: Help) -> None:
        self.page.find_bar.show_help(found.offers, found.problem)

    def end(self) -> None:
        """Close the line; what was found stays, and what the library has nothing of is said."""
        if self.page.find_bar.aim is Aim.LIST and self.page.shelf.query:
            self._say_problems(self.page.shelf.query)
        self.page.find_bar.display = False
        self.page.status.display = True
        self.page.panes.take_focus()
        self.page.refresh_chrome()

    def _say_problems(self, query: str) -> None:
        def say(problems: list[str]) -> None:
            if problems:
                self.page.say(" ".join(problems), error=True)

        self.page.jobs.read("help", lambda stopped: self.page.desk.problems(query), say)

    def go_to_hit(self, hit: Hit, query: str) -> None:
        """Open the place that a search of the library found, every word of the search lit."""
        span = None if hit.start is None or hit.end is None else Span(hit.start, hit.end)

        if hit.where is Where.NOTE and span is None:
            self.page.browsing.go_to_place(hit.article, None, self._show_notes, Pane.PANEL)
        else:
            self.page.browsing.go_to_place(hit.article, span, lambda: self._light(hit, query))

    def go_to_note(self, note: Note) -> None:
        """Open the place of a note; one that has none is shown in its article's tab."""
        anchor = note.anchor
        if anchor is not None and anchor.found:
            self.page.browsing.go_to_place(note.article, Span(anchor.start, anchor.end))
        else:
            self.page.browsing.go_to_place(note.article, None, self._show_notes, Pane.PANEL)

    def _show_notes(self) -> None:
        if self.page.study.lectern.tab is not TabName.NOTES:
            self.page.study.open_tab(TabName.NOTES)

    def _light(self, hit: Hit, query: str) -> None:
        page, opened = self.page, self.page.study.lectern.opened
        if opened is None:
            return

        def show(spans: list[Span]) -> None:
            if page.study.lectern.opened is opened and spans:
                page.study.lectern.show_matches(query, spans, hit.start or 0)
                page.study.light()
                page.refresh_chrome()

        page.jobs.read("words", lambda stopped: page.desk.words_in(query, opened), show)

    def step(self, step: int) -> None:
        """To the next match; with no search in the text, to the next unread article."""
        lectern = self.page.study.lectern
        if lectern.matches:
            self.page.walker.step_match(step)
        elif lectern.query:
            end = self.page.keyed("{escape} ends the search.")
            self.page.say(f"“{lectern.query}” is not in this article. {end}")
        else:
            self._step_unread(step)

    def _step_unread(self, step: int) -> None:
        """To the next unread article of the list, however far away; rows are read by a job."""
        articles, desk = self.page.articles, self.page.desk
        ids, cursor = articles.ids, articles.cursor
        ahead = range(cursor + 1, len(ids)) if step > 0 else range(cursor - 1, -1, -1)

        def work(stopped: Stopped) -> int | None:
            for start in range(0, len(ahead), _CHUNK):
                if stopped():
                    return None
                indexes = ahead[start : start + _CHUNK]
                rows = {row.id: row for row in desk.rows([ids[i] for i in indexes])}
                for index in indexes:
                    row = rows.get(ids[index])
                    if row is not None and not row.state.read:
                        return index
            return None

        def go(index: int | None) -> None:
            if index is None:
                self.page.say("No more unread articles that way.")
            elif articles.ids is ids:
                articles.move_to(index)

        self.page.jobs.read("unread", work, go)
