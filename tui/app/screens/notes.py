"""All notes of the library: searched as one types, by tag, each a link to its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.app.jobs import Stopped
from tui.app.offers import Help, help_with_query
from tui.app.screens.asking import Asking
from tui.app.tabs.all_notes import all_notes_tab
from tui.app.tabs.rows import Tab, TabName, advice, words
from tui.app.widgets.query_input import last_word
from tui.app.wording import when
from tui.model import Article, Hit, Note, Where
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_LOST = "is:lost"
_PORTION = 100


@dataclass(frozen=True)
class _Answer:
    """The notes that a query finds, as far down as anybody has looked; ``lost`` of ``total``."""

    query: str
    notes: Sequence[Note]
    articles: Mapping[int, Article]
    paragraphs: Mapping[int, int]
    total: int
    lost: int


class NotesScreen(Asking[Note]):
    """Type to narrow, Enter opens the place of a note."""

    LABEL = "NOTES"
    HELP_ROWS = 3
    COLUMNS = 88
    TOP = 4

    def __init__(self, page: FrontPage) -> None:
        super().__init__(page)
        self.answer: _Answer | None = None
        self._wanted = _PORTION

    def helps(self, query: str, before: str, stopped: Stopped) -> Help:
        """The ``#tags`` that notes have, besides what helps with every query."""
        word = last_word(before)
        if word and not word.startswith("#"):
            # Only notes can be lost, so that articles' queries do not know the word.
            if word != _LOST and word.startswith("is:") and _LOST.startswith(word):
                return Help([_LOST, *self.page.desk.completions(before, stopped)])
            return help_with_query(self.page.desk, query.replace(_LOST, ""), before, stopped)
        tags = [f"#{tag.removeprefix('#')}" for tag in self.page.desk.note_tags()]
        return Help([tag for tag in tags if tag != word and tag.startswith(word.casefold())])

    def ask(self) -> None:
        """Have the notes found."""
        self._wanted = _PORTION
        self._find(0)

    def _find(self, at: int) -> None:
        desk, query, wanted = self.page.desk, self.asked, self._wanted

        def work(stopped: Stopped) -> _Answer:
            placed, lost = desk.note_ids(f"{query} -is:lost"), desk.note_ids(f"{query} is:lost")
            notes = desk.note_rows([*placed, *lost][:wanted])
            rows = desk.rows(list({note.article for note in notes}))
            hits = [_hit_of(note) for note in notes]
            numbers = desk.paragraphs(hits, stopped)
            paragraphs = {hit.note: number for hit, number in numbers.items() if hit.note}
            articles = {row.id: row for row in rows}
            return _Answer(query, notes, articles, paragraphs, len(placed) + len(lost), len(lost))

        def show(answer: _Answer) -> None:
            if self.is_mounted:
                self._show(answer, at)

        self.page.jobs.read("asked", work, show)

    def _show(self, answer: _Answer, at: int) -> None:
        self.answer = answer
        if answer.notes:
            now = self.page.study.now()
            tab = all_notes_tab(
                answer.notes,
                answer.articles,
                answer.paragraphs,
                answer.lost,
                lambda moment: when(moment, now),
            )
        elif answer.query:
            tab = Tab(TabName.NOTES, rows=(words(f"No note has “{answer.query}”."),))
        else:
            none = advice("{highlight} highlights a sentence, {note} writes a note on it.")
            tab = Tab(TabName.NOTES, rows=(none,))
        self.show_rows(tab, at)
        lost = f" · {answer.lost:,} no longer in the text" if answer.lost else ""
        self.head.show(f"{counted(answer.total, 'note')}{lost}" if answer.total else "")

    def hint(self) -> None:
        """Say what the keys do, and which note the cursor stands on."""
        keys = (("enter", "to its place"), ("↑ ↓", "choose"), ("#word", "a tag"), ("esc", "close"))
        many = self.answer.total if self.answer else 0
        self.status.show(keys, f"note {self.rows.current + 1:,} of {many:,}" if many else "")

    def action_move(self, step: int) -> None:
        """Move the cursor; near the end more are fetched."""
        super().action_move(step)
        more = self.answer is not None and self.answer.total > len(self.answer.notes)
        if more and self.rows.current >= self.rows.count - 1:
            self._wanted += _PORTION
            self._find(self.rows.current)

    def take(self) -> None:
        """Open the note."""
        if self.answer is not None and self.answer.notes:
            self.dismiss(self.answer.notes[self.rows.current])


def _hit_of(note: Note) -> Hit:
    anchor = note.anchor
    if anchor is None or not anchor.found:
        return Hit(note.article, Where.NOTE, "", note=note.id)
    return Hit(note.article, Where.NOTE, "", (), anchor.start, anchor.end, note=note.id)
