"""Lengths and counts below every element of a page, kept true while parts are left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tui.importers.html_tree import Node

COMMAS = re.compile("[,\u060c\ufe50\ufe10\ufe11\u2e41\u2e34\u2e32\uff0c\u3001]")
"""Commas of many scripts; a proxy for running sentences."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})
_TEXTISH_NAMES = "blockquote dl div img ol p pre table ul span li td"
_TEXTISH = frozenset(_TEXTISH_NAMES.split())
_PART_OF_PAGE = 0.3
"""How much a link inside the page counts against one that leads away."""


class Measure:
    """Counts below one element, without what is ``out``; lengths in code points."""

    __slots__ = (
        "commas",
        "headings",
        "images",
        "inputs",
        "items",
        "linked",
        "lists",
        "paragraphs",
        "text",
        "textish",
    )

    def __init__(self) -> None:
        self.text = self.commas = self.images = self.items = self.paragraphs = self.inputs = 0
        self.headings = self.lists = self.textish = 0
        self.linked = 0.0

    @property
    def link_density(self) -> float:
        """Share of the text that is linked, 0 to 1."""
        return min(self.linked / self.text, 1.0) if self.text else 0.0

    def take(self, other: Measure) -> None:
        """Adds the counts of a part."""
        self.text += other.text
        self.commas += other.commas
        self.images += other.images
        self.items += other.items
        self.paragraphs += other.paragraphs
        self.inputs += other.inputs
        self.headings += other.headings
        self.lists += other.lists
        self.textish += other.textish
        self.linked += other.linked


def measured(
    nodes: Sequence[Node], leave: Callable[[Node, Measure], bool] | None = None
) -> dict[Node, Measure]:
    """The measures of ``nodes``, which stand in the order of the page, parents first.

    Args:
        nodes: Elements; what stands below them and is not among them does not count.
        leave: Judges each element by its measure, inner ones first; what it says True of is
            marked ``out`` and does not count for the elements around it.
    """
    measures = {node: Measure() for node in nodes}
    for node in reversed(nodes):
        own = measures[node]
        for child in node.children:
            if isinstance(child, str):
                words = child.split()
                if words:
                    own.text += sum(map(len, words)) + len(words)
                    own.commas += len(COMMAS.findall(child))
            elif not child.out and (below := measures.get(child)):
                own.take(below)
        _count_itself(node, own)
        if leave is not None and leave(node, own):
            node.out = True
    return measures


def _count_itself(node: Node, own: Measure) -> None:
    tag = node.tag
    if tag == "a":
        own.linked = own.text * (_PART_OF_PAGE if node.get("href").startswith("#") else 1)
    elif tag in _HEADINGS:
        own.headings = own.text
    elif tag in _LISTS:
        own.lists = own.text
    if tag in _TEXTISH:
        own.textish = own.text
    own.paragraphs += tag == "p"
    own.images += tag == "img"
    own.items += tag == "li"
    own.inputs += tag == "input"
