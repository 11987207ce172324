"""Leaves out what stands inside an article without belonging: forms, share bars, link lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from tui.importers.html_measure import Measure, measured
from tui.importers.html_names import names_of
from tui.importers.html_tables import is_data_table
from tui.importers.html_tree import Node

_SHARE = re.compile(r"(?:\b|_)(?:share|sharedaddy|sharing)(?:\b|_)", re.IGNORECASE)
_ADVERTISEMENT = re.compile(
    r"(?:ad(?:vertising|vertisement)?|pub(?:licité)?|werb(?:ung)?|anzeige|loading|chargement"
    r"|anuncio|cargando)(?:…|\.\.\.)?$",
    re.IGNORECASE,
)
_NEVER = frozenset({"nav", "footer", "aside", "form", "fieldset", "dialog"})
_SUSPECTS = frozenset({"table", "ul", "div", "section"})
_SMALL = 500
"""Longer elements may speak of sharing; shorter ones are buttons for it."""


def clean_article(
    chosen: list[Node], measures: dict[Node, Measure], weight: Callable[[Node], int]
) -> None:
    """Marks ``out`` what does not belong to the article in ``chosen``.

    Args:
        chosen: Elements of the article; they themselves stay.
        measures: Of all elements still in the page; kept true.
        weight: What the names of an element say for and against it.
    """
    _Cleaner(chosen, measures, weight).clean()


class _Cleaner:
    """The elements of one article and what they are judged by."""

    def __init__(
        self, chosen: list[Node], measures: dict[Node, Measure], weight: Callable[[Node], int]
    ) -> None:
        self.measures = measures
        self.weight = weight
        self.roots = set(chosen)
        self.inside = [node for root in chosen for node in root.elements() if node in measures]
        data = {node for node in self.inside if node.tag == "table" and is_data_table(node)}
        self.in_data = {node for table in data for node in table.elements()}
        self.with_data = {node for table in data for node in table.ancestors()}

    def clean(self) -> None:
        """Judges every element from the inside out, so that a box is judged by what it keeps."""
        self.measures.update(measured(self.inside, self._leaves))

    def _leaves(self, node: Node, measure: Measure) -> bool:
        if node in self.roots:
            return False
        return self._is_extra(node, measure) or (
            node.tag in _SUSPECTS and self._is_fishy(node, measure)
        )

    def _is_extra(self, node: Node, measure: Measure) -> bool:
        if node.tag in _NEVER:
            return True
        names = names_of(node)
        if len(names) > 1 and _SHARE.search(names):
            return measure.text < _SMALL
        return node.tag in {"h1", "h2"} and self.weight(node) < 0

    def _is_fishy(self, node: Node, measure: Measure) -> bool:
        """Whether links, lists or emptiness say that an element is no part of the text."""
        if node in self.in_data or node in self.with_data or _within(node, "code"):
            return False
        weight = self.weight(node)
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


def _within(node: Node, tag: str) -> bool:
    return any(around.tag == tag for around in islice(node.ancestors(), 4))
