"""What helps with a line that is being typed: what its last word may become, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.app.jobs import Stopped
from tui.app.widgets.query_input import QueryInput, last_word
from tui.desk import Desk

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


class Help(NamedTuple):
    """Offers for the word before the cursor, the likeliest first, and what is not understood."""

    offers: Sequence[str] = ()
    problem: str = ""


Helps = Callable[[str, str, Stopped], Help]
"""Given a line, what stands before the cursor in it, and whether to stop; called by a worker."""


def help_with_query(desk: Desk, query: str, before: str, stopped: Stopped) -> Help:
    """Help with a query, of which ``before`` stands before the cursor."""
    # A word by itself may be anything; only one that is begun is helped along.
    offers = desk.completions(before, stopped) if last_word(before) else []
    # The word that is being typed is not wrong as long as it may become something.
    finished = query.removesuffix(last_word(query))
    problems = desk.mistakes(finished) if offers else desk.problems(query)
    return Help(offers, next(iter(problems), ""))


def help_with_tags(desk: Desk, before: str, stopped: Stopped) -> Help:
    """The tags that there are, in the spelling of a line of tags."""
    word = last_word(before)
    sign = word[:1] if word[:1] in ("+", "-") else ""
    known = desk.completions(f"tag:{word.removeprefix(sign)}", stopped)
    return Help([sign + tag.removeprefix("tag:") for tag in known])


def help_along(
    page: FrontPage,
    field: QueryInput,
    helps: Helps,
    show: Callable[[Help], None],
) -> None:
    """Have help looked up for what stands in a line now, and show it.

    Args:
        page: The front page, which has the workers.
        field: The line.
        helps: What helps with it.
        show: Given the help on the screen's thread.
    """
    query, before = field.value, field.before

    def done(found: Help) -> None:
        if field.is_mounted:
            field.offers = found.offers
            show(found)

    page.jobs.read("help", lambda stopped: helps(query, before, stopped), done)
