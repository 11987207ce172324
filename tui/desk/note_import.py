"""Taking notes in from files: what was changed in them, and all of it where nothing is known.

Nothing is lost on the way: what changed in the file and in the library as well is asked about, or
kept twice, and what is gone from a file stays.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from tui.importers.note_files import read_note_file
from tui.library import Library
from tui.library.filing import KnownNote
from tui.model import (
    STUB,
    Anchor,
    Block,
    BlockKind,
    Body,
    Draft,
    Note,
    SourceError,
    Span,
)
from tui.text import anchors
from tui.text.alike import folded
from tui.text.cleaning import clean, clean_line
from tui.text.note_files import SUFFIX, FiledNote, NoteFile, fingerprint, same_text
from tui.text.typed import places_of

_LARGEST = 16_000_000


class Choice(Enum):
    """What becomes of a note that was changed in the library and in a file."""

    LIBRARY = "library"
    FILE = "file"
    BOTH = "both"


@dataclass(frozen=True)
class Conflict:
    """A note that was changed here and there.

    Attributes:
        title: Of the article.
        words: What the note is on; empty for the article's own.
        here: What it says in the library; None if it was deleted there.
        there: What it says in the file.
        path: The file.
    """

    title: str
    words: str
    here: str | None
    there: str
    path: Path


Decide = Callable[[Conflict], Choice]


@dataclass
class NoteReport:
    """What an import of notes did.

    Attributes:
        files: How many files of notes there were.
        added: The notes that are new in the library.
        edited: Those that say something else now.
        unchanged: How many were as they are.
        stubs: The articles that were made because only their notes are known.
        twice: The notes that were kept beside others, both having been changed.
        missing: Notes that a file no longer has; they stay.
        remarks: What else was noticed, a sentence each.
        failures: What could not be read, a sentence each.
    """

    files: int = 0
    added: list[int] = field(default_factory=list)
    edited: list[int] = field(default_factory=list)
    unchanged: int = 0
    stubs: list[int] = field(default_factory=list)
    twice: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


Taken = Callable[[int, Path, bytes], None]
"""Told of the article, the path and the bytes of every file that was taken in whole."""


def keep_both(_: Conflict) -> Choice:
    """The choice of somebody who is not there to be asked."""
    return Choice.BOTH


def import_notes(library: Library, folder: Path, decide: Decide, taken: Taken) -> NoteReport:
    """Take in what is in the files of a folder, as one step to undo.

    Raises:
        SourceError: If there is no such folder.
        LibraryError: If the library cannot be written.
    """
    if not folder.is_dir():
        raise SourceError(f"{folder} is no folder.")
    report = NoteReport()
    seen: set[str] = set()
    absent: dict[str, int] = {}
    with library.batch("Notes imported") as batch:
        for path in _markdown(folder, report):
            data = _bytes(path, report)
            file = None if data is None else _notes_in(data, path, report)
            if data is None or file is None:
                continue
            report.files += 1
            reader = _Taker(library, report, decide, path)
            article, whole = reader.take(file)
            seen.update(note.uid for note in file.notes)
            absent.update(reader.absent(article, file))
            if whole:
                taken(article, path, data)
        # A note that stands in another file now was moved there.
        report.missing += [note for uid, note in absent.items() if uid not in seen]
        changed = len(report.added) + len(report.edited) + len(report.twice)
        batch.said = f"{changed} note{'' if changed == 1 else 's'} imported"
    return report


def _markdown(folder: Path, report: NoteReport) -> Iterator[Path]:
    """The Markdown files below a folder, hidden ones left out."""

    def failed(error: OSError) -> None:
        report.failures.append(f"{error.filename} could not be read: {error.strerror}.")

    for place, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(SUFFIX) and not name.startswith("."):
                yield Path(place, name)


def _bytes(path: Path, report: NoteReport) -> bytes | None:
    try:
        if not path.is_file():
            return None
        if path.stat().st_size > _LARGEST:
            report.failures.append(f"{path} is too large for a file of notes.")
            return None
        return path.read_bytes()
    except OSError as error:
        report.failures.append(f"{path} could not be read: {error.strerror}.")
        return None


def _notes_in(data: bytes, path: Path, report: NoteReport) -> NoteFile | None:
    try:
        return read_note_file(data)
    except SourceError as error:
        report.failures.append(f"{path} was left as it is: {error}.")
        return None


class _Taker:
    """Takes in one file."""

    def __init__(self, library: Library, report: NoteReport, decide: Decide, path: Path) -> None:
        self._library = library
        self._report = report
        self._decide = decide
        self._path = path
        self._whole = True
        self._stub: dict[str, Span] = {}

    def take(self, file: NoteFile) -> tuple[int, bool]:
        """The article, and whether everything in the file is in the library now."""
        known = self._library.filings.known([note.uid for note in file.notes if note.uid])
        article = self._article(file, known)
        seen: set[str] = set()
        for note in file.notes:
            # A section that was copied within the file is another note.
            fresh = note.uid not in known or note.uid in seen
            if fresh:
                self._add(article, replace(note, uid="") if note.uid in seen else note)
            else:
                self._compare(file, article, note, known[note.uid])
            seen.add(note.uid)
        if file.tags:
            self._library.tag([article], file.tags)
        return article, self._whole

    def absent(self, article: int, file: NoteFile) -> dict[str, int]:
        """The notes that we wrote into the file and that are not in it any more, by their uid."""
        filing = self._library.filings.filing(article, str(self._path.parent))
        if filing is None or filing.name != self._path.name:
            return {}
        gone = set(filing.uids) - {note.uid for note in file.notes}
        known = self._library.filings.known(sorted(gone))
        return {uid: note.id for uid, note in known.items() if not note.deleted}

    def _article(self, file: NoteFile, known: dict[str, KnownNote]) -> int:
        """The article that the file is about; made or brought back if need be."""
        found = self._library.filings.article_of(file.url, file.hash)
        homes = [note.article for note in known.values() if not note.deleted]
        homes += [note.article for note in known.values()]
        # What the file says of itself comes first: a note may have been moved into it.
        article = found if found is not None or not homes else homes[0]
        if article is None:
            draft, self._stub = stub_of(file)
            article = self._library.add_stub(draft, file.hash)
            self._report.stubs.append(article)
        elif not self._library.rows([article]):
            self._library.bring_back(article)
        if self._library.article(article).extractor == STUB and not self._stub:
            self._stub = _places(self._library.body(article).text, file)
        return article

    def _add(self, article: int, note: FiledNote) -> None:
        """Keep a note that the library does not have."""
        if not note.uid:
            note = self._on_words(article, note)
            if self._there(article, note):
                self._report.unchanged += 1
                return
        if not note.text.strip() and note.anchor is None:
            return
        added = self._library.add_note(
            article, note.text, note.anchor, uid=note.uid or None, created=_moment(note.created)
        )
        span = self._stub.get(note.anchor.exact) if note.anchor is not None else None
        if span is not None:
            self._library.place_note(added.id, span)
        self._report.added.append(added.id)

    def _on_words(self, article: int, note: FiledNote) -> FiledNote:
        """A note that somebody wrote into the file, on the words that it quotes.

        Words that do not stand in the text just once are no place: the quotation stays in the note.
        """
        note = replace(note, text=clean(note.text))
        if note.anchor is None:
            return note
        text = self._library.body(article).text
        spans = places_of(text, note.anchor.exact)
        if len(spans) == 1:
            return replace(note, anchor=anchors.anchor(text, *spans[0]))
        quote = "\n".join(f"> {line}" for line in note.anchor.exact.split("\n"))
        return replace(note, anchor=None, text=f"{quote}\n\n{note.text}".rstrip())

    def _there(self, article: int, note: FiledNote) -> bool:
        return any(
            same_text(known.text, note.text) and _words(known.anchor) == _words(note.anchor)
            for known in self._library.notes(article)
        )

    def _compare(self, file: NoteFile, article: int, note: FiledNote, known: KnownNote) -> None:
        """A note that the library has, or had."""
        here = next(iter(self._library.note_rows([known.id])), None)
        if here is not None and _words(here.anchor) != _words(note.anchor):
            self._whole = False
            self._report.remarks.append(
                f"{self._path}: the quoted words of note {known.id} were changed;"
                " what is highlighted stays as it is."
            )
        # What this import brought itself is no later wording: another file's may be.
        new = known.id in self._report.added
        changed_there = new or fingerprint(note.text) != note.base or not self._had(known, note)
        if same_text(known.text, note.text) or not changed_there:
            if here is None:
                self._report.remarks.append(
                    f"{self._path}: note {known.id} was deleted in the library and stays deleted."
                )
            self._report.unchanged += 1
        elif not note.text.strip() and known.text.strip():
            self._report.missing.append(known.id)
        elif here is not None and fingerprint(known.text) == note.base:
            self._edit(known, note)
        else:
            self._settle(file, article, note, known, here)

    def _had(self, known: KnownNote, note: FiledNote) -> bool:
        """Whether the library ever had these words; one that an old backup brought back did not."""
        return any(
            same_text(version.text, note.text) for version in self._library.note_versions(known.id)
        )

    def _edit(self, known: KnownNote, note: FiledNote) -> None:
        self._library.edit_note(known.id, note.text)
        self._report.edited.append(known.id)

    def _settle(
        self, file: NoteFile, article: int, note: FiledNote, known: KnownNote, here: Note | None
    ) -> None:
        """A note that was changed in both places."""
        words = note.anchor.exact if note.anchor is not None else ""
        said = None if here is None else here.text
        choice = self._decide(Conflict(file.title, words, said, note.text, self._path))
        if choice is Choice.LIBRARY:
            return
        if here is None:
            self._library.restore_note(known.id)
            self._edit(known, note)
        elif choice is Choice.FILE:
            self._edit(known, note)
        elif not self._there(article, note):
            added = self._library.add_note(article, note.text, note.anchor)
            self._report.twice.append(added.id)


def stub_of(file: NoteFile) -> tuple[Draft, dict[str, Span]]:
    """A stand-in for the article: its title and the words that were highlighted, and where."""
    title = clean_line(file.title) or "Untitled"
    text, blocks = title, [Block(BlockKind.HEADING, 0, len(title), 1)]
    spans: dict[str, Span] = {}
    for note in file.notes:
        exact = note.anchor.exact if note.anchor is not None else ""
        words = clean(exact).strip("\n")
        if not words.strip() or exact in spans:
            continue
        start = len(text) + 2
        text = f"{text}\n\n{words}"
        spans[exact] = Span(start, len(text))
        blocks.append(Block(BlockKind.QUOTE, start, len(text), 1))
    draft = Draft(
        title=title,
        body=Body(text, tuple(blocks)),
        source="a file of notes",
        extractor=STUB,
        language=file.language,
        byline=file.byline,
        site=file.site,
        url=file.url,
        published=file.published,
    )
    return draft, spans


def _places(text: str, file: NoteFile) -> dict[str, Span]:
    """Where the highlighted words of a file stand in the stand-in that is there."""
    words = {note.anchor.exact for note in file.notes if note.anchor is not None}
    found = {exact: text.find(clean(exact).strip("\n")) for exact in words}
    return {
        exact: Span(at, at + len(clean(exact).strip("\n")))
        for exact, at in found.items()
        if at >= 0
    }


def _words(anchor: Anchor | None) -> str:
    return folded(anchor.exact) if anchor is not None else ""


def _moment(written: str) -> str | None:
    """A moment of a file, if it is one."""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return None
    return written
