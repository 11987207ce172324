"""Anchors: how a note finds its words again after the article's text has changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from tui.model import Anchor, Span
from tui.text.alike import occurrences
from tui.text.composed import compose
from tui.text.joints import Ends
from tui.text.moved import moved
from tui.text.nearly import nearly
from tui.text.surroundings import Place

CONTEXT = 32
"""Code points kept on either side, as the W3C's text-quote selector suggests."""

_PLACES = 200
"""Words that stand in more places than this are told apart by their surroundings as they were."""

_LEAD = 0.25
"""So much better than the next one must the best of several places fit."""
_BLIND_LEAD = 1.2
"""And so much where another one may have stood there before, much the same around it."""

_ASKED = 4
"""Of so many of the best places it is asked whether they are rather another old place's."""

_AHEAD = 0.1
"""So much more must be left of a passage in its place than anywhere else."""

_TELLING = 16
"""Words this long may be trusted where nothing is known of what stood around them."""


def anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of ``text[start:end]``."""
    return Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def locate(text: str, anchor: Anchor, old: str | None = None) -> Span | None:
    """Where the anchored words stand in ``text`` now.

    The words must be there, though with other blanks, quotation marks and dashes and with
    accents composed or not, or in a passage a few of them may be others
    (:mod:`tui.text.nearly`). Where they stand in several places, or in another one than before,
    what is around them decides: the sentence before or after, the rest of the paragraph, the
    paragraphs next to it. A longer passage that stands once in both texts needs nothing around
    it (:mod:`tui.text.moved`). Where nothing decides, the answer is None: no place is better
    than a wrong one.

    Args:
        text: The text as it is now.
        anchor: The words, and where and among what they stood.
        old: The text that the anchor was made in, where it is still known. It tells more of the
            surroundings, and in which other places the same words stood.
    """
    if not anchor.exact.strip():
        return None
    if old is not None and old[anchor.start : anchor.end] != anchor.exact:
        old = None
    here = Span(anchor.start, anchor.start + len(anchor.exact))
    if _unmoved(text, here, anchor) and _ends(anchor, old).allow(text, here):
        return here
    now = compose(text)
    span = _locate(now.text, _composed(anchor, old), compose(old).text if old is not None else None)
    return now.outward(span) if span is not None else None


def _composed(known: Anchor, old: str | None) -> Anchor:
    """An anchor as it is in the composed text."""
    if old is not None:
        before = compose(old)
        return anchor(before.text, *before.inward(Span(known.start, known.end)))
    words = (known.exact, known.prefix, known.suffix)
    exact, prefix, suffix = (unicodedata.normalize("NFC", part) for part in words)
    return replace(known, exact=exact, prefix=prefix, suffix=suffix)


def _locate(text: str, anchor: Anchor, old: str | None) -> Span | None:
    """Where the words stand now; all that is compared here is composed."""
    ends = _ends(anchor, old)
    found = _candidates(text, anchor, ends)
    if not found:
        span = _reworded(text, anchor, old)
        return ends.widened(text, span) if span is not None else None
    if not (anchor.prefix.strip() or anchor.suffix.strip()):
        return found[0] if len(found) == 1 and len(anchor.exact.strip()) >= _TELLING else None
    if old is None:
        # Whether the very words are another passage that stood there before, nobody can tell.
        near = [near.span for near in nearly(text, anchor.exact)]
        near = [span for span in near if all(_apart(span, known) for known in found)]
        span = _best(text, [*found, *near], _home(anchor, old), None)
        return span if span in found else None
    rivals = _rivals(old, anchor, ends)
    span = _best(text, found, _home(anchor, old), [Place.of(old, rival) for rival in rivals])
    if span is None and len(found) == 1 and not rivals and ends.cut_alike(text, found[0]):
        gone = moved(text, found[0], old, Span(anchor.start, anchor.end))
        span = found[0] if gone else None
    return span


def _ends(anchor: Anchor, old: str | None) -> Ends:
    """What the ends of the words were inside of where they stood."""
    if old is not None:
        return Ends.of(old, Span(anchor.start, anchor.end))
    start = len(anchor.prefix)
    known = anchor.prefix + anchor.exact + anchor.suffix
    return Ends.of(known, Span(start, start + len(anchor.exact)))


def _unmoved(text: str, here: Span, anchor: Anchor) -> bool:
    """Whether everything that is kept of the place stands there as it did."""
    start = here.start - len(anchor.prefix)
    whole = anchor.prefix + anchor.exact + anchor.suffix
    return start >= 0 and text.startswith(whole, start)


def _candidates(text: str, anchor: Anchor, ends: Ends) -> list[Span]:
    """The places of the words; of very many only those with the very same surroundings."""
    found = occurrences(text, anchor.exact, _PLACES, ends)
    if len(found) <= _PLACES:
        return found
    whole = anchor.prefix + anchor.exact + anchor.suffix
    same = occurrences(text, whole, 1)
    if len(same) != 1:
        return []
    start = same[0].start + len(anchor.prefix)
    span = Span(start, start + len(anchor.exact))
    return [span] if text.startswith(anchor.exact, start) and ends.allow(text, span) else []


def _home(anchor: Anchor, old: str | None) -> Place:
    """The place that the words were taken from."""
    if old is not None:
        return Place.of(old, Span(anchor.start, anchor.end))
    start = len(anchor.prefix)
    known = anchor.prefix + anchor.exact + anchor.suffix
    return Place.of(known, Span(start, start + len(anchor.exact)))


def _rivals(old: str, anchor: Anchor, ends: Ends) -> list[Span]:
    """The other places in which the words stood already; of very many some."""
    spans = occurrences(old, anchor.exact, _PLACES, ends)
    home = Span(anchor.start, anchor.end)
    return [span for span in spans if _apart(span, home)]


def _best(
    text: str, found: Sequence[Span], home: Place, rivals: Sequence[Place] | None
) -> Span | None:
    """The one place that its surroundings speak for, and speak for no other old place as well.

    Where nothing is known of other old places, what is a paragraph by itself must at least have
    one of its neighbours left.
    """
    places = {span: Place.of(text, span) for span in found}
    if rivals is None and home.alone is not None:
        places = {span: place for span, place in places.items() if home.beside_the_same(place)}
    fits = {span: home.fit(place) for span, place in places.items()}
    ranked = sorted(((fit, span) for span, fit in fits.items() if fit is not None), reverse=True)
    ranked = [
        (fit, span)
        for fit, span in ranked[:_ASKED]
        if all((rival.fit(places[span]) or 0.0) < fit for rival in rivals or ())
    ]
    lead = _LEAD if rivals is not None else _BLIND_LEAD
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < lead):
        return None
    return ranked[0][1]


def _reworded(text: str, anchor: Anchor, old: str | None) -> Span | None:
    """The one place of nearly the same words, if it is not another passage of the old text's."""
    near = nearly(text, anchor.exact)
    if not near or (len(near) > 1 and near[0].share - near[1].share < _AHEAD):
        return None
    best, home = near[0], _home(anchor, old)
    if old is None:
        if home.beside_the_same(Place.of(text, best.span)):
            return _best(text, [best.span], home, None)
        return None
    others = nearly(old, text[best.span.start : best.span.end])
    others = [each for each in others if _apart(each.span, Span(anchor.start, anchor.end))]
    if any(each.share > best.share - _AHEAD for each in others):
        return None
    return _best(text, [best.span], home, [Place.of(old, each.span) for each in others])


def _apart(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start
