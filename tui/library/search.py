"""Looking for words in titles, texts, notes, quotations and figures."""

from __future__ import annotations

import datetime
import sqlite3
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice, zip_longest
from typing import NamedTuple

from tui.library import notes
from tui.library.conditions import condition, narrowing, problems, sought
from tui.library.hits import Aim, Found
from tui.library.index import expression
from tui.library.query import Term, wanted_words
from tui.library.waiting import interruptible
from tui.library.words import IN_NOTES, IN_TEXT, Value, beside_texts, has_word
from tui.model import Cancelled, Hit, Hits, Where
from tui.text.passages import Seeker

RANKED = 10_000
"""So many of the newest hits are ranked: of a word in most articles not all are."""

MOST_TRIED = 2_000
"""Articles that are read at most for hits of one kind."""

_LIVE = "rowid NOT IN (SELECT id FROM article WHERE deleted IS NOT NULL)"
_NOTES = """
    SELECT note.id, {score} AS score FROM note_index
    JOIN note ON note.id = note_index.rowid JOIN article ON article.id = note.article
    WHERE note_index MATCH ? AND note.deleted IS NULL AND article.deleted IS NULL AND {where}
    ORDER BY score DESC, note.id DESC LIMIT ?
"""
_FOUND = """
    SELECT article.id, text_version.title, text, data FROM article
    JOIN text_version ON text_version.id = article.version
    LEFT JOIN facts ON facts.version = article.version WHERE article.id = ?
"""


@dataclass(frozen=True)
class Request:
    """What a search is asked for.

    Attributes:
        query: As the reader typed it.
        now: What ``newer:`` and ``older:`` count from, with a zone.
        ranked: The best hits first; otherwise the newest, which is quicker.
        kinds: What may be a hit.
        limit: So many articles and notes at most,
        after: behind the first so many.
        places: So many hits of an article at most.
        cancelled: Asked again and again on the way.
    """

    query: str
    now: datetime.datetime
    ranked: bool
    kinds: frozenset[Where]
    limit: int
    after: int
    places: int
    cancelled: Callable[[], bool]


class _Candidate(NamedTuple):
    """An article or a note that has all the words; ``in_parts``: not all of them in its text."""

    score: float
    id: int
    is_note: bool = False
    in_parts: bool = False


@dataclass(frozen=True)
class _Search:
    """A request at work on a connection."""

    connection: sqlite3.Connection
    request: Request
    words: list[Term]
    match: str
    where: str
    values: list[Value]
    aim: Aim

    def hits(self) -> list[list[Hit]]:
        """The hits of each article and note; where every candidate has one, no other is seen."""
        after, limit = self.request.after, self.request.limit
        candidates = self._candidates()
        if not self.aim.narrowed:
            candidates, after = candidates[after : after + limit], 0
        made = (hits for hits in map(self._hits, candidates) if hits)
        return list(islice(made, after, after + limit))

    def tried(self, shown: int) -> int:
        """How many articles were looked through, if there were more and it mattered; else 0."""
        if not self.aim.narrowed or shown == self.request.limit or self.aim.kinds == {Where.NOTE}:
            return 0
        return (
            MOST_TRIED if self._count(*self._matching("rowid", MOST_TRIED + 1)) > MOST_TRIED else 0
        )

    def count(self) -> int:
        """How many articles and notes have the words, of each up to one more than are ranked.

        Without those that have them in parts.
        """
        counted = 0
        if self.aim.kinds - {Where.NOTE}:
            counted += self._texts[1]
        if Where.NOTE in self.aim.kinds:
            sql = _NOTES.format(score="0.0", where=self.where)
            counted += self._count(sql, [self.match, *self.values, RANKED + 1])
        return counted

    def _count(self, sql: str, values: Sequence[Value]) -> int:
        return int(self.connection.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0])

    def articles(self) -> array[int]:
        """The articles that have the words, without a look at any."""
        return array("q", (each.id for each in self._texts[0]))

    def _candidates(self) -> list[_Candidate]:
        most = self.request.after + self.request.limit
        notes = self._notes(min(most, RANKED)) if Where.NOTE in self.aim.kinds else []
        articles = self._texts[0] if self.aim.kinds - {Where.NOTE} else []
        if self.request.ranked:
            both = sorted([*_level(notes, articles), *articles], key=lambda each: -each.score)
        else:
            mixed = chain.from_iterable(zip_longest(notes, articles))
            both = [each for each in mixed if each is not None]
        if len(both) < most:
            both += [_Candidate(0.0, article, in_parts=True) for article in self.in_parts]
        return both

    @cached_property
    def _texts(self) -> tuple[list[_Candidate], int]:
        """The articles whose texts have the words, and how many those are, seen in one pass.

        To bring together all words with one beginning takes longer than all the rest.
        """
        most = MOST_TRIED if self.aim.narrowed else self.request.after + self.request.limit
        if self.request.ranked:
            columns = "rowid AS article, -bm25(text_index, 8.0, 1.0, 1.0) AS score"
            inner, values = self._matching(columns, RANKED + 1)
            # The first row tells the number, even where no other is wanted.
            sql = (
                f"WITH found AS MATERIALIZED ({inner}) SELECT NULL, count(*) FROM found UNION ALL"
                " SELECT * FROM (SELECT score, article FROM found"
                " ORDER BY score DESC, article DESC LIMIT ?)"
            )
            (_, counted), *rows = self.connection.execute(sql, [*values, most])
        else:
            rows = self.connection.execute(*self._matching("0.0, rowid", RANKED + 1)).fetchall()
            counted = len(rows)
        return [_Candidate(score, article) for score, article in rows[:most]], counted

    @cached_property
    def in_parts(self) -> list[int]:
        """The newest articles of which no text and no note, but all parts together have the words.

        It takes much longer than what the indexes of words tell: asked only where it is shown.
        """
        if self.aim.kinds != frozenset(Where):
            return []
        beside, values = beside_texts(self.words)
        each = (
            [has_word(word, among_few=True) for word in self.words] if len(self.words) > 1 else []
        )
        conditions = [self.where, *(sql for sql, _ in each)]
        sql = (
            f"SELECT article.id FROM article WHERE deleted IS NULL AND article.id IN ({beside})"
            f" AND {' AND '.join(conditions)} AND article.id NOT IN ({IN_TEXT})"
            f" AND article.id NOT IN ({IN_NOTES}) ORDER BY article.id DESC LIMIT ?"
        )
        named = [value for _, own in each for value in own]
        every = [*values, *self.values, *named, self.match, self.match, RANKED + 1]
        return [article for (article,) in self.connection.execute(sql, every)]

    def _matching(self, columns: str, limit: int) -> tuple[str, list[Value]]:
        """The newest articles that hold the words, as SQL."""
        narrowed = "1"
        if self.where != "1":
            narrowed = (
                f"EXISTS (SELECT 1 FROM article WHERE id = text_index.rowid AND {self.where})"
            )
        sql = (
            f"SELECT {columns} FROM text_index WHERE text_index MATCH ? AND {_LIVE}"
            f" AND {narrowed} ORDER BY rowid DESC LIMIT ?"
        )
        return sql, [self.match, *self.values, limit]

    def _notes(self, limit: int) -> list[_Candidate]:
        score = "-bm25(note_index)" if self.request.ranked else "0.0"
        sql = _NOTES.format(score=score, where=self.where)
        rows = self.connection.execute(sql, [self.match, *self.values, limit])
        return [_Candidate(score, note, is_note=True) for note, score in rows]

    @cached_property
    def _aim_begun(self) -> Aim:
        """Where a list shows words, their beginnings are found too."""
        begun = (each._replace(prefix=True) for each in wanted_words(self.request.query))
        return replace(self.aim, seeker=Seeker(begun))

    def _hits(self, candidate: _Candidate) -> list[Hit]:
        if self.request.cancelled():
            raise Cancelled("The search was given up.")
        if candidate.is_note:
            hits = [self.aim.note_hit(row) for row in notes.rows(self.connection, [candidate.id])]
        else:
            found = Found(*self.connection.execute(_FOUND, (candidate.id,)).fetchone())
            hits = [self._aim_begun.in_part(found)] if candidate.in_parts else self.aim.hits(found)
        return [replace(hit, score=candidate.score) for hit in hits]


