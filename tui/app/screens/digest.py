"""The digest of the selected articles, each line a link to its place."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType

from tui.app.jobs import Stopped
from tui.app.screens.overlay import SheetHead, command_key
from tui.app.screens.telling import Telling
from tui.app.tabs.digest import digest_tab, digest_text
from tui.desk import Opened
from tui.model import Cancelled, Digest, Span
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_PATIENCE = 0.5
"""Seconds after which it is said how far the work is."""


class Place(NamedTuple):
    """A sentence of an article."""

    article: int
    span: Span


class DigestScreen(Telling[Place]):
    """What several articles say, nothing twice; Enter opens a line's article at its place."""

    JOB = "digest"
    BINDINGS: ClassVar[list[BindingType]] = [
        command_key("longer", "resize(1)"),
        command_key("shorter", "resize(-1)"),
        command_key("gist", "close"),
        command_key("copy", "copy"),
    ]

    def __init__(self, page: FrontPage, ids: Sequence[int]) -> None:
        super().__init__(page)
        self.ids = list(ids)
        self.head = SheetHead(f"DIGEST {page.glyphs.dot} {counted(len(ids), 'article')}")
        self.sentences = max(page.dial.sentences, len(self.ids))
        self.opened: list[Opened] = []
        self.digest: Digest | None = None
        self._since = time.monotonic()

    def on_mount(self) -> None:
        """Begin to read."""
        super().on_mount()
        self.set_interval(0.1, self._look)
        self._make()

    # Making it

    def _make(self) -> None:
        from tui.summarize import Budget

        desk, dial, known = self.page.desk, self.page.dial, self.opened
        method, lean, budget = dial.method, dial.lean, Budget(sentences=self.sentences)
        self._since = time.monotonic()

        def work(stopped: Stopped) -> Digest:
            for article in self.ids[len(known) :]:
                if stopped():
                    raise Cancelled
                known.append(desk.open(article))
            return desk.digest(known, method, budget, lean, stopped)

        self.page.jobs.read(self.JOB, work, self._show, failed=self._say_why)

    def _look(self) -> None:
        """Say how far it is, once that takes long."""
        if self.digest is None and time.monotonic() - self._since > _PATIENCE:
            self.head.show(f"reading {len(self.opened):,} of {len(self.ids):,}")

    def _say_why(self, reason: str) -> None:
        self.head.show("")
        self.fill_with(reason)

    def _show(self, digest: Digest) -> None:
        self.digest = digest
        self.head.show("")
        self.fill(digest_tab(self.opened, digest, self.page.dial.name_of(digest.method)))

    def hint(self) -> None:
        """What the keys do, and on which line the cursor stands."""
        page = self.page
        keys = (
            (page.key_of("open"), "to its place"),
            (f"{page.key_of('longer')} {page.key_of('shorter')}", "longer, shorter"),
            (page.key_of("copy"), "copy"),
            ("esc", "close"),
        )
        many = len(self.digest.lines) if self.digest else 0
        self.status.show(keys, f"{self.lines.current + 1:,} of {many:,}" if many else "")

    # What the keys do

    def action_resize(self, step: int) -> None:
        """A sentence more or less."""
        self.status.say("")
        if self.digest is None:
            return
        if step > 0 and len(self.digest.lines) < self.sentences:
            self.status.say("There is no more to choose without saying something twice.")
            return
        self.sentences = max(1, self.sentences + step)
        self._make()

    def action_copy(self) -> None:
        """Put the digest on the clipboard as text, with titles."""
        if self.digest is not None:
            self.app.copy_to_clipboard(digest_text(self.opened, self.digest))
            self.status.say(f"Copied: {counted(len(self.digest.lines), 'sentence')}.")

    def action_take(self) -> None:
        """Go to the sentence in its article."""
        if self.digest is not None:
            line = self.digest.lines[self.lines.current]
            span = Span(line.line.start, line.line.end)
            self.dismiss(Place(self.ids[line.source], span))
