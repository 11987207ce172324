"""Which file has an article's notes, what we wrote into it last, and what it should hold now."""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from tui.library import places
from tui.library.addresses import canonical_url
from tui.library.articles import Keys, same
from tui.library.lists import rows as article_rows
from tui.library.store import Store
from tui.model import LibraryError
from tui.text.note_files import FiledNote, NoteFile

_PATIENCE_SECONDS = 10.0


class Filing(NamedTuple):
    """The file of an article's notes in a folder.

    Attributes:
        name: What it is called there.
        hash: The digest of what we wrote into it last; two by a blank while we write.
        beside: The file that we wrote beside it because somebody had changed it, if any.
        beside_hash: The digest of what we wrote into that one.
        stamp: What of the library they show.
    """

    name: str
    hash: str
    beside: str | None = None
    beside_hash: str | None = None
    stamp: str = ""

    @property
    def uids(self) -> list[str]:
        """The names of the notes that we wrote into it."""
        first, _, _ = self.stamp.partition("\n")
        return [part.partition(":")[0] for part in first.split()]


_STAMP = """(
    SELECT coalesce(group_concat(uid || ':' || version, ' '), '') FROM
        (SELECT uid, version FROM note
        WHERE note.article = article.id AND deleted IS NULL ORDER BY id)
) || char(10) || coalesce(article.version, 0) || char(10) || coalesce((
    SELECT group_concat(name, char(10)) FROM tag WHERE id IN
        (SELECT tag FROM article_tag WHERE article_tag.article = article.id)
), '')"""


class KnownNote(NamedTuple):
    """A note that a file speaks of.

    Attributes:
        id: Its number here.
        article: Where it belongs.
        deleted: Whether it was deleted.
        text: What it says now.
    """

    id: int
    article: int
    deleted: bool
    text: str


class Filings:
    """What a library knows of the files that have its notes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the right to write files: one program at a time, or they would see strangers.

        Raises:
            LibraryError: If another program does not let go of it.
            OSError: If there can be no lock.
        """
        path = self._store.access.path.with_name("note-files.lock")
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            end = time.monotonic() + _PATIENCE_SECONDS
            while not _locked(descriptor):
                if time.monotonic() > end:
                    raise LibraryError("another Broadsheet is writing files of notes")
                time.sleep(0.005)
            yield
        finally:
            # Closing lets go of the lock.
            os.close(descriptor)

    def filing(self, article: int, folder: str) -> Filing | None:
        """The file of an article's notes in a folder, if there is one."""
        with self._store.reading() as connection:
            row = connection.execute(
                "SELECT name, hash, beside, beside_hash, stamp FROM note_file"
                " WHERE article = ? AND folder = ?",
                (article, folder),
            ).fetchone()
        return None if row is None else Filing(*row)

    def keep(self, article: int, folder: str, filing: Filing | None) -> None:
        """Keep what was written; with None that there is no file any more."""
        with self._store.writing_unheard() as connection:
            if filing is None:
                connection.execute(
                    "DELETE FROM note_file WHERE article = ? AND folder = ?", (article, folder)
                )
                return
            connection.execute(
                "INSERT OR REPLACE INTO note_file"
                " (article, folder, name, hash, beside, beside_hash, stamp)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (article, folder, *filing),
            )

    def names(self, folder: str) -> dict[str, int]:
        """The names of the files in a folder, each with its article."""
        with self._store.reading() as connection:
            rows = connection.execute(
                "SELECT name, article FROM note_file WHERE folder = ?", (folder,)
            )
            return dict(rows.fetchall())

    def stale(self, folder: str, among: Sequence[int] | None = None) -> list[int]:
        """The articles whose file is not what it should be.

        A deleted article's file is left alone.

        Args:
            folder: Where the files should lie.
            among: Only of these articles.
        """
        with self._store.reading() as connection:
            return _stale(connection, folder, among)

    def contents(self, article: int) -> tuple[NoteFile, str]:
        """What an article's file should hold, and the stamp of it.

        Raises:
            LibraryError: If there is no such article, or it was deleted.
        """
        with self._store.reading() as connection:
            return _contents(connection, article)

    def known(self, uids: Sequence[str]) -> dict[str, KnownNote]:
        """The notes of these names, deleted ones too."""
        with self._store.reading() as connection:
            return _known(connection, uids)

    def article_of(self, url: str | None, digest: str) -> int | None:
        """The article that came from this address, or has this digest of its text."""
        with self._store.reading() as connection:
            found = next(same(connection, Keys(canonical_url(url), digest)), None)
        return None if found is None else found[0]


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _stale(connection: sqlite3.Connection, folder: str, among: Sequence[int] | None) -> list[int]:
    chosen = "" if among is None else "AND article.id IN (SELECT value FROM json_each(:among))"
    return [
        row[0]
        for row in connection.execute(
            "SELECT article.id FROM article LEFT JOIN note_file"
            " ON note_file.article = article.id AND note_file.folder = :folder"
            f" WHERE article.deleted IS NULL {chosen} AND (note_file.article IS NOT NULL"
            " OR article.id IN (SELECT article FROM note WHERE deleted IS NULL))"
            f" AND note_file.stamp IS NOT {_STAMP}",
            {"folder": folder, "among": json.dumps(list(among or ()))},
        )
    ]


def _contents(connection: sqlite3.Connection, article: int) -> tuple[NoteFile, str]:
    found = article_rows(connection, [article])
    if not found:
        raise LibraryError(f"There is no article {article}.")
    about = found[0]
    digest, stamp = connection.execute(
        f"SELECT hash, {_STAMP} FROM article WHERE id = ?", (article,)
    ).fetchone()
    file = NoteFile(
        title=about.title,
        byline=about.byline,
        site=about.site,
        url=about.url,
        published=about.published,
        language=about.language,
        tags=about.tags,
        article=article,
        hash=digest,
        notes=tuple(_filed(connection, article)),
    )
    return file, stamp


def _filed(connection: sqlite3.Connection, article: int) -> list[FiledNote]:
    """The article's notes with what they are found by today, its own first, then by place."""
    rows = connection.execute(
        "SELECT note.id, uid, text, created FROM note JOIN note_version"
        " ON note_version.note = note.id AND note_version.version = note.version"
        " WHERE article = ? AND deleted IS NULL ORDER BY note.id",
        (article,),
    ).fetchall()
    notes = [
        FiledNote(uid, text, places.newest_anchor(connection, number), created)
        for number, uid, text, created in rows
    ]
    return sorted(notes, key=lambda note: note.anchor.start if note.anchor else -1)


def _known(connection: sqlite3.Connection, uids: Sequence[str]) -> dict[str, KnownNote]:
    """The notes of these names, deleted ones too."""
    return {
        uid: KnownNote(number, article, bool(deleted), text)
        for uid, number, article, deleted, text in connection.execute(
            "SELECT uid, note.id, article, deleted IS NOT NULL, text FROM note JOIN note_version"
            " ON note_version.note = note.id AND note_version.version = note.version"
            " WHERE uid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(uids)),),
        )
    }
