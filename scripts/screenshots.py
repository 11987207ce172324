"""Takes the pictures of the README: the real app over the shipped articles, key by key.

python scripts/screenshots.py [FOLDER]
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

if TYPE_CHECKING:
    from rich.color import Color
    from textual.pilot import Pilot
    from textual.strip import Strip

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "screenshots"
NOW = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
# The fonts of whoever looks at the picture: it fetches none from anywhere.
FONTS = "ui-monospace,'JetBrains Mono','SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace"
SIZE, WIDE, HIGH, EDGE = 16, 9.6, 20, 10
"""Of the letters, of a cell, and around all of them, in pixels."""
SHAPES = {
    "─": ((0, 9.5, WIDE, 1),),
    "━": ((0, 9, WIDE, 2),),
    "│": ((4.3, 0, 1, HIGH),),
    "┃": ((3.8, 0, 2, HIGH),),
    "┬": ((0, 9.5, WIDE, 1), (4.3, 9.5, 1, 10.5)),
    "╂": ((0, 9.5, WIDE, 1), (3.8, 4, 2, 12)),
    "┼": ((0, 9.5, WIDE, 1), (4.3, 5, 1, 10)),
    "╾": ((0, 9, 4.8, 2), (4.8, 9.5, 4.8, 1)),
    "▌": ((0, 0, 4.8, HIGH),),
}
"""Rules and marks as rectangles (left, top, width, height), so that they join up in any font."""
NO_SHAPES = dict.fromkeys(map(ord, SHAPES), " ")
NOTE = "Who pays if the tariff stays? Ask the ministry. #follow-up"
KEYS = {" ": "space", "?": "question_mark", ".": "full_stop", "#": "number_sign", "-": "minus"}


@dataclass(frozen=True)
class Picture:
    """What is pressed before the picture is taken; a word of more than one letter is typed."""

    name: str
    theme: str
    keys: tuple[str, ...]
    typed: str = ""
    size: tuple[int, int] = (120, 40)


PICTURES = (
    Picture("gist-paper", "paper", ("enter", "s")),
    Picture("gist-ink", "ink", ("enter", "s")),
    Picture("quotes-ink", "ink", ("enter", "quotation_mark", "down", "down")),
    Picture("numbers-paper", "paper", ("enter", "number_sign", "down", "down", "down")),
    Picture("note-paper", "paper", ("enter", *["right_parenthesis"] * 3, "c"), NOTE),
    Picture("reader-80x24-ink", "ink", ("enter", "s"), size=(80, 24)),
)


async def take(picture: Picture) -> str:
    """The screen as SVG."""
    from tui.app.app import BroadsheetApp
    from tui.config import folders
    from tui.desk import Desk

    with tempfile.TemporaryDirectory() as home:
        desk = Desk(folders({"BROADSHEET_HOME": home}))
        desk.welcome()
        app = BroadsheetApp(desk)
        app.front.study.now = lambda: NOW
        async with app.run_test(size=picture.size) as pilot:
            app.use_theme(picture.theme)
            await rest(pilot)
            for key in picture.keys:
                await pilot.press(key)
                await rest(pilot)
            await pilot.press(*(KEYS.get(letter, letter) for letter in picture.typed))
            if picture.typed:
                await pilot.pause(0.7)  # a note is kept half a second after the last letter
            await rest(pilot)
            strips = app.screen._compositor.render_strips()
            svg = drawn(strips, picture, app.front.palette.ground)
        desk.close()
    return svg


def drawn(strips: list[Strip], picture: Picture, ground: str) -> str:
    """The cells as SVG: grounds, then rules and marks, then letters."""
    columns, rows = picture.size
    grounds: defaultdict[str, list[str]] = defaultdict(list)
    shapes: defaultdict[str, list[str]] = defaultdict(list)
    letters: defaultdict[str, list[str]] = defaultdict(list)
    for row, strip in enumerate(strips):
        column = 0
        for segment in strip.simplify():
            style, cells = segment.style or Style(), segment.cell_length
            x, y = column * WIDE, row * HIGH
            column += cells
            ink, paper = colour(style.color, ground), colour(style.bgcolor, ground)
            if paper != ground:
                grounds[paper].append(box(x, y, cells * WIDE, HIGH))
            for index, letter in enumerate(segment.text):
                for left, top, width, height in SHAPES.get(letter, ()):
                    shapes[ink].append(box(x + index * WIDE, y + top, width, height, left))
            for run in re.finditer(r"\S+(?: \S+)*", segment.text.translate(NO_SHAPES)):
                at = x + cell_len(segment.text[: run.start()]) * WIDE
                length = cell_len(run[0]) * WIDE
                letters[look(style, ink)].append(
                    f'<text x="{at:.5g}" y="{y + 15}" textLength="{length:.5g}">'
                    f"{escape(run[0])}</text>"
                )
    margins = f"-{EDGE} -{EDGE} {columns * WIDE + 2 * EDGE:g} {rows * HIGH + 2 * EDGE}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{margins}">',
            f'<rect x="-{EDGE}" y="-{EDGE}" width="100%" height="100%" fill="{ground}"/>',
            *(f'<path fill="{c}" d="{"".join(boxes)}"/>' for c, boxes in grounds.items()),
            *(f'<path fill="{c}" d="{"".join(boxes)}"/>' for c, boxes in shapes.items()),
            f'<g font-family="{FONTS}" font-size="{SIZE}" xml:space="preserve">',
            *(f"<g {how}>\n" + "\n".join(texts) + "\n</g>" for how, texts in letters.items()),
            "</g>",
            "</svg>",
            "",
        ]
    )


def box(x: float, y: float, width: float, height: float, left: float = 0) -> str:
    """A rectangle as a piece of a path."""
    return f"M{x + left:.5g} {y:.5g}h{width:.5g}v{height:.5g}h-{width:.5g}z"


def colour(given: Color | None, ground: str) -> str:
    """A colour as in a style sheet."""
    return given.triplet.hex if given is not None and given.triplet is not None else ground


def look(style: Style, ink: str) -> str:
    """Colour and weight of letters, as attributes."""
    attributes = [f'fill="{ink}"']
    if style.bold:
        attributes.append('font-weight="bold"')
    if style.italic:
        attributes.append('font-style="italic"')
    if style.underline:
        attributes.append('text-decoration="underline"')
    return " ".join(attributes)


async def rest(pilot: Pilot[None]) -> None:
    """Until no work is under way, the pause before a preview is over, and all is drawn."""
    from textual.worker import WorkerCancelled

    for pause in (0.02, 0.1, 0.02):
        await pilot.pause(pause)
        try:
            await pilot.app.workers.wait_for_complete()
        except WorkerCancelled:
            continue
    await pilot.pause()


def main(folder: Path) -> None:
    """Take all of them."""
    # Asked for by Textual when it is loaded, which is therefore not before now.
    os.environ.update(COLORTERM="truecolor", TERM="xterm-256color")
    os.environ.pop("NO_COLOR", None)
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        svg = asyncio.run(take(picture))
        path = folder / f"{picture.name}.svg"
        path.write_text(svg, "utf-8")
        print(f"{path.name} {len(svg.encode()) / 1000:.0f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
