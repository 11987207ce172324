"""What a reader types to find notes, as a condition in SQL.

The language is that of :mod:`tui.library.query`. Words are looked for in the note, in the words
it is on, and in title, byline and site of its article. ``tag:`` is a tag of the article or a
``#tag`` in the note, ``has:highlight`` and ``has:note`` are the note's own, ``is:lost`` is one
whose words are not in the text any more; the other fields are about its article.
"""

from __future__ import annotations

import datetime
import sqlite3

from tui.library.conditions import narrowing, problems_of, tagged
from tui.library.index import expression
from tui.library.query import Term, left_out, terms
from tui.library.words import Sql
from tui.text.passages import Wanted

_LOST = (
    "(note.exact IS NOT NULL AND note.text_version IS NOT article.version"
    " AND note_place.note IS NOT NULL AND note_place.start IS NULL)"
)
_HAS_TAG = "(instr(note_version.text, '#') AND has_tag(note_version.text, ?))"
_AMONG = "note.id IN (SELECT rowid FROM note_index WHERE note_index MATCH ?)"
_OWN = {
    ("is", "lost"): _LOST,
    ("has", "highlight"): "note.exact IS NOT NULL",
    ("has", "note"): "note_version.text <> ''",
    ("has", "tag"): _HAS_TAG.replace("?", "NULL"),
}


def condition(query: str, now: datetime.datetime) -> Sql:
    """A condition on ``note``, ``note_version``, ``note_place`` and ``article``, and its values.

    ``now`` has a zone: what ``newer:2w`` counts from.
    """
    parts = ["1"]
    values: list[str | int] = []
    for term in terms(query):
        sql, more = _condition(term, now)
        parts.append(sql if term.wanted else f"NOT ({sql})")
        values += more
    return " AND ".join(parts), values


def problems(query: str, now: datetime.datetime, connection: sqlite3.Connection) -> list[str]:
    """What is not understood, or not in the library, a sentence each."""
    found = problems_of(_of_articles(query), now, connection)
    return [*found, *filter(None, [left_out(query)])]


def mistakes(query: str, now: datetime.datetime) -> list[str]:
    """What says nothing, whatever the library holds; a sentence each."""
    return problems_of(_of_articles(query), now)


def _of_articles(query: str) -> list[Term]:
    """The terms that are understood as they are in a query for articles."""
    return [term for term in terms(query) if not _is_own(term)]


def _is_own(term: Term) -> bool:
    return term.field == "tag" or (term.field, term.folded.removesuffix("s")) in _OWN


def _condition(term: Term, now: datetime.datetime) -> Sql:
    own = _OWN.get((term.field, term.folded.removesuffix("s")))
    if own is not None:
        return own, []
    if term.field == "tag":
        return _tag(term)
    if term.field:
        # Asked without its minus, which the caller puts before it.
        return narrowing(f'{term.field}:"{term.value}"', now)
    if term.value.startswith("#") and len(term.value) > 1:
        return _tag(term._replace(value=term.value.removeprefix("#")))
    return _words(term)


def _tag(term: Term) -> Sql:
    """A tag; the index of words says in which notes it may be."""
    article, values = tagged(term)
    phrase = expression([Wanted(term.folded)])
    if not phrase:
        return f"({_HAS_TAG} OR {article})", [term.folded, *values]
    return f"({_AMONG} AND {_HAS_TAG} OR {article})", [phrase, term.folded, *values]


def _words(term: Term) -> Sql:
    # What is typed may be the beginning of a word.
    phrase = expression([Wanted(term.value, term.prefix or not term.exact)])
    if not phrase:
        return "instr(note_version.text, ?)", [term.value]
    return f"({_AMONG} OR instr(article.find_key, ?))", [phrase, term.named]
