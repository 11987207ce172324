"""A reader in front of the screen: presses keys, waits until the page rests, looks at it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tui.app.app import BroadsheetApp
from tui.app.geometry import Pane
from tui.app.lectern import GistMode
from tui.app.screens.front import FrontPage
from tui.config import Folders, folders
from tui.desk import Desk

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


class Sitting:
    """One run of the app."""

    def __init__(self, app: BroadsheetApp, pilot: Pilot[list[str]]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def page(self) -> FrontPage:
        return self.app.front

    @property
    def desk(self) -> Desk:
        return self.app.desk

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.rest()

    async def type(self, text: str) -> None:
        await self.pilot.press(*(_KEYS.get(character, character) for character in text))
        await self.rest()

    async def rest(self) -> None:
        """Until no job is under way and everything has been drawn."""
        for _ in range(3):
            await self.pilot.pause()
            await self._jobs()
        await self.pilot.pause(0.08)  # the preview's pause
        await self._jobs()
        await self.pilot.pause()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Rests until ``condition`` holds: a busy machine looks idle to ``rest`` too early."""
        for _ in range(50):
            if condition():
                return
            await self.rest()
        raise AssertionError("what was waited for did not happen")

    async def _jobs(self) -> None:
        # One by one: waiting for all of them at once ends with the first that was cancelled.
        for worker in list(self.app.workers):
            with suppress(WorkerCancelled):
                await worker.wait()

    def lines(self) -> list[str]:
        """The screen as text, row by row."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    def shows(self, words: str) -> bool:
        return any(words in line for line in self.lines())

    def pane(self) -> Pane:
        """The pane with the focus now."""
        return self.page.focused_pane

    def mode(self) -> GistMode:
        """How the gist is shown now."""
        return self.page.study.lectern.mode

    @property
    def status(self) -> str:
        return self.lines()[-1]

    def row_of(self, words: str) -> int:
        """The first row of the screen that shows ``words``."""
        return next(y for y, line in enumerate(self.lines()) if words in line)


_KEYS = {
    " ": "space",
    "\n": "enter",
    ".": "full_stop",
    ",": "comma",
    "-": "minus",
    "#": "number_sign",
}

Sit = Callable[..., AbstractAsyncContextManager[Sitting]]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose library holds the samples, made once and copied for every test."""
    home = tmp_path_factory.mktemp("filled")
    desk = Desk(folders({"BROADSHEET_HOME": str(home)}))
    desk.welcome()
    desk.close()
    return home


@pytest.fixture
def samples(home: Path, filled: Path) -> Folders:
    """This test's home, with the samples in its library."""
    shutil.copytree(filled, home, dirs_exist_ok=True)
    return folders()


@pytest.fixture
def sit(monkeypatch: pytest.MonkeyPatch) -> Sit:
    """Opens the app at a size, over the library of this test's home."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")

    @asynccontextmanager
    async def sitting(
        size: tuple[int, int] = (120, 40), theme: str = "ink", open_ids: Sequence[int] = ()
    ) -> AsyncIterator[Sitting]:
        desk = Desk()
        app = BroadsheetApp(desk, open_ids)
        app.front.study.now = lambda: NOON
        # Nothing changes by itself while a test looks at the screen.
        app.front.clerk.patience = None
        async with app.run_test(size=size) as pilot:
            app.use_theme(theme)
            here = Sitting(app, pilot)
            await here.rest()
            yield here
        desk.close()

    return sitting
