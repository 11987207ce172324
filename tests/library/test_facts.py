from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.library import Library
from tui.model import (
    Draft,
    FactCounts,
    Facts,
    Figure,
    FigureKind,
    LibraryError,
    Quotation,
    QuotationKind,
)

FOUND = Facts(
    (
        Quotation(0, 5, QuotationKind.DIRECT, "Kim"),
        Quotation(6, 9, QuotationKind.PARTIAL),
        Quotation(9, 12, QuotationKind.INDIRECT),
    ),
    (Figure(0, 2, FigureKind.COUNT, 12.0), Figure(3, 4, FigureKind.ORDINAL, 1.0, minor=True)),
)
URL = "https://example.com/a"


def test_facts_come_back_for_the_rules_that_found_them(
    library: Library, draft: Callable[..., Draft]
) -> None:
    library.add(draft())
    assert library.facts(1, 3) is None
    assert library.article(1).facts is None
    assert library.store_facts(1, 3, FOUND)
    assert library.facts(1, 3) == FOUND
    assert library.facts(1, 4) is None
    assert library.store_facts(1, 4, Facts())
    assert library.facts(1, 3) is None
    assert library.facts(1, 4) == Facts()


def test_the_list_counts_neither_indirect_speech_nor_minor_figures(
    library: Library, draft: Callable[..., Draft]
) -> None:
    library.add(draft())
    library.store_facts(1, 1, FOUND)
    assert library.article(1).facts == FactCounts(quotations=2, figures=1)


def test_facts_belong_to_the_text_they_were_found_in(
    library: Library, draft: Callable[..., Draft]
) -> None:
    library.add(draft("One", url=URL))
    text = library.body(1).text
    library.store_facts(1, 1, FOUND, text=text)
    library.add(draft("Two", url=URL), again=True)
    assert library.facts(1, 1) is None
    assert library.article(1).facts is None
    assert not library.store_facts(1, 1, FOUND, text=text)
    assert library.facts(1, 1) is None
    library.undo()
    assert library.facts(1, 1) == FOUND


def test_storing_facts_is_no_step_to_undo(library: Library, draft: Callable[..., Draft]) -> None:
    library.add(draft())
    library.store_facts(1, 1, FOUND)
    assert library.undo() == "1 article added: undone"


def test_facts_of_an_article_that_is_not_there_get_one_sentence(library: Library) -> None:
    with pytest.raises(LibraryError, match="There is no article 5"):
        library.facts(5, 1)
    with pytest.raises(LibraryError, match="There is no article 5"):
        library.store_facts(5, 1, FOUND)
