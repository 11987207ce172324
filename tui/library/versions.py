"""Versions of an article's text. The current one lends the article its title and the rest."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping

from tui.library import identity
from tui.library.addresses import host
from tui.library.index import index_text
from tui.library.places import settle
from tui.library.shapes import dump_blocks, dump_links, load_body
from tui.model import Body, Draft, LibraryError, VersionInfo

KEPT_VERSIONS = 10
"""So many of an article's texts are kept, the newest, besides the first."""

_COLUMNS = (
    "title",
    "byline",
    "site",
    "published",
    "words",
    "source",
    "extractor",
    "hash",
)
_COPIED = ", ".join(f"text_version.{name}" for name in _COLUMNS)
_SET = (
    f"UPDATE article SET {', '.join(f'{name} = ?' for name in _COLUMNS)}, language = ?,"
    " title_key = ?, published_key = ?, site_key = ?, find_key = ?"
)
_ADOPT = f"{_SET} WHERE id = ?"
_FIRST = f"{_SET}, version = ?, deleted = NULL WHERE id = ?"
_COMPARED = ("title", "byline", "site", "published", "language", "text", "blocks", "links")


def count_words(body: Body) -> int:
    """Words of the text without furniture."""
    # Its patterns take long to compile, and the first screen counts no words.
    from tui.text import words

    visible = [(block.start, block.end) for block in body.blocks if not block.hidden]
    spans = visible if body.blocks else [(0, len(body.text))]
    return sum(words.count_words(body.text, start, end) for start, end in spans)


def store(
    connection: sqlite3.Connection, article: int, draft: Draft, text_hash: str, fetched: str
) -> int:
    """Keep the draft's text as a version of ``article``; its id. It is not current yet."""
    return _keep(connection, article, _values(draft, text_hash), draft.raw, fetched)


def first(
    connection: sqlite3.Connection, article: int, draft: Draft, text_hash: str, fetched: str
) -> None:
    """Give a new article its text, and the lists the article; its words are for the index to take.

    All that :func:`adopt` does, at once: an import does nothing else, a hundred thousand times.
    """
    values = _values(draft, text_hash)
    version = _keep(connection, article, values, draft.raw, fetched)
    title, byline, site, published = (
        identity.storable(each) if each is not None else None
        for each in (draft.title, draft.byline, draft.site, draft.published)
    )
    keys = _keys(title or "", byline, site, published, draft.url)
    copies = [values[name] for name in _COLUMNS]
    connection.execute(_FIRST, (*copies, values["language"], *keys, version, article))


def _keep(
    connection: sqlite3.Connection,
    article: int,
    values: Mapping[str, str | int | None],
    raw: bytes | None,
    fetched: str,
) -> int:
    """Write a version down; its id."""
    row = {**values, "article": article, "fetched": fetched}
    marks = ", ".join(f":{name}" for name in row)
    cursor = connection.execute(
        f"INSERT INTO text_version ({', '.join(row)}) VALUES ({marks})", row
    )
    version = cursor.lastrowid or 0
    if raw is not None:
        connection.execute(
            "INSERT INTO raw (version, data) VALUES (?, ?)", (version, zlib.compress(raw))
        )
    return version


def prune(connection: sqlite3.Connection, article: int) -> None:
    """Let go of older texts: all but the first, the newest ones and those with notes on them."""
    connection.execute(
        "DELETE FROM text_version WHERE article = :article AND id NOT IN ("
        " SELECT min(id) FROM text_version WHERE article = :article"
        " UNION SELECT version FROM article WHERE id = :article"
        " UNION SELECT coalesce(indexed, version) FROM article WHERE id = :article"
        " UNION SELECT text_version FROM note"
        " WHERE article = :article AND text_version IS NOT NULL"
        " UNION SELECT * FROM (SELECT id FROM text_version WHERE article = :article"
        " ORDER BY id DESC LIMIT :kept))",
        {"article": article, "kept": KEPT_VERSIONS},
    )


