"""What was written and could not be saved: kept in files until the library takes it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tui.config import private_folder
from tui.desk.homes import Waiting, save
from tui.library import Library
from tui.library.faults import StorageFault
from tui.library.whole import free_name, whole_file
from tui.model import Anchor, LibraryError, Note
from tui.text.note_files import NoteFile

_KNOWN_BY = ("title", "byline", "site", "url", "published", "language", "hash")
"""What a file says of the article: its number alone is another article's in another library."""


class Waits(StorageFault):
    """The library is at fault, and what was written waits in a file.

    Attributes:
        path: The file.
    """

    def __init__(self, fault: StorageFault, path: Path) -> None:
        reason = str(fault).removesuffix(".").removesuffix("; nothing was changed")
        super().__init__(f"{reason}; what you wrote waits in {path}.")
        self.path = path


class Unsaved:
    """A folder with one file for each note whose words are not in the library yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(
        self, note: Note, text: str, about: NoteFile | None = None, into: Path | None = None
    ) -> Path | None:
        """Write down what was typed; where, or None if the disk does not take that either.

        Args:
            note: As it was before: its number, 0 for one that is not in the library, its
                article, its words then, and its place.
            text: What is to be its words.
            about: What the article is known by.
            into: The file that has an earlier wording of it.
        """
        value: dict[str, object] = {
            **dataclasses.asdict(note),
            "text": text,
            "before": note.text,
            "about": about and {name: getattr(about, name) for name in _KNOWN_BY},
        }
        path = into or self._free(self._path(note), value)
        try:
            private_folder(self.folder)
            with whole_file(path) as partial:
                partial.write_text(json.dumps(value, ensure_ascii=True), "ascii")
        except OSError:
            return None
        return path

    def _free(self, path: Path, value: Mapping[str, object]) -> Path:
        """``path``, unless other words wait there than an earlier wording of the same note."""
        try:
            there = json.loads(path.read_text("ascii"))
            same = all(there[name] == value[name] for name in ("id", "article", "before", "about"))
            replaced = same and (bool(value["id"]) or there["text"] == value["text"])
        except FileNotFoundError:
            return path
        except (OSError, ValueError, KeyError, TypeError):
            replaced = False
        return path if replaced else free_name(path)

    def drop(self, note: Note, text: str) -> None:
        """The library has it: if just that waits, its file goes."""
        path = self._path(note)
        with suppress(OSError, ValueError, KeyError, TypeError):
            if json.loads(path.read_text("ascii"))["text"] == text:
                path.unlink()

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
        waiting = _read(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return f"{path} was not saved: it is no note that Broadsheet kept."
    try:
        said = save(library, waiting)
    except LibraryError as error:
        return f"What you wrote waits in {path}: {error}"
    with suppress(OSError):
        path.unlink()
    return said


def _read(path: Path) -> Waiting:
    value = json.loads(path.read_text("ascii"))
    anchor = Anchor(**value["anchor"]) if value["anchor"] else None
    before = Note(int(value["id"]), int(value["article"]), str(value["before"]), "", "", anchor)
    # Files of earlier versions say nothing of the article.
    about = value.get("about")
    moment = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    return Waiting(before, str(value["text"]), moment, NoteFile(**about) if about else None)
