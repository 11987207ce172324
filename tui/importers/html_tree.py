"""A page as a light tree of our own: parsed by lxml behind guards, walked without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNREAD_NAMES = (
    "script style template noscript svg object embed iframe frame frameset applet canvas "
    "audio video map select option textarea input button dialog datalist"
)
SKIPPED = frozenset(_UNREAD_NAMES.split())
"""Elements without words of the article, whatever stands in them."""

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main "
    "menu nav ol optgroup p pre section summary table tbody td tfoot th thead tr ul"
)
BLOCK_TAGS = frozenset(_BLOCK_NAMES.split())
"""Elements that begin and end a block of text; all others run on in the line."""

_OPENING = re.compile(r"<([A-Za-z][A-Za-z0-9:-]{0,40}+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_HUGE = 4096
_MOST_ATTRIBUTES = 256
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")


class Node:
    """An element. ``children`` holds elements and strings in the order of the page.

    ``out`` marks what has been judged not to belong to the article.
    """

    __slots__ = ("attributes", "children", "out", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: Node | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node | str] = []
        self.out = False

    def get(self, name: str) -> str:
        """The attribute's value, empty where it is not given."""
        return self.attributes.get(name, "")

    def elements(self) -> Iterator[Node]:
        """This element and all below it, in the order of the page."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(c for c in reversed(node.children) if isinstance(c, Node))

    def find_all(self, *tags: str) -> Iterator[Node]:
        """The elements below this one that have one of ``tags``, in the order of the page."""
        return (node for node in self.elements() if node.tag in tags and node is not self)

    def texts(self) -> Iterator[str]:
        """All strings below, in the order of the page; nothing that is ``out``."""
        stack: list[Node | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                yield node
            elif not node.out:
                stack.extend(reversed(node.children))

    def words(self, limit: int = 1_000_000) -> str:
        """The text below with single blanks; reading stops after ``limit`` code points."""
        pieces: list[str] = []
        for text in self.texts():
            pieces.append(text[:limit])
            limit -= len(text)
            if limit <= 0:
                break
        return " ".join("".join(pieces).split())

    def ancestors(self) -> Iterator[Node]:
        """Parent, grandparent and so on up to the root."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def parse(source: str) -> tuple[Node, list[str]] | None:
    """The tree of a page, and the texts of its JSON-LD scripts.

    Returns None where the page nests so deeply that the parser gave up on the rest of it.
    """
    import lxml.etree as etree

    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", no_network=True)
    guarded = _OPENING.sub(_few_attributes, source)
    top = Node("html", {}, None)
    json_ld: list[str] = []
    try:
        root = etree.fromstring(guarded.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return top, json_ld
    if root is None:
        return top, json_ld
    if any("depth" in entry.message for entry in parser.error_log):
        return None
    at = top
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            node = Node(
                str(element.tag).lower(),
                {str(k): str(v) for k, v in element.attrib.items()},
                at,
            )
            at.children.append(node)
            at = node
            if node.tag in SKIPPED:
                walk.skip_subtree()
                if node.get("type").strip().lower() == "application/ld+json":
                    json_ld.append(str(element.text or ""))
            elif element.text:
                node.children.append(str(element.text))
            continue
        if event == "end":
            if at.tag in SKIPPED and at.parent:
                at.parent.children.pop()
            at = at.parent or top
        if element.tail:
            at.children.append(str(element.tail))
    return top, json_ld


def _few_attributes(tag: re.Match[str]) -> str:
    """A huge tag without its attributes, if they are many: the parser is quadratic in them."""
    if len(tag[2]) < _HUGE:
        return tag[0]
    names = _QUOTED.sub("", tag[2])
    many = len(names.split()) > _MOST_ATTRIBUTES or names.count("=") > _MOST_ATTRIBUTES
    return f"<{tag[1]}>" if many else tag[0]
