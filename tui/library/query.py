"""The one language in which a reader asks for articles. Whatever is typed has an answer.

Words are looked for in title, text, notes, byline, site and tags; all of them must be somewhere.
In the names that a list shows the beginning of a word will do, elsewhere ``begin*`` says that it
may go on. ``"exact words"`` stand together, ``-`` before anything rules out what would be found
without it, and ``tag:``, ``newer:`` and the other fields narrow further. What is not understood is
told by :func:`tui.library.conditions.problems` and otherwise passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from tui.library.identity import find_key, fold, storable
from tui.text.passages import Wanted, words_of
from tui.text.unspaced import spaced

MOST_TERMS = 64
"""Words after these are not looked at: a pasted page is no query."""

FIELDS = {
    "is": "unread, read, starred, archived, noted",
    "has": "note, highlight, quote, figure, tag",
    "tag": "a tag",
    "site": "a part of the site's name or address",
    "feed": "a feed",
    "newer": "3d, 2w, 6m or 2025-01-01: added since then",
    "older": "3d, 2w, 6m or 2025-01-01: added before then",
    "longer": "10m: takes that long to read, or longer",
    "shorter": "5m: takes less than that to read",
    "speaker": "who is quoted",
    "figure": "a kind (money), a unit (USD) or what is counted; minor ones too",
}
"""Every field, and what may follow its colon."""

_BEGUN = 3
"""Letters from which on a word may be the beginning of a longer one."""
MOST_CHARACTERS = 10_000
"""Nor is what stands behind these."""
_QUOTES = '"“”„'
_TERM = re.compile(
    rf"(-?)(?:([^\W\d_]{{2,12}}):(?!//))?([{_QUOTES}][^{_QUOTES}]*(?:[{_QUOTES}]\*?)?"
    rf"|[^\s{_QUOTES}]\S*)?"
)


class Term(NamedTuple):
    """One word, phrase or field of a query.

    Attributes:
        field: In lower case, whether there is such a field or not; empty for a word or a phrase.
        value: As it was written, without marks.
        wanted: False behind a ``-``.
        exact: It stood in quotation marks.
        prefix: Its last word may go on: it ended in ``*``, or its mark is not closed yet.
    """

    field: str
    value: str
    wanted: bool = True
    exact: bool = False
    prefix: bool = False

    @property
    def folded(self) -> str:
        """The value as it is compared."""
        return fold(self.value).strip()

    @property
    def named(self) -> str:
        """The value as it is looked for in names."""
        return find_key(self.value).strip()


def as_typed(query: str) -> str:
    """The query with its last word open-ended, as long as it may be no more than begun.

    It may once it has a few letters; a blank behind it or a mark ends it.
    """
    last = next(reversed(terms(query)), None)
    if last is None or last.field or last.exact or last.prefix or not last.wanted:
        return query.strip()
    *_, end = words_of(spaced(f"{last.value} ")) or [""]
    begun = len(end) >= _BEGUN and query.endswith(end)
    return f"{query.strip()}*" if begun else query.strip()


def without_marks(text: str) -> str:
    """``text`` without quotation marks: no query can ask for them."""
    return re.sub(f"[{_QUOTES}]", "", text)


def terms(query: str) -> list[Term]:
    """The terms of a query, fields that do not exist included."""
    return list(islice(_terms(query), MOST_TERMS))


def left_out(query: str) -> str:
    """What is not looked at because the query is too long, in a sentence; empty if it is not."""
    if len(query) > MOST_CHARACTERS:
        return f"Only the first {MOST_CHARACTERS:,} characters of a query are looked at."
    if next(islice(_terms(query), MOST_TERMS, None), None) is not None:
        return f"Only the first {MOST_TERMS} words of a query are looked at."
    return ""


def only(query: str, wanted: Callable[[Term], bool]) -> str:
    """The query without the terms that are not wanted; as it was typed if all of them are."""
    kept = list(islice(_written(query), MOST_TERMS))
    if all(wanted(term) for term, _ in kept):
        return query
    return " ".join(written for term, written in kept if wanted(term))


def _terms(query: str) -> Iterator[Term]:
    return (term for term, _ in _written(query))


def _written(query: str) -> Iterator[tuple[Term, str]]:
    """The terms, each with how it was typed."""
    for match in _TERM.finditer(storable(query[:MOST_CHARACTERS])):
        minus, field, raw = match.groups()
        if field and not raw and field.lower() not in FIELDS:
            # "Ukraine: what next" is a title.
            field, raw = None, f"{field}:"
        if field or raw:
            term = _term((field or "").lower(), raw or "", not minus)
            if term.folded or term.field:
                yield term, match[0]


def _term(field: str, raw: str, wanted: bool) -> Term:
    exact = raw[:1] in tuple(_QUOTES)
    open_mark = exact and not (len(raw) > 1 and raw.rstrip("*")[-1] in _QUOTES)
    prefix = open_mark or (len(raw) > 1 and raw.endswith("*"))
    value = raw.removesuffix("*") if len(raw) > 1 else raw
    # A mark by itself is what is looked for; around words it is not.
    bare = value.strip(_QUOTES)
    return Term(field, (bare or value).strip(), wanted, exact and bool(bare), prefix)


def wanted_words(query: str) -> list[Wanted]:
    """What a search looks for in texts."""
    words = (term for term in terms(query) if not term.field and term.wanted)
    return [Wanted(term.value, term.prefix) for term in words]
