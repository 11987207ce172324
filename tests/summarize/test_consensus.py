"""What several methods agree on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.model import Cancelled, GistRefused
from tui.summarize import FAST, Budget, agreement, consensus, rank, summarize
from tui.text.reading import Reading


def test_a_sentence_has_a_voice_of_every_method_that_chooses_it(sample: Reading) -> None:
    found = consensus(sample, Budget(4))
    assert found.methods == FAST
    assert len(found.counts) == len(sample.sentences)
    assert sum(found.counts) == 4 * len(FAST)
    chosen = [line[:2] for method in FAST for line in summarize(sample, method, Budget(4)).lines]
    for sentence, count in zip(sample.sentences, found.counts, strict=True):
        assert count == chosen.count(sentence[:2])
    assert 1 < max(found.counts) <= len(FAST)


def test_methods_may_be_named_and_their_rankings_used_again(sample: Reading) -> None:
    found = consensus(sample, Budget(3), ["LexRank", "luhn"])
    assert found.methods == ("lex-rank", "luhn")
    rankings = [rank(sample, method) for method in found.methods]
    assert agreement(sample, rankings, Budget(3)) == found


def test_a_method_that_refuses_a_long_text_has_no_voice(
    reading_of: Callable[..., Reading],
) -> None:
    reading = reading_of("The mayor of the town closed the old bridge on Monday morning. " * 600)
    found = consensus(reading, Budget(2), ["broadsheet", "kl"])
    assert found.methods == ("broadsheet",)


def test_without_a_sentence_there_is_no_consensus(reading_of: Callable[..., Reading]) -> None:
    with pytest.raises(GistRefused):
        consensus(reading_of(""))
    with pytest.raises(GistRefused):
        consensus(reading_of("A text. With words."), methods=["oracle"])


def test_a_consensus_that_is_no_longer_wanted_is_not_finished(sample: Reading) -> None:
    with pytest.raises(Cancelled):
        consensus(sample, cancelled=lambda: True)
