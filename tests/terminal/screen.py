"""What a terminal would show, from the bytes that were written to it."""

from __future__ import annotations

import re

import pyte
from pyte.screens import Char

# Sequences that pyte would print instead of swallowing (kitty's keys, mode requests, strings).
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<=>?][0-9;:]*u|\x1b\[>[0-9;]*[a-zA-Z]|\x1b\[\??[0-9;]*\$p|\x1b\[[0-9;]* q"
    rb"|\x1b[P_^X][^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
# A sequence that has begun but not ended: kept back until the rest of it arrives.
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:<=>?$ ]*|[P_^X][^\x1b]*\x1b?|\][^\x07\x1b]*\x1b?)?$")


class TerminalScreen:
    """A terminal's cells."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._pending = b""
        self._seen: dict[int, tuple[Char, ...]] = {row: self._row(row) for row in range(rows)}

    def feed(self, data: bytes) -> bool:
        """Take in what was written; whether any visible cell, its colour too, is another now."""
        data = self._pending + data
        unfinished = _UNFINISHED.search(data)
        end = unfinished.start() if unfinished else len(data)
        data, self._pending = data[:end], data[end:]
        self._screen.dirty.clear()
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        changed = False
        for row in [row for row in self._screen.dirty if row < self._screen.lines]:
            cells = self._row(row)
            changed = changed or cells != self._seen.get(row)
            self._seen[row] = cells
        return changed

    def resize(self, columns: int, rows: int) -> None:
        """Be a window of another size."""
        self._screen.resize(rows, columns)

    def lines(self) -> list[str]:
        """The text, a string a row."""
        return list(self._screen.display)

    def shows(self, words: str) -> bool:
        """Whether the words stand in one row."""
        return any(words in line for line in self._screen.display)

    @property
    def blank(self) -> bool:
        """Whether nothing is to be seen."""
        return not any(line.strip() for line in self._screen.display)

    @property
    def cursor_hidden(self) -> bool:
        """Whether the program has put out the terminal's cursor."""
        return bool(self._screen.cursor.hidden)

    def place_of(self, words: str) -> tuple[int, int]:
        """Row and column of the first place where the words stand.

        Raises:
            ValueError: If they stand nowhere.
        """
        for row, line in enumerate(self._screen.display):
            if words in line:
                return row, line.index(words)
        raise ValueError(f"{words} is not on the screen")

    def cells_of(self, words: str) -> list[Char]:
        """The cells of the first place where the words stand."""
        row, column = self.place_of(words)
        return list(self._row(row)[column : column + len(words)])

    def cells(self) -> list[Char]:
        """Every cell."""
        return [cell for row in range(self._screen.lines) for cell in self._row(row)]

    def _row(self, row: int) -> tuple[Char, ...]:
        cells = self._screen.buffer[row]
        return tuple(cells[column] for column in range(self._screen.columns))
