"""sumy's methods: its own ratings, for our sentences, without its tokenizer or any download."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

import pytest

from tui.model import Cancelled
from tui.summarize import METHODS, rank
from tui.summarize.profiles import profile
from tui.summarize.sumy_document import edmundson_words, tokens
from tui.text.reading import Reading
from tui.text.words import stop_words, word_spans

SUMY = METHODS[1:]

_CLASSES = {
    "lex-rank": ("lex_rank", "LexRankSummarizer"),
    "text-rank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sum-basic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}


class _Tokenizer:
    """Our sentences and words in the shape that sumy's plain-text parser asks for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def to_sentences(self, paragraph: str) -> list[str]:
        """The sentences of a paragraph that the reading has too."""
        found = [self._reading.text[s.start : s.end] for s in self._reading.sentences]
        return [sentence for sentence in found if sentence in paragraph]

    def to_words(self, sentence: str) -> list[str]:
        """The words of a sentence."""
        return [sentence[s:e] for s, e in word_spans(sentence, 0, len(sentence))]


class _Summarizer(Protocol):
    def __call__(self, document: object, count: int) -> tuple[object, ...]:
        """The best ``count`` sentences in the order of the text."""


def _sumy_alone(method: str, reading: Reading, count: int) -> list[str]:
    """What sumy's own parser and summarizer choose, used as sumy's documentation says."""
    parser = import_module("sumy.parsers.plaintext").PlaintextParser.from_string(
        "\n\n".join(
            reading.text[b.start : b.end]
            for b in reading.body.blocks
            if not b.hidden and not b.level
        ),
        _Tokenizer(reading),
    )
    module, name = _CLASSES[method]
    stemmer = import_module("nltk.stem.snowball").SnowballStemmer("english")
    made = getattr(import_module(f"sumy.summarizers.{module}"), name)(stemmer.stem)
    if method == "edmundson":
        words = tokens(reading, profile(reading, lambda: None))
        made.bonus_words, made.stigma_words, made.null_words = edmundson_words(reading, words)
    else:
        made.stop_words = stop_words("en")
    return [str(sentence) for sentence in cast("_Summarizer", made)(parser.document, count)]


@pytest.fixture(scope="module")
def plain(reading_of: Callable[..., Reading], sample: Reading) -> Reading:
    """The sample's paragraphs alone: no heading, nothing hidden."""
    return reading_of(sample.text[sample.sentences[0].start : sample.sentences[-1].end])


@pytest.mark.parametrize("method", SUMY)
@pytest.mark.parametrize("count", [1, 4, 10])
def test_the_best_rated_sentences_are_those_sumy_chooses(
    plain: Reading, method: str, count: int
) -> None:
    scores = rank(plain, method).scores
    lines = [plain.text[s.start : s.end] for s in plain.sentences]
    by_sumy = [scores[lines.index(line)] for line in _sumy_alone(method, plain, count)]
    # Compared by score: LSA leaves the choice among its many ties to the last bits of a sum.
    assert sorted(by_sumy, reverse=True) == sorted(scores, reverse=True)[:count]


@pytest.mark.parametrize("method", SUMY)
def test_every_sentence_is_rated_and_none_is_explained(sample: Reading, method: str) -> None:
    ranking = rank(sample, method)
    assert len(ranking.scores) == len(sample.sentences)
    assert len(set(ranking.scores)) > 5
    assert not any(ranking.why)


_ODD = {
    "one": "One sentence stands here alone.",
    "stop words": "It was. It is. It will be. And so on. To be or not to be.",
    "equal": "The bridge fell down today. The bridge fell down today. The bridge fell down today.",
    "few words": "Word. Word. Word. Word. Word. Word.",
    "emoji": "🌉 🌉 🌉.\n\nThe bridge fell down on a Monday morning.",
    "Chinese": "大桥今天早上关闭了。市长说修理需要三年。",
    "Russian": "Мост закрыли сегодня утром. Мэр говорит, что ремонт займёт три года.",
    "Arabic": "الجسر مغلق منذ الصباح اليوم. قال العمدة إن الإصلاح يستغرق ثلاث سنوات.",
}


@pytest.mark.parametrize("method", SUMY)
@pytest.mark.parametrize("name", _ODD)
def test_odd_texts_are_rated_too(
    reading_of: Callable[..., Reading], method: str, name: str
) -> None:
    reading = reading_of(_ODD[name])
    ranking = rank(reading, method)
    assert len(ranking.scores) == len(reading.sentences)
    assert all(math.isfinite(score) for score in ranking.scores)


def test_nothing_is_said_on_the_screen_meanwhile() -> None:
    code = (
        "import sys\n"
        "from tui.summarize import METHODS, rank\n"
        "from tui.text.plain import plain_body\n"
        "from tui.text.reading import Reading\n"
        "for text in sys.argv[1:]:\n"
        "    for method in METHODS:\n"
        "        rank(Reading.of(plain_body(text)), method)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *_ODD.values()], capture_output=True, check=True
    )
    assert done.stdout + done.stderr == b""


@pytest.mark.parametrize(
    ("method", "turns"),
    [
        ("reduction", lambda n: n * (n - 1) // 2),
        ("kl", lambda n: n * n // 2),
        ("sum-basic", lambda n: n),
        ("luhn", lambda n: n),
    ],
)
def test_a_long_computation_asks_at_every_turn_whether_it_is_wanted(
    sample: Reading, method: str, turns: Callable[[int], int]
) -> None:
    asked = 0

    def never() -> bool:
        nonlocal asked
        asked += 1
        return False

    rank(sample, method, never)
    in_loops = turns(len(sample.sentences))
    counted, asked = asked, 0
    with pytest.raises(Cancelled):
        rank(sample, method, lambda: never() or asked > counted - in_loops // 2)
    assert asked < counted


def test_equal_sentences_keep_ratings_of_their_own(reading_of: Callable[..., Reading]) -> None:
    same = "The mayor closed the old bridge."
    reading = reading_of(f"{same} Rain fell on the hills. {same} The river rose quickly.")
    scores = rank(reading, "sum-basic").scores
    assert len(set(scores)) == 4


def test_edmundson_hears_titles_and_frequent_words_and_distrusts_hedges(
    reading_of: Callable[..., Reading],
) -> None:
    reading = reading_of(
        "# Ferry\n\nThe bridge is closed. However, the bridge is perhaps safe. Rain fell.",
        title="The mayor’s plan",
    )
    words = edmundson_words(reading, tokens(reading, profile(reading, lambda: None)))
    assert {"mayor’s", "plan", "bridge"} <= words.bonus
    assert {"however", "perhaps"} <= words.stigma
    assert "the" in words.null
    assert not words.bonus & words.stigma
