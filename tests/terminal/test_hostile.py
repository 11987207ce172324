"""Articles that attack the terminal: nothing of theirs reaches it but words."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.terminal.conftest import BRIDGE
from tests.terminal.driver import Terminal
from tui.desk import Desk
from tui.model import Span

EVIL = "\x1b]52;c;UE9P\x07\x1b[8m\x9b2J\u202eevil\u2066 [@click=app.quit]x[/]"
FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
_COLOUR = r"(?:[34]8;2;\d{1,3};\d{1,3};\d{1,3}|(?:[349]|10)[0-79])"
# What Textual writes once it draws, measured on an article that attacks nothing: places, colours
# and weights, the brackets around a frame, the shape of the mouse pointer, ends of lines. Not: the
# clipboard, the window's title, links, clearing, questions, concealed or blinking letters.
ITS_OWN = re.compile(
    r"\x1b\[\d{1,3};\d{1,3}H"
    rf"|\x1b\[(?:[0123479]|{_COLOUR})(?:;(?:[123479]|{_COLOUR}))*m"
    r"|\x1b\[\?2026[hl]"
    r"|\x1b\]22;[a-z-]{1,20}\x07"
    r"|\r\n"
)
# Both kinds of bidirectional control, what is invisible, and the letters of the tag block.
INVISIBLE = re.compile(
    "[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


def foreign(output: bytes) -> list[str]:
    """What stands in the output besides Textual's own sequences and printable characters."""
    text = ITS_OWN.sub("", output.decode("utf-8"))
    return [
        *(repr(c) for c in text if unicodedata.category(c) in ("Cc", "Cs", "Co")),
        *(repr(c) for c in INVISIBLE.findall(text)),
    ]


def frames(terminal: Terminal) -> bytes:
    """Everything drawn until the reader quits; what sets the terminal up and back is left out."""
    terminal.press("ctrl+q")
    assert terminal.wait_for_the_end() == 0
    output = bytes(terminal.output)
    return output[output.index(FRAME_BEGINS) : output.rindex(FRAME_ENDS)]


def look_everywhere(terminal: Terminal, articles: int) -> None:
    """Every article with its gist, gathered too, its facts and notes; the find line; the boxes."""
    for _ in range(articles):
        for key in ("s", "s", "s", '"', "#", "7"):
            terminal.press(key)
        terminal.press("2", ".", "J")
        terminal.rest(0.1)
    for key in ("?", "esc", ":", "esc", "a", "esc", "V", "esc", "/", "esc", "T", "T", "z", "z"):
        terminal.press(key)
        terminal.rest(0.05)


def test_a_peaceful_article_is_drawn_with_the_known_sequences_alone(bridge: Path) -> None:
    with Terminal(str(bridge)) as terminal:
        terminal.wait_for(BRIDGE)
        look_everywhere(terminal, 1)
        assert foreign(frames(terminal)) == []


def test_no_hostile_article_says_anything_to_the_terminal(repository: Path) -> None:
    files = sorted((repository / "tests" / "hostile").iterdir())
    assert files
    with Terminal(str(repository / "tests" / "hostile")) as terminal:
        terminal.wait_for("ARTICLES", "READER", "%")
        look_everywhere(terminal, len(files))
        assert foreign(frames(terminal)) == []


def test_names_pastes_and_searches_say_nothing_to_it_either(bridge: Path, tmp_path: Path) -> None:
    missing = tmp_path / f"no{EVIL.replace('/', '')}.txt"
    with Terminal(str(bridge), str(missing)) as terminal:
        terminal.wait_for(BRIDGE, "evil")
        terminal.press(")", "c")
        terminal.wait_for("0 words · kept")
        terminal.paste(f"pasted {EVIL}\n{EVIL}")
        terminal.wait_for("@click=app.quit", "· kept")
        terminal.press("esc")
        # A slash right behind esc would be read as one key with it.
        terminal.rest()
        terminal.wait_for("1 note")
        terminal.press("/")
        terminal.wait_for(" find ")
        terminal.paste(EVIL)
        terminal.rest()
        terminal.press("esc", "1")
        terminal.wait_for("/ filter")
        assert foreign(frames(terminal)) == []


def test_a_hostile_note_from_elsewhere_is_edited_in_peace(bridge: Path) -> None:
    desk = Desk()
    (article,) = desk.add([str(bridge)]).added
    first = desk.open(article).reading.sentences[0]
    desk.note(article, f"from elsewhere {EVIL}", Span(first.start, first.end))
    desk.close()
    with Terminal() as terminal:
        terminal.wait_for(BRIDGE)
        terminal.press("7")
        terminal.wait_for("1 note")
        terminal.press("down", "enter")
        terminal.wait_for("keep and close", "@click=app.quit")
        terminal.press(" and on")
        terminal.wait_for("and on")
        assert foreign(frames(terminal)) == []


@pytest.mark.parametrize("size", [(120, 40), (200, 60)], ids=str)
def test_markup_in_a_title_is_shown_and_obeyed_by_nobody(
    repository: Path, size: tuple[int, int]
) -> None:
    with Terminal(str(repository / "tests" / "hostile" / "markup_rich.txt"), size=size) as terminal:
        terminal.wait_for("[red]x[/red] [@click=app.quit]go[/] [/nope] [bold")
        terminal.wait_for("$primary [$error]", "[[[[")
        terminal.click("go[/]")
        terminal.rest()
        terminal.press("?")
        terminal.wait_for("KEYS")
