"""The program ends well also while something else is wrong."""

from __future__ import annotations

import json
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.conftest import BRIDGE
from tests.terminal.driver import Terminal
from tui.desk import Desk

IMPATIENT = (
    "-c",
    "import sys; from tui.app import app; app._SECONDS_TO_LEAVE = 1.5;"
    " from tui.__main__ import main; sys.exit(main())",
)
"""The program, with less patience for a screen that does not come to leave."""


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Another program writes all the while."""
    other = sqlite3.connect(home / "data" / "library.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


def begin_a_note(terminal: Terminal) -> None:
    terminal.wait_for(BRIDGE)
    terminal.press(")")
    terminal.wait_for("sentence 1 of")
    terminal.press("c")
    terminal.wait_for("0 words · kept")


def test_a_window_that_closes_while_the_library_is_locked_loses_nothing(
    bridge: Path, home: Path
) -> None:
    with Terminal(str(bridge)) as terminal:
        begin_a_note(terminal)
        with locked(home):
            terminal.press("half a wo")
            terminal.wait_for("half a wo")
            terminal.signal(signal.SIGHUP)
            terminal.wait_for_output(b"\x1b[?1049l")
            assert terminal.wait_for_the_end() == 0
        assert terminal.cooked
    assert len(list((home / "state" / "unsaved").iterdir())) == 1
    with Terminal() as terminal:
        terminal.wait_for(BRIDGE, "saved now: “half a wo”.")
        terminal.press("ctrl+q")
        assert terminal.wait_for_the_end() == 0
    desk = Desk()
    assert [note.text for note in desk.notes()] == ["half a wo"]
    desk.close()


def test_a_kill_while_the_library_is_locked_loses_nothing_that_waited(
    bridge: Path, home: Path
) -> None:
    with Terminal(str(bridge)) as terminal:
        begin_a_note(terminal)
        with locked(home):
            terminal.press("half a wo")
            terminal.wait_for("The library is locked by")
            terminal.signal(signal.SIGKILL)
            terminal.wait_for_the_end()
    desk = Desk()
    assert desk.save_unsaved() == ["What could not be saved last time is saved now: “half a wo”."]
    desk.close()


def test_a_signal_is_heard_while_leaving_waits_for_a_lock(bridge: Path, home: Path) -> None:
    with Terminal(str(bridge)) as terminal:
        begin_a_note(terminal)
        with locked(home):
            terminal.press("half a wo")
            terminal.wait_for("half a wo")
            terminal.press("ctrl+q")
            time.sleep(0.5)
            terminal.signal(signal.SIGTERM)
            assert terminal.wait_for_the_end() == 0
        assert terminal.cooked
    assert len(list((home / "state" / "unsaved").iterdir())) == 1


def words_put_by(home: Path) -> list[str]:
    files = (home / "state" / "unsaved").iterdir()
    return [json.loads(file.read_text("ascii"))["text"] for file in files]


def test_an_editor_that_does_not_end_keeps_no_told_program_alive(
    bridge: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\necho in the editor\nexec sleep 60\n")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    with Terminal(str(bridge), start=IMPATIENT) as terminal:
        begin_a_note(terminal)
        with locked(home):
            terminal.press("half a wo", "esc", "C")
            terminal.wait_for("in the editor")
            terminal.signal(signal.SIGTERM)
            assert terminal.wait_for_the_end() == 1
            assert terminal.cooked
    assert words_put_by(home) == ["half a wo"]


def test_a_terminal_that_takes_nothing_more_keeps_no_told_program_alive(
    bridge: Path, home: Path
) -> None:
    with Terminal(str(bridge), start=IMPATIENT) as terminal:
        begin_a_note(terminal)
        with locked(home):
            terminal.press("half a wo")
            terminal.wait_for("half a wo")
            terminal.leave_unread(1.5)
            terminal.signal(signal.SIGTERM)
            assert terminal.end_unread() == 1
            assert terminal.cooked
    assert words_put_by(home) == ["half a wo"]


def test_words_that_nothing_on_the_disk_takes_are_left_in_the_terminal(
    bridge: Path, home: Path
) -> None:
    with Terminal(str(bridge)) as terminal:
        begin_a_note(terminal)
        (home / "state").mkdir(exist_ok=True)
        (home / "state" / "unsaved").write_text("a file where the folder should be")
        with locked(home):
            terminal.press("half a wo")
            terminal.wait_for("half a wo")
            terminal.signal(signal.SIGTERM)
            assert terminal.wait_for_the_end() == 1
        assert terminal.cooked
        assert b"could not be saved anywhere:\r\n\r\nhalf a wo" in bytes(terminal.output)
