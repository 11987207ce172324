"""Where an article came from: every address and every file, though the article is one.

An article that came from one place alone has no row here: its own columns say where.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.library import identity
from tui.library.addresses import canonical_url
from tui.model import Draft, Source

if TYPE_CHECKING:
    from tui.library.journal import Recorder

ALL = (
    "(SELECT json_group_array(json_array(key, source, url, address, added))"
    " FROM (SELECT * FROM article_source WHERE article = article.id ORDER BY id))"
)
"""The rows of an article as one value, for the journal."""

_INSERT = (
    "INSERT OR IGNORE INTO article_source (article, key, source, url, address, added)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)


def name(recorder: Recorder, article: int, draft: Draft, moment: str) -> bool:
    """Keep that the article came from the draft's address or file as well.

    False if that was known, or the draft names no place: what was pasted could be from anywhere.
    """
    connection = recorder.connection
    own_source, own_url, added = connection.execute(
        "SELECT source, url, added FROM article WHERE id = ?", (article,)
    ).fetchone()
    source, url = identity.storable(draft.source), draft.url and identity.storable(draft.url)
    key = _key(source, url)
    if key.startswith("\n") and not identity.is_path(source):
        return False
    known = connection.execute(
        "SELECT 1 FROM article_source WHERE article = ? AND key = ?", (article, key)
    ).fetchone()
    if known is not None or key == _key(own_source, own_url):
        return False
    recorder.record("sources", [article], "1 article has another source")
    for each in ((own_source, own_url, added), (source, url, moment)):
        connection.execute(_INSERT, _row(article, *each))
    return True


def find(connection: sqlite3.Connection, address: str | None, *, live: bool) -> int | None:
    """The newest article that a normalised address was named for, deleted or not."""
    row = connection.execute(
        "SELECT article FROM article_source JOIN article ON article.id = article"
        f" WHERE address = ? AND deleted IS {'' if live else 'NOT'} NULL"
        " ORDER BY seq DESC LIMIT 1",
        (address,),
    ).fetchone()
    return None if row is None else int(row[0])


def named(connection: sqlite3.Connection, articles: str) -> dict[int, tuple[Source, ...]]:
    """The sources of those among ``articles``, a JSON list of ids, that have several."""
    found: defaultdict[int, list[Source]] = defaultdict(list)
    for article, *source in connection.execute(
        "SELECT article, source, url, added FROM article_source"
        " WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, id",
        (articles,),
    ):
        found[article].append(Source(*source))
    return {article: tuple(sources) for article, sources in found.items()}


def restore(connection: sqlite3.Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Put back what :data:`ALL` was, for each article."""
    for article, before in rows:
        connection.execute("DELETE FROM article_source WHERE article = ?", (article,))
        connection.executemany(_INSERT, ((article, *each) for each in json.loads(before)))


def _row(article: int, source: str, url: str | None, added: str) -> Sequence[int | str | None]:
    return article, _key(source, url), source, url, canonical_url(url), added


def _key(source: str, url: str | None) -> str:
    """The same for what is one source: an address counts once, however it is written."""
    file = "" if canonical_url(source) else source
    return f"{canonical_url(url) or canonical_url(source) or ''}\n{file}"
