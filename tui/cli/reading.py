"""Reading: ``list``, ``show`` and ``summarize``."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.command import Command
from tui.cli.lines import article_line
from tui.cli.session import Session, UsageError
from tui.exporters.plain import article_text, visible_body
from tui.exporters.records import Json, Record, article_record, gist_record, text_record
from tui.model import GistRefused

if TYPE_CHECKING:
    from tui.desk import Opened
    from tui.summarize import Budget

# As tui.library names them; its own tuples would load sqlite3 for every --help.
SORTS = ("added", "published", "title", "length", "unread")
VIEWS = ("inbox", "unread", "starred", "archive", "all", "notes")


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
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words that must be there")
    parser.add_argument("--sort", choices=SORTS, default="added", help="order (default: added)")
    parser.add_argument("--limit", type=positive, metavar="N", help="at most so many")
    parser.add_argument("--view", choices=VIEWS, default="all", help="which ones (default: all)")


def _list(options: Namespace, session: Session) -> None:
    desk = session.desk
    ids = desk.ids(options.view, options.sort, " ".join(options.query))
    articles = desk.rows(ids[: options.limit])
    if options.json:
        session.out.json([article_record(article) for article in articles])
        return
    for article in articles:
        session.out.line(article_line(article))
    if not articles and not options.query and not desk.counts()["all"]:
        session.out.remark("The library is empty: broadsheet add FILE, or broadsheet samples add.")


def _show_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="file, folder, - or id:12")
    parser.add_argument(
        "--all", action="store_true", help="keep furniture: bylines, repeats, menus"
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


def _summarize_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="file, folder, - or id:12")
    size = parser.add_mutually_exclusive_group()
    size.add_argument(
        "-n", type=positive, metavar="N", help="so many sentences (default: 5, or the settings')"
    )
    size.add_argument("--ratio", type=_ratio, metavar="R", help="so much of the text (20%%)")
    size.add_argument("--words", type=positive, metavar="W", help="at most so many words")
    parser.add_argument("--method", metavar="NAME", help="how sentences are chosen")
    parser.add_argument("--encoding", metavar="E", help="of the bytes, if they do not tell")
    parser.add_argument(
        "--jsonl", action="store_true", help="one text a line in, one object a line out"
    )


def _summarize(options: Namespace, session: Session) -> None:
    from tui.summarize import resolve_method

    try:
        method = resolve_method(options.method or session.settings.method)
    except GistRefused as error:
        raise UsageError(str(error)) from error
    if options.jsonl:
        from tui.cli import jsonl

        if options.sources:
            raise UsageError("--jsonl reads standard input and takes no SOURCE.")
        jsonl.run(session.out, jsonl.summaries(method, _budget(options, session)))
        return
    if not options.sources:
        raise UsageError("A SOURCE is missing: a file, a folder, - or id:12.")
    records: list[Record] = []
    for source, found in session.look_at_all(options.sources, options.encoding):
        several = len(options.sources) > 1 or len(found) > 1
        for opened in found:
            try:
                gist = session.desk.gist(opened, method, _budget(options, session))
            except GistRefused as error:
                session.out.complain(str(error))
                continue
            text = opened.reading.text
            if options.json:
                records.append(gist_record(key_of(opened, source), text, gist))
                continue
            if several:
                session.out.line(f"{opened.article.title}:")
            for line in gist.lines:
                session.out.line(text[line.start : line.end])
    if records:
        session.out.json(one_or_list(records))


def _budget(options: Namespace, session: Session) -> Budget:
    from tui.summarize import Budget

    if options.ratio is not None:
        return Budget(sentences=None, ratio=options.ratio)
    if options.words is not None:
        return Budget(sentences=None, words=options.words)
    return Budget(sentences=options.n or session.settings.gist_sentences)


def positive(word: str) -> int:
    """A positive whole number, for argparse."""
    if word.isascii() and word.isdigit() and 0 < len(word) <= 9 and int(word) > 0:
        return int(word)
    raise argparse.ArgumentTypeError(f"{word} is no positive whole number")


def _ratio(word: str) -> float:
    """``20%``, ``20`` or ``0.2`` as a share between 0 and 1."""
    try:
        value = float(word.strip().removesuffix("%"))
    except ValueError:
        value = 0.0
    share = value / 100 if "%" in word or value > 1 else value
    if 0 < share <= 1:
        return share
    raise argparse.ArgumentTypeError(f"{word} is no share of a text, as 20% is")


COMMANDS = (
    Command("list", "List articles, the newest first.", _list_arguments, _list),
    Command("show", "Print a text, furniture left out. Saves nothing.", _show_arguments, _show),
    Command(
        "summarize",
        "Print the sentences that stand for the whole. Saves nothing.",
        _summarize_arguments,
        _summarize,
    ),
)
