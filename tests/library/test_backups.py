from __future__ import annotations

import datetime
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library import Library
from tui.library.backups import OF_A_DAY, Backups, write_notes, write_whole
from tui.model import Anchor, Draft, LibraryError

MONDAY = datetime.date(2026, 3, 2)


@pytest.fixture
def filled(library: Library, draft: Callable[..., Draft]) -> Library:
    for number in range(5):
        library.add(draft(f"Story {number}", f"words of {number} " * 200))
    note = library.add_note(2, "first wording", Anchor("words", "", " of", 9, 14))
    library.edit_note(note.id, "second wording")
    library.set_starred([3], True)
    library.tag([4], ["harbour"])
    return library


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def numbers(backups: Backups) -> list[int]:
    return [backup.number for backup in backups.all()]


@pytest.mark.parametrize("whole", [True, False])
def test_a_backup_is_the_readers_alone_and_has_the_notes(
    filled: Library, path: Path, whole: bool
) -> None:
    mask = os.umask(0)
    try:
        backup = Backups(path).make(MONDAY, whole=whole)
    finally:
        os.umask(mask)
    assert backup.path.parent.stat().st_mode & 0o777 == 0o700
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert [item.name for item in backup.path.parent.iterdir()] == [backup.path.name]
    assert rows(backup.path, "SELECT text FROM note_version ORDER BY version") == [
        ("first wording",),
        ("second wording",),
    ]
    assert rows(backup.path, "SELECT id FROM article WHERE starred") == [(3,)]
    assert rows(backup.path, "SELECT name FROM tag") == [("harbour",)]
    texts = rows(backup.path, "SELECT article FROM text_version ORDER BY article")
    assert texts == ([(1,), (2,), (3,), (4,), (5,)] if whole else [(2,)])


def test_a_backup_has_what_is_still_in_the_log_and_what_is_being_written_later_has_not(
    filled: Library, path: Path
) -> None:
    with filled._store.writing(durable=True) as connection:
        connection.execute("UPDATE article SET starred = 1")
        backup = Backups(path).make(MONDAY)
    assert rows(backup.path, "SELECT id FROM article WHERE starred") == [(3,)]
    assert path.with_name("library.sqlite3-wal").stat().st_size > 0


def test_a_small_library_is_copied_whole_and_a_large_one_without_its_texts(
    filled: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = Backups(path)
    assert backups.make(MONDAY).whole
    monkeypatch.setattr("tui.library.backups.SMALL_BYTES", 1000)
    assert not backups.make(MONDAY).whole


def test_one_a_day_is_due_whatever_the_clock_says(filled: Library, path: Path) -> None:
    backups = Backups(path)
    assert backups.due(MONDAY)
    backups.make(MONDAY)
    assert not backups.due(MONDAY)
    future = MONDAY.replace(year=2099)
    assert backups.due(future)
    backups.make(future)
    assert not backups.due(MONDAY)
    assert backups.due(MONDAY + datetime.timedelta(1))


def test_seven_days_and_four_weeks_are_kept(filled: Library, path: Path) -> None:
    backups = Backups(path)
    for day in range(60):
        backups.make(MONDAY + datetime.timedelta(day))
    kept = backups.all()
    assert len(kept) == 11
    newest = [MONDAY + datetime.timedelta(59 - day) for day in range(7)]
    assert [backup.day for backup in kept[:7]] == newest
    assert len({backup.day.isocalendar()[:2] for backup in kept[7:]}) == 4


def test_what_was_made_earlier_on_a_day_stays_and_what_goes_is_told(
    filled: Library, path: Path
) -> None:
    backups = Backups(path)
    first, *rest = (backups.make(MONDAY) for _ in range(OF_A_DAY + 1))
    assert [each.removed for each in rest] == [()] * (OF_A_DAY - 1) + [(first.path,)]
    assert backups.all() == rest[::-1]
    following = backups.make(MONDAY + datetime.timedelta(1))
    assert backups.all() == [following, rest[-1]]
    assert set(following.removed) == {each.path for each in rest[:-1]}


def test_a_clock_set_back_pushes_no_newer_copy_out(filled: Library, path: Path) -> None:
    backups = Backups(path)
    for day in range(10):
        backups.make(MONDAY + datetime.timedelta(day))
    before = numbers(backups)
    earlier = backups.make(datetime.date(1970, 1, 1))
    after = numbers(backups)
    assert after[0] == earlier.number
    assert set(before[:6]) <= set(after)


def test_a_library_that_lost_its_notes_does_not_push_out_the_last_copy_of_them(
    filled: Library, path: Path
) -> None:
    backups = Backups(path)
    good = backups.make(MONDAY)
    filled.delete_note(1)
    for day in range(1, 90):
        backups.make(MONDAY + datetime.timedelta(day))
    assert backups.all()[-1] == good
    assert len(backups.all()) == 12


def test_what_a_killed_backup_left_goes_when_it_is_a_day_old(filled: Library, path: Path) -> None:
    backups = Backups(path)
    backups.make(MONDAY)
    old, fresh = (backups.folder / f".{name}.x.part" for name in ("old", "fresh"))
    for part in (old, fresh):
        part.touch()
    os.utime(old, (1, 1))
    backups.thin_out()
    assert not old.exists()
    assert fresh.exists()


@pytest.mark.parametrize("write", [write_whole, write_notes])
def test_a_damaged_library_is_not_copied_over_good_backups(
    filled: Library, path: Path, write: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    filled.close()
    (root,) = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'article'")[0]
    assert isinstance(root, int)
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    with pytest.raises(LibraryError, match="damaged"):
        write(path, tmp_path / "copy.sqlite3")
    assert [item.name for item in tmp_path.iterdir() if item.is_file()] == []


def test_a_folder_that_cannot_be_made_gets_one_sentence(filled: Library, path: Path) -> None:
    (path.parent / "backups").touch()
    with pytest.raises(LibraryError, match="backups cannot be"):
        Backups(path).make(MONDAY)
