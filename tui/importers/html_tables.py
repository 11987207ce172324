"""Which tables hold data and which only lay out a page; rows and cells of the former."""

from __future__ import annotations

from collections.abc import Iterator

from tui.importers.html_tree import Node

_SIGNS = ("caption", "col", "colgroup", "tfoot", "thead", "th")
_LONGEST_CELL = 400


def is_data_table(table: Node) -> bool:
    """Whether the cells of ``table`` belong together in rows and columns."""
    if table.get("role") in {"presentation", "none"} or table.get("datatable") == "0":
        return False
    signed = False
    for node in table.elements():
        if node.tag == "table" and node is not table:
            return False
        signed = signed or node.tag in _SIGNS
    rows = [row for row in table_rows(table) if row]
    columns = max((len(row) for row in rows), default=0)
    if columns < 2:
        return False
    if table.get("summary") or signed:
        return True
    if len(rows) < 2:
        return False
    lengths = [len(cell.words(_LONGEST_CELL + 1)) for row in rows for cell in row]
    return max(lengths) <= _LONGEST_CELL and sum(n > 0 for n in lengths) > len(lengths) // 2


def table_rows(table: Node) -> Iterator[list[Node]]:
    """The cells of each row of ``table``, not of tables inside it."""
    stack = [table]
    while stack:
        node = stack.pop()
        if node.out:
            continue
        if node.tag == "tr":
            yield [
                cell
                for cell in node.children
                if isinstance(cell, Node) and cell.tag in {"td", "th"} and not cell.out
            ]
        elif node is table or node.tag in {"tbody", "thead", "tfoot"}:
            stack.extend(c for c in reversed(node.children) if isinstance(c, Node))
