"""One run of one command: its desk, opened when it is first needed, and its output."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui.cli import log
from tui.cli.output import Output
from tui.config import Settings, folders, load_settings
from tui.model import BroadsheetError, SourceError

if TYPE_CHECKING:
    from tui.desk import AddReport, Desk, Opened

StartApp = Callable[["Desk", Sequence[int], Sequence[str]], int]
"""Runs the app on a desk with these articles open and these notices; gives the exit code."""


class UsageError(BroadsheetError):
    """The command was called wrongly; the exit code is 2."""


class Session:
    """What a command works with.

    Attributes:
        out: Where it prints.
        start_app: Given by ``__main__``, because the command line does not know the app.
    """

    def __init__(self, out: Output, start_app: StartApp) -> None:
        self.out = out
        self.start_app = start_app
        self._open = False

    @cached_property
    def desk(self) -> Desk:
        """The reader's desk; opening it loads what ``--help`` does not need."""
        from tui.desk import Desk

        desk = Desk()
        self._open = True
        return desk

    @cached_property
    def settings(self) -> Settings:
        """The reader's settings; reading them opens no library."""
        return load_settings(folders())

    def close(self) -> None:
        """Close the desk if it was opened."""
        if self._open:
            for notice in self.desk.notices():
                self.out.remark(notice)
            self.desk.close()

    def look(self, source: str, encoding: str | None = None) -> list[Opened]:
        """Everything readable under ``source``; what is not is complained about."""
        return self.desk.look(
            source, encoding=encoding, failed=lambda failure: self.out.complain(failure.reason)
        )

    def look_at_all(
        self, sources: Sequence[str], encoding: str | None = None
    ) -> Iterator[tuple[str, list[Opened]]]:
        """Each source with what is readable under it; one that fails is complained about."""
        for source in sources:
            try:
                yield source, self.look(source, encoding)
            except BroadsheetError as error:
                log.remark(str(error))
                self.out.complain(str(error))

    def article(self, source: str) -> int:
        """The id of the one article that ``source`` names; a file is added to the library first.

        Raises:
            SourceError: If it is a folder.
            StorageFault: If the library is at fault.
            Told: If it cannot be read, which has been said.
        """
        from tui.desk import StorageFault
        from tui.desk.places import is_folder

        if is_folder(source):
            raise SourceError(f"{source} is a folder; a note belongs to one article.")
        report = self.desk.add([source])
        for failure in report.failures:
            if failure.at_fault:
                raise StorageFault(failure.reason)
        self.complain(report)
        found = (*report.added, *report.known)
        if not found:
            raise Told
        return found[0]

    def ids(self, words: Sequence[str]) -> list[int]:
        """The ids that ``words`` give, as ``12`` or ``id:12``, each once.

        Raises:
            UsageError: If one is no id.
            SourceError: If the library has no such article; then nothing is done to the others.
        """
        ids = list(dict.fromkeys(number(word, "id") for word in words))
        there = {article.id for article in self.desk.rows(ids)}
        missing = [str(article) for article in ids if article not in there]
        if missing:
            raise SourceError(f"The library has no article {', '.join(missing)}.")
        return ids

    def complain(self, report: AddReport) -> None:
        """Say what could not be added."""
        for failure in report.failures:
            self.out.complain(failure.reason)


class Told(BroadsheetError):  # noqa: N818  # not an error of its own: the reader knows it already
    """Ends a command whose failure has been said."""


def number(word: str, prefix: str) -> int:
    """The positive integer of ``12`` or ``prefix:12``.

    Raises:
        UsageError: If it is neither.
    """
    digits = word.removeprefix(f"{prefix}:")
    if digits.isascii() and digits.isdigit() and len(digits) <= 18 and int(digits) > 0:
        return int(digits)
    raise UsageError(f"{word} is no {prefix}: a positive number is, or {prefix}:12.")
