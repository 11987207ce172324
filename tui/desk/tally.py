"""What an import did: counted while it goes on, and told at its end."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.desk.portions import Portion
from tui.library import Added
from tui.library.faults import StorageFault
from tui.model import BroadsheetError, Draft, LibraryError
from tui.text.cleaning import clean_line

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class AddFailure:
    """A source that could not be read or taken in.

    Attributes:
        source: What it was called.
        reason: Why, in one sentence.
        at_fault: Whether the library was at fault, not the source.
    """

    source: str
    reason: str
    at_fault: bool = False


@dataclass(frozen=True)
class AddProgress:
    """How far an import is; ``total`` is None while the sources are still being counted."""

    done: int
    total: int | None
    added: int
    known: int
    failed: int
    source: str


@dataclass(frozen=True)
class AddReport:
    """What an import did.

    Attributes:
        added: The new articles.
        known: Those that were there already.
        named: Those of them that came from another source now than before.
        renewed: Those of them that have a new text now.
        unlike: Those of them that came with another text, which was not taken.
        failures: What could not be read.
        stopped: Whether it ended before the last source.
        ids: The added and the known ones, each once, in the order of the sources.
    """

    added: tuple[int, ...] = ()
    known: tuple[int, ...] = ()
    failures: tuple[AddFailure, ...] = ()
    stopped: bool = False
    ids: tuple[int, ...] = ()
    named: tuple[int, ...] = ()
    renewed: tuple[int, ...] = ()
    unlike: tuple[int, ...] = ()


def failure_of(source: str, error: Exception) -> AddFailure:
    """The failure of one source, written into the log too."""
    name = clean_line(source)
    if isinstance(error, BroadsheetError):
        _log.warning("%s: %s", name, error)
        return AddFailure(source, str(error), isinstance(error, StorageFault))
    _log.error("%s failed at something unforeseen", name, exc_info=error)
    return AddFailure(source, f"{name} could not be read: something unforeseen; the log says what.")


class Tally:
    """The count of an import that goes on.

    Attributes:
        stopped: Whether the library takes nothing more.
    """

    def __init__(self) -> None:
        self.stopped = False
        self._done = 0
        self._source = ""
        self._added: list[int] = []
        self._known: list[int] = []
        self._named: list[int] = []
        self._renewed: list[int] = []
        self._unlike: list[int] = []
        self._ids: list[int] = []
        self._failures: list[AddFailure] = []

    def take(self, portion: Portion, became: Iterator[Added | Exception]) -> None:
        """Count a portion; ``became`` has what became of each of its drafts."""
        for source, made in portion.made:
            result = next(became) if isinstance(made, Draft) else made
            self._count(source, result)
            # What the library cannot take now it will not take a moment later.
            if isinstance(made, Draft) and isinstance(result, LibraryError):
                self.stopped = True
                return

    def _count(self, source: str, result: Added | int | Exception) -> None:
        self._done += 1
        self._source = source
        if isinstance(result, Exception):
            self._failures.append(failure_of(source, result))
            return
        answer = Added(result, fresh=False) if isinstance(result, int) else result
        self._ids.append(answer.id)
        (self._added if answer.fresh else self._known).append(answer.id)
        if answer.named:
            self._named.append(answer.id)
        if answer.renewed:
            self._renewed.append(answer.id)
        if answer.unlike:
            self._unlike.append(answer.id)

    def said(self, what: str) -> str:
        """What was done, in words that suit undoing it."""
        for ids, done in ((self._added, "added"), (self._renewed, "renewed")):
            if ids:
                return f"{_counted(_once(ids), what)} {done}"
        return f"{_counted(_once(self._known), what)} added again"

    def progress(self, total: int) -> AddProgress:
        """How far it is."""
        counts = (len(self._added), len(self._known), len(self._failures))
        return AddProgress(self._done, total, *counts, self._source)

    def report(self, total: int) -> AddReport:
        """What came of it."""
        return AddReport(
            tuple(self._added),
            tuple(self._known),
            tuple(self._failures),
            self.stopped or self._done < total,
            _once(self._ids),
            _once(self._named),
            _once(self._renewed),
            _once(self._unlike),
        )


def _once(ids: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(ids))


def _counted(ids: Sequence[int], what: str) -> str:
    return f"{len(ids)} {what if len(ids) != 1 else what.removesuffix('s')}"
