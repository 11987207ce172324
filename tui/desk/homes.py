"""Where a note belongs that waited in a file: on its article, known by more than its number.

The library may be another one by then, put back from a backup or begun anew. A note whose article
is not in it comes onto one that stands in for it, as when notes are imported.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from tui.library import Library
from tui.library.addresses import canonical_url
from tui.library.identity import text_hash
from tui.model import Anchor, LibraryError, Note, Span
from tui.text.cleaning import clean
from tui.text.note_files import FiledNote, NoteFile, same_text


@dataclass(frozen=True)
class Waiting:
    """A note that could not be saved.

    Attributes:
        before: As it was before; its number is 0 if the library did not have it.
        text: What its words are to be.
        moment: When it was written down, ISO 8601 in UTC.
        about: What its article is known by; None where nothing of that could be read.
    """

    before: Note
    text: str
    moment: str
    about: NoteFile | None = None


class Found(Enum):
    """How the article was found; the value is what is said of it."""

    THERE = ""
    BACK = "; the article, which had been deleted, is back with it"
    STANDS_IN = "; the library does not have its article, so id:{} stands in for it"


def save(library: Library, waiting: Waiting) -> str | None:
    """Save a note that waited; a sentence unless it had been saved already.

    Raises:
        LibraryError: If it could not be saved.
    """
    with library.batch("Note added") as batch:
        before = _before(library, waiting)
        article, found = _home(library, waiting, before)
        here = _in_article(library, article, before)
        if found is not Found.STANDS_IN and _has(library, here, waiting.text):
            return None
        batch.said = "Note edited" if here.id else batch.said
        kept = library.keep_note(here, waiting.text)
        if kept is here:
            return None
        if found is Found.STANDS_IN:
            _put_in_place(library, kept)
    how = found.value.format(article)
    return f"What could not be saved last time is saved now: “{_start(kept)}”{how}."


def _before(library: Library, waiting: Waiting) -> Note:
    """The note as it was; of one that was only called by its number, as it is."""
    before = waiting.before
    if before.id and not before.article:
        here = next(iter(library.note_rows([before.id])), None)
        if here is not None and here.created <= waiting.moment:
            return here
        return replace(before, id=0)
    return before


def _home(library: Library, waiting: Waiting, before: Note) -> tuple[int, Found]:
    """The article of a note; brought back, or made to stand in for it, if need be."""
    about = waiting.about
    if about is not None and (about.url or about.hash):
        if _is(library, before.article, about):
            return before.article, Found.THERE
        known = library.filings.article_of(about.url, about.hash)
        if known is not None and library.rows([known]):
            return known, Found.THERE
        if known is not None:
            library.bring_back(known)
            return known, Found.BACK
    else:
        # An article that came later than the note has the number by chance.
        for article in library.rows([before.article]):
            if (article.added or "") <= waiting.moment:
                return article.id, Found.THERE
        name = f"Article {before.article}" if before.article else "An article that is not known"
        about = about or NoteFile(name)
    return _stand_in(library, about, before.anchor), Found.STANDS_IN


def _is(library: Library, number: int, about: NoteFile) -> bool:
    """Whether the article with this number is the one that is meant, whatever text it has now."""
    try:
        here = library.filings.contents(number)[0]
    except LibraryError:
        if library.rows([number]):
            raise
        return False
    address = canonical_url(about.url)
    if about.hash == here.hash or (address and address == canonical_url(here.url)):
        return True
    versions = (library.body_of(number, each.id).text for each in library.versions(number))
    return bool(about.hash) and any(text_hash(text) == about.hash for text in versions)


def _stand_in(library: Library, about: NoteFile, anchor: Anchor | None) -> int:
    from tui.desk.note_import import stub_of  # it reads files, and is hardly ever needed

    notes = (FiledNote("", "", anchor),) if anchor is not None else ()
    return library.add_stub(stub_of(replace(about, notes=notes))[0], about.hash)


def _put_in_place(library: Library, note: Note) -> None:
    """Have a note stand on its words in an article that only stands in."""
    words = clean(note.anchor.exact).strip("\n") if note.anchor is not None else ""
    start = library.body(note.article).text.find(words) if words else -1
    if start >= 0:
        library.place_note(note.id, Span(start, start + len(words)))


def _in_article(library: Library, article: int, before: Note) -> Note:
    """The note in the article: by its number, else by its words; else a new one."""
    same = [note for note in library.notes(article) if _place(note) == _place(before)]
    for note in same:
        if note.id == before.id:
            return replace(before, article=article)
    for note in same:
        if before.id and same_text(note.text, before.text):
            return note
    return replace(before, id=0, article=article)


def _has(library: Library, note: Note, text: str) -> bool:
    """Whether the note says that already, or where it is new, another on the same place."""
    return any(
        here.text == text and _place(here) == _place(note) and note.id in (0, here.id)
        for here in library.notes(note.article)
    )


def _place(note: Note) -> tuple[str, str, str] | None:
    """What is marked, with what surrounds it, wherever that stands now."""
    anchor = note.anchor
    return None if anchor is None else (anchor.exact, anchor.prefix, anchor.suffix)


def _start(note: Note) -> str:
    """How a note begins, or what a bare highlight is on."""
    words = note.anchor.exact if note.anchor is not None else ""
    line = " ".join((note.text or words).split())
    return line if len(line) <= 40 else f"{line[:39]}…"
