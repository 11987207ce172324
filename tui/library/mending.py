"""What a recovered library gets besides the rows that were read.

An article's row is made again from its text and from the indexes, which hold its marks as well;
a note's from its words. What hangs on rows that are gone goes, and the keys and indexes that the
program makes from texts are made anew.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import suppress

from tui.library import versions
from tui.library.identity import text_hash
from tui.library.index import index_new, index_notes
from tui.library.shapes import load_body
from tui.library.store import now
from tui.library.tables import quoted
from tui.library.waiting import Stopped, heed, patient
from tui.model import LibraryError

_LOST = "The text of this article was lost when the file was damaged."
_LOST_NOTE = "A note stood here; its words were lost when the file was damaged."
_ByArticle = dict[int, tuple[object, ...]]

_NUL = "\0"
_PORTION = 500
"""Articles whose words are indexed at once."""
_WORDLESS = """
    SELECT id, version, created, exact IS NULL FROM note WHERE NOT EXISTS (
        SELECT 1 FROM note_version AS words
        WHERE words.note = note.id AND words.version = note.version
    )
"""
_NEWEST = "(SELECT max(id) FROM text_version WHERE article = {article})"


def mend(
    source: sqlite3.Connection, fresh: sqlite3.Connection, stopped: Stopped = patient
) -> dict[str, int]:
    """Put together what other tables tell; how many rows of which table those are.

    Raises:
        Cancelled: If ``stopped`` says that nobody waits for it any more.
    """
    tags = _mend_tags(source, fresh)
    articles = _mend_articles(source, fresh)
    _mend_texts(fresh, stopped)
    _end_notes(fresh)
    notes = _mend_notes(source, fresh)
    words = _mend_words(source, fresh)
    return {"article": articles, "note": notes, "note_version": words, "tag": tags}


def _mend_tags(source: sqlite3.Connection, fresh: sqlite3.Connection) -> int:
    """A tag whose row is gone is called by its key, which has no capitals and no accents."""
    mended = 0
    with suppress(sqlite3.DatabaseError):
        sql = "SELECT id, key FROM tag INDEXED BY sqlite_autoindex_tag_1"
        for number, key in source.execute(sql).fetchall():
            mended += fresh.execute(
                "INSERT OR IGNORE INTO tag (id, name, key) VALUES (?, ?, ?)", (number, key, key)
            ).rowcount
    return mended


def make_anew(fresh: sqlite3.Connection, stopped: Stopped = patient) -> None:
    """Make what stands in no table of the reader's: keys of sorting, the index of words.

    Raises:
        Cancelled: If ``stopped`` says that nobody waits for it any more.
    """
    fresh.execute("UPDATE article SET indexed = NULL")
    fresh.execute("UPDATE note SET uid = lower(hex(randomblob(8))) WHERE uid IS NULL")
    articles = [article for (article,) in fresh.execute("SELECT id FROM article").fetchall()]
    for start in range(0, len(articles), _PORTION):
        portion = articles[start : start + _PORTION]
        index_new(fresh, portion)
        for article in portion:
            heed(stopped)
            versions.adopt(fresh, article)
    index_notes(fresh, [note for (note,) in fresh.execute("SELECT id FROM note").fetchall()])


def keep_numbers(source: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    """Numbers that were given out, for rows that are lost too, are not given out again."""
    with suppress(sqlite3.DatabaseError):
        for name, last in source.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
            there = fresh.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (name,))
            before = there.fetchone()
            fresh.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            fresh.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)",
                (name, max(last, before[0] if before else 0)),
            )


def drop_orphans(fresh: sqlite3.Connection) -> dict[str, int]:
    """Remove rows that belong to rows that are gone; how many of which table."""
    dropped: Counter[str] = Counter()
    while orphans := fresh.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_ in orphans:
            if rowid is None:
                break
            fresh.execute(f"DELETE FROM {quoted(table)} WHERE rowid = ?", (rowid,))
            dropped[table] += 1
        for table in {row[0] for row in orphans if row[1] is None}:
            dropped[table] += _drop_unnumbered(fresh, table)
    return dict(dropped)


def _drop_unnumbered(fresh: sqlite3.Connection, table: str) -> int:
    """The same for a table whose rows have no numbers."""
    count = 0
    for row in fresh.execute(f"PRAGMA foreign_key_list({quoted(table)})").fetchall():
        parent, own, other = quoted(row[2]), quoted(row[3]), quoted(row[4])
        count += fresh.execute(
            f"DELETE FROM {quoted(table)} WHERE {own} IS NOT NULL"
            f" AND {own} NOT IN (SELECT {other} FROM {parent})"
        ).rowcount
    return count


def _mend_articles(source: sqlite3.Connection, fresh: sqlite3.Connection) -> int:
    gone = fresh.execute(
        "SELECT DISTINCT article FROM text_version"
        " WHERE article NOT IN (SELECT id FROM article) ORDER BY article"
    ).fetchall()
    marks, addresses = _told_by_indexes(source) if gone else ({}, {})
    for (article,) in gone:
        seq, unread, starred, archived = marks.get(article, (_next(fresh), 1, 0, 0))
        (address,) = addresses.get(article, (None,))
        fresh.execute(
            "INSERT INTO article (id, seq, added, unread, starred, archived, url, canonical_url)"
            " VALUES (?, ?, (SELECT min(fetched) FROM text_version WHERE article = ?),"
            " ?, ?, ?, ?, ?)",
            (article, seq, article, unread, starred, archived, address, address),
        )
    fresh.execute(
        f"UPDATE article SET version = {_NEWEST.format(article='article.id')}"
        " WHERE version IS NULL OR version NOT IN (SELECT id FROM text_version)"
    )
    return len(gone)


def _told_by_indexes(source: sqlite3.Connection) -> tuple[_ByArticle, _ByArticle]:
    """Order and marks of every article, and the addresses."""
    return (
        _indexed(source, "article_added", "id, seq, unread, starred, archived", "deleted"),
        _indexed(source, "article_url", "id, canonical_url", "canonical_url"),
    )


def _indexed(source: sqlite3.Connection, index: str, columns: str, about: str) -> _ByArticle:
    """What an index of ``article`` says of articles; it needs no row of theirs."""
    null = "IS NULL" if about == "deleted" else "IS NOT NULL"
    with suppress(sqlite3.DatabaseError):
        rows = source.execute(
            f"SELECT {columns} FROM article INDEXED BY {index} WHERE {about} {null}"
        ).fetchall()
        return {row[0]: tuple(row[1:]) for row in rows}
    return {}


def _next(fresh: sqlite3.Connection) -> int:
    return int(fresh.execute("SELECT coalesce(max(seq), 0) + 1 FROM article").fetchone()[0])


def _mend_texts(fresh: sqlite3.Connection, stopped: Stopped) -> None:
    """An article without a text says so; a text that lost some of its letters is shown plain."""
    rows = fresh.execute(
        "SELECT id, title, language, source FROM article WHERE version IS NULL"
        " AND (deleted IS NULL OR hash <> '')"
    ).fetchall()
    for article, title, language, source in rows:
        text = f"{title}\n\n{_LOST}"
        version = fresh.execute(
            "INSERT INTO text_version (article, fetched, hash, title, language, words, source,"
            " extractor, text, blocks, links) VALUES (?, ?, ?, ?, ?, 0, ?, '', ?, '[]', '[]')",
            (article, now(), text_hash(text), title, language, source, text),
        ).lastrowid
        fresh.execute("UPDATE article SET version = ? WHERE id = ?", (version, article))
    _make_plain(fresh, stopped)


def _make_plain(fresh: sqlite3.Connection, stopped: Stopped) -> None:
    """A text that is not the one that was kept has no blocks or links that would fit it."""
    numbers = [row[0] for row in fresh.execute("SELECT id FROM text_version").fetchall()]
    for number in numbers:
        heed(stopped)
        kept, text, blocks, links = fresh.execute(
            "SELECT hash, text, blocks, links FROM text_version WHERE id = ?", (number,)
        ).fetchone()
        try:
            load_body(text, blocks, links)
            harmed = text_hash(text) != kept
        except LibraryError:
            harmed = True
        if harmed:
            text = text.replace("\0", "\ufffd")
            fresh.execute(
                "UPDATE text_version SET text = ?, hash = ?, blocks = '[]', links = '[]'"
                " WHERE id = ?",
                (text, text_hash(text), number),
            )


def _end_notes(fresh: sqlite3.Connection) -> None:
    """End a note where a page of it is empty now; SQLite reads NUL there, which no note has."""
    rows = fresh.execute(
        "SELECT note, version, text FROM note_version WHERE instr(CAST(text AS BLOB), x'00')"
    ).fetchall()
    fresh.executemany(
        "UPDATE note_version SET text = ? WHERE note = ? AND version = ?",
        [(f"{text.partition(_NUL)[0]}\ufffd", note, version) for note, version, text in rows],
    )


def _mend_notes(source: sqlite3.Connection, fresh: sqlite3.Connection) -> int:
    """A note whose place is gone is kept as one on its article, if that is still known."""
    gone = fresh.execute(
        "SELECT note, max(version), min(saved) FROM note_version"
        " WHERE note NOT IN (SELECT id FROM note) GROUP BY note"
    ).fetchall()
    homes: dict[int, int] = {}
    names: dict[int, str] = {}
    with suppress(sqlite3.DatabaseError):
        homes = dict(
            source.execute(
                "SELECT id, article FROM note INDEXED BY note_article WHERE deleted IS NULL"
            ).fetchall()
        )
    with suppress(sqlite3.DatabaseError):
        # By what files call a note they find it again.
        names = dict(
            source.execute(
                "SELECT id, uid FROM note INDEXED BY note_uid WHERE uid IS NOT NULL"
            ).fetchall()
        )
    mended = 0
    for note, version, saved in gone:
        if note in homes:
            fresh.execute(
                "INSERT INTO note (id, article, created, version, uid)"
                " VALUES (?, ?, ?, ?, coalesce(?, lower(hex(randomblob(8)))))",
                (note, homes[note], saved, version, names.get(note)),
            )
            mended += 1
    return mended


def _mend_words(source: sqlite3.Connection, fresh: sqlite3.Connection) -> int:
    """A note without its current words gets those of the index, else the newest that are left."""
    indexed: dict[int, str] = {}
    with suppress(sqlite3.DatabaseError):
        indexed = dict(source.execute("SELECT rowid, text FROM note_index").fetchall())
    mended = 0
    for note, version, created, on_article in fresh.execute(_WORDLESS).fetchall():
        newest = fresh.execute(
            "SELECT max(version) FROM note_version WHERE note = ?", (note,)
        ).fetchone()[0]
        words = indexed.get(note, "")
        if words.strip():
            mended += 1
        elif newest is not None:
            fresh.execute("UPDATE note SET version = ? WHERE id = ?", (newest, note))
            continue
        elif on_article:
            words = _LOST_NOTE
        fresh.execute(
            "INSERT INTO note_version (note, version, saved, text) VALUES (?, ?, ?, ?)",
            (note, version, created, words),
        )
    return mended
