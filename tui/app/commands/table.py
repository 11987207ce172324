"""The one table of commands: it feeds keys, status line, help, palette and the README."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.binding import Binding

from tui.app.commands import copying, facts, finding, gist, moving, notes, states, text, window
from tui.keys import KEYS, keys_shown, named

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage


class Group(StrEnum):
    """The groups of the help, in its order."""

    MOVE = "move"
    TEXT = "in the text"
    GIST = "gist"
    PANEL = "panel"
    NOTES = "notes"
    STATE = "state"
    FIND = "find"
    IN = "in, out"
    APP = "app"


@dataclass(frozen=True)
class Command:
    """Something the reader can do.

    Attributes:
        id: Its name in a remapping.
        group: Its group in help and README.
        line: Its line in the help; commands of one line share it ("down, up").
        title: Its name in the palette.
        help: What it does, in a dim line under the name.
        run: Does it.
    """

    id: str
    group: Group
    line: str
    title: str
    help: str
    run: Callable[[FrontPage], None]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys it has unless the reader chose others."""
        return KEYS[self.id]

    def binding(self) -> Binding:
        """Its keys for Textual, remappable by its id."""
        keys = ",".join(map(named, self.keys))
        return Binding(keys, f"command('{self.id}')", self.title, show=False, id=self.id)


_DOWN_UP = "down, up"
_SIDE = "pane left, right"
_ENDS = "top, bottom"
_PAGE = "page down, up"
_HALF = "half a page down, up"
_NUMBERS = "list, reader, panel"
_ARTICLES = "next, previous article"
_SENTENCE = "previous, next sentence"
_PARAGRAPH = "previous, next paragraph"
_LIT = "previous, next lit thing"
_SKIM = "skim what matters"
_MATCH = "next, previous match"
_LENGTH = "longer, shorter"
_WIDTH = "narrower, wider"
_COPY = "copy, with citation"

