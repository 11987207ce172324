"""Pictures of every screen, compared cell by cell; ``make snapshots`` takes them anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.conftest import Sitting
from tui.app.app import BroadsheetApp
from tui.config import folders
from tui.desk import Desk

PAPERS = Path(__file__).parent / "papers"
USUAL, SMALL, LARGE, NARROW = (120, 40), (80, 24), (200, 60), (60, 20)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""The clock stands here: whatever has been written since was written just now."""

Size = tuple[int, int]
Picture = Callable[..., bool]

# Articles stand in the list in this order, the first one is open.
TOLL, LAMPS, FERRY, RIVETS = (), ("J",), ("J", "J"), ("J", "J", "J")
WRITE = ("enter", "right_parenthesis", "c", "type:Ask the council #toll")

SCREENS: dict[str, tuple[tuple[str, ...], list[tuple[Size, str]]]] = {
    "list": (TOLL, [(USUAL, "ink"), (USUAL, "paper"), (NARROW, "ink")]),
    "reader": ((*LAMPS, "enter"), [(SMALL, "paper"), (LARGE, "ink"), (NARROW, "paper")]),
    "gist": ((*TOLL, "enter", "s"), [(USUAL, "paper"), (USUAL, "ink"), (SMALL, "ink")]),
    "gathered": ((*TOLL, "enter", "s", "s"), [(USUAL, "ink"), (SMALL, "paper")]),
    "quotes": (
        (*LAMPS, "5", "down", "down"),
        [(USUAL, "paper"), (USUAL, "ink"), (SMALL, "paper"), (LARGE, "paper")],
    ),
    "numbers": ((*TOLL, "6", "down"), [(USUAL, "ink"), (SMALL, "paper"), (LARGE, "ink")]),
    "note": ((*TOLL, *WRITE), [(USUAL, "paper"), (SMALL, "ink")]),
    "notes": (
        (*TOLL, *WRITE, "escape", "right_parenthesis", "H", "7"),
        [(USUAL, "ink"), (SMALL, "paper")],
    ),
    "help": (("question_mark",), [(USUAL, "ink"), (SMALL, "paper"), (NARROW, "ink")]),
    "palette": (("ctrl+p", "type:gist"), [(USUAL, "paper"), (SMALL, "ink")]),
    "views": (("V",), [(USUAL, "ink"), (SMALL, "paper")]),
    "add": (("a", "type:/nowhere/at/all.txt"), [(USUAL, "paper"), (SMALL, "ink")]),
    "find": (("enter", "slash", "type:the"), [(USUAL, "ink"), (SMALL, "paper")]),
    "filter": (("slash", "type:bridge"), [(USUAL, "paper")]),
    "shapes": ((*RIVETS, "enter"), [(USUAL, "paper"), (SMALL, "ink"), (LARGE, "paper")]),
    "german": ((*FERRY, "5", "down"), [(USUAL, "ink")]),
    "zen": ((*LAMPS, "z"), [(USUAL, "paper")]),
    "digest": (("x", "j", "x", "s"), [(USUAL, "ink"), (SMALL, "paper")]),
    "narrow": ((*TOLL, "6", "slash", "type:percent"), [(USUAL, "paper"), (SMALL, "ink")]),
    "search": (("ctrl+k", "type:bridge"), [(USUAL, "ink"), (SMALL, "paper")]),
    "tags": (("t", "type:toll"), [(USUAL, "paper")]),
    "all-notes": ((*TOLL, *WRITE, "escape", "8"), [(USUAL, "paper"), (SMALL, "ink")]),
}
CASES = [
    pytest.param(keys, size, theme, id=f"{name}-{size[0]}x{size[1]}-{theme}")
    for name, (keys, shown) in SCREENS.items()
    for size, theme in shown
]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose library holds the four papers."""
    home = tmp_path_factory.mktemp("papers")
    desk = Desk(folders({"BROADSHEET_HOME": str(home)}))
    for name in ("rivets.md", "faehre.txt", "lamps.txt", "toll.txt"):
        assert desk.add([str(PAPERS / name)]).added
    desk.close()
    return home


@pytest.fixture
def picture(
    home: Path, papers: Path, snap_compare: Picture, monkeypatch: pytest.MonkeyPatch
) -> Picture:
    """Does what the keys say and compares what is then on the screen."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("tui.app.screens.search.perf_counter", lambda: 0.0)

    def compare(
        keys: tuple[str, ...], size: Size, theme: str, settings: str = "", *, empty: bool = False
    ) -> bool:
        shutil.copytree(papers, home, dirs_exist_ok=True)
        (home / "config").mkdir(exist_ok=True)
        (home / "config" / "settings.toml").write_text(f'theme = "{theme}"\n{settings}', "utf-8")
        desk = Desk()
        if empty:
            desk.delete(list(desk.ids("all")))
        app = BroadsheetApp(desk)
        app.front.study.now = lambda: LONG_AGO
        app.front.clerk.patience = None

        async def act(pilot: Pilot[list[str]]) -> None:
            here = Sitting(app, pilot)
            await here.rest()
            for key in keys:
                if key.startswith("type:"):
                    for field in app.screen.query(Input):
                        field.cursor_blink = False
                    await here.type(key.removeprefix("type:"))
                else:
                    await here.press(key)
            # Messages go away by themselves, so a picture must not wait for them to.
            app.front.status.say("")
            await here.rest()

        same = snap_compare(app, terminal_size=size, run_before=act)
        desk.close()
        return same

    return compare


@pytest.mark.parametrize(("keys", "size", "theme"), CASES)
def test_screen(picture: Picture, keys: tuple[str, ...], size: Size, theme: str) -> None:
    assert picture(keys, size, theme)


@pytest.mark.parametrize(("size", "theme"), [(USUAL, "ink"), (SMALL, "paper")])
def test_empty_library(picture: Picture, size: Size, theme: str) -> None:
    assert picture((), size, theme, empty=True)


@pytest.mark.parametrize("keys", [("enter", "s"), ("6", "down")], ids=["gist", "numbers"])
def test_in_plain_characters(picture: Picture, keys: tuple[str, ...]) -> None:
    assert picture(keys, USUAL, "ink", "ascii = true\n")


def test_in_the_terminals_own_colours(picture: Picture) -> None:
    assert picture(("enter", "s"), USUAL, "terminal")


@pytest.mark.parametrize("theme", ["paper", "terminal"])
def test_without_colour(picture: Picture, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture(("enter", "s"), USUAL, theme)
