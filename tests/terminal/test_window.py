"""Windows that change, and terminals without colours."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.conftest import BRIDGE
from tests.terminal.driver import Terminal
from tui.desk import Desk
from tui.summarize import Budget


def test_a_window_may_become_tiny_and_large_again(bridge: Path) -> None:
    with Terminal(str(bridge)) as terminal:
        terminal.wait_for(BRIDGE)
        terminal.resize(30, 5)
        terminal.wait_for("Window too small")
        for size in ((1, 1), (2, 40), (200, 1)):
            terminal.resize(*size)
            terminal.press("j", "s", '"', "?")
            terminal.rest(0.1)
        terminal.resize(60, 20)
        terminal.wait_for(BRIDGE)
        terminal.resize(200, 60)
        terminal.wait_for(BRIDGE, "ARTICLES", "READER")
        terminal.press("ctrl+q")
        assert terminal.wait_for_the_end() == 0


def test_without_colours_what_is_lit_is_bold(bridge: Path) -> None:
    desk = Desk()
    (opened,) = desk.look(str(bridge))
    first = desk.gist(opened, "broadsheet", Budget(sentences=5)).lines[0]
    desk.close()
    # The beginning of the sentence: as much as surely stands on one line.
    lit = opened.reading.text[first.start : first.end][:12]
    with Terminal(str(bridge), NO_COLOR="1") as terminal:
        terminal.wait_for(BRIDGE, lit)
        assert not any(cell.bold for cell in terminal.screen.cells_of(lit))
        terminal.press("s")
        terminal.wait_for("▌")
        assert all(cell.bold for cell in terminal.screen.cells_of(lit))
        assert {_is_grey(c.fg) and _is_grey(c.bg) for c in terminal.screen.cells()} == {True}


def _is_grey(colour: str) -> bool:
    return colour == "default" or colour[0:2] == colour[2:4] == colour[4:6]
