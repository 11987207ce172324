"""Getting articles in: ``open``, ``add`` and ``samples``."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.command import Command
from tui.cli.output import is_terminal
from tui.cli.progress import ProgressLine
from tui.cli.session import Session, Told
from tui.model import SourceError

if TYPE_CHECKING:
    from tui.desk import AddProgress, AddReport
    from tui.exporters.records import Record
    from tui.model import Article


_UNLIKE = " · its text is another one now, and was not taken: --again takes it"
_NEW = " · with a new text: broadsheet show id:{} --changes"


def _open_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="file, folder, - or id:12")
    parser.add_argument("--encoding", metavar="E", help="of the bytes, if they do not tell")


def _open(options: Namespace, session: Session) -> int | None:
    if options.json or not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        if not options.sources:
            raise SourceError(
                "The app needs a terminal; broadsheet --help lists what works without one."
            )
        from tui.cli.reading import print_text

        print_text(session, options.sources, options.encoding, furniture=False, json=options.json)
        return None
    if not is_terminal(sys.stderr):
        # Said where somebody looks: standard error goes elsewhere.
        session.out.line("The app draws on standard error, which must be the terminal (no 2>).")
        raise Told
    if os.environ.get("TERM", "") in {"", "dumb"}:
        raise SourceError(
            "This terminal cannot move its cursor (TERM=dumb), which the app needs; "
            "broadsheet show prints the text."
        )
    if not options.sources:
        session.desk.welcome()
        return session.start_app(session.desk, (), ())
    report = _add_aloud(session, options.sources, options.encoding)
    notices = [failure.reason for failure in report.failures]
    if not report.ids:
        session.complain(report)
        return None
    return session.start_app(session.desk, report.ids, notices)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="file, folder or -")
    parser.add_argument(
        "--tag", action="append", default=[], metavar="T", help="put this tag on (may be repeated)"
    )
    parser.add_argument("--encoding", metavar="E", help="of the bytes, if they do not tell")
    parser.add_argument(
        "--again", action="store_true", help="give what is there already its new text"
    )


def _add(options: Namespace, session: Session) -> None:
    report = _add_aloud(
        session, options.sources, options.encoding, tags=options.tag, again=options.again
    )
    print_report(session, report, json=options.json)


def _add_aloud(
    session: Session,
    sources: Sequence[str],
    encoding: str | None,
    *,
    tags: Sequence[str] = (),
    again: bool = False,
) -> AddReport:
    line = ProgressLine()
    last: AddProgress | None = None

    def tell(at: AddProgress) -> None:
        nonlocal last
        last = at
        total = f" of {at.total}" if at.total is not None else ""
        failed = f", {at.failed} failed" if at.failed else ""
        line.show(f"{at.done}{total}: {at.added} added, {at.known} known{failed}")

    try:
        return session.desk.add(
            sources,
            tags=tags,
            encoding=encoding,
            again=again,
            progress=tell,
        )
    except KeyboardInterrupt:
        line.clear()
        if last is not None and last.added:
            session.out.complain(
                f"Stopped after {last.done} of {last.total}: {last.added} added,"
                " and broadsheet undo takes them out again."
            )
        raise
    finally:
        line.clear()


def print_report(session: Session, report: AddReport, *, json: bool) -> None:
    """Say which articles were added, which were there, and complain about the rest."""
    if json:
        session.out.json(
            {
                "added": _records(session, report.added),
                "known": _records(session, report.known),
                "unlike": [*report.unlike],
                "failures": [
                    {"source": failure.source, "reason": failure.reason}
                    for failure in report.failures
                ],
            }
        )
    else:
        for verb, ids in (("added", report.added), ("known", report.known)):
            for article in session.desk.rows(ids):
                also = _sources(article) if article.id in report.named else ""
                new = _NEW.format(article.id) if article.id in report.renewed else ""
                unlike = _UNLIKE if verb == "known" and article.id in report.unlike else ""
                session.out.line(f"{verb} id:{article.id} {article.title}{also}{new}{unlike}")
    session.complain(report)


def _sources(article: Article) -> str:
    """Under what name the article was there already, and under what name it came again."""
    names = [
        f"{source.url} ({source.source})" if source.url else source.source
        for source in article.sources
    ]
    return f" · already there as {', '.join(names[:-1])}; now also as {names[-1]}"


def _records(session: Session, ids: Sequence[int]) -> list[Record]:
    from tui.exporters.records import article_record

    return [article_record(article) for article in session.desk.rows(ids)]


def _samples_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["add", "remove"], help="undo takes either back")


def _samples(options: Namespace, session: Session) -> None:
    desk = session.desk
    if options.what == "add":
        print_report(session, desk.samples_add(), json=options.json)
        return
    removed = desk.samples_remove()
    kept = len(desk.samples())
    if options.json:
        session.out.json({"removed": removed, "kept": kept})
        return
    session.out.line(f"{removed} {'sample' if removed == 1 else 'samples'} removed.")
    if kept:
        session.out.line(f"{kept} with notes of yours {'stays' if kept == 1 else 'stay'}.")


COMMANDS = (
    Command(
        "open", "Open the app; with sources: add them, open the first.", _open_arguments, _open
    ),
    Command("add", "Add files, folders or standard input.", _add_arguments, _add),
    Command("samples", "Add or remove the shipped articles.", _samples_arguments, _samples),
)
