"""Work that takes long: a terminal shows that it goes on, and an interrupt ends it cleanly."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from tui.cli.output import Output
from tui.cli.progress import ProgressLine
from tui.model import Cancelled

_TICK = 0.1
"""Seconds between two looks at the work."""

T = TypeVar("T")


class LongWork:
    """What is being done and since when; and whether it is to stop."""

    def __init__(self) -> None:
        self._line = ProgressLine()
        self._doing = ("", 0.0)
        self._interrupted = False

    def doing(self, words: str) -> None:
        """Something else is done now."""
        self._doing = words, time.monotonic()

    def stopped(self) -> bool:
        """Whether there was an interrupt."""
        return self._interrupted

    def interrupt(self, number: int, frame: FrameType | None) -> None:
        """Ask the work to stop."""
        self._interrupted = True

    def watch(self, work: Future[T]) -> None:
        """Show what is done until it is done."""
        while not wait([work], _TICK).done:
            words, since = self._doing
            if words:
                self._line.show(f"{words} · {time.monotonic() - since:.0f} s")
        self._line.clear()


def long_work(out: Output, left: str, work: Callable[[LongWork], T]) -> T:
    """Do work that tells what it does and asks whether to stop.

    It has a thread of its own: this one hears of an interrupt only between two statements of
    Python, and one of SQLite may take minutes.

    Args:
        out: Told of an interrupt,
        left: with what it leaves behind.
        work: What is to be done.
    """
    at = LongWork()
    with _interrupts(at), ThreadPoolExecutor(1) as thread:
        done = thread.submit(work, at)
        at.watch(done)
    try:
        return done.result()
    except Cancelled:
        out.complain(f"Stopped: {left}")
        raise KeyboardInterrupt from None


@contextmanager
def _interrupts(work: LongWork) -> Iterator[None]:
    """Have interrupts ask the work; where whoever started the program ignores them, none does."""
    before = signal.getsignal(signal.SIGINT)
    if (
        before is not signal.default_int_handler
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return
    signal.signal(signal.SIGINT, work.interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
