"""What becomes of a note when the text around it is edited, in many random ways."""

from __future__ import annotations

import itertools
import random
import re
import unicodedata
from collections import Counter
from typing import Literal

import pytest

from tests.text.edits import Editor
from tui import resources
from tui.importers import draft_of_file, walk
from tui.model import Anchor, Span
from tui.text.anchors import anchor, locate
from tui.text.joints import Ends
from tui.text.moved import unmistakable

ROUNDS = 400

_SENTENCE = re.compile(r"[A-Z“„«][^.!?\n]{15,}[.!?][”“»]?")
_PLACES = (
    _SENTENCE,
    re.compile(r"\S+(?: \S+){0,3}"),
    re.compile(r"[^\n]{40,}"),
    re.compile(r"\w{4,}"),
    re.compile(r"[A-Z“„«][^.!?\n]{15,}[.!?][”“»]? \S[^.!?\n]{10,20}\w"),
)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """The shipped articles and at last an interview, a blank line between their paragraphs."""
    bodies = [draft_of_file(path).body.text for path in sorted(walk(resources.seeds()))]
    bodies.append(interview())
    return [re.sub(r"\n+", "\n\n", text) for text in bodies]


def interview() -> str:
    """Short answers, some of them the same, behind the names of those who gave them."""
    asked = [
        f"Moderator: Thank you, {name}. What about item {number} of the plan?\n"
        f"{name}: Thank you. It has cost {number + 3} million pounds to mend the {thing}. Yes.\n"
        f"Q: Will {name} vote for the {thing} then?\nA: We will see about that, won't we."
        for number, (name, thing) in enumerate(
            itertools.product(("Ada", "Ben", "Cleo", "Al"), ("road", "bridge", "tower"))
        )
    ]
    return "\n".join(asked)


def marked(texts: list[str], chance: random.Random) -> tuple[str, Anchor]:
    """A text, and an anchor of a sentence, some words, a paragraph, a word or a selection."""
    text = chance.choice(texts)
    found = list(chance.choice(_PLACES).finditer(text)) or list(_SENTENCE.finditer(text))
    return text, anchor(text, *chance.choice(found).span())


def same(new: str, found: Span, place: tuple[int, int]) -> bool:
    """Whether two places have the same words; marks and blanks at their ends may be in one only."""
    words = new[place[0] : place[1]]
    end = place[0] + len(words.rstrip())
    start = end - len(words.strip())
    return abs(found.start - start) <= 2 and abs(found.end - end) <= 2


@pytest.mark.parametrize(("known", "share"), [(True, 0.98), (False, 0.92)])
def test_words_that_are_still_there_are_found_and_none_in_a_wrong_place(
    texts: list[str], known: bool, share: float
) -> None:
    counts: Counter[str] = Counter()
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        text, note = marked(texts, chance)
        editor = Editor(text, note.start, note.end, seed)
        for _ in range(chance.randrange(1, 7)):
            editor.edit()
        found, place = locate(editor.text, note, text if known else None), editor.place
        assert place is not None
        if found is None:
            counts["lost"] += 1
        elif same(editor.text, found, place) or much_the_same(found, place):
            counts["found"] += 1
        else:
            counts["wrong"] += 1
    assert counts["found"] >= share * ROUNDS
    assert counts["wrong"] == 0


def test_words_that_went_are_not_found_in_what_repeats_them(texts: list[str]) -> None:
    wrong = 0
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        text, note = marked(texts, chance)
        if unmistakable(note.exact):
            continue
        editor = Editor(text, note.start, note.end, seed)
        editor.remove()
        line = f"Prices had risen again. As was said before: {note.exact} Nobody disagreed."
        editor.paragraphs.insert(chance.randrange(len(editor.paragraphs) + 1), line)
        wrong += locate(editor.text, note, text) is not None
    assert wrong == 0


def test_a_passage_is_found_wherever_it_went(texts: list[str]) -> None:
    lost = 0
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        text, note = marked(texts, chance)
        cut = any(end.joint for end in Ends.of(text, Span(note.start, note.end)))
        if cut or not unmistakable(note.exact) or text.count(note.exact) > 1:
            continue
        editor = Editor(text, note.start, note.end, seed)
        editor.remove()
        line = f"Prices had risen again. As was said before: {note.exact} Nobody disagreed."
        editor.paragraphs.insert(chance.randrange(len(editor.paragraphs) + 1), line)
        found = locate(editor.text, note, text)
        lost += found is None or found.start != editor.text.index(line) + line.index(note.exact)
    assert lost == 0


