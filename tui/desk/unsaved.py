"""What was written and could not be saved: kept in files until the library takes it."""

from __future__ import annotations

import dataclasses
import json
from contextlib import suppress
from pathlib import Path

from tui.config import private_folder
from tui.library import Library
from tui.library.whole import free_name, whole_file
from tui.model import Anchor, LibraryError, Note


class Unsaved:
    """A folder with one file for each note whose words are not in the library yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, note: Note, text: str, *, another: bool = False) -> Path | None:
        """Write down what was typed; where, or None if the disk does not take that either.

        Args:
            note: As it was before: its number, 0 for one that is not in the library, its
                article, its words then, and its place.
            text: What is to be its words.
            another: It is not the note that already waits for the same place.
        """
        path = self._path(note)
        if another and self._waits(path) not in (None, text):
            path = free_name(path)
        value = {**dataclasses.asdict(note), "text": text, "before": note.text}
        try:
            private_folder(self.folder)
            with whole_file(path) as partial:
                partial.write_text(json.dumps(value, ensure_ascii=True), "ascii")
        except OSError:
            return None
        return path

    def drop(self, note: Note, text: str | None = None) -> None:
        """The library has it; with ``text``, only if that is what waits."""
        path = self._path(note)
        if text is None or self._waits(path) == text:
            with suppress(OSError):
                path.unlink()

    def holds(self, note: Note) -> bool:
        """Whether something waits for this note."""
        return self._path(note).exists()

    def _waits(self, path: Path) -> str | None:
        """The words that a file keeps."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            return str(json.loads(path.read_text("ascii"))["text"])
        return None

    def __len__(self) -> int:
        return len(self._files())

    def take_back(self, library: Library) -> list[str]:
        """Save what is waiting; a sentence for each, also for what still cannot be saved."""
        return [said for path in self._files() if (said := _saved(library, path)) is not None]

    def _files(self) -> list[Path]:
        try:
            return sorted(path for path in self.folder.iterdir() if path.suffix == ".json")
        except OSError:
            return []

    def _path(self, note: Note) -> Path:
        place = f"{note.anchor.start}-{note.anchor.end}" if note.anchor else "whole"
        name = f"note-{note.id}" if note.id else f"new-{note.article}-{place}"
        return self.folder / f"{name}.json"


def _saved(library: Library, path: Path) -> str | None:
    """Save one file's note and remove the file."""
    try:
        value = json.loads(path.read_text("ascii"))
        anchor = Anchor(**value["anchor"]) if value["anchor"] else None
        text = str(value["text"])
        before = Note(int(value["id"]), int(value["article"]), str(value["before"]), "", "", anchor)
    except (OSError, ValueError, KeyError, TypeError):
        return f"{path} was not saved: it is no note that Broadsheet kept."
    try:
        known = _save(library, before, text)
    except LibraryError as error:
        return f"What you wrote waits in {path}: {error}"
    with suppress(OSError):
        path.unlink()
    return None if known else f"What could not be saved last time is saved now: “{_start(text)}”."


def _save(library: Library, before: Note, text: str) -> bool:
    """Save a note, as a new one if its words have become others; whether there was no need to."""
    number = before.id
    if any(
        note.text == text and (note.id == number or not number)
        for note in library.notes(before.article)
    ):
        return True
    return library.keep_note(before, text) is before


def _start(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
