"""What headings, masthead and status line say, from what is open and where the focus is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.app.exhibit import FACT_TABS
from tui.app.geometry import Pane, text_column
from tui.app.geometry import measure as measured
from tui.app.lectern import GistMode
from tui.app.paint import Line, cells, cut
from tui.app.palette import Token
from tui.app.shelf import SORTS
from tui.app.tabs.rows import TabName
from tui.app.widgets.chrome import Heading, Masthead, Rule

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

Hints = tuple[tuple[str, str], ...]

_TITLES = {
    TabName.GIST: "Gist",
    TabName.QUOTES: "Quotes",
    TabName.NUMBERS: "Numbers",
    TabName.NOTES: "Notes",
}


def put_up(page: FrontPage) -> None:
    """Say anew what headings, masthead and status line say."""
    geometry = page.geometry
    widths = {
        Pane.LIST: geometry.list,
        Pane.READER: geometry.reader,
        Pane.PANEL: geometry.panel,
    }
    shown = geometry.shown
    page.query_one(Rule).show(tuple(widths[pane] for pane in shown), shown.index(page.focused_pane))
    if geometry.masthead:
        page.query_one(Masthead).show(
            page.shelf.name,
            masthead_count(page) if page.shelf.loaded else "",
            masthead_hints(page),
        )
    page.query_one("#list-heading", Heading).show(*list_heading(page))
    measure = measured(geometry.reader, page.reader.choice)
    column = text_column(geometry.reader, measure) + 3
    inset = (column, max(0, geometry.reader - column - measure))
    page.query_one("#reader-heading", Heading).show(*reader_heading(page), inset)
    page.query_one("#panel-heading", Heading).show(*panel_heading(page))
    page.status.show(hints(page), place(page))


def hint(page: FrontPage, ids: str, label: str) -> tuple[str, str]:
    """The keys of commands, blank-separated, as they are bound now, and a label."""
    return " ".join(page.key_of(command) for command in ids.split()), label


def masthead_count(page: FrontPage) -> str:
    """What stands beside the view's name: what is selected, unread, or there at all."""
    counts, view = page.shelf.counts, page.shelf.view
    if page.articles.selected:
        return f"{len(page.articles.selected):,} selected"
    if page.shelf.query:
        found = len(page.articles.ids)
        return f"{found:,} {'matches' if found == 1 else 'match'} {_in_marks(page.shelf.query)}"
    total = len(page.articles.ids) if page.shelf.saved else counts.get(view, 0)
    if not total:
        return "empty"
    if view == "inbox":
        unread = counts.get("unread", 0)
        return f"{unread:,} unread" if unread else "all read"
    return f"{total:,}"


def _in_marks(query: str) -> str:
    """A query in quotation marks, unless it is nothing but a phrase in marks of its own."""
    query = query.strip()
    return query if re.fullmatch(r'"[^"]*"?', query) else f"“{query}”"


def masthead_hints(page: FrontPage) -> Hints:
    """The two keys a newcomer needs."""
    label = "filter" if page.focused_pane is Pane.LIST else "find"
    if page.focused_pane is Pane.PANEL and page.study.lectern.tab in FACT_TABS:
        label = "narrow"
    return hint(page, "find", label), hint(page, "help", "help")


def list_heading(page: FrontPage) -> tuple[Line, Line]:
    """``ARTICLES``, or the view where there is no masthead to name it; and the order."""
    style = page.palette.style
    focused = page.focused_pane is Pane.LIST
    ink: Token = "accent" if focused else "text"
    name = "ARTICLES" if page.geometry.masthead else page.shelf.name.upper()
    order = SORTS[page.shelf.sort] if page.articles.ids else ""
    return [(name, style(ink, bold=True))], [(order, style("dim"))]


def reader_heading(page: FrontPage) -> tuple[Line, Line]:
    """``READER``, or the running head once the title has scrolled off; and the percentage."""
    style, reader = page.palette.style, page.reader
    focused = page.focused_pane is Pane.READER
    article = page.study.article
    percent = f"{reader.percent} %" if article else ""
    if article is not None and reader.past_title:
        room = reader.setting.measure - cells(percent) - 3
        title = cut(article.title, room, page.glyphs.more)
        return [(title, style("accent" if focused else "text", bold=True))], [
            (percent, style("dim"))
        ]
    return [("READER", style("accent" if focused else "text", bold=True))], [
        (percent, style("dim"))
    ]


def panel_heading(page: FrontPage) -> tuple[Line, Line]:
    """The tabs, with small counts; the open one in capitals."""
    style = page.palette.style
    focused = page.focused_pane is Pane.PANEL
    lectern = page.study.lectern
    counts = {
        TabName.QUOTES: lectern.counts.quotations,
        TabName.NUMBERS: lectern.counts.figures,
        TabName.NOTES: len(lectern.notes),
    }
    line: Line = []
    for tab, title in _TITLES.items():
        if line:
            line.append(("  ", style()))
        count = page.glyphs.raised(counts.get(tab, 0))
        if tab is lectern.tab:
            line.append((title.upper() + count, style("accent" if focused else "text", bold=True)))
        else:
            line.append((title + count, style("dim")))
    return line, []


