"""Every pair of ink and ground that occurs, measured; and what is left of it with fewer colours."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import combinations

import pytest
from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.style import Style

from tui.app.palette import (
    INK,
    INK_256,
    PAPER,
    PAPER_256,
    TERMINAL,
    THEMES,
    Palette,
    Token,
    palette_for,
    textual_theme,
)

GROUNDS: tuple[Token, ...] = ("ground", "raised", "marker", "select", "highlight")
INKS: tuple[Token, ...] = (
    "text", "dim", "accent", "quote", "figure", "note", "error",
)  # fmt: skip

# Pairs that occur, with the contrast each must have at least: text and facts are read for
# hours, dimmed text is read too, accent and note are marks.
PAIRS: tuple[tuple[Token, Token, float], ...] = (
    *(("text", ground, 7.0) for ground in GROUNDS),
    *(("quote", ground, 7.0) for ground in ("ground", "raised", "select")),
    *(("figure", ground, 7.0) for ground in ("ground", "raised", "select")),
    *(("dim", ground, 4.5) for ground in ("ground", "raised", "select")),
    ("accent", "ground", 7.0),
    ("accent", "raised", 5.0),
    ("accent", "select", 5.0),
    ("note", "ground", 7.0),
    ("note", "raised", 5.0),
    ("error", "ground", 7.0),
    ("error", "raised", 5.0),
)
FLOORS_256 = {"text": 6.5, "quote": 5.0, "figure": 5.0}


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", [PAPER, INK], ids=lambda p: p.name)
@pytest.mark.parametrize(("ink", "ground", "floor"), PAIRS)
def test_what_is_read_is_well_above_its_ground(
    palette: Palette, ink: Token, ground: Token, floor: float
) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= floor


@pytest.mark.parametrize("palette", [PAPER_256, INK_256], ids=["paper", "ink"])
@pytest.mark.parametrize(("ink", "ground"), [pair[:2] for pair in PAIRS])
def test_256_colours_are_read_nearly_as_well(palette: Palette, ink: Token, ground: Token) -> None:
    shown, under = (of_256(getattr(palette, token)) for token in (ink, ground))
    assert contrast(shown.hex, under.hex) >= FLOORS_256.get(ink, 4.5)


def of_256(colour: str) -> ColorTriplet:
    """What a terminal of 256 colours shows for ``colour``, by Rich's way to a number."""
    return Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()


@pytest.mark.parametrize(
    ("palette", "numbers"),
    [
        (PAPER_256, (231, 255, 229, 254, 194, 252, 240)),
        (INK_256, (234, 235, 58, 237, 22, 238, 248)),
    ],
    ids=["paper", "ink"],
)
def test_colours_named_by_hand_become_the_numbers_that_are_meant(
    palette: Palette, numbers: tuple[int, ...]
) -> None:
    tokens = ("ground", "raised", "marker", "select", "highlight", "rule", "dim")
    reached = (
        Color.parse(getattr(palette, token)).downgrade(ColorSystem.EIGHT_BIT).number
        for token in tokens
    )
    assert tuple(reached) == numbers


@pytest.mark.parametrize("palette", [PAPER_256, INK_256], ids=["paper", "ink"])
def test_no_two_grounds_become_one_in_256_colours(palette: Palette) -> None:
    numbers = {
        ground: Color.parse(getattr(palette, ground)).downgrade(ColorSystem.EIGHT_BIT).number
        for ground in GROUNDS
    }
    assert all(numbers[a] != numbers[b] for a, b in combinations(GROUNDS, 2)), numbers


@pytest.mark.parametrize("palette", [PAPER, INK], ids=lambda p: p.name)
def test_no_two_tokens_are_one_colour(palette: Palette) -> None:
    colours = [getattr(palette, token) for token in (*GROUNDS, *INKS, "rule")]
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize("palette", [PAPER, INK, PAPER_256, INK_256])
def test_light_is_light_and_dark_is_dark(palette: Palette) -> None:
    assert (luminance(palette.ground) < luminance(palette.text)) is palette.dark


class TestChoosing:
    @pytest.mark.parametrize(
        ("name", "colours", "expected"),
        [
            ("ink", ColorSystem.TRUECOLOR, INK),
            ("paper", ColorSystem.TRUECOLOR, PAPER),
            ("ink", ColorSystem.EIGHT_BIT, INK_256),
            ("paper", ColorSystem.EIGHT_BIT, PAPER_256),
            ("paper", ColorSystem.STANDARD, PAPER_256),
            ("terminal", ColorSystem.TRUECOLOR, TERMINAL),
            ("terminal", ColorSystem.STANDARD, TERMINAL),
            ("ink", None, INK),
        ],
    )
    def test_by_theme_and_by_what_the_terminal_can_show(
        self, name: str, colours: ColorSystem | None, expected: Palette
    ) -> None:
        assert palette_for(name, colours) is expected

    @pytest.mark.parametrize("name", THEMES)
    def test_without_colour_lit_text_is_bold(self, name: str) -> None:
        palette = palette_for(name, no_color=True)
        assert palette.heavy
        assert palette.style("text", "marker").bold
        assert not palette.style("text", "ground").bold
        assert not palette.ansi

    @pytest.mark.parametrize("name", THEMES)
    def test_a_theme_has_the_name_it_was_asked_for(self, name: str) -> None:
        assert palette_for(name).name == name


class TestStyles:
    def test_have_the_colours_of_their_tokens(self) -> None:
        style = INK.style("quote", "select", italic=True)
        assert style == Style(
            color=INK.quote, bgcolor=INK.select, italic=True, bold=False, underline=False
        )

    def test_are_made_once(self) -> None:
        assert PAPER.style("dim", "raised") is PAPER.style("dim", "raised")

    def test_with_colour_the_marker_is_ground_alone(self) -> None:
        assert not INK.style("text", "marker").bold

    def test_of_the_terminal_tell_every_ground_by_weight_or_reverse(self) -> None:
        plain = TERMINAL.style("text")
        assert TERMINAL.style("text", "marker").bold
        assert TERMINAL.style("text", "select").reverse
        assert not plain.bold
        assert not plain.reverse

    def test_of_the_terminal_name_no_colour_of_their_own(self) -> None:
        for ink in INKS:
            for ground in GROUNDS:
                style = TERMINAL.style(ink, ground)
                for colour in (style.color, style.bgcolor):
                    assert colour is None or colour.is_default or colour.is_system_defined


def test_every_token_reaches_the_style_sheet() -> None:
    for palette in (INK, PAPER, TERMINAL):
        variables = textual_theme(palette).variables
        for field in fields(Palette):
            value = getattr(palette, field.name)
            if isinstance(value, str) and field.name != "name":
                assert variables[f"bs-{field.name}"].removeprefix("ansi_") == value


def test_a_palette_with_another_weight_is_another_palette() -> None:
    assert replace(INK, heavy=True).style("text", "marker") != INK.style("text", "marker")
