"""What the reader does with articles: select, star, read, archive, delete; and undo."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.commands import notes
from tui.app.paint import cut
from tui.model import State
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


_TITLE = 40
"""Cells that a message has for a title."""


def _targets(page: FrontPage) -> list[int]:
    """What a state key is about; where it is about nothing, that is said."""
    ids = page.targets()
    if not ids:
        page.say("No article is under the cursor.")
    return ids


def select(page: FrontPage) -> None:
    """Select the article under the cursor, or select it no more."""
    article = page.current_article()
    if article is not None:
        page.articles.toggle(article.id)
        page.refresh_chrome()
    else:
        page.say("No article is under the cursor.")


def star(page: FrontPage) -> None:
    """Give a star, or take it off."""
    _mark(page, lambda state: state.starred, page.desk.set_starred, "starred", "without a star")


def read(page: FrontPage) -> None:
    """Mark as read, or as unread."""
    _mark(page, lambda state: state.read, page.desk.set_read, "read", "unread", keep=True)


def _mark(
    page: FrontPage,
    has: Callable[[State], bool],
    mark: Callable[[list[int], bool], int],
    on: str,
    off: str,
    *,
    keep: bool = False,
) -> None:
    """Mark the articles that the keys are about, or take the mark off where all have it.

    Args:
        page: The front page.
        has: Whether an article has the mark.
        mark: Puts it on, or takes it off.
        on: What articles with the mark are called.
        off: What those without it are called.
        keep: Whether the current article stays in the list though its view would drop it.
    """
    ids = _targets(page)
    if not ids:
        return

    def work() -> bool:
        marked = not all(has(article.state) for article in page.desk.rows(ids))
        mark(ids, marked)
        return marked

    def told(marked: bool) -> None:
        if len(ids) > 1:
            done = f"{counted(len(ids), 'article')} {on if marked else off}"
            page.say(page.keyed(f"{done}. {{undo}} undoes it."))

    page.change(work, told, keep=keep)


def all_read(page: FrontPage) -> None:
    """Mark everything in this view as read."""
    view, query, name = page.shelf.view, page.shelf.asked, page.shelf.name

    def told(count: int) -> None:
        if count:
            marked = f"{counted(count, 'article')} in {name} marked as read"
            page.say(page.keyed(f"{marked}. {{undo}} undoes it."))
        else:
            page.say("Everything here is read already.")

    page.change(lambda: page.desk.mark_all_read(view, query), told)


def archive(page: FrontPage) -> None:
    """Put articles away, or bring them back where all of them are away."""
    ids = _targets(page)
    if not ids:
        return

    def work() -> bool:
        archived = not all(article.state.archived for article in page.desk.rows(ids))
        page.desk.set_archived(ids, archived)
        return archived

    def told(archived: bool) -> None:
        done = "archived" if archived else "back in the Inbox"
        _gone(page, ids, done, "{undo} undoes it.")

    page.change(work, told)


def language(page: FrontPage) -> None:
    """Say what language articles are in; gist and facts are made anew."""
    from tui.app.screens.languages import AS_THE_TEXT, LanguagePicker
    from tui.text.languages import language_names

    ids, article = _targets(page), page.current_article()
    if not ids or article is None:
        return

    def chosen(code: str | None) -> None:
        if code is None:
            return
        own = None if code == AS_THE_TEXT else code
        told = f"Read as {language_names()[own]}" if own else "Read as the text tells"
        page.change(
            lambda: page.desk.set_language(ids, own),
            lambda _: page.say(page.keyed(f"{told}. {{undo}} undoes it.")),
            keep=True,
        )

    page.app.push_screen(LanguagePicker(page, article.language), chosen)


def tag(page: FrontPage) -> None:
    """Put tags on articles, or take them off."""
    from tui.app.offers import help_with_tags
    from tui.app.screens.prompt import Prompt

    ids, article = _targets(page), page.current_article()
    if not ids or article is None:
        return
    one = f"now {', '.join(article.tags)}" if article.tags else "no tags yet"
    about = one if len(ids) == 1 else counted(len(ids), "article")

    def typed(line: str | None) -> None:
        added, removed = tags_in(line or "")
        if added or removed:
            page.change(
                lambda: page.desk.tag(ids, added, removed),
                lambda changed: _say_tagged(page, changed, added, removed),
                keep=True,
            )

    prompt = Prompt(
        page,
        "TAGS",
        f"x on, -x off, blanks or commas between {page.glyphs.dot} {about}",
        "tag",
        helps=lambda _, before, stopped: help_with_tags(page.desk, before, stopped),
    )
    page.app.push_screen(prompt, typed)


_TAG = re.compile(r'([+-]?)#?(?:"([^"]*)"?|([^\s,"+-][^\s,"]*))')


def tags_in(line: str) -> tuple[list[str], list[str]]:
    """The tags that a line puts on and takes off: ``press +"sea level" -draft``."""
    added: list[str] = []
    removed: list[str] = []
    for sign, quoted, word in _TAG.findall(line):
        name = (quoted or word).strip()
        if name:
            (removed if sign == "-" else added).append(name)
    return added, removed


def _say_tagged(page: FrontPage, changed: int, added: list[str], removed: list[str]) -> None:
    if changed:
        done = f"{counted(changed, 'article')} tagged anew" if changed > 1 else "Tagged anew"
        tags = ", ".join([*(f"+{tag}" for tag in added), *(f"-{tag}" for tag in removed)])
        undo = page.keyed("{undo} undoes it.")
        page.say(f"{done}: {cut(tags, _TITLE, page.glyphs.more)}. {undo}")
    else:
        page.say("The tags are like that already.")


def delete(page: FrontPage) -> None:
    """Delete articles; undo brings them back with their notes. In a row of a note, that note."""
    if notes.row_note(page) is not None:
        notes.delete(page)
        return
    ids, article = _targets(page), page.current_article()
    if not ids:
        return
    title = f"“{cut(article.title, _TITLE, page.glyphs.more)}” deleted" if article else ""

    def told(_: int) -> None:
        if len(ids) > 1 or not title:
            _gone(page, ids, "deleted", "{undo} brings them back, notes and all.")
        else:
            page.articles.unselect(ids)
            page.say(f"{title}. {page.keyed('{undo} brings it back, notes and all.')}")

    page.change(lambda: page.desk.delete(ids), told)


def _gone(page: FrontPage, ids: list[int], done: str, undo: str) -> None:
    """Say what became of articles that leave the view; they are selected no more."""
    page.articles.unselect(ids)
    said = f"{counted(len(ids), 'article')} {done}" if len(ids) > 1 else done.capitalize()
    page.say(page.keyed(f"{said}. {undo}"))


def undo(page: FrontPage) -> None:
    """Take back the last change."""

    def told(undone: str | None) -> None:
        page.say(undone or "There is nothing to undo.")
        page.notebook.reload()

    page.change(page.desk.undo, told, back=True)
