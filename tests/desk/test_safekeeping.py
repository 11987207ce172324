from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tui.config import folders, save_setting
from tui.desk import Desk, safekeeping
from tui.desk.safekeeping import Safekeeping
from tui.library import backups
from tui.model import Cancelled, LibraryError


@pytest.fixture
def safe(desk: Desk) -> Safekeeping:
    article = desk.add_text("The mayor met the council on Monday.").added[0]
    desk.note(article, "a thought")
    return Safekeeping(folders())


def go(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """Set the clock."""
    monkeypatch.setattr(safekeeping, "_today", lambda: datetime.date.fromisoformat(day))


def never() -> bool:
    return False


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)


def test_the_app_makes_one_backup_a_day(safe: Safekeeping, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("2026-03-02", "2026-03-02", "2026-03-03", "2026-03-02"):
        go(monkeypatch, day)
        safe.keep_daily(never)
    assert [backup.day.day for backup in safe.backups()] == [3, 2]


def test_nothing_is_made_where_there_is_no_library() -> None:
    safe = Safekeeping(folders())
    assert safe.keep_daily(never) is None
    assert safe.check_weekly(never) is None
    assert not safe.library.parent.exists()


def test_the_pages_are_looked_at_once_a_week_also_when_the_clock_is_set(
    safe: Safekeeping, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(monkeypatch, "2026-03-02")
    assert safe.check_weekly(never) is None
    desk.close()
    damage(safe.library)
    for day, found in (("2026-03-08", False), ("2026-02-25", False), ("2026-03-09", True)):
        go(monkeypatch, day)
        assert (safe.check_weekly(never) is not None) is found
    go(monkeypatch, "1999-01-01")
    assert "broadsheet recover" in str(safe.check_weekly(never))
    assert "broadsheet recover" in str(safe.check_weekly(never))


def test_work_that_nobody_waits_for_any_more_ends_and_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.waiting._STEPS", 10)
    desk.welcome()
    safe = Safekeeping(folders())
    for work in (safe.keep_daily, safe.check_weekly):
        with pytest.raises(Cancelled):
            work(lambda: True)
    assert safe.backups() == []
    assert list((safe.library.parent / "backups").iterdir()) == []


def test_the_librarys_own_file_is_no_backup(safe: Safekeeping) -> None:
    with pytest.raises(LibraryError, match="is the library itself"):
        safe.restore(safe.library)


def test_a_copy_of_notes_replaces_a_damaged_library_and_keeps_it_aside(
    safe: Safekeeping, desk: Desk
) -> None:
    copy = safe.backup(whole=False).path
    desk.close()
    damage(safe.library)
    restored = safe.restore(copy)
    assert restored.aside is not None
    assert restored.aside.exists()
    again = Desk()
    assert [note.text for note in again.notes()] == ["a thought"]
    again.close()


def test_after_notes_are_restored_their_files_are_known_to_be_the_programs_own(
    tmp_path: Path,
) -> None:
    files, lost = tmp_path / "notes", tmp_path / "lost"
    save_setting(folders(), "notes_folder", str(files))
    desk = Desk()
    desk.add_text("The mayor met the council on Monday.")
    desk.note(1, "a thought")
    backup = Safekeeping(folders()).backup(whole=False).path
    desk.close()
    (path,) = files.iterdir()
    folders().data.rename(lost)

    desk = Desk()
    desk.add_text("An article that has the first number now.")
    Safekeeping(folders()).restore(lost / backup.relative_to(folders().data))
    desk.tend_notes()
    (note,) = desk.notes()
    desk.edit_note(note.id, "a second thought")
    assert list(files.iterdir()) == [path]
    assert "a second thought" in path.read_text("utf-8")
    assert desk.notices() == []
    desk.close()


def test_a_file_with_notes_younger_than_the_restored_ones_is_not_written_over(
    tmp_path: Path,
) -> None:
    files, lost = tmp_path / "notes", tmp_path / "lost"
    save_setting(folders(), "notes_folder", str(files))
    desk = Desk()
    desk.add_text("The mayor met the council on Monday.")
    desk.note(1, "a thought")
    backup = Safekeeping(folders()).backup(whole=False).path
    desk.note(1, "a later thought")
    desk.close()
    folders().data.rename(lost)

    Safekeeping(folders()).restore(lost / backup.relative_to(folders().data))
    desk = Desk()
    desk.tend_notes()
    desk.import_notes(str(files))
    assert sorted(note.text for note in desk.notes()) == ["a later thought", "a thought"]
    (path,) = files.iterdir()
    assert "a later thought" in path.read_text("utf-8")
    desk.close()


class After:
    """Somebody who waits until they were asked so many times."""

    def __init__(self, times: int) -> None:
        self.times = times

    def __call__(self) -> bool:
        self.times -= 1
        return self.times < 0


def files(safe: Safekeeping) -> set[str]:
    """All below the folder of the library, but what SQLite keeps beside it while it is open."""
    folder = safe.library.parent
    there = {str(path.relative_to(folder)) for path in folder.rglob("*")} | {"backups"}
    return {name for name in there if not name.endswith(("-shm", "-wal"))}


@pytest.mark.parametrize("times", [0, 1, 2, 3, 5, 8, 13, 1_000_000])
@pytest.mark.parametrize("what", ["backup", "notes", "check", "recover", "restore", "take back"])
def test_what_is_stopped_at_any_time_leaves_nothing_half_done(
    desk: Desk, safe: Safekeeping, tmp_path: Path, what: str, times: int
) -> None:
    whole, notes = tmp_path / "whole.sqlite3", tmp_path / "notes.sqlite3"
    safe.backup(whole)
    backups.write_notes(safe.library, notes)
    desk.delete_note(1)
    desk.close()
    before = files(safe), holdings(safe)
    stopped = After(times)
    work: Callable[[], object] = {
        "backup": lambda: safe.backup(whole=True, stopped=stopped),
        "notes": lambda: safe.backup(whole=False, stopped=stopped),
        "check": lambda: safe.check(stopped=stopped),
        "recover": lambda: safe.recover(stopped=stopped),
        "restore": lambda: safe.restore(whole, stopped=stopped),
        "take back": lambda: safe.restore(notes, stopped=stopped),
    }[what]
    if times == 1_000_000:
        work()
        assert (what == "check") is ((files(safe), holdings(safe)) == before)
        return
    try:
        work()
    except Cancelled:
        assert (files(safe), holdings(safe)) == before
    else:
        assert stopped.times >= 0


def holdings(safe: Safekeeping) -> list[tuple[object, ...]]:
    """Notes, live and deleted, and how many articles there are."""
    with closing(sqlite3.connect(safe.library)) as connection:
        return connection.execute(
            "SELECT id, deleted IS NULL, (SELECT count(*) FROM article) FROM note ORDER BY id"
        ).fetchall()
