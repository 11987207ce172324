from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tui.library import Library
from tui.library.backups import write_notes, write_whole
from tui.library.merging import Merged, take_back
from tui.library.restoring import holds_notes_alone, is_damaged, move_aside, put_in_place
from tui.model import Anchor, Draft, LibraryError

HOLDER = """
import sys
from pathlib import Path
from tui.library import Library
library = Library(Path(sys.argv[1]))
library.counts()
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def backup(library: Library, draft: Callable[..., Draft], path: Path, tmp_path: Path) -> Path:
    """A copy of the notes of a library of four articles, one of them with notes."""
    for number in range(4):
        library.add(draft(f"Story {number}", url=f"https://example.org/{number}"))
    library.add_note(1, "about the whole")
    note = library.add_note(1, "first wording", Anchor("Story", "", " 0", 0, 5))
    library.edit_note(note.id, "second wording")
    library.set_starred([2], True)
    library.tag([3], ["harbour"])
    library.set_read([4], True)
    library.save_query("Money", "figure:money")
    write_notes(path, tmp_path / "notes.sqlite3")
    library.close()
    return tmp_path / "notes.sqlite3"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "other" / "library.sqlite3"


@pytest.fixture
def other(home: Path) -> Library:
    return Library(home)


def texts(library: Library) -> list[str]:
    return sorted(note.text for note in library.notes())


def test_notes_come_back_into_an_empty_library_with_the_article_they_are_on(
    backup: Path, home: Path, other: Library
) -> None:
    merged = take_back(home, backup)
    assert merged == Merged(2, 1, 2, 1)
    assert texts(other) == ["about the whole", "second wording"]
    (article,) = other.rows(other.ids("all"))
    assert article.title == "Story 0"
    assert other.body(article.id).text.startswith("Story 0\n\nWhat happened")
    (note,) = [note for note in other.notes() if note.anchor is not None]
    assert note.anchor is not None
    assert note.anchor.exact == "Story"
    assert take_back(home, backup) == Merged(0, 0, 0, 0)
    other.close()


def test_what_has_no_text_in_the_copy_gets_its_star_and_tags_when_it_is_added_again(
    backup: Path, home: Path, other: Library, draft: Callable[..., Draft]
) -> None:
    take_back(home, backup)
    second = other.add(draft("Story 1", url="https://example.org/1")).id
    third = other.add(draft("Story 2", url="https://example.org/2")).id
    assert other.article(second).state.starred
    assert other.article(third).tags == ("harbour",)
    other.close()


def test_saved_queries_come_back_and_none_takes_the_place_of_another(
    backup: Path, home: Path, other: Library
) -> None:
    other.save_query("money", "figure:money newer:2w")
    assert take_back(home, backup).queries == 1
    assert take_back(home, backup).queries == 0
    assert [(each.name, each.query) for each in other.saved_queries()] == [
        ("money", "figure:money newer:2w"),
        ("Money (backup)", "figure:money"),
    ]
    other.undo()
    assert [each.name for each in other.saved_queries()] == ["money"]
    other.close()


def test_a_copy_from_before_there_were_saved_queries_is_taken_in(
    backup: Path, home: Path, other: Library
) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("DROP TABLE saved_query")
        connection.execute("DROP TABLE note_file")
        connection.commit()
    assert take_back(home, backup) == Merged(2, 1, 2, 0)
    other.close()


def test_marks_are_united_and_what_the_library_has_stays(
    backup: Path, home: Path, other: Library, draft: Callable[..., Draft]
) -> None:
    for number in range(4):
        other.add(draft(f"Story {number}", url=f"https://example.org/{number}"))
    other.set_starred([1], True)
    other.tag([3], ["mine"])
    take_back(home, backup)
    assert [a.state.starred for a in other.rows([1, 2, 3])] == [True, True, False]
    assert other.article(3).tags == ("harbour", "mine")
    assert other.article(4).state.read
    assert other.undo() == "Backup restored: undone"
    assert texts(other) == []
    assert other.article(3).tags == ("mine",)
    other.close()


def test_a_note_deleted_since_comes_back_and_one_rewritten_since_keeps_its_new_words(
    backup: Path, path: Path
) -> None:
    library = Library(path)
    library.delete_note(1)
    library.edit_note(2, "third wording")
    assert take_back(path, backup).notes == 1
    assert texts(library) == ["about the whole", "third wording"]
    library.close()


def test_notes_of_one_second_on_one_place_all_come_back(
    library: Library, draft: Callable[..., Draft], path: Path, home: Path, other: Library
) -> None:
    copy = home.parent.parent / "notes.sqlite3"
    library.add(draft("Story", url="https://example.org/1"))
    place = Anchor("Story", "", "", 0, 5)
    for text in ("one", "two", "three"):
        library.add_note(1, text)
        library.add_note(1, f"on it, {text}", place)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE note SET created = '2026-03-14T12:00:00+00:00'")
    write_notes(path, copy)
    other.add(draft("Story", url="https://example.org/1"))
    for _ in range(2):
        take_back(home, copy)
        assert texts(other) == texts(library)
    other.close()
    library.close()


def test_words_that_only_the_copy_has_are_kept_among_the_versions(backup: Path, path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE note_version SET text = 'other words' WHERE note = 2")
    connection.commit()
    connection.close()
    library = Library(path)
    assert take_back(path, backup).notes == 1
    assert texts(library) == ["about the whole", "other words"]
    with library._store.reading() as reading:
        versions = reading.execute("SELECT text FROM note_version WHERE note = 2").fetchall()
    assert ("second wording",) in versions
    library.close()


def test_a_whole_backup_takes_the_librarys_place_and_the_old_one_is_kept(
    library: Library, path: Path, draft: Callable[..., Draft], tmp_path: Path
) -> None:
    library.add(draft("Early"))
    library.add_note(1, "early")
    write_whole(path, tmp_path / "copy.sqlite3")
    library.add_note(1, "late")
    library.close()
    aside = put_in_place(path, tmp_path / "copy.sqlite3")
    assert aside == path.with_name("library.before-restore.sqlite3")
    assert sorted(path.parent.iterdir()) == [aside, path]
    for where, expected in ((path, ["early"]), (aside, ["early", "late"])):
        opened = Library(where)
        assert texts(opened) == expected
        opened.close()
    again = put_in_place(path, tmp_path / "copy.sqlite3")
    assert again == path.with_name("library.before-restore-2.sqlite3")
    assert path.stat().st_mode & 0o777 == 0o600
    assert not list(path.parent.glob(".*"))


def test_a_backup_is_restored_where_no_library_is(backup: Path, path: Path, tmp_path: Path) -> None:
    write_whole(path, tmp_path / "copy.sqlite3")
    shutil.rmtree(path.parent)
    assert put_in_place(path, tmp_path / "copy.sqlite3") is None
    library = Library(path)
    assert library.counts()["all"] == 4
    library.close()


def test_a_library_that_another_process_has_open_is_not_replaced(
    library: Library, path: Path, draft: Callable[..., Draft], tmp_path: Path
) -> None:
    library.add(draft("Kept"))
    write_whole(path, tmp_path / "copy.sqlite3")
    library.close()
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout is not None
    assert other.stdout.readline() == b"open\n"
    copy = tmp_path / "copy.sqlite3"
    for act in (partial(put_in_place, path, copy), partial(move_aside, path)):
        with pytest.raises(LibraryError, match=rf"is open in \S+ \(process {other.pid}\)"):
            act()
    other.communicate()
    assert put_in_place(path, tmp_path / "copy.sqlite3") is not None
    assert len(list(path.parent.glob("*.sqlite3"))) == 2


@pytest.mark.parametrize("kind", ["newer", "foreign", "damaged", "text", "missing"])
def test_what_is_no_good_backup_is_refused_in_one_sentence(
    backup: Path, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "backup.sqlite3"
    if kind == "text":
        file.write_text("no database, but long enough to be taken for one\n" * 100)
    elif kind != "missing":
        shutil.copy(backup, file)
        connection = sqlite3.connect(file)
        if kind == "newer":
            connection.execute("PRAGMA user_version = 999")
        elif kind == "foreign":
            connection.execute("PRAGMA application_id = 7")
        connection.close()
    if kind == "damaged":
        with file.open("r+b") as opened:
            opened.seek(2 * 4096)
            opened.write(b"\xa5" * 4096)
    expected = {
        "newer": "newer version",
        "foreign": "no backup of Broadsheet's",
        "damaged": "damaged",
        "text": "is no backup of Broadsheet",
        "missing": "There is no file",
    }
    with pytest.raises(LibraryError, match=expected[kind]) as error:
        holds_notes_alone(file)
    assert str(error.value).count(". ") == 0


def test_the_two_kinds_of_copies_are_told_apart(backup: Path, path: Path, tmp_path: Path) -> None:
    assert holds_notes_alone(backup)
    write_whole(path, tmp_path / "copy.sqlite3")
    assert not holds_notes_alone(tmp_path / "copy.sqlite3")
    assert not is_damaged(path)
    assert not is_damaged(tmp_path / "none.sqlite3")
    with pytest.raises(LibraryError, match="not a library of Broadsheet's"):
        Library(backup)


def test_a_library_whose_beginning_is_gone_is_moved_aside_as_it_is(
    backup: Path, path: Path
) -> None:
    with path.open("r+b") as file:
        file.write(b"\xa5" * 4096)
    before = path.read_bytes()
    assert is_damaged(path)
    aside = move_aside(path)
    assert aside is not None
    assert aside.read_bytes() == before
    assert not path.exists()
