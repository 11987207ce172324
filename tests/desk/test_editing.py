from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from tui.desk import Desk
from tui.desk.editing import Writing, keep_edited
from tui.library.faults import StorageFault
from tui.model import Anchor, Note, Span


@pytest.fixture
def note(desk: Desk) -> Note:
    desk.add_text("A title\n\nSome words that are worth a note.")
    return desk.note(1, "Before")


def texts(desk: Desk) -> list[str]:
    return sorted(note.text for note in desk.notes())


def test_what_the_editor_leaves_is_the_notes_next_version(desk: Desk, note: Note) -> None:
    assert keep_edited(desk, 1, note, "After") is None
    assert texts(desk) == ["After"]
    assert len(desk.note_versions(note.id)) == 2


def test_nothing_changed_is_nothing_done(desk: Desk, note: Note) -> None:
    desk.edit_note(note.id, "Meanwhile")
    assert keep_edited(desk, 1, note, "Before\n") is None
    assert keep_edited(desk, 1, None, " \n") is None
    assert texts(desk) == ["Meanwhile"]


def test_an_emptied_note_is_deleted_unless_it_was_changed_meanwhile(desk: Desk, note: Note) -> None:
    desk.edit_note(note.id, "Meanwhile")
    assert keep_edited(desk, 1, note, "") is not None
    assert texts(desk) == ["Meanwhile"]
    (now,) = desk.notes()
    said = keep_edited(desk, 1, now, "")
    assert said is not None
    assert "{undo} brings it back" in said
    assert texts(desk) == []


def test_what_was_written_meanwhile_is_not_written_over(desk: Desk, note: Note) -> None:
    desk.edit_note(note.id, "Meanwhile")
    said = keep_edited(desk, 1, note, "After")
    assert said is not None
    assert "changed meanwhile" in said
    assert texts(desk) == ["After", "Meanwhile"]
    (now,) = [each for each in desk.notes() if each.id == note.id]
    assert keep_edited(desk, 1, note, now.text) is None
    assert len(desk.notes()) == 2


def test_a_note_that_was_deleted_meanwhile_is_not_lost(desk: Desk, note: Note) -> None:
    desk.delete_note(note.id)
    said = keep_edited(desk, 1, note, "After")
    assert said is not None
    assert "deleted meanwhile" in said
    assert texts(desk) == ["After"]


def test_a_first_note_is_kept(desk: Desk, note: Note) -> None:
    desk.delete_note(note.id)
    assert keep_edited(desk, 1, None, "First") is None
    assert texts(desk) == ["First"]


def test_what_is_typed_on_a_place_goes_on_beside_the_words_of_another_writer(desk: Desk) -> None:
    desk.add_text("A title\n\nSome words that are worth a note.")
    before = desk.highlight(1, Span(9, 19), "Mine")
    writing = Writing(desk, before)
    assert writing.keep("Mine, longer") is None
    desk.edit_note(before.id, "Theirs")
    said = writing.keep("Mine, longer still")
    assert said is not None
    assert "changed meanwhile" in said
    assert writing.keep("Mine, as long as it gets") is None
    theirs, mine = sorted(desk.notes(1), key=lambda note: note.id)
    assert (theirs.text, mine.text) == ("Theirs", "Mine, as long as it gets")
    assert theirs.anchor == mine.anchor == before.anchor


def test_a_note_emptied_while_another_writer_filled_it_stays_filled(desk: Desk) -> None:
    desk.add_text("A title\n\nSome words that are worth a note.")
    writing = Writing(desk, desk.highlight(1, Span(9, 19), "Mine"))
    desk.edit_note(writing.note.id, "Theirs")
    said = writing.keep("")
    assert said is not None
    assert "stays as it is" in said
    assert texts(desk) == ["Theirs"]
    assert writing.keep("Mine anew") is not None
    assert texts(desk) == ["Mine anew", "Theirs"]


def test_the_same_words_by_two_writers_are_one_note(desk: Desk, note: Note) -> None:
    writing = Writing(desk, note)
    desk.edit_note(note.id, "Both")
    assert writing.keep("Both\n") is None
    assert texts(desk) == ["Both"]


def test_what_was_put_by_is_let_go_once_it_is_kept(desk: Desk) -> None:
    desk.add_text("A title\n\nSome words that are worth a note.")
    before = desk.highlight(1, Span(9, 19))
    desk.undo()
    writing = Writing(desk, replace(before, id=0))
    writing.put_by("Mine")
    assert len(desk.unsaved) == 1
    writing.begin()
    writing.keep("Mine")
    assert len(desk.unsaved) == 0
    assert texts(desk) == ["Mine"]


def test_a_save_that_fails_or_succeeds_late_takes_nothing_newer_out_of_its_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add_text("A title\n\nSome words that are worth a note.")
    desk.close()
    monkeypatch.setattr("tui.library.opening.BUSY_SECONDS", 0.1)
    desk = Desk()
    writing = Writing(desk, desk.highlight(1, Span(9, 19)))
    writing.put_by("Mine, longer")
    with closing(sqlite3.connect(desk.folders.data / "library.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFault):
            writing.keep("Mine")
    assert waiting(desk) == ["Mine, longer"]
    writing.keep("Mine")
    assert waiting(desk) == ["Mine, longer"]
    writing.keep("Mine, longer")
    assert waiting(desk) == []
    desk.close()


def test_words_on_a_place_that_could_not_even_be_marked_wait_in_a_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add_text("A title\n\nSome words that are worth a note.")
    moment = "2026-03-14T12:00:00+00:00"
    draft = Note(0, 1, "", moment, moment, Anchor("Some words", "", "", 9, 19))
    desk.close()
    monkeypatch.setattr("tui.library.opening.BUSY_SECONDS", 0.1)
    desk = Desk()
    writing = Writing(desk, draft)
    with closing(sqlite3.connect(desk.folders.data / "library.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFault):
            writing.keep("Mine")
    assert waiting(desk) == ["Mine"]
    writing.keep("Mine")
    assert (waiting(desk), texts(desk)) == ([], ["Mine"])
    desk.close()


def waiting(desk: Desk) -> list[str]:
    return [json.loads(file.read_text("ascii"))["text"] for file in desk.unsaved.folder.iterdir()]
