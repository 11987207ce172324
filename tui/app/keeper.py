"""Searches that are kept by a name and stand among the views: saving, renaming, deleting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.app.geometry import Pane
from tui.model import SavedQuery, View

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


class Keeper:
    """Keeps searches by a name, and shows what they find in the list."""

    def __init__(self, page: FrontPage) -> None:
        self.page = page

    def look_at(self, saved: SavedQuery) -> None:
        """Show what a saved search finds."""
        self.page.shelf.look_at(View.ALL, saved)
        self.page.articles.select_none()
        self.page.reload_list()
        self.page.go_to_pane(Pane.LIST)

    def save(self, query: str, then: Callable[[SavedQuery], None]) -> None:
        """Ask for a name and keep a query by it; ``then`` is called once it is kept."""
        page = self.page

        def named(name: str | None) -> None:
            if name is not None:
                page.jobs.write(lambda: page.desk.save_query(name, query), then)

        self._ask("SAVE AS A VIEW", query, "save", "", named)

    def save_filter(self) -> None:
        """Save what the list is filtered by, and show it as the view that it is now."""
        page, query = self.page, self.page.shelf.asked
        if page.find_bar.display:
            page.finder.end()
        if not page.shelf.query:
            page.say(page.keyed("Filter the list with {find} first, {save-search} keeps that."))
            return

        def kept(saved: SavedQuery) -> None:
            self.look_at(saved)
            page.say(page.keyed(f"Saved. {{views}} shows “{saved.name}” from now on."))

        self.save(query, kept)

    def rename(self) -> None:
        """Call the saved search that is shown something else."""
        saved = self._shown()
        if saved is not None:
            self.rename_saved(saved, lambda renamed: self.look_at(renamed))

    def rename_saved(
        self,
        saved: SavedQuery,
        then: Callable[[SavedQuery], None],
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Ask what a saved search is to be called; ``then`` is called once it is."""
        page = self.page

        def renamed(other: SavedQuery) -> None:
            if page.shelf.saved is not None and page.shelf.saved.id == other.id:
                page.shelf.saved = other
                page.refresh_chrome()
            then(other)

        def named(name: str | None) -> None:
            if name is not None:
                rename = partial(page.desk.rename_query, saved.name, name)
                page.jobs.write(rename, renamed, failed=failed)

        self._ask("RENAME THE VIEW", saved.query, "rename", saved.name, named)

    def delete(self) -> None:
        """Delete the saved search that is shown; undo brings it back."""
        page, saved = self.page, self._shown()
        if saved is None:
            return
        told = page.keyed(f"“{saved.name}” is deleted. {{undo}} brings it back.")
        self.delete_saved(saved, lambda: page.say(told))

    def delete_saved(
        self,
        saved: SavedQuery,
        then: Callable[[], None],
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Delete a saved search; the list shows the inbox then, if it showed that search."""
        page = self.page

        def gone(_: None) -> None:
            if page.shelf.saved is not None and page.shelf.saved.id == saved.id:
                page.shelf.look_at(View.INBOX)
                page.reload_list()
            then()

        page.jobs.write(partial(page.desk.delete_query, saved.name), gone, failed=failed)

    def _shown(self) -> SavedQuery | None:
        if self.page.shelf.saved is None:
            self.page.say(self.page.keyed("No saved search is shown: {views} has them."))
        return self.page.shelf.saved

    def _ask(
        self, label: str, about: str, verb: str, value: str, then: Callable[[str | None], None]
    ) -> None:
        from tui.app.screens.prompt import Prompt

        page = self.page
        page.app.push_screen(Prompt(page, label, about, verb, value), then)
