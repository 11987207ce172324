from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui.library import Library
from tui.model import Anchor, Body, Draft
from tui.text.anchors import anchor

Make = Callable[..., Draft]
URL = "https://news.example/bridge"
FIRST = (
    "The bridge opened on Monday. It cost four million pounds to mend.\n\n"
    "Nobody had hoped for that. The mayor said so on Tuesday."
)


def renew(library: Library, text: str) -> None:
    body = Body(text)
    library.add(Draft("A bridge", body, "pasted text", "plain", "en", url=URL), again=True)


def mark(library: Library, text: str, words: str) -> int:
    start = text.index(words)
    return library.add_note(1, "", anchor(text, start, start + len(words))).id


def place(library: Library, number: int) -> Anchor:
    found = library.note_rows([number])[0].anchor
    assert found is not None
    return found


def words_at(library: Library, number: int) -> str | None:
    found = place(library, number)
    return library.body(1).text[found.start : found.end] if found.found else None


def test_a_note_is_where_its_words_are_in_every_version(library: Library) -> None:
    renew(library, FIRST)
    number = mark(library, FIRST, "It cost four million pounds to mend.")
    kept = place(library, number)
    for text in (f"Early this week.\n\n{FIRST}", FIRST.replace("Monday", "a Monday")):
        renew(library, text)
        assert words_at(library, number) == kept.exact
        assert (place(library, number).prefix, place(library, number).exact) == (
            kept.prefix,
            kept.exact,
        )
    library.undo()
    library.undo()
    assert place(library, number) == kept


def test_words_that_went_make_an_orphan_and_come_back_as_none(library: Library) -> None:
    renew(library, FIRST)
    number = mark(library, FIRST, "It cost four million pounds to mend.")
    stays = mark(library, FIRST, "Nobody had hoped for that.")
    renew(library, FIRST.replace("four million", "five million"))
    lost = place(library, number)
    assert (lost.found, lost.start) == (False, FIRST.index("It cost"))
    assert list(library.note_ids("is:lost")) == [number]
    assert list(library.note_ids("-is:lost")) == [stays]
    renew(library, f"{FIRST} So it went.")
    assert place(library, number).found
    assert list(library.note_ids("is:lost")) == []


def test_a_note_follows_a_text_that_changes_little_by_little(library: Library) -> None:
    """What surrounds a note is taken from where it stood last, not from where it was made."""
    paragraphs = [
        f"Paragraph {number} says a thing about the {number}th day." for number in range(9)
    ]
    text = "\n\n".join(paragraphs)
    renew(library, text)
    number = mark(library, text, "says a thing about the 4th")
    for step in range(9):
        if step != 4:
            paragraphs[step] = f"By now the {step} is told of in other words altogether."
        paragraphs[4] = paragraphs[4].replace("day", f"day {step}").replace("Para", f"{step}Para")
        text = "\n\n".join(paragraphs)
        renew(library, text)
        assert words_at(library, number) == "says a thing about the 4th"


def test_deleted_notes_are_found_again_too(library: Library) -> None:
    renew(library, FIRST)
    number = mark(library, FIRST, "It cost four million pounds to mend.")
    library.delete_note(number)
    renew(library, f"Early this week.\n\n{FIRST}")
    renewed = library.body(1).text
    library.restore_note(number)
    assert place(library, number).start == renewed.index("It cost")


def test_a_place_that_was_never_looked_for_is_found_when_it_is_asked_for(
    library: Library,
) -> None:
    renew(library, FIRST)
    number = mark(library, FIRST, "It cost four million pounds to mend.")
    lost = mark(library, FIRST, "opened on Monday")
    renew(library, f"Early this week.\n\n{FIRST.replace('opened on Monday', 'opened')}")
    with library._store.writing(durable=False) as connection:
        # As a library has it that was written before places were kept.
        connection.execute("DELETE FROM note_place")
    assert words_at(library, number) == "It cost four million pounds to mend."
    assert not place(library, lost).found
    library.tend_notes()
    assert list(library.note_ids("is:lost")) == [lost]


def test_an_anchor_from_elsewhere_is_looked_for(library: Library, draft: Make) -> None:
    renew(library, FIRST)
    start = FIRST.index("The mayor")
    wrong = replace(anchor(FIRST, start, start + 14), start=3, end=17)
    number = library.add_note(1, "", wrong).id
    assert words_at(library, number) == "The mayor said"


def test_a_paragraph_that_changed_with_its_neighbours_keeps_its_note_and_the_marked_words(
    library: Library,
) -> None:
    paragraphs = [
        "The bridge was closed for the winter after a storm in the night had shaken its piers.",
        "The town council said on Monday that it would be opened again before the summer, and"
        " that the ferry would run until then for everybody who lived on the other side.",
        "Shops on the quay had asked for the ferry to be kept for a year at the least this time.",
    ]
    text = "\n\n".join(paragraphs)
    renew(library, text)
    number = mark(library, text, paragraphs[1])
    for old, new in (("winter", "season"), ("Monday", "Tuesday"), ("a year", "two years")):
        text = text.replace(old, new)
    renew(library, f"An earlier version named another day.\n\n{text}")
    found = place(library, number)
    assert found.exact == paragraphs[1]
    assert words_at(library, number) == paragraphs[1].replace("Monday", "Tuesday")
    assert list(library.note_ids("is:lost")) == []
    content, _ = library.filings.contents(1)
    (filed,) = content.notes
    assert filed.anchor is not None
    assert filed.anchor.exact == paragraphs[1]
    renew(library, f"A version later still.\n\n{text.replace('everybody', 'anybody')}")
    assert words_at(library, number) == paragraphs[1].replace("Monday", "Tuesday").replace(
        "everybody", "anybody"
    )
