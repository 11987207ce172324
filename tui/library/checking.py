"""Whether a library is in order: its pages, what belongs together, and where things stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tui.library import schema, tables
from tui.library.faults import DAMAGED_CODES, code, no_room, sentence
from tui.library.filesystems import network_file_system
from tui.library.identity import text_hash
from tui.library.opening import FAR_AWAY, Access, connect_to_read
from tui.library.shapes import load_body
from tui.library.waiting import Progress, Stopped, heed, patient, stoppable, unheard
from tui.model import LibraryError

_MOST = 20
"""Sentences about one kind of thing; more of them say nothing new."""
_CORRUPT_TABLE = 267
"""SQLITE_CORRUPT_VTAB: an index of words does not hold what it should."""

_WRITE_VERSION_AT, _WRITTEN_AHEAD = 18, b"\2"
"""Where the file's header says how it is written to, and what it says of write-ahead logging."""


@dataclass(frozen=True)
class Report:
    """What a check found.

    Attributes:
        articles: How many there are; None if they cannot be counted.
        notes: How many there are, highlights among them; None likewise.
        problems: What is wrong, a sentence each; empty when all is well.
        remarks: What is no fault and worth knowing.
    """

    articles: int | None
    notes: int | None
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def page_damage(path: Path, stopped: Stopped = patient) -> str | None:
    """The quick check of the pages alone; what is wrong in one sentence, None when nothing is.

    Raises:
        Cancelled: If ``stopped`` says that nobody waits for it any more.
    """
    try:
        with closing(connect_to_read(path)) as connection, stoppable(connection, stopped):
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        return sentence(error, path)
    heed(stopped)
    if found == "ok":
        return None
    return f"{path} is damaged: broadsheet check says where, broadsheet recover saves what it can."


def check(path: Path, progress: Progress = unheard, stopped: Stopped = patient) -> Report:
    """Look through the whole library, reading every text; nothing is changed.

    Args:
        path: The library.
        progress: Told what is being looked at.
        stopped: Asked now and then whether nobody waits for it any more.

    Raises:
        Cancelled: If nobody does.
        LibraryError: If there is nothing to look at.
    """
    if path.is_dir():
        raise LibraryError(f"{path} is a folder, not a library.")
    if not path.is_file():
        raise LibraryError(f"There is no library at {path}.")
    report = _looked_through(path, progress, stopped)
    # What broke off was not damaged for that.
    heed(stopped)
    return report


def _looked_through(path: Path, progress: Progress, stopped: Stopped) -> Report:
    try:
        with closing(connect_to_read(path)) as connection, stoppable(connection, stopped):
            schema.check_ours(connection, path)
            if schema.version(connection) == 0:
                return Report(0, 0)
            progress("pages")
            if schema.version(connection) < len(schema.MIGRATIONS):
                remark = (
                    "The library is of an earlier version and is brought up to date at next use."
                )
                articles, notes = _counts(connection)
                return Report(articles, notes, tuple(_page_faults(connection)), (remark,))
            problems = [*_problems(connection, path, progress, stopped)]
            articles, notes = _counts(connection)
            return Report(articles, notes, tuple(problems), tuple(_remarks(connection, path)))
    except sqlite3.Error as error:
        if code(error) not in DAMAGED_CODES:
            raise LibraryError(sentence(error, path)) from error
        return Report(None, None, (sentence(error, path),))


def _counts(connection: sqlite3.Connection) -> tuple[int | None, int | None]:
    try:
        row = connection.execute(
            "SELECT (SELECT count(*) FROM article WHERE deleted IS NULL),"
            " (SELECT count(*) FROM note WHERE deleted IS NULL)"
        ).fetchone()
    except sqlite3.DatabaseError:
        return None, None
    return int(row[0]), int(row[1])


def _problems(
    connection: sqlite3.Connection, path: Path, progress: Progress, stopped: Stopped
) -> Iterator[str]:
    damage = list(_page_faults(connection))
    heed(stopped)
    yield from damage
    for what, look in _LOOKS.items():
        progress(what)
        try:
            yield from _few(look(connection), what)
        except sqlite3.DatabaseError as error:
            if not damage:
                yield f"The {what} cannot be read: {error}."
        heed(stopped)
    progress("search")
    yield from _search_faults(path, tables.searched(connection), stopped)


