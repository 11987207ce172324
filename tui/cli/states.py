"""What the reader does with articles: star, read, archive, delete, tag, and undo."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.cli.command import Command
from tui.cli.session import Session, UsageError
from tui.exporters.records import article_record
from tui.model import View
from tui.text.languages import UnknownLanguage, language_names

if TYPE_CHECKING:
    from tui.desk import Desk

Change = Callable[["Desk", Sequence[int]], int]


def _many_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", metavar="ID", help="12 or id:12")
    _view_argument(parser)


def _view_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--view", choices=[view.value for view in View], help="instead: every article of a view"
    )


def _state(name: str, summary: str, change: Change) -> Command:
    def run(options: Namespace, session: Session) -> None:
        if options.view is not None:
            _change_view(options.ids, options, session, change)
            return
        ids = _ids(name, options, session)
        change(session.desk, ids)
        _print_articles(ids, options, session)

    return Command(name, summary, _many_arguments, run)


def _ids(name: str, options: Namespace, session: Session) -> list[int]:
    if not options.ids:
        raise UsageError(f"{name} needs an ID, or --view inbox for every article of a view.")
    return session.ids(options.ids)


def _change_view(
    words: Sequence[str],
    options: Namespace,
    session: Session,
    change: Change,
    done: str = "changed",
) -> None:
    """Change every article of a view, as one step, and say how many were otherwise.

    Args:
        words: What was given for IDs, of which there may be none then.
        options: With the view.
        session: Of the command.
        change: What is done.
        done: That, in a word for the sentence.
    """
    if words:
        raise UsageError("Either IDs or --view, not both.")
    count = change(session.desk, session.desk.ids(options.view))
    if options.json:
        session.out.json({"changed": count})
    else:
        articles = "1 article was" if count == 1 else f"{count:,} articles were"
        undo = "; broadsheet undo takes it back" if count else ""
        session.out.line(f"{articles} {done}{undo}.")


def _delete(options: Namespace, session: Session) -> None:
    if options.view is not None:
        _change_view(options.ids, options, session, lambda desk, ids: desk.delete(ids), "deleted")
        return
    ids = _ids("delete", options, session)
    articles = session.desk.rows(ids)
    session.desk.delete(ids)
    if options.json:
        session.out.json({"deleted": ids})
        return
    for article in articles:
        session.out.line(f"deleted id:{article.id} {article.title}")


def _tag_arguments(parser: ArgumentParser) -> None:
    parser.usage = (
        "broadsheet tag [-h] [--json] [--debug] ID ... +x -y\n"
        "       broadsheet tag [-h] [--json] [--debug] --view VIEW +x -y"
    )
    _view_argument(parser)
    parser.add_argument("words", nargs="+", metavar="ID ... +x -y", help="+x puts on, -y takes off")


def _tags_last(words: list[str]) -> list[str]:
    """Options first, the rest behind ``--``: to argparse ``-y`` would be an option."""
    options: list[str] = []
    rest: list[str] = []
    left = iter(words)
    for word in left:
        if word == "-h" or word.startswith("--"):
            options += [word] if word != "--" else []
            options += [next(left, "")] if word == "--view" else []
        else:
            rest.append(word)
    return [*options, "--", *rest]


def _tag(options: Namespace, session: Session) -> None:
    words = [word for word in options.words if word[:1] not in {"+", "-"}]
    add = [word[1:] for word in options.words if word.startswith("+")]
    remove = [word[1:] for word in options.words if word.startswith("-")]
    if not (words or options.view) or not (add or remove) or not all((*add, *remove)):
        raise UsageError("tag needs an ID and a tag: broadsheet tag 12 +korea -draft.")
    if options.view is not None:
        _change_view(words, options, session, lambda desk, ids: desk.tag(ids, add, remove))
        return
    ids = session.ids(words)
    session.desk.tag(ids, add, remove)
    _print_articles(ids, options, session)


def _language_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="12 or id:12")
    parser.add_argument(
        "language", metavar="LANGUAGE", help="fr or French; auto: as the text itself tells"
    )


def _language(options: Namespace, session: Session) -> None:
    ids = session.ids(options.ids)
    try:
        session.desk.set_language(ids, None if options.language == "auto" else options.language)
    except UnknownLanguage as error:
        raise UsageError(str(error)) from error
    if options.json:
        _print_articles(ids, options, session)
        return
    from tui.cli.lines import name_of

    for article in session.desk.rows(ids):
        language = language_names().get(article.language, article.language)
        session.out.line(f"{name_of(article)} · {language}")


def _print_articles(ids: Sequence[int], options: Namespace, session: Session) -> None:
    from tui.cli.lines import article_line

    articles = session.desk.rows(ids)
    if options.json:
        session.out.json([article_record(article) for article in articles])
        return
    for article in articles:
        session.out.line(article_line(article))


def _no_arguments(parser: ArgumentParser) -> None:
    """``undo`` takes back the newest thing, whatever it was."""


def _undo(options: Namespace, session: Session) -> None:
    undone = session.desk.undo()
    if options.json:
        session.out.json({"undone": undone})
    else:
        session.out.line(undone or "There is nothing to undo.")


COMMANDS = (
    _state("star", "Put a star on articles.", lambda desk, ids: desk.set_starred(ids, True)),
    _state("unstar", "Take the star off.", lambda desk, ids: desk.set_starred(ids, False)),
    _state("read", "Mark articles as read.", lambda desk, ids: desk.set_read(ids, True)),
    _state("unread", "Mark articles as unread.", lambda desk, ids: desk.set_read(ids, False)),
    _state("archive", "Archive articles.", lambda desk, ids: desk.set_archived(ids, True)),
    _state("unarchive", "Bring articles back.", lambda desk, ids: desk.set_archived(ids, False)),
    Command("delete", "Delete articles; undo brings them back.", _many_arguments, _delete),
    Command("tag", "Put tags on articles and take them off.", _tag_arguments, _tag, _tags_last),
    Command("language", "Say what language articles are in.", _language_arguments, _language),
    Command("undo", "Take back the newest thing done.", _no_arguments, _undo),
)
