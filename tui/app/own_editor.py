"""The article's own note in the reader's own editor, to which the terminal is handed over."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.desk.editor_file import EditorFile
from tui.model import LibraryError

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_KEPT = "The article's note is kept."
_WAITS = "{article-note} opens what was written."


class OwnEditor:
    """What ``C`` does. What comes back from the editor is kept; from one that failed, nothing."""

    def __init__(self, page: FrontPage) -> None:
        self.page = page

    def write(self) -> None:
        """Hand the note over in $VISUAL or $EDITOR, and keep it when that is closed."""
        page, article = self.page, self.page.study.article
        if article is None:
            return
        if page.desk.read_only is not None:
            page.say(page.desk.read_only, error=True)
            return
        file = EditorFile(page.desk, article.id)
        try:
            command = editor_command(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
        except ValueError as error:
            page.say(f"$EDITOR is no command: {error}.", error=True)
            return
        try:
            said = file.lay_out()
            status = self._run([*command, str(file.path)])
        except SuspendNotSupported:
            file.put_down()
            page.say("This terminal cannot hand over to an editor.", error=True)
        except LibraryError as error:
            page.say(str(error), error=True)
        except OSError as error:
            file.put_down()
            why = f"{command[0]}: {error.strerror}"
            said = f"The editor could not be used: {why} ($VISUAL or $EDITOR names it)."
            page.say(said, error=True)
        else:
            self._ended(file, status, said)

    def _run(self, command: Sequence[str]) -> int:
        """What the editor ended with; below zero it was ended by a signal.

        Raises:
            OSError: If it did not start.
            SuspendNotSupported: If the terminal is not to be handed over.
        """
        fault: OSError | None = None
        with self.page.app.suspend():
            # Textual does not take the terminal back from what raises in here.
            try:
                status = subprocess.run(command, check=False).returncode
            except OSError as error:
                fault = error
        if fault is not None:
            raise fault
        return status

    def _ended(self, file: EditorFile, status: int, said: str | None) -> None:
        """Take the note in, unless the editor ended badly."""
        page = self.page

        def tell(*sentences: str | None, error: bool = False) -> None:
            page.notebook.reload()
            if any(sentences):
                page.say(page.keyed(" ".join(filter(None, sentences))), error=error)

        if status:
            waits = _WAITS if file.put_down() else None
            tell(said, f"{_how(status)}, so the note stays as it was.", waits, error=True)
            return

        def keep() -> str | None:
            try:
                news = file.take_in()
            except OSError as error:
                file.put_down()
                raise LibraryError(f"The editor left no note: {error.strerror}.") from error
            there = any(note.anchor is None for note in page.desk.notes(file.article))
            return news or (_KEPT if there else None)

        page.change(keep, lambda news: tell(said, news), keep=True)


def editor_command(line: str) -> list[str]:
    """The reader's editor as a list of arguments; never a line for a shell.

    Raises:
        ValueError: If its quotation marks are not closed.
    """
    return shlex.split(line) or ["vi"]


def _how(status: int) -> str:
    """How the editor ended, in words."""
    if status > 0:
        return f"The editor ended with an error ({status})"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    return f"The editor was ended by {name}"
