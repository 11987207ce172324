"""Portions of an import: drafts that are committed together, for one by one it takes far longer.

A portion is small enough for the reader's own writes to wait behind one without noticing, and is
closed often enough for whoever watches the import to see it move.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence

from tui.library import Added, Batch, Library
from tui.model import Draft

ARTICLES = 64
"""So many drafts are committed together at most,"""
CODE_POINTS = 400_000
"""and so much text, unless a single article has more."""
SECONDS = 0.25
"""How long after the last commit the next one is due, however little there is to commit."""

Made = Draft | int | Exception
"""What became of a source: a draft, the article that it was known to be, or why it failed."""

_log = logging.getLogger(__name__)


class Portion:
    """What the sources since the last commit became, in their order.

    Attributes:
        made: Each source's name and what it became.
    """

    def __init__(self, seconds: float | None = None) -> None:
        """Begin one that is due after so many seconds; None: SECONDS."""
        self.made: list[tuple[str, Made]] = []
        self._drafts = 0
        self._code_points = 0
        self._due = time.monotonic() + (SECONDS if seconds is None else seconds)

    def put(self, source: str, made: Made) -> None:
        """Have one more."""
        self.made.append((source, made))
        if isinstance(made, Draft):
            self._drafts += 1
            self._code_points += len(made.body.text)

    @property
    def full(self) -> bool:
        """Whether it is time to commit it."""
        return (
            self._drafts >= ARTICLES
            or self._code_points >= CODE_POINTS
            or time.monotonic() >= self._due
        )

    @property
    def drafts(self) -> list[Draft]:
        """What is to be committed."""
        return [made for _, made in self.made if isinstance(made, Draft)]


def committed(
    library: Library, drafts: Sequence[Draft], tags: Sequence[str], again: bool, batch: Batch
) -> Iterator[Added | Exception]:
    """What became of each draft, in their order, each said only once it is committed.

    All at once; if that fails, one by one, so that only what cannot be taken is not.
    """
    try:
        at_once = library.add_all(drafts, tags=tags, again=again, batch=batch) if drafts else []
    except Exception as error:
        _log.warning("%d articles were not taken at once: %s", len(drafts), error)
        yield from _one_by_one(library, drafts, tags, again, batch)
    else:
        yield from at_once


def _one_by_one(
    library: Library, drafts: Sequence[Draft], tags: Sequence[str], again: bool, batch: Batch
) -> Iterator[Added | Exception]:
    for draft in drafts:
        try:
            yield library.add(draft, tags=tags, again=again, batch=batch)
        except Exception as error:
            yield error
