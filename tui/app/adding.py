"""An import under way: it goes on while one reads, and can be stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.jobs import Stopped
from tui.desk import AddProgress, AddReport
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


class Adding:
    """Adds sources in a worker; box and status line look at it.

    Attributes:
        progress: How far it is.
        report: What came of it, once it has ended.
        started: When it began, on the monotonic clock.
    """

    def __init__(self, page: FrontPage) -> None:
        self.page = page
        self.progress: AddProgress | None = None
        self.report: AddReport | None = None
        self.started = 0.0
        self.running = False
        self._stop = threading.Event()

    def start(self, source: str, *, pasted: bool = False) -> None:
        """Begin with a path, or with pasted text."""
        if self.running:
            return
        self.progress, self.report, self.running = None, None, True
        self.started = time.monotonic()
        self._stop.clear()
        desk = self.page.desk

        def work(stopped: Stopped) -> AddReport:
            if pasted:
                return desk.add_text(source)
            return desk.add([source], progress=self._note, cancelled=self._stop.is_set)

        self.page.jobs.read("add", work, self._ended, failed=self._failed)

    def _note(self, progress: AddProgress) -> None:
        """Called in the worker: only an assignment, the screen looks when it has time."""
        self.progress = progress

    def stop(self) -> None:
        """Stop before the next file; what is in stays."""
        self._stop.set()

    @property
    def speed(self) -> float:
        """Files a second so far."""
        elapsed = time.monotonic() - self.started
        return self.progress.done / elapsed if self.progress and elapsed > 0 else 0.0

    @property
    def place(self) -> str:
        """For the status line: ``adding 412 of 1,000``."""
        if self.progress is None:
            return "adding"
        total = f" of {self.progress.total:,}" if self.progress.total else ""
        return f"adding {self.progress.done:,}{total}"

    def _failed(self, reason: str) -> None:
        self.running = False
        self.page.say(reason, error=True)
        self.page.refresh_chrome()

    def _ended(self, report: AddReport) -> None:
        self.running, self.report = False, report
        first = (*report.added, *report.known)
        shelf = self.page.shelf
        if first and (shelf.saved or shelf.view not in ("inbox", "all", "unread")):
            shelf.look_at("inbox")
        stand_on = first[0] if len(first) == 1 else None
        shelf.query = ""
        shelf.reload(stand_on=stand_on, done=self._shown(stand_on))
        self.page.say(
            told(report, self.page.key_of("undo")), error=bool(report.failures) and not first
        )

    def _shown(self, article: int | None) -> Callable[[], None]:
        def shown() -> None:
            self.page.browsing.list_shown()
            if article is not None:
                self.page.study.open(article)

        return shown


def told(report: AddReport, undo: str) -> str:
    """What came of it, in one sentence; ``undo`` is the key that takes it back."""
    if len(report.failures) == 1 and not report.added and not report.known:
        return report.failures[0].reason
    parts = []
    if report.added:
        parts.append(f"{counted(len(report.added), 'article')} added")
    if report.known:
        parts.append(f"{len(report.known):,} already here")
    if report.failures:
        parts.append(f"{len(report.failures):,} could not be read")
    text = ", ".join(parts) or "Nothing added"
    stopped = " Stopped." if report.stopped else ""
    undoing = f" {undo} takes them out again." if len(report.added) > 1 else ""
    return f"{text}.{stopped}{undoing}"
