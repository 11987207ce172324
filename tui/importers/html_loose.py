"""Makes paragraphs of text that stands loose beside block elements, as in a soup of divs."""

from __future__ import annotations

from tui.importers.html_tree import BLOCK_TAGS, Node

_BOXES = frozenset({"div", "article", "section", "main", "body", "center"})


def wrap_loose_text(root: Node) -> None:
    """Makes paragraphs of the text that stands directly beside block elements."""
    for node in list(root.elements()):
        if node.tag not in _BOXES or not any(_is_block(child) for child in node.children):
            continue
        children: list[Node | str] = []
        run: list[Node | str] = []
        for child in [*node.children, None]:
            if child is not None and not _is_block(child):
                run.append(child)
                continue
            if any(c.strip() if isinstance(c, str) else c.tag != "br" for c in run):
                loose = Node("p", {}, node)
                loose.children = run
                for inner in run:
                    if isinstance(inner, Node):
                        inner.parent = loose
                children.append(loose)
            run = []
            if child is not None:
                children.append(child)
        node.children = children


def _is_block(child: Node | str) -> bool:
    if isinstance(child, str):
        return False
    return child.tag in BLOCK_TAGS or any(n.tag in BLOCK_TAGS for n in child.elements())