COMMANDS: tuple[Command, ...] = (
    Command(
        "down",
        Group.MOVE,
        _DOWN_UP,
        "Down",
        "a line, a row, or an article",
        moving.down,
    ),
    Command("up", Group.MOVE, _DOWN_UP, "Up", "a line, a row, or an article", moving.up),
    Command(
        "left",
        Group.MOVE,
        _SIDE,
        "Pane to the left",
        "from the reader to the list",
        moving.left,
    ),
    Command(
        "right",
        Group.MOVE,
        _SIDE,
        "Pane to the right",
        "from the list into the article",
        moving.right,
    ),
    Command(
        "open",
        Group.MOVE,
        "open, or go to its place",
        "Open",
        "the article, or the place of the row in the text",
        moving.enter,
    ),
    Command("top", Group.MOVE, _ENDS, "Top", "the first line or row", moving.top),
    Command("bottom", Group.MOVE, _ENDS, "Bottom", "the last line or row", moving.bottom),
    Command(
        "page-down",
        Group.MOVE,
        _PAGE,
        "Page down",
        "a window further",
        moving.page_down,
    ),
    Command(
        "page-up",
        Group.MOVE,
        _PAGE,
        "Page up",
        "a window back",
        moving.page_up,
    ),
    Command(
        "half-down",
        Group.MOVE,
        _HALF,
        "Half a page down",
        "half a window further",
        moving.half_down,
    ),
    Command(
        "half-up",
        Group.MOVE,
        _HALF,
        "Half a page up",
        "half a window back",
        moving.half_up,
    ),
    Command(
        "next-pane",
        Group.MOVE,
        "next pane",
        "Next pane",
        "list, reader, panel, and round",
        moving.next_pane,
    ),
    Command(
        "previous-pane",
        Group.MOVE,
        "previous pane",
        "Previous pane",
        "the other way round",
        moving.previous_pane,
    ),
    Command(
        "list",
        Group.MOVE,
        _NUMBERS,
        "To the list",
        "put the focus on the articles",
        moving.to_list,
    ),
    Command(
        "reader",
        Group.MOVE,
        _NUMBERS,
        "To the reader",
        "put the focus on the text",
        moving.to_reader,
    ),
    Command(
        "panel-focus",
        Group.MOVE,
        _NUMBERS,
        "To the panel",
        "put the focus on the panel",
        moving.to_panel,
    ),
    Command(
        "next-article",
        Group.MOVE,
        _ARTICLES,
        "Next article",
        "from anywhere",
        moving.next_article,
    ),
    Command(
        "previous-article",
        Group.MOVE,
        _ARTICLES,
        "Previous article",
        "from anywhere",
        moving.previous_article,
    ),
    Command(
        "views",
        Group.MOVE,
        "views",
        "Views",
        "Inbox, Unread, Starred, Archive, All, Notes",
        window.views,
    ),
    Command(
        "previous-sentence",
        Group.TEXT,
        _SENTENCE,
        "Previous sentence",
        "with the sentence cursor",
        text.previous_sentence,
    ),
    Command(
        "next-sentence",
        Group.TEXT,
        _SENTENCE,
        "Next sentence",
        "with the sentence cursor",
        text.next_sentence,
    ),
    Command(
        "previous-paragraph",
        Group.TEXT,
        _PARAGRAPH,
        "Previous paragraph",
        "with the sentence cursor",
        text.previous_paragraph,
    ),
    Command(
        "next-paragraph",
        Group.TEXT,
        _PARAGRAPH,
        "Next paragraph",
        "with the sentence cursor",
        text.next_paragraph,
    ),
    Command(
        "previous-lit",
        Group.TEXT,
        _LIT,
        "Previous lit thing",
        "gist line, quotation or figure, whichever is lit",
        text.previous_lit,
    ),
    Command(
        "next-lit",
        Group.TEXT,
        _LIT,
        "Next lit thing",
        "gist line, quotation or figure, whichever is lit",
        text.next_lit,
    ),
    Command(
        "skim-back",
        Group.TEXT,
        _SKIM,
        "Skim back",
        "to the previous gist line, quotation or figure",
        text.skim_back,
    ),
    Command(
        "skim-on",
        Group.TEXT,
        _SKIM,
        "Skim on",
        "to the next gist line, quotation or figure",
        text.skim_on,
    ),
    Command(
        "hidden-lines",
        Group.TEXT,
        "hidden lines",
        "Hidden lines",
        "show or hide bylines, repeats and other furniture",
        text.hidden_lines,
    ),
    Command(
        "changes",
        Group.TEXT,
        "",
        "What changed",
        "what the text says otherwise than when it was added before",
        text.changes,
    ),
    Command(
        "gist",
        Group.GIST,
        "in place, gathered, off",
        "Gist",
        "light it in place, gather it alone, put it out",
        gist.cycle,
    ),
    Command("longer", Group.GIST, _LENGTH, "Longer gist", "a sentence more", gist.longer),
    Command("shorter", Group.GIST, _LENGTH, "Shorter gist", "a sentence less", gist.shorter),
    Command(
        "method",
        Group.GIST,
        "next method",
        "Next method",
        "Broadsheet, LexRank, TextRank and the others",
        gist.next_method,
    ),
    Command(
        "lean",
        Group.GIST,
        "highlights or gist",
        "Gist: highlights, balanced, gist",
        "from what is told first to what the whole is about",
        gist.next_lean,
    ),
    Command(
        "gist-tab",
        Group.PANEL,
        "gist",
        "Show the gist tab",
        "the chosen sentences and why",
        facts.gist_tab,
    ),
    Command(
        "quotes",
        Group.PANEL,
        "quotes",
        "Show the quotes",
        "every quotation, by speaker",
        facts.quotes_tab,
    ),
    Command(
        "numbers",
        Group.PANEL,
        "numbers",
        "Show the numbers",
        "every figure, by kind",
        facts.numbers_tab,
    ),
    Command(
        "notes-tab",
        Group.PANEL,
        "notes",
        "Show the notes",
        "every highlight and note of this article",
        facts.notes_tab,
    ),
    Command(
        "panel",
        Group.PANEL,
        "panel on, off",
        "Panel on, off",
        "show or hide the panel",
        facts.toggle_panel,
    ),
    Command(
        "highlight",
        Group.NOTES,
        "highlight",
        "Highlight",
        "the sentence or the selection; once more takes it off",
        notes.highlight,
    ),
    Command(
        "note",
        Group.NOTES,
        "note",
        "Note on the sentence",
        "write a note; it is kept as you type",
        notes.note,
    ),
    Command(
        "another-note",
        Group.NOTES,
        "",
        "Another note here",
        "one more note on the sentence, the selection or the words of the note",
        notes.another_note,
    ),
    Command(
        "delete-note",
        Group.NOTES,
        "",
        "Delete this note",
        "the one of the panel’s row or on the sentence; undo brings it back",
        notes.delete,
    ),
    Command(
        "article-note",
        Group.NOTES,
        "the article’s note",
        "The article’s own note",
        "open it in $EDITOR",
        notes.article_note,
    ),
    Command(
        "all-notes",
        Group.NOTES,
        "all notes",
        "All notes",
        "of every article, searched as you type; Enter opens the place",
        notes.all_notes,
    ),
    Command(
        "star",
        Group.STATE,
        "star",
        "Star",
        "give the article a star, or take it off",
        states.star,
    ),
    Command(
        "read",
        Group.STATE,
        "read, unread",
        "Read, unread",
        "mark the article as read, or as unread",
        states.read,
    ),
    Command(
        "all-read",
        Group.STATE,
        "all in this view read",
        "All read",
        "mark everything in this view as read",
        states.all_read,
    ),
    Command(
        "archive",
        Group.STATE,
        "archive",
        "Archive",
        "put the article away, or bring it back",
        states.archive,
    ),
    Command(
        "tag",
        Group.STATE,
        "tag",
        "Tag",
        "put tags on the article or the selected ones, or take them off",
        states.tag,
    ),
    Command(
        "language",
        Group.STATE,
        "",
        "Language of this article",
        "where the text was taken for another; gist and facts are made anew",
        states.language,
    ),
    Command(
        "select",
        Group.STATE,
        "select",
        "Select",
        "the article, for its states and for a digest; once more takes it off",
        states.select,
    ),
    Command(
        "delete",
        Group.STATE,
        "delete",
        "Delete",
        "the article with its notes, or the panel’s note; undo brings it back",
        states.delete,
    ),
    Command("undo", Group.STATE, "undo", "Undo", "the last change, whatever it was", states.undo),
    Command(
        "find",
        Group.FIND,
        "filter, narrow, find",
        "Find",
        "filter the list, narrow the panel, or find words in the text",
        finding.find,
    ),
    Command(
        "next-match",
        Group.FIND,
        _MATCH,
        "Next match",
        "or the next unread article",
        finding.next_match,
    ),
    Command(
        "previous-match",
        Group.FIND,
        _MATCH,
        "Previous match",
        "or the previous unread article",
        finding.previous_match,
    ),
    Command(
        "search",
        Group.FIND,
        "search everything",
        "Search everything",
        "titles, texts, notes, quotations and figures of all articles",
        finding.search,
    ),
    Command(
        "save-search",
        Group.FIND,
        "save as a view",
        "Save this search as a view",
        "what the list is filtered by, under a name of its own among the views",
        finding.save_search,
    ),
    Command(
        "rename-search",
        Group.FIND,
        "",
        "Rename this saved search",
        "the view that is shown",
        finding.rename_search,
    ),
    Command(
        "delete-search",
        Group.FIND,
        "",
        "Delete this saved search",
        "the view that is shown; its articles stay",
        finding.delete_search,
    ),
    Command(
        "sort",
        Group.FIND,
        "sort",
        "Sort",
        "by date added or published, title, length, unread first",
        finding.sort,
    ),
    Command("add", Group.IN, "add", "Add", "a file, a folder, or pasted text", window.add),
    Command(
        "copy",
        Group.IN,
        _COPY,
        "Copy",
        "the quotation with its speaker, the figure, the sentence, the article",
        copying.copy,
    ),
    Command(
        "copy-cited",
        Group.IN,
        _COPY,
        "Copy with citation",
        "with title, site, date and address",
        copying.copy_cited,
    ),
    Command(
        "rules",
        Group.PANEL,
        "",
        "Show the rules",
        "what rule found the quotation or figure under the cursor, and how sure it is",
        facts.rules,
    ),
    Command(
        "samples",
        Group.IN,
        "",
        "Bring the samples back",
        "the articles that ship with Broadsheet",
        window.samples,
    ),
    Command("zen", Group.APP, "zen", "Zen", "the text alone, and back", window.zen),
    Command(
        "narrower",
        Group.APP,
        _WIDTH,
        "Narrower",
        "fewer characters in a line",
        window.narrower,
    ),
    Command("wider", Group.APP, _WIDTH, "Wider", "more characters in a line", window.wider),
    Command(
        "theme",
        Group.APP,
        "theme",
        "Theme",
        "Ink, Paper, or the terminal’s own colours",
        window.theme,
    ),
    Command("help", Group.APP, "help", "Help", "every key", window.help_screen),
    Command(
        "palette",
        Group.APP,
        "palette",
        "Commands",
        "every command by name",
        window.palette,
    ),
    Command("back", Group.APP, "back; at the top, quit", "Back", "at the top: quit", window.back),
    Command(
        "escape",
        Group.APP,
        "back",
        "Put away",
        "the search, the cursor, the pane",
        window.escape,
    ),
    Command("quit", Group.APP, "quit", "Quit", "leave; everything is kept", window.quit_app),
)

BY_ID = {command.id: command for command in COMMANDS}


def bindings() -> list[Binding]:
    """All keys, for the screen that runs the commands."""
    return [command.binding() for command in COMMANDS if command.keys]


def help_lines(
    group: Group, keys_of: Callable[[str], Sequence[str]] = keys_shown
) -> Iterator[tuple[str, str]]:
    """The lines of a group in the help: keys, and what they do.

    Args:
        group: The group.
        keys_of: The keys of a command, as they are to be shown.
    """
    lines: dict[str, list[Command]] = {}
    for command in COMMANDS:
        if command.group is group and command.line:
            lines.setdefault(command.line, []).append(command)
    for line, commands in lines.items():
        if len(commands) > 1:
            yield " ".join(keys_of(command.id)[0] for command in commands), line
        else:
            yield " ".join(keys_of(commands[0].id)), line
