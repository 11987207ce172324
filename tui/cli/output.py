"""What the commands print: clean once more, one item a line, quiet when nobody reads on."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from tui.exporters.records import Json, dumps
from tui.model import BroadsheetError
from tui.text.cleaning import clean, clean_line

_WIDEST = 80
"""Longer lines are hard to read, however wide the terminal is."""


class OutputError(BroadsheetError):
    """Standard output cannot be written, for instance because the disk is full."""


class Output:
    """Standard output and standard error of one run.

    Attributes:
        failed: Whether something was complained about; the exit code is 1 then.
    """

    def __init__(self) -> None:
        self.failed = False
        # A title that the terminal's encoding does not know is no reason to fail.
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="replace")

    @property
    def width(self) -> int | None:
        """Cells that running text is wrapped to; None where no terminal shows it."""
        if not is_terminal(sys.stdout):
            return None
        return min(shutil.get_terminal_size().columns, _WIDEST)

    def line(self, text: str) -> None:
        """Print one item on one line."""
        self._write(clean_line(text) + "\n")

    def text(self, text: str) -> None:
        """Print text of many lines."""
        text = clean(text)
        self._write(text if text.endswith("\n") else text + "\n")

    def raw(self, text: str) -> None:
        """Print what an exporter has made safe already."""
        self._write(text)

    def json(self, value: Json) -> None:
        """Print one JSON document."""
        self._write(dumps(value, ascii_only=not _is_unicode(sys.stdout), indent=2) + "\n")

    def json_line(self, value: Json) -> None:
        """Print one JSON object on one line, at once."""
        self._write(dumps(value, ascii_only=not _is_unicode(sys.stdout)) + "\n")
        self.flush()

    def complain(self, sentence: str) -> None:
        """Say on standard error what went wrong; the rest goes on."""
        self.failed = True
        self.remark(sentence)

    def remark(self, sentence: str) -> None:
        """Say something on standard error that is no failure."""
        self.flush()
        if sys.stderr is not None:
            with suppress(OSError):
                sys.stderr.write(clean_line(sentence) + "\n")
                sys.stderr.flush()

    def flush(self) -> None:
        """Hand over everything printed so far."""
        if sys.stdout is not None:
            with _told():
                sys.stdout.flush()

    def _write(self, text: str) -> None:
        if sys.stdout is not None:
            with _told():
                sys.stdout.write(text)


@contextmanager
def _told() -> Iterator[None]:
    """Turns what the system says of standard output into a sentence; a closed pipe stays one."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"Standard output could not be written: {error.strerror}.") from error


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at ``stream``; a closed one is none."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def abandon(stream: TextIO | None) -> None:
    """Let what is still buffered go nowhere: its reader has gone."""
    if stream is None:
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)
    except (OSError, ValueError):
        return


def _is_unicode(stream: TextIO | None) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        return codecs.lookup(encoding).name.startswith("utf")
    except LookupError:
        return False
