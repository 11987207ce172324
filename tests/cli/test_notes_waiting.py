"""Notes that are written while the library is at fault."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cli.driver import Broadsheet

Spoil = Callable[[Path], None]


def damaged(library: Path) -> None:
    with library.open("r+b") as file:
        size = file.seek(0, 2)
        file.seek(4096)
        file.write(b"\xaa" * (size - 4096))


def headless(library: Path) -> None:
    with library.open("r+b") as file:
        file.write(b"\0" * 4096)


def foreign(library: Path) -> None:
    library.unlink()
    with closing(sqlite3.connect(library)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")


def a_folder(library: Path) -> None:
    library.unlink()
    library.mkdir()


@contextmanager
def spoiled(home: Path, spoil: Spoil) -> Iterator[None]:
    """The library as ``spoil`` leaves it; put back in the end as it was."""
    library = home / "data" / "library.sqlite3"
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for beside in library.parent.glob("library.sqlite3-*"):
        beside.unlink()
    whole = library.read_bytes()
    spoil(library)
    try:
        yield
    finally:
        for file in library.parent.glob("library.sqlite3*"):
            file.rmdir() if file.is_dir() else file.unlink()
        library.write_bytes(whole)


SPOILED = (damaged, headless, foreign, a_folder)


def waits_in(error: str) -> Path:
    """The one file that the one sentence names."""
    found = re.findall(r"; what you wrote waits in (\S+\.json)\.\n", error)
    assert len(found) == 1, error
    return Path(found[0])


@pytest.mark.parametrize("spoil", SPOILED)
@pytest.mark.parametrize(
    "words",
    [
        ("note", "id:1", "Ask them."),
        ("note", "id:1", "-"),
        ("note", "edit", "1", "Ask them."),
        ("highlight", "id:1", "harbour bridge", "--note", "Ask them."),
        ("note", "{report}", "Ask them."),
    ],
    ids=" ".join,
)
def test_what_is_written_for_a_library_at_fault_waits_and_is_saved_when_it_is_back(
    broadsheet: Broadsheet, report: Path, home: Path, spoil: Spoil, words: tuple[str, ...]
) -> None:
    report.write_text("The harbour bridge opens.\n\nThe new harbour bridge cost 5 million.")
    broadsheet("note", str(report), "First.")
    with spoiled(home, spoil):
        run = [word.format(report=report) for word in words]
        result = broadsheet(*run, stdin=b"Ask them." if "-" in words else b"")
        assert (result.code, result.out) == (1, "")
        file = waits_in(result.err)
        assert "Ask them." in file.read_text()
    other = broadsheet("note", "id:1", "Another.")
    assert other.code == 0
    assert "saved now: “Ask them.”" in other.err
    assert not file.exists()
    notes = broadsheet("notes", "--json").value
    assert {note["article"] for note in notes} == {1}
    first = {"Ask them."} if "edit" in words else {"First.", "Ask them."}
    assert {note["text"] for note in notes} == first | {"Another."}
    marked = [note["anchor"]["exact"] for note in notes if note["anchor"]]
    assert marked == (["harbour bridge"] if "highlight" in words else [])


def test_a_note_for_a_library_that_is_begun_anew_goes_onto_no_other_article(
    broadsheet: Broadsheet, report: Path, home: Path, tmp_path: Path
) -> None:
    broadsheet("note", str(report), "First.")
    with spoiled(home, headless):
        waits_in(broadsheet("note", str(report), "Ask them.").err)
        (home / "data" / "library.sqlite3").unlink()
        other = tmp_path / "other.txt"
        other.write_text("Quite another report.\n\nIt says nothing of bridges.")
        said = broadsheet("note", str(other), "Of another.").err
        assert "saved now: “Ask them.”; the library does not have its article" in said
        notes = {note["text"]: note["article"] for note in broadsheet("notes", "--json").value}
        assert notes["Of another."] != notes["Ask them."]
        broadsheet("add", str(report))
        listed = {row["id"]: row["title"] for row in broadsheet("list", "--json").value}
        assert len(listed) == 2


def test_a_mistake_of_the_readers_lets_nothing_wait(
    broadsheet: Broadsheet, report: Path, home: Path
) -> None:
    broadsheet("add", str(report))
    for words in (
        ("note", "id:99", "Ask them."),
        ("note", str(home / "no-such-file"), "Ask them."),
        ("note", "edit", "99", "Ask them."),
        ("highlight", "id:1", "words that it lacks", "--note", "Ask them."),
    ):
        assert broadsheet(*words).code == 1
    assert not (home / "state" / "unsaved").exists()


def test_what_is_written_on_a_file_while_the_library_is_locked_waits_as_well(
    broadsheet: Broadsheet, report: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.opening.BUSY_SECONDS", 0.05)
    broadsheet("list")
    library = home / "data" / "library.sqlite3"
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waits_in(broadsheet("note", str(report), "Ask them.").err)
    broadsheet("note", str(report), "Another.")
    notes = broadsheet("notes", "--json").value
    assert {(note["article"], note["text"]) for note in notes} == {
        *((1, "Ask them."), (1, "Another."))
    }
