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
_IN_NAMES = "SELECT id FROM article WHERE deleted IS NULL"
_SPELT = "key GLOB '*[^ -~]*'"
"""Keys of tags keep letters, beyond ASCII, that have several spellings."""
_IN_TAGS = (
    "SELECT article FROM article_tag JOIN tag ON tag.id = tag"
    f" WHERE (key GLOB ? OR {_SPELT}) AND in_words(one_spelling(key), ?, ?)"
)


def has_word(term: Term, *, among_few: bool = False) -> Sql:
    """A condition on ``article``: whether it has a word or phrase anywhere.

    Args:
        term: The word.
        among_few: It will be asked about few articles: their own rows are looked at.
    """
    match = expression([_wanted(term)])
    in_text: list[Sql] = [(IN_TEXT, [match])] if match else []
    *choices, names = [*in_text, *_beside(term, match)]
    # The plus keeps SQLite from gathering all of them and sorting them for every list.
    parts = [(f"+article.id IN ({sql})", values) for sql, values in choices]
    parts.append(_in_its_names(term) if among_few else (f"+article.id IN ({names[0]})", names[1]))
    return f"({' OR '.join(sql for sql, _ in parts)})", _values_of(parts)


def beside_texts(terms: Iterable[Term]) -> Sql:
    """The articles that have one of some words, which are not in their texts, elsewhere."""
    choices = [each for term in terms for each in _beside(term, expression([_wanted(term)]))]
    return " UNION ALL ".join(sql for sql, _ in choices), _values_of(choices)


def _beside(term: Term, match: str) -> list[Sql]:
    """Those that have it in a note, a tag or, the last, a name.

    In a name only if not in the text as well, which is quicker for a common word; not so for a
    phrase.
    """
    named, (begun, *rest) = _in_its_names(term)
    noted: list[Sql] = [(IN_NOTES, [match])] if match else []
    tagged = (_IN_TAGS, [begun, *rest])
    if match and not term.exact:
        seen = f"{_IN_NAMES} AND find_key GLOB ? AND id NOT IN ({IN_TEXT})"
        names = f"{seen} AND in_words(find_key, ?, ?)"
        return [*noted, tagged, (names, [begun, match, *rest])]
    return [*noted, tagged, (f"{_IN_NAMES} AND {named}", [begun, *rest])]


def _in_its_names(term: Term) -> Sql:
    whole = int(term.exact and not term.prefix)
    values: list[Value] = [f"*{literal(term.named)}*", term.named, whole]
    return "find_key GLOB ? AND in_words(find_key, ?, ?)", values


def _values_of(parts: Iterable[Sql]) -> list[Value]:
    return [value for _, values in parts for value in values]


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
