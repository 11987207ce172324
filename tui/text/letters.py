"""Letters as they are compared when words are looked for: one for all the spellings of it.

The index of words folds case and the accents of Latin letters by itself. What it leaves is done
here: ligatures, wide and ornamental letters, letters that other languages have no key for, and
accents of other scripts. For what it is asked, and for lighting, the same is done.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property

from tui.model import Span
from tui.text.composed import Composed
from tui.text.unspaced import runs, spaced

_UNICODE = unicodedata.ucd_3_2_0
"""One version for good: a row is taken out of the index only by the letters it was put in with."""

_OWN = {"ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "þ": "th"} | dict(
    zip("øłđðħŧıȷ", "olddhtij", strict=True)
)
"""Letters that Unicode does not take apart."""

_SOME = (
    "ª²³¹ºÆÐØÞßæðøþĐđĦħıĲĳŁłŉŒœŦŧ\u01c4-\u01cc\u01e0-\u01e3\u01ee-\u01f3\u01fc-\u01ff\u0237"
    "\u02b0-\u02b8\u02e0-\u02e4\u0300-\u036f\u0386-\u0390\u03aa-\u03b0\u03ca-\u03ce\u03d2-\u03d4"
    "\u03f2ЀЁЃЇЌЍЎЙйѐёѓїќѝўѶѷ\u0483-\u0486Ӂӂ\u04d0-\u04d7\u04da-\u04df\u04e2-\u04f9\u0587"
    "\u0591-\u05c4\u0622-\u0626\u064b-\u0655\u0670\u0675-\u0678\u06c0\u06c2\u06d3\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u0929\u0931\u0934\u0951-\u0954\u0958-\u095f\u09cb\u09cc\u09dc-\u09df"
    "\u0a33\u0a36\u0a59-\u0a5e\u0b48-\u0b4c\u0b5c\u0b5d\u0b94\u0bca-\u0bcc\u0c48\u0c55\u0c56"
    "\u0cc0-\u0ccb\u0d4a-\u0d4c\u0dda-\u0dde\u0f18\u0f19\u0f35-\u0f39\u0f43\u0f4d\u0f52\u0f57"
    "\u0f5c\u0f69\u0f71-\u0f87\u0f93\u0f9d\u0fa2\u0fa7\u0fac\u0fb9\u0fc6\u18a9ẚẞ\u1f00-\u1ffc"
    "\u2070-\u2089\u20d0-\u20ea\u2102-\u2189\u2460-\u2473\u24ea\u302a-\u302f\u3251-\u325f"
    "\u32b1-\u32bf\ufb00-\ufdf9\ufe20-\ufe23\ufe71-\ufefc０-９Ａ-Ｚａ-ｚ"
    "\U0001d165-\U0001d1ad\U0001d400-\U0001d7ff"
)
"""Every character that may become another one, and a few between them that do not."""

_VOICED = "[\u3041-\u30ff\uff66-\uff9d][\uff9e\uff9f]"
"""Kana with the narrow voice marks, which are composed with it."""
_A_LETTER = 0x20000
"""From here on stand characters that are letters to Python, and in no text once it is spaced."""


@cache
def _some() -> re.Pattern[str]:
    return re.compile(f"[{_SOME}]")


@cache
def _voiced() -> re.Pattern[str]:
    return re.compile(_VOICED)


@cache
def _some_or_voiced() -> re.Pattern[str]:
    return re.compile(f"[{_SOME}]|{_VOICED}")


class _Plain(dict[str, str]):
    """Characters among ``_SOME`` as the index has them, of each as many letters as it stands for.

    Those that stand for anything but letters, digits and their marks stay as they are.
    """

    def __missing__(self, char: str) -> str:
        self[char] = plain = _plain(char)
        return plain


def _plain(char: str) -> str:
    if char not in _OWN and _UNICODE.category(char)[0] not in "LNM":
        return char
    parts = _UNICODE.normalize("NFKD", _OWN.get(char, char))
    plain = "".join(_OWN.get(low := part.lower(), low) for part in parts if not _is_accent(part))
    whole = all(_UNICODE.category(part)[0] in "LNM" for part in plain)
    return plain if whole and not runs(plain) else char


def _is_accent(char: str) -> bool:
    """Marks that change what a letter sounds like stay: nukta, kana's voice marks, virama."""
    return _UNICODE.combining(char) not in {0, 7, 8, 9}


