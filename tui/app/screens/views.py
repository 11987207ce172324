"""The picker of views, the saved searches among them, with counts beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.app.jobs import Stopped
from tui.app.screens.overlay import Choice, Picker
from tui.app.shelf import VIEWS
from tui.model import SavedQuery

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_MOST_COUNTED = 10_000
_Counted = tuple[SavedQuery, str]


class ViewPicker(Picker):
    """Inbox, Unread, Starred, Archive, All, Notes, then saved searches, which can be changed here.

    Attributes:
        saved: The saved searches by the ids of their rows.
    """

    LABEL = "VIEWS"
    COLUMNS = 44
    VERB = "show"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "rename", "rename", priority=True),
        Binding("delete", "delete", "delete", priority=True),
        Binding("ctrl+z", "undo", "undo", priority=True),
    ]

    def __init__(self, page: FrontPage) -> None:
        counts = page.shelf.counts
        self._views = [
            Choice(view, name, f"{counts.get(view, 0):,}") for view, name in VIEWS.items()
        ]
        shown = page.shelf.saved
        super().__init__(page, self._views, _row_of(shown) if shown else page.shelf.view)
        self.saved: dict[str, SavedQuery] = {}
        self._deleted: SavedQuery | None = None

    def on_mount(self) -> None:
        """Begin with the views; saved searches come with their counts."""
        super().on_mount()
        self._load(self.first)

    def _load(self, stand_on: str) -> None:
        """Show the saved searches as they are now, the cursor on the row of that id."""
        desk = self.page.desk

        def work(stopped: Stopped) -> list[_Counted]:
            return [
                (
                    each,
                    _many(
                        desk.count("all", each.query, _MOST_COUNTED), desk.unread_for(each.query)
                    ),
                )
                for each in desk.saved_queries()
            ]

        self.page.jobs.read("saved", work, lambda counted: self._fill(counted, stand_on))

    def _fill(self, counted: Sequence[_Counted], stand_on: str) -> None:
        if not self.is_mounted:
            return
        self.saved = {_row_of(each): each for each, _ in counted}
        rows = [Choice(_row_of(each), each.name, many) for each, many in counted]
        self.all = [*self._views, *rows]
        current = self.rows.current
        typed = self.query_one(Input).value and stand_on == self.first
        self.show_again(current.id if current and typed else stand_on)

    # What can be done to a saved search

    @property
    def _current(self) -> SavedQuery | None:
        """The saved search under the cursor."""
        row = self.rows.current
        return self.saved.get(row.id) if row is not None else None

    def more_keys(self) -> Sequence[tuple[str, str]]:
        """What can be done to a saved search, and to the one that was deleted last."""
        keys = [("f2", "rename"), ("del", "delete")] if self._current else []
        return [*keys, ("ctrl+z", "undo")] if self._deleted else keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave keys to the line where they mean nothing here, or delete what is typed there."""
        field = self.query_one(Input)
        if action == "delete":
            return self._current is not None and field.cursor_position == len(field.value)
        if action == "undo":
            return self._deleted is not None
        return super().check_action(action, parameters)

    def action_rename(self) -> None:
        """Call the saved search something else."""
        saved = self._current
        if saved is not None:
            self.page.keeper.rename_saved(
                saved, lambda named: self._load(_row_of(named)), self._fail
            )

    def action_delete(self) -> None:
        """Delete the saved search until it is taken back."""
        saved, choices = self._current, self.rows.choices
        if saved is None:
            return
        near = [*choices[self.rows.cursor + 1 :][:1], *choices[: self.rows.cursor][-1:]]

        def gone() -> None:
            self._deleted = saved
            self._load(near[0].id if near else self.first)

        self.page.keeper.delete_saved(saved, gone, self._fail)

    def action_undo(self) -> None:
        """Bring back the saved search that was deleted last."""
        deleted, desk = self._deleted, self.page.desk
        if deleted is None:
            return
        self._deleted = None

        self.page.jobs.write(desk.undo, lambda _: self._load(_row_of(deleted)), failed=self._fail)

    def _fail(self, problem: str) -> None:
        self.status.say(problem, error=True)


def _row_of(saved: SavedQuery) -> str:
    return f"saved:{saved.id}"


def _many(count: int, unread: Sequence[int]) -> str:
    """A count; with a plus where it ends at the bound, or articles are not read for facts yet."""
    return f"{count:,}+" if count >= _MOST_COUNTED or unread else f"{count:,}"
