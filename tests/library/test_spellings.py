"""Words are found, and lit, in whatever spelling they were typed or printed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.library import Library, functions, schema
from tui.library.index import index_new, index_notes
from tui.model import Draft, Where

MakeDraft = Callable[..., Draft]

SPELLINGS = [
    ("Straße", "STRASSE", "strasse", "STRAẞE", "stra\u017fse"),
    ("finance", "ﬁnance", "Ｆｉｎａｎｃｅ", "𝐟𝐢𝐧𝐚𝐧𝐜𝐞"),
    ("İstanbul", "ıstanbul", "istanbul", "I\u0307stanbul"),
    ("Søren", "soren", "SØREN", "so\u0338ren"),
    ("Ærø", "aero", "ǽro"),
    ("Łódź", "lodz", "Ło\u0301dz\u0301"),
    ("Đặng", "dang", "Đa\u0323\u0306ng"),
    ("Σίσυφος", "σισυφος", "ΣΙΣΥΦΟΣ", "Σι\u0301συφος"),
    ("ёлка", "елка", "Е\u0308лка"),
    ("район", "раион", "Раи\u0306он"),
    ("كِتَاب", "كتاب"),
    ("\u0958लम", "\u0915\u093cलम"),
    ("ガス", "ｶﾞｽ", "カ\u3099ス"),
    ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
]
WORDS = [word for spellings in SPELLINGS for word in spellings]
TEXTS = st.lists(st.sampled_from([*WORDS, "ferry", "№", ",", "\u0301"]), min_size=1, max_size=8)


@pytest.mark.parametrize("spellings", SPELLINGS)
def test_any_spelling_finds_and_lights_all_of_them(
    library: Library, draft: MakeDraft, spellings: tuple[str, ...]
) -> None:
    for number, word in enumerate(spellings):
        library.add(draft("Title", f"Before it, {word}: after it, {number}."))
    for asked in spellings:
        hits = library.search(asked).hits
        assert {hit.article for hit in hits} == set(library.ids("all", query=asked))
        lit = [hit.snippet[mark.start : mark.end] for hit in hits for mark in hit.marks]
        assert sorted(lit) == sorted(spellings), asked
        for hit in hits:
            assert hit.start is not None
            assert library.body(hit.article).text[hit.start : hit.end] in spellings


@pytest.mark.parametrize("spellings", SPELLINGS)
def test_titles_and_notes_are_found_in_any_spelling(
    library: Library, draft: MakeDraft, spellings: tuple[str, ...]
) -> None:
    titled = library.add(draft(f"Of {spellings[0]}", "Nothing.")).id
    noted = library.add(draft("Other", "Nothing.")).id
    library.add_note(noted, f"A thought of {spellings[-1]}")
    for asked in spellings:
        hits = {hit.article: hit for hit in library.search(asked).hits}
        assert {article: hit.where for article, hit in hits.items()} == {
            titled: Where.TITLE,
            noted: Where.NOTE,
        }
        assert all(hit.marks for hit in hits.values())
        assert set(library.ids("all", query=asked)) == {titled, noted}


@pytest.mark.parametrize("spellings", SPELLINGS[:8])
def test_names_and_tags_are_found_in_any_spelling(
    library: Library, draft: MakeDraft, spellings: tuple[str, ...]
) -> None:
    by = library.add(draft("One", "Nothing.", byline=f"Anna {spellings[0]}")).id
    at = library.add(draft("Two", "Nothing.", site=f"The {spellings[-1]}")).id
    tagged = library.add(draft("Three", "Nothing."), tags=[spellings[0]]).id
    for asked in spellings:
        assert set(library.ids("all", query=asked)) == {by, at, tagged}, asked
        assert {hit.article for hit in library.search(asked).hits} == {by, at, tagged}, asked
        assert set(library.ids("all", query=f"-{asked}")) == set(), asked


def test_names_of_an_old_library_are_found_in_any_spelling(path: Path, draft: MakeDraft) -> None:
    library = Library(path)
    library.add(draft("One", "Nothing.", byline="Søren"))
    library.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE article SET find_key = replace(find_key, 'soren', 'søren')")
        connection.execute(f"PRAGMA user_version = {WITHOUT + 1}")
    library = Library(path)
    assert list(library.ids("all", query="soren")) == [1]
    library.close()


@pytest.mark.parametrize(
    ("text", "asked"),
    [("カス", "ガス"), ("Strase", "straße"), ("Acme™", "acmetm"), ("½", "1"), ("한국", "한구")],
)
def test_letters_that_differ_are_not_one(
    library: Library, draft: MakeDraft, text: str, asked: str
) -> None:
    library.add(draft("Title", text))
    assert library.search(asked).hits == ()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.data())
def test_the_index_stays_that_of_the_texts_whatever_is_done(
    library: Library, path: Path, draft: MakeDraft, texts: list[list[str]], data: st.DataObject
) -> None:
    library.delete(list(library.ids("all")))
    url = "https://site.example/a"
    for number, words in enumerate(texts):
        text = " ".join(words)
        match data.draw(st.sampled_from(["add", "renew", "undo", "delete", "note"])):
            case "add":
                library.add(draft(f"T {words[0]}", text))
            case "renew":
                library.add(draft(f"N{number} {words[-1]}", text, url=url), again=True)
            case "undo":
                library.undo()
            case "delete":
                library.delete(list(library.ids("all"))[:1])
            case "note":
                for article in list(library.ids("all"))[:1]:
                    library.add_note(article, text)
    assert_as_new(path)


def assert_as_new(path: Path) -> None:
    """The indexes hold every word where it stands now, and nothing else."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        functions.register(connection)
        for index in ("text_index", "note_index"):
            connection.execute(
                f"CREATE VIRTUAL TABLE temp.held_{index} USING fts5vocab (main, {index}, instance)"
            )
        connection.execute("BEGIN")
        before = _held(connection)
        connection.execute("INSERT INTO text_index (text_index) VALUES ('delete-all')")
        connection.execute("UPDATE article SET indexed = NULL")
        index_new(
            connection, [article for (article,) in connection.execute("SELECT id FROM article")]
        )
        index_notes(connection, [note for (note,) in connection.execute("SELECT id FROM note")])
        assert before == _held(connection)
        connection.execute("ROLLBACK")


