"""The gist: lit in place, gathered, off; its length; its method."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.geometry import Pane

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


def cycle(page: FrontPage) -> None:
    """In place, gathered, off; with articles selected in the list, the digest of them."""
    selected = page.articles.selected
    if page.focused_pane is not Pane.LIST or not selected:
        page.dial.cycle()
    elif len(selected) == 1:
        page.say(page.keyed("A digest takes two articles or more: {select} selects another."))
    else:
        _digest(page, selected)


def _digest(page: FrontPage, ids: Sequence[int]) -> None:
    from tui.app.screens.digest import DigestScreen, Place

    def go(place: Place | None) -> None:
        if place is not None:
            page.browsing.go_to_place(place.article, place.span)

    page.app.push_screen(DigestScreen(page, ids), go)


def longer(page: FrontPage) -> None:
    """A sentence more."""
    page.dial.resize(1)


def shorter(page: FrontPage) -> None:
    """A sentence less."""
    page.dial.resize(-1)


def next_method(page: FrontPage) -> None:
    """Another way to choose the sentences."""
    page.dial.next_method()


def next_lean(page: FrontPage) -> None:
    """From what is told first to what the whole is about, in steps."""
    page.dial.next_lean()
