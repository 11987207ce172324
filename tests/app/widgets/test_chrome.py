from __future__ import annotations

import pytest

from tests.app.conftest import Sit

pytestmark = pytest.mark.usefixtures("samples")

SHORT = "Deleted. U brings it back."
LONG = (
    "/home/anna/notes/Harbour bridge reopens after eleven months of repairs.md was changed outside,"
    " so it stays as it is; the notes are in another file beside it."
)


async def test_a_message_that_fits_stands_in_the_status_line(sit: Sit) -> None:
    async with sit(size=(80, 24)) as here:
        here.page.say(SHORT)
        await here.rest()
        assert here.shows(SHORT)
        assert not here.page.remark.display


async def test_a_message_that_is_too_long_is_seen_whole_and_the_keys_with_it(sit: Sit) -> None:
    async with sit(size=(80, 24)) as here:
        before = here.page.reader.size
        here.page.say(LONG, error=True)
        await here.rest()
        assert here.shows("beside it.")
        assert here.shows("1 of 8")
        assert here.shows("s gist")
        assert here.page.reader.size == before
        await here.press("j")
        assert not here.shows("beside it.")


async def test_a_message_in_a_narrow_window_ends_somewhere(sit: Sit) -> None:
    async with sit(size=(60, 20)) as here:
        here.page.say("A very long word " * 100)
        await here.rest()
        assert here.page.remark.size.height == 6
        assert here.shows("…")
