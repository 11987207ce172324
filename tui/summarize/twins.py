"""LexRank and TextRank as sumy computes them, without looking at every pair of sentences.

The two classes stand in for ``sumy.summarizers.lex_rank.LexRankSummarizer`` and
``sumy.summarizers.text_rank.TextRankSummarizer`` (sumy 0.13): same constructor, same settings,
same call, same ranking. sumy compares N x N pairs one by one and keeps a dense matrix; here each
sentence meets only those it shares a word with, and only what is not zero is kept.

Ties: sentences of equal score keep the order of the text, and equal sentences share the score of
the last one of them, for sumy keys its ratings by Sentence. Scores that are equal on paper may
differ in their last bits; up to 2,000 sentences they do so just as sumy's.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float64]
    Integers = NDArray[numpy.int32]
    Booleans = NDArray[numpy.bool_]

Stemmer = Callable[[str], Hashable]

_DENSE = 2_000
"""Sentences up to which a matrix is kept whole: 32 MB."""

_CELLS = 1 << 20
"""Pairs of sentences compared at once."""

_ONE_WORD_EACH = 1e-8


class SumySentence(Hashable, Protocol):
    """What is asked of a sentence of a sumy document."""

    @property
    def words(self) -> Sequence[str]:
        """Its words as written."""


S = TypeVar("S", bound=SumySentence)
S_co = TypeVar("S_co", bound=SumySentence, covariant=True)


class SumyDocument(Protocol[S_co]):
    """What is asked of a sumy document."""

    @property
    def sentences(self) -> Sequence[S_co]:
        """Its sentences in the order of the text."""


class Rated(NamedTuple, Generic[S]):
    """A sentence with its place in the text and its rating, as sumy hands it to a count."""

    sentence: S
    order: int
    rating: float


class GraphSummarizer:
    """What both have in common: the words, and the choice of the best.

    Attributes:
        check: Called at each new word, each block of pairs and each step; it may raise, to stop.
    """

    def __init__(self, stemmer: Stemmer = str) -> None:
        if not callable(stemmer):
            raise TypeError("Stemmer has to be a callable object")
        self._stemmer = stemmer
        self._stop_words: frozenset[str] = frozenset()
        self.check: Callable[[], None] = _nothing

    @property
    def stop_words(self) -> frozenset[str]:
        """Words that do not count, in lower case whatever they are set to."""
        return self._stop_words

    @stop_words.setter
    def stop_words(self, words: Iterable[str]) -> None:
        self._stop_words = frozenset(map(str.lower, words))

    def __call__(
        self, document: SumyDocument[S], sentences_count: float | str | Callable[..., object]
    ) -> tuple[S, ...]:
        """The best sentences of ``document`` in the order of the text.

        ``sentences_count`` is a number, a share such as ``"20%"``, or a function that takes
        the rated sentences, best first, and gives back those to keep.
        """
        sentences = document.sentences
        if not sentences:
            return ()
        ratings = self.rate_sentences(document)
        rated = [Rated(s, order, ratings[s]) for order, s in enumerate(sentences)]
        rated.sort(key=lambda info: info.rating, reverse=True)
        kept = _counted(rated, sentences_count)
        return tuple(info.sentence for info in sorted(kept, key=lambda info: info.order))

    def rate_sentences(self, document: SumyDocument[S]) -> dict[S, float]:
        """The rating of each sentence; equal ones share that of the last one."""
        sentences = document.sentences
        numbers = self._numbers_of()
        scores = self._rate([numbers(sentence) for sentence in sentences])
        return dict(zip(sentences, scores, strict=True))

    def _rate(self, sentences: Sequence[list[int]]) -> list[float]:
        raise NotImplementedError

    def _numbers_of(self) -> Callable[[SumySentence], list[int]]:
        """A function from a sentence to its stems, as numbers in the order they are met."""
        numbers: dict[Hashable, int] = {}
        of_word: dict[str, int] = {}

        def number(word: str) -> int:
            self.check()
            known = -1 if word in self._stop_words else len(numbers)
            if known >= 0:
                known = numbers.setdefault(self._stemmer(word), known)
            of_word[word] = known
            return known

        def of_sentence(sentence: SumySentence) -> list[int]:
            words = [word.lower() for word in sentence.words]
            found = [of_word[word] if word in of_word else number(word) for word in words]
            return [stem for stem in found if stem >= 0]

        return of_sentence


class LexRankSummarizer(GraphSummarizer):
    """Centrality in the graph of sentences whose tf-idf vectors are alike.

    G. Erkan and D. R. Radev, LexRank: Graph-based Lexical Centrality as Salience in Text
    Summarization, 2004. Edges are those of a cosine above ``threshold``; the power method stops
    as soon as a step moves by no more than ``epsilon``, which with sumy's 0.1 is early.
    """

    threshold = 0.1
    epsilon = 0.1

    def _rate(self, sentences: Sequence[list[int]]) -> list[float]:
        import numpy

        count = len(sentences)
        terms = [Counter(stems) for stems in sentences]
        idf = _inverse_frequencies(terms)
        vectors = [_vector(counts, idf) for counts in terms]
        lengths = numpy.sqrt(numpy.array([sum(x * x for x in v.values()) for v in vectors]))
        lengths[lengths == 0] = numpy.inf  # such a sentence is like no other
        edges = _Edges(count)
        for first, dots in _products(vectors, self.check):
            last = first + len(dots)
            edges.add(dots / (lengths[first:last, None] * lengths) > self.threshold)
        flow = edges.flow(lambda sums: numpy.maximum(sums, 1))

        def after(rank: Floats) -> Floats:
            moved = flow(rank)
            return moved / numpy.linalg.norm(moved)

        return _settled(after, count, self.epsilon, self.check)


class TextRankSummarizer(GraphSummarizer):
    """PageRank over sentences that are tied by the words they share.

    R. Mihalcea and P. Tarau, TextRank: Bringing Order into Texts, 2004. A tie weighs the number
    of common words, each as often as it can be paired, over the sum of the logarithms of both
    lengths.
    """

    epsilon = 1e-4
    damping = 0.85
    _ZERO_DIVISION_PREVENTION = 1e-7

    def _rate(self, sentences: Sequence[list[int]]) -> list[float]:
        import numpy

        count = len(sentences)
        logs = numpy.array([math.log(max(1, len(stems))) for stems in sentences])
        edges = _Edges(count)
        for first, common in _products([Counter(stems) for stems in sentences], self.check):
            norms = logs[first : first + len(common), None] + logs
            # Two sentences of one word each: what they share is that word, or nothing.
            norms[norms < _ONE_WORD_EACH] = 1.0
            edges.add(common / norms)
        flow = edges.flow(
            lambda sums: sums + self._ZERO_DIVISION_PREVENTION,
            damping=self.damping,
            jump=(1.0 - self.damping) / count,
        )
        return _settled(flow, count, self.epsilon, self.check)


class _Edges:
    """A graph of sentences, taken in by blocks of rows.

    As long as it can be, it is kept as the very matrix that sumy makes, so that sums have
    sumy's order and ties fall as sumy's do. Larger ones keep only what is not zero.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._dense: list[Floats] = []
        self._rows: list[Integers] = []
        self._cols: list[Integers] = []
        self._weights: list[Floats] = []
        self._taken = 0

    def add(self, block: Floats | Booleans) -> None:
        """The next rows, all their columns."""
        import numpy

        if self._count <= _DENSE:
            self._dense.append(block.astype(numpy.float64))
            return
        rows, cols = numpy.nonzero(block)
        self._weights.append(block[rows, cols].astype(numpy.float64))
        self._rows.append((rows + self._taken).astype(numpy.int32))
        self._cols.append(cols.astype(numpy.int32))
        self._taken += len(block)

    def flow(
        self, divisor: Callable[[Floats], Floats], damping: float = 1.0, jump: float = 0.0
    ) -> Callable[[Floats], Floats]:
        """How ranks flow along the edges once each row is divided by what its sum calls for."""
        import numpy

        if self._dense:
            matrix = numpy.vstack(self._dense)
            matrix /= divisor(matrix.sum(axis=1))[:, None]
            if jump:
                matrix = numpy.full(matrix.shape, jump) + damping * matrix
            return lambda rank: numpy.dot(matrix.T, rank)
        rows, cols = numpy.concatenate(self._rows), numpy.concatenate(self._cols)
        weights = numpy.concatenate(self._weights)
        sums = numpy.asarray(numpy.bincount(rows, weights, self._count), numpy.float64)
        weights /= divisor(sums)[rows]

        def sparse(rank: Floats) -> Floats:
            moved = numpy.bincount(cols, weights * rank[rows], self._count)
            return numpy.asarray(jump * rank.sum() + damping * moved)

        return sparse


