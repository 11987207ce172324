"""A query as a condition in SQL, and what in it is not understood."""

from __future__ import annotations

import calendar
import datetime
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from tui.library.query import FIELDS, Term, left_out, only, terms, without_marks
from tui.library.spelling import misspelt
from tui.library.words import Sql, Value, has_letters, has_word, literal
from tui.model import FigureKind, reading_minutes

STATES = {
    "unread": "article.unread = 1",
    "read": "article.unread = 0",
    "starred": "article.starred = 1",
    "archived": "article.archived = 1",
    "noted": "article.id IN (SELECT article FROM note WHERE deleted IS NULL)",
}
HOLDINGS = {
    "note": "article.id IN (SELECT note.article FROM note JOIN note_version"
    " ON note_version.note = note.id AND note_version.version = note.version"
    " WHERE note.deleted IS NULL AND note_version.text <> '')",
    "highlight": "article.id IN"
    " (SELECT article FROM note WHERE deleted IS NULL AND exact IS NOT NULL)",
    "quote": "article.version IN (SELECT version FROM facts WHERE quotations > 0)",
    "figure": "article.version IN (SELECT version FROM facts WHERE figures > 0)",
    "tag": "article.id IN (SELECT article FROM article_tag)",
}
_TAGGED = "article.id IN (SELECT article FROM article_tag JOIN tag ON tag.id = tag WHERE {named})"
_TAGGED_NOTE = (
    "SELECT 1 FROM note JOIN note_version"
    " ON note_version.note = note.id AND note_version.version = note.version"
    " WHERE note.deleted IS NULL AND instr(text, '#') AND has_tag(text, ?) LIMIT 1"
)
# A query cannot say the quotation marks that a tag may have.
_NAMED = "replace(replace(replace(replace(key, '\"', ''), '“', ''), '”', ''), '„', '')"
_WITH_KEY = "SELECT version FROM fact_key WHERE field = ? AND key = ?"
_KEYED = f"article.version IN ({_WITH_KEY})"
# Words of a name may be words of two people's names.
_SAID_BY = """EXISTS (
    SELECT 1 FROM facts,
        json_each(CASE WHEN json_valid(data) THEN data ELSE '[]' END, '$[0]') AS said
    WHERE facts.version = article.version AND has_words(json_extract(said.value, '$[3]'), ?)
)"""

_AGE = re.compile(r"([0-9]{1,6})\s*(h|d|w|m|y)[a-z]{0,6}\Z")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?\Z")
_LENGTH = re.compile(r"([0-9]{1,6})\s*(m|h)?[a-z]{0,6}\Z")


class _NotUnderstoodError(Exception):
    """A term that says nothing; the message tells why."""


def condition(query: str, now: datetime.datetime) -> Sql:
    """A condition on ``article``. ``now`` has a zone."""
    return _joined(
        [has_word(term) if not term.field else None for term in terms(query)], query, now
    )


def narrowing(query: str, now: datetime.datetime) -> Sql:
    """The same without what :func:`sought` has: for who looks for that by the index of words."""
    left = (None if _is_sought(term) or term.field else has_word(term) for term in terms(query))
    return _joined(list(left), query, now)


def sought(query: str) -> list[Term]:
    """The words that must be there and that the index of words can know."""
    return [term for term in terms(query) if _is_sought(term)]


def _is_sought(term: Term) -> bool:
    return not term.field and term.wanted and has_letters(term)


def _joined(words: Sequence[Sql | None], query: str, now: datetime.datetime) -> Sql:
    parts: list[str] = []
    values: list[Value] = []
    for word, term in zip(words, terms(query), strict=True):
        found = _field(term, now) if term.field else word
        if found is not None:
            parts.append(found[0] if term.wanted else f"NOT ({found[0]})")
            values += found[1]
    return " AND ".join(parts) or "1", values


def problems(
    query: str, now: datetime.datetime, connection: sqlite3.Connection | None = None
) -> list[str]:
    """What is not understood, a sentence each; with a connection also what the library lacks."""
    found = problems_of(terms(query), now, connection)
    return [*found, *filter(None, [left_out(query)])]


