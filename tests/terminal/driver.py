"""A reader at a real terminal: starts the program, presses keys, waits until words appear."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from types import TracebackType

from tests.terminal.process import PtyProcess
from tests.terminal.screen import TerminalScreen

PATIENCE = 30.0
"""Seconds until a wait is given up: for a machine with other things to do."""

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "ctrl+q": "\x11",
}


class Terminal:
    """``broadsheet WORDS`` in a window of its own, over this test's home.

    Args:
        words: What stands behind the program's name.
        size: Columns and rows of the window.
        start: What Python is told to run.
        environment: What is to be otherwise in the program's environment.

    Attributes:
        output: Everything that was written so far.
    """

    def __init__(
        self,
        *words: str,
        size: tuple[int, int] = (120, 40),
        start: Sequence[str] = ("-m", "tui"),
        **environment: str,
    ) -> None:
        self._screen = TerminalScreen(*size)
        self.output = bytearray()
        self._process = PtyProcess(
            [sys.executable, *start, *words], size, _environment(environment)
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._process.close()

    @property
    def screen(self) -> TerminalScreen:
        """What is to be seen."""
        return self._screen

    @property
    def cooked(self) -> bool:
        """Whether the terminal echoes and waits for whole lines, as a shell expects it."""
        return self._process.cooked

    def press(self, *keys: str) -> None:
        """Press keys, by name or as they are typed."""
        for key in keys:
            self._process.write(KEYS.get(key, key).encode())
            if key == "esc":  # with the next key in the same breath it would be alt and that key
                self.rest(0.15)

    def paste(self, text: str) -> None:
        """Paste text, marked as such."""
        self._process.write(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def click(self, words: str) -> None:
        """Press and release the mouse on the middle of the words."""
        row, column = self._screen.place_of(words)
        place = f"{column + len(words) // 2 + 1};{row + 1}"
        self._process.write(f"\x1b[<0;{place}M\x1b[<0;{place}m".encode())

    def wait_for(self, *words: str) -> None:
        """Until each of the words stands in a row of the screen."""
        self._wait(lambda: all(map(self._screen.shows, words)), " and ".join(words))

    def wait_until_gone(self, words: str) -> None:
        """Until the words stand in no row of the screen."""
        self._wait(lambda: not self._screen.shows(words), f"no {words}")

    def wait_for_output(self, data: bytes) -> None:
        """Until these bytes have been written."""
        self._wait(lambda: data in self.output, repr(data))

    def rest(self, seconds: float = 0.3) -> None:
        """Until nothing has been written for so long."""
        deadline = time.monotonic() + PATIENCE
        while self._take(seconds) and time.monotonic() < deadline:
            pass

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._screen.resize(columns, rows)
        self._process.resize(columns, rows)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.child.send_signal(number)

    def leave_unread(self, seconds: float) -> None:
        """Have everything drawn again and again, and read none of it: the program cannot write."""
        until = time.monotonic() + seconds
        wide = False
        while time.monotonic() < until:
            self._process.resize(120 if wide else 119, 40)
            wide = not wide
            time.sleep(0.02)

    def end_unread(self) -> int:
        """The program's exit code, though nothing of what it writes is read."""
        return self._process.child.wait(PATIENCE)

    def hang_up(self) -> None:
        """Close the window while the program runs."""
        self._process.hang_up()

    def wait_for_the_end(self) -> int:
        """The program's exit code, once everything it wrote was read."""
        deadline = time.monotonic() + PATIENCE
        while self._process.child.poll() is None:
            assert time.monotonic() < deadline, self._report("its end")
            self._take(0.05)
        while self._take(0.05):
            pass
        return self._process.child.wait()

    def _wait(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, self._report(what)
            assert self._take(0.05) or self._process.child.poll() is None, self._report(what)

    def _take(self, seconds: float) -> bool:
        chunk = self._process.read(seconds)
        if chunk is None:
            return False
        self.output += chunk.data
        self._screen.feed(chunk.data)
        return True

    def _report(self, what: str) -> str:
        shown = "\n".join(line.rstrip() for line in self._screen.lines()).strip("\n")
        return f"waited in vain for {what}; the screen:\n{shown}"


def _environment(changes: dict[str, str]) -> dict[str, str]:
    told = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return {**os.environ, **told, **changes}
