"""Lists of articles: views, sorts, and pages that cost the same wherever they begin."""

from __future__ import annotations

import datetime
import json
import sqlite3
from array import array
from collections.abc import Iterable
from itertools import chain
from typing import Any, NamedTuple

from tui.library import sources
from tui.library.conditions import condition
from tui.library.words import Value
from tui.model import (
    Article,
    FactCounts,
    LibraryError,
    Sort,
    Source,
    State,
    View,
    reading_minutes,
)

_NOTED = "article.id IN (SELECT article FROM note WHERE deleted IS NULL)"
_VIEWS: dict[str, str] = {
    View.INBOX: "archived = 0",
    # The plus keeps SQLite from gathering all unread ones and sorting them for every page.
    View.UNREAD: "archived = 0 AND +unread = 1",
    View.STARRED: "starred = 1",
    View.ARCHIVE: "archived = 1",
    View.ALL: "1",
    View.NOTES: _NOTED,
}
_SORTS: dict[str, tuple[str, str]] = {
    Sort.ADDED: ("seq", "DESC"),
    Sort.PUBLISHED: ("published_key", "DESC"),
    Sort.TITLE: ("title_key", "ASC"),
    Sort.LENGTH: ("words", "DESC"),
    Sort.UNREAD: ("unread", "DESC"),
}

_ROW = """
    SELECT article.id, title, byline, site, url, published, added, language, words,
        unread, starred, archived, position, source, extractor, quotations, figures
    FROM article LEFT JOIN facts ON facts.version = article.version
    WHERE article.id IN (SELECT value FROM json_each(?)) AND deleted IS NULL
"""
_TAGS = """
    SELECT article, name FROM article_tag JOIN tag ON tag.id = tag
    WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, key
"""


class Key(NamedTuple):
    """Where an article stands in a sort; a page begins after one."""

    value: str | int
    seq: int


def ids(
    connection: sqlite3.Connection, view: str, sort: str, query: str, now: datetime.datetime
) -> array[int]:
    """The ids of a view in order."""
    where, values = _where(view, query, now)
    column, direction = _sort(sort)
    cursor = connection.execute(
        f"SELECT id FROM article WHERE {where} ORDER BY {_order(column, direction)}", values
    )
    return array("q", chain.from_iterable(cursor))


def rows(connection: sqlite3.Connection, wanted: Iterable[int]) -> list[Article]:
    """The articles with these ids, in this order; those that are not there are left out."""
    order = list(wanted)
    chosen = json.dumps(order)
    tags: dict[int, list[str]] = {}
    for article, name in connection.execute(_TAGS, (chosen,)):
        tags.setdefault(article, []).append(name)
    named = sources.named(connection, chosen)
    found = {
        row[0]: _article(row, tuple(tags.get(row[0], ())), named.get(row[0], ()))
        for row in connection.execute(_ROW, (chosen,))
    }
    return [found[article] for article in order if article in found]


def page(
    connection: sqlite3.Connection,
    view: str,
    sort: str,
    query: str,
    after: Key | None,
    limit: int,
    now: datetime.datetime,
) -> list[Article]:
    """The next ``limit`` articles of a view."""
    where, values = _where(view, query, now)
    column, direction = _sort(sort)
    bounds = [*values]
    if after is not None:
        sign = "<" if direction == "DESC" else ">"
        if column == "seq":
            where += f" AND seq {sign} ?"
            bounds.append(after.seq)
        else:
            where += f" AND ({column}, seq) {sign} (?, ?)"
            bounds += [after.value, after.seq]
    cursor = connection.execute(
        f"SELECT id FROM article WHERE {where} ORDER BY {_order(column, direction)} LIMIT ?",
        [*bounds, max(limit, 0)],
    )
    return rows(connection, chain.from_iterable(cursor))


def key(connection: sqlite3.Connection, article: int, sort: str) -> Key:
    """Where an article stands in a sort, even if it was deleted meanwhile."""
    column, _ = _sort(sort)
    row = connection.execute(f"SELECT {column}, seq FROM article WHERE id = ?", (article,))
    found = row.fetchone()
    if found is None:
        raise LibraryError(f"There is no article {article}.")
    return Key(*found)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many articles each view holds."""
    marks = connection.execute(
        "SELECT coalesce(sum(archived = 0), 0), coalesce(sum(archived = 0 AND unread = 1), 0),"
        " coalesce(sum(starred), 0), coalesce(sum(archived), 0), count(*)"
        " FROM article WHERE deleted IS NULL"
    ).fetchone()
    noted = connection.execute(
        f"SELECT count(*) FROM article WHERE deleted IS NULL AND {_NOTED}"
    ).fetchone()
    return dict(zip(View, (*marks, *noted), strict=True))


def ever_held_anything(connection: sqlite3.Connection) -> bool:
    """Whether there ever was an article, even if it was deleted."""
    row = connection.execute("SELECT EXISTS (SELECT 1 FROM article)").fetchone()
    return bool(row[0])


def count(
    connection: sqlite3.Connection, view: str, query: str, now: datetime.datetime, most: int
) -> int:
    """How many articles of a view a query finds; counting ends at ``most``."""
    where, values = _where(view, query, now)
    sql = f"SELECT count(*) FROM (SELECT 1 FROM article WHERE {where} LIMIT ?)"
    return int(connection.execute(sql, [*values, most]).fetchone()[0])


def _where(view: str, query: str, now: datetime.datetime) -> tuple[str, list[Value]]:
    if view not in _VIEWS:
        raise LibraryError(f"There is no view {view!r}; the views are {', '.join(View)}.")
    where, values = condition(query, now)
    return f"deleted IS NULL AND {_VIEWS[view]} AND {where}", values


def _sort(sort: str) -> tuple[str, str]:
    if sort not in _SORTS:
        raise LibraryError(f"There is no sort {sort!r}; the sorts are {', '.join(Sort)}.")
    return _SORTS[sort]


def _order(column: str, direction: str) -> str:
    return f"seq {direction}" if column == "seq" else f"{column} {direction}, seq {direction}"


def _article(row: tuple[Any, ...], tags: tuple[str, ...], sources: tuple[Source, ...]) -> Article:
    (number, title, byline, site, url, published, added, language, words, *rest) = row
    (unread, starred, archived, position, source, extractor, quotations, figures) = rest
    return Article(
        id=number,
        title=title,
        byline=byline,
        site=site,
        url=url,
        published=published,
        added=added,
        language=language,
        words=words,
        minutes=reading_minutes(words),
        state=State(not unread, bool(starred), bool(archived), position),
        tags=tags,
        source=source,
        extractor=extractor,
        facts=None if quotations is None else FactCounts(quotations, figures),
        sources=sources or (Source(source, url, added),),
    )
