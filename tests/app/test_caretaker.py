"""Backups, checks and notes that wait: what is done for the library while the reader reads."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.app.conftest import Sit
from tui.config import folders
from tui.desk import Desk
from tui.desk.safekeeping import Safekeeping

pytestmark = pytest.mark.usefixtures("samples")


def library() -> Path:
    return Safekeeping(folders()).library


async def test_a_look_makes_the_backup_of_the_day_and_says_nothing(sit: Sit) -> None:
    async with sit() as here:
        here.page.caretaker.look()
        await here.rest()
        (backup,) = Safekeeping(here.desk.folders).backups()
        assert backup.whole
        here.page.caretaker.look()
        await here.rest()
        assert len(Safekeeping(here.desk.folders).backups()) == 1


async def test_damage_is_told_and_not_backed_up(sit: Sit) -> None:
    connection = sqlite3.connect(library())
    sql = "SELECT rootpage FROM sqlite_master WHERE name = 'raw'"
    root = connection.execute(sql).fetchone()[0]
    connection.close()
    with library().open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    async with sit(size=(200, 60)) as here:
        here.page.caretaker.look()
        await here.rest()
        assert here.shows("is damaged: broadsheet check says where")
        assert Safekeeping(here.desk.folders).backups() == []


async def test_a_note_written_while_the_library_is_locked_is_kept_and_saved_later(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.opening.BUSY_SECONDS", 0.2)
    monkeypatch.setattr("tui.app.manuscripts._SECONDS_TO_RETRY", 0.3)
    async with sit(size=(200, 60)) as here:
        await here.press("enter", "right_parenthesis")
        # The writer's thread opens its connection: it has the short patience of this test.
        other = sqlite3.connect(library(), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await here.press("c")
        await here.type("typed in vain")
        for _ in range(40):
            await here.pilot.pause(0.1)
            if len(here.desk.unsaved):
                break
        assert len(here.desk.unsaved) == 1
        assert here.shows("typed in vain")
        assert here.desk.notes() == []
        other.execute("ROLLBACK")
        other.close()
        for _ in range(40):
            await here.pilot.pause(0.1)
            if here.page.notebook.kept and not len(here.desk.unsaved):
                break
        assert [note.text for note in here.desk.notes()] == ["typed in vain"]
        assert len(here.desk.unsaved) == 0
        await here.type(" and on")
        await here.press("escape")
        assert [note.text for note in here.desk.notes()] == ["typed in vain and on"]


async def test_what_waits_from_last_time_is_saved_at_the_start_and_told(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk()
    article = desk.ids("all")[0]
    other = sqlite3.connect(library(), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with monkeypatch.context() as patch:
        patch.setattr("tui.library.opening.BUSY_SECONDS", 0.05)
        desk.close()
        desk = Desk()
        with pytest.raises(Exception, match="waits in"):
            desk.note(article, "half a thought")
    other.close()
    desk.close()
    async with sit(size=(200, 60)) as here:
        await here.rest()
        assert here.shows("What could not be saved last time is saved now: “half a thought”.")
        assert [note.text for note in here.desk.notes()] == ["half a thought"]
