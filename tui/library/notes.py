"""Notes and highlights: every version is kept, a deleted one can come back."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from tui.library import graves, note_query, places, versions
from tui.library.identity import fold, storable
from tui.library.index import index_notes
from tui.library.journal import Recorder
from tui.library.store import now
from tui.model import Anchor, LibraryError, Note, Span
from tui.text.note_files import same_text
from tui.text.tags import tags_in

_FROM = """
    FROM note
    JOIN note_version ON note_version.note = note.id AND note_version.version = note.version
    JOIN article ON article.id = note.article
    LEFT JOIN note_place ON note_place.note = note.id
        AND note_place.text_version = article.version
    WHERE note.deleted IS NULL AND article.deleted IS NULL
"""
_NOTE = f"""
    SELECT note.id, note.article, note_version.text, note.created, note_version.saved,
        note.exact, note.prefix, note.suffix, note.start, note."end",
        note.text_version, article.version,
        note_place.note, note_place.start, note_place."end"
    {_FROM}
"""


class NoteVersion(NamedTuple):
    """A wording of a note.

    ``number`` counts from 1; ``saved`` is ISO 8601 in UTC; ``current`` is the one that is read,
    ``deleted`` the one that would be, were the note or its article not deleted.
    """

    number: int
    saved: str
    text: str
    current: bool
    deleted: bool = False


def add(
    recorder: Recorder,
    article: int,
    text: str,
    anchor: Anchor | None,
    uid: str | None = None,
    created: str | None = None,
) -> Note:
    """Write a note on a place, or with no anchor the article's own.

    Args:
        recorder: Of the change.
        article: Its id.
        text: What the note says.
        anchor: Made in the current text, or elsewhere: then it is looked for.
        uid: What the note is called in a file that it comes from.
        created: When it was first written, where that was not now.

    Raises:
        LibraryError: If there is no such article, or nothing is written and no place marked.
    """
    connection = recorder.connection
    version = versions.current(connection, article)
    if anchor is None:
        _refuse_empty(text)
    moment = now()
    place: tuple[str | int | None, ...] = (None,) * 5
    if anchor is not None:
        words = (storable(anchor.exact), storable(anchor.prefix), storable(anchor.suffix))
        place = (*words, anchor.start, anchor.end)
    cursor = connection.execute(
        "INSERT INTO note (article, created, deleted, version, text_version, exact, prefix,"
        ' suffix, start, "end", uid)'
        " VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, coalesce(?, lower(hex(randomblob(8)))))",
        # Undoing leaves it as it is at this moment: deleted.
        (article, created or moment, moment, _origin(connection, version, anchor), *place, uid),
    )
    number = cursor.lastrowid or 0
    _append(connection, number, 1, text, moment)
    recorder.record("note.deleted", [number], "Note added" if text.strip() else "Highlight added")
    connection.execute("UPDATE note SET deleted = NULL WHERE id = ?", (number,))
    index_notes(connection, [number])
    places.settle(connection, article)
    graves.tend(connection)
    return note(connection, number)


def _origin(connection: sqlite3.Connection, version: int, anchor: Anchor | None) -> int | None:
    """The text version that an anchor was made in: the current one, if its words stand there."""
    if anchor is None:
        return version
    stands = connection.execute(
        "SELECT 1 FROM text_version WHERE id = ? AND substr(text, ? + 1, ?) = ?",
        (version, anchor.start, len(anchor.exact), storable(anchor.exact)),
    ).fetchone()
    return version if stands is not None else None


def edit(recorder: Recorder, number: int, text: str) -> Note:
    """Write a note anew, as its next version.

    Raises:
        LibraryError: If there is no such note, or a note on no place would be emptied.
    """
    connection = recorder.connection
    before = note(connection, number)
    if before.text == storable(text):
        return before
    if before.anchor is None:
        _refuse_empty(text)
    recorder.record("note.version", [number], "Note edited")
    version = connection.execute(
        "SELECT max(version) + 1 FROM note_version WHERE note = ?", (number,)
    ).fetchone()[0]
    _append(connection, number, version, text, now())
    connection.execute("UPDATE note SET version = ? WHERE id = ?", (version, number))
    index_notes(connection, [number])
    graves.tend(connection)
    return note(connection, number)


def keep(recorder: Recorder, before: Note, text: str) -> Note:
    """Write anew a note that was ``before`` when its writing began.

    Where it says something else by now, or was deleted, that stays as it is, and ``text`` becomes
    a note of its own on the same place. Emptied, it leaves nothing to keep then: ``before`` comes
    back as it was.

    Raises:
        LibraryError: If there is no such article, or a note on no place would be emptied.
    """
    here = next(iter(rows(recorder.connection, [before.id])), None)
    if here is not None and same_text(here.text, before.text):
        return edit(recorder, before.id, text)
    if here is not None and same_text(here.text, text):
        return here
    if before.id and not text.strip():
        return before
    added = add(recorder, before.article, text, before.anchor)
    places.share(recorder.connection, before.id, added.id)
    return note(recorder.connection, added.id)


def delete(recorder: Recorder, number: int) -> None:
    """Put a tombstone on a note; its versions stay.

    Raises:
        LibraryError: If there is no such note.
    """
    kind = "Note" if note(recorder.connection, number).text.strip() else "Highlight"
    recorder.record("note.deleted", [number], f"{kind} deleted")
    recorder.connection.execute("UPDATE note SET deleted = ? WHERE id = ?", (now(), number))
    graves.tend(recorder.connection)


def restore(recorder: Recorder, number: int) -> None:
    """Take the tombstone off a note."""
    recorder.record("note.deleted", [number], "Note brought back")
    recorder.connection.execute("UPDATE note SET deleted = NULL WHERE id = ?", (number,))


def place(connection: sqlite3.Connection, number: int, span: Span) -> None:
    """Say where a note stands in the current text; what surrounds it there means nothing."""
    version = connection.execute(
        "SELECT article.version FROM note JOIN article ON article.id = note.article"
        " WHERE note.id = ?",
        (number,),
    ).fetchone()
    if version is not None:
        connection.execute("UPDATE note SET text_version = NULL WHERE id = ?", (number,))
        places.put(connection, number, int(version[0]), span)


def note(connection: sqlite3.Connection, number: int) -> Note:
    """The note with this id.

    Raises:
        LibraryError: If there is none, or it or its article was deleted.
    """
    found = rows(connection, [number])
    if not found:
        raise LibraryError(f"There is no note {number}.")
    return found[0]


def notes(
    connection: sqlite3.Connection, article: int | None, query: str, now: datetime
) -> list[Note]:
    """An article's notes, its own first, then by place; or all notes, the newest first."""
    condition, values = note_query.condition(query, now)
    if article is None:
        cursor = connection.execute(f"{_NOTE} AND {condition} ORDER BY note.id DESC", values)
        return [_note(connection, row) for row in cursor]
    cursor = connection.execute(f"{_NOTE} AND {condition} AND note.article = ?", [*values, article])
    return sorted((_note(connection, row) for row in cursor), key=_in_text)


