from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.config import folders
from tui.log import configure_logging


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    root = logging.getLogger("tui")
    handlers, level, propagate = root.handlers[:], root.level, root.propagate
    yield logging.getLogger("tui.somewhere")
    for handler in root.handlers:
        handler.close()
    root.handlers[:], root.propagate = handlers, propagate
    root.setLevel(level)


def test_warnings_go_to_a_private_file_and_the_rest_only_when_asked_for(
    home: Path, logger: logging.Logger, capfd: pytest.CaptureFixture[str]
) -> None:
    configure_logging(folders())
    logger.info("chatter")
    assert not home.exists()
    logger.warning("trouble with %s", "é")
    configure_logging(folders(), debug=True)
    logger.debug("detail")
    file = home / "state" / "logs" / "broadsheet.log"
    lines = file.read_text("utf-8").splitlines()
    assert [line.split(" ", 2)[2] for line in lines] == [
        "WARNING tui.somewhere: trouble with é",
        "DEBUG tui.somewhere: detail",
    ]
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert capfd.readouterr() == ("", "")


def test_what_an_article_brings_cannot_reach_a_terminal_through_the_log(
    home: Path, logger: logging.Logger
) -> None:
    configure_logging(folders())
    logger.warning("title %s", "\x1b]52;c;x\x07\x9b31m\u202e")
    text = (home / "state" / "logs" / "broadsheet.log").read_text("utf-8")
    assert "title \\x1b]52;c;x\\x07\\x9b31m\\x202e\n" in text


def test_a_log_that_cannot_be_written_says_nothing(
    home: Path, logger: logging.Logger, capfd: pytest.CaptureFixture[str]
) -> None:
    home.write_text("a file where the folder should be")
    configure_logging(folders())
    logger.warning("lost")
    assert capfd.readouterr() == ("", "")
    assert home.read_text() == "a file where the folder should be"


def test_old_lines_move_to_at_most_two_older_files(home: Path, logger: logging.Logger) -> None:
    configure_logging(folders())
    for _ in range(25):
        logger.warning("%s", "x" * 100_000)
    files = sorted(item.name for item in (home / "state" / "logs").iterdir())
    assert files == ["broadsheet.log", "broadsheet.log.1", "broadsheet.log.2"]
