"""The front page: list, reader and panel, what frames them, and the focus among them."""

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
from tui.app.caretaker import Caretaker
from tui.app.clerk import Clerk
from tui.app.commands.table import BY_ID, bindings
from tui.app.dial import Dial
from tui.app.finder import Finder
from tui.app.geometry import (
    MIN_HEIGHT,
    MIN_WIDTH,
    Geometry,
    Pane,
    share,
    text_column,
    too_small,
)
from tui.app.geometry import measure as measured
from tui.app.glyphs import TYPOGRAPHIC, Glyphs
from tui.app.jobs import Jobs
from tui.app.keeper import Keeper
from tui.app.lectern import GistMode
from tui.app.notebook import Notebook
from tui.app.own_editor import OwnEditor
from tui.app.palette import INK, Palette
from tui.app.shelf import Shelf
from tui.app.study import Study
from tui.app.walker import Walker
from tui.app.widgets.article_list import ArticleList
from tui.app.widgets.chrome import ColumnRule, Drawn, Heading, Masthead, Rule, StatusLine
from tui.app.widgets.find_bar import FindBar
from tui.app.widgets.lines import LineView
from tui.app.widgets.panel import Panel
from tui.app.widgets.placard import Placard
from tui.app.widgets.reader import Reader
from tui.app.wording import with_keys
from tui.desk import Desk
from tui.keys import keys_shown
from tui.model import Article, Span, View

if TYPE_CHECKING:
    from tui.app.widgets.note_editor import NoteEditor

T = TypeVar("T")

_PREVIEW_PAUSE = 0.06
_MESSAGE_SECONDS = 4.0
_LOOK_SECONDS = 1.0


