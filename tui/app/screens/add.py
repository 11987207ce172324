"""The box that adds: a file, a folder, pasted text; and how far an import is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.app.paint import Line, cut, fold, spread, strip
from tui.app.screens.overlay import PADDING, Hairline, Overlay, TypeLine
from tui.app.widgets.lines import LineView
from tui.desk import AddProgress
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_LONG = 400
_INVITATION = (
    "a path to a .txt, .md or .html file, or to a folder of them; or paste a whole text here"
)
_SHOWN_FAILURES = 6


class SourceInput(Input):
    """An input that takes a pasted text whole, where a plain one keeps its first line."""

    class Pasted(Message):
        """A text of several lines was pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    busy = False
    """Whether ``x`` is a command now, not a letter."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Textual's hook: whether a key is text, and so no command of the screen."""
        return not (self.busy and key == "x") and super().check_consume_key(key, character)

    def _on_paste(self, event: events.Paste) -> None:
        text = event.text
        if "\n" in text.strip() or len(text) > _LONG:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(text))


class AddLines(LineView):
    """How far the import is, and what could not be read."""

    def __init__(self, page: FrontPage) -> None:
        super().__init__(id="add-lines")
        self.can_focus = False
        self._page = page
        self._lines: list[Line] = [[]]

    def line_count(self) -> int:
        """As many as there is to say."""
        return len(self._lines)

    def tell(self) -> None:
        """Look again and draw."""
        self._lines = list(self._told())
        self.redraw()

    def _told(self) -> Iterable[Line]:
        adding, style = self._page.adding, self.palette.style
        dim, text = style("dim", "raised"), style("text", "raised")
        if adding.progress is None and adding.report is None:
            if adding.running:
                yield [("reading …", dim)]
            else:
                for line in fold(_INVITATION, self.size.width - 2 * PADDING):
                    yield [(line, dim)]
            yield []
            return
        if adding.progress is not None:
            yield from self._bar(adding.progress)
        yield from self._counts()
        yield from self._failures()
        if adding.running:
            yield [("Reading goes on: esc hides this box, the status line keeps the count.", dim)]
        else:
            yield [
                ("enter", style("text", "raised", bold=True)),
                (" adds more   ", dim),
                ("esc", style("text", "raised", bold=True)),
                (" to the list", dim),
            ]
        yield [("", text)]

    def _bar(self, progress: AddProgress) -> Iterable[Line]:
        adding, style = self._page.adding, self.palette.style
        inner = self.size.width - 2 * PADDING
        total = max(progress.total or progress.done, 1)
        count = f"{progress.done:,} of {total:,}"
        room = max(4, inner - len(count) - 4)
        full = room * progress.done // total
        yield spread(
            [
                (self.glyphs.heavy * full, style("accent", "raised")),
                (self.glyphs.hair * (room - full), style("rule", "raised")),
            ],
            [(count, style("text", "raised", bold=True))],
            inner,
            style("text", "raised"),
        )
        parts = [f"{100 * progress.done // total} %"]
        if adding.running and adding.speed:
            left = (total - progress.done) / adding.speed
            parts.append(f"{adding.speed:,.0f} files a second")
            parts.append(f"about {counted(max(1, round(left)), 'second')} left")
        yield [(f" {self.glyphs.dot} ".join(parts), style("dim", "raised"))]
        yield []

    def _counts(self) -> Iterable[Line]:
        adding, style = self._page.adding, self.palette.style
        text, bold = style("text", "raised"), style("text", "raised", bold=True)
        report, progress = adding.report, adding.progress
        if report is not None:
            added, known, failed = len(report.added), len(report.known), len(report.failures)
        elif progress is not None:
            added, known, failed = progress.added, progress.known, progress.failed
        else:
            return
        yield [(f"{added:>5,}", bold), ("  added", text)]
        if known:
            yield [(f"{known:>5,}", bold), ("  already here, left as they are", text)]
        if failed:
            error = style("error", "raised", bold=True)
            yield [
                (f"{f'! {failed:,}':>5}", error),
                ("  could not be read", style("error", "raised")),
            ]
        yield []

    def _failures(self) -> Iterable[Line]:
        report = self._page.adding.report
        if report is None or not report.failures:
            return
        style = self.palette.style
        inner = self.size.width - 2 * PADDING
        head = "NOT READ"
        hair = self.glyphs.hair * (inner - len(head) - 1)
        yield [
            (head, style("text", "raised", bold=True)),
            (" ", style("text", "raised")),
            (hair, style("rule", "raised")),
        ]
        for failure in report.failures[:_SHOWN_FAILURES]:
            for line in _in_two_lines(failure.reason, inner, self.glyphs.more):
                yield [(line, style("text", "raised"))]
        more = len(report.failures) - _SHOWN_FAILURES
        if more > 0:
            yield [(f"and {more:,} more, each with its reason in the log", style("dim", "raised"))]
        yield []

    def draw(self, y: int) -> Strip:
        """A line within the padding."""
        fill = self.palette.style("text", "raised")
        return strip([(" " * PADDING, fill), *self._lines[y]], self.size.width, fill)


