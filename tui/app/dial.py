"""The gist of the open article as the reader sets it: lit or not, how long, by which method."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.geometry import Pane
from tui.app.jobs import Stopped
from tui.app.lectern import GistMode, Lectern, Moved
from tui.app.tabs.gist import Voices
from tui.app.tabs.rows import TabName
from tui.config import LEANS
from tui.desk import Opened
from tui.model import Gist, Span
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_REST = 0.8
"""Seconds without a key before the other methods are asked: loading them slows what is pressed
meanwhile."""

_MOST_HEARD = 400
"""Sentences up to which asking them takes less than a moment."""

_ROUND = (GistMode.OFF, GistMode.IN_PLACE, GistMode.GATHERED)


class Dial:
    """Has the gist made anew whenever something about it is set, and says what that moved.

    Attributes:
        method: How the gist is made.
        sentences: How many sentences it has.
        lean: From 1.0, what is told first, to 0.0, what the whole is about.
    """

    def __init__(self, page: FrontPage) -> None:
        self.page = page
        settings = page.desk.settings
        self.method = settings.method
        self.sentences = settings.gist_sentences
        self.lean = settings.lean
        self._asked = 0
        self._heard: Opened | None = None

    @property
    def lectern(self) -> Lectern:
        """The open article."""
        return self.page.study.lectern

    # What the reader sets

    def cycle(self) -> None:
        """In place, gathered, off."""
        lectern, study = self.lectern, self.page.study
        if lectern.opened is None:
            return
        if lectern.refusal and lectern.mode is GistMode.OFF:
            self.page.say(lectern.refusal, error=True)
            return
        was = lectern.mode
        lectern.mode = _ROUND[(_ROUND.index(was) + 1) % len(_ROUND)]
        lectern.current, lectern.place, lectern.sentence = None, None, None
        lectern.tab = TabName.GIST
        if GistMode.GATHERED in (was, lectern.mode):
            study.set_text()
        else:
            study.light()
        study.show_tab()
        self.page.refresh_chrome()
        self.hear()

    def resize(self, step: int) -> None:
        """A sentence more or less; lights the gist if it was off."""
        if not self._lit():
            return
        gist = self.lectern.gist
        if gist is not None and step > 0 and len(gist.lines) < self.sentences:
            self.page.say("There is no more to choose without saying something twice.")
            return
        most = max(1, len(self.lectern.sentences))
        self.sentences = max(1, min(most, self.sentences + step))
        self.make()

    def next_method(self) -> None:
        """Make the gist another way, and show what that moves."""
        from tui.summarize import LABELS, METHODS

        if not self._lit():
            return
        self.method = METHODS[(METHODS.index(self.method) + 1) % len(METHODS)]
        self._compare(LABELS[self.method])

    def next_lean(self) -> None:
        """From highlights over balanced to the gist of the whole, and show what that moves."""
        from tui.summarize import DEFAULT_METHOD, LABELS

        if not self._lit():
            return
        if self.method != DEFAULT_METHOD:
            name, own = LABELS[self.method], LABELS[DEFAULT_METHOD]
            only = f"{name} knows no highlights or gist; {{method}} goes on to {own}."
            self.page.say(self.page.keyed(only))
            return
        lower = [lean for lean in LEANS.values() if lean < self.lean]
        self.lean = lean = max(lower, default=max(LEANS.values()))
        self.page.jobs.write(lambda: self.page.desk.remember_setting("lean", lean))
        self._compare(lean_name(lean).capitalize())

    def name_of(self, method: str) -> str:
        """What a way of choosing is called: ``Broadsheet · balanced``."""
        from tui.summarize import DEFAULT_METHOD, LABELS

        own = method == DEFAULT_METHOD
        return f"{LABELS[method]} · {lean_name(self.lean)}" if own else LABELS[method]

    def _lit(self) -> bool:
        """Light the gist if it is off; False where no article is open."""
        if self.lectern.opened is None:
            return False
        if self.lectern.mode is GistMode.OFF:
            self.cycle()
        return True

    # Making it

    def make(self, told: Callable[[], None] | None = None) -> None:
        """Make the gist as it is set now; ``told`` is called once it is shown."""
        from tui.summarize import Budget

        self._hush()
        opened, desk = self.lectern.opened, self.page.desk
        method, lean = self.method, self.lean
        if opened is None:
            return
        budget = Budget(sentences=self.sentences)

        def show(gist: Gist) -> None:
            if self.lectern.opened is opened:
                self._take(gist, "")
                if told is not None:
                    told()

        def refuse(reason: str) -> None:
            if self.lectern.opened is opened:
                self._take(None, reason)

        self.page.jobs.read(
            "gist",
            lambda stopped: desk.gist(opened, method, budget, stopped, lean),
            show,
            failed=refuse,
        )

    def _compare(self, name: str) -> None:
        """Make the gist anew, and show which sentences came in and which went out by it."""
        before = self.lectern.gist_spans
        self.page.say(f"{name} …")

        def told() -> None:
            self.lectern.moved = moved = Moved.between(before, self.lectern.gist_spans)
            self.page.study.show_tab(keep_place=True)
            if moved:
                came, went = counted(len(moved.came), "sentence"), f"{len(moved.gone):,}"
                self.page.say(f"{name}: {came} came in (+), {went} went out.")
            else:
                self.page.say(f"{name}: the same sentences.")

        self.make(told)

    def _take(self, gist: Gist | None, refusal: str) -> None:
        lectern, study = self.lectern, self.page.study
        lectern.gist, lectern.refusal = gist, refusal
        lectern.moved, lectern.voices = None, None
        if lectern.mode is not GistMode.OFF:
            lectern.current = None
        if lectern.mode is GistMode.GATHERED:
            study.set_text()
        else:
            study.light()
        study.show_tab(keep_place=True)
        self.page.refresh_chrome()
        if refusal and lectern.mode is not GistMode.OFF:
            self.page.say(refusal, error=True)
        self.hear()

    # What other methods say

    def hear(self) -> None:
        """Have it counted how many methods chose each sentence, once a lit gist has rested.

        Only where it is shown, and in no text so long that the methods would take their time.
        """
        lectern = self.lectern
        shown = lectern.tab is TabName.GIST and Pane.PANEL in self.page.geometry.shown
        wanted = lectern.gist is not None and lectern.voices is None
        if not (shown and wanted) or lectern.mode is GistMode.OFF:
            return
        if len(lectern.sentences) > _MOST_HEARD:
            return
        self._asked += 1
        if self._heard is lectern.opened:  # its rankings are at hand
            self._count_voices()
        else:
            self._ask_at_rest(self._asked)

    def _ask_at_rest(self, number: int) -> None:
        """Ask once no key was pressed for a while, unless something else was asked since."""

        def ask() -> None:
            if number != self._asked:
                return
            if time.monotonic() - self.page.pressed < _REST:
                self._ask_at_rest(number)
            else:
                self._count_voices()

        self.page.set_timer(_REST, ask)

    def _count_voices(self) -> None:
        from tui.summarize import LABELS, Budget

        opened, desk = self.lectern.opened, self.page.desk
        lean, budget = self.lean, Budget(sentences=self.sentences)
        if opened is None:
            return

        def work(stopped: Stopped) -> Voices:
            found = desk.consensus(opened, budget, stopped, lean)
            counts = zip(opened.reading.sentences, found.counts, strict=True)
            methods = tuple(LABELS[method] for method in found.methods)
            return Voices(methods, {Span(s.start, s.end): count for s, count in counts})

        def show(voices: Voices) -> None:
            if self.lectern.opened is opened:
                self._heard, self.lectern.voices = opened, voices
                self.page.study.show_tab(keep_place=True)

        # Where it cannot be counted there is nothing to say that the gist itself does not.
        self.page.jobs.read("voices", work, show, failed=lambda reason: None)

    def _hush(self) -> None:
        """What was asked of the other methods is no longer wanted."""
        self._asked += 1
        self.page.jobs.drop("voices")


def lean_name(lean: float) -> str:
    """What a lean is called: its own name, or that of the nearest that has one."""
    return min(LEANS, key=lambda name: abs(LEANS[name] - lean))
