"""What is said at the start about the library, and what keys do while it cannot be written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.app.conftest import Sit
from tui.config import Folders
from tui.library import filesystems


async def test_a_library_of_a_newer_version_is_read_and_every_key_says_why_not(
    sit: Sit, samples: Folders
) -> None:
    connection = sqlite3.connect(samples.data / "library.sqlite3")
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.close()
    async with sit((240, 40)) as here:
        assert "! " in here.status
        assert "newer version of Broadsheet" in here.status
        assert here.shows("South Korean President Lee")
        await here.press("f")
        assert "newer version of Broadsheet" in here.status
        await here.press("t")
        await here.type("press\n")
        assert "newer version of Broadsheet" in here.status
        await here.press("ctrl+k")
        await here.type("reciprocity\n")
        assert here.page.study.lectern.matches


async def test_what_is_wrong_with_a_library_is_said_whole_in_a_window_of_80_columns(
    sit: Sit, samples: Folders
) -> None:
    connection = sqlite3.connect(samples.data / "library.sqlite3")
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.close()
    async with sit((80, 24)) as here:
        assert here.page.remark.display
        assert here.shows("this one only reads it.")
        assert here.shows("South Korean President Lee")


async def test_a_library_on_a_network_file_system_is_told_of(
    sit: Sit, samples: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("server:/home / nfs4 rw 0 0\n", "utf-8")
    monkeypatch.setattr(filesystems, "MOUNTS", mounts)
    async with sit((240, 40)) as here:
        assert "! " in here.status
        assert "network file system" in here.status or "nfs4" in here.status
        assert here.desk.warning is not None
        assert here.desk.warning[:40] in here.status