def test_a_passage_that_was_reworded_is_not_found_in_what_repeats_it_as_it_was(
    texts: list[str],
) -> None:
    wrong = []
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        text, note = marked(texts, chance)
        editor = Editor(text, note.start, note.end, seed)
        editor.replace_word()
        line = f"Prices had risen again. As was said before: {note.exact} Nobody disagreed."
        editor.paragraphs.insert(chance.randrange(len(editor.paragraphs) + 1), line)
        found = locate(editor.text, note, text)
        if (
            found is not None
            and found.start >= editor.text.index(line)
            and found.end <= (editor.text.index(line) + len(line))
        ):
            wrong.append(note.exact)
    assert wrong == []


_PASSAGES = (re.compile(r"[^\n]{60,}"), re.compile(r"[A-Z“„«][^.!?\n]{60,}[.!?][”“»]?"))


def much_the_same(found: Span, place: tuple[int, int]) -> bool:
    """Whether two places share most of what they hold; a word may have come at an end."""
    shared = min(found.end, place[1]) - max(found.start, place[0])
    return shared > 0.8 * max(found.end - found.start, place[1] - place[0])


@pytest.mark.parametrize("known", [True, False])
def test_a_passage_of_which_a_few_words_changed_is_found_and_never_in_a_wrong_place(
    texts: list[str], known: bool
) -> None:
    counts: Counter[str] = Counter()
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        text = chance.choice(texts[:-1])
        # What an article says twice, word for word, cannot be told apart without the old text.
        found = [m for m in chance.choice(_PASSAGES).finditer(text) if text.count(m.group()) == 1]
        note = anchor(text, *chance.choice(found).span())
        editor = Editor(text, note.start, note.end, seed)
        editor.reword()
        for _ in range(chance.randrange(3)):
            chance.choice([editor.insert, editor.reorder, editor.mend, editor.add_sentence])()
        place, now = editor.place, locate(editor.text, note, text if known else None)
        assert place is not None
        if now is None:
            counts["lost"] += 1
        else:
            counts["found" if much_the_same(now, place) else "wrong"] += 1
    assert counts["wrong"] == 0
    assert counts["found"] >= 0.95 * ROUNDS


def test_a_passage_that_went_is_not_found_in_what_repeats_most_of_it(texts: list[str]) -> None:
    wrong = 0
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        text = chance.choice(texts[:-1])
        note = anchor(text, *chance.choice(list(chance.choice(_PASSAGES).finditer(text))).span())
        editor = Editor(text, note.start, note.end, seed)
        editor.remove()
        words = note.exact.split()
        spoken = [number for number, word in enumerate(words) if re.search(r"\w", word)]
        words[chance.choice(spoken)] = "antimony"
        line = f"Prices had risen. As was said before: {' '.join(words)} Nobody disagreed."
        editor.paragraphs.insert(chance.randrange(len(editor.paragraphs) + 1), line)
        wrong += locate(editor.text, note, text) is not None
    assert wrong == 0


def test_paragraphs_of_one_pattern_are_not_taken_for_each_other() -> None:
    """A market report, say: every paragraph is nearly every other one."""
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        shares = [
            f"Shares of {name} closed at {chance.randrange(10, 99)} dollars on Monday, which was"
            f" {chance.choice(['more', 'less'])} than the analysts had expected of the company."
            for name in chance.sample([f"{a}{b}" for a in "ABCDEFGH" for b in "lmnor"], 9)
        ]
        gone = chance.randrange(len(shares))
        text = "\n\n".join(shares)
        start = text.index(shares[gone])
        note = anchor(text, start, start + len(shares[gone]))
        left = [share for number, share in enumerate(shares) if number != gone]
        assert locate("\n\n".join(left), note, text) is None
        left[gone:gone] = [shares[gone].replace("Monday", "Tuesday")]
        found = locate("\n\n".join(left), note, text)
        assert found is None or found.start == start


