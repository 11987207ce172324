from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.driver import Broadsheet, spawn


def test_a_note_on_a_file_adds_the_file_first(broadsheet: Broadsheet, report: Path) -> None:
    result = broadsheet("note", str(report), "Ask", "about", "the cost.")
    assert result.code == 0
    assert result.lines == ["note:1 · id:1 · Ask about the cost."]
    broadsheet("note", str(report), "Again.")
    assert len(broadsheet("list").lines) == 1
    assert len(broadsheet("notes").lines) == 2


def test_a_note_is_read_from_standard_input(broadsheet: Broadsheet, report: Path) -> None:
    broadsheet("add", str(report))
    note = broadsheet("note", "id:1", "-", "--json", stdin="Two\nlines – long.\n".encode()).value
    assert note["text"] == "Two\nlines – long."
    assert note["anchor"] is None
    assert broadsheet("note", "id:1", "-", stdin=b"\xff\xfe").code == 1
    assert broadsheet("note", "id:1", "-", stdin=b" \n").code == 1


def test_a_note_is_edited_and_deleted_and_undo_brings_it_back(
    broadsheet: Broadsheet, report: Path
) -> None:
    broadsheet("note", str(report), "First.")
    assert "Second." in broadsheet("note", "edit", "1", "Second.").out
    assert broadsheet("note", "delete", "note:1").code == 0
    assert broadsheet("notes").lines == []
    broadsheet("undo")
    assert "Second." in broadsheet("notes").out
    broadsheet("undo")
    assert "First." in broadsheet("notes").out


def test_a_note_that_is_not_there_is_told(broadsheet: Broadsheet) -> None:
    for words in (["delete", "5"], ["edit", "5", "text"]):
        result = broadsheet("note", *words)
        assert (result.code, result.out) == (1, "")
        assert result.err.count("\n") == 1


def test_a_note_belongs_to_one_article(broadsheet: Broadsheet, tmp_path: Path) -> None:
    result = broadsheet("note", str(tmp_path), "Text.")
    assert result.code == 1
    assert "folder" in result.err
    assert broadsheet("note", "/no/such/file", "Text.").err.count("\n") == 1
    assert broadsheet("list", "--json").value == []


def test_a_highlight_keeps_its_words_and_their_surroundings(
    broadsheet: Broadsheet, report: Path
) -> None:
    note = broadsheet("highlight", str(report), "cost £4.2 million", "--json").value
    text = broadsheet("show", "id:1", "--all", "--json").value["text"]
    anchor = note["anchor"]
    assert text[anchor["start"] : anchor["end"]] == anchor["exact"] == "cost £4.2 million"
    assert text[: anchor["start"]].endswith(anchor["prefix"])
    assert text[anchor["end"] :].startswith(anchor["suffix"])
    assert (note["text"], anchor["found"]) == ("", True)


def test_words_are_found_whatever_marks_and_blanks_the_keyboard_has(
    broadsheet: Broadsheet, report: Path
) -> None:
    words = '"We were  promised a year and got eleven\nmonths of it,"'
    note = broadsheet("highlight", str(report), words, "--note", "Ha.", "--json").value
    assert note["anchor"]["exact"] == "“We were promised a year and got eleven months of it,”"
    assert note["text"] == "Ha."


def test_words_that_do_not_occur_are_told(broadsheet: Broadsheet, report: Path) -> None:
    result = broadsheet("highlight", str(report), "purple elephants.*")
    assert (result.code, result.out) == (1, "")
    assert "purple elephants" in result.err


def test_of_several_places_the_first_is_taken_and_that_is_said(
    broadsheet: Broadsheet, report: Path
) -> None:
    result = broadsheet("highlight", str(report), "eleven months", "--json")
    assert result.code == 0
    assert "3 times" in result.err
    assert "--nth 2" in result.err
    second = broadsheet("highlight", "id:1", "eleven months", "--nth", "2", "--json")
    assert second.value["anchor"]["start"] > result.value["anchor"]["start"]
    assert second.err == ""
    for nth in ("0", "-1", "4"):
        refused = broadsheet("highlight", "id:1", "eleven months", "--nth", nth)
        assert (refused.code, refused.out) == (1, "")
        assert "occurs 3 times" in refused.err
    text = broadsheet("show", "id:1", "--all", "--json").value["text"]
    assert result.value["anchor"]["start"] == text.index("eleven months")


def test_notes_are_looked_through_by_words(broadsheet: Broadsheet, report: Path) -> None:
    broadsheet("note", str(report), "About elephants.")
    broadsheet("highlight", "id:1", "harbour master")
    assert len(broadsheet("notes", "elephants").lines) == 1
    assert len(broadsheet("notes", "master").lines) == 1
    assert len(broadsheet("notes").lines) == 2


def test_notes_come_in_four_formats(broadsheet: Broadsheet, report: Path) -> None:
    broadsheet("highlight", str(report), "harbour master", "--note", "=HYPERLINK(1)")
    assert "> harbour master" in broadsheet("notes", "--format", "md").out
    assert json.loads(broadsheet("notes", "--format", "json").out)[0]["id"] == 1
    assert broadsheet("notes", "--json").value[0]["anchor"]["exact"] == "harbour master"
    [row] = csv.DictReader(io.StringIO(broadsheet("notes", "--format", "csv").out))
    assert row["note"] == "'=HYPERLINK(1)"
    assert row["title"].startswith("Harbour bridge")


def test_a_note_that_is_no_utf8_or_too_long_is_refused(
    broadsheet: Broadsheet, report: Path
) -> None:
    for data, reason in ((b"caf\xe9", "is not UTF-8"), (b"a" * 1_000_001, "longer than 1 MB")):
        result = broadsheet("note", str(report), "-", stdin=data)
        assert (result.code, result.out) == (1, "")
        assert reason in result.err
        assert result.err.count("\n") == 1


def test_bytes_that_the_locale_would_let_through_are_no_note(report: Path) -> None:
    done = spawn(["note", str(report), "-"], b"caf\xe9", PYTHONIOENCODING="utf-8:surrogateescape")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"is not UTF-8" in done.stderr


@pytest.mark.parametrize("path", ["~nobodyxx/x", "a" * 300])
def test_a_note_on_a_path_that_cannot_be_is_refused(broadsheet: Broadsheet, path: str) -> None:
    result = broadsheet("note", path, "hi")
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert "unforeseen" not in result.err


def test_the_history_of_a_deleted_note_says_so(broadsheet: Broadsheet, report: Path) -> None:
    broadsheet("note", str(report), "First.")
    broadsheet("note", "edit", "1", "Second.")
    assert broadsheet("note", "history", "1").lines[0].startswith("2 (now) · ")
    broadsheet("note", "delete", "1")
    newest, oldest = broadsheet("note", "history", "1").lines
    assert newest.startswith("2 (deleted) · ")
    assert oldest.startswith("1 · ")
    newest = broadsheet("note", "history", "1", "--json").value[0]
    assert (newest["current"], newest["deleted"]) == (False, True)
    broadsheet("undo")
    assert broadsheet("note", "history", "1").lines[0].startswith("2 (now) · ")
