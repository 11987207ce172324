"""What the rows of each table and index look like, told from a good file with the same ones.

A page that nothing points to says neither what it is of nor what its columns are called: how many
values its rows have, of which types, and what only one table can hold must tell.
"""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tui.library import schema
from tui.library.pages import Cell, Value
from tui.library.tables import columns, keyed_by_rowid, quoted

_TYPES: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "TEXT": (str,), "BLOB": (bytes,)}
_ROWID = -1
"""What SQLite calls the row's number among the columns of an index."""
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.+-]+)?\Z")
_ENTRY = ("table", "index")
_MOST_INFLATED = 1 << 20
"""Bytes that are inflated at a time."""


@dataclass(frozen=True)
class Column:
    """A column as it lies in a row.

    Attributes:
        type: As declared, in capitals; empty if any value will do.
        numbers: Whether it is another name of the row's number; NULL stands in its place then.
    """

    name: str
    type: str
    required: bool
    numbers: bool = False

    def allows(self, value: Value) -> bool:
        """Whether the value can stand in this column."""
        if value is None or self.numbers:
            return value is None and (self.numbers or not self.required)
        types = _TYPES.get(self.type)
        return types is None or isinstance(value, types)


@dataclass(frozen=True)
class Structure:
    """A table or an index.

    Attributes:
        name: Its own.
        table: The table that an index is of; the table itself otherwise.
        columns: In the order in which a row has them: where keys are the order, those first.
        by_number: Whether the rows lie under a number.
        fewest: How many values a row has at least: those from before a column was added.
    """

    name: str
    table: str
    columns: tuple[Column, ...]
    by_number: bool
    fewest: int

    @property
    def is_index(self) -> bool:
        """Whether it repeats what a table holds."""
        return self.name != self.table

    def holds(self, cell: Cell) -> bool:
        """Whether a row may be one of this."""
        values = cell.values
        return (
            (cell.number is not None) is self.by_number
            and self.fewest <= len(values) <= len(self.columns)
            and all(
                column.allows(value) for column, value in zip(self.columns, values, strict=False)
            )
            and (self.name not in _CHECKS or _CHECKS[self.name](values))
        )

    def row(self, cell: Cell) -> dict[str, Value]:
        """The values of a row by column, its number among them; NULL for what came later."""
        values = [*cell.values, *[None] * (len(self.columns) - len(cell.values))]
        return {
            column.name: cell.number if column.numbers else value
            for column, value in zip(self.columns, values, strict=True)
        }


def structures(model: sqlite3.Connection) -> dict[str, Structure]:
    """All tables and indexes of a good file, by name."""
    fewest = _first_columns()
    found: dict[str, Structure] = {}
    for kind, name, table in model.execute(
        "SELECT type, name, tbl_name FROM sqlite_master WHERE rootpage > 0 ORDER BY rowid"
    ).fetchall():
        made = _table(model, name) if kind == "table" else _index(model, name, table)
        least = fewest.get(name, len(made)) if kind == "table" else len(made)
        by_number = kind == "table" and keyed_by_rowid(model, name)
        found[name] = Structure(name, table, tuple(made), by_number, least)
    return found


def is_entry(values: Sequence[Value]) -> bool:
    """Whether a row is one of the list of tables and indexes."""
    return (
        len(values) == 5
        and values[0] in _ENTRY
        and isinstance(values[1], str)
        and isinstance(values[3], int)
    )


def _first_columns() -> dict[str, int]:
    """How many columns each table had when it was made."""
    counts: dict[str, int] = {}
    for steps in range(1, len(schema.MIGRATIONS) + 1):
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as early:
            schema.migrate(early, Path(), schema.MIGRATIONS[:steps])
            for (name,) in early.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
                counts.setdefault(name, len(columns(early, name)))
    return counts


def _table(model: sqlite3.Connection, table: str) -> list[Column]:
    rows = model.execute(f"PRAGMA table_info({quoted(table)})").fetchall()
    keys = sum(bool(row[5]) for row in rows)
    by_number = keyed_by_rowid(model, table)
    if not by_number:
        rows = sorted(rows, key=lambda row: row[5] or len(rows) + 1)
    return [
        Column(
            name,
            kind.upper(),
            bool(must) or (bool(key) and not by_number),
            numbers=by_number and keys == 1 and bool(key) and kind.upper() == "INTEGER",
        )
        for _, name, kind, must, _, key in rows
    ]


def _index(model: sqlite3.Connection, index: str, table: str) -> list[Column]:
    of_table = {column.name: column for column in _table(model, table)}
    found = []
    for _, number, name, *_ in model.execute(f"PRAGMA index_xinfo({quoted(index)})").fetchall():
        column = of_table.get(name)
        if number == _ROWID or (column is not None and column.numbers):
            found.append(Column(name or "rowid", "INTEGER", required=True))
        else:
            found.append(column or Column(name or "", "", required=False))
    return found


def inflates(value: Value) -> bool:
    """Whether deflated bytes are all as they were; a sum of them stands at the end."""
    if not isinstance(value, bytes):
        return False
    reader, rest = zlib.decompressobj(), value
    try:
        while rest and not reader.eof:
            reader.decompress(rest, _MOST_INFLATED)
            rest = reader.unconsumed_tail
    except zlib.error:
        return False
    return reader.eof


def _is_time(value: Value) -> bool:
    return isinstance(value, str) and _TIME.match(value) is not None


def _is_indexed_text(values: Sequence[Value]) -> bool:
    return all(isinstance(value, str) for value in values[1:])


_CHECKS: dict[str, Callable[[Sequence[Value]], bool]] = {
    "raw": lambda values: inflates(values[1]),
    "use_day": lambda values: _is_time(values[1]),
    "sqlite_sequence": lambda values: isinstance(values[0], str),
    "batch": lambda values: not _is_time(values[1]),
    "saved_query": lambda values: values[3] is None or _is_time(values[3]),
    "note_index_content": _is_indexed_text,
    **{
        f"{index}_{part}": lambda values: not inflates(values[1])
        for index in ("text_index", "note_index")
        for part in ("data", "docsize")
    },
    **{
        f"{index}_config": lambda values: isinstance(values[0], str)
        for index in ("text_index", "note_index")
    },
}
"""What tells a table from another one with the same columns."""
