"""What SQL asks of Python: functions that every connection to a library knows."""

from __future__ import annotations

import sqlite3

from tui.library.addresses import canonical_url
from tui.library.words import in_words
from tui.text.folding import has_words
from tui.text.letters import one_spelling, plain
from tui.text.tags import has_tag, tags_in
from tui.text.unspaced import pairs, spaced


def register(connection: sqlite3.Connection) -> None:
    """Make them known to a connection."""
    connection.create_function("canonical_url", 1, canonical_url, deterministic=True)
    connection.create_function("one_spelling", 1, one_spelling, deterministic=True)
    connection.create_function("pairs", 1, pairs, deterministic=True)
    connection.create_function("plain", 1, plain, deterministic=True)
    connection.create_function("spaced", 1, spaced, deterministic=True)
    connection.create_function("in_words", 3, in_words, deterministic=True)
    connection.create_function("has_words", 2, _has_words, deterministic=True)
    connection.create_function("has_tag", 2, _has_tag, deterministic=True)


def _has_words(text: str | None, asked: str) -> bool:
    return text is not None and has_words(text, asked)


def _has_tag(text: str, tag: str | None) -> bool:
    """Whether a note has a tag, or with None any."""
    return bool(tags_in(text)) if tag is None else has_tag(text, tag)
