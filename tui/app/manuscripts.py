"""Notes on their way into the library: what it does not take is tried again until it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from tui.desk.editing import Writing
from tui.model import Note

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_SECONDS_TO_RETRY = 5.0


@dataclass(eq=False)
class Manuscript:
    """A note that is being written, or that was and is not in the library yet.

    Attributes:
        writing: What saves it.
        number: What the screen knows it by; below 0 until the library has given it one.
        text: What was handed over to be saved last; before that, what it began with.
        waits: Whether the library does not have that yet.
        failed: Whether it would not take it the last time.
    """

    writing: Writing
    number: int
    text: str
    waits: bool = False
    failed: bool = False

    @property
    def note(self) -> Note:
        """The note as it was written."""
        return replace(self.writing.note, id=self.number, text=self.text)


class Manuscripts:
    """Has notes saved in the order in which they were written.

    Args:
        page: The front page.
        kept: Told of one that the library has now, and what is to be said of it, if anything.
        failed: Told of one that it would not take.
    """

    def __init__(
        self,
        page: FrontPage,
        kept: Callable[[Manuscript, str | None], None],
        failed: Callable[[Manuscript], None],
    ) -> None:
        self._page = page
        self._tell_kept = kept
        self._tell_failed = failed
        self._waiting: list[Manuscript] = []
        self._numbers = count(-1, -1)
        self._timed = False
        self._said = ""

    @property
    def waiting(self) -> Sequence[Manuscript]:
        """Those whose last words are not in the library yet."""
        return tuple(self._waiting)

    def of(self, note: Note) -> Manuscript:
        """The manuscript of a note: the one that still waits, if there is one."""
        for manuscript in self._waiting:
            if manuscript.number == note.id:
                return manuscript
        number = note.id or next(self._numbers)
        return Manuscript(Writing(self._page.desk, note), number, note.text)

    def save(self, manuscript: Manuscript, text: str) -> None:
        """Have ``text`` saved, now or as soon as the library takes it."""
        manuscript.text, manuscript.waits = text, True
        if manuscript not in self._waiting:
            self._waiting.append(manuscript)
        self._hand_over(manuscript)

    def give_up(self, manuscript: Manuscript, then: Callable[[], None]) -> None:
        """Be rid of a note, however far it got; ``then`` is called in any case."""
        if manuscript in self._waiting:
            self._waiting.remove(manuscript)

        def failed(reason: str) -> None:
            self._page.say(reason, error=True)
            then()

        self._page.jobs.write(manuscript.writing.give_up, lambda _: then(), failed=failed)

    def try_again(self) -> None:
        """Hand over the next one that failed; when it is kept, the one after it follows."""
        failed = next((each for each in self._waiting if each.failed), None)
        if failed is not None:
            self._hand_over(failed)

    def _hand_over(self, manuscript: Manuscript) -> None:
        text = manuscript.text
        self._page.jobs.write(
            lambda: manuscript.writing.keep(text),
            lambda said: self._kept(manuscript, text, said),
            failed=lambda reason: self._failed(manuscript, text, reason),
        )

    def _kept(self, manuscript: Manuscript, text: str, said: str | None) -> None:
        if manuscript not in self._waiting:
            return
        if manuscript.text == text:
            self._waiting.remove(manuscript)
            manuscript.waits = manuscript.failed = False
        self._said = ""
        self._tell_kept(manuscript, said)
        self.try_again()

    def _failed(self, manuscript: Manuscript, text: str, reason: str) -> None:
        # Of newer words that were handed over meanwhile there is news in a moment.
        if manuscript not in self._waiting or manuscript.text != text:
            return
        if reason != self._said:
            self._said = reason
            self._page.say(reason, error=True)
        # At the end of the queue, so that one that always fails keeps no other one waiting.
        self._waiting.remove(manuscript)
        self._waiting.append(manuscript)
        manuscript.failed = True
        self._tell_failed(manuscript)
        if not self._timed:
            self._timed = True
            self._page.set_timer(_SECONDS_TO_RETRY, self._retry)

    def _retry(self) -> None:
        self._timed = False
        self.try_again()
