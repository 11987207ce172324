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

from tui.importers.html_blocks import BLOCK_TAGS
from tui.importers.html_measure import leave_out, measured
from tui.importers.html_metadata import is_byline
from tui.importers.html_tables import is_data_table
from tui.importers.html_tree import Node

_UNLIKELY = re.compile(
    r"-ad-|ad-break|agegate|ai2html|banner|breadcrumb|combx|comment|community|cookie|consent"
    r"|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|newsletter|related|remark|replies"
    r"|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|pagination|pager|popup"
    r"|paywall|subscribe|yom-remote",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"and|article|body|column|content|main|mathjax|shadow", re.IGNORECASE)
_GOOD = re.compile(
    r"article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"-ad-|hidden|\bhid\b|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta"
    r"|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags"
    r"|widget|newsletter|cookie|taboola",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?:\b|_)(?:share|sharedaddy|sharing)(?:\b|_)", re.IGNORECASE)
_UNLIKELY_ROLES_NAMES = (
    "menu menubar complementary navigation alert alertdialog dialog banner search"
)
_UNLIKELY_ROLES = frozenset(_UNLIKELY_ROLES_NAMES.split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ADVERTISEMENT = re.compile(
    r"(?:ad(?:vertising|vertisement)?|pub(?:licité)?|werb(?:ung)?|anzeige|loading|chargement"
    r"|anuncio|cargando)(?:…|\.\.\.)?$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"\.(?: |$)")

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SCORED = frozenset({"section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre"})
_PARTS = frozenset({"blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul"})
_BOXES = frozenset({"div", "article", "section", "main", "body", "center"})
_BASE_SCORE = {
    **dict.fromkeys(("div",), 5),
    **dict.fromkeys(("pre", "td", "blockquote"), 3),
    **dict.fromkeys(("address", "ol", "ul", "dl", "dd", "dt", "li", "form"), -3),
    **dict.fromkeys((*_HEADINGS, "th"), -5),
}
_NEVER = frozenset({"nav", "footer", "aside", "form", "fieldset", "dialog"})
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
            self._clean(chosen)
        return chosen

    def lengths(self, chosen: Iterable[Node]) -> tuple[int, float]:
        """Code points of text in ``chosen``, and of those that are linked."""
        measures = [self.measures[node] for node in chosen]
        return sum(m.text for m in measures), sum(m.linked for m in measures)

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
        if is_hidden(node):
            return True
        if not self.strictness.unlikely:
            return False
        if node.get("role").lower() in _UNLIKELY_ROLES:
            return True
        if node.tag in {"a", "html", "body"}:
            return False
        names = f"{node.get('class')} {node.get('id')}"
        if len(names) > 1 and _UNLIKELY.search(names) and not _PERHAPS.search(names):
            return not any(a.tag in {"table", "code"} for a in islice(node.ancestors(), 4))
        return False

    def _is_title(self, node: Node) -> bool:
        text = _folded(node.words())
        return bool(text) and alike(self.title, text) > 0.75

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
        return _BASE_SCORE.get(node.tag, 0) + self._weight(node)

    def _weight(self, node: Node) -> int:
        """What the names of an element say about it: 25 for and 25 against, each for both names."""
        if not self.strictness.weights:
            return 0
        names = [name for name in (node.get("class"), node.get("id")) if name]
        return 25 * sum(bool(_GOOD.search(n)) - bool(_BAD.search(n)) for n in names)

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

    def _clean(self, chosen: list[Node]) -> None:
        """Leaves out what stands inside the article without belonging to it."""
        inside = [node for root in chosen for node in root.elements() if node in self.measures]
        roots = set(chosen)
        self._data = {n for n in inside if n.tag == "table" and is_data_table(n)}
        self._in_data = {n for table in self._data for n in table.elements()}
        self._with_data = {a for table in self._data for a in table.ancestors()}
        for node in inside:
            if node not in roots and self._is_extra(node):
                leave_out(node, self.measures)
        for tags in (("form", "fieldset"), ("table",), ("ul",), ("div", "section")):
            for node in reversed(inside):
                if node.tag in tags and node not in roots and self._is_fishy(node):
                    leave_out(node, self.measures)

    def _is_extra(self, node: Node) -> bool:
        if node.tag in _NEVER:
            return True
        names = f"{node.get('class')} {node.get('id')}"
        if len(names) > 1 and _SHARE.search(names):
            return self.measures[node].text < _ENOUGH
        return node.tag in {"h1", "h2"} and self._weight(node) < 0

    def _is_fishy(self, node: Node) -> bool:
        """Whether links, lists or emptiness say that an element is no part of the text."""
        measure = self.measures[node]
        if node in self._in_data or node in self._with_data or _within(node, "code"):
            return False
        weight = self._weight(node)
        if weight < 0:
            return True
        if measure.commas >= 10:
            return False
        if measure.text < 40 and _ADVERTISEMENT.match(node.words()):
            return True
        is_list = node.tag in {"ul", "ol"} or measure.lists > 0.9 * measure.text
        in_figure = _within(node, "figure")
        density = measure.link_density
        too_linked = density > 0.5 if weight >= 25 else density > 0.2 and not is_list
        short = (
            not is_list
            and not in_figure
            and measure.text < 25
            and density > 0
            and measure.headings < 0.9 * measure.text
            and not 1 <= measure.images <= 2
        )
        return (
            (not in_figure and measure.images > 1 and measure.paragraphs < 0.5 * measure.images)
            or (not is_list and measure.items - 100 > measure.paragraphs)
            or measure.inputs > measure.paragraphs // 3
            or short
            or too_linked
            or (not measure.images and not measure.textish)
        )


def _live(node: Node) -> list[Node]:
    return [child for child in node.children if isinstance(child, Node) and not child.out]


def _within(node: Node, tag: str) -> bool:
    return any(around.tag == tag for around in islice(node.ancestors(), 4))


def is_hidden(node: Node) -> bool:
    """Whether a browser would not show an element."""
    return (
        "hidden" in node.attributes
        or (node.get("aria-hidden").lower() == "true" and "fallback-image" not in node.get("class"))
        or node.get("aria-modal").lower() == "true"
        or bool(_HIDDEN_STYLE.search(node.get("style")))
    )


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def alike(one: str, other: str) -> float:
    """How much of ``other`` stands in ``one``, by the letters of its words, 0 to 1."""
    words = set(one.split())
    theirs = other.split()
    if not words or not theirs:
        return 0.0
    extra = " ".join(word for word in theirs if word not in words)
    return 1 - len(extra) / len(" ".join(theirs))


def _wrap_loose_text(root: Node) -> None:
    """Makes paragraphs of the text that stands directly beside block elements."""
    for node in list(root.elements()):
        if node.tag not in _BOXES or not any(_is_block(child) for child in node.children):
            continue
        children: list[Node | str] = []
        run: list[Node | str] = []
        for child in [*node.children, None]:
            if child is not None and not _is_block(child):
                run.append(child)
                continue
            if any(c.strip() if isinstance(c, str) else c.tag != "br" for c in run):
                loose = Node("p", {}, node)
                loose.children = run
                for inner in run:
                    if isinstance(inner, Node):
                        inner.parent = loose
                children.append(loose)
            run = []
            if child is not None:
                children.append(child)
        node.children = children


def _is_block(child: Node | str) -> bool:
    if isinstance(child, str):
        return False
    return child.tag in BLOCK_TAGS or any(n.tag in BLOCK_TAGS for n in child.elements())


def find_article(root: Node, title: str) -> list[Node]:
    """The elements of the article, in the order of the page; ``out`` marks hold inside them.

    Args:
        root: The whole page.
        title: Its title: a heading that repeats it is left out.
    """
    _wrap_loose_text(root)
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
