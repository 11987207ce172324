"""The one table of commands: keys, help, palette and remapping agree with it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from textual.binding import Binding, BindingsMap
from textual.keys import _character_to_key

from tests.app.conftest import Sit
from tui.app.commands.table import COMMANDS, Group, help_lines
from tui.app.geometry import Pane
from tui.app.screens.front import FrontPage
from tui.app.screens.palette import PaletteScreen
from tui.keys import shown

FORBIDDEN = {"ctrl+z", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+["}
KEYS = [key for command in COMMANDS for key in command.keys]


class TestTheTable:
    def test_has_every_name_once(self) -> None:
        assert [name for name, many in Counter(c.id for c in COMMANDS).items() if many > 1] == []

    def test_has_every_title_once(self) -> None:
        assert [name for name, many in Counter(c.title for c in COMMANDS).items() if many > 1] == []

    def test_binds_no_key_twice(self) -> None:
        names = [_character_to_key(key) if len(key) == 1 else key for key in KEYS]
        assert [key for key, many in Counter(names).items() if many > 1] == []

    @pytest.mark.parametrize("key", KEYS)
    def test_binds_no_key_that_terminals_keep_for_themselves(self, key: str) -> None:
        assert key not in FORBIDDEN
        assert key not in {"ctrl+s", "ctrl+c", "ctrl+left_square_bracket", "ctrl+j"}

    def test_binds_every_key_on_the_page(self) -> None:
        bound = {key: b.id for key, b in _bindings().items()}
        for command in COMMANDS:
            for key in command.keys:
                name = _character_to_key(key) if len(key) == 1 else key
                assert bound[name] == command.id

    def test_says_of_every_command_what_it_does(self) -> None:
        for command in COMMANDS:
            assert command.title[:1].isupper()
            assert command.help.strip()
            assert command.run.__doc__
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", command.id)

    def test_has_the_keys_that_hands_know(self) -> None:
        keys = {key: command.id for command in COMMANDS for key in command.keys}
        known = {
            "j": "down", "k": "up", "h": "left", "l": "right", "g": "top", "G": "bottom",
            "space": "page-down", "b": "page-up", "d": "half-down", "u": "half-up",
            "tab": "next-pane", "J": "next-article", "K": "previous-article", "V": "views",
            "s": "gist", "+": "longer", "-": "shorter", "S": "method", "v": "panel",
            '"': "quotes", "#": "numbers", "H": "highlight", "c": "note", "f": "star",
            "m": "read", "e": "archive", "D": "delete", "U": "undo", "/": "find",
            "n": "next-match", "N": "previous-match", "a": "add", "z": "zen", "T": "theme",
            "?": "help", "ctrl+p": "palette", ":": "palette", "q": "back", "ctrl+q": "quit",
        }  # fmt: skip
        assert {key: keys.get(key) for key in known} == known


def _bindings() -> dict[str, Binding]:
    made = BindingsMap(FrontPage.BINDINGS)
    return {key: bindings[0] for key, bindings in made.key_to_bindings.items()}


class TestTheHelp:
    def test_has_a_line_for_every_command_with_a_key(self) -> None:
        lines = {line for group in Group for _, line in help_lines(group)}
        for command in COMMANDS:
            if command.keys:
                assert command.line in lines

    def test_shows_the_first_key_of_every_command(self) -> None:
        for group in Group:
            keys = " ".join(keys for keys, _ in help_lines(group)).split()
            for command in COMMANDS:
                if command.group is group and command.keys:
                    assert shown(command.keys[0]) in keys

    def test_lets_commands_of_one_group_share_a_line_and_no_others(self) -> None:
        groups: dict[str, set[Group]] = {}
        for command in COMMANDS:
            if command.line:
                groups.setdefault(command.line, set()).add(command.group)
        assert [line for line, of in groups.items() if len(of) > 1] == []

    @pytest.mark.usefixtures("samples")
    @pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
    async def test_shows_all_of_it_at_every_size(self, sit: Sit, size: tuple[int, int]) -> None:
        async with sit(size) as here:
            await here.press("question_mark")
            seen = "\n".join(here.lines())
            for _ in range(12):
                await here.pilot.press("space")
                seen += "\n".join(here.lines())
            for group in Group:
                assert group.value.upper() in seen
                for _, line in help_lines(group):
                    assert line in seen


class TestThePalette:
    @pytest.mark.usefixtures("samples")
    async def test_has_every_command_with_its_key(self, sit: Sit) -> None:
        async with sit() as here:
            names = {choice.id: choice.right for choice in PaletteScreen(here.page).all}
            for command in COMMANDS:
                # The palette itself and the key that only closes things are of no use in it.
                if command.id not in ("palette", "escape"):
                    assert names[command.id] == (shown(command.keys[0]) if command.keys else "")

    @pytest.mark.usefixtures("samples")
    async def test_finds_a_command_by_its_title(self, sit: Sit) -> None:
        async with sit() as here:
            for command in COMMANDS:
                if command.id in ("palette", "escape"):
                    continue
                screen = PaletteScreen(here.page)
                assert command.id in [c.id for c in screen.narrowed(command.title)]


def settings(home: Path, text: str) -> None:
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "settings.toml").write_text(text, "utf-8")


@pytest.mark.usefixtures("samples")
class TestRemapping:
    async def test_a_key_of_ones_own_runs_the_command_and_the_old_one_no_more(
        self, sit: Sit, home: Path
    ) -> None:
        settings(home, '[keys]\nnumbers = "f6"\n')
        async with sit() as here:
            await here.press("enter", "number_sign")
            assert here.pane() is Pane.READER
            await here.press("f6")
            assert here.pane() is Pane.PANEL

    async def test_the_status_line_and_the_palette_name_the_new_key(
        self, sit: Sit, home: Path
    ) -> None:
        settings(home, '[keys]\nnumbers = "f6"\nhelp = ["f1", "f2"]\n')
        async with sit((160, 40)) as here:
            await here.press("enter")
            assert "f6 numbers" in here.status
            assert here.shows("f1 help")
            names = {choice.id: choice.right for choice in PaletteScreen(here.page).all}
            assert names["numbers"] == "f6"
            await here.press("f2")
            assert here.shows("KEYS")

    async def test_messages_name_the_new_key(self, sit: Sit, home: Path) -> None:
        settings(home, '[keys]\nnext-sentence = "f6"\nundo = "f7"\n')
        async with sit((160, 40)) as here:
            await here.press("A")
            assert "f7 undoes it." in here.status
            await here.press("enter", "y")
            assert "Nothing to copy here: f6 chooses a sentence." in here.status

    async def test_a_key_can_be_written_as_the_character_it_types(
        self, sit: Sit, home: Path
    ) -> None:
        settings(home, '[keys]\nnumbers = "!"\n')
        async with sit((160, 40)) as here:
            await here.press("enter")
            assert "! numbers" in here.status
            await here.press("exclamation_mark")
            assert here.pane() is Pane.PANEL

    async def test_a_command_that_does_not_exist_does_no_harm(self, sit: Sit, home: Path) -> None:
        settings(home, '[keys]\nteleport = "y"\nnumbers = "f6"\n')
        async with sit() as here:
            await here.press("enter", "f6")
            assert here.pane() is Pane.PANEL

    async def test_what_is_wrong_with_it_is_said_at_the_start(self, sit: Sit, home: Path) -> None:
        settings(home, '[keys]\nteleport = "y"\n')
        async with sit((300, 40)) as here:
            assert here.shows("there is no command 'teleport'")
