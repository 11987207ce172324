"""What a reader types to filter, as a condition in SQL. Nothing that is typed is an error.

Words are looked for in title, byline, site and tags, all of them must be there; ``"two words"``
stand together; ``-word`` must not be there. ``is:unread`` (read, starred, archived, noted),
``tag:x`` and ``site:x`` narrow further and take a ``-`` as well.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.library.identity import fold

MOST_TERMS = 64
"""Words after these are not looked at: a pasted page is no query."""

_LONGEST = 10_000
_TERM = re.compile(r'(-?)(?:(is|tag|site):)?("[^"]*"|[^\s"]\S*|")', re.IGNORECASE)

_STATES = {
    "unread": "article.unread = 1",
    "read": "article.unread = 0",
    "starred": "article.starred = 1",
    "archived": "article.archived = 1",
    "noted": "article.id IN (SELECT article FROM note WHERE deleted IS NULL)",
}
_TAGGED = (
    "article.id IN (SELECT article FROM article_tag WHERE tag IN"
    " (SELECT id FROM tag WHERE {match}))"
)


class Term(NamedTuple):
    """One word or phrase of a query, folded; ``field`` is empty, "is", "tag" or "site"."""

    field: str
    value: str
    wanted: bool


def terms(query: str) -> list[Term]:
    """The terms of a query."""
    found = []
    for match in _TERM.finditer(query[:_LONGEST]):
        minus, field, raw = match.groups()
        value = fold(raw.strip('"')).strip()
        field = (field or "").lower()
        if field == "is" and value not in _STATES:
            field, value = "", fold(match[0].removeprefix("-"))
        if value:
            found.append(Term(field, value, not minus))
    return found[:MOST_TERMS]


def condition(query: str) -> tuple[str, list[str]]:
    """A condition on ``article`` and the values for its question marks."""
    parts = ["1"]
    values: list[str] = []
    for term in terms(query):
        sql, more = _condition(term)
        parts.append(sql if term.wanted else f"NOT ({sql})")
        values += more
    return " AND ".join(parts), values


def _condition(term: Term) -> tuple[str, list[str]]:
    if term.field == "is":
        return _STATES[term.value], []
    if term.field == "tag":
        return _TAGGED.format(match="key = ?"), [term.value]
    if term.field == "site":
        return "instr(article.site_key, ?)", [term.value]
    tagged = _TAGGED.format(match="instr(key, ?)")
    return f"(instr(article.find_key, ?) OR {tagged})", [term.value, term.value]


def matches(query: str, text: str) -> bool:
    """Whether ``text`` holds every word of the query and none that it rules out."""
    folded = fold(text)
    return all((term.value in folded) == term.wanted for term in terms(query))
