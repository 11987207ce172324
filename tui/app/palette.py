"""The inks: Paper, Ink and the terminal's own colours, as tokens and as styles.

Which token may stand on which ground, and at what contrast, is measured by
``tests/app/test_palette.py``.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Literal

from rich.color import ColorSystem
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

Token = Literal[
    "ground",
    "raised",
    "marker",
    "select",
    "highlight",
    "rule",
    "text",
    "dim",
    "accent",
    "quote",
    "figure",
    "note",
    "error",
]


@dataclass(frozen=True)
class Palette:
    """One value for each token; colours are ``#rrggbb`` or names of ANSI colours.

    ``heavy`` says that grounds cannot be relied on, so lit text is bold as well.
    """

    name: str
    dark: bool
    ground: str
    raised: str
    marker: str
    select: str
    highlight: str
    rule: str
    text: str
    dim: str
    accent: str
    quote: str
    figure: str
    note: str
    error: str
    heavy: bool = False
    ansi: bool = False

    def style(
        self,
        ink: Token = "text",
        on: Token = "ground",
        *,
        bold: bool = False,
        italic: bool = False,
        underline: bool = False,
    ) -> Style:
        """The style of characters in ``ink`` standing on the ground ``on``."""
        return _style(self, ink, on, bold, italic, underline)


@lru_cache(maxsize=1024)
def _style(
    palette: Palette, ink: Token, on: Token, bold: bool, italic: bool, underline: bool
) -> Style:
    weight = bold or (palette.heavy and on in ("marker", "select"))
    if palette.ansi:
        return _ansi_style(palette, ink, on, weight, italic, underline)
    return Style(
        color=getattr(palette, ink),
        bgcolor=getattr(palette, on),
        bold=weight,
        italic=italic,
        underline=underline,
    )


def _ansi_style(
    palette: Palette, ink: Token, on: Token, bold: bool, italic: bool, underline: bool
) -> Style:
    """Terminal colours: grounds that would be guesses are told by reverse video instead."""
    reverse = on == "select"
    return Style(
        color=palette.text if reverse else getattr(palette, ink),
        bgcolor=getattr(palette, on),
        bold=bold,
        italic=italic,
        underline=underline,
        dim=ink in ("dim", "rule"),
        reverse=reverse,
    )


PAPER = Palette(
    name="paper",
    dark=False,
    ground="#FBF8F1",
    raised="#F1ECE0",
    marker="#F9E7A6",
    select="#EAE3D3",
    highlight="#DCE9CF",
    rule="#D3CBBB",
    text="#211E1A",
    dim="#625C52",
    accent="#9A1D16",
    quote="#004C53",
    figure="#6C3A00",
    note="#573C8C",
    error="#A80028",
)

INK = Palette(
    name="ink",
    dark=True,
    ground="#15171A",
    raised="#1F2226",
    marker="#443A17",
    select="#2B3036",
    highlight="#25412F",
    rule="#383B41",
    text="#E7E2D7",
    dim="#A09A8E",
    accent="#F0866C",
    quote="#8BD0CA",
    figure="#EBBE68",
    note="#C4ABF0",
    error="#FF9494",
)

TERMINAL = Palette(
    name="terminal",
    dark=True,
    ground="default",
    raised="default",
    marker="default",
    select="default",
    highlight="default",
    rule="default",
    text="default",
    dim="default",
    accent="red",
    quote="cyan",
    figure="yellow",
    note="magenta",
    error="red",
    heavy=True,
    ansi=True,
)

# The nearest of 256 colours puts Ink's marker, select and highlight on one grey, so the
# grounds are named by hand. Rich's way to a number is a step off for light greys: the greys
# here are those that it takes to the numbers that are meant, not the exact ones.
PAPER_256 = replace(
    PAPER,
    ground="#ffffff",
    raised="#f0f0f0",
    marker="#ffffaf",
    select="#e6e6e6",
    highlight="#d7ffd7",
    rule="#d2d2d2",
    dim="#585858",
)
INK_256 = replace(
    INK,
    ground="#1c1c1c",
    raised="#262626",
    marker="#5f5f00",
    select="#3a3a3a",
    highlight="#005f00",
    rule="#444444",
    text="#ffffff",
    dim="#b0b0b0",
)

THEMES = ("ink", "paper", "terminal")
"""Theme names in the order in which ``T`` goes round."""


def palette_for(
    name: str, colours: ColorSystem | None = ColorSystem.TRUECOLOR, *, no_color: bool = False
) -> Palette:
    """The palette of theme ``name`` on a terminal that can show ``colours``.

    With ``NO_COLOR`` the terminal's own colours would leave nothing to tell a ground by,
    so Paper stands in for them, and lit text is bold.
    """
    if no_color:
        return replace(INK if name == "ink" else PAPER, heavy=True)
    few = colours is not None and colours.value < ColorSystem.TRUECOLOR.value
    match name:
        case "paper":
            return PAPER_256 if few else PAPER
        case "terminal":
            return TERMINAL
        case _:
            return INK_256 if few else INK


def textual_theme(palette: Palette) -> Theme:
    """The palette as a Textual theme, for the few stock widgets: inputs and editors.

    Every token becomes a style sheet variable, ``$bs-ground`` and so on.
    """
    colours = {
        name: f"ansi_{value}" if palette.ansi else value
        for name, value in asdict(palette).items()
        if isinstance(value, str) and name != "name"
    }
    return Theme(
        name=palette.name,
        primary=colours["accent"],
        accent=colours["accent"],
        error=colours["error"],
        foreground=colours["text"],
        background=colours["ground"],
        surface=colours["raised"],
        panel=colours["raised"],
        dark=palette.dark,
        ansi=palette.ansi,
        text_alpha=1.0,
        variables=(BUILTIN_THEMES["ansi-dark"].variables if palette.ansi else {})
        | {f"bs-{name}": value for name, value in colours.items()}
        | {
            # Default colours cannot be mixed: there the page stays as it is under an overlay.
            "bs-fade": "transparent" if palette.ansi else f"{palette.ground} 50%",
            "screen-selection-background": colours["select"],
            "screen-selection-foreground": colours["text"],
            "input-cursor-background": colours["text"],
            "input-cursor-foreground": colours["ground"],
            "input-cursor-text-style": "none",
            "input-selection-background": colours["select"],
        },
    )
