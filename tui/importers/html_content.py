"""Finds the article in a page, by the scoring that Mozilla's Readability made common.

Paragraphs lend their length and commas to the elements around them; names of classes and the
share of linked text tell articles from menus. Nothing is cut from the tree: what does not
belong is marked ``out``, so that a pass that found too little can be made again, more gently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from tui.importers.html_cleaning import clean_article
from tui.importers.html_loose import wrap_loose_text
from tui.importers.html_measure import measured
from tui.importers.html_metadata import is_byline
from tui.importers.html_names import is_discussion, is_hidden, is_unlikely, name_weight
from tui.importers.html_tree import Node

_SENTENCE_END = re.compile(r"\.(?: |$)")

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SCORED = frozenset({"section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre"})
_PARTS = frozenset({"blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul"})

_BASE_SCORE = {
    **dict.fromkeys(("div",), 5),
    **dict.fromkeys(("pre", "td", "blockquote"), 3),
    **dict.fromkeys(("address", "ol", "ul", "dl", "dd", "dt", "li", "form"), -3),
    **dict.fromkeys((*_HEADINGS, "th"), -5),
}
_LONGEST_TITLE = 1000
_ENOUGH = 500
_MUCH_MORE = 1.5
"""A short text is believed unless a gentler pass finds so many times more: it adds menus first."""


@dataclass(frozen=True, slots=True)
class Strictness:
    """What one pass dares to leave out."""

    unlikely: bool = True
    weights: bool = True
    clean: bool = True


PASSES = (
    Strictness(),
    Strictness(unlikely=False),
    Strictness(unlikely=False, weights=False),
    Strictness(unlikely=False, weights=False, clean=False),
)


class Finder:
    """One pass over one page."""

    def __init__(self, root: Node, strictness: Strictness, title: str) -> None:
        self.strictness = strictness
        self.title = _folded(title)
        self.body = next(root.find_all("body"), root)
        self.nodes = self._mark_chrome()
        self.measures = measured(self.nodes)
        self.scores: dict[Node, float] = {}

    def find(self) -> list[Node]:
        """The elements that make up the article, in the order of the page."""
        self._score()
        chosen = self._with_siblings(self._top())
        if self.strictness.clean:
            clean_article(chosen, self.measures, self.weight)
        return chosen

    def lengths(self, chosen: Iterable[Node]) -> tuple[int, float]:
        """Code points of text in ``chosen``, and of those that are linked."""
        measures = [self.measures[node] for node in chosen]
        return sum(m.text for m in measures), sum(m.linked for m in measures)

    def weight(self, node: Node) -> int:
        """What the names of an element say for and against it, if this pass believes them."""
        return name_weight(node) if self.strictness.weights else 0

    def _mark_chrome(self) -> list[Node]:
        """Marks what is plainly no article; returns what is left, in the order of the page."""
        left: list[Node] = []
        title_seen = byline_seen = False
        stack = [self.body]
        while stack:
            node = stack.pop()
            node.out = node is not self.body and self._is_chrome(node)
            if not node.out and not title_seen and node.tag in {"h1", "h2"}:
                node.out = title_seen = self._is_title(node)
            if not node.out and not byline_seen and is_byline(node):
                node.out = byline_seen = True
            if not node.out:
                left.append(node)
                stack.extend(c for c in reversed(node.children) if isinstance(c, Node))
        return left

    def _is_chrome(self, node: Node) -> bool:
        if is_hidden(node) or (is_discussion(node) and node.tag != "main"):
            return True
        if not self.strictness.unlikely or node.tag in {"a", "html", "body"}:
            return False
        if not is_unlikely(node):
            return False
        return not any(a.tag in {"table", "code"} for a in islice(node.ancestors(), 4))

    def _is_title(self, node: Node) -> bool:
        text = _folded(node.words(_LONGEST_TITLE))
        return bool(text) and _alike(self.title, text) > 0.75

    def _score(self) -> None:
        """Lends the worth of every paragraph to the elements around it."""
        for node in self.nodes:
            measure = self.measures[node]
            if measure.text < 25 or not self._is_paragraph(node):
                continue
            worth = 2 + measure.commas + min(measure.text // 100, 3)
            for level, around in enumerate(islice(self._around(node), 5)):
                if around not in self.scores:
                    self.scores[around] = self._first_score(around)
                self.scores[around] += worth / (1 if level == 0 else 2 if level == 1 else level * 3)
        for node in self.scores:
            self.scores[node] *= 1 - self.measures[node].link_density

    def _is_paragraph(self, node: Node) -> bool:
        if node.tag in _SCORED:
            return True
        return node.tag == "div" and not any(
            c.tag in _PARTS for c in node.elements() if c is not node and not c.out
        )

    def _around(self, node: Node) -> Iterator[Node]:
        """Ancestors, without the boxes that some pages put around every single paragraph."""
        for around in node.ancestors():
            if around not in self.measures:
                return
            if around.tag == "div" and node.tag == "p" and len(_live(around)) == 1:
                continue
            yield around

    def _first_score(self, node: Node) -> float:
        return _BASE_SCORE.get(node.tag, 0) + self.weight(node)

    def _top(self) -> Node:
        """The element that holds most of the article and little else."""
        ranked = sorted(self.scores, key=lambda node: -self.scores[node])[:5]
        if not ranked or ranked[0] is self.body:
            return self.body
        top = self._common_ancestor(ranked)
        last = self.scores.get(top, 0.0)
        threshold = last / 3
        for around in top.ancestors():
            if around is self.body or around not in self.measures:
                break
            score = self.scores.get(around)
            if score is None:
                continue
            if score < threshold:
                break
            if score > last:
                top = around
                break
            last = score
        while (
            top.parent
            and top.parent is not self.body
            and top.parent in self.measures
            and len(_live(top.parent)) == 1
        ):
            top = top.parent
        return top

    def _common_ancestor(self, ranked: list[Node]) -> Node:
        """What holds the best and three more that are nearly as good; else the best."""
        top = ranked[0]
        rivals = [
            set(node.ancestors())
            for node in ranked[1:]
            if self.scores[node] >= 0.75 * self.scores[top]
        ]
        if len(rivals) >= 3:
            for around in top.ancestors():
                if around is self.body or around not in self.measures:
                    break
                if sum(around in rival for rival in rivals) >= 3:
                    return around
        return top

    def _with_siblings(self, top: Node) -> list[Node]:
        """``top`` and those beside it that carry on the text."""
        if top is self.body or top.parent is None:
            return [top]
        threshold = max(10.0, self.scores.get(top, 0.0) * 0.2)
        chosen: list[Node] = []
        for node in _live(top.parent):
            twin = bool(node.get("class")) and node.get("class") == top.get("class")
            score = self.scores.get(node, 0.0) + (threshold if twin else 0.0)
            if (
                node is top
                or (node in self.scores and score >= threshold)
                or ((twin or node.tag == "p") and self._carries_on(node))
            ):
                chosen.append(node)
        return chosen

    def _carries_on(self, node: Node) -> bool:
        measure = self.measures[node]
        if measure.text > 80:
            return measure.link_density < 0.25
        return bool(measure.text and not measure.linked and _SENTENCE_END.search(node.words()))


def _live(node: Node) -> list[Node]:
    return [child for child in node.children if isinstance(child, Node) and not child.out]


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _alike(one: str, other: str) -> float:
    """How much of ``other`` stands in ``one``, by the letters of its words, 0 to 1."""
    words = set(one.split())
    theirs = other.split()
    if not words or not theirs:
        return 0.0
    extra = " ".join(word for word in theirs if word not in words)
    return 1 - len(extra) / len(" ".join(theirs))


def find_article(root: Node, title: str) -> list[Node]:
    """The elements of the article, in the order of the page; ``out`` marks hold inside them.

    Args:
        root: The whole page.
        title: Its title: a heading that repeats it is left out.
    """
    wrap_loose_text(root)
    best: tuple[float, Strictness] = (-1.0, PASSES[0])
    for strictness in PASSES:
        finder = Finder(root, strictness, title)
        chosen = finder.find()
        text, linked = finder.lengths(chosen)
        if text - linked >= best[0] * _MUCH_MORE:
            best = (text - linked, strictness)
            if text >= _ENOUGH:
                return chosen
    return Finder(root, best[1], title).find()


def prose_length(root: Node) -> int:
    """Code points of text outside links and plain frames: a measure of what could be found."""
    finder = Finder(root, PASSES[0], "")
    measure = finder.measures[finder.body]
    return measure.text - round(measure.linked)


def whole_page(root: Node) -> list[Node]:
    """Everything of the page that a browser shows."""
    body = next(root.find_all("body"), root)
    for node in root.elements():
        node.out = is_hidden(node)
    return [body]
