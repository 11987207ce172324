"""The index of words: kept in step with texts and notes, and how it is asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from tui.text.letters import plain
from tui.text.passages import Wanted, words_of
from tui.text.unspaced import runs

_WORDS = """
    SELECT article.id, plain(text_version.title), plain(text_version.text),
        pairs(text_version.title || char(10) || text_version.text)
    FROM article JOIN text_version ON text_version.id = article.{version} WHERE {which}
"""
_NEW = "article.id IN (SELECT value FROM json_each(?)) AND indexed IS NULL"
_FORGET = (
    "INSERT INTO text_index (text_index, rowid, title, text, pairs) SELECT 'delete', * FROM ("
    + _WORDS.format(version="indexed", which="article.id = ?")
    + ")"
)
_INDEX, _INDEX_NEW = (
    "INSERT INTO text_index (rowid, title, text, pairs) "
    + _WORDS.format(version="version", which=which)
    for which in ("article.id = ?", _NEW)
)


def index_text(connection: sqlite3.Connection, article: int) -> None:
    """Have the index hold the words of the article's current text, and of no other."""
    stale = connection.execute(
        "SELECT indexed FROM article WHERE id = ? AND indexed IS NOT version", (article,)
    ).fetchone()
    if stale is None:
        return
    if stale[0] is not None:
        connection.execute(_FORGET, (article,))
    connection.execute(_INDEX, (article,))
    connection.execute("UPDATE article SET indexed = version WHERE id = ?", (article,))


def index_new(connection: sqlite3.Connection, articles: Sequence[int]) -> None:
    """Have the index hold the words of those articles that it has not seen yet.

    All at once: FTS5 writes out what it has gathered whenever a statement in between may fail
    half way, and a segment for every article costs four times as much as the words do.
    """
    chosen = json.dumps(articles)
    connection.execute(_INDEX_NEW, (chosen,))
    connection.execute(f"UPDATE article SET indexed = version WHERE {_NEW}", (chosen,))


def index_notes(connection: sqlite3.Connection, notes: Iterable[int]) -> None:
    """Have the index hold the words of the notes as they are now, and what they are on."""
    for note in notes:
        connection.execute("DELETE FROM note_index WHERE rowid = ?", (note,))
        connection.execute(
            "INSERT INTO note_index (rowid, text, exact, pairs)"
            " SELECT note.id, plain(note_version.text), plain(coalesce(exact, '')),"
            " pairs(note_version.text || char(10) || coalesce(exact, ''))"
            " FROM note JOIN note_version ON note_version.note = note.id"
            " AND note_version.version = note.version WHERE note.id = ?",
            (note,),
        )


def expression(wanted: Iterable[Wanted]) -> str:
    """What FTS5 is asked for; empty where nothing is wanted that has a letter or a digit.

    Everything stands in quotation marks, so that no word is taken for an operator.
    """
    return " AND ".join(part for each in wanted for part in _phrases(each))


def _phrases(wanted: Wanted) -> list[str]:
    """A phrase for the spaced words, and one for every run of characters without blanks."""
    phrases = [_pairs(run) for run in runs(wanted.words)]
    words = words_of(plain(wanted.words))
    if words:
        phrases.append(f'"{" ".join(words)}"' + (" *" if wanted.prefix else ""))
    return phrases


def _pairs(run: str) -> str:
    """A run's neighbours; a character by itself begins a pair or is the last of a run."""
    if len(run) == 1:
        return f'pairs : "{run}" *'
    return 'pairs : "' + " ".join(run[index : index + 2] for index in range(len(run) - 1)) + '"'
