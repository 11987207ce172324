"""Slow methods refuse what they would chew on for too long."""

from __future__ import annotations

import pytest

from tui.model import GistRefused
from tui.summarize.limits import refuse_if_too_long
from tui.summarize.methods import LABELS, METHODS
from tui.summarize.profiles import Profile, Standing

SLOW = ("lex-rank", "text-rank", "lsa", "luhn", "kl", "sum-basic", "reduction")


def _sentences(count: int, words: int = 20) -> list[Profile]:
    return [Profile(words, frozenset(), 0, Standing.WHOLE, ended=True, dangling=False)] * count


def _longest(method: str) -> int:
    """The longest text that the method takes, by bisection."""
    short, long = 1, 1_000_000
    while long - short > 1:
        middle = (short + long) // 2
        try:
            refuse_if_too_long(method, _sentences(middle))
            short = middle
        except GistRefused:
            long = middle
    return short


@pytest.mark.parametrize("method", METHODS[1:])
def test_an_article_of_two_hundred_sentences_is_never_refused(method: str) -> None:
    refuse_if_too_long(method, _sentences(200))


@pytest.mark.parametrize("method", SLOW)
def test_a_long_text_is_refused_with_the_length_that_would_do(method: str) -> None:
    longest = _longest(method)
    with pytest.raises(GistRefused) as refusal:
        refuse_if_too_long(method, _sentences(longest + 1_000))
    message = str(refusal.value)
    assert message.startswith(f"{LABELS[method]} needs about ")
    assert f"{longest + 1_000:,} sentences" in message
    promised = int(message.split("up to ")[1].split()[0].replace(",", ""))
    assert 0.9 * longest <= promised <= longest


@pytest.mark.parametrize("method", SLOW)
def test_longer_sentences_mean_fewer_of_them(method: str) -> None:
    with pytest.raises(GistRefused):
        refuse_if_too_long(method, _sentences(_longest(method), words=40))


def test_edmundson_takes_any_length() -> None:
    refuse_if_too_long("edmundson", _sentences(100_000))


@pytest.mark.parametrize(
    ("sentences", "wait"),
    [
        (500, "60 seconds"),
        (800, "4 minutes"),
        (5_000, "17 hours"),
        (10_000, "6 days"),
        (60_000, "3 years"),
    ],
)
def test_the_wait_is_told_in_a_unit_that_says_something(sentences: int, wait: str) -> None:
    with pytest.raises(GistRefused, match=f"about {wait} for {sentences:,} sentences"):
        refuse_if_too_long("kl", _sentences(sentences))
