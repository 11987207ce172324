"""The open article at work: opening it, its gist and facts, and the panel that shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.app.exhibit import Exhibit
from tui.app.geometry import Pane
from tui.app.jobs import Stopped
from tui.app.lectern import GistMode, Lectern
from tui.app.paint import cells
from tui.app.tabs.notes import Editing
from tui.app.tabs.rows import TabName
from tui.app.typeset import Setting, typeset
from tui.desk import Opened
from tui.model import Article, Facts, Note
from tui.text.counting import counted
from tui.text.languages import language_names

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_MANY = 200_000
"""Code points from which on a text is set by a worker, not between two key presses."""


@dataclass(frozen=True)
class _Prepared:
    opened: Opened
    kicker: str
    setting: Setting
    notes: Sequence[Note]


class Study:
    """Brings articles onto the lectern and shows what is known of them.

    Attributes:
        lectern: What is known and lit.
        exhibit: Fills the panel.
        editing: The note that is being written.
        now: The clock for "2 h ago"; a test stops it.
    """

    def __init__(self, page: FrontPage) -> None:
        self.page = page
        self.lectern = Lectern()
        self.exhibit = Exhibit(page)
        self.editing: Editing | None = None
        self._end_reached = False
        self._kicker = ""
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC).astimezone()

    # Opening

    def open(
        self, article_id: int, then: Callable[[], None] | None = None, *, again: bool = False
    ) -> None:
        """Open an article of the library, at the place where the reader left it.

        Args:
            article_id: The article.
            then: Called once it is shown.
            again: Open it anew even if it is the open one.
        """
        if not again and self.article is not None and self.article.id == article_id:
            if then is not None:
                then()
            return
        self.page.notebook.close()
        self.remember()
        desk, measure = self.page.desk, self.page.reader.measure

        def work(stopped: Stopped) -> _Prepared:
            opened = desk.open(article_id)
            line = kicker(opened)
            setting = typeset(opened.reading, measure, cells, kicker=line)
            return _Prepared(opened, line, setting, desk.notes(article_id))

        def show(prepared: _Prepared) -> None:
            self.lectern.take(prepared.opened)
            self._end_reached, self._kicker = False, prepared.kicker
            self.lectern.notes = self.page.notebook.with_waiting(article_id, prepared.notes)
            reader = self.page.reader
            setting = prepared.setting
            if self.lectern.mode is GistMode.GATHERED:
                self.lectern.mode = GistMode.IN_PLACE
            reader.show(prepared.opened.reading.text, setting, self.lectern.lighting)
            reader.restore(prepared.opened.article.state.position)
            if setting.measure != reader.measure:
                self.set_text()
            self.show_tab()
            self.page.refresh_chrome()
            self.page.dial.make()
            self._find_facts()
            if then is not None:
                then()

        self.page.jobs.read("open", work, show)

    def close(self) -> None:
        """Show no article."""
        self.remember()
        self.lectern.clear()
        self.page.reader.show("", Setting(), self.lectern.lighting)
        self.show_tab()
        self.page.refresh_chrome()

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self.lectern.opened.article if self.lectern.opened else None

    def note_read(self) -> bool:
        """Whether the end was reached for the first time since the article was opened."""
        first, self._end_reached = not self._end_reached, True
        return first

    def remember(self, *, leaving: bool = False) -> None:
        """Keep the place in the open article; when leaving, before anything else happens."""
        article, reader = self.article, self.page.reader
        if article is not None:
            offset = reader.top_offset if reader.top else 0
            desk = self.page.desk
            write = self.page.jobs.write_now if leaving else self.page.jobs.write
            write(lambda: desk.remember(article.id, offset))

    def set_text(self) -> None:
        """Set the article anew: another measure, hidden lines, or the gist gathered."""
        opened = self.lectern.opened
        if opened is None:
            return
        reader, lectern = self.page.reader, self.lectern
        offset = reader.top_offset if reader.top else 0
        gathered = lectern.gist_spans if lectern.mode is GistMode.GATHERED else None
        measure, show_hidden, line = reader.measure, lectern.show_hidden, self._kicker

        def work(stopped: Stopped) -> Setting:
            return typeset(
                opened.reading,
                measure,
                cells,
                kicker=line,
                show_hidden=show_hidden,
                gathered=gathered,
            )

        def show(setting: Setting) -> None:
            reader.show(opened.reading.text, setting, lectern.lighting)
            reader.restore(offset)
            self.page.refresh_chrome()

        if len(opened.reading.text) < _MANY:
            show(work(lambda: False))
        else:
            self.page.jobs.read("set", work, show)

    # Facts

    def _find_facts(self) -> None:
        opened, desk = self.lectern.opened, self.page.desk
        if opened is None:
            return

        def show(facts: Facts) -> None:
            if self.lectern.opened is opened:
                self.lectern.take_facts(facts)
                self._count_in_list(opened.article.id)
                self.light()
                self.show_tab()
                self.page.refresh_chrome()

        self.page.jobs.read("facts", lambda stopped: desk.facts(opened), show)

    def _count_in_list(self, article_id: int) -> None:
        """The list shows the counts at once, not only when it is loaded again."""
        row = self.page.articles.article(article_id)
        if row is not None and row.facts != self.lectern.counts:
            self.page.articles.update_rows([replace(row, facts=self.lectern.counts)])

    # The panel

    def open_tab(self, tab: TabName) -> None:
        """Open a tab and go to it; open and focused already: back to the text."""
        lectern, page = self.lectern, self.page
        if lectern.tab is tab and page.focused_pane is Pane.PANEL:
            page.go_to_pane(Pane.READER)
            return
        if tab is not lectern.tab or lectern.mode is not GistMode.OFF:
            was = lectern.mode
            if tab is not TabName.GIST:
                lectern.mode = GistMode.OFF
            lectern.tab = tab
            lectern.current, lectern.place = None, None
            lectern.narrow, lectern.found = "", None
            if was is GistMode.GATHERED and lectern.mode is GistMode.OFF:
                self.set_text()
            self.light()
            self.show_tab()
        page.go_to_pane(Pane.PANEL)

    def show_tab(self, *, keep_place: bool = False) -> None:
        """Show the open tab as it is now; the cursor stays on the row of the current place."""
        self.exhibit.show(keep_place=keep_place)

    def follow_row(self) -> None:
        """Show the place of the row that the panel's cursor moved to."""
        row = self.page.panel.row
        if row is None or not row.spans:
            self.lectern.current, self.lectern.place = None, None
            self.light()
        else:
            self.page.walker.go(row.spans[0], mark_row=False)

    def choose_row(self) -> None:
        """Enter on a row: go to its place and read on there, or do what the row does."""
        row = self.page.panel.row
        if row is None:
            self.page.panel.move(1)
        elif row.command == "minor figures":
            self.lectern.show_minor = not self.lectern.show_minor
            self.lectern.current = None
            self.light()
            self.exhibit.show(keep_place=True, stand_on=row.command)
            self.page.refresh_chrome()
        elif row.command == "table figures":
            self.lectern.open_tables ^= {row.spans[0].start}
            self.lectern.current = None
            self.light()
            self.show_tab(keep_place=True)
            self.page.refresh_chrome()
        elif row.command == "article note":
            self.page.own_editor.write()
        elif row.note is not None:
            self.page.notebook.edit(row.note)
        elif row.spans:
            if self.lectern.mode is GistMode.GATHERED:
                self.lectern.mode = GistMode.IN_PLACE
                self.set_text()
            self.page.walker.go(row.spans[0], mark_row=False)
            self.page.go_to_pane(Pane.READER)

    # Light

    def light(self) -> None:
        """Show what is lit now."""
        self.page.reader.light(self.lectern.lighting)


def kicker(opened: Opened) -> str:
    """The dim line under the title: source, date, minutes, sentences, hidden lines.

    The language stands there where it is not the one that the text seems to be in.
    """
    from tui.text.language import detect  # its words are many, and needed for a text only

    article, reading = opened.article, opened.reading
    parts = [article.byline or "", article.site or "", (article.published or "")[:10]]
    parts.append(f"{article.minutes} min")
    if reading.language != detect(reading.text):
        parts.append(f"read as {language_names().get(reading.language, reading.language)}")
    parts.append(counted(len(reading.sentences), "sentence"))
    if reading.hidden:
        parts.append(f"{counted(reading.hidden, 'line')} hidden")
    if article.extractor.startswith("html: "):
        parts.append(article.extractor.removeprefix("html: "))
    return " · ".join(part for part in parts if part)
