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
# An index alone answers the first of them. GLOB is quicker than a function of Python's, which is
# asked only about what is left.
_IN_NAMES = (
    "SELECT id FROM article WHERE deleted IS NULL AND find_key GLOB ?{unless}"
    " AND in_words(find_key, ?, ?)"
)
_IN_TAGS = (
    "SELECT article FROM article_tag JOIN tag ON tag.id = tag"
    " WHERE key GLOB ? AND in_words(key, ?, ?)"
)


def has_word(term: Term) -> Sql:
    """A condition on ``article``: whether it has a word or phrase anywhere."""
    match = expression([_wanted(term)])
    in_text: list[Sql] = [(IN_TEXT, [match])] if match else []
    choices = [*in_text, *_beside(term, match)]
    # The plus keeps SQLite from gathering all of them and sorting them for every list.
    sql = " OR ".join(f"+article.id IN ({each})" for each, _ in choices)
    return f"({sql})", [value for _, values in choices for value in values]


def beside_texts(terms: Iterable[Term]) -> Sql:
    """The articles that have one of some words, which are not in their texts, elsewhere."""
    choices = [each for term in terms for each in _beside(term, expression([_wanted(term)]))]
    values = [value for _, values in choices for value in values]
    return " UNION ALL ".join(sql for sql, _ in choices), values


def _beside(term: Term, match: str) -> list[Sql]:
    """Those that have it in a note, a tag or a name; in a name, if not in the text as well."""
    named: list[Value] = [term.folded, int(term.exact and not term.prefix)]
    begun: list[Value] = [f"*{literal(term.folded)}*"]
    tagged = (_IN_TAGS, [*begun, *named])
    noted: list[Sql] = [(IN_NOTES, [match])] if match else []
    if not match or term.exact:
        return [*noted, tagged, (_IN_NAMES.format(unless=""), [*begun, *named])]
    names = _IN_NAMES.format(unless=f" AND id NOT IN ({IN_TEXT})")
    return [*noted, tagged, (names, [*begun, match, *named])]


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


def literal(words: str) -> str:
    """Words as GLOB takes them for themselves."""
    return re.sub(r"[*?\[]", r"[\g<0>]", words)
