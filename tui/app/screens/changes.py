"""What a newer text of an article says otherwise than an older one; Enter goes to the place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType

from tui.app.jobs import Stopped
from tui.app.screens.overlay import command_key
from tui.app.screens.telling import Telling
from tui.app.tabs.changes import changes_count, changes_tab
from tui.app.wording import when
from tui.model import Article, Changes, LibraryError, Span, VersionInfo

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


class _Compared(NamedTuple):
    """The versions that are kept, the newest first, and what the current one says otherwise."""

    versions: Sequence[VersionInfo]
    changes: Changes


class ChangesScreen(Telling[Span]):
    """Changed figures and quotations first, then sentences; other keys compare older texts."""

    LABEL = "WHAT CHANGED"
    JOB = "changes of a text"
    BINDINGS: ClassVar[list[BindingType]] = [
        command_key("left", "older(1)"),
        command_key("right", "older(-1)"),
    ]

    def __init__(self, page: FrontPage, article: Article) -> None:
        super().__init__(page)
        self.article = article
        self.compared: _Compared | None = None
        self._back = 1

    def on_mount(self) -> None:
        """Begin to compare."""
        super().on_mount()
        self.fill_with("Comparing the two texts…")
        self._compare()

    def _compare(self) -> None:
        desk, article, back = self.page.desk, self.article.id, self._back

        def work(stopped: Stopped) -> _Compared:
            versions = desk.versions(article)
            if len(versions) < 2:
                raise LibraryError("This article has no text from before this one.")
            old = versions[min(back, len(versions) - 1)]
            return _Compared(versions, desk.changes(article, old.id))

        self.page.jobs.read(self.JOB, work, self._show, failed=self.fill_with)

    def _show(self, compared: _Compared) -> None:
        self.compared = compared
        if not self.is_mounted:
            return
        now = self.page.study.now()
        self.fill(changes_tab(compared.changes), 0)
        self.head.show(f"older text: {when(compared.changes.old.fetched, now)}")

    def hint(self) -> None:
        """What the keys do, and how much changed."""
        page = self.page
        older = len(self.compared.versions) > 2 if self.compared else False
        keys = (
            (page.key_of("open"), "to its place"),
            *(((f"{page.key_of('left')} {page.key_of('right')}", "older, newer"),) * older),
            ("esc", "close"),
        )
        self.status.show(keys, changes_count(self.compared.changes) if self.compared else "")

    def action_older(self, step: int) -> None:
        """Compare with an older text, or with a newer one."""
        many = len(self.compared.versions) if self.compared else 0
        back = max(1, min(many - 1, self._back + step))
        if back != self._back:
            self._back = back
            self._compare()

    def action_take(self) -> None:
        """Go to the place in the text."""
        row = self.lines.row
        if row is not None and row.spans:
            self.dismiss(row.spans[0])
        elif row is not None:
            self.status.say("That is not in the text any more.")