def search(connection: sqlite3.Connection, request: Request) -> Hits:
    """What a request finds.

    Raises:
        Cancelled: If nobody waits any longer.
    """
    told = tuple(problems(request.query, request.now, connection))
    with interruptible(connection, request.cancelled):
        asked = _begun(connection, request)
        if not asked.match:
            return replace(_without_words(connection, request), problems=told)
        groups, total = asked.hits(), asked.count()
        counted = total < request.after + request.limit
        total += len(asked.in_parts) if counted else 0
        return Hits(
            tuple(chain.from_iterable(groups)),
            min(total, RANKED),
            not counted or total > RANKED,
            told,
            shown=len(groups),
            tried=asked.tried(len(groups)),
        )


def holding(connection: sqlite3.Connection, request: Request) -> array[int]:
    """The articles in which a request may find something, in its order.

    Raises:
        Cancelled: If nobody waits any longer.
    """
    with interruptible(connection, request.cancelled):
        asked = _begun(connection, request)
        return asked.articles() if asked.match else array("q")


def _begun(connection: sqlite3.Connection, request: Request) -> _Search:
    wanted = wanted_words(request.query)
    match = expression(wanted)
    where, values = narrowing(request.query, request.now)
    aim = Aim(Seeker(wanted), request.kinds, request.places)
    words = sought(request.query)
    return _Search(connection, request, words, match, where, values, aim)


def _level(notes: list[_Candidate], articles: list[_Candidate]) -> list[_Candidate]:
    """Notes with scores of the same height as the articles', the best as high as their best.

    The two come from two indexes, whose scores cannot be compared as they are.
    """
    if not notes or not articles or notes[0].score <= 0:
        return notes
    scale = articles[0].score / notes[0].score
    return [note._replace(score=note.score * scale) for note in notes]


def _without_words(connection: sqlite3.Connection, request: Request) -> Hits:
    """A query with no word to look for finds articles, the newest first; an empty one nothing."""
    where, values = condition(request.query, request.now)
    if where == "1":
        return Hits()
    found = f"FROM article WHERE deleted IS NULL AND {where}"
    rows = connection.execute(
        f"SELECT id, title {found} ORDER BY seq DESC LIMIT ? OFFSET ?",
        [*values, request.limit, request.after],
    ).fetchall()
    total = connection.execute(f"SELECT count(*) {found}", values).fetchone()[0]
    hits = tuple(Hit(article, Where.TITLE, title) for article, title in rows)
    return Hits(hits, total, shown=len(hits))
