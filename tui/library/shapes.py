"""Blocks, links and facts as JSON, in lists rather than objects: they are many."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tui.model import (
    Block,
    BlockKind,
    Body,
    Facts,
    Figure,
    FigureKind,
    LibraryError,
    Link,
    Quotation,
    QuotationKind,
    Relation,
    RelationKind,
    Span,
)

_DAMAGE = (ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What JSON that is not ours makes the readers below raise."""


def _dump(rows: Iterable[object]) -> str:
    return json.dumps(list(rows), ensure_ascii=True, separators=(",", ":"))


def dump_blocks(blocks: Iterable[Block]) -> str:
    """Blocks as JSON."""
    return _dump(
        [b.kind.value, b.start, b.end, b.level, int(b.hidden), b.number, b.cells] for b in blocks
    )


def dump_links(links: Iterable[Link]) -> str:
    """Links as JSON."""
    return _dump([link.start, link.end, link.href] for link in links)


def load_body(text: str, blocks: str, links: str) -> Body:
    """The body kept as these three.

    Raises:
        LibraryError: If they do not belong together, as in a damaged or planted file.
    """
    try:
        body = Body(
            text,
            tuple(
                Block(
                    BlockKind(kind),
                    start,
                    end,
                    level,
                    bool(hidden),
                    number,
                    tuple(tuple(Span(*cell) for cell in row) for row in cells),
                )
                for kind, start, end, level, hidden, number, cells in json.loads(blocks)
            ),
            tuple(Link(start, end, href) for start, end, href in json.loads(links)),
        )
        spans: list[tuple[int, int]] = [(part.start, part.end) for part in body.blocks]
        spans += [cell for block in body.blocks for row in block.cells for cell in row]
        spans += [(part.start, part.end) for part in body.links]
        fits = all(0 <= start <= end <= len(text) for start, end in spans)
    except _DAMAGE as error:
        raise LibraryError("The shape of this text is damaged; its words are intact.") from error
    if not fits:
        raise LibraryError("The shape of this text does not fit its words.")
    return body


def dump_facts(facts: Facts) -> str:
    """Facts as JSON."""
    quotations = [
        [q.start, q.end, q.kind.value, q.speaker, q.role, q.mention, q.cue, q.confidence, q.rule]
        for q in facts.quotations
    ]
    figures = [
        [
            *(f.start, f.end, f.kind.value, f.value, f.value2, f.unit, f.date, f.approx, f.noun),
            *(int(f.minor), f.rule),
            [f.relation.kind.value, *f.relation.other] if f.relation else None,
        ]
        for f in facts.figures
    ]
    return _dump([quotations, figures])


def load_facts(data: str) -> Facts | None:
    """The facts kept as ``data``; None if it is damaged, as they can be found again."""
    try:
        quotations, figures = json.loads(data)
        return Facts(
            tuple(
                Quotation(
                    start,
                    end,
                    QuotationKind(kind),
                    speaker,
                    role,
                    mention and Span(*mention),
                    *rest,
                )
                for start, end, kind, speaker, role, mention, *rest in quotations
            ),
            tuple(_figure(row) for row in figures),
        )
    except _DAMAGE:
        return None


def _figure(row: Any) -> Figure:  # noqa: ANN401  # straight from json.loads
    start, end, kind, value, value2, unit, date, approx, noun, minor, rule, relation = row
    tie = None
    if relation:
        name, first, last = relation
        tie = Relation(RelationKind(name), Span(first, last))
    return Figure(
        start,
        end,
        FigureKind(kind),
        value,
        value2,
        unit,
        date,
        approx,
        noun,
        bool(minor),
        tie,
        rule,
    )
