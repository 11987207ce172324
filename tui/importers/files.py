"""Articles from files and folders."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.importers.drafts import LIMIT, draft_of_bytes, too_large
from tui.importers.kinds import SUFFIXES, Kind
from tui.model import Draft, SourceError
from tui.text.cleaning import clean_line

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}:/{1,3}[^/]", re.IGNORECASE)
_NOT_YET = frozenset({".pdf", ".epub", ".docx", ".doc", ".odt", ".rtf"})
"""Documents that may be articles: walked over, so that the reader is told they were not read."""

_PAGES = frozenset({".html", ".htm", ".xhtml"})

_KINDS_OF_NODE = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def draft_of_file(
    path: Path | str,
    encoding: str | None = None,
    *,
    url: str | None = None,
    kind: Kind | str | None = None,
) -> Draft:
    """A draft of one file.

    Args:
        path: The file; ``~`` is the reader's home.
        encoding: The reader's word for the encoding.
        url: Address of a page, against which its links are resolved.
        kind: The reader's word for the kind; otherwise told by name and content.

    Raises:
        SourceError: If it is missing, no file, unreadable, empty, too large, or of no text.
    """
    shown = clean_line(str(path))
    if _ADDRESS.match(str(path)):
        raise SourceError(
            f"{shown} is an address, and fetching pages is not built yet:"
            " save the page and add the file."
        )
    # Unlike Path.expanduser this leaves the ~ of nobody as it is, which is then no file.
    file = Path(os.path.expanduser(path))  # noqa: PTH111
    data = _read(file, shown)
    return draft_of_bytes(
        data, shown, source=_in_words(file), encoding=encoding, url=url, kind=kind
    )


def walk(path: Path, failed: Callable[[Path, SourceError], None] | None = None) -> Iterator[Path]:
    """The files below a folder that may be articles, sorted by name, folder by folder.

    Hidden files and folders are skipped, and so are symbolic links, and the ``…_files`` folder
    that a browser puts beside a saved page.

    Args:
        path: The folder.
        failed: Told of every folder below it that cannot be listed.

    Raises:
        SourceError: If ``path`` itself cannot be listed.
    """
    folders = [(path, _entries(path))]
    while folders:
        folder, entries = folders.pop()
        below: list[Path] = []
        pages = {Path(n).stem for n, _ in entries if Path(n).suffix.lower() in _PAGES}
        for name, holds_more in entries:
            entry = folder / name
            if holds_more:
                if not (name.endswith(("_files", "_Dateien")) and name.rpartition("_")[0] in pages):
                    below.append(entry)
            elif entry.suffix.lower() in SUFFIXES or entry.suffix.lower() in _NOT_YET:
                yield entry
        for entry in reversed(below):
            try:
                folders.append((entry, _entries(entry)))
            except SourceError as error:
                if failed is not None:
                    failed(entry, error)


def _entries(folder: Path) -> list[tuple[str, bool]]:
    """The names in a folder, sorted, and whether each is a folder; hidden ones and links left out.

    Raises:
        SourceError: If it cannot be listed.
    """
    try:
        with os.scandir(folder) as entries:
            return sorted(
                (entry.name, entry.is_dir(follow_symlinks=False))
                for entry in entries
                if not (entry.name.startswith(".") or entry.is_symlink())
            )
    except (OSError, ValueError) as error:
        raise SourceError(
            f"{clean_line(str(folder))} could not be listed: {_reason(error)}."
        ) from error


def _read(file: Path, shown: str) -> bytes:
    """The bytes of a regular file; never waits for a pipe or a device."""
    try:
        # Asked before opening (opening a device may act) and of what was opened (no race).
        _check(file.stat(), shown)
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as opened:  # noqa: PTH123  # a descriptor, not a path
            _check(os.fstat(opened.fileno()), shown)
            data = opened.read(LIMIT + 1)
            if len(data) > LIMIT:
                raise too_large(shown, len(data))
            return data
    except FileNotFoundError:
        raise SourceError(f"There is no file {shown}.") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{shown} could not be read: {_reason(error)}.") from error


def _check(status: os.stat_result, shown: str) -> None:
    """Refuses whatever is not a regular file of a sensible size."""
    if stat.S_ISDIR(status.st_mode):
        raise SourceError(f"{shown} is a folder, not a file.")
    for test, what in _KINDS_OF_NODE:
        if test(status.st_mode):
            raise SourceError(f"{shown} is {what}, not a file; pipe its text in with “-” instead.")
    if status.st_size > LIMIT:
        raise too_large(shown, status.st_size)


def _reason(error: OSError | ValueError) -> str:
    """What the system says, as part of a sentence."""
    words = getattr(error, "strerror", None) or "its name is not valid"
    return words[:1].lower() + words[1:]


def _in_words(file: Path) -> str:
    """The whole path, with ``~`` for the reader's home."""
    try:
        whole = file.absolute()
        home = Path.home()
    except (OSError, RuntimeError):
        return clean_line(str(file))
    inside = whole.is_relative_to(home) and home != Path(home.anchor)
    return clean_line(f"~/{whole.relative_to(home)}" if inside else str(whole))