def place(page: FrontPage) -> str:
    """Where one is: an article, a lit thing, a match, a note being written."""
    lectern = page.study.lectern
    if page.study.editing is not None:
        return _writing(page)
    if lectern.matches:
        return f"match {(lectern.match or 0) + 1:,} of {len(lectern.matches):,}"
    if lectern.query:
        return "no match"
    if page.focused_pane is not Pane.LIST and lectern.current is not None and lectern.things:
        what = page.panel.tab.what or "place"
        return f"{what} {lectern.current + 1:,} of {len(lectern.things):,}"
    if lectern.place is not None and page.focused_pane is not Pane.LIST and lectern.opened:
        return f"{page.glyphs.place}{lectern.opened.reading.paragraph(lectern.place.start)}"
    if lectern.sentence is not None:
        return f"sentence {lectern.sentence + 1:,} of {len(lectern.sentences):,}"
    total = len(page.articles.ids)
    if not total:
        return "no articles"
    here = f"{page.articles.cursor + 1:,} of {total:,}"
    if page.articles.selected and page.focused_pane is Pane.LIST:
        return f"{len(page.articles.selected):,} selected {page.glyphs.dot} {here}"
    return f"article {here}" if page.size.width >= 100 else here


def _writing(page: FrontPage) -> str:
    editing = page.study.editing
    note = editing.note if editing else None
    words = len(page.editor.text.split())
    parts = [f"{words} {'word' if words == 1 else 'words'}"]
    if page.notebook.kept:
        parts.append("kept")
    elif note is not None and note.id in page.notebook.unsaved:
        parts.append("not saved yet")
    opened = page.study.lectern.opened
    if note is not None and note.anchor is not None and opened is not None:
        place = f"{page.glyphs.place}{opened.reading.paragraph(note.anchor.start)}"
        parts.insert(0, f"note on {place}")
    return f" {page.glyphs.dot} ".join(parts)


def hints(page: FrontPage) -> Hints:
    """What the keys do now."""
    if page.study.editing is not None:
        return (("esc", "keep and close"), ("enter", "new line"), ("#word", "a tag"))
    if not page.articles.ids and page.study.article is None:
        return _list_hints(page)
    match page.focused_pane:
        case Pane.LIST:
            return _list_hints(page)
        case Pane.READER:
            return _reader_hints(page)
        case _:
            return _panel_hints(page)


def _list_hints(page: FrontPage) -> Hints:
    if not page.articles.ids:
        end = (hint(page, "escape", "end the filter"),) if page.shelf.query else ()
        return (
            *end,
            hint(page, "add", "add"),
            hint(page, "views", "views"),
            (page.key_of("palette", 1), "commands"),
            hint(page, "help", "help"),
            hint(page, "back", "quit"),
        )
    if page.articles.selected:
        return (
            hint(page, "gist", "digest"),
            hint(page, "star", "star"),
            hint(page, "read", "read"),
            hint(page, "archive", "archive"),
            hint(page, "delete", "delete"),
            hint(page, "select", "select"),
            hint(page, "escape", "select none"),
        )
    return (
        hint(page, "open", "read"),
        hint(page, "gist", _gist_label(page)),
        hint(page, "quotes", "quotes"),
        hint(page, "numbers", "numbers"),
        hint(page, "star", "star"),
        hint(page, "archive", "archive"),
        hint(page, "add", "add"),
        hint(page, "views", "views"),
        hint(page, "help", "help"),
    )


def _gist_label(page: FrontPage) -> str:
    """What ``s`` will do."""
    return {
        GistMode.OFF: "gist",
        GistMode.IN_PLACE: "gather",
        GistMode.GATHERED: "gist off",
    }[page.study.lectern.mode]


def _reader_hints(page: FrontPage) -> Hints:
    lectern = page.study.lectern
    gist = hint(page, "gist", _gist_label(page))
    if lectern.matches:
        return hint(page, "next-match previous-match", "match"), hint(
            page, "escape", "end the search"
        )
    if lectern.mode is not GistMode.OFF:
        return (
            gist,
            hint(page, "longer shorter", "longer, shorter" if page.size.width >= 100 else "length"),
            hint(page, "method", "method"),
            hint(page, "previous-lit next-lit", "next"),
            hint(page, "note", "note"),
            hint(page, "panel", "panel"),
            hint(page, "next-pane", "pane"),
        )
    walk = (hint(page, "previous-lit next-lit", "next"),) if lectern.things else ()
    return (
        gist,
        hint(page, "quotes", "quotes"),
        hint(page, "numbers", "numbers"),
        *walk,
        hint(page, "note", "note"),
        hint(page, "highlight", "highlight"),
        hint(page, "panel", "panel"),
        hint(page, "next-pane", "pane"),
    )


def _panel_hints(page: FrontPage) -> Hints:
    lectern = page.study.lectern
    row = page.panel.row
    bare = lectern.tab is TabName.NOTES and not lectern.notes
    if row is not None and row.command == "minor figures":
        enter = hint(page, "open", "hide them" if lectern.show_minor else "show them")
    elif row is not None and row.command == "table figures":
        is_open = row.spans[0].start in lectern.open_tables
        enter = hint(page, "open", "fold them" if is_open else "show them")
    elif bare:
        enter = hint(page, "article-note", "the article’s note")
    elif lectern.tab is TabName.NOTES:
        enter = hint(page, "open", "edit")
    else:
        enter = hint(page, "open", "to its place")
    back = hint(page, "panel", "the list back" if page.geometry.panel_left else "panel off")
    walk = () if bare else (hint(page, "previous-lit next-lit", "next"),)
    copy = () if bare else (hint(page, "copy", "copy"),)
    if page.size.width < 100:
        return enter, *walk, *copy, back, hint(page, "next-pane", "pane")
    cited = () if bare else (hint(page, "copy-cited", "with citation"),)
    return (
        enter,
        *walk,
        *copy,
        *cited,
        hint(page, "highlight", "highlight"),
        hint(page, "note", "note"),
        back,
        hint(page, "next-pane", "pane"),
    )