def mistakes(query: str, now: datetime.datetime) -> list[str]:
    """What says nothing and is passed over, whatever the library holds; a sentence each."""
    return problems_of(terms(query), now)


def understood(query: str, now: datetime.datetime) -> str:
    """The query without what says nothing: it finds the same, and can be called what was asked."""
    return only(query, lambda term: not problems_of([term], now))


def problems_of(
    chosen: Iterable[Term],
    now: datetime.datetime,
    connection: sqlite3.Connection | None = None,
) -> list[str]:
    """The same of some terms alone."""
    found: list[str] = []
    for term in chosen:
        if not term.field:
            continue
        try:
            _understood(term, now)
        except _NotUnderstoodError as error:
            found.append(str(error))
        else:
            lack = connection is not None and _lack(term, connection)
            if lack:
                found.append(lack)
    return list(dict.fromkeys(found))


def needs_facts(query: str) -> bool:
    """Whether it asks for what only those articles show that were read for facts."""
    return any(
        term.field in {"speaker", "figure"}
        or (term.field == "has" and term.folded.removesuffix("s") in {"quote", "figure"})
        for term in terms(query)
    )


def _lack(term: Term, connection: sqlite3.Connection) -> str:
    """What the library has nothing of; empty if it has, or need not have."""
    if term.field == "feed":
        return "There are no feeds yet, so feed: finds nothing."
    if term.field == "tag":
        named, values = _named(term)
        there = connection.execute(f"SELECT 1 FROM tag WHERE {named}", values)
        if there.fetchone():
            return ""
        noted = connection.execute(_TAGGED_NOTE, (term.value,)).fetchone()
        if noted:
            return f"No article is tagged “{term.value}”; notes are, where notes are looked for."
        return f"No article was ever tagged “{term.value}”."
    if term.field == "figure" and _kind(term) is None:
        sql, values = _texts_with(term)
        if connection.execute(f"{sql} LIMIT 1", values).fetchone() is None:
            kinds = ", ".join(kind.value for kind in FigureKind)
            return f"No figure is of “{term.value}”; the kinds are {kinds}."
    return ""


def _field(term: Term, now: datetime.datetime) -> Sql | None:
    try:
        return _understood(term, now)
    except _NotUnderstoodError:
        return None


def _understood(term: Term, now: datetime.datetime) -> Sql:
    """The condition of a field.

    Raises:
        _NotUnderstoodError: If there is no such field, or its value says nothing.
    """
    if term.field not in FIELDS:
        raise _NotUnderstoodError(_no_field(term.field))
    if not without_marks(term.folded):
        raise _NotUnderstoodError(f"{term.field}: needs a value: {FIELDS[term.field]}.")
    match term.field:
        case "newer" | "older":
            sign = ">=" if term.field == "newer" else "<"
            return f"article.added {sign} ?", [_moment(term, now)]
        case "longer" | "shorter":
            sign = ">=" if term.field == "longer" else "<"
            return f"article.words {sign} ?", [_words(term)]
        case _:
            return _PLAIN[term.field](term)


def _no_field(name: str) -> str:
    near = next((field for field in FIELDS if misspelt(name, field)), None)
    if near is not None:
        return f"There is no field “{name}:”, did you mean {near}:?"
    # By feed: nothing is found yet.
    known = ", ".join(field for field in FIELDS if field != "feed")
    return f"No field “{name}:”, only {known}."


def _one_of(choices: dict[str, str]) -> Callable[[Term], Sql]:
    def chosen(term: Term) -> Sql:
        value = term.folded if term.folded in choices else term.folded.removesuffix("s")
        if value not in choices:
            raise _NotUnderstoodError(
                f"There is no {term.field}:{term.value}; say {FIELDS[term.field]}."
            )
        return choices[value], []

    return chosen


def tagged(term: Term) -> Sql:
    """Whether an article has a tag, or with ``*`` one that begins so."""
    named, values = _named(term)
    return _TAGGED.format(named=named), values


