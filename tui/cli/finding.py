"""Finding: ``search`` and ``saved``, and what every command that takes a QUERY does with it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Sequence

from tui.cli.command import Command
from tui.cli.progress import ProgressLine
from tui.cli.session import Session, UsageError
from tui.exporters.records import hit_record
from tui.model import BroadsheetError, Hit, SavedQuery, Where
from tui.text.cleaning import clean_line

_MOST_COUNTED = 10_000
_PLACES, _PLACES_JSON = 3, 100
"""Places of an article that are printed where nothing else is said."""
_WITH_VALUE = frozenset(
    {"--limit", "--sort", "--view", "--in", "--saved", "--format", "--to", "--import", "--places"}
)
"""Options that the next word belongs to."""
QUERY_HELP = (
    'words, all of them in title, text, notes, byline, site or tags; begin*, "exact words",'
    " -not, is:unread, tag:x, site:x, newer:2w, has:note, speaker:x"
)


def query_last(words: list[str]) -> list[str]:
    """Options first, the query behind ``--``: to argparse ``-word`` would be an option."""
    options: list[str] = []
    rest: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            rest.extend(left)
        elif word.startswith("--") or word == "-h":
            options.append(word)
            if word in _WITH_VALUE:
                options.extend([value for value in [next(left, None)] if value is not None])
        else:
            rest.append(word)
    return [*options, "--", *rest]


def query_of(options: Namespace, session: Session) -> str:
    """What is asked: a saved query where one is named, narrowed by the words."""
    words = " ".join(options.query)
    if options.saved is None:
        return words
    return f"{session.desk.saved_query(options.saved).query} {words}".strip()


def find_facts(session: Session, query: str, limit: int = 0, kinds: Collection[Where] = ()) -> None:
    """Have the facts found on which the answer to a query depends."""
    desk = session.desk
    progress = ProgressLine()
    unread = desk.unread_for(query, limit, kinds)
    for done, article in enumerate(unread):
        progress.show(f"{done:,} of {len(unread):,} articles read for facts")
        try:
            desk.read_facts(article)
        except BroadsheetError as error:
            progress.clear()
            session.out.complain(str(error))
    progress.clear()


def refuse_mistakes(mistakes: Sequence[str]) -> None:
    """End with what in a query says nothing: its answer would be one to another question.

    Raises:
        BroadsheetError: If there is a mistake.
    """
    if mistakes:
        raise BroadsheetError(" ".join(mistakes))


def tell_problems(session: Session, problems: Sequence[str]) -> None:
    """Say what of a query the library has nothing of, or was not looked at."""
    for problem in problems:
        session.out.remark(problem)


def saved_argument(parser: ArgumentParser) -> None:
    """``--saved NAME`` of the commands that take a QUERY."""
    parser.add_argument("--saved", metavar="NAME", help="a saved query, narrowed by QUERY")


def _search_arguments(parser: ArgumentParser) -> None:
    from tui.cli.reading import positive

    parser.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    parser.add_argument(
        "--limit", type=positive, default=20, metavar="N", help="articles and notes (default: 20)"
    )
    parser.add_argument(
        "--places",
        type=positive,
        metavar="N",
        help=f"places of an article (default: {_PLACES}, with --json {_PLACES_JSON})",
    )
    parser.add_argument(
        "--in",
        dest="kinds",
        action="append",
        choices=[where.value for where in Where],
        metavar="WHERE",
        help=f"only in {', '.join(Where)}; can be given again",
    )
    saved_argument(parser)


def _search(options: Namespace, session: Session) -> None:
    query = query_of(options, session)
    if not query:
        raise UsageError("search needs a QUERY.")
    refuse_mistakes(session.desk.mistakes(query))
    kinds = [Where(kind) for kind in options.kinds or ()]
    find_facts(session, query, options.limit, kinds)
    places = options.places or (_PLACES_JSON if options.json else _PLACES)
    found = session.desk.search(query, options.limit, places=places, kinds=kinds)
    tell_problems(session, found.problems)
    if found.tried:
        session.out.remark(
            f"More articles than {found.tried:,} have these words;"
            " only the best of them, so many, were looked through."
        )
    if options.json:
        session.out.json([hit_record(hit) for hit in found.hits])
        return
    articles = {each.id: each.title for each in session.desk.rows(_articles(found.hits))}
    for hit in found.hits:
        session.out.line(hit_line(hit, articles.get(hit.article, "")))


def _articles(hits: Sequence[Hit]) -> list[int]:
    return list(dict.fromkeys(hit.article for hit in hits))


def hit_line(hit: Hit, title: str) -> str:
    """``id:12 text …words around it… · Title``; a title is given once."""
    snippet = clean_line(hit.snippet)
    name = clean_line(title) or "untitled"
    number = f"note:{hit.note} " if hit.note is not None else ""
    if hit.where is Where.TITLE:
        return f"id:{hit.article} title {name}"
    return f"id:{hit.article} {number or f'{hit.where} '}{snippet} · {name}"


def _saved_arguments(parser: ArgumentParser) -> None:
    parser.usage = (
        "broadsheet saved\n       broadsheet saved add NAME QUERY\n"
        "       broadsheet saved rename NAME NEW\n       broadsheet saved delete NAME"
    )
    parser.add_argument("words", nargs="*", metavar="add|rename|delete NAME ...")


def _saved(options: Namespace, session: Session) -> None:
    desk = session.desk
    match options.words:
        case []:
            _print_saved(desk.saved_queries(), options, session)
        case ["add", name, *query] if query:
            _save(name, " ".join(query), options, session)
        case ["rename", name, new]:
            _print_saved([desk.rename_query(name, new)], options, session)
        case ["delete", name]:
            desk.delete_query(name)
            if options.json:
                session.out.json({"deleted": [name]})
            else:
                session.out.line(f"deleted {name}")
        case _:
            raise UsageError("Say saved, saved add NAME QUERY, saved rename NAME NEW or delete.")


def _save(name: str, query: str, options: Namespace, session: Session) -> None:
    """Keep a query by a name, and say what it takes the place of."""
    desk = session.desk
    refuse_mistakes(desk.mistakes(query))
    before = {each.id: each for each in desk.saved_queries()}
    kept = desk.save_query(name, query)
    _print_saved([kept], options, session)
    old = before.get(kept.id)
    if old is not None and old.query != kept.query:
        session.out.remark(
            f"“{old.name}” was {old.query} before; broadsheet undo brings that back."
        )
    tell_problems(session, desk.problems(query))


def _print_saved(queries: Sequence[SavedQuery], options: Namespace, session: Session) -> None:
    counts = [session.desk.count("all", each.query, _MOST_COUNTED) for each in queries]
    _tell_unread(queries, session)
    if options.json:
        pairs = zip(queries, counts, strict=True)
        session.out.json(
            [{"name": each.name, "query": each.query, "count": count} for each, count in pairs]
        )
        return
    for each, count in zip(queries, counts, strict=True):
        more = "+" if count == _MOST_COUNTED else ""
        session.out.line(f"{each.name} · {each.query} · {count:,}{more}")


def _tell_unread(queries: Sequence[SavedQuery], session: Session) -> None:
    """Say which counts are of those articles alone that were read for facts."""
    for each in queries:
        unread = len(session.desk.unread_for(each.query))
        if unread:
            session.out.remark(
                f"“{each.name}” may find more; articles not read for facts yet: {unread:,}"
                " (list --saved reads them)."
            )


COMMANDS = (
    Command(
        "search",
        "Search titles, texts, notes, quotations and figures.",
        _search_arguments,
        _search,
        query_last,
    ),
    Command("saved", "Keep queries by a name.", _saved_arguments, _saved, query_last),
)
