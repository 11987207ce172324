"""Quotations and figures: found once, kept in the library, and those used last in memory."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from tui.desk.opened import Opened
from tui.desk.recent import Recent
from tui.library import Library
from tui.model import Facts, LibraryError

if TYPE_CHECKING:
    from tui.facts.sought import Sought
    from tui.text.reading import Reading

# The rules are compiled on first use, and so imported by the methods that want them: a list or a
# note needs none.


class Finds:
    """What the rules find in articles. Safe to use from several threads.

    Args:
        library: Gives the library, opened by then.
    """

    def __init__(self, library: Callable[[], Library]) -> None:
        self._library = library
        self._last: Recent[tuple[int, date | None], tuple[Reading, Facts]] = Recent(16)

    def of(self, opened: Opened) -> Facts:
        """Those of an article that is open."""
        key = (id(opened.reading), day(opened.article.published))
        kept = self._last.get(key)
        if kept is not None:
            return kept[1]
        article = opened.article.id
        found = self._known(article) if article else None
        found = self._find(opened) if found is None else found
        self._last.put(key, (opened.reading, found))
        return found

    def read(self, article_id: int) -> Facts:
        """Those of an article that nobody has open; what was used last is not pushed out by it."""
        from tui.text.reading import Reading

        found = self._known(article_id)
        if found is not None:
            return found
        article = self._library().article(article_id)
        body = self._library().body(article_id)
        return self._find(Opened(article, Reading.of(body, article.language, article.title)))

    def missing(self) -> array[int]:
        """The articles that the rules of today have not read yet, the newest first."""
        from tui.facts import RULES_VERSION

        return self._library().without_facts(RULES_VERSION)

    def candidates(self, sought: Sought) -> array[int]:
        """The articles that may hold what is sought, the newest first."""
        from tui.facts import RULES_VERSION

        return self._library().candidates(RULES_VERSION, sought.keys())

    def _known(self, article_id: int) -> Facts | None:
        from tui.facts import RULES_VERSION

        return self._library().facts(article_id, RULES_VERSION)

    def _find(self, opened: Opened) -> Facts:
        from tui.facts import RULES_VERSION, find_facts

        found = find_facts(opened.reading, day(opened.article.published))
        if not opened.article.id:
            return found
        try:
            self._library().store_facts(
                opened.article.id,
                RULES_VERSION,
                found,
                text=opened.reading.text,
                language=opened.reading.language,
            )
        except LibraryError:
            # They can be found again: a library that cannot be written now keeps no reader waiting.
            return found
        return found


def day(published: str | None) -> date | None:
    """The calendar day of an ISO 8601 date; None where it is not known to the day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
