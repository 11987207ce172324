"""The commands there are."""

from __future__ import annotations

from collections.abc import Mapping

from tui.cli import adding, facts, notes, reading, settings, states
from tui.cli.command import Command

COMMANDS: Mapping[str, Command] = {
    command.name: command
    for module in (adding, reading, facts, notes, states, settings)
    for command in module.COMMANDS
}

NOT_BUILT = frozenset(
    {"search", "export", "feeds", "backup", "restore", "check", "recover", "serve"}
)
"""Words that are kept for commands to come: no file is meant by them."""