def _settled(
    after: Callable[[Floats], Floats], count: int, epsilon: float, check: Callable[[], None]
) -> list[float]:
    """Where the power method comes to rest: a step of no more than ``epsilon``."""
    import numpy

    rank = numpy.full(count, 1 / count)
    step = 1.0
    with numpy.errstate(invalid="ignore", divide="ignore"):
        while step > epsilon:
            check()
            moved = after(rank)
            step = float(numpy.linalg.norm(moved - rank))
            rank = moved
    return [float(score) for score in rank]


def _products(
    vectors: Sequence[Mapping[int, float]], check: Callable[[], None]
) -> Iterator[tuple[int, Floats]]:
    """The products of every vector with every other: blocks of rows, each with its first row.

    Only stems that two sentences share are ever multiplied.
    """
    import numpy

    count = len(vectors)
    rows = numpy.repeat(numpy.arange(count), [len(vector) for vector in vectors])
    stems = numpy.array([stem for vector in vectors for stem in vector], numpy.int64)
    weights = numpy.array([x for vector in vectors for x in vector.values()], numpy.float64)
    by_stem = numpy.argsort(stems, kind="stable")
    holders, held = rows[by_stem], weights[by_stem]
    many = numpy.bincount(stems)
    begins = numpy.cumsum(many) - many
    size = max(1, _CELLS // count)
    for first in range(0, count, size):
        check()
        last = min(first + size, count)
        entries = slice(*numpy.searchsorted(rows, (first, last)))
        met = many[stems[entries]]
        steps = numpy.arange(met.sum()) - numpy.repeat(numpy.cumsum(met) - met, met)
        at = numpy.repeat(begins[stems[entries]], met) + steps
        cells = numpy.repeat((rows[entries] - first) * count, met) + holders[at]
        products = numpy.repeat(weights[entries], met) * held[at]
        block = numpy.bincount(cells, products, (last - first) * count)
        yield first, block.reshape(last - first, count).astype(numpy.float64, copy=False)


def _inverse_frequencies(terms: Sequence[Counter[int]]) -> dict[int, float]:
    holders = Counter(stem for counts in terms for stem in counts)
    return {stem: math.log(len(terms) / (1 + many)) for stem, many in holders.items()}


def _vector(counts: Counter[int], idf: dict[int, float]) -> dict[int, float]:
    """Counts relative to the commonest, times the inverse frequency of their stem."""
    most = max(counts.values(), default=1)
    return {stem: many / most * idf[stem] for stem, many in counts.items()}


def _counted(
    rated: list[Rated[S]], count: float | str | Callable[..., object]
) -> Iterable[Rated[S]]:
    """As sumy's ItemsCount: a number, a share in per cent (at least one), or a function."""
    if callable(count):
        kept = count(rated)
        return kept if isinstance(kept, Iterable) else ()
    if isinstance(count, str) and count.endswith("%"):
        return rated[: max(1, len(rated) * int(count[:-1]) // 100)]
    if not isinstance(count, int | float | str):
        raise TypeError(f"Unsupported count of sentences: {count!r}")
    return rated[: int(count)]


def _nothing() -> None:
    pass
