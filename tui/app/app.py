"""The Textual app: themes, the front page, and leaving in good order."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from types import FrameType

from rich.color import ColorSystem
from textual import events
from textual.app import App
from textual.screen import Screen

from tui import resources
from tui.app.glyphs import PLAIN, TYPOGRAPHIC
from tui.app.palette import INK, PAPER, TERMINAL, Palette, palette_for, textual_theme
from tui.app.screens.front import FrontPage
from tui.desk import Desk
from tui.text.cleaning import clean

_SECONDS_TO_LEAVE = 15.0
"""Longer than the wait for what is being kept; everything typed is on disk by then."""

_SIGNALS = ("SIGTERM", "SIGHUP")

_GARBAGE = (50_000, 20, 100)
"""How much is made before garbage is looked for. A long article with its facts is half a million
objects that stay, and Python's own numbers would have all of them looked through, a tenth of a
second at a time, while a tab is made."""

_TURN = 0.001
"""Seconds that a job may go on computing while the screen's thread waits for its turn: Python's
own five are felt, as one key takes several turns."""

_SYSTEMS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.WINDOWS,
}


class BroadsheetApp(App[list[str]]):
    """Reading in the terminal. It ends with the notes that nothing on the disk would take.

    Args:
        desk: What the app works on.
        open_ids: Articles to begin with; the first is opened in the reader.
        notices: Sentences to say at the start, a source that could not be read, say.
    """

    CSS_PATH = resources.assets() / "broadsheet.tcss"
    TITLE = "Broadsheet"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, desk: Desk, open_ids: Sequence[int] = (), notices: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.desk = desk
        # Animated scrolling costs a terminal twenty times the bytes of a jump.
        self.animation_level = "none"
        self.front = FrontPage(desk, self.use_theme, open_ids)
        banner = [said for said in (desk.read_only, desk.warning) if said]
        self._notices = [*desk.settings.problems, *notices, *banner]
        self._turns: asyncio.AbstractEventLoop | None = None
        for palette in (INK, PAPER, TERMINAL):
            self.register_theme(textual_theme(palette))
        self.set_keymap(dict(desk.settings.keys))
        self.use_theme(desk.settings.theme)

    def use_theme(self, name: str) -> None:
        """Draw in ``ink``, ``paper`` or ``terminal``; ``auto`` is Ink or what the terminal says."""
        if name == "auto":
            name = "paper" if _light_terminal() else "ink"
        palette = self._palette(name)
        self.theme = palette.name
        self.front.palette = palette
        self.front.glyphs = PLAIN if self.desk.settings.ascii else TYPOGRAPHIC
        if self.front.is_mounted:
            self.front.dress()

    def _palette(self, name: str) -> Palette:
        colours = _SYSTEMS.get(self.console.color_system or "", ColorSystem.TRUECOLOR)
        return palette_for(name, colours, no_color=self.no_color)

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted: a stock widget would show a control sequence as it is."""
        if isinstance(event, events.InputEvent):
            self.front.clerk.touched()
        if isinstance(event, events.Paste):
            event.text = clean(event.text)
        await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """The front page from the start: on top of another screen it would be laid out twice."""
        return self.front

    def on_ready(self) -> None:
        """The first screen is painted: collect garbage again, but not what start-up made."""
        gc.freeze()
        gc.set_threshold(*_GARBAGE)
        gc.enable()
        sys.setswitchinterval(_TURN)

    async def action_quit(self) -> None:
        """Textual's own ctrl+q, which it takes before any screen: leave as every key does."""
        self.front.leave()

    def told_to_leave(self, number: int, _: FrameType | None) -> None:
        """A signal: leave; a window that is gone takes nothing more, and nothing may wait for it.

        Python calls this even while the screen's thread waits for a write. asyncio's own way of
        handling signals would have it come after that wait, which may be what does not end.
        """
        last_resort = threading.Timer(_SECONDS_TO_LEAVE, self._end_at_once)
        last_resort.daemon = True
        last_resort.start()
        if self._turns is None:
            raise SystemExit(128 + number)
        with contextlib.suppress(RuntimeError):  # the loop has ended: so does the program
            self._turns.call_soon_threadsafe(self.front.leave)

    def _end_at_once(self) -> None:
        """End the process though the screen's thread does not come to it.

        What is typed goes to a file; the terminal is given back as far as it takes that, for it
        may be what everything waits for.
        """
        with contextlib.suppress(Exception):
            self.front.notebook.put_by()
        back = threading.Thread(target=self._give_terminal_back, daemon=True)
        back.start()
        back.join(1.0)
        os._exit(1)

    def _give_terminal_back(self) -> None:
        driver = self._driver
        if driver is None:
            return
        modes = getattr(driver, "attrs_before", None)
        if modes is not None:
            import termios

            # First, as this waits for nothing that is still to be written.
            with contextlib.suppress(termios.error):
                termios.tcsetattr(sys.__stdin__ or 0, termios.TCSANOW, modes)
        driver.stop_application_mode()
        driver.close()

    def on_mount(self) -> None:
        """Say what is to be said."""
        self._turns = asyncio.get_running_loop()
        if self._notices:
            # How wide the window is, and so where they have room, is known a moment later.
            said = " ".join(self._notices)
            self.call_after_refresh(lambda: self.front.say(said, error=True))


def _light_terminal() -> bool:
    """Whether the terminal says that its ground is light: the last number of COLORFGBG."""
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return ground in ("7", "15")


@contextlib.contextmanager
def _leaving_when_told(app: BroadsheetApp) -> Iterator[None]:
    """The terminal that goes away, and who ends the program, have it leave in good order."""
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = [signal.signal(number, app.told_to_leave) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def run(desk: Desk, open_ids: Sequence[int] = (), notices: Sequence[str] = ()) -> int:
    """Run the app until the reader leaves; the exit code of the process.

    Garbage is not looked for before the first screen: whoever calls this has turned that off.
    """
    try:
        app = BroadsheetApp(desk, open_ids, notices)
        with _leaving_when_told(app):
            nowhere = app.run() or []
    finally:
        gc.unfreeze()
        gc.enable()
    for text in nowhere:
        # The last place where it can stay.
        print(f"This note could not be saved anywhere:\n\n{clean(text)}\n", file=sys.stderr)
    return 1 if nowhere else app.return_code or 0
