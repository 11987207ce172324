"""The window and the app: views, adding, zen, measure, theme, help, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.geometry import Pane
from tui.app.palette import THEMES
from tui.desk import AddReport
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

NARROWEST, WIDEST, STEP = 40, 100, 4


def views(page: FrontPage) -> None:
    """Choose a view."""
    from tui.app.screens.views import ViewPicker

    picker = ViewPicker(page)

    def chosen(view: str | None) -> None:
        if view in picker.saved:
            page.keeper.look_at(picker.saved[view])
        elif view is not None:
            page.shelf.look_at(view)
            page.articles.select_none()
            page.reload_list()
            page.go_to_pane(Pane.LIST)

    page.app.push_screen(picker, chosen)


def add(page: FrontPage) -> None:
    """Add something to read."""
    from tui.app.screens.add import AddBox

    page.app.push_screen(AddBox(page))


def samples(page: FrontPage) -> None:
    """Bring the shipped articles back."""

    def told(report: AddReport) -> None:
        added = f"{counted(len(report.added), 'sample')} added"
        page.say(page.keyed(f"{added}. {{undo}} takes them out again."))

    page.change(page.desk.samples_add, told)


def zen(page: FrontPage) -> None:
    """The text alone, and back."""
    page.panes.toggle_zen()


def narrower(page: FrontPage) -> None:
    """Fewer characters in a line."""
    page.set_measure(max(NARROWEST, page.reader.measure - STEP))


def wider(page: FrontPage) -> None:
    """More characters in a line."""
    page.set_measure(min(WIDEST, page.reader.choice + STEP))


def theme(page: FrontPage) -> None:
    """The next theme."""
    name = THEMES[(THEMES.index(page.palette.name) + 1) % len(THEMES)]
    page.use_theme(name)
    page.jobs.write(lambda: page.desk.remember_setting("theme", name))
    page.say(f"{name.capitalize()}." if name != "terminal" else "The terminal’s own colours.")


def help_screen(page: FrontPage) -> None:
    """Every key."""
    from tui.app.screens.help import HelpScreen

    page.app.push_screen(HelpScreen(page))


def palette(page: FrontPage) -> None:
    """Every command by name."""
    from tui.app.screens.palette import PaletteScreen

    def chosen(command: str | None) -> None:
        if command is not None:
            page.action_command(command)

    page.app.push_screen(PaletteScreen(page), chosen)


def back(page: FrontPage) -> None:
    """Put something away, go a pane back; at the top, leave."""
    if not _put_away(page):
        page.leave()


def escape(page: FrontPage) -> None:
    """Put something away, go a pane back; at the top, nothing."""
    _put_away(page)


def _put_away(page: FrontPage) -> bool:
    """Put the nearest thing away; False when there is nothing left to put away."""
    lectern = page.study.lectern
    if page.find_bar.display:
        page.finder.end()
    elif lectern.query:
        page.walker.find("")
    elif lectern.sentence is not None:
        lectern.sentence = None
        page.study.light()
        page.refresh_chrome()
    elif page.zen:
        page.panes.toggle_zen()
    elif page.focused_pane is Pane.PANEL and lectern.narrow:
        page.study.exhibit.narrow("")
    elif page.focused_pane is Pane.PANEL:
        page.panes.leave_panel()
    elif page.focused_pane is Pane.READER:
        page.go_to_pane(Pane.LIST)
    elif page.articles.selected:
        page.articles.select_none()
        page.refresh_chrome()
    elif page.shelf.query:
        page.shelf.query = ""
        page.reload_list()
    else:
        return False
    return True


def quit_app(page: FrontPage) -> None:
    """Leave."""
    page.leave()
