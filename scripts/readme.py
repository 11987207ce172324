"""Writes what the README shows of the program: its keys, its help, and what commands print.

python scripts/readme.py
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
README = REPOSITORY / "README.md"
_CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)


def renewed(text: str) -> str:
    """The README with everything that the program says, as it says it now."""
    from tui.cli.help import HELP

    text = _between(text, "keys", f"\n{keys()}\n")
    text = _between(text, "help", f"\n```text\n{HELP}```\n")
    with tempfile.TemporaryDirectory() as home:
        return _CONSOLE.sub(lambda block: _run(block[1], home), text)


def keys() -> str:
    """The table of keys, with the names that remap them."""
    from tui.app.commands.table import COMMANDS, Group, help_lines

    rows = ["| | key | | name in `[keys]` |", "|---|---|---|---|"]
    for group in Group:
        title = f"**{group}**"
        for pressed, line in help_lines(group):
            shown = " ".join(f"`{key}`" for key in pressed.split())
            ids = (c.id for c in COMMANDS if (c.group, c.line) == (group, line))
            names = ", ".join(f"`{name}`" for name in ids)
            rows.append(f"| {title} | {shown} | {line} | {names} |")
            title = ""
    return "\n".join(rows)


def _between(text: str, name: str, inside: str) -> str:
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, rest = text.split(start)
    _, after = rest.split(end)
    return f"{before}{start}{inside}{end}{after}"


def _run(block: str, home: str) -> str:
    """The commands of a block, each with what it prints; all blocks share one library."""
    environment = {**os.environ, "BROADSHEET_HOME": home, "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    lines: list[str] = []
    for command in (line for line in block.splitlines() if line.startswith("$ ")):
        script = f'broadsheet() {{ "{sys.executable}" -m tui "$@"; }}; {command[2:]}'
        done = subprocess.run(
            ["sh", "-c", script],
            cwd=REPOSITORY,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        lines += [command, done.stdout.rstrip("\n")] if done.stdout else [command]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")
