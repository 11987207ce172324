"""A note outlives whatever ends the program."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.terminal.conftest import BRIDGE
from tests.terminal.driver import Terminal
from tui.desk import Desk

NOTE = "Ask the council #follow-up"


def notes() -> list[str]:
    desk = Desk()
    try:
        return [note.text for note in desk.notes()]
    finally:
        desk.close()


def begin_a_note(terminal: Terminal) -> None:
    terminal.wait_for(BRIDGE)
    terminal.press(")")
    terminal.wait_for("sentence 1 of")
    terminal.press("c")
    terminal.wait_for("0 words · kept")


def test_a_file_is_opened_lit_and_noted_and_the_note_survives_a_kill(bridge: Path) -> None:
    with Terminal(str(bridge)) as terminal:
        terminal.wait_for(BRIDGE, "GIST")
        terminal.press("s")
        terminal.wait_for("▌", "5 of 43 sentences")
        begin_a_note(terminal)
        terminal.press(NOTE)
        terminal.wait_for("4 words · kept")
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_for_the_end() == -signal.SIGKILL
    with Terminal() as terminal:
        terminal.wait_for(BRIDGE)
        terminal.press("7")
        terminal.wait_for("1 highlight · 1 note · 1 tag", "Ask the council")
        terminal.press("ctrl+q")
        assert terminal.wait_for_the_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda each: each.name)
def test_a_signal_keeps_what_is_being_typed_and_gives_the_terminal_back(
    bridge: Path, number: signal.Signals
) -> None:
    with Terminal(str(bridge)) as terminal:
        assert terminal.cooked
        begin_a_note(terminal)
        assert not terminal.cooked
        terminal.press("half a wo")
        terminal.wait_for("half a wo")
        terminal.signal(number)
        terminal.wait_for_output(b"\x1b[?1049l")
        assert terminal.wait_for_the_end() == 0
        assert terminal.output.rfind(b"\x1b[?25h") > terminal.output.rfind(b"\x1b[?25l")
        assert not terminal.screen.cursor_hidden
        assert terminal.cooked
    assert notes() == ["half a wo"]


def test_closing_the_window_ends_the_program_and_keeps_the_note(bridge: Path) -> None:
    with Terminal(str(bridge)) as terminal:
        begin_a_note(terminal)
        terminal.press("half a wo")
        terminal.wait_for("half a wo")
        terminal.hang_up()
        terminal.wait_for_the_end()
    assert notes() == ["half a wo"]


def test_the_articles_own_note_is_written_in_the_readers_editor(
    bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "from the editor" >> "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    with Terminal(str(bridge)) as terminal:
        terminal.wait_for(BRIDGE, "GIST")
        terminal.press("C")
        terminal.press("7")
        terminal.wait_for("from the editor")
        terminal.press("ctrl+q")
        terminal.wait_for_the_end()
    assert notes() == ["from the editor"]


def with_editor(path: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader's editor from now on: a script that has the file in ``$1``."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(path))


def edit_and_quit(bridge: Path, *words: str, tab: str = "") -> None:
    """Press C on the article, wait for what is said or what the tab shows, and leave."""
    with Terminal(str(bridge)) as terminal:
        terminal.wait_for(BRIDGE, "GIST")
        terminal.press("C", *tab)
        terminal.wait_for(*words)
        terminal.press("ctrl+q")
        assert terminal.wait_for_the_end() == 0


def write_on_the_whole(text: str) -> None:
    desk = Desk()
    try:
        desk.note(desk.ids("all")[0], text)
    finally:
        desk.close()


def test_an_editor_that_does_not_start_leaves_nothing_that_deletes_a_later_note(
    bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "nosuchedit")
    edit_and_quit(bridge, "The editor could not be used")
    write_on_the_whole("My important note")
    with_editor(tmp_path / "editor", "exit 0", monkeypatch)
    edit_and_quit(bridge, "My important note", tab="7")
    assert notes() == ["My important note"]


@pytest.mark.parametrize(
    ("end", "how"), [("kill -9 $$", "ended by SIGKILL"), ("exit 3", "ended with an error (3)")]
)
def test_an_editor_that_ends_badly_changes_nothing(
    bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, how: str
) -> None:
    with_editor(tmp_path / "editor", 'printf "My important note" > "$1"', monkeypatch)
    edit_and_quit(bridge, "My important note", tab="7")
    with_editor(tmp_path / "editor", f': > "$1"; {end}', monkeypatch)
    edit_and_quit(bridge, how, "the note stays as it was")
    assert notes() == ["My important note"]
    with_editor(tmp_path / "editor", f'printf " and more" >> "$1"; {end}', monkeypatch)
    edit_and_quit(bridge, "C opens what was written")
    assert notes() == ["My important note"]
    with_editor(tmp_path / "editor", "exit 0", monkeypatch)
    edit_and_quit(bridge, "what was left last time")
    assert notes() == ["My important note and more"]


def test_what_a_killed_program_left_in_the_editor_does_not_replace_a_newer_note(
    bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = tmp_path / "begun"
    with_editor(tmp_path / "editor", f'printf "half" > "$1"; touch {begun}; sleep 30', monkeypatch)
    with Terminal(str(bridge)) as terminal:
        terminal.wait_for(BRIDGE, "GIST")
        terminal.press("C")
        for _ in range(100):
            if begun.exists():
                break
            terminal.rest(0.1)
        terminal.signal(signal.SIGKILL)
        terminal.wait_for_the_end()
    write_on_the_whole("My important note")
    with_editor(tmp_path / "editor", "exit 0", monkeypatch)
    edit_and_quit(bridge, "left behind last time is a note of its own")
    assert sorted(notes()) == ["My important note", "half"]


def test_a_note_emptied_in_the_editor_is_deleted_and_that_is_said(
    bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_editor(tmp_path / "editor", 'printf "Short-lived" > "$1"', monkeypatch)
    edit_and_quit(bridge, "Short-lived", tab="7")
    with_editor(tmp_path / "editor", ': > "$1"', monkeypatch)
    edit_and_quit(bridge, "it is deleted. U brings it back")
    assert notes() == []
