"""Work that takes long: a terminal shows that it goes on, and an interrupt ends it cleanly."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from tui.cli.output import Output
from tui.cli.progress import ProgressLine
from tui.model import Cancelled


class LongWork:
    """What is being done and for how long; and whether it is to stop."""

    def __init__(self) -> None:
        self._line = ProgressLine()
        self._words = ""
        self._begun = time.monotonic()
        self._interrupted = False

    def doing(self, words: str) -> None:
        """Something else is done now."""
        self._words = words
        self._begun = time.monotonic()
        self._show()

    def stopped(self) -> bool:
        """Whether there was an interrupt. To be asked often: the line shows the seconds."""
        self._show()
        return self._interrupted

    def interrupt(self, number: int, frame: FrameType | None) -> None:
        """The first one asks the work to stop, the second one breaks it off."""
        if self._interrupted:
            raise KeyboardInterrupt
        self._interrupted = True

    def clear(self) -> None:
        """It is over."""
        self._line.clear()

    def _show(self) -> None:
        if self._words:
            self._line.show(f"{self._words} · {time.monotonic() - self._begun:.0f} s")


@contextmanager
def long_work(out: Output, left: str) -> Iterator[LongWork]:
    """Work that asks :meth:`LongWork.stopped`; ``left`` says what an interrupt leaves behind.

    An exception in the middle of one statement of SQLite would wait until its end, minutes
    perhaps; so the work is asked to stop, and undoes what it had begun.
    """
    work = LongWork()
    before = signal.getsignal(signal.SIGINT)
    # Ignored by whoever started the program, it stays so.
    heard = before is signal.default_int_handler and _in_main_thread()
    if heard:
        signal.signal(signal.SIGINT, work.interrupt)
    try:
        yield work
    except Cancelled:
        work.clear()
        out.complain(f"Stopped: {left}")
        raise KeyboardInterrupt from None
    finally:
        work.clear()
        if heard:
            with suppress(ValueError):
                signal.signal(signal.SIGINT, before)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
