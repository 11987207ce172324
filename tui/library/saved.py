"""Queries that are kept by a name, to be looked at like a view."""

from __future__ import annotations

import sqlite3

from tui.library.identity import fold, storable
from tui.library.journal import Recorder
from tui.library.store import now
from tui.model import LibraryError, SavedQuery


def saved(connection: sqlite3.Connection) -> list[SavedQuery]:
    """All of them, by name."""
    rows = connection.execute("SELECT id, name, query FROM saved_query WHERE deleted IS NULL")
    return sorted((SavedQuery(*row) for row in rows), key=lambda each: fold(each.name))


def named(connection: sqlite3.Connection, name: str) -> SavedQuery:
    """The one of this name; case and accents do not count.

    Raises:
        LibraryError: If there is none.
    """
    for each in saved(connection):
        if fold(each.name) == fold(_name(name)):
            return each
    raise LibraryError(f"No query is saved as “{name}”.")


def save(recorder: Recorder, name: str, query: str) -> SavedQuery:
    """Keep a query; one that has the name already is given this query.

    Raises:
        LibraryError: If the name or the query is empty.
    """
    name, query = _name(name), " ".join(storable(query).split())
    if not name or not query:
        raise LibraryError("A saved query needs a name and a query.")
    connection = recorder.connection
    known = next((each for each in saved(connection) if fold(each.name) == fold(name)), None)
    if known is not None and known.query == query:
        return known
    if known is not None:
        recorder.record("saved.query", [known.id], f"Query “{known.name}” changed")
        connection.execute("UPDATE saved_query SET query = ? WHERE id = ?", (query, known.id))
        return SavedQuery(known.id, known.name, query)
    cursor = connection.execute(
        # Undoing leaves it as it is at this moment: deleted.
        "INSERT INTO saved_query (name, query, deleted) VALUES (?, ?, ?)",
        (name, query, now()),
    )
    number = cursor.lastrowid or 0
    recorder.record("saved.deleted", [number], f"Query “{name}” saved")
    connection.execute("UPDATE saved_query SET deleted = NULL WHERE id = ?", (number,))
    return SavedQuery(number, name, query)


def rename(recorder: Recorder, name: str, new: str) -> SavedQuery:
    """Call a saved query something else.

    Raises:
        LibraryError: If there is none of that name, or another one has the new name.
    """
    connection = recorder.connection
    known, new = named(connection, name), _name(new)
    if not new:
        raise LibraryError("A saved query needs a name.")
    if any(fold(each.name) == fold(new) and each.id != known.id for each in saved(connection)):
        raise LibraryError(f"Another query is saved as “{new}”.")
    if new != known.name:
        recorder.record("saved.name", [known.id], f"Query “{known.name}” renamed")
        connection.execute("UPDATE saved_query SET name = ? WHERE id = ?", (new, known.id))
    return SavedQuery(known.id, new, known.query)


def delete(recorder: Recorder, name: str) -> None:
    """Delete a saved query until undo brings it back.

    Raises:
        LibraryError: If there is none of that name.
    """
    known = named(recorder.connection, name)
    recorder.record("saved.deleted", [known.id], f"Query “{known.name}” deleted")
    recorder.connection.execute(
        "UPDATE saved_query SET deleted = ? WHERE id = ?", (now(), known.id)
    )


def _name(name: str) -> str:
    """On one line, without blanks around it."""
    shown = (char if char.isprintable() else " " for char in storable(name))
    return " ".join("".join(shown).split())
