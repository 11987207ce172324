"""Everything the product can do, without a terminal: one facade for the app and the commands.

Every method may be called from any thread. Every failure is a BroadsheetError whose message
is one sentence.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from tui import config, resources
from tui.desk.adding import (
    SAMPLE_SOURCE,
    STDIN,
    Errand,
    add_all,
    draft_of_stdin,
    fail,
    jobs_of,
    never,
    sample,
)
from tui.desk.changes import chosen_versions, compared
from tui.desk.finds import Finds, day
from tui.desk.gists import Gists
from tui.desk.keeping import Keeping
from tui.desk.note_folders import NoteFolders
from tui.desk.opened import Opened, looked_at
from tui.desk.recent import Recent
from tui.desk.tally import AddFailure, AddProgress, AddReport, failure_of
from tui.desk.unsaved import Unsaved
from tui.library import Batch, Key, Library, NoteVersion
from tui.library.faults import StorageFault
from tui.model import (
    Anchor,
    Article,
    Changes,
    Digest,
    Facts,
    Gist,
    Hit,
    Hits,
    LibraryError,
    Note,
    SavedQuery,
    SourceError,
    Span,
    VersionInfo,
    Where,
)

if TYPE_CHECKING:
    from tui.desk.note_import import Decide, NoteReport
    from tui.facts.sought import Sought
    from tui.summarize import Budget, Consensus
    from tui.text.reading import Reading

# Readers of files, rankers and finders are imported by the methods that want them: the first
# screen is painted without any of them.

_ARTICLE = re.compile(r"id:([0-9]{1,18})\Z")
_PORTION = 1000
"""Articles that :meth:`Desk.every` holds at a time."""


def _present() -> datetime:
    return datetime.now().astimezone()


class Desk:
    """The reader's desk: their library, their settings, and what is being read.

    Attributes:
        folders: Where everything of the reader's is kept.
        settings: As they stand in the settings file, read when the desk was opened.
        unsaved: Notes that the library would not take.
        keeper: Has them wait there.
        now: The present in the reader's zone: what ``newer:2w`` counts from.
    """

    def __init__(
        self, folders: config.Folders | None = None, now: Callable[[], datetime] = _present
    ) -> None:
        self.now = now
        self.folders = folders or config.folders()
        self.settings = config.load_settings(self.folders)
        self.unsaved = Unsaved(self.folders.state / "unsaved")
        self._opening = Lock()
        self._opened: Library | None = None
        # A reading keeps its sentences, so the same object is handed out as long as the text
        # is the same; facts and gists are kept by its identity.
        self._readings: Recent[int, tuple[int, Reading]] = Recent(16)
        self.keeper = Keeping(self.unsaved, lambda: self._library, self._in_memory)
        self._gists = Gists()
        self._finds = Finds(lambda: self._library)
        self._note_folders = NoteFolders(lambda: self._library, lambda: self.settings.notes_folder)

    def close(self) -> None:
        """Let go of the library; the desk is of no use afterwards."""
        with self._opening:
            if self._opened is not None:
                self._opened.close()

    @property
    def _library(self) -> Library:
        """Opened, and made where there is none, on first use: looking at a file needs none."""
        with self._opening:
            if self._opened is None:
                try:
                    self._opened = Library(self.folders.data / "library.sqlite3")
                except LibraryError as error:
                    # Whatever is in the library's place, what is written meanwhile must wait.
                    raise StorageFault(str(error)) from error
            return self._opened

    @property
    def read_only(self) -> str | None:
        """Why nothing can be written, in one sentence; None when it can."""
        return self._library.read_only

    @property
    def warning(self) -> str | None:
        """What is to be known about where the library lies, in one sentence."""
        return self._library.warning

    def data_version(self) -> int:
        """A number that changes whenever anything in the library has, in any process."""
        return self._library.data_version()

    # Getting articles in

    def welcome(self) -> bool:
        """Fill a library that never held anything with the samples; True if that was done."""
        if self._library.ever_held_anything():
            return False
        self.samples_add()
        # Nobody asked for these: an undo too many must not empty the library.
        self._library.forget_steps()
        return True

    def samples_add(self) -> AddReport:
        """Add the shipped articles; the first of them by name becomes the newest."""
        from tui.importers import walk

        paths = sorted(walk(resources.seeds()), reverse=True)
        drafts = [(path.name, partial(sample, path)) for path in paths]
        return add_all(self._library, drafts, "samples", (), False, None, never)

    def samples(self) -> list[Article]:
        """The shipped articles that the library holds."""
        return [a for a in self.every("all") if a.source.startswith(SAMPLE_SOURCE)]

    def samples_remove(self) -> int:
        """Delete the shipped articles that bear no note of the reader's; how many those were."""
        noted = {note.article for note in self._library.notes()}
        ids = [article.id for article in self.samples() if article.id not in noted]
        return self._library.delete(ids) if ids else 0

    def add(
        self,
        sources: Sequence[str],
        *,
        tags: Sequence[str] = (),
        encoding: str | None = None,
        again: bool = False,
        progress: Callable[[AddProgress], None] | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> AddReport:
        """Add files, folders, ``-`` (standard input); what fails is told and the rest goes on.

        They are committed in portions; one undo takes all of them out again.

        Args:
            sources: ``id:12`` counts as known already.
            tags: Put on every article.
            encoding: Of the bytes, where the reader knows better than they tell.
            again: Add an article even if its text or its address is there.
            progress: Called after every commit, from this thread, at least twice a second if no
                article takes longer; what it counts is in the library.
            cancelled: Asked before every article. What was made until then is still added.
        """
        jobs: list[Errand] = []
        for source in sources:
            article = _article_id(source)
            if article is not None:
                jobs.append((source, partial(self._known, article)))
                continue
            try:
                jobs.extend(jobs_of(source, encoding, cancelled))
            except Exception as error:
                jobs.append((source, partial(fail, error)))
        report = add_all(self._library, jobs, "articles", tags, again, progress, cancelled)
        self._note_folders.follow(report.ids)
        return report

    def _known(self, article_id: int) -> int:
        return self._library.article(article_id).id

    def add_text(self, text: str) -> AddReport:
        """Add pasted text."""
        from tui.importers import draft_of_paste

        job = ("pasted text", partial(draft_of_paste, text))
        return add_all(self._library, [job], "articles", (), False, None, never)

    # Reading

    def look(
        self,
        source: str,
        *,
        encoding: str | None = None,
        failed: Callable[[AddFailure], None] | None = None,
    ) -> list[Opened]:
        """Everything readable that ``source`` stands for; nothing is saved.

        Args:
            source: A file, a folder, ``-`` or ``id:12``.
            encoding: Of the bytes, where the reader knows better than they tell.
            failed: Told of every file of a folder that could not be read.

        Raises:
            SourceError: If nothing could be read.
        """
        article = _article_id(source)
        if article is not None:
            return [self.open(article)]
        opened: list[Opened] = []
        failures: list[AddFailure] = []
        for name, draft in jobs_of(source, encoding):
            try:
                opened.append(looked_at(draft()))
            # A folder is not given up for what one of its files brings about.
            except Exception as error:
                failures.append(failure_of(name, error))
        if not opened:
            more = f" ({len(failures) - 1} more failed too)" if len(failures) > 1 else ""
            raise SourceError(f"{failures[0].reason}{more}")
        for failure in failures:
            if failed is not None:
                failed(failure)
        return opened

    def look_at_page(
        self, source: str, *, url: str | None = None, encoding: str | None = None
    ) -> Opened:
        """A saved page, whatever its name says; nothing is saved.

        Args:
            source: A file or ``-``.
            url: The address that it was saved from, against which its links are resolved.
            encoding: Of the bytes, where the reader knows better than they tell.
        """
        from tui.importers import draft_of_file

        if source == STDIN:
            return looked_at(draft_of_stdin(encoding, url, "html"))
        return looked_at(draft_of_file(source, encoding, url=url, kind="html"))

    def ids(
        self,
        view: str,
        sort: str = "added",
        query: str = "",
        cancelled: Callable[[], bool] = never,
    ) -> array[int]:
        """The ids of a view, in the order of ``sort``.

        Raises:
            Cancelled: If the reader moved on.
        """
        return self._library.ids(view, sort, query, self.now(), cancelled)

    def rows(self, ids: Sequence[int]) -> list[Article]:
        """The articles of ``ids`` in that order, those that are gone left out."""
        return self._library.rows(ids)

    def counts(self) -> dict[str, int]:
        """How many articles each view holds."""
        return self._library.counts()

    def open(self, article_id: int) -> Opened:
        """The article with its text; the same reading as last time if the text is the same."""
        from tui.text.reading import Reading

        article = self._library.article(article_id)
        version = self._library.data_version()
        kept = self._readings.get(article_id)
        if kept is not None and kept[0] == version:
            return Opened(article, kept[1])
        reading = Reading.of(self._library.body(article_id), article.language, article.title)
        if kept is not None and kept[1] == reading:
            reading = kept[1]
        self._readings.put(article_id, (version, reading))
        return Opened(article, reading)

    def _in_memory(self, article_id: int) -> Reading | None:
        kept = self._readings.get(article_id)
        return None if kept is None else kept[1]

    def versions(self, article_id: int) -> list[VersionInfo]:
        """The versions of the article's text that are kept, the newest first."""
        return self._library.versions(article_id)

    def changes(self, article_id: int, old: int | None = None, new: int | None = None) -> Changes:
        """What a version of the article's text says otherwise than an earlier one.

        Args:
            article_id: The article.
            old: Id of the earlier version; by default the one before ``new``.
            new: Id of the later one; by default the current.

        Raises:
            LibraryError: If there is no such version, or none before.
        """
        article = self._library.article(article_id)
        older, newer = chosen_versions(article_id, self._library.versions(article_id), old, new)
        bodies = [self._library.body_of(article_id, each.id) for each in (older, newer)]
        return compared(article, (older, newer), bodies, day(article.published))

    def gist(
        self,
        opened: Opened,
        method: str,
        budget: Budget,
        cancelled: Callable[[], bool] = never,
        lean: float | None = None,
    ) -> Gist:
        """The sentences that stand for the whole; another budget costs next to nothing.

        Args:
            opened: The article.
            method: In any of its spellings.
            budget: How long the gist may be.
            cancelled: Asked again and again on the way.
            lean: From 0.0, what the whole is about, to 1.0, what is told first; None is the
                setting's. Only the default method knows it.

        Raises:
            GistRefused: If there is no such method, or it is too slow for a text this long.
            Cancelled: If the reader moved on.
        """
        return self._gists.gist(opened.reading, method, budget, self._lean(lean), cancelled)

    def digest(
        self,
        opened: Sequence[Opened],
        method: str,
        budget: Budget,
        lean: float | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> Digest:
        """One gist of several articles, nothing said twice; another budget costs next to nothing.

        A line's ``source`` counts the articles of ``opened`` from 0. An article of which there is
        no gist is named in the digest's ``refusals``.

        Raises:
            GistRefused: If there is no such method, or nothing in any of the articles to tell.
            Cancelled: If the reader moved on.
        """
        readings = [each.reading for each in opened]
        return self._gists.digest(readings, method, budget, self._lean(lean), cancelled)

    def consensus(
        self,
        opened: Opened,
        budget: Budget,
        cancelled: Callable[[], bool] = never,
        lean: float | None = None,
    ) -> Consensus:
        """How many of the fast methods choose each sentence within ``budget``.

        Raises:
            GistRefused: If there is no gist of the text.
            Cancelled: If the reader moved on.
        """
        return self._gists.consensus(opened.reading, budget, self._lean(lean), cancelled)

    def _lean(self, lean: float | None) -> float:
        return self.settings.lean if lean is None else lean

    def facts(self, opened: Opened) -> Facts:
        """Quotations and figures, kept in the library when the article is there."""
        return self._finds.of(opened)

    def without_facts(self) -> array[int]:
        """The articles that the rules of today have not read yet, the newest first."""
        return self._finds.missing()

    def read_facts(self, article_id: int) -> Facts:
        """The facts of an article that nobody has open: found now where they are not kept.

        What was used last is not pushed out by it.
        """
        return self._finds.read(article_id)

    def holding(self, sought: Sought) -> array[int]:
        """The articles that may hold what is sought, the newest first.

        Those that surely do not are left out; of the others :meth:`read_facts` tells.
        """
        return self._finds.candidates(sought)

    # Finding

    def search(
        self,
        query: str,
        limit: int = 50,
        after: int = 0,
        *,
        places: int = 1,
        kinds: Collection[Where] = (),
        cancelled: Callable[[], bool] = never,
    ) -> Hits:
        """The best hits in titles, texts, notes, quotations and figures, with snippets.

        Args:
            query: Words, ``"exact words"`` and the fields of :mod:`tui.library.query`.
            limit: So many articles and notes at most,
            after: behind the first so many.
            places: So many hits of an article at most.
            kinds: What may be a hit; by default anything.
            cancelled: Asked again and again on the way.

        Raises:
            Cancelled: If the reader moved on.
        """
        return self._library.search(
            query, limit, after, places=places, kinds=kinds, now=self.now(), cancelled=cancelled
        )

    def search_newest(
        self,
        query: str,
        limit: int = 50,
        after: int = 0,
        *,
        places: int = 1,
        kinds: Collection[Where] = (),
        cancelled: Callable[[], bool] = never,
    ) -> Hits:
        """The newest hits instead of the best: there at once, however common the words are."""
        return self._library.search_newest(
            query, limit, after, places=places, kinds=kinds, now=self.now(), cancelled=cancelled
        )

    def words_in(self, query: str, opened: Opened) -> list[Span]:
        """Where the words of a query stand in what is seen of an article, in its order."""
        from tui.desk.hits import words_in

        return words_in(query, opened.reading)

    def paragraphs(self, hits: Sequence[Hit], cancelled: Callable[[], bool]) -> dict[Hit, int]:
        """The number of the paragraph that each hit stands in; hits without a place have none.

        Raises:
            Cancelled: If the reader moved on.
        """
        from tui.desk.hits import paragraphs

        return paragraphs(hits, self._library.body, cancelled)

    def unread_for(self, query: str, limit: int = 0, kinds: Collection[Where] = ()) -> list[int]:
        """The articles whose facts are not found yet and are needed to answer a query.

        Args:
            query: What will be asked.
            limit: How many hits of a search are wanted; 0: only its articles.
            kinds: What may be a hit.
        """
        if self._library.needs_facts(query):
            return list(self.without_facts())
        if not limit or (kinds and not {Where.QUOTE, Where.FIGURE} & set(kinds)):
            return []
        held = set(self._library.holding(query, limit, kinds, self.now()))
        return [article for article in self.without_facts() if article in held]

    def problems(self, query: str) -> list[str]:
        """What in a query is not understood, or not in the library, a sentence each."""
        return self._library.problems(query, self.now())

    def mistakes(self, query: str) -> list[str]:
        """What in a query says nothing, whatever the library holds; a sentence each."""
        from tui.library.conditions import mistakes

        return mistakes(query, self.now())

    def understood(self, query: str) -> str:
        """The query without its mistakes; it finds the same."""
        from tui.library.conditions import understood

        return understood(query, self.now())

    def completions(self, before: str, cancelled: Callable[[], bool] = never) -> list[str]:
        """What the last word of ``before``, a query up to the cursor, may become.

        Raises:
            Cancelled: If the reader moved on.
        """
        return self._library.completions(before, cancelled)

    def count(self, view: str, query: str = "", most: int = 1_000_000) -> int:
        """How many articles of a view a query finds; counting ends at ``most``."""
        return self._library.count(view, query, self.now(), most)

    def saved_queries(self) -> list[SavedQuery]:
        """The queries that are kept by a name, by name."""
        return self._library.saved_queries()

    def saved_query(self, name: str) -> SavedQuery:
        """The query that is kept by this name."""
        return self._library.saved_query(name)

    def save_query(self, name: str, query: str) -> SavedQuery:
        """Keep a query by a name; one of that name is given this query."""
        return self._library.save_query(name, query)

    def rename_query(self, name: str, new: str) -> SavedQuery:
        """Call a saved query something else."""
        return self._library.rename_query(name, new)

    def delete_query(self, name: str) -> None:
        """Delete a saved query; undo brings it back."""
        self._library.delete_query(name)

    # What the reader did

    def set_read(self, ids: Sequence[int], read: bool) -> int:
        """Mark as read, or as unread; how many were not."""
        return self._library.set_read(ids, read)

    def set_starred(self, ids: Sequence[int], starred: bool) -> int:
        """Put a star on, or take it off; how many had it otherwise."""
        return self._library.set_starred(ids, starred)

    def set_archived(self, ids: Sequence[int], archived: bool) -> int:
        """Archive, or bring back to the inbox; how many were not there."""
        return self._library.set_archived(ids, archived)

    def set_language(self, ids: Sequence[int], language: str | None) -> int:
        """Say what language articles are in; how many were taken for something else.

        Gist and facts are made anew from then on.

        Args:
            ids: The articles.
            language: A code (``fr``) or an English name; None leaves it to the text again.

        Raises:
            UnknownLanguage: If there is no such language.
        """
        from tui.text.languages import language_code

        code = None if language is None else language_code(language)
        return self._library.set_language(ids, code)

    def delete(self, ids: Sequence[int]) -> int:
        """Delete articles with their notes; undo brings both back. How many there were.

        Files of their notes stay where they are, which :meth:`notices` tells.
        """
        count = self._library.delete(ids)
        self._note_folders.follow_deleted(ids)
        return count

    def tag(self, ids: Sequence[int], add: Sequence[str], remove: Sequence[str]) -> int:
        """Put tags on and take others off; how many articles that changed."""
        changed = self._library.tag(ids, add, remove)
        self._note_folders.follow(ids)
        return changed

    def mark_all_read(self, view: str, query: str = "") -> int:
        """Mark every article of a view as read; how many were not."""
        return self._library.set_read(self.ids(view, query=query), True)

    def undo(self) -> str | None:
        """Take back the newest thing done and say in words what it was; None: nothing is left."""
        undone = self._library.undo()
        self._note_folders.follow()
        return undone

    def remember(self, article_id: int, position: int) -> None:
        """Keep where in the text, in code points, the reader is."""
        self._library.remember(article_id, position)

    def finish(self, article_id: int) -> None:
        """Mark as read what was read to its end, which is no step for ``undo``."""
        self._library.finish(article_id)

    def every(self, view: str, query: str = "") -> Iterator[Article]:
        """All articles of a view, read in portions while they are asked for."""
        after: Key | None = None
        now = self.now()
        while portion := self._library.page(view, "added", query, after, _PORTION, now):
            yield from portion
            after = self._library.key(portion[-1].id, "added")

    # Notes

    def notes(self, article_id: int | None = None, query: str = "") -> list[Note]:
        """The notes of an article, or all of them, each anchor where its words stand now.

        Args:
            article_id: The article; its own notes come first, then by place. All notes come
                newest first.
            query: Words of the note, of what it is on or of the article's title, ``tag:x``,
                ``has:highlight``, ``has:note``, ``is:lost``, and the fields of articles.
        """
        return self._library.notes(article_id, query, self.now())

    def note_mistakes(self, query: str) -> list[str]:
        """What in a query for notes says nothing, whatever the library holds; a sentence each."""
        from tui.library.note_query import mistakes

        return mistakes(query, self.now())

    def note_problems(self, query: str) -> list[str]:
        """What in a query for notes is not understood, a sentence each."""
        return self._library.note_problems(query, self.now())

    def note_ids(self, query: str = "") -> array[int]:
        """The notes that a query finds, the newest first: for a list of many."""
        return self._library.note_ids(query, self.now())

    def note_rows(self, ids: Sequence[int]) -> list[Note]:
        """The notes of ``ids`` in that order, those that are gone left out."""
        return self._library.note_rows(ids)

    def orphans(self) -> list[Note]:
        """The notes whose words do not stand in their article's text any more, newest first."""
        return self._library.notes(None, "is:lost")

    def note_versions(self, note_id: int) -> list[NoteVersion]:
        """Every wording of a note, the newest first, also while the note is deleted."""
        return self._library.note_versions(note_id)

    def note_tags(self) -> dict[str, int]:
        """The ``#tags`` written in notes, with how many notes have each; the commonest first."""
        return self._library.note_tags()

    def note(self, article_id: int, text: str, span: Span | None = None) -> Note:
        """Write a note on a place, or with no span the article's own.

        Raises:
            LibraryError: If it could not be saved; what was written waits in a file then.
        """
        place = None if span is None else self._anchor(article_id, span)
        with self.keeper.note(Note(0, article_id, "", "", "", place), text):
            note = self._library.add_note(article_id, text, place)
        self._note_folders.follow([article_id])
        return note

    def _anchor(self, article_id: int, span: Span) -> Anchor:
        from tui.text import anchors

        return anchors.anchor(self.open(article_id).reading.text, *span)

    def keeping(self, text: str, source: str, words: str = "") -> AbstractContextManager[None]:
        """What is written on a source waits in a file also if its article cannot be asked for.

        Args:
            text: What is written; empty: nothing waits.
            source: As for :meth:`look`.
            words: Of the article, that it is on; empty: on the whole.

        Raises:
            LibraryError: If it could not be saved; what was written waits in a file then.
        """
        return self.keeper.on(text, words, _article_id(source), lambda: self.look(source)[0])

    def highlight(self, article_id: int, span: Span, text: str = "") -> Note:
        """Mark a place, with or without a note on it."""
        return self.note(article_id, text, span)

    def edit_note(self, note_id: int, text: str, batch: Batch | None = None) -> Note:
        """Write a note anew; the earlier version is kept.

        Args:
            note_id: The note.
            text: All of it.
            batch: One for as long as the reader types makes all of it one step to undo.

        Raises:
            LibraryError: If it could not be saved; what was written waits in a file then.
        """
        with self.keeper.note(self._known_note(note_id), text):
            note = self._library.edit_note(note_id, text, batch)
        self._note_folders.follow([note.article])
        return note

    def keep_note(self, before: Note, text: str) -> Note:
        """Write anew a note that was ``before`` when its writing began; nothing is written over.

        Where it says something else by now, or was deleted, that stays, and ``text`` becomes a
        note of its own on the same place. Emptied, it leaves nothing to keep then, and ``before``
        comes back.

        Raises:
            LibraryError: If it could not be saved; what was written waits in a file then.
        """
        with self.keeper.note(before, text):
            note = self._library.keep_note(before, text)
        self._note_folders.follow([note.article])
        return note

    def _known_note(self, note_id: int) -> Note:
        """The note as it is, as far as that can be read."""
        with suppress(LibraryError):
            for note in self._library.note_rows([note_id]):
                return note
        return Note(note_id, 0, "", "", "")

    def save_unsaved(self) -> list[str]:
        """Save what could not be saved at another time; a sentence for each."""
        return self.unsaved.take_back(self._library)

    def delete_note(self, note_id: int) -> None:
        """Delete a note; undo brings it back."""
        articles = [note.article for note in self._library.note_rows([note_id])]
        self._library.delete_note(note_id)
        self._note_folders.follow(articles)

    # Notes as files

    def export_notes(self, folder: str) -> int:
        """Write the notes of every article into a folder; how many files were written.

        What is in the way of it is told by :meth:`notices`.
        """
        return self._note_folders.write(folder)

    def import_notes(self, folder: str, decide: Decide | None = None) -> NoteReport:
        """Take in the notes of a folder's files, and what was changed in them; one undo.

        Args:
            folder: Every file of notes in it or below it is read.
            decide: Asked about a note that was changed in the library as well; without it both
                are kept.

        Raises:
            SourceError: If there is no such folder.
            LibraryError: If the library cannot be written.
        """
        return self._note_folders.take_in(folder, decide)

    def tend_notes(self) -> None:
        """What is done when nobody waits: files that lag behind, notes deleted long ago."""
        self._library.tend_notes()
        self._note_folders.follow()

    def notices(self) -> list[str]:
        """What went on that the reader should be told, a sentence each; each is told once."""
        return self._note_folders.notices()

    # Settings

    def remember_setting(self, name: str, value: config.Value) -> None:
        """Write one setting into the settings file."""
        config.save_setting(self.folders, name, value)
        self.settings = config.load_settings(self.folders)


def _article_id(source: str) -> int | None:
    match = _ARTICLE.match(source)
    return int(match[1]) if match else None
