"""Whoever waits for long work: told what is being done, and free to stop it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tui.model import Cancelled

Progress = Callable[[str], None]
"""Told in a few words what is being done."""
Stopped = Callable[[], bool]
"""Asked again and again whether nobody waits any more."""

_STEPS = 20_000
"""Steps of SQLite's machine between two questions whether anybody still waits."""


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
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled("The search was given up.") from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
