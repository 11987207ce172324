"""What can be lifted out of a text: ``quotes`` and ``figures``."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tui.cli.command import Command
from tui.cli.lines import figure_line, quotation_line
from tui.cli.reading import key_of, one_or_list
from tui.cli.session import Session, UsageError
from tui.exporters.records import Json, Record, figure_record, quotation_record
from tui.model import BroadsheetError, FactCounts, Figure, FigureKind, Quotation, QuotationKind

if TYPE_CHECKING:
    from tui.desk import Opened

_SUFFIX = re.compile(r"(?i)[,\s]+(?:jr|sr|ii|iii|iv|md|phd)\.?\Z")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "source", nargs="?", metavar="SOURCE", help="file, folder, - or id:12; none: the library"
    )
    parser.add_argument("--encoding", metavar="E", help="of the bytes, if they do not tell")
    parser.add_argument(
        "--jsonl", action="store_true", help="one text a line in, one object a line out"
    )


def _quotes_arguments(parser: ArgumentParser) -> None:
    _arguments(parser)
    parser.add_argument("--speaker", metavar="NAME", help="only what NAME said (last name will do)")
    parser.add_argument("--indirect", action="store_true", help="indirect speech too")


def _quotes(options: Namespace, session: Session) -> None:
    def wanted(quotation: Quotation) -> bool:
        if quotation.kind is QuotationKind.INDIRECT and not options.indirect:
            return False
        return options.speaker is None or is_called(quotation.speaker, options.speaker)

    if options.jsonl:
        from tui.cli import jsonl

        _refuse_source(options)
        jsonl.run(session.out, jsonl.quotations(wanted))
        return
    indirect = options.indirect

    def may_have(counts: FactCounts) -> bool:
        return counts.quotations > 0 or indirect

    records: list[Record] = []
    for key, opened in _sources(options, session, may_have):
        text = opened.reading.text
        found = [q for q in session.desk.facts(opened).quotations if wanted(q)]
        if options.json:
            records.append({"id": key, "quotes": [quotation_record(text, q) for q in found]})
            continue
        for quotation in found:
            session.out.line(_where(options, opened) + quotation_line(text, quotation))
    if options.json:
        _print_records(options, session, records, "quotes")


def is_called(name: str | None, asked: str) -> bool:
    """Whether ``asked`` is the whole name or the last name, in capitals or not."""
    words = _SUFFIX.sub("", name or "").casefold().split()
    sought = _SUFFIX.sub("", asked).casefold().split()
    return bool(sought) and (words == sought or words[-1:] == sought)


def _figures_arguments(parser: ArgumentParser) -> None:
    _arguments(parser)
    kinds = [kind.value for kind in FigureKind]
    parser.add_argument(
        "--kind", choices=kinds, metavar="KIND", help=f"only this kind: {' '.join(kinds)}"
    )
    parser.add_argument("--minor", action="store_true", help='minor ones too ("first", weekdays)')


def _figures(options: Namespace, session: Session) -> None:
    def wanted(figure: Figure) -> bool:
        if figure.minor and not options.minor:
            return False
        return options.kind is None or figure.kind.value == options.kind

    if options.jsonl:
        from tui.cli import jsonl

        _refuse_source(options)
        jsonl.run(session.out, jsonl.figures(wanted))
        return
    minor = options.minor

    def may_have(counts: FactCounts) -> bool:
        return counts.figures > 0 or minor

    records: list[Record] = []
    for key, opened in _sources(options, session, may_have):
        text = opened.reading.text
        found = [f for f in session.desk.facts(opened).figures if wanted(f)]
        if options.json:
            records.append({"id": key, "figures": [figure_record(text, f) for f in found]})
            continue
        for figure in found:
            session.out.line(_where(options, opened) + figure_line(text, figure))
    if options.json:
        _print_records(options, session, records, "figures")


def _sources(
    options: Namespace, session: Session, may_have: Callable[[FactCounts], bool]
) -> Iterator[tuple[Json, Opened]]:
    """The texts to look into: those of the source, or all of the library that may have any."""
    desk = session.desk
    if options.source is not None:
        for opened in session.look(options.source, options.encoding):
            yield key_of(opened, options.source), opened
        return
    for article in desk.every("all"):
        if article.facts is not None and not may_have(article.facts):
            continue
        try:
            yield article.id, desk.open(article.id)
        except BroadsheetError as error:
            session.out.complain(str(error))


def _print_records(options: Namespace, session: Session, records: list[Record], name: str) -> None:
    """One text gives its object; the library a list of those where something was found."""
    if options.source is not None:
        session.out.json(one_or_list(records))
    else:
        session.out.json([record for record in records if record[name]])


def _where(options: Namespace, opened: Opened) -> str:
    if options.source is None:
        return f"id:{opened.article.id} "
    return ""


def _refuse_source(options: Namespace) -> None:
    if options.source is not None:
        raise UsageError("--jsonl reads standard input and takes no SOURCE.")


COMMANDS = (
    Command("quotes", "Print who said what. Saves nothing.", _quotes_arguments, _quotes),
    Command("figures", "Print every figure. Saves nothing.", _figures_arguments, _figures),
)