def ids(connection: sqlite3.Connection, query: str, now: datetime) -> array[int]:
    """The notes that a query finds, the newest first."""
    condition, values = note_query.condition(query, now)
    cursor = connection.execute(
        f"SELECT note.id {_FROM} AND {condition} ORDER BY note.id DESC", values
    )
    return array("q", (row[0] for row in cursor))


def rows(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Note]:
    """The notes with these ids, in this order; those that are not there are left out."""
    cursor = connection.execute(
        f"{_NOTE} AND note.id IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),)
    )
    found = {row[0]: _note(connection, row) for row in cursor}
    return [found[number] for number in numbers if number in found]


def history(connection: sqlite3.Connection, number: int) -> list[NoteVersion]:
    """Every wording of a note, a deleted one's too, the newest first.

    Raises:
        LibraryError: If there never was such a note, or it went for good.
    """
    found = connection.execute(
        "SELECT note_version.version, saved, text, note_version.version = note.version,"
        " note.deleted IS NOT NULL OR article.deleted IS NOT NULL"
        " FROM note_version JOIN note ON note.id = note_version.note"
        " JOIN article ON article.id = note.article WHERE note.id = ?"
        " ORDER BY note_version.version DESC",
        (number,),
    ).fetchall()
    if not found:
        raise LibraryError(f"There is no note {number}.")
    return [
        NoteVersion(version, saved, text, bool(last and not gone), bool(last and gone))
        for version, saved, text, last, gone in found
    ]


def tags(connection: sqlite3.Connection) -> dict[str, int]:
    """The tags written in notes, each as it is spelled most, and how many notes have it."""
    counts: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for (text,) in connection.execute(
        f"SELECT note_version.text {_FROM} AND instr(note_version.text, '#')"
    ):
        names = {fold(name): name for name in tags_in(text)}
        counts.update(names.keys())
        for key, name in names.items():
            spelled.setdefault(key, Counter())[name] += 1
    return {spelled[key].most_common(1)[0][0]: count for key, count in counts.most_common()}


def _append(
    connection: sqlite3.Connection, number: int, version: int, text: str, moment: str
) -> None:
    connection.execute(
        "INSERT INTO note_version (note, version, saved, text) VALUES (?, ?, ?, ?)",
        (number, version, moment, storable(text)),
    )


def _refuse_empty(text: str) -> None:
    if not text.strip():
        raise LibraryError("An empty note was not kept; to be rid of a note, delete it.")


def _note(connection: sqlite3.Connection, row: tuple[Any, ...]) -> Note:
    number, article, text, created, saved, exact = row[:6]
    anchor = None if exact is None else _anchor(connection, row)
    return Note(number, article, text, created, saved, anchor)


def _anchor(connection: sqlite3.Connection, row: tuple[Any, ...]) -> Anchor:
    """The anchor with its words as they were marked, where they stand in the current text."""
    number = row[0]
    exact, prefix, suffix, start, end, origin, version, settled, start_now, end_now = row[5:]
    if origin == version:
        return Anchor(exact, prefix, suffix, start, end)
    if settled is None:
        start_now, end_now = places.find(connection, number, version) or (None, None)
    if start_now is None:
        return Anchor(exact, prefix, suffix, start, end, found=False)
    return Anchor(exact, prefix, suffix, start_now, end_now)


def _in_text(note: Note) -> tuple[bool, int, int]:
    """The article's own note first, then by place."""
    return (note.anchor is not None, note.anchor.start if note.anchor else 0, note.id)
