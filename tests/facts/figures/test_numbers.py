from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.model import Figure

Find = Callable[..., tuple[Figure, ...]]
Tell = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There are 12,567 trees.", "12,567 = count 12567"),
        ("There are 1 234 567 trees.", "1 234 567 = count 1234567"),
        ("There are 12,34,567 trees.", "12,34,567 = count 1234567"),
        ("There are 1'234'567 trees.", "1'234'567 = count 1234567"),
        ("An index of 1,234.56 held.", "1,234.56 = count 1234.56"),
        ("An index of 4.75 held.", "4.75 = count 4.75"),
        ("It moved -5 places.", "-5 = count -5"),
        ("It moved minus five places.", "minus five = count -5"),
        ("It took 1.3x10^6 steps.", "1.3x10^6 = count 1300000"),
        ("It took 2e3 steps.", "2e3 = count 2000"),
    ],
)
def test_digits_are_read_with_their_groups_and_decimals(tell: Tell, text: str, told: str) -> None:
    assert tell(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Some 1.5 million homes", "1.5 million = count 1500000"),
        ("Some 3 bn trees", "3 bn = count 3000000000"),
        ("Some 10k fans", "10k = count 10000"),
        ("Some 500m users", "500m = count 500000000"),
        ("Some 2 lakh crore notes", "2 lakh crore = count 2000000000000"),
        ("Some 3 hundred and 21 goats", "3 hundred and 21 = count 321"),
        ("Some 3 million and a half eggs", "3 million and a half = count 3500000"),
        ("Some 7½ acres", "7½ acres = quantity 7.5 acre"),
        ("Some 2 1/2 cups", "2 1/2 cups = quantity 2.5 cup"),
    ],
)
def test_scale_words_letters_and_fractions_multiply(tell: Tell, text: str, told: str) -> None:
    assert tell(text) == [told]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-one", 21),
        ("two hundred and five", 205),
        ("one hundred thousand", 100_000),
        ("three hundred and thirty one", 331),
        ("twenty-one thousand eleven", 21_011),
        ("two thousand and two hundred", 2_200),
        ("thirty-one million two hundred fifty-six thousand seven hundred twenty-one", 31_256_721),
        ("a million", 1_000_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("two and a half million", 2_500_000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("three lakh crore", 3_000_000_000_000),
        ("nine point nought four", 9.04),
        ("two point two million", 2_200_000),
    ],
)
def test_spelled_numbers_have_their_value(tell: Tell, words: str, value: float) -> None:
    shown = int(value) if value == int(value) else value
    assert tell(f"They bought {words} eggs.") == [f"{words} = count {shown}"]


def test_two_numbers_joined_by_and_stay_two(tell: Tell) -> None:
    assert tell("Between them, one hundred and two hundred cows grazed.") == [
        "one hundred = count 100",
        "two hundred = count 200",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("between 5 and 10 percent of homes", ["between 5 and 10 percent = percent 5..10 %"]),
        ("a 10-15 km stretch", ["10-15 km = quantity 10..15 km"]),
        ("costs of $3 to $5 million", ["$3 to $5 million = money 3000000..5000000 USD"]),
        ("costs of $3-5 million", ["$3-5 million = money 3000000..5000000 USD"]),
        ("£2m–£3m a year", ["£2m–£3m = money 2000000..3000000 GBP"]),
        ("walls eight to 10 feet tall", ["eight to 10 feet = quantity 8..10 ft"]),
        ("hired 12,000 to 15,000 people", ["12,000 to 15,000 = count 12000..15000"]),
        ("an 8- to 16-metre mirror", ["8- to 16-metre = quantity 8..16 m"]),
        ("ranged from -18 °C to -34 °C", ["-18 °C to -34 °C = temperature -18..-34 °C"]),
        ("ranging from 3% to 9%", ["3% to 9% = percent 3..9 %"]),
        ("two or three weeks", ["two or three weeks = duration 2..3 wk"]),
        ("aged 18 to 65", ["aged 18 to 65 = age 18..65 yr"]),
        ("350 grams to 500 of flour", ["350 grams to 500 = quantity 350..500 g"]),
        ("5 to 7 million crowns", ["5 to 7 million = count 5000000..7000000"]),
        ("two to three million men", ["two to three million = count 2000000..3000000"]),
        ("showers, rising 5 mm to 30", ["5 mm = quantity 5 mm", "30 = count 30"]),
        ("in her early 60s", ["60s = age 60..69 yr"]),
    ],
)
def test_ranges_have_two_ends_and_the_kind_of_their_unit(
    tell: Tell, text: str, told: list[str]
) -> None:
    assert tell(f"There were {text}.") == told


@pytest.mark.parametrize(
    ("lead", "approx"),
    [
        ("about", "about"),
        ("some", "some"),
        ("more than", "more than"),
        ("at least", "at least"),
        ("an estimated", "an estimated"),
        ("nearly", "nearly"),
        ("as many as", "as many as"),
        ("up to", "up to"),
        ("just under", "just under"),
        ("the", None),
    ],
)
def test_words_that_make_a_figure_inexact_are_kept_beside_it(
    find: Callable[..., tuple[Figure, ...]], lead: str, approx: str | None
) -> None:
    text = f"They sold {lead} 400 boats."
    (figure,) = find(text)
    assert figure.approx == approx
    assert text[figure.start : figure.end] == "400"


@pytest.mark.parametrize(
    "text",
    [
        "One of them left.",
        "No one knew.",
        "The one that got away.",
        "Hundreds gathered for years.",
        "Second, prices rose.",
        "Now it is time for the quarter.",
    ],
)
def test_pronouns_vague_words_and_bare_units_are_no_figures(tell: Tell, text: str) -> None:
    assert tell(text) == []


def test_small_spelled_counts_are_minor_and_larger_ones_are_not(tell: Tell) -> None:
    assert tell("Two men and three women shared one boat.") == [
        "Two = count 2, minor",
        "three = count 3",
        "one = count 1, minor",
    ]


@pytest.mark.parametrize(
    ("text", "language", "approx"),
    [
        ("The field was strung out over 19 kilometres.", "en", None),
        ("It ran for over 19 kilometres.", "en", "over"),
        ("Laut einer Umfrage unter 1.250 Befragten.", "de", None),
        ("Es kamen unter 1.250 Besucher.", "de", "unter"),
    ],
)
def test_over_and_among_are_no_approximators_where_they_say_a_place(
    find: Find, text: str, language: str, approx: str | None
) -> None:
    assert [figure.approx for figure in find(text, language)] == [approx]
