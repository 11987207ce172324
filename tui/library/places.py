"""Where notes stand in the version of a text that is read now.

What a note was written on stays in its row for good. For every later text its place is found
once, from where it stood last, and kept beside it; a version that comes back finds it again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from tui.library.identity import storable
from tui.model import Anchor, Span
from tui.text.alike import folded


class _Base(NamedTuple):
    """An anchor, and the text version that it was made in, where that is known."""

    anchor: Anchor
    version: int | None


_UNSETTLED = """
    note.exact IS NOT NULL AND article.version IS NOT NULL
    AND note.text_version IS NOT article.version
    AND NOT EXISTS (SELECT 1 FROM note_place
        WHERE note = note.id AND text_version = article.version)
"""


def settle(connection: sqlite3.Connection, article: int) -> None:
    """Find every note of an article in its current text, deleted notes too: they may come back."""
    from tui.text import anchors  # with all that finds words again: the first screen finds none

    rows = connection.execute(
        "SELECT note.id, article.version FROM note JOIN article ON article.id = note.article"
        f" WHERE article.id = ? AND {_UNSETTLED}",
        (article,),
    ).fetchall()
    texts = _Texts(connection)
    for number, version in rows:
        text = texts.text(version)
        span = _found(connection, number, text, texts)
        place = anchors.anchor(text, *span) if span is not None else None
        put(connection, number, version, span, place)


def put(
    connection: sqlite3.Connection,
    number: int,
    version: int,
    span: Span | None,
    anchor: Anchor | None = None,
) -> None:
    """Keep where a note stands in a text version; with no span, that it stands nowhere there.

    Args:
        connection: In a transaction that writes.
        number: The note.
        version: The text version.
        span: Where the words stand.
        anchor: What is around them, if they should be searched for by it from now on.
    """
    start, end = span or (None, None)
    words: tuple[str | None, str | None, str | None] = (None, None, None)
    if anchor is not None:
        words = (storable(anchor.exact), storable(anchor.prefix), storable(anchor.suffix))
    connection.execute(
        'INSERT OR REPLACE INTO note_place (note, text_version, start, "end", exact, prefix,'
        " suffix) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, version, start, end, *words),
    )


def share(connection: sqlite3.Connection, number: int, other: int) -> None:
    """Have the note ``other`` stand where ``number`` does, in every version of the text."""
    connection.execute(
        'UPDATE note SET (text_version, exact, prefix, suffix, start, "end") ='
        ' (SELECT text_version, exact, prefix, suffix, start, "end" FROM note WHERE id = :number)'
        " WHERE id = :other AND EXISTS (SELECT 1 FROM note WHERE id = :number)",
        {"number": number, "other": other},
    )
    connection.execute(
        'INSERT OR REPLACE INTO note_place (note, text_version, start, "end", exact, prefix,'
        ' suffix) SELECT ?, text_version, start, "end", exact, prefix, suffix FROM note_place'
        " WHERE note = ?",
        (other, number),
    )


def settle_all(connection: sqlite3.Connection) -> None:
    """Find the notes of all articles whose place is not known yet, as in an older library."""
    rows = connection.execute(
        "SELECT DISTINCT article.id FROM note JOIN article ON article.id = note.article"
        f" WHERE {_UNSETTLED}"
    ).fetchall()
    for (article,) in rows:
        settle(connection, article)


def find(connection: sqlite3.Connection, number: int, version: int) -> Span | None:
    """Where a note stands in a text version for which that is not kept."""
    texts = _Texts(connection)
    return _found(connection, number, texts.text(version), texts)


def newest_anchor(connection: sqlite3.Connection, number: int) -> Anchor | None:
    """What a note is found by today: its words and surroundings where they stood last.

    Where a few of the words have changed there, they are those that were marked all the same.
    """
    bases = [base.anchor for base in _bases(connection, number)]
    if not bases or folded(bases[0].exact) == folded(bases[-1].exact):
        return bases[0] if bases else None
    return replace(bases[0], exact=bases[-1].exact)


class _Texts:
    """Texts of versions, each read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[int, str] = {}

    def text(self, version: int) -> str:
        """The text of a version; empty for one that is gone."""
        if version not in self._known:
            row = self._connection.execute(
                "SELECT text FROM text_version WHERE id = ?", (version,)
            ).fetchone()
            self._known[version] = row[0] if row else ""
        return self._known[version]


def _found(connection: sqlite3.Connection, number: int, text: str, texts: _Texts) -> Span | None:
    """The first place that one of the note's anchors leads to, the newest asked first."""
    from tui.text import anchors

    for base in _bases(connection, number):
        old = texts.text(base.version) if base.version is not None else ""
        span = anchors.locate(text, base.anchor, old or None)
        if span is not None:
            return span
    return None


def _bases(connection: sqlite3.Connection, number: int) -> Iterable[_Base]:
    rows = connection.execute(
        'SELECT exact, prefix, suffix, start, "end", text_version FROM note_place'
        " WHERE note = :note AND exact IS NOT NULL AND start IS NOT NULL"
        " AND text_version > coalesce((SELECT text_version FROM note WHERE id = :note), 0)"
        " ORDER BY text_version DESC",
        {"note": number},
    ).fetchall()
    rows += connection.execute(
        'SELECT exact, prefix, suffix, start, "end", text_version FROM note'
        " WHERE id = ? AND exact IS NOT NULL",
        (number,),
    ).fetchall()
    for *anchor, version in rows:
        yield _Base(Anchor(*anchor), version)
