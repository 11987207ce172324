"""The log: one small file in the state folder, never the screen."""

from __future__ import annotations

import logging
import logging.handlers
import re

from tui.config import Folders, private_folder

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class _Formatter(logging.Formatter):
    """Lines that can be shown in a terminal, whatever an article has put into them."""

    def format(self, record: logging.LogRecord) -> str:
        return _UNSAFE.sub(lambda match: f"\\x{ord(match[0]):02x}", super().format(record))


class _Handler(logging.handlers.RotatingFileHandler):
    """A full disk or a lost folder costs a line of the log, and says nothing on the screen."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        return


def configure_logging(where: Folders, debug: bool = False) -> None:
    """Send what the program logs to ``broadsheet.log``: warnings, or with ``debug`` all of it.

    Two older files of 500 kB are kept. Where the file cannot be made there is no log.
    """
    logger = logging.getLogger("tui")
    for old in logger.handlers[:]:
        logger.removeHandler(old)
        old.close()
    logger.propagate = False
    logger.setLevel(logging.DEBUG if debug else logging.WARNING)
    handler: logging.Handler = logging.NullHandler()
    try:
        path = private_folder(where.logs) / "broadsheet.log"
        handler = _Handler(path, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
    except OSError:
        pass
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
