"""The log under the state folder: faults always, everything with ``--debug``."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from tui.config import folders
from tui.log import NAME, configure_logging
from tui.model import BroadsheetError

_log = logging.getLogger(__name__)


def start(*, debug: bool) -> Path | None:
    """Begin to log; None where there is no place for it, which is no reason to stop."""
    try:
        where = folders()
    except BroadsheetError:
        return None
    configure_logging(where, debug)
    return where.logs / NAME


def remark(text: str) -> None:
    """Write down, with ``--debug`` only, what is being done."""
    _log.debug(text, exc_info=sys.exc_info()[0] is not None)


def fault(doing: str) -> None:
    """Write down the exception being handled, with its trace."""
    _log.exception(doing)
