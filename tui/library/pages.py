"""The pages of a database file, read without SQLite: its file format, version 3.

SQLite gives a table up where a page of it is damaged. Here the pages below, and those that
nothing points to any more, are read all the same (https://www.sqlite.org/fileformat2.html).
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

Value = int | float | str | bytes | None

_INDEX_INTERIOR, _TABLE_INTERIOR, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
_KINDS = frozenset({_INDEX_INTERIOR, _TABLE_INTERIOR, _INDEX_LEAF, _TABLE_LEAF})
_INTERIOR = frozenset({_INDEX_INTERIOR, _TABLE_INTERIOR})
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_HEADER_BYTES = 100
_ANY = 2**63
"""Beyond every row number."""
EVERYWHERE = (-_ANY, _ANY)
"""The range of all row numbers."""


class Damaged(Exception):  # noqa: N818  # says what a page is
    """The page is not what SQLite wrote."""


@dataclass(frozen=True)
class Cell:
    """One entry of a page.

    Attributes:
        values: Of the row; a primary key that is the row's number is None. Empty on the inner
            pages of a table.
        number: The row's, or the highest one below the child; None in an index.
        child: The page below, on inner pages.
    """

    values: tuple[Value, ...] = ()
    number: int | None = None
    child: int | None = None


@dataclass
class Tree:
    """What is left of a table's or an index's tree.

    Attributes:
        leaves: Good pages that hold rows.
        damaged: Ranges of row numbers whose page was damaged, the first left out.
    """

    pages: set[int] = field(default_factory=set)
    leaves: list[int] = field(default_factory=list)
    damaged: list[tuple[int, int]] = field(default_factory=list)


class Pages:
    """The pages of one file, numbered from 1."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if len(self._data) < _HEADER_BYTES:
            raise Damaged
        size = int.from_bytes(self._data[16:18], "big")
        self.size = 65536 if size == 1 else size
        if self.size < 512 or self.size & (self.size - 1):
            raise Damaged
        self._usable = self.size - self._data[20]
        self.count = len(self._data) // self.size
        self._spilled: set[int] = set()

    def number_at(self, offset: int) -> int:
        """Four bytes of the file's beginning."""
        return self._number(offset)

    def tree(self, root: int) -> Tree:
        """Everything that can be reached from a root."""
        tree = Tree()
        waiting = [(root, *EVERYWHERE)]
        while waiting:
            number, low, high = waiting.pop()
            if number in tree.pages:
                continue
            tree.pages.add(number)
            try:
                kind, cells = self.cells(number)
            except Damaged:
                tree.damaged.append((low, high))
                continue
            if kind != _TABLE_INTERIOR:
                tree.leaves.append(number)
            for cell in cells if kind in _INTERIOR else ():
                top = high if cell.number is None else cell.number
                if cell.child is not None:
                    waiting.append((cell.child, low, top))
                low = low if cell.number is None else top
        return tree

    def strays(self, reached: set[int]) -> list[Tree]:
        """Good pages with rows that are in no tree, in no chain of long values, and not free.

        Those that hang together make one tree, whose own root is the first of its pages.
        """
        known = reached | self._free()
        links: dict[int, list[int]] = {}
        for number in range(2, self.count + 1):
            if number not in known:
                with suppress(Damaged):
                    cells = self.cells(number)[1]
                    links[number] = [cell.child for cell in cells if cell.child is not None]
        below = {child for number, children in links.items() for child in children}
        roots = [number for number in links if number not in below | self._spilled]
        trees = [self.tree(root) for root in roots]
        # A page that points into a tree that is known was left from an earlier time.
        return [tree for tree in trees if tree.pages.isdisjoint(known)]

    def rows(self, page: int) -> list[Cell]:
        """The rows of a page; none if it is damaged."""
        try:
            kind, cells = self.cells(page)
        except Damaged:
            return []
        return [] if kind == _TABLE_INTERIOR else [cell for cell in cells if cell.values]

    def rows_of(self, tree: Tree) -> Iterator[Cell]:
        """The rows of all good pages of a tree."""
        for page in tree.leaves:
            yield from self.rows(page)

    def cells(self, page: int) -> tuple[int, list[Cell]]:
        """The kind of a page and its entries; the last of an inner page has only a child.

        Raises:
            Damaged: If it cannot be a page of a tree.
        """
        if not 1 <= page <= self.count:
            raise Damaged
        base = (page - 1) * self.size
        start = _HEADER_BYTES if page == 1 else 0
        kind = self._data[base + start]
        head = 12 if kind in _INTERIOR else 8
        count = int.from_bytes(self._data[base + start + 3 : base + start + 5], "big")
        if kind not in _KINDS or start + head + 2 * count > self._usable:
            raise Damaged
        pointers = struct.unpack_from(f">{count}H", self._data, base + start + head)
        if any(not start + head + 2 * count <= pointer < self._usable for pointer in pointers):
            raise Damaged
        cells = [self._cell(kind, base, pointer) for pointer in pointers]
        if kind in _INTERIOR:
            cells.append(Cell(child=self._number(base + start + 8)))
        return kind, cells

    def _cell(self, kind: int, base: int, pointer: int) -> Cell:
        at, child, number = base + pointer, None, None
        if kind in _INTERIOR:
            child = self._number(at)
            at += 4
        if kind == _TABLE_INTERIOR:
            return Cell(number=_signed(self._varint(at)[0]), child=child)
        length, at = self._varint(at)
        if kind == _TABLE_LEAF:
            number, at = self._varint(at)
        payload = self._payload(at, length, base, table=kind == _TABLE_LEAF)
        return Cell(_values(payload), None if number is None else _signed(number), child)

    def _payload(self, at: int, length: int, base: int, *, table: bool) -> bytes:
        """The bytes of a row, those on further pages too."""
        usable = self._usable
        most = usable - 35 if table else (usable - 12) * 64 // 255 - 23
        least = (usable - 12) * 32 // 255 - 23
        local = length
        if length > most:
            local = least + (length - least) % (usable - 4)
            local = local if local <= most else least
        if length > len(self._data) or at + local > base + self.size:
            raise Damaged
        parts = [bytes(self._data[at : at + local])]
        missing = length - local
        following = self._number(at + local) if missing else 0
        while missing > 0:
            if not 2 <= following <= self.count:
                # The end of a long text is gone; what stands before it is not.
                parts.append(b"\xff" * missing)
                break
            self._spilled.add(following)
            place = (following - 1) * self.size
            taken = min(missing, usable - 4)
            parts.append(bytes(self._data[place + 4 : place + 4 + taken]))
            missing -= taken
            following = self._number(place)
        return b"".join(parts)

    def _free(self) -> set[int]:
        """The pages that are free: what they held was deleted."""
        free: set[int] = set()
        trunk = self._number(32)
        while 2 <= trunk <= self.count and trunk not in free:
            free.add(trunk)
            base = (trunk - 1) * self.size
            count = min(self._number(base + 4), self.size // 4 - 2)
            free.update(struct.unpack_from(f">{count}I", self._data, base + 8))
            trunk = self._number(base)
        return free

    def _number(self, at: int) -> int:
        return int.from_bytes(self._data[at : at + 4], "big")

    def _varint(self, at: int) -> tuple[int, int]:
        return _varint(self._data, at)


def _varint(data: memoryview | bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next thing begins."""
    value = 0
    for index in range(at, at + 8):
        if index >= len(data):
            raise Damaged
        byte = data[index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, index + 1
    if at + 8 >= len(data):
        raise Damaged
    return value << 8 | data[at + 8], at + 9


def _signed(value: int) -> int:
    return value - 2**64 if value >= _ANY else value


def _values(payload: bytes) -> tuple[Value, ...]:
    """The values of a record."""
    end, at = _varint(payload, 0)
    if end > len(payload):
        raise Damaged
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    return tuple(_each(payload, kinds, end))


def _each(payload: bytes, kinds: list[int], at: int) -> Iterator[Value]:
    for kind in kinds:
        length = _INTEGERS.get(kind, 8 if kind == 7 else max(kind - 12, 0) // 2)
        data = payload[at : at + length]
        if len(data) < length or kind in (10, 11):
            raise Damaged
        at += length
        if kind == 0:
            yield None
        elif kind in _INTEGERS:
            yield int.from_bytes(data, "big", signed=True)
        elif kind == 7:
            yield struct.unpack(">d", data)[0]
        elif kind in (8, 9):
            yield kind - 8
        else:
            yield data.decode("utf-8", "replace") if kind % 2 else data
