"""Highlights and notes on the open article, kept as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.app.geometry import Pane
from tui.app.manuscripts import Manuscript, Manuscripts
from tui.app.tabs.notes import Editing
from tui.app.tabs.rows import TabName
from tui.desk.editing import Writing
from tui.model import Note, Span

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_NOTED = "There is a note here: {note} edits it; emptied, {highlight} takes the highlight off."


class Notebook:
    """What ``H`` and ``c`` do. A note is saved while it is typed; nothing asks to save."""

    def __init__(self, page: FrontPage) -> None:
        self.page = page
        self._manuscripts = Manuscripts(page, self._was_kept, self._was_not_kept)
        self._open: Manuscript | None = None
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
        if bare.id < 0:
            self.page.study.lectern.without_note(bare.id)
            self._manuscripts.give_up(self._manuscripts.of(bare), self.reload)
            self._refresh()
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
        page, article, written = self.page, self.page.study.article, self._open
        self._manuscripts.try_again()
        if article is None or not self._rests:
            return
        known = written.writing.note if written is not None else None

        def show(notes: list[Note]) -> None:
            same = self._open is written
            same = same and (written is None or written.writing.note is known)
            if page.study.article is article and same and self._rests:
                page.study.lectern.notes = self.with_waiting(article.id, notes)
                if written is not None:
                    self._follow_others(written)
                self._refresh()
                self.fit()

        page.jobs.read("notes", lambda stopped: page.desk.notes(article.id), show)

    @property
    def _rests(self) -> bool:
        """Whether no note is being written, or all of it is kept."""
        return self._open is None or (self._open.number > 0 and self.kept)

    def _follow_others(self, written: Manuscript) -> None:
        """Show what somebody else has made of the note that is open and not being typed in.

        Words whose note was deleted are kept at once as another one. A highlight that is gone
        stays open: what is typed from now on marks its place anew.
        """
        lectern = self.page.study.lectern
        here = next((note for note in lectern.notes if note.id == written.number), None)
        if here is None:
            lectern.with_note(written.note)
            written.text = ""
            self.save()
        elif written.writing.meanwhile(here):
            self.page.editor.renew(here.text)
            written.text = self.page.editor.text

    # What is not in the library yet

    def with_waiting(self, article_id: int, notes: Sequence[Note]) -> list[Note]:
        """The notes of an article as they were written, though the library may not have it yet."""
        waiting = [m.note for m in self._manuscripts.waiting if m.note.article == article_id]
        newer = {note.id for note in waiting}
        return [*(note for note in notes if note.id not in newer), *waiting]

    @property
    def unsaved(self) -> frozenset[int]:
        """The notes that the library would not take, by the numbers that the screen knows."""
        return frozenset(each.number for each in self._manuscripts.waiting if each.failed)

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
        if article is None or span is None or self._may_not_write():
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
        from tui.text.anchors import anchor

        page, text = self.page, self.page.reader.text
        moment = page.study.now().isoformat()
        draft = Note(0, article_id, "", moment, moment, anchor(text, span.start, span.end))
        self._manuscripts.save(self._begin(draft), "")

    def edit(self, note: Note) -> None:
        """Edit a note that is there."""
        if not self._may_not_write():
            self._begin(note)

    def _may_not_write(self) -> bool:
        """Say why no note can be written in this library, if none can."""
        reason = self.page.desk.read_only
        if reason is not None:
            self.page.say(reason, error=True)
        return reason is not None

    def edit_under_cursor(self) -> None:
        """Enter in the text: edit the note on the sentence or in it, if there is one."""
        span = self.page.study.lectern.cursor_span
        here = self.page.study.lectern.marks.note_about(span) if span else None
        if here is not None:
            self.edit(here)

    def _begin(self, note: Note) -> Manuscript:
        page, self._another = self.page, False
        written = self._open = self._manuscripts.of(note)
        page.study.lectern.with_note(written.note)
        page.study.lectern.tab = TabName.NOTES
        page.study.editing = Editing(written.note, page.editor.lines)
        page.study.light()
        page.go_to_pane(Pane.PANEL)
        page.study.show_tab()
        page.editor.begin(written.text)
        if not written.waits:
            written.text = page.editor.text
        page.call_after_refresh(self.fit)
        return written

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
        written, text = self._open, self.page.editor.text
        if written is not None and text != written.text:
            self._manuscripts.save(written, text)

    def _was_kept(self, written: Manuscript, said: str | None) -> None:
        """Show the note as the library has it now; it may have become another one."""
        page, lectern, note = self.page, self.page.study.lectern, written.writing.note
        known, written.number = written.number, note.id
        if known < 0:
            page.reload_list(keep=True)
        if page.study.article is not None and page.study.article.id == note.article:
            if known < 0:
                lectern.without_note(known)
            lectern.with_note(written.note if written.waits else note)
            if self._open is written and known != note.id:
                page.study.editing = Editing(note, page.editor.lines)
            if self._open is not written or known != note.id:
                page.study.light()
                page.study.show_tab(keep_place=True)
                self.fit()
            page.refresh_chrome()
        if said is not None:
            page.say(said)
            self.reload()

    def _was_not_kept(self, written: Manuscript) -> None:
        """Say in its row that a note is not saved; it is tried again."""
        article = self.page.study.article
        if article is not None and article.id == written.note.article:
            self._refresh()
            self.fit()

    @property
    def kept(self) -> bool:
        """Whether everything typed so far has been committed to the library."""
        written = self._open
        return written is None or (not written.waits and written.text == self.page.editor.text)

    def save_now(self) -> list[str]:
        """Keep what is typed before the app ends; what nothing on the disk would take.

        A file takes it first: the library may be locked for longer than anybody waits.
        """
        nowhere = []
        for writing, text in self._not_kept():
            filed = writing.put_by(text)
            kept = self.page.jobs.write_now(partial(writing.keep, text))
            if not (filed or kept):
                nowhere.append(text)
        return nowhere

    def put_by(self) -> None:
        """Write what is not kept yet into files, from any thread and without the library."""
        for writing, text in self._not_kept():
            writing.put_by(text)

    def _not_kept(self) -> list[tuple[Writing, str]]:
        """What the library does not have yet, with its words as they are now."""
        waiting = [
            (each.writing, each.text)
            for each in self._manuscripts.waiting
            if each is not self._open
        ]
        if self._open is not None and not self.kept:
            waiting.append((self._open.writing, self.page.editor.text))
        return waiting

    def close(self) -> None:
        """Leave the note. Nothing typed: the highlight stays, without a note.

        Not so where there was a mark on the same words before: one more says nothing.
        """
        page, written = self.page, self._open
        if page.study.editing is None or written is None:
            return
        self.save()
        says_nothing = self._another and not page.editor.text
        if says_nothing:
            page.study.lectern.without_note(written.number)
            self._manuscripts.give_up(written, self.reload)
        elif written.waits:
            page.study.lectern.with_note(written.note)
        page.study.editing = None
        self._open = None
        page.editor.display = False
        page.go_to_pane(Pane.READER)
        page.study.light()
        page.study.show_tab()
        page.refresh_chrome()
        if not says_nothing and not written.waits:
            self.reload()
