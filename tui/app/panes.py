"""List, reader and panel in the window: which are shown, how wide, and which has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from tui.app.geometry import Geometry, Pane, share, too_small
from tui.app.widgets.chrome import Masthead

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_ROOM_FOR_THREE = 120
_ROOM_FOR_TWO = 80


class Panes:
    """Shares the window out among the panes and moves the focus from one to another.

    Attributes:
        geometry: As the window is shared out now.
        focused: The pane that has the focus, or had it before an overlay took it.
        panel_wanted: What the reader said of the panel; None while nothing was said.
    """

    def __init__(self, page: FrontPage) -> None:
        self.page = page
        self.geometry: Geometry = share(120, 40, panel=True, zen=False, focus=Pane.LIST)
        self.focused = Pane.LIST
        self.panel_wanted: bool | None = None

    @property
    def _wants_panel(self) -> bool:
        """Whether the panel is wanted: as the reader said, else where there is room for three."""
        if self.panel_wanted is None:
            return self.page.desk.settings.panel and self.page.size.width >= _ROOM_FOR_THREE
        return self.panel_wanted

    def share_out(self) -> None:
        """Give every pane its width and the focus its place."""
        page = self.page
        width, height = page.size
        small = too_small(width, height)
        page.set_class(small, "-too-small")
        if small or not width:
            return
        self.geometry = geometry = share(
            width, height, panel=self._wants_panel, zen=page.zen, focus=self.focused
        )
        if self.focused not in geometry.shown:
            self.focused = Pane.READER
        self._place(geometry)
        page.query_one(Masthead).display = geometry.masthead
        page.articles.roomy = geometry.roomy
        page.refresh_chrome()
        self.take_focus()
        page.dial.hear()

    def _place(self, geometry: Geometry) -> None:
        panes = self.page.query_one("#panes")
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
        panes.query_one("#rule-1").display = len(geometry.shown) > 1
        panes.query_one("#rule-2").display = len(geometry.shown) > 2

    def take_focus(self) -> None:
        """Give the focus to the widget of the focused pane, unless something is being typed in.

        At once, where Textual's own ``focus`` comes with a later message: the next key may be
        waiting already, and it belongs to this pane.
        """
        page = self.page
        if self.focused is Pane.PANEL and page.study.editing is not None:
            page.set_focus(page.editor)
        elif not page.find_bar.display:
            page.set_focus(self._widget(self.focused), scroll_visible=False)

    def _widget(self, pane: Pane) -> Widget:
        page = self.page
        return {Pane.LIST: page.articles, Pane.READER: page.reader, Pane.PANEL: page.panel}[pane]

    def taken_by(self, widget: Widget) -> None:
        """A click put the focus on ``widget``: go to its pane, if it is another one."""
        page = self.page
        for pane in Pane:
            if self._widget(pane) is widget and pane is not self.focused:
                if not page.find_bar.display:
                    self.go_to(pane)
                return

    def go_to(self, pane: Pane) -> None:
        """Put the focus on ``pane``, shown if it was not."""
        page = self.page
        if page.study.editing is not None and pane is not Pane.PANEL:
            page.notebook.close()
            return
        if pane is Pane.PANEL:
            self.panel_wanted = True
            page.zen = False
        elif pane is Pane.LIST:
            page.zen = False
            if self.geometry.panel_left:
                self.panel_wanted = False
        self.focused = pane
        self.share_out()

    def step(self, step: int, *, around: bool = False) -> None:
        """Put the focus on the pane beside."""
        shown = list(self.geometry.shown)
        if len(shown) == 1:
            shown = [Pane.LIST, Pane.READER, *([Pane.PANEL] if around or step > 0 else [])]
            if self.focused is Pane.PANEL and step < 0:
                shown = [Pane.READER, Pane.PANEL]
        index = shown.index(self.focused) + step
        index = index % len(shown) if around else max(0, min(len(shown) - 1, index))
        if shown[index] is Pane.LIST and self.page.zen:
            self.page.zen = False
        self.go_to(shown[index])

    def toggle_panel(self) -> None:
        """Show or hide the panel."""
        page = self.page
        if page.study.editing is not None:
            page.notebook.close()
        if Pane.PANEL in self.geometry.shown:
            self.panel_wanted = False
            if self.focused is Pane.PANEL:
                self.focused = Pane.READER
        else:
            page.zen = False
            self.panel_wanted = True
            if page.size.width < _ROOM_FOR_TWO:
                self.focused = Pane.PANEL
        self.share_out()

    def leave_panel(self) -> None:
        """Back to the text; a panel that stands where the text or the list would goes away."""
        if self.geometry.panel_left or self.page.size.width < _ROOM_FOR_TWO:
            self.panel_wanted = False
        self.go_to(Pane.READER)

    def toggle_zen(self) -> None:
        """The text alone, and back."""
        self.page.zen = not self.page.zen
        self.focused = Pane.READER
        self.share_out()
