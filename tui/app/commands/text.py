"""In the text: the sentence cursor, walking through what is lit, and hidden lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import Span

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


def previous_sentence(page: FrontPage) -> None:
    """The sentence cursor a sentence back."""
    page.walker.move_cursor(lambda: page.study.lectern.step_sentence(-1))


def next_sentence(page: FrontPage) -> None:
    """The sentence cursor a sentence on."""
    page.walker.move_cursor(lambda: page.study.lectern.step_sentence(1))


def previous_paragraph(page: FrontPage) -> None:
    """The sentence cursor a paragraph back."""
    page.walker.move_cursor(lambda: page.study.lectern.step_paragraph(-1))


def next_paragraph(page: FrontPage) -> None:
    """The sentence cursor a paragraph on."""
    page.walker.move_cursor(lambda: page.study.lectern.step_paragraph(1))


def previous_lit(page: FrontPage) -> None:
    """The lit thing before the current one."""
    page.walker.walk(-1)


def next_lit(page: FrontPage) -> None:
    """The lit thing after the current one."""
    page.walker.walk(1)


def skim_back(page: FrontPage) -> None:
    """Back to what is worth a look."""
    page.walker.skim(-1)


def skim_on(page: FrontPage) -> None:
    """On to what is worth a look."""
    page.walker.skim(1)


def hidden_lines(page: FrontPage) -> None:
    """Show furniture, or hide it again."""
    if page.study.lectern.opened is None or not page.study.lectern.opened.reading.hidden:
        page.say("No lines are hidden in this article.")
        return
    page.study.lectern.show_hidden = not page.study.lectern.show_hidden
    page.study.set_text()
    page.refresh_chrome()


def changes(page: FrontPage) -> None:
    """What the open article's text says otherwise than it did."""
    from tui.app.screens.changes import ChangesScreen

    article = page.current_article()
    if article is None:
        return

    def chosen(span: Span | None) -> None:
        if span is not None:
            page.browsing.go_to_place(article.id, span)

    page.app.push_screen(ChangesScreen(page, article), chosen)
