"""Where a word of a query is found, as SQL: list, search and saved queries find the same articles.

Whole words, or their beginnings with ``*``, in titles, texts and notes; in what a list shows, which
is title, byline, site and tags, the beginning of a word will always do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tui.library.index import expression
from tui.library.query import Term
from tui.text.passages import Wanted
from tui.text.unspaced import runs

Value = str | int
Sql = tuple[str, list[Value]]
"""A condition, or a choice of articles, and the values for its question marks."""

IN_TEXT = "SELECT rowid FROM text_index WHERE text_index MATCH ?"
IN_NOTES = (
    "SELECT note.article FROM note_index JOIN note ON note.id = note_index.rowid"
    " WHERE note_index MATCH ? AND note.deleted IS NULL"
)
# An index alone answers the first of them, and GLOB is quicker than a function of Python's.
_IN_NAMES = (
    "SELECT id FROM article WHERE deleted IS NULL AND find_key GLOB ? AND in_words(find_key, ?, ?)"
)
_IN_TAGS = (
    "SELECT article FROM article_tag JOIN tag ON tag.id = tag"
    " WHERE key GLOB ? AND in_words(key, ?, ?)"
)


def has_word(term: Term) -> Sql:
    """A condition on ``article``: whether it has a word or phrase anywhere."""
    match = expression([_wanted(term)])
    chosen, values = beside_text([term])
    if match:
        chosen, values = f"{IN_TEXT} UNION ALL {chosen}", [match, *values]
    return f"article.id IN ({chosen})", values


def beside_text(terms: Iterable[Term]) -> Sql:
    """The articles that have one of some words elsewhere than in their texts."""
    choices: list[str] = []
    values: list[Value] = []
    for term in terms:
        match = expression([_wanted(term)])
        if match:
            choices.append(IN_NOTES)
            values.append(match)
        named: list[Value] = [f"*{_literal(term.folded)}*", term.folded, int(_is_whole(term))]
        choices += [_IN_NAMES, _IN_TAGS]
        values += [*named, *named]
    return " UNION ALL ".join(choices), values


def has_letters(term: Term) -> bool:
    """Whether the index of words can know a word: it has a letter or a digit."""
    return bool(expression([_wanted(term)]))


def in_words(text: str, words: str, whole: bool) -> bool:
    """Whether ``words`` stand in ``text`` from the beginning of a word on, or as whole words.

    Both are folded. Scripts without blanks have no beginnings, nor has what is no letter.
    """
    return _pattern(words, bool(whole)).search(text) is not None


@lru_cache(maxsize=128)
def _pattern(words: str, whole: bool) -> re.Pattern[str]:
    before = "" if _stands_alone(words[:1]) else r"(?<![^\W_])"
    after = "" if not whole or _stands_alone(words[-1:]) else r"(?![^\W_])"
    return re.compile(f"{before}{re.escape(words)}{after}")


def _stands_alone(char: str) -> bool:
    return not char.isalnum() or bool(runs(char))


def _wanted(term: Term) -> Wanted:
    return Wanted(term.value, term.prefix)


def _is_whole(term: Term) -> bool:
    return term.exact and not term.prefix


def _literal(words: str) -> str:
    """For GLOB."""
    return re.sub(r"[*?\[]", r"[\g<0>]", words)
