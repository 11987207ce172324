"""The README says what the program says."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.readme import renewed


def test_keys_help_and_examples_are_the_programs_own(repository: Path) -> None:
    text = (repository / "README.md").read_text("utf-8")
    assert renewed(text) == text, "make readme writes them anew"


def test_every_example_is_run(repository: Path) -> None:
    text = (repository / "README.md").read_text("utf-8")
    assert len(re.findall(r"^\$ broadsheet", text, re.MULTILINE)) >= 5
    assert "<!-- keys -->" in text
    assert "<!-- help -->" in text


def test_no_picture_fetches_anything(repository: Path) -> None:
    pictures = sorted((repository / "assets" / "screenshots").glob("*.svg"))
    assert pictures
    for picture in pictures:
        text = picture.read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r"https?:|@import|@font-face|href|url\(", text), picture.name
        assert len(text.encode()) < 60_000, picture.name
