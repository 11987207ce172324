from __future__ import annotations

import json
import os
import sqlite3
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tui.desk import Desk
from tui.desk.editing import Writing
from tui.library.faults import StorageFault
from tui.model import Anchor, LibraryError, Note, Span

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
        assert desk.unsaved.keep(replace(note, id=0), text) is not None
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


def test_a_broken_file_stays_and_is_named(unsaved: Desk) -> None:
    broken = unsaved.unsaved.folder / "broken.json"
    broken.write_text("{")
    said = unsaved.save_unsaved()
    assert len(said) == 4
    assert str(broken) in said[0]
    assert waiting(unsaved) == [broken]
    unsaved.close()


def test_an_article_that_was_deleted_comes_back_with_the_note_that_waited(
    unsaved: Desk, article: int
) -> None:
    unsaved.delete([article])
    said = unsaved.save_unsaved()
    assert sum("had been deleted, is back" in each for each in said) == 1
    assert texts(unsaved) == ["about the mayor", "about the whole", "second words"]
    assert {note.article for note in unsaved.notes()} == {article}
    assert waiting(unsaved) == []
    unsaved.close()


OTHERS = ("The river rose. Nobody was hurt.", "A dog barked. The mayor slept.")


def begun_anew(before: Desk, *contents: str) -> Desk:
    """A desk whose library was lost and has other articles now."""
    before.close()
    for file in before.folders.data.iterdir():
        if file.name.startswith("library.sqlite3"):
            file.unlink()
    desk = Desk()
    for text in contents:
        desk.add_text(text)
    return desk


def test_a_note_never_goes_onto_another_article_that_has_the_number(
    unsaved: Desk, article: int
) -> None:
    desk = begun_anew(unsaved, *OTHERS)
    other = desk.note(article, "a stranger’s").id
    said = desk.save_unsaved()
    assert any("stands in for it" in each for each in said)
    assert waiting(desk) == []
    assert [note.text for note in desk.notes(article)] == ["a stranger’s"]
    (stub,) = {note.article for note in desk.notes()} - {article}
    assert {note.text for note in desk.notes(stub)} == {
        *("about the mayor", "about the whole", "second words")
    }
    assert desk.note_rows([other])[0].text == "a stranger’s"
    (placed,) = [note for note in desk.notes(stub) if note.anchor is not None]
    assert placed.anchor is not None
    assert placed.anchor.exact == "mayor"
    assert desk.add_text(TEXT).known == (stub,)
    (placed,) = [note for note in desk.notes(stub) if note.anchor is not None]
    assert placed.anchor is not None
    assert (placed.anchor.found, placed.anchor.start) == (True, 4)
    desk.close()


def test_an_article_that_has_another_number_by_now_is_found_by_its_text(unsaved: Desk) -> None:
    desk = begun_anew(unsaved, *OTHERS, TEXT)
    (found,) = [a.id for a in desk.every("all") if a.title.startswith("The mayor met")]
    desk.save_unsaved()
    assert {note.article for note in desk.notes()} == {found}
    assert len(desk.notes()) == 3
    desk.close()


def test_an_article_with_a_newer_text_is_still_the_one_that_is_meant(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT)
    (article,) = desk.add([str(file)]).added
    about = desk.keeper.known_by(article)
    assert desk.unsaved.keep(Note(0, article, "", "", ""), "about the whole", about) is not None
    file.write_text(TEXT.replace("$5", "$6"))
    assert desk.add([str(file)], again=True).renewed == (article,)
    desk.save_unsaved()
    assert [note.article for note in desk.notes()] == [article]


def old_files(desk: Desk) -> None:
    """Have what waits as earlier versions wrote it."""
    for file in waiting(desk):
        value = json.loads(file.read_text("ascii"))
        del value["about"]
        file.write_text(json.dumps(value), "ascii")


def test_files_of_earlier_versions_go_by_the_number(unsaved: Desk, article: int) -> None:
    old_files(unsaved)
    unsaved.save_unsaved()
    assert texts(unsaved) == ["about the mayor", "about the whole", "second words"]
    assert {note.article for note in unsaved.notes()} == {article}
    unsaved.close()


def test_files_that_know_the_number_alone_pass_by_an_article_that_came_later(
    unsaved: Desk, article: int
) -> None:
    old_files(unsaved)
    for file in waiting(unsaved):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    desk = begun_anew(unsaved, *OTHERS)
    desk.save_unsaved()
    assert desk.notes(article) == []
    assert texts(desk) == ["about the mayor", "about the whole", "second words"]
    desk.close()


def test_the_same_words_on_several_places_are_several_notes(desk: Desk, article: int) -> None:
    one = desk.note(article, "ask", Span(4, 9))
    other = desk.note(article, "other", Span(18, 25))
    desk.unsaved.keep(replace(other, id=0), "ask", desk.keeper.known_by(article))
    desk.save_unsaved()
    found = [note.anchor for note in desk.notes(article) if note.text == "ask"]
    assert found == [one.anchor, other.anchor]


def test_what_waits_is_not_written_over_by_another_note_on_the_same_place(
    unsaved: Desk, article: int
) -> None:
    place = next(file for file in waiting(unsaved) if "-4-9" in file.name)
    writing = Writing(
        unsaved, Note(0, article, "", "", "", Anchor(**json.loads(place.read_text())["anchor"]))
    )
    writing.put_by("of another sitting")
    writing.put_by("of another sitting, longer")
    assert len(waiting(unsaved)) == 4
    unsaved.save_unsaved()
    assert {"about the mayor", "of another sitting, longer"} < set(texts(unsaved))
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
