"""What every test shares: a home of its own, the same random examples, and no network."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "checks", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "soak", parent=settings.get_profile("checks"), derandomize=False, max_examples=5000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "checks"))

REPOSITORY = Path(__file__).resolve().parent.parent
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_READERS_OWN = ("NO_COLOR", "COLORTERM", "COLUMNS", "LINES", "EDITOR", "VISUAL", "TEXTUAL")


def pytest_xdist_auto_num_workers() -> int:
    """Two processes for a core: many tests wait for a terminal, a pause or a lock."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture
def repository() -> Path:
    """The checkout, or the unpacked source archive, that is being tested."""
    return REPOSITORY


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this test's library and settings; the reader's own are never touched."""
    folder = tmp_path / "home"
    monkeypatch.setenv("BROADSHEET_HOME", str(folder))
    for name in _READERS_OWN:
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(autouse=True)
def _quiet_log() -> Iterator[None]:
    """A command that opened its log in this process leaves the next test's log as it was."""
    yield
    logger = logging.getLogger("tui")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True
    logger.setLevel(logging.NOTSET)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that would reach another machine fails, on a machine without a network or with one."""
    connect = socket.socket.connect

    def connect_nearby(self: socket.socket, address: tuple[str, int] | str | bytes) -> None:
        if isinstance(address, tuple) and address[0] not in _LOOPBACK:
            raise AssertionError(f"a test wanted to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_nearby)
