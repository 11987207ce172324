"""What becomes of a note when its very first or last word or figure grows into another one."""

from __future__ import annotations

import random
import re

import pytest

from tests.text.edits import Editor
from tui import resources
from tui.importers import draft_of_file, walk
from tui.text.anchors import anchor, locate

ROUNDS = 400

_FIGURE = re.compile(
    r"(?<![\w.,'’\u202f\u00a0/:$€£-])[$€£]?\d+(?:[.,]\d+)*(?: (?:percent|million|years|Prozent))?"
    r"(?![\w%€]|[.,/:'’\u202f\u00a0 -][\d%€°])"
)
_WORDS = re.compile(r"(?<![\w'’])[^\W\d]+(?: [^\W\d]+){0,3}(?![\w'’])")


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """The shipped articles, a blank line between their paragraphs."""
    bodies = [draft_of_file(path).body.text for path in sorted(walk(resources.seeds()))]
    return [re.sub(r"\n+", "\n\n", text) for text in bodies]


@pytest.mark.parametrize("words", [_FIGURE, _WORDS])
@pytest.mark.parametrize("known", [True, False])
def test_words_that_grew_into_others_are_not_found_in_them(
    texts: list[str], words: re.Pattern[str], known: bool
) -> None:
    placed = []
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        text = chance.choice([text for text in texts if words.search(text)])
        # What an article says twice cannot be told apart without the old text.
        found = [m for m in words.finditer(text) if known or text.count(m.group()) == 1]
        note = anchor(text, *chance.choice(found).span())
        editor = Editor(text, note.start, note.end, seed)
        editor.glue()
        for _ in range(chance.randrange(2)):
            chance.choice([editor.insert, editor.reorder, editor.mend, editor.add_sentence])()
        now = locate(editor.text, note, text if known else None)
        if now is not None:
            placed.append((note.exact, editor.text[now.start - 3 : now.end + 3]))
    assert placed == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *[("[5 percent]", "15 percent"), ("[5 percent]", "2.5 percent"), ("[$1.2]", "$1.25")],
        *[("[$1,200]", "$1,200,000"), ("[1 200]", "1 200 000"), ("[1.200]", "1.200.000")],
        *[("[12 million]", "-12 million"), ("[12]", "12 %"), ("[5]", "3–5"), ("[$12]", "US$12")],
        *[("$[5 million]", "$15 million"), ("1[5 percent]", "2[5 percent]"), ("[half]", "behalf")],
        *[("[art]", "party"), ("[it]", "title"), ("[can]", "can't"), ("[été]", "étés")],
        *[("[五]", "十五"), ("[5]", "5万"), ("[cafe]", "cafe\u0301")],
    ],
)
def test_a_figure_is_not_found_in_another_one(old: str, new: str) -> None:
    line = "The mayor said on Monday that {} was what they had in the town by then."
    marked = line.format(old)
    start, end = marked.index("["), marked.index("]") - 1
    note = anchor(marked.replace("[", "").replace("]", ""), start, end)
    text = line.format(new.replace("[", "").replace("]", ""))
    assert locate(text, note) is None
    assert locate(text, note, line.format(old.replace("[", "").replace("]", ""))) is None


def test_a_figure_at_the_end_of_the_text_that_grew_is_not_found() -> None:
    text = "What the bridge has cost the town is 5"
    assert locate(f"{text}0 million pounds", anchor(text, len(text) - 1, len(text)), text) is None


def test_a_highlight_within_a_word_or_a_number_stays_there() -> None:
    text = "The party cost $1,200 and l’homme paid; 中国政府宣布了新政策。"
    for words in ("art", "200", "1,200", "homme", "政府"):
        note = anchor(text, text.index(words), text.index(words) + len(words))
        found = locate(f"Well. {text}", note, text)
        assert found == (note.start + 6, note.end + 6)


def test_a_passage_whose_last_figure_grew_has_the_whole_figure() -> None:
    words = "The price of bread in the town rose last year by $1,200"
    text = f"{words} in all. Nobody knew why it did so."
    new = text.replace("$1,200", "$1,200,000")
    found = locate(new, anchor(text, 0, len(words)), text)
    assert found is not None
    assert new[found.start : found.end] == f"{words},000"
