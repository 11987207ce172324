"""From the words after ``broadsheet`` to an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tui import __version__
from tui.cli.help import HELP
from tui.cli.output import Output, OutputError, abandon
from tui.cli.session import Session, StartApp, Told, UsageError
from tui.model import BroadsheetError

INTERRUPTED = 130


def run(words: Sequence[str], start_app: StartApp) -> int:
    """Do what the words say; 0 is success, 1 a failure that was said, 2 wrong usage."""
    out = Output()
    try:
        code = _run(list(words), out, start_app)
        out.flush()
    except BrokenPipeError:
        # Whoever read has read enough.
        abandon(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except OutputError as error:
        abandon(sys.stdout)
        out.complain(str(error))
        return 1
    return code or int(out.failed)


def _run(words: list[str], out: Output, start_app: StartApp) -> int:
    debug = words[:1] == ["--debug"]
    if debug:
        del words[0]
    first = words[0] if words else ""
    if first in {"-h", "--help"}:
        out.raw(HELP)
        return 0
    if first == "--version":
        out.line(f"broadsheet {__version__}")
        return 0
    # Everything below is more than --help and --version need.
    from tui.cli import log
    from tui.cli.command import parser_of
    from tui.cli.commands import COMMANDS, NOT_BUILT, command_named

    if first in NOT_BUILT:
        out.complain(f"broadsheet {first} is not built yet.")
        return 1
    named = first in COMMANDS
    if not named and _means_nothing(first):
        out.complain(f"There is no command and no file “{first}”.{_hint(first)}")
        return 2
    command = command_named(first if named else "open")
    rest = words[1:] if named else words
    parser = parser_of(command)
    try:
        options = parser.parse_args(command.prepare(rest))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    path = log.start(debug=debug or options.debug)
    log.remark(f"broadsheet {command.name}, version {__version__}")
    session = Session(out, start_app)
    try:
        return command.run(options, session) or 0
    except (BrokenPipeError, KeyboardInterrupt, OutputError):
        raise
    except UsageError as error:
        out.complain(f"{parser.prog}: {error}")
        return 2
    except Told:
        return 1
    except BroadsheetError as error:
        log.remark(str(error))
        out.complain(str(error))
        return 1
    except Exception as error:
        log.fault(f"broadsheet {command.name}")
        where = f" The log is {path}." if path is not None else ""
        out.complain(f"Broadsheet failed at something unforeseen ({type(error).__name__}).{where}")
        return 1
    finally:
        session.close()


def _means_nothing(word: str) -> bool:
    """Whether a word that is no command is no option, no source, and not spelled like a path."""
    if not word or word[0] in "-~" or not {"/", ".", ":", "\\"}.isdisjoint(word):
        return False
    from tui.desk.places import exists

    return not exists(word)


def _hint(first: str) -> str:
    """What may have been meant by a word that is neither a command nor a file."""
    import difflib

    from tui.cli.commands import COMMANDS

    near = difflib.get_close_matches(first, COMMANDS, n=1, cutoff=0.75)
    return f" Did you mean broadsheet {near[0]}?" if near else ""
