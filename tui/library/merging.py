"""Taking a copy of notes and states into a library that is there.

No words in it are overwritten; marks and tags that the copy has are set again, and counted.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import NamedTuple

from tui.library import notes, states, versions
from tui.library.identity import storable
from tui.library.index import index_notes
from tui.library.journal import Batch, Recorder
from tui.library.merging_rest import keep_filings, keep_queries
from tui.library.store import Store, now
from tui.library.tables import columns, quoted
from tui.library.waiting import Stopped, heed, patient

Value = str | int | float | bytes | None
Row = dict[str, Value]

_SAID = "Backup restored"
_PLACE = ("created", "exact", "start", "end")
_REVIVE = "UPDATE note SET deleted = NULL, grave = NULL WHERE id = ?"
_MARKS = "SELECT id, starred, archived, unread, position FROM article WHERE deleted IS NULL"
_PORTION = 1000
"""Articles that are marked at once."""
_OWN = frozenset({"id", "seq", "version", "deleted", "indexed"})
"""Columns that a row gets anew where it is put."""


class Merged(NamedTuple):
    """What came back.

    Attributes:
        notes: Notes and highlights that the library did not have, or had in other words.
        articles: Articles that it did not have and that bear a note, with their texts, or that
            had been deleted since.
        waiting: Articles of which only the states are known: those come back with the text.
        queries: Saved queries that it did not have.
        marks: Stars, tags and the like that its articles did not have, or no longer.
    """

    notes: int
    articles: int
    waiting: int
    queries: int
    marks: int = 0


def take_back(library: Path, backup: Path, stopped: Stopped = patient) -> Merged:
    """Merge a copy of notes and states into the library at ``library``, one step to undo.

    Raises:
        Cancelled: If ``stopped`` says that nobody waits for it any more; likewise.
        LibraryError: If one of the two cannot be opened; the library is as it was then.
    """
    store = Store(library)
    try:
        with store.reading_another(backup) as copy, store.writing(durable=True) as connection:
            return merge(Recorder(connection, Batch(_SAID)), copy, stopped)
    finally:
        store.close()


def merge(recorder: Recorder, backup: sqlite3.Connection, stopped: Stopped = patient) -> Merged:
    """Bring the notes, marks, tags and saved queries of a copy into the library, one step to undo.

    An article is known by its address or its text. A mark that either side has is set, tags are
    united. A note that was deleted since comes back; where both sides have a note in different
    words the library's are kept, and the copy's are among its earlier versions.
    """
    backup.row_factory = _as_dict
    known: dict[int, int] = {}
    articles = waiting = set_again = 0
    for row in backup.execute("SELECT * FROM article WHERE deleted IS NULL ORDER BY seq"):
        heed(stopped)
        number = _int(row["id"])
        found = _find(recorder.connection, row)
        if found is None:
            found = _insert(recorder, row, _text(backup, number, row))
            if found is None:
                waiting += _await(recorder, backup, row)
                continue
            articles += 1
        known[number] = found
    marks = backup.execute(_MARKS)
    while rows := marks.fetchmany(_PORTION):
        heed(stopped)
        there = [(known[_int(row["id"])], row) for row in rows if row["id"] in known]
        articles += _revive(recorder, [article for article, _ in there])
        set_again += _mark(recorder, backup, there)
    kept = [
        _keep_note(recorder, backup, row, known[_int(row["article"])])
        for row in backup.execute("SELECT * FROM note WHERE deleted IS NULL ORDER BY id")
        if _int(row["article"]) in known
    ]
    keep_filings(recorder.connection, backup, known)
    return Merged(sum(kept), articles, waiting, keep_queries(recorder, backup), set_again)


def _as_dict(cursor: sqlite3.Cursor, row: tuple[Value, ...]) -> Row:
    return {name[0]: value for name, value in zip(cursor.description, row, strict=True)}


def _int(value: Value) -> int:
    assert isinstance(value, int)
    return value


def _find(connection: sqlite3.Connection, row: Row) -> int | None:
    """The article of the library that is the same, rather one that is not deleted."""
    for column in ("canonical_url", "hash"):
        if row[column]:
            found = connection.execute(
                f"SELECT id FROM article WHERE {column} = ? AND version IS NOT NULL"
                " ORDER BY deleted IS NOT NULL, seq DESC LIMIT 1",
                (row[column],),
            ).fetchone()
            if found is not None:
                return int(found[0])
    return None


def _text(backup: sqlite3.Connection, article: int, row: Row) -> Row | None:
    found: Row | None = backup.execute(
        "SELECT * FROM text_version WHERE article = ? ORDER BY id = ? DESC, id DESC LIMIT 1",
        (article, row["version"]),
    ).fetchone()
    return found


def _insert(recorder: Recorder, row: Row, text: Row | None) -> int | None:
    """Put an article in with its text; without one there is nothing to read."""
    if text is None:
        return None
    article = _insert_row(recorder.connection, row)
    recorder.record("deleted", [article], _SAID)
    version = _put(recorder.connection, "text_version", _fresh(text, article=article))
    recorder.connection.execute(
        "UPDATE article SET deleted = NULL, version = ? WHERE id = ?", (version, article)
    )
    versions.adopt(recorder.connection, article)
    return article


def _await(recorder: Recorder, backup: sqlite3.Connection, row: Row) -> bool:
    """Keep star and tags of an article for when it is added again, as of a deleted one."""
    connection = recorder.connection
    tags = _tags(backup, _int(row["id"]))
    if not (row["starred"] or tags) or _is_awaited(connection, row):
        return False
    article = _insert_row(connection, row)
    connection.execute("UPDATE article SET deleted = NULL WHERE id = ?", (article,))
    states.tag(recorder, [article], tags, [])
    connection.execute("UPDATE article SET deleted = ? WHERE id = ?", (now(), article))
    return True


def _is_awaited(connection: sqlite3.Connection, row: Row) -> bool:
    found = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM article WHERE version IS NULL"
        " AND (canonical_url = ? OR (hash = ? AND hash <> '')))",
        (row["canonical_url"], row["hash"]),
    ).fetchone()
    return bool(found[0])


def _insert_row(connection: sqlite3.Connection, row: Row) -> int:
    """The row of an article, for now as if it had been deleted, so that undo leaves it so."""
    newest = connection.execute("SELECT coalesce(max(seq), 0) FROM article").fetchone()[0]
    return _put(connection, "article", _fresh(row, seq=int(newest) + 1, deleted=now()))


def _fresh(row: Row, **changes: Value) -> Row:
    """A row without what it gets anew where it is put."""
    return {**{name: value for name, value in row.items() if name not in _OWN}, **changes}


def _put(connection: sqlite3.Connection, table: str, row: Row) -> int:
    """Insert what this version's table has columns for; the new row's number."""
    names = [name for name in columns(connection, table) if name in row]
    listed = ", ".join(map(quoted, names))
    cursor = connection.execute(
        f"INSERT INTO {quoted(table)} ({listed}) VALUES ({', '.join('?' * len(names))})",
        [row[name] for name in names],
    )
    return cursor.lastrowid or 0


def _revive(recorder: Recorder, articles: list[int]) -> int:
    """Take those back that were deleted; how many those were."""
    gone = _deleted(recorder.connection, articles)
    recorder.record("deleted", gone, _SAID)
    recorder.connection.executemany(
        "UPDATE article SET deleted = NULL WHERE id = ?", [(article,) for article in gone]
    )
    return len(gone)


def _mark(recorder: Recorder, backup: sqlite3.Connection, there: list[tuple[int, Row]]) -> int:
    """Set the marks, tags and places that the copy has, of articles with their rows there.

    Returns:
        How many marks and tags were not set.
    """
    count = 0
    for column, value in (("starred", True), ("archived", True), ("unread", False)):
        ids = [article for article, row in there if bool(row[column]) is value]
        count += states.mark(recorder, column, ids, value)
    tagged: dict[str, list[int]] = {}
    for article, row in there:
        for name in _tags(backup, _int(row["id"])):
            tagged.setdefault(name, []).append(article)
    for name, ids in tagged.items():
        count += states.tag(recorder, ids, [name], [])
    recorder.connection.executemany(
        "UPDATE article SET position = ? WHERE id = ? AND position = 0",
        [(row["position"], article) for article, row in there if row["position"]],
    )
    return count


def _deleted(connection: sqlite3.Connection, ids: list[int]) -> list[int]:
    rows = connection.execute(
        "SELECT id FROM article WHERE deleted IS NOT NULL"
        " AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return [number for (number,) in rows]


def _tags(backup: sqlite3.Connection, article: int) -> list[str]:
    rows = backup.execute(
        "SELECT name FROM tag WHERE id IN (SELECT tag FROM article_tag WHERE article = ?)",
        (article,),
    )
    return [str(row["name"]) for row in rows]


def _keep_note(recorder: Recorder, backup: sqlite3.Connection, row: Row, article: int) -> bool:
    """Have the library hold a note of the copy; whether that changed anything."""
    wordings: list[Row] = backup.execute(
        "SELECT * FROM note_version WHERE note = ? ORDER BY version", (row["id"],)
    ).fetchall()
    current = next((w for w in wordings if w["version"] == row["version"]), None)
    if current is None:
        return False
    there = _same_note(recorder.connection, row, article, str(current["text"]))
    if there is None:
        _insert_note(recorder, row, wordings, article)
        return True
    number, deleted = there
    if deleted is not None:
        recorder.record("note.deleted", [number], _SAID)
        recorder.connection.execute(_REVIVE, (number,))
    return _keep_wording(recorder, number, str(current["text"])) or deleted is not None


def _same_note(
    connection: sqlite3.Connection, row: Row, article: int, text: str
) -> tuple[int, str | None] | None:
    """The library's note that a copy's is, and when it was deleted.

    Many notes may be of one second and one place: without a common name only the words tell.
    """
    uid = row.get("uid")
    found: tuple[int, str | None] | None = connection.execute(
        "SELECT id, deleted FROM note WHERE uid = ? OR (article = ? AND created = ?"
        ' AND exact IS ? AND start IS ? AND "end" IS ? AND (? IS NULL OR EXISTS (SELECT 1'
        " FROM note_version AS w WHERE w.note = note.id AND w.version = note.version"
        " AND w.text = ?))) ORDER BY uid IS NOT ? LIMIT 1",
        (uid, article, *(row[n] for n in _PLACE), uid, text, uid),
    ).fetchone()
    return found


def _insert_note(recorder: Recorder, row: Row, wordings: list[Row], article: int) -> None:
    connection = recorder.connection
    version = versions.current(connection, article)
    places: Row = {"article": article, "version": row["version"], "text_version": version}
    number = _put(connection, "note", _fresh(row, **places, deleted=now()))
    recorder.record("note.deleted", [number], _SAID)
    connection.execute(_REVIVE, (number,))
    connection.execute(
        "UPDATE note SET uid = coalesce(uid, lower(hex(randomblob(8)))) WHERE id = ?", (number,)
    )
    connection.executemany(
        "INSERT INTO note_version (note, version, saved, text) VALUES (?, ?, ?, ?)",
        [(number, w["version"], w["saved"], storable(str(w["text"]))) for w in wordings],
    )
    index_notes(connection, [number])


def _keep_wording(recorder: Recorder, number: int, text: str) -> bool:
    """Have ``text`` among the versions of a note whose current words stay as they are."""
    known = recorder.connection.execute(
        "SELECT EXISTS (SELECT 1 FROM note_version WHERE note = ? AND text = ?)", (number, text)
    ).fetchone()
    article_gone = recorder.connection.execute(
        "SELECT deleted FROM article WHERE id = (SELECT article FROM note WHERE id = ?)", (number,)
    ).fetchone()[0]
    if known[0] or article_gone is not None:
        return False
    before = notes.note(recorder.connection, number).text
    notes.edit(recorder, number, text)
    notes.edit(recorder, number, before)
    return True
