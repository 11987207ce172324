"""Getting articles in: from sources to drafts, from drafts into the library, and the report."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tui.library import Library
from tui.model import BroadsheetError, Draft, LibraryError, SourceError

STDIN = "-"
STDIN_NAME = "standard input"
SAMPLE_SOURCE = "sample: "
"""How the source of a shipped article begins, so that it can be told from the reader's own."""

Job = tuple[str, Callable[[], Draft]]
"""The name of a source, and what makes its draft when it is its turn."""


@dataclass(frozen=True)
class AddFailure:
    """A source that could not be read, and why, in one sentence."""

    source: str
    reason: str


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
    """What an import did. ``known`` are articles that were there already."""

    added: tuple[int, ...] = ()
    known: tuple[int, ...] = ()
    failures: tuple[AddFailure, ...] = ()
    stopped: bool = False


def never() -> bool:
    """The answer of somebody who does not stop a job."""
    return False


def jobs_of(
    source: str, encoding: str | None, cancelled: Callable[[], bool] = never
) -> Iterator[Job]:
    """The drafts that ``source`` stands for, each made only when it is asked for."""
    from tui.importers import draft_of_file, walk

    if source == STDIN:
        yield STDIN_NAME, partial(draft_of_stdin, encoding)
        return
    path = Path(os.path.expanduser(source))  # noqa: PTH111  # leaves "~nobody" as it is
    if not path.is_dir():
        yield source, partial(draft_of_file, source, encoding)
        return
    empty = True
    for inside in walk(path):
        if cancelled():
            return
        empty = False
        yield str(inside), partial(draft_of_file, inside, encoding)
    if empty:
        raise SourceError(f"{source} holds no file that could be an article.")


def add_all(
    library: Library,
    jobs: Sequence[Job],
    what: str,
    tags: Sequence[str],
    again: bool,
    progress: Callable[[AddProgress], None] | None,
    cancelled: Callable[[], bool],
) -> AddReport:
    """Add what the jobs make, as one batch that says how many ``what`` were added."""
    added: list[int] = []
    known: list[int] = []
    failures: list[AddFailure] = []
    stopped = False
    if not jobs:
        return AddReport()
    with library.batch() as batch:
        for done, (source, draft) in enumerate(jobs, 1):
            stopped = stopped or cancelled()
            if stopped:
                break
            try:
                answer = library.add(draft(), tags=tags, again=again, batch=batch)
                (added if answer.fresh else known).append(answer.id)
            except LibraryError as error:
                # What the library cannot take now it will not take a moment later.
                failures.append(AddFailure(source, str(error)))
                stopped = True
            except BroadsheetError as error:
                failures.append(AddFailure(source, str(error)))
            if progress is not None:
                counts = (len(added), len(known), len(failures))
                progress(AddProgress(done, len(jobs), *counts, source))
        # Nobody knew before how many it would be.
        if added:
            what = what if len(added) != 1 else what.removesuffix("s")
            batch.said = f"{len(added)} {what} added"
    return AddReport(tuple(added), tuple(known), tuple(failures), stopped)


def sample(path: Path) -> Draft:
    """The draft of a shipped article."""
    from tui.importers import draft_of_file

    return replace(draft_of_file(path), source=f"{SAMPLE_SOURCE}{path.name}")


def draft_of_stdin(encoding: str | None, url: str | None = None, kind: str | None = None) -> Draft:
    """The draft of what standard input holds."""
    from tui.importers import draft_of_bytes
    from tui.importers.drafts import LIMIT

    if sys.stdin is None:
        raise SourceError("Standard input is closed.")
    try:
        data = sys.stdin.buffer.read(LIMIT + 1)
    except OSError as error:
        raise SourceError("Standard input could not be read.") from error
    return draft_of_bytes(
        data, STDIN_NAME, source=STDIN_NAME, encoding=encoding, url=url, kind=kind
    )
