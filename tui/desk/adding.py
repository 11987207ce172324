"""Getting articles in: from sources to drafts, from drafts into the library, and the report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from tui.desk.places import expanded, is_folder
from tui.desk.portions import Portion, committed
from tui.desk.tally import AddProgress, AddReport, Tally
from tui.library import Library
from tui.model import Draft, SourceError

STDIN = "-"
STDIN_NAME = "standard input"
SAMPLE_SOURCE = "sample: "
"""How the source of a shipped article begins, so that it can be told from the reader's own."""

Job = tuple[str, Callable[[], Draft]]
"""The name of a source, and what makes its draft when it is its turn."""

Errand = tuple[str, Callable[[], Draft | int]]
"""A job, or what finds the id of an article that the library holds already."""


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
    if not is_folder(source):
        yield source, partial(draft_of_file, source, encoding)
        return
    empty = True
    unlisted: list[Job] = []
    for inside in walk(
        expanded(source),
        lambda folder, error: unlisted.append((str(folder), partial(fail, error))),
    ):
        if cancelled():
            return
        empty = False
        yield str(inside), partial(draft_of_file, inside, encoding)
    yield from unlisted
    if empty and not unlisted:
        raise SourceError(f"{source} holds no file that could be an article.")


def fail(error: Exception) -> Draft:
    """Fail as was found out before, now that it is the source's turn."""
    raise error


def add_all(
    library: Library,
    jobs: Sequence[Errand],
    what: str,
    tags: Sequence[str],
    again: bool,
    progress: Callable[[AddProgress], None] | None,
    cancelled: Callable[[], bool],
) -> AddReport:
    """Add what the jobs make, as one batch that says how many ``what`` were added.

    They are committed in portions, and nothing is told of one before it is committed.
    """
    if not jobs:
        return AddReport()
    tally = Tally()
    # Of many nobody knows before how many it will be, nor when one that is killed ends.
    many = len(jobs) > 1
    with library.batch(f"{what.capitalize()} added" if many else "") as batch:
        try:
            for portion in _portions(jobs, cancelled):
                tally.take(portion, committed(library, portion.drafts, tags, again, batch))
                if progress is not None:
                    progress(tally.progress(len(jobs)))
                if tally.stopped:
                    break
        finally:
            if many:
                batch.said = tally.said(what)
    return tally.report(len(jobs))


def _portions(jobs: Sequence[Errand], cancelled: Callable[[], bool]) -> Iterator[Portion]:
    """What the jobs make, until somebody stops it."""
    portion = Portion()
    for source, draft in jobs:
        if cancelled():
            break
        try:
            portion.put(source, draft())
        # A folder is not given up for what one of its files brings about.
        except Exception as error:
            portion.put(source, error)
        if portion.full:
            yield portion
            portion = Portion()
    if portion.made:
        yield portion


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
