"""Highlights and notes on the open article, kept as they are typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.app.geometry import Pane
from tui.app.tabs.notes import Editing
from tui.app.tabs.rows import TabName
from tui.desk.editing import Writing
from tui.model import Note, Span
from tui.text.anchors import anchor

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_SECONDS_TO_RETRY = 5.0
_NOTED = "There is a note here: {note} edits it; emptied, {highlight} takes the highlight off."


class Notebook:
    """What ``H`` and ``c`` do. A note is saved while it is typed; nothing asks to save."""

    def __init__(self, page: FrontPage) -> None:
        self.page = page
        self._writing: Writing | None = None
        self._under_way: dict[Writing, str] = {}
        self._saved = ""
        self._kept = ""
        self._another = False

    # Highlights

    def _target(self) -> Span | None:
        """What the keys are about: the selection, the selected fact, else the sentence."""
        page, lectern = self.page, self.page.study.lectern
        selected = page.reader.lighting.selection
        if selected is not None:
            page.clear_selection()
            return selected
        current = lectern.lighting.current
        if current is not None and lectern.sentence is None:
            return current
        if not page.walker.wake_cursor():
            page.say("There is no sentence in view.")
            return None
        page.study.light()
        return lectern.cursor_span

    def _row(self) -> Note | None:
        """The note of the panel's row, where the panel has the focus: the keys are about it."""
        row = self.page.panel.row if self.page.focused_pane is Pane.PANEL else None
        return row.note if row is not None else None

    def highlight(self) -> None:
        """Highlight; on a highlight without a note, take it off."""
        page, article, row = self.page, self.page.study.article, self._row()
        if article is None:
            return
        if row is not None and row.anchor is not None:
            self._take_off([row])
            return
        span = self._target()
        if span is None:
            return
        marks = page.study.lectern.marks.on(span)
        if marks:
            self._take_off(marks)
        else:
            page.change(lambda: page.desk.highlight(article.id, span), self._took, keep=True)

    def _take_off(self, marks: list[Note]) -> None:
        """Take off the newest of the marks that bears no words."""
        page = self.page
        bare = next((mark for mark in reversed(marks) if not mark.text), None)
        if bare is None:
            page.say(page.keyed(_NOTED))
            return
        page.change(lambda: page.desk.delete_note(bare.id), lambda _: self._gone(bare), keep=True)

    def _gone(self, note: Note) -> None:
        self.page.study.lectern.without_note(note.id)
        self._refresh()
        self.page.say(self.page.keyed("The highlight is gone. {undo} brings it back."))

    def _took(self, note: Note) -> None:
        self.page.study.lectern.with_note(note)
        self._refresh()

    def _refresh(self) -> None:
        self.page.study.light()
        self.page.study.show_tab(keep_place=True)
        self.page.refresh_chrome()

    def reload(self) -> None:
        """Read the article's notes anew: undo or another process may have changed them.

        So that nothing older is shown than what was saved meanwhile, notes that were asked for
        before a save are dropped: the library tells of that save too.
        """
        page, article, writing = self.page, self.page.study.article, self._writing
        if article is None or not self._rests:
            return
        known = writing.note if writing is not None else None

        def show(notes: list[Note]) -> None:
            same = self._writing is writing and (writing is None or writing.note is known)
            if page.study.article is article and same and self._rests:
                page.study.lectern.notes = notes
                if writing is not None:
                    self._follow_others(writing)
                self._refresh()
                self.fit()

        page.jobs.read("notes", lambda stopped: page.desk.notes(article.id), show)

    @property
    def _rests(self) -> bool:
        """Whether no note is being written, or all of it is kept."""
        return self._writing is None or (
            self._writing.note.id != 0 and self.kept and self._saved == self._kept
        )

    def _follow_others(self, writing: Writing) -> None:
        """Show what somebody else has made of the note that is open and not being typed in.

        Words whose note was deleted are kept at once as another one. A highlight that is gone
        stays open: what is typed from now on marks its place anew.
        """
        lectern = self.page.study.lectern
        here = next((note for note in lectern.notes if note.id == writing.note.id), None)
        if here is None:
            lectern.with_note(writing.note)
            self._saved = self._kept = ""
            self.save()
        elif writing.meanwhile(here):
            self.page.editor.renew(here.text)
            self._saved = self._kept = self.page.editor.text

    # Writing

    def note(self) -> None:
        """Write a note on the target; on a noted place, edit it."""
        row = self._row()
        if row is not None:
            self.edit(row)
            return
        self._write_on(self._target_of_open(), another=False)

    def another(self) -> None:
        """Write one more note on the target, whatever stands there."""
        row = self._row()
        place = row.anchor if row is not None else None
        if place is not None and place.found:
            self._write_on(Span(place.start, place.end), another=True)
        else:
            self._write_on(self._target_of_open(), another=True)

    def _target_of_open(self) -> Span | None:
        return self._target() if self.page.study.article is not None else None

    def _write_on(self, span: Span | None, *, another: bool) -> None:
        article = self.page.study.article
        if article is None or span is None:
            return
        here = None if another else self.page.study.lectern.marks.note_on(span)
        if here is not None:
            self.edit(here)
        else:
            self._create(article.id, span)
            self._another = another and bool(self.page.study.lectern.marks.on(span)[1:])

    def _create(self, article_id: int, span: Span) -> None:
        """Open the editor at once and make the highlight under it meanwhile.

        What is typed before the highlight is there is saved after it, since writes keep their
        order; a key typed right after ``c`` must be a letter of the note and nothing else.
        """
        page, text = self.page, self.page.reader.text
        moment = page.study.now().isoformat()
        draft = Note(0, article_id, "", moment, moment, anchor(text, span.start, span.end))
        writing = self._begin(draft)
        page.change(writing.begin, lambda note: self._took_in(writing, note), keep=True)

    def _took_in(self, writing: Writing, note: Note) -> None:
        """What is being written has a note of its own in the library now."""
        page, lectern = self.page, self.page.study.lectern
        if page.study.article is None or page.study.article.id != note.article:
            return
        written = next((n.text for n in lectern.notes if n.id == 0), note.text)
        lectern.without_note(0)
        lectern.with_note(replace(note, text=written))
        if self._writing is writing:
            page.study.editing = Editing(note, page.editor.lines)
        page.study.light()
        page.study.show_tab(keep_place=True)
        self.fit()

    def edit(self, note: Note) -> None:
        """Edit a note that is there."""
        self._begin(note)

    def edit_under_cursor(self) -> None:
        """Enter in the text: edit the note on the sentence or in it, if there is one."""
        span = self.page.study.lectern.cursor_span
        here = self.page.study.lectern.marks.note_about(span) if span else None
        if here is not None:
            self.edit(here)

    def _begin(self, note: Note) -> Writing:
        page, self._another = self.page, False
        writing = self._writing = Writing(page.desk, note)
        page.study.lectern.with_note(note)
        page.study.lectern.tab = TabName.NOTES
        page.study.editing = Editing(note, page.editor.lines)
        page.study.light()
        page.go_to_pane(Pane.PANEL)
        page.study.show_tab()
        page.editor.begin(note.text)
        self._saved = self._kept = page.editor.text
        page.call_after_refresh(self.fit)
        return writing

    def fit(self) -> None:
        """Give the editor the lines it wants, bring its raised ground into view, lay it over."""
        page, editing = self.page, self.page.study.editing
        if editing is None:
            return
        if editing.lines != page.editor.lines:
            editing.lines = page.editor.lines
            page.study.show_tab()
        ground = self._ground()
        if ground is not None:
            page.panel.show_lines(ground - 1, editing.lines + 3)
            self.follow()

    def follow(self) -> None:
        """Move the editor to where its ground is now: rows above it may have changed."""
        ground, page = self._ground(), self.page
        if ground is not None:
            top = ground - page.panel.top + page.HEADING_ROWS
            page.editor.place(4, top, page.panel.size.width - 5, page.editor.lines)

    def _ground(self) -> int | None:
        """The first line of the panel that is left free for the editor."""
        panel, editing = self.page.panel, self.page.study.editing
        if editing is None or editing.note is None:
            return None
        rows = enumerate(panel.tab.rows)
        index = next((i for i, r in rows if r.note and r.note.id == editing.note.id), None)
        # Below the ground of the row stand a blank and the hint that esc keeps it.
        return None if index is None else panel.start_of(index + 1) - editing.lines - 2

    def save(self) -> None:
        """Keep what is typed so far."""
        writing, text, page = self._writing, self.page.editor.text, self.page
        if writing is None or text == self._saved:
            return
        self._saved = self._under_way[writing] = text

        def over() -> None:
            if self._under_way.get(writing) == text:
                del self._under_way[writing]

        def kept(said: str | None) -> None:
            over()
            if self._writing is writing:
                self._kept = text
            self._show_kept(writing)
            if said is not None:
                page.say(said)
                self.reload()

        def failed(reason: str) -> None:
            over()
            page.say(reason, error=True)
            if self._writing is writing:
                self._saved = self._kept
                page.set_timer(_SECONDS_TO_RETRY, self.save)

        page.jobs.write(lambda: writing.keep(text), kept, failed=failed)

    def _show_kept(self, writing: Writing) -> None:
        """Show the note as the library has it now; it may have become another one."""
        page, note = self.page, writing.note
        if page.study.article is None or page.study.article.id != note.article:
            return
        page.study.lectern.without_note(0)
        page.study.lectern.with_note(note)
        open_one = page.study.editing.note if page.study.editing is not None else None
        if self._writing is writing and open_one is not None and open_one.id != note.id:
            self._took_in(writing, note)
        page.refresh_chrome()

    @property
    def kept(self) -> bool:
        """Whether everything typed so far has been committed to the library."""
        return self.page.editor.text == self._kept

    def save_now(self) -> None:
        """Keep what is typed before the app ends.

        A file takes it first: the library may be locked for longer than anybody waits.
        """
        self.put_by()
        writing, text = self._writing, self.page.editor.text
        if writing is not None and text != self._kept:
            self.page.jobs.write_now(lambda: writing.keep(text))

    def put_by(self) -> None:
        """Write what is not kept yet into files, from any thread and without the library."""
        waiting = dict(self._under_way)
        if self._writing is not None and not self.kept:
            waiting[self._writing] = self.page.editor.text
        for writing, text in waiting.items():
            writing.put_by(text)

    def close(self) -> None:
        """Leave the note. Nothing typed: the highlight stays, without a note.

        Not so where there was a mark on the same words before: one more says nothing.
        """
        page, writing = self.page, self._writing
        if page.study.editing is None or writing is None:
            return
        self.save()
        if not self.kept:
            page.study.lectern.with_note(replace(writing.note, text=page.editor.text))
        says_nothing = self._another and not page.editor.text
        if says_nothing:
            page.study.lectern.without_note(writing.note.id)
        page.study.editing = None
        self._writing = None
        page.editor.display = False
        page.go_to_pane(Pane.READER)
        page.study.light()
        page.study.show_tab()
        page.refresh_chrome()
        if says_nothing:
            page.change(
                lambda: page.desk.delete_note(writing.begin().id),
                lambda _: self.reload(),
                keep=True,
            )
        elif writing.note.id and self.kept:
            self.reload()
