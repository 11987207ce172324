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
