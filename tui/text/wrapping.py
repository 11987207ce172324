"""Lines of a text for a given width, as spans; nothing is hyphenated, nothing is dropped."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from unicodedata import category

from tui.model import Span

Cells = Callable[[str], int]
"""Counts the terminal cells of a text."""

_BLANKS = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_BLANK = re.compile(f"[{_BLANKS}]")
_DASH = re.compile(r"[—–]|--(?!-)")
_NOT_AT_START = frozenset(
    "、。，．・：；？！」』】）〕〉》”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%),.!?:;]}—–"
)
_NOT_AT_END = frozenset("「『【（〔〈《“‘([{")


def _unspaced(character: str) -> bool:
    """Whether it belongs to a script without blanks."""
    return character >= "\u2e80" and _unspaced_set().match(character) is not None


@cache
def _unspaced_set() -> re.Pattern[str]:
    # So large a set takes Python milliseconds to compile: only a text that needs it pays.
    return re.compile("[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff65\U00020000-\U0003ffff]")


def wrap(text: str, start: int, end: int, width: int, cells: Cells) -> list[Span]:
    r"""Breaks ``text[start:end]`` into lines of at most ``width`` cells.

    A line breaks at blanks, after dashes, between characters of scripts without blanks,
    and anywhere in a word that is wider than a line (after a hyphen if it has one). Blanks
    at a break belong to no line; ``\n`` always breaks, and an empty line is an empty span.
    A single character wider than ``width`` gets a line of its own. A tab counts as one cell.
    """
    lines: list[Span] = []
    ruler = _Ruler(text, max(width, 1), cells)
    while start < end:
        newline = text.find("\n", start, end)
        stop = newline if newline >= 0 else end
        _wrap_line(ruler, start, stop, lines)
        start = stop + 1
    return lines


def _wrap_line(ruler: _Ruler, start: int, stop: int, lines: list[Span]) -> None:
    """Appends the lines of a stretch without a newline."""
    text = ruler.text
    stop = _trimmed(text, start, stop)
    if start >= stop:
        lines.append(Span(start, start))
        return
    first = _after_blanks(text, start, stop)
    if 2 * (first - start) >= ruler.width:
        start = first  # an indentation that leaves no room for words
    cut = ruler.cutter(start, stop)
    while start < stop:
        end = cut(start, first, stop)
        lines.append(Span(start, _trimmed(text, start, end)))
        start = first = _after_blanks(text, end, stop)


def _after_blanks(text: str, start: int, stop: int) -> int:
    while start < stop and (text[start] == " " or _BLANK.match(text, start)):
        start += 1
    return start


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1] == " " or _BLANK.match(text, end - 1)):
        end -= 1
    return end


class _Ruler:
    """Finds the ends of lines; each character's and cluster's cells are asked for once."""

    def __init__(self, text: str, width: int, cells: Cells) -> None:
        self.text = text
        self.width = width
        self._cells = cells
        self._narrow = {"\t"}
        self._other: set[str] = set()
        self._widths: dict[str, int] = {}
        self._breakers: tuple[str, ...] = ()

    def cutter(self, start: int, stop: int) -> Callable[[int, int, int], int]:
        """The function that finds the end of a line in ``text[start:stop]``.

        It is given the line's start, its first non-blank, and the end of the stretch.
        """
        piece = self.text[start:stop]
        if not piece.isascii() and not self._all_narrow(piece):
            return self._cut_mixed
        self._breakers = tuple(mark for mark in ("\t", "—", "–", "--") if mark in piece)
        return self._cut_narrow

    def _cut_mixed(self, start: int, first: int, stop: int) -> int:
        piece = self.text[start : min(start + self.width + 1, stop)]
        if piece.isascii() or self._all_narrow(piece):
            self._breakers = ("\t", "—", "–", "--")
            return self._cut_narrow(start, first, stop)
        return self._cut_clusters(start, first, stop)

    def _all_narrow(self, piece: str) -> bool:
        """Whether every character takes one cell and joins with no other."""
        unknown = set(piece) - self._narrow
        for character in unknown - self._other:
            if character.isascii():
                self._narrow.add(character)
                continue
            joins = category(character)[0] in "MC" or category(character) == "Sk"
            unspaced = _BLANK.match(character) or _unspaced(character)
            plain = not joins and not unspaced and self._cells(character) == 1
            (self._narrow if plain else self._other).add(character)
        return unknown.isdisjoint(self._other)

    def _cut_narrow(self, start: int, first: int, stop: int) -> int:
        """A break where characters are cells: at the last blank or dash that leaves them fit."""
        text, limit = self.text, start + self.width
        if limit >= stop:
            return stop
        best = text.rfind(" ", first, limit + 1)
        for mark in self._breakers:
            at = text.rfind(mark, first, limit + 1)
            if mark == "\t":
                best = max(best, at)
            elif at > best and _breaks_after(text, at, at + len(mark), limit):
                best = at + len(mark)
        if best > first:
            return best
        hyphen = text.rfind("-", first + 1, limit)
        return hyphen + 1 if hyphen > first else limit

    def _cut_clusters(self, start: int, first: int, stop: int) -> int:
        """A break where characters have to be measured."""
        text, used, at = self.text, 0, start
        chance = hyphen = -1
        while at < stop:
            end = _cluster_end(text, at, stop)
            cluster = text[at:end]
            if _BLANK.match(cluster):
                used += self._width_of(cluster)
                if at > first:
                    chance = end
                at = end
                continue
            used += self._width_of(cluster)
            if used > self.width and at > first:
                return chance if chance > first else hyphen if hyphen > first else at
            if self._chance_after(at, end, stop):
                chance = end
            elif cluster == "-":
                hyphen = end
            at = end
        return stop

    def _width_of(self, cluster: str) -> int:
        if cluster.isascii():
            return len(cluster)
        known = self._widths.get(cluster)
        if known is None:
            known = self._widths[cluster] = self._cells(cluster)
        return known

    def _chance_after(self, at: int, end: int, stop: int) -> bool:
        """Whether a line may break between the cluster at ``at`` and the next one."""
        text = self.text
        if end >= stop:
            return False
        before, after = text[at], text[end]
        if before in "—–-":
            begin = at - 1 if before == "-" and text[at - 1 : at] == "-" else at
            return (before != "-" or begin < at) and _breaks_after(text, begin, end, stop)
        if _unspaced(before) or _unspaced(after):
            return before not in _NOT_AT_END and after not in _NOT_AT_START
        return False


def _breaks_after(text: str, at: int, end: int, limit: int) -> bool:
    """Whether a line may break after the dash ``text[at:end]``: not in "10–15" or before marks."""
    if end > limit or not _DASH.match(text, at):
        return False
    after = text[end : end + 1]
    between_digits = text[at - 1 : at].isdigit() and after.isdigit() and at > 0
    return not between_digits and (after.isalnum() or after in _NOT_AT_END or after == '"')


def _cluster_end(text: str, at: int, stop: int) -> int:
    """One past the characters that are drawn as one: marks, emoji sequences, flags, jamo."""
    end = at + 1
    if "\U0001f1e6" <= text[at] <= "\U0001f1ff" and end < stop:
        end += "\U0001f1e6" <= text[end] <= "\U0001f1ff"
    while end < stop:
        character = text[end]
        if (
            character < "\u0300"
            or "\u3041" <= character < "\u3099"
            or "\u30a0" <= character < "\ua000"
        ):
            break
        if character == "\u200d":
            end += 1
            if end < stop and text[end] > "\u02ff":
                end += 1
        elif (
            category(character)[0] == "M"
            or character == "\u200c"
            or "\U0001f3fb" <= character <= "\U0001f3ff"
            or "\u1160" <= character <= "\u11ff"
        ):
            end += 1
        else:
            break
    return end
