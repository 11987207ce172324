from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tui.library import Library
from tui.library.recovery import HeaderGone, Saved, recover
from tui.model import Anchor, Block, BlockKind, Body, Draft, LibraryError

PAGE = 4096
ARTICLES = 400
WORDS = ["harbour", "bridge", "council", "repair", "winter", "price", "school", "river"]


def _draft(number: int, chance: random.Random) -> Draft:
    title = f"Story {number}"
    words = " ".join(chance.choices(WORDS, k=chance.choice((60, 300, 900, 3000))))
    text = f"{title}\n\n{words}."
    blocks = (
        Block(BlockKind.HEADING, 0, len(title), 1),
        Block(BlockKind.PARAGRAPH, len(title) + 2, len(text)),
    )
    url = f"https://example.org/{number}"
    return Draft(title, Body(text, blocks), "a test", "plain", "en", url=url, raw=text.encode())


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of four hundred articles, every second with a note, some with tags and stars."""
    path = tmp_path_factory.mktemp("original") / "library.sqlite3"
    chance = random.Random(5)
    library = Library(path)
    for number in range(1, ARTICLES + 1):
        library.add(_draft(number, chance), tags=[chance.choice(WORDS)])
        if number % 2:
            note = library.add_note(number, f"note {number}", Anchor("Story", "", " ", 0, 5))
            library.edit_note(note.id, f"note {number}, longer: " + "thought " * 20)
    library.set_starred(list(range(1, ARTICLES, 3)), True)
    library.close()
    return path


@pytest.fixture
def damaged(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path / "library.sqlite3"))


def overwrite(path: Path, pages: Iterable[int], filling: bytes = b"\xa5" * PAGE) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(filling)


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


READERS = {
    "article": "SELECT id, canonical_url, starred, archived, unread FROM article",
    "text_version": "SELECT article, text FROM text_version",
    "note": "SELECT id, article FROM note",
    "note_version": "SELECT note, version, text FROM note_version",
    "tag": "SELECT id, name FROM tag",
    "article_tag": "SELECT article, tag FROM article_tag",
    "raw": "SELECT version, data FROM raw",
}


def saved_share(original: Path, recovered: Path) -> float:
    """The share of the rows of the reader's tables that the new file has as they were."""
    there = saved = 0
    for sql in READERS.values():
        wanted = set(ask(original, sql))
        there += len(wanted)
        saved += len(wanted & set(ask(recovered, sql)))
    return saved / there


def assert_works(path: Path, given_out: int = ARTICLES) -> None:
    """The recovered file is a library in good order, and can be written to."""
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []
    library = Library(path)
    for article in library.ids("all"):
        library.body(article)
    assert library.add(_draft(999, random.Random(1))).id > given_out
    library.notes()
    library.close()


def by_table(saved: list[Saved]) -> dict[str, Saved]:
    return {each.table: each for each in saved}


def test_of_a_good_library_everything_is_saved(damaged: Path, tmp_path: Path) -> None:
    before = damaged.read_bytes()
    saved = recover(damaged, tmp_path / "new.sqlite3")
    assert sum(each.lost for each in saved) == 0
    assert saved_share(damaged, tmp_path / "new.sqlite3") == 1
    assert damaged.read_bytes() == before
    assert (tmp_path / "new.sqlite3").stat().st_mode & 0o777 == 0o600
    assert {item.name for item in tmp_path.iterdir() if item.is_file()} == {
        "library.sqlite3",
        "new.sqlite3",
    }
    assert_works(tmp_path / "new.sqlite3")


def test_what_stands_in_the_log_alone_is_saved_too(damaged: Path, tmp_path: Path) -> None:
    library = Library(damaged)
    library.add_note(1, "written just now")
    recover(damaged, tmp_path / "new.sqlite3")
    library.close()
    assert ("written just now",) in ask(tmp_path / "new.sqlite3", "SELECT text FROM note_version")


