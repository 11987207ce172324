"""From the list to the open article: walking over it, going to a place, reading to the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.geometry import Pane
from tui.app.lectern import GistMode
from tui.app.paint import cut
from tui.desk import Opened
from tui.model import Article, Span, View

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_PREVIEW_PAUSE = 0.06
_TITLE = 40
"""Cells of a title in a message."""


class Browsing:
    """Decides which article is opened, and when; the :class:`~tui.app.study.Study` opens it."""

    def __init__(self, page: FrontPage) -> None:
        self.page = page
        self._preview_due = 0

    def preview(self, article_id: int) -> None:
        """Show the article after a short pause, so that walking over a list costs nothing."""
        self._preview_due = article_id

        def open_it() -> None:
            if self._preview_due == article_id:
                self.page.study.open(article_id)

        self.page.set_timer(_PREVIEW_PAUSE, open_it)

    def read_current(self) -> None:
        """Open the article under the cursor and go to the reader."""
        current = self.page.articles.current
        if current is not None:
            self.page.study.open(current)
            self.page.go_to_pane(Pane.READER)
            self.note_end()

    def go_to_place(
        self,
        article_id: int,
        span: Span | None,
        then: Callable[[], None] | None = None,
        pane: Pane = Pane.READER,
    ) -> None:
        """Open an article at a place, and read on there.

        Args:
            article_id: The article; where the list does not show it, All articles are shown.
            span: The place; None is where the reader left it.
            then: Called once it is shown.
            pane: The pane to go to.
        """
        page = self.page

        def shown() -> None:
            if span is not None:
                page.walker.go(span)
            if then is not None:
                then()

        def open_it() -> None:
            page.go_to_pane(pane)
            page.study.open(article_id, shown)

        if article_id in page.articles.ids:
            page.articles.stand_on(article_id)
            open_it()
        else:
            page.shelf.look_at(View.ALL)
            page.shelf.reload(stand_on=article_id, done=open_it)

    def list_shown(self) -> None:
        """Open what the cursor stands on, unless that is open already."""
        page = self.page
        page.refresh_chrome()
        current = page.articles.current
        article = page.study.article
        self._show_placard()
        if current is None:
            if article is not None and page.shelf.view == View.INBOX and not page.shelf.query:
                page.study.close()
            elif article is not None:
                self._close_if_gone(article.id)
            return
        if article is None or article.id != current:
            page.study.open(current)
            return
        row = page.articles.article(article.id)
        if row is not None and row.language != article.language:
            page.study.open(article.id, again=True)

    def _close_if_gone(self, article_id: int) -> None:
        """Show an article no longer that is not in the library any more."""
        study, desk = self.page.study, self.page.desk

        def gone(rows: list[Article]) -> None:
            if not rows and study.article is not None and study.article.id == article_id:
                study.close()

        self.page.jobs.read("gone", lambda stopped: desk.rows([article_id]), gone)

    def _show_placard(self) -> None:
        """The placard stands in an empty library only."""
        page = self.page
        empty = page.shelf.loaded and not page.shelf.counts.get("all", 0)
        page.placard.display = empty
        page.reader.display = not empty
        if empty:
            page.placard.key_of = page.key_of
            page.placard.dress(page.palette, page.glyphs)

    def note_end(self) -> None:
        """An article whose last line has been on the screen while it was read is read."""
        page = self.page
        article = page.study.article
        if article is None or page.focused_pane is not Pane.READER or not page.reader.at_end:
            return
        if page.study.lectern.mode is GistMode.GATHERED:
            return
        row = page.articles.article(article.id) or article
        if not row.state.read and page.study.note_read():
            page.change(lambda: page.desk.finish(article.id), keep=True)

    def look_for_changes(self) -> None:
        """Follow what another process did to the library, and say what the desk has to say."""
        page = self.page
        if page.shelf.loaded:
            page.shelf.look_for_changes(self._changed_outside)
            for sentence in page.desk.notices():
                page.say(sentence)

    def _changed_outside(self) -> None:
        self.page.reload_list(keep=True)
        self.page.notebook.reload()
        self._follow_text()

    def _follow_text(self) -> None:
        """Show the open article anew where it has got another text, unless a note is written."""
        page = self.page
        opened = page.study.lectern.opened
        if opened is None or not opened.article.id:
            return
        number = opened.article.id

        def show(now: Opened) -> None:
            newer = now.reading.text != opened.reading.text
            if newer and page.study.lectern.opened is opened and page.study.editing is None:
                page.study.open(number, again=True)
                page.say(f"“{cut(now.article.title, _TITLE)}” has got a new text.")

        # What is gone by now is told of by the list.
        page.jobs.read(
            "text", lambda stopped: page.desk.open(number), show, failed=lambda reason: None
        )
