"""The front page: list, reader and panel, what frames them, and who does the work behind them."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from tui.app import captions
from tui.app.adding import Adding
from tui.app.browsing import Browsing
from tui.app.caretaker import Caretaker
from tui.app.clerk import Clerk
from tui.app.commands.table import BY_ID, bindings
from tui.app.dial import Dial
from tui.app.finder import Finder
from tui.app.geometry import MIN_HEIGHT, MIN_WIDTH, Geometry, Pane
from tui.app.glyphs import TYPOGRAPHIC, Glyphs
from tui.app.jobs import Jobs
from tui.app.keeper import Keeper
from tui.app.notebook import Notebook
from tui.app.own_editor import OwnEditor
from tui.app.palette import INK, Palette
from tui.app.panes import Panes
from tui.app.shelf import Shelf
from tui.app.study import Study
from tui.app.walker import Walker
from tui.app.widgets.article_list import ArticleList
from tui.app.widgets.chrome import ColumnRule, Drawn, Heading, Masthead, Remark, Rule, StatusLine
from tui.app.widgets.find_bar import FindBar
from tui.app.widgets.lines import LineView
from tui.app.widgets.panel import Panel
from tui.app.widgets.placard import Placard
from tui.app.widgets.reader import Reader
from tui.app.wording import with_keys
from tui.desk import Desk
from tui.keys import keys_shown
from tui.model import Article

if TYPE_CHECKING:
    from tui.app.widgets.note_editor import NoteEditor

T = TypeVar("T")

_MESSAGE_SECONDS = 4.0
_LETTERS_A_SECOND = 30
_LOOK_SECONDS = 1.0


class FrontPage(Screen[None]):
    """Holds the panes and those who work behind them, and passes on what the panes say."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    # The focus is put where the reader wants to begin; Textual's own choice would be the list.
    AUTO_FOCUS = ""
    HEADING_ROWS = 2

    def __init__(
        self, desk: Desk, use_theme: Callable[[str], None], open_ids: Sequence[int] = ()
    ) -> None:
        super().__init__(id="front")
        self.use_theme = use_theme
        self.desk = desk
        self.palette: Palette = INK
        self.glyphs: Glyphs = TYPOGRAPHIC
        self.articles = ArticleList()
        self.reader = Reader()
        self.panel = Panel()
        self.status = StatusLine(cuts=False)
        self.remark = Remark()
        self.find_bar = FindBar()
        self.placard = Placard()
        self.jobs = Jobs(self, lambda message: self.say(message, error=True))
        self.shelf = Shelf(desk, self.jobs, self.articles, self.keyed)
        self.panes = Panes(self)
        self.browsing = Browsing(self)
        self.study = Study(self)
        self.dial = Dial(self)
        self.walker = Walker(self)
        self.notebook = Notebook(self)
        self.own_editor = OwnEditor(self)
        self.finder = Finder(self)
        self.keeper = Keeper(self)
        self.adding = Adding(self)
        self.clerk = Clerk(self)
        self.caretaker = Caretaker(self)
        self.zen = False
        """Whether the text is shown alone."""
        self.reader.choice = desk.settings.measure
        self.pressed = 0.0
        """When a command was last run, on the monotonic clock."""
        self._open_ids = list(open_ids)
        self._chosen_keys = desk.settings.keys
        self.panel.keys = self._chosen_keys
        self._messages = 0

    # Building

    def compose(self) -> ComposeResult:
        """Masthead, rule, panes, status line."""
        yield Masthead()
        yield Rule()
        with Horizontal(id="panes"):
            with Vertical(id="list-pane", classes="pane"):
                yield Heading(id="list-heading")
                yield self.articles
            yield ColumnRule(id="rule-1")
            with Vertical(id="reader-pane", classes="pane"):
                yield Heading(id="reader-heading")
                yield self.reader
                yield self.placard
            yield ColumnRule(id="rule-2")
            with Vertical(id="panel-pane", classes="pane"):
                yield Heading(id="panel-heading")
                yield self.panel
        yield self.find_bar
        yield self.status
        yield self.remark
        yield Static(
            f"Window too small: {MIN_WIDTH} x {MIN_HEIGHT} is the least.",
            id="too-small",
            markup=False,
        )

    @cached_property
    def editor(self) -> NoteEditor:
        """Where notes are written, put into the panel with the first of them.

        An editor of texts is the largest of Textual's widgets, and many sittings need none.
        """
        from tui.app.widgets.note_editor import NoteEditor

        editor = NoteEditor()
        self.query_one("#panel-pane").mount(editor)
        return editor

    def on_mount(self) -> None:
        """Dress, share out the window, and load the list."""
        self.placard.display = False
        if self._open_ids:
            self.panes.focused = Pane.READER
        self.dress()
        self.panes.share_out()
        self.jobs.read("welcome", lambda stopped: self.desk.welcome(), self._begin)
        self.set_interval(_LOOK_SECONDS, self.browsing.look_for_changes)
        self.clerk.begin()

    def _begin(self, _: bool) -> None:
        first = self._open_ids[0] if self._open_ids else None
        if first is not None:
            self.study.open(first)
        self.shelf.reload(stand_on=first, done=self.browsing.list_shown)
        self.caretaker.begin()

    def dress(self) -> None:
        """Put palette and glyphs on everything that is drawn."""
        for widget in self.query("*").results():
            if isinstance(widget, (Drawn, LineView)):
                widget.dress(self.palette, self.glyphs)
        if self.is_mounted:
            self.study.show_tab(keep_place=True)
            self.refresh_chrome()

    # The window

    @property
    def geometry(self) -> Geometry:
        """How the window is shared out among the panes."""
        return self.panes.geometry

    @property
    def focused_pane(self) -> Pane:
        """The pane that has the focus, or had it before an overlay took it."""
        return self.panes.focused

    def on_resize(self, event: events.Resize) -> None:
        """Share the window out anew."""
        self.panes.share_out()

    def go_to_pane(self, pane: Pane) -> None:
        """Put the focus on ``pane``, shown if it was not."""
        self.panes.go_to(pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click put the focus somewhere."""
        # News that come late are of no interest: the focus has gone on meanwhile.
        if self.focused is event.widget:
            self.panes.taken_by(event.widget)

    def set_measure(self, choice: int) -> None:
        """Another measure, kept for the next time."""
        self.reader.choice = choice
        self.study.set_text()
        self.jobs.write(lambda: self.desk.remember_setting("measure", choice))
        shown = self.reader.measure
        limit = " (the pane holds no more)" if shown < choice else ""
        self.say(f"{shown} characters a line{limit}.")

    # Words around the panes

    def refresh_chrome(self) -> None:
        """Say anew what headings and status line say."""
        if self.is_mounted and not self.has_class("-too-small"):
            captions.put_up(self)

    def key_of(self, command: str, which: int = 0) -> str:
        """The key that runs a command now, after any remapping."""
        keys = self.keys_of(command)
        return keys[min(which, len(keys) - 1)]

    def keys_of(self, command: str) -> list[str]:
        """All keys that run a command now."""
        return keys_shown(command, self._chosen_keys)

    def keyed(self, text: str) -> str:
        """The program's own words, with the key of a command for each ``{name}`` of one."""
        return with_keys(text, self.key_of)

    def say(self, message: str, *, error: bool = False) -> None:
        """Show a short line that goes away by itself."""
        self._messages += 1
        number = self._messages
        self._put_up(message, error=error)

        def go_away() -> None:
            if number == self._messages:
                self._put_up("")

        seconds = _MESSAGE_SECONDS * (2 if error else 1)
        self.set_timer(seconds + len(message) / _LETTERS_A_SECOND, go_away)

    def _put_up(self, message: str, *, error: bool = False) -> None:
        self.status.say(message, error=error)
        self.remark.say("" if self.status.fits else message, error=error)

    # Commands

    def action_command(self, name: str) -> None:
        """Run a command of the table."""
        self.pressed = time.monotonic()
        if not self.has_class("-too-small") or name in ("quit", "back"):
            self._put_up("")
            BY_ID[name].run(self)

    def change(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        keep: bool = False,
        back: bool = False,
    ) -> None:
        """Change the library, then show the list as it is now.

        Args:
            work: The change.
            then: Given what ``work`` returned.
            keep: Keep the current article in the list though its view would drop it.
            back: Articles may come back: the cursor goes to the first of them.
        """

        def done(result: T) -> None:
            if then is not None:
                then(result)
            self.reload_list(keep=keep, back=back)

        self.jobs.write(work, done)

    def reload_list(self, *, keep: bool = False, back: bool = False) -> None:
        """Load the list anew; one that was empty begins where the reader is."""
        article = self.study.article if self.articles.current is None else None
        self.shelf.reload(
            stand_on=article.id if article is not None else None,
            keep=keep and article is None,
            back=back,
            done=self.browsing.list_shown,
        )

    def current_article(self) -> Article | None:
        """The article under the list's cursor where the list has the focus, else the open one.

        An empty list has none, whatever is still open beside it.
        """
        if self.focused_pane is Pane.LIST:
            current = self.articles.current
            return self.articles.article(current) if current is not None else None
        article = self.study.article
        if article is None:
            return None
        return self.articles.article(article.id) or article

    def targets(self) -> list[int]:
        """What state keys are about: the selected articles in the list, else the current one."""
        if self.focused_pane is Pane.LIST and self.articles.selected:
            return self.articles.selected
        article = self.current_article()
        return [article.id] if article is not None else []

    def leave(self) -> None:
        """Quit; what is being typed and the place are kept, or said to be nowhere."""
        self.app.exit(self.keep_everything())

    def on_unmount(self) -> None:
        """Nothing may still be reading when the desk is closed."""
        self.adding.stop()
        self.jobs.close()

    def keep_everything(self) -> list[str]:
        """Save what is being typed, and the place in the article; the notes nothing would take."""
        nowhere = self.notebook.save_now()
        self.study.remember(leaving=True)
        self.adding.stop()
        self.jobs.close()
        return nowhere

    # Messages of the panes

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find or filter while the reader types."""
        self.finder.typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was found, go back to the pane."""
        self.finder.submitted(event.value)

    def on_find_bar_given_up(self) -> None:
        """Forget the search."""
        self.finder.typed("")
        self.finder.end()

    def on_article_list_moved(self, message: ArticleList.Moved) -> None:
        """Show the article, unless the cursor goes on at once."""
        self.status.show(captions.hints(self), captions.place(self))
        self.browsing.preview(message.article_id)

    def on_article_list_chosen(self) -> None:
        """A click on the current article."""
        self.browsing.read_current()

    def on_article_list_need_rows(self, message: ArticleList.NeedRows) -> None:
        """Bring rows that are about to be seen."""
        self.shelf.load_rows(message.ids)

    def on_reader_scrolled(self) -> None:
        """Percentage, running head, the cursor's sleep, and having read to the end."""
        self.walker.sleep_cursor_out_of_view()
        self.refresh_chrome()
        self.browsing.note_end()

    def on_reader_pointed(self, message: Reader.Pointed) -> None:
        """A click in the text."""
        self.walker.point(message.offset)

    def on_reader_resized(self) -> None:
        """The text wants another measure."""
        if self.reader.setting.measure != self.reader.measure:
            self.study.set_text()
        self.walker.keep_in_view()
        self.refresh_chrome()

    def on_panel_moved(self) -> None:
        """Show the place of the row in the text."""
        self.study.follow_row()

    def on_panel_chosen(self) -> None:
        """A click on a row."""
        self.study.choose_row()

    def on_panel_scrolled(self) -> None:
        """The editor moves with its ground."""
        if self.study.editing is not None:
            self.notebook.follow()

    def on_note_editor_rested(self) -> None:
        """The typing paused: save."""
        self.notebook.save()

    def on_note_editor_typed(self) -> None:
        """The status line says how many words there are, and whether all of them are kept."""
        self.status.show(captions.hints(self), captions.place(self))

    def on_note_editor_grown(self) -> None:
        """The note takes another number of lines."""
        self.notebook.fit()

    def on_note_editor_closed(self) -> None:
        """The reader is done with the note."""
        self.notebook.close()
