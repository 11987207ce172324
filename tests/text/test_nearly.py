from __future__ import annotations

import random

from tui.text.nearly import nearly

PASSAGE = (
    "“The bridge was opened on Monday,” the mayor of the town said, “and nobody who saw it had"
    " hoped for that so soon after the winter.”"
)


def found(text: str, words: str = PASSAGE) -> list[str]:
    return [text[near.span.start : near.span.end] for near in nearly(text, words)]


def filling(seed: int, words: int) -> str:
    chance = random.Random(seed)
    letters = "abcdefghijklmnoprstuvw"
    return " ".join("".join(chance.sample(letters, chance.randrange(2, 9))) for _ in range(words))


def test_a_passage_is_found_with_other_words_and_with_the_marks_at_its_ends() -> None:
    new = PASSAGE.replace("mayor", "lord mayor").replace("Monday", "Tuesday").replace("it", "them")
    assert found(f"One sentence. {new} Another one.") == [new]


def test_the_first_and_the_last_word_may_be_the_ones_that_changed() -> None:
    words = "the old harbour was closed for good after a storm in the spring of last year"
    new = words.replace("the old", "an old").replace("last year", "this year")
    new = f"{new[:-4]}summer"
    assert found(f"It is said that all is well.\n{new}\nSo it is.", words) == [new]


def test_words_that_went_from_the_beginning_are_not_made_up_for_by_the_sentence_before() -> None:
    words = "Yesterday the old harbour was closed for good after a storm in the spring."
    rest = words.removeprefix("Yesterday ")
    assert found(f"Nothing else was told. {rest} More follows.", words) == [rest]


def test_of_the_best_places_the_better_comes_first() -> None:
    one, two = PASSAGE.replace("Monday", "Friday"), PASSAGE.replace("town said", "village told us")
    assert found(f"{two}\n\n{filling(1, 300)}\n\n{one}") == [one, two]


def test_what_is_left_by_half_or_says_little_is_found_nowhere() -> None:
    half = " ".join(
        word if number % 2 else f"{word}x" for number, word in enumerate(PASSAGE.split())
    )
    assert found(half) == []
    assert found("It cost five million pounds.", "It cost four million pounds.") == []


def test_a_passage_without_blanks_is_found_too() -> None:
    words = "昨日、市長は新しい橋が月曜日に開通したと述べ、誰もが喜んだと付け加えた。"
    new = words.replace("月曜日", "火曜日")
    assert found(f"これは別の話です。{new}次の話に移る。", words) == [new]


def test_several_pages_are_found_in_a_megabyte() -> None:
    passage = filling(3, 1200)
    new = " ".join(
        word if number % 40 else "another" for number, word in enumerate(passage.split())
    )
    text = f"{filling(4, 90_000)}\n\n{new}\n\n{filling(5, 90_000)}"
    (near,) = nearly(text, passage)
    assert text[near.span.start : near.span.end].split()[-1] == passage.split()[-1]
    assert abs(near.span.end - near.span.start - len(new)) < 20


def test_a_text_of_one_word_leads_nowhere() -> None:
    assert nearly("again " * 100_000, "again " * 200 + "but not quite") == []
