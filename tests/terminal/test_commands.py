"""The commands in a real terminal: wrapped to its width, and obeying nothing in an article."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

SENTENCE = "The bridge over the harbour opened again on Monday after eleven months of repairs."


def in_terminal(
    *words: str, columns: int = 60, stdin: bytes | None = None, **environment: str
) -> tuple[int, str]:
    """Exit code and everything written, of ``broadsheet WORDS`` on a terminal of its own.

    Args:
        words: The command.
        columns: Width of the terminal.
        stdin: Comes through a pipe; None: the terminal is standard input as well.
        environment: On top of this process's own.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", *words],
        stdin=slave if stdin is None else subprocess.PIPE,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color", **environment},
        start_new_session=True,
    )
    os.close(slave)
    if process.stdin is not None:
        process.stdin.write(stdin or b"")
        process.stdin.close()
    written = bytearray()
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        written += part
    os.close(master)
    return process.wait(), written.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    text = " ".join([SENTENCE] * 10)
    path.write_text(f"Harbour bridge reopens\n\n{text}\n\nIt is a fine bridge.\n", "utf-8")
    return path


@pytest.mark.parametrize("columns", [30, 60, 80, 200])
def test_a_text_is_wrapped_to_the_terminal_but_never_wide(report: Path, columns: int) -> None:
    code, shown = in_terminal("show", str(report), columns=columns)
    assert code == 0
    longest = max(map(len, shown.splitlines()))
    assert min(columns, 80) - 12 < longest <= min(columns, 80)
    assert " ".join(shown.split()).count(SENTENCE) == 10


def test_a_dumb_terminal_is_told_so_in_a_sentence(report: Path) -> None:
    for words in ([], [str(report)]):
        code, shown = in_terminal(*words, TERM="dumb")
        assert code == 1
        assert shown.count("\n") == 1
        assert "TERM=dumb" in shown
    assert in_terminal("list", TERM="dumb")[1].startswith("The library is empty")


def test_a_pipe_into_a_terminal_is_printed(report: Path) -> None:
    code, shown = in_terminal("-", stdin=report.read_bytes())
    assert code == 0
    assert " ".join(shown.split()).count(SENTENCE) == 10


def test_nothing_in_an_article_reaches_the_terminal(tmp_path: Path) -> None:
    evil = (
        "A \x1b]0;title\x07 of \x1b[2J\x1b[31mred\x9b5m \x1bP1;2|x\x1b\\ words \u202egpj\u2066\n\n"
        "“We \x1b]52;c;QUJD\x07 saw $5\x9d8;;http://x\x9c million,” said Ida\u200b "
        "\x1b[8mHolm\x7f.\n"
    )
    (tmp_path / "evil.txt").write_text(evil, "utf-8")
    page = f"<title>{evil}</title><h1>{evil}</h1><p>{evil}</p><p>And more words to read.</p>"
    (tmp_path / "evil.html").write_text(page, "utf-8")
    for words in (
        ["add", str(tmp_path)],
        ["list"],
        ["show", "id:1"],
        ["show", "id:2", "--all", "--json"],
        ["summarize", str(tmp_path)],
        ["quotes"],
        ["figures", "--json"],
        ["note", "id:1", evil],
        ["notes", "--format", "md"],
        ["delete", "1"],
        ["undo"],
        ["show", str(tmp_path / "no\x1b[31mfile")],
    ):
        _, shown = in_terminal(*words)
        # The progress of a slow import is the program's own.
        shown = re.sub(r"\r\x1b\[K[^\r\n]*", "", shown)
        assert not set(shown) & {*map(chr, range(32)), *map(chr, range(127, 160))} - {"\n", "\t"}
        assert not set(shown) & {"\u202e", "\u2066", "\u200b"}