class FrontPage(Screen[None]):
    """Holds the panes and the focus; the open article is the :class:`Study`'s matter."""

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
        self.status = StatusLine()
        self.find_bar = FindBar()
        self.placard = Placard()
        self.jobs = Jobs(self, lambda message: self.say(message, error=True))
        self.shelf = Shelf(desk, self.jobs, self.articles, self.keyed)
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
        self.geometry: Geometry = share(120, 40, panel=True, zen=False, focus=Pane.LIST)
        self.focused_pane = Pane.LIST
        self.panel_wanted: bool | None = None
        self.zen = False
        self.reader.choice = desk.settings.measure
        self.pressed = 0.0
        """When a command was last run, on the monotonic clock."""
        self._open_ids = list(open_ids)
        self._chosen_keys = desk.settings.keys
        self.panel.keys = self._chosen_keys
        self._preview_due = 0
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
            self.focused_pane = Pane.READER
        self.dress()
        self.share_out()
        self.jobs.read("welcome", lambda stopped: self.desk.welcome(), self._begin)
        self.set_interval(_LOOK_SECONDS, self._look_for_changes)
        self.clerk.begin()

    def _begin(self, _: bool) -> None:
        first = self._open_ids[0] if self._open_ids else None
        if first is not None:
            self.study.open(first)
        self.shelf.reload(stand_on=first, done=self.list_shown)
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
    def wants_panel(self) -> bool:
        """Whether the panel is wanted: as the reader said, else where there is room for three."""
        if self.panel_wanted is None:
            return self.desk.settings.panel and self.size.width >= 120
        return self.panel_wanted

    def on_resize(self, event: events.Resize) -> None:
        """Share the window out anew."""
        self.share_out()

    def share_out(self) -> None:
        """Give every pane its width and the focus its place."""
        width, height = self.size
        small = too_small(width, height)
        self.set_class(small, "-too-small")
        if small or not width:
            return
        self.geometry = geometry = share(
            width, height, panel=self.wants_panel, zen=self.zen, focus=self.focused_pane
        )
        if self.focused_pane not in geometry.shown:
            self.focused_pane = Pane.READER
        self._place_panes(geometry)
        self.query_one(Masthead).display = geometry.masthead
        self.articles.roomy = geometry.roomy
        self.refresh_chrome()
        self.focus_pane()
        self.dial.hear()

    def _place_panes(self, geometry: Geometry) -> None:
        panes = self.query_one("#panes")
        order = "panel" if geometry.panel_left else "list"
        if panes.children[0].id != f"{order}-pane":
            panes.move_child(panes.query_one("#list-pane"), before=0)
            panes.move_child(panes.query_one("#panel-pane"), after=len(panes.children) - 1)
            if geometry.panel_left:
                panes.move_child(panes.query_one("#panel-pane"), before=0)
                panes.move_child(panes.query_one("#list-pane"), after=len(panes.children) - 1)
        widths = {"list": geometry.list, "reader": geometry.reader, "panel": geometry.panel}
        for name, columns in widths.items():
            pane = panes.query_one(f"#{name}-pane")
            pane.display = columns > 0
            pane.styles.width = columns
        self.query_one("#rule-1").display = len(geometry.shown) > 1
        self.query_one("#rule-2").display = len(geometry.shown) > 2

    def focus_pane(self) -> None:
        """Give the focus to the widget of the focused pane."""
        if self.study.editing is not None and self.focused_pane is Pane.PANEL:
            self.editor.focus()
            return
        widget = {Pane.LIST: self.articles, Pane.READER: self.reader, Pane.PANEL: self.panel}
        if self.find_bar.display:
            return
        widget[self.focused_pane].focus(scroll_visible=False)

    def go_to_pane(self, pane: Pane) -> None:
        """Put the focus on ``pane``, shown if it was not."""
        if self.study.editing is not None and pane is not Pane.PANEL:
            self.notebook.close()
            return
        if pane is Pane.PANEL:
            self.panel_wanted = True
            self.zen = False
        elif pane is Pane.LIST:
            self.zen = False
            if self.geometry.panel_left:
                self.panel_wanted = False
        self.focused_pane = pane
        self.share_out()

    def step_pane(self, step: int, *, around: bool = False) -> None:
        """Put the focus on the pane beside."""
        shown = list(self.geometry.shown)
        if len(shown) == 1:
            shown = [Pane.LIST, Pane.READER, *([Pane.PANEL] if around or step > 0 else [])]
            if self.focused_pane is Pane.PANEL and step < 0:
                shown = [Pane.READER, Pane.PANEL]
        index = shown.index(self.focused_pane) + step
        index = index % len(shown) if around else max(0, min(len(shown) - 1, index))
        if shown[index] is Pane.LIST and self.zen:
            self.zen = False
        self.go_to_pane(shown[index])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click put the focus somewhere."""
        if self.focused is not event.widget:
            # The news is late: the focus has gone on meanwhile.
            return
        panes = {"list": Pane.LIST, "reader": Pane.READER, "panel": Pane.PANEL}
        pane = panes.get(event.widget.id or "")
        if pane is not None and pane is not self.focused_pane and not self.find_bar.display:
            self.go_to_pane(pane)

    def toggle_panel(self) -> None:
        """Show or hide the panel."""
        if self.study.editing is not None:
            self.notebook.close()
        if Pane.PANEL in self.geometry.shown:
            self.panel_wanted = False
            if self.focused_pane is Pane.PANEL:
                self.focused_pane = Pane.READER
            self.share_out()
        else:
            self.zen = False
            self.panel_wanted = True
            if self.size.width < 80:
                self.focused_pane = Pane.PANEL
            self.share_out()

    def toggle_zen(self) -> None:
        """The text alone, and back."""
        self.zen = not self.zen
        self.focused_pane = Pane.READER
        self.share_out()

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
        if not self.is_mounted or self.has_class("-too-small"):
            return
        geometry = self.geometry
        widths = {
            Pane.LIST: geometry.list,
            Pane.READER: geometry.reader,
            Pane.PANEL: geometry.panel,
        }
        shown = geometry.shown
        self.query_one(Rule).show(
            tuple(widths[pane] for pane in shown), shown.index(self.focused_pane)
        )
        if geometry.masthead:
            self.query_one(Masthead).show(
                self.shelf.name,
                captions.masthead_count(self) if self.shelf.loaded else "",
                captions.masthead_hints(self),
            )
        self.query_one("#list-heading", Heading).show(*captions.list_heading(self))
        measure = measured(geometry.reader, self.reader.choice)
        column = text_column(geometry.reader, measure) + 3
        inset = (column, max(0, geometry.reader - column - measure))
        self.query_one("#reader-heading", Heading).show(*captions.reader_heading(self), inset)
        self.query_one("#panel-heading", Heading).show(*captions.panel_heading(self))
        self.status.show(captions.hints(self), captions.place(self))

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
        self.status.say(message, error=error)

        def go_away() -> None:
            if number == self._messages:
                self.status.say("")

        self.set_timer(_MESSAGE_SECONDS * (2 if error else 1), go_away)

    # Commands

    def action_command(self, name: str) -> None:
        """Run a command of the table."""
        self.pressed = time.monotonic()
        if not self.has_class("-too-small") or name in ("quit", "back"):
            self.status.say("")
            BY_ID[name].run(self)

    def change(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        keep: bool = False,
    ) -> None:
        """Change the library, then show the list as it is now; ``keep`` the current article."""

        def done(result: T) -> None:
            if then is not None:
                then(result)
            self.reload_list(keep=keep)

        self.jobs.write(work, done)

    def reload_list(self, *, keep: bool = False) -> None:
        """Load the list anew."""
        self.shelf.reload(keep=keep, done=self.list_shown)

    def list_shown(self) -> None:
        """Open what the cursor stands on, if the open article is no longer there."""
        self.refresh_chrome()
        current = self.articles.current
        article = self.study.article
        self._show_placard()
        if current is None:
            if article is not None and self.shelf.view == "inbox" and not self.shelf.query:
                self.study.close()
            return
        if article is None or article.id not in self.articles.ids:
            self.study.open(current)
            return
        row = self.articles.article(article.id)
        if row is not None and row.language != article.language:
            self.study.open(article.id, again=True)

    def _show_placard(self) -> None:
        """The placard stands in an empty library only."""
        empty = self.shelf.loaded and not self.shelf.counts.get("all", 0)
        self.placard.display = empty
        self.reader.display = not empty
        if empty:
            self.placard.key_of = self.key_of
            self.placard.dress(self.palette, self.glyphs)

    def current_article(self) -> Article | None:
        """The article under the list's cursor where the list has the focus, else the open one."""
        current = self.articles.current
        if self.focused_pane is Pane.LIST and current is not None:
            return self.articles.article(current)
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

    def read_current(self) -> None:
        """Open the article under the cursor and go to the reader."""
        current = self.articles.current
        if current is not None:
            self.study.open(current)
            self.go_to_pane(Pane.READER)
            self._note_end()

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

        def shown() -> None:
            if span is not None:
                self.walker.go(span)
            if then is not None:
                then()

        def open_it() -> None:
            self.go_to_pane(pane)
            self.study.open(article_id, shown)

        if article_id in self.articles.ids:
            self.articles.stand_on(article_id)
            open_it()
        else:
            self.shelf.look_at(View.ALL)
            self.shelf.reload(stand_on=article_id, done=open_it)

    def leave(self) -> None:
        """Quit; what is being typed and the place are kept."""
        self.keep_everything()
        self.app.exit()

    def on_unmount(self) -> None:
        """Nothing may still be reading when the desk is closed."""
        self.adding.stop()
        self.jobs.close()

    def keep_everything(self) -> None:
        """Save what is being typed, and the place in the article."""
        self.notebook.save_now()
        self.study.remember(leaving=True)
        self.adding.stop()
        self.jobs.close()

    def put_away(self) -> bool:
        """Put the nearest thing away; False when there is nothing left to put away."""
        lectern = self.study.lectern
        if self.find_bar.display:
            self.finder.end()
        elif lectern.query:
            self.walker.find("")
        elif lectern.sentence is not None:
            lectern.sentence = None
            self.study.light()
            self.refresh_chrome()
        elif self.zen:
            self.toggle_zen()
        elif self.focused_pane is Pane.PANEL and lectern.narrow:
            self.study.exhibit.narrow("")
        elif self.focused_pane is Pane.PANEL:
            if self.geometry.panel_left or self.size.width < 80:
                self.panel_wanted = False
            self.go_to_pane(Pane.READER)
        elif self.focused_pane is Pane.READER:
            self.go_to_pane(Pane.LIST)
        elif self.articles.selected:
            self.articles.select_none()
            self.refresh_chrome()
        elif self.shelf.query:
            self.shelf.query = ""
            self.reload_list()
        else:
            return False
        return True

    # Messages of the panes

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find or filter while the reader types."""
        self.finder.typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was found, go back to the pane."""
        self.finder.typed(event.value)
        self.finder.end()

    def on_find_bar_given_up(self) -> None:
        """Forget the search."""
        self.finder.typed("")
        self.finder.end()

    def on_article_list_moved(self, message: ArticleList.Moved) -> None:
        """Show the article after a short pause, so that walking over a list costs nothing."""
        self.status.show(captions.hints(self), captions.place(self))
        self._preview_due = message.article_id

        def preview() -> None:
            if self._preview_due == message.article_id:
                self.study.open(message.article_id)

        self.set_timer(_PREVIEW_PAUSE, preview)

    def on_article_list_chosen(self) -> None:
        """A click on the current article."""
        self.read_current()

    def on_article_list_need_rows(self, message: ArticleList.NeedRows) -> None:
        """Bring rows that are about to be seen."""
        self.shelf.load_rows(message.ids)

    def on_reader_scrolled(self) -> None:
        """Percentage, running head, the cursor's sleep, and having read to the end."""
        self.walker.sleep_cursor_out_of_view()
        self.refresh_chrome()
        self._note_end()

    def _note_end(self) -> None:
        """An article whose last line has been on the screen while it was read is read."""
        article = self.study.article
        if article is None or self.focused_pane is not Pane.READER or not self.reader.at_end:
            return
        if self.study.lectern.mode is GistMode.GATHERED:
            return
        row = self.articles.article(article.id) or article
        if not row.state.read and self.study.note_read():
            self.change(lambda: self.desk.finish(article.id), keep=True)

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

    def _look_for_changes(self) -> None:
        if self.shelf.loaded:
            self.shelf.look_for_changes(self._changed_outside)
            for sentence in self.desk.notices():
                self.say(sentence)

    def _changed_outside(self) -> None:
        self.reload_list(keep=True)
        self.notebook.reload()
