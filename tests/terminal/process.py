"""A program on a pseudo-terminal of its own: what it writes, and when."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass

# What a current terminal answers when it is asked; Textual waits a moment for some of them.
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",  # primary device attributes
    b"\x1b[6n": b"\x1b[1;1R",  # where the cursor is
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # synchronised output: known, off
}


@dataclass(frozen=True)
class Chunk:
    """Bytes read at one moment, in seconds since the program was started."""

    at: float
    data: bytes


class PtyProcess:
    """A child whose controlling terminal is ours to read and to write.

    Args:
        command: The program and its arguments.
        size: Columns and rows of the window, set before the program starts.
        environment: The whole environment of the program.
        answers: Whether questions to the terminal are answered as a current one would.
    """

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int],
        environment: dict[str, str],
        *,
        answers: bool = True,
    ) -> None:
        self._master, slave = pty.openpty()
        self._answers = _ANSWERS if answers else {}
        self.closed = False
        self.resize(*size)
        os.set_blocking(self._master, False)
        self._started = time.perf_counter()
        self.child = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            preexec_fn=_take_the_terminal,
        )
        os.close(slave)

    def now(self) -> float:
        """Seconds since the program was started."""
        return time.perf_counter() - self._started

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the program gets SIGWINCH."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def cooked(self) -> bool:
        """Whether what is typed is echoed and comes line by line, as a shell expects it."""
        modes = termios.tcgetattr(self._master)[3]
        return bool(modes & termios.ECHO and modes & termios.ICANON)

    def write(self, data: bytes) -> float:
        """Type ``data``; when that was."""
        at = self.now()
        os.write(self._master, data)
        return at

    def read(self, seconds: float) -> Chunk | None:
        """What comes next, waiting at most so long; None if nothing came or the program is gone."""
        if self.closed or not select.select([self._master], [], [], max(0.0, seconds))[0]:
            return None
        try:
            data = os.read(self._master, 1 << 20)
        except BlockingIOError:
            return None
        except OSError:  # Linux's way of saying that nobody has the other end open any more
            data = b""
        if not data:
            self.closed = True
            return None
        chunk = Chunk(self.now(), data)
        for question, answer in self._answers.items():
            if question in data:
                os.write(self._master, answer)
        return chunk

    def hang_up(self) -> None:
        """Close the window: the program gets SIGHUP from the system."""
        if not self.closed:
            self.closed = True
            os.close(self._master)
            self._master = -1

    def close(self) -> None:
        """Let go of everything; a program that still runs is killed."""
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait()
        if self._master >= 0:
            with contextlib.suppress(OSError):
                os.close(self._master)
            self._master = -1


def _take_the_terminal() -> None:
    """In the child: the terminal is its controlling one, so that signals of the window arrive."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
