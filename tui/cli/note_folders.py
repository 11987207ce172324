"""Notes as files on the command line: ``notes --to FOLDER`` and ``notes --import FOLDER``."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.output import Output, is_terminal
from tui.cli.session import Session
from tui.text.cleaning import clean

if TYPE_CHECKING:
    from tui.desk.note_import import Choice, Conflict, NoteReport


def write(options: Namespace, session: Session) -> None:
    """Write the notes of every article into a folder; files that are right stay as they are."""
    count = session.desk.export_notes(options.to)
    for notice in session.desk.notices():
        session.out.complain(notice)
    if options.json:
        session.out.json({"written": count})
    else:
        session.out.line(f"{_counted(count, 'file')} written to {options.to}.")


def take_in(options: Namespace, session: Session) -> None:
    """Take in the notes of a folder; on a terminal the reader is asked where both changed."""
    asked = is_terminal(sys.stdin) and is_terminal(sys.stderr) and not options.json
    decide = (lambda conflict: _ask(conflict, session.out)) if asked else None
    report = session.desk.import_notes(options.source, decide)
    for failure in report.failures:
        session.out.complain(failure)
    for remark in report.remarks:
        session.out.remark(remark)
    if options.json:
        session.out.json(
            {
                "files": report.files,
                "added": report.added,
                "edited": report.edited,
                "unchanged": report.unchanged,
                "articles": report.stubs,
                "both": report.twice,
                "missing": report.missing,
            }
        )
    else:
        _say(report, session.out)


def _say(report: NoteReport, out: Output) -> None:
    out.line(
        f"{_counted(report.files, 'file')} of notes: {len(report.added)} added,"
        f" {len(report.edited)} edited, {report.unchanged} as they were."
    )
    if report.stubs:
        out.line(
            f"{_counted(len(report.stubs), 'article')} not in the library: kept with what was"
            f" highlighted ({_ids('id', report.stubs)})."
        )
    if report.twice:
        out.line(
            "Changed in the library and in the file, so that both are kept:"
            f" {_ids('note', report.twice)}."
        )
    if report.missing:
        out.line(
            f"No longer in the files, but kept: {_ids('note', report.missing)}."
            " broadsheet note delete takes a note away."
        )


def _ask(conflict: Conflict, out: Output) -> Choice:
    """Ask the reader; whoever ends the input keeps both."""
    from tui.desk.note_import import Choice

    here = "deleted" if conflict.here is None else clean(conflict.here)
    out.remark(f"{conflict.path}: a note was changed here and there.")
    if conflict.words:
        out.remark(f"  on: {conflict.words}")
    out.remark(f"  in the library: {here}")
    out.remark(f"  in the file: {conflict.there}")
    answers = {choice.value[0]: choice for choice in Choice}
    while True:
        sys.stderr.write("Keep [l]ibrary, [f]ile or [b]oth? ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            return Choice.BOTH
        choice = answers.get(line.strip().lower()[:1])
        if choice is not None:
            return choice


def _ids(kind: str, ids: Sequence[int]) -> str:
    return ", ".join(f"{kind}:{number}" for number in ids)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
