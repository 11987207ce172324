"""The fast LexRank and TextRank beside sumy's own."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importers import draft_of_file
from tui.model import Cancelled
from tui.resources import seeds
from tui.summarize import rank, twins
from tui.summarize.profiles import profile
from tui.summarize.sumy_document import sumy_document, tokens
from tui.summarize.twins import GraphSummarizer, LexRankSummarizer, SumyDocument, SumySentence
from tui.text.plain import plain_body
from tui.text.reading import Reading
from tui.text.words import stem, stop_words

_TWINS = {
    "lex-rank": ("sumy.summarizers.lex_rank", "LexRankSummarizer"),
    "text-rank": ("sumy.summarizers.text_rank", "TextRankSummarizer"),
}
BOTH = sorted(_TWINS)
SAMPLES = sorted(path.name for path in seeds().iterdir() if path.suffix in {".txt", ".md", ".html"})

Rating = tuple[int, float]


class _Info(Protocol):
    order: int
    rating: float


def _full_ranking(summarizer: object, document: object) -> list[Rating]:
    """Places and ratings of all sentences, the best first."""
    found: list[Rating] = []

    def keep(infos: Sequence[_Info]) -> Sequence[_Info]:
        found.extend((info.order, float(info.rating)) for info in infos)
        return infos

    cast("Callable[[object, object], object]", summarizer)(document, keep)
    return found


def _pair(method: str, language: str) -> tuple[GraphSummarizer, object]:
    """The twin and sumy's own, told the same."""
    module, name = _TWINS[method]

    def stemmer(word: str) -> str:
        return stem(word, language)

    twin: GraphSummarizer = getattr(twins, name)(stemmer)
    own = getattr(import_module(module), name)(stemmer)
    twin.stop_words = own.stop_words = stop_words(language)
    return twin, own


def _document(reading: Reading) -> object:
    return sumy_document(reading, tokens(reading, profile(reading, lambda: None)))


@cache
def _sample(name: str) -> Reading:
    draft = draft_of_file(seeds() / name)
    return Reading.of(draft.body, draft.language, draft.title)


@pytest.mark.parametrize("method", BOTH)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_shipped_articles_are_ranked_as_by_sumy(method: str, name: str) -> None:
    reading = _sample(name)
    twin, own = _pair(method, reading.language)
    document = _document(reading)
    ranking = _full_ranking(own, document)
    assert len(ranking) == len(reading.sentences)
    assert _full_ranking(twin, document) == ranking


@pytest.mark.parametrize("method", BOTH)
@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_left_out_of_a_large_matrix_changes_no_rating(
    method: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = _sample(name)
    twin, own = _pair(method, reading.language)
    monkeypatch.setattr(twins, "_DENSE", 0)
    monkeypatch.setattr(twins, "_CELLS", 7 * len(reading.sentences))
    ratings = dict(_full_ranking(twin, _document(reading)))
    assert ratings == pytest.approx(dict(_full_ranking(own, _document(reading))), abs=1e-12)


@pytest.mark.parametrize("method", BOTH)
def test_the_method_of_that_name_is_the_twin(sample: Reading, method: str) -> None:
    module, name = _TWINS[method]
    stemmer = import_module("nltk.stem.snowball").SnowballStemmer("english")
    own = getattr(import_module(module), name)(stemmer.stem)
    own.stop_words = stop_words("en")
    scores = rank(sample, method).scores
    assert scores == pytest.approx(
        [score for _, score in sorted(_full_ranking(own, _document(sample)))]
    )


class _Words:
    """Hands sumy the words between blanks."""

    def to_words(self, sentence: str) -> list[str]:
        return sentence.split()


def _written(sentences: list[list[str]]) -> object:
    """A document made by sumy's own classes; equal sentences are one to it."""
    dom = import_module("sumy.models.dom")
    paragraph = dom.Paragraph(dom.Sentence(" ".join(words), _Words()) for words in sentences)
    return cast("object", dom.ObjectDocumentModel([paragraph]))


_WORDS = st.sampled_from(["the", "bridge", "bridges", "river", "Mayor", "mayor", "1902", "a"])


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("method", BOTH)
@given(sentences=st.lists(st.lists(_WORDS, max_size=6), min_size=1, max_size=12))
def test_any_document_is_ranked_as_by_sumy(method: str, sentences: list[list[str]]) -> None:
    twin, own = _pair(method, "en")
    document = _written(sentences)
    expected = _full_ranking(own, document)
    found = _full_ranking(twin, document)
    assert [order for order, _ in found] == [order for order, _ in expected]
    assert dict(found) == pytest.approx(dict(expected), abs=1e-12, nan_ok=True)


@pytest.mark.parametrize("count", [0, 1, 3, 3.9, "2", "20%", "100%", "0%", 99])
@pytest.mark.parametrize("method", BOTH)
def test_sentences_are_counted_as_by_sumy(method: str, count: float | str) -> None:
    twin, own = _pair(method, "en")
    document = cast("SumyDocument[SumySentence]", _document(_sample(SAMPLES[0])))
    chosen = twin(document, count)
    assert chosen == cast("Callable[[object, object], object]", own)(document, count)


def test_a_count_of_another_kind_is_refused() -> None:
    twin, _ = _pair("lex-rank", "en")
    document = cast("SumyDocument[SumySentence]", _document(_sample(SAMPLES[0])))
    with pytest.raises(TypeError):
        twin(document, cast("float", None))


@pytest.mark.parametrize("method", BOTH)
def test_equal_sentences_share_a_rating_and_keep_their_order(method: str) -> None:
    line = ["the", "mayor", "closed", "bridge"]
    document = _written([line, ["rain", "bridge"], line, ["river", "mayor"]])
    ranking = _full_ranking(_pair(method, "en")[0], document)
    ratings = dict(ranking)
    order = [place for place, _ in ranking]
    assert ratings[0] == ratings[2]
    assert order.index(0) < order.index(2)


@pytest.mark.parametrize("method", BOTH)
def test_an_empty_document_has_no_best_sentence(method: str) -> None:
    twin, _ = _pair(method, "en")
    assert twin(cast("SumyDocument[SumySentence]", _written([])), 3) == ()


def test_settings_are_sumy_s_and_can_be_changed() -> None:
    twin, own = _pair("lex-rank", "en")
    assert isinstance(twin, LexRankSummarizer)
    for name in ("threshold", "epsilon"):
        assert getattr(twin, name) == getattr(own, name)
        setattr(twin, name, 0.02)
        setattr(own, name, 0.02)
    document = _document(_sample(SAMPLES[0]))
    assert _full_ranking(twin, document) == _full_ranking(own, document)


def test_a_stemmer_has_to_be_a_function() -> None:
    with pytest.raises(TypeError):
        LexRankSummarizer(cast("Callable[[str], str]", "english"))


@pytest.mark.parametrize("method", BOTH)
def test_a_long_text_can_be_stopped_after_its_words_are_read(method: str) -> None:
    text = " ".join(f"The mayor number{n % 97} closed bridge number{n}." for n in range(3000))
    reading = Reading.of(plain_body(text), "en")
    asked = itertools.count()
    rank(reading, method, lambda: next(asked) < 0)
    in_all = next(asked)
    again = itertools.count()
    with pytest.raises(Cancelled):
        rank(reading, method, lambda: next(again) >= in_all - 5)
