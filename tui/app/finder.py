"""The line to type in: it filters the list, or finds words in the text, as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.jobs import Stopped

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_CHUNK = 500


class Finder:
    """Opens and closes the find bar, and goes from match to match."""

    def __init__(self, page: FrontPage) -> None:
        self.page = page
        self._top = 0

    def begin(self, *, in_text: bool) -> None:
        """Open the line to type in."""
        page = self.page
        if in_text and page.study.article is None:
            return
        before = page.study.lectern.query if in_text else page.shelf.query
        self._top = page.reader.top
        page.status.display = False
        page.find_bar.begin("find" if in_text else "filter", before, in_text=in_text)

    def typed(self, query: str) -> None:
        """Find or filter by what stands in the line."""
        page = self.page
        if not page.find_bar.display:
            return
        if page.find_bar.in_text:
            if query != page.study.lectern.query:
                # From where the search began: a letter more may match nothing further down.
                page.reader.show_from(self._top)
                page.walker.find(query)
        elif query != page.shelf.query:
            page.shelf.query = query
            page.reload_list()

    def end(self) -> None:
        """Close the line; what was found stays."""
        self.page.find_bar.display = False
        self.page.status.display = True
        self.page.focus_pane()
        self.page.refresh_chrome()

    def step(self, step: int) -> None:
        """To the next match; with no search in the text, to the next unread article."""
        lectern = self.page.study.lectern
        if lectern.matches:
            self.page.walker.step_match(step)
        elif lectern.query:
            self.page.say(f"“{lectern.query}” is not in this article. esc ends the search.")
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