_PLAIN = _Plain()


def plain(text: str) -> str:
    """``text`` for the index of words: spaced, and without what the index does not fold itself.

    Where there is no such letter it is :func:`spaced` alone. What it does to any letter can only
    be changed by a step of the schema that indexes anew every text that has it.
    """
    return one_spelling(spaced(text))


def one_spelling(text: str) -> str:
    """``text`` without what the index of words does not fold itself, in any script."""
    return text if text.isascii() else _some().sub(lambda match: _PLAIN[match[0]], text)


class _Compared(dict[int, str]):
    """Every character as it is compared; most are one letter."""

    def __missing__(self, code: int) -> str:
        compared = "".join(map(_compared, _spelt(chr(code))))
        if code < 0x20000:  # a bound, whatever a text holds
            self[code] = compared
        return compared


def _spelt(char: str) -> str:
    return _PLAIN[char] if _some().match(char) else char


def _compared(char: str) -> str:
    if runs(char):
        composed = unicodedata.normalize("NFKC", char)
        return composed if len(composed) == 1 else char
    base = unicodedata.normalize("NFD", _small(char))
    if all(map(_is_accent, base[1:])):
        return _as_letter(_small(base[0]))
    return _as_letter(char)


def _small(char: str) -> str:
    return next((form for form in (char.casefold(), char.lower()) if len(form) == 1), char)


def _as_letter(char: str) -> str:
    """A vowel sign is of its word as any letter is; Python counts it for none."""
    is_mark = unicodedata.category(char) in {"Mn", "Mc"} and ord(char) < 0xA6E0
    return chr(_A_LETTER + ord(char)) if is_mark else char


_COMPARED = _Compared()


class Compared:
    """A text as its letters are compared, and where they are in it.

    Attributes:
        text: The letters; accents are gone.
    """

    def __init__(self, original: str) -> None:
        self._original = original
        if original.isascii():
            self.text = original.lower()
        else:
            whole = _voiced().sub(_composed, original) if _is_voiced(original) else original
            self.text = whole.translate(_COMPARED)

    @cached_property
    def placed(self) -> Composed:
        """The letters with their places; accents belong to the place of their letter.

        Asked only where something was found: it takes longer than to look for it.
        """
        inner: list[Span] = []
        outer: list[Span] = []
        end = at = 0
        for place, length in _uneven(self._original):
            at += place.start - end
            inner.append(Span(at, at + length))
            outer.append(place)
            end, at = place.end, at + length
        return Composed(self.text, inner, outer)


def _is_voiced(text: str) -> bool:
    return "\uff9e" in text or "\uff9f" in text


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def _uneven(text: str) -> Iterator[tuple[Span, int]]:
    """What is compared by more or fewer letters than it has, with its accents; by how many."""
    if text.isascii():
        return
    end = 0
    uneven = _some_or_voiced() if _is_voiced(text) else _some()
    for match in uneven.finditer(text):
        piece = match[0]
        length = len(_COMPARED[ord(piece)] if len(piece) == 1 else _composed(match))
        if match.start() < end or (length == 1 and len(piece) == 1):
            continue
        start = match.start()
        if not length and start > end:
            start -= 1
            length = len(_COMPARED[ord(text[start])])
        end = match.end()
        while end < len(text) and not _COMPARED[ord(text[end])]:
            end += 1
        yield Span(start, end), length
