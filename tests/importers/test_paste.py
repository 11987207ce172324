from __future__ import annotations

import pytest

from tui.importers import draft_of_paste
from tui.model import SourceError


def test_pasted_words_are_plain_text() -> None:
    draft = draft_of_paste("The harbour opens\n\nShips came in all day, and nobody counted them.")
    assert draft.extractor == "plain"
    assert draft.title == "The harbour opens"
    assert draft.source == "pasted text"


def test_a_pasted_page_is_read_as_one() -> None:
    draft = draft_of_paste("<html><title>Harbour</title><body><p>Ships came in all day.</p></html>")
    assert draft.extractor.startswith("html")
    assert draft.title == "Harbour"
    assert draft.body.text == "Ships came in all day."


def test_a_stray_tag_does_not_make_a_page() -> None:
    assert draft_of_paste("Use <b> for bold.\n\nAnd </b> after it.").extractor == "plain"


@pytest.mark.parametrize("text", ["", " \n\t", "\x1b[2J", "\u200b", "<html></html>"])
def test_nothing_pasted_is_said(text: str) -> None:
    with pytest.raises(SourceError, match=r"There is no text in what was pasted\."):
        draft_of_paste(text)


def test_a_clipboard_full_of_escapes_is_cleaned() -> None:
    draft = draft_of_paste("Title \x1b]52;c;SEFDS0VE\x07 end\n\nBody \x1b[2Jtext.")
    assert "\x1b" not in draft.body.text + draft.title
