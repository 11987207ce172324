"""Reading a damaged table: by SQLite where it can, else page by page.

Where a page in the middle of a tree is gone, or the one that says where the tree begins, what
lay below is found among the pages that nothing points to. What they hold tells which table they
belong to; where it may be of two, it is left, for a wrong row is worse than none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tui.library.pages import EVERYWHERE, Cell, Pages, Tree, Value
from tui.library.structures import Structure, is_entry, structures
from tui.library.tables import quoted

Row = Sequence[Value]

_PORTION = 500


@dataclass
class Rows:
    """How many rows of a table were read, and about how many could not be."""

    read: int = 0
    lost: int = 0


@dataclass(frozen=True)
class _Stray:
    """A tree that nothing points to, and what it may be."""

    tree: Tree
    may_be: tuple[Structure, ...]


class Salvage:
    """Reads the tables of one file.

    Args:
        source: A connection to it.
        path: The file, which has no log beside it.
        model: A connection to a good file with the same tables, perhaps with further columns.
    """

    def __init__(self, source: sqlite3.Connection, path: Path, model: sqlite3.Connection) -> None:
        self._source = source
        self._path = path
        self._model = model
        self._read_by_pages: set[str] = set()

    def table(self, table: str, columns: Sequence[str], keep: Callable[[Row], None]) -> Rows:
        """Hand every row that can be read to ``keep``, as values of ``columns``."""
        listed = ", ".join(map(quoted, columns))
        rows = Rows()
        try:
            cursor = self._source.execute(f"SELECT {listed} FROM {quoted(table)} NOT INDEXED")
            while portion := cursor.fetchmany(_PORTION):
                for row in portion:
                    keep(row)
                rows.read += len(portion)
        except sqlite3.DatabaseError:
            # The rows that were handed over are met again, and are the same.
            return self._by_pages(table, columns, keep)
        return rows

    def settle(
        self,
        table: str,
        columns: Sequence[str],
        keep: Callable[[Row], None],
        lost: Mapping[str, int],
    ) -> Rows | None:
        """Read what was left of a table because it may have been of another, if that is clear now.

        Args:
            table: Its name.
            columns: Of the values that ``keep`` takes.
            keep: Takes a row.
            lost: How many rows are missing of each table that was read; a table that has all
                of them tells what cannot be an index of it, or belong to it.

        Returns:
            What the table has of it; None if nothing was left of it.
        """
        if table not in self._read_by_pages:
            return None
        structure = self._structures[table]
        doubtful = [stray for stray in self._doubtful if structure in stray.may_be]
        if not doubtful:
            return None
        rows = Rows()
        unsure = {each.name for stray in self._doubtful for each in stray.may_be}
        whole = {name for name, missing in lost.items() if not missing} - unsure
        for stray in doubtful:
            cells = list(self._pages.rows_of(stray.tree))
            left = [each for each in stray.may_be if self._agrees(each, cells, whole)]
            if left == [structure]:
                rows.read += len(self._hand_over(structure, cells, columns, keep))
            elif structure in left:
                rows.lost = max(rows.lost, len(cells))
        return rows

    def _by_pages(self, table: str, columns: Sequence[str], keep: Callable[[Row], None]) -> Rows:
        self._read_by_pages.add(table)
        structure = self._structures[table]
        known = self._trees.get(table)
        strays = [stray.tree for stray in self._strays if stray.may_be == (structure,)]
        read: list[Cell] = []
        for tree in (*([] if known is None else [known]), *strays):
            read += self._hand_over(structure, self._pages.rows_of(tree), columns, keep)
        rows = Rows(len(read))
        if known is None and not any(tree.damaged for tree in strays):
            if not structure.by_number:
                self._by_index(structure, columns, keep)
            return rows
        tree = known or Tree(damaged=[EVERYWHERE])
        if structure.by_number:
            rows.lost = _missing(tree, (cell.number or 0 for cell in read))
        elif not self._by_index(structure, columns, keep):
            rows.lost = _guessed(tree, rows.read)
        return rows

    def _hand_over(
        self,
        structure: Structure,
        cells: Iterable[Cell],
        columns: Sequence[str],
        keep: Callable[[Row], None],
    ) -> list[Cell]:
        read = [cell for cell in cells if structure.holds(cell)]
        for cell in read:
            row = structure.row(cell)
            keep([row[name] for name in columns])
        return read

    def _by_index(
        self, table: Structure, columns: Sequence[str], keep: Callable[[Row], None]
    ) -> bool:
        """Read the rows from an index that has all their values; whether there is a good one."""
        for _, name, _, origin, partial in self._model.execute(
            f"PRAGMA index_list({quoted(table.name)})"
        ).fetchall():
            tree = self._trees.get(name)
            if origin == "pk" or partial or tree is None or tree.damaged:
                continue
            index = self._structures[name]
            if not {column.name for column in index.columns} >= {*columns}:
                continue
            self._hand_over(index, self._pages.rows_of(tree), columns, keep)
            return True
        return False

    def _agrees(self, structure: Structure, cells: list[Cell], whole: set[str]) -> bool:
        """Whether rows can be of a structure, by what is known of the tables that are whole."""
        rows = [structure.row(cell) for cell in cells]
        for _, _, parent, own, other, *_ in self._model.execute(
            f"PRAGMA foreign_key_list({quoted(structure.table)})"
        ).fetchall():
            values = {row.get(own) for row in rows} - {None}
            if parent in whole and not values <= self._there(parent, [other]):
                return False
        if not structure.is_index or structure.table not in whole:
            return True
        names = [column.name for column in structure.columns]
        found = {tuple(row[name] for name in names) for row in rows}
        return found <= self._there(structure.table, names)

    def _there(self, table: str, names: Sequence[str]) -> set[object]:
        """The values of columns in the good file; tuples of several."""
        listed = ", ".join(name if name == "rowid" else quoted(name) for name in names)
        rows = self._model.execute(f"SELECT {listed} FROM {quoted(table)}")
        return {row[0] if len(names) == 1 else tuple(row) for row in rows}

    @cached_property
    def _pages(self) -> Pages:
        return Pages(self._path)

    @cached_property
    def _structures(self) -> dict[str, Structure]:
        return structures(self._model)

    @cached_property
    def _trees(self) -> dict[str, Tree]:
        """By name, as far as the list of tables can be read; that itself has none."""
        listed = self._pages.tree(1)
        trees = {"": listed}
        for cell in self._pages.rows_of(listed):
            self._plant(trees, cell)
        if listed.damaged:
            for stray in self._pages.strays(set().union(*(t.pages for t in trees.values()))):
                cells = list(self._pages.rows_of(stray))
                if cells and all(is_entry(cell.values) for cell in cells):
                    listed.pages |= stray.pages
                    for cell in cells:
                        self._plant(trees, cell)
        return trees

    def _plant(self, trees: dict[str, Tree], cell: Cell) -> None:
        if is_entry(cell.values) and isinstance(root := cell.values[3], int) and root:
            trees[str(cell.values[1])] = self._pages.tree(root)

    @cached_property
    def _strays(self) -> list[_Stray]:
        reached: set[int] = set().union(*(tree.pages for tree in self._trees.values()))
        broken = list(self._broken())
        strays = []
        for tree in self._pages.strays(reached):
            cells = list(self._pages.rows_of(tree))
            may_be = tuple(s for s, within in broken if _may_be(s, within, cells))
            if may_be:
                strays.append(_Stray(tree, may_be))
        return strays

    @property
    def _doubtful(self) -> list[_Stray]:
        return [stray for stray in self._strays if len(stray.may_be) > 1]

    def _broken(self) -> Iterator[tuple[Structure, list[tuple[int, int]]]]:
        """What misses pages, and the ranges of row numbers that lay on them."""
        for name, structure in self._structures.items():
            tree = self._trees.get(name)
            if tree is not None and tree.damaged:
                yield structure, tree.damaged
            elif tree is None and self._trees[""].damaged:
                yield structure, [EVERYWHERE]


def _may_be(structure: Structure, within: list[tuple[int, int]], cells: list[Cell]) -> bool:
    numbers = (cell.number for cell in cells if cell.number is not None)
    return (
        bool(cells)
        and all(any(low < number <= high for low, high in within) for number in numbers)
        and all(map(structure.holds, cells))
    )


def _missing(tree: Tree, numbers: Iterable[int]) -> int:
    """Row numbers within what was damaged that were found nowhere."""
    there = set(numbers)
    if not there:
        return 0
    lowest, highest = min(there), max(there)
    lost: set[int] = set()
    for low, high in tree.damaged:
        first, last = max(low + 1, min(lowest, 1)), min(high, highest)
        lost.update(number for number in range(first, last + 1) if number not in there)
    return len(lost)


def _guessed(tree: Tree, read: int) -> int:
    """Rows on the damaged pages, if those held as many as the others."""
    good = len(tree.leaves)
    return len(tree.damaged) * (read // good if good else 1)
