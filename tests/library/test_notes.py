from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library import Library
from tui.model import Anchor, Draft, LibraryError

Make = Callable[..., Draft]
HERE = Anchor("happened in", "What ", " A harbour", 16, 27)
LATER = Anchor("length", "some ", ".", 51, 57)

ACKNOWLEDGING = """
import sys
from pathlib import Path
from tui.library import Library
library = Library(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    note = library.add_note(1, f"{sys.argv[2]} {number}")
    library.edit_note(note.id, f"{sys.argv[2]} {number} edited")
    print(f"{sys.argv[2]} {number} edited", flush=True)
"""


@pytest.fixture
def shelf(library: Library, draft: Make) -> Library:
    library.add(draft())
    library.add(draft("Élan"))
    return library


def versions(library: Library, note: int) -> list[str]:
    with library._store.reading() as connection:
        rows = connection.execute(
            "SELECT text FROM note_version WHERE note = ? ORDER BY version", (note,)
        )
        return [row[0] for row in rows]


def test_a_note_comes_back_as_it_was_written(shelf: Library) -> None:
    written = shelf.add_note(1, "two\nlines é𝄞", HERE)
    assert written.anchor == HERE
    assert written.created == written.updated
    assert shelf.notes(1) == [written]
    assert shelf.notes(2) == []
    assert shelf.counts()["notes"] == 1


def test_an_articles_notes_stand_in_the_order_of_its_text_and_all_notes_newest_first(
    shelf: Library,
) -> None:
    texts = [("late", LATER), ("own", None), ("early", HERE)]
    for text, anchor in texts:
        shelf.add_note(1, text, anchor)
    shelf.add_note(2, "elsewhere")
    assert [note.text for note in shelf.notes(1)] == ["own", "early", "late"]
    assert [note.text for note in shelf.notes()] == ["elsewhere", "early", "own", "late"]


def test_an_edit_keeps_what_was_written_before(shelf: Library) -> None:
    note = shelf.add_note(1, "first", HERE)
    shelf.edit_note(note.id, "second")
    assert shelf.undo() == "Note edited: undone"
    assert shelf.notes(1)[0].text == "first"
    third = shelf.edit_note(note.id, "third")
    assert (third.id, third.text, third.anchor) == (note.id, "third", HERE)
    assert versions(shelf, note.id) == ["first", "second", "third"]


def test_an_edit_that_changes_nothing_is_no_version_and_no_step(shelf: Library) -> None:
    note = shelf.add_note(1, "first")
    assert shelf.edit_note(note.id, "first") == note
    assert versions(shelf, note.id) == ["first"]
    assert shelf.undo() == "Note added: undone"


def test_a_note_is_never_overwritten_with_nothing(shelf: Library) -> None:
    note = shelf.add_note(1, "first")
    for text in ("", " \n"):
        with pytest.raises(LibraryError, match="empty note"):
            shelf.edit_note(note.id, text)
        with pytest.raises(LibraryError, match="empty note"):
            shelf.add_note(1, text)
    assert shelf.notes(1) == [note]


def test_a_highlight_is_a_note_without_words_on_a_place(shelf: Library) -> None:
    mark = shelf.add_note(1, "", HERE)
    assert shelf.notes(1) == [mark]
    shelf.edit_note(mark.id, "words")
    assert shelf.edit_note(mark.id, "").anchor == HERE


def test_a_deleted_note_is_gone_until_undo_brings_it_back(shelf: Library) -> None:
    note = shelf.add_note(1, "first", HERE)
    shelf.delete_note(note.id)
    assert shelf.notes() == []
    assert shelf.counts()["notes"] == 0
    for change in (lambda: shelf.delete_note(note.id), lambda: shelf.edit_note(note.id, "x")):
        with pytest.raises(LibraryError, match=f"There is no note {note.id}"):
            change()
    assert shelf.undo() == "Note deleted: undone"
    assert shelf.notes(1) == [note]


def test_notes_go_and_come_back_with_their_article(shelf: Library) -> None:
    note = shelf.add_note(1, "first")
    shelf.delete([1])
    assert shelf.notes() == shelf.notes(1) == []
    assert shelf.counts()["notes"] == 0
    with pytest.raises(LibraryError, match="There is no article 1"):
        shelf.add_note(1, "more")
    shelf.undo()
    assert shelf.notes() == [note]


def test_notes_are_found_by_their_words_their_place_and_their_article(shelf: Library) -> None:
    shelf.add_note(1, "Trade winds", HERE)
    shelf.add_note(2, "nothing of note")
    assert [note.article for note in shelf.notes(query="trade HAPPENED")] == [1]
    assert [note.article for note in shelf.notes(query="elan")] == [2]
    assert [note.article for note in shelf.notes(query="-trade")] == [2]
    assert shelf.notes(2, "trade") == []


def test_a_kill_in_the_middle_of_writing_loses_no_acknowledged_note(
    shelf: Library, path: Path
) -> None:
    acknowledged: list[str] = []
    for name in ("a", "b", "c"):
        writer = subprocess.Popen(
            [sys.executable, "-c", ACKNOWLEDGING, str(path), name],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        acknowledged += [writer.stdout.readline().strip() for _ in range(25)]
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged += writer.stdout.read().splitlines()
        writer.wait()
        writer.stdout.close()
    shelf.close()
    library = Library(path)
    kept = {note.text for note in library.notes()}
    assert len(acknowledged) >= 75
    assert set(acknowledged) <= kept
    with library._store.reading() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    library.close()
