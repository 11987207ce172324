"""The article's own note in a file for an editor, and what is left there by one that failed."""

from __future__ import annotations

import pytest

from tui.desk import Desk
from tui.desk.editor_file import EditorFile
from tui.model import LibraryError, Span


@pytest.fixture
def article(desk: Desk) -> int:
    desk.add_text("A title\n\nSome words that are worth a note.")
    return 1


def laid_out(desk: Desk, article: int) -> EditorFile:
    """The file as an editor gets it."""
    file = EditorFile(desk, article)
    file.lay_out()
    return file


def left_behind(desk: Desk, article: int, text: str) -> None:
    """An editor wrote ``text`` and nobody took it in: the program was killed."""
    laid_out(desk, article).path.write_text(text, "utf-8")


def texts(desk: Desk) -> list[str]:
    return sorted(note.text for note in desk.notes())


def files(desk: Desk) -> list[str]:
    return sorted(path.name for path in (desk.folders.state / "drafts").iterdir())


def test_what_the_editor_leaves_is_the_note_and_no_file_stays(desk: Desk, article: int) -> None:
    file = laid_out(desk, article)
    assert file.path.stat().st_mode & 0o777 == 0o600
    file.path.write_text("Important\n", "utf-8")
    assert file.take_in() is None
    assert texts(desk) == ["Important"]
    again = laid_out(desk, article)
    assert again.path.read_text("utf-8") == "Important"
    assert again.take_in() is None
    assert texts(desk) == ["Important"]
    assert files(desk) == []


def test_an_editor_that_did_not_start_leaves_nothing_behind(desk: Desk, article: int) -> None:
    assert laid_out(desk, article).put_down() is False
    assert files(desk) == []
    desk.note(article, "My important note")
    assert laid_out(desk, article).take_in() is None
    assert texts(desk) == ["My important note"]


@pytest.mark.parametrize("left", ["", " \n", "Before\n"])
def test_a_file_in_which_nothing_was_written_deletes_and_replaces_nothing(
    desk: Desk, article: int, left: str
) -> None:
    note = desk.note(article, "Before")
    left_behind(desk, article, left)
    desk.edit_note(note.id, "My important note")
    file = EditorFile(desk, article)
    assert file.lay_out() is None
    assert file.path.read_text("utf-8") == "My important note"
    assert file.take_in() is None
    assert texts(desk) == ["My important note"]


def test_an_empty_file_of_an_older_version_is_no_word_of_the_readers(
    desk: Desk, article: int
) -> None:
    folder = desk.folders.state / "drafts"
    folder.mkdir(parents=True)
    (folder / f"{article}.md").touch()
    desk.note(article, "My important note")
    assert laid_out(desk, article).take_in() is None
    assert texts(desk) == ["My important note"]


@pytest.mark.parametrize("base", [None, "[]", "{", '{"id": "x"}'])
def test_words_of_which_nobody_knows_what_they_were_are_a_note_of_their_own(
    desk: Desk, article: int, base: str | None
) -> None:
    folder = desk.folders.state / "drafts"
    folder.mkdir(parents=True)
    (folder / f"{article}.md").write_text("Left", "utf-8")
    if base is not None:
        (folder / f"{article}.json").write_text(base, "utf-8")
    desk.note(article, "My important note")
    file = EditorFile(desk, article)
    said = file.lay_out()
    assert said is not None
    assert "a note of its own" in said
    assert file.path.read_text("utf-8") == "My important note"
    file.take_in()
    assert texts(desk) == ["Left", "My important note"]


def test_words_left_behind_and_newer_ones_of_the_note_are_both_kept(
    desk: Desk, article: int
) -> None:
    note = desk.note(article, "Before")
    left_behind(desk, article, "Left")
    desk.edit_note(note.id, "Newer")
    file = EditorFile(desk, article)
    said = file.lay_out()
    assert said is not None
    assert "a note of its own" in said
    assert file.path.read_text("utf-8") == "Newer"
    assert file.take_in() is None
    assert texts(desk) == ["Left", "Newer"]
    assert files(desk) == []


def test_words_left_behind_of_a_first_note_and_one_written_since_are_both_kept(
    desk: Desk, article: int
) -> None:
    left_behind(desk, article, "Left")
    desk.note(article, "Written since")
    laid_out(desk, article).take_in()
    assert texts(desk) == ["Left", "Written since"]


