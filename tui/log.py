"""The log: one small file in the state folder, never the screen."""

from __future__ import annotations

import logging
import os
import re
from io import TextIOWrapper
from pathlib import Path

from tui.config import Folders, private_folder

NAME = "broadsheet.log"
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class _Formatter(logging.Formatter):
    """Lines that can be shown in a terminal, whatever an article has put into them."""

    def format(self, record: logging.LogRecord) -> str:
        return _UNSAFE.sub(lambda match: f"\\x{ord(match[0]):02x}", super().format(record))


class _Handler(logging.Handler):
    """Loads and opens nothing before there is something to say, which is rarely the case."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = _rotating(self._path)
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def _rotating(path: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    class Private(RotatingFileHandler):
        """Makes its folder for its owner alone; says nothing on the screen if it cannot."""

        def _open(self) -> TextIOWrapper:
            private_folder(path.parent)
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
            return super()._open()

        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
            return

    handler = Private(path, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


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
    logger.addHandler(_Handler(where.logs / NAME))