def _named(term: Term) -> Sql:
    name = without_marks(term.folded)
    return (f"{_NAMED} GLOB ?", [f"{literal(name)}*"]) if term.prefix else (f"{_NAMED} = ?", [name])


def _site(term: Term) -> Sql:
    return "instr(article.site_key, ?)", [term.folded]


def _feed(_term: Term) -> Sql:
    return "0", []


def _speaker(term: Term) -> Sql:
    from tui.facts.sought import Sought

    keys = Sought(speaker=term.value).keys()
    if not keys:
        raise _NotUnderstoodError(f"“{term.value}” is no name that somebody could have.")
    parts = [_KEYED] * len(keys)
    values: list[Value] = [part for key in keys for part in key]
    if len(keys) > 1:
        parts.append(_SAID_BY)
        values.append(term.value)
    return f"({' AND '.join(parts)})", values


def _figure(term: Term) -> Sql:
    """By kind, or else by unit or by what is counted."""
    kind = _kind(term)
    if kind is not None:
        return _KEYED, ["kind", kind.value]
    sql, values = _texts_with(term)
    return f"article.version IN ({sql})", values


def _texts_with(term: Term) -> Sql:
    """The texts with figures in a unit, or of something counted, as SQL."""
    from tui.facts.sought import Sought

    nouns = Sought(noun=term.value).keys()
    counted = " INTERSECT ".join([_WITH_KEY] * len(nouns)) or f"{_WITH_KEY} AND 0"
    keys = [("unit", term.folded), *(nouns or [("noun", "")])]
    return f"{_WITH_KEY} UNION SELECT version FROM ({counted})", [x for key in keys for x in key]


def _kind(term: Term) -> FigureKind | None:
    name = re.sub(r"[\s-]+", "_", term.folded)
    kinds = {kind.value: kind for kind in FigureKind}
    return kinds.get(name) or kinds.get(name.removesuffix("s"))


def _moment(term: Term, now: datetime.datetime) -> str:
    """The moment that an age or a date stands for, as ``article.added`` is written."""
    value = term.folded
    age, day = _AGE.match(value), _DATE.match(value)
    try:
        if age is not None:
            moment = _before(now, int(age[1]), age[2])
        elif day is not None:
            year, month, date = (int(part or 1) for part in day.groups())
            moment = datetime.datetime(year, month, date, tzinfo=now.tzinfo)
        else:
            raise ValueError
        return moment.astimezone(datetime.UTC).isoformat(timespec="seconds")
    except OverflowError:
        # So long ago that everything is newer.
        return ""
    except ValueError:
        raise _NotUnderstoodError(
            f"{term.field}:{term.value} is no time; say 3d, 2w, 6m or 2025-01-01."
        ) from None


def _before(now: datetime.datetime, count: int, unit: str) -> datetime.datetime:
    hours = {"h": 1, "d": 24, "w": 24 * 7}
    if unit in hours:
        return now - datetime.timedelta(hours=count * hours[unit])
    months = now.year * 12 + now.month - 1 - count * (12 if unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    if year < 1:
        raise OverflowError
    day = min(now.day, calendar.monthrange(year, month)[1])
    return now.replace(year=year, month=month, day=day)


def _words(term: Term) -> int:
    """The fewest words that take so long to read."""
    found = _LENGTH.match(term.folded)
    if found is None:
        raise _NotUnderstoodError(f"{term.field}:{term.value} is no length; say 10m or 1h.")
    minutes = int(found[1]) * (60 if found[2] == "h" else 1)
    low, high = 0, (minutes + 1) * 1000
    while low < high:
        middle = (low + high) // 2
        if reading_minutes(middle) >= minutes:
            high = middle
        else:
            low = middle + 1
    return low


_PLAIN: dict[str, Callable[[Term], Sql]] = {
    "is": _one_of(STATES),
    "has": _one_of(HOLDINGS),
    "tag": tagged,
    "site": _site,
    "feed": _feed,
    "speaker": _speaker,
    "figure": _figure,
}
