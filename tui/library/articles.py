"""Taking articles in: the same article is never there twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.library import identity, sources, states, versions
from tui.library.addresses import canonical_url
from tui.library.index import index_new
from tui.library.journal import Recorder
from tui.library.store import now
from tui.model import STUB, Draft


class Added(NamedTuple):
    """What became of a draft.

    Attributes:
        id: The article's.
        fresh: It was not in the library before, or had been deleted.
        renewed: It was there, and has got a new version of its text.
        named: It was there, and came from this source for the first time.
        unlike: It was there with another text than this one, which was not taken.
    """

    id: int
    fresh: bool
    renewed: bool = False
    named: bool = False
    unlike: bool = False


class Keys(NamedTuple):
    """What tells the same article: its address in normal form, and the hash of its text."""

    address: str | None
    hash: str

    @classmethod
    def of(cls, draft: Draft) -> Keys:
        """Those of a draft."""
        return cls(canonical_url(draft.url), identity.text_hash(draft.body.text))


def add(recorder: Recorder, draft: Draft, tags: Sequence[str], again: bool) -> Added:
    """Take one draft in as :func:`add_all` does."""
    return add_all(recorder, [draft], tags, again)[0]


def add_all(
    recorder: Recorder, drafts: Iterable[Draft], tags: Sequence[str], again: bool
) -> list[Added]:
    """Take drafts in; the article that has the address or the text of one is the same article.

    A deleted one comes back with its id and its notes, unread, in the inbox, as the newest.
    """
    added = [_add(recorder, draft, again) for draft in drafts]
    index_new(recorder.connection, [each.id for each in added if each.fresh])
    if tags:
        states.tag(recorder, [each.id for each in added], tags, ())
    return added


def _add(recorder: Recorder, draft: Draft, again: bool) -> Added:
    keys = Keys.of(draft)
    known, gone = _find(recorder.connection, keys)
    if known is None:
        # A file saved over may have another article: without being told, only its title tells.
        known = _find_file(recorder.connection, draft.source, None if again else draft.title)
    if known is not None:
        named = sources.name(recorder, known, draft, now())
        wanted = again or _stands_in(recorder.connection, known)
        renewed = wanted and _renew(recorder, known, draft, keys.hash)
        unlike = not wanted and _has_another_text(recorder.connection, known, keys.hash)
        return Added(known, fresh=False, renewed=renewed, named=named, unlike=unlike)
    if gone is not None:
        _revive(recorder, gone, draft, keys.hash)
        return Added(gone, fresh=True)
    return Added(_insert(recorder, draft, keys), fresh=True)


def _has_another_text(connection: sqlite3.Connection, article: int, text_hash: str) -> bool:
    row = connection.execute("SELECT hash FROM article WHERE id = ?", (article,)).fetchone()
    return row is not None and row[0] != text_hash


def _stands_in(connection: sqlite3.Connection, article: int) -> bool:
    """Whether the text of an article is not known yet, only notes on it."""
    row = connection.execute("SELECT extractor FROM article WHERE id = ?", (article,)).fetchone()
    return row is not None and row[0] == STUB


_SAME = (
    ("address", "SELECT id, deleted FROM article WHERE canonical_url = ?"),
    (
        "address",
        "SELECT article.id, deleted FROM article_source"
        " JOIN article ON article.id = article_source.article WHERE address = ?",
    ),
    ("hash", "SELECT id, deleted FROM article WHERE hash = ?"),
)
"""How the same article is looked for, the surest way first."""


def _find(connection: sqlite3.Connection, keys: Keys) -> tuple[int | None, int | None]:
    """The article that is the same one, and of deleted ones that which is."""
    gone: int | None = None
    for article, deleted in same(connection, keys):
        if not deleted:
            return article, None
        gone = article if gone is None else gone
    return None, gone


def same(connection: sqlite3.Connection, keys: Keys) -> Iterator[tuple[int, bool]]:
    """The articles that are the same one, and whether each is deleted, the surest first."""
    for field, sql in _SAME:
        key: str | None = getattr(keys, field)
        row = (
            key
            and connection.execute(
                f"{sql} ORDER BY deleted IS NOT NULL, seq DESC LIMIT 1", (key,)
            ).fetchone()
        )
        if row:
            yield int(row[0]), row[1] is not None


def _find_file(connection: sqlite3.Connection, source: str, title: str | None) -> int | None:
    """The newest article that came from the same file, if ``source`` names one unmistakably.

    With a title, only one that is called so.
    """
    if not identity.is_path(source):
        return None
    row = connection.execute(
        "SELECT id FROM article WHERE source = ? AND deleted IS NULL"
        " AND (? IS NULL OR title = ?) ORDER BY seq DESC LIMIT 1",
        (identity.storable(source), title, title and identity.storable(title)),
    ).fetchone()
    return None if row is None else int(row[0])


def _insert(recorder: Recorder, draft: Draft, keys: Keys) -> int:
    connection = recorder.connection
    moment = now()
    cursor = connection.execute(
        "INSERT INTO article (seq, added, deleted, url, canonical_url)"
        " SELECT coalesce(max(seq), 0) + 1, ?, ?, ?, ? FROM article",
        (
            moment,
            # Undoing leaves it as it is at this moment: deleted.
            moment,
            None if draft.url is None else identity.storable(draft.url),
            keys.address,
        ),
    )
    article = cursor.lastrowid or 0
    recorder.record("deleted", [article], "1 article added")
    versions.first(connection, article, draft, keys.hash, moment)
    return article


def _revive(recorder: Recorder, article: int, draft: Draft, text_hash: str) -> None:
    sources.name(recorder, article, draft, now())
    for field in ("deleted", "seq", "added", "unread", "archived"):
        recorder.record(field, [article], "1 article added")
    recorder.connection.execute(
        "UPDATE article SET deleted = NULL, seq = (SELECT max(seq) FROM article) + 1,"
        " added = ?, unread = 1, archived = 0 WHERE id = ?",
        (now(), article),
    )
    _renew(recorder, article, draft, text_hash)


def _renew(recorder: Recorder, article: int, draft: Draft, text_hash: str) -> bool:
    """Make the draft the current version, if it is another one."""
    if not versions.differs(recorder.connection, article, draft):
        return False
    recorder.record("version", [article], "1 article renewed")
    connection = recorder.connection
    version = versions.store(connection, article, draft, text_hash, now())
    connection.execute("UPDATE article SET version = ? WHERE id = ?", (version, article))
    versions.adopt(connection, article)
    versions.prune(connection, article)
    return True
