"""Markdown as articles: an own walk of markdown-it's tokens; nothing is rendered to HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tui.importers.dates import iso_date
from tui.importers.front_matter import split_front_matter
from tui.importers.links import safe_href
from tui.importers.plain_text import first_heading, first_words
from tui.importers.shaping import BodyBuilder, Inline, Shape
from tui.model import BlockKind, Body, Draft
from tui.text.cleaning import clean, clean_line
from tui.text.furniture import hide_furniture
from tui.text.language import detect

if TYPE_CHECKING:
    from markdown_it.token import Token

EXTRACTOR = "markdown"

_DEEPEST = 60
"""Quotes and lists inside one another; each level costs the parser a few frames of the stack."""

_UNSEEN = re.compile(r"<!--(?:[^-]|-(?!->))*+-->")
_TAG = re.compile(r"</?[A-Za-z][^<>]*+>|<![^<>]*+>|<\?[^<>]*+>")
_LINE_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_]\w+)?$")


def markdown_draft(text: str, source: str, *, name: str = "", url: str | None = None) -> Draft:
    """A draft of Markdown text; ``name`` is its title where neither head nor heading gives one."""
    head, rest = split_front_matter(clean(text))
    url = safe_href(head.get("url") or head.get("link") or head.get("source") or "") or url
    body = markdown_body(rest, url)
    title = clean_line(head.get("title", "")) or first_heading(body)
    body, found = hide_furniture(body, title)
    language = _LANGUAGE.match(head.get("lang") or head.get("language") or "")
    return Draft(
        title=title or name or first_words(body),
        body=body,
        source=source,
        extractor=EXTRACTOR,
        language=language[1].lower() if language else detect(body.text),
        byline=clean_line(head.get("author") or head.get("authors") or "") or found,
        site=clean_line(head.get("site", "")) or None,
        url=url,
        published=iso_date(head.get("date") or head.get("published") or ""),
    )


def markdown_body(text: str, base: str | None = None) -> Body:
    """The blocks of Markdown text without its marks; raw HTML loses its tags.

    Args:
        text: CommonMark with tables and strikethrough.
        base: Address against which relative links are resolved.
    """
    from markdown_it import MarkdownIt

    options = {"maxNesting": _DEEPEST}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return _flat(text)  # the parser is silent about what stands deeper
    walk = _Walk(base)
    for token in tokens:
        walk.token(token)
    return walk.builder.body()


def _flat(text: str) -> Body:
    """A paragraph a line, without the marks of quotes and lists before it."""
    builder = BodyBuilder()
    for line in text.split("\n"):
        builder.text(line.lstrip(" \t>-*+"))
        builder.boundary()
    return builder.body()


class _Walk:
    """Where the walk over the tokens stands."""

    def __init__(self, base: str | None) -> None:
        self.builder = BodyBuilder()
        self.base = base
        self.lists: list[int | None] = []
        self.quotes = 0
        self.heading = 0
        self.item: int | None = None
        self.in_item = False
        self.rows: list[list[Inline]] | None = None

    def token(self, token: Token) -> None:
        """One block token."""
        kind = token.type
        if kind == "inline":
            self.inline(token.children or ())
        elif kind in {"fence", "code_block"}:
            self.code(token.content)
        elif kind == "hr":
            self.builder.rule()
        elif kind == "html_block":
            self.raw(token.content)
        elif kind.endswith("_open"):
            self.opened(kind.removesuffix("_open"), token)
        elif kind.endswith("_close"):
            self.closed(kind.removesuffix("_close"))

    def opened(self, kind: str, token: Token) -> None:
        """A container or a leaf of inline text begins."""
        self.builder.boundary()
        if kind == "heading":
            self.heading = int(token.tag[1:])
        elif kind == "blockquote":
            self.quotes += 1
        elif kind == "ordered_list":
            self.lists.append(int(token.attrs.get("start", 1)))
        elif kind == "bullet_list":
            self.lists.append(None)
        elif kind == "list_item":
            number = self.lists[-1] if self.lists else None
            self.item, self.in_item = number, True
            if number is not None:
                self.lists[-1] = number + 1
        elif kind == "table":
            self.rows = []
        elif kind == "tr" and self.rows is not None:
            self.rows.append([])
        self.shape()

    def closed(self, kind: str) -> None:
        """A container or a leaf ends."""
        if kind == "table" and self.rows is not None:
            self.builder.table(self.rows)
            self.rows = None
        self.builder.boundary()
        if kind == "heading":
            self.heading = 0
        elif kind == "blockquote":
            self.quotes -= 1
        elif kind in {"ordered_list", "bullet_list"}:
            self.lists.pop()
            self.in_item = False
        elif kind == "list_item" or (kind == "paragraph" and self.in_item):
            self.in_item = False  # what follows the first paragraph of an item carries no mark
        self.shape()

    def shape(self) -> None:
        """Tells the builder what the next block will be."""
        if self.heading:
            shape = Shape(BlockKind.HEADING, level=self.heading)
        elif self.in_item:
            shape = Shape(BlockKind.ITEM, level=max(len(self.lists), 1), number=self.item)
        elif self.quotes:
            shape = Shape(BlockKind.QUOTE, level=self.quotes)
        else:
            shape = Shape()
        self.builder.shape = shape

    def code(self, content: str) -> None:
        self.builder.boundary()
        self.builder.shape = Shape(BlockKind.CODE)
        self.builder.text(content)
        self.builder.boundary()
        self.shape()

    def raw(self, content: str) -> None:
        """Raw HTML: its words stay, its tags go, nothing of it is followed."""
        for paragraph in without_tags(content).split("\n\n"):
            self.builder.boundary()
            self.builder.text(paragraph)
        self.builder.boundary()

    def inline(self, tokens: Iterable[Token]) -> None:
        """Running text into the block or the cell that is open."""
        cell: Inline | None = None
        if self.rows:
            cell = Inline()
            self.rows[-1].append(cell)
        target: BodyBuilder | Inline = cell if cell is not None else self.builder
        add = self.builder.text if cell is None else cell.add
        for token in tokens:
            kind = token.type
            if kind in {"text", "code_inline", "text_special"}:
                add(token.content)
            elif kind == "softbreak":
                add(" ")
            elif kind == "hardbreak":
                target.break_line()
            elif kind == "html_inline":
                if _LINE_TAG.match(token.content):
                    target.break_line()
            elif kind == "link_open":
                if href := safe_href(_attribute(token.attrs, "href"), self.base):
                    target.open_link(href)
            elif kind == "link_close":
                target.close_link()
            elif kind == "image":
                add(token.content)


def _attribute(attributes: Mapping[str, str | int | float], name: str) -> str:
    return str(attributes.get(name, ""))


def without_tags(markup: str) -> str:
    """``markup`` without its tags and comments."""
    return _TAG.sub("", _LINE_TAG.sub("\n", _UNSEEN.sub("", markup)))