def test_words_left_behind_of_a_note_that_was_deleted_are_not_lost(
    desk: Desk, article: int
) -> None:
    note = desk.note(article, "Before")
    left_behind(desk, article, "Left")
    desk.delete_note(note.id)
    laid_out(desk, article).take_in()
    assert texts(desk) == ["Left"]


def test_words_left_behind_are_gone_on_with_where_the_note_is_as_it_was(
    desk: Desk, article: int
) -> None:
    note = desk.note(article, "Before")
    left_behind(desk, article, "Left")
    file = EditorFile(desk, article)
    assert file.lay_out() is None
    assert file.path.read_text("utf-8") == "Left"
    said = file.take_in()
    assert said is not None
    assert "last time" in said
    assert texts(desk) == ["Left"]
    assert [version.text for version in desk.note_versions(note.id)] == ["Left", "Before"]


def test_words_left_behind_that_were_kept_since_are_not_kept_twice(
    desk: Desk, article: int
) -> None:
    note = desk.note(article, "Before")
    left_behind(desk, article, "Left\n")
    desk.edit_note(note.id, "Left")
    file = EditorFile(desk, article)
    assert file.lay_out() is None
    assert file.take_in() is None
    assert texts(desk) == ["Left"]


def test_an_editor_that_ended_badly_changes_nothing_and_what_it_wrote_waits(
    desk: Desk, article: int
) -> None:
    desk.note(article, "Before")
    file = laid_out(desk, article)
    file.path.write_text("Half of", "utf-8")
    assert file.put_down() is True
    assert texts(desk) == ["Before"]
    assert laid_out(desk, article).path.read_text("utf-8") == "Half of"


def test_an_editor_that_emptied_the_file_and_ended_badly_leaves_nothing_that_waits(
    desk: Desk, article: int
) -> None:
    desk.note(article, "Before")
    file = laid_out(desk, article)
    file.path.write_text("", "utf-8")
    assert file.put_down() is False
    assert texts(desk) == ["Before"]
    assert laid_out(desk, article).path.read_text("utf-8") == "Before"


def test_a_note_emptied_in_the_editor_is_deleted_and_that_is_said(desk: Desk, article: int) -> None:
    desk.note(article, "Before")
    file = laid_out(desk, article)
    file.path.write_text("\n", "utf-8")
    said = file.take_in()
    assert said is not None
    assert "{undo}" in said
    assert texts(desk) == []


def test_a_note_changed_while_the_editor_had_it_stays_beside_what_was_written(
    desk: Desk, article: int
) -> None:
    note = desk.note(article, "Before")
    file = laid_out(desk, article)
    desk.edit_note(note.id, "Meanwhile")
    file.path.write_text("After", "utf-8")
    said = file.take_in()
    assert said is not None
    assert "changed meanwhile" in said
    assert texts(desk) == ["After", "Meanwhile"]


def test_what_cannot_be_kept_stays_in_the_file(desk: Desk, article: int) -> None:
    file = laid_out(desk, article)
    file.path.write_text("After", "utf-8")
    desk.delete([article])
    with pytest.raises(LibraryError):
        file.take_in()
    assert file.path.read_text("utf-8") == "After"
    desk.undo()
    laid_out(desk, article).take_in()
    assert texts(desk) == ["After"]


def test_a_file_that_the_editor_removed_changes_nothing(desk: Desk, article: int) -> None:
    desk.note(article, "Before")
    file = laid_out(desk, article)
    file.path.unlink()
    with pytest.raises(OSError):
        file.take_in()
    assert file.put_down() is False
    assert texts(desk) == ["Before"]
    assert files(desk) == []


def test_of_several_notes_on_the_whole_the_first_is_the_editors(desk: Desk, article: int) -> None:
    desk.note(article, "First")
    second = desk.note(article, "Second")
    desk.highlight(article, Span(9, 14), "On a place")
    file = laid_out(desk, article)
    file.path.write_text("First, longer", "utf-8")
    file.take_in()
    assert texts(desk) == ["First, longer", "On a place", "Second"]
    assert desk.note_rows([second.id])[0].text == "Second"
