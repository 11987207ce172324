"""Whoever waits for long work: told what is being done, and free to stop it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tui.library.faults import code
from tui.model import Cancelled

Progress = Callable[[str], None]
"""Told in a few words what is being done."""
Stopped = Callable[[], bool]
"""Asked again and again whether nobody waits any more."""

_STEPS = 20_000
"""Steps of SQLite's machine between two questions whether anybody still waits."""
_SECONDS = 0.05
"""The same on the clock, for :func:`stoppable`."""


def unheard(words: str) -> None:
    """The ear of somebody who does not want to know."""


def patient() -> bool:
    """The answer of somebody who waits to the end."""
    return False


def heed(stopped: Stopped) -> None:
    """Go on only if somebody still waits.

    Raises:
        Cancelled: If nobody does.
    """
    if stopped():
        raise Cancelled("That was stopped.")


@contextmanager
def interruptible(connection: sqlite3.Connection, stopped: Stopped) -> Iterator[None]:
    """Has SQLite stop in the middle of its work once nobody waits for it.

    Raises:
        Cancelled: If it was stopped.
    """
    connection.set_progress_handler(lambda: int(stopped()), _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if code(error) == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled("That was stopped.") from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def stoppable(connection: sqlite3.Connection, stopped: Stopped) -> Iterator[None]:
    """The same for long work, of which a single step may take minutes, as a check of pages does.

    ``stopped`` is asked by another thread, too.

    Raises:
        Cancelled: If it was stopped.
    """
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_SECONDS):
            if stopped():
                connection.interrupt()

    watcher = threading.Thread(target=watch, name="whether anybody waits", daemon=True)
    watcher.start()
    try:
        with interruptible(connection, stopped):
            yield
    finally:
        over.set()
        watcher.join()