@pytest.mark.parametrize("seed", range(12))
def test_with_one_page_overwritten_ninety_nine_of_a_hundred_rows_are_saved(
    original: Path, damaged: Path, tmp_path: Path, seed: int
) -> None:
    pages = damaged.stat().st_size // PAGE
    chance = random.Random(seed)
    filling = chance.choice((b"\xa5" * PAGE, bytes(PAGE), chance.randbytes(PAGE)))
    overwrite(damaged, [chance.randrange(pages // 10, pages)], filling)
    recover(damaged, tmp_path / "new.sqlite3")
    assert saved_share(original, tmp_path / "new.sqlite3") >= 0.99
    assert_works(tmp_path / "new.sqlite3")


@pytest.mark.parametrize("table", ["article", "text_version", "note_version", "article_tag", "raw"])
def test_a_table_whose_root_is_gone_is_put_together_from_its_leaves(
    original: Path, damaged: Path, tmp_path: Path, table: str
) -> None:
    root = ask(damaged, f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")[0][0]
    assert isinstance(root, int)
    overwrite(damaged, [root])
    recover(damaged, tmp_path / "new.sqlite3")
    assert saved_share(original, tmp_path / "new.sqlite3") >= 0.99
    assert_works(tmp_path / "new.sqlite3")


@pytest.mark.parametrize("which", range(3))
def test_a_page_of_the_list_of_tables_may_be_gone(
    original: Path, damaged: Path, tmp_path: Path, which: int
) -> None:
    leaves = _children(damaged, 1)
    overwrite(damaged, [leaves[which % len(leaves)]])
    recover(damaged, tmp_path / "new.sqlite3")
    assert saved_share(original, tmp_path / "new.sqlite3") >= 0.99
    assert_works(tmp_path / "new.sqlite3")


def test_tags_whose_rows_are_gone_are_called_by_their_keys(
    original: Path, damaged: Path, tmp_path: Path
) -> None:
    root = ask(damaged, "SELECT rootpage FROM sqlite_master WHERE name = 'tag'")[0][0]
    assert isinstance(root, int)
    overwrite(damaged, [root])
    tag = by_table(recover(damaged, tmp_path / "new.sqlite3"))["tag"]
    assert (tag.mended, tag.lost) == (len(WORDS), 0)
    assert saved_share(original, tmp_path / "new.sqlite3") == 1


def test_what_is_lost_is_told_by_table(damaged: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(damaged)) as connection:
        leaf = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = 'raw' AND pagetype = 'leaf' AND ncell > 1"
        ).fetchone()
    if leaf is None:
        pytest.skip("this SQLite does not tell where rows lie")
    before = len(ask(damaged, "SELECT version FROM raw"))
    overwrite(damaged, [leaf[0]])
    raw = by_table(recover(damaged, tmp_path / "new.sqlite3"))["raw"]
    assert raw.lost > 0
    assert raw.rows + raw.lost == before


def test_articles_whose_rows_are_gone_keep_their_marks_and_addresses(
    original: Path, damaged: Path, tmp_path: Path
) -> None:
    root = ask(damaged, "SELECT rootpage FROM sqlite_master WHERE name = 'article'")[0][0]
    assert isinstance(root, int)
    overwrite(damaged, _children(damaged, root)[:2])
    article = by_table(recover(damaged, tmp_path / "new.sqlite3"))["article"]
    assert article.mended > 0
    assert article.lost == 0
    for table in ("article", "note"):
        assert ask(tmp_path / "new.sqlite3", READERS[table]) == ask(original, READERS[table])


def test_a_note_whose_words_are_gone_gets_them_from_the_index(
    original: Path, damaged: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(damaged)) as connection:
        connection.execute("DELETE FROM note_version WHERE note < 9")
        connection.commit()
    recover(damaged, tmp_path / "new.sqlite3")
    library, before = Library(tmp_path / "new.sqlite3"), Library(original)
    assert [n.text for n in library.notes()] == [n.text for n in before.notes()]
    library.close()
    before.close()


def _children(path: Path, root: int) -> list[int]:
    from tui.library.pages import Pages

    return [cell.child for cell in Pages(path).cells(root)[1] if cell.child is not None]


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with something in every table, of articles by few words, so that pages are few."""
    path = tmp_path_factory.mktemp("rich") / "library.sqlite3"
    chance = random.Random(11)
    library = Library(path)
    for number in range(1, 121):
        draft = _draft(number, chance)
        library.add(draft, tags=chance.sample(WORDS, 3))
        if number % 3:
            note = library.add_note(number, f"note {number}", Anchor("Story", "", " ", 0, 5))
            library.edit_note(note.id, f"note {number}, longer: " + "thought " * (number * 3))
        if number % 7 == 0:
            library.add_note(number, "to be deleted")
    for note in library.notes():
        if note.text == "to be deleted":
            library.delete_note(note.id)
    for number in range(1, 40, 3):
        library.add(replace(_draft(number, chance), source="another place"))
    library.save_query("harbours", "harbour is:unread")
    library.save_query("bridges", "bridge")
    library.set_starred(list(range(1, 121, 3)), True)
    library.close()
    return path


ALL_ROWS = {
    **{table: sql for table, sql in READERS.items() if table not in ("note_version", "tag")},
    "note": "SELECT id, article, uid FROM note",
    "tag": "SELECT id, key FROM tag",
    "note_version": "SELECT note, version, text FROM note_version",
    "note_place": "SELECT note, text_version, start FROM note_place",
    "saved_query": "SELECT id, name, query, deleted FROM saved_query",
    "article_source": "SELECT id, article, key, source, url FROM article_source",
    "use_day": "SELECT number, day FROM use_day",
    "batch": "SELECT id, said, changes FROM batch",
    "change": "SELECT * FROM change",
}
_TOLD = ("was lost when the file was damaged", "its words were lost", "\ufffd")
"""What a text says, or has, that is not as it was."""


def invented(original: Path, recovered: Path) -> list[tuple[object, ...]]:
    """Rows that were never in the library, but for texts that say that they lost something."""
    found = []
    for table, sql in ALL_ROWS.items():
        new = set(ask(recovered, sql)) - set(ask(original, sql))
        found += [(table, *row) for row in new if not any(mark in str(row) for mark in _TOLD)]
    return found


def told_pages(path: Path) -> list[int]:
    """The pages that have others below, the list of tables, and some of the rest."""
    from tui.library.pages import Damaged, Pages

    pages, found = Pages(path), []
    for number in range(2, pages.count + 1):
        with suppress(Damaged):
            if any(cell.child for cell in pages.cells(number)[1]):
                found.append(number)
    rest = random.Random(3).sample(range(2, pages.count + 1), 12)
    return sorted({*found, *_children(path, 1), *rest})


@pytest.mark.parametrize("filling", ["zeros", "anything"])
def test_whatever_page_is_overwritten_no_row_is_made_up(
    rich: Path, tmp_path: Path, filling: str
) -> None:
    chance = random.Random(17)
    roots = {root for (root,) in ask(rich, "SELECT rootpage FROM sqlite_master")}
    damaged = tmp_path / "library.sqlite3"
    for page in told_pages(rich):
        shutil.copy(rich, damaged)
        overwrite(damaged, [page], bytes(PAGE) if filling == "zeros" else chance.randbytes(PAGE))
        new = tmp_path / f"{page}.sqlite3"
        recover(damaged, new)
        assert invented(rich, new) == [], page
        if page not in roots:
            # A page of a small library may hold the rows of a dozen articles.
            assert saved_share(rich, new) >= 0.98, page


@pytest.mark.parametrize("filling", [bytes(PAGE), b"\xa5" * PAGE])
def test_a_long_note_that_lost_its_end_ends_with_a_mark(
    rich: Path, tmp_path: Path, filling: bytes
) -> None:
    damaged = Path(shutil.copy(rich, tmp_path / "library.sqlite3"))
    with closing(sqlite3.connect(damaged)) as connection:
        page = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = 'note_version' AND pagetype = 'overflow'"
        ).fetchone()[0]
    overwrite(damaged, [page], filling)
    recover(damaged, tmp_path / "new.sqlite3")
    sql = "SELECT note, text FROM note_version WHERE version = 2"
    before = {row[0]: row[1] for row in ask(rich, sql)}
    harmed = [row for row in ask(tmp_path / "new.sqlite3", sql) if row[1] != before[row[0]]]
    assert len(harmed) == 1
    number, text = harmed[0]
    assert str(before[number]).startswith(str(text).rstrip("\ufffd"))
    assert str(text).endswith("\ufffd")


def test_no_article_gets_a_tag_of_another_when_the_list_of_tables_lost_a_page(
    rich: Path, tmp_path: Path
) -> None:
    for page in _children(rich, 1):
        damaged = Path(shutil.copy(rich, tmp_path / f"{page}.damaged"))
        overwrite(damaged, [page], random.Random(page).randbytes(PAGE))
        tags = by_table(recover(damaged, tmp_path / f"{page}.sqlite3"))["article_tag"]
        assert (tags.rows, tags.lost) == (360, 0)
        sql = READERS["article_tag"]
        assert ask(tmp_path / f"{page}.sqlite3", sql) == ask(rich, sql)


def test_tags_that_may_as_well_be_an_index_are_told_as_lost_and_put_on_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.sqlite3"
    library = Library(path)
    for number in (1, 2, 3):
        library.add(_draft(number, random.Random(number)), tags=["bridge", "council", "river"])
    library.close()
    before = set(ask(path, READERS["article_tag"]))
    for page in _children(path, 1):
        damaged = Path(shutil.copy(path, tmp_path / f"{page}.damaged"))
        overwrite(damaged, [page])
        tags = by_table(recover(damaged, tmp_path / f"{page}.sqlite3"))["article_tag"]
        assert set(ask(tmp_path / f"{page}.sqlite3", READERS["article_tag"])) <= before
        assert tags.rows == len(before) or tags.lost


@pytest.mark.parametrize("filling", [bytes(PAGE - 100), b"\xa5" * (PAGE - 100)])
def test_a_first_page_that_lost_all_but_its_header_loses_nothing_else(
    rich: Path, original: Path, tmp_path: Path, filling: bytes
) -> None:
    for library in (rich, original):
        damaged = Path(shutil.copy(library, tmp_path / "library.sqlite3"))
        with damaged.open("r+b") as file:
            file.seek(100)
            file.write(filling)
        new = tmp_path / f"{library.parent.name}.sqlite3"
        recover(damaged, new)
        assert saved_share(library, new) == 1
        assert invented(library, new) == []
        assert_works(new, given_out=100)


def test_first_page_and_list_of_tables_may_both_be_gone(rich: Path, tmp_path: Path) -> None:
    damaged = Path(shutil.copy(rich, tmp_path / "library.sqlite3"))
    overwrite(damaged, _children(rich, 1))
    with damaged.open("r+b") as file:
        file.seek(100)
        file.write(bytes(PAGE - 100))
    new = tmp_path / "new.sqlite3"
    recover(damaged, new)
    for table in ("article", "text_version", "note", "note_version", "raw", "saved_query"):
        assert set(ask(new, ALL_ROWS[table])) == set(ask(rich, ALL_ROWS[table])), table
    assert invented(rich, new) == []
    assert_works(new, given_out=100)


def test_a_note_whose_row_is_gone_keeps_the_name_that_files_have_for_it(
    rich: Path, tmp_path: Path
) -> None:
    damaged = Path(shutil.copy(rich, tmp_path / "library.sqlite3"))
    root = ask(rich, "SELECT rootpage FROM sqlite_master WHERE name = 'note'")[0][0]
    assert isinstance(root, int)
    overwrite(damaged, _children(damaged, root)[:1])
    note = by_table(recover(damaged, tmp_path / "new.sqlite3"))["note"]
    assert note.mended > 0
    assert not invented(rich, tmp_path / "new.sqlite3")


def test_a_library_whose_beginning_is_gone_is_left_to_the_backups(
    damaged: Path, tmp_path: Path
) -> None:
    overwrite(damaged, [1])
    with pytest.raises(HeaderGone, match="only a backup helps"):
        recover(damaged, tmp_path / "new.sqlite3")
    assert not (tmp_path / "new.sqlite3").exists()


@pytest.mark.parametrize("size", [50, 5000])
def test_a_file_of_which_only_the_beginning_is_left_is_a_sentence(
    damaged: Path, tmp_path: Path, size: int
) -> None:
    damaged.write_bytes(damaged.read_bytes()[:size])
    with pytest.raises(LibraryError) as error:
        recover(damaged, tmp_path / "new.sqlite3")
    assert "\n" not in str(error.value)
    assert [item.name for item in tmp_path.iterdir() if item.is_file()] == ["library.sqlite3"]


def test_of_half_a_file_what_is_there_is_saved(
    original: Path, damaged: Path, tmp_path: Path
) -> None:
    damaged.write_bytes(damaged.read_bytes()[: damaged.stat().st_size // 2])
    recover(damaged, tmp_path / "new.sqlite3")
    assert saved_share(original, tmp_path / "new.sqlite3") > 0.3
    assert_works(tmp_path / "new.sqlite3", given_out=ARTICLES // 3)


def test_no_file_and_a_foreign_database_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no file"):
        recover(tmp_path / "none.sqlite3", tmp_path / "new.sqlite3")
    with closing(sqlite3.connect(tmp_path / "foreign.sqlite3")) as connection:
        connection.execute("CREATE TABLE mine (x)")
    with pytest.raises(LibraryError, match="not a library of Broadsheet's"):
        recover(tmp_path / "foreign.sqlite3", tmp_path / "new.sqlite3")
