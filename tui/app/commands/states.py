"""What the reader does with an article: star, read, archive, delete; and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.shelf import VIEWS
from tui.app.wording import counted

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


def star(page: FrontPage) -> None:
    """Give a star, or take it off."""
    article = page.current_article()
    if article is not None:
        starred = not article.state.starred
        page.change(lambda: page.desk.set_starred([article.id], starred))


def read(page: FrontPage) -> None:
    """Mark as read, or as unread."""
    article = page.current_article()
    if article is not None:
        is_read = not article.state.read
        page.change(lambda: page.desk.set_read([article.id], is_read), keep=True)


def all_read(page: FrontPage) -> None:
    """Mark everything in this view as read."""
    view, query = page.shelf.view, page.shelf.query

    def told(count: int) -> None:
        if count:
            page.say(f"{counted(count, 'article')} in {VIEWS[view]} marked as read. U undoes it.")
        else:
            page.say("Everything here is read already.")

    page.change(lambda: page.desk.mark_all_read(view, query), told)


def archive(page: FrontPage) -> None:
    """Put the article away, or bring it back."""
    article = page.current_article()
    if article is None:
        return
    archived = not article.state.archived

    def told(_: object) -> None:
        page.say("Archived. U undoes it." if archived else "Back in the Inbox. U undoes it.")

    page.change(lambda: page.desk.set_archived([article.id], archived), told)


def delete(page: FrontPage) -> None:
    """Delete the article; undo brings it back with its notes."""
    article = page.current_article()
    if article is None:
        return

    def told(_: object) -> None:
        page.say("Deleted. U brings it back, notes and all.")

    page.change(lambda: page.desk.delete([article.id]), told)


def undo(page: FrontPage) -> None:
    """Take back the last change."""

    def told(undone: str | None) -> None:
        page.say(undone or "There is nothing to undo.")
        page.notebook.reload()

    page.change(page.desk.undo, told)
