from __future__ import annotations

import pytest

from tui.model import Span
from tui.text.joints import Ends, Joint, joint


@pytest.mark.parametrize(
    "text",
    [
        *["the | art", "the |art", "art|, and", "“|art”", "well-|known", "art| 5", "(|5)", "5|, 6"],
        *[
            "5| percent",
            "in 2020| 300 people",
            "5|. Then",
            "5|.",
            "|art",
            "art|",
            "$5| more",
            "|$5",
        ],
        *[
            "昨日|市長",
            "市長|は5",
            "約|5万",
            "서울|은",
            "ความ|รู้",
            "yes|—no",
            "’|tis",
            "dogs|’ tails",
        ],
        *["5|年", "a |-5", "– |5", "§ |5"],
    ],
)
def test_words_may_end_between_words(text: str) -> None:
    assert joint(text.replace("|", ""), text.index("|")) is Joint.NONE


@pytest.mark.parametrize(
    "text",
    ["p|art", "art|y", "été|s", "cafe|\u0301", "1|5", "5|th", "x|5", "snake|_case", "п|арк", "٣|٤"],
)
def test_words_may_not_end_in_a_word(text: str) -> None:
    assert joint(text.replace("|", ""), text.index("|")) is Joint.WORD


@pytest.mark.parametrize(
    "text",
    [
        *[
            "2|.5",
            "2.|5",
            "1,200|,000",
            "1|,25",
            "1|.200",
            "1'|200",
            "1|’200",
            "4 |300",
            "4|\u202f300",
        ],
        *["4\u00a0|300", "12 200| 000", "3|–5", "3–|5", "10:|30", "1|/2", "2026-|01", "costs .|5"],
        *["5|万", "二|十", "五千|万", "٣|٫٥", "１|，２"],
    ],
)
def test_words_may_not_end_in_a_number(text: str) -> None:
    assert joint(text.replace("|", ""), text.index("|")) is Joint.NUMBER


@pytest.mark.parametrize(
    "text",
    [
        *[
            "$|5",
            "€|5",
            "5|%",
            "5| %",
            "5|\u202f%",
            "12|€",
            "12|\u00a0€",
            "US|$5",
            "was -|12",
            "(−|12)",
        ],
        *["-|12", "-|$12", "l'|homme", "l|’homme", "can|'t", "mayor|’s"],
    ],
)
def test_words_may_not_leave_a_sign_behind(text: str) -> None:
    assert joint(text.replace("|", ""), text.index("|")) is Joint.SIGN


def test_what_was_cut_before_may_be_cut_there_again_but_not_elsewhere() -> None:
    ends = Ends.of("a party", Span(3, 6))
    assert ends.allow("the party", Span(5, 8))
    assert not ends.allow("the warty", Span(5, 8))
    assert not ends.allow("the parts", Span(5, 8))


def test_a_span_is_widened_to_whole_figures() -> None:
    text = "It rose to $1,200,000 in a year."
    whole = Span(text.index("$"), text.index(" in"))
    ends = Ends.of("one 200 two", Span(4, 7))
    assert ends.widened(text, Span(whole.start + 3, whole.start + 6)) == whole
