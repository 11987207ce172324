"""The log under the state folder: faults always, everything with ``--debug``."""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys
from pathlib import Path

from tui.config import folders

NAME = "broadsheet.log"
_SIZE = 1_000_000

_log = logging.getLogger(__name__)


def start(*, debug: bool) -> Path | None:
    """Begin to log; None where the folder cannot be written, which is no reason to stop."""
    try:
        folder = folders().logs
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / NAME
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600))
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=_SIZE, backupCount=2, encoding="utf-8", delay=True
        )
    except (OSError, RuntimeError):
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("tui")
    root.handlers = [handler]
    root.propagate = False
    root.setLevel(logging.DEBUG if debug else logging.WARNING)
    return path


def remark(text: str) -> None:
    """Write down, with ``--debug`` only, what is being done."""
    _log.debug(text, exc_info=sys.exc_info()[0] is not None)


def fault(doing: str) -> None:
    """Write down the exception being handled, with its trace."""
    _log.exception(doing)