def test_without_the_old_text_the_only_other_paragraph_of_a_pattern_is_no_place(
    texts: list[str],
) -> None:
    one, other = (
        f"Shares of {name} closed at {price} dollars on Monday, which was more than the analysts"
        " had expected of the company."
        for name, price in (("Alma", 12), ("Bern", 95))
    )
    between = texts[0].split("\n\n")[2:9]
    text = "\n\n".join([between[0], one, *between[1:], other])
    note = anchor(text, text.index(one), text.index(one) + len(one))
    assert locate("\n\n".join([*between, other, "The end."]), note) is None
    changed = one.replace("Monday", "Tuesday")
    new = "\n\n".join([between[0], changed, *between[1:]])
    assert locate(new, note) == Span(new.index(changed), new.index(changed) + len(changed))


@pytest.mark.parametrize("label", ["Q: ", "Ada: ", "Liam: ", "Smith: ", "1. ", "a) ", "– ", ""])
@pytest.mark.parametrize("known", [True, False])
def test_words_after_a_label_are_found_when_something_before_them_changed(
    label: str, known: bool
) -> None:
    words = "They found rust in places."
    text = f"It was on Monday.\n\nThe tower was seen to.\n\n{label}{words}\n\nThe end of it."
    note = anchor(text, text.index(words), text.index(words) + len(words))
    for new in (text.replace("Monday", "a Monday"), f"{text.replace('of it.', 'of it')} More."):
        found = locate(f"New. {new}", note, text if known else None)
        assert found is not None
        assert found.start == f"New. {new}".index(words)


def test_every_sentence_of_an_interview_is_found_after_a_new_first_paragraph() -> None:
    text = interview()
    for match in re.finditer(r"(?<=[.:?] )[^\n.?:]+[.?]", text):
        found = locate(f"New.\n{text}", anchor(text, *match.span()), text)
        assert found == (match.start() + 5, match.end() + 5)


@pytest.mark.parametrize(
    "refrain", ["Thank you.", "A: Thank you.", "And the night came down on it."]
)
def test_a_refrain_of_which_one_is_left_has_no_place_without_the_old_text(refrain: str) -> None:
    parts = ["The first of the speeches.", refrain, "It went on.", "Then a second one.", refrain]
    text = "\n\n".join([*parts, "It ended."])
    start = text.index(refrain)
    left = "\n\n".join([parts[0], parts[2], parts[3], refrain, "It ended."])
    note = anchor(text, start, start + len(refrain))
    assert locate(left, note) is None
    assert locate(left, note, text) is None


def test_a_passage_is_found_though_nothing_around_it_is_left() -> None:
    words = "The council voted against the new plan on Monday."
    text = f"A sentence stood here for a while. {words} Then they all went home and slept."
    new = f"Nothing of what was said is true. Not a word. {words} A wholly different ending."
    note = anchor(text, text.index(words), text.index(words) + len(words))
    assert locate(new, note, text) == Span(new.index(words), new.index(words) + len(words))
    assert locate(new, note) is None
    few = "voted against"
    note = anchor(text, text.index(few), text.index(few) + len(few))
    assert locate(f"Not one of us {few} it.", note, text) is None


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(("before", "after"), [("NFC", "NFD"), ("NFD", "NFC"), ("NFC", "NFC")])
def test_words_are_found_with_their_accents_composed_or_not(
    texts: list[str], before: Literal["NFC", "NFD"], after: Literal["NFC", "NFD"], known: bool
) -> None:
    counts: Counter[str] = Counter()
    accented = [text for text in texts if not text.isascii()]
    accented = [unicodedata.normalize(before, text) for text in accented]
    for seed in range(ROUNDS // 4):
        chance = random.Random(seed)
        text, note = marked(accented, chance)
        editor = Editor(text, note.start, note.end, seed)
        for _ in range(chance.randrange(3)):
            editor.edit()
        editor.paragraphs = [unicodedata.normalize(after, each) for each in editor.paragraphs]
        found, place = locate(editor.text, note, text if known else None), editor.place
        assert place is not None
        if found is None:
            counts["lost"] += 1
        elif same(editor.text, found, place) or much_the_same(found, place):
            counts["found"] += 1
        else:
            counts["wrong"] += 1
    assert counts["wrong"] == 0
    assert counts["found"] >= 0.95 * ROUNDS // 4


def test_a_word_with_an_accent_is_another_one_than_without() -> None:
    text = "Elle ne buvait que le jus de peche du matin."
    note = anchor(text, text.index("peche"), text.index(" du"))
    assert locate(text.replace("peche", "peche\u0301"), note, text) is None
    assert locate(text.replace("peche", "pe\u0302che"), note, text) is None