class AddBox(Overlay[None]):
    """Type or paste, enter; it can be hidden while it works."""

    LABEL = "ADD"
    COLUMNS = 78
    TOP = 7
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the line to type in, which would take the key as text.
        Binding("x,ctrl+x", "stop", "stop the import", priority=True)
    ]

    def __init__(self, page: FrontPage) -> None:
        super().__init__(page)
        self.lines = AddLines(page)

    def content(self) -> Iterable[Widget]:
        """Line to type in, hairline, what is told."""
        yield _SourceLine(self.page.glyphs.cursor)
        yield Hairline(id="sheet-hair")
        yield self.lines

    def on_mount(self) -> None:
        """Begin; look ten times a second while something is under way."""
        super().on_mount()
        self.head.show("file · folder · pasted text")
        if not self.page.adding.running:
            self.page.adding.progress = self.page.adding.report = None
        self.query_one(SourceInput).focus()
        self.set_interval(0.1, self.look)
        self.look()

    def look(self) -> None:
        """Show how far it is; close when one article came in without a fault."""
        adding = self.page.adding
        self.query_one(SourceInput).busy = adding.running
        self.lines.tell()
        self.lines.styles.height = self.lines.line_count()
        stop = (("x", "stop; what is in stays"),) if adding.running else (("enter", "add"),)
        place = adding.place if adding.running else ""
        self.status.show((*stop, ("esc", "hide" if adding.running else "close")), place)
        report = adding.report
        if (
            report is not None
            and not report.failures
            and len(report.added) + len(report.known) == 1
        ):
            self.dismiss(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Add what the path names."""
        source = event.value.strip().strip("'\"")
        if source:
            self.page.adding.start(source)
            event.input.value = ""
            self.look()

    def on_source_input_pasted(self, message: SourceInput.Pasted) -> None:
        """Add a pasted text."""
        self.page.adding.start(message.text, pasted=True)
        self.look()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what is meant."""
        value = event.value.strip()
        self.page.jobs.read("meant", lambda stopped: _meant(value), self.head.show)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to stop only while an import runs; else ``x`` is a letter."""
        return self.page.adding.running if action == "stop" else True

    def action_stop(self) -> None:
        """Stop the import."""
        self.page.adding.stop()


class _SourceLine(TypeLine):
    """A cursor mark and the input that takes pasted texts."""

    def field(self) -> Input:
        """The input."""
        return SourceInput(id="type-input", compact=True)


def _meant(value: str) -> str:
    """What a typed source seems to be."""
    if not value:
        return "file · folder · pasted text"
    if "://" in value:
        return "address"
    try:
        path = Path(value).expanduser()
        if path.is_dir():
            return "folder"
        return "file" if path.exists() else "no such file yet"
    except (OSError, RuntimeError, ValueError):
        return "not a path"


def _in_two_lines(text: str, columns: int, more: str) -> list[str]:
    """A reason as far as two lines hold it."""
    first, *rest = fold(text, columns) or [""]
    return [first, cut(" ".join(rest), columns, more)] if rest else [first]
