"""Where the program starts: the one place that knows both the app and the command line."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.desk import Desk


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``broadsheet`` with these words (those of the process by default)."""
    from tui.cli.run import run

    return run(sys.argv[1:] if argv is None else argv, _start_app)


def _start_app(desk: Desk, open_ids: Sequence[int], notices: Sequence[str]) -> int:
    # Nearly everything that is loaded stays. Looking for garbage among it, a dozen times before
    # anything is seen, finds none; the app looks again as soon as it has painted.
    gc.disable()
    # Textual is loaded here and nowhere earlier: no other command needs a screen.
    from tui.app.app import run

    return run(desk, open_ids=open_ids, notices=notices)


if __name__ == "__main__":
    sys.exit(main())
