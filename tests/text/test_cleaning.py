from __future__ import annotations

import re
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.cleaning import MARKS_IN_A_ROW, clean, clean_line, mask

HOSTILE = sorted((Path(__file__).parent.parent / "hostile").glob("*.txt"))

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)

# Pieces that are dangerous, or dangerous together.
PIECES = st.sampled_from(
    ["\x1b[", "\x9b", "\x1b]", "\x9d", "\x1bP", "\x90", "\x1b_", "\x1b^", "\x1bX", "\x98", "\x9e",
     "\x9f", "\x07", "\x1b\\", "\x9c", "\x1b", "\x18", "31m", "0;title", "52;c;QQ==", "m", "c",
     "\r", "\n", "\r\n", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x00", "\x7f",
     "\u202e", "\u2066", "\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad", "\u3164", "\U000e0041",
     "\ud800", "\udfff", "\u0301", "\u20e3", "\ufe0f", "a", "é", "中", "👩", "ب", "."]
)  # fmt: skip
NASTY = st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)


def longest_run_of_marks(text: str) -> int:
    longest = run = 0
    for character in text:
        run = run + 1 if category(character)[0] == "M" else 0
        longest = max(longest, run)
    return longest


@given(NASTY)
def test_nothing_forbidden_is_left(text: str) -> None:
    assert not FORBIDDEN.search(clean(text))
    assert longest_run_of_marks(clean(text)) <= MARKS_IN_A_ROW


@given(NASTY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(NASTY)
def test_a_mask_keeps_every_offset(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert not FORBIDDEN.search(masked)
    assert longest_run_of_marks(masked) <= MARKS_IN_A_ROW
    for before, after in zip(text, masked, strict=True):
        assert after in (before, "\ufffd") or (
            after in " \n" and before in "\r\x0b\x0c\x85\u2028\u2029"
        )


@given(
    st.text(
        st.characters(
            exclude_categories=["C", "M", "Zl", "Zp"], exclude_characters="\u115f\u1160\u3164\uffa0"
        )
        | st.sampled_from("\n\t")
    )
)
def test_text_without_specials_is_returned_as_it_is(text: str) -> None:
    assert clean(text) == text
    assert mask(text) == text


@given(NASTY)
def test_a_line_is_one_line_with_single_blanks(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert "  " not in line
    assert line == line.strip()


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("Title \x1b[2J\x1b[1;1H spoof", "Title  spoof"),
        ("a\x9b31mb", "ab"),
        ("\x1b]0;PWNED\x07Title", "Title"),
        ("\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\!", "click!"),
        ("a\x9d0;t\x9cb", "ab"),
        ("a\x1bPq#0;2\x1b\\b\x90x\x9cc", "abc"),
        ("a\x1b_Gf=100;AAAA\x1b\\b\x1b^pm\x1b\\c\x1bXsos\x1b\\d", "abcd"),
        ("a\x1b(Bb\x1bcc", "abcc"),
        ("\x1bPtmux;\x1b\x1b]52;c;QQ==\x07\x1b\\end", "tmux;end"),
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("pay\u202egpj.exe\u202c", "paygpj.exe"),
        ("soft\u00adhy\u200bphen\ufeff", "softhyphen"),
        ("\ud83d lone", "\ufffd lone"),
        ("col1\tcol2", "col1\tcol2"),
        (
            "می\u200cخواهم 👩\u200d💻 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3",
            "می\u200cخواهم 👩\u200d💻 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3",
        ),
        ("e" + "\u0301" * 9 + "x", "e" + "\u0301" * 4 + "x"),
        ("e" + "\u0301\u200d" * 9 + "x", "e" + "\u0301\u200d" * 2 + "x"),
    ],
)
def test_known_attacks(dirty: str, expected: str) -> None:
    assert clean(dirty) == expected


@pytest.mark.parametrize("introducer", ["\x1b]", "\x9d", "\x1bP", "\x1b_", "\x1b[", "\x9b"])
def test_an_unfinished_sequence_cannot_swallow_the_article(introducer: str) -> None:
    article = "0;" + "7" * 5_000 + " The article goes on."
    assert clean(introducer + article) == article
    assert clean(introducer + article + "\x07\x9c") == article


@pytest.mark.parametrize(
    "piece",
    [
        "\x1b]",
        "\x9d",
        "\x1bP",
        "\x1b[0",
        "\x9b",
        "\x1b",
        "\x1b]a\n",
        "\x1b   ",
        "e\u0301\u0301\u0301\u0301\u0301",
        "\u200d",
        "\r",
    ],
)
def test_a_flood_is_cleaned_in_one_pass(piece: str) -> None:
    # Anything quadratic would keep this test busy for hours.
    assert len(clean(piece * 300_000)) <= len(piece) * 300_000


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.name)
def test_hostile_files_come_out_clean_and_keep_their_words(path: Path) -> None:
    raw = path.read_bytes().decode("utf-8", "surrogateescape")
    cleaned = clean(raw)
    assert not FORBIDDEN.search(cleaned)
    assert longest_run_of_marks(cleaned) <= MARKS_IN_A_ROW
    plain_words = re.findall(r"(?<![\w;:\]\[\x1b])[A-Za-z]{5,}(?=[ \n])", raw)
    assert all(word in cleaned for word in plain_words)


def test_markup_is_left_literal() -> None:
    text = "[red]x[/red] [@click=app.quit]go[/] =cmd|' /C calc'!A0 $(id)"
    assert clean(text) == text
