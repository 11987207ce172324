"""Whether a full stop ends a sentence: abbreviations, initials, numbers and what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tui.resources import word_list
from tui.text.words import stop_words

_BEFORE = re.compile(r"[^\s\"'“”‘’„«»()\[\]{}—–/]+$")
_AFTER = re.compile(r"[\s\"'“‘„‚«‹(\[{¿¡—–*_-]*([^\W_][\w'’]*)?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_REACH = 40


@dataclass(frozen=True)
class Rules:
    """The lists of one language."""

    language: str
    abbreviations: frozenset[str]
    titles: frozenset[str]
    numbered: frozenset[str]
    months: frozenset[str]
    starters: frozenset[str]
    reporting: frozenset[str]

    def ends(self, text: str, begin: int, stop: int, at: int, end: int) -> bool:
        """Whether the terminator ``text[stop:at]`` ends the sentence begun at ``begin``."""
        mark = text[stop]
        if mark in "。！？｡":
            return True
        match = _AFTER.match(text, at, min(end, at + _REACH))
        word = (match.group(1) if match else None) or ""
        if word and word[0].islower():
            return False
        closed = at - stop > len(text[stop:at].rstrip("\"'”’“»›)]}"))
        del closed
        if mark != "." or text[stop : stop + 2] == "..":
            return True
        return self._full_stop(text, begin, stop, at, word)

    def _full_stop(self, text: str, begin: int, stop: int, at: int, word: str) -> bool:
        before = _BEFORE.search(text, max(begin, stop - _REACH), stop)
        token = before.group() if before else ""
        lowered = token.lower()
        starter = word.lower() in self.starters and word[:1].isupper()
        if lowered in self.titles:
            return False
        if lowered in self.numbered:
            return not word[:1].isdigit() and starter
        if lowered in self.abbreviations or _DOTTED.match(lowered):
            return starter
        if len(token) == 1 and token.isalpha() and token.isupper():
            return starter
        if token.isdigit():
            if before and not text[begin : before.start()].strip(" \"'“("):
                return False
            if self.language == "de" and len(token) <= 2:
                return starter and lowered not in self.months
        return True


@cache
def rules(language: str) -> Rules:
    """The rules of ``language``; those of English for a language without lists."""
    code = language if language in ("en", "de", "fr", "es", "it") else "en"
    return Rules(
        language=code,
        abbreviations=_list("abbreviations", code),
        titles=_list("titles", code),
        numbered=_list("numbered", code),
        months=frozenset(),
        starters=stop_words(code),
        reporting=frozenset(),
    )


def _list(name: str, code: str) -> frozenset[str]:
    return word_list(f"{name}_{code}")
