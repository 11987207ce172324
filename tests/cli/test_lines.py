from __future__ import annotations

import pytest

from tui.cli.lines import article_line, figure_line, normalised, plain_number, quotation_line
from tui.model import (
    Article,
    Figure,
    FigureKind,
    Quotation,
    QuotationKind,
    Relation,
    RelationKind,
    Span,
    State,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (91_200_000_000.0, "91,200,000,000"),
        (1_234.5, "1,234.5"),
        (0.1 + 0.2, "0.3"),
        (-40.0, "-40"),
        (0.0, "0"),
        (1e18, "1e+18"),
        (2.5e-9, "2.5e-09"),
    ],
)
def test_numbers_are_written_as_people_write_them(value: float, written: str) -> None:
    assert plain_number(value) == written


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure(0, 1, FigureKind.MONEY, 5e6, unit="USD", approx="about"), "about 5,000,000 USD"),
        (Figure(0, 1, FigureKind.PERCENT, 25.0, unit="%"), "25%"),
        (Figure(0, 1, FigureKind.QUANTITY, 3.0, 5.0, unit="km"), "3-5 km"),
        (Figure(0, 1, FigureKind.DATE, date="2025-07"), "2025-07"),
        (Figure(0, 1, FigureKind.DATE), ""),
        (Figure(0, 1, FigureKind.COUNT, 0.0), "0"),
    ],
)
def test_what_a_figure_comes_to(figure: Figure, text: str) -> None:
    assert normalised(figure) == text


def test_a_figure_names_what_it_is_tied_to() -> None:
    text = "from 25 percent to 15 percent"
    tie = Relation(RelationKind.CHANGE_TO, Span(19, 29))
    figure = Figure(5, 15, FigureKind.PERCENT, 25.0, unit="%", relation=tie)
    assert figure_line(text, figure) == "25 percent · percent · 25% · changes to 15 percent"


def test_a_quotation_without_a_speaker_says_so() -> None:
    text = "“Never\nagain.”"
    quotation = Quotation(0, len(text), QuotationKind.DIRECT)
    assert quotation_line(text, quotation) == "“Never again.” — speaker not found"
    partial = Quotation(0, len(text), QuotationKind.PARTIAL, "Ida Holm", role="mayor")
    assert quotation_line(text, partial) == "“Never again.” — Ida Holm, mayor (partial)"


def test_an_article_is_one_line() -> None:
    article = Article(
        12,
        "Title\x1b[2J\nof two",
        byline="Ida",
        site="News",
        published="2025-07-01",
        minutes=4,
        state=State(starred=True),
        tags=("korea", "trade"),
    )
    line = "id:12 Title of two · Ida · News · 2025-07-01 · 4 min · unread, starred · #korea #trade"
    assert article_line(article) == line
