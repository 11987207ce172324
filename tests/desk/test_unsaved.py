from __future__ import annotations

import sqlite3
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tui.desk import Desk
from tui.library.faults import StorageFault
from tui.model import LibraryError, Span

TEXT = "The mayor met the council. “We will build it,” said Ida Holm. It will cost $5 million."


@pytest.fixture
def article(desk: Desk) -> int:
    return desk.add_text(TEXT).added[0]


def waiting(desk: Desk) -> list[Path]:
    return sorted(desk.unsaved.folder.iterdir()) if desk.unsaved.folder.exists() else []


def texts(desk: Desk) -> list[str]:
    return sorted(note.text for note in desk.notes())


@pytest.fixture
def unsaved(desk: Desk, article: int, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Three texts were written while the library was locked: a note, one on a place, an edit."""
    known = desk.note(article, "first words")
    monkeypatch.setattr("tui.library.opening.BUSY_SECONDS", 0.05)
    desk.close()
    again = Desk()
    other = sqlite3.connect(desk.folders.data / "library.sqlite3", isolation_level=None)
    again.counts()
    other.execute("BEGIN IMMEDIATE")
    for write in (
        partial(again.note, article, "about the whole"),
        partial(again.note, article, "about the mayor", Span(4, 9)),
        partial(again.edit_note, known.id, "second words"),
    ):
        with pytest.raises(StorageFault, match="; what you wrote waits in") as fault:
            write()
        assert str(fault.value).count(". ") == 0
    other.close()
    return again


def test_what_cannot_be_saved_waits_in_files_of_the_readers_own(unsaved: Desk) -> None:
    files = waiting(unsaved)
    assert len(files) == len(unsaved.unsaved) == 3
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert unsaved.unsaved.folder.stat().st_mode & 0o777 == 0o700
    assert texts(unsaved) == ["first words"]
    unsaved.close()


def test_it_is_saved_when_the_library_takes_it_and_only_once(unsaved: Desk) -> None:
    said = unsaved.save_unsaved()
    assert len(said) == 3
    assert "What could not be saved last time is saved now: “about the mayor”." in said
    assert texts(unsaved) == ["about the mayor", "about the whole", "second words"]
    (placed,) = [note for note in unsaved.notes() if note.anchor is not None]
    assert placed.anchor is not None
    assert placed.anchor.exact == "mayor"
    assert waiting(unsaved) == []
    assert unsaved.save_unsaved() == []
    unsaved.close()


def test_a_note_that_has_other_words_by_now_keeps_them_beside_those_that_waited(
    unsaved: Desk,
) -> None:
    note = next(note for note in unsaved.notes() if note.text == "first words")
    file = next(file for file in waiting(unsaved) if file.name == f"note-{note.id}.json")
    unsaved.edit_note(note.id, "words of another process")
    assert file.exists()
    unsaved.save_unsaved()
    assert not file.exists()
    assert {"words of another process", "second words"} <= set(texts(unsaved))
    unsaved.close()


def test_saving_the_same_words_again_removes_what_waits_and_other_words_do_not(
    unsaved: Desk, article: int
) -> None:
    unsaved.note(article, "other words", Span(4, 9))
    assert len(waiting(unsaved)) == 3
    unsaved.note(article, "about the mayor", Span(4, 9))
    assert len(waiting(unsaved)) == 2
    unsaved.close()


def test_two_notes_on_one_place_wait_beside_each_other(desk: Desk, article: int) -> None:
    note = desk.note(article, "saved")
    for text in ("one", "two", "two"):
        assert desk.unsaved.keep(replace(note, id=0), text, another=True) is not None
    desk.save_unsaved()
    assert texts(desk) == ["one", "saved", "two"]


def test_what_is_in_the_library_already_is_not_said_and_not_doubled(
    unsaved: Desk, article: int
) -> None:
    files = {file: file.read_bytes() for file in waiting(unsaved)}
    unsaved.save_unsaved()
    for file, data in files.items():
        file.write_bytes(data)
    assert unsaved.save_unsaved() == []
    assert len(unsaved.notes()) == 3
    unsaved.close()


def test_a_note_whose_article_is_gone_and_a_broken_file_stay_and_are_named(
    unsaved: Desk, article: int
) -> None:
    unsaved.delete([article])
    broken = unsaved.unsaved.folder / "broken.json"
    broken.write_text("{")
    said = unsaved.save_unsaved()
    assert len(said) == 4
    assert all(str(unsaved.unsaved.folder) in each for each in said)
    assert len(waiting(unsaved)) == 4
    unsaved.close()


def test_a_mistake_of_the_readers_is_no_fault_and_nothing_waits(desk: Desk, article: int) -> None:
    for write in (
        partial(desk.note, article, "  "),
        partial(desk.note, 999, "on nothing"),
        partial(desk.edit_note, 999, "on nothing"),
    ):
        with pytest.raises(LibraryError):
            write()
    assert waiting(desk) == []
