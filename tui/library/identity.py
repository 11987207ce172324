"""What makes two articles the same, and the keys they are sorted and found by."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata

from tui.text.letters import one_spelling

_SURROGATE = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """``text`` with every lone surrogate, which no database takes, as U+FFFD, one for one."""
    return _SURROGATE.sub("\ufffd", text)


def fold(text: str) -> str:
    """``text`` as it is compared: no case, no accents, no lone surrogates."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", storable(text).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def find_key(text: str) -> str:
    """``text`` as words are looked for in it: folded, and every letter in its one spelling."""
    return one_spelling(fold(text))


def title_key(title: str) -> str:
    """Where a title is sorted: folded, without the marks before its first letter or digit."""
    folded = fold(title)
    for index, char in enumerate(folded):
        if char.isalnum():
            return folded[index:]
    return folded


def text_hash(text: str) -> str:
    """The same for texts that differ in blanks and line ends alone; empty for an empty text."""
    words = unicodedata.normalize("NFC", text).split()
    if not words:
        return ""
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()


def is_path(source: str) -> bool:
    """Whether a draft's source names one file unmistakably."""
    return source.startswith(("/", "~/"))


def published_key(published: str | None) -> str:
    """A date that sorts by moment, whatever offset it was written with; empty if unknown."""
    written = published or ""
    try:
        moment = datetime.datetime.fromisoformat(written)
    except ValueError:
        return storable(written)
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(datetime.UTC).replace(tzinfo=None)
        except OverflowError:
            return storable(written)
    return moment.isoformat() if "T" in written or " " in written else moment.date().isoformat()