def versions(connection: sqlite3.Connection, article: int) -> list[VersionInfo]:
    """The versions of an article's text that are kept, the newest first.

    Raises:
        LibraryError: If there is no such article, or it was deleted.
    """
    now = current(connection, article)
    rows = connection.execute(
        "SELECT id, fetched, title, words, source FROM text_version WHERE article = ?"
        " ORDER BY id DESC",
        (article,),
    )
    return [
        VersionInfo(number, fetched, title, words, source, number == now)
        for number, fetched, title, words, source in rows
    ]


def differs(connection: sqlite3.Connection, article: int, draft: Draft) -> bool:
    """Whether the draft says or shows anything else than the current version."""
    current = connection.execute(
        f"SELECT {', '.join(_COMPARED)} FROM text_version"
        " WHERE id = (SELECT version FROM article WHERE id = ?)",
        (article,),
    ).fetchone()
    fresh = _comparable(draft)
    return current is None or current != tuple(fresh[name] for name in _COMPARED)


def adopt(connection: sqlite3.Connection, article: int) -> None:
    """Copy onto the article what its current version says, with the keys for sort and filter.

    Its notes are found again in that version.
    """
    row = connection.execute(
        f"SELECT article.url, coalesce(own_language, text_version.language), {_COPIED} FROM article"
        " JOIN text_version ON text_version.id = article.version WHERE article.id = ?",
        (article,),
    ).fetchone()
    if row is None:
        return
    url, language, *copies = row
    title, byline, site, published = copies[:4]
    keys = _keys(title, byline, site, published, url)
    connection.execute(_ADOPT, (*copies, language, *keys, article))
    index_text(connection, article)
    settle(connection, article)


def current(connection: sqlite3.Connection, article: int) -> int:
    """The id of the article's current version.

    Raises:
        LibraryError: If there is no such article, or it was deleted.
    """
    row = connection.execute(
        "SELECT version FROM article WHERE id = ? AND deleted IS NULL", (article,)
    ).fetchone()
    if row is None:
        raise LibraryError(f"There is no article {article}.")
    return int(row[0])


def body(connection: sqlite3.Connection, article: int) -> Body:
    """The article's current text."""
    return body_of(connection, article, current(connection, article))


def body_of(connection: sqlite3.Connection, article: int, version: int) -> Body:
    """The text of one version of an article.

    Raises:
        LibraryError: If the article has no such version, or has it no longer.
    """
    row = connection.execute(
        "SELECT text, blocks, links FROM text_version WHERE id = ? AND article = ?",
        (version, article),
    ).fetchone()
    if row is None:
        raise LibraryError(f"Article {article} has no version {version} of its text.")
    return load_body(*row)


def raw(connection: sqlite3.Connection, article: int) -> bytes | None:
    """The bytes that the current text was made from, where they were kept."""
    row = connection.execute(
        "SELECT data FROM raw WHERE version = ?", (current(connection, article),)
    ).fetchone()
    try:
        return None if row is None else zlib.decompress(row[0])
    except zlib.error as error:
        raise LibraryError(f"The bytes kept of article {article} are damaged.") from error


def _keys(
    title: str, byline: str | None, site: str | None, published: str | None, url: str | None
) -> tuple[str, str, str, str]:
    """What an article is sorted and filtered by: title, date, places, and all that is named."""
    places = identity.fold(f"{site or ''}\n{host(url)}")
    return (
        identity.title_key(title),
        identity.published_key(published),
        places,
        identity.find_key(f"{title}\n{byline or ''}\n{places}"),
    )


def _values(draft: Draft, text_hash: str) -> dict[str, str | int | None]:
    """The columns of a draft's version."""
    return {
        **_comparable(draft),
        "hash": text_hash,
        "words": count_words(draft.body),
        "source": identity.storable(draft.source),
        "extractor": identity.storable(draft.extractor),
    }


def _comparable(draft: Draft) -> dict[str, str | int | None]:
    return {
        "title": identity.storable(draft.title),
        "byline": _optional(draft.byline),
        "site": _optional(draft.site),
        "published": _optional(draft.published),
        "language": identity.storable(draft.language),
        "text": identity.storable(draft.body.text),
        "blocks": dump_blocks(draft.body.blocks),
        "links": dump_links(draft.body.links),
    }


def _optional(text: str | None) -> str | None:
    return None if text is None else identity.storable(text)
