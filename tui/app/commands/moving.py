"""Moving: within a pane, between panes, between articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.geometry import Pane

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


def _by_lines(page: FrontPage, lines: int, rows: int) -> None:
    """Scroll the text by ``lines``; in list and panel move the cursor by ``rows``."""
    match page.focused_pane:
        case Pane.READER:
            page.reader.show_from(page.reader.top + lines)
        case Pane.LIST:
            page.articles.move_to(page.articles.cursor + rows)
        case Pane.PANEL:
            page.panel.move(rows)


def down(page: FrontPage) -> None:
    """A line or a row on."""
    _by_lines(page, 1, 1)


def up(page: FrontPage) -> None:
    """A line or a row back."""
    _by_lines(page, -1, -1)


def _page_rows(page: FrontPage) -> int:
    return page.articles.page() if page.focused_pane is Pane.LIST else 5


def page_down(page: FrontPage) -> None:
    """A window on, two lines kept for the eye."""
    _by_lines(page, max(1, page.reader.rows - 2), _page_rows(page))


def page_up(page: FrontPage) -> None:
    """A window back."""
    _by_lines(page, -max(1, page.reader.rows - 2), -_page_rows(page))


def half_down(page: FrontPage) -> None:
    """Half a window on."""
    _by_lines(page, max(1, page.reader.rows // 2), max(1, _page_rows(page) // 2))


def half_up(page: FrontPage) -> None:
    """Half a window back."""
    _by_lines(page, -max(1, page.reader.rows // 2), -max(1, _page_rows(page) // 2))


def top(page: FrontPage) -> None:
    """To the first line or row."""
    _by_lines(page, -page.reader.line_count(), -max(len(page.articles.ids), 10_000))


def bottom(page: FrontPage) -> None:
    """To the last line or row."""
    _by_lines(page, page.reader.line_count(), max(len(page.articles.ids), 10_000))


def left(page: FrontPage) -> None:
    """The pane to the left; below 80 columns always the list."""
    page.panes.step(-1)


def right(page: FrontPage) -> None:
    """The pane to the right; from the list, open the article."""
    if page.focused_pane is Pane.LIST:
        page.browsing.read_current()
    else:
        page.panes.step(1)


def enter(page: FrontPage) -> None:
    """Open the article, or go to the place of the row."""
    match page.focused_pane:
        case Pane.LIST:
            page.browsing.read_current()
        case Pane.PANEL:
            page.study.choose_row()
        case Pane.READER:
            page.notebook.edit_under_cursor()


def next_pane(page: FrontPage) -> None:
    """The next pane, and round."""
    page.panes.step(1, around=True)


def previous_pane(page: FrontPage) -> None:
    """The previous pane, and round."""
    page.panes.step(-1, around=True)


def to_list(page: FrontPage) -> None:
    """The list."""
    page.go_to_pane(Pane.LIST)


def to_reader(page: FrontPage) -> None:
    """The reader."""
    page.go_to_pane(Pane.READER)


def to_panel(page: FrontPage) -> None:
    """The panel, shown if it is hidden."""
    page.go_to_pane(Pane.PANEL)


def next_article(page: FrontPage) -> None:
    """The next article of the list."""
    page.articles.move_to(page.articles.cursor + 1)


def previous_article(page: FrontPage) -> None:
    """The previous article of the list."""
    page.articles.move_to(page.articles.cursor - 1)
