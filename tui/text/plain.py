"""Plain text into blocks: paragraphs unwrapped one for one, and the shapes plain text shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tui.model import Block, BlockKind, Body, Span
from tui.text.furniture import is_furniture

_MARKER = re.compile(r"[ \t]*(?:[-*•‣◦▪–—·]|(\d{1,3})[.)])[ \t]+(?=\S)")
_QUOTE_MARK = re.compile(r"[ \t]*(?:>[ \t]?)+")
_RULE = re.compile(r"[ \t]*(?:[-*_=~#•·⁂][ \t]*){3,}$|[ \t]*⁂[ \t]*$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})[ \t]*$")
_INDENTED = re.compile(r"(?: {4}|\t)")
_CODE_SIGN = re.compile(r"[{}();=<>\[\]#$\\|]|^\s*(?:def|class|import|return|if|for|while)\b")
_FIRST_WORD = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")

_TITLE_MAX = 200
_HEADING_MAX = 80
_HEADING_WORDS = 12
_LONG = 120
"""Code points that make running text, so that a short line between it is a heading."""
_WRAP_MAX = 110
"""No hard wrap is wider: longer lines are paragraphs."""


@dataclass(frozen=True)
class _Group:
    """Lines between blank lines, each as a span without its newline and blanks around it."""

    lines: tuple[Span, ...]

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end


def plain_body(text: str) -> Body:
    """The body of a cleaned plain text.

    A hard wrap inside a paragraph becomes a blank, and so do the marks of quoted lines: one
    for one, so that offsets into ``text`` stay true. Markers of list items and lines that
    only draw a rule stand between the blocks.
    """
    groups = list(_groups(text))
    characters = list(text) if "\n" in text else []
    writer = _Writer(text, groups, characters)
    blocks = tuple(writer.blocks())
    return Body("".join(characters) if characters else text, blocks)


def _groups(text: str) -> Iterator[_Group]:
    lines: list[Span] = []
    at = 0
    while at <= len(text):
        newline = text.find("\n", at)
        stop = newline if newline >= 0 else len(text)
        line = text[at:stop]
        if line.strip():
            lines.append(Span(at, at + len(line.rstrip())))
        elif lines:
            yield _Group(tuple(lines))
            lines = []
        at = stop + 1
    if lines:
        yield _Group(tuple(lines))


class _Writer:
    """Decides what each group is; joins lines in ``characters`` as it goes."""

    def __init__(self, text: str, groups: list[_Group], characters: list[str]) -> None:
        self.text = text
        self.groups = groups
        self.characters = characters

    def blocks(self) -> Iterator[Block]:
        for index, group in enumerate(self.groups):
            yield from self._blocks_of(index, group)

    def _line(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def _blocks_of(self, index: int, group: _Group) -> Iterator[Block]:
        lines = [self._line(span) for span in group.lines]
        if len(lines) == 1 and _RULE.match(lines[0]):
            yield Block(BlockKind.RULE, group.start, group.start)
        elif len(lines) == 2 and _UNDERLINE.match(lines[1]):
            yield self._block(BlockKind.HEADING, group.lines[:1], level=1 if index == 0 else 2)
        elif all(_QUOTE_MARK.match(line) for line in lines):
            yield self._quote(group)
        elif self._is_code(lines):
            yield Block(BlockKind.CODE, group.start, group.end)
        elif self._is_list(lines):
            yield from self._items(group)
        elif len(lines) == 1:
            level = self._heading_level(index, lines[0])
            kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
            yield self._block(kind, group.lines, level=level)
        else:
            yield from self._paragraphs(index, group, lines)

    def _block(self, kind: BlockKind, lines: tuple[Span, ...], level: int = 0) -> Block:
        start = lines[0].start
        line = self._line(lines[0])
        return Block(kind, start + len(line) - len(line.lstrip()), lines[-1].end, level=level)

    def _join(self, lines: tuple[Span, ...]) -> None:
        for before, after in pairwise(lines):
            for at in range(before.end, after.start):
                self.characters[at] = " "

    def _quote(self, group: _Group) -> Block:
        starts: list[int] = []
        for span in group.lines:
            mark = _QUOTE_MARK.match(self.text, span.start, span.end)
            end = mark.end() if mark else span.start
            starts.append(end)
            if len(starts) > 1:
                self.characters[span.start : end] = " " * (end - span.start)
        self._join(group.lines)
        depth = self.text[group.start : starts[0]].count(">")
        return Block(BlockKind.QUOTE, min(starts[0], group.end), group.end, level=depth)

    def _is_code(self, lines: list[str]) -> bool:
        signs = sum(bool(_CODE_SIGN.search(line)) for line in lines)
        return all(_INDENTED.match(line) for line in lines) and 2 * signs >= len(lines)

    def _is_list(self, lines: list[str]) -> bool:
        marked = [bool(_MARKER.match(line)) for line in lines]
        return marked[0] and sum(marked) >= 2

    def _items(self, group: _Group) -> Iterator[Block]:
        items: list[list[Span]] = []
        for span in group.lines:
            if _MARKER.match(self.text, span.start, span.end):
                items.append([span])
            else:
                items[-1].append(span)
        for spans in items:
            self._join(tuple(spans))
            marker = _MARKER.match(self.text, spans[0].start, spans[0].end)
            start = marker.end() if marker else spans[0].start
            number = int(marker.group(1)) if marker and marker.group(1) else None
            yield Block(BlockKind.ITEM, start, spans[-1].end, level=1, number=number)

    def _heading_level(self, index: int, line: str) -> int:
        words = line.split()
        if index == 0:
            longer = any(len(self.text[g.start : g.end]) > len(line) for g in self.groups[1:4])
            title = len(line) <= _TITLE_MAX and not line.endswith((".", ",", ";", ":"))
            return 1 if title and longer and not is_furniture(line) else 0
        if not 0 < index < len(self.groups) - 1:
            return 0
        before, after = self.groups[index - 1], self.groups[index + 1]
        between = min(before.end - before.start, after.end - after.start) >= _LONG
        plain = len(line) <= _HEADING_MAX and len(words) <= _HEADING_WORDS
        title_like = (line[:1].isupper() or line[:1].isdigit()) and not _ENDS.search(line)
        return 2 if between and plain and title_like and not is_furniture(line) else 0

    def _paragraphs(self, index: int, group: _Group, lines: list[str]) -> Iterator[Block]:
        if max(map(len, lines)) > _WRAP_MAX:
            for number, span in enumerate(group.lines):
                first = index == 0 and number == 0
                heading = first and len(lines[0]) <= _HEADING_MAX and not _ENDS.search(lines[0])
                kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
                yield self._block(kind, (span,), level=int(heading))
            return
        if _is_wrapped(lines):
            self._join(group.lines)
        yield self._block(BlockKind.PARAGRAPH, group.lines)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the next line's first word would not have fitted on almost every line."""
    width = max(map(len, lines))
    full = 0
    for line, following in pairwise(lines):
        word = _FIRST_WORD.search(following)
        full += len(line) + 1 + (len(word.group()) if word else 0) > width - 3
    return width >= 40 and full >= 0.8 * (len(lines) - 1)
