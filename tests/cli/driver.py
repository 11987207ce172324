"""Runs the command line in this process or, where streams matter, in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

REPORT = """Harbour bridge reopens after eleven months of repairs

The bridge over the harbour opened again on Monday after eleven months of repairs.
It carries some 31,000 vehicles a day and cost £4.2 million to mend.

“We were promised a year and got eleven months of it,” said Anna Bell, the harbour master.
“That is the first good news of the whole winter,” she added.

Traffic on the old road fell by 25 percent within a week, the council noted on Tuesday.
Shops on the quay, which had lost a third of their customers, opened on Sunday as well.
"""


@dataclass(frozen=True)
class Result:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def value(self) -> Any:  # noqa: ANN401  # whatever the JSON holds
        return json.loads(self.out)

    @property
    def values(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Broadsheet = Callable[..., Result]
"""``broadsheet("list", "--json", stdin=b"")``"""


def spawn(
    words: Sequence[str], stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Runs ``broadsheet WORDS`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )
