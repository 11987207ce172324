"""What keeps the library safe: ``backup``, ``restore``, ``check`` and ``recover``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.command import Command
from tui.cli.long_work import LongWork, long_work
from tui.cli.session import Session, UsageError
from tui.config import folders
from tui.desk.places import expanded
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.desk.safekeeping import Backup, Copied, Report, Restored, Safekeeping, Saved

_MARKS = "stars, tags and marks"


def _safekeeping() -> Safekeeping:
    from tui.desk.safekeeping import Safekeeping

    return Safekeeping(folders())


def _backup_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--to", metavar="FILE", help="the whole library into this new file")
    parser.add_argument("--all", action="store_true", help="the whole library, also if it is large")
    parser.add_argument("--list", action="store_true", help="print the backups there are")
    parser.epilog = (
        "The app makes one a day by itself and keeps seven days and four weeks: of a\n"
        "library up to 32 MB all of it, of a larger one notes, tags and states. Of the\n"
        "newest day the last seven stay, of others the last one. What is removed is told.\n"
        "Others may go on reading and writing meanwhile."
    )


def _backup(options: Namespace, session: Session) -> None:
    safe = _safekeeping()
    if options.list:
        _print_backups(safe, options, session)
        return
    to = expanded(options.to) if options.to else None
    whole = True if options.all else None

    def copied(work: LongWork) -> Copied:
        work.doing("copying the library")
        return safe.backup(to, whole=whole, stopped=work.stopped)

    made = long_work(session.out, "no backup was made.", copied)
    if options.json:
        session.out.json(
            {
                "backup": str(made.path),
                "bytes": made.path.stat().st_size,
                "removed": [str(path) for path in made.removed],
            }
        )
        return
    session.out.line(str(made.path))
    for path in made.removed:
        session.out.line(f"Removed, being older than what is kept: {path}")


def _print_backups(safe: Safekeeping, options: Namespace, session: Session) -> None:
    backups = safe.backups()
    if options.json:
        session.out.json(
            [
                {"path": str(b.path), "day": b.day.isoformat(), "number": b.number, "all": b.whole}
                for b in backups
            ]
        )
        return
    for backup in backups:
        session.out.line(_backup_line(backup))


def _backup_line(backup: Backup) -> str:
    what = "the whole library" if backup.whole else "notes and states"
    return f"{backup.day.isoformat()} · {what} · {backup.path}"


def _restore_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="a backup; none: the list of them")
    parser.epilog = (
        "A copy of the whole library takes the library's place, and what was there is\n"
        "moved aside, never removed. A copy of notes and states is taken into the\n"
        "library that is there: no note in it is overwritten, but stars, tags and marks\n"
        "that the copy has are set again, also where they were taken off since, and what\n"
        "was deleted comes back. The answer says how many; undo takes all of it out.\n"
    )


def _restore(options: Namespace, session: Session) -> None:
    safe = _safekeeping()
    if options.file is None:
        _print_backups(safe, options, session)
        return
    restored = long_work(
        session.out,
        "nothing was restored, and the library is as it was.",
        lambda work: safe.restore(expanded(options.file), work.doing, work.stopped),
    )
    if options.json:
        merged = restored.merged
        session.out.json(
            {
                "library": str(safe.library),
                "aside": None if restored.aside is None else str(restored.aside),
                "merged": None if merged is None else merged._asdict(),
            }
        )
        return
    for line in _restored_lines(restored, safe.library):
        session.out.line(line)


def _restored_lines(restored: Restored, library: Path) -> list[str]:
    lines = []
    if restored.aside is not None:
        lines.append(f"What was there is now {restored.aside}")
    if restored.merged is None:
        return [*lines, f"The backup is now the library {library}"]
    notes, articles, waiting, queries, marks = restored.merged
    with_them = "it" if notes == 1 else "them"
    lines.append(
        f"{counted(notes, 'note')} came back into {library},"
        f" {counted(articles, 'article')} with {with_them}"
    )
    if marks:
        were = "was" if marks == 1 else "were"
        lines.append(f"{counted(marks, 'star, tag or mark', _MARKS)} {were} set as in the backup")
    if queries:
        lines.append(f"{counted(queries, 'saved query', 'saved queries')} came back")
    if waiting:
        wait, they = ("waits", "it is") if waiting == 1 else ("wait", "they are")
        lines.append(
            f"Star and tags of {counted(waiting, 'article')} {wait} until {they} added again"
        )
    return lines


def _no_arguments(parser: ArgumentParser) -> None:
    parser.epilog = "Nothing is changed. The exit code is 1 when something is wrong."


def _check(options: Namespace, session: Session) -> int:
    safe = _safekeeping()
    report = long_work(
        session.out,
        "not everything was looked at.",
        lambda work: safe.check(lambda what: work.doing(f"looking at {what}"), work.stopped),
    )
    backups = safe.backups()
    if options.json:
        session.out.json(
            {
                "library": str(safe.library),
                "ok": not report.problems,
                "articles": report.articles,
                "notes": report.notes,
                "problems": [*report.problems],
                "remarks": [*report.remarks],
                "backups": len(backups),
            }
        )
        return int(bool(report.problems))
    for problem in report.problems:
        session.out.line(problem)
    for remark in report.remarks:
        session.out.line(remark)
    session.out.line(f"{_found(report)} · {safe.library}")
    session.out.line(
        f"The newest backup: {_backup_line(backups[0])}" if backups else "There is no backup yet."
    )
    if report.problems:
        session.out.line("broadsheet recover saves what can be read into a new file.")
    return int(bool(report.problems))


def _found(report: Report) -> str:
    wrong = len(report.problems)
    verb = "is" if wrong == 1 else "are"
    found = f"{counted(wrong, 'thing')} {verb} wrong" if wrong else "All is in order"
    if report.articles is None or report.notes is None:
        return found
    return f"{found}: {counted(report.articles, 'article')}, {counted(report.notes, 'note')}"


def _recover_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="(default: the library)")
    parser.add_argument("--to", metavar="NEW", help="the new file (default: beside the other)")
    parser.epilog = (
        "What can be read goes into a new file; the damaged one stays as it is. When it\n"
        "looks well, broadsheet restore NEW puts it in the library's place."
    )


def _recover(options: Namespace, session: Session) -> None:
    if options.to == "":
        raise UsageError("--to needs the name of a new file.")
    file = expanded(options.file) if options.file else None
    to = expanded(options.to) if options.to else None
    target, saved = long_work(
        session.out,
        "no new file was written.",
        lambda work: _safekeeping().recover(
            file, to, lambda what: work.doing(f"saving {what}"), work.stopped
        ),
    )
    if options.json:
        session.out.json(
            {
                "recovered": str(target),
                "tables": {
                    each.table: {"rows": each.rows, "lost": each.lost, "mended": each.mended}
                    for each in saved
                },
            }
        )
        return
    for each in saved:
        if each.rows or each.lost:
            session.out.line(_saved_line(each))
    session.out.line(f"Saved into {target}")
    session.out.line(f"broadsheet restore {target} puts it in the library's place.")


def _saved_line(saved: Saved) -> str:
    mended = f", {saved.mended} of them put together from other tables" if saved.mended else ""
    lost = f"about {saved.lost} lost" if saved.lost else "none lost"
    return f"{saved.table}: {counted(saved.rows, 'row')}{mended}, {lost}"


COMMANDS = (
    Command("backup", "Copy the library, also while it is in use.", _backup_arguments, _backup),
    Command("restore", "Take a backup back.", _restore_arguments, _restore),
    Command("check", "Look whether the library is in order.", _no_arguments, _check),
    Command("recover", "Save what can be read of a damaged library.", _recover_arguments, _recover),
)
