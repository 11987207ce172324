"""Whoever waits for long work: told what is being done, and free to stop it."""

from __future__ import annotations

from collections.abc import Callable

from tui.model import Cancelled

Progress = Callable[[str], None]
"""Told in a few words what is being done."""
Stopped = Callable[[], bool]
"""Asked again and again whether nobody waits any more."""


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