def _held(connection: sqlite3.Connection) -> list[list[tuple[str, int, str, int]]]:
    held = []
    for index in ("text_index", "note_index"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
        rows = connection.execute(f"SELECT * FROM held_{index}")
        held.append(sorted(rows.fetchall()))
    return held


WITHOUT = 8
"""Steps of the schema before the one that makes spellings one."""


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(TEXTS, max_size=2))
def test_an_old_library_finds_what_a_new_one_does(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], thoughts: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("old") / "library.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        schema.migrate(connection, path, schema.MIGRATIONS[:3])
        for number, words in enumerate(texts, 1):
            _put(connection, number, " ".join(words))
        for number, words in enumerate(thoughts, 1):
            _think(connection, number, " ".join(words))
        schema.migrate(connection, path, schema.MIGRATIONS[:WITHOUT])
    library = Library(path)
    assert_as_new(path)
    for spellings in SPELLINGS:
        there = {n for n, words in enumerate(texts, 1) if set(spellings) & set(words)}
        noted = {1 for words in thoughts if set(spellings) & set(words)}
        assert set(library.ids("all", query=spellings[0])) == there | noted
    # What was indexed then can still be taken out.
    library.delete(list(library.ids("all"))[:1])
    library.undo()
    for number in range(len(thoughts)):
        library.edit_note(number + 1, "Another straße")
    assert_as_new(path)
    library.close()


def _put(connection: sqlite3.Connection, number: int, text: str) -> None:
    connection.execute(
        "INSERT INTO article (id, seq, added, title) VALUES (?, ?, '2025-01-01', 'T')",
        (number, number),
    )
    connection.execute(
        "INSERT INTO text_version (id, article, fetched, hash, title, language, words, source,"
        " extractor, text, blocks, links) VALUES"
        " (?, ?, '2025-01-01', 'x', 'T', 'en', 1, 'pasted', 'plain', ?, '[]', '[]')",
        (number, number, text),
    )
    connection.execute("UPDATE article SET version = id WHERE id = ?", (number,))


def _think(connection: sqlite3.Connection, number: int, text: str) -> None:
    connection.execute(
        "INSERT INTO note (id, article, created, version, text_version)"
        " VALUES (?, 1, '2025-01-01', 1, 1)",
        (number,),
    )
    connection.execute("INSERT INTO note_version VALUES (?, 1, '2025-01-01', ?)", (number, text))


def test_texts_without_such_letters_stay_in_the_index_as_they_are(
    path: Path, draft: MakeDraft
) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        schema.migrate(connection, path, schema.MIGRATIONS[:3])
        _put(connection, 1, "“Élan” at the café – 北京 😀")
        schema.migrate(connection, path, schema.MIGRATIONS[:WITHOUT])
        before = connection.execute("SELECT * FROM text_index_data ORDER BY id").fetchall()
        schema.migrate(connection, path)
        assert connection.execute("SELECT * FROM text_index_data ORDER BY id").fetchall() == before


def test_renewed_texts_leave_no_words_behind(
    library: Library, path: Path, draft: MakeDraft
) -> None:
    url = "https://site.example/a"
    for text in ("Die Straße", "Der Σίσυφος, ёлка", "Plain again", "Łódź ｶﾞｽ"):
        library.add(draft("T", text, url=url), again=True)
        assert_as_new(path)
    assert library.search("strasse").hits == ()
    for there in ("plain", "елка", "strasse"):
        library.undo()
        assert_as_new(path)
        assert len(library.search(there).hits) == 1
