"""Reading: ``list`` and ``show``."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.command import Command
from tui.cli.finding import (
    QUERY_HELP,
    find_facts,
    query_last,
    query_of,
    refuse_mistakes,
    saved_argument,
    tell_problems,
)
from tui.cli.lines import article_line
from tui.cli.session import Session, UsageError
from tui.exporters.plain import article_text, visible_body
from tui.exporters.records import Json, Record, article_record, text_record
from tui.model import Sort, View

if TYPE_CHECKING:
    from tui.desk import Opened


def key_of(opened: Opened, source: str) -> Json:
    """What names a text in JSON: its id in the library, else the file as the reader named it."""
    if opened.article.id:
        return opened.article.id
    from tui.desk.places import is_folder

    return opened.article.source if is_folder(source) else source


def one_or_list(records: Sequence[Record]) -> Json:
    """One text gives its object; several give a list."""
    return records[0] if len(records) == 1 else list(records)


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    saved_argument(parser)
    parser.add_argument(
        "--sort",
        choices=[sort.value for sort in Sort],
        default=Sort.ADDED,
        help="order (default: added)",
    )
    parser.add_argument("--limit", type=positive, metavar="N", help="at most so many")
    parser.add_argument(
        "--view",
        choices=[view.value for view in View],
        default=View.ALL,
        help="which ones (default: all)",
    )


def _list(options: Namespace, session: Session) -> None:
    desk = session.desk
    query = query_of(options, session)
    refuse_mistakes(desk.mistakes(query))
    find_facts(session, query)
    tell_problems(session, desk.problems(query))
    ids = desk.ids(options.view, options.sort, query)
    articles = desk.rows(ids[: options.limit])
    if options.json:
        session.out.json([article_record(article) for article in articles])
        return
    for article in articles:
        session.out.line(article_line(article))
    if not articles and not query and not desk.counts()["all"]:
        session.out.remark("The library is empty: broadsheet add FILE, or broadsheet samples add.")


def _show_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="file, folder, - or id:12")
    parser.add_argument(
        "--all", action="store_true", help="keep furniture: bylines, repeats, menus"
    )
    parser.add_argument(
        "--changes",
        action="store_true",
        help="what add --again changed in an article: figures, quotations, sentences",
    )
    parser.add_argument("--encoding", metavar="E", help="of the bytes, if they do not tell")
    parser.add_argument("--html", metavar="FILE", help="a saved page, or - for standard input")
    parser.add_argument("--url", metavar="U", help="the address that the page was saved from")


def _show(options: Namespace, session: Session) -> None:
    if options.html is not None:
        if options.sources:
            raise UsageError("Either --html FILE or a SOURCE, not both.")
        page = session.desk.look_at_page(options.html, url=options.url, encoding=options.encoding)
        _print_opened(session, [page], furniture=options.all, json=options.json)
        return
    if options.url is not None:
        raise UsageError("--url goes with --html.")
    if not options.sources:
        raise UsageError("A SOURCE is missing: a file, a folder, - or id:12.")
    if options.changes:
        from tui.cli.changes import print_changes

        print_changes(session, options.sources, json=options.json)
        return
    print_text(session, options.sources, options.encoding, furniture=options.all, json=options.json)


def print_text(
    session: Session,
    sources: Sequence[str],
    encoding: str | None,
    *,
    furniture: bool,
    json: bool,
) -> None:
    """Print the texts of the sources, one after the other."""
    opened = [each for _, found in session.look_at_all(sources, encoding) for each in found]
    if opened:
        _print_opened(session, opened, furniture=furniture, json=json)


def _print_opened(
    session: Session, opened: Sequence[Opened], *, furniture: bool, json: bool
) -> None:
    if json:
        records: list[Record] = []
        for each in opened:
            body = each.reading.body if furniture else visible_body(each.reading.body)
            records.append(text_record(each.article, body))
        session.out.json(one_or_list(records))
        return
    for index, each in enumerate(opened):
        text = article_text(
            each.article, each.reading, furniture=furniture, width=session.out.width
        )
        session.out.text(("\n" if index else "") + text)


def positive(word: str) -> int:
    """A positive whole number, for argparse."""
    if word.isascii() and word.isdigit() and 0 < len(word) <= 9 and int(word) > 0:
        return int(word)
    raise argparse.ArgumentTypeError(f"{word} is no positive whole number")


COMMANDS = (
    Command("list", "List articles, the newest first.", _list_arguments, _list, query_last),
    Command("show", "Print a text, furniture left out. Saves nothing.", _show_arguments, _show),
)
