"""The library: one facade over everything that is kept on disk."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library import (
    articles,
    completion,
    conditions,
    facts,
    graves,
    journal,
    lists,
    note_query,
    notes,
    places,
    saved,
    states,
    stubs,
    versions,
)
from tui.library.articles import Added
from tui.library.filing import Filings
from tui.library.journal import Batch, Recorder
from tui.library.lists import Key
from tui.library.notes import NoteVersion
from tui.library.search import Request, holding, search
from tui.library.store import Store
from tui.library.waiting import interruptible, patient
from tui.model import (
    Anchor,
    Article,
    Body,
    Draft,
    Facts,
    Hits,
    LibraryError,
    Note,
    SavedQuery,
    Span,
    VersionInfo,
    Where,
)

if TYPE_CHECKING:
    from tui.facts.sought import FactKey


class Library:
    """Articles, their texts, what the reader did with them, and notes, in one SQLite file.

    Any method may be called from any thread. What a method returned from is on disk; what it
    raised a LibraryError from has changed nothing.
    """

    def __init__(self, path: Path) -> None:
        """Open the library at ``path``, made or brought up to date where that is needed.

        Raises:
            LibraryError: If it cannot be opened or is not a library.
        """
        self._store = Store(path)
        self._thread = threading.local()

    @property
    def read_only(self) -> str | None:
        """Why nothing can be written, in one sentence; None when it can."""
        return self._store.access.read_only

    @property
    def warning(self) -> str | None:
        """What is to be known about where the file lies, in one sentence; None: nothing."""
        return self._store.access.warning

    def close(self) -> None:
        """Let go of the file; the library is of no use afterwards."""
        self._store.close()

    def data_version(self) -> int:
        """A number that is another one after any commit, of any thread and any process."""
        return self._store.data_version()

    # Articles

    def add(
        self,
        draft: Draft,
        *,
        tags: Sequence[str] = (),
        again: bool = False,
        batch: Batch | None = None,
    ) -> Added:
        """Take an article in, unless one with its address or its text is there.

        Args:
            draft: The article.
            tags: Put on it, also if it is there already.
            again: Give the article that is there this text as its new version, if it differs.
                An absolute path as its source then tells a file that has changed, too.
            batch: What it is undone with; by default the thread's open batch, or by itself.
        """
        with self._change(batch, durable=False) as recorder:
            return articles.add(recorder, draft, tags, again)

    def add_all(
        self,
        drafts: Iterable[Draft],
        *,
        tags: Sequence[str] = (),
        again: bool = False,
        batch: Batch | None = None,
    ) -> list[Added]:
        """Take articles in as :meth:`add` does, all or none of them, which is much quicker."""
        with self._change(batch, durable=False) as recorder:
            return articles.add_all(recorder, drafts, tags, again)

    def article(self, article_id: int) -> Article:
        """The article with this id.

        Raises:
            LibraryError: If there is none, or it was deleted.
        """
        found = self.rows([article_id])
        if not found:
            raise LibraryError(f"There is no article {article_id}.")
        return found[0]

    def body(self, article_id: int) -> Body:
        """The article's current text."""
        with self._store.reading() as connection:
            return versions.body(connection, article_id)

    def versions(self, article_id: int) -> list[VersionInfo]:
        """The versions of the article's text that are kept, the newest first."""
        with self._store.reading() as connection:
            return versions.versions(connection, article_id)

    def body_of(self, article_id: int, version: int) -> Body:
        """The text of one version of an article."""
        with self._store.reading() as connection:
            return versions.body_of(connection, article_id, version)

    def raw(self, article_id: int) -> bytes | None:
        """The bytes that the current text was made from, where they were kept."""
        with self._store.reading() as connection:
            return versions.raw(connection, article_id)

    def ever_held_anything(self) -> bool:
        """Whether any article was ever in the library, even if it was deleted."""
        with self._store.reading() as connection:
            return lists.ever_held_anything(connection)

    # Lists

    def ids(
        self,
        view: str,
        sort: str = "added",
        query: str = "",
        now: datetime | None = None,
        cancelled: Callable[[], bool] = patient,
    ) -> array[int]:
        """The ids of a view in order.

        Args:
            view: One of :class:`tui.model.View`.
            sort: One of :class:`tui.model.Sort`.
            query: As :mod:`tui.library.query` says.
            now: What ``newer:2w`` counts from, with a zone.
            cancelled: Asked again and again on the way.

        Raises:
            Cancelled: If nobody waits any longer.
        """
        with self._store.reading() as connection, interruptible(connection, cancelled):
            return lists.ids(connection, view, sort, query, now or _present())

    def count(
        self, view: str, query: str, now: datetime | None = None, most: int = 1_000_000
    ) -> int:
        """How many articles of a view a query finds; counting ends at ``most``."""
        with self._store.reading() as connection:
            return lists.count(connection, view, query, now or _present(), most)

    def rows(self, ids: Sequence[int]) -> list[Article]:
        """The articles with these ids, in this order; those that are not there are left out."""
        with self._store.reading() as connection:
            return lists.rows(connection, ids)

    def page(
        self,
        view: str,
        sort: str,
        query: str,
        after: Key | None,
        limit: int,
        now: datetime | None = None,
    ) -> list[Article]:
        """The first ``limit`` articles of a view, or those that come after a key."""
        with self._store.reading() as connection:
            return lists.page(connection, view, sort, query, after, limit, now or _present())

    def key(self, article_id: int, sort: str = "added") -> Key:
        """Where an article stands in a sort: what the page after it begins with."""
        with self._store.reading() as connection:
            return lists.key(connection, article_id, sort)

    def counts(self) -> dict[str, int]:
        """How many articles each view holds."""
        with self._store.reading() as connection:
            return lists.counts(connection)

    # Finding

    def search(
        self,
        query: str,
        limit: int = 50,
        after: int = 0,
        *,
        places: int = 1,
        kinds: Collection[Where] = (),
        now: datetime | None = None,
        cancelled: Callable[[], bool] = patient,
    ) -> Hits:
        """The best hits for a query, with snippets.

        Args:
            query: As :mod:`tui.library.query` says; its words are looked for in titles, texts,
                notes, quotations and figures, its fields narrow that to some articles.
            limit: So many articles and notes at most,
            after: behind the first so many.
            places: So many hits of an article at most.
            kinds: What may be a hit; by default anything.
            now: What ``newer:2w`` counts from, with a zone.
            cancelled: Asked again and again on the way, by SQLite too.

        Raises:
            Cancelled: If nobody waits any longer.
        """
        return self._search(True, query, limit, after, places, kinds, now, cancelled)

    def search_newest(
        self,
        query: str,
        limit: int = 50,
        after: int = 0,
        *,
        places: int = 1,
        kinds: Collection[Where] = (),
        now: datetime | None = None,
        cancelled: Callable[[], bool] = patient,
    ) -> Hits:
        """The newest hits instead of the best: there at once, however common the words are."""
        return self._search(False, query, limit, after, places, kinds, now, cancelled)

    def _search(
        self,
        ranked: bool,
        query: str,
        limit: int,
        after: int,
        places: int,
        kinds: Collection[Where],
        now: datetime | None,
        cancelled: Callable[[], bool],
    ) -> Hits:
        request = _request(query, limit, after, places, kinds, now, cancelled, ranked=ranked)
        with self._store.reading() as connection:
            return search(connection, request)

    def needs_facts(self, query: str) -> bool:
        """Whether a query asks for what is known only of articles that were read for facts."""
        return conditions.needs_facts(query)

    def holding(
        self, query: str, limit: int, kinds: Collection[Where] = (), now: datetime | None = None
    ) -> array[int]:
        """The ids of the articles that a search would look at, the best first."""
        request = _request(query, limit, 0, 1, kinds, now, patient, ranked=True)
        with self._store.reading() as connection:
            return holding(connection, request)

    def problems(self, query: str, now: datetime | None = None) -> list[str]:
        """What in a query is not understood, or not in the library, a sentence each."""
        with self._store.reading() as connection:
            return conditions.problems(query, now or _present(), connection)

    def completions(self, before: str, cancelled: Callable[[], bool] = patient) -> list[str]:
        """What the word at the end of ``before``, the query up to the cursor, may become.

        Raises:
            Cancelled: If nobody waits any longer.
        """
        with self._store.reading() as connection:
            return completion.completions(connection, before, cancelled)

    def saved_queries(self) -> list[SavedQuery]:
        """The queries that are kept by a name, by name."""
        with self._store.reading() as connection:
            return saved.saved(connection)

    def saved_query(self, name: str) -> SavedQuery:
        """The query that is kept by this name; case and accents do not count.

        Raises:
            LibraryError: If there is none.
        """
        with self._store.reading() as connection:
            return saved.named(connection, name)

    def save_query(self, name: str, query: str) -> SavedQuery:
        """Keep a query by a name; one of that name is given this query."""
        with self._change() as recorder:
            return saved.save(recorder, name, query)

    def rename_query(self, name: str, new: str) -> SavedQuery:
        """Call a saved query something else."""
        with self._change() as recorder:
            return saved.rename(recorder, name, new)

    def delete_query(self, name: str) -> None:
        """Delete a saved query until undo brings it back."""
        with self._change() as recorder:
            saved.delete(recorder, name)

    # What the reader did. Ids that are not there are passed over; the number of articles
    # that were changed comes back, and where it is 0 there is nothing to undo.

    def set_read(self, ids: Sequence[int], read: bool) -> int:
        """Mark as read or unread."""
        with self._change() as recorder:
            return states.mark(recorder, "unread", ids, not read)

    def set_starred(self, ids: Sequence[int], starred: bool) -> int:
        """Put the star on or take it off."""
        with self._change() as recorder:
            return states.mark(recorder, "starred", ids, starred)

    def set_archived(self, ids: Sequence[int], archived: bool) -> int:
        """Archive or bring back to the inbox."""
        with self._change() as recorder:
            return states.mark(recorder, "archived", ids, archived)

    def set_language(self, ids: Sequence[int], code: str | None) -> int:
        """Say what language articles are in, ISO 639-1; None leaves it to the text again."""
        with self._change() as recorder:
            return states.set_language(recorder, ids, code)

    def tag(self, ids: Sequence[int], add: Sequence[str], remove: Sequence[str] = ()) -> int:
        """Put tags on and take others off."""
        with self._change() as recorder:
            return states.tag(recorder, ids, add, remove)

    def delete(self, ids: Sequence[int]) -> int:
        """Delete articles, with their notes, until undo brings them back."""
        with self._change() as recorder:
            return states.delete(recorder, ids)

    def remember(self, article_id: int, position: int) -> None:
        """Keep how far the reader is, a code point into the text; no step to undo."""
        with self._store.writing(durable=False) as connection:
            states.remember(connection, article_id, position)

    def forget_steps(self) -> None:
        """Make what was done so far no step to undo."""
        with self._store.writing(durable=False) as connection:
            journal.forget(connection)

    def finish(self, article_id: int) -> None:
        """Mark as read what was read to its end; no step to undo."""
        with self._store.writing(durable=False) as connection:
            states.finish(connection, article_id)

    # Notes

    def add_note(
        self,
        article: int,
        text: str,
        anchor: Anchor | None = None,
        batch: Batch | None = None,
        *,
        uid: str | None = None,
        created: str | None = None,
    ) -> Note:
        """Write a note on a place, or with no anchor the article's own.

        Args:
            article: Its id.
            text: What the note says.
            anchor: Made in the current text, or elsewhere: then it is looked for.
            batch: As for :meth:`edit_note`.
            uid: What the note is called in the file that it comes from.
            created: When it was first written, where that was not now.

        Raises:
            LibraryError: If there is no such article, or nothing is written and no place marked.
        """
        with self._change(batch) as recorder:
            return notes.add(recorder, article, text, anchor, uid, created)

    def edit_note(self, note_id: int, text: str, batch: Batch | None = None) -> Note:
        """Write a note anew; the version before is kept.

        Args:
            note_id: The note.
            text: All of it.
            batch: One for as long as the reader types makes that one step to undo.
        """
        with self._change(batch) as recorder:
            return notes.edit(recorder, note_id, text)

    def keep_note(self, before: Note, text: str) -> Note:
        """Write anew a note that was ``before`` when its writing began; nothing is written over.

        Where it says something else by now, or was deleted, that stays, and ``text`` becomes a
        note of its own on the same place. Emptied, it leaves nothing to keep then, and ``before``
        comes back.
        """
        with self._change() as recorder:
            return notes.keep(recorder, before, text)

    def delete_note(self, note_id: int) -> None:
        """Delete a note until undo brings it back."""
        with self._change() as recorder:
            notes.delete(recorder, note_id)

    def notes(
        self, article: int | None = None, query: str = "", now: datetime | None = None
    ) -> list[Note]:
        """An article's notes, its own first, then by place; or all notes, the newest first.

        Anchors have the words that were marked, and the place where those stand now. ``now`` is
        what ``newer:2w`` counts from, with a zone.
        """
        with self._store.reading() as connection:
            return notes.notes(connection, article, query, now or _present())

    def note_problems(self, query: str, now: datetime | None = None) -> list[str]:
        """What in a query for notes is not understood, a sentence each."""
        with self._store.reading() as connection:
            return note_query.problems(query, now or _present(), connection)

    def note_ids(self, query: str = "", now: datetime | None = None) -> array[int]:
        """The notes that a query finds, as :mod:`tui.library.note_query` says; newest first."""
        with self._store.reading() as connection:
            return notes.ids(connection, query, now or _present())

    def note_rows(self, ids: Sequence[int]) -> list[Note]:
        """The notes with these ids, in this order; those that are not there are left out."""
        with self._store.reading() as connection:
            return notes.rows(connection, ids)

    def note_versions(self, note_id: int) -> list[NoteVersion]:
        """Every wording of a note, the newest first, also while the note is deleted.

        Raises:
            LibraryError: If there never was such a note, or it is gone for good.
        """
        with self._store.reading() as connection:
            return notes.history(connection, note_id)

    def note_tags(self) -> dict[str, int]:
        """The ``#tags`` written in notes, with how many notes have each; the commonest first."""
        with self._store.reading() as connection:
            return notes.tags(connection)

    def restore_note(self, note_id: int) -> None:
        """Have a deleted note again."""
        with self._change() as recorder:
            notes.restore(recorder, note_id)

    def place_note(self, note_id: int, span: Span) -> None:
        """Say where a note stands in the current text of an article that only stands in."""
        with self._store.writing(durable=False) as connection:
            notes.place(connection, note_id, span)

    def add_stub(self, draft: Draft, digest: str) -> int:
        """Take in a stand-in for an article whose notes are all that is known; its id.

        Args:
            draft: With STUB for its extractor.
            digest: Of the article's own text, by which it is known again when it is added.
        """
        with self._change() as recorder:
            return stubs.add(recorder, draft, digest)

    def bring_back(self, article_id: int) -> None:
        """Have a deleted article again, as it was, with its notes."""
        with self._change() as recorder:
            stubs.bring_back(recorder, article_id)

    @property
    def filings(self) -> Filings:
        """What is known of the files that have the notes."""
        return Filings(self._store)

    def tend_notes(self) -> None:
        """What can wait until nobody waits: places never looked for, notes deleted long ago."""
        with self._store.writing(durable=False) as connection:
            places.settle_all(connection)
            graves.tend(connection)

    # Facts

    def facts(self, article_id: int, rules_version: int) -> Facts | None:
        """The facts of the current text, if they were found by these rules."""
        with self._store.reading() as connection:
            return facts.facts(connection, article_id, rules_version)

    def store_facts(
        self,
        article_id: int,
        rules_version: int,
        found: Facts,
        *,
        text: str | None = None,
        language: str | None = None,
    ) -> bool:
        """Keep facts, which can be found again: the data version of this process stays.

        Args:
            article_id: The article.
            rules_version: Of the rules that found them.
            found: The facts.
            text: What they were found in. If the article has another text by now, nothing is
                kept and False comes back.
            language: What the text was taken to be in; likewise.
        """
        with self._store.writing_unheard() as connection:
            return facts.store_facts(connection, article_id, rules_version, found, text, language)

    def without_facts(self, rules_version: int) -> array[int]:
        """The articles in which these rules have found nothing yet, the newest first."""
        with self._store.reading() as connection:
            return facts.without(connection, rules_version)

    def candidates(self, rules_version: int, keys: Iterable[FactKey]) -> array[int]:
        """The articles whose facts have every key, or are not found yet; the newest first."""
        with self._store.reading() as connection:
            return facts.candidates(connection, rules_version, keys)

    # Undo

    @contextmanager
    def batch(self, said: str = "") -> Iterator[Batch]:
        """What this thread does within is one step to undo; each part is committed by itself.

        What the batch says of itself may be changed until its end.
        """
        outer = self._open_batch()
        batch = self._thread.batch = Batch(said)
        try:
            yield batch
        finally:
            self._thread.batch = outer
            if batch.id is not None and batch.said != said:
                with self._store.writing(durable=False) as connection:
                    journal.rename(connection, batch)

    def undo(self) -> str | None:
        """Take back the newest batch of any process; what that was, in words.

        None when nothing is left to undo.
        """
        with self._store.writing(durable=True) as connection:
            return journal.undo(connection)

    def _open_batch(self) -> Batch | None:
        batch: Batch | None = getattr(self._thread, "batch", None)
        return batch

    @contextmanager
    def _change(self, batch: Batch | None = None, *, durable: bool = True) -> Iterator[Recorder]:
        """A transaction whose changes are journalled."""
        batch = batch or self._open_batch() or Batch()
        with self._store.turn:
            with self._store.writing(durable=durable) as connection:
                recorder = Recorder(connection, batch)
                yield recorder
            recorder.settle()


def _present() -> datetime:
    return datetime.now(UTC)


def _request(
    query: str,
    limit: int,
    after: int,
    places: int,
    kinds: Collection[Where],
    now: datetime | None,
    cancelled: Callable[[], bool],
    *,
    ranked: bool,
) -> Request:
    wanted = frozenset(kinds) or frozenset(Where)
    return Request(
        query,
        now or _present(),
        ranked,
        wanted,
        max(limit, 0),
        max(after, 0),
        max(places, 1),
        cancelled,
    )
