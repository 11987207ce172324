"""Notes and highlights: ``note``, ``highlight`` and ``notes``."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from tui.cli import note_folders
from tui.cli.command import Command
from tui.cli.finding import find_facts, query_last, refuse_mistakes, tell_problems
from tui.cli.session import Session, UsageError, number
from tui.desk import NoteVersion
from tui.exporters.notes import FORMATS, note_line
from tui.exporters.records import note_record
from tui.model import Note, SourceError, Span
from tui.text.cleaning import clean
from tui.text.reading import Reading
from tui.text.typed import places_of

_LONGEST = 1_000_000
"""Bytes of a note that is read from standard input."""


def _note_arguments(parser: ArgumentParser) -> None:
    parser.usage = (
        "broadsheet note SOURCE TEXT\n       broadsheet note edit NOTE TEXT\n"
        "       broadsheet note delete NOTE\n       broadsheet note history NOTE"
    )
    parser.add_argument("words", nargs="+", metavar="SOURCE TEXT", help="TEXT - is standard input")


def _note(options: Namespace, session: Session) -> None:
    first, *rest = options.words
    if first in {"edit", "delete", "history"}:
        if not rest:
            raise UsageError(f"note {first} needs the number of a note.")
        if first != "edit" and len(rest) > 1:
            raise UsageError(f"note {first} takes one number.")
        note_id = number(rest[0], "note")
        if first == "delete":
            session.desk.delete_note(note_id)
            _print_deleted(note_id, options, session)
        elif first == "history":
            _print_versions(session.desk.note_versions(note_id), options, session)
        else:
            _print_note(session.desk.edit_note(note_id, _text(rest[1:])), options, session)
            _save_waiting(session)
        return
    if first == "-" and rest == ["-"]:
        raise UsageError("Standard input can be the SOURCE or the TEXT, not both.")
    text = _text(rest)
    with session.desk.keeping(text, first):
        note = session.desk.note(session.article(first), text)
    _print_note(note, options, session)
    _save_waiting(session)


def _save_waiting(session: Session) -> None:
    """Now that the library takes notes: those that it would not take at another time."""
    for said in session.desk.save_unsaved():
        session.out.remark(said)


def _text(words: list[str]) -> str:
    """The text of a note, from the words after the source or from standard input."""
    if not words:
        raise UsageError("The TEXT of the note is missing.")
    if words != ["-"]:
        text = " ".join(words)
    elif sys.stdin is None:
        raise SourceError("Standard input is closed.")
    else:
        text = _typed_in()
    text = clean(text).strip()
    if not text:
        raise SourceError("An empty note is not kept; note delete takes one away.")
    return text


def _typed_in() -> str:
    """The text on standard input, whose bytes are read strictly whatever the locale would do."""
    try:
        data = sys.stdin.buffer.read(_LONGEST + 1)
    except OSError as error:
        raise SourceError("Standard input could not be read.") from error
    if len(data) > _LONGEST:
        raise SourceError("The text on standard input is longer than 1 MB; a note is shorter.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError("The text on standard input is not UTF-8.") from error


def _highlight_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="file or id:12; a file is added first")
    parser.add_argument("words", nargs="+", metavar="WORDS", help="as they stand in the text")
    parser.add_argument("--nth", type=int, metavar="N", help="which of several places (default: 1)")
    parser.add_argument("--note", metavar="TEXT", help="a note on them (- reads standard input)")


def _highlight(options: Namespace, session: Session) -> None:
    text = _text([options.note]) if options.note is not None else ""
    words = " ".join(options.words)
    with session.desk.keeping(text, options.source, clean(words)):
        note = _highlighted(words, text, options, session)
    _print_note(note, options, session)
    if text:
        _save_waiting(session)


def _highlighted(words: str, text: str, options: Namespace, session: Session) -> Note:
    """Highlight one of the places where words stand."""
    article = session.article(options.source)
    reading = session.desk.open(article).reading
    places = find_words(reading, words)
    if not places:
        raise SourceError(f"“{words}” does not occur in article {article}.")
    taken = 0 if options.nth is None else options.nth - 1
    if not 0 <= taken < len(places):
        times = "once" if len(places) == 1 else f"{len(places)} times"
        raise SourceError(f"“{words}” occurs {times} in article {article}.")
    if len(places) > 1 and options.nth is None:
        _tell_of_others(reading, places, session)
    return session.desk.highlight(article, places[taken], text)


def find_words(reading: Reading, words: str) -> list[Span]:
    """Where ``words`` stand, visible places before hidden ones, both in the order of the text."""

    def hidden(span: Span) -> bool:
        block = reading.block_at(span.start)
        return block is not None and block.hidden

    return sorted(places_of(reading.text, clean(words)), key=hidden)


def _tell_of_others(reading: Reading, places: list[Span], session: Session) -> None:
    """Say that the first of several places was taken, and how to have another one."""
    place = places[0]
    around = " ".join(reading.text[max(0, place.start - 24) : place.end + 24].split())
    session.out.remark(
        f"The words occur {len(places)} times; the first place is highlighted,"
        f" in paragraph {reading.paragraph(place.start)} (… {around} …)."
        " More of the words around it, or --nth 2, chooses another."
    )


def _notes_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "query", nargs="*", metavar="QUERY", help="words, tag:x, has:highlight, is:lost …"
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="(default: text)")
    parser.add_argument("--to", metavar="FOLDER", help="write a Markdown file for every article")
    parser.add_argument(
        "--import",
        dest="source",
        metavar="FOLDER",
        help="take in what was changed in such files, or all of it",
    )


def _notes(options: Namespace, session: Session) -> None:
    if options.to is not None or options.source is not None:
        if options.query or (options.to is not None and options.source is not None):
            raise UsageError("notes takes a QUERY, --to FOLDER or --import FOLDER.")
        if options.to is not None:
            note_folders.write(options, session)
        else:
            note_folders.take_in(options, session)
        return
    query = " ".join(options.query)
    refuse_mistakes(session.desk.note_mistakes(query))
    find_facts(session, query)
    tell_problems(session, session.desk.note_problems(query))
    notes = session.desk.notes(None, query)
    articles = session.desk.rows(list(dict.fromkeys(note.article for note in notes)))
    form = FORMATS["json" if options.json else options.format]
    session.out.raw(form(notes, {article.id: article for article in articles}))


def _print_note(note: Note, options: Namespace, session: Session) -> None:
    if options.json:
        session.out.json(note_record(note))
    else:
        session.out.line(note_line(note))


def _print_versions(versions: Sequence[NoteVersion], options: Namespace, session: Session) -> None:
    if options.json:
        session.out.json([version._asdict() for version in versions])
        return
    for version in versions:
        mark = " (deleted)" if version.deleted else " (now)" if version.current else ""
        session.out.line(f"{version.number}{mark} · {version.saved} · {version.text}")


def _print_deleted(note_id: int, options: Namespace, session: Session) -> None:
    if options.json:
        session.out.json({"deleted": [note_id]})
    else:
        session.out.line(f"note:{note_id} deleted.")


COMMANDS = (
    Command("note", "Write a note; edit or delete one.", _note_arguments, _note),
    Command(
        "highlight", "Highlight exact words, perhaps with a note.", _highlight_arguments, _highlight
    ),
    Command("notes", "Print notes and highlights.", _notes_arguments, _notes, query_last),
)
