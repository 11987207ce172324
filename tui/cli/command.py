"""What a command of the command line is, and the parser that reads its words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from tui.cli.session import Session
from tui.text.cleaning import clean_line

WIDTH = 80
"""Columns that every help keeps to."""


@dataclass(frozen=True)
class Command:
    """A word that follows ``broadsheet``.

    Attributes:
        name: The word.
        summary: What it does, as its help and the list of commands say it.
        arguments: Tells the parser what may follow.
        run: Does it; the exit code is 0 unless the session's output complained.
        prepare: Puts words in an order that argparse understands.
    """

    name: str
    summary: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Session], int | None]
    prepare: Callable[[list[str]], list[str]] = list


class Parser(argparse.ArgumentParser):
    """argparse with a fixed width, and errors that repeat nothing unsafe."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            allow_abbrev=False,
            formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(
                prog, max_help_position=24, width=WIDTH - 1
            ),
        )

    def error(self, message: str) -> NoReturn:
        """Say on standard error what is wrong and end with exit code 2."""
        usage = self.format_usage()
        if sys.stderr is not None:
            sys.stderr.write(f"{usage}{self.prog}: {clean_line(message)}\n")
        raise SystemExit(2)


def parser_of(command: Command) -> Parser:
    """The parser of one command."""
    parser = Parser(f"broadsheet {command.name}", command.summary)
    command.arguments(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--debug", action="store_true", help="write a log in the state folder")
    return parser