def _few(sentences: Iterator[str], what: str) -> Iterator[str]:
    """The first of many sentences, and how many more there are."""
    more = 0
    for number, each in enumerate(sentences):
        if number < _MOST:
            yield each
        else:
            more += 1
    if more:
        yield f"{more} more of the {what} are wrong in the same way."


def _page_faults(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        rows = connection.execute(f"PRAGMA integrity_check({_MOST})").fetchall()
    except sqlite3.DatabaseError as error:
        yield f"The file is damaged: {error}."
        return
    for (found,) in rows:
        for line in str(found).splitlines():
            if line != "ok" and not line.startswith("***"):
                yield f"The file is damaged: {line.strip()}."


def _links(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        which = "A row" if row is None else f"Row {row}"
        yield f"{which} of {table} belongs to a row of {parent} that is not there."


def _articles(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute(
        "SELECT id FROM article WHERE deleted IS NULL AND version IS NULL"
        " UNION SELECT article.id FROM article JOIN text_version"
        " ON text_version.id = article.version WHERE text_version.article <> article.id"
    )
    for (article,) in rows:
        yield f"Article {article} has no text of its own."


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    """Texts that are not those that were kept, and blocks and links outside their text."""
    rows = connection.execute(
        "SELECT id, article, hash, CAST(text AS BLOB), blocks, links FROM text_version"
    )
    for _, article, kept, data, blocks, links in rows:
        text = bytes(data).decode("utf-8", "replace")
        if text_hash(text) != kept:
            yield f"The text of article {article} is not the one that was kept."
            continue
        try:
            body = load_body(text, blocks, links)
        except LibraryError:
            yield f"What is known of the text of article {article} does not fit it."
            continue
        spans = [(each.start, each.end) for part in (body.blocks, body.links) for each in part]
        if not all(0 <= start <= end <= len(text) for start, end in spans):
            yield f"A block or a link of article {article} lies outside its text."


def _notes(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute(
        "SELECT id FROM note WHERE NOT EXISTS (SELECT 1 FROM note_version"
        " WHERE note_version.note = note.id AND note_version.version = note.version)"
    )
    for (note,) in rows:
        yield f"Note {note} has lost its words."
    rows = connection.execute(
        "SELECT note.id FROM note JOIN text_version ON text_version.id = note.text_version"
        ' WHERE NOT (0 <= start AND start <= "end" AND "end" <= length(text_version.text))'
    )
    for (note,) in rows:
        yield f"Note {note} is on a place outside its text."


_LOOKS = {"links": _links, "articles": _articles, "texts": _texts, "notes": _notes}
"""What is looked at besides the pages, and how."""


def _search_faults(path: Path, indexes: list[str], stopped: Stopped) -> Iterator[str]:
    """Indexes of words that contradict themselves; asked in a transaction that is taken back."""
    for index in indexes:
        name = tables.quoted(index)
        try:
            with closing(Access(path).connect()) as connection, stoppable(connection, stopped):
                connection.execute("BEGIN")
                connection.execute(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")
                connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) == _CORRUPT_TABLE or code(error) == 11:
                yield (
                    f"The index of words {index} is damaged; broadsheet recover makes it anew,"
                    " nothing of yours is in it."
                )


def _remarks(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    mode = "wal" if _has_log(path) else connection.execute("PRAGMA journal_mode").fetchone()[0]
    kind = network_file_system(path)
    if kind is not None:
        yield FAR_AWAY.format(path=path, kind=kind)
    elif mode != "wal":
        yield f"The library does without write-ahead logging (journal mode {mode})."
    if no_room(path):
        yield f"The disk is full: {path} can be read, and nothing can be written to it."
    for file in (path.parent, path):
        if file.stat().st_mode & 0o077:
            yield f"{file} can be read by others than you: chmod go= {file} changes that."


def _has_log(path: Path) -> bool:
    """Whether the file is meant to be written ahead, however it can be opened just now."""
    with path.open("rb") as file:
        file.seek(_WRITE_VERSION_AT)
        return file.read(1) == _WRITTEN_AHEAD
