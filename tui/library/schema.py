"""The tables of the library, as numbered migrations, and the check that a file is a library.

Every table has a reader today. What comes later comes by a migration of its own: feeds, a table
``feed``, and two columns of ``article``, ``feed`` and ``entry`` (the guid, the link or a hash),
unique together; an article that did not come by a feed keeps NULL in both.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tui.library import functions
from tui.library.whole import whole_file
from tui.model import LibraryError

APPLICATION_ID = 0x42726F61
"""``Broa`` in ASCII, in the header of every library."""

_FIRST = (
    # An article keeps its row for good, so that its id is never given out again; `deleted` is
    # when it went. What the list shows is copied here from the current text version.
    """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        seq INTEGER NOT NULL UNIQUE,
        added TEXT NOT NULL,
        deleted TEXT,
        unread INTEGER NOT NULL DEFAULT 1 CHECK (unread IN (0, 1)),
        starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
        archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
        position INTEGER NOT NULL DEFAULT 0,
        url TEXT,
        canonical_url TEXT,
        version INTEGER REFERENCES text_version (id),
        hash TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        byline TEXT,
        site TEXT,
        published TEXT,
        language TEXT NOT NULL DEFAULT 'en',
        words INTEGER NOT NULL DEFAULT 0,
        source TEXT NOT NULL DEFAULT '',
        extractor TEXT NOT NULL DEFAULT '',
        title_key TEXT NOT NULL DEFAULT '',
        published_key TEXT NOT NULL DEFAULT '',
        site_key TEXT NOT NULL DEFAULT '',
        find_key TEXT NOT NULL DEFAULT ''
    )
    """,
    "CREATE INDEX article_url ON article (canonical_url) WHERE canonical_url IS NOT NULL",
    "CREATE INDEX article_hash ON article (hash)",
    # A sort's index holds all that tells a view, so that a list is read from the index alone.
    *(
        f"CREATE INDEX article_{name} ON article ({keys}) WHERE deleted IS NULL"
        for name, keys in (
            ("added", "seq, unread, starred, archived, deleted"),
            ("published", "published_key, seq, unread, starred, archived, deleted"),
            ("title", "title_key, seq, unread, starred, archived, deleted"),
            ("words", "words, seq, unread, starred, archived, deleted"),
            ("unread", "unread, seq, starred, archived, deleted"),
        )
    ),
    """
    CREATE TABLE text_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        fetched TEXT NOT NULL,
        hash TEXT NOT NULL,
        title TEXT NOT NULL,
        byline TEXT,
        site TEXT,
        published TEXT,
        language TEXT NOT NULL,
        words INTEGER NOT NULL,
        source TEXT NOT NULL,
        extractor TEXT NOT NULL,
        text TEXT NOT NULL,
        blocks TEXT NOT NULL,
        links TEXT NOT NULL
    )
    """,
    "CREATE INDEX text_version_article ON text_version (article)",
    # The bytes that a text was made from, deflated: a better extractor can run again.
    """
    CREATE TABLE raw (
        version INTEGER PRIMARY KEY REFERENCES text_version (id) ON DELETE CASCADE,
        data BLOB NOT NULL
    )
    """,
    "CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE article_tag (
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
        PRIMARY KEY (article, tag)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX article_tag_tag ON article_tag (tag)",
    # `version` is the current one of note_version; earlier and undone ones are kept.
    """
    CREATE TABLE note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        created TEXT NOT NULL,
        deleted TEXT,
        version INTEGER NOT NULL,
        text_version INTEGER REFERENCES text_version (id),
        exact TEXT,
        prefix TEXT,
        suffix TEXT,
        start INTEGER,
        "end" INTEGER
    )
    """,
    "CREATE INDEX note_article ON note (article) WHERE deleted IS NULL",
    """
    CREATE TABLE note_version (
        note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        saved TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (note, version)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE facts (
        version INTEGER PRIMARY KEY REFERENCES text_version (id) ON DELETE CASCADE,
        rules INTEGER NOT NULL,
        quotations INTEGER NOT NULL,
        figures INTEGER NOT NULL,
        data TEXT NOT NULL
    )
    """,
    # The undo journal: `before` is what `field` of `row` was when the batch began.
    "CREATE TABLE batch (id INTEGER PRIMARY KEY AUTOINCREMENT, said TEXT NOT NULL)",
    """
    CREATE TABLE change (
        batch INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        row INTEGER NOT NULL,
        before,
        PRIMARY KEY (batch, field, row)
    ) WITHOUT ROWID
    """,
)

# What the reader says the language is; `language` is that, or else what the text version says.
_OWN_LANGUAGE = ("ALTER TABLE article ADD COLUMN own_language TEXT",)

_FACT_KEYS = (
    # By what facts are looked for over the whole library: a word of a speaker's name, a kind, a
    # unit, a word of what is counted; once for each text that has it.
    """
    CREATE TABLE fact_key (
        field TEXT NOT NULL,
        key TEXT NOT NULL,
        version INTEGER NOT NULL REFERENCES text_version (id) ON DELETE CASCADE,
        PRIMARY KEY (field, key, version)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX fact_key_version ON fact_key (version)",
    # Which texts have facts of these rules, and which text every article has, by index alone.
    "CREATE INDEX facts_rules ON facts (rules, version)",
    "CREATE INDEX article_version ON article (seq, version) WHERE deleted IS NULL",
    # Facts that are there have no keys: they count as found by rules that are out of date.
    "UPDATE facts SET rules = 0",
)

_TOKENIZER = "tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\""

_SEARCH = (
    # Words alone, for the text stands in text_version. `pairs` has what `text` and `title` hold in
    # scripts without blanks. A row is taken out by giving again what was put in.
    f"CREATE VIRTUAL TABLE text_index USING fts5 (title, text, pairs, content = '', {_TOKENIZER})",
    # Few rows are made in one transaction by somebody who reads: levels are merged less often.
    "INSERT INTO text_index (text_index, rank) VALUES ('automerge', 16)",
    f"CREATE VIRTUAL TABLE note_index USING fts5 (text, exact, pairs, {_TOKENIZER})",
    # The text version whose words the index has.
    "ALTER TABLE article ADD COLUMN indexed INTEGER",
    # Deleted articles stay in the index; these few ids keep them from being found.
    "CREATE INDEX article_deleted ON article (id) WHERE deleted IS NOT NULL",
    """
    INSERT INTO text_index (rowid, title, text, pairs)
    SELECT article.id, spaced(text_version.title), spaced(text_version.text),
        pairs(text_version.title || char(10) || text_version.text)
    FROM article JOIN text_version ON text_version.id = article.version
    """,
    "UPDATE article SET indexed = version",
    """
    INSERT INTO note_index (rowid, text, exact, pairs)
    SELECT note.id, spaced(note_version.text), spaced(coalesce(exact, '')),
        pairs(note_version.text || char(10) || coalesce(exact, ''))
    FROM note JOIN note_version
        ON note_version.note = note.id AND note_version.version = note.version
    """,
    # A query kept by a name; one that was deleted can come back.
    """
    CREATE TABLE saved_query (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        deleted TEXT
    )
    """,
)

_NOTES = (
    # What a note is called in files, in any library; its number is this library's alone.
    "ALTER TABLE note ADD COLUMN uid TEXT",
    "UPDATE note SET uid = lower(hex(randomblob(8)))",
    "CREATE UNIQUE INDEX note_uid ON note (uid)",
    # Deleted notes too: when an article gets another text, all of them are looked for in it.
    "CREATE INDEX note_of_article ON note (article)",
    # Where a note stands in a text that it was not written on; no `start`: its words are not there.
    # `exact` and the rest are what stands around it there, where that is worth searching for.
    """
    CREATE TABLE note_place (
        note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
        text_version INTEGER NOT NULL REFERENCES text_version (id) ON DELETE CASCADE,
        start INTEGER,
        "end" INTEGER,
        exact TEXT,
        prefix TEXT,
        suffix TEXT,
        PRIMARY KEY (note, text_version)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX note_place_version ON note_place (text_version)",
    # The days on which notes were written, each later than the one before; `grave` is the day
    # from which a deleted note is counted.
    "CREATE TABLE use_day (number INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL)",
    "ALTER TABLE note ADD COLUMN grave INTEGER",
    # The file in a folder that has an article's notes: what we wrote last, and beside it what we
    # wrote when somebody else had changed it. `stamp` tells what of the library it shows.
    """
    CREATE TABLE note_file (
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        folder TEXT NOT NULL,
        name TEXT NOT NULL,
        hash TEXT NOT NULL,
        beside TEXT,
        beside_hash TEXT,
        stamp TEXT NOT NULL,
        PRIMARY KEY (article, folder)
    ) WITHOUT ROWID
    """,
)

_SOURCES = (
    # Every place that an article came from, where there are several.
    """
    CREATE TABLE article_source (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        source TEXT NOT NULL,
        url TEXT,
        address TEXT,
        added TEXT NOT NULL,
        UNIQUE (article, key)
    )
    """,
    "CREATE INDEX article_source_address ON article_source (address) WHERE address IS NOT NULL",
    # By which a file is known again that has changed.
    "CREATE INDEX article_file ON article (source) WHERE deleted IS NULL",
    # Addresses are one now that differed in scheme, www, the order of a query and the like.
    "UPDATE article SET canonical_url = canonical_url(url) WHERE url IS NOT NULL",
    # How many changes a batch held when the next one began: the journal is bounded by their sum.
    "ALTER TABLE batch ADD COLUMN changes INTEGER",
)

_NAMES = (
    # By which words are looked for in names: to look through the rows takes four times as long.
    "CREATE INDEX article_names ON article (version, find_key, deleted) WHERE deleted IS NULL",
)

_ADDRESSES = (
    # Addresses are one now that differ in more kinds of tracking and of twins, and others that
    # differ in a route (`#!/a`) are two.
    "UPDATE article SET canonical_url = canonical_url(url)"
    " WHERE url IS NOT NULL AND canonical_url IS NOT canonical_url(url)",
    "UPDATE article_source SET address = canonical_url(url)"
    " WHERE url IS NOT NULL AND address IS NOT canonical_url(url)",
    "UPDATE OR IGNORE article_source SET"
    " key = coalesce(canonical_url(url), canonical_url(source), '') || char(10)"
    " || CASE WHEN canonical_url(source) IS NULL THEN source ELSE '' END",
)

_WORDS_OF = """
    INSERT INTO text_index ({command}rowid, title, text, pairs)
    SELECT {value}article.id, {fold}(text_version.title), {fold}(text_version.text),
        pairs(text_version.title || char(10) || text_version.text)
    FROM article JOIN text_version ON text_version.id = indexed
    WHERE article.id IN (SELECT id FROM respelt)
"""

_LETTERS = (
    # More letters are one to the index than FTS5 makes one. Texts that have none of them, which
    # most libraries are full of, are in it as they were.
    """
    CREATE TEMP TABLE respelt AS
    SELECT article.id FROM article JOIN text_version ON text_version.id = indexed
    WHERE plain(text_version.title) <> spaced(text_version.title)
        OR plain(text_version.text) <> spaced(text_version.text)
    """,
    _WORDS_OF.format(command="text_index, ", value="'delete', ", fold="spaced"),
    _WORDS_OF.format(command="", value="", fold="plain"),
    "DROP TABLE temp.respelt",
    "UPDATE note_index SET text = plain(text), exact = plain(exact)"
    " WHERE plain(text) <> text OR plain(exact) <> exact",
)

_NAMED = (
    # Names are looked through in the same spelling as texts.
    "UPDATE article SET find_key = one_spelling(find_key) WHERE one_spelling(find_key) <> find_key",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _FIRST,
    _OWN_LANGUAGE,
    _FACT_KEYS,
    _SEARCH,
    _NOTES,
    _SOURCES,
    _NAMES,
    _ADDRESSES,
    _LETTERS,
    _NAMED,
)
"""The statements that lead from version n to n + 1; only ever appended to."""


def version(connection: sqlite3.Connection) -> int:
    """The number of migrations that the file has behind it."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database that Broadsheet did not make: it could have been planted.

    Raises:
        LibraryError: If another program made it, or it holds code (a trigger or a view).
    """
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    names = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
    if mark != APPLICATION_ID and (mark or names):
        raise LibraryError(f"{path} is a database, but not a library of Broadsheet's.")
    for kind, name in names:
        if kind in {"trigger", "view"}:
            raise LibraryError(
                f"{path} was not opened: it holds a {kind} named {name!r},"
                " which Broadsheet did not put there."
            )


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    migrations: tuple[tuple[str, ...], ...] = MIGRATIONS,
) -> None:
    """Bring the file to the newest version, each step whole or not at all.

    A file that holds data is copied first, to ``library.before-2.sqlite3`` for step 2.
    Another process may be doing the same: the version is read again under the write lock.
    """
    held_data = version(connection) > 0
    functions.register(connection)
    while (old := version(connection)) < len(migrations):
        if held_data:
            _copy(connection, path.with_name(f"{path.stem}.before-{old + 1}{path.suffix}"))
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version(connection) == old:
                for statement in migrations[old]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {old + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    """A copy that is whole even while others write; a plain copy of the file would not be."""
    try:
        with whole_file(target) as partial, closing(sqlite3.connect(partial)) as copy:
            connection.backup(copy)
    except OSError as error:
        raise LibraryError(
            f"The library was not brought up to date: no copy of it could be made at {target}"
            f" ({error.strerror})."
        ) from error
