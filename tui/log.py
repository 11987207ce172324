"""The log: one small file in the state folder, never the screen."""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
from io import TextIOWrapper
from pathlib import Path

from tui.config import Folders, private_folder

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class _Formatter(logging.Formatter):
    """Lines that can be shown in a terminal, whatever an article has put into them."""

    def format(self, record: logging.LogRecord) -> str:
        return _UNSAFE.sub(lambda match: f"\\x{ord(match[0]):02x}", super().format(record))


class _Handler(logging.handlers.RotatingFileHandler):
    """Makes its folder when there is something to say; says nothing on the screen if it cannot."""

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        private_folder(path.parent)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        return


def configure_logging(where: Folders, debug: bool = False) -> None:
    """Send what the program logs to ``broadsheet.log``: warnings, or with ``debug`` all of it.

    The file is made with its first line; two older ones of 500 kB are kept.
    """
    logger = logging.getLogger("tui")
    for old in logger.handlers[:]:
        logger.removeHandler(old)
        old.close()
    logger.propagate = False
    logger.setLevel(logging.DEBUG if debug else logging.WARNING)
    handler = _Handler(
        where.logs / "broadsheet.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
