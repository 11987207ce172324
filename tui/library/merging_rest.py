"""What a copy of notes and states knows besides articles and notes, taken into a library.

Days of use are not among it: the library counts its own, by which its own deleted notes go.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator, Mapping

from tui.library import saved
from tui.library.identity import fold
from tui.library.journal import Recorder


def keep_queries(recorder: Recorder, backup: sqlite3.Connection) -> int:
    """Have the saved queries of a copy; how many the library did not have.

    Where it has another query by the same name, the copy's gets a name of its own.

    Args:
        recorder: Of the change.
        backup: The copy, whose rows are dictionaries.
    """
    return sum(
        _keep_query(recorder, str(row["name"]), str(row["query"]))
        for row in _rows(backup, "saved_query")
        if row["deleted"] is None
    )


def _keep_query(recorder: Recorder, name: str, query: str) -> bool:
    there = {fold(each.name): each.query for each in saved.saved(recorder.connection)}
    free = next(n for n in _names(name) if there.get(fold(n), query) == query)
    if fold(free) in there:
        return False
    saved.save(recorder, free, query)
    return True


def _names(name: str) -> Iterator[str]:
    yield name
    yield f"{name} (backup)"
    yield from (f"{name} (backup {number})" for number in itertools.count(2))


def keep_filings(
    connection: sqlite3.Connection, backup: sqlite3.Connection, known: Mapping[int, int]
) -> None:
    """Know again which files have the notes of articles, and what was written into them.

    Without that, a file of an earlier library's would be taken for somebody else's. What the
    library itself knows of a file stays.

    Args:
        connection: Of the library, in a transaction that writes.
        backup: The copy, whose rows are dictionaries.
        known: The library's number for each of the copy's articles.
    """
    for row in _rows(backup, "note_file"):
        number = row["article"]
        article = known.get(number) if isinstance(number, int) else None
        if article is None:
            continue
        # The names of the notes in the file are right; what of this library it shows is not known.
        notes, _, _ = str(row["stamp"]).partition("\n")
        connection.execute(
            "INSERT OR IGNORE INTO note_file"
            " (article, folder, name, hash, beside, beside_hash, stamp)"
            " SELECT :article, :folder, :name, :hash, :beside, :beside_hash, :stamp"
            " WHERE NOT EXISTS (SELECT 1 FROM note_file"
            " WHERE folder = :folder AND (name = :name OR beside = :name))",
            {**row, "article": article, "stamp": notes},
        )


def _rows(backup: sqlite3.Connection, table: str) -> list[dict[str, str | int | None]]:
    """The rows of a table; none where the copy is older than the table."""
    there = backup.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    return backup.execute(f"SELECT * FROM {table}").fetchall() if there else []
