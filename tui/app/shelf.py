"""Which articles the list shows: the view, its order, what is filtered, and following changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from tui.app.jobs import Jobs, Stopped
from tui.app.widgets.article_list import ArticleList
from tui.desk import Desk
from tui.model import Article, SavedQuery, Sort, View

VIEWS: dict[str, str] = {
    View.INBOX: "Inbox",
    View.UNREAD: "Unread",
    View.STARRED: "Starred",
    View.ARCHIVE: "Archive",
    View.ALL: "All",
    View.NOTES: "Notes",
}
"""The views, with what the reader sees."""

SORTS: dict[str, str] = {
    Sort.ADDED: "newest",
    Sort.PUBLISHED: "published",
    Sort.TITLE: "title",
    Sort.LENGTH: "length",
    Sort.UNREAD: "unread first",
}
"""The orders, with what the heading calls them."""

_EMPTY: dict[str, str] = {
    View.INBOX: "Nothing here.",
    View.UNREAD: "All read.",
    View.STARRED: "No stars.\n{star} gives one.",
    View.ARCHIVE: "Nothing archived.",
    View.ALL: "Nothing here.",
    View.NOTES: "No notes.\n{note} writes one.",
}

_AROUND = 100


@dataclass(frozen=True)
class _Loaded:
    """What a list shows; ``unread``: articles without facts, where that may be why it is empty."""

    ids: Sequence[int]
    rows: Sequence[Article]
    counts: dict[str, int]
    version: int
    cursor: int
    unread: int


class Shelf:
    """Loads the list away from the screen's thread and puts it into its widget at once.

    Attributes:
        view: The view that is shown.
        sort: Its order.
        query: What it is filtered by.
        saved: The saved search that is shown; None where it is one of the six views.
        counts: How many articles each view holds.
        version: The library's version that the list shows.
    """

    def __init__(
        self, desk: Desk, jobs: Jobs, widget: ArticleList, keyed: Callable[[str], str]
    ) -> None:
        self.desk, self.jobs, self.widget, self._keyed = desk, jobs, widget, keyed
        self.view: str = View.INBOX
        self.sort: str = Sort.ADDED
        self.query = ""
        self.saved: SavedQuery | None = None
        self.counts: dict[str, int] = {}
        self.version = -1
        self.loaded = False
        self._shown: tuple[str, str, str] | None = None

    def reload(
        self,
        *,
        stand_on: int | None = None,
        keep: bool = False,
        back: bool = False,
        done: Callable[[], None] | None = None,
    ) -> None:
        """Load ids, the rows near the cursor and the counts.

        Args:
            stand_on: The article to put the cursor on; by default the one it stands on.
            keep: Keep that article in the list even if the view would drop it now.
            back: Articles may have come back: put the cursor on the first of them.
            done: Called when the list shows it.
        """
        target = stand_on if stand_on is not None else self.widget.current
        index = self.widget.cursor
        view, sort, query = order = self.view, self.sort, self.asked
        desk = self.desk
        before = self.widget.ids if self._shown == order else None

        def work(stopped: Stopped) -> _Loaded:
            version = desk.data_version()
            ids = desk.ids(view, sort, query, stopped)
            cursor = _first_missing(ids, before) if back and before is not None else None
            if cursor is None:
                cursor = _position(ids, target)
            if cursor is None and keep and target is not None and desk.rows([target]):
                cursor = min(index, len(ids))
                ids.insert(cursor, target)
            if cursor is None and before is not None:
                cursor = _place_of_gone(before, ids)
            if cursor is None:
                cursor = max(0, min(index, len(ids) - 1))
            near = ids[max(0, cursor - _AROUND) : cursor + _AROUND]
            unread = 0 if ids or not query else len(desk.unread_for(query))
            return _Loaded(ids, desk.rows(near), desk.counts(), version, cursor, unread)

        def show(loaded: _Loaded) -> None:
            self.counts, self.version, self.loaded = loaded.counts, loaded.version, True
            self._shown = order
            self.widget.empty = self._keyed(_why_empty(loaded, view, query))
            self.widget.fill(loaded.ids, loaded.rows, loaded.cursor)
            if done is not None:
                done()

        self.jobs.read("shelf", work, show)

    def look_at(self, view: str, saved: SavedQuery | None = None) -> None:
        """Show another view from now on, unfiltered; it still has to be loaded.

        Args:
            view: The view.
            saved: A search that narrows it and gives it its name.
        """
        self.view, self.query, self.saved = view, "", saved

    @property
    def name(self) -> str:
        """What the view is called."""
        return self.saved.name if self.saved is not None else VIEWS[self.view]

    @property
    def asked(self) -> str:
        """The saved search that is shown and the filter, as one query."""
        kept = self.saved.query if self.saved is not None else ""
        if kept.count('"') % 2:
            kept += '"'
        return f"{kept} {self.query}".strip()

    def load_rows(self, ids: Sequence[int]) -> None:
        """Bring rows that are about to be seen."""
        rows = self.widget.update_rows
        self.jobs.read("rows", lambda stopped: self.desk.rows(ids), rows, alone=False)

    def look_for_changes(self, changed: Callable[[], None]) -> None:
        """Ask whether another process changed the library since the list was loaded."""

        def compare(version: int) -> None:
            if self.loaded and version != self.version:
                changed()

        self.jobs.read("changes", lambda stopped: self.desk.data_version(), compare)


def _why_empty(loaded: _Loaded, view: str, query: str) -> str:
    if not loaded.counts.get("all", 0):
        return "None yet."
    if loaded.unread:
        return f"None yet; {loaded.unread:,} to scan"
    return "Nothing matches." if query else _EMPTY[view]


def _first_missing(ids: Sequence[int], among: Sequence[int]) -> int | None:
    """Where the first of ``ids`` stands that is not ``among`` the others."""
    others = set(among)
    return next((index for index, each in enumerate(ids) if each not in others), None)


def _place_of_gone(before: Sequence[int], ids: Sequence[int]) -> int | None:
    """Where the article stands that took the place of the first one gone; None: none is gone."""
    first = _first_missing(before, ids)
    if first is None or not ids:
        return None
    left = set(ids)
    heir = next((each for each in islice(before, first, None) if each in left), None)
    return len(ids) - 1 if heir is None else _position(ids, heir)


def _position(ids: Sequence[int], article_id: int | None) -> int | None:
    if article_id is None:
        return None
    try:
        return ids.index(article_id)
    except ValueError:
        return None
