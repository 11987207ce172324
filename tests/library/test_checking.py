from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tui.library import Library
from tui.library.checking import check, page_damage
from tui.model import Anchor, Draft, LibraryError


@pytest.fixture
def filled(path: Path, draft: Callable[..., Draft]) -> Path:
    library = Library(path)
    for number in range(40):
        library.add(draft(f"Story {number}", f"words of {number} " * 300))
    library.add_note(1, "a thought", Anchor("Story", "", " 0", 0, 5))
    library.add_note(2, "another")
    library.delete([3])
    library.close()
    return path


def damage(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.executescript(sql)


def test_a_good_library_has_no_problems(filled: Path) -> None:
    report = check(filled)
    assert report.problems == ()
    assert report.remarks == ()
    assert (report.articles, report.notes) == (39, 2)
    assert page_damage(filled) is None


def test_it_is_looked_through_while_another_one_writes(filled: Path) -> None:
    library = Library(filled)
    library.add_note(4, "a third")
    assert check(filled).notes == 3
    library.close()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("DELETE FROM note_version WHERE note = 1", "Note 1 has lost its words."),
        ('UPDATE note SET "end" = 99999 WHERE id = 1', "Note 1 is on a place outside its text."),
        ("UPDATE note SET article = 999 WHERE id = 2", "belongs to a row of article"),
        ("UPDATE article SET version = NULL WHERE id = 5", "Article 5 has no text of its own."),
        ("UPDATE article SET version = 7 WHERE id = 5", "Article 5 has no text of its own."),
        (
            "UPDATE text_version SET text = 'something else' WHERE article = 6",
            "The text of article 6 is not the one that was kept.",
        ),
        (
            "UPDATE text_version SET text = CAST(x'ff' || text AS TEXT) WHERE article = 6",
            "The text of article 6 is not the one that was kept.",
        ),
        (
            "UPDATE text_version SET blocks = '[[\"paragraph\",0,99999,0,0,0,[]]]' WHERE id = 6",
            "article 6",
        ),
        ("UPDATE text_version SET links = 'no' WHERE id = 6", "article 6 does not fit it"),
        ("DELETE FROM note_index_content WHERE id = 1", "The index of words note_index"),
    ],
)
def test_what_is_wrong_is_one_sentence(filled: Path, sql: str, said: str) -> None:
    damage(filled, sql)
    problems = check(filled).problems
    assert any(said in problem for problem in problems), problems
    assert all(problem.endswith(".") and "\n" not in problem for problem in problems)


def test_a_hundred_wrong_things_of_a_kind_are_not_a_hundred_sentences(filled: Path) -> None:
    damage(filled, "UPDATE text_version SET text = 'x'")
    problems = check(filled).problems
    about_texts = [problem for problem in problems if problem.startswith("The text of")]
    assert len(about_texts) == 20
    assert "20 more of the texts are wrong in the same way." in problems


def test_a_damaged_page_is_found_by_both_checks(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'text_version'"
        root = connection.execute(sql).fetchone()[0]
    with filled.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    assert any("The file is damaged" in problem for problem in check(filled).problems)
    assert "broadsheet recover" in str(page_damage(filled))


def test_a_beginning_that_is_gone_is_a_problem_and_no_failure(filled: Path) -> None:
    with filled.open("r+b") as file:
        file.write(b"\xa5" * 4096)
    (problem,) = check(filled).problems
    assert "its beginning is damaged" in problem
    assert page_damage(filled) == problem


def test_a_library_that_others_can_read_is_remarked_upon(filled: Path) -> None:
    filled.chmod(0o644)
    (remark,) = check(filled).remarks
    assert f"{filled} can be read by others" in remark


def test_where_there_is_none_nothing_is_made(path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library"):
        check(path)
    assert not path.parent.exists()


def test_a_file_that_cannot_be_read_has_no_counts(filled: Path) -> None:
    filled.write_bytes(b"\0" * 5000 + filled.read_bytes()[5000:])
    report = check(filled)
    assert len(report.problems) == 1
    assert (report.articles, report.notes) == (None, None)


def test_a_folder_in_the_place_of_the_library_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a folder, not a library"):
        check(tmp_path)


def test_what_is_only_locked_is_no_damage(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("UPDATE article SET unread = 0 WHERE id = 1")
        with pytest.raises(LibraryError, match="locked"):
            check(filled)
