"""Furniture that only the markup of a page gives away: links to other stories, picture credits.

Everything found is hidden, not cut: it stays in the text and can be shown.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tui.importers.dates import iso_date
from tui.model import Block, BlockKind, Body

_RELATED = re.compile(
    r"(?:related(?: (?:articles|stories|content|links|news|topics|coverage|posts))?"
    r"|more (?:from|on|great|stories|news|about|like this|in)\b.*|read (?:more|next|also)\b.*"
    r"|you (?:may|might) (?:also )?(?:like|be interested)\b.*|recommended\b.*|trending\b.*"
    r"|most (?:read|popular|viewed)\b.*|editors?['’]?s? picks?|top stories|latest(?: news)?"
    r"|popular(?: now)?|sponsored(?: links| content)?|promoted(?: content)?|don['’]t miss\b.*"
    r"|up next|also on\b.*|mehr zum thema|lesen sie auch\b.*|das könnte sie auch\b.*"
    r"|à lire aussi|lire aussi|sur le même sujet|te puede interesar|lee también|leggi anche"
    r"|tags?|topics|filed under|share this\b.*)\W*",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\W*(?:related|see (?:also|more)|read (?:also|more|next)|also read|also see|also|more"
    r"|watch(?: (?:now|video|more))?|must[- ]read|don['’]t miss|lesen sie (?:auch|mehr)"
    r"|lire aussi|à lire(?: aussi)?|lee también|leggi anche|mehr dazu)\s*[:>»|–—-]",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W*(?:(?:image|photo|picture|video|media|foto|bild|crédits?)s?\s*(?:credits?|copyright"
    r"|caption|by\b|:|©|/|\d+ of\b)|©|getty images\b|media playback is\b|credits?\s*:)",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\b(?:getty images|shutterstock|ap photo|reuters|afp)\W*$", re.IGNORECASE)
_DATED = re.compile(
    r"(?:first |last )?(?:published|updated|posted|modified|veröffentlicht|aktualisiert|publié"
    r"|mis à jour|publicado|actualizado|pubblicato)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|\b\d{4}\b|\bago\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")
_FEW = 14
_MANY = 30
_PROSE_WORDS = 15
_LEAST_PROSE = 80
_LINKED = 0.8


def hide_page_furniture(body: Body) -> Body:
    """Marks what stands between and around the paragraphs of an article as hidden.

    A page with little prose is left alone: there, the links may be the article.
    """
    judged = _Judge(body)
    if judged.prose_words < _LEAST_PROSE:
        return body
    judged.by_lines()
    judged.by_headings()
    judged.by_edges()
    blocks = (
        replace(block, hidden=True) if index in judged.hidden else block
        for index, block in enumerate(body.blocks)
    )
    return replace(body, blocks=tuple(blocks))


class _Judge:
    """What is known of every block, and which of them are furniture."""

    def __init__(self, body: Body) -> None:
        self.blocks = body.blocks
        self.texts = [" ".join(body.text[b.start : b.end].split()) for b in body.blocks]
        self.words = [len(text.split()) for text in self.texts]
        self.linked = _link_shares(body)
        self.hidden: set[int] = {i for i, b in enumerate(body.blocks) if b.hidden}
        self.prose = [i for i in range(len(self.blocks)) if self._is_prose(i)]
        self._prose_set = set(self.prose)
        self.prose_words = sum(self.words[i] for i in self.prose)
        loose = [i for i, b in enumerate(self.blocks) if b.kind is BlockKind.PARAGRAPH]
        pointing = sum(self._is_link_line(i) for i in loose)
        self.of_links = pointing > 0.4 * len(loose)

    def _is_prose(self, index: int) -> bool:
        block = self.blocks[index]
        return (
            not block.hidden
            and block.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM}
            and self.words[index] >= _PROSE_WORDS
            and self.linked[index] < 0.5
        )

    def _is_link_line(self, index: int) -> bool:
        return self.linked[index] >= _LINKED and 0 < self.words[index] <= _MANY

    def by_lines(self) -> None:
        """Lines that say by themselves that they lead elsewhere, credit a picture, or date."""
        first = self.prose[0] if self.prose else 0
        for index, block in enumerate(self.blocks):
            if block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM}:
                continue
            text, words = self.texts[index], self.words[index]
            pointer = words <= _MANY and self.linked[index] > 0.4 and _POINTER.match(text)
            between = not self.of_links and self._stands_between(index)
            credit = (
                words <= _FEW
                and block.kind is not BlockKind.HEADING
                and (_CREDIT.match(text) or _AGENCY.search(text))
                and not _SENTENCE.search(text)
            )
            dated = index < first and words <= _FEW + 6 and self._is_date(text)
            if pointer or between or credit or dated:
                self.hidden.add(index)

    def _stands_between(self, index: int) -> bool:
        """Whether a line is all link, and no item of a list and no heading of a text."""
        kind = self.blocks[index].kind
        if kind is BlockKind.ITEM or not self._is_link_line(index):
            return False
        return kind is not BlockKind.HEADING or index + 1 not in self._prose_set

    def _is_date(self, text: str) -> bool:
        if _SENTENCE.search(text.replace("a.m.", "").replace("p.m.", "")):
            return False
        said = _DATED.match(text) and _CLOCK.search(text)
        return bool(said or (len(text.split()) <= 8 and iso_date(text)))

    def by_headings(self) -> None:
        """“Related articles” and what hangs below it."""
        below = False
        for index, text in enumerate(self.texts):
            if self.words[index] <= 8 and _RELATED.fullmatch(text):
                follows = index + 1 < len(self.blocks) and self._is_link_line(index + 1)
                below = follows or index > (self.prose[-1] if self.prose else 0)
                if below:
                    self.hidden.add(index)
            elif below and self._is_link_line(index):
                self.hidden.add(index)
            elif index not in self.hidden:
                below = False

    def by_edges(self) -> None:
        """Linked lines before the first paragraph and after the last: menus, tags, stories."""
        if not self.prose:
            return
        for index in (*range(self.prose[0]), *range(self.prose[-1] + 1, len(self.blocks))):
            if self._is_link_line(index):
                self.hidden.add(index)


def _link_shares(body: Body) -> list[float]:
    """The linked share of each block's text, 0 to 1."""
    shares: list[float] = []
    links = iter(body.links)
    link = next(links, None)
    for block in body.blocks:
        linked = 0
        while link is not None and link.start < block.end:
            if "#" not in link.href:  # a place in the same page: contents, notes, anchors
                linked += max(0, min(link.end, block.end) - max(link.start, block.start))
            link = next(links, None)
        shares.append(_share(linked, block))
    return shares


def _share(linked: int, block: Block) -> float:
    return linked / (block.end - block.start) if block.end > block.start else 0.0
